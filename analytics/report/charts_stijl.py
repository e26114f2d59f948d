"""
How every chart looks: six colours with one meaning each, one font, one frame of title, chart and source.

Matplotlib enters the project here and in the other ``charts_`` modules, without pyplot: no figure is kept, none is
shown, and nothing depends on the machine's display.
"""

from __future__ import annotations

from functools import cache

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextToPath

from analytics.report.charts_bijschrift import Bijschrift
from analytics.report.charts_svg import huisstijl, naar_png, naar_svg

#: Their lightness differs too, so a grey print can be read; colours of one chart never touch without a white line.
FOUT = "#9b1d20"
WAARSCHUWING = "#e69f00"
INFO = "#bcd9ee"
IN_ORDE = "#2a8c82"
GEGEVEN = "#2b4c7e"
RUST = "#c9c9c9"
SPOOR = "#f1f0ee"  # what a bar could have been
INKT = "#1d1d1b"
GRIJS = "#55534f"

ERNSTKLEUR = {"FOUT": FOUT, "WAARSCHUWING": WAARSCHUWING, "INFO": INFO}
ERNSTNAAM = {"FOUT": "fout", "WAARSCHUWING": "waarschuwing", "INFO": "info"}

# Screens round the width of each letter to whole points.
_SPELING = 1.03
BREEDTE = 8.4
RAND = 0.12
PUNT = 1 / 72
TITEL, ONDER, LABEL, NOOT = 12.5, 9.5, 9.5, 8.0


class Grafiek(Figure):
    """
    A figure that also tells its content in words and numbers, for who cannot see it.

    Attributes:
        titel: The answer, as it stands above the chart.
        alt: The text for a screen reader.
        gegevens: The numbers behind the chart, under Dutch headings.
    """

    titel: str
    alt: str
    gegevens: pd.DataFrame

    def _repr_svg_(self) -> str:
        return naar_svg(self, titel=self.titel, alt=self.alt)

    def _repr_png_(self) -> bytes:
        # A notebook that somebody else ran is not trusted, and then an SVG is not shown.
        return naar_png(self)


def tekstbreedte(tekst: str, grootte: float, *, vet: bool = False) -> float:
    """Return the width in inches of the widest line of *tekst*."""
    return max(sum(_tekenbreedte(teken, vet) for teken in regel) for regel in tekst.split("\n")) * grootte


@cache
def _tekenbreedte(teken: str, vet: bool) -> float:
    """Return the width of one sign at one point, in inches; between two others, for a space has no ink."""
    letter = FontProperties(family="DejaVu Sans", size=100, weight="bold" if vet else "normal")
    breed, smal = (TextToPath().get_text_width_height_descent(t, letter, False)[0] for t in (f"n{teken}n", "nn"))
    return float(breed - smal) * PUNT / 100 * _SPELING


def breek_af(tekst: str, breedte: float, grootte: float, *, vet: bool = False) -> str:
    """Wrap *tekst* into lines of at most *breedte* inches; a word that is wider by itself is broken too."""
    regels: list[str] = []
    # Not split(): that would part what a fixed space keeps together.
    for woord in filter(None, tekst.replace("\n", " ").split(" ")):
        rest = woord
        if regels and tekstbreedte(f"{regels[-1]} {rest}", grootte, vet=vet) <= breedte:
            regels[-1] += f" {rest}"
            continue
        while tekstbreedte(rest, grootte, vet=vet) > breedte and len(rest) > 1:
            past = max(1, int(len(rest) * breedte / tekstbreedte(rest, grootte, vet=vet)) - 1)
            regels.append(rest[:past])
            rest = rest[past:]
        regels.append(rest)
    return "\n".join(regels)


def regelhoogte(tekst: str, grootte: float) -> float:
    """Return the height in inches of *tekst* with its line breaks."""
    return (tekst.count("\n") + 1) * grootte * 1.32 * PUNT


def nieuwe_grafiek(
    titel: str,
    bij: Bijschrift,
    *,
    hoogte: float,
    links: float,
    rechts: float = RAND,
    boven: float = 0.0,
    onder: float = 0.06,
    gegevens: pd.DataFrame,
    alt: str,
) -> tuple[Grafiek, Axes, float]:
    """
    Return a figure with title, subtitle and source note, the axes between them, and the top of the axes.

    Args:
        hoogte: Height of the axes, in inches.
        links, rechts: Room beside the axes, in inches.
        boven, onder: Room between subtitle and axes (for a legend), and between axes and note (for an axis).
    """
    ruimte = BREEDTE - 2 * RAND
    kop, sub = breek_af(titel, ruimte, TITEL, vet=True), breek_af(bij.onderschrift, ruimte, ONDER)
    noot = breek_af(bij.bron, ruimte, NOOT)
    kophoogte = regelhoogte(kop, TITEL) + regelhoogte(sub, ONDER) + 0.08
    noothoogte = regelhoogte(noot, NOOT) + 0.08
    totaal = RAND + kophoogte + boven + hoogte + onder + noothoogte + RAND
    grafiek = Grafiek(figsize=(BREEDTE, totaal))
    grafiek.titel, grafiek.alt, grafiek.gegevens = titel, alt, gegevens
    y = totaal - RAND
    grafiek.text(RAND / BREEDTE, y / totaal, kop, size=TITEL, weight="bold", va="top", linespacing=1.3)
    y -= regelhoogte(kop, TITEL)
    grafiek.text(RAND / BREEDTE, y / totaal, sub, size=ONDER, color=GRIJS, va="top", linespacing=1.3)
    grafiek.text(RAND / BREEDTE, RAND / totaal, noot, size=NOOT, color=GRIJS, va="bottom", linespacing=1.3)
    assen = grafiek.add_axes(
        (
            links / BREEDTE,
            (RAND + noothoogte + onder) / totaal,
            (BREEDTE - links - rechts) / BREEDTE,
            hoogte / totaal,
        )
    )
    for kant in ("top", "right", "bottom", "left"):
        assen.spines[kant].set_visible(False)
    assen.tick_params(length=0, labelsize=LABEL)
    return grafiek, assen, (RAND + noothoogte + onder + hoogte) / totaal


def zonder_gegevens(titel: str, bij: Bijschrift, uitleg: str, gegevens: pd.DataFrame) -> Grafiek:
    """Return a figure that says in words that there is nothing to draw, and why."""
    tekst = breek_af(uitleg, BREEDTE - 2 * RAND, LABEL)
    with huisstijl():
        grafiek, assen, _ = nieuwe_grafiek(
            titel, bij, hoogte=regelhoogte(tekst, LABEL) + 0.3, links=RAND, gegevens=gegevens, alt=f"{titel} {uitleg}"
        )
        assen.set_axis_off()
        assen.set_facecolor("none")
        assen.text(0.0, 0.5, tekst, size=LABEL, va="center", color=INKT, transform=assen.transAxes, linespacing=1.3)
    return grafiek
