"""Patron saints, each in one spelling."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import OSA

from analytics.duplicates.woord import Woord

_KORTSTE_VERSCHREVEN = 5


@dataclass(frozen=True)
class Heiligen:
    """
    The saints of the word lists.

    Attributes:
        schrijfwijzen: Name as written after ``Sint`` → the one spelling.
    """

    schrijfwijzen: Mapping[str, str]

    @cached_property
    def _spellingen(self) -> frozenset[str]:
        return frozenset(self.schrijfwijzen.values())

    def kent(self, naam: str) -> bool:
        """Tell whether this is a saint's name, in any spelling of the lists."""
        return naam in self.schrijfwijzen or naam in self._spellingen

    def spelling(self, naam: str) -> str:
        """Return the one spelling of a saint's name, also when a letter is wrong."""
        if len(naam) >= _KORTSTE_VERSCHREVEN and not self.kent(naam):
            alle = (*self.schrijfwijzen, *sorted(self._spellingen))
            # Paula is no Paul with a slip.
            dichtbij = (h for h in alle if abs(len(h) - len(naam)) < 2 and h.endswith("a") == naam.endswith("a"))
            naam = next((h for h in dichtbij if OSA.distance(naam, h, score_cutoff=1) <= 1), naam)
        return self.schrijfwijzen.get(naam, naam)

    def in_samenstelling(self, naam: str) -> str:
        """Return the one spelling of a saint that a compound begins with, as *lambertus*fanfare does; empty if none."""
        vorm = next(filter(self.kent, (naam, naam.removesuffix("s"))), "")
        return self.schrijfwijzen.get(vorm, vorm)


def sint(tekst: str, heilige: str) -> Woord:
    """Return the word for a saint, as written and in the one spelling."""
    return Woord(tekst, "sint", frozenset({f"sint {heilige}"}))
