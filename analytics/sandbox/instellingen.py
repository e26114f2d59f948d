"""Everything about the embedded register that can be set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from analytics.sandbox.klok import Klok, Tik, systeemklok, tik, vaste_klok
from analytics.sandbox.storingen import Storingen

SCOPE = "dv_verenigingsregister_beheer"


@dataclass(frozen=True, slots=True)
class Client:
    """A client of the token endpoint. Only a super admin may remove and mark duplicates."""

    client_id: str
    geheim: str
    scopes: tuple[str, ...] = (SCOPE,)
    is_super_admin: bool = False


CLIENTS = (
    Client("oefenclient", "oefengeheim"),
    Client("oefenbeheerder", "oefengeheim", is_super_admin=True),
    Client("oefenlezer", "oefengeheim", scopes=("andere_scope",)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instellingen:
    """
    Settings of one embedded register.

    Attributes:
        databank: File of the event store; ``None`` keeps everything in memory.
        vertraging_ms: Milliseconds that detail, historiek, search and duplicate index lag behind a write.
        storingen: Faults to show; see :func:`analytics.sandbox.storingen.lees_storingen`.
        is_open: No token needed, and every caller is super admin.
        clients: Who may fetch a token.
        basis_url: Host part of links and ``Location``; ``None`` takes that of the request.
        referentie: Folder with replacements for the stand-in data; ``None`` takes those of the package.
        nu: A moment at which the clock stands still, for output that is the same in every run.
        klok, tik: Clock (time stamps, "today") and timer in seconds (lag); *nu* goes before *klok*.
        zout: Secret part of the bevestigingstoken.
        minimumscore: Score a possible duplicate must reach.
        adresmatch: Whether addresses typed by hand are matched to the address registry afterwards.
        token_seconden: How long an access token lives.
    """

    databank: Path | None = None
    vertraging_ms: int = 0
    storingen: Storingen = Storingen()  # noqa: RUF009 -- frozen
    is_open: bool = False
    clients: tuple[Client, ...] = CLIENTS
    basis_url: str | None = None
    referentie: Path | None = None
    nu: datetime | None = None
    klok: Klok = systeemklok
    tik: Tik = tik
    zout: str = "oefenregister"
    minimumscore: float = 3.0
    adresmatch: bool = True
    token_seconden: int = 3600

    @property
    def uurwerk(self) -> Klok:
        """The clock that counts."""
        return vaste_klok(self.nu) if self.nu is not None else self.klok
