"""
The ledger of one pilot in one environment: what was sent, and what came of it.

Written ahead of each request and after each answer, so that a killed load goes on where it stopped. It holds keys,
hashes, vCodes and public data of the register; never a name of a person, never an INSZ.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from analytics.errors import RegisterFout
from analytics.register.antwoord import Antwoord, Kandidaat, Melding
from analytics.register.schrijver import Schrijver
from analytics.register.stand import BEZIG, Besluit, Stand

VERSIE = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS kenmerk (naam TEXT PRIMARY KEY, waarde TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS vereniging (
  intern_nummer TEXT PRIMARY KEY, hash TEXT NOT NULL, lading TEXT NOT NULL, stand TEXT NOT NULL,
  vcode TEXT, gekend INTEGER NOT NULL DEFAULT 0, stap INTEGER NOT NULL DEFAULT 0, versie INTEGER, sequentie INTEGER,
  status INTEGER, meldingen TEXT NOT NULL DEFAULT '[]', kandidaten TEXT NOT NULL DEFAULT '[]', token TEXT,
  onzeker_sinds REAL, zelf_van TEXT
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS een_rij_per_vcode ON vereniging (vcode)
  WHERE vcode IS NOT NULL AND gekend = 0 AND zelf_van IS NULL;
CREATE TABLE IF NOT EXISTS poging (
  nummer INTEGER PRIMARY KEY, intern_nummer TEXT NOT NULL, stap INTEGER NOT NULL, hash TEXT NOT NULL,
  correlatie TEXT NOT NULL, begonnen REAL NOT NULL, antwoord TEXT, status INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS poging_van ON poging (intern_nummer, stap);
CREATE TABLE IF NOT EXISTS besluit (
  nummer INTEGER PRIMARY KEY, intern_nummer TEXT NOT NULL, hash TEXT NOT NULL, antwoord TEXT NOT NULL,
  vcode TEXT NOT NULL, wie TEXT NOT NULL, wanneer TEXT NOT NULL, opmerking TEXT NOT NULL
) STRICT;
"""
_VELDEN = (
    "hash", "lading", "stand", "vcode", "gekend", "stap", "versie", "sequentie", "status", "meldingen", "kandidaten",
    "token", "onzeker_sinds", "zelf_van",
)  # fmt: skip
_ZET = (
    f"INSERT INTO vereniging (intern_nummer, {', '.join(_VELDEN)}) VALUES (?{', ?' * len(_VELDEN)}) "  # noqa: S608
    f"ON CONFLICT (intern_nummer) DO UPDATE SET {', '.join(f'{veld} = excluded.{veld}' for veld in _VELDEN)}"
)


