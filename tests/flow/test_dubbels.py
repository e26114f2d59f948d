"""``migratie dubbels`` from workbook to files: found what was planted, interface kept, nothing leaked."""

from __future__ import annotations

import csv
import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import httpx2
import openpyxl
import pandas as pd
import pytest
from click.testing import CliRunner

from analytics.cli.dubbels import dubbels
from analytics.domain.nummers import bevat_insz
from analytics.errors import GebruiksFout, WerkmapFout
from analytics.files.terugleesbestand import Terugleesbestand
from analytics.report.pagina import Pagina, render
from analytics.run.dubbels_csv import KOLOMMEN
from analytics.run.dubbels_leveringen import dubbels_van
from analytics.run.leveringen import VOORBEELD, lees_aanlevering, vind_aanleveringen
from analytics.sandbox.app import maak_app
from analytics.sandbox.instellingen import Instellingen
from analytics.sandbox.server import draaiend_register
from analytics.sandbox.vullen import vul

DAG = dt.date(2025, 6, 20)
RONDE = 2


@pytest.fixture(scope="module")
def voorbeeld():
    """Return the doubles of round 2 of the example, by pilot."""
    alle = [a for a in vind_aanleveringen(VOORBEELD) if a.ronde == RONDE]
    leveringen = {(a.piloot, RONDE): lees_aanlevering(a, peildatum=DAG).levering for a in alle}
    return {piloot: d for (piloot, _), d in dubbels_van(leveringen, namen={"vsvw": "Vlaamse Sport"}).items()}


def werkmap(pad: Path, *rijen: tuple[object, ...], blad: str = "Blad1") -> Path:
    boek = openpyxl.Workbook()
    boek.active.title = blad
    for rij in rijen:
        boek.active.append(rij)
    boek.save(pad)
    return pad


def draai(*argumenten: object) -> str:
    """Run the command; an error of the user rises, anything else that is not 0 fails."""
    uitslag = CliRunner().invoke(dubbels, [str(a) for a in argumenten], standalone_mode=False)
    if uitslag.exception:
        raise uitslag.exception
    assert uitslag.return_value == 0
    return uitslag.output


def lees(pad: Path) -> list[dict[str, str]]:
    with pad.open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))


def test_example_doubles_are_found_and_few_others(voorbeeld):
    vondst = next(iter(voorbeeld.values())).vondst
    sleutel = vondst.records.verenigingen[["piloot", "intern_nummer"]].agg("/".join, axis=1)
    vermoed = vondst.vermoed
    gezegd, zeker = (
        {frozenset({sleutel[a], sleutel[b]}) for a, b in welke[["a", "b"]].to_numpy()}
        for welke in (vermoed, vermoed[vermoed["oordeel"].eq("dubbel")])
    )
    tabel = pd.read_csv(VOORBEELD / "dubbels-waarheid.csv", dtype="string")
    tabel = tabel[tabel["ronde"].eq(str(RONDE))]
    paren = {
        oordeel: {
            frozenset({f"{r.piloot_a}/{r.intern_nummer_a}", f"{r.piloot_b}/{r.intern_nummer_b}"})
            for r in tabel[tabel["dubbel"].eq(oordeel)].itertuples()
        }
        for oordeel in ("ja", "nee")
    }

    # Measured on 24 doubles and 7 look-alikes: all doubles are sure, one look-alike and three others with them.
    assert len(zeker & paren["ja"]) / len(paren["ja"]) >= 0.95
    assert len(zeker & paren["ja"]) / len(zeker) >= 0.85
    assert len(zeker & paren["nee"]) <= 1
    assert len(gezegd & paren["ja"]) / len(gezegd) >= 0.80


def test_summary_adds_up_with_the_pairs(voorbeeld):
    for piloot, eigen in voorbeeld.items():
        telling = eigen.samenvatting()
        assert telling["bekeken"] == eigen.levering.aantal
        assert telling["dubbel"] + telling["mogelijk"] == len(eigen.paren()), piloot
        assert telling["register_en_wij"] + telling["alleen_wij"] == telling["dubbel"] + telling["mogelijk"]


