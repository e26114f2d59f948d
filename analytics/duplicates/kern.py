"""The very name, glued: what stays of a name when kind, umbrella and place are gone, however it was spaced."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analytics.duplicates.woord import Woord

_LIDWOORDEN = frozenset({"de", "het", "t", "den", "een", "d", "der", "die", "la", "le", "les", "l"})
_KORTSTE = 5
#: What one word of a name is to the glued name: ``eigen``, ``klein`` or ``algemeen``; and the word.
Schakel = tuple[str, Woord]


def kernen(schakels: Sequence[Schakel]) -> frozenset[str]:
    """
    Return the readings of the glued name: all of it, and without general words (``Nieuw Land``, ``Kring Nieuw Land``).

    Shorter than five letters it says too little; one word alone is compared as a word.
    """
    zonder = _ontdaan(schakels)
    lezingen = (zonder, [s for s in zonder if s[0] != "algemeen"], [s for s in zonder if s[0] == "eigen"])
    teksten = ("".join(w.tekst for _, w in lezing) for lezing in lezingen)
    return frozenset(tekst for tekst in teksten if len(tekst) >= _KORTSTE)


def kernpatroon(schakels: Sequence[Schakel]) -> re.Pattern[str] | None:
    """Return the pattern of the glued name where words were cut short with a dot: ``ver.vrienden``."""
    zonder = _ontdaan(schakels)
    if not any(w.afgebroken for _, w in zonder) or sum(len(w.tekst) for _, w in zonder) < _KORTSTE:
        return None
    return re.compile("".join(w.tekst + "[a-z]*" * w.afgebroken for _, w in zonder))


def _ontdaan(schakels: Sequence[Schakel]) -> list[Schakel]:
    """Leave out articles in front, and small words behind."""
    begin, einde = 0, len(schakels)
    while begin < einde and schakels[begin][1].tekst in _LIDWOORDEN:
        begin += 1
    while einde > begin + 1 and schakels[einde - 1][0] == "klein" and any(s[0] == "eigen" for s in schakels[:einde]):
        einde -= 1
    return list(schakels[begin:einde])
