"""
Evaluates a query_string query over the search index.

luqum parses; operators are then read as Lucene reads them: without parentheses ``AND`` makes
both its neighbours required, ``OR`` and juxtaposition leave a clause optional, ``NOT`` forbids.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from luqum.exceptions import ParseError
from luqum.parser import parser
from luqum.tree import (
    AndOperation,
    BaseOperation,
    Boost,
    FieldGroup,
    Group,
    Item,
    Not,
    OrOperation,
    Plus,
    Prohibit,
    SearchField,
    UnknownOperation,
    Word,
)

from analytics.sandbox.fouten import domeinfout
from analytics.sandbox.zoekblad import Bladen
from analytics.sandbox.zoekindex import Masker, Zoekindex
from analytics.sandbox.zoekvelden import ENKEL_PUBLIEK, VELDEN

# The engine's own limit.
_MEESTE_BLADEN = 1024
# Outside quotes: the symbols for AND, OR and NOT, and a leading apostrophe as in 't, which
# the parser does not take as the start of a word.
_SYMBOLEN = re.compile(r'"(?:\\.|[^"\\])*"|\\.|&&|\|\||(?<![^\s(:])!(?=\S)|(?<![^\s(:+\-])\'')
_VERVANGING = {"&&": "AND", "||": "OR", "!": "NOT ", "'": "\\'"}


@dataclass(frozen=True, slots=True)
class _Clausule:
    """One clause of a boolean query: *verplicht* must match, *verboden* may not."""

    knoop: Item
    verplicht: bool = False
    verboden: bool = False


def zoek_masker(q: str, index: Zoekindex, *, publiek: bool = False) -> Masker:
    """
    Give which documents match *q*; fields of the public search only count with *publiek*.

    Raises:
        Weigering: 400 for a query that the engine refuses.
    """
    velden = [veld for veld in VELDEN if publiek or veld not in ENKEL_PUBLIEK]
    try:
        boom = parser.parse(_SYMBOLEN.sub(lambda m: _VERVANGING.get(m[0], m[0]), q))
        gevonden = _Evaluatie(index, velden).waarde(boom, None)
    except (ParseError, ValueError, RecursionError):
        raise domeinfout(
            "Deze zoekopdracht kon niet uitgevoerd worden. Controleer alle parameters en probeer opnieuw."
        ) from None
    return index.masker(()) if gevonden is None else gevonden & index.levend()


class _Evaluatie:
    def __init__(self, index: Zoekindex, velden: list[str]) -> None:
        self._index = index
        self._velden = velden
        self._bladen = Bladen(index)
        self._aantal = 0

    def waarde(self, knoop: Item, veld: str | None) -> Masker | None:
        """Give the documents that match *knoop*; ``None`` for a clause of which nothing is left, as stop words."""
        if isinstance(knoop, Boost | Plus):
            return self.waarde(knoop.children[0], veld)
        if isinstance(knoop, Group | FieldGroup):
            return self.waarde(knoop.children[0], veld)
        if isinstance(knoop, BaseOperation | Not | Prohibit):
            return self._booleaans(list(_clausules(knoop)), veld)
        if isinstance(knoop, SearchField):
            return self._in_veld(knoop)
        return self._blad(knoop, veld)

    def _in_veld(self, knoop: SearchField) -> Masker | None:
        inhoud = knoop.children[0]
        if isinstance(inhoud, SearchField):
            raise ValueError("a field within a field")
        naam = str(knoop.name).replace("\\", "")
        if naam == "_exists_":
            return self._bladen.bestaat(str(inhoud).strip())
        if naam == "*" and isinstance(inhoud, Word) and inhoud.value == "*":
            return self._index.levend()
        return self.waarde(inhoud, naam)

    def _booleaans(self, clausules: list[_Clausule], veld: str | None) -> Masker | None:
        verplicht: list[Masker] = []
        mogelijk: list[Masker] = []
        verboden: list[Masker] = []
        for clausule in clausules:
            masker = self.waarde(clausule.knoop, veld)
            if masker is not None:
                (verboden if clausule.verboden else verplicht if clausule.verplicht else mogelijk).append(masker)
        if not (verplicht or mogelijk or verboden):
            return None
        uit = self._index.levend()
        for masker in verplicht:
            uit &= masker
        # An optional clause only decides when nothing is required.
        if mogelijk and not verplicht:
            een = mogelijk[0].copy()
            for masker in mogelijk[1:]:
                een |= masker
            uit &= een
        for masker in verboden:
            uit &= ~masker
        return uit

    def _blad(self, knoop: Item, veld: str | None) -> Masker | None:
        self._aantal += 1
        if self._aantal > _MEESTE_BLADEN:
            raise ValueError("too many clauses")
        if veld is None and isinstance(knoop, Word) and knoop.value == "*":
            return self._index.levend()
        if veld is not None and "*" not in veld:
            if veld not in self._velden:
                return self._index.masker(())
            return self._bladen.zoek(knoop, veld, soepel=False)
        gevonden = None
        for ander in self._velden:
            if veld is None or fnmatchcase(ander, veld):
                masker = self._bladen.zoek(knoop, ander, soepel=True)
                if masker is not None:
                    gevonden = masker if gevonden is None else gevonden | masker
        return gevonden


def _clausules(knoop: Item) -> Iterator[_Clausule]:
    """Give the clauses of an operation as Lucene's classic parser groups them."""
    lijst: list[_Clausule] = []
    for voegwoord, deel in _plat(knoop, None):
        verboden = isinstance(deel, Not | Prohibit)
        verplicht = isinstance(deel, Plus) or (voegwoord == "AND" and not verboden)
        if voegwoord == "AND" and lijst and not lijst[-1].verboden:
            lijst[-1] = _Clausule(lijst[-1].knoop, verplicht=True)
        kern = deel.children[0] if isinstance(deel, Not | Prohibit | Plus) else deel
        lijst.append(_Clausule(kern, verplicht, verboden))
    yield from lijst


def _plat(knoop: Item, voegwoord: str | None) -> Iterator[tuple[str | None, Item]]:
    """Give the parts of an operation in the order typed, each with the conjunction before it."""
    if isinstance(knoop, AndOperation | OrOperation | UnknownOperation):
        eigen = "AND" if isinstance(knoop, AndOperation) else "OR" if isinstance(knoop, OrOperation) else None
        for i, deel in enumerate(knoop.children):
            yield from _plat(deel, voegwoord if i == 0 else eigen)
    else:
        yield voegwoord, knoop