def test_pilot_sees_of_another_pilot_only_what_is_public(voorbeeld):
    eigen = voorbeeld["aalst"]
    records = eigen.vondst.records
    wie = records.verenigingen
    paren = eigen.vondst.vermoed
    van = wie["piloot"].reindex(paren["a"]).to_numpy(), wie["piloot"].reindex(paren["b"]).to_numpy()
    tussen = paren[((van[0] == "aalst") | (van[1] == "aalst")) & (van[0] != van[1])]
    vreemd = {r for r in {*tussen["a"], *tussen["b"]} if wie.at[r, "piloot"] != "aalst"}
    zelf = set(wie.index[wie["piloot"].eq("aalst")])
    voorblad = eigen.voorblad(0)
    getoond = render(Pagina("t", "o", (eigen.sectie,))) + repr(voorblad)
    geheim = set()
    for frame, kolom in ((records.contactgegevens, "waarde"), (records.locaties, "straatnaam")):
        waarden = frame.dropna(subset=[kolom]).groupby("record")[kolom].agg(set)
        van_mij = set().union(*waarden.reindex(sorted(zelf)).dropna())
        geheim |= set().union(*waarden.reindex(sorted(vreemd)).dropna()) - van_mij
    geheim |= set(wie.loc[sorted(vreemd), "intern_nummer"])

    assert len(vreemd) >= 4
    assert len(geheim) >= 4
    assert [g for g in geheim if g in getoond] == []
    assert "Vlaamse Sport" in getoond
    assert {rij[6] for rij in voorblad.rijen} >= {"levering van Vlaamse Sport"}
    assert "ook andere gegevens komen overeen" in getoond


def test_any_list_of_names_will_do_and_columns_are_exactly_those_promised(tmp_path):
    een = werkmap(tmp_path / "een.xlsx", ("Club", "Stad"), ("Harmonie De Ster", "Lede"), ("Judo Boom", "Boom"),
                  ("Kon. Harmonie De Ster vzw", "Lede"))  # fmt: skip
    twee = werkmap(tmp_path / "twee.xlsx", ("Naam", "Postcode"), ("K. Harmonie De Ster", "9340"), ("Okra", "9340"))

    scherm = draai(een, twee, "--uitvoer", tmp_path / "uit")

    rijen = lees(tmp_path / "uit" / "dubbels.csv")
    assert tuple(rijen[0]) == KOLOMMEN
    assert ",".join(KOLOMMEN) == (
        "bestand_a,blad_a,rij_a,intern_nummer_a,bestand_b,blad_b,rij_b,intern_nummer_b,vcode_b,kans,oordeel,redenen,"
        "register_zou_melden"
    )
    assert sorted((r["bestand_a"], r["rij_a"], r["bestand_b"], r["rij_b"], r["oordeel"]) for r in rijen) == [
        ("een.xlsx", "2", "een.xlsx", "4", "dubbel"),
        ("een.xlsx", "2", "twee.xlsx", "2", "dubbel"),
        ("een.xlsx", "4", "twee.xlsx", "2", "dubbel"),
    ]
    assert {r["register_zou_melden"] for r in rijen} == {"ja"}
    assert all(0 < float(r["kans"]) < 1 for r in rijen)
    groepen = lees(tmp_path / "uit" / "groepen.csv")
    assert [(g["groep"], g["aantal"], g["bestand"], g["rij"]) for g in groepen] == [
        ("1", "3", "een.xlsx", "2"),
        ("1", "3", "een.xlsx", "4"),
        ("1", "3", "twee.xlsx", "2"),
    ]
    assert "5 verenigingen bekeken: 3 paren dubbel, 0 mogelijk." in scherm
    assert "<h1>Mogelijke dubbels</h1>" in (tmp_path / "uit" / "dubbels.html").read_text(encoding="utf-8")


def lichaam(naam: str) -> dict[str, object]:
    adres = {"straatnaam": "Dorp", "huisnummer": "1", "postcode": "9340", "gemeente": "Lede", "land": "België"}
    return {"naam": naam, "locaties": [{"locatietype": "Activiteiten", "adres": adres}]}


