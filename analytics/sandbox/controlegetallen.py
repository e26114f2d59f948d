"""Check-digit numbers as the register judges them, and how it writes them."""

from __future__ import annotations

import re

INSZ_TEKENS = re.compile(r"[0-9.\-]*")


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
