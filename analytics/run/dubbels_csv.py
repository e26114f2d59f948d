"""``dubbels.csv``, ``groepen.csv`` and ``registermeldingen.csv``: stable interfaces that others script against."""

from __future__ import annotations

import pandas as pd

from analytics.files.csvtekst import als_csv
from analytics.run.dubbels_zoek import Vondst

#: Columns of ``dubbels.csv``, exactly these.
KOLOMMEN = (
    "bestand_a", "blad_a", "rij_a", "intern_nummer_a",
    "bestand_b", "blad_b", "rij_b", "intern_nummer_b", "vcode_b",
    "kans", "oordeel", "redenen", "register_zou_melden",
)  # fmt: skip
GROEPKOLOMMEN = ("groep", "aantal", "bestand", "blad", "rij", "intern_nummer", "vcode", "naam", "gemeente")
_WAAR = ("bestand", "blad", "rij", "intern_nummer")


def paren_tabel(vondst: Vondst, paren: pd.DataFrame) -> pd.DataFrame:
    """Return *paren* of *vondst* with :data:`KOLOMMEN`; ``kans`` rounded to four decimals but never to 0 or 1."""
    wie = vondst.records.verenigingen
    uit: dict[str, pd.Series[str]] = {}
    for kant in ("a", "b"):
        eigen = wie.reindex(paren[kant])
        velden = (*_WAAR, "vcode") if kant == "b" else _WAAR
        uit |= {f"{veld}_{kant}": eigen[veld].reset_index(drop=True) for veld in velden}
    rest = paren[["kans", "oordeel", "redenen", "register_zou_melden"]].reset_index(drop=True)
    frame = pd.concat([pd.DataFrame(uit), rest], axis=1)
    frame["kans"] = frame["kans"].round(4).clip(0.0001, 0.9999)
    return frame.astype({"rij_a": "Int64", "rij_b": "Int64"})[list(KOLOMMEN)]


def groepen_tabel(vondst: Vondst) -> pd.DataFrame:
    """Return one row per record of each group, with :data:`GROEPKOLOMMEN`."""
    groepen = vondst.groepen
    eigen = vondst.records.verenigingen.reindex(groepen["record"]).reset_index(drop=True)
    plaats = gemeenten(vondst).reindex(groepen["record"]).reset_index(drop=True)
    aantal = groepen.groupby("groep")["record"].transform("size").reset_index(drop=True)
    frame = eigen.assign(groep=groepen["groep"].to_numpy(), aantal=aantal, gemeente=plaats)
    return frame.astype({"rij": "Int64"})[list(GROEPKOLOMMEN)]


def gemeenten(vondst: Vondst) -> pd.Series[str]:
    """Return per record the municipality of its first place, else its postcode; <NA> without any."""
    locaties = vondst.records.locaties
    plaats = locaties["gemeente"].astype("string").fillna(locaties["postcode"].astype("string"))
    eerste = plaats[plaats.notna()].groupby(locaties.loc[plaats.notna(), "record"]).first()
    return eerste.reindex(vondst.records.verenigingen.index).astype("string")


def bestanden(vondst: Vondst) -> dict[str, str]:
    """
    Return the CSV files by name.

    ``registermeldingen.csv`` has the pairs that the register stops on and we take for different associations, with the
    columns of ``dubbels.csv``.
    """
    anders = vondst.paren[vondst.paren["oordeel"].eq("verschillend")]
    return {
        "dubbels.csv": als_csv(paren_tabel(vondst, vondst.vermoed)),
        "groepen.csv": als_csv(groepen_tabel(vondst)),
        "registermeldingen.csv": als_csv(paren_tabel(vondst, anders)),
    }
