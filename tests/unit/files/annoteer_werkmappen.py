"""Workbooks for the tests of annotating: rich ones of XlsxWriter, and odd ones written by hand."""

from __future__ import annotations

import datetime
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

import xlsxwriter
from lxml import etree

HOOFD = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
C = f"{{{HOOFD}}}"


def delen(inhoud: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        return {naam: archief.read(naam) for naam in archief.namelist()}


def pak(onderdelen: Mapping[str, bytes | str]) -> bytes:
    """Zip parts to a package."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in onderdelen.items():
            archief.writestr(zipfile.ZipInfo(naam), inhoud)
    return buffer.getvalue()


def gewijzigd(inhoud: bytes, wijzigingen: Mapping[str, Callable[[bytes], bytes]], **nieuw: bytes) -> bytes:
    """Return a package with parts changed by a function each."""
    onderdelen = delen(inhoud)
    for naam, wijzig in wijzigingen.items():
        anders = wijzig(onderdelen[naam])
        assert anders != onderdelen[naam], naam
        onderdelen[naam] = anders
    return pak(onderdelen | nieuw)


def canoniek(xml: bytes | etree._Element) -> bytes:
    """Return XML in canonical form."""
    wortel = etree.fromstring(xml) if isinstance(xml, bytes) else xml
    return etree.tostring(wortel, method="c14n2")


def cellen(inhoud: bytes, deel: str = "xl/worksheets/sheet1.xml") -> dict[str, etree._Element]:
    """Return the cells of a worksheet part by address."""
    return {cel.get("r") or "": cel for cel in etree.fromstring(delen(inhoud)[deel]).iter(f"{C}c")}


def klein(rijen: str, *, kop: str = "", staart: str = "", gedeeld: str = "") -> bytes:
    """Return a workbook of one sheet whose rows, and what stands before and after, are given as XML."""
    ns = f'xmlns="{HOOFD}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    blad = f"<worksheet {ns}>{kop}<sheetData>{rijen}</sheetData>{staart}</worksheet>"
    onderdelen: dict[str, str] = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/'
            'vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
            '<Override PartName="/xl/sharedStrings.xml" ContentType="application/'
            'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
        ),
        "_rels/.rels": _relaties(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook {ns}><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relaties(
            ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")
        ),
        "xl/worksheets/sheet1.xml": blad,
        "xl/sharedStrings.xml": f'<sst xmlns="{HOOFD}">{gedeeld}</sst>',
    }
    return pak(onderdelen)


def rijke_werkmap() -> bytes:
    """Return a workbook with about everything that loading and saving through a library loses."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as werkmap:
        werkmap.set_properties({"title": "Lijst", "author": "An Peeters", "created": datetime.datetime(2024, 1, 1)})
        vet = werkmap.add_format({"bold": True, "border": 1})
        rood = werkmap.add_format({"font_color": "red"})
        datum = werkmap.add_format({"num_format": "dd/mm/yyyy", "bg_color": "#DDFFDD", "align": "center"})
        blad = werkmap.add_worksheet("Verenigingen")
        werkmap.add_worksheet("Verborgen").hide()
        ander = werkmap.add_worksheet("Data 't")
        blad.write_string(0, 0, "Titel boven de tabel")
        for kolom, kop in enumerate(("Intern nummer", "Naam", "Startdatum", "Aantal", "Som", "Trend", "Vrij")):
            blad.write_string(1, kolom, kop, vet)
        for rij in range(2, 42):
            blad.write_string(rij, 0, f"V{rij}")
            blad.write_rich_string(rij, 1, "KWB ", vet, "Boom ", rood, str(rij))
            blad.write_datetime(rij, 2, datetime.date(2001, 1, rij % 28 + 1), datum)
            blad.write_number(rij, 3, rij * 10)
            blad.write_formula(rij, 4, f"=D{rij + 1}*2", None, rij * 20)
            blad.add_sparkline(rij, 5, {"range": f"Verenigingen!A{rij + 1}:E{rij + 1}"})
        blad.autofilter(1, 0, 41, 6)
        blad.set_row(10, None, None, {"hidden": True})
        blad.set_column(7, 16_383, None, None, {"hidden": True})
        blad.conditional_format("D3:D42", {"type": "data_bar", "data_bar_2010": True})
        blad.conditional_format("A3:A42", {"type": "text", "criteria": "containing", "value": "V1", "format": rood})
        blad.data_validation("G3:G42", {"validate": "list", "source": ["ja", "nee"], "input_message": "kies"})
        blad.insert_textbox("I3", "Let op: niet wijzigen")
        blad.write_comment("A3", "Eigen nota", {"author": "An"})
        blad.write_comment("B5", "Nog een", {"author": "An", "x_scale": 0.5})
        blad.freeze_panes(2, 1)
        blad.set_header("&LLijst &D")
        blad.write_url("G3", "https://example.be/")
        ander.write_dynamic_array_formula("A1:A3", "=SORT(Verenigingen!D3:D5)", None, 30)
        ander.add_table("C1:E5", {"name": "Tabel", "columns": [{"header": "a"}, {"header": "b"}, {"header": "c"}]})
        grafiek = werkmap.add_chart({"type": "column"})
        grafiek.add_series({"values": "=Verenigingen!$D$3:$D$20", "name": "Aantal"})
        ander.insert_chart("G2", grafiek)
        ander.insert_image("G20", "rood.png", {"image_data": io.BytesIO(_png())})
        ander.activate()
        ander.set_first_sheet()
        werkmap.define_name("Codes", "='Data ''t'!$C$2:$C$5")
        werkmap.define_name("Verborgen!Lokaal", "=Verborgen!$A$1")
    return buffer.getvalue()


def _relaties(*doelen: tuple[str, str]) -> str:
    basis = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    stukken = (f'<Relationship Id="rId{n}" Type="{basis}/{s}" Target="{d}"/>' for n, (s, d) in enumerate(doelen, 1))
    ns = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{ns}">{"".join(stukken)}</Relationships>'


def _png() -> bytes:
    def stuk(soort: bytes, inhoud: bytes) -> bytes:
        return struct.pack(">I", len(inhoud)) + soort + inhoud + struct.pack(">I", zlib.crc32(soort + inhoud))

    kop = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    punten = zlib.compress(b"\0\xff\0\0")
    return b"\x89PNG\r\n\x1a\n" + stuk(b"IHDR", kop) + stuk(b"IDAT", punten) + stuk(b"IEND", b"")
