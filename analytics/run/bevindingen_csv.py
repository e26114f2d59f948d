"""``bevindingen.csv``: a stable interface that others script against."""

from __future__ import annotations

import pandas as pd

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
# A spreadsheet that opens the file would run these as formulas.
_FORMULE = r"^(?=[=@\t\r]|[+\-](?!\d))"


def bevindingen_csv(bevindingen: pd.DataFrame) -> str:
    """
    Return findings as CSV: comma, UTF-8, ``\\n``, one row per finding, empty where something does not apply.

    A text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    uit = bevindingen.reindex(columns=list(KOLOMMEN)).copy()
    for kolom in KOLOMMEN:
        if kolom != "rij":
            uit[kolom] = uit[kolom].astype("string").str.replace(_FORMULE, "'", regex=True)
    uit["rij"] = uit["rij"].astype("Int64")
    tekst: str = uit.to_csv(index=False, lineterminator="\n")
    return tekst
