"""What goes wrong in which round: changes, added and dropped rows on a perfect delivery, and the truth about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.example.wereld import Wereld

WAARHEID = ("tabel", "r", "veld", "soort", "van", "tot")


@dataclass(eq=False)
class Plan:
    """
    A list of mishaps, each with its first and last round.

    Rows are known by ``r``: the index in the table of the world, and beyond that for added rows.
    """

    wereld: Wereld
    wijzigingen: list[tuple[str, int, str, object, int, int]] = field(default_factory=list)
    weglatingen: list[tuple[str, int, int, int]] = field(default_factory=list)
    toevoegingen: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    waarheid: list[tuple[str, int, str, str, int, int]] = field(default_factory=list)

    def wijzig(self, tabel: str, r: int, veld: str, waarde: object, *, van: int, tot: int) -> None:
        """Put another value in a cell."""
        self.wijzigingen.append((tabel, r, veld, waarde, van, tot))

    def laat_weg(self, tabel: str, r: int, *, van: int, tot: int) -> None:
        """Leave a row out."""
        self.weglatingen.append((tabel, r, van, tot))

    def voeg_toe(self, tabel: str, rij: dict[str, object], *, van: int, tot: int) -> int:
        """Add a row (fields and ``_v``) and return its ``r``."""
        eigen = self.toevoegingen.setdefault(tabel, [])
        r = len(self.wereld.tabel(tabel)) + len(eigen)
        eigen.append({**rij, "_r": r, "_van": van, "_tot": tot})
        return r

    def noteer(self, soort: str, tabel: str, r: int, veld: str, *, van: int, tot: int) -> None:
        """Write down which cell is wrong, and why."""
        self.waarheid.append((tabel, r, veld, soort, van, tot))


@dataclass(frozen=True, eq=False)
class Ronde:
    """
    What one pilot delivers in one workbook in one round.

    Attributes:
        tabellen: Per table its rows in order, object columns, with ``_v`` and ``_r``.
        waarheid: ``tabel, r, veld, soort`` of what is wrong in them.
    """

    tabellen: dict[str, pd.DataFrame]
    waarheid: pd.DataFrame


class Ronden:
    """The deliveries that a plan leads to."""

    def __init__(self, plan: Plan) -> None:
        self._wereld = plan.wereld
        wijzigingen = pd.DataFrame(plan.wijzigingen, columns=["tabel", "r", "veld", "waarde", "van", "tot"])
        # Whole numbers and dates must stay what they are.
        wijzigingen["waarde"] = pd.Series([w[3] for w in plan.wijzigingen], dtype=object)
        weg = pd.DataFrame(plan.weglatingen, columns=["tabel", "r", "van", "tot"])
        waarheid = pd.DataFrame(plan.waarheid, columns=list(WAARHEID))
        self._wijzigingen, self._weg, self._waarheid = (_per_tabel(f) for f in (wijzigingen, weg, waarheid))
        self._erbij = {
            t: pd.DataFrame(rijen, dtype=object).rename(columns={"_van": "van", "_tot": "tot"})
            for t, rijen in plan.toevoegingen.items()
        }

    def lever(self, piloot: str, soort: str, ronde: int) -> Ronde:
        """Return the delivery of *piloot* in *ronde*, for workbook *soort* (``feitelijk``/``kbo``)."""
        ver = self._wereld.verenigingen
        eigen = (ver["_piloot"] == piloot) & (ver["_soort"] == soort)
        erbij = (eigen & (ver["_van"] <= ronde) & (ver["_tot"] >= ronde)).to_numpy(dtype=bool)
        tabellen = {t: self._tabel(t, erbij, ronde) for t in ("verenigingen", *self._wereld.onderdelen)}
        delen = []
        for tabel, frame in tabellen.items():
            nu = _nu(self._waarheid.get(tabel), ronde)
            delen += [nu[nu["r"].isin(frame["_r"])]] if len(nu) else []
        waarheid = pd.concat(delen, ignore_index=True) if delen else pd.DataFrame(columns=list(WAARHEID))
        return Ronde(tabellen, waarheid[["tabel", "r", "veld", "soort"]])

    def _tabel(self, tabel: str, erbij: npt.NDArray[np.bool_], ronde: int) -> pd.DataFrame:
        frame = self._wereld.tabel(tabel)
        frame = frame[erbij[frame["_v"].to_numpy(dtype="int64")]].astype(object)
        frame["_r"] = frame.index
        weg = _nu(self._weg.get(tabel), ronde)
        if len(weg):
            frame = frame[~frame["_r"].isin(weg["r"])]
        extra = _nu(self._erbij.get(tabel), ronde)
        if len(extra):
            extra = extra[erbij[extra["_v"].to_numpy(dtype="int64")]].drop(columns=["van", "tot"])
            frame = pd.concat([frame, extra], ignore_index=True).sort_values(["_v", "_r"], kind="stable")
        frame = frame.reset_index(drop=True)
        frame = frame.where(frame.notna(), None)
        if tabel == "vertegenwoordigers" and ronde == 1:
            # In the first round the INSZ must be absent; who leaves one in, did so by mistake.
            frame["insz"] = pd.Series([None] * len(frame), dtype=object)
        self._pas_toe(frame, _nu(self._wijzigingen.get(tabel), ronde))
        return frame

    @staticmethod
    def _pas_toe(frame: pd.DataFrame, nu: pd.DataFrame) -> None:
        if not len(nu):
            return
        nu = nu[nu["r"].isin(frame["_r"])]
        plek = dict(zip(frame["_r"].tolist(), range(len(frame)), strict=True))
        for veld, groep in nu.groupby("veld", sort=True):
            waarden = frame[str(veld)].to_numpy(dtype=object, copy=True)
            for r, waarde in zip(groep["r"].tolist(), groep["waarde"].tolist(), strict=True):
                waarden[plek[r]] = waarde
            frame[str(veld)] = pd.Series(waarden, dtype=object)


def _per_tabel(frame: pd.DataFrame) -> dict[str, pd.DataFrame]:
    return {str(tabel): groep for tabel, groep in frame.groupby("tabel", sort=False)}


def _nu(frame: pd.DataFrame | None, ronde: int) -> pd.DataFrame:
    """Keep what holds in *ronde*."""
    if frame is None:
        return pd.DataFrame()
    return frame[(frame["van"] <= ronde) & (frame["tot"] >= ronde)]


def levensduur(
    rng: np.random.Generator, n: int, *, eerst: Sequence[int], laatst: Sequence[int], herstel: float = 0.65
) -> list[tuple[int, int]]:
    """
    Return the first and last round of *n* mishaps.

    Most are there from the start, a few appear later; in each next round *herstel* of what is left is repaired.

    Args:
        rng: The only source of chance.
        n: How many.
        eerst: The first round that each can be in.
        laatst: The last round that each can be in.
        herstel: Share that is repaired from one round to the next.
    """
    begin = rng.choice([1, 2, 3], size=n, p=[0.9, 0.07, 0.03])
    blijft = rng.random((n, 2)) >= herstel
    uit: list[tuple[int, int]] = []
    for i in range(n):
        van = min(max(int(begin[i]), eerst[i]), laatst[i])
        tot = van
        while tot < laatst[i] and blijft[i, min(tot - 1, 1)]:
            tot += 1
        uit.append((van, tot))
    return uit
