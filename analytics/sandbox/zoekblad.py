"""Evaluates one leaf of a query - word, phrase, range, wildcard, fuzzy word, pattern - in one field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import TypeAlias

import numpy as np
from luqum.tree import From, Fuzzy, Item, Phrase, Proximity, Range, Regex, To, Word
from rapidfuzz import process
from rapidfuzz.distance import OSA

from analytics.sandbox.dubbelplaats import toegelaten_edits
from analytics.sandbox.tekst import Stroom, normaliseer, ontleed, ontleed_standaard, vouw_tekens
from analytics.sandbox.zoekindex import Masker, Veldindex, Zoekindex
from analytics.sandbox.zoekpatroon import Past, lees_jokers, lees_patroon
from analytics.sandbox.zoekvelden import Soort, als_datum, als_getal, termen

_NUMERIEK = (Soort.GETAL, Soort.DATUM)
_TYPE_CODES = ("fv", "vzer")
Vorm: TypeAlias = Callable[[str], str]
_BEREIKVORM: dict[Soort, Vorm] = {Soort.EXACT: str, Soort.STANDAARD: str.lower}


class Bladen:
    """
    Finds documents by one leaf.

    ``soepel`` is how the engine treats a leaf without a field: a value of the wrong type then
    matches nothing, where a named field refuses the query (``ValueError``).
    """

    def __init__(self, index: Zoekindex) -> None:
        self._index = index

    def zoek(self, knoop: Item, veld: str, *, soepel: bool) -> Masker | None:
        """Give the documents in which *veld* matches; ``None`` when the text holds only stop words."""
        try:
            return self._zoek(knoop, veld)
        except ValueError:
            if soepel:
                return self._index.masker(())
            raise

    def bestaat(self, veld: str) -> Masker:
        """Give the documents that have a value in *veld*."""
        index = self._index.velden.get(veld)
        return self._index.masker((index.aanwezig,) if index is not None else ())

    def _zoek(self, knoop: Item, veld: str) -> Masker | None:
        index = self._index.velden[veld]
        if isinstance(knoop, Word):
            return self._woord(str(knoop.value), veld, index)
        if isinstance(knoop, Phrase):
            return self._zin(_zonder_aanhaling(knoop), veld, index, speling=0)
        if isinstance(knoop, Proximity):
            return self._zin(_zonder_aanhaling(knoop.term), veld, index, speling=int(knoop.degree))
        if isinstance(knoop, Fuzzy):
            return self._ongeveer(_ontsnapt(str(knoop.term.value)), knoop.degree, index)
        if isinstance(knoop, Range):
            onder = (str(knoop.low.value), knoop.include_low)
            boven = (str(knoop.high.value), knoop.include_high)
            return self._bereik(index, onder, boven)
        if isinstance(knoop, From):
            return self._bereik(index, (str(knoop.a.value), knoop.include), ("*", True))
        if isinstance(knoop, To):
            return self._bereik(index, ("*", True), (str(knoop.a.value), knoop.include))
        if isinstance(knoop, Regex):
            _toets_tekstveld(index)
            return self._passend(index, lees_patroon(str(knoop.value)[1:-1]))
        raise ValueError(type(knoop).__name__)

    def _woord(self, tekst: str, veld: str, index: Veldindex) -> Masker | None:
        if tekst == "*":
            return self.bestaat(veld)
        if re.search(r"(?<!\\)[*?]", tekst):
            return self._jokers(tekst, index)
        kaal = _ontsnapt(tekst)
        if index.soort in _NUMERIEK:
            return self._tussen(index, *_getallen(index, kaal))
        if index.soort is Soort.WAARHEID and kaal not in ("true", "false"):
            raise ValueError("no boolean")
        gezocht = termen(index.soort, kaal)
        if veld == "verenigingstype.code" and gezocht[0] in _TYPE_CODES:
            gezocht = _TYPE_CODES
        return self._met_termen(index, gezocht) if gezocht else None

    def _met_termen(self, index: Veldindex, gezocht: Iterable[str]) -> Masker:
        return self._index.masker(index.termen[term] for term in gezocht if term in index.termen)

    def _jokers(self, tekst: str, index: Veldindex) -> Masker:
        _toets_tekstveld(index)
        return self._passend(index, lees_jokers(tekst, _JOKERVORM.get(index.soort, vouw_tekens)))

    def _passend(self, index: Veldindex, past: Past) -> Masker:
        return self._met_termen(index, [term for term in index.termen if past(term)])

    def _ongeveer(self, tekst: str, graad: object, index: Veldindex) -> Masker | None:
        _toets_tekstveld(index)
        gevonden: list[str] = []
        woorden = termen(index.soort, tekst)
        for woord in woorden:
            getal = float(str(graad))
            edits = min(int(getal), 2) if getal >= 1 or getal == 0 else toegelaten_edits(woord)
            treffers = process.extract(
                woord, list(index.termen), scorer=OSA.distance, processor=None, score_cutoff=edits, limit=None
            )
            gevonden.extend(ander for ander, _, _ in treffers)
        return self._met_termen(index, gevonden) if woorden else None

    def _zin(self, tekst: str, veld: str, index: Veldindex, *, speling: int) -> Masker | None:
        if index.soort not in (Soort.TEKST, Soort.STANDAARD):
            return self._woord(re.sub(r"([*?\\])", r"\\\1", tekst), veld, index)
        stroom = (ontleed if index.soort is Soort.TEKST else ontleed_standaard)(tekst)
        if not stroom.termen:
            return None
        masker: Masker = np.ones(self._index.aantal, dtype=np.bool_)
        for term in stroom.teksten:
            masker &= self._met_termen(index, (term,))
        if len(stroom.termen) > 1:
            masker &= self._index.levend()
            for nummer in np.flatnonzero(masker):
                waarden = self._index.stromen(int(nummer), veld)
                masker[nummer] = any(_bevat(waarde, stroom, speling) for waarde in waarden)
        return masker

    def _bereik(self, index: Veldindex, onder: tuple[str, bool], boven: tuple[str, bool]) -> Masker:
        laag, hoog = (_grens(grens[0]) for grens in (onder, boven))
        if index.soort in _NUMERIEK:
            van = -(2**62) if laag is None else _getallen(index, laag)[0 if onder[1] else 1] + (not onder[1])
            tot = 2**62 if hoog is None else _getallen(index, hoog)[1 if boven[1] else 0] - (not boven[1])
            return self._tussen(index, van, tot)
        vouw = _BEREIKVORM.get(index.soort, normaliseer)
        na = _ondergrens(None if laag is None else vouw(laag), onder[1])
        voor = _bovengrens(None if hoog is None else vouw(hoog), boven[1])
        return self._met_termen(index, [term for term in index.termen if na(term) and voor(term)])

    def _tussen(self, index: Veldindex, van: int, tot: int) -> Masker:
        getallen = np.array(index.getallen, dtype=np.int64)
        nummers = np.array(index.nummers, dtype=np.int64)
        uit: Masker = np.zeros(self._index.aantal, dtype=np.bool_)
        uit[nummers[(getallen >= van) & (getallen <= tot)]] = True
        return uit


def _toets_tekstveld(index: Veldindex) -> None:
    if index.soort in (*_NUMERIEK, Soort.WAARHEID):
        raise ValueError("no text field")


def _getallen(index: Veldindex, tekst: str) -> tuple[int, int]:
    gelezen = als_getal(tekst) if index.soort is Soort.GETAL else als_datum(tekst)
    if gelezen is None:
        raise ValueError("value of another type")
    return gelezen


def _vouw_sleutel(tekst: str) -> str:
    return vouw_tekens(tekst.replace("_", " ").replace("-", " ").replace(".", ""))


_JOKERVORM: dict[Soort, Vorm] = {**_BEREIKVORM, Soort.SLEUTEL: _vouw_sleutel}


def _ontsnapt(tekst: str) -> str:
    return re.sub(r"\\(.)", r"\1", tekst)


def _zonder_aanhaling(zin: Phrase) -> str:
    return _ontsnapt(str(zin.value)[1:-1])


def _grens(tekst: str) -> str | None:
    kaal = tekst.strip('"')
    return None if kaal == "*" else _ontsnapt(kaal)


def _ondergrens(grens: str | None, inclusief: bool) -> Callable[[str], bool]:
    if grens is None:
        return lambda _term: True
    return (lambda term: term >= grens) if inclusief else (lambda term: term > grens)


def _bovengrens(grens: str | None, inclusief: bool) -> Callable[[str], bool]:
    if grens is None:
        return lambda _term: True
    return (lambda term: term <= grens) if inclusief else (lambda term: term < grens)


def _plaatsen(stroom: Stroom) -> list[tuple[str, int]]:
    uit, plaats = [], 0
    for term in stroom.termen:
        plaats += term.stap
        uit.append((term.tekst, plaats))
    return uit


def _bevat(waarde: Stroom, zin: Stroom, speling: int) -> bool:
    """Tell whether the words of *zin* stand in *waarde* at their distances, give or take *speling* in all."""
    per_term: dict[str, list[int]] = {}
    for tekst, plaats in _plaatsen(waarde):
        per_term.setdefault(tekst, []).append(plaats)
    gezocht = _plaatsen(zin)
    verschoven: Sequence[list[int]] = [[p - eigen for p in per_term.get(tekst, ())] for tekst, eigen in gezocht]
    if speling == 0:
        return bool(set.intersection(*(set(lijst) for lijst in verschoven)))
    return any(max(keuze) - min(keuze) <= speling for keuze in product(*(lijst[:8] for lijst in verschoven)))
