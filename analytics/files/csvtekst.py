"""CSV that a spreadsheet shows as it is: nothing in it runs."""

from __future__ import annotations

import pandas as pd

# What a spreadsheet would run; a telephone or other number with a sign in front is left alone.
_FORMULE = r"^(?=[=@\t\n]|[+\-](?![\d ().,/]*$))"


def als_csv(frame: pd.DataFrame) -> str:
    """
    Return *frame* as CSV: comma, UTF-8, ``\\n``, empty where nothing stands.

    A text that a spreadsheet would take for a formula gets an apostrophe in front. A bare carriage return would end
    the row for most readers: it becomes a line feed, which stands between quotes.
    """
    uit = frame.copy()
    for kolom in uit:
        if pd.api.types.is_string_dtype(uit[kolom]):
            uit[kolom] = uit[kolom].str.replace(r"\r\n?", "\n", regex=True).str.replace(_FORMULE, "'", regex=True)
    tekst: str = uit.to_csv(index=False, lineterminator="\n")
    return tekst
