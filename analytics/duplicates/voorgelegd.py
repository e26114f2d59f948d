"""Judge pairs that somebody else proposes, such as the register's own check."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analytics.duplicates.beoordeel import Verdeler, hier
from analytics.duplicates.naam import Naamlezer
from analytics.duplicates.records import Records, leeg_als, stapel
from analytics.duplicates.weger import maak_weger
from analytics.duplicates.zoek import Drempels, maak_paren

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
    weger = maak_weger(samen, lezer, verdeel)
    a, b = ids.get_indexer(paren["a"]).astype("int64"), ids.get_indexer(paren["b"]).astype("int64")
    codes = np.unique(np.minimum(a, b) * weger.n + np.maximum(a, b))
    gewogen = weger.weeg(codes)
    alle = np.lexsort((codes, -gewogen.logodds))
    uit = maak_paren(alle, codes, gewogen, drempels, weger.n)
    oordeel = uit["oordeel"].mask(uit["kans"] < drempels.mogelijk, VERSCHILLEND)
    nummers = ids.to_numpy()
    return uit.assign(a=nummers[uit["a"]], b=nummers[uit["b"]], oordeel=oordeel)
