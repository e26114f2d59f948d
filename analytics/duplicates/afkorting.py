"""Abbreviations: which letters a name may go by, and which of its words an abbreviation stands for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import product

from analytics.duplicates.taal import is_woord
from analytics.duplicates.woord import Woord

# What an abbreviation may pass over inside a name: small words, honours, the tail of a word that gave its letters.
STIL = frozenset({"stop", "eer", "soort_zwak"})
# What the initials of a whole name may leave out: small words, honours, places.
_ZONDER = tuple(
    frozenset({"soort_zwak", *(klasse for klasse, weg in zip(("stop", "eer", "plaats"), keuze, strict=True) if weg)})
    for keuze in product((True, False), repeat=3)
)
_KORT_VOOR = frozenset({"eigen", "gewoon", "soort", "koepel", "algemeen"})
KORTSTE = 3
LANGST = 7
_KORTSTE_DEEL = 3
KORTSTE_LETTERGREPEN = 4
_KORTSTE_VOLUIT = 4  # "KA" does not stand for "KTA Aalst"
_KLINKERS = frozenset("aeiouy")
_MEESTE_DELEN = 4
_MEESTE_REEKSEN = 24


def reeksen(woord: str, staarten: Collection[str]) -> frozenset[str]:
    """
    Return the letters that one word may give: its first, or the first of each part of a compound.

    >>> sorted(reeksen("handbooggilde", {"gilde", "booggilde"}))
    ['h', 'hb', 'hbg', 'hg']
    """
    uit = {woord[0]}
    if woord in {"club", "klub"}:
        uit |= {"c", "k"}
    if 1 < len(woord) <= _KORTSTE_DEEL and woord.isalpha() and not _KLINKERS & set(woord):  # the "VV" of "KHVV"
        uit.add(woord)
    for knip in range(_KORTSTE_DEEL, len(woord) - _KORTSTE_DEEL + 1):
        if woord[knip:] in staarten:
            uit.update(woord[0] + rest for rest in reeksen(woord[knip:], staarten) if len(rest) < _MEESTE_DELEN)
    return frozenset(uit)


def reeksen_van(delen: Sequence[Collection[str]]) -> frozenset[str]:
    """Return the letters that a phrase may give, each of its words giving some of its own."""
    uit = {""}
    for deel in delen:
        uit = {begin + stuk for begin in uit for stuk in deel}
        if len(uit) > _MEESTE_REEKSEN:
            uit = set(sorted(uit, key=lambda reeks: (len(reeks), reeks))[:_MEESTE_REEKSEN])
    return frozenset(uit)


def initialen(woorden: Sequence[Woord]) -> frozenset[str]:
    """
    Return the abbreviations that a whole name may go by, with and without small words, honours and places.

    >>> sorted(initialen([Woord("gentse", "plaats", frozenset()), Woord("turn", "soort", frozenset()),
    ...                   Woord("kring", "algemeen", frozenset())]))
    ['gtk', 'tk']
    """
    rijen = {tuple(i for i, w in enumerate(woorden) if w.klasse not in zonder) for zonder in _ZONDER}
    reeksen_ = [woord.reeksen for woord in woorden]
    alle = (reeksen_van([reeksen_[i] for i in rij]) for rij in sorted(rijen) if len(rij) <= LANGST)
    return frozenset(u for uit in alle for u in uit if 2 <= len(u) <= LANGST)


def letterwoorden(woorden: Sequence[Woord]) -> tuple[int, ...]:
    """Return which words may be an abbreviation, whatever a list says that its letters mean; *Vl.* is cut short."""
    return tuple(
        i
        for i, w in enumerate(woorden)
        if w.klasse in _KORT_VOOR and 2 <= len(w.tekst) <= LANGST and w.tekst.isalpha() and not w.afgebroken
    )


def staat_voor(letters: str, woorden: Sequence[Woord]) -> tuple[int, int] | None:
    """
    Return from and to which word (exclusive) of a name *letters* abbreviates, or None; the longest such run.

    Every word of the run gives its first letter or the first letters of its parts; small words may be passed over.
    """
    beste: tuple[int, int] | None = None
    for begin, eerste in enumerate(woorden):
        # "DLV" starts with the article of "De Lustige Vinken".
        voluit = len(eerste.tekst) >= _KORTSTE_VOLUIT or eerste.klasse in {"eer", "stop"}
        if eerste.klasse == "soort_zwak" or eerste.tekst[0] != letters[0] or not voluit:
            continue
        standen = {0}
        for i in range(begin, len(woorden)):
            woord = woorden[i]
            stil = woord.klasse in STIL or (woord.klasse == "algemeen" and len(letters) >= KORTSTE)
            volgende = set(standen) if stil and i > begin else set()
            geeft = woord.klasse != "stop" or len(letters) >= KORTSTE  # "DF" is not "De Fabriek"
            if woord.klasse != "soort_zwak" and geeft:
                volgende |= {s + len(r) for s in standen for r in woord.reeksen if letters.startswith(r, s)}
            klaar = len(letters) in volgende and woord.klasse not in {"stop", "soort_zwak"}
            if klaar and (beste is None or i + 1 - begin > beste[1] - beste[0]):
                beste = begin, i + 1
            standen = {s for s in volgende if s < len(letters)}
            if not standen:
                break
    return beste


def is_lettergrepig(woord: Woord) -> bool:
    """Tell whether a word may be made of the beginnings of others: no word of the language, nor of the lists."""
    return woord.klasse == "eigen" and len(woord.tekst) >= KORTSTE_LETTERGREPEN and not is_woord(woord.tekst)


def voorvoegsels(letters: Collection[str]) -> frozenset[str]:
    """Return whatever any of *letters* begins with."""
    return frozenset(woord[:i] for woord in letters for i in range(1, len(woord) + 1))


def lettergrepen(woorden: Sequence[Woord], zoek: Collection[str], begin: Collection[str]) -> set[str]:
    """
    Return which of *zoek* the beginnings of all words of a name make: ``DaToVoC`` of *Dames Tongeren Volleybalclub*.

    Only small words and honours are passed over.

    Args:
        woorden: The words of the name.
        zoek: Abbreviations.
        begin: What these may begin with, see :func:`voorvoegsels`.
    """
    telt = [woord for woord in woorden if woord.klasse not in STIL]
    standen = {""} if len(telt) > 1 else set[str]()
    for woord in telt:
        standen = {stand for s in standen for r in _beginsels(woord) if (stand := s + r) in begin}
    return standen.intersection(zoek)


def _beginsels(woord: Woord) -> frozenset[str]:
    """Return the letters that a word gives to a name made of syllables: its first ones, and those of its tail."""
    kop = woord.tekst[:2]
    heel = {woord.tekst} if woord.klasse == "plaats" else set[str]()  # "Stalvoc" of Stal
    return woord.reeksen | {kop, woord.tekst[:3]} | {kop + reeks[1:] for reeks in woord.reeksen} | heel
