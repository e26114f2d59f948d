"""The parts of an Office Open XML package (xlsx, xlsm, docx): read, changed one by one, written back in place."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from analytics.errors import WerkmapFout

INHOUDSTYPEN = "[Content_Types].xml"
_NS_PAKKET = "http://schemas.openxmlformats.org/package/2006"
_NS_RELATIES = f"{_NS_PAKKET}/relationships"
_NS_TYPEN = f"{_NS_PAKKET}/content-types"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
# Deflating a sheet of 200 MB at the usual level takes longer than all our other work on it; level 1 costs a fifth
# in size.
_GROOT = 64_000_000
_TEKENS = "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x84\\x86-\\x9f\\ud800-\\udfff\\ufffe\\uffff"
_ONMOGELIJK = re.compile(f"[{_TEKENS}]")
_BIJZONDER = re.compile(f'[&<>"_{_TEKENS}]')


@dataclass(frozen=True)
class Relatie:
    """One relationship of a part: *doel* is the part it leads to, or the target as written when it is external."""

    id: str
    soort: str
    doel: str
    extern: bool


def lees_xml(inhoud: bytes) -> etree._Element:
    """Parse a part without following entities or the network."""
    # A parser keeps state and is cheap: a fresh one per part keeps errors of one part out of the next.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        return etree.fromstring(inhoud, parser)
    except etree.XMLSyntaxError:
        raise WerkmapFout(
            "Een onderdeel van de werkmap is geen geldige XML. Open de werkmap in Excel, bewaar ze opnieuw als .xlsx "
            "en probeer opnieuw."
        ) from None


def schrijf_xml(wortel: etree._Element) -> bytes:
    """Write a part as Office does: UTF-8, standalone."""
    return etree.tostring(wortel, xml_declaration=True, encoding="UTF-8", standalone=True)


def lokaal(element: etree._Element) -> str:
    """Return the name of *element* without namespace; empty for a comment or processing instruction."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def namespace(element: etree._Element) -> str:
    """Return the namespace of *element*: it tells transitional from strict documents."""
    return etree.QName(element).namespace or ""


