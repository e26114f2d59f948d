"""Read a delivery's cells as they would be loaded. Nothing is judged here; the rules do that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from analytics.domain.blad import Soort
from analytics.domain.levering import Levering, Tabel
from analytics.domain.velden import TABELLEN, VELDEN, Type, Veld
from analytics.intake.lezing_waarden import ALLEEN_GETALLEN, lezer_van
from analytics.intake.lezing_wijze import WIT, Wijze

Tekstrij: TypeAlias = npt.NDArray[np.object_]
Getallen: TypeAlias = npt.NDArray[np.intp]

_ZONDER_WAARDE = (Soort.FOUT, Soort.FORMULE_ZONDER_WAARDE)
_ALLEEN_WIT = f"^[{WIT}]*$"


@dataclass(frozen=True, eq=False)
class GelezenKolom:
    """
    One column, each distinct cell (text and kind) once.

    Attributes:
        nummers: Per record the position of its cell in the arrays below.
        ruw: The cells as the pilot sees them (str or None).
        soort: Their kinds (:class:`analytics.domain.blad.Soort`).
        gelezen: As they would be loaded (str, or None for an empty cell).
        wijze: How they were interpreted (:class:`Wijze` value, or None for: as it stands).
    """

    nummers: Getallen
    ruw: Tekstrij
    soort: npt.NDArray[np.uint8]
    gelezen: Tekstrij
    wijze: Tekstrij

    def per_rij(self, waarden: Tekstrij) -> pd.Series[str]:
        """Spread an array over the distinct cells out over the records."""
        return pd.Series(pd.array(waarden, dtype="string").take(self.nummers))


@dataclass(frozen=True, eq=False)
class Lezing:
    """
    A delivery as it would be loaded.

    Attributes:
        kolommen: ``{(tabel, veld): GelezenKolom}``, for every field of every table.
        vereniging: ``{tabel: Series[Int64]}``: per record the index of its association in table ``verenigingen``,
            <NA> where there is none.
    """

    kolommen: Mapping[tuple[str, str], GelezenKolom]
    vereniging: Mapping[str, pd.Series[int]]

    @cached_property
    def waarden(self) -> dict[str, pd.DataFrame]:
        """Per table a frame of texts as they would be loaded: one row per record, a column per field, <NA> = empty."""
        return self._frames("gelezen")

    @cached_property
    def wijze(self) -> dict[str, pd.DataFrame]:
        """Per table, same shape: how a cell was interpreted; <NA> = taken as it stands."""
        return self._frames("wijze")

    def _frames(self, wat: str) -> dict[str, pd.DataFrame]:
        return {
            tabel: pd.DataFrame(
                {veld: k.per_rij(getattr(k, wat)) for (t, veld), k in self.kolommen.items() if t == tabel}
            )
            for tabel in TABELLEN
        }


def lees_waarden(levering: Levering) -> Lezing:
    """
    Read every cell of *levering* as it would be loaded, each distinct cell of a column once.

    A cell with white space only counts as empty, as it does for the register; an error cell or a formula without a
    value holds nothing that could be loaded and is marked ``geen waarde``.
    """
    kolommen = {(v.tabel, v.code): _lees_kolom(levering.tabellen[v.tabel], v) for v in VELDEN}
    return Lezing(kolommen, {tabel: _zoek_vereniging(levering, kolommen, tabel) for tabel in TABELLEN})


def _lees_kolom(tabel: Tabel, veld: Veld) -> GelezenKolom:
    soorten = tabel.soorten[veld.code].to_numpy(dtype="int64")
    if not soorten.any() and not tabel.waarden[veld.code].notna().any():
        return _lege_kolom(len(tabel))
    tekst_nr, teksten = pd.factorize(tabel.waarden[veld.code].astype("string"), use_na_sentinel=False)
    cel_nr, cellen = pd.factorize(tekst_nr.astype("int64") * 16 + soorten)
    ruw = pd.Series(teksten).astype(object).to_numpy()[cellen // 16] if len(cellen) else np.empty(0, dtype=object)
    ruw[pd.isna(ruw)] = None
    soort = (cellen % 16).astype("uint8")
    gelezen, wijze = _lees_cellen(ruw, soort, veld)
    return GelezenKolom(cel_nr.astype("intp"), ruw, soort, gelezen, wijze)


def _lege_kolom(aantal: int) -> GelezenKolom:
    niets: Tekstrij = np.array([None], dtype=object)
    return GelezenKolom(np.zeros(aantal, dtype="intp"), niets, np.zeros(1, dtype="uint8"), niets, niets)


def _lees_cellen(ruw: Tekstrij, soort: npt.NDArray[np.uint8], veld: Veld) -> tuple[Tekstrij, Tekstrij]:
    gelezen: Tekstrij = ruw.copy()
    wijze: Tekstrij = np.full(len(ruw), None, dtype=object)
    teksten = pa.array(ruw, type=pa.large_string(), from_pandas=True)
    if veld.type is Type.SLEUTEL:
        gelezen[:] = pc.utf8_trim(teksten, characters=WIT).to_numpy(zero_copy_only=False)
    blanco = pc.match_substring_regex(teksten, _ALLEEN_WIT).fill_null(True).to_numpy(zero_copy_only=False)
    zonder = np.isin(soort, _ZONDER_WAARDE)
    gelezen[blanco | zonder] = None
    wijze[zonder] = str(Wijze.GEEN_WAARDE)
    lezer = lezer_van(veld)
    if lezer is None:
        return gelezen, wijze
    te_lezen = ~blanco & ~zonder & ((soort == Soort.GETAL) | (lezer not in ALLEEN_GETALLEN))
    for i in np.flatnonzero(te_lezen).tolist():
        waarde, hoe = lezer(ruw[i], int(soort[i]))
        gelezen[i], wijze[i] = waarde or None, None if hoe is None else str(hoe)
    return gelezen, wijze


def herlees(kolom: GelezenKolom, veld: Veld, records: Getallen, teksten: Tekstrij) -> GelezenKolom:
    """Return the column as it would be read when the cells of *records* held *teksten* instead."""
    nummer, uniek = pd.factorize(teksten)
    soort: npt.NDArray[np.uint8] = np.full(len(uniek), Soort.TEKST, dtype="uint8")
    gelezen, wijze = _lees_cellen(uniek, soort, veld)
    nummers = kolom.nummers.copy()
    nummers[records] = len(kolom.ruw) + nummer
    return GelezenKolom(
        nummers,
        np.concatenate([kolom.ruw, uniek]),
        np.concatenate([kolom.soort, soort]),
        np.concatenate([kolom.gelezen, gelezen]),
        np.concatenate([kolom.wijze, wijze]),
    )


def _zoek_vereniging(
    levering: Levering, kolommen: Mapping[tuple[str, str], GelezenKolom], tabel: str
) -> pd.Series[int]:
    """Link records by row (wide shape), else by key in their own workbook, else by key in the other one."""
    verenigingen, delen = levering.tabellen["verenigingen"].waarden, levering.tabellen[tabel].waarden
    if tabel == "verenigingen" or not len(delen):
        return pd.Series(np.arange(len(delen)), dtype="Int64")
    van, deel = kolommen["verenigingen", "intern_nummer"], kolommen[tabel, "intern_nummer"]
    # Both tables in one array, so that what is equal gets the same number; -1 where there is no key.
    uniek = pd.factorize(np.concatenate([van.gelezen, deel.gelezen, np.array([None], dtype=object)]))[0]
    sleutel = np.concatenate([uniek[van.nummers], uniek[len(van.gelezen) + deel.nummers]])
    samen = pd.concat([verenigingen[["werkmap", "blad", "rij"]], delen[["werkmap", "blad", "rij"]]])
    werkmap, rij = samen["werkmap"].to_numpy(dtype="int64"), samen["rij"].to_numpy(dtype="int64")
    blad = pd.factorize(samen["blad"])[0]
    plaats = pd.factorize(rij * (int(blad.max(initial=0)) + 1) + blad)[0]
    werkmappen = int(werkmap.max(initial=0)) + 1
    aantal = len(verenigingen)
    gevonden = np.where(delen["groep"].to_numpy() > 0, _zoek(plaats * werkmappen + werkmap, aantal), -1)
    for codes in (np.where(sleutel < 0, -1, sleutel * werkmappen + werkmap), sleutel):
        gevonden = np.where(gevonden < 0, _zoek(codes, aantal), gevonden)
    return pd.Series(pd.array(gevonden, dtype="Int64")).mask(pd.Series(gevonden < 0))


def _zoek(codes: Getallen, aantal: int) -> Getallen:
    """Return per code after the first *aantal* the position of the first equal one among those, -1 if there is none."""
    dicht: Getallen = pd.factorize(codes)[0]
    eerste: Getallen = np.full(int(dicht.max(initial=0)) + 1, -1, dtype="intp")
    eerste[dicht[:aantal][::-1]] = np.arange(aantal)[::-1]
    return np.where(codes[aantal:] < 0, -1, eerste[dicht[aantal:]])
