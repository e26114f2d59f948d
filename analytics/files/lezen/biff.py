"""
Recover from an .xls workbook what calamine leaves out: error cells, hidden rows and columns, leading zeros.

Source: Microsoft, [MS-XLS] (BIFF8). Records are looked at one by one, nothing in them is trusted: what does not fit is
passed over, because calamine has judged the workbook already.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

import olefile

from analytics.files.lezen.celwaarden import FOUTWAARDEN
from analytics.files.lezen.opmaak import GEWOON, Opmaak, Weergave, lees_code

_BOF, _EINDE, _BLAD, _FORMAAT, _XF = 0x0809, 0x000A, 0x0085, 0x041E, 0x00E0
_RIJ, _KOLOMMEN, _FOUT, _FORMULE, _GETAL, _RK, _RKS = 0x0208, 0x007D, 0x0205, 0x0006, 0x0203, 0x027E, 0x00BD
_FOUTCODES = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


@dataclass(eq=False)
class Aanvulling:
    """
    What to add to a sheet; places count from 1.

    Attributes:
        fouten: Error value, in Dutch, by (row, column).
        nullen: Format of zeros of a number cell by (row, column).
    """

    fouten: dict[tuple[int, int], str] = field(default_factory=dict)
    nullen: dict[tuple[int, int], Opmaak] = field(default_factory=dict)
    verborgen_rijen: set[int] = field(default_factory=set)
    verborgen_kolommen: list[tuple[int, int]] = field(default_factory=list)


def lees_aanvullingen(inhoud: bytes) -> tuple[Aanvulling, ...]:
    """Return what to add to each sheet of an unprotected .xls workbook, in order; nothing for older formats."""
    try:
        with olefile.OleFileIO(io.BytesIO(inhoud)) as ole:
            stroom: bytes = ole.openstream("Workbook").read()
    except OSError:
        return ()
    begins: list[int] = []
    codes: dict[int, Opmaak] = {}
    opmaken: list[Opmaak] = []
    for soort, begin, einde in _records(stroom, 0):
        if soort == _BLAD and einde - begin >= 6:
            begins.append(struct.unpack_from("<I", stroom, begin)[0])
        elif soort == _FORMAAT and einde - begin >= 5:
            codes[struct.unpack_from("<H", stroom, begin)[0]] = lees_code(_tekst(stroom[begin + 2 : einde]))
        elif soort == _XF and einde - begin >= 4:
            opmaken.append(codes.get(struct.unpack_from("<H", stroom, begin + 2)[0], GEWOON))
    return tuple(_lees_blad(stroom, begin, opmaken) for begin in begins)


def _records(stroom: bytes, plaats: int) -> Iterator[tuple[int, int, int]]:
    """Yield kind, begin and end of the records of a substream, those of substreams within it left out."""
    diepte = 0
    while plaats + 4 <= len(stroom):
        soort, lengte = struct.unpack_from("<HH", stroom, plaats)
        begin, plaats = plaats + 4, plaats + 4 + lengte
        if plaats > len(stroom):
            return
        if soort == _BOF:
            diepte += 1
        elif soort == _EINDE:
            diepte -= 1
            if diepte <= 0:
                return
        elif diepte == 1:
            yield soort, begin, plaats


def _lees_blad(stroom: bytes, begin: int, opmaken: list[Opmaak]) -> Aanvulling:
    uit = Aanvulling()
    for soort, plaats, einde in _records(stroom, begin):
        lengte = einde - plaats
        code = _foutcode(soort, stroom[plaats : min(einde, plaats + 14)])
        if code is not None:
            rij, kolom = struct.unpack_from("<HH", stroom, plaats)
            uit.fouten[rij + 1, kolom + 1] = FOUTWAARDEN[_FOUTCODES.get(code, "#UNKNOWN!")]
        elif soort in (_GETAL, _RK) and lengte >= 6:
            rij, kolom, xf = struct.unpack_from("<HHH", stroom, plaats)
            _noteer(uit, opmaken, rij, kolom, xf)
        elif soort == _RKS and lengte >= 6:
            rij, kolom = struct.unpack_from("<HH", stroom, plaats)
            for stap in range((lengte - 6) // 6):
                xf = struct.unpack_from("<H", stroom, plaats + 4 + 6 * stap)[0]
                _noteer(uit, opmaken, rij, kolom + stap, xf)
        elif soort == _RIJ and lengte >= 14 and stroom[plaats + 12] & 0x20:
            uit.verborgen_rijen.add(struct.unpack_from("<H", stroom, plaats)[0] + 1)
        elif soort == _KOLOMMEN and lengte >= 10 and stroom[plaats + 8] & 1:
            eerste, laatste = struct.unpack_from("<HH", stroom, plaats)
            uit.verborgen_kolommen.append((eerste + 1, laatste + 1))
    return uit


def _foutcode(soort: int, record: bytes) -> int | None:
    """Return the code of an error value, constant or outcome of a formula; <None> for every other record."""
    if soort == _FOUT and len(record) >= 8 and record[7] == 1:
        return record[6]
    # The eight bytes of a formula's outcome hold a number unless the last two are set.
    if soort == _FORMULE and len(record) == 14 and record[12:14] == b"\xff\xff" and record[6] == 2:
        return record[8]
    return None


def _noteer(uit: Aanvulling, opmaken: list[Opmaak], rij: int, kolom: int, xf: int) -> None:
    if xf < len(opmaken) and opmaken[xf].weergave is Weergave.NULLEN:
        uit.nullen[rij + 1, kolom + 1] = opmaken[xf]


def _tekst(record: bytes) -> str:
    """Return a string with its length in two bytes and a byte that tells whether its characters are wide."""
    lengte, wijd = struct.unpack_from("<H", record)[0], record[2] & 1
    return record[3 : 3 + lengte * (2 if wijd else 1)].decode("utf-16-le" if wijd else "latin-1", "replace")