@pytest.mark.parametrize("is_open", [True, False])
def test_running_register_is_compared_with_and_asked(tmp_path, monkeypatch, is_open):
    lijst = werkmap(tmp_path / "lijst.xlsx", ("Naam", "Gemeente"), ("Harmonie De Ster", "Lede"), ("Judo Boom", "Boom"))
    app = maak_app(Instellingen(is_open=is_open, adresmatch=False))
    vul(app, [lichaam("Fanfare De Molen"), lichaam("K. Harmonie De Ster")])

    with draaiend_register(app.register.instellingen, app=app) as url:
        if not is_open:  # a client without the rights of a super admin
            monkeypatch.setenv("MIGRATIE_CLIENT_ID", "oefenclient")
            monkeypatch.setenv("MIGRATIE_CLIENT_GEHEIM", "oefengeheim")
            monkeypatch.setenv("MIGRATIE_TOKEN_URL", f"{url}/connect/token")
        scherm = draai(lijst, "--register", url, "--uitvoer", tmp_path / "uit")
    app.register.sluit()

    (rij,) = lees(tmp_path / "uit" / "dubbels.csv")
    assert (rij["rij_a"], rij["bestand_b"], rij["vcode_b"]) == ("2", "register", "V0001002")
    assert (rij["oordeel"], rij["register_zou_melden"]) == ("dubbel", "ja")
    assert ("oefenregister met dezelfde inhoud" in scherm) is not is_open


def test_read_back_workbook_gives_its_vcodes(tmp_path):
    lijst = werkmap(tmp_path / "lijst.xlsx", ("Naam", "Gemeente"), ("Harmonie De Ster", "Lede"))
    terug = werkmap(tmp_path / "terug.xlsx", ("vCode", "Naam", "Postcode"), ("V0000042", "K. Harmonie De Ster", "9340"))

    draai(lijst, "--teruglezen", terug, "--uitvoer", tmp_path / "uit")

    (rij,) = lees(tmp_path / "uit" / "dubbels.csv")
    assert (rij["bestand_b"], rij["rij_b"], rij["vcode_b"]) == ("terug.xlsx", "2", "V0000042")


@pytest.mark.parametrize(("ext", "waar"), [("jsonl", ("", "")), ("xlsx", ("Verenigingen", "3"))])
def test_what_the_loader_read_back_is_known_again(tmp_path, ext, waar):
    adres = {"straatnaam": "Dorp", "huisnummer": "1", "busnummer": "2", "postcode": "9300", "gemeente": "Aalst"}
    mensen = [{"insz": "70010100188", "voornaam": "Ansje", "achternaam": "Verzonnenaam"}]
    app = maak_app(Instellingen(is_open=True, adresmatch=False))
    vul(
        app,
        [
            lichaam("Fanfare De Molen") | {"vertegenwoordigers": mensen},
            lichaam("K. Harmonie De Ster")
            | {"locaties": [{"locatietype": "Activiteiten", "adres": adres | {"land": "België"}}]}
            | {"contactgegevens": [{"contactgegeventype": "E-mail", "waarde": "ster@example.be"}]}
            | {"vertegenwoordigers": mensen},
            # Another one, whose board is masked just like theirs.
            lichaam("Okra Lede") | {"vertegenwoordigers": mensen},
        ],
    )
    kop = {"VR-Initiator": "OVO002949", "x-correlation-id": "00000000-0000-4000-8000-000000000001"}
    with draaiend_register(app.register.instellingen, app=app) as url, Terugleesbestand(tmp_path) as terug:
        for nr, vcode in (("A1", "V0001001"), ("A2", "V0001002"), ("A3", "V0001003")):
            antwoord = httpx2.get(f"{url}/v1/verenigingen/{vcode}", headers=kop)
            terug.voeg_toe(nr, vcode, antwoord.raise_for_status().json()["vereniging"])
    app.register.sluit()
    lijst = werkmap(
        tmp_path / "lijst.xlsx",
        ("Intern nummer", "Naam", "Gemeente"),
        ("A2", "Harmonie De Ster", "Aalst"),
        ("A9", "Harmonie De Ster", "Mol"),
        ("A8", "Okra Mol", "Mol"),
    )

    draai(lijst, "--teruglezen", tmp_path / f"terugleesbestand.{ext}", "--uitvoer", tmp_path / "uit")

    (rij,) = lees(tmp_path / "uit" / "dubbels.csv")
    assert (rij["rij_a"], rij["intern_nummer_a"]) == ("2", "A2")
    assert (rij["bestand_b"], rij["intern_nummer_b"], rij["vcode_b"]) == (f"terugleesbestand.{ext}", "A2", "V0001002")
    assert (rij["blad_b"], rij["rij_b"]) == waar
    assert (rij["oordeel"], rij["register_zou_melden"]) == ("dubbel", "ja")
    assert "vertegenwoordiger" not in rij["redenen"]
    assert "zelfde gemeente" in rij["redenen"]


