"""The sheets in front: named, linked, filterable, and what counts by position still right."""

from __future__ import annotations

import io
import warnings

import openpyxl
import pytest
from annoteer_werkmappen import C, delen, gewijzigd, klein, rijke_werkmap
from lxml import etree

from analytics.files.annoteer import Kolom, Verwijzing, Voorblad, annoteer
from analytics.files.ooxml import voorblad as annoteer_voorblad

KOLOMMEN = (Kolom("Code", 20), Kolom("Cel"), Kolom("Melding", 40), Kolom("Aantal"))
RIJEN = (
    ("naam_ontbreekt", Verwijzing("Data 't", "F17"), "=1+1", 3),
    ("x", Verwijzing("Verenigingen", "A3", "naar A3"), "@x" * 40, 0.5),
    ("y", None, "_x0041_", None),
)
VOORBLAD = Voorblad("Bevindingen", "Bevindingen van ronde 1", KOLOMMEN, RIJEN, ("Regel een.", "Regel twee."), "Tabel")


@pytest.fixture(scope="module")
def uit() -> bytes:
    leeg = Voorblad("Per regel", "Per regel", [Kolom("Code")], [], (), "Per regel")
    return annoteer(rijke_werkmap(), aantekeningen=[], voorbladen=[VOORBLAD, leeg]).inhoud


def lees(inhoud: bytes, **opties: bool) -> openpyxl.Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(inhoud), **opties)


def test_front_sheet_shows_title_lines_and_a_named_table(uit: bytes) -> None:
    werkmap = lees(uit)
    blad = werkmap["Bevindingen"]

    assert werkmap.sheetnames[:2] == ["Bevindingen", "Per regel"]
    assert [[cel.value for cel in rij] for rij in blad.iter_rows()] == [
        ["Bevindingen van ronde 1", None, None, None],
        ["Regel een.", None, None, None],
        ["Regel twee.", None, None, None],
        [None] * 4,
        ["Code", "Cel", "Melding", "Aantal"],
        ["naam_ontbreekt", "Data 't!F17", "=1+1", 3],
        ["x", "naar A3", "@x" * 40, 0.5],
        ["y", None, "_x005F_x0041_", None],
    ]
    assert blad["C6"].data_type == "s"


def test_table_is_filterable_and_its_heading_stays_in_view(uit: bytes) -> None:
    blad = lees(uit)["Bevindingen"]

    # "Tabel" is taken by the pilot.
    assert {t.name: (t.ref, t.autoFilter.ref) for t in blad.tables.values()} == {"Tabel_1": ("A5:D8", "A5:D8")}
    assert blad.freeze_panes == "A6"
    assert not blad.merged_cells.ranges


def test_table_without_rows_still_has_one_line(uit: bytes) -> None:
    assert [t.ref for t in lees(uit)["Per regel"].tables.values()] == ["A3:A4"]


def test_links_lead_to_the_cells(uit: bytes) -> None:
    blad = lees(uit)["Bevindingen"]

    assert {cel: blad[cel].hyperlink.location for cel in ("B6", "B7")} == {
        "B6": "'Data ''t'!F17",
        "B7": "'Verenigingen'!A3",
    }


def test_links_beyond_what_excel_takes_are_formulas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annoteer_voorblad, "MAX_HYPERLINKS", 1)

    inhoud = annoteer(rijke_werkmap(), aantekeningen=[], voorbladen=[VOORBLAD]).inhoud

    assert lees(inhoud)["Bevindingen"]["B7"].value == '=HYPERLINK("#\'Verenigingen\'!A3","naar A3")'
    assert lees(inhoud, data_only=True)["Bevindingen"]["B7"].value == "naar A3"


def test_workbook_opens_on_the_front_sheet_only(uit: bytes) -> None:
    onderdelen = delen(uit)
    venster = etree.fromstring(onderdelen["xl/workbook.xml"]).find(f".//{C}workbookView")

    assert venster is not None
    assert (venster.get("activeTab"), venster.get("firstSheet")) == ("0", "0")
    gekozen = [naam for naam, inhoud in onderdelen.items() if b'tabSelected="1"' in inhoud]
    assert gekozen == ["xl/worksheets/sheet4.xml"]


def test_names_of_one_sheet_follow_it(uit: bytes) -> None:
    werkmap = lees(uit)

    assert werkmap["Verborgen"].defined_names["Lokaal"].attr_text == "Verborgen!$A$1"
    assert werkmap["Verenigingen"].auto_filter.ref == "A2:G42"
    namen = etree.fromstring(delen(uit)["xl/workbook.xml"]).iter(f"{C}definedName")
    assert {n.get("name"): n.get("localSheetId") for n in namen} == {
        "_xlnm._FilterDatabase": "2",
        "Lokaal": "3",
        "Codes": None,
    }


def test_taken_sheet_name_gets_a_number() -> None:
    bron = gewijzigd(klein("<row/>"), {"xl/workbook.xml": lambda x: x.replace(b"Blad1", b"BEVINDINGEN")})

    inhoud = annoteer(bron, aantekeningen=[], voorbladen=[VOORBLAD, VOORBLAD]).inhoud

    assert lees(inhoud).sheetnames == ["Bevindingen (2)", "Bevindingen (3)", "BEVINDINGEN"]


def test_long_texts_get_the_height_they_need(uit: bytes) -> None:
    hoogten = [rij.get("ht") for rij in etree.fromstring(delen(uit)["xl/worksheets/sheet4.xml"]).iter(f"{C}row")]

    assert hoogten[-3:] == [None, "45", None]


def test_headings_that_are_alike_are_a_bug() -> None:
    voorblad = Voorblad("B", "T", [Kolom("Code"), Kolom("code")], [])

    with pytest.raises(ValueError, match="not unique"):
        annoteer(klein("<row/>"), aantekeningen=[], voorbladen=[voorblad])
