"""Charts of what was delivered: parts per association, activities, ages, years, places."""

from __future__ import annotations

import pandas as pd

from analytics.report.charts_bijschrift import Bijschrift, Herkomst, bijschrift
from analytics.report.charts_stijl import GEGEVEN, RUST, Grafiek, zonder_gegevens
from analytics.report.charts_vormen import Reeks, eis_kolommen, teken_staven
from analytics.report.tekst import breuk, deel, getal, verenigingen

_LEEG = ("niet ingevuld", "geen gemeente ingevuld")
# Shaded grey for none, then darker and darker shades of the colour of plain data.
_KLASSESTIJL = ((RUST, "////"), ("#dbe3ef", ""), ("#9fb3d1", ""), ("#5f7fae", ""), (GEGEVEN, ""))


def onderdelen(per_onderdeel: pd.DataFrame, herkomst: Herkomst) -> Grafiek:
    """
    Draw how many contacts, locations, representatives and accounts the associations have.

    Args:
        per_onderdeel: Of :func:`analytics.insight.onderdelen.count_onderdelen`.
    """
    eis_kolommen(per_onderdeel, "onderdeel", "noemer", "0")
    bij = bijschrift(herkomst)
    klassen = [k for k in per_onderdeel.columns if k not in ("tabel", "onderdeel", "noemer")]
    gegevens = per_onderdeel.drop(columns="tabel", errors="ignore").rename(
        columns={"onderdeel": "Onderdeel", "noemer": "Verenigingen"}
    )
    if per_onderdeel.empty or not per_onderdeel["noemer"].sum():
        return zonder_gegevens("Er zijn geen verenigingen geleverd", bij, "Blad Verenigingen is leeg.", gegevens)
    locaties = per_onderdeel.loc[per_onderdeel["onderdeel"].eq("Locaties")].iloc[0]
    zonder, noemer = int(locaties["0"]), int(locaties["noemer"])
    titel = f"{deel(zonder, noemer, 'heeft', 'hebben')} geen locatie"
    return teken_staven(
        titel,
        bij,
        per_onderdeel["onderdeel"].tolist(),
        [Reeks(k, per_onderdeel[k].tolist(), *stijl) for k, stijl in zip(klassen, _KLASSESTIJL, strict=True)],
        eindes=[verenigingen(int(n)) for n in per_onderdeel["noemer"]],
        legenda=[
            (f"{k} per vereniging" if k == "0" else k, *stijl) for k, stijl in zip(klassen, _KLASSESTIJL, strict=True)
        ],
        gegevens=gegevens,
        alt=f"{titel}. Gestapelde liggende staven per onderdeel: hoeveel verenigingen er 0, 1, 2, 3 of meer hebben.",
    )


def activiteiten(per_activiteit: pd.DataFrame, herkomst: Herkomst, *, geleverd: int) -> Grafiek:
    """
    Draw how many of the *geleverd* associations have each main activity.

    Args:
        per_activiteit: Of :func:`analytics.insight.inhoud.count_activiteiten`.
    """
    return _verdeling(
        per_activiteit,
        herkomst,
        kolom="activiteit",
        geleverd=geleverd,
        titel="Vaakst voorkomende hoofdactiviteit: {top}, bij {n} van de {geleverd}",
        zonder="Geen enkele vereniging heeft een hoofdactiviteit",
        voetnoot="Een vereniging telt mee bij elk van haar hoofdactiviteiten.",
    )


def leeftijden(per_groep: pd.DataFrame, herkomst: Herkomst, *, geleverd: int) -> Grafiek:
    """
    Draw how many of the *geleverd* associations reach each age class.

    Args:
        per_groep: Of :func:`analytics.insight.inhoud.count_leeftijden`.
    """
    return _verdeling(
        per_groep,
        herkomst,
        kolom="groep",
        geleverd=geleverd,
        titel="Het vaakst bereikte leeftijden: {top}, door {n} van de {geleverd}",
        zonder="Geen enkele vereniging geeft een leeftijd voor haar doelgroep",
        voetnoot="Een vereniging telt mee in elke groep die haar doelgroep raakt.",
    )


def startjaren(per_periode: pd.DataFrame, herkomst: Herkomst, *, geleverd: int) -> Grafiek:
    """
    Draw how many of the *geleverd* associations started in each decade.

    Args:
        per_periode: Of :func:`analytics.insight.inhoud.count_startjaren`.
    """
    return _verdeling(
        per_periode,
        herkomst,
        kolom="periode",
        geleverd=geleverd,
        titel="Vaakst voorkomende startperiode: {top}, bij {n} van de {geleverd}",
        zonder="Geen enkele vereniging heeft een leesbare startdatum",
        voetnoot="",
    )


def gemeenten(per_gemeente: pd.DataFrame, herkomst: Herkomst, *, geleverd: int) -> Grafiek:
    """
    Draw how many of the *geleverd* associations have a location in each municipality.

    Args:
        per_gemeente: Of :func:`analytics.insight.inhoud.count_gemeenten`.
    """
    return _verdeling(
        per_gemeente,
        herkomst,
        kolom="gemeente",
        geleverd=geleverd,
        titel="Vaakst voorkomende gemeente: {top}, bij {n} van de {geleverd}",
        zonder="Geen enkele vereniging heeft een locatie met een gemeente",
        voetnoot="Een vereniging telt mee in elke gemeente waar ze een locatie heeft.",
    )


def _verdeling(
    frame: pd.DataFrame, herkomst: Herkomst, *, kolom: str, geleverd: int, titel: str, zonder: str, voetnoot: str
) -> Grafiek:
    eis_kolommen(frame, kolom, "verenigingen")
    bij = bijschrift(herkomst)
    bij = Bijschrift(bij.onderschrift, f"{voetnoot} {bij.bron}".strip())
    gegevens = frame[[kolom, "verenigingen"]].rename(columns=str.capitalize)
    ingevuld = frame.loc[~frame[kolom].isin(_LEEG) & ~frame[kolom].str.contains(" andere gemeenten")]
    if ingevuld.empty or not ingevuld["verenigingen"].sum():
        return zonder_gegevens(zonder, bij, f"Geleverd: {verenigingen(geleverd)}.", gegevens)
    top = ingevuld.loc[ingevuld["verenigingen"].idxmax()]
    kop = titel.format(top=top[kolom], n=getal(int(top["verenigingen"])), geleverd=verenigingen(geleverd))
    # Names that stand for "no value" or "all others" are grey: they are no place in the order.
    rest = frame[kolom].isin(_LEEG) | frame[kolom].str.contains(" andere gemeenten")
    return teken_staven(
        kop,
        bij,
        frame[kolom].tolist(),
        [Reeks("verenigingen", frame["verenigingen"].tolist(), [RUST if r else GEGEVEN for r in rest])],
        eindes=[breuk(int(n), geleverd) for n in frame["verenigingen"]],
        gegevens=gegevens,
        alt=f"{kop}. Liggende staven per {kolom}. {voetnoot}".strip(),
    )
