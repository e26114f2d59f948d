"""The hand-written pairs of names as records to search, and what ours says of them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pandas as pd

from analytics.duplicates.naam import Naamlezer
from analytics.duplicates.records import Records
from analytics.duplicates.zoek import Drempels, zoek_dubbels

HAND, NAMEN = "handlijst.csv", "namenlijst.csv"
# All of it was looked at, though its pairs were written before they were scored.
BOUW = "bouwlijst.csv"


def lees_paren(bestand: str) -> pd.DataFrame:
    """Return the pairs with ``helft``: ``bouw`` (looked at while building) or ``meet`` (never tuned on)."""
    lijst = pd.read_csv(Path(__file__).with_name(bestand), sep="|", dtype="string")
    hashes = (lijst["naam_a"] + "|" + lijst["naam_b"]).map(lambda t: hashlib.sha256(t.encode()).digest()[0] % 2)
    return lijst.assign(zelfde=lijst["zelfde"].eq("1"), helft=hashes.map({0: "bouw", 1: "meet"}))


def records(lijst: pd.DataFrame) -> Records:
    """Return both sides as records: row i gives records 2i and 2i+1."""
    kanten = [
        pd.DataFrame(
            {k: lijst[f"{k}_{kant}"].to_numpy() for k in ("naam", "postcode", "gemeente")}, 2 * lijst.index + i
        )
        for i, kant in enumerate("ab")
    ]
    alle = pd.concat(kanten).astype("string").sort_index()
    locaties = alle.dropna(subset=["postcode", "gemeente"], how="all").rename_axis("record").reset_index()
    return Records(alle[["naam"]], locaties[["record", "postcode", "gemeente"]])


def kansen(lijst: pd.DataFrame, lezer: Naamlezer) -> pd.DataFrame:
    """
    Add ``kans`` (0 where the pair was not proposed) and ``redenen``.

    Pairs of which neither side has a place are searched apart, as the file without any place that they stand for.
    """
    delen = []
    kaal = lijst[["postcode_a", "gemeente_a", "postcode_b", "gemeente_b"]].isna().all(axis=1)
    for deel in (lijst[~kaal], lijst[kaal]):
        gevonden = zoek_dubbels(records(deel), lezer=lezer, drempels=Drempels(mogelijk=0.001)).paren
        gevonden = gevonden[(gevonden["a"] // 2 == gevonden["b"] // 2)]
        gevonden = gevonden.set_index(gevonden["a"] // 2)[["kans", "redenen"]]
        delen.append(deel.join(gevonden))
    return pd.concat(delen).fillna({"kans": 0.0, "redenen": ""}).sort_index()


def f1(zelfde: pd.Series[bool], gezegd: pd.Series[bool]) -> float:
    """Return the harmonic mean of precision and recall."""
    goed = int((zelfde & gezegd).sum())
    return 2 * goed / max(int(zelfde.sum()) + int(gezegd.sum()), 1)
