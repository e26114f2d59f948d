"""Tell what a delivered file really is, by its bytes; its extension proves nothing."""

from __future__ import annotations

import io
import re
from typing import Literal

import olefile

from analytics.errors import WerkmapFout
from analytics.files.lezen.guard import Archief

Formaat = Literal["xlsx", "xlsb", "xls", "ods", "versleuteld"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ALS_WERKMAP = "open het in Excel en bewaar het als 'Excel-werkmap (*.xlsx)'"

# First bytes that give a file away: what it is, and what to do about it.
_BEGIN: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "een PDF-document", "lever de werkmap waaruit de PDF gemaakt is"),
    (b"{\\rtf", "een RTF-document", "lever de gegevens als Excel-werkmap (*.xlsx)"),
    (b"\x1f\x8b", "een gzip-archief", "pak het uit en lever de werkmap zelf"),
    (b"7z\xbc\xaf\x27\x1c", "een 7z-archief", "pak het uit en lever de werkmap zelf"),
    (b"Rar!", "een rar-archief", "pak het uit en lever de werkmap zelf"),
    (b"PAR1", "een Parquet-bestand", "lever de gegevens als Excel-werkmap (*.xlsx)"),
    (b"\x89PNG", "een afbeelding", "lever de werkmap zelf en geen schermafdruk"),
    (b"\xff\xd8\xff", "een afbeelding", "lever de werkmap zelf en geen schermafdruk"),
    (b"ID;P", "een SYLK-bestand", _ALS_WERKMAP),
    (b"\x09\x00", "een werkmap van Excel 4 of ouder", _ALS_WERKMAP),
    (b"\x09\x02", "een werkmap van Excel 4 of ouder", _ALS_WERKMAP),
    (b"\x09\x04", "een werkmap van Excel 4 of ouder", _ALS_WERKMAP),
    (b"\x09\x08", "een werkmap van Excel 5 zonder omhulsel", _ALS_WERKMAP),
)
_XML_SOORTEN: tuple[tuple[str, str], ...] = (
    ("urn:schemas-microsoft-com:office:spreadsheet", "een XML-spreadsheet van Excel 2003"),
    ("urn:oasis:names:tc:opendocument", "een plat OpenDocument-bestand"),
    ("<html", "een webpagina (HTML)"),
)
_HTML = re.compile(
    r"\s*(<!--.*?-->\s*)*<(!doctype html|html|head|body|table|meta|style|div)\b", re.IGNORECASE | re.DOTALL
)


def herken(inhoud: bytes, naam: str) -> Formaat:
    """
    Return the format of a workbook.

    Raises:
        WerkmapFout: When it is no workbook that can be read; the sentence says what it is instead.
    """
    if not inhoud:
        raise WerkmapFout(f"{naam}: het bestand is leeg (0 bytes); lever de werkmap opnieuw.")
    if inhoud.startswith(_OLE):
        return _herken_ole(inhoud, naam)
    if inhoud.startswith(b"PK"):
        return _herken_zip(inhoud, naam)
    for begin, wat, advies in _BEGIN:
        if inhoud.startswith(begin):
            raise _geen_werkmap(naam, wat, advies)
    raise _geen_werkmap(naam, *_herken_tekst(inhoud))


def _geen_werkmap(naam: str, wat: str, advies: str) -> WerkmapFout:
    return WerkmapFout(f"{naam}: dit is geen Excel-werkmap maar {wat}; {advies}.")


def _herken_ole(inhoud: bytes, naam: str) -> Formaat:
    try:
        with olefile.OleFileIO(io.BytesIO(inhoud)) as ole:
            stromen = {"/".join(pad).lower() for pad in ole.listdir()}
    except Exception:
        raise WerkmapFout(
            f"{naam}: het bestand is onvolledig of beschadigd (OLE-bestand dat niet opent); "
            "open het in Excel, bewaar het opnieuw en lever dat bestand."
        ) from None
    if "encryptedpackage" in stromen:
        return "versleuteld"
    if stromen & {"workbook", "book"}:
        return "xls"
    if "worddocument" in stromen:
        raise _geen_werkmap(naam, "een Word-document", "lever de gegevens als Excel-werkmap (*.xlsx)")
    if "powerpoint document" in stromen:
        raise _geen_werkmap(naam, "een PowerPoint-presentatie", "lever de gegevens als Excel-werkmap (*.xlsx)")
    raise _geen_werkmap(naam, "een ander Office-bestand", "lever de gegevens als Excel-werkmap (*.xlsx)")


def _herken_zip(inhoud: bytes, naam: str) -> Formaat:
    archief = Archief(inhoud, naam)
    delen = {deel.lower() for deel in archief.namen}
    mappen = {deel.split("/")[0] for deel in delen if "/" in deel}
    if "mimetype" in delen:
        soort = archief.lees("mimetype")[:200].decode("ascii", "replace").strip()
        if "opendocument.spreadsheet" in soort:
            return "ods"
        if "opendocument" in soort:
            raise _geen_werkmap(naam, "een ander OpenDocument-bestand", "lever de gegevens als Excel-werkmap (*.xlsx)")
    if any(deel.endswith("workbook.bin") for deel in delen):
        return "xlsb"
    if "word" in mappen:
        raise _geen_werkmap(naam, "een Word-document", "lever de gegevens als Excel-werkmap (*.xlsx)")
    if "ppt" in mappen:
        raise _geen_werkmap(naam, "een PowerPoint-presentatie", "lever de gegevens als Excel-werkmap (*.xlsx)")
    if "index.zip" in delen or any(deel.endswith(".iwa") for deel in delen):
        raise _geen_werkmap(
            naam, "een Numbers-bestand van Apple", "exporteer het in Numbers als Excel-werkmap (*.xlsx)"
        )
    if "xl" in mappen or "_rels/.rels" in delen:
        return "xlsx"
    if "content.xml" in delen:
        return "ods"
    raise _geen_werkmap(naam, "een zip-archief", "pak het uit en lever de werkmap zelf")


def _herken_tekst(inhoud: bytes) -> tuple[str, str]:
    begin = inhoud[: 64 * 1024]
    if begin.startswith((b"\xff\xfe", b"\xfe\xff")):
        tekst = begin.decode("utf-16", "replace")
    else:
        tekst = begin.decode("utf-8-sig", "replace")
    laag = tekst.lower()
    if _HTML.match(tekst):
        return "een webpagina (HTML)", _ALS_WERKMAP
    if laag.lstrip().startswith("<"):
        for kenmerk, wat in _XML_SOORTEN:
            if kenmerk in laag:
                return wat, _ALS_WERKMAP
        return "een XML-bestand", "lever de gegevens als Excel-werkmap (*.xlsx)"
    stuur = sum(teken < " " and teken not in "\t\r\n\f" for teken in tekst)
    if not stuur:
        return (
            "een tekstbestand (CSV)",
            "importeer het in Excel met alle kolommen als tekst en bewaar het als 'Excel-werkmap (*.xlsx)'",
        )
    return "een bestand van een onbekende soort", "lever de gegevens als Excel-werkmap (*.xlsx)"
