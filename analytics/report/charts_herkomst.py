"""Charts on origin and actuality: stars, age of the last confirmation, verdicts on claims, and the timeline."""

from __future__ import annotations

import datetime as dt

import pandas as pd
from matplotlib.lines import Line2D

from analytics.domain.maanden import MAANDEN
from analytics.report.charts_bijschrift import Herkomst, bijschrift
from analytics.report.charts_stijl import (
    BREEDTE,
    FOUT,
    GEGEVEN,
    GRIJS,
    IN_ORDE,
    INFO,
    INKT,
    LABEL,
    NOOT,
    RAND,
    RUST,
    WAARSCHUWING,
    Grafiek,
    nieuwe_grafiek,
    tekstbreedte,
    zonder_gegevens,
)
from analytics.report.charts_svg import huisstijl
from analytics.report.charts_vormen import Reeks, eis_kolommen, teken_staven
from analytics.report.tekst import aantal, breuk, datum, deel, getal

#: Buckets drawn together: six colours at most.
_OUDERDOM: tuple[tuple[str, tuple[str, ...], str, str], ...] = (
    ("laatste 12 maanden", ("m6", "m12"), IN_ORDE, ""),
    ("1 tot 2 jaar", ("m24",), INFO, ""),
    ("2 tot 5 jaar", ("m60",), WAARSCHUWING, ""),
    ("ouder of niet meer actief", ("ouder", "nee"), FOUT, ""),
    ("ja, zonder datum", ("ja",), GEGEVEN, "////"),
    ("geen bevestiging", ("geen",), RUST, ""),
)
_OORDELEN = (("bevestigd", IN_ORDE, ""), ("tegengesproken", FOUT, ""), ("niet toetsbaar", RUST, "////"))
#: Marks differ in shape too, for a grey print.
_ROLLEN = {"telt": (IN_ORDE, "o"), "vervangen": (INFO, "s"), "herhaald": (RUST, "D"), "te laat": (FOUT, "X")}
_RIJHOOGTE = 0.34  # inches
_MAANDEN = 8  # on the axis, at most


def sterren(tabel: pd.DataFrame, herkomst: Herkomst) -> Grafiek:
    """
    Draw the stars of a self-evaluation, one bar per question in the order of the form.

    Args:
        tabel: One row per question: ``vraag, onderwerp, antwoord`` (str), ``sterren`` (Int64, <NA> = not answered),
            ``hoogstens`` (Int64).
    """
    eis_kolommen(tabel, "vraag", "onderwerp", "antwoord", "sterren", "hoogstens")
    bij = bijschrift(herkomst)
    gegevens = tabel.rename(
        columns={
            "vraag": "Vraag",
            "onderwerp": "Onderwerp",
            "antwoord": "Antwoord",
            "sterren": "Sterren",
            "hoogstens": "Hoogstens",
        }
    )
    if tabel.empty:
        return zonder_gegevens("Er is nog geen zelfevaluatie", bij, "De piloot stuurde ze nog niet terug.", gegevens)
    behaald, totaal = int(tabel["sterren"].sum()), int(tabel["hoogstens"].sum())
    titel = f"Zelfevaluatie: {behaald} van de {totaal} sterren (aantal per antwoord: eigen voorstel)"
    return teken_staven(
        titel,
        bij,
        [f"{vraag} {onderwerp}" for vraag, onderwerp in zip(tabel["vraag"], tabel["onderwerp"], strict=True)],
        [Reeks("sterren", tabel["sterren"].fillna(0).astype(int).tolist(), GEGEVEN)],
        eindes=[
            "niet beantwoord" if pd.isna(s) else f"{int(s)} van {int(h)}"
            for s, h in zip(tabel["sterren"], tabel["hoogstens"], strict=True)
        ],
        hoogste=int(tabel["hoogstens"].max()),
        gegevens=gegevens,
        alt=f"{titel}. Eén staaf per vraag.",
    )


