"""No INSZ reaches an artefact: planted everywhere a workbook can hold one, looked for in every byte of every output."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from analytics.__main__ import main
from analytics.domain.nummers import bevat_insz, is_insz

# Verzonnen: geen van deze nummers hoort bij een mens; elk past alleen bij zijn controlegetal.
_BASIS = range(700101001, 700101400, 7)
VERZONNEN = [f"{b}{97 - b % 97:02d}" for b in _BASIS if is_insz(f"{b}{97 - b % 97:02d}")]


def _notaties(insz: str) -> tuple[str, ...]:
    j, m, d, volg, controle = insz[:2], insz[2:4], insz[4:6], insz[6:9], insz[9:]
    return (
        insz,
        f"{j}.{m}.{d}-{volg}.{controle}",
        f"{j}{m}{d}-{volg}-{controle}",
        f"{j} {m} {d} {volg} {controle}",
        f"{j}{m}{d} {volg}.{controle}",
        f"{j}/{m}/{d}-{volg}.{controle}",
    )


@pytest.fixture(scope="module")
def besmet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a workbook with an INSZ in every place we could think of, its own file name included."""
    nummers = iter(VERZONNEN)
    pad = tmp_path_factory.mktemp("besmet") / f"export {_notaties(next(nummers))[1]}.xlsx"
    with xlsxwriter.Workbook(pad) as werkmap:
        werkmap.set_properties({"title": next(nummers), "comments": _notaties(next(nummers))[1]})
        werkmap.set_custom_property("Beheerder", next(nummers))
        blad = werkmap.add_worksheet("Verenigingen")
        blad.write_row(0, 0, ["Intern nummer", "Soort", "Naam", "Korte beschrijving", "E-mail", next(nummers)])
        blad.write_row(1, 0, ["1", "feitelijke vereniging", f"KWB {next(nummers)}", _notaties(next(nummers))[1]])
        blad.write_row(2, 0, [next(nummers), "feitelijke vereniging", "Okra", _notaties(next(nummers))[3]])
        blad.write(1, 4, f"{next(nummers)}@example.be")
        blad.write_number(2, 5, int(next(nummers)))
        blad.write_comment(1, 2, f"zie {_notaties(next(nummers))[2]}")
        blad.write_rich_string(3, 2, "deel ", werkmap.add_format({"bold": True}), next(nummers)[:6], next(nummers)[6:])
        blad.write_formula(4, 2, f'="{next(nummers)}"', None, next(nummers))
        blad.set_row(5, None, None, {"hidden": True})
        blad.write_row(5, 0, ["5", "feitelijke vereniging", _notaties(next(nummers))[4]])
        blad.data_validation(1, 6, 9, 6, {"validate": "list", "source": [next(nummers), "x"]})
        blad.set_header(f"&L{next(nummers)}")
        blad.insert_textbox(8, 2, f"nota {_notaties(next(nummers))[1]}")
        blad.write_url(7, 2, f"https://example.be/{next(nummers)}", string="link")
        werkmap.define_name("Geheim", f'="{next(nummers)}"')
        personen = werkmap.add_worksheet("Vertegenwoordigers")
        personen.write_row(0, 0, ["Intern nummer", "INSZ", "Voornaam", "Achternaam", "E-mail"])
        for rij, notatie in enumerate(range(6), 1):
            personen.write_row(rij, 0, ["1", _notaties(next(nummers))[notatie], "An", "Peeters", "an@example.be"])
        personen.write_number(7, 1, int(next(nummers)))
        personen.write_row(8, 0, ["1", "70.01.01-001.99 fout", "Jo", next(nummers), f"x{next(nummers)}@example.be"])
        verborgen = werkmap.add_worksheet("Verborgen")
        verborgen.write(4, 4, next(nummers))
        verborgen.hide()
        werkmap.add_worksheet(f"Blad {_notaties(next(nummers))[1]}").write(0, 0, _notaties(next(nummers))[5])
    return pad


def _bytes(map_: Path) -> list[tuple[str, str]]:
    """Return every file name and content, what is zipped unzipped."""
    uit = []
    for pad in sorted(p for p in map_.rglob("*") if p.is_file()):
        uit.append((pad.name, pad.name))
        inhoud = pad.read_bytes()
        if inhoud[:2] == b"PK":
            with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
                uit += [(f"{pad.name}:{naam}", naam) for naam in archief.namelist()]
                uit += [
                    (f"{pad.name}:{naam}", archief.read(naam).decode("utf-8", "replace")) for naam in archief.namelist()
                ]
        uit.append((pad.name, inhoud.decode("utf-8", "replace")))
    return uit


