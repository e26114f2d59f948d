"""Charts of what is wrong, and of what stands in the way of loading."""

from __future__ import annotations

import pandas as pd

from analytics.report.charts_bijschrift import Herkomst, bijschrift
from analytics.report.charts_stijl import (
    ERNSTKLEUR,
    ERNSTNAAM,
    FOUT,
    IN_ORDE,
    RUST,
    Grafiek,
    zonder_gegevens,
)
from analytics.report.charts_vormen import Reeks, eis_kolommen, teken_staven
from analytics.report.tekst import aantal, bevindingen, breuk, deel, getal, verenigingen

HOOGSTENS = 20
#: Shading of what is one mistake in a whole column.
_HEEL = "////"


def laadbaar(per_soort: pd.DataFrame, herkomst: Herkomst) -> Grafiek:
    """
    Draw which part of the delivered associations may be loaded, per kind and in all.

    Args:
        per_soort: Of :func:`analytics.insight.bevindingen.measure_laadbaar`; the last row is the total.
    """
    eis_kolommen(per_soort, "soort", "laadbaar", "geleverd")
    bij = bijschrift(herkomst)
    gegevens = per_soort.assign(niet=per_soort["geleverd"] - per_soort["laadbaar"])
    gegevens = gegevens.rename(
        columns={"soort": "Soort", "laadbaar": "Laadbaar", "geleverd": "Geleverd", "niet": "Niet laadbaar"}
    )
    goed, alle = int(per_soort["laadbaar"].iloc[-1]), int(per_soort["geleverd"].iloc[-1])
    if alle == 0:
        return zonder_gegevens("Er zijn geen verenigingen geleverd", bij, "Blad Verenigingen is leeg.", gegevens)
    titel = f"{deel(goed, alle, 'is', 'zijn')} laadbaar"
    # One kind only: its bar and the total are the same bar.
    rijen = gegevens.tail(1) if len(gegevens) == 2 else gegevens
    return teken_staven(
        titel,
        bij,
        rijen["Soort"].tolist(),
        [
            Reeks("laadbaar", rijen["Laadbaar"].tolist(), IN_ORDE),
            Reeks("niet laadbaar", rijen["Niet laadbaar"].tolist(), FOUT),
        ],
        eindes=[breuk(g, n) for g, n in zip(rijen["Laadbaar"], rijen["Geleverd"], strict=True)],
        gegevens=gegevens,
        alt=f"{titel}. Liggende staven per soort werkmap: laadbaar en niet laadbaar.",
    )


def bevindingen_per_regel(per_regel: pd.DataFrame, herkomst: Herkomst) -> Grafiek:
    """
    Draw one bar per rule with findings, the worst severity and most findings first.

    Args:
        per_regel: Of :func:`analytics.insight.bevindingen.count_per_regel`.
    """
    return _per_regel(
        per_regel,
        herkomst,
        goed="Geen enkele regel vond iets",
        uitleg=f"{aantal(len(per_regel), 'regel werd', 'regels werden')} toegepast; er zijn geen bevindingen.",
        wat="",
    )


def excel_schade(per_regel: pd.DataFrame, herkomst: Herkomst) -> Grafiek:
    """
    Draw the findings of the group ``Excel-schade``: what Excel did to values without anybody asking.

    Args:
        per_regel: Of :func:`analytics.insight.bevindingen.count_per_regel`, all groups.
    """
    eis_kolommen(per_regel, "groep")
    schade = per_regel.loc[per_regel["groep"].eq("Excel-schade")]
    return _per_regel(
        schade,
        herkomst,
        goed="Geen sporen van Excel-schade",
        uitleg="Gezocht naar onder meer verloren nullen, getallen als 1,23E+09, huisnummers die een datum werden, "
        f"foutcellen en onzichtbare tekens: {aantal(len(schade), 'regel', 'regels')}, geen bevindingen.",
        wat=" door toedoen van Excel",
    )


