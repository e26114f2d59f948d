"""Sheets written by other programs than Excel are patched as well."""

from __future__ import annotations

import io

import openpyxl
import pytest
from annoteer_werkmappen import C, cellen, delen, gewijzigd, klein
from lxml import etree

from analytics.errors import WerkmapFout
from analytics.files.annoteer import Aantekening, Kolom, Voorblad, annoteer, wijzig_cellen
from analytics.files.ooxml.blad import VOLGORDE, Blad

BLAD = "xl/worksheets/sheet1.xml"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"


def gekleurd(inhoud: bytes) -> dict[str, str]:
    """Return the colour of each cell of the first sheet that has one, as another reader sees it."""
    blad = openpyxl.load_workbook(io.BytesIO(inhoud)).worksheets[0]
    return {c.coordinate: c.fill.fgColor.rgb for rij in blad.iter_rows() for c in rij if c.fill.fill_type == "solid"}


def fout(*adressen: str) -> list[Aantekening]:
    return [Aantekening("Blad1", adres, "FOUT", "FOUT: kijk na.") for adres in adressen]


def adressen(inhoud: bytes) -> list[list[str]]:
    blad = etree.fromstring(delen(inhoud)[BLAD])
    return [[cel.get("r") or "" for cel in rij.iter("{*}c")] for rij in blad.iter("{*}row")]


def test_missing_rows_and_cells_are_made_in_order() -> None:
    bron = klein('<row r="3"><c r="B3"><v>1</v></c><c r="D3"><v>2</v></c></row><row r="7"/>')

    uit = annoteer(bron, aantekeningen=fout("C3", "A3", "E3", "B1", "A5", "AA7", "C9"), voorbladen=[]).inhoud

    assert adressen(uit) == [["B1"], ["A3", "B3", "C3", "D3", "E3"], ["A5"], ["AA7"], ["C9"]]
    assert set(gekleurd(uit)) == {"C3", "A3", "E3", "B1", "A5", "AA7", "C9"}


def test_cells_and_rows_without_an_address_are_counted() -> None:
    bron = klein("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c r='D2'><v>4</v></c><c/></row>")

    uit = annoteer(bron, aantekeningen=fout("B1", "D2", "E2"), voorbladen=[]).inhoud

    stijlen = [[cel.get("s") for cel in rij] for rij in etree.fromstring(delen(uit)[BLAD]).iter(f"{C}row")]
    assert stijlen == [[None, "1"], [None, "1", "1"]]


def met_voorvoegsel(xml: bytes) -> bytes:
    for naam in (b"worksheet", b"sheetData", b"row", b"c", b"v", b"cols", b"col", b"pageMargins"):
        for oud in (b"<" + naam + b" ", b"<" + naam + b">", b"<" + naam + b"/", b"</" + naam + b">"):
            xml = xml.replace(oud, oud.replace(naam, b"x:" + naam))
    return xml.replace(b"xmlns=", b"xmlns:x=")


@pytest.mark.parametrize(
    "schrijfwijze",
    [
        met_voorvoegsel,
        lambda xml: xml.decode().encode("utf-16"),
        lambda xml: b'<?xml version="1.0" encoding="ISO-8859-1"?>' + xml.replace(b"slot", b"sl\xf6t"),
        lambda xml: b"\xef\xbb\xbf" + xml,
        lambda xml: xml.replace(b"<sheetData>", b"<!-- <row r='1'> --><sheetData>"),
        lambda xml: xml.replace(b"<row ", b"\n  <row\n   ").replace(b"<c ", b"\n    <c\t"),
        lambda xml: xml.replace(b"<sheetData", b"<y:sheetData xmlns:y='http://schemas.openxmlformats.org/spreadsheetml/"
                                b"2006/main'").replace(b"</sheetData", b"</y:sheetData"),
    ],
    ids=["prefix", "utf-16", "latin-1", "bom", "comment", "whitespace", "mixed prefixes"],
)  # fmt: skip
def test_other_ways_to_write_xml_are_patched_alike(schrijfwijze) -> None:
    bron = klein(
        '<row r="1"><c r="A1"><v>1</v></c><c r="C1" t="inlineStr"><is><t>slot</t></is></c></row>'
        if schrijfwijze is not met_voorvoegsel
        else '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row>',
        staart='<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>',
    )
    bron = gewijzigd(bron, {BLAD: schrijfwijze})

    uit = annoteer(bron, aantekeningen=fout("A1", "B1", "B2"), voorbladen=[]).inhoud

    assert gekleurd(uit) == dict.fromkeys(("A1", "B1", "B2"), "FFF4A6A0")
    assert [etree.QName(kind).localname for kind in etree.fromstring(delen(uit)[BLAD])] == [
        "sheetData",
        "pageMargins",
        "legacyDrawing",
    ]


