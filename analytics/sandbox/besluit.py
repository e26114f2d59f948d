"""What a decision sees and what it gives: the shape shared by all deciders."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from analytics.sandbox.events import Event
from analytics.sandbox.gegevens import Persoon
from analytics.sandbox.referentie import Referentie
from analytics.sandbox.toestand import Vereniging

VLO = "OVO000067"
DIGITAAL_VLAANDEREN = "OVO002949"


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What a decider may know beside the association: reference data, the day, and who asks."""

    ref: Referentie
    vandaag: date
    initiator: str


@dataclass(frozen=True, slots=True)
class Besluit:
    """
    New events, none when nothing changes.

    *personen* are the persons the events point at; *deel_id* is the id of the part that was added.
    """

    events: tuple[Event, ...] = ()
    personen: Mapping[str, Persoon] = field(default_factory=dict)
    deel_id: int | None = None


Beslisser = Callable[[Vereniging, Omgeving], Besluit]


def persoonsref(vcode: str, versie: int, id_: int) -> str:
    """Give the key under which a person is stored: one row per event that carries the person."""
    return f"{vcode}/{versie}/{id_}"