def _per_regel(per_regel: pd.DataFrame, herkomst: Herkomst, *, goed: str, uitleg: str, wat: str) -> Grafiek:
    eis_kolommen(per_regel, "titel", "ernst", "toegepast", "gevonden", "hele_kolom")
    bij = bijschrift(herkomst)
    raak = per_regel.loc[per_regel["gevonden"].gt(0)]
    gegevens = _regeltabel(raak)
    if raak.empty:
        return zonder_gegevens(goed, bij, uitleg, gegevens)
    fouten = int(raak.loc[raak["ernst"].eq("FOUT"), "gevonden"].sum())
    regels = f"{getal(len(raak))} van de {aantal(len(per_regel), 'toegepaste regel', 'toegepaste regels')}"
    titel = (
        f"{bevindingen(int(raak['gevonden'].sum()))}{wat} volgens {regels}, "
        f"waarvan {aantal(fouten, 'fout', 'fouten') if fouten else 'geen enkele een fout'}"
    )
    top, rest = raak.head(HOOGSTENS), raak.iloc[HOOGSTENS:]
    if len(rest):
        titel += f" (de eerste {HOOGSTENS} regels)"
    heel = top["hele_kolom"].astype(bool)
    waarden = top["gevonden"].astype("int64")
    kleuren = [ERNSTKLEUR[ernst] for ernst in top["ernst"]]
    legenda = [(ERNSTNAAM[e], ERNSTKLEUR[e], "") for e in ERNSTKLEUR if top["ernst"].eq(e).any()]
    if heel.any():
        legenda.append(("hele kolom", RUST, _HEEL))
    return teken_staven(
        titel,
        bij,
        top["titel"].str.rstrip(".").tolist(),
        [
            Reeks("verspreid", waarden.where(~heel, 0).tolist(), kleuren),
            Reeks("hele kolom", waarden.where(heel, 0).tolist(), kleuren, _HEEL),
        ],
        eindes=[f"{getal(g)} van {getal(t)}" for g, t in zip(waarden, top["toegepast"], strict=True)],
        legenda=legenda,
        gegevens=gegevens,
        alt=f"{titel}. Liggende staven per regel, gekleurd naar ernst; gearceerd waar een hele kolom fout is.",
    )


def _regeltabel(per_regel: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Regel": per_regel["titel"],
            "Ernst": per_regel["ernst"].map(ERNSTNAAM),
            "Gevonden": per_regel["gevonden"],
            "Toegepast op": per_regel["toegepast"],
            "Verspreiding": per_regel["hele_kolom"].astype(bool).map({True: "hele kolom", False: "verspreid"}),
        }
    )


def bevindingen_per_blad(per_blad: pd.DataFrame, herkomst: Herkomst) -> Grafiek:
    """
    Draw the findings per sheet, stacked by severity.

    Args:
        per_blad: Of :func:`analytics.insight.bevindingen.count_per_blad`.
    """
    eis_kolommen(per_blad, "blad", *ERNSTKLEUR)
    bij = bijschrift(herkomst)
    gegevens = per_blad.rename(columns={"blad": "Blad"} | {e: n.capitalize() for e, n in ERNSTNAAM.items()})
    totaal = int(per_blad[list(ERNSTKLEUR)].to_numpy().sum())
    if totaal == 0:
        return zonder_gegevens("Op geen enkel blad is iets gevonden", bij, "Er zijn geen bevindingen.", gegevens)
    ergst = per_blad.iloc[0]
    titel = f"{getal(int(ergst['FOUT']))} van de {aantal(int(per_blad['FOUT'].sum()), 'fout staat', 'fouten staan')}"
    titel += f" op blad {ergst['blad']}" if ergst["blad"] != "(hele werkmap)" else " niet op één blad"
    if not per_blad["FOUT"].sum():
        titel = f"Geen fouten; {bevindingen(totaal)} om te bekijken"
    return teken_staven(
        titel,
        bij,
        per_blad["blad"].tolist(),
        [Reeks(ERNSTNAAM[e], per_blad[e].tolist(), ERNSTKLEUR[e]) for e in ERNSTKLEUR],
        gegevens=gegevens,
        alt=f"{titel}. Gestapelde liggende staven per blad: fout, waarschuwing en info.",
    )


def bevindingen_per_ernst(per_ernst: pd.DataFrame, herkomst: Herkomst) -> Grafiek:
    """
    Draw the findings per severity.

    Args:
        per_ernst: Of :func:`analytics.insight.bevindingen.count_per_ernst`.
    """
    eis_kolommen(per_ernst, "ernst", "bevindingen", "regels", "verenigingen")
    bij = bijschrift(herkomst)
    gegevens = pd.DataFrame(
        {
            "Ernst": per_ernst["ernst"].map(ERNSTNAAM),
            "Bevindingen": per_ernst["bevindingen"],
            "Regels": per_ernst["regels"],
            "Verenigingen": per_ernst["verenigingen"],
        }
    )
    totaal = int(per_ernst["bevindingen"].sum())
    if totaal == 0:
        return zonder_gegevens("Er zijn geen bevindingen", bij, "Geen enkele regel vond iets.", gegevens)
    fouten = int(per_ernst.loc[per_ernst["ernst"].eq("FOUT"), "bevindingen"].sum())
    titel = f"{getal(fouten)} van de {bevindingen(totaal)} {'is een fout' if fouten == 1 else 'zijn fouten'}"
    return teken_staven(
        titel,
        bij,
        gegevens["Ernst"].tolist(),
        [Reeks("bevindingen", per_ernst["bevindingen"].tolist(), [ERNSTKLEUR[e] for e in per_ernst["ernst"]])],
        eindes=[
            f"{getal(n)} bij {verenigingen(v)}" if v else getal(n)
            for n, v in zip(per_ernst["bevindingen"], per_ernst["verenigingen"], strict=True)
        ],
        gegevens=gegevens,
        alt=f"{titel}. Liggende staven per ernst.",
    )


