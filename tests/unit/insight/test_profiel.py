"""The profile counts what stands in a workbook, and shows no value of it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import openpyxl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.errors import WerkmapFout
from analytics.files.lees import lees_werkmap
from analytics.insight.profiel import Kolomprofiel, Vorm, profile_werkmap
from analytics.insight.profiel_vormen import tel_vormen, vormen
from analytics.insight.vormen import vorm
from analytics.run.profiel import profileer

INSZ = "85.07.30-033.28"


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    boek = openpyxl.Workbook()
    blad = boek.active
    blad.title = "Leden"
    blad.append(["Naam", "Postcode", None, "naam "])
    blad.append(["Chiro Gent", 9000, " ", "=1+1"])
    blad.append(["KSA Aalst", 9300, None, None])
    blad.append(["KSA Aalst", "B-93", None, "#N/A"])
    blad["D4"].data_type = "e"
    blad.append([None, None, None, " "])
    boek.create_sheet("Leeg").sheet_state = "hidden"
    boek.save(tmp_path / "leden.xlsx")
    return tmp_path / "leden.xlsx"


def test_columns_are_counted_below_the_headings(werkmap: Path) -> None:
    profiel = profile_werkmap(lees_werkmap(werkmap))

    leden, leeg = profiel.bladen
    assert (leden.naam, leden.zichtbaarheid, leden.kopregel, leden.gevulde_cellen) == ("Leden", "zichtbaar", 1, 13)
    assert leden.kolommen == (
        Kolomprofiel("Naam", "A", 3, 1, 2, 9, 10, (Vorm("AAA Aaaa", 2), Vorm("Aaaa Aaaa", 1)), 0),
        Kolomprofiel("Postcode", "B", 3, 1, 3, 4, 4, (Vorm("9999", 2), Vorm("A-99", 1)), 0),
        Kolomprofiel("", "C", 0, 4, 0, None, None, (), 0),
        Kolomprofiel("naam ", "D", 1, 3, 1, 4, 4, (Vorm("#A/A", 1),), 0),
    )
    assert (leeg.zichtbaarheid, leeg.kopregel, leeg.gevulde_cellen, leeg.kolommen) == ("verborgen", None, 0, ())
    assert profiel.opmerkingen[-1] == "Blad 'Leden' heeft de kop 'Naam' boven 2 kolommen: A, D."


def test_another_heading_row_and_one_sheet_can_be_chosen(werkmap: Path) -> None:
    profiel = profile_werkmap(lees_werkmap(werkmap), blad="leden", kopregel=3)

    (leden,) = profiel.bladen
    assert leden.kopregel == 3
    assert [(k.kop, k.gevuld, k.leeg) for k in leden.kolommen] == [
        ("KSA Aalst", 1, 1),
        ("9300", 1, 1),
        ("", 0, 2),
        ("", 1, 1),
    ]


def test_a_sheet_or_heading_row_that_is_not_there_is_told(werkmap: Path) -> None:
    gelezen = lees_werkmap(werkmap)

    with pytest.raises(WerkmapFout, match=r"blad 'Weg' ontbreekt; kies een van de bladen .*: 'Leden', 'Leeg'\."):
        profile_werkmap(gelezen, blad="Weg")
    with pytest.raises(WerkmapFout, match="rij 6 kan de kopregel niet zijn, want de laatste gevulde rij is 5"):
        profile_werkmap(gelezen, kopregel=6)


def test_rare_shapes_are_counted_together(tmp_path: Path) -> None:
    boek = openpyxl.Workbook()
    for rij in ["kop", *("9" * lengte for lengte in range(1, 14)), "a", "b"]:
        boek.active.append([rij])
    boek.save(tmp_path / "a.xlsx")

    profileer(tmp_path / "a.xlsx", tmp_path / "uit")

    (kolom,) = json.loads((tmp_path / "uit/profiel.json").read_text())["bladen"][0]["kolommen"]
    assert kolom["vormen"][0] == {"vorm": "a", "aantal": 2}
    assert kolom["vormen"][-1] == {"vorm": "(andere)", "aantal": 4}
    assert sum(v["aantal"] for v in kolom["vormen"]) == kolom["gevuld"] == 15


def test_files_have_the_agreed_form_and_are_the_same_every_time(werkmap: Path, tmp_path: Path) -> None:
    profileer(werkmap, tmp_path / "een")
    profileer(werkmap, tmp_path / "twee")

    inhoud = json.loads((tmp_path / "een/profiel.json").read_text())
    assert list(inhoud) == ["werkmap", "sha256", "bladen", "opmerkingen"]
    assert list(inhoud["bladen"][0]) == ["naam", "zichtbaarheid", "gevulde_cellen", "kopregel", "kolommen"]
    assert list(inhoud["bladen"][0]["kolommen"][0]) == [
        "kop",
        "kolom",
        "gevuld",
        "leeg",
        "uniek",
        "kortste",
        "langste",
        "vormen",
    ]
    for naam in ("profiel.html", "profiel.json"):
        assert (tmp_path / "een" / naam).read_bytes() == (tmp_path / "twee" / naam).read_bytes()


def test_values_and_insz_stay_out_of_the_page_and_the_numbers(tmp_path: Path) -> None:
    boek = openpyxl.Workbook()
    boek.active.title = f"Jan {INSZ}"
    boek.active.append([f"Kop {INSZ}", "<script>"])
    boek.active.append([INSZ, "geheime waarde"])
    boek.save(tmp_path / f"lijst {INSZ}.xlsx")

    profileer(tmp_path / f"lijst {INSZ}.xlsx", tmp_path / "uit")

    for naam in ("profiel.html", "profiel.json"):
        tekst = (tmp_path / "uit" / naam).read_text()
        assert INSZ not in tekst
        assert "geheime waarde" not in tekst
        assert "Kop **.**.**-***.**" in tekst
    html = (tmp_path / "uit/profiel.html").read_text()
    assert "<script" not in html
    assert (html.count("<h1>"), html.count('<html lang="nl">')) == (1, 1)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=12), max_size=8))
def test_shapes_of_a_column_equal_those_of_its_values(teksten: list[str]) -> None:
    assert vormen(pa.array(teksten, type=pa.large_string())).to_pylist() == [vorm(tekst) for tekst in teksten]


def test_shapes_are_counted_by_how_often_their_values_occur() -> None:
    teksten = pa.array(["9308 Gijzegem", "9300 Aalst", "é", "x"], type=pa.large_string())

    assert tel_vormen(teksten, np.array([1, 2, 1, 5])) == [("a", 6), ("9999 Aaaa", 3)]
