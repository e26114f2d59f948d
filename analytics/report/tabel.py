"""From a frame to a table of a page: Dutch headings, Dutch numbers, no dtype or missing-value word in sight."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from numbers import Integral

import numpy as np
import pandas as pd

from analytics.report.charts import Grafiek
from analytics.report.pagina import Cel, Deel, Figuur, Kolom, Koppeling, Merk, Tabel
from analytics.report.tekst import datum, getal

#: Rows of a table on a page; the rest is in a file.
HOOGSTENS = 50


def maak_tabel(
    frame: pd.DataFrame,
    bijschrift: str,
    *,
    koppen: Mapping[str, str] | None = None,
    hoogstens: int = HOOGSTENS,
    totaal: int | None = None,
    elders: str = "",
) -> Tabel:
    """
    Return *frame* as a table.

    Args:
        koppen: Columns to show, in order, with their headings; all of them, under their own names, when ``None``.
        hoogstens: Rows to show at most.
        totaal: Rows there are, when *frame* is only the beginning of them.
        elders: Where all rows are, when some are not shown: ``bevindingen.csv``.
    """
    namen = {str(kolom): str(kolom) for kolom in frame.columns} if koppen is None else dict(koppen)
    deel = frame.head(hoogstens)
    alle = len(frame) if totaal is None else totaal
    return Tabel(
        bijschrift,
        tuple(Kolom(kop, _is_getal(frame[kolom])) for kolom, kop in namen.items()),
        tuple(zip(*([_cel(waarde) for waarde in deel[kolom]] for kolom in namen), strict=True)),
        alle if alle > len(deel) else None,
        elders,
    )


def maak_figuur(grafiek: Grafiek) -> Figuur:
    """Return *grafiek* with its numbers as a table."""
    return Figuur(grafiek, maak_tabel(grafiek.gegevens, f"Cijfers bij “{grafiek.titel}”"))


def _is_getal(kolom: pd.Series[float]) -> bool:
    return bool(pd.api.types.is_numeric_dtype(kolom)) and not pd.api.types.is_bool_dtype(kolom)


def _cel(waarde: object) -> Cel:
    if isinstance(waarde, str | tuple | Koppeling | Merk | Deel):
        return waarde
    if waarde is None or pd.isna(waarde):
        return None
    if isinstance(waarde, bool | np.bool_):
        return "ja" if waarde else "nee"
    if isinstance(waarde, dt.date):
        return datum(waarde)
    if isinstance(waarde, Integral):
        return int(waarde)
    return getal(float(str(waarde)), 1)
