"""Tell a duplicate of ourselves from a real one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from analytics.register.grootboek import Grootboek
from analytics.register.stand import DUBBEL, KLAAR
from analytics.register.vorm import kaal


def herken_zelf(grootboek: Grootboek, namen: Mapping[str, str]) -> tuple[str, ...]:
    """
    Book as loaded what the register calls a possible duplicate of an association that we loaded under another key.

    Only when that key is not delivered any more and the names are the same: the pilot gave it another number. Any other
    candidate of ours is a duplicate within the delivery, for a human to decide on.

    Args:
        namen: Per delivered key the name of the association.

    Returns:
        The keys that were recognised.
    """
    herkend = []
    for stand in [s for s in grootboek.standen() if s.stand == DUBBEL and s.intern_nummer in namen]:
        for kandidaat in stand.kandidaten:
            eigen = grootboek.van_vcode(kandidaat.vcode)
            zelfde_naam = kaal(kandidaat.naam) == kaal(namen[stand.intern_nummer])
            if eigen is not None and eigen not in namen and zelfde_naam:
                grootboek.zet(replace(stand, stand=KLAAR, vcode=kandidaat.vcode, zelf_van=eigen))
                herkend.append(stand.intern_nummer)
                break
    return tuple(herkend)
