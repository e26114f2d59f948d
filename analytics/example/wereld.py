"""All invented associations with their parts, before anything goes wrong, and who is there in which round."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.example.dubbels import voeg_dubbels_toe
from analytics.example.onderdelen import maak_onderdelen
from analytics.example.profielen import verdeel
from analytics.example.verenigingen import maak_verenigingen

#: Share of a pilot's associations that are doubles or look-alikes of others, added to the rest.
DUBBELS = 0.06


@dataclass(frozen=True, eq=False)
class Wereld:
    """
    What a perfect delivery would hold.

    Attributes:
        verenigingen: As :func:`analytics.example.verenigingen.maak_verenigingen`, plus ``_van`` and ``_tot``: first and
            last round in which the pilot delivers the association.
        onderdelen: As :func:`analytics.example.onderdelen.maak_onderdelen`.
        dubbels: ``a, b`` (index in *verenigingen*), ``dubbel`` (``ja``/``nee``), ``soort``.
    """

    verenigingen: pd.DataFrame
    onderdelen: dict[str, pd.DataFrame]
    dubbels: pd.DataFrame

    def tabel(self, naam: str) -> pd.DataFrame:
        """Return the rows of one table; ``_v`` is the association, also for the associations themselves."""
        return self.verenigingen if naam == "verenigingen" else self.onderdelen[naam]


def maak_wereld(
    rng: np.random.Generator, piloten: Sequence[str], totaal: int, *, peildatum: dt.date, kbo: pd.DataFrame
) -> Wereld:
    """Return *totaal* associations divided over *piloten*; doubles are among them."""
    aantallen = verdeel(tuple(piloten), totaal)
    extra = {p: int(n * DUBBELS) for p, n in aantallen.items()}
    basis = maak_verenigingen(rng, {p: n - extra[p] for p, n in aantallen.items()}, peildatum=peildatum, kbo=kbo)
    onderdelen = maak_onderdelen(rng, basis)
    verenigingen, onderdelen, dubbels = voeg_dubbels_toe(rng, basis, onderdelen, extra)
    n = len(verenigingen)
    verenigingen["_v"] = np.arange(n)
    verenigingen["_van"] = rng.choice([1, 2, 3], size=n, p=[0.965, 0.025, 0.01])
    verenigingen["_tot"] = np.maximum(rng.choice([3, 1, 2], size=n, p=[0.97, 0.02, 0.01]), verenigingen["_van"])
    return Wereld(verenigingen, onderdelen, dubbels)
