"""The templates hold exactly the columns of VELDEN, and help whoever fills them in."""

from __future__ import annotations

import io
import re

import openpyxl
import pytest

from analytics.domain.codelijsten import codelijst
from analytics.domain.velden import TABELLEN, Type, WerkmapSoort, velden_van
from analytics.report.sjabloon import sjabloon
from analytics.report.sjabloon_opmaak import SJABLOONVERSIE

SOORTEN: tuple[WerkmapSoort, ...] = ("feitelijk", "kbo")
BLADEN = {
    "feitelijk": [
        "Leesmij",
        "Verenigingen",
        "Contactgegevens",
        "Locaties",
        "Vertegenwoordigers",
        "Bankrekeningen",
        "Codelijsten",
    ],
    "kbo": ["Leesmij", "Verenigingen", "Contactgegevens", "Locaties", "Codelijsten"],
}


def lees(soort: WerkmapSoort) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(sjabloon(soort)))


def datatabellen(soort: WerkmapSoort) -> list[str]:
    return [t.code for t in TABELLEN.values() if soort in t.werkmappen]


@pytest.mark.parametrize("soort", SOORTEN)
def test_sheets_and_headings_are_those_of_velden(soort: WerkmapSoort) -> None:
    werkmap = lees(soort)

    assert werkmap.sheetnames == BLADEN[soort]
    for tabel in datatabellen(soort):
        koppen = [cel.value for cel in werkmap[TABELLEN[tabel].blad][1]]
        assert koppen == [v.kop for v in velden_van(tabel, soort)]


@pytest.mark.parametrize("soort", SOORTEN)
def test_headings_stay_in_sight_and_required_ones_differ_without_colour(soort: WerkmapSoort) -> None:
    werkmap = lees(soort)

    for tabel in datatabellen(soort):
        blad = werkmap[TABELLEN[tabel].blad]
        assert blad.freeze_panes == "B2"
        for cel, veld in zip(blad[1], velden_van(tabel, soort), strict=True):
            assert cel.font.bold
            assert cel.alignment.wrap_text
            assert cel.border.bottom.style == {"R": "thick", "C": "mediumDashed", "O": "thin"}[veld.verplicht]


@pytest.mark.parametrize("soort", SOORTEN)
def test_columns_that_lose_zeros_are_text(soort: WerkmapSoort) -> None:
    werkmap = lees(soort)

    vormen = {
        (tabel, velden_van(tabel, soort)[kolom - 1].code): breedte.number_format
        for tabel in datatabellen(soort)
        for breedte in werkmap[TABELLEN[tabel].blad].column_dimensions.values()
        for kolom in range(breedte.min, breedte.max + 1)
    }

    assert set(vormen) == {(tabel, veld.code) for tabel in datatabellen(soort) for veld in velden_van(tabel, soort)}
    assert {sleutel for sleutel, vorm in vormen.items() if vorm != "@"} == {
        (tabel, veld.code)
        for tabel in datatabellen(soort)
        for veld in velden_van(tabel, soort)
        if veld.type in (Type.DATUM, Type.GETAL)
    }


@pytest.mark.parametrize("soort", SOORTEN)
def test_every_column_has_its_hint_and_one_value_columns_their_list(soort: WerkmapSoort) -> None:
    werkmap = lees(soort)

    for tabel in datatabellen(soort):
        blad = werkmap[TABELLEN[tabel].blad]
        regels = {str(r.sqref).split(":")[0].rstrip("0123456789"): r for r in blad.data_validations.dataValidation}
        for cel, veld in zip(blad[1], velden_van(tabel, soort), strict=True):
            regel = regels[cel.column_letter]
            assert veld.hint[:40] in regel.prompt
            assert regel.prompt.startswith(
                {"R": "Verplicht.", "C": "Soms verplicht.", "O": veld.hint[:1]}[veld.verplicht]
            )
            strikt = veld.codelijst is not None and veld.type in (Type.CODE, Type.JANEE)
            assert (regel.type == "list") == strikt
            if strikt:
                naam = regel.formula1.lstrip("=")
                blad_naam, bereik = next(werkmap.defined_names[naam].destinations)
                keuzes = [rij[0].value for rij in werkmap[blad_naam][bereik.replace("$", "")]]
                assert keuzes == codelijst(str(veld.codelijst))["code"].tolist()


@pytest.mark.parametrize("soort", SOORTEN)
def test_one_marked_example_row_per_sheet(soort: WerkmapSoort) -> None:
    werkmap = lees(soort)

    for tabel in datatabellen(soort):
        blad = werkmap[TABELLEN[tabel].blad]
        nummers = [blad.cell(rij, 1).value for rij in range(2, blad.max_row + 1)]
        assert len(nummers) == 1
        assert re.match(r"voorbeeld\b", str(nummers[0]), re.IGNORECASE)
        assert blad["A2"].font.italic


def test_example_row_leaves_insz_empty_as_round_1_asks() -> None:
    blad = lees("feitelijk")["Vertegenwoordigers"]

    assert [blad["B1"].value, blad["B2"].value] == ["INSZ", None]


@pytest.mark.parametrize("soort", SOORTEN)
def test_version_stands_on_the_sheet_and_in_the_properties(soort: WerkmapSoort) -> None:
    werkmap = lees(soort)

    rijen = {rij[0].value: rij[1].value for rij in werkmap["Leesmij"].iter_rows(max_col=2)}
    assert rijen["Sjabloonversie"] == SJABLOONVERSIE
    assert {"Piloot", "Ronde (1, 2 of 3)", "Datum van de levering", "Contact (dienst, geen persoon)"} <= set(rijen)
    assert werkmap.custom_doc_props["Sjabloonversie"].value == SJABLOONVERSIE
    assert werkmap.properties.keywords == f"verenigingsregister; sjabloon {soort}; versie {SJABLOONVERSIE}"


@pytest.mark.parametrize("soort", SOORTEN)
def test_same_call_gives_same_bytes(soort: WerkmapSoort) -> None:
    assert sjabloon(soort) == sjabloon(soort)
