"""One word of a name, and what it is."""

from __future__ import annotations

from typing import NamedTuple


class Woord(NamedTuple):
    """
    One word or phrase of a name.

    Attributes:
        tekst: Folded and glued: ``sintjan`` for ``St.-Jan``.
        klasse: A class of the word lists, ``plaats``, ``sint`` (patron saint), ``eigen`` (a word no list knows)
            or ``soort_zwak`` (the tail of such a word: ``dijlekoor``), which counts where no discipline is named.
        waarden: What it stands for; for a place its name, for a saint the one spelling.
        nis: Municipalities a place lies in, otherwise empty.
        anders: What the word is where the place is not the association's own (``De Mol`` outside Mol).
        letters: What it may give to an abbreviation; empty: its first letter.
        delen: Parts of a compound, each as the things it may be called: its forms, ``~`` before how it sounds, ``=``
            before what it stands for.
        koppen: What a compound may begin with, as written, and the word that it then ends in.
        stammen: Everything of it that a part of another word may be.
        afgebroken: Whether it was cut short, with a dot: ``ver.``.
        verwant: Kinds that are written for its own one.
    """

    tekst: str
    klasse: str
    waarden: frozenset[str]
    nis: frozenset[str] = frozenset()
    anders: str = "eigen"
    letters: frozenset[str] = frozenset()
    delen: tuple[frozenset[str], ...] = ()
    koppen: tuple[tuple[str, Woord], ...] = ()
    stammen: frozenset[str] = frozenset()
    afgebroken: bool = False
    verwant: frozenset[str] = frozenset()

    @property
    def kop(self) -> frozenset[str]:
        """What a compound begins with, as stems; empty for other words."""
        return frozenset(naam for naam in self.delen[0] if naam[0] != "=") if self.delen else frozenset()

    @property
    def langste(self) -> str:
        """The longest thing it stands for, the first of the alphabet among equals; itself when it is no list word."""
        return min(self.waarden, key=lambda waarde: (-len(waarde), waarde), default=self.tekst)

    @property
    def reeksen(self) -> frozenset[str]:
        """What it may give to an abbreviation."""
        return self.letters or frozenset({self.tekst[0]})
