"""
Numbers with check digits, judged exactly as the register does.

Every judge takes a column and returns a boolean column: numbers are checked by the hundred thousand.
"""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

#: What an INSZ is replaced by wherever one would be shown.
INSZ_MASKER = "**.**.**-***.**"

# Separators people put between the groups of an INSZ; the odd ones are what Excel and Word make of a space or a dash.
_SEP = r"[ .\-/\u00a0\u2007\u2009\u200b\u2010\u2011\u2012\u2013_]"
# A preceding "+" makes it a telephone number with a country code (+32478123456 has 11 digits too).
INSZ_PATROON = re.compile(
    rf"(?<![\d+])(\d{{2}}){_SEP}?(\d{{2}}){_SEP}?(\d{{2}}){_SEP}{{0,3}}(\d{{3}}){_SEP}{{0,3}}(\d{{2}})(?!\d)"
)


def is_insz(tekst: str) -> bool:
    """
    Tell whether *tekst* is an INSZ the register accepts.

    Dots and hyphens are ignored, spaces are not. Exactly one of both centuries must fit: the control digits
    are 97 minus the first nine modulo 97, with a leading 2 for births from 2000.

    Source: register, "Incorrect INSZ: foutieve checksum."
    """
    cijfers = tekst.replace(".", "").replace("-", "")
    return len(cijfers) == 11 and cijfers.isascii() and cijfers.isdigit() and heeft_insz_controlegetal(cijfers)


def heeft_insz_controlegetal(cijfers: str) -> bool:
    """Tell whether the control number of eleven digits fits exactly one century."""
    basis, controle = int(cijfers[:9]), int(cijfers[9:])
    return (97 - basis % 97 == controle) != (97 - (2_000_000_000 + basis) % 97 == controle)


def zijn_insz(kolom: pd.Series[str]) -> pd.Series[bool]:
    """Tell per value whether the register accepts it as INSZ; an empty value is not one."""
    cijfers = kolom.astype("string").str.replace(r"[.\-]", "", regex=True)
    elf = cijfers.str.fullmatch(r"[0-9]{11}").fillna(False).astype(bool)
    getal = np.where(elf, cijfers.where(elf, "0"), "0").astype("int64")
    basis, controle = getal // 100, getal % 100
    oud = 97 - basis % 97 == controle
    nieuw = 97 - (2_000_000_000 + basis) % 97 == controle
    return pd.Series(elf.to_numpy() & (oud != nieuw), index=kolom.index)


def bevat_insz(tekst: str) -> bool:
    """Tell whether a valid INSZ in any usual notation stands anywhere in *tekst*."""
    return any(heeft_insz_controlegetal("".join(m.groups())) for m in INSZ_PATROON.finditer(tekst))


def masker_insz(tekst: str) -> str:
    """Return *tekst* with every valid INSZ, in any usual notation, replaced by the mask."""
    return INSZ_PATROON.sub(
        lambda m: INSZ_MASKER if heeft_insz_controlegetal("".join(m.groups())) else m.group(), tekst
    )


def is_kbo_nummer(tekst: str) -> bool:
    """
    Tell whether *tekst* is a KBO number whose form the register accepts.

    Dots and spaces anywhere are ignored; ten digits; the last two are 97 minus the first eight modulo 97.

    Source: register, "Incorrect Kbo nummer: foutieve checksum."
    """
    cijfers = tekst.replace(".", "").replace(" ", "")
    if len(cijfers) != 10 or not (cijfers.isascii() and cijfers.isdigit()):
        return False
    return 97 - int(cijfers[:8]) % 97 == int(cijfers[8:])


def is_belgische_iban(tekst: str) -> bool:
    """
    Tell whether *tekst* is a Belgian IBAN as the register takes it.

    It starts with upper-case ``BE`` as typed (no leading blank); dots and spaces are ignored; 16 characters;
    modulo 97 gives 1.

    Source: register, "Het opgegeven 'IBAN' is geen geldig Belgisch IBAN."
    """
    kaal = tekst.replace(".", "").replace(" ", "")
    if not tekst.startswith("BE") or not re.fullmatch(r"BE[0-9]{14}", kaal):
        return False
    # B = 11, E = 14: the country code and check digits go to the end.
    return int(kaal[4:] + "1114" + kaal[2:4]) % 97 == 1
