"""REGELS: every rule, in the order of the handbook."""

from __future__ import annotations

from analytics.checks.regel import Regel
from analytics.checks.regels import (
    bank,
    contact,
    frequentie,
    gelezen,
    kwaliteit,
    lijsten,
    locatie,
    plaatsen,
    schade,
    sleutels,
    structuur,
    vereniging,
    vertegenwoordiger,
)

REGELS: tuple[Regel, ...] = (
    *structuur.REGELS,
    *sleutels.REGELS,
    *vereniging.REGELS,
    *lijsten.REGELS,
    *contact.REGELS,
    *locatie.REGELS,
    *vertegenwoordiger.REGELS,
    *bank.REGELS,
    *gelezen.REGELS,
    *schade.REGELS,
    *kwaliteit.REGELS,
    *plaatsen.REGELS,
    *frequentie.REGELS,
)

#: ``{code: Regel}``
REGEL: dict[str, Regel] = {r.code: r for r in REGELS}
