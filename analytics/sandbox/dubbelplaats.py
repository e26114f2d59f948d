"""Words of the associations in one place, so that edit distances are taken within that place only."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

# A postcode with the words of its gemeente.
Plaatssleutel = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Document:
    """What the index knows of an association: its words, in order; words and pairs per clause; its places."""

    vcode: str
    naam: str
    woorden: tuple[str, ...]
    exact: tuple[str, ...]
    paren: tuple[str, ...]
    lengte_exact: int
    lengte_paren: int
    plaatsen: frozenset[Plaatssleutel]

    @property
    def aaneen(self) -> str:
        """The name without spaces."""
        return "".join(self.woorden)


class Plaats:
    """Document numbers per word, per pair and per glued name; the words by length."""

    def __init__(self) -> None:
        self.exact: dict[str, list[int]] = {}
        self.paren: dict[str, list[int]] = {}
        self.aaneen: dict[str, list[int]] = {}
        self._woorden: list[str] = []

    def zet(self, nummer: int, document: Document) -> None:
        """Add a document."""
        for woord in document.exact:
            if woord not in self.exact:
                self.exact[woord] = []
                insort(self._woorden, woord, key=len)
            self.exact[woord].append(nummer)
        for paar in document.paren:
            self.paren.setdefault(paar, []).append(nummer)
        self.aaneen.setdefault(document.aaneen, []).append(nummer)

    def gelijkend(self, woord: str) -> Iterator[tuple[str, int]]:
        """Give the words within the allowed number of edits, with that number."""
        edits = toegelaten_edits(woord)
        if edits == 0:
            if woord in self.exact:
                yield woord, 0
            return
        van = bisect_left(self._woorden, len(woord) - edits, key=len)
        tot = bisect_right(self._woorden, len(woord) + edits, key=len)
        treffers = process.extract(
            woord, self._woorden[van:tot], scorer=OSA.distance, processor=None, score_cutoff=edits, limit=None
        )
        for ander, afstand, _ in treffers:
            yield ander, int(afstand)


def toegelaten_edits(woord: str) -> int:
    """Give how many edits a word may differ: none up to 2 characters, one up to 5, else two."""
    return 0 if len(woord) <= 2 else 1 if len(woord) <= 5 else 2
