"""When a cell counts as filled, and which rows a column of the templates applies to."""

from __future__ import annotations

import pandas as pd

from analytics.domain.levering import Levering
from analytics.domain.velden import TABELLEN, Veld


def zijn_gevuld(kolom: pd.Series[str]) -> pd.Series[bool]:
    """Tell per cell whether it holds more than blanks."""
    return (kolom.notna() & kolom.str.strip().ne("")).fillna(False).astype(bool)


def sleutels(kolom: pd.Series[str]) -> pd.Series[str]:
    """Return internal numbers without surrounding blanks; blanks only become <NA>."""
    kaal = kolom.str.strip()
    return kaal.mask(kaal.eq("").fillna(False))


def zijn_van_soort(levering: Levering, tabel: str, soorten: tuple[str, ...]) -> pd.Series[bool]:
    """Tell per record of *tabel* whether it stands in a workbook of one of the *soorten* (``feitelijk``, ``kbo``)."""
    werkmappen = [i for i, bestand in enumerate(levering.bestanden) if bestand.soort in soorten]
    return levering.tabellen[tabel].waarden["werkmap"].isin(werkmappen).astype(bool)


def geldt_voor(levering: Levering, veld: Veld) -> pd.Series[bool]:
    """Tell per record whether the column *veld* belongs to the template it was delivered in."""
    return zijn_van_soort(levering, veld.tabel, veld.werkmappen)


def bladnaam(tabel: str) -> str:
    """Return the name of the sheet in our template."""
    return TABELLEN[tabel].blad
