"""
The gate: no INSZ passes where none may stand.

In round 1 the INSZ must be absent; in no round may one stand outside its column. What is found is blanked in memory
before anything else sees it; only its cell is remembered.

Source: migration plan, "In deze ronde zijn de INSZ nummers van de vertegenwoordigers NIET aanwezig".
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from analytics.domain.blad import Blad, Soort, Werkmap
from analytics.domain.nummers import INSZ_MASKER, bevat_insz, masker_insz

# The look-arounds of INSZ_PATROON are what the fast engine cannot do; this one only preselects.
_VOORSELECTIE = (
    r"\d{2}[ .\-/\x{00a0}\x{2007}\x{2009}\x{200b}\x{2010}-\x{2013}_]?\d{2}"
    r"[ .\-/\x{00a0}\x{2007}\x{2009}\x{200b}\x{2010}-\x{2013}_]?\d{2}"
    r"[ .\-/\x{00a0}\x{2007}\x{2009}\x{200b}\x{2010}-\x{2013}_]{0,3}\d{3}"
    r"[ .\-/\x{00a0}\x{2007}\x{2009}\x{200b}\x{2010}-\x{2013}_]{0,3}\d{2}"
)
#: What an INSZ in a sheet name becomes: Excel allows no asterisk there.
BLADNAAM_MASKER = "xx.xx.xx-xxx.xx"
_VONDST = ("blad", "kolom", "rij")


@dataclass(frozen=True, eq=False)
class Doorgelaten:
    """
    A workbook after the gate.

    Attributes:
        werkmap: The workbook without the numbers; blanked cells have kind ``AFGESCHERMD``, sheet names are masked.
        vondsten: One row per blanked cell: ``blad`` (masked name), ``kolom`` (letter), ``rij``.
        bladnamen: ``{masked name: name in the pilot's workbook}``.
    """

    werkmap: Werkmap
    vondsten: pd.DataFrame
    bladnamen: dict[str, str]


def scherm_af(
    werkmap: Werkmap, *, toegelaten: Collection[tuple[int, str]], leeg: Collection[tuple[int, str, int]]
) -> Doorgelaten:
    """
    Blank every INSZ in *werkmap* that may not be there.

    Args:
        werkmap: As it was read.
        toegelaten: Columns that may hold INSZ (rounds 2 and 3), as (sheet position, column letter).
        leeg: Columns that must be empty (round 1), as (sheet position, column letter, heading row): there any
            content at all counts as an INSZ.
    """
    bladen: list[Blad] = []
    vondsten: list[pd.DataFrame] = []
    namen: dict[str, str] = {}
    for i, blad in enumerate(werkmap.bladen):
        treffers = {k: _valide(blad, k) for k in blad.tekst.columns if (i, k) not in toegelaten}
        for plek, kolom, kopregel in leeg:
            if plek == i:
                treffers[kolom] = _ingevuld(blad, kolom, kopregel) | treffers[kolom]
        naam = _nieuwe_naam(blad.naam, namen)
        namen[naam] = blad.naam
        bladen.append(replace(_gewist(blad, treffers), naam=naam))
        for kolom, raak in treffers.items():
            rijen = blad.tekst.index[raak]
            if len(rijen):
                vondsten.append(pd.DataFrame({"blad": naam, "kolom": kolom, "rij": rijen}))
    gevonden = pd.concat(vondsten, ignore_index=True) if vondsten else pd.DataFrame(columns=list(_VONDST))
    return Doorgelaten(replace(werkmap, bladen=tuple(bladen)), gevonden, namen)


def _valide(blad: Blad, kolom: str) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    waarden = blad.tekst[kolom]
    mogelijk = pc.match_substring_regex(pa.array(waarden, type=pa.large_string(), from_pandas=True), _VOORSELECTIE)
    raak = np.asarray(mogelijk.fill_null(False).to_numpy(zero_copy_only=False), dtype=bool)
    # A date cell never is an INSZ, whatever digits it shows.
    raak &= blad.soort[kolom].to_numpy() != Soort.DATUM
    plaatsen = np.flatnonzero(raak)
    raak[plaatsen] = [bevat_insz(tekst) for tekst in waarden.iloc[plaatsen]]
    return raak


def _ingevuld(blad: Blad, kolom: str, kopregel: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    gevuld = blad.tekst[kolom].fillna("").str.strip().ne("").to_numpy(dtype=bool)
    return gevuld & (blad.tekst.index.to_numpy() > kopregel)


def _gewist(blad: Blad, treffers: dict[str, np.ndarray[tuple[int], np.dtype[np.bool_]]]) -> Blad:
    raak = {kolom: masker for kolom, masker in treffers.items() if masker.any()}
    if not raak:
        return blad
    tekst, soort = blad.tekst.copy(), blad.soort.copy()
    for kolom, masker in raak.items():
        tekst[kolom] = tekst[kolom].mask(masker)
        soort[kolom] = soort[kolom].mask(masker, Soort.AFGESCHERMD).astype("uint8")
    return replace(blad, tekst=tekst, soort=soort)


def _nieuwe_naam(naam: str, bezet: Collection[str]) -> str:
    if not bevat_insz(naam):
        return naam
    kaal = masker_insz(naam).replace(INSZ_MASKER, BLADNAAM_MASKER)[:31]
    nieuw, teller = kaal, 2
    while nieuw in bezet:
        nieuw, teller = f"{kaal[:26]} ({teller})", teller + 1
    return nieuw
