"""Abbreviations: which letters a name may go by, and which of its words an abbreviation stands for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from analytics.duplicates.woord import Woord

_STIL = frozenset({"stop", "soort_zwak"})
# What an abbreviation may leave out, beside compound tails: small words, honours, places.
_ZONDER = tuple(
    frozenset({"soort_zwak", *(klasse for klasse, weg in zip(("stop", "eer", "plaats"), keuze, strict=True) if weg)})
    for keuze in product((True, False), repeat=3)
)
KORTSTE = 3
LANGST = 7


def initialen(woorden: Sequence[Woord]) -> frozenset[str]:
    """
    Return the abbreviations that a whole name may go by.

    With and without small words, honours and places; a compound counts for one letter or for one per part.

    >>> sorted(initialen([Woord("gentse", "plaats", frozenset()), Woord("turn", "soort", frozenset()),
    ...                   Woord("kring", "algemeen", frozenset())]))
    ['gtk']
    """
    uit: set[str] = set()
    for zonder in _ZONDER:
        rij = [(w.tekst[0], w.letters or w.tekst[0]) for w in woorden if w.klasse not in zonder]
        if len(rij) <= LANGST:
            uit.update(("".join([r[0] for r in rij]), "".join([r[1] for r in rij])))
    return frozenset(u for u in uit if KORTSTE <= len(u) <= LANGST)


def letterwoorden(woorden: Sequence[Woord]) -> tuple[int, ...]:
    """Return which of the words may be an abbreviation: two to seven letters that no list knows."""
    return tuple(
        i for i, w in enumerate(woorden) if w.klasse == "eigen" and 2 <= len(w.tekst) <= LANGST and w.tekst.isalpha()
    )


def _delen(woord: Woord) -> str:
    return woord.letters or woord.tekst[0]


def staat_voor(letters: str, woorden: Sequence[Woord]) -> tuple[int, int] | None:
    """
    Return from and to which word (exclusive) of a name *letters* abbreviates, or None; the longest such run.

    Every word of the run gives its first letter or the first letters of its parts; small words may be passed over.
    """
    for begin in range(len(woorden)):
        # "DLV" starts with the article of "De Lustige Vinken".
        if woorden[begin].klasse == "soort_zwak" or woorden[begin].tekst[0] != letters[0]:
            continue
        standen = {0}
        einde = 0
        for i in range(begin, len(woorden)):
            woord = woorden[i]
            volgende = set(standen) if woord.klasse in _STIL else set()
            for stand, stuk in product(standen, {woord.tekst[0], _delen(woord)}):
                if letters.startswith(stuk, stand):
                    volgende.add(stand + len(stuk))
            if len(letters) in volgende and woord.klasse not in _STIL:
                einde = i + 1
                break
            standen = {s for s in volgende if s < len(letters)}
            if not standen:
                break
        if einde and (einde - begin > 1 or len(_delen(woorden[begin])) > 1):
            return begin, einde
    return None
