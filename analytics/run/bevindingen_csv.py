"""``bevindingen.csv``: a stable interface that others script against."""

from __future__ import annotations

import pandas as pd

from analytics.files.csvtekst import als_csv

#: Columns, in this order; new ones may only follow.
KOLOMMEN = (
    "code",
    "ernst",
    "blad",
    "rij",
    "kolom",
    "cel",
    "veld",
    "intern_nummer",
    "melding",
    "advies",
    "voorstel",
)


def bevindingen_csv(bevindingen: pd.DataFrame) -> str:
    """
    Return findings as CSV: comma, UTF-8, ``\\n``, one row per finding, empty where something does not apply.

    Formulas are made harmless, as :func:`als_csv` does.
    """
    soorten = dict.fromkeys(KOLOMMEN, "string") | {"rij": "Int64"}
    return als_csv(bevindingen.reindex(columns=list(KOLOMMEN)).astype(soorten))
