"""Projections follow the events at a settable distance; what reads see is decided here."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from analytics.sandbox.klok import Tik
from analytics.sandbox.toestand import Vereniging


class Index(Protocol):
    """Something that keeps the latest state of each association, for searching."""

    def zet(self, stand: Vereniging) -> None: ...


@dataclass(frozen=True, slots=True)
class _Wachtend:
    klaar: float
    seq: int
    stand: Vereniging | None


class Projecties:
    """
    The progress of all projections together, as a global sequence number.

    Nothing runs by itself: :meth:`volg` is called at the start of every read and write, and
    lets everything that is old enough through, in order.
    """

    def __init__(self, indexen: tuple[Index, ...], *, vertraging_ms: int, tik: Tik, positie: int) -> None:
        self._indexen = indexen
        self._vertraging = vertraging_ms / 1000
        self._tik = tik
        self._wachtrij: deque[_Wachtend] = deque()
        self._bevroren_tot = float("-inf")
        self.positie = positie

    def meld(self, seq: int, stand: Vereniging | None) -> None:
        """Queue what a write changed; *stand* is ``None`` for an event outside any association."""
        self._wachtrij.append(_Wachtend(self._tik() + self._vertraging, seq, stand))

    def zet(self, stand: Vereniging) -> None:
        """Bring every index up to date with one association."""
        for index in self._indexen:
            index.zet(stand)

    def vervang(self, indexen: tuple[Index, ...]) -> None:
        """Go on with other indexes; what waits still reaches them."""
        self._indexen = indexen

    def bevries(self, milliseconden: int) -> None:
        """Let the projections stand still for a while, as a register under load does."""
        self._bevroren_tot = self._tik() + milliseconden / 1000

    def volg(self, *, alles: bool = False) -> None:
        """Let through what is due; *alles* also what is not due yet."""
        nu = self._tik()
        while self._wachtrij and (alles or (nu >= self._bevroren_tot and self._wachtrij[0].klaar <= nu)):
            volgende = self._wachtrij.popleft()
            self.positie = volgende.seq
            if volgende.stand is not None:
                self.zet(volgende.stand)


@dataclass(frozen=True, slots=True)
class Taak:
    """Work the register does by itself after a write."""

    klaar: float
    doe: Callable[[], None]


class Achtergrond:
    """Work that follows a write, done at the start of a later call once its time has come."""

    def __init__(self, *, vertraging_ms: int, tik: Tik) -> None:
        self._vertraging = vertraging_ms / 1000
        self._tik = tik
        self._taken: deque[Taak] = deque()

    def plan(self, doe: Callable[[], None]) -> None:
        """Queue work."""
        self._taken.append(Taak(self._tik() + self._vertraging, doe))

    def werk(self, *, alles: bool = False) -> None:
        """Do what is due; *alles* also what is not due yet."""
        nu = self._tik()
        while self._taken and (alles or self._taken[0].klaar <= nu):
            self._taken.popleft().doe()
