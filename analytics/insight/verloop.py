"""What moved between rounds. Rows move in a workbook; the internal number of an association does not."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analytics.insight.bevindingen import ERNSTEN
from analytics.insight.gevalideerd import Gevalideerd
from analytics.insight.gevuld import sleutels

_SLEUTEL = ["sleutel", "code", "veld"]
#: What can become of a finding, in the order in which it is told.
LOTEN = ("hersteld", "vervallen", "gebleven", "nieuw", "nieuw_getoetst")


def trace_verloop(rondes: Mapping[int, Gevalideerd]) -> pd.DataFrame:
    """Return ``ronde, geleverd, laadbaar`` and the findings per severity (``FOUT``, ...) of every round, in order."""
    rijen = []
    for ronde, validatie in sorted(rondes.items()):
        per_ernst = validatie.bevindingen["ernst"].astype("string").value_counts()
        rijen.append(
            {"ronde": ronde, "geleverd": len(validatie.laadbaar), "laadbaar": int(validatie.laadbaar.sum())}
            | {ernst: int(per_ernst.get(ernst, 0)) for ernst in ERNSTEN}
        )
    return pd.DataFrame(rijen, columns=["ronde", "geleverd", "laadbaar", *ERNSTEN])


def trace_verandering(vorige: Gevalideerd, huidige: Gevalideerd) -> pd.DataFrame:
    """
    Return per rule what became of the findings of the round before, and which ones are new.

    Findings are the same when association (internal number), rule and field are the same; a finding about a sheet or
    file is known by its sheet. Columns: ``code, titel, ernst`` and
    ``hersteld`` (gone, though the association was delivered again and the rule applied again),
    ``vervallen`` (gone because the association or the rule is no longer there),
    ``gebleven``,
    ``nieuw``,
    ``nieuw_getoetst`` (new, but the rule was not applied in the round before, such as the INSZ in round 1).
    Worst severity first, then most findings.
    """
    paren = _tel(vorige).merge(_tel(huidige), how="outer", on=_SLEUTEL, suffixes=("_toen", "_nu"))
    toen, nu = (paren[f"aantal_{wanneer}"].fillna(0).astype("int64") for wanneer in ("toen", "nu"))
    minder, meer = (toen - nu).clip(lower=0), (nu - toen).clip(lower=0)
    # Keys of files and sheets (no number) are always "delivered again".
    nummers = set(_nummers(huidige).dropna())
    terug = paren["sleutel"].isin(nummers) | paren["sleutel"].str.startswith("\0")
    nog_getoetst = paren["code"].isin(_toegepast(huidige))
    toen_getoetst = paren["code"].isin(_toegepast(vorige))
    loten = pd.DataFrame(
        {
            "code": paren["code"],
            "hersteld": minder.where(terug & nog_getoetst, 0),
            "vervallen": minder.mask(terug & nog_getoetst, 0),
            "gebleven": toen.clip(upper=nu),
            "nieuw": meer.where(toen_getoetst, 0),
            "nieuw_getoetst": meer.mask(toen_getoetst, 0),
        }
    )
    per_regel = loten.groupby("code")[list(LOTEN)].sum().astype("int64").reset_index()
    regels = pd.concat([huidige.telling, vorige.telling])[["code", "titel", "ernst"]].drop_duplicates("code")
    tabel = per_regel.merge(regels, on="code", how="left")[["code", "titel", "ernst", *LOTEN]]
    orde = tabel["ernst"].astype("string").map({e: i for i, e in enumerate(ERNSTEN)}).astype("Int64")
    tabel = tabel.assign(_orde=orde, _totaal=-tabel[list(LOTEN)].sum(axis=1))
    return tabel.sort_values(["_orde", "_totaal", "code"]).drop(columns=["_orde", "_totaal"]).reset_index(drop=True)


def compare_rondes(rondes: Mapping[int, Gevalideerd]) -> pd.DataFrame:
    """Return :func:`trace_verandering` of the last two of *rondes*; without rows when there is only one."""
    nummers = sorted(rondes)
    if len(nummers) < 2:
        return pd.DataFrame(columns=["code", "titel", "ernst", *LOTEN])
    return trace_verandering(rondes[nummers[-2]], rondes[nummers[-1]])


def _nummers(validatie: Gevalideerd) -> pd.Series[str]:
    return sleutels(validatie.lezing.waarden["verenigingen"]["intern_nummer"].astype("string"))


def _toegepast(validatie: Gevalideerd) -> set[str]:
    telling = validatie.telling
    return set(telling.loc[telling["toegepast"].gt(0) | telling["gevonden"].gt(0), "code"])


def _tel(validatie: Gevalideerd) -> pd.DataFrame:
    """Return ``sleutel, code, veld, aantal``; the key of a finding without an association is its sheet, marked."""
    b = validatie.bevindingen
    nummer = sleutels(b["intern_nummer"].astype("string"))
    plaats = "\0" + b["blad"].astype("string").fillna("")
    frame = pd.DataFrame(
        {
            "sleutel": nummer.fillna(plaats),
            "code": b["code"].astype("string"),
            "veld": b["veld"].astype("string").fillna(""),
        }
    )
    return frame.groupby(_SLEUTEL).size().rename("aantal").reset_index()
