"""Abbreviations written out with the words of the other name, or left out beside their own long form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analytics.duplicates.afkorting import KORTSTE, staat_voor
from analytics.duplicates.naamdelen import Naam, maak_naam
from analytics.duplicates.woord import Woord

_ZEGT_WIE = frozenset({"eigen", "gewoon", "sint"})


@dataclass(frozen=True)
class Voluit:
    """
    Two names of which an abbreviation is written out.

    Attributes:
        a, b: The names as they now stand.
        letters: Number of letters of the abbreviation.
        bekend: What the lists say that its letters mean, as a word; None when no list knows them.
        voor: The words it stands for.
    """

    a: Naam
    b: Naam
    letters: int
    bekend: Woord | None
    voor: tuple[Woord, ...]

    @property
    def noemt_naam(self) -> bool:
        """Tell whether the abbreviation stands for a proper name, and not just for what kind of association it is."""
        return any(w.klasse in _ZEGT_WIE for w in self.voor)


def voluit(a: Naam, b: Naam) -> Iterator[Voluit]:
    """
    Yield both names with an abbreviation of one written out as the words of the other.

    ``VT Aalst`` beside ``Volleyteam Aalst``; an abbreviation beside its own long form is left out, or stands for it
    (``Similes Familievereniging (SFV)``).
    """
    for kort, lang, omgekeerd in ((a, b, False), (b, a, True)):
        begin = {w.tekst[0] for w in lang.alle}
        zelf = {w.tekst for w in lang.alle}
        for i in kort.letterwoorden:
            woord = kort.alle[i]
            if woord.tekst in zelf:
                continue
            bekend = None if woord.klasse == "eigen" else woord
            over = [*kort.alle[:i], *kort.alle[i + 1 :]]
            for letters in _vormen(woord.tekst):
                run = staat_voor(letters, lang.alle) if letters[0] in begin else None
                if run is not None:
                    stuk = lang.alle[run[0] : run[1]]
                    uit = maak_naam([*kort.alle[:i], *stuk, *kort.alle[i + 1 :]])
                    yield Voluit(*((lang, uit) if omgekeerd else (uit, lang)), len(letters), bekend, stuk)
                    break
            else:
                eigen = staat_voor(woord.tekst, over) if bekend is None else None
                for deel in (over, [woord, *over[: eigen[0]], *over[eigen[1] :]]) if eigen else ():
                    uit = maak_naam(deel)
                    stuk = tuple(over[eigen[0] : eigen[1]]) if eigen else ()
                    yield Voluit(*((lang, uit) if omgekeerd else (uit, lang)), len(woord.tekst), None, stuk)


def _vormen(letters: str) -> tuple[str, ...]:
    """Return the letters, and without the ``k`` of royal: ``KSV`` may be a Sportvereniging."""
    return (letters, letters[1:]) if letters[0] == "k" and len(letters) >= KORTSTE else (letters,)
