"""
Recover from an .ods workbook what calamine leaves out: error cells, hidden rows and columns, leading zeros.

Repeated rows and columns are counted, not written out, so a file that claims a million of them costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.parsers import expat

from analytics.files.lezen.biff import Aanvulling
from analytics.files.lezen.celwaarden import FOUTWAARDEN
from analytics.files.lezen.guard import beschadigd
from analytics.files.lezen.opmaak import Opmaak, Weergave

#: Cells that a repeated error or number may add; a sheet of good faith has far fewer.
_MAX_HERHAALD = 1_000
_VERBORGEN = ("collapse", "filter")
_FOUTSOORTEN = frozenset(FOUTWAARDEN)


class _Lezer:
    def __init__(self) -> None:
        self.bladen: list[Aanvulling] = []
        self._rij = self._kolom = self._kolomkop = 0
        self._rijen = self._kolommen = 1
        self._cel: dict[str, str] | None = None
        self._tekst: list[str] | None = None
        self._diepte = 0

    def begin(self, tag: str, attributen: dict[str, str]) -> None:
        naam = tag.rpartition(":")[2]
        if naam == "table" and tag.startswith("table:"):
            # A table inside a cell belongs to that cell.
            self._diepte += 1
            if self._diepte == 1:
                self.bladen.append(Aanvulling())
                self._rij = self._kolomkop = 0
        elif self._diepte != 1:
            return
        elif naam == "table-column":
            aantal = _aantal(attributen, "table:number-columns-repeated")
            if attributen.get("table:visibility") in _VERBORGEN:
                self.bladen[-1].verborgen_kolommen.append((self._kolomkop + 1, self._kolomkop + aantal))
            self._kolomkop += aantal
        elif naam == "table-row":
            self._rijen = _aantal(attributen, "table:number-rows-repeated")
            self._kolom = 0
            if attributen.get("table:visibility") in _VERBORGEN:
                self.bladen[-1].verborgen_rijen.update(range(self._rij + 1, self._rij + min(self._rijen, 100_000) + 1))
        elif naam in ("table-cell", "covered-table-cell"):
            self._kolommen = _aantal(attributen, "table:number-columns-repeated")
            self._cel, self._tekst = attributen, None
        elif naam == "p" and self._cel is not None and self._tekst is None:
            self._tekst = []

    def einde(self, tag: str) -> None:
        naam = tag.rpartition(":")[2]
        if naam == "table" and tag.startswith("table:"):
            self._diepte -= 1
        elif self._diepte != 1:
            return
        elif naam == "table-row":
            self._rij += self._rijen
        elif naam in ("table-cell", "covered-table-cell") and self._cel is not None:
            self._sluit_cel(self._cel, "".join(self._tekst or ()))
            self._kolom += self._kolommen
            self._cel = None

    def tekens(self, tekst: str) -> None:
        if self._cel is not None and self._tekst is not None:
            self._tekst.append(tekst)

    def _sluit_cel(self, cel: dict[str, str], tekst: str) -> None:
        fout = cel.get("calcext:value-type") == "error" or (
            "table:formula" in cel and cel.get("office:value-type") == "string" and tekst in _FOUTSOORTEN
        )
        met_nullen = cel.get("office:value-type") == "float" and tekst.isdecimal() and tekst.startswith("0")
        if not fout and not (met_nullen and len(tekst) > 1 and _is_getal(cel.get("office:value", ""), int(tekst))):
            return
        if self._rijen * self._kolommen > _MAX_HERHAALD:
            return
        for rij in range(self._rij + 1, self._rij + self._rijen + 1):
            for kolom in range(self._kolom + 1, self._kolom + self._kolommen + 1):
                if fout:
                    self.bladen[-1].fouten[rij, kolom] = FOUTWAARDEN.get(tekst, tekst or "#WAARDE!")
                else:
                    self.bladen[-1].nullen[rij, kolom] = Opmaak(Weergave.NULLEN, "\0" * len(tekst))


def lees_aanvullingen(blokken: Iterable[bytes], naam: str) -> tuple[Aanvulling, ...]:
    """
    Return what to add to each sheet, in order; *blokken* is the content part of a workbook called *naam*.

    Raises:
        WerkmapFout: When it is no well-formed XML.
    """
    lezer = _Lezer()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lezer.begin
    parser.EndElementHandler = lezer.einde
    parser.CharacterDataHandler = lezer.tekens
    try:
        for blok in blokken:
            parser.Parse(blok, False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise beschadigd(naam, "de inhoud bevat ongeldige XML") from None
    return tuple(lezer.bladen)


def _aantal(attributen: dict[str, str], naam: str) -> int:
    tekst = attributen.get(naam, "1")
    return max(int(tekst), 1) if tekst.isdecimal() and len(tekst) < 9 else 1


def _is_getal(tekst: str, getal: int) -> bool:
    try:
        return float(tekst) == getal
    except ValueError:
        return False
