"""Plant the faults: choose rows by chance, keep clear of each other, write everything down."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.domain.velden import TABELLEN
from analytics.example.celfout import Celfout
from analytics.example.fouten import CELFOUTEN
from analytics.example.plaatsen import plaatsen
from analytics.example.plan import Plan, levensduur
from analytics.example.profielen import PROFIELEN, STANDAARD
from analytics.example.wereld import Wereld

_TABEL = {t: i for i, t in enumerate(TABELLEN)}
#: Below this number of associations chance alone decides; from it on, every kind occurs at least once.
_ALLE_SOORTEN_VANAF = 200


class Planter:
    """
    Chooses where things go wrong.

    An association has at most one fault per table, so that every fault is found for its own reason alone, and a
    fault over several tables keeps all others away.
    """

    def __init__(self, rng: np.random.Generator, wereld: Wereld) -> None:
        self.rng = rng
        self.wereld = wereld
        self.plan = Plan(wereld)
        ver = wereld.verenigingen
        self.van = ver["_van"].to_numpy(dtype="int64")
        self.tot = ver["_tot"].to_numpy(dtype="int64")
        profielen = [PROFIELEN.get(p, STANDAARD) for p in ver["_piloot"]]
        self.slordig = np.array([p.slordig for p in profielen])
        self.breed = np.array([p.indeling == "breed" for p in profielen])
        self.vast_land = np.array([p.indeling == "afwijkend" for p in profielen])
        self._volgorde = {t: f["_v"].to_numpy(dtype="int64") for t, f in wereld.onderdelen.items()}
        self._bezet: npt.NDArray[np.bool_] = np.zeros((len(ver), len(_TABEL)), dtype=bool)

    def kies(
        self,
        tabel: str,
        kandidaten: npt.NDArray[np.bool_],
        per_duizend: float,
        *,
        over: Sequence[str] = (),
        eerst: int = 1,
        laatst: int = 3,
    ) -> list[tuple[int, int, int, int]]:
        """
        Choose rows of *tabel* among *kandidaten* and claim them; return ``(r, v, van, tot)`` of each.

        Args:
            tabel: Where the fault stands.
            kandidaten: Per row of the table whether it can have it.
            per_duizend: How many of a thousand candidates.
            over: Other tables that must stay free of faults too.
            eerst, laatst: Rounds in which it can occur.
        """
        v = self.wereld.tabel(tabel)["_v"].to_numpy(dtype="int64")
        vrij = ~self._bezet[:, [_TABEL[t] for t in (tabel, *over)]].any(axis=1)
        vrij &= (self.tot >= eerst) & (self.van <= laatst)
        rijen = np.flatnonzero(kandidaten & vrij[v])
        # One per association.
        rijen = self.rng.permutation(rijen)
        rijen = rijen[np.unique(v[rijen], return_index=True)[1]]
        verwacht = len(rijen) * per_duizend / 1000
        aantal = int(verwacht) + int(self.rng.random() < verwacht % 1)
        if len(self.van) >= _ALLE_SOORTEN_VANAF:
            aantal = max(aantal, 1)
        aantal = min(aantal, len(rijen))
        if not aantal:
            return []
        gewicht = self.slordig[v[rijen]]
        gekozen = np.sort(self.rng.choice(rijen, aantal, replace=False, p=gewicht / gewicht.sum()))
        for t in (tabel, *over):
            self._bezet[v[gekozen], _TABEL[t]] = True
        eersten = np.maximum(self.van[v[gekozen]], eerst).tolist()
        laatsten = np.minimum(self.tot[v[gekozen]], laatst).tolist()
        duur = levensduur(self.rng, aantal, eerst=eersten, laatst=laatsten)
        return [(int(r), int(v[r]), van, tot) for r, (van, tot) in zip(gekozen, duur, strict=True)]

    def delen(self, tabel: str, v: int) -> range:
        """Return the rows ``r`` of association *v* in a table of parts, which is in order of association."""
        eigen = self._volgorde[tabel]
        return range(int(np.searchsorted(eigen, v)), int(np.searchsorted(eigen, v + 1)))

    def claim(self, v: int) -> None:
        """Keep every other fault away from an association."""
        self._bezet[v, :] = True

    def is_vrij(self, v: int) -> bool:
        """Tell whether an association has no fault yet."""
        return not self._bezet[v].any()

    def rijen(self, tabel: str) -> pd.DataFrame:
        """Return a table of the world with what the conditions of the faults look at besides its fields."""
        frame = self.wereld.tabel(tabel).copy()
        v = frame["_v"].to_numpy(dtype="int64")
        plaats = plaatsen().iloc[self.wereld.verenigingen["_plaats"].to_numpy(dtype="int64")[v]]
        frame["_deelgemeente"] = plaats["deelgemeente"].to_numpy(dtype=object)
        frame["_oud"] = plaats["oude_gemeente"].to_numpy(dtype=object)
        frame["_vast_land"] = self.vast_land[v]
        return frame


def plant_celfouten(planter: Planter, fouten: Sequence[Celfout] = CELFOUTEN) -> None:
    """Plant *fouten*, each in its own rows."""
    for tabel in TABELLEN:
        rijen = planter.rijen(tabel)
        for fout in (f for f in fouten if f.tabel == tabel):
            kandidaten = fout.waar(rijen) if fout.waar else rijen[fout.veld].notna().to_numpy(dtype=bool)
            gekozen = planter.kies(tabel, kandidaten, fout.per_duizend, eerst=fout.eerst, laatst=fout.laatst)
            keuzes = planter.rng.integers(0, 10_000, len(gekozen)).tolist()
            for keus, (r, _, van, tot) in zip(keuzes, gekozen, strict=True):
                rij = dict(zip(rijen.columns, rijen.loc[r], strict=True))
                planter.plan.wijzig(tabel, r, fout.veld, fout.verander(rij, keus), van=van, tot=tot)
                planter.plan.noteer(fout.soort, tabel, r, fout.veld, van=van, tot=tot)
                for veld, waarde in fout.ook.items():
                    planter.plan.wijzig(tabel, r, veld, waarde, van=van, tot=tot)
                if fout.soort == "naam_in_een_veld":
                    samen = f"{rij['achternaam']} {rij['voornaam']}"
                    planter.plan.wijzig(tabel, r, "achternaam", samen, van=van, tot=tot)
