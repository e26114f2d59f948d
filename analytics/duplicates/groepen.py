"""Bring pairs together in groups of one association, without letting weak links chain strangers."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

# A pair inside a group that was never proposed, or scored below the threshold, counts as this (log-odds).
_NIET_VOORGESTELD = -1.0


def maak_groepen(paren: pd.DataFrame, logodds: npt.NDArray[np.float64]) -> pd.DataFrame:
    """
    Return ``groep`` (1, 2, …; by lowest record) and ``record`` of every group of two or more.

    Records linked directly or through others form a component. A component of three or more is built up again from
    its strongest link; two parts only join when the mean of *all* their cross links is positive, so that
    A–B and B–C do not make A–C one association when A and C are plainly different.

    Args:
        paren: ``a``, ``b`` (int) of each pair that may link.
        logodds: Log-odds of each pair.
    """
    if paren.empty:
        return pd.DataFrame({"groep": pd.Series(dtype="int64"), "record": pd.Series(dtype="int64")})
    a, b = paren["a"].to_numpy(), paren["b"].to_numpy()
    records, plek = np.unique(np.concatenate([a, b]), return_inverse=True)
    van, naar = plek[: len(a)], plek[len(a) :]
    graaf = coo_matrix((np.ones(len(a)), (van, naar)), shape=(len(records), len(records)))
    deel = connected_components(graaf, directed=False)[1]
    label = deel.astype(np.int64)
    omvang = np.bincount(deel)
    for groot in np.flatnonzero(omvang > 2):
        leden = np.flatnonzero(deel == groot)
        links = np.flatnonzero(deel[van] == groot)
        if len(links) == len(leden) * (len(leden) - 1) // 2 and (logodds[links] > 0).all():
            continue  # everybody is linked with everybody
        label[leden] = len(records) + _hecht(van[links], naar[links], logodds[links])
    frame = pd.DataFrame({"label": label, "record": records})
    frame = frame[frame.groupby("label")["record"].transform("size") > 1]
    eerste = frame.groupby("label")["record"].transform("min")
    groep = eerste.rank(method="dense").astype("int64")
    uit = pd.DataFrame({"groep": groep, "record": frame["record"].astype("int64")})
    return uit.sort_values(["groep", "record"]).reset_index(drop=True)


def _hecht(
    van: npt.NDArray[np.int64], naar: npt.NDArray[np.int64], kracht: npt.NDArray[np.float64]
) -> npt.NDArray[np.int64]:
    """Return for each member (in sorted order) the lowest member of its part, after joining by average link."""
    leden = np.unique(np.concatenate([van, naar]))
    delen = {int(lid): [int(lid)] for lid in leden}
    van_wie = {int(lid): int(lid) for lid in leden}
    sterkte = {(int(x), int(y)): float(k) for x, y, k in zip(van, naar, kracht, strict=True)}
    for i in np.argsort(-kracht, kind="stable"):
        x, y = van_wie[int(van[i])], van_wie[int(naar[i])]
        if x == y:
            continue
        kruis = [sterkte.get((p, q), sterkte.get((q, p), _NIET_VOORGESTELD)) for p in delen[x] for q in delen[y]]
        if sum(kruis) <= 0:
            continue
        laag, hoog = min(x, y), max(x, y)
        delen[laag] += delen.pop(hoog)
        for lid in delen[laag]:
            van_wie[lid] = laag
    return np.array([van_wie[int(lid)] for lid in leden], dtype=np.int64)
