"""Fellegi-Sunter with weights learned by EM on the unlabelled pairs, beside the weights that were set."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.duplicates.weger import BIJDRAGEN

_RONDES = 60
_EERST = 0.02  # share of doubles among the pairs, to begin with


def em_kans(paren: pd.DataFrame, *, geleid: bool) -> npt.NDArray[np.float64]:
    """
    Return the probability of each pair by EM over the kinds of agreement.

    The levels are the distinct contributions of each field, so that only the weights differ from ours.

    Args:
        paren: As ``Dubbels.paren``, of a search with a very low threshold.
        geleid: Begin from our own weights instead of from the overall rank of agreement.
    """
    velden = [k for k in BIJDRAGEN if k != "vooraf" and paren[k].nunique() > 1]
    niveaus = [pd.factorize(paren[k].round(1), sort=True)[0] for k in velden]
    if geleid:
        w = paren["kans"].to_numpy(dtype=float)
    else:
        rang = sum(n / max(n.max(), 1) for n in niveaus)
        w = np.where(rang >= np.quantile(rang, 1 - _EERST), 0.9, 0.001)
    for _ in range(_RONDES):
        aandeel = w.mean()
        logodds = np.full(len(w), np.log(aandeel / (1 - aandeel)))
        for n in niveaus:
            m = (np.bincount(n, w) + 1e-3) / (w.sum() + 1e-3)
            u = (np.bincount(n, 1 - w) + 1e-3) / ((1 - w).sum() + 1e-3)
            logodds += np.log(m / u)[n]
        w = 1 / (1 + np.exp(-np.clip(logodds, -30, 30)))
    return w
