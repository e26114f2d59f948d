"""
How notes in the ledger reach the disk: those of rows under way together, because the wait for the disk costs more
than all other work on a row.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Schrijver:
    """
    The transactions of one database; :attr:`db` is for reading, and for writing within :meth:`samen`.

    Outside an event loop each note is committed at once. Within one, the notes of one turn of the loop are committed
    together at its end, and those that must be on disk wait for that together.

    A killed process loses no commit. After a power cut what was sent must be known, so the note ahead of a request
    waits for the disk; an answer may get lost then: it is looked up.

    Args:
        wacht_op_schijf: ``False`` for a ledger that is thrown away afterwards.

    Raises:
        sqlite3.Error, OSError: On opening, when somebody else has it, or it is no database.
    """

    def __init__(self, pad: Path | None, *, wacht_op_schijf: bool = True) -> None:
        self._lus: asyncio.AbstractEventLoop | None = None
        self._beurt: asyncio.Handle | None = None
        self._geweigerd = False
        self._slot = asyncio.Lock()
        self._gevraagd = self._gedaan = 0
        self._logboek: int | None = None
        self.db = sqlite3.connect(pad or ":memory:", isolation_level=None, timeout=0)
        # The lock is the database's own and ends with the process, however that ends.
        self.db.execute("PRAGMA locking_mode = EXCLUSIVE")
        self.db.execute("PRAGMA journal_mode = WAL")
        # A commit ends in the write-ahead log without a wait for the disk: `op_schijf` waits, for many at once.
        self.db.execute("PRAGMA synchronous = NORMAL")
        self.db.execute("BEGIN IMMEDIATE")
        self.db.execute("COMMIT")
        if pad is not None and wacht_op_schijf:
            self._logboek = os.open(f"{pad}-wal", os.O_RDWR)

    def sluit(self) -> None:
        """Commit and let go of the database."""
        self._leg_vast()
        if self._logboek is not None:
            os.close(self._logboek)
            self._logboek = None
        self.db.close()

    @contextmanager
    def samen(self) -> Iterator[None]:
        """
        Keep what is done within whole or not at all.

        A note that the database refuses is a bug, and takes the others of this turn with it; nothing may leave any
        more then: :meth:`op_schijf` says so to those that wait.
        """
        if not self.db.in_transaction:
            self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.execute("ROLLBACK")
            self._geweigerd = True
            raise
        self._plan()

    def _plan(self) -> None:
        if not self._in_lus():
            self._leg_vast()
        elif self._beurt is None and self._lus is not None:
            self._beurt = self._lus.call_soon(self._leg_vast)

    def _in_lus(self) -> bool:
        """Tell whether an event loop runs; what belonged to an earlier one is forgotten."""
        try:
            lus = asyncio.get_running_loop()
        except RuntimeError:
            return False
        if lus is not self._lus:
            self._lus, self._beurt, self._slot = lus, None, asyncio.Lock()
        return True

    def _leg_vast(self) -> None:
        if self._beurt is not None:
            self._beurt.cancel()
            self._beurt = None
        if self.db.in_transaction:
            self.db.execute("COMMIT")

    async def op_schijf(self) -> None:
        """
        Return when all that was noted up to now survives a power cut; who asks during a wait shares the next.

        Raises:
            RuntimeError: If a note was refused.
        """
        self._in_lus()
        self._gevraagd += 1
        mijn = self._gevraagd
        async with self._slot:
            if self._gedaan < mijn:
                await asyncio.sleep(0)  # who asks in this same turn of the loop joins
            if self._geweigerd:
                raise RuntimeError("the ledger refused a note")
            if self._gedaan >= mijn:
                return
            tot = self._gevraagd
            self._leg_vast()
            if self._logboek is not None:
                await asyncio.to_thread(os.fsync, self._logboek)
            self._gedaan = tot