class Grootboek:
    """
    The ledger; one process at a time.

    Args:
        op_schijf: Whether a note ahead of a request waits for the disk; ``False`` is for a ledger that is thrown away
            afterwards.

    Raises:
        RegisterFout: On opening, when another load has it, it is of another pilot or environment, or it is no ledger.
    """

    def __init__(self, pad: Path | None, *, piloot: str, omgeving: str, register: str, op_schijf: bool = True) -> None:
        self._naam = pad.name if pad else "grootboek"
        try:
            if pad is not None:
                pad.parent.mkdir(parents=True, exist_ok=True)
            self._schrijver = Schrijver(pad, wacht_op_schijf=op_schijf)
            self._db = self._schrijver.db
            try:
                self._richt_in({"versie": str(VERSIE), "piloot": piloot, "omgeving": omgeving, "register": register})
            except BaseException:
                self.sluit()
                raise
        except sqlite3.OperationalError as fout:
            bezet = "locked" in str(fout)
            raise RegisterFout(
                f"Voor piloot {piloot} loopt in omgeving {omgeving} al een lading; wacht tot ze klaar is."
                if bezet
                else f"{self._naam}: het grootboek kan niet geopend worden; controleer de map en de rechten."
            ) from None
        except (sqlite3.DatabaseError, OSError):
            raise RegisterFout(f"{self._naam}: dit is geen bruikbaar grootboek; zet een kopie terug.") from None

    def sluit(self) -> None:
        """Let go of the ledger."""
        self._schrijver.sluit()

    def __enter__(self) -> Grootboek:
        return self

    def __exit__(self, *_: object) -> None:
        self.sluit()

    def _richt_in(self, kenmerken: Mapping[str, str]) -> None:
        with self._schrijver.samen():
            for opdracht in _SCHEMA.split(";"):
                self._db.execute(opdracht)
            for naam, waarde in kenmerken.items():
                self._eis_kenmerk(naam, waarde)

    def _eis_kenmerk(self, naam: str, waarde: str) -> None:
        self._db.execute("INSERT OR IGNORE INTO kenmerk VALUES (?, ?)", (naam, waarde))
        er = self.kenmerk(naam)
        if er != waarde:
            raise RegisterFout(f"{self._naam}: dit grootboek is van {naam} {er}, niet van {waarde}; kies het juiste.")

    def kenmerk(self, naam: str) -> str | None:
        """Return what was noted under *naam*."""
        rij = self._db.execute("SELECT waarde FROM kenmerk WHERE naam = ?", (naam,)).fetchone()
        return None if rij is None else str(rij[0])

    def noteer(self, naam: str, waarde: str) -> None:
        """Note something about the whole ledger."""
        with self._schrijver.samen():
            self._db.execute("INSERT OR REPLACE INTO kenmerk VALUES (?, ?)", (naam, waarde))

    # --- sending

    async def begin(
        self, intern_nummer: str, *, stap: int, hash_: str, geheel: str, lading: str, correlatie: str,
        nu: float,
    ) -> int:  # fmt: skip
        """
        Note that a request is about to leave (*geheel*: hash of all requests of the association).

        Returns:
            The number of the note, once it is on disk.
        """
        with self._schrijver.samen():
            rij = self._db.execute(
                "INSERT INTO poging (intern_nummer, stap, hash, correlatie, begonnen) VALUES (?, ?, ?, ?, ?) "
                "RETURNING nummer",
                (intern_nummer, stap, hash_, correlatie, nu),
            ).fetchone()
            if stap == 0:
                self._db.execute(
                    "INSERT INTO vereniging (intern_nummer, hash, lading, stand, onzeker_sinds) VALUES (?, ?, ?, ?, ?) "
                    "ON CONFLICT (intern_nummer) DO UPDATE SET hash = excluded.hash, lading = excluded.lading, "
                    "stand = excluded.stand, onzeker_sinds = excluded.onzeker_sinds",
                    (intern_nummer, geheel, lading, BEZIG, nu),
                )
        await self._schrijver.op_schijf()
        return int(rij[0])

    def geantwoord(self, nummer: int, antwoord: Antwoord, nieuw: Stand) -> None:
        """Note the answer to a request and, in the same instant, how it now stands with the association."""
        with self._schrijver.samen():
            self._db.execute(
                "UPDATE poging SET antwoord = ?, status = ? WHERE nummer = ?",
                (str(antwoord.soort), antwoord.status, nummer),
            )
            self._zet(nieuw)

    def zet(self, stand: Stand) -> None:
        """Note how it stands with an association, as a look-up found out."""
        with self._schrijver.samen():
            self._zet(stand)

    def _zet(self, s: Stand) -> None:
        self._db.execute(
            _ZET,
            (
                s.intern_nummer, s.hash, s.lading, s.stand, s.vcode, int(s.gekend), s.stap, s.versie, s.sequentie,
                s.status, _json(s.meldingen), _json(s.kandidaten), s.token, s.onzeker_sinds, s.zelf_van,
            ),
        )  # fmt: skip

    # --- asking

    def stand(self, intern_nummer: str) -> Stand | None:
        """Return how it stands with one association; ``None`` when it was never sent."""
        rij = self._db.execute("SELECT * FROM vereniging WHERE intern_nummer = ?", (intern_nummer,)).fetchone()
        return None if rij is None else _stand(rij)

    def standen(self) -> Iterator[Stand]:
        """Return how it stands with every association that was ever sent, by key."""
        for rij in self._db.execute("SELECT * FROM vereniging ORDER BY intern_nummer"):
            yield _stand(rij)

    def van_vcode(self, vcode: str) -> str | None:
        """Return the key under which we loaded *vcode*."""
        rij = self._db.execute(
            "SELECT intern_nummer FROM vereniging WHERE vcode = ? AND zelf_van IS NULL", (vcode,)
        ).fetchone()
        return None if rij is None else str(rij[0])

    def laatste(self) -> tuple[str, int] | None:
        """Return the vCode and sequence of the last write that the register told us of."""
        rij = self._db.execute(
            "SELECT vcode, sequentie FROM vereniging WHERE vcode IS NOT NULL AND sequentie IS NOT NULL "
            "ORDER BY sequentie DESC LIMIT 1"
        ).fetchone()
        return None if rij is None else (str(rij[0]), int(rij[1]))

    def is_gevraagd(self, intern_nummer: str, stap: int) -> bool:
        """Tell whether a request of this step ever left without a clear answer."""
        rij = self._db.execute(
            "SELECT 1 FROM poging WHERE intern_nummer = ? AND stap = ? AND "
            "(antwoord IS NULL OR antwoord IN ('storing', 'geen antwoord', 'versie', 'wacht')) LIMIT 1",
            (intern_nummer, stap),
        ).fetchone()
        return rij is not None

    def pogingen(self) -> list[tuple[str, int, str, str | None, int | None]]:
        """Return every request: key, step, hash, kind of answer, HTTP status; in the order in which they left."""
        rijen = self._db.execute("SELECT intern_nummer, stap, hash, antwoord, status FROM poging ORDER BY nummer")
        return [(str(r[0]), int(r[1]), str(r[2]), r[3], r[4]) for r in rijen]

    # --- decisions

    def besluit(self, besluit: Besluit) -> bool:
        """Note a decision; tells whether it is new (a workbook may be read twice)."""
        waarden = (besluit.intern_nummer, besluit.hash, besluit.antwoord, besluit.vcode, besluit.wie, besluit.wanneer,
                   besluit.opmerking)  # fmt: skip
        if self.besluiten().get(besluit.intern_nummer) == besluit:
            return False
        with self._schrijver.samen():
            self._db.execute(
                "INSERT INTO besluit (intern_nummer, hash, antwoord, vcode, wie, wanneer, opmerking) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                waarden,
            )
        return True

    def besluiten(self) -> dict[str, Besluit]:
        """Return the last decision per association."""
        rijen: Sequence[tuple[str, ...]] = self._db.execute(
            "SELECT intern_nummer, hash, antwoord, vcode, wie, wanneer, opmerking FROM besluit ORDER BY nummer"
        ).fetchall()
        return {rij[0]: Besluit(*rij) for rij in rijen}


def _json(delen: Sequence[Melding | Kandidaat]) -> str:
    return json.dumps([asdict(deel) for deel in delen]) if delen else "[]"


def _stand(rij: tuple[object, ...]) -> Stand:
    (intern, hash_, lading, stand, vcode, gekend, stap, versie, seq, status, meldingen, kandidaten, token, sinds,
     zelf) = rij  # fmt: skip
    return Stand(
        str(intern), str(hash_), str(lading), str(stand), vcode, bool(gekend), int(str(stap)), versie, seq, status,  # type: ignore[arg-type]
        tuple(Melding(**m) for m in json.loads(str(meldingen))),
        tuple(
            Kandidaat(**{**k, "gemeenten": tuple(k["gemeenten"]), "activiteiten": tuple(k["activiteiten"])})
            for k in json.loads(str(kandidaten))
        ),
        token, sinds, zelf,  # type: ignore[arg-type]
    )  # fmt: skip
