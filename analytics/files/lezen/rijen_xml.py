"""Read sheet XML of any shape, slowly and exactly: the reference that the fast reader must equal."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

import numpy as np
import pyarrow as pa

from analytics.domain.blad import kolomnummer
from analytics.files.lezen.cellen import CELTYPES, MAX_KOLOM, MAX_RIJ, Cellen, Celtype
from analytics.files.lezen.guard import beschadigd
from analytics.files.lezen.xml import is_waar

_PARTIJ = 200_000


@dataclass(eq=False)
class Randgegevens:
    """What a sheet says about itself outside its cells, gathered while reading."""

    verborgen_rijen: set[int] = field(default_factory=set)
    getoonde_rijen: set[int] = field(default_factory=set)
    verborgen_kolommen: list[tuple[int, int]] = field(default_factory=list)
    samengevoegd: list[str] = field(default_factory=list)
    standaard_verborgen: bool = False


class Bladlezer:
    """
    Feed on a sheet's XML and hand out its cells in batches.

    Elements are known by their name without prefix, so either namespace and any prefix will do. A cell or row without
    reference follows the one before it. Of alternative content only the fallback is read.
    """

    def __init__(self, naam: str, rand: Randgegevens, lever: Callable[[Cellen], None], vorige_rij: int = 0) -> None:
        self._naam = naam
        self._rand = rand
        self._lever = lever
        self._rij, self._kolom = vorige_rij, 0
        self._pad: list[str] = []
        self._overslaan = 0
        self._vang: list[str] | None = None
        self._waarde: list[str] | None = None
        self._cel_open = False
        self._leeg()
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._einde
        parser.CharacterDataHandler = self._tekens
        self._parser = parser

    def lees(self, blokken: Iterable[bytes]) -> int:
        """
        Read all of a document, hand out the last cells, and return the number of the last row.

        Raises:
            WerkmapFout: When it is no well-formed XML or has impossible cell references.
        """
        try:
            for blok in blokken:
                self._parser.Parse(blok, False)
            self._parser.Parse(b"", True)
        except expat.ExpatError:
            raise beschadigd(self._naam, "een blad bevat ongeldige XML") from None
        self._lever_uit()
        return self._rij

    def _leeg(self) -> None:
        self._rijen, self._kolommen, self._stijlen = array("i"), array("i"), array("i")
        self._typen, self._formules = array("B"), array("B")
        self._ruw: list[str | None] = []

    def _lever_uit(self) -> None:
        if not self._ruw:
            return
        self._lever(
            Cellen(
                rij=np.array(self._rijen, dtype=np.int32),
                kolom=np.array(self._kolommen, dtype=np.int32),
                stijl=np.array(self._stijlen, dtype=np.int32),
                celtype=np.array(self._typen, dtype=np.uint8),
                formule=np.array(self._formules, dtype=bool),
                ruw=pa.array(self._ruw, type=pa.large_string()),
            )
        )
        self._leeg()

    def _begin(self, tag: str, attributen: dict[str, str]) -> None:
        naam = tag.rpartition(":")[2]
        if self._overslaan:
            self._overslaan += 1
        elif naam == "c" and self._pad and self._pad[-1] == "row":
            self._begin_cel(attributen)
        elif self._cel_open:
            if naam in ("rPh", "extLst"):
                self._overslaan = 1
                return
            if naam == "f":
                self._formule = True
            elif naam == "v" or (naam == "t" and "is" in self._pad):
                # Rich text comes in runs: the pieces are joined.
                self._vang = self._waarde = self._waarde if naam == "t" and self._waarde is not None else []
            self._pad.append(naam)
        elif naam == "Choice":
            self._overslaan = 1
        elif naam in ("AlternateContent", "Fallback"):
            pass
        else:
            if naam == "row":
                self._begin_rij(attributen)
            elif naam == "col" and is_waar(attributen.get("hidden")):
                self._rand.verborgen_kolommen.append((_geheel(attributen, "min"), _geheel(attributen, "max")))
            elif naam == "mergeCell" and "ref" in attributen:
                self._rand.samengevoegd.append(attributen["ref"])
            elif naam == "sheetFormatPr":
                self._rand.standaard_verborgen = is_waar(attributen.get("zeroHeight"))
            elif naam == "extLst":
                self._overslaan = 1
                return
            self._pad.append(naam)

    def _einde(self, tag: str) -> None:
        naam = tag.rpartition(":")[2]
        if self._overslaan:
            self._overslaan -= 1
        elif naam in ("AlternateContent", "Fallback") and not self._cel_open:
            pass
        elif self._cel_open and naam == "c":
            self._einde_cel()
        else:
            if naam in ("v", "t"):
                self._vang = None
            if self._pad and self._pad[-1] == naam:
                self._pad.pop()

    def _tekens(self, tekst: str) -> None:
        if self._vang is not None and not self._overslaan:
            self._vang.append(tekst)

    def _begin_rij(self, attributen: dict[str, str]) -> None:
        self._rij = _geheel(attributen, "r") if "r" in attributen else self._rij + 1
        self._kolom = 0
        if is_waar(attributen.get("hidden")):
            self._rand.verborgen_rijen.add(self._rij)
        else:
            self._rand.getoonde_rijen.add(self._rij)

    def _begin_cel(self, attributen: dict[str, str]) -> None:
        if verwijzing := attributen.get("r"):
            letters = verwijzing.rstrip("0123456789")
            cijfers = verwijzing[len(letters) :]
            if not (cijfers and letters.isascii() and letters.isalpha() and len(letters) <= 3):
                raise beschadigd(self._naam, "een cel heeft een onmogelijke plaats")
            self._rij, self._kolom = int(cijfers), kolomnummer(letters.upper())
        else:
            self._kolom += 1
        if not (0 < self._rij <= MAX_RIJ and self._kolom <= MAX_KOLOM):
            raise beschadigd(self._naam, "een cel heeft een onmogelijke plaats")
        self._cel_open, self._formule = True, False
        self._waarde = None
        self._stijl = _geheel(attributen, "s") if "s" in attributen else 0
        self._type = CELTYPES.get(attributen.get("t", "n"), Celtype.TEKST)

    def _einde_cel(self) -> None:
        self._cel_open = False
        if self._waarde is None and not self._formule:
            return
        self._rijen.append(self._rij)
        self._kolommen.append(self._kolom)
        self._stijlen.append(self._stijl)
        self._typen.append(self._type)
        self._formules.append(self._formule)
        self._ruw.append(None if self._waarde is None else "".join(self._waarde))
        if len(self._ruw) >= _PARTIJ:
            self._lever_uit()


def _geheel(attributen: dict[str, str], naam: str) -> int:
    """Return a whole number from an attribute; -1 (impossible everywhere) when it is none."""
    tekst = attributen.get(naam, "").strip()
    return int(tekst) if tekst.isdecimal() and len(tekst) < 10 else -1