def ouderdom(actualiteit: pd.DataFrame, herkomst: Herkomst, *, doorsnede: str = "alle", hoogstens: int = 12) -> Grafiek:
    """
    Draw how old the last confirmation is, one stacked bar per group.

    Args:
        actualiteit: ``doorsnede, groep, emmer`` (str), ``aantal, totaal`` (int), every bucket of every group.
        doorsnede: ``alle``, ``bron`` or ``categorie``; the bar of all associations always comes first.
        hoogstens: Groups to draw at most, the largest first.
    """
    eis_kolommen(actualiteit, "doorsnede", "groep", "emmer", "aantal", "totaal")
    bij = bijschrift(herkomst)
    keuze = actualiteit[actualiteit["doorsnede"].isin(["alle", doorsnede])]
    breed = keuze.pivot_table(index=["doorsnede", "groep"], columns="emmer", values="aantal", aggfunc="sum", sort=False)
    reeksen = pd.DataFrame(
        {
            naam: breed.reindex(columns=list(codes), fill_value=0).sum(axis=1).astype(int)
            for naam, codes, _, _ in _OUDERDOM
        }
    )
    gegevens = reeksen.reset_index().drop(columns="doorsnede").rename(columns=lambda k: str(k).capitalize())
    if reeksen.empty or not int(reeksen.iloc[0].sum()):
        return zonder_gegevens(
            "Hoe actueel de gegevens zijn, is niet bekend",
            bij,
            "Er is geen levering met een kolom ‘Nog actief? / laatst bevestigd op’.",
            gegevens,
        )
    recent, totaal = int(reeksen.iloc[0]["laatste 12 maanden"]), int(reeksen.iloc[0].sum())
    geen = int(reeksen.iloc[0]["geen bevestiging"])
    titel = deel(recent, totaal, "is", "zijn") + f" de laatste 12 maanden bevestigd; {getal(geen)} zonder bevestiging"
    top = reeksen.head(hoogstens + 1)
    namen = [str(groep)[0].upper() + str(groep)[1:] for _, groep in top.index]
    return teken_staven(
        titel,
        bij,
        namen,
        [Reeks(naam, top[naam].tolist(), kleur, arcering) for naam, _, kleur, arcering in _OUDERDOM if top[naam].any()],
        eindes=[breuk(int(r), int(t)) for r, t in zip(top["laatste 12 maanden"], top.sum(axis=1), strict=True)],
        gegevens=gegevens,
        alt=f"{titel}. Gestapelde staven per groep; achter elke staaf het deel van de laatste 12 maanden.",
    )


def oordelen(beweringen: pd.DataFrame, herkomst: Herkomst) -> Grafiek:
    """
    Draw per pilot or questionnaire how many claims the data confirms, contradicts, or cannot test.

    Args:
        beweringen: One row per claim: ``oordeel`` (str) and ``piloot`` or ``soort`` (str), drawn as one bar each.
    """
    groep = "piloot" if "piloot" in beweringen else "soort"
    eis_kolommen(beweringen, groep, "oordeel")
    bij = bijschrift(herkomst)
    telling = pd.crosstab(beweringen[groep], beweringen["oordeel"])
    telling = telling.reindex(columns=[naam for naam, _, _ in _OORDELEN], fill_value=0)
    telling = telling.reindex(list(dict.fromkeys(beweringen[groep])))
    gegevens = telling.rename_axis(columns=None).reset_index().rename(columns=lambda k: str(k).capitalize())
    if beweringen.empty:
        return zonder_gegevens("Er zijn nog geen beweringen", bij, "Er is nog geen vragenlijst ontvangen.", gegevens)
    strijdig = int(telling["tegengesproken"].sum())
    titel = f"De gegevens spreken {strijdig} van de {aantal(len(beweringen), 'bewering', 'beweringen')} tegen"
    return teken_staven(
        titel,
        bij,
        [str(naam).capitalize() for naam in telling.index],
        [Reeks(naam, telling[naam].tolist(), kleur, arcering) for naam, kleur, arcering in _OORDELEN],
        gegevens=gegevens,
        alt=f"{titel}. Gestapelde staven: bevestigd, tegengesproken, niet toetsbaar.",
    )


