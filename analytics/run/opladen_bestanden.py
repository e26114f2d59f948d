"""What a load leaves on disk: plan, uitkomsten, differences, and the workbook for the decisions."""

from __future__ import annotations

import csv
import io

import pandas as pd

from analytics.register.plan import plan_json
from analytics.run.opladen import Lading


def als_csv(frame: pd.DataFrame) -> str:
    """Return *frame* as CSV that Excel opens rightly: text that looks like a formula stays text."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, lineterminator="\n")
    schrijver.writerow(frame.columns)
    kolommen = [
        ["" if leeg else _tekst(waarde) for waarde, leeg in zip(frame[k], frame[k].isna(), strict=True)] for k in frame
    ]
    schrijver.writerows(zip(*kolommen, strict=True))
    return "\ufeff" + uit.getvalue()


def _tekst(waarde: object) -> str:
    tekst = str(waarde)
    return f"'{tekst}" if isinstance(waarde, str) and tekst[:1] in ("=", "+", "-", "@", "\t", "\r") else tekst


def bestanden_van(lading: Lading) -> dict[str, str | bytes]:
    """Return the files of a load, by name."""
    return {
        "plan-opladen.json": plan_json(lading.plan),
        "uitkomsten.csv": als_csv(lading.uitkomsten),
        "verschillen.csv": als_csv(lading.verschillen),
    }
