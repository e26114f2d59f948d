"""Charts of all pilots and rounds side by side."""

from __future__ import annotations

import pandas as pd

from analytics.report.charts_bijschrift import Herkomst, bijschrift
from analytics.report.charts_stijl import ERNSTKLEUR, ERNSTNAAM, IN_ORDE, RUST, Grafiek, zonder_gegevens
from analytics.report.charts_vormen import Reeks, eis_kolommen, teken_staven
from analytics.report.tekst import breuk, deel, getal


def overzicht(tabel: pd.DataFrame, herkomst: Herkomst) -> Grafiek:
    """
    Draw the loadable share of every pilot and round.

    Args:
        tabel: Of :func:`analytics.insight.overzicht.overview`.
    """
    eis_kolommen(tabel, "naam", "ronde", "geleverd", "laadbaar")
    bij = bijschrift(herkomst)
    gegevens = tabel[["naam", "ronde", "geleverd", "laadbaar"]].rename(
        columns={"naam": "Piloot", "ronde": "Ronde", "geleverd": "Geleverd", "laadbaar": "Laadbaar"}
    )
    if tabel.empty:
        return zonder_gegevens("Er is nog niets geleverd", bij, "Er zijn geen leveringen om te tonen.", gegevens)
    nieuwste = tabel["ronde"].eq(tabel.groupby("naam")["ronde"].transform("max"))
    goed, alle = int(tabel.loc[nieuwste, "laadbaar"].sum()), int(tabel.loc[nieuwste, "geleverd"].sum())
    titel = f"{deel(goed, alle, 'is', 'zijn')} laadbaar in de laatste ronde van elke piloot"
    delen = (1000 * tabel["laadbaar"] / tabel["geleverd"].where(tabel["geleverd"] > 0, 1)).round().astype("int64")
    return teken_staven(
        titel,
        bij,
        [f"{rij.naam}, ronde {rij.ronde}" for rij in tabel.itertuples(index=False)],
        [Reeks("laadbaar", delen.tolist(), [IN_ORDE if nieuw else RUST for nieuw in nieuwste])],
        eindes=[breuk(int(t), int(n)) for t, n in zip(tabel["laadbaar"], tabel["geleverd"], strict=True)],
        hoogste=1000,
        legenda=[("laatste ronde", IN_ORDE, ""), ("eerdere ronde", RUST, "")],
        gegevens=gegevens,
        alt=f"{titel}. Liggende staven per piloot en ronde: het laadbare deel van de geleverde verenigingen.",
    )


def overzicht_bevindingen(tabel: pd.DataFrame, herkomst: Herkomst) -> Grafiek:
    """
    Draw the findings of every pilot and round, stacked by severity.

    Args:
        tabel: Of :func:`analytics.insight.overzicht.overview`.
    """
    eis_kolommen(tabel, "naam", "ronde", "geleverd", *ERNSTKLEUR)
    bij = bijschrift(herkomst)
    gegevens = tabel[["naam", "ronde", *ERNSTKLEUR]].rename(
        columns={"naam": "Piloot", "ronde": "Ronde"} | {e: n.capitalize() for e, n in ERNSTNAAM.items()}
    )
    totaal = int(tabel[list(ERNSTKLEUR)].to_numpy().sum()) if len(tabel) else 0
    if totaal == 0:
        return zonder_gegevens("Er zijn geen bevindingen", bij, "In geen enkele levering is iets gevonden.", gegevens)
    nieuwste = tabel["ronde"].eq(tabel.groupby("naam")["ronde"].transform("max"))
    fouten, alle = int(tabel.loc[nieuwste, "FOUT"].sum()), int(tabel.loc[nieuwste, list(ERNSTKLEUR)].to_numpy().sum())
    titel = f"{getal(fouten)} van de {getal(alle)} bevindingen in de laatste ronde van elke piloot zijn fouten"
    return teken_staven(
        titel,
        bij,
        [f"{rij.naam}, ronde {rij.ronde}" for rij in tabel.itertuples(index=False)],
        [Reeks(ERNSTNAAM[e], tabel[e].tolist(), ERNSTKLEUR[e]) for e in ERNSTKLEUR],
        gegevens=gegevens,
        alt=f"{titel}. Gestapelde liggende staven per piloot en ronde: fout, waarschuwing en info.",
    )
