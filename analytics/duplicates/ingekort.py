"""Abbreviations written out with the words of the other name, or left out beside their own long form."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from analytics.duplicates.afkorting import (
    KORTSTE,
    KORTSTE_LETTERGREPEN,
    is_lettergrepig,
    lettergrepen,
    staat_voor,
    voorvoegsels,
)
from analytics.duplicates.naamdelen import Naam, maak_naam
from analytics.duplicates.woord import Woord

_ZEGT_WAAR = frozenset({"plaats", "streek", "wind", "stop", "eer"})
_TAK = frozenset({"afdeling", "afd"})
_ZEGT_WIE = frozenset({"eigen", "gewoon", "sint"})


@dataclass(frozen=True)
class Voluit:
    """
    Two names of which an abbreviation is written out.

    Attributes:
        a, b: The names as they now stand.
        kern: Number of letters of the abbreviation; without the ``k`` of royal where nothing says royal.
        bekend: What the lists say that its letters mean, as a word; None when no list knows them.
        voor: The words it stands for.
    """

    a: Naam
    b: Naam
    kern: int
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
        namen = frozenset[str]().union(*(w.waarden for w in lang.alle if w.klasse == "gewoon"))
        for i in kort.letterwoorden:
            woord = kort.alle[i]
            voor, na = kort.alle[:i], kort.alle[i + 1 :]
            bekend = None if woord.klasse == "eigen" else woord
            # What both have need not be written out with the other's words.
            beide = woord.tekst in zelf or woord.waarden & namen
            for letters, stuk, rest in _lezingen(woord, voor, na, lang, () if beide else begin):
                uit = maak_naam(rest)
                yield Voluit(*((lang, uit) if omgekeerd else (uit, lang)), len(letters), bekend, stuk)


def _lezingen(
    woord: Woord, voor: tuple[Woord, ...], na: tuple[Woord, ...], lang: Naam, begin: Collection[str]
) -> Iterator[tuple[str, tuple[Woord, ...], list[Woord]]]:
    """Yield letters, the words that they stand for, and the name with these: of the other name, or of its own."""
    over = [*voor, *na]
    # Letters that its own name explains are not about the other one.
    begin = () if any(staat_voor(letters, over) for letters in vormen(woord.tekst)) else begin
    for letters in vormen(woord.tekst):
        run = staat_voor(letters, lang.alle) if letters[0] in begin else None
        if run is None and is_lettergrepig(woord) and len(letters) >= KORTSTE_LETTERGREPEN and letters[0] in begin:
            telt = [w for w in lang.alle if not _noemen(over, w)]  # "FLAC Ieper" need not tell of Ieper again
            run = (0, len(lang.alle)) if lettergrepen(telt, {letters}, voorvoegsels({letters})) else None
        if run is not None:
            stuk = lang.alle[run[0] : run[1]]
            # "KAV" is not the Antwerpen Voorkempen of a Rotary.
            zegt_wat = woord.klasse == "eigen" or any(w.klasse not in _ZEGT_WAAR for w in stuk)
            # No Rotary or Chiro calls itself royal.
            koninklijk = letters != woord.tekst and any(w.klasse == "koepel" for w in stuk)
            if zegt_wat and not koninklijk:
                yield letters, stuk, [*voor, *stuk, *na]
                return
    for letters in vormen(woord.tekst):
        run = staat_voor(letters, over)
        if run is not None:
            stuk = tuple(over[run[0] : run[1]])
            yield letters, stuk, over
            yield letters, stuk, [woord, *over[: run[0]], *over[run[1] :]]
            return


def _noemen(woorden: Collection[Woord], woord: Woord) -> bool:
    """Tell whether *woord* is a place that *woorden* name too, or the word for a branch before one."""
    return woord.tekst in _TAK or (woord.klasse == "plaats" and any(w.waarden & woord.waarden for w in woorden))


def vormen(letters: str) -> tuple[str, ...]:
    """Return the letters, and without the ``k`` or ``r`` of royal: ``KSV`` may be a Sportvereniging."""
    if letters[0] == "r" and len(letters) > KORTSTE:
        return letters, letters[1:]
    return (letters, letters[1:]) if letters[0] == "k" and len(letters) >= 2 else (letters,)
