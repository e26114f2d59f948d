"""Read the opening tags of many cells at once: ``<c r="AB12" s="3" t="s">``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from analytics.files.lezen.cellen import MAX_KOLOM, MAX_RIJ, Celtype
from analytics.files.lezen.tags import Plaatsen, Tags

Masker: TypeAlias = npt.NDArray[np.bool_]
Getallen: TypeAlias = npt.NDArray[np.int32]

_AANHALING, _SPATIE = ord('"'), ord(" ")
# Cell types by their first letter when that is all there is.
_TYPE_VAN_LETTER: npt.NDArray[np.uint8] = np.full(256, 255, dtype=np.uint8)
for _letter, _type in (
    ("n", Celtype.GETAL),
    ("s", Celtype.GEDEELD),
    ("b", Celtype.LOGISCH),
    ("e", Celtype.FOUT),
    ("d", Celtype.DATUM),
):
    _TYPE_VAN_LETTER[ord(_letter)] = _type


@dataclass(frozen=True, eq=False)
class Celkoppen:
    """Place, format and type of cells; *goed* tells for which these hold, the others are written otherwise."""

    rij: Getallen
    kolom: Getallen
    stijl: Getallen
    celtype: npt.NDArray[np.uint8]
    goed: Masker


def lees_celkoppen(tags: Tags, cel: Plaatsen) -> Celkoppen:
    """Return what the opening tags say; *cel* holds their numbers among the tags."""
    tekens, einde = tags.tekens, tags.einde[cel]
    plaats = tags.begin[cel] + 2
    goed = einde - plaats > 5
    plaats = np.where(goed, plaats, 0)
    for stap, teken in enumerate(b' r="'):
        goed &= tekens[plaats + stap] == teken
    plaats = plaats + 4
    kolom, plaats, letters = _letters(tekens, plaats)
    rij, plaats, _ = _cijfers(tekens, plaats, hoogstens=7)
    goed &= (letters > 0) & (rij > 0) & (rij <= MAX_RIJ) & (kolom <= MAX_KOLOM) & (tekens[plaats] == _AANHALING)
    plaats = plaats + 1
    stijl: Getallen = np.zeros(len(cel), dtype=np.int32)
    celtype: npt.NDArray[np.uint8] = np.zeros(len(cel), dtype=np.uint8)
    for _ in range(2):
        open_ = goed & (plaats < einde - 4)
        waar = np.flatnonzero(open_)
        if not len(waar):
            break
        hier = plaats[waar]
        vorm = (tekens[hier] == _SPATIE) & (tekens[hier + 2] == ord("=")) & (tekens[hier + 3] == _AANHALING)
        naam = tekens[hier + 1]
        is_s, is_t = vorm & (naam == ord("s")), vorm & (naam == ord("t"))
        if is_s.any():
            stijl[waar[is_s]], na, _ = _cijfers(tekens, hier[is_s] + 4, hoogstens=6)
            plaats[waar[is_s]] = na + 1
            goed[waar[is_s]] &= tekens[na] == _AANHALING
        if is_t.any():
            celtype[waar[is_t]], plaats[waar[is_t]] = _types(tekens, hier[is_t] + 4)
        goed[waar[~(is_s | is_t)]] = False
    goed &= (plaats == einde) & (celtype != 255)
    return Celkoppen(rij, kolom, stijl, celtype, goed)


def _letters(tekens: npt.NDArray[np.uint8], plaats: Plaatsen) -> tuple[Getallen, Plaatsen, Getallen]:
    """Return the column number read from here, the place after it and its number of letters."""
    kolom: Getallen = np.zeros(len(plaats), dtype=np.int32)
    aantal: Getallen = np.zeros(len(plaats), dtype=np.int32)
    for _ in range(3):
        # Below "A" the difference wraps around to a large number.
        waarde = tekens[plaats] - np.uint8(ord("A"))
        raak = waarde < 26
        if not raak.any():
            break
        kolom = np.where(raak, kolom * 26 + waarde + 1, kolom)
        plaats = plaats + raak
        aantal += raak
    return kolom, plaats, aantal


def _cijfers(tekens: npt.NDArray[np.uint8], plaats: Plaatsen, *, hoogstens: int) -> tuple[Getallen, Plaatsen, Getallen]:
    """Return the number read from here, the place after it and its number of digits."""
    getal: Getallen = np.zeros(len(plaats), dtype=np.int32)
    aantal: Getallen = np.zeros(len(plaats), dtype=np.int32)
    for _ in range(hoogstens):
        waarde = tekens[plaats] - np.uint8(ord("0"))
        raak = waarde < 10
        if not raak.any():
            break
        getal = np.where(raak, getal * 10 + waarde, getal)
        plaats = plaats + raak
        aantal += raak
    return getal, plaats, aantal


def _types(tekens: npt.NDArray[np.uint8], plaats: Plaatsen) -> tuple[npt.NDArray[np.uint8], Plaatsen]:
    """Return the cell type read from here (255 when unknown) and the place after its closing quote."""
    laatste = len(tekens) - 1
    eerste, tweede = tekens[plaats], tekens[plaats + 1]
    kort = tweede == _AANHALING
    # "str" and "inlineStr" are told by their first two letters and the quote behind them.
    formule = (eerste == ord("s")) & (tweede == ord("t")) & (tekens[np.minimum(plaats + 3, laatste)] == _AANHALING)
    inlijn = (eerste == ord("i")) & (tweede == ord("n")) & (tekens[np.minimum(plaats + 9, laatste)] == _AANHALING)
    celtype = np.where(
        kort, _TYPE_VAN_LETTER[eerste], np.where(formule | inlijn, np.uint8(Celtype.TEKST), np.uint8(255))
    )
    lengte = np.where(kort, 2, np.where(formule, 4, np.where(inlijn, 10, 0)))
    return celtype.astype(np.uint8), plaats + lengte
