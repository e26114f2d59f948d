"""Judge pairs that somebody else proposes, such as the register's own check."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analytics.duplicates.beoordeel import Verdeler, beoordeel_namen, hier
from analytics.duplicates.bewijs import bewijsstukken, paren_met_bewijs
from analytics.duplicates.naam import Naamlezer
from analytics.duplicates.plaatsverband import plaatsverband
from analytics.duplicates.profielen import lees_profielen
from analytics.duplicates.records import Records, leeg_als, stapel
from analytics.duplicates.zoek import Drempels, maak_paren, weeg

VERSCHILLEND = "verschillend"


def beoordeel_paren(
    bron: Records,
    paren: pd.DataFrame,
    *,
    lezer: Naamlezer,
    drempels: Drempels | None = None,
    verdeel: Verdeler = hier,
) -> pd.DataFrame:
    """
    Return every pair of *paren* as ``Dubbels.paren`` shows it, most probable first.

    ``oordeel`` is ``verschillend`` below the threshold of ``mogelijk``. A pair given twice, or both ways round, counts
    once; ``a`` is the record that comes first in *bron*.

    Args:
        bron: Where both records of each pair are.
        paren: ``a``, ``b``: record ids.
    """
    drempels = drempels or Drempels()
    ids = bron.verenigingen.index
    samen, _ = stapel(bron, leeg_als(bron))
    profielen = lees_profielen(samen, lezer)
    n = max(profielen.n, 1)
    a, b = ids.get_indexer(paren["a"]).astype("int64"), ids.get_indexer(paren["b"]).astype("int64")
    codes = np.unique(np.minimum(a, b) * n + np.maximum(a, b))
    stukken = bewijsstukken(samen, profielen)
    gedeeld = paren_met_bewijs(stukken, n=n, grens=0)
    verband = plaatsverband(codes, profielen, lezer.plaatsen.buren)
    namen = beoordeel_namen(codes, profielen, verdeel)
    bijdragen = weeg(codes, namen, verband, profielen, samen, gedeeld, stukken)
    logodds = bijdragen.to_numpy().sum(axis=1)
    kans = 1 / (1 + np.exp(-logodds))
    alle = np.lexsort((codes, -logodds))
    uit = maak_paren(alle, codes, kans, bijdragen, namen, verband, profielen, drempels)
    oordeel = uit["oordeel"].mask(uit["kans"] < drempels.mogelijk, VERSCHILLEND)
    nummers = ids.to_numpy()
    return uit.assign(a=nummers[uit["a"]], b=nummers[uit["b"]], oordeel=oordeel)
