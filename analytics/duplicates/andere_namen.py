"""Names under which one association is or was known: former, official, sponsored and everyday ones, and its letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from analytics.duplicates.tekst import langste_frases

#: What stands for such a name among the words of another one; no folded word begins so.
MERK = "="
# A "Karate Club Ronse" is not the Club Ronse.
_CLUB = "club"
_VOOR_CLUB = frozenset({"koninklijke", "kon", "k", "royal", "de", "supporters", "supportersclub", "fanclub"})


@dataclass(frozen=True)
class AndereNamen:
    """
    Associations that go by several names.

    Attributes:
        van: Folded words of a name → who bears it.
    """

    van: Mapping[tuple[str, ...], str]

    @cached_property
    def _langste(self) -> dict[str, int]:
        """Return the first word of every name → the number of words of the longest that starts so."""
        return langste_frases(self.van)

    def in_naam(self, stukken: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
        """Yield who is known under a part of a name, and its folded words with a mark in place of that part."""
        klaar = 0
        for i, stuk in enumerate(stukken):
            los = stuk != _CLUB or i == 0 or stukken[i - 1] in _VOOR_CLUB
            langste = self._langste.get(stuk, 0) if los and i >= klaar else 0
            for einde in range(min(len(stukken), i + langste), i, -1):
                wie = self.van.get(tuple(stukken[i:einde]))
                if wie is not None:
                    yield wie, [*stukken[:i], MERK + wie, *stukken[einde:]]
                    klaar = einde
                    break
