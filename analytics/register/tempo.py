"""How fast to go, how long to wait, and when to give up."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

Slaap = Callable[[float], Awaitable[None]]


@dataclass(frozen=True)
class Tempo:
    """
    Pace of a load; times in seconds.

    Attributes:
        gelijktijdig: Associations under way at once.
        per_seconde: Most requests in a second; ``None`` for no limit.
        pogingen: Times a request is tried, the first included.
        wacht_eerst, wacht_hoogst: Wait before the second try, doubled each time, and the longest.
        bezinking: How long after a lost answer the register's search certainly shows what was done.
        opgeven_na: Associations in a row that fail technically before the load stops.
    """

    gelijktijdig: int = 4
    per_seconde: float | None = None
    pogingen: int = 5
    wacht_eerst: float = 1.0
    wacht_hoogst: float = 60.0
    bezinking: float = 30.0
    opgeven_na: int = 5

    def wacht(self, keer: int, gevraagd: float | None) -> float:
        """Return how long to wait before try *keer* + 1 (from 1); what the register asks goes first."""
        if gevraagd is not None:
            return float(min(gevraagd, 10 * self.wacht_hoogst))
        return float(min(self.wacht_eerst * 2 ** (keer - 1), self.wacht_hoogst))


class Rem:
    """Lets requests through no faster than the pace allows, and none while the register asks for patience."""

    def __init__(self, tempo: Tempo, slaap: Slaap) -> None:
        self._tussen = 1 / tempo.per_seconde if tempo.per_seconde else 0.0
        self._slaap = slaap
        self._vrij = 0.0

    async def wacht(self) -> None:
        """Wait for one's turn."""
        nu = asyncio.get_running_loop().time()
        start = max(nu, self._vrij)
        self._vrij = max(self._vrij, start + self._tussen) if self._tussen else self._vrij
        if start > nu:
            await self._slaap(start - nu)

    def pauzeer(self, seconden: float) -> None:
        """Hold every request for a while: a busy register is busy for all."""
        self._vrij = max(self._vrij, asyncio.get_running_loop().time() + seconden)