def test_strict_workbook_stays_strict() -> None:
    naar_strict = {
        naam: lambda x: x.replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", STRICT.encode()
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for naam in ("xl/workbook.xml", BLAD, "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml")
    }
    bron = gewijzigd(klein('<row r="1"><c r="A1"><v>1</v></c></row>'), naar_strict)
    voorblad = Voorblad("Bevindingen", "T", [Kolom("Code")], [("x",)])

    uit = delen(annoteer(bron, aantekeningen=fout("A1"), voorbladen=[voorblad]).inhoud)

    for naam in ("xl/comments1.xml", "xl/styles.xml", BLAD, "xl/worksheets/sheet2.xml", "xl/tables/table1.xml"):
        wortel = etree.fromstring(uit[naam])
        assert {etree.QName(kind).namespace for kind in wortel.iter("{*}*")} == {STRICT}, naam
    assert all(
        b"schemas.openxmlformats.org/officeDocument" not in uit[n] for n in uit if n.endswith((".rels", "t1.xml"))
    )


@pytest.mark.parametrize("na", ["legacyDrawingHF", "picture", "oleObjects", "controls", "tableParts", "extLst"])
def test_drawing_of_comments_goes_where_the_schema_wants_it(na: str) -> None:
    staart = f'<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><drawing r:id="r1"/><{na}/>'

    blad = Blad.lees(delen(klein("<row/>", staart=staart))[BLAD])
    blad.voeg_in_staart("legacyDrawing", "<legacyDrawing/>")

    kinderen = [etree.QName(kind).localname for kind in etree.fromstring(blad.naar_bytes())]
    assert kinderen == ["sheetData", "pageMargins", "drawing", "legacyDrawing", na]
    assert kinderen == sorted(kinderen, key=VOLGORDE.index)


def test_choice_of_markup_counts_as_what_it_holds() -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    keuze = (
        f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="x"><controls/></mc:Choice></mc:AlternateContent>'
    )

    blad = Blad.lees(delen(klein("<row/>", staart=f'<drawing r:id="r1"/>{keuze}'))[BLAD])
    blad.voeg_in_staart("legacyDrawing", "<legacyDrawing/>")

    kinderen = [etree.QName(kind).localname for kind in etree.fromstring(blad.naar_bytes())]
    assert kinderen == ["sheetData", "drawing", "legacyDrawing", "AlternateContent"]


def test_made_cell_looks_like_its_row_or_column() -> None:
    bron = klein(
        '<row r="1" s="0" customFormat="1"/><row r="2"/>',
        kop='<cols><col min="2" max="4" width="12" style="5"/></cols>',
    )

    uit = wijzig_cellen(bron, {("Blad1", "C1"): "x", ("Blad1", "C2"): "y"}, wijzigingsblad=None).inhoud

    assert {adres: cel.get("s") for adres, cel in cellen(uit).items()} == {"C1": None, "C2": "5"}


def test_boxes_stay_visible_beside_hidden_columns_and_rows() -> None:
    bron = klein(
        '<row r="1"><c r="A1"><v>1</v></c></row>' + "".join(f'<row r="{r}" hidden="1"/>' for r in range(2, 9)),
        kop='<sheetFormatPr defaultRowHeight="15"/><cols><col min="2" max="3" width="9" hidden="1"/></cols>',
    )

    vml = delen(annoteer(bron, aantekeningen=fout("A1"), voorbladen=[]).inhoud)["xl/drawings/vmlDrawing1.vml"]

    anker = etree.fromstring(vml).findtext(".//{urn:schemas-microsoft-com:office:excel}Anchor") or ""
    links, _, boven, _, rechts, _, onder, _ = (int(deel) for deel in anker.split(","))
    assert (links, boven) == (1, 0)
    # Columns B and C do not count: 300 pixels of 64 each end in the fifth column after them; 40 pixels of 20 in row 9+.
    assert rechts == 3 + 300 // 64
    assert onder == 9


def test_shared_formula_survives_the_loss_of_its_first_cell() -> None:
    bron = klein(
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1&amp;"x"</f><v>0</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>0</v></c></row>'
        '<row r="3"><c r="A3"><f t="shared" si="0"/><v>0</v></c>'
        '<c r="C3"><f t="array" ref="C3:C4">D3:D4</f><v>7</v></c></row>'
        '<row r="4"><c r="C4"><v>8</v></c></row>'
    )

    uit = cellen(wijzig_cellen(bron, {("Blad1", "A1"): 1, ("Blad1", "C4"): "x"}, wijzigingsblad=None).inhoud)

    assert [uit[a].findtext(f"{C}f") for a in ("A1", "A2", "A3", "C3")] == [None, 'B2&"x"', 'B3&"x"', None]
    assert uit["C3"].findtext(f"{C}v") == "7"


def test_sheet_without_cells_is_refused() -> None:
    with pytest.raises(WerkmapFout, match="geen celgegevens"):
        Blad.lees(b"<worksheet/>")
