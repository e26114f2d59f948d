"""Events about recognitions."""

from __future__ import annotations

from dataclasses import dataclass

from analytics.sandbox.events import Event
from analytics.sandbox.gegevens import Erkenning


@dataclass(frozen=True, slots=True)
class ErkenningWerdGeregistreerd(Erkenning, Event):
    pass


@dataclass(frozen=True, slots=True)
class ErkenningWerdGewijzigd(Event):
    erkenning_id: int
    startdatum: str
    einddatum: str
    hernieuwingsdatum: str
    hernieuwings_url: str
    reden: str


@dataclass(frozen=True, slots=True)
class ErkenningWerdGeschorst(Event):
    erkenning_id: int
    reden_schorsing: str


@dataclass(frozen=True, slots=True)
class ErkenningWerdGeactiveerd(Event):
    erkenning_id: int


@dataclass(frozen=True, slots=True)
class ErkenningWerdVerwijderd(Event):
    erkenning_id: int


@dataclass(frozen=True, slots=True)
class VerenigingWerdErkend(Event):
    """The first recognition that counts; the historiek does not show it."""

    v_code: str


@dataclass(frozen=True, slots=True)
class VerenigingWerdNietLangerErkend(Event):
    """The last recognition that counted is gone; the historiek does not show it."""

    v_code: str
