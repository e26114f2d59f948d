"""Names judged in one municipality, with the places that the lists know of it."""

from __future__ import annotations

from analytics.duplicates.naam import Naamlezer
from analytics.duplicates.naamoordeel import Naamoordeel
from analytics.duplicates.omgeving import Gemeente, Omgeving, Parochies
from analytics.duplicates.vergelijk_naam import vergelijk_namen

LEDE = "41034"


def oordeel(lezer: Naamlezer, een: str, ander: str, parochies: Parochies | None = None) -> Naamoordeel:
    """Judge two names of Lede, whose patron saints are *parochies*."""
    lede = Gemeente(LEDE, frozenset({"lede"}), namen=lezer.plaatsen.per_nis[LEDE], parochies=parochies or {})
    return vergelijk_namen(lezer.lees(een), lezer.lees(ander), Omgeving((lede,)))
