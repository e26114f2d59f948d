"""What a pilot delivered in one round: tables of text whose every value knows its cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from analytics.domain.velden import WerkmapSoort

#: The round that loads into production.
PRODUCTIE = 3

#: Columns of every table besides its fields.
PLAATS = ("werkmap", "blad", "rij", "groep")


@dataclass(frozen=True)
class Bestand:
    """One delivered workbook: its (masked) file name, its hash, and which of the two templates it follows."""

    naam: str
    sha256: str
    soort: WerkmapSoort
    opmerkingen: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Tabel:
    """
    All records of one kind, of both workbooks and of all repeated column groups.

    Attributes:
        waarden: One row per record, index 0..n-1. Columns ``werkmap`` (int: position in ``Levering.bestanden``),
            ``blad`` (str), ``rij`` (int: Excel row), ``groep`` (int: 0 in the long shape, 1.. for a repeated group of
            the wide shape) and every field of the table (``string``; all <NA> where the column is not there).
        soorten: Same rows; per field the kind of the cell (:class:`analytics.domain.blad.Soort` as ``uint8``).
    """

    waarden: pd.DataFrame
    soorten: pd.DataFrame

    def __len__(self) -> int:
        return len(self.waarden)

    @cached_property
    def plekken(self) -> tuple[np.ndarray[tuple[int], np.dtype[np.intp]], tuple[tuple[int, str, int], ...]]:
        """Per record the position of its (workbook, sheet, column group) in the list of those, and that list."""
        sleutels = self.waarden[["werkmap", "blad", "groep"]]
        codes = sleutels.groupby(list(sleutels), sort=False, dropna=False).ngroup().to_numpy(dtype=np.intp)
        uniek = sleutels.drop_duplicates().itertuples(index=False)
        return codes, tuple((int(w), str(b), int(g)) for w, b, g in uniek)

    # A table may hold INSZ in memory; a notebook that shows one by accident must not print them.
    def __repr__(self) -> str:
        return f"Tabel({len(self)} records)"


@dataclass(frozen=True, eq=False)
class Levering:
    """
    One delivery.

    Attributes:
        piloot: Code of the pilot, or ``""`` for a loose workbook.
        ronde: 1, 2 or 3 (= production).
        peildatum: The only "today" that counts.
        bestanden: The workbooks, in the order given.
        tabellen: ``{"verenigingen": Tabel, ...}``; every key of ``velden.TABELLEN`` is there, possibly empty.
        koppen: One row per heading seen: ``werkmap, blad, kolom, kop, rij, tabel, veld, groep, status`` where status is
            ``gekend``, ``onbekend``, ``dubbel`` (a second column for a field: not read) or ``verkeerde werkmap``.
            One column may have several rows: a wide ``E-mail`` column feeds ``waarde`` and the type.
        bladen: One row per sheet seen or missed: ``werkmap, blad, tabel, kopregel, rijen, status`` where status is
            ``gelezen``, ``onbekend`` (not ours: not read), ``ontbreekt`` (a required sheet), ``leeg``,
            ``zonder koppen``, ``hulpblad`` (Leesmij, Codelijsten) or ``verkeerde werkmap``.
        insz_vondsten: Cells that held an INSZ where none may stand, already blanked: ``werkmap, blad, kolom, rij``.
    """

    piloot: str
    ronde: int
    peildatum: dt.date
    bestanden: tuple[Bestand, ...]
    tabellen: Mapping[str, Tabel]
    koppen: pd.DataFrame
    bladen: pd.DataFrame
    insz_vondsten: pd.DataFrame
    # Built once from ``koppen``: cells are asked for by the hundred thousand.
    _kolom: Mapping[tuple[int, str, str, int, str], str] = field(default_factory=dict, repr=False)

    def kolommen(self, tabel: str, veld: str, index: pd.Index | None = None) -> pd.Series[str]:
        """
        Return the column letter of *veld* for the records *index* of *tabel*.

        <NA> where the delivery has no such column.
        """
        deel = self.tabellen[tabel]
        codes, plekken = deel.plekken
        letters = pd.array([self._kolom.get((w, b, tabel, g, veld)) for w, b, g in plekken], dtype="string")
        alle = pd.Series(letters.take(codes), index=deel.waarden.index, dtype="string")
        return alle if index is None else alle.loc[index]

    def __repr__(self) -> str:
        namen = ", ".join(b.naam for b in self.bestanden)
        return f"Levering({self.piloot or namen}, ronde {self.ronde}, {self.aantal} verenigingen)"

    @property
    def aantal(self) -> int:
        """Number of delivered associations: the rows of the sheet(s) Verenigingen, faulty ones included."""
        return len(self.tabellen["verenigingen"])
