"""What two names say about each other, as marks that have weights."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from analytics.duplicates import gewichten as g
from analytics.duplicates.onderscheid import Verschil


@dataclass(frozen=True)
class Naamoordeel:
    """
    What two names say.

    Attributes:
        niveau: Word for the kind of agreement, see :data:`analytics.duplicates.redenen.NAAM`.
        kenmerken: What was seen; each has a weight in :data:`gewichten.NAAM` or :data:`gewichten.ONDERSCHEID`.
        verschillen: Each telling difference.
        gewoon: Whether only umbrella, place, patron saint or common words are shared.
        plaatsloos: Whether neither name has a word of its own, nor do both mention a place of their municipality:
            every parish may have one.
        streek: Whether both names mention one region, so that they are not of one municipality only.
    """

    niveau: str
    kenmerken: tuple[str, ...]
    verschillen: tuple[Verschil, ...]
    gewoon: bool
    plaatsloos: bool = False
    streek: bool = False

    @cached_property
    def naam(self) -> float:
        """Contribution of the shared and unshared words, in log-odds."""
        return sum(g.NAAM.get(kenmerk, 0.0) for kenmerk in self.kenmerken)

    @cached_property
    def onderscheid(self) -> float:
        """Contribution of telling words that differ, in log-odds."""
        return sum(g.ONDERSCHEID.get(kenmerk, 0.0) for kenmerk in self.kenmerken)

    @cached_property
    def totaal(self) -> float:
        """Contribution of the names as a whole, in log-odds."""
        return self.naam + self.onderscheid
