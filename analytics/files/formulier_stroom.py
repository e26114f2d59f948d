"""The text of a Word document as a stream of lines in reading order, each piece knowing the control it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from analytics.errors import GebruikersFout, WerkmapFout
from analytics.files.lezen.guard import MIB, Archief
from analytics.files.ooxml.pakket import lees_xml, lokaal

#: A form is a few pages; what is larger is no form, or was built to harm.
MAX_FORMULIER = 20 * MIB
MAX_UITGEPAKT = 50 * MIB
MAX_REGELS = 20_000
_OVERSLAAN = {"del", "moveFrom", "Fallback", "instrText", "delText", "txbxContent"}
_HOOFDDEEL = ("document.main+xml", "document.macroEnabled.main+xml", "template.main+xml")


@dataclass(frozen=True)
class Stuk:
    """A piece of a line: its text, the tag of the content control around it (or empty), and whether that is ticked."""

    tekst: str
    merk: str = ""
    aangekruist: bool | None = None


@dataclass(frozen=True)
class Regel:
    """A paragraph, or what a line break makes of it: its pieces, and whether it stands in a table."""

    stukken: tuple[Stuk, ...]
    in_tabel: bool

    @property
    def tekst(self) -> str:
        """Return the whole text of the line."""
        return "".join(stuk.tekst for stuk in self.stukken).strip()


def lees_regels(inhoud: bytes, naam: str) -> tuple[tuple[Regel, ...], str]:
    """
    Return the lines of a Word document and its keywords.

    Text boxes follow the paragraph they hang on; deleted text (tracked changes) is left out, inserted text is in.

    Raises:
        GebruikersFout: If it is no Word document (.docx), or not one that is safe to read.
    """
    if not inhoud.startswith(b"PK"):
        raise _geen_word(naam, "het is geen Word-document (.docx), of het is beveiligd met een wachtwoord")
    if len(inhoud) > MAX_FORMULIER:
        raise _geen_word(naam, f"het bestand is groter dan {MAX_FORMULIER // MIB} MiB")
    try:
        archief = Archief(inhoud, naam)
        if sum(archief.grootte(deel) for deel in archief.namen) > MAX_UITGEPAKT:
            raise _geen_word(naam, f"het is uitgepakt groter dan {MAX_UITGEPAKT // MIB} MiB")
        wortel = lees_xml(archief.lees(_hoofddeel(archief, naam)))
        sleutelwoorden = _sleutelwoorden(archief)
    except WerkmapFout:
        # The guard speaks of workbooks and Excel.
        raise _geen_word(naam, "het bestand is beschadigd of niet veilig om te lezen") from None
    regels = tuple(_regels(wortel))
    if len(regels) > MAX_REGELS:
        raise _geen_word(naam, f"het telt meer dan {MAX_REGELS} alinea's")
    return regels, sleutelwoorden


def _geen_word(naam: str, wat: str) -> GebruikersFout:
    return WerkmapFout(
        f"{naam}: dit formulier kan niet gelezen worden ({wat}); open het in Word, bewaar het als "
        "'Word-document (*.docx)' en lever dat bestand."
    )


def _hoofddeel(archief: Archief, naam: str) -> str:
    if archief.bevat("[Content_Types].xml"):
        for deel in lees_xml(archief.lees("[Content_Types].xml")):
            if str(deel.get("ContentType", "")).endswith(_HOOFDDEEL) and archief.bevat(str(deel.get("PartName", ""))):
                return str(deel.get("PartName"))
    raise _geen_word(naam, "het is geen Word-document")


def _sleutelwoorden(archief: Archief) -> str:
    if not archief.bevat("docProps/core.xml"):
        return ""
    kern = lees_xml(archief.lees("docProps/core.xml"))
    return next((deel.text or "" for deel in kern if lokaal(deel) == "keywords"), "")


def _regels(wortel: etree._Element) -> Iterator[Regel]:
    for alinea in wortel.iter("{*}p"):
        if lokaal(alinea) == "p" and not _verwijderd(alinea):
            in_tabel = next(alinea.iterancestors("{*}tc"), None) is not None
            stukken: list[Stuk] = []
            for stuk in _stukken(alinea, _merk_boven(alinea)):
                if stuk.tekst == "\n":
                    yield Regel(tuple(stukken), in_tabel)
                    stukken = []
                else:
                    stukken.append(stuk)
            yield Regel(tuple(stukken), in_tabel)


def _verwijderd(element: etree._Element) -> bool:
    return any(lokaal(boven) in ("Fallback", "del", "moveFrom") for boven in element.iterancestors())


def _merk_boven(element: etree._Element) -> tuple[str, bool | None]:
    for boven in element.iterancestors("{*}sdt"):
        merk = _merk(boven)
        if merk[0]:
            return merk
    return "", None


def _merk(sdt: etree._Element) -> tuple[str, bool | None]:
    merk, aan = "", None
    for deel in sdt.iterfind("{*}sdtPr/{*}*"):
        if lokaal(deel) == "tag":
            merk = _attribuut(deel, "val")
        elif lokaal(deel) == "checkbox":
            staat = next((kind for kind in deel if lokaal(kind) == "checked"), None)
            aan = staat is not None and _attribuut(staat, "val") not in ("0", "false", "off")
    return merk, aan


def _attribuut(element: etree._Element, naam: str) -> str:
    return next((str(waarde) for sleutel, waarde in element.items() if str(sleutel).split("}")[-1] == naam), "")


def _stukken(element: etree._Element, merk: tuple[str, bool | None]) -> Iterator[Stuk]:
    for deel in element:
        soort = lokaal(deel)
        if soort in _OVERSLAAN or soort == "p":
            continue  # a paragraph in a text box comes as a line of its own
        if soort == "t":
            yield Stuk(deel.text or "", *merk)
        elif soort == "tab":
            yield Stuk("\t", *merk)
        elif soort in ("br", "cr"):
            yield Stuk("\n")
        elif soort == "noBreakHyphen":
            yield Stuk("-", *merk)
        elif soort == "sym":
            # Wingdings: the ticked boxes and check marks people insert by hand.
            yield Stuk("☒" if _attribuut(deel, "char").upper()[-2:] in ("FE", "FD", "FC", "FB", "78") else "☐", *merk)
        elif soort == "sdt":
            eigen = _merk(deel)
            yield from _stukken(deel, eigen if eigen[0] else merk)
        elif soort not in ("sdtPr", "pPr", "rPr", "tabs"):
            yield from _stukken(deel, merk)
