"""A fault in one cell, and the conditions that say which rows can have it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.example.plaatsen import fusies, plaatsen
from analytics.example.planten_velden import Verander

Bools: TypeAlias = npt.NDArray[np.bool_]
Waar = Callable[[pd.DataFrame], Bools]


@dataclass(frozen=True)
class Celfout:
    """
    A fault in one cell.

    Attributes:
        soort: Name of the fault, in the style of a rule code.
        tabel, veld: The column.
        per_duizend: How many of a thousand candidate rows get it.
        regel: Code of the rule that finds it.
        verander: Makes the new cell of the row.
        waar: Which rows are candidates; without it, rows whose cell is filled.
        eerst, laatst: Rounds in which it can occur.
        ook: Other cells of the row that change with it.
    """

    soort: str
    tabel: str
    veld: str
    per_duizend: float
    regel: str
    verander: Verander
    waar: Waar | None = None
    eerst: int = 1
    laatst: int = 3
    ook: Mapping[str, object] = field(default_factory=dict)


def van_type(*soorten: str) -> Waar:
    """Choose contacts of these types."""
    return lambda f: (f["contactgegeventype"].isin(soorten) & f["waarde"].notna()).to_numpy(dtype=bool)


def gevuld(*velden: str) -> Waar:
    """Choose rows where all these cells are filled."""
    return lambda f: f[list(velden)].notna().all(axis=1).to_numpy(dtype=bool)


def geen_afdeling(f: pd.DataFrame) -> Bools:
    """Choose associations that are no section of another one."""
    return (f["soort"] == "feitelijke vereniging").to_numpy(dtype=bool)


def begint_met_nul(veld: str) -> Waar:
    """Choose cells that start with 0."""
    return lambda f: f[veld].astype("string").str.startswith("0").fillna(False).to_numpy(dtype=bool)


def met_land(f: pd.DataFrame) -> Bools:
    """Choose rows whose country the pilot writes itself."""
    # A pilot whose country is a fixed value cannot forget it.
    return (f["land"].notna() & ~f["_vast_land"]).to_numpy(dtype=bool)


def primair_ja(f: pd.DataFrame) -> Bools:
    """Choose rows marked as primary."""
    return (f["primair"] == "ja").to_numpy(dtype=bool)


def zonder_bus(f: pd.DataFrame) -> Bools:
    """Choose addresses without a box number."""
    return (f["huisnummer"].notna() & f["busnummer"].isna()).to_numpy(dtype=bool)


def echte_deelgemeente(f: pd.DataFrame) -> Bools:
    """Choose addresses in a part of a municipality that never was one in our lists."""
    # A part that was a municipality itself until it merged is told as that.
    ooit = f["_deelgemeente"].isin([*fusies()["oude_gemeente"], *plaatsen()["gemeente"]])
    return andere_naam("_deelgemeente")(f) & ~ooit.to_numpy(dtype=bool)


def andere_naam(veld: str) -> Waar:
    """Choose addresses whose other name *veld* differs from the municipality."""
    return lambda f: (f[veld].notna() & (f[veld] != f["gemeente"]) & f["straatnaam"].notna()).to_numpy(dtype=bool)


def niet_maaseik(f: pd.DataFrame) -> Bools:
    """Choose addresses outside Maaseik."""
    return (f["gemeente"].notna() & (f["gemeente"] != "Maaseik")).to_numpy(dtype=bool)


def uit(veld: str) -> Verander:
    """Return a change that takes over another column of the row."""
    return lambda rij, _: rij[veld]
