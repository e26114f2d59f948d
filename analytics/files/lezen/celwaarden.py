"""Text of single values as the pilot sees them: numbers, dates, errors, escaped characters."""

from __future__ import annotations

import math
import re
from datetime import date, timedelta
from decimal import Decimal

from analytics.files.lezen.opmaak import Opmaak, Weergave

#: Error values as Excel shows them in Dutch.
FOUTWAARDEN = {
    "#N/A": "#N/B",
    "#REF!": "#VERW!",
    "#VALUE!": "#WAARDE!",
    "#NAME?": "#NAAM?",
    "#DIV/0!": "#DEEL/0!",
    "#NUM!": "#GETAL!",
    "#NULL!": "#LEEG!",
    "#GETTING_DATA": "#GEGEVENS_OPHALEN",
    "#SPILL!": "#OVERLOOP!",
    "#FIELD!": "#VELD!",
    "#BLOCKED!": "#GEBLOKKEERD!",
    "#CONNECT!": "#VERBINDEN!",
    "#BUSY!": "#BEZET!",
    "#UNKNOWN!": "#ONBEKEND!",
}
# The day before day 1. Excel counts a 29 February 1900 that never was, so from March 1900 on a day less.
_NUL_1900 = date(1899, 12, 31)
_NUL_1904 = date(1904, 1, 1)
_LAATSTE_DAG = date(9999, 12, 31)
_GETAL = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*")
_REEKS = re.compile(r"((?:_x[0-9A-Fa-f]{4}_)+)")


def getaltekst(ruw: str) -> str | None:
    """
    Return a stored number as plain text without exponent; <None> when it is none.

    ``12.0`` becomes ``12``, ``4.70123456789E11`` becomes ``470123456789``; a fraction keeps the fewest digits that
    give the same number.
    """
    if not _GETAL.fullmatch(ruw):
        return None
    getal = float(ruw)
    if math.isinf(getal):
        return None
    tekst = format(Decimal(repr(getal)), "f")
    if "." in tekst:
        tekst = tekst.rstrip("0").rstrip(".")
    return "0" if tekst == "-0" else tekst


def opgemaakt(ruw: str, opmaak: Opmaak, *, vanaf_1904: bool) -> tuple[str, bool]:
    """
    Return a stored number as its cell format shows it, and whether that is a date or time.

    A number its format cannot show (a date before day 0, a fraction in a format of zeros) stays a plain number.
    """
    gewoon = getaltekst(ruw)
    if gewoon is None:
        return ruw, False
    if opmaak.weergave is Weergave.NULLEN:
        return (_met_nullen(gewoon, opmaak.patroon) if gewoon.isdigit() else gewoon), False
    if opmaak.weergave is Weergave.GEWOON:
        return gewoon, False
    datum = _datumtekst(float(ruw), opmaak.weergave, vanaf_1904=vanaf_1904)
    return (gewoon, False) if datum is None else (datum, True)


def _met_nullen(cijfers: str, patroon: str) -> str:
    plaatsen = patroon.count("\0")
    cijfers = cijfers.zfill(plaatsen)
    # What does not fit goes before the first digit, as Excel does.
    over, rest = cijfers[: len(cijfers) - plaatsen], iter(cijfers[len(cijfers) - plaatsen :])
    tekst = "".join(next(rest) if teken == "\0" else teken for teken in patroon)
    eerste = patroon.index("\0")
    return tekst[:eerste] + over + tekst[eerste:]


def _datumtekst(getal: float, weergave: Weergave, *, vanaf_1904: bool) -> str | None:
    seconden = round(getal * 86400)
    if seconden < 0:
        return None
    dag, rest = divmod(seconden, 86400)
    tijd = f"{rest // 3600:02d}:{rest // 60 % 60:02d}:{rest % 60:02d}"
    if weergave is Weergave.DUUR:
        return f"{seconden // 3600:02d}:{seconden // 60 % 60:02d}:{seconden % 60:02d}"
    if weergave is Weergave.TIJD and dag == 0:
        return tijd
    tekst = _dagtekst(dag, vanaf_1904=vanaf_1904)
    if tekst is None:
        return None
    return f"{tekst} {tijd}" if rest else tekst


def _dagtekst(dag: int, *, vanaf_1904: bool) -> str | None:
    if not vanaf_1904 and dag in (0, 60):
        return "1900-01-00" if dag == 0 else "1900-02-29"
    nul = _NUL_1904 if vanaf_1904 else _NUL_1900
    if not vanaf_1904 and dag > 60:
        dag -= 1
    if dag > (_LAATSTE_DAG - nul).days:
        return None
    return (nul + timedelta(days=dag)).isoformat()


def isotekst(ruw: str) -> str:
    """Return a date stored as ISO text (cell type ``d``) in the house's form; other text stays."""
    datum, _, tijd = ruw.strip().rstrip("Z").partition("T")
    tijd = tijd.partition(".")[0]
    if len(tijd) == 5:
        tijd += ":00"
    return datum if tijd in ("", "00:00:00") else f"{datum} {tijd}".strip()


def ontsnap(tekst: str) -> str:
    """Return text with escaped characters (``_x000D_``) restored; half a surrogate pair stays escaped."""
    return _REEKS.sub(_herstel, tekst)


def _herstel(treffer: re.Match[str]) -> str:
    codes = [int(code, 16) for code in re.findall(r"_x([0-9A-Fa-f]{4})_", treffer[1])]
    ruw = b"".join(code.to_bytes(2, "little") for code in codes)
    try:
        return ruw.decode("utf-16-le")
    except UnicodeDecodeError:
        return treffer[1]
