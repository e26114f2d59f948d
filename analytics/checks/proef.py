"""What a rule sees of a delivery, and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar, cast

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from analytics.domain.blad import Soort
from analytics.domain.levering import Levering
from analytics.domain.velden import FEITELIJK, KBO, TABELLEN, VELD
from analytics.intake.lezing import GelezenKolom, Lezing
from analytics.intake.lezing_wijze import Wijze

_T = TypeVar("_T")
Bools: TypeAlias = npt.NDArray[np.bool_]
Getallen: TypeAlias = npt.NDArray[np.int64]
Teksten: TypeAlias = npt.NDArray[np.object_]


@dataclass(frozen=True, eq=False)
class Uitslag:
    """
    The answer of a rule about the records of one table.

    Attributes:
        toegepast: Records it could judge.
        gevonden: Records at fault.
        toelichting: Per record a Dutch sentence to add to the message, or None.
        voorstel: Per record the text that repairs the cell, or None; goes before ``Regel.voorstel``.
    """

    toegepast: Bools
    gevonden: Bools
    toelichting: Teksten | None = None
    voorstel: Teksten | None = None


@dataclass(frozen=True, eq=False)
class Plek:
    """
    One finding that is not about one value of a record.

    Attributes:
        werkmap, blad: Where.
        rij, kolom: The cell, ``None`` for the whole column or sheet.
        toelichting: Dutch sentence to add to the message.
        blokkeert: Positions in table ``verenigingen`` of the associations that cannot be loaded because of it.
        tabel, veld: What it is about, ``""`` when it is about the sheet.
    """

    werkmap: int
    blad: str
    rij: int | None = None
    kolom: str | None = None
    toelichting: str = ""
    blokkeert: Getallen = field(default_factory=lambda: np.empty(0, dtype="int64"))
    tabel: str = ""
    veld: str = ""
    intern_nummer: str | None = None
    vereniging: int | None = None


@dataclass(frozen=True, eq=False)
class Plekken:
    """The answer of a rule about sheets, headings or blanked cells."""

    toegepast: int
    plekken: tuple[Plek, ...]


@dataclass(frozen=True, eq=False)
class Proef:
    """A delivery, read, with what rules ask of it. Arrays run over the records of a table."""

    levering: Levering
    lezing: Lezing
    _geheugen: dict[object, object] = field(default_factory=dict, repr=False)
    _gedeeld: dict[str, dict[str, str]] = field(default_factory=dict, repr=False)

    def onthoud(self, sleutel: object, maak: Callable[[], _T]) -> _T:
        """Return what *maak* makes, made once per delivery."""
        if sleutel not in self._geheugen:
            self._geheugen[sleutel] = maak()
        return cast(_T, self._geheugen[sleutel])

    def aantal(self, tabel: str) -> int:
        """Return the number of records of *tabel*."""
        return len(self.levering.tabellen[tabel])

    def kolom(self, tabel: str, veld: str) -> GelezenKolom:
        """Return the distinct cells of a column."""
        return self.lezing.kolommen[tabel, veld]

    def waarden(self, tabel: str, veld: str) -> Teksten:
        """Return the values as they would be loaded (str or None)."""
        k = self.kolom(tabel, veld)
        return self.onthoud(("waarden", tabel, veld), lambda: k.gelezen[k.nummers])

    def pijl(self, tabel: str, veld: str) -> pa.LargeStringArray:
        """Return the distinct values as they would be loaded, for the fast engine."""
        k = self.kolom(tabel, veld)
        return self.onthoud(("pijl", tabel, veld), lambda: pa.array(k.gelezen, type=pa.large_string()))

    def vorm(self, naam: str, maak: Callable[[str], str]) -> Callable[[str], str]:
        """Return *maak*, remembering what it made of each text, also when the delivery is read again repaired."""
        bekend = self._gedeeld.setdefault(naam, {})

        def vorm(tekst: str) -> str:
            if tekst not in bekend:
                bekend[tekst] = maak(tekst)
            return bekend[tekst]

        return vorm

    def samen(self, tabel: str, veld: str) -> str:
        """Return all distinct texts of the column in one, ``|`` between them: to see quickly what is nowhere."""
        k = self.kolom(tabel, veld)
        return self.onthoud(("samen", tabel, veld), lambda: "|".join(t for t in k.ruw if t is not None))

    def leeg(self, tabel: str, veld: str) -> bool:
        """Tell whether there is nothing at all in the column."""
        k = self.kolom(tabel, veld)
        return not len(k.nummers) or (len(k.ruw) == 1 and k.ruw[0] is None and not k.soort[0])

    def niets(self, tabel: str) -> Uitslag:
        """Return the answer of a rule that applies to no record of *tabel*."""
        geen: Bools = np.zeros(self.aantal(tabel), dtype=bool)
        return self.onthoud(("niets", tabel), lambda: Uitslag(geen, geen))

    def gevuld(self, tabel: str, veld: str) -> Bools:
        """Tell which records have a value."""
        k = self.kolom(tabel, veld)
        return self.onthoud(("gevuld", tabel, veld), lambda: np.not_equal(k.gelezen, None).astype(bool)[k.nummers])

    def toepasbaar(self, tabel: str, veld: str) -> Bools:
        """Tell which records have a value that would be loaded: filled, in a workbook that has the column."""
        return self.onthoud(("toepasbaar", tabel, veld), lambda: self.gevuld(tabel, veld) & self.ter_zake(tabel, veld))

    def onleesbaar(self, tabel: str, veld: str) -> Bools:
        """Tell which records hold something that could not be read as what the column is."""
        k = self.kolom(tabel, veld)
        return self.onthoud(
            ("onleesbaar", tabel, veld), lambda: np.equal(k.wijze, str(Wijze.ONLEESBAAR)).astype(bool)[k.nummers]
        )

    def verdwenen(self, tabel: str, veld: str) -> Bools:
        """Tell which cells hold no value although not empty: errors, formulas without a value, blanked INSZ."""
        k = self.kolom(tabel, veld)
        weg = (Soort.FOUT, Soort.FORMULE_ZONDER_WAARDE, Soort.AFGESCHERMD)
        return self.onthoud(("verdwenen", tabel, veld), lambda: np.isin(k.soort, weg)[k.nummers])

    def is_kbo(self, tabel: str) -> Bools:
        """Tell which records stand in a workbook with KBO associations."""
        return self.onthoud(("kbo", tabel), lambda: self._is_kbo(tabel))

    def _is_kbo(self, tabel: str) -> Bools:
        kbo = np.array([b.soort == KBO for b in self.levering.bestanden] or [False], dtype=bool)
        return kbo[self.levering.tabellen[tabel].waarden["werkmap"].to_numpy(dtype="int64")]

    def ter_zake(self, tabel: str, veld: str) -> Bools:
        """Tell which records stand in a workbook whose template has the column; elsewhere it is not loaded."""
        werkmappen = VELD[tabel, veld].werkmappen
        feitelijk_ok, kbo_ok = FEITELIJK in werkmappen, KBO in werkmappen and KBO in TABELLEN[tabel].werkmappen
        return self.onthoud(
            ("ter zake", tabel, feitelijk_ok, kbo_ok), lambda: np.where(self.is_kbo(tabel), kbo_ok, feitelijk_ok)
        )

    def _plaatscode(self, tabel: str) -> tuple[Getallen, list[tuple[int, str, int]]]:
        """Return per record the number of its workbook, sheet and column group, and what those are."""

        def maak() -> tuple[Getallen, list[tuple[int, str, int]]]:
            rijen = self.levering.tabellen[tabel].waarden
            blad, bladen = pd.factorize(rijen["blad"])
            samen = rijen["werkmap"].to_numpy(dtype="int64") * 1_000_000 + rijen["groep"].to_numpy(dtype="int64")
            codes, uniek = pd.factorize(samen * (len(bladen) + 1) + blad)
            delen = [divmod(int(u), len(bladen) + 1) for u in uniek]
            return codes.astype("int64"), [(s // 1_000_000, str(bladen[b]), s % 1_000_000) for s, b in delen]

        return self.onthoud(("plaatscode", tabel), maak)

    def _letters(self, tabel: str, veld: str) -> Teksten:
        """Return the letter of the column per workbook, sheet and group, None where there is no such column."""

        def maak() -> Teksten:
            kolom = self.levering._kolom
            plaatsen = self._plaatscode(tabel)[1]
            return np.array([*(kolom.get((w, b, tabel, g, veld)) for w, b, g in plaatsen), None], dtype=object)

        return self.onthoud(("letters", tabel, veld), maak)

    def plaats_van(self, tabel: str, records: Getallen) -> tuple[Getallen, Teksten, Getallen]:
        """Return workbook, sheet and row of these records."""
        codes, plaatsen = self._plaatscode(tabel)
        werkmap: Getallen = np.array([p[0] for p in plaatsen], dtype="int64")
        bladen: Teksten = np.array([p[1] for p in plaatsen], dtype=object)
        rij = self.levering.tabellen[tabel].waarden["rij"].to_numpy(dtype="int64")
        return werkmap[codes[records]], bladen[codes[records]], rij[records]

    def kolomletters(self, tabel: str, veld: str) -> Teksten:
        """Return per record the letter of the column (None where the workbook has no such column)."""
        return self._letters(tabel, veld)[self._plaatscode(tabel)[0]]

    def heeft_kolom(self, tabel: str, veld: str) -> Bools:
        """Tell which records stand on a sheet that has the column."""
        return np.not_equal(self._letters(tabel, veld), None).astype(bool)[self._plaatscode(tabel)[0]]

    def vereniging(self, tabel: str) -> Getallen:
        """Return per record the position of its association, -1 where there is none."""
        return self.onthoud(
            ("vereniging", tabel), lambda: self.lezing.vereniging[tabel].fillna(-1).to_numpy(dtype="int64")
        )
