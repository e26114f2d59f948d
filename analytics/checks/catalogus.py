"""REGELS: every rule, in the order of the handbook."""

from __future__ import annotations

from analytics.checks.regel import Regel
from analytics.checks.regels import bank, contact, lijsten, locatie, sleutels, structuur, vereniging, vertegenwoordiger

REGELS: tuple[Regel, ...] = (
    *structuur.REGELS,
    *sleutels.REGELS,
    *vereniging.REGELS,
    *lijsten.REGELS,
    *contact.REGELS,
    *locatie.REGELS,
    *vertegenwoordiger.REGELS,
    *bank.REGELS,
)

#: ``{code: Regel}``
REGEL: dict[str, Regel] = {r.code: r for r in REGELS}