def _lekken(map_: Path, extra: str = "") -> list[str]:
    zoek = re.compile("|".join(re.escape(n) for insz in VERZONNEN for n in _notaties(insz)))
    gevonden = []
    for plek, tekst in [*_bytes(map_), ("uitvoer", extra)]:
        zonder_opmaak = re.sub(r"<[^>]+>", "", tekst)
        for versie in (tekst, zonder_opmaak):
            if zoek.search(versie):
                gevonden.append(plek)
    return sorted(set(gevonden))


def _draai(argumenten: list[str], capfd: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit):
        main(argumenten)
    uit = capfd.readouterr()
    return uit.out + uit.err


def test_the_search_itself_finds_what_was_planted(besmet):
    assert any(plek != besmet.name for plek in _lekken(besmet.parent))
    assert len(VERZONNEN) > 40
    assert all(bevat_insz(n) for insz in VERZONNEN[:3] for n in _notaties(insz))


@pytest.mark.parametrize("ronde", ["1", "2", "3"])
def test_validation_leaks_no_insz(besmet, tmp_path, capfd, ronde):
    scherm = _draai(["valideer", str(besmet), "--ronde", ronde, "--uitvoer", str(tmp_path)], capfd)

    assert sorted(p.suffix for p in tmp_path.iterdir()) == [".csv", ".json", ".xlsx"]
    assert _lekken(tmp_path, scherm) == []


def test_profile_leaks_no_insz(besmet, tmp_path, capfd):
    scherm = _draai(["profiel", str(besmet), "--uitvoer", str(tmp_path)], capfd)

    assert sorted(p.name for p in tmp_path.iterdir()) == ["profiel.html", "profiel.json"]
    assert _lekken(tmp_path, scherm) == []


def test_repaired_copy_leaks_no_insz(besmet, tmp_path, capfd):
    scherm = _draai(["herstel", str(besmet), "--voorstellen", "alle", "--uitvoer", str(tmp_path / "k.xlsx")], capfd)

    assert (tmp_path / "k.xlsx").exists()
    assert _lekken(tmp_path, scherm) == []


def test_search_for_doubles_leaks_no_insz(besmet, tmp_path, capfd):
    scherm = _draai(["dubbels", str(besmet), "--uitvoer", str(tmp_path)], capfd)

    assert {"dubbels.csv", "groepen.csv", "dubbels.html"} <= {p.name for p in tmp_path.iterdir()}
    assert _lekken(tmp_path, scherm) == []


def test_load_and_its_ledger_leak_no_insz(besmet, tmp_path, capfd, monkeypatch):
    map_ = tmp_path / "in" / "aalst" / "ronde-2"
    map_.mkdir(parents=True)
    (map_ / besmet.name).write_bytes(besmet.read_bytes())
    monkeypatch.setenv("MIGRATIE_BRON", str(tmp_path / "in"))
    monkeypatch.setenv("MIGRATIE_RAPPORTEN", str(tmp_path / "uit"))
    monkeypatch.setenv("MIGRATIE_GROOTBOEKEN", str(tmp_path / "boeken"))
    wie = ["--piloot", "aalst", "--ronde", "2", "--peildatum", "2025-06-20"]

    scherm = _draai(["opladen", *wie, "--plan"], capfd) + _draai(["opladen", *wie], capfd)
    scherm += _draai(["besluiten", *wie], capfd) + _draai(["poorten", *wie], capfd)

    assert (tmp_path / "uit" / "aalst" / "opladen-ronde-2" / "uitkomsten.csv").exists()
    assert _lekken(tmp_path / "uit", scherm) == []
    # The embedded register keeps what it was sent, as a register does; the ledger beside it does not.
    (grootboek,) = (tmp_path / "boeken").rglob("aalst.sqlite")
    (tmp_path / "boek").mkdir()
    grootboek.rename(tmp_path / "boek" / grootboek.name)
    assert _lekken(tmp_path / "boek") == []


def test_errors_leak_no_insz(besmet, tmp_path, capfd):
    stuk = tmp_path / "in" / besmet.name
    stuk.parent.mkdir()
    stuk.write_bytes(besmet.read_bytes()[:3000])

    schermen = [
        _draai(["valideer", str(stuk), "--ronde", "1", "--uitvoer", str(tmp_path / "uit")], capfd),
        _draai(["valideer", str(stuk.parent / f"x{besmet.name}"), "--ronde", "1", "--uitvoer", str(tmp_path)], capfd),
        _draai(["profiel", str(besmet), VERZONNEN[0], "--uitvoer", str(tmp_path / "uit")], capfd),
    ]

    assert all(s.startswith("Fout:") for s in schermen)
    assert _lekken(tmp_path / "uit", "".join(schermen)) == []
    assert not (tmp_path / "uit").exists()
