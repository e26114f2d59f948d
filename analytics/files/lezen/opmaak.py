"""What a number format makes of a number: plain text, a date, a time, or digits with leading zeros."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from lxml import etree

from analytics.files.lezen.xml import lokaal


class Weergave(IntEnum):
    """How the numbers of a cell style are shown."""

    GEWOON = 0
    DATUM = 1
    TIJD = 2
    DUUR = 3
    NULLEN = 4


@dataclass(frozen=True)
class Opmaak:
    """How one cell style shows its numbers; *patroon* holds a ``0`` for each digit of a format of zeros."""

    weergave: Weergave = Weergave.GEWOON
    patroon: str = ""


GEWOON = Opmaak()
# ECMA-376 part 1, 18.8.30: formats that have a number instead of a code; 27-36 and 50-58 are East Asian dates.
_INGEBOUWD = (
    dict.fromkeys((14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58), Opmaak(Weergave.DATUM))
    | dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56), Opmaak(Weergave.TIJD))
    | {46: Opmaak(Weergave.DUUR)}
)
_LETTERLIJK = re.compile(r'"([^"]*)"|\\(.)|[_*].', re.DOTALL)
_VOORWAARDE = re.compile(r"\[[<>=]")
_DUUR = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_HAAKJES = re.compile(r"\[[^\]]*\]")


def lees_code(code: str) -> Opmaak:
    """
    Return what a format code does to a number.

    Only zeros that stand for digits of an identifier are rebuilt (``0000000000``, ``0000"/"00"."00"."00``): at least
    two, without decimals, thousands or conditions.
    """
    kaal = _LETTERLIJK.sub("", code)
    eerste = kaal.split(";")[0]
    if _DUUR.search(eerste):
        return Opmaak(Weergave.DUUR)
    letters = _HAAKJES.sub("", eerste).lower().replace("general", "").replace("standaard", "").replace("am/pm", "h")
    if re.search(r"[dy]", letters) or ("m" in letters and not re.search(r"[hs0#?]", letters)):
        return Opmaak(Weergave.DATUM)
    if re.search(r"[hs]", letters):
        return Opmaak(Weergave.TIJD)
    if _VOORWAARDE.search(kaal) or letters.count("0") < 2:
        return GEWOON
    if not re.fullmatch(r"[0 \-/()+]*", letters):
        return GEWOON
    return Opmaak(Weergave.NULLEN, _patroon(code))


def _patroon(code: str) -> str:
    """Return the first section of *code* with every digit as NUL, so that a literal ``0`` stays what it is."""
    uit: list[str] = []
    plaats = 0
    while plaats < len(code) and code[plaats] != ";":
        teken = code[plaats]
        if letterlijk := _LETTERLIJK.match(code, plaats):
            uit.append(letterlijk[1] if letterlijk[1] is not None else (letterlijk[2] or ""))
            plaats = letterlijk.end()
        elif haakjes := _HAAKJES.match(code, plaats):
            plaats = haakjes.end()
        else:
            uit.append("\0" if teken == "0" else teken)
            plaats += 1
    return "".join(uit)


def lees_stijlen(wortel: etree._Element) -> tuple[Opmaak, ...]:
    """Return what each cell format (``cellXfs``, in order) of a styles part does to a number."""
    codes: dict[str, Opmaak] = {}
    stijlen: list[Opmaak] = []
    for element in wortel:
        if lokaal(element) == "numFmts":
            for formaat in element:
                if lokaal(formaat) == "numFmt":
                    codes[formaat.get("numFmtId", "")] = lees_code(formaat.get("formatCode", ""))
        elif lokaal(element) == "cellXfs":
            for xf in element:
                if lokaal(xf) == "xf":
                    nummer = xf.get("numFmtId", "0")
                    ingebouwd = _INGEBOUWD.get(int(nummer), GEWOON) if nummer.isdigit() else GEWOON
                    stijlen.append(codes.get(nummer, ingebouwd))
    return tuple(stijlen)