def test_check_that_is_not_asked_leaves_its_column_empty(tmp_path):
    lijst = werkmap(tmp_path / "lijst.xlsx", ("Naam", "Gemeente"), ("Okra De Ster", "Lede"), ("OKRA De Ster", "Lede"))

    scherm = draai(lijst, "--zonder-controle", "--cluster", "", "--uitvoer", tmp_path / "uit")

    (rij,) = lees(tmp_path / "uit" / "dubbels.csv")
    assert (rij["oordeel"], rij["register_zou_melden"]) == ("dubbel", "")
    assert "De controle van het register is niet gevraagd" in scherm


def test_workbook_without_names_is_the_users_fault_and_writes_nothing(tmp_path):
    leeg = werkmap(tmp_path / "leeg.xlsx", ("Kleur", "Maat"), ("rood", "3"))

    with pytest.raises(WerkmapFout, match="geen kolom met namen"):
        draai(leeg, "--uitvoer", tmp_path / "uit")
    with pytest.raises(GebruiksFout, match="staat twee keer"):
        draai(leeg, leeg, "--uitvoer", tmp_path / "uit")
    assert not (tmp_path / "uit").exists()


def test_no_person_and_no_insz_in_any_output(tmp_path):
    # Verzonnen: past alleen bij zijn controlegetal.
    insz = "70010100188"
    assert bevat_insz(insz)
    boek = openpyxl.Workbook()
    boek.active.title = "Verenigingen"
    for rij in [("Intern nummer", "Soort", "Naam", "Gemeente"), (insz, "feitelijke vereniging", f"Okra {insz}", "Lede"),
                ("2", "feitelijke vereniging", "Harmonie De Ster", "Lede"),
                ("3", "feitelijke vereniging", "=Harmonie De Ster", "Lede")]:  # fmt: skip
        boek.active.append(rij)
    boek.active["C4"].data_type = "s"
    personen = boek.create_sheet("Vertegenwoordigers")
    for rij in [("Intern nummer", "INSZ", "Voornaam", "Achternaam", "E-mail"),
                ("2", insz, "Ansje", "Verzonnenaam", "ansje@example.be"),
                ("3", insz, "Ansje", "Verzonnenaam", "ansje@example.be")]:  # fmt: skip
        personen.append(rij)
    boek.save(tmp_path / f"export {insz}.xlsx")

    scherm = draai(tmp_path / f"export {insz}.xlsx", "--ronde", "2", "--uitvoer", tmp_path / "uit")

    uit = {p.name: p.read_text(encoding="utf-8") for p in (tmp_path / "uit").iterdir()} | {"scherm": scherm}
    assert sorted(uit) == ["dubbels.csv", "dubbels.html", "groepen.csv", "registermeldingen.csv", "scherm"]
    assert "gemeenschappelijke vertegenwoordiger" in uit["dubbels.csv"]
    assert [
        naam for naam, tekst in uit.items() if bevat_insz(tekst) or "Verzonnenaam" in tekst or "ansje" in tekst
    ] == []
    assert ",'=Harmonie De Ster," in uit["groepen.csv"]


def test_order_of_sets_in_memory_changes_nothing(tmp_path: Path):
    lijst = Path(__file__).parents[1] / "unit" / "duplicates" / "bouwlijsten" / "aalst_a.csv"
    werkmap = tmp_path / "lijst.xlsx"
    pd.read_csv(lijst, dtype="string").rename(columns=str.capitalize).to_excel(werkmap, index=False)

    for zaad in ("1", "2"):
        subprocess.run(
            [sys.executable, "-m", "analytics", "dubbels", str(werkmap), "--peildatum", "2025-06-20",
             "--uitvoer", str(tmp_path / zaad)],
            env={**os.environ, "PYTHONHASHSEED": zaad}, check=True, capture_output=True,
        )  # fmt: skip

    for naam in ("dubbels.csv", "groepen.csv", "dubbels.html"):
        assert (tmp_path / "1" / naam).read_bytes() == (tmp_path / "2" / naam).read_bytes()
