"""Every chart of the project: frames in, figures out. ``charts.laadbaar(...)`` in a notebook shows it."""

from analytics.report.charts_bevindingen import (
    bevindingen_per_blad,
    bevindingen_per_ernst,
    bevindingen_per_regel,
    excel_schade,
    laadbaar,
    oorzaken,
    verspreiding,
)
from analytics.report.charts_bijschrift import Bijschrift, Herkomst, bijschrift, maak_bijschrift
from analytics.report.charts_dubbels import (
    dubbels_drempels,
    dubbels_drie_groepen,
    dubbels_per_oordeel,
    dubbels_waterval,
)
from analytics.report.charts_overzicht import overzicht, overzicht_bevindingen
from analytics.report.charts_profiel import activiteiten, gemeenten, leeftijden, onderdelen, startjaren
from analytics.report.charts_stijl import ERNSTNAAM, Grafiek
from analytics.report.charts_svg import naar_svg
from analytics.report.charts_verloop import verandering, verloop
from analytics.report.charts_volledigheid import ontbrekend, volledigheid, volledigheid_per_kolom

__all__ = [
    "ERNSTNAAM",
    "Bijschrift",
    "Grafiek",
    "Herkomst",
    "activiteiten",
    "bevindingen_per_blad",
    "bevindingen_per_ernst",
    "bevindingen_per_regel",
    "bijschrift",
    "dubbels_drempels",
    "dubbels_drie_groepen",
    "dubbels_per_oordeel",
    "dubbels_waterval",
    "excel_schade",
    "gemeenten",
    "laadbaar",
    "leeftijden",
    "maak_bijschrift",
    "naar_svg",
    "onderdelen",
    "ontbrekend",
    "oorzaken",
    "overzicht",
    "overzicht_bevindingen",
    "startjaren",
    "verandering",
    "verloop",
    "verspreiding",
    "volledigheid",
    "volledigheid_per_kolom",
]
