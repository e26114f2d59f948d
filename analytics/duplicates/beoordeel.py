"""Judge the names of candidate pairs: each distinct pair once, in parts that may run anywhere."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from typing import Protocol

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.duplicates.blokken import Codes
from analytics.duplicates.kant import Kant, maak_kant
from analytics.duplicates.naamdelen import Naam
from analytics.duplicates.naamoordeel import Naamoordeel
from analytics.duplicates.omgeving import Gemeente, Omgeving
from analytics.duplicates.profielen import NAAMVELDEN, Profielen
from analytics.duplicates.vergelijk_naam import vergelijk_kanten

# A short name says less than the name itself.
KORTE_NAAM = 1.0
DEEL = 10_000
_VEEL = 5  # parts; fewer do not repay the start of processes
_BOTST = -4.0
GEEN_NAAM = Naamoordeel("geen_naam", (), (), gewoon=True)


class Verdeler(Protocol):
    """Does parts of the work, here or elsewhere, and returns the answers in the order of the parts."""

    def __call__(self, functie: Callable[[Deel], list[Naamoordeel]], delen: Sequence[Deel]) -> list[list[Naamoordeel]]:
        """Return ``functie(deel)`` for each part."""
        ...


# What forked workers find in their copy of this process.
_werk: ContextVar[tuple[Callable[[Deel], list[Naamoordeel]], Sequence[Deel]]] = ContextVar("werk")


def hier(functie: Callable[[Deel], list[Naamoordeel]], delen: Sequence[Deel]) -> list[list[Naamoordeel]]:
    """
    Do the parts on this machine: in this process, or where there are many on all of its processors.

    Workers are forked, so that names need not be sent to them; a process with threads, as a notebook has, never forks.
    """
    werkers = os.cpu_count() or 1
    if len(delen) < _VEEL or werkers == 1 or not hasattr(os, "fork") or threading.active_count() > 1:
        return [functie(deel) for deel in delen]
    _werk.set((functie, delen))
    with ProcessPoolExecutor(werkers, mp_context=get_context("fork")) as pool:
        return list(pool.map(_doe, range(len(delen))))


def _doe(nummer: int) -> list[Naamoordeel]:
    functie, delen = _werk.get()
    return functie(delen[nummer])


@dataclass(frozen=True, eq=False)
class Deel:
    """Distinct pairs of names to judge, with all that is needed to do so elsewhere."""

    namen: Mapping[int, Naam]
    nissen: Mapping[int, frozenset[str]]
    gemeenten: Mapping[str, Gemeente]
    paren: Codes  # columns: name a, name b, set of municipalities a, b


def beoordeel_deel(deel: Deel) -> list[Naamoordeel]:
    """Judge every row of one part."""

    @cache
    def omgeving(nis_a: int, nis_b: int) -> Omgeving:
        return Omgeving(tuple(deel.gemeenten[nis] for nis in sorted(deel.nissen[nis_a] | deel.nissen[nis_b])))

    @cache
    def kant(naam: int, nis_a: int, nis_b: int) -> tuple[Naam, Kant]:
        return deel.namen[naam], maak_kant(deel.namen[naam], omgeving(nis_a, nis_b))

    uit = []
    for naam_a, naam_b, nis_a, nis_b in deel.paren.tolist():
        plek = (nis_a, nis_b) if nis_a <= nis_b else (nis_b, nis_a)
        uit.append(vergelijk_kanten(kant(naam_a, *plek), kant(naam_b, *plek), omgeving(*plek)))
    return uit


@dataclass(frozen=True, eq=False)
class Naamoordelen:
    """
    The judgement of each pair.

    Attributes:
        oordelen: Distinct judgements.
        welk: For each pair its number in ``oordelen``.
        malus: What is taken off because a short or calling name spoke and not the name, in log-odds.
    """

    oordelen: Sequence[Naamoordeel]
    welk: Codes
    malus: npt.NDArray[np.float64]

    def punten(self, deel: str) -> npt.NDArray[np.float64]:
        """Return ``naam`` (malus taken off) or ``onderscheid`` of each pair."""
        waarden = np.array([getattr(o, deel) for o in self.oordelen], dtype=float)[self.welk]
        return waarden - self.malus if deel == "naam" else waarden

    def is_niveau(self, niveau: str) -> npt.NDArray[np.bool_]:
        """Tell for each pair whether its names agree in this way."""
        return np.array([o.niveau == niveau for o in self.oordelen], dtype=bool)[self.welk]

    def gewoon(self) -> npt.NDArray[np.bool_]:
        """Tell for each pair whether it shares no proper word."""
        return np.array([o.gewoon for o in self.oordelen], dtype=bool)[self.welk]

    def plaatsloos(self) -> npt.NDArray[np.bool_]:
        """Tell for each pair whether its names have no proper word and no place."""
        return np.array([o.plaatsloos for o in self.oordelen], dtype=bool)[self.welk]

    def streek(self) -> npt.NDArray[np.bool_]:
        """Tell for each pair whether its names mention one region."""
        return np.array([o.streek for o in self.oordelen], dtype=bool)[self.welk]


def beoordeel_namen(codes: Codes, profielen: Profielen, verdeel: Verdeler) -> Naamoordelen:
    """
    Judge the names of all pairs.

    A short or calling name is heard where one is given: it helps when it holds a proper word, and never against a
    telling difference between the names themselves.
    """
    if not len(codes):
        return Naamoordelen((), np.empty(0, np.int64), np.empty(0))
    a, b = codes // profielen.n, codes % profielen.n
    delen = []
    for veld_a in NAAMVELDEN:
        for veld_b in NAAMVELDEN:
            na, nb = profielen.naam[veld_a][a], profielen.naam[veld_b][b]
            paar = np.flatnonzero((na >= 0) & (nb >= 0))
            kort = (veld_a != "naam") + (veld_b != "naam")
            delen.append(np.column_stack([paar, np.full(len(paar), kort), na[paar], nb[paar]]))
    tabel = pd.DataFrame(np.concatenate(delen), columns=["paar", "kort", "na", "nb"])
    tabel["sa"], tabel["sb"] = profielen.nis[a[tabel["paar"]]], profielen.nis[b[tabel["paar"]]]
    # Sorted by municipality, so that each part meets few of them.
    vraag = tabel[["na", "nb", "sa", "sb"]].drop_duplicates().sort_values(["sa", "sb", "na", "nb"])
    oordelen = _verdeeld(vraag.to_numpy(dtype=np.int64), profielen, verdeel)
    vraag["welk"] = np.arange(len(vraag))
    tabel = tabel.merge(vraag, on=["na", "nb", "sa", "sb"], how="left")
    welk = tabel["welk"].to_numpy()
    totaal = np.array([o.totaal for o in oordelen])[welk] - KORTE_NAAM * tabel["kort"].to_numpy()
    bruikbaar = ~np.array([o.gewoon for o in oordelen])[welk]
    bots = np.array([o.onderscheid <= _BOTST for o in oordelen])[welk] & (tabel["kort"] == 0).to_numpy()
    tegen = np.isin(tabel["paar"].to_numpy(), tabel["paar"].to_numpy()[bots])
    mag = (tabel["kort"] == 0).to_numpy() | (bruikbaar & ~tegen)
    beste = tabel.assign(totaal=np.where(mag, totaal, -np.inf)).sort_values(
        ["paar", "totaal", "kort"], ascending=[True, False, True], kind="stable"
    )
    beste = beste.drop_duplicates("paar").set_index("paar").reindex(range(len(codes)))
    if beste["welk"].isna().any():  # a record without any name
        beste["welk"] = beste["welk"].fillna(len(oordelen))
        oordelen = [*oordelen, GEEN_NAAM]
    malus = KORTE_NAAM * beste["kort"].fillna(0).to_numpy(dtype=float)
    return Naamoordelen(oordelen, beste["welk"].to_numpy(dtype=np.int64), malus)


def _verdeeld(vraag: Codes, profielen: Profielen, verdeel: Verdeler) -> list[Naamoordeel]:
    """Cut the question in parts that carry only what they need, and put the answers together again."""
    delen = []
    for begin in range(0, len(vraag), DEEL):
        stuk = vraag[begin : begin + DEEL]
        nissen = {int(i): profielen.nissen[i] for i in np.unique(stuk[:, 2:])}
        gevraagd = frozenset[str]().union(*nissen.values())
        delen.append(
            Deel(
                {int(i): profielen.namen[i] for i in np.unique(stuk[:, :2])},
                nissen,
                {nis: profielen.gemeenten[nis] for nis in gevraagd},
                stuk,
            )
        )
    return [oordeel for deel in verdeel(beoordeel_deel, delen) for oordeel in deel]
