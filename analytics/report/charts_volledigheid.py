"""Charts of what is filled in, per round side by side."""

from __future__ import annotations

import pandas as pd

from analytics.report.charts_bijschrift import Herkomst, bijschrift
from analytics.report.charts_stijl import GEGEVEN, IN_ORDE, RUST, Grafiek, zonder_gegevens
from analytics.report.charts_vormen import Reeks, eis_kolommen, teken_staven, teken_vlakken
from analytics.report.tekst import breuk, deel, getal, verenigingen


def volledigheid(vergelijking: pd.DataFrame, herkomst: Herkomst) -> Grafiek:
    """
    Draw how many associations reach each step of completeness, the rounds under each other.

    Args:
        vergelijking: Of :func:`analytics.insight.volledigheid.compare_volledigheid`, or of one round
            (:func:`~analytics.insight.volledigheid.measure_volledigheid`, without ``ronde``).
    """
    eis_kolommen(vergelijking, "maat", "titel", "voldoet", "noemer")
    bij = bijschrift(herkomst)
    frame = vergelijking if "ronde" in vergelijking else vergelijking.assign(ronde=0)
    meer_rondes = frame["ronde"].nunique() > 1
    frame = frame.sort_values(["maat", "ronde"], key=lambda k: k if k.name == "ronde" else k.map(_orde(frame)))
    gegevens = pd.DataFrame(
        ({"Ronde": frame["ronde"]} if meer_rondes else {})
        | {"Maat": frame["titel"], "Voldoet": frame["voldoet"], "Verenigingen": frame["noemer"]}
    )
    laatste = frame.loc[frame["ronde"].eq(frame["ronde"].max())].set_index("maat")
    if frame.empty or int(laatste["noemer"].max()) == 0:
        return zonder_gegevens("Er zijn geen verenigingen geleverd", bij, "Blad Verenigingen is leeg.", gegevens)
    minimum, noemer = int(laatste.at["minimum", "voldoet"]), int(laatste.at["minimum", "noemer"])
    titel = f"{deel(minimum, noemer, 'haalt', 'halen')} het beoogde minimum"
    titel += f" in ronde {int(frame['ronde'].max())}" if meer_rondes else ""
    labels = [
        f"{rij.titel}, ronde {rij.ronde}" if meer_rondes else str(rij.titel) for rij in frame.itertuples(index=False)
    ]
    # Rounds differ in size, so bars are shares; the numbers stand after them.
    delen = (1000 * frame["voldoet"] / frame["noemer"].where(frame["noemer"] > 0, 1)).round().astype("int64")
    nieuwste = frame["ronde"].eq(frame["ronde"].max())
    return teken_staven(
        titel,
        bij,
        labels,
        [Reeks("voldoet", delen.tolist(), [IN_ORDE if nieuw else RUST for nieuw in nieuwste])],
        eindes=[breuk(int(t), int(n)) for t, n in zip(frame["voldoet"], frame["noemer"], strict=True)],
        hoogste=1000,
        gegevens=gegevens,
        alt=f"{titel}. Liggende staven per maat en ronde, als deel van de geleverde verenigingen.",
    )


def _orde(frame: pd.DataFrame) -> dict[str, int]:
    return {str(maat): i for i, maat in enumerate(frame["maat"].drop_duplicates())}


def ontbrekend(per_element: pd.DataFrame, herkomst: Herkomst) -> Grafiek:
    """
    Draw what associations lack for each step of completeness, most first.

    Args:
        per_element: Of :func:`analytics.insight.volledigheid.count_ontbrekend`.
    """
    eis_kolommen(per_element, "element", "noemer", "ontbreekt")
    bij = bijschrift(herkomst)
    gegevens = per_element[["element", "ontbreekt", "noemer"]].rename(
        columns={"element": "Wat", "ontbreekt": "Ontbreekt bij", "noemer": "Gevraagd van"}
    )
    weg = per_element.loc[per_element["ontbreekt"].gt(0)].sort_values("ontbreekt", ascending=False, kind="stable")
    if weg.empty:
        return zonder_gegevens("Nergens ontbreekt iets", bij, "Elke vereniging is volledig ingevuld.", gegevens)
    eerste = weg.iloc[0]
    bij_hoeveel = f"{getal(int(eerste['ontbreekt']))} van de {verenigingen(int(eerste['noemer']))}"
    titel = f"{eerste['element']} ontbreekt bij {bij_hoeveel}"
    return teken_staven(
        titel,
        bij,
        weg["element"].tolist(),
        [Reeks("ontbreekt", weg["ontbreekt"].tolist(), GEGEVEN)],
        eindes=[breuk(int(t), int(n)) for t, n in zip(weg["ontbreekt"], weg["noemer"], strict=True)],
        gegevens=gegevens,
        alt=f"{titel}. Liggende staven per gevraagd gegeven, het vaakst ontbrekende eerst.",
    )


def volledigheid_per_kolom(vergelijking: pd.DataFrame, herkomst: Herkomst) -> Grafiek:
    """
    Draw how far each column is filled, as shaded cells, one column of cells per round.

    Args:
        vergelijking: Of :func:`analytics.insight.volledigheid.compare_kolommen`, or of one round (without ``ronde``).
    """
    eis_kolommen(vergelijking, "blad", "kop", "rijen", "gevuld")
    bij = bijschrift(herkomst)
    frame = vergelijking if "ronde" in vergelijking else vergelijking.assign(ronde=0)
    gegevens = pd.DataFrame(
        ({"Ronde": frame["ronde"]} if frame["ronde"].nunique() > 1 else {})
        | {"Blad": frame["blad"], "Kolom": frame["kop"], "Gevuld": frame["gevuld"], "Rijen": frame["rijen"]}
    )
    if frame.empty:
        return zonder_gegevens("Er is niets ingevuld", bij, "Geen enkel blad heeft rijen.", gegevens)
    rondes = sorted(frame["ronde"].unique().tolist())
    naam = frame["blad"].astype("string") + " · " + frame["kop"].astype("string")
    volgorde = naam.drop_duplicates().tolist()
    kruis = frame.assign(naam=naam).pivot(index="naam", columns="ronde", values=["gevuld", "rijen"])
    kruis = kruis.reindex(volgorde).fillna(0).astype("int64")
    laatste = frame.loc[frame["ronde"].eq(rondes[-1])]
    vol, leeg = int(laatste["gevuld"].eq(laatste["rijen"]).sum()), int(laatste["gevuld"].eq(0).sum())
    wanneer = f" in ronde {rondes[-1]}" if len(rondes) > 1 else ""
    titel = f"{getal(vol)} van de {getal(len(laatste))} kolommen zijn{wanneer} overal ingevuld, {getal(leeg)} nergens"
    return teken_vlakken(
        titel,
        bij,
        volgorde,
        [f"ronde {r}" if r else "gevuld" for r in rondes],
        tellers=kruis["gevuld"],
        noemers=kruis["rijen"],
        gegevens=gegevens,
        alt=f"{titel}. Tabel met per kolom en ronde het percentage ingevulde rijen.",
    )
