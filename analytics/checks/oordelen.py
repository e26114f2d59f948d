"""
What the register accepts, value by value.

Every judge takes the text as it would be sent and says whether the register takes it. Written from the register's
rules; .NET semantics where they differ from Python's are said at the spot.
"""

from __future__ import annotations

import re
import unicodedata

_SCHEIDER = r"[.!#$%&'*+/=?^_`{|}~-]"
# "$" also stands before a final line feed, in .NET as in Python.
_EMAIL = re.compile(
    rf"^[_-]*[A-Za-z0-9]+(?:{_SCHEIDER}[A-Za-z0-9]+)*{_SCHEIDER}?[_-]*@[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*\.[A-Za-z]{{2,}}$"
)
#: The same for the fast engine: what matches is surely accepted (the line feed at the end is left to Python).
EMAIL_SNEL = _EMAIL.pattern
TELEFOON_SNEL = "^[0-9 ./()+-]*$"
_TELEFOON_LEESTEKENS = str.maketrans("", "", " .()/-+")
_CIJFER = re.compile("[0-9]")
_GEEN_CIJFERS = {i: None for i in range(128) if not chr(i).isdigit()}
_URL_START = ("http://", "https://")

#: The longest description, location name, account holder and purpose, in UTF-16 units as .NET counts.
MAX_TEKENS = 128
ADRES_PURI = "https://data.vlaanderen.be/id/adres/"


def bevat_html(tekst: str) -> bool:
    """
    Tell whether *tekst* has a ``<`` with a ``>`` later on the same line: the register's ``<.*?>``.

    The dot of .NET is anything but a line feed, so a tag over two lines escapes the rule. Searched without a regular
    expression: on a cell full of ``<`` that would take quadratic time.
    """
    return "<" in tekst and any(-1 < regel.find("<") < regel.rfind(">") for regel in tekst.split("\n"))


def is_email(tekst: str) -> bool:
    """Tell whether the register takes *tekst* as an e-mail address."""
    return _EMAIL.match(tekst) is not None


def is_numeriek(teken: str) -> bool:
    """Tell whether .NET's ``char.IsNumber`` holds: any numeric category, in the basic plane."""
    return ord(teken) <= 0xFFFF and unicodedata.category(teken)[0] == "N"


def heeft_telefoontekens(tekst: str) -> bool:
    """Tell whether only numeric characters remain after blanks and ``. ( ) / - +`` are taken out."""
    rest = tekst.translate(_TELEFOON_LEESTEKENS)
    return (rest.isascii() and rest.isdigit()) or all(is_numeriek(t) for t in rest)


def heeft_telefooncijfer(tekst: str) -> bool:
    """Tell whether there is at least one numeric character."""
    return _CIJFER.search(tekst) is not None or any(is_numeriek(t) for t in tekst)


def is_telefoon(tekst: str) -> bool:
    """Tell whether the register takes *tekst* as a telephone number; there is no rule on its length."""
    return heeft_telefoontekens(tekst) and heeft_telefooncijfer(tekst)


def heeft_urlstart(tekst: str) -> bool:
    """Tell whether *tekst* starts with ``http://`` or ``https://``, in any capitals."""
    return tekst.lower().startswith(_URL_START)


def is_url(tekst: str) -> bool:
    """Tell whether the register takes *tekst* as a website or social medium: a start and a dot, nothing more."""
    return heeft_urlstart(tekst) and "." in tekst


def is_te_lang(tekst: str) -> bool:
    """Tell whether *tekst* has more than 128 characters, counted as .NET does (an emoji counts for two)."""
    return len(tekst) > MAX_TEKENS // 2 and len(tekst.encode("utf-16-le", "surrogatepass")) // 2 > MAX_TEKENS


def heeft_cijfer(tekst: str) -> bool:
    """Tell whether a decimal digit of any script stands in *tekst* (``char.IsDigit``)."""
    return any(t.isdecimal() and ord(t) <= 0xFFFF for t in tekst)


def heeft_letter(tekst: str) -> bool:
    """Tell whether a letter of any script stands in *tekst* (``char.IsLetter``, basic plane)."""
    return any(t.isalpha() and ord(t) <= 0xFFFF for t in tekst)


def normaliseer_adresdeel(tekst: str | None) -> str:
    """Return an address component as the register compares it: lower case, no accents, only a-z and 0-9."""
    ontleed = unicodedata.normalize("NFD", (tekst or "").lower())
    return "".join(t for t in ontleed if t.isascii() and t.isalnum())


def normaliseer_telefoon(tekst: str) -> str:
    """
    Return a telephone number as the register compares two of them.

    ``0478 12 34 56``, ``+32 478 12 34 56`` and ``0032478123456`` all give ``0032478123456``.
    """
    nummer = tekst.replace("+", "00")
    kern = _cijfers(nummer).lstrip("0")
    if len(kern) <= 9:
        return "0032" + kern
    land, spatie, rest = nummer.partition(" ")
    return _cijfers(land) + _cijfers(rest).lstrip("0") if spatie else _cijfers(nummer)


def _cijfers(tekst: str) -> str:
    if tekst.isascii():
        return tekst.translate(_GEEN_CIJFERS)
    return "".join(t for t in tekst if t.isdecimal())
