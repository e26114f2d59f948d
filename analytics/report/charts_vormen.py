"""The two shapes every chart takes: horizontal bars (stacked or not) and a table of shaded cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Patch

from analytics.report.charts_bijschrift import Bijschrift
from analytics.report.charts_stijl import (
    BREEDTE,
    GEGEVEN,
    INKT,
    LABEL,
    NOOT,
    RAND,
    SPOOR,
    Grafiek,
    breek_af,
    nieuwe_grafiek,
    regelhoogte,
    tekstbreedte,
)
from analytics.report.charts_svg import huisstijl
from analytics.report.tekst import LEEG, getal, procent

_LABELBREEDTE = 3.1  # inches
_STAAF = 0.17  # inches
_LEGENDA = 0.32
# From white to the colour of plain data: dark is much, in colour and in grey.
_VERLOOP = LinearSegmentedColormap.from_list("gegeven", ["#ffffff", GEGEVEN])


@dataclass(frozen=True)
class Reeks:
    """One series of a bar chart: what it counts, how much per bar, its colour, and shading for a grey print."""

    naam: str
    waarden: Sequence[int]
    kleur: str | Sequence[str]
    arcering: str = ""


def eis_kolommen(frame: pd.DataFrame, *kolommen: str) -> None:
    """Raise ``ValueError`` that names the columns a chart needs and *frame* does not have."""
    weg = [kolom for kolom in kolommen if kolom not in frame]
    if weg:
        raise ValueError(f"missing columns: {', '.join(weg)}; there are: {', '.join(map(str, frame.columns))}")


def teken_staven(
    titel: str,
    bij: Bijschrift,
    labels: Sequence[str],
    reeksen: Sequence[Reeks],
    *,
    eindes: Sequence[str] | None = None,
    hoogste: int | None = None,
    legenda: Sequence[tuple[str, str, str]] | None = None,
    gegevens: pd.DataFrame,
    alt: str,
) -> Grafiek:
    """
    Draw one horizontal bar per label, the first on top, series stacked in the order given.

    Args:
        eindes: Text after each bar; the total of the bar when ``None``.
        hoogste: What a full bar is, drawn as a pale track; without it the longest bar fills the width.
        legenda: ``(name, colour, hatch)`` per entry; the series, when there are several, when ``None``.
    """
    totalen = [sum(int(r.waarden[i]) for r in reeksen) for i in range(len(labels))]
    teksten = [getal(t) for t in totalen] if eindes is None else list(eindes)
    gebroken = [breek_af(label, _LABELBREEDTE, LABEL) for label in labels]
    hoogtes = [max(0.27, regelhoogte(label, LABEL) + 0.1) for label in gebroken]
    links = RAND + max(tekstbreedte(label, LABEL) for label in gebroken) + 0.1
    rechts = RAND + max(tekstbreedte(tekst, LABEL) for tekst in teksten) + 0.08
    sleutel = legenda
    if sleutel is None and len(reeksen) > 1:
        sleutel = [(r.naam, r.kleur if isinstance(r.kleur, str) else r.kleur[0], r.arcering) for r in reeksen]
    with huisstijl():
        grafiek, assen, top = nieuwe_grafiek(
            titel,
            bij,
            hoogte=sum(hoogtes),
            links=links,
            rechts=rechts,
            boven=_LEGENDA if sleutel else 0.04,
            gegevens=gegevens,
            alt=alt,
        )
        grens = max(hoogste or max(totalen), 1)
        assen.set_xlim(0, grens)
        assen.set_ylim(sum(hoogtes), 0)
        assen.set_xticks([])
        midden = [sum(hoogtes[:i]) + h / 2 for i, h in enumerate(hoogtes)]
        assen.set_yticks(midden, gebroken)
        if hoogste is not None:
            assen.barh(midden, grens, height=_STAAF, color=SPOOR)
        _stapel(assen, reeksen, midden, grens / (BREEDTE - links - rechts))
        for y, totaal, tekst in zip(midden, totalen, teksten, strict=True):
            assen.annotate(
                tekst, (hoogste or totaal, y), (4, 0), textcoords="offset points", va="center", size=LABEL, color=INKT
            )
        assen.axvline(0, color=INKT, linewidth=0.8)
        if sleutel:
            _teken_legenda(grafiek, sleutel, top)
    return grafiek


def _stapel(assen: Axes, reeksen: Sequence[Reeks], midden: Sequence[float], per_duim: float) -> None:
    begin = [0] * len(midden)
    gedeeld = [sum(int(r.waarden[i]) > 0 for r in reeksen) > 1 for i in range(len(midden))]
    for reeks in reeksen:
        staven = assen.barh(
            midden,
            list(reeks.waarden),
            left=begin,
            height=_STAAF,
            color=reeks.kleur,
            hatch=reeks.arcering or None,
            edgecolor="white",
            linewidth=0.6,
        )
        for i, staaf in enumerate(staven):
            waarde = int(reeks.waarden[i])
            tekst = getal(waarde)
            # Only where the segment has room: a number over its edge is read with the neighbour.
            if gedeeld[i] and waarde / per_duim > tekstbreedte(tekst, NOOT) + 0.08:
                kleur = INKT if _is_licht(staaf.get_facecolor()) or reeks.arcering else "white"
                assen.annotate(
                    tekst,
                    (begin[i] + waarde / 2, midden[i]),
                    ha="center",
                    va="center",
                    size=NOOT,
                    color=kleur,
                    bbox={"facecolor": staaf.get_facecolor(), "edgecolor": "none", "pad": 0.6}
                    if reeks.arcering
                    else None,
                )
        begin = [b + int(w) for b, w in zip(begin, reeks.waarden, strict=True)]


def _is_licht(kleur: tuple[float, ...]) -> bool:
    rood, groen, blauw = kleur[:3]
    return 0.299 * rood + 0.587 * groen + 0.114 * blauw > 0.55


def _teken_legenda(grafiek: Grafiek, sleutel: Sequence[tuple[str, str, str]], top: float) -> None:
    vakken = [Patch(facecolor=k, hatch=a or None, edgecolor="white" if a else k, label=n) for n, k, a in sleutel]
    grafiek.legend(
        handles=vakken,
        loc="lower left",
        bbox_to_anchor=(RAND / BREEDTE, top),
        ncols=len(vakken),
        frameon=False,
        fontsize=LABEL,
        borderaxespad=0.2,
        borderpad=0,
        handlelength=1.1,
        handleheight=0.9,
        columnspacing=1.4,
        handletextpad=0.5,
    )


def teken_vlakken(
    titel: str,
    bij: Bijschrift,
    rijen: Sequence[str],
    kolommen: Sequence[str],
    *,
    tellers: pd.DataFrame,
    noemers: pd.DataFrame,
    gegevens: pd.DataFrame,
    alt: str,
) -> Grafiek:
    """
    Draw a table of shares: dark is full, the percentage stands in each cell, ``–`` where there is nothing to share.

    Args:
        tellers, noemers: One row per entry of *rijen*, one column per entry of *kolommen*.
    """
    hoogte, breedte = 0.22, 1.05
    links = RAND + max(tekstbreedte(rij, LABEL) for rij in rijen) + 0.1
    rechts = max(RAND, BREEDTE - links - breedte * len(kolommen))
    with huisstijl():
        grafiek, assen, _ = nieuwe_grafiek(
            titel,
            bij,
            hoogte=hoogte * len(rijen),
            links=links,
            rechts=rechts,
            boven=0.28,
            gegevens=gegevens,
            alt=alt,
        )
        delen = tellers.to_numpy(dtype=float) / noemers.where(noemers > 0).to_numpy(dtype=float)
        assen.pcolormesh(delen, cmap=_VERLOOP, vmin=0, vmax=1, edgecolors="white", linewidth=1.2, rasterized=False)
        assen.set_ylim(len(rijen), 0)
        assen.set_yticks([i + 0.5 for i in range(len(rijen))], list(rijen))
        assen.set_xticks([j + 0.5 for j in range(len(kolommen))], list(kolommen))
        assen.xaxis.tick_top()
        for i in range(len(rijen)):
            for j in range(len(kolommen)):
                teller, noemer = int(tellers.iat[i, j]), int(noemers.iat[i, j])
                donker = noemer > 0 and teller / noemer > 0.55
                tekst = procent(teller, noemer).replace("meer dan ", ">").replace("minder dan ", "<")
                assen.text(
                    j + 0.5,
                    i + 0.5,
                    tekst if noemer else LEEG,
                    ha="center",
                    va="center",
                    size=NOOT,
                    color="white" if donker else INKT,
                )
    return grafiek
