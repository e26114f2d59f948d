"""
The event store: one SQLite file, or memory.

``UNIQUE(stream, versie)`` is the optimistic lock, the row number is the global VR-Sequence.
Persons live in a table of their own. All events of one write are stored together or not at all.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from analytics.sandbox.events import Event
from analytics.sandbox.eventtaal import PERSOON, lees, schrijf
from analytics.sandbox.fouten import InstellingFout, verouderde_versie
from analytics.sandbox.gegevens import Persoon

_SCHEMA = """
CREATE TABLE IF NOT EXISTS events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    stream TEXT NOT NULL,
    versie INTEGER NOT NULL,
    soort TEXT NOT NULL,
    data TEXT NOT NULL,
    initiator TEXT NOT NULL,
    correlatie TEXT NOT NULL,
    tijdstip TEXT NOT NULL,
    UNIQUE (stream, versie)
);
CREATE TABLE IF NOT EXISTS personen (ref TEXT PRIMARY KEY, stream TEXT NOT NULL, data TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS personen_per_stream ON personen (stream);
CREATE TABLE IF NOT EXISTS tellers (naam TEXT PRIMARY KEY, waarde INTEGER NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Wie:
    """Who caused an event: the initiator (OVO code) and the correlation id of the call."""

    initiator: str
    correlatie: str


@dataclass(frozen=True, slots=True)
class Feit:
    """A stored event with its place in the whole register (*seq*) and in its stream (*versie*)."""

    seq: int
    versie: int
    event: Event
    initiator: str
    tijdstip: str


class Eventstore:
    """Reads and appends. Not thread-safe by itself: the register holds the lock."""

    def __init__(self, pad: Path | None) -> None:
        try:
            self._db = sqlite3.connect(
                str(pad) if pad else ":memory:", isolation_level=None, check_same_thread=False, timeout=1.0
            )
        except sqlite3.DatabaseError:
            raise InstellingFout(f"{pad} is niet te openen als databank. Kies een ander pad met --databank.") from None
        try:
            # One process at a time: indexes live in memory and would miss another's writes.
            self._db.execute("PRAGMA locking_mode=EXCLUSIVE")
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._db.executescript(_SCHEMA)
        except sqlite3.DatabaseError as fout:
            self._db.close()
            bezet = "locked" in str(fout)
            waarom = "is in gebruik door een ander register" if bezet else "is niet te openen als databank"
            raise InstellingFout(f"{pad} {waarom}. Kies een ander pad met --databank.") from None

    def sluit(self) -> None:
        """Close the file."""
        self._db.close()

    def voeg_toe(
        self,
        stream: str,
        versie: int,
        nieuwe: Sequence[Event],
        *,
        personen: Mapping[str, Persoon],
        wie: Wie,
        tijdstip: str,
        vcodeteller: int | None = None,
    ) -> int:
        """
        Store *nieuwe* after version *versie* of *stream* and give the last global sequence number.

        Raises:
            Weigering: 412 when the stream has moved on.
        """
        rijen = [
            (stream, versie + i, type(event).__name__, schrijf(event), wie.initiator, wie.correlatie, tijdstip)
            for i, event in enumerate(nieuwe, 1)
        ]
        mensen = [(ref, stream, PERSOON.dump_json(mens, by_alias=True).decode()) for ref, mens in personen.items()]
        self._db.execute("BEGIN IMMEDIATE")
        try:
            self._db.executemany(
                "INSERT INTO events (stream, versie, soort, data, initiator, correlatie, tijdstip) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                rijen,
            )
            self._db.executemany("INSERT INTO personen VALUES (?, ?, ?)", mensen)
            if vcodeteller is not None:
                self._zet_teller(vcodeteller)
            seq = int(self._db.execute("SELECT max(seq) FROM events").fetchone()[0])
            self._db.execute("COMMIT")
        except sqlite3.IntegrityError:
            self._db.execute("ROLLBACK")
            raise verouderde_versie() from None
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        return seq

    def bewaar_vcodeteller(self, waarde: int) -> None:
        """Remember the highest vCode number drawn, also when nothing was registered under it."""
        self._zet_teller(waarde)

    def _zet_teller(self, waarde: int) -> None:
        self._db.execute("INSERT OR REPLACE INTO tellers VALUES ('vcode', ?)", (waarde,))

    def vcodeteller(self) -> int:
        """Give the highest vCode number drawn so far, 1000 at the start."""
        rij = self._db.execute("SELECT waarde FROM tellers WHERE naam = 'vcode'").fetchone()
        return int(rij[0]) if rij else 1000

    def feiten(self, stream: str, tot: int | None = None) -> list[Feit]:
        """Give the events of one stream in order, up to global number *tot*."""
        rijen = self._db.execute(
            "SELECT seq, versie, soort, data, initiator, tijdstip FROM events WHERE stream = ? AND seq <= ? "
            "ORDER BY versie",
            (stream, tot if tot is not None else 2**62),
        )
        return [Feit(seq, versie, lees(soort, data), wie, tijd) for seq, versie, soort, data, wie, tijd in rijen]

    def versie(self, stream: str) -> int:
        """Give the number of events in one stream."""
        rij = self._db.execute("SELECT coalesce(max(versie), 0) FROM events WHERE stream = ?", (stream,)).fetchone()
        return int(rij[0])

    def personen(self, stream: str) -> dict[str, Persoon]:
        """Give the persons that the events of one stream point at."""
        rijen = self._db.execute("SELECT ref, data FROM personen WHERE stream = ?", (stream,))
        return {ref: PERSOON.validate_json(data) for ref, data in rijen}

    def vergeet_personen(self, stream: str) -> None:
        """Remove every person of one stream; its events keep dangling references."""
        self._db.execute("DELETE FROM personen WHERE stream = ?", (stream,))

    def vergeet(self, stream: str) -> None:
        """Remove a whole stream with its persons; its global numbers are not used again."""
        self._db.execute("BEGIN IMMEDIATE")
        self.vergeet_personen(stream)
        self._db.execute("DELETE FROM events WHERE stream = ?", (stream,))
        self._db.execute("COMMIT")

    def mutaties(self, sinds: int, tot: int) -> list[tuple[str, int]]:
        """Give the streams with events after *sinds* up to *tot*, each with its last number, in that order."""
        return self._db.execute(
            "SELECT stream, max(seq) FROM events WHERE seq > ? AND seq <= ? GROUP BY stream ORDER BY max(seq)",
            (sinds, tot),
        ).fetchall()

    def hoogste_seq(self) -> int:
        """Give the highest global sequence number, 0 for an empty store."""
        return int(self._db.execute("SELECT coalesce(max(seq), 0) FROM events").fetchone()[0])

    def streams(self, tot: int) -> Iterator[tuple[str, list[Feit]]]:
        """Give every stream with its events up to global number *tot*, in order of stream name."""
        rijen = self._db.execute(
            "SELECT stream, seq, versie, soort, data, initiator, tijdstip FROM events WHERE seq <= ? "
            "ORDER BY stream, versie",
            (tot,),
        )
        for stream, groep in groupby(rijen, key=lambda rij: rij[0]):
            yield (
                stream,
                [Feit(seq, versie, lees(soort, data), wie, tijd) for _, seq, versie, soort, data, wie, tijd in groep],
            )
