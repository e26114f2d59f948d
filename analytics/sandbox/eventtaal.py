"""Events to stored text and back."""

from __future__ import annotations

from pydantic import TypeAdapter

from analytics.sandbox import events, events_beheer, events_erkenning
from analytics.sandbox.events import Event
from analytics.sandbox.gegevens import Persoon

SOORTEN: dict[str, type[Event]] = {
    naam: soort
    for module in (events, events_beheer, events_erkenning)
    for naam, soort in vars(module).items()
    if isinstance(soort, type) and issubclass(soort, Event) and soort.__module__ == module.__name__
}


_VERTALERS: dict[type[Event], TypeAdapter[Event]] = {soort: TypeAdapter(soort) for soort in SOORTEN.values()}
PERSOON: TypeAdapter[Persoon] = TypeAdapter(Persoon)


def schrijf(event: Event) -> str:
    """Give the event as JSON with the register's camelCase keys."""
    return _VERTALERS[type(event)].dump_json(event, by_alias=True).decode()


def als_data(event: Event) -> dict[str, object]:
    """Give the event as a plain JSON object, as the historiek shows it."""
    data: dict[str, object] = _VERTALERS[type(event)].dump_python(event, by_alias=True, mode="json")
    return data


def lees(soort: str, tekst: str | bytes) -> Event:
    """Give the event back that :func:`schrijf` wrote; *soort* is its class name."""
    return _VERTALERS[SOORTEN[soort]].validate_json(tekst)
