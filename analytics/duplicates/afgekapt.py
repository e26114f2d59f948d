"""Names that a field of some thirty characters cut off, in the middle of a word."""

from __future__ import annotations

from analytics.duplicates.naamdelen import Naam

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
    kort, lang = (a.heel, b) if len(a.heel) < len(b.heel) else (b.heel, a)
    if len(kort) < KORTSTE_AFGEKAPT or not lang.heel.startswith(kort):
        return None
    einde, geknipt = 0, False
    for woord in lang.alle:
        if woord.klasse == "soort_zwak":
            continue
        begin, einde = einde, einde + len(woord.tekst)
        if begin < len(kort) < einde:
            geknipt = woord.klasse != "stop"
        if begin >= len(kort) and woord.klasse in _TELLEND:
            return None
    return lang if geknipt else None
