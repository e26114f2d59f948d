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
    begin = _lidwoorden(schakels)
    zonder = _ontdaan(schakels)
    lezingen = (
        schakels[begin:],
        zonder,
        [s for s in zonder if s[0] != "algemeen"],
        [s for s in zonder if s[0] == "eigen"],
    )
    teksten = ("".join(w.tekst for _, w in lezing) for lezing in lezingen)
    return frozenset(tekst for tekst in teksten if len(tekst) >= _KORTSTE)


def kernpatroon(schakels: Sequence[Schakel]) -> re.Pattern[str] | None:
    """Return the pattern of the glued name where words were cut short with a dot: ``ver.vrienden``."""
    zonder = _ontdaan(schakels)
    if not any(w.afgebroken for _, w in zonder) or sum(len(w.tekst) for _, w in zonder) < _KORTSTE:
        return None
    return re.compile("".join(w.tekst + "[a-z]*" * w.afgebroken for _, w in zonder))


def _lidwoorden(schakels: Sequence[Schakel]) -> int:
    """Return how many articles stand in front."""
    return next((i for i, (_, woord) in enumerate(schakels) if woord.tekst not in _LIDWOORDEN), len(schakels))


def _ontdaan(schakels: Sequence[Schakel]) -> Sequence[Schakel]:
    """Leave out articles in front, and small words behind a proper one."""
    laatste = max((i for i, s in enumerate(schakels) if s[0] == "eigen"), default=len(schakels))
    einde = next((i for i in range(len(schakels), laatste, -1) if schakels[i - 1][0] != "klein"), len(schakels))
    return schakels[_lidwoorden(schakels) : einde]
