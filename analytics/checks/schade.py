"""Signs of what Excel, and copying from Excel to Excel, does to values; and how to undo it."""

from __future__ import annotations

import re
import unicodedata

from analytics.checks.voorstellen import ONZICHTBAAR, schoon
from analytics.domain.blad import Soort

_ANDERE_SPATIES = frozenset(
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_FOUTTEKST = re.compile(
    r"#(?:N/B|N/A|NB|REF!|VERW!|WAARDE!|VALUE!|DEEL/0!|DIV/0!|NAAM\?|NAME\?|GETAL!|NUM!|LEEG!|NULL!|#+)"
)
_WETENSCHAPPELIJK = re.compile(r"\s*[0-9](?:[.,][0-9]+)?E[+-]?[0-9]{1,3}\s*", re.I)
_MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_NUMMERDATUM = re.compile(rf"([0-9]{{1,2}})[-/. ]({'|'.join(_MAANDEN)})\.?(?:[-/. ][0-9]{{2,4}})?", re.I)
_DATUMNUMMER = re.compile(rf"({'|'.join(_MAANDEN)})\.?[-/. ]([0-9]{{1,2}})", re.I)
_LANGSTE_CEL = 32_767


def is_fouttekst(tekst: str) -> bool:
    """Tell whether a text looks like an error value of Excel."""
    return tekst.lstrip().startswith("#") and _FOUTTEKST.fullmatch(tekst.strip().upper()) is not None


def is_wetenschappelijk(tekst: str) -> bool:
    """Tell whether *tekst* is a number in the notation Excel gives long numbers (``1,23E+09``)."""
    return ("E" in tekst or "e" in tekst) and _WETENSCHAPPELIJK.fullmatch(tekst) is not None


def huisnummer_uit_datum(tekst: str) -> str | None:
    """Return the house number that Excel took for a date: day and month, as they were typed (``7-9``)."""
    if m := re.fullmatch(r"[0-9]{4}-([0-9]{2})-([0-9]{2})(?: 00:00:00)?", tekst):
        return f"{int(m[2])}-{int(m[1])}"
    if m := _NUMMERDATUM.fullmatch(tekst.strip()):
        return f"{int(m[1])}-{_MAANDEN.index(m[2].lower()) + 1}"
    if m := _DATUMNUMMER.fullmatch(tekst.strip()):
        return f"{_MAANDEN.index(m[1].lower()) + 1}-{int(m[2])}"
    return None


def is_huisnummerdatum(tekst: str, soort: int) -> bool:
    """Tell whether a house or box number became a date."""
    return soort == Soort.DATUM or (any(t.isalpha() for t in tekst) and huisnummer_uit_datum(tekst) is not None)


def heeft_onzichtbare(tekst: str) -> bool:
    """Tell whether *tekst* has blanks that are no ordinary ones, or characters without width."""
    return not tekst.isascii() and any(t in ONZICHTBAAR or t in _ANDERE_SPATIES for t in tekst)


def heeft_stuurtekens(tekst: str) -> bool:
    """Tell whether *tekst* has control characters other than tab and line ends, as text or as Excel writes them."""
    return "_x00" in tekst or (
        not tekst.isprintable() and any(unicodedata.category(t) == "Cc" and t not in "\t\n\r" for t in tekst)
    )


def zonder_stuurtekens(tekst: str) -> str | None:
    """Return *tekst* without control characters."""
    kaal = re.sub(r"_x00[0-1][0-9A-Fa-f]_", "", tekst)
    kaal = "".join(t for t in kaal if t in "\t\n\r" or unicodedata.category(t) != "Cc")
    return kaal if kaal.strip() else None


def heeft_regeleinde(tekst: str) -> bool:
    """Tell whether *tekst* has a tab or more than one line."""
    return any(t in tekst for t in "\t\n\r")


def heeft_losse_spaties(tekst: str) -> bool:
    """Tell whether there are blanks at the ends of *tekst*, or two in a row."""
    return "  " in tekst or tekst[:1] == " " or tekst[-1:] == " "


def zonder_losse_spaties(tekst: str) -> str | None:
    """Return *tekst* without blanks at its ends, with one blank where there were more."""
    return re.sub(" {2,}", " ", tekst).strip(" ") or None


def op_een_regel(tekst: str) -> str | None:
    """Return *tekst* on one line."""
    return schoon(tekst) or None


def is_decimaal(tekst: str) -> bool:
    """Tell whether a number that should be whole has ``.0`` behind it."""
    return re.fullmatch(r"\s*[0-9]{1,12}[.,]0\s*", tekst) is not None


def zonder_decimaal(tekst: str) -> str | None:
    """Return the whole number, a telephone number with its zero."""
    kaal = re.split("[.,]", tekst.strip())[0]
    return f"0{kaal}" if re.fullmatch(r"[1-9][0-9]{7,8}", kaal) else kaal or None


def is_afgekapt(tekst: str) -> bool:
    """Tell whether *tekst* fills a cell to the last character that Excel holds."""
    return len(tekst) > _LANGSTE_CEL // 2 and len(tekst.encode("utf-16-le", "surrogatepass")) // 2 >= _LANGSTE_CEL


def ontwar_tekens(tekst: str) -> str | None:
    """Return what *tekst* was before UTF-8 was read as Windows text (``CafÃ©`` → ``Café``)."""
    try:
        beter = tekst.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None
    return beter if beter != tekst else None


def is_verhaspeld(tekst: str) -> bool:
    """Tell whether characters were lost or read with the wrong code page."""
    return not tekst.isascii() and ("\ufffd" in tekst or ontwar_tekens(tekst) is not None)
