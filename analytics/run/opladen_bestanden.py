"""What a load leaves on disk."""

from __future__ import annotations

import pandas as pd

from analytics.register.plan import plan_json
from analytics.run.opladen import Lading

# A spreadsheet that opens the file would run these as formulas.
_FORMULE = r"^(?=[=@\t\r]|[+\-](?!\d))"


def als_csv(frame: pd.DataFrame) -> str:
    """Return *frame* as CSV (comma, UTF-8); a text that looks like a formula gets an apostrophe in front."""
    uit = frame.copy()
    for kolom in uit:
        if pd.api.types.is_string_dtype(uit[kolom]):
            uit[kolom] = uit[kolom].str.replace(_FORMULE, "'", regex=True)
    tekst: str = uit.to_csv(index=False, lineterminator="\n")
    return tekst


def bestanden_van(lading: Lading) -> dict[str, str | bytes]:
    """Return the files of a load, by name."""
    return {
        "plan-opladen.json": plan_json(lading.plan),
        "uitkomsten.csv": als_csv(lading.uitkomsten),
        "verschillen.csv": als_csv(lading.verschillen),
    }
