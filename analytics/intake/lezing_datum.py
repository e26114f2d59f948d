"""Dates as people and Excel write them, read as the register wants them (``yyyy-MM-dd``)."""

from __future__ import annotations

import datetime as dt
import re

from analytics.domain.blad import Soort
from analytics.intake.lezing_wijze import Wijze

_MAANDEN = ("jan", "feb", "ma", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MAANDNAMEN: dict[str, int] = {
    **{m: i for i, m in enumerate(_MAANDEN, 1) if m != "ma"},
    **{
        naam: i
        for i, namen in enumerate(
            (
                "januari",
                "februari",
                "maart mrt mar",
                "april",
                "mei",
                "juni",
                "juli",
                "augustus",
                "september sept",
                "oktober oct",
                "november",
                "december",
            ),
            1,
        )
        for naam in namen.split()
    },
}
_DAGNAAM = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag,?\s+)?"
_TIJD = r"(?:\s+[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?)?"
_SCHEIDING = r"\s*[/.\-\s]\s*"
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_CIJFERS = re.compile(rf"{_DAGNAAM}([0-9]{{1,2}}){_SCHEIDING}([0-9]{{1,2}}){_SCHEIDING}([0-9]{{4}}){_TIJD}", re.I)
_WOORD = re.compile(
    rf"{_DAGNAAM}([0-9]{{1,2}})(?:ste|de|e)?{_SCHEIDING}([a-z]+)\.?{_SCHEIDING}([0-9]{{4}}){_TIJD}", re.I
)
_MAAND_CIJFER = re.compile(r"([0-9]{1,2})\s*[/.\-]\s*([0-9]{4})")
_MAAND_WOORD = re.compile(r"([a-z]+)\.?[\s\-/]+([0-9]{4})", re.I)
_JAAR_EERST = re.compile(r"([0-9]{4})\s*[/.\-]?\s*([0-9]{1,2})\s*[/.\-]?\s*([0-9]{1,2})(?:[T\s].*)?", re.S)
_KORT_JAAR = re.compile(r"([0-9]{1,2}|[a-z]+)[/.\-\s]+([0-9]{1,2}|[a-z]+\.?)[/.\-\s]+['’]?[0-9]{2}", re.I)
# Below the first serial of 1927 a bare number is as likely a year; above 2064 it is no start date.
_SERIEEL = range(10_000, 60_001)
_EXCEL_NUL = dt.date(1899, 12, 30)


def _datum(jaar: str | int, maand: str | int, dag: str | int) -> str | None:
    try:
        return dt.date(int(jaar), int(maand), int(dag)).isoformat()
    except ValueError:
        return None


def lees_datum(tekst: str, soort: int) -> tuple[str, Wijze | None]:
    """
    Return the ISO date that *tekst* stands for and how it was read.

    Day goes before month. Not read, because a guess would change the meaning: two-digit years (``1/5/99``), a year
    alone, month before day. Not read either, because the register takes ``yyyy-MM-dd`` alone: other forms with the
    year in front (``1999/5/1``); those get a proposal. What is not read comes back as it stands, ``ONLEESBAAR``.
    """
    if (iso := _ISO.fullmatch(tekst)) and _datum(*iso.groups()):
        return tekst, None
    kaal = tekst.strip()
    if soort == Soort.DATUM and _ISO.fullmatch(kaal[:10]) and _datum(kaal[:4], kaal[5:7], kaal[8:10]):
        return kaal[:10], Wijze.TIJD_WEG
    if soort == Soort.GETAL and re.fullmatch(r"[0-9]{5}(\.[0-9]+)?", kaal) and int(kaal[:5]) in _SERIEEL:
        return (_EXCEL_NUL + dt.timedelta(days=int(kaal[:5]))).isoformat(), Wijze.SERIEEL
    return _uit_belgische_vorm(kaal) or (tekst, Wijze.ONLEESBAAR)


def _uit_belgische_vorm(kaal: str) -> tuple[str, Wijze] | None:
    if m := _CIJFERS.fullmatch(kaal):
        datum = _datum(m[3], m[2], m[1])
        return (datum, Wijze.TEKSTDATUM) if datum else None
    if (m := _WOORD.fullmatch(kaal)) and (maand := _MAANDNAMEN.get(m[2].lower())):
        datum = _datum(m[3], maand, m[1])
        return (datum, Wijze.TEKSTDATUM) if datum else None
    if m := _MAAND_CIJFER.fullmatch(kaal):
        datum = _datum(m[2], m[1], 1)
        return (datum, Wijze.EERSTE_VAN_DE_MAAND) if datum else None
    if (m := _MAAND_WOORD.fullmatch(kaal)) and (maand := _MAANDNAMEN.get(m[1].lower())):
        datum = _datum(m[2], maand, 1)
        return (datum, Wijze.EERSTE_VAN_DE_MAAND) if datum else None
    return None


def datum_voorstel(tekst: str) -> str | None:
    """Return the ISO date for a form that is clear but not read: the year in front, or month before day."""
    kaal = tekst.strip()
    if m := _JAAR_EERST.fullmatch(kaal):
        return _datum(*m.groups())
    if (m := _CIJFERS.fullmatch(kaal)) and int(m[2]) > 12:
        return _datum(m[3], m[1], m[2])
    return None


def heeft_kort_jaar(tekst: str) -> bool:
    """Tell whether *tekst* is a date whose year has two digits: the century is a guess."""
    return _KORT_JAAR.fullmatch(tekst.strip()) is not None


def is_jaartal(tekst: str) -> bool:
    """Tell whether *tekst* is a year alone."""
    return re.fullmatch(r"\s*(1[0-9]|20)[0-9]{2}\s*", tekst) is not None
