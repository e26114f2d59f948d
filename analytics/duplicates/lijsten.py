"""What lists say of their pairs: how much they surely have in common tells how much more to expect."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.duplicates import gewichten as g
from analytics.duplicates.blokken import Codes

# From these log-odds on a pair is sure by itself.
_ZEKER = 3.0
# Share of the shorter list that is surely in the other too: up to the first few more are to be expected, from the
# second on nothing is taken off. Who keeps one list knows what is in it: the same share says less there.
_TWEE_LIJSTEN = (0.04, 0.12)
_EEN_LIJST = (0.15, 0.30)
# As many records as a list must have to speak for itself; of a short one nothing is supposed.
_GEWICHT = 10


def weeg_lijsten(codes: Codes, logodds: npt.NDArray[np.float64], lijst: Codes) -> npt.NDArray[np.float64]:
    """
    Return what is taken off each pair because its lists have little in common, in log-odds.

    Two lists of one town share many associations; of one list few are in it twice, and of two lists of different
    regions hardly any are in both. There, what says little by itself says less.

    Args:
        codes: All pairs, ``a * n + b`` with *n* the number of records.
        logodds: What was found for each.
        lijst: For each record the number of its list.
    """
    if not len(codes):
        return np.empty(0)
    n = len(lijst)
    a, b = codes // n, codes % n
    aantal = np.bincount(lijst)
    m = len(aantal)
    lijstparen, welk = np.unique(
        np.minimum(lijst[a], lijst[b]) * m + np.maximum(lijst[a], lijst[b]), return_inverse=True
    )
    i, j = lijstparen // m, lijstparen % m
    zeker = logodds > _ZEKER
    dubbel = pd.concat([pd.DataFrame({"welk": welk[zeker], "record": kant[zeker]}) for kant in (a, b)])
    per_lijst = dubbel.drop_duplicates().assign(lijst=lambda d: lijst[d["record"]]).groupby(["welk", "lijst"]).size()
    gedeeld = per_lijst.groupby(level="welk").min().reindex(range(len(lijstparen)), fill_value=0).to_numpy()
    laag, hoog = (np.where(i == j, een, twee) for een, twee in zip(_EEN_LIJST, _TWEE_LIJSTEN, strict=True))
    deel = (gedeeld + _GEWICHT * hoog) / (np.minimum(aantal[i], aantal[j]) + _GEWICHT)
    return (g.LIJSTEN * np.clip((hoog - deel) / (hoog - laag), 0.0, 1.0))[welk]
