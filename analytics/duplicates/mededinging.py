"""What it says that another association fits better, or that no other comes near."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.duplicates import gewichten as g
from analytics.duplicates.blokken import Codes
from analytics.duplicates.weger import Weger

Logodds: TypeAlias = npt.NDArray[np.float64]
# A pair that is this sure, or this unlikely, is left as it is: rivals would not change the answer.
_TWIJFEL = (-3.5, 4.0)
# Rivals that are looked at, the best first; one that is so much weaker is none.
_HOOGSTENS = 3
_GELIJK = 0.5
# From these log-odds on the two others are surely one association; in a list that has hardly any such, doubt is not
# enough to take them for one. Shares of the others that were asked about, and what doubt then ends at.
_ZEKER = 3.0
_ZELDEN, _VAAK = 0.03, 0.15
_GEWICHT = 10  # as many that were surely two are supposed, so that a handful does not speak for a list


def weeg_mededinging(codes: Codes, logodds: Logodds, weger: Weger) -> Logodds:
    """
    Return what the other pairs of its records add to each pair in doubt, in log-odds.

    An association is in a list once, so of two pairs that share a record at most one is double, unless the two others
    are one association themselves: then they are no rivals.

    Args:
        codes: All pairs, ``a * n + b``.
        logodds: What was found for each.
        weger: Weighs the two others of such pairs.
    """
    erbij = np.zeros(len(codes))
    twijfel = np.flatnonzero((logodds > _TWIJFEL[0]) & (logodds < _TWIJFEL[1]))
    if not len(twijfel):
        return erbij
    rivalen = _rivalen(codes, logodds, weger.n, twijfel)
    laag, hoog = np.minimum(rivalen["ander"], rivalen["eigen"]), np.maximum(rivalen["ander"], rivalen["eigen"])
    onderling = (laag * weger.n + hoog).to_numpy(dtype=np.int64)
    vraag, welk = np.unique(onderling, return_inverse=True)
    if len(vraag):
        rivalen = rivalen[~_zijn_een(weger.weeg(vraag).logodds)[welk]]
    beste = rivalen.groupby("paar")["logodds"].max().reindex(twijfel, fill_value=-np.inf).to_numpy()
    eigen = logodds[twijfel]
    geen = g.MEDEDINGING["geen"] + g.MEDEDINGING["geen_onzeker"] * np.clip(-eigen, 0, 1)
    erbij[twijfel] = np.select(
        [beste > eigen + _GELIJK, beste > eigen - _GELIJK], [g.MEDEDINGING["beter"], g.MEDEDINGING["even_goed"]], geen
    )
    return erbij


def _zijn_een(logodds: Logodds) -> npt.NDArray[np.bool_]:
    """Tell which of the pairs of two others are one association, by their log-odds and how many surely are."""
    deel = (logodds > _ZEKER).sum() / (len(logodds) + _GEWICHT)
    return logodds > _ZEKER * np.clip((_VAAK - deel) / (_VAAK - _ZELDEN), 0.0, 1.0)


def _rivalen(codes: Codes, logodds: Logodds, n: int, twijfel: npt.NDArray[np.int64]) -> pd.DataFrame:
    """Return ``paar`` (in doubt), ``eigen`` (record), ``ander`` (record that shares its partner), ``logodds``."""
    a, b = codes // n, codes % n
    alle = pd.DataFrame(
        {
            "gedeeld": np.concatenate([a, b]),
            "ander": np.concatenate([b, a]),
            "bij": np.tile(np.arange(len(codes)), 2),
            "logodds": np.tile(logodds, 2),
        }
    )
    alle = alle[alle["logodds"] > _TWIJFEL[0] - _GELIJK].sort_values(
        ["gedeeld", "logodds", "bij"], ascending=[True, False, True]
    )
    alle = alle[alle.groupby("gedeeld").cumcount() <= _HOOGSTENS]
    zelf = pd.DataFrame(
        {
            "paar": np.tile(twijfel, 2),
            "gedeeld": np.concatenate([a[twijfel], b[twijfel]]),
            "eigen": np.concatenate([b[twijfel], a[twijfel]]),
            "eigen_logodds": np.tile(logodds[twijfel], 2),
        }
    )
    samen = zelf.merge(alle, on="gedeeld")
    return samen[(samen["bij"] != samen["paar"]) & (samen["logodds"] > samen["eigen_logodds"] - _GELIJK)]
