"""Dates as people in Flanders write them, read once per distinct text."""

from __future__ import annotations

import datetime as dt
import re

from analytics.domain.maanden import MAANDEN

_AFKORTINGEN = {naam[:3]: nummer for nummer, naam in enumerate(MAANDEN, 1)} | {"mrt": 3}
_MAAND = "|".join(sorted({*MAANDEN, *_AFKORTINGEN, "sept"}, key=len, reverse=True))
_PATRONEN = (
    re.compile(r"(?<!\d)(?P<jaar>\d{4})-(?P<maand>\d{1,2})-(?P<dag>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<dag>\d{1,2})\s*[/.\-]\s*(?P<maand>\d{1,2})\s*[/.\-]\s*(?P<jaar>\d{4}|\d{2})(?!\d)"),
    re.compile(rf"(?<!\d)(?P<dag>\d{{1,2}})(?:e|ste|de)?[\s-]+(?P<naam>{_MAAND})\.?[\s-]+(?P<jaar>\d{{4}})(?!\d)"),
    re.compile(rf"(?<![a-z])(?P<naam>{_MAAND})\.?[\s-]+(?P<jaar>\d{{4}})(?!\d)"),
    re.compile(r"(?<![\d/.\-])(?P<maand>\d{1,2})\s*[/\-]\s*(?P<jaar>\d{4})(?!\d)"),
    re.compile(r"^(?:(?:sinds|in|begin|eind)\s+)?(?P<jaar>(?:19|20)\d{2})$"),
)


def lees_datum(tekst: str) -> dt.date | None:
    """
    Return the date in *tekst*, or None when there is none that exists.

    Day before month, as in Belgium; ``12/3/24`` is 2024. A month or a year alone becomes its first day: the oldest
    reading, so that a confirmation is never made to look more recent than it may be.
    """
    laag = tekst.strip().lower()
    for patroon in _PATRONEN:
        gevonden = patroon.search(laag)
        if gevonden:
            delen = gevonden.groupdict()
            jaar = int(delen["jaar"])
            maand = _maandnummer(delen["naam"]) if delen.get("naam") else int(delen.get("maand") or 1)
            try:
                return dt.date(jaar + 2000 if jaar < 100 else jaar, maand, int(delen.get("dag") or 1))
            except ValueError:
                return None
    return None


def _maandnummer(naam: str) -> int:
    return _AFKORTINGEN[naam[:3]]


def datum_nl(datum: dt.date) -> str:
    """Return ``12 maart 2024``."""
    return f"{datum.day} {MAANDEN[datum.month - 1]} {datum.year}"


def maanden_terug(datum: dt.date, maanden: int) -> dt.date:
    """Return the same day *maanden* months earlier, or the last day of that month where it is shorter."""
    maand = datum.year * 12 + datum.month - 1 - maanden
    jaar, rest = divmod(maand, 12)
    for dag in range(datum.day, 0, -1):
        try:
            return dt.date(jaar, rest + 1, dag)
        except ValueError:
            continue
    raise AssertionError("every month has a first day")
