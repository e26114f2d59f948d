"""Faults on demand: which call suffers what, the same for the same seed and order of calls."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field

from analytics.sandbox.fouten import InstellingFout

TRAAG, TE_VEEL, FOUT, ONBESCHIKBAAR = "traag", "429", "500", "503"
WEG_VOOR, WEG_NA, VEROUDERD = "weg-voor", "weg-na", "verouderd"
SOORTEN = (TRAAG, TE_VEEL, FOUT, ONBESCHIKBAAR, WEG_VOOR, WEG_NA, VEROUDERD)
_GETALLEN = {"zaad": 0, "traag-ms": 200, "verouderd-ms": 1000, "wacht": 1}


@dataclass(frozen=True, slots=True)
class Storingen:
    """
    Which faults to show.

    *kansen* gives the chance per kind (together at most 1), *beurten* the calls, counted from 1,
    that certainly suffer one. *wacht* is the Retry-After of a 429, in seconds.
    """

    kansen: Mapping[str, float] = field(default_factory=dict)
    beurten: Mapping[int, str] = field(default_factory=dict)
    zaad: int = 0
    traag_ms: int = 200
    verouderd_ms: int = 1000
    wacht: int = 1


def lees_storingen(tekst: str) -> Storingen:
    """
    Read faults from text such as ``429=0.1,weg-na@3,traag=0.05,traag-ms=500,zaad=7``.

    ``kind=chance`` hits calls at random, ``kind@n`` hits the n-th call. Kinds: ``traag``, ``429``,
    ``500``, ``503``, ``weg-voor`` (connection dropped before the write), ``weg-na`` (after it) and
    ``verouderd`` (projections stand still).

    Raises:
        InstellingFout: If a part cannot be read; the message names it.
    """
    kansen: dict[str, float] = {}
    beurten: dict[int, str] = {}
    getallen = dict(_GETALLEN)
    for deel in filter(None, (stuk.strip() for stuk in tekst.split(","))):
        naam, teken, waarde = deel.partition("@") if "@" in deel else deel.partition("=")
        try:
            if naam in SOORTEN and teken == "@" and int(waarde) > 0:
                beurten[int(waarde)] = naam
                continue
            if naam in SOORTEN and teken == "=" and 0 <= float(waarde) <= 1:
                kansen[naam] = float(waarde)
                continue
            if naam in getallen and teken == "=" and int(waarde) >= 0:
                getallen[naam] = int(waarde)
                continue
        except ValueError:
            pass
        raise InstellingFout(
            f"De storing {deel!r} is niet leesbaar. Schrijf soort=kans of soort@beurt, met soort een van "
            f"{', '.join(SOORTEN)}, of {', '.join(f'{getal}=getal' for getal in getallen)}."
        )
    if sum(kansen.values()) > 1:
        raise InstellingFout("De kansen van de storingen zijn samen groter dan 1. Verlaag ze.")
    return Storingen(
        kansen, beurten, getallen["zaad"], getallen["traag-ms"], getallen["verouderd-ms"], getallen["wacht"]
    )


class Storingsbron:
    """Hands out at most one fault per call, in the order in which calls arrive."""

    def __init__(self, storingen: Storingen) -> None:
        self.storingen = storingen
        self._beurt = 0
        # Not for secrecy: the same seed has to give the same faults.
        self._toeval = random.Random(storingen.zaad)  # noqa: S311

    def volgende(self) -> str | None:
        """Give the fault of this call, or ``None``."""
        self._beurt += 1
        worp = self._toeval.random()
        vast = self.storingen.beurten.get(self._beurt)
        if vast is not None:
            return vast
        for soort in SOORTEN:
            worp -= self.storingen.kansen.get(soort, 0.0)
            if worp < 0:
                return soort
        return None
