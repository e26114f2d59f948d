"""How many contacts, locations, representatives and accounts the associations have."""

from __future__ import annotations

import pandas as pd

from analytics.domain.levering import Levering
from analytics.domain.velden import TABELLEN
from analytics.insight.gevuld import sleutels, zijn_van_soort

#: Classes of ``aantal``; the last one means "or more".
KLASSEN = ("0", "1", "2", "3", "4 of meer")


def count_onderdelen(levering: Levering) -> pd.DataFrame:
    """
    Return how many associations have 0, 1, 2, 3, or 4 and more of each part.

    Columns: ``tabel``, ``onderdeel`` (sheet name), ``noemer`` (associations whose template has the sheet) and one
    column per class of :data:`KLASSEN`. Parts that no delivered association can have are left out.
    """
    verenigingen = levering.tabellen["verenigingen"].waarden
    nummers = sleutels(verenigingen["intern_nummer"])
    rijen: list[dict[str, object]] = []
    for tabel, soort in TABELLEN.items():
        mee = zijn_van_soort(levering, "verenigingen", soort.werkmappen)
        if tabel == "verenigingen" or not mee.any():
            continue
        per_nummer = sleutels(levering.tabellen[tabel].waarden["intern_nummer"]).value_counts()
        aantal = nummers.loc[mee].map(per_nummer).fillna(0).astype("int64").clip(upper=len(KLASSEN) - 1)
        per_klasse = aantal.value_counts().reindex(range(len(KLASSEN)), fill_value=0)
        rijen.append(
            {"tabel": tabel, "onderdeel": soort.blad, "noemer": int(mee.sum())}
            | dict(zip(KLASSEN, per_klasse.tolist(), strict=True))
        )
    return pd.DataFrame(rijen, columns=["tabel", "onderdeel", "noemer", *KLASSEN])
