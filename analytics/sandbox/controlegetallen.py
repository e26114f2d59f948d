"""Check-digit numbers as the register judges them, and how it writes them."""

from __future__ import annotations

import re
from unicodedata import category

INSZ_TEKENS = re.compile(r"[0-9.\-]*")
_LAATSTE_TEKEN = "\uffff"


def is_numeriek(teken: str) -> bool:
    """Tell whether .NET calls *teken* a number: any script, fractions included, but nothing beyond 16 bits."""
    return teken <= _LAATSTE_TEKEN and category(teken)[0] == "N"


def is_cijfer(teken: str) -> bool:
    """Tell whether .NET calls *teken* a decimal digit, of any script."""
    return teken <= _LAATSTE_TEKEN and category(teken) == "Nd"


def is_letter(teken: str) -> bool:
    """Tell whether .NET calls *teken* a letter, of any script."""
    return teken <= _LAATSTE_TEKEN and teken.isalpha()


def insz_cijfers(tekst: str) -> str:
    """Give *tekst* without dots and hyphens; spaces stay, and make it invalid."""
    return tekst.replace(".", "").replace("-", "")


def is_insz(cijfers: str) -> bool:
    """Tell whether eleven digits carry the right check number for exactly one of the two centuries."""
    n, controle = int(cijfers[:9]), int(cijfers[9:])
    return (97 - n % 97 == controle) != (97 - int(f"2{cijfers[:9]}") % 97 == controle)


def kbo_cijfers(tekst: str) -> str:
    """Give *tekst* without dots and spaces."""
    return tekst.replace(".", "").replace(" ", "")


def is_kbo(cijfers: str) -> bool:
    """Tell whether ten digits carry the right check number."""
    return 97 - int(cijfers[:8]) % 97 == int(cijfers[8:])


def is_belgisch_iban(tekst: str) -> bool:
    """Tell whether *tekst* is a Belgian IBAN: upper-case ``BE`` first, dots and spaces ignored, modulo 97."""
    kaal = tekst.replace(".", "").replace(" ", "")
    if not tekst.startswith("BE") or not re.fullmatch(r"BE[0-9]{14}", kaal):
        return False
    # B = 11, E = 14: country code and check digits move to the end.
    return int(kaal[4:] + "1114" + kaal[2:4]) % 97 == 1


def iban_in_groepen(tekst: str) -> str:
    """Give an IBAN in groups of four, as the register stores it."""
    kaal = tekst.replace(".", "").replace(" ", "")
    return " ".join(kaal[i : i + 4] for i in range(0, len(kaal), 4))
