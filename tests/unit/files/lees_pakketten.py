"""Workbooks written part by part, so that a test can make them as awkward as it needs."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from analytics.domain.blad import Blad
from analytics.files.lees import lees_werkmap

HOOFD = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRIKT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRIKTE_RELATIES = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def blad(rijen: str, *, ns: str = HOOFD, voor: str = "", na: str = "") -> str:
    """Return a worksheet part around rows."""
    return f'<worksheet xmlns="{ns}">{voor}<sheetData>{rijen}</sheetData>{na}</worksheet>'


def teksten(*stukken: str) -> str:
    """Return a shared strings part of ``<si>`` contents."""
    return f'<?xml version="1.0"?>\n<sst xmlns="{HOOFD}">{"".join(f"<si>{stuk}</si>" for stuk in stukken)}</sst>'


def stijlen(*codes: str | int) -> str:
    """Return a styles part: format 0 is general, the others have these codes or built-in numbers."""
    eigen = "".join(
        f'<numFmt numFmtId="{170 + i}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for i, code in enumerate(codes)
        if isinstance(code, str)
    )
    xfs = "".join(f'<xf numFmtId="{170 + i if isinstance(code, str) else code}"/>' for i, code in enumerate(codes))
    return (
        f'<styleSheet xmlns="{HOOFD}"><numFmts>{eigen}</numFmts><cellXfs><xf numFmtId="0"/>{xfs}</cellXfs></styleSheet>'
    )


def pakket(
    blad_xml: str | bytes,
    *,
    sst: str | None = None,
    styles: str | None = None,
    werkmap_voor: str = "",
    staat: str = "",
    soort: str = "worksheet",
    bladnaam: str = "Blad1",
    ns: str = HOOFD,
    rns: str = RELATIES,
    doel: str = "worksheets/sheet1.xml",
    deel: str = "xl/worksheets/sheet1.xml",
    extra: dict[str, str | bytes] | None = None,
) -> bytes:
    """Return a workbook of one sheet."""
    relaties = f'<Relationship Id="r1" Type="{rns}/{soort}" Target="{doel}"/>'
    delen: dict[str, str | bytes] = {deel: blad_xml}
    if sst is not None:
        relaties += f'<Relationship Id="r2" Type="{rns}/sharedStrings" Target="sharedStrings.xml"/>'
        delen["xl/sharedStrings.xml"] = sst
    if styles is not None:
        relaties += f'<Relationship Id="r3" Type="{rns}/styles" Target="styles.xml"/>'
        delen["xl/styles.xml"] = styles
    werkmap = (
        f'<workbook xmlns="{ns}" xmlns:r="{rns}">{werkmap_voor}<sheets>'
        f'<sheet name="{bladnaam}" sheetId="1"{staat} r:id="r1"/></sheets></workbook>'
    )
    wortel = f'<Relationship Id="r1" Type="{rns}/officeDocument" Target="xl/workbook.xml"/>'
    return zip_van(
        {
            "_rels/.rels": f'<Relationships xmlns="{_RELS}">{wortel}</Relationships>',
            "xl/workbook.xml": werkmap,
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELS}">{relaties}</Relationships>',
            **delen,
            **(extra or {}),
        }
    )


def zip_van(delen: dict[str, str | bytes]) -> bytes:
    """Return a zip archive of parts."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam, inhoud)
    return uit.getvalue()


def ods(tabel: str, *, voor: str = "") -> bytes:
    """Return an OpenDocument workbook around the rows of one table."""
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    return zip_van(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{urn}:manifest:1.0"/>',
            "content.xml": (
                f'{voor}<office:document-content xmlns:office="{urn}:office:1.0" xmlns:table="{urn}:table:1.0" '
                f'xmlns:text="{urn}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Blad1">{tabel}'
                "</table:table></office:spreadsheet></office:body></office:document-content>"
            ),
        }
    )


def lees_eerste(map_: Path, inhoud: bytes, naam: str = "werkmap.xlsx") -> Blad:
    """Write a workbook, read it, and return its first sheet."""
    (map_ / naam).write_bytes(inhoud)
    return lees_werkmap(map_ / naam).bladen[0]


def cellen(gelezen: Blad) -> dict[str, str]:
    """Return the filled cells of a sheet by their address."""
    return {
        f"{kolom}{rij}": gelezen.tekst.at[rij, kolom]
        for kolom in gelezen.tekst.columns
        for rij in gelezen.tekst.index[gelezen.tekst[kolom].notna()]
    }
