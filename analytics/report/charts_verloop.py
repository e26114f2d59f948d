"""Charts of what moved between rounds."""

from __future__ import annotations

import pandas as pd

from analytics.report.charts_bijschrift import Herkomst, bijschrift
from analytics.report.charts_stijl import FOUT, IN_ORDE, INFO, RUST, WAARSCHUWING, Grafiek, zonder_gegevens
from analytics.report.charts_vormen import Reeks, eis_kolommen, teken_staven
from analytics.report.tekst import aantal, bevindingen, breuk, deel, getal

_LOTEN = {
    "hersteld": ("hersteld", IN_ORDE, ""),
    "vervallen": ("vervallen", RUST, ""),
    "gebleven": ("gebleven", WAARSCHUWING, ""),
    "nieuw": ("nieuw", FOUT, ""),
    "nieuw_getoetst": ("voor het eerst getoetst", INFO, "////"),
}


def verloop(per_ronde: pd.DataFrame, herkomst: Herkomst) -> Grafiek:
    """
    Draw per round which share of the delivered associations may be loaded.

    Args:
        per_ronde: Of :func:`analytics.insight.verloop.trace_verloop`.
    """
    eis_kolommen(per_ronde, "ronde", "geleverd", "laadbaar", "FOUT", "WAARSCHUWING", "INFO")
    bij = bijschrift(herkomst)
    gegevens = per_ronde.rename(
        columns={
            "ronde": "Ronde",
            "geleverd": "Geleverd",
            "laadbaar": "Laadbaar",
            "FOUT": "Fouten",
            "WAARSCHUWING": "Waarschuwingen",
            "INFO": "Info",
        }
    )
    if per_ronde.empty or not per_ronde["geleverd"].sum():
        return zonder_gegevens("Er zijn nog geen rondes", bij, "Er is nog niets geleverd.", gegevens)
    eerste, laatste = per_ronde.iloc[0], per_ronde.iloc[-1]
    titel = f"Ronde {laatste['ronde']}: " + deel(
        int(laatste["laadbaar"]), int(laatste["geleverd"]), "is laadbaar", "zijn laadbaar"
    )
    if len(per_ronde) > 1:
        titel += f"; ronde {eerste['ronde']}: {getal(int(eerste['laadbaar']))} van de {getal(int(eerste['geleverd']))}"
    return teken_staven(
        titel,
        bij,
        [f"Ronde {r}" for r in per_ronde["ronde"]],
        [
            Reeks("laadbaar", per_ronde["laadbaar"].tolist(), IN_ORDE),
            Reeks("niet laadbaar", (per_ronde["geleverd"] - per_ronde["laadbaar"]).tolist(), FOUT),
        ],
        eindes=[breuk(int(t), int(n)) for t, n in zip(per_ronde["laadbaar"], per_ronde["geleverd"], strict=True)],
        gegevens=gegevens,
        alt=f"{titel}. Liggende staven per ronde: laadbaar en niet laadbaar.",
    )


def verandering(per_regel: pd.DataFrame, herkomst: Herkomst, *, hoogstens: int = 15) -> Grafiek:
    """
    Draw per rule what became of the findings of the round before, and which are new.

    Args:
        per_regel: Of :func:`analytics.insight.verloop.trace_verandering`.
    """
    eis_kolommen(per_regel, "titel", *_LOTEN)
    bij = bijschrift(herkomst)
    gegevens = per_regel[["titel", *_LOTEN]].rename(
        columns={"titel": "Regel"} | {lot: naam.capitalize() for lot, (naam, _, _) in _LOTEN.items()}
    )
    som = {lot: int(per_regel[lot].sum()) for lot in _LOTEN}
    vorige = som["hersteld"] + som["vervallen"] + som["gebleven"]
    if not sum(som.values()):
        return zonder_gegevens(
            "Er is niets veranderd", bij, "In beide rondes zijn er geen bevindingen, of er is maar één ronde.", gegevens
        )
    titel = (
        f"{getal(som['hersteld'])} van de {bevindingen(vorige)} uit de vorige ronde hersteld, "
        f"{getal(som['nieuw'])} nieuw bijgekomen"
    )
    top = per_regel.head(hoogstens)
    if len(per_regel) > hoogstens:
        titel += f" (de eerste {hoogstens} van {aantal(len(per_regel), 'regel', 'regels')})"
    reeksen = [
        Reeks(naam, top[lot].tolist(), kleur, arcering)
        for lot, (naam, kleur, arcering) in _LOTEN.items()
        if top[lot].any()
    ]
    return teken_staven(
        titel,
        bij,
        top["titel"].str.rstrip(".").tolist(),
        reeksen,
        legenda=[(r.naam, str(r.kleur), r.arcering) for r in reeksen],
        gegevens=gegevens,
        alt=f"{titel}. Gestapelde liggende staven per regel: {', '.join(r.naam for r in reeksen)}.",
    )
