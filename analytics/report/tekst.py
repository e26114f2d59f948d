"""Dutch typography: numbers, shares, dates, plurals."""

from __future__ import annotations

import datetime as dt

from analytics.domain.maanden import MAANDEN

#: Shown where there is nothing to show.
LEEG = "–"
_VAST = "\u00a0"  # keeps number and sign on one line


def getal(waarde: float, decimalen: int = 0) -> str:
    """Write a number the Dutch way: ``1.234,5``."""
    tekst = f"{waarde:,.{decimalen}f}"
    return tekst.replace(",", "\0").replace(".", ",").replace("\0", ".")


def procent(teller: float, noemer: float) -> str:
    """
    Write a share as a percentage; ``–`` of nothing.

    Only all is ``100 %`` and only nothing is ``0 %``: 1 of 3,000 is "minder dan 1 %", for a rounded 100 would hide
    the one that is missing.
    """
    if noemer == 0:
        return LEEG
    afgerond = round(100 * teller / noemer)
    if afgerond == 100 and teller < noemer:
        return f"meer dan 99{_VAST}%"
    if afgerond == 0 and teller > 0:
        return f"minder dan 1{_VAST}%"
    return f"{afgerond}{_VAST}%"


def breuk(teller: int, noemer: int) -> str:
    """Write a share with both its numbers: ``3 van 412 (1 %)``."""
    return f"{getal(teller)} van {getal(noemer)}" + (f" ({procent(teller, noemer)})" if noemer else "")


def datum(dag: dt.date) -> str:
    """Write a date: ``12 maart 2024``."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def aantal(n: int, enkelvoud: str, meervoud: str) -> str:
    """Write a number with its noun: ``1 vereniging``, ``412 verenigingen``."""
    return f"{getal(n)} {enkelvoud if n == 1 else meervoud}"


def verenigingen(n: int) -> str:
    """Write a number of associations."""
    return aantal(n, "vereniging", "verenigingen")


def bevindingen(n: int) -> str:
    """Write a number of findings."""
    return aantal(n, "bevinding", "bevindingen")


def deel(teller: int, noemer: int, enkelvoud: str, meervoud: str) -> str:
    """
    Start a sentence on a share of the associations with its verb: ``3 van de 412 verenigingen missen``.

    All and none are said in words: ``Alle 412 verenigingen missen``, ``Geen van de 412 verenigingen mist``.
    """
    if noemer == 1:
        return f"De enige vereniging {enkelvoud}" if teller else f"0 van de {verenigingen(1)} {meervoud}"
    if teller == noemer:
        return f"Alle {verenigingen(noemer)} {meervoud}"
    wie = getal(teller) if teller else "Geen"
    return f"{wie} van de {verenigingen(noemer)} {meervoud if teller > 1 else enkelvoud}"


def opsomming(delen: list[str]) -> str:
    """Join as a sentence does: ``1, 2 en 3``."""
    return " en ".join([", ".join(delen[:-1]), delen[-1]] if len(delen) > 1 else delen)
