"""
Numbers for analysts: profile, completeness, counts, change between rounds, summary. Frames in, frames out.

What notebooks call is named here: ``insight.count_per_regel(validatie.telling)``.
"""

from analytics.insight.bevindingen import (
    count_per_blad,
    count_per_ernst,
    count_per_regel,
    measure_laadbaar,
    split_verspreiding,
)
from analytics.insight.inhoud import count_activiteiten, count_gemeenten, count_leeftijden, count_startjaren
from analytics.insight.kolommen import profile_levering
from analytics.insight.onderdelen import count_onderdelen
from analytics.insight.overzicht import overview
from analytics.insight.samenvatting import summarise, summarise_alle
from analytics.insight.verloop import compare_rondes, trace_verandering, trace_verloop
from analytics.insight.volledigheid import (
    compare_kolommen,
    compare_volledigheid,
    count_ontbrekend,
    measure_kolommen,
    measure_volledigheid,
)

__all__ = [
    "compare_kolommen",
    "compare_rondes",
    "compare_volledigheid",
    "count_activiteiten",
    "count_gemeenten",
    "count_leeftijden",
    "count_onderdelen",
    "count_ontbrekend",
    "count_per_blad",
    "count_per_ernst",
    "count_per_regel",
    "count_startjaren",
    "measure_kolommen",
    "measure_laadbaar",
    "measure_volledigheid",
    "overview",
    "profile_levering",
    "split_verspreiding",
    "summarise",
    "summarise_alle",
    "trace_verandering",
    "trace_verloop",
]
