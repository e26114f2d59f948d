"""How a pilot lays out its delivery: sheets, headings, column order, long or wide, and where each value ends up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from analytics.domain.blad import kolomletter
from analytics.domain.piloot import Piloot
from analytics.domain.velden import KBO, TABELLEN, Veld, WerkmapSoort, velden_van
from analytics.example.profielen import PROFIELEN, STANDAARD, Indeling

#: Word before the number in a wide heading: ``Locatie 2 straatnaam``.
_GROEPWOORD = {
    "contactgegevens": "Contactgegeven",
    "locaties": "Locatie",
    "vertegenwoordigers": "Vertegenwoordiger",
    "bankrekeningen": "Bankrekening",
}
_TITELRIJEN = ("Overzicht verenigingen", "Verzonnen voorbeeldgegevens: export van de dienst", "")


@dataclass(frozen=True)
class Kolom:
    """A column of a sheet: heading, field (``None`` for one of the pilot's own), cells, whether Excel hides it."""

    kop: str
    veld: Veld | None
    cellen: Sequence[object]
    verborgen: bool = False


@dataclass(frozen=True, eq=False)
class Bladvorm:
    """
    A sheet to write.

    Attributes:
        naam: Its name.
        kolommen: From column A.
        titels: Rows above the headings.
        voorbeeldrij: Whether the template's example row was left in.
        plekken: ``{(tabel, r): (position of the row, group)}``; the group is 0 in the long shape.
    """

    naam: str
    kolommen: tuple[Kolom, ...]
    titels: tuple[str, ...] = ()
    voorbeeldrij: bool = False
    plekken: Mapping[tuple[str, int], tuple[int, int]] = field(default_factory=dict)
    _letters: Mapping[tuple[str, int, str], str] = field(default_factory=dict)

    @property
    def kopregel(self) -> int:
        """Excel row of the headings."""
        return len(self.titels) + 1

    @property
    def eerste_rij(self) -> int:
        """Excel row of the first record."""
        return self.kopregel + 1 + self.voorbeeldrij

    def cel(self, tabel: str, r: int, veld: str) -> tuple[int, str]:
        """Return Excel row and column letter of a value; no letter for the row as a whole."""
        plaats, groep = self.plekken[tabel, r]
        return self.eerste_rij + plaats, self._letters.get((tabel, groep, veld), "")


def maak_bladen(piloot: Piloot, soort: WerkmapSoort, tabellen: Mapping[str, pd.DataFrame]) -> tuple[Bladvorm, ...]:
    """Lay out one workbook of *piloot*."""
    indeling = PROFIELEN.get(piloot.code, STANDAARD).indeling
    if indeling == "breed":
        return (_breed(piloot, soort, tabellen),)
    return tuple(
        _lang(piloot, soort, t.code, tabellen[t.code], indeling) for t in TABELLEN.values() if soort in t.werkmappen
    )


def _koppen(piloot: Piloot, tabel: str) -> dict[str, str]:
    """Return the pilot's own headings of a table, by field."""
    doelen = {doel: kop for kop, doel in piloot.koppen.items()}
    return {v.code: doelen[f"{tabel}.{v.code}"] for v in velden_van(tabel) if f"{tabel}.{v.code}" in doelen}


def bladnaam(piloot: Piloot, tabel: str) -> str:
    """Return what the pilot calls the sheet of a table."""
    return next((naam for naam, t in piloot.bladen.items() if t == tabel), TABELLEN[tabel].blad)


def _velden(piloot: Piloot, soort: WerkmapSoort, tabel: str) -> tuple[Veld, ...]:
    return tuple(v for v in velden_van(tabel, soort) if f"{tabel}.{v.code}" not in piloot.vaste_waarden)


def _lang(piloot: Piloot, soort: WerkmapSoort, tabel: str, frame: pd.DataFrame, indeling: Indeling) -> Bladvorm:
    velden = _velden(piloot, soort, tabel)
    if indeling == "andere volgorde":
        velden = tuple(sorted(velden, key=lambda v: v.kop.casefold()))
    eigen = _koppen(piloot, tabel)
    kolommen = [Kolom(eigen.get(v.code, v.kop), v, frame[v.code].tolist()) for v in velden]
    n = len(frame)
    if indeling == "titelrijen" and tabel == "verenigingen":
        kolommen.insert(1, Kolom("Volgorde in lijst", None, list(range(1, n + 1))))
        kolommen.append(Kolom("Interne code dienst", None, [f"D{i % 7}" for i in range(n)], verborgen=True))
    return Bladvorm(
        bladnaam(piloot, tabel),
        tuple(kolommen),
        titels=_TITELRIJEN if indeling == "titelrijen" else (),
        voorbeeldrij=indeling == "sjabloon" and soort != KBO,
        plekken={(tabel, int(r)): (i, 0) for i, r in enumerate(frame["_r"])},
        _letters={(tabel, 0, k.veld.code): kolomletter(i + 1) for i, k in enumerate(kolommen) if k.veld},
    )


def _breed(piloot: Piloot, soort: WerkmapSoort, tabellen: Mapping[str, pd.DataFrame]) -> Bladvorm:
    """Put everything on one sheet: one row per association, numbered groups of columns for its parts."""
    ver = tabellen["verenigingen"]
    eigen = _koppen(piloot, "verenigingen")
    kolommen = [
        Kolom(eigen.get(v.code, v.kop), v, ver[v.code].tolist()) for v in _velden(piloot, soort, "verenigingen")
    ]
    letters = {("verenigingen", 0, k.veld.code): kolomletter(i + 1) for i, k in enumerate(kolommen) if k.veld}
    plekken = {("verenigingen", int(r)): (i, 0) for i, r in enumerate(ver["_r"])}
    rij_van = {int(v): i for i, v in enumerate(ver["_v"])}
    for tabel, woord in _GROEPWOORD.items():
        if soort not in TABELLEN[tabel].werkmappen:
            continue
        frame = tabellen[tabel]
        groep = frame.groupby("_v").cumcount().to_numpy() + 1
        rijen = np.array([rij_van[int(v)] for v in frame["_v"]], dtype="int64")
        for g in range(1, int(groep.max(initial=0)) + 1):
            raak = groep == g
            for veld in _velden(piloot, soort, tabel):
                if veld.code == "intern_nummer":
                    continue
                cellen: list[object] = [None] * len(ver)
                for i, waarde in zip(rijen[raak].tolist(), frame.loc[raak, veld.code].tolist(), strict=True):
                    cellen[i] = waarde
                kop = veld.kop if veld.kop.isupper() else veld.kop[0].lower() + veld.kop[1:]
                kolommen.append(Kolom(f"{woord} {g} {kop}", veld, cellen))
                letters[tabel, g, veld.code] = kolomletter(len(kolommen))
            for i, r in zip(rijen[raak].tolist(), frame.loc[raak, "_r"].tolist(), strict=True):
                plekken[tabel, int(r)] = (i, g)
    return Bladvorm(bladnaam(piloot, "verenigingen"), tuple(kolommen), plekken=plekken, _letters=letters)