def verspreiding(verdeling: pd.DataFrame, herkomst: Herkomst) -> Grafiek:
    """
    Draw how many faulty cells come from whole columns and how many stand scattered.

    Args:
        verdeling: Of :func:`analytics.insight.bevindingen.split_verspreiding`.
    """
    eis_kolommen(verdeling, "verspreiding", "oorzaken", "cellen")
    bij = bijschrift(herkomst)
    gegevens = verdeling[["verspreiding", "oorzaken", "cellen"]].rename(columns=str.capitalize)
    totaal = int(verdeling["cellen"].sum())
    if totaal == 0:
        return zonder_gegevens("Er zijn geen foute cellen", bij, "Geen enkele oorzaak blokkeert het opladen.", gegevens)
    heel = int(verdeling["cellen"].iloc[0])
    titel = (
        f"{getal(heel)} van de {aantal(totaal, 'foute cel zit', 'foute cellen zitten')} in een kolom die helemaal "
        "fout is en in één keer te verbeteren valt"
    )
    if not heel:
        titel = (
            f"Geen enkele kolom is helemaal fout: {aantal(totaal, 'foute cel staat', 'foute cellen staan')} verspreid"
        )
    return teken_staven(
        titel,
        bij,
        verdeling["verspreiding"].tolist(),
        [Reeks("cellen", verdeling["cellen"].tolist(), FOUT)],
        eindes=[
            f"{getal(c)} door {aantal(int(o), 'oorzaak', 'oorzaken')}"
            for c, o in zip(verdeling["cellen"], verdeling["oorzaken"], strict=True)
        ],
        gegevens=gegevens,
        alt=f"{titel}. Twee liggende staven: hele kolom en verspreid.",
    )


def oorzaken(wat_eerst: pd.DataFrame, herkomst: Herkomst, *, geleverd: int, hoogstens: int = 12) -> Grafiek:
    """
    Draw the causes that free most associations when solved, in the order in which to solve them.

    Args:
        wat_eerst: One row per cause in order: ``oorzaak, cellen, verenigingen, wordt_laadbaar`` (by this cause alone)
            and ``samen_laadbaar`` (loadable when this one and all before it are solved).
        geleverd: Delivered associations.
    """
    eis_kolommen(wat_eerst, "oorzaak", "cellen", "verenigingen", "wordt_laadbaar", "samen_laadbaar")
    bij = bijschrift(herkomst)
    gegevens = wat_eerst[["oorzaak", "cellen", "verenigingen", "wordt_laadbaar", "samen_laadbaar"]].rename(
        columns={
            "oorzaak": "Oorzaak",
            "cellen": "Cellen",
            "verenigingen": "Verenigingen",
            "wordt_laadbaar": "Wordt laadbaar door deze alleen",
            "samen_laadbaar": "Laadbaar samen met de vorige",
        }
    )
    top = wat_eerst.head(hoogstens)
    if top.empty:
        return zonder_gegevens("Niets blokkeert het opladen", bij, "Er zijn geen fouten om op te lossen.", gegevens)
    samen = int(top["samen_laadbaar"].iloc[-1])
    titel = (
        f"{aantal(len(top), 'oorzaak', 'oorzaken')} oplossen brengt het aantal laadbare verenigingen "
        f"op {getal(samen)} van de {getal(geleverd)}"
    )
    return teken_staven(
        titel,
        bij,
        top["oorzaak"].astype("string").tolist(),
        [
            Reeks("wordt laadbaar als dit opgelost is", top["wordt_laadbaar"].tolist(), IN_ORDE),
            Reeks(
                "heeft nog een andere fout",
                (top["verenigingen"] - top["wordt_laadbaar"]).clip(lower=0).tolist(),
                RUST,
            ),
        ],
        eindes=[verenigingen(int(n)) for n in top["verenigingen"]],
        gegevens=gegevens,
        alt=f"{titel}. Liggende staven per oorzaak, in de volgorde waarin ze best opgelost worden.",
    )
