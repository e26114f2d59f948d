"""The only clock and timer of the embedded register; both are injected through its settings."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime

Klok = Callable[[], datetime]
Tik = Callable[[], float]

tik: Tik = time.monotonic


def systeemklok() -> datetime:
    """Give the present moment in the zone of this machine: its calendar day is the register's today."""
    return datetime.now().astimezone()


def vaste_klok(nu: datetime) -> Klok:
    """Give a clock that stands still; a moment without a zone counts as UTC."""
    moment = nu if nu.tzinfo is not None else nu.replace(tzinfo=UTC)
    return lambda: moment


def tijdstip(moment: datetime) -> str:
    """Give a time stamp as the historiek writes it: ``yyyy-MM-ddTHH:mm:ssZ``."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def kalenderdag(moment: datetime) -> date:
    """Give the day that counts as today at *moment*."""
    return moment.date()
