"""What the sections of a report are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from analytics.domain.levering import Levering
from analytics.insight.gevalideerd import Gevalideerd


@dataclass(frozen=True, eq=False)
class Ronde:
    """One delivery and what the rules found in it."""

    levering: Levering
    validatie: Gevalideerd


def leveringen(rondes: tuple[Ronde, ...]) -> Mapping[int, Levering]:
    """Return the deliveries by round."""
    return {r.levering.ronde: r.levering for r in rondes}


def validaties(rondes: tuple[Ronde, ...]) -> Mapping[int, Gevalideerd]:
    """Return the outcomes by round."""
    return {r.levering.ronde: r.validatie for r in rondes}
