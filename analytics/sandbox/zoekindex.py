"""
The search index: an inverted list per field and term, columns for numbers and dates.

Documents are only ever appended; a changed association gets a new document number and the
old one dies. Results of a query are boolean masks over all document numbers.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from analytics.sandbox.jsonld import Json
from analytics.sandbox.tekst import Stroom, ontleed, ontleed_standaard
from analytics.sandbox.toestand import Vereniging
from analytics.sandbox.zoekdocument import velden, zoekdocument
from analytics.sandbox.zoekvelden import VELDEN, Soort, als_datum, als_getal, bron, termen

Masker: TypeAlias = npt.NDArray[np.bool_]


class Veldindex:
    """Everything known about one field."""

    def __init__(self, soort: Soort) -> None:
        self.soort = soort
        self.termen: dict[str, array[int]] = {}
        self.aanwezig: array[int] = array("I")
        self.nummers: array[int] = array("I")
        self.getallen: array[int] = array("q")

    def zet(self, nummer: int, waarden: Sequence[str]) -> None:
        """Index the values of one document."""
        self.aanwezig.append(nummer)
        if self.soort in (Soort.GETAL, Soort.DATUM):
            lees = als_getal if self.soort is Soort.GETAL else als_datum
            for waarde in waarden:
                bereik = lees(waarde)
                if bereik is not None:
                    self.nummers.append(nummer)
                    self.getallen.append(bereik[0])
            return
        gevonden = termen(self.soort, waarden[0])
        for term in (
            gevonden
            if len(waarden) == 1 and len(gevonden) == 1
            else {term for waarde in waarden for term in termen(self.soort, waarde)}
        ):
            lijst = self.termen.get(term)
            if lijst is None:
                lijst = self.termen[term] = array("I")
            lijst.append(nummer)


class Zoekindex:
    """Follows the events as a projection; searched by beheer and public search alike."""

    def __init__(self) -> None:
        self.velden = {veld: Veldindex(soort) for veld, soort in VELDEN.items()}
        self._per_pad: dict[str, list[Veldindex]] = {}
        for veld, index in self.velden.items():
            self._per_pad.setdefault(bron(veld), []).append(index)
        self._documenten: list[bytes] = []
        self._leeft = bytearray()
        self._vcodes: array[int] = array("q")
        self._nummers: dict[str, int] = {}
        self._kolommen: dict[str, list[tuple[str, ...]]] = {}

    def zet(self, stand: Vereniging) -> None:
        """Take the latest state of one association; a removed or doubled one is no longer found."""
        oud = self._nummers.pop(stand.vcode, None)
        if oud is not None:
            self._leeft[oud] = 0
        if stand.is_verwijderd or stand.is_dubbel_van:
            return
        document = zoekdocument(stand)
        nummer = len(self._documenten)
        self._documenten.append(zlib.compress(json.dumps(document, separators=(",", ":")).encode(), 1))
        self._leeft.append(1)
        self._vcodes.append(int(stand.vcode[1:]))
        self._nummers[stand.vcode] = nummer
        per_pad = velden(document)
        for pad, waarden in per_pad.items():
            for index in self._per_pad.get(pad, ()):
                index.zet(nummer, waarden)

    @property
    def aantal(self) -> int:
        """Number of document numbers given out, dead ones included."""
        return len(self._documenten)

    def levend(self) -> Masker:
        """Give which documents are the latest of their association."""
        return np.array(self._leeft, dtype=np.bool_)

    def masker(self, nummers: Iterable[Sequence[int]]) -> Masker:
        """Give which documents occur in one of the lists."""
        uit: Masker = np.zeros(self.aantal, dtype=np.bool_)
        for lijst in nummers:
            uit[np.array(lijst, dtype=np.int64)] = True
        return uit

    def vcodes(self) -> npt.NDArray[np.int64]:
        """Give the number in the vCode of each document."""
        return np.array(self._vcodes, dtype=np.int64)

    def document(self, nummer: int) -> Json:
        """Give one document."""
        gelezen: Json = json.loads(zlib.decompress(self._documenten[nummer]))
        return gelezen

    def waarden(self, nummer: int, veld: str) -> Sequence[str]:
        """Give the values of one field of one document."""
        return velden(self.document(nummer)).get(bron(veld), ())

    def stromen(self, nummer: int, veld: str) -> list[Stroom]:
        """Give the analysed values of one text field of one document, with positions."""
        lees = ontleed if self.velden[veld].soort is Soort.TEKST else ontleed_standaard
        return [lees(waarde) for waarde in self.waarden(nummer, veld)]

    def kolom(self, veld: str) -> list[tuple[str, ...]]:
        """Give the values of one field for every document; kept, since a first sort has to read them all."""
        kolom = self._kolommen.setdefault(veld, [])
        for nummer in range(len(kolom), self.aantal):
            kolom.append(tuple(self.waarden(nummer, veld)) if self._leeft[nummer] else ())
        return kolom
