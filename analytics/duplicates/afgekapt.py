"""Names that a field of some thirty characters cut off, in the middle of a word."""

from __future__ import annotations

from collections.abc import Sequence

from analytics.duplicates.naamdelen import Naam
from analytics.duplicates.woord import Woord

#: Without spaces; a shorter name is not what a field cuts off.
KORTSTE_AFGEKAPT = 20
# Such a word behind the cut would make another association of it.
_TELLEND = frozenset({"geslacht", "leeftijd", "neven", "getal", "wind"})


def afgekapt(a: Naam, b: Naam) -> Naam | None:
    """
    Return the whole name of two, where the other is the same but cut off inside a word, otherwise None.

    A cut between two words is no cut: ``Vriendenkring Sint-Pieters`` says less than ``Vriendenkring
    Sint-Pieterscollege``. Nor is one inside a small word: what follows is then the very name.
    """
    kort, lang = (a, b) if len(a.heel) < len(b.heel) else (b, a)
    if len(kort.heel) < KORTSTE_AFGEKAPT:
        return None
    woorden = [w for w in lang.alle if w.klasse != "soort_zwak"]
    geknipt = _letterlijk(kort.heel, woorden)
    if not geknipt:  # "KON HARMONIE" for "Koninklijke Harmonie"
        woorden = [w for w in woorden if w.klasse != "eer"]
        geknipt = _woordelijk([w for w in kort.alle if w.klasse not in {"soort_zwak", "eer"}], woorden)
    if not geknipt or any(w.klasse in _TELLEND for w in woorden[geknipt:]):
        return None
    return lang if woorden[geknipt - 1].klasse != "stop" else None


def _letterlijk(kort: str, woorden: Sequence[Woord]) -> int:
    """Return after how many words the cut lies where all before it is the same to the letter, 0 if it is not."""
    heel = "".join(w.tekst for w in woorden)
    if not heel.startswith(kort):
        return 0
    einde = 0
    for i, woord in enumerate(woorden, 1):
        begin, einde = einde, einde + len(woord.tekst)
        if begin < len(kort) < einde:
            return i
    return 0


def _woordelijk(kort: Sequence[Woord], lang: Sequence[Woord]) -> int:
    """Return the same where words before the cut mean the same, however they are written."""
    if len(kort) > len(lang) or len(kort) < 3:
        return 0
    *voor, laatste = kort
    if any(not (x.waarden & y.waarden or x.tekst == y.tekst) for x, y in zip(voor, lang, strict=False)):
        return 0
    tegen = lang[len(voor)].tekst
    return len(kort) if len(laatste.tekst) > 1 and tegen.startswith(laatste.tekst) and tegen != laatste.tekst else 0
