"""Cell styles: one that differs from the pilot's own in its colour only, and those of the sheets we put in front."""

from __future__ import annotations

import copy
from collections.abc import Mapping

from lxml import etree

from analytics.files.ooxml.cel import Ernst
from analytics.files.ooxml.pakket import Pakket, lees_xml, lokaal, namespace, schrijf_xml

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_HOOFD = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
# Children of CT_Stylesheet in schema order, up to those we may have to make.
_VOLGORDE = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs")
#: Told apart in grey and by the colour-blind by their lightness; the comment names the severity as well.
KLEUREN: Mapping[Ernst, str] = {"FOUT": "FFF4A6A0", "WAARSCHUWING": "FFFFE08A", "INFO": "FFDCEBFA"}
_LEEG = (
    f'<styleSheet xmlns="{_HOOFD}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="1"><xf xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


class Stijlen:
    """The styles part of a workbook; new styles go at the end, so every existing index keeps its meaning."""

    def __init__(self, pakket: Pakket, werkmapdeel: str, *, strict: bool) -> None:
        deel = pakket.verwante(werkmapdeel, "styles")
        if deel is None or deel not in pakket.delen:
            # Some readers look for this very name.
            vorm = "xl/styles{}.xml" if pakket.vind("xl/styles.xml") else "xl/styles.xml"
            hoofd = namespace(lees_xml(pakket.delen[werkmapdeel]))
            deel = pakket.voeg_deel_toe(vorm, _LEEG.replace(_HOOFD, hoofd).encode(), _TYPE)
            pakket.voeg_relatie_toe(werkmapdeel, "styles", deel, strict=strict)
        self._pakket, self._deel = pakket, deel
        self._wortel = lees_xml(pakket.delen[deel])
        self._ns = namespace(self._wortel)
        self._xfs = self._lijst("cellXfs")
        self._gekleurd: dict[tuple[int, Ernst], int] = {}
        self._vullingen: dict[str, int] = {}

    def met_kleur(self, stijl: int, ernst: Ernst) -> int:
        """Return the index of the style that equals *stijl* but for the fill of this severity."""
        sleutel = (stijl, ernst)
        if sleutel not in self._gekleurd:
            # An index outside the list is what Excel reads as the default style.
            bron = self._xfs[stijl] if stijl < len(self._xfs) else None
            xf = copy.deepcopy(bron) if bron is not None else etree.Element(f"{{{self._ns}}}xf")
            xf.set("fillId", str(self._vulling(KLEUREN[ernst])))
            xf.set("applyFill", "1")
            self._gekleurd[sleutel] = self._voeg_toe(self._xfs, xf)
        return self._gekleurd[sleutel]

    def nieuw(
        self,
        *,
        vet: bool = False,
        grootte: int | None = None,
        kleur: str | None = None,
        vulling: str | None = None,
        terugloop: bool = False,
        onderlijnd: bool = False,
    ) -> int:
        """Return the index of a new style in the workbook's own default font."""
        lettertypen = self._lijst("fonts")
        lettertype = copy.deepcopy(lettertypen[0]) if len(lettertypen) else self._element("font")
        # CT_Font is a sequence in Excel's eyes: b, i, strike, ..., u, vertAlign, sz, color, name.
        eigen = {lokaal(kind): kind for kind in lettertype}
        for naam in ("b", "i", "strike", "u"):
            eigen.pop(naam, None)
        if vet:
            eigen["b"] = self._element("b")
        if onderlijnd:
            eigen["u"] = self._element("u")
        if grootte:
            eigen["sz"] = self._element("sz", val=str(grootte))
        if kleur:
            eigen["color"] = self._element("color", rgb=kleur)
        volgorde = [
            "b",
            "condense",
            "extend",
            "outline",
            "shadow",
            "u",
            "vertAlign",
            "sz",
            "color",
            "name",
            "family",
            "charset",
            "scheme",
        ]
        lettertype[:] = sorted(eigen.values(), key=lambda kind: volgorde.index(lokaal(kind)))
        xf = self._element("xf", numFmtId="0", borderId="0", applyFont="1", xfId="0")
        xf.set("fontId", str(self._voeg_toe(lettertypen, lettertype)))
        xf.set("fillId", str(self._vulling(vulling)) if vulling else "0")
        if vulling:
            xf.set("applyFill", "1")
        if terugloop:
            xf.set("applyAlignment", "1")
            xf.append(self._element("alignment", vertical="top", wrapText="1"))
        return self._voeg_toe(self._xfs, xf)

    def bewaar(self) -> None:
        """Put the styles back in the package."""
        self._pakket.delen[self._deel] = schrijf_xml(self._wortel)

    def _vulling(self, kleur: str) -> int:
        if kleur not in self._vullingen:
            vulling = self._element("fill")
            patroon = etree.SubElement(vulling, f"{{{self._ns}}}patternFill", {"patternType": "solid"})
            etree.SubElement(patroon, f"{{{self._ns}}}fgColor", {"rgb": kleur})
            etree.SubElement(patroon, f"{{{self._ns}}}bgColor", {"indexed": "64"})
            self._vullingen[kleur] = self._voeg_toe(self._lijst("fills"), vulling)
        return self._vullingen[kleur]

    def _voeg_toe(self, lijst: etree._Element, element: etree._Element) -> int:
        lijst.append(element)
        lijst.set("count", str(len(lijst)))
        return len(lijst) - 1

    def _element(self, naam: str, **attributen: str) -> etree._Element:
        return etree.Element(f"{{{self._ns}}}{naam}", attributen)

    def _lijst(self, naam: str) -> etree._Element:
        """Return a list of the style sheet; made with what Excel expects in it when it lacks."""
        gevonden = self._wortel.find(f"{{{self._ns}}}{naam}")
        if gevonden is None:
            voor = [kind for kind in self._wortel if lokaal(kind) in _VOLGORDE[: _VOLGORDE.index(naam)]]
            gevonden = copy.deepcopy(lees_xml(_LEEG.encode()).find(f"{{{_HOOFD}}}{naam}"))
            assert gevonden is not None  # noqa: S101 -- the constant above holds every list
            if self._ns != _HOOFD:
                gevonden = lees_xml(etree.tostring(gevonden).replace(_HOOFD.encode(), self._ns.encode()))
            self._wortel.insert(len(voor), gevonden)
        return gevonden