def tijdlijn(planning: pd.DataFrame, leveringen: pd.DataFrame, herkomst: Herkomst, *, peildatum: dt.date) -> Grafiek:
    """
    Draw the deadlines as lines and every delivery as a mark, one row per kind of delivery.

    Args:
        planning: One row per deadline and kind: ``deadline, soort`` (str), ``datum`` (datetime64).
        leveringen: One row per delivery: ``soort, rol`` (``telt``, ``vervangen``, ``herhaald``, ``te laat``),
            ``telt_voor`` (str), ``ontvangen`` (datetime64).
        peildatum: Today, drawn as a dotted line.
    """
    eis_kolommen(planning, "deadline", "soort", "datum", "status")
    eis_kolommen(leveringen, "soort", "rol", "telt_voor", "ontvangen", "bestand")
    bij = bijschrift(herkomst)
    gegevens = leveringen[["soort", "bestand", "ontvangen", "rol", "telt_voor"]].rename(
        columns={
            "soort": "Soort",
            "bestand": "Bestand",
            "ontvangen": "Ontvangen",
            "rol": "Wat het waard is",
            "telt_voor": "Telt voor",
        }
    )
    datums = planning.dropna(subset=["datum"]).drop_duplicates("deadline").set_index("deadline")["datum"]
    if datums.empty and leveringen.empty:
        return zonder_gegevens("Er is nog geen planning", bij, "Er zijn geen termijnen en geen leveringen.", gegevens)
    ontbreekt = int((planning["status"] == "ontbreekt").sum())
    laat = int((planning["status"] == "te laat").sum())
    titel = (
        f"{aantal(len(leveringen), 'levering', 'leveringen')} tot {datum(peildatum)}: "
        f"{laat} te laat voor een termijn, {ontbreekt} ontbreken"
    )
    soorten = [soort for soort in dict.fromkeys(planning["soort"]) if soort]
    soorten += [soort for soort in dict.fromkeys(leveringen["soort"]) if soort not in soorten]
    links = RAND + max(tekstbreedte(soort, LABEL) for soort in soorten) + 0.15
    with huisstijl():
        grafiek, assen, top = nieuwe_grafiek(
            titel,
            bij,
            hoogte=_RIJHOOGTE * len(soorten),
            links=links,
            rechts=0.3,
            boven=0.62,
            onder=0.3,
            gegevens=gegevens,
            alt=f"{titel}. Tijdlijn met de termijnen als lijnen en elke levering als teken.",
        )
        assen.set_ylim(len(soorten) - 0.5, -0.5)
        assen.set_yticks(range(len(soorten)), soorten)
        assen.grid(visible=False)
        for code, dag in datums.items():
            assen.axvline(_dag(dag), color=INKT, linewidth=0.9)
            assen.annotate(
                str(code), (_dag(dag), 1), (0, 3), xycoords=("data", "axes fraction"), textcoords="offset points",
                ha="center", size=NOOT, color=INKT,
            )  # fmt: skip
        assen.axvline(_dag(peildatum), color=GRIJS, linewidth=1.1, linestyle=":")
        for rol, (kleur, teken) in _ROLLEN.items():
            hier = leveringen[leveringen["rol"] == rol]
            assen.plot(
                [_dag(moment) for moment in hier["ontvangen"]],
                [soorten.index(soort) for soort in hier["soort"]],
                teken, color=kleur, markeredgecolor=INKT, markeredgewidth=0.6, markersize=7,
            )  # fmt: skip
        alles = [*datums, *leveringen["ontvangen"], pd.Timestamp(peildatum)]
        maanden = pd.date_range(min(alles).normalize().replace(day=1), max(alles), freq="MS")
        maanden = maanden[:: 1 + len(maanden) // _MAANDEN]
        assen.set_xlim(min(map(_dag, alles)) - 7, max(map(_dag, alles)) + 7)
        namen = [f"{MAANDEN[maand.month - 1][:3]} {maand.year}" for maand in maanden]
        assen.set_xticks([_dag(maand) for maand in maanden], namen, size=NOOT)
        grafiek.legend(
            handles=[
                *(
                    Line2D([], [], marker=teken, color="none", markerfacecolor=kleur, markeredgecolor=INKT, label=rol)
                    for rol, (kleur, teken) in _ROLLEN.items()
                ),
                Line2D([], [], color=GRIJS, linestyle=":", label="peildatum"),
            ],
            loc="lower left",
            bbox_to_anchor=(RAND / BREEDTE, top + 0.24 / grafiek.get_figheight()),
            ncols=5,
            frameon=False,
            fontsize=LABEL,
            borderaxespad=0.2,
            borderpad=0,
            columnspacing=1.4,
            handletextpad=0.4,
        )
    return grafiek


def _dag(moment: dt.date) -> float:
    """Return a place on the axis: days since 2000, with the time of day as a fraction."""
    return (pd.Timestamp(moment) - pd.Timestamp(2000, 1, 1)) / pd.Timedelta(days=1)
