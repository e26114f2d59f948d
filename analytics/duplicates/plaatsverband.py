"""How near two records are: the same postcode, municipality, a neighbouring postcode, elsewhere, or unknown."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.duplicates.blokken import Codes
from analytics.duplicates.profielen import Profielen

ORDE = ("postcode", "gemeente", "naam", "geen_bestand", "ontbreekt", "buurt", "ander")
# Belgian postcodes are handed out by region, so near numbers are mostly near places. There is no open list of
# neighbours small enough to carry; this stands in for it.
_BUURT = 45


def plaatsverband(codes: Codes, profielen: Profielen) -> npt.NDArray[np.str_]:
    """
    Return the nearest relation (:data:`ORDE`) of any location of one record with any of the other.

    ``naam``: one has no place, but its name mentions a municipality of the other; ``geen_bestand``: no record has a
    place at all, so the file is taken for the list of one municipality.
    """
    n = profielen.n
    if profielen.locaties.empty:
        verband = np.full(len(codes), ORDE.index("geen_bestand"))
        verband[_genoemd(codes, profielen)] = ORDE.index("naam")
        return np.array(ORDE)[verband]
    loc = profielen.locaties[["record", "postcode", "nis"]].drop_duplicates()
    paren = pd.DataFrame({"paar": np.arange(len(codes)), "a": codes // n, "b": codes % n})
    beide = paren.merge(loc, left_on="a", right_on="record").merge(
        loc, left_on="b", right_on="record", suffixes=("_a", "_b")
    )
    post_a, post_b = beide["postcode_a"], beide["postcode_b"]
    getal_a, getal_b = (pd.to_numeric(p, errors="coerce").to_numpy(dtype=float) for p in (post_a, post_b))
    zelfde_nis = (beide["nis_a"] == beide["nis_b"]).to_numpy(dtype=bool)
    zelfde_post = (post_a == post_b).to_numpy(dtype=bool) & (post_a != "").to_numpy(dtype=bool)
    nabij = (np.abs(getal_a - getal_b) <= _BUURT) & (getal_a // 100 == getal_b // 100)
    rang = np.select(
        [zelfde_post & zelfde_nis, zelfde_nis, nabij],
        [ORDE.index("postcode"), ORDE.index("gemeente"), ORDE.index("buurt")],
        ORDE.index("ander"),
    )
    verband = np.full(len(codes), ORDE.index("ontbreekt"))
    beste = pd.Series(rang).groupby(beide["paar"].to_numpy()).min()
    verband[beste.index.to_numpy()] = beste.to_numpy()
    onbekend = verband == ORDE.index("ontbreekt")
    verband[onbekend & _genoemd(codes, profielen)] = ORDE.index("naam")
    return np.array(ORDE)[verband]


def _genoemd(codes: Codes, profielen: Profielen) -> npt.NDArray[np.bool_]:
    """Tell for each pair whether a name of one mentions a place that the other mentions or lies in."""
    genoemd = [
        frozenset(nis for w in naam.woorden if w.anders != "sint" for nis in w.nis) for naam in profielen.namen
    ] + [frozenset[str]()]
    leeg = np.array([not s for s in profielen.nissen], dtype=bool)[profielen.nis]
    a, b = codes // profielen.n, codes % profielen.n
    uit: npt.NDArray[np.bool_] = np.zeros(len(codes), dtype=bool)
    for i in np.flatnonzero(leeg[a] | leeg[b]):
        plekken = [profielen.nissen[profielen.nis[r]] or genoemd[profielen.naam["naam"][r]] for r in (a[i], b[i])]
        uit[i] = bool(plekken[0] & plekken[1])
    return uit
