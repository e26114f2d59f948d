"""The fold: an association after a number of events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

# Imported for what they register: the steps.
from analytics.sandbox import vouw_basis, vouw_delen, vouw_erkenning  # noqa: F401 -- fills STAPPEN
from analytics.sandbox.events import Event
from analytics.sandbox.stappen import STAPPEN, Personen
from analytics.sandbox.toestand import Vereniging


def vouw(stand: Vereniging, nieuwe: Iterable[Event], personen: Personen) -> Vereniging:
    """Give the association after *nieuwe*; each event raises the version by one."""
    versie = stand.versie
    for event in nieuwe:
        stap = STAPPEN.get(type(event))
        stand = stap(stand, event, personen) if stap else stand
        versie += 1
    return replace(stand, versie=versie)
