"""Charts of a load: from delivered to loaded, what keeps associations out, and the target."""

from __future__ import annotations

import pandas as pd

from analytics.insight.opladen import DOEL, Doelmeting
from analytics.report.charts_bijschrift import Herkomst, bijschrift
from analytics.report.charts_stijl import FOUT, GEGEVEN, IN_ORDE, INFO, RUST, WAARSCHUWING, Grafiek, zonder_gegevens
from analytics.report.charts_vormen import Reeks, eis_kolommen, teken_staven
from analytics.report.tekst import breuk, deel, getal, procent

_KLEUR = {
    "geladen": IN_ORDE,
    "gekend_in_kbo": IN_ORDE,
    "al_geladen": IN_ORDE,
    "bevestigde_dubbel": INFO,
    "potentiele_dubbel": WAARSCHUWING,
    "niet_laadbaar": FOUT,
    "geweigerd": FOUT,
    "teruggetrokken": RUST,
    "technisch_mislukt": WAARSCHUWING,
    "onbekend": WAARSCHUWING,
}
_IN_REGISTER = ("geladen", "gekend_in_kbo", "al_geladen")


def waterval(statussen: pd.DataFrame, herkomst: Herkomst) -> Grafiek:
    """
    Draw how the delivered associations divide over the states, each bar where the one above it ends.

    Args:
        statussen: Of :func:`analytics.insight.opladen.count_statussen`.
    """
    eis_kolommen(statussen, "status", "label", "verenigingen")
    bij = bijschrift(herkomst)
    gegevens = statussen[["label", "verenigingen"]].rename(columns={"label": "Status", "verenigingen": "Verenigingen"})
    alle = int(statussen["verenigingen"].sum())
    if not alle:
        return zonder_gegevens("Er is niets geleverd", bij, "Er zijn geen verenigingen om te verdelen.", gegevens)
    in_register = int(statussen.loc[statussen["status"].isin(_IN_REGISTER), "verenigingen"].sum())
    titel = f"{deel(in_register, alle, 'staat', 'staan')} in het register"
    zichtbaar = statussen[statussen["verenigingen"] > 0]
    aantallen = [int(n) for n in zichtbaar["verenigingen"]]
    # Delivered on top; from there each state takes its part, and what is left of it shines through.
    voor = [0, *[alle - sum(aantallen[: i + 1]) for i in range(len(aantallen))]]
    balken = [alle, *aantallen]
    kleuren = [GEGEVEN, *[_KLEUR[str(s)] for s in zichtbaar["status"]]]
    return teken_staven(
        titel,
        bij,
        ["Geleverd", *[str(label).capitalize() for label in zichtbaar["label"]]],
        [Reeks("ervoor", voor, "white"), Reeks("verenigingen", balken, kleuren)],
        eindes=[getal(alle), *[breuk(n, alle) for n in aantallen]],
        hoogste=alle,
        legenda=[],
        gegevens=gegevens,
        alt=f"{titel}. Waterval van geleverd naar de status van elke vereniging.",
    )


def fouten_per_soort(fouten: pd.DataFrame, herkomst: Herkomst, *, hoogstens: int = 15) -> Grafiek:
    """
    Draw what keeps associations out of the register, most first.

    Args:
        fouten: Of :func:`analytics.insight.opladen.count_fouten`.
    """
    eis_kolommen(fouten, "soort", "reden", "verenigingen")
    bij = bijschrift(herkomst)
    gegevens = fouten.rename(columns={"soort": "Status", "reden": "Reden", "verenigingen": "Verenigingen"})
    if fouten.empty:
        return zonder_gegevens("Er zijn geen fouten", bij, "Niets houdt een vereniging door een fout tegen.", gegevens)
    eerste = fouten.iloc[0]
    titel = f"De meest voorkomende reden, “{eerste['reden']}”, houdt er {getal(int(eerste['verenigingen']))} tegen"
    top = fouten.head(hoogstens)
    return teken_staven(
        titel,
        bij,
        [str(reden) for reden in top["reden"]],
        [Reeks("verenigingen", [int(n) for n in top["verenigingen"]], [_KLEUR[str(s)] for s in top["soort"]])],
        gegevens=gegevens,
        alt=f"{titel}. Liggende staven per reden.",
    )


def doelmeter(doel: Doelmeting, herkomst: Herkomst) -> Grafiek:
    """Draw both load rates against the target of 80 %, each with its numerator and denominator."""
    bij = bijschrift(herkomst)
    graden = (doel.strikt, doel.na_verklaard)
    gegevens = pd.DataFrame(
        {
            "Graad": [g.naam for g in graden],
            "Teller": [g.teller for g in graden],
            "Noemer": [g.noemer for g in graden],
            "Definitie": [g.definitie for g in graden],
        }
    )
    if not doel.eerst_geleverd:
        return zonder_gegevens("Er is geen eerste levering", bij, "Zonder ronde 1 is er geen noemer.", gegevens)
    haalt = "haalt" if doel.strikt.haalt_doel else "haalt niet"
    titel = (
        f"{breuk(doel.strikt.teller, doel.strikt.noemer)} van de eerste levering is geladen: "
        f"{haalt} het doel van {procent(DOEL * 100, 100)}"
    )
    delen = [round(1000 * g.teller / g.noemer) if g.noemer else 0 for g in graden]
    return teken_staven(
        titel,
        bij,
        ["Doel", *[f"Laadgraad {g.naam}" for g in graden]],
        [Reeks("deel", [round(1000 * DOEL), *delen],
               [RUST, *[IN_ORDE if g.haalt_doel else FOUT for g in graden]])],
        eindes=[procent(DOEL * 100, 100), *[breuk(g.teller, g.noemer) for g in graden]],
        hoogste=1000,
        legenda=[],
        gegevens=gegevens,
        alt=f"{titel}. Drie staven: het doel, de strikte graad en de graad na verklaarde verliezen.",
    )  # fmt: skip


def rondes_naast_elkaar(per_ronde: pd.DataFrame, herkomst: Herkomst) -> Grafiek:
    """
    Draw round 2 against production.

    Args:
        per_ronde: ``ronde`` (str), ``in_register, dubbel, fout, overig`` (int: associations).
    """
    eis_kolommen(per_ronde, "ronde", "in_register", "dubbel", "fout", "overig")
    bij = bijschrift(herkomst)
    namen = {"in_register": ("in het register", IN_ORDE), "dubbel": ("dubbel", WAARSCHUWING),
             "fout": ("fout of geweigerd", FOUT), "overig": ("overig", RUST)}  # fmt: skip
    gegevens = per_ronde.rename(columns={"ronde": "Ronde"} | {k: n.capitalize() for k, (n, _) in namen.items()})
    if per_ronde.empty:
        return zonder_gegevens("Er is nog niets geladen", bij, "Er zijn geen ladingen om te vergelijken.", gegevens)
    laatste = per_ronde.iloc[-1]
    alle = [int(sum(rij[k] for k in namen)) for _, rij in per_ronde.iterrows()]
    titel = f"{laatste['ronde']}: {breuk(int(laatste['in_register']), alle[-1])} in het register"
    return teken_staven(
        titel,
        bij,
        [str(r) for r in per_ronde["ronde"]],
        [Reeks(naam, [int(n) for n in per_ronde[kolom]], kleur) for kolom, (naam, kleur) in namen.items()],
        eindes=[breuk(int(n), totaal) for n, totaal in zip(per_ronde["in_register"], alle, strict=True)],
        gegevens=gegevens,
        alt=f"{titel}. Gestapelde staven per ronde.",
    )
