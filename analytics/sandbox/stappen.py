"""The register of fold steps: which function applies which event, and what those functions share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol, TypeVar, cast

from analytics.sandbox.events import Event
from analytics.sandbox.gegevens import (
    INITIATOR,
    ONBEKENDE_PERSOON,
    Bankrekeningnummer,
    Contactgegeven,
    Lidmaatschap,
    Locatie,
    Persoon,
    Vertegenwoordiger,
)
from analytics.sandbox.toestand import LocatieStand, Vereniging, VertegenwoordigerStand

Personen = Mapping[str, Persoon]
E = TypeVar("E", bound=Event)
Stap = Callable[[Vereniging, Event, Personen], Vereniging]

STAPPEN: dict[type[Event], Stap] = {}


class MetId(Protocol):
    @property
    def id_(self) -> int: ...


D = TypeVar("D", bound=MetId)


def bij(soort: type[E]) -> Callable[[Callable[[Vereniging, E, Personen], Vereniging]], None]:
    """Register the function that applies an event of *soort*."""

    def registreer(stap: Callable[[Vereniging, E, Personen], Vereniging]) -> None:
        STAPPEN[soort] = cast(Stap, stap)

    return registreer


def zet(soort: type[E], wat: Callable[[E], dict[str, object]]) -> None:
    def stap(v: Vereniging, x: E, _p: Personen) -> Vereniging:
        return replace(v, **wat(x))  # type: ignore[arg-type]  # names and types of Vereniging's own fields

    STAPPEN[soort] = cast(Stap, stap)


def met_id(stand: Vereniging, soort: str, id_: int) -> Vereniging:
    """Remember that *id_* of *soort* has been given out."""
    hoogste = dict(stand.hoogste_ids)
    hoogste[soort] = max(hoogste.get(soort, 0), id_)
    return replace(stand, hoogste_ids=tuple(hoogste.items()))


def vervang(delen: tuple[D, ...], nieuw: D) -> tuple[D, ...]:
    """Give *delen* with the one of the same id replaced."""
    return tuple(nieuw if deel.id_ == nieuw.id_ else deel for deel in delen)


def zonder(delen: tuple[D, ...], id_: int) -> tuple[D, ...]:
    """Give *delen* without the one with *id_*."""
    return tuple(deel for deel in delen if deel.id_ != id_)


def kale_locatie(event: Locatie) -> Locatie:
    return Locatie(event.locatie_id, event.locatietype, event.is_primair, event.naam, event.adres, event.adres_id)


def locatiestand(locatie: Locatie, bron: str = INITIATOR) -> LocatieStand:
    return LocatieStand(kale_locatie(locatie), bron, te_matchen=locatie.adres_id is None)


def contact(event: Contactgegeven) -> Contactgegeven:
    return Contactgegeven(
        event.contactgegeven_id, event.contactgegeventype, event.waarde, event.beschrijving, event.is_primair
    )


def rekening(event: Bankrekeningnummer) -> Bankrekeningnummer:
    return Bankrekeningnummer(event.bankrekeningnummer_id, event.iban, event.doel, event.titularissen)


def lid(event: Lidmaatschap) -> Lidmaatschap:
    return Lidmaatschap(
        event.lidmaatschap_id, event.andere_vereniging, event.van, event.tot, event.identificatie, event.beschrijving
    )


def vertegenwoordiger(event: Vertegenwoordiger, personen: Personen, bron: str) -> VertegenwoordigerStand:
    persoon = personen.get(event.ref, ONBEKENDE_PERSOON)
    return VertegenwoordigerStand(event.vertegenwoordiger_id, event.is_primair, persoon, bron)
