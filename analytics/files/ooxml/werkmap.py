"""The workbook part: which sheets there are, and a sheet put among them without breaking what counts by position."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from lxml import etree

from analytics.errors import WerkmapFout
from analytics.files.ooxml.pakket import Pakket, lees_xml, lokaal, namespace, schrijf_xml
from analytics.files.ooxml.tekst import gewone_utf8

_BLADTYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
# Children of CT_Workbook in schema order, up to calcPr.
_VOOR_CALCPR = [
    "fileVersion",
    "fileSharing",
    "workbookPr",
    "workbookProtection",
    "bookViews",
    "sheets",
    "functionGroups",
    "externalReferences",
    "definedNames",
]
_TAB_GEKOZEN = re.compile(rb"""\stabSelected\s*=\s*(?:"[^"]*"|'[^']*')""")


@dataclass(frozen=True)
class Bladverwijzing:
    """A sheet as the workbook lists it: its name, its part, and whether it has cells (no chart or dialog sheet)."""

    naam: str
    deel: str
    met_cellen: bool


class Werkmapdeel:
    """
    ``xl/workbook.xml``, whatever its name.

    Raises:
        WerkmapFout: If the package holds no workbook.
    """

    def __init__(self, pakket: Pakket) -> None:
        deel = pakket.verwante("", "officeDocument")
        if deel is None or deel not in pakket.delen:
            raise WerkmapFout("Het bestand bevat geen Excel-werkmap. Bewaar het in Excel als .xlsx.")
        self.deel = deel
        self._pakket = pakket
        self._wortel = lees_xml(pakket.delen[deel])
        self.ns = namespace(self._wortel)
        self.strict = "purl.oclc.org" in self.ns
        bladen = self._wortel.find(f"{{{self.ns}}}sheets")
        if lokaal(self._wortel) != "workbook" or bladen is None:
            raise WerkmapFout("Het bestand bevat geen Excel-werkmap. Bewaar het in Excel als .xlsx.")
        self._bladen = bladen

    def bladen(self) -> tuple[Bladverwijzing, ...]:
        """Return the sheets in workbook order."""
        relaties = {relatie.id: relatie for relatie in self._pakket.relaties(self.deel)}
        gevonden = []
        for blad in self._bladen:
            sleutel = next((w for n, w in blad.attrib.items() if str(n).endswith("relationships}id")), "")
            relatie = relaties.get(str(sleutel))
            if relatie is not None and relatie.doel in self._pakket.delen:
                gevonden.append(Bladverwijzing(blad.get("name") or "", relatie.doel, relatie.soort == "worksheet"))
        return tuple(gevonden)

    def vrije_naam(self, gewenst: str, ook_bezet: Collection[str] = ()) -> str:
        """Return a sheet name nobody has: the wanted one, or that with a number behind it."""
        bezet = {(blad.get("name") or "").casefold() for blad in self._bladen} | {n.casefold() for n in ook_bezet}
        gewenst = re.sub(r"[\[\]:*?/\\]", "-", gewenst).strip("'")[:31] or "Blad"
        pogingen = (gewenst, *(f"{gewenst[: 31 - len(f' ({n})')]} ({n})" for n in range(2, len(bezet) + 3)))
        return next(naam for naam in pogingen if naam.casefold() not in bezet)

    def namen(self) -> set[str]:
        """Return the defined names, which a table may not carry."""
        return {element.get("name") or "" for element in self._wortel.iter(f"{{{self.ns}}}definedName")}

    def voeg_bladen_toe(self, bladen: list[tuple[str, bytes]], *, vooraan: bool) -> list[str]:
        """
        Add worksheets (name, XML) before or after the pilot's own and return their parts.

        In front, the workbook opens on the first of them; names that belong to one sheet and the tabs shown follow.
        """
        if vooraan and bladen:
            self._schuif_op(len(bladen))
            self._kies_geen_tab()
        delen = []
        for plaats, (naam, xml) in enumerate(bladen):
            deel = self._pakket.voeg_deel_toe("xl/worksheets/sheet{}.xml", xml, _BLADTYPE)
            relatie = self._pakket.voeg_relatie_toe(self.deel, "worksheet", deel, strict=self.strict)
            hoogste = max((int(blad.get("sheetId") or 0) for blad in self._bladen), default=0)
            element = etree.Element(f"{{{self.ns}}}sheet", {"name": naam, "sheetId": str(hoogste + 1)})
            element.set(f"{{{self.relatienamespace}}}id", relatie)
            self._bladen.insert(plaats if vooraan else len(self._bladen), element)
            delen.append(deel)
        return delen

    def herbereken(self) -> None:
        """Have Excel compute all formulas on opening: what they show was computed from the old values."""
        rekenen = self._wortel.find(f"{{{self.ns}}}calcPr")
        if rekenen is None:
            rekenen = etree.Element(f"{{{self.ns}}}calcPr")
            voor = [kind for kind in self._wortel if lokaal(kind) in _VOOR_CALCPR]
            voor[-1].addnext(rekenen)
        rekenen.set("fullCalcOnLoad", "1")

    @property
    def relatienamespace(self) -> str:
        """The namespace of ``r:id`` in this document."""
        basis = "http://purl.oclc.org/ooxml" if self.strict else "http://schemas.openxmlformats.org"
        return f"{basis}/officeDocument/{'' if self.strict else '2006/'}relationships"

    def bewaar(self) -> None:
        """Put the workbook part back in the package."""
        self._pakket.delen[self.deel] = schrijf_xml(self._wortel)

    def _schuif_op(self, aantal: int) -> None:
        for naam in self._wortel.iter(f"{{{self.ns}}}definedName"):
            if naam.get("localSheetId") is not None:
                naam.set("localSheetId", str(int(naam.get("localSheetId") or 0) + aantal))
        for venster in self._wortel.iter(f"{{{self.ns}}}workbookView"):
            venster.set("activeTab", "0")
            venster.set("firstSheet", "0")

    def _kies_geen_tab(self) -> None:
        """Two selected tabs make a group: what one types on one sheet would land on the other as well."""
        for blad in self.bladen():
            inhoud = gewone_utf8(self._pakket.delen[blad.deel])
            einde = inhoud.find(b"sheetData")
            kop = inhoud[: einde if einde >= 0 else len(inhoud)]
            if b"tabSelected" in kop:
                self._pakket.delen[blad.deel] = _TAB_GEKOZEN.sub(b"", kop) + inhoud[len(kop) :]