class Pakket:
    """
    A package in memory; ``delen`` maps part names (no leading slash) to bytes, in the order of the archive.

    Raises:
        WerkmapFout: If the bytes are not a readable zip archive.
    """

    def __init__(self, inhoud: bytes) -> None:
        self.delen: dict[str, bytes] = {}
        self._herkomst: dict[str, zipfile.ZipInfo] = {}
        try:
            with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
                for info in archief.infolist():
                    # Some .NET writers put backslashes in the names; Excel reads them as slashes.
                    naam = info.filename.replace("\\", "/").lstrip("/")
                    if not naam.endswith("/"):
                        self.delen[naam] = archief.read(info)
                        self._herkomst[naam] = info
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError):
            raise WerkmapFout(
                "De werkmap kan niet als .xlsx of .xlsm geopend worden. Bewaar ze opnieuw in Excel als .xlsx."
            ) from None

    def naar_bytes(self) -> bytes:
        """Return the archive; the same parts give the same bytes, whatever the clock says."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archief:
            for naam, inhoud in self.delen.items():
                oud = self._herkomst.get(naam)
                info = zipfile.ZipInfo(naam, oud.date_time if oud else (1980, 1, 1, 0, 0, 0))
                info.create_system = 0
                info.compress_type = zipfile.ZIP_DEFLATED
                if oud and oud.compress_type == zipfile.ZIP_STORED:
                    info.compress_type = zipfile.ZIP_STORED
                archief.writestr(info, inhoud, compresslevel=1 if len(inhoud) > _GROOT else None)
        return buffer.getvalue()

    def vind(self, naam: str) -> str | None:
        """Return the name under which a part is kept; part names do not tell upper from lower case."""
        if naam in self.delen:
            return naam
        klein = naam.casefold()
        return next((deel for deel in self.delen if deel.casefold() == klein), None)

    def hernoem(self, oud: str, nieuw: str) -> None:
        """Give a part another name, in its place; who refers to it is left to the caller."""
        self.delen = {nieuw if naam == oud else naam: inhoud for naam, inhoud in self.delen.items()}
        self._herkomst[nieuw] = self._herkomst.pop(oud)

    def verwijder(self, deel: str) -> None:
        """Take a part out, with its own relationships, those that lead to it, and its content type."""
        for naam in [n for n in self.delen if n.endswith(".rels") and bron_van_relaties(n) in self._bronnen()]:
            bron = bron_van_relaties(naam)
            weg = {relatie.id for relatie in self.relaties(bron) if not relatie.extern and relatie.doel == deel}
            if weg:
                wortel = lees_xml(self.delen[naam])
                for kind in list(wortel):
                    if kind.get("Id") in weg:
                        wortel.remove(kind)
                self.delen[naam] = schrijf_xml(wortel)
        wortel = lees_xml(self.delen[self._typen()])
        for kind in list(wortel):
            if (kind.get("PartName") or "").casefold() == f"/{deel}".casefold():
                wortel.remove(kind)
        self.delen[self._typen()] = schrijf_xml(wortel)
        self.delen.pop(deel)
        self.delen.pop(self.vind(relaties_van(deel)) or "", None)

    def relaties(self, deel: str) -> tuple[Relatie, ...]:
        """Return the relationships of a part (``""`` = the package), targets resolved to part names."""
        naam = self.vind(relaties_van(deel))
        return tuple(self._lees_relaties(deel, self.delen[naam])) if naam else ()

    def verwante(self, deel: str, soort: str) -> str | None:
        """Return the first part that *deel* has a relationship of this kind with."""
        return next((r.doel for r in self.relaties(deel) if r.soort == soort and not r.extern), None)

    def voeg_relatie_toe(self, deel: str, soort: str, doel: str, *, strict: bool = False) -> str:
        """Add a relationship (kind as full URI or as last word of the office URI) and return its new id."""
        naam = self.vind(relaties_van(deel)) or relaties_van(deel)
        if naam in self.delen:
            wortel = lees_xml(self.delen[naam])
        else:
            wortel = etree.Element(f"{{{_NS_RELATIES}}}Relationships", nsmap={None: _NS_RELATIES})  # type: ignore[dict-item]
        bezet = {kind.get("Id") for kind in wortel}
        nieuw = next(f"rId{n}" for n in range(1, len(bezet) + 2) if f"rId{n}" not in bezet)
        uri = soort if "://" in soort else f"{_OFFICE_STRICT if strict else _OFFICE}/{soort}"
        kind = etree.SubElement(wortel, f"{{{_NS_RELATIES}}}Relationship")
        kind.attrib.update({"Id": nieuw, "Type": uri, "Target": f"/{doel}"})
        self.delen[naam] = schrijf_xml(wortel)
        return nieuw

    def voeg_deel_toe(self, vorm: str, inhoud: bytes, inhoudstype: str) -> str:
        """Add a part under the first free name of a form such as ``xl/comments{}.xml``; return that name."""
        bezet = {deel.casefold() for deel in self.delen}
        naam = next(n for i in range(1, len(bezet) + 2) if (n := vorm.format(i)).casefold() not in bezet)
        self.delen[naam] = inhoud
        typen = lees_xml(self.delen[self._typen()])
        if naam.endswith(".vml"):
            # VML is declared by extension, as Excel does.
            bekend = {(kind.get("Extension") or "").casefold() for kind in typen}
            if "vml" not in bekend:
                kind = etree.Element(f"{{{_NS_TYPEN}}}Default", {"Extension": "vml", "ContentType": inhoudstype})
                typen.insert(0, kind)
        else:
            etree.SubElement(typen, f"{{{_NS_TYPEN}}}Override", {"PartName": f"/{naam}", "ContentType": inhoudstype})
        self.delen[self._typen()] = schrijf_xml(typen)
        return naam

    def _typen(self) -> str:
        naam = self.vind(INHOUDSTYPEN)
        if naam is None:
            raise WerkmapFout("De werkmap mist haar inhoudsopgave. Bewaar ze opnieuw in Excel als .xlsx.")
        return naam

    def _bronnen(self) -> set[str]:
        return {"", *self.delen}

    def _lees_relaties(self, deel: str, inhoud: bytes) -> Iterator[Relatie]:
        for kind in lees_xml(inhoud):
            soort = (kind.get("Type") or "").rsplit("/", 1)[-1]
            doel, extern = kind.get("Target") or "", kind.get("TargetMode") == "External"
            if not extern:
                pad = posixpath.normpath(posixpath.join("/", posixpath.dirname(deel), doel)).lstrip("/")
                doel = self.vind(pad) or pad
            yield Relatie(kind.get("Id") or "", soort, doel, extern)


def relaties_van(deel: str) -> str:
    """Return the name of the part that holds the relationships of *deel*."""
    map_, naam = posixpath.split(deel)
    return posixpath.join(map_, "_rels", f"{naam}.rels")


def bron_van_relaties(deel: str) -> str:
    """Return the part whose relationships are in *deel*."""
    map_, naam = posixpath.split(deel)
    return posixpath.join(posixpath.dirname(map_), naam.removesuffix(".rels"))


def vrij_nummer(bezet: Iterable[str], vorm: str) -> int:
    """Return the smallest number from 1 whose name *vorm* (with ``{}``) nobody carries, whatever the case."""
    klein = {naam.casefold() for naam in bezet}
    return next(n for n in range(1, len(klein) + 2) if vorm.format(n).casefold() not in klein)


def xml_schoon(tekst: str) -> str:
    """Return *tekst* without the control characters that a workbook cannot hold, lines ended by ``\\n``."""
    return _ONMOGELIJK.sub("", tekst.replace("\r\n", "\n").replace("\r", "\n")) if _ONMOGELIJK.search(tekst) else tekst


def xml_tekst(tekst: str) -> str:
    """Return *tekst* as content of an XML element or attribute, as Office stores cell texts (max 32,767 long)."""
    if _BIJZONDER.search(tekst) is None:
        return tekst[:32_767]
    # Office reads _x0041_ as the character it names; escape texts that happen to look like that.
    tekst = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", xml_schoon(tekst)[:32_767])
    return tekst.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
