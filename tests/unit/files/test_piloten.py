"""Pilots are data: a block in a file, refused with one clear sentence when it says something unusable."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from analytics.domain.piloot import Deadlines, Piloot
from analytics.errors import InstellingFout
from analytics.files.piloten import lees_piloten


def schrijf(pad: Path, tekst: str) -> Path:
    bestand = pad / "piloten.toml"
    bestand.write_text(tekst, encoding="utf-8")
    return bestand


def test_the_five_pilots_of_the_project_are_there() -> None:
    piloten = lees_piloten()

    assert list(piloten) == ["aalst", "evergem", "uldk", "vsvw", "kiosk"]
    assert piloten["kiosk"].methode == "api"
    assert piloten["evergem"].koppen["Naam van de club"] == "verenigingen.naam"
    assert piloten["kiosk"].deadlines.d7 is None


def test_a_pilot_is_one_block(tmp_path: Path) -> None:
    bestand = schrijf(
        tmp_path,
        """
        [dorp]
        naam = "Gemeente Dorp"
        initiator = "OVO990099"
        deadlines = { D1 = 2025-02-14, D3 = 2025-04-18 }
        koppen = { "Naam van de club" = "verenigingen.naam" }
        bladen = { "Clubs" = "verenigingen" }
        vaste_waarden = { "locaties.land" = "België" }
        """,
    )

    assert lees_piloten(bestand) == {
        "dorp": Piloot(
            code="dorp",
            naam="Gemeente Dorp",
            initiator="OVO990099",
            methode="excel",
            deadlines=Deadlines(d1=dt.date(2025, 2, 14), d3=dt.date(2025, 4, 18)),
            koppen={"Naam van de club": "verenigingen.naam"},
            bladen={"Clubs": "verenigingen"},
            vaste_waarden={"locaties.land": "België"},
        )
    }


def test_deadlines_belong_to_rounds() -> None:
    deadlines = Deadlines(d1=dt.date(2025, 1, 1), d4=dt.date(2025, 4, 1), d5=dt.date(2025, 5, 1))

    assert [deadlines.van_ronde(r) for r in (1, 2, 3)] == [dt.date(2025, 1, 1), None, dt.date(2025, 5, 1)]
    assert [deadlines.einde_ronde(r) for r in (1, 2, 3)] == [None, dt.date(2025, 4, 1), None]
    assert deadlines.datum("D4") == dt.date(2025, 4, 1)


BASIS = '[dorp]\nnaam = "Dorp"\ninitiator = "OVO1"\n'


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("", "er staat geen enkele piloot in"),
        ("[dorp\n", "geen geldige TOML"),
        ('naam = "Dorp"\n', "'naam' staat buiten een blok"),
        ('[Dorp]\nnaam = "Dorp"\n', "kleine letters"),
        ('[dorp]\ninitiator = "OVO1"\n', "blok [dorp]: naam ontbreekt"),
        ('[dorp]\nnaam = " "\ninitiator = "OVO1"\n', "blok [dorp]: naam ontbreekt"),
        (BASIS + 'methode = "ftp"\n', "schrijf 'excel' of 'api'"),
        (BASIS + 'kleur = "rood"\n', "'kleur' is niet gekend"),
        (BASIS + 'koppen = { "Club" = "verenigingen.clubnaam" }\n', "'verenigingen.clubnaam' is geen kolom"),
        (BASIS + 'koppen = "Club"\n', "koppen moet een tabel zijn"),
        (BASIS + "vaste_waarden.locaties.land = 'België'\n", "'locaties' heeft geen tekst als waarde"),
        (BASIS + 'vaste_waarden = { "locaties.staat" = "x" }\n', "'locaties.staat' is geen kolom"),
        (BASIS + 'bladen = { "Clubs" = "clubs" }\n', "kies uit verenigingen, contactgegevens"),
        (BASIS + 'deadlines = { D1 = "2025-01-01" }\n', "D1 is geen datum"),
        (BASIS + "deadlines = { D1 = 2025-01-01T10:00:00 }\n", "D1 is geen datum"),
        (BASIS + "deadlines = { D9 = 2025-01-01 }\n", "'D9' is niet gekend"),
        (BASIS + "deadlines = { D1 = 2025-05-01, D2 = 2025-01-01 }\n", "D2 (2025-01-01) ligt voor D1 (2025-05-01)"),
        (BASIS + 'deadlines = "later"\n', "deadlines moet een tabel zijn"),
    ],
)
def test_unusable_file_is_refused_with_what_and_where(tmp_path: Path, tekst: str, zin: str) -> None:
    with pytest.raises(InstellingFout) as fout:
        lees_piloten(schrijf(tmp_path, tekst))

    assert zin in str(fout.value)
    assert fout.value.exit_code == 12


def test_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InstellingFout, match="kan niet gelezen worden"):
        lees_piloten(tmp_path / "weg.toml")


def test_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "piloten.toml").write_bytes('[dorp]\nnaam = "Bré"\n'.encode("latin-1"))

    with pytest.raises(InstellingFout, match="niet in UTF-8"):
        lees_piloten(tmp_path / "piloten.toml")
