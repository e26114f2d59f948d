"""Findings counted: per rule, per sheet, per severity, whole columns against scattered cells, what may be loaded."""

from __future__ import annotations

import pandas as pd

from analytics.domain.levering import Levering
from analytics.domain.velden import FEITELIJK, KBO
from analytics.insight.gevuld import zijn_van_soort

#: Severities, worst first.
ERNSTEN = ("FOUT", "WAARSCHUWING", "INFO")
SOORTEN = {FEITELIJK: "Feitelijke verenigingen en afdelingen", KBO: "KBO-verenigingen"}


def measure_laadbaar(levering: Levering, laadbaar: pd.Series[bool]) -> pd.DataFrame:
    """
    Return ``soort, laadbaar, geleverd`` (associations) per delivered kind, and a last row ``Alle verenigingen``.

    Args:
        laadbaar: Per delivered association whether nothing stands in the way of loading it.
    """
    rijen = []
    for code, titel in SOORTEN.items():
        mee = zijn_van_soort(levering, "verenigingen", (code,))
        if mee.any():
            rijen.append({"soort": titel, "laadbaar": int(laadbaar[mee].sum()), "geleverd": int(mee.sum())})
    rijen.append({"soort": "Alle verenigingen", "laadbaar": int(laadbaar.sum()), "geleverd": len(laadbaar)})
    return pd.DataFrame(rijen)


def count_per_regel(telling: pd.DataFrame) -> pd.DataFrame:
    """
    Return one row per rule that was applied, most findings of the worst severity first.

    Columns: ``code, titel, ernst, groep, toegepast, gevonden`` and ``hele_kolom`` (bool: somewhere the rule fails over
    a whole column, which is one mistake and not many).

    Args:
        telling: One row per rule and place: ``code, titel, ernst, groep, toegepast, gevonden, hele_kolom``.
    """
    sleutel = ["code", "titel", "ernst", "groep"]
    per_regel = telling.groupby(sleutel, as_index=False, sort=False)
    regels = per_regel.agg({"toegepast": "sum", "gevonden": "sum", "hele_kolom": "any"})
    regels = regels.loc[regels["toegepast"].gt(0) | regels["gevonden"].gt(0)]
    regels = regels.assign(_orde=_orde(regels["ernst"]))
    regels = regels.sort_values(["_orde", "gevonden", "code"], ascending=[True, False, True], kind="stable")
    return regels.drop(columns="_orde").reset_index(drop=True)


def count_per_blad(bevindingen: pd.DataFrame) -> pd.DataFrame:
    """
    Return ``blad`` and one column of findings per severity of :data:`ERNSTEN`, the sheet with most faults first.

    Findings about a workbook as a whole stand under ``(hele werkmap)``.
    """
    blad = bevindingen["blad"].astype("string").fillna("").replace("", "(hele werkmap)")
    kruis = pd.crosstab(blad.to_numpy(dtype=object), bevindingen["ernst"].astype("string").to_numpy(dtype=object))
    kruis = kruis.reindex(columns=list(ERNSTEN), fill_value=0).rename_axis(index="blad", columns=None)
    tabel = kruis.reset_index().sort_values([*ERNSTEN, "blad"], ascending=[False, False, False, True], kind="stable")
    return tabel.astype({"blad": "string"} | dict.fromkeys(ERNSTEN, "int64")).reset_index(drop=True)


def count_per_ernst(bevindingen: pd.DataFrame) -> pd.DataFrame:
    """
    Return ``ernst, bevindingen, regels, verenigingen`` per severity of :data:`ERNSTEN`, in that order.

    ``verenigingen`` counts associations with at least one finding of the severity on themselves or a part.
    """
    per_ernst = bevindingen.groupby(bevindingen["ernst"].astype("string"))
    tabel = pd.DataFrame(
        {
            "bevindingen": per_ernst.size(),
            "regels": per_ernst["code"].nunique(),
            "verenigingen": per_ernst["vereniging"].nunique(),
        }
    )
    tabel = tabel.reindex(list(ERNSTEN), fill_value=0).fillna(0).astype("int64")
    return tabel.rename_axis("ernst").reset_index().astype({"ernst": "string"})


def split_verspreiding(oorzaken: pd.DataFrame) -> pd.DataFrame:
    """
    Return ``verspreiding, oorzaken, cellen, verenigingen_vrij`` for whole columns and for scattered cells.

    A whole column wrong is repaired once, in the source; scattered mistakes are repaired one by one.
    ``verenigingen_vrij`` adds what each cause on its own would make loadable.
    """
    heel = oorzaken["hele_kolom"].astype(bool)
    rijen = [
        {
            "verspreiding": naam,
            "oorzaken": int(masker.sum()),
            "cellen": int(oorzaken.loc[masker, "cellen"].sum()),
            "verenigingen_vrij": int(oorzaken.loc[masker, "wordt_laadbaar"].sum()),
        }
        for naam, masker in (("hele kolom", heel), ("verspreid", ~heel))
    ]
    return pd.DataFrame(rijen)


def _orde(ernst: pd.Series[str]) -> pd.Series[int]:
    return ernst.astype("string").map({e: i for i, e in enumerate(ERNSTEN)}).fillna(len(ERNSTEN)).astype("int64")
