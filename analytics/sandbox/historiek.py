"""The historiek of an association: one Dutch sentence per event, with the event's content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from analytics.sandbox import events as e
from analytics.sandbox import events_beheer as b
from analytics.sandbox import events_erkenning as k
from analytics.sandbox.contexten import adres as context_adres
from analytics.sandbox.eventstore import Feit
from analytics.sandbox.eventtaal import als_data
from analytics.sandbox.gegevens import ONBEKENDE_PERSOON, Persoon, Vertegenwoordiger, json_naam
from analytics.sandbox.historiekzinnen import zin
from analytics.sandbox.jsonld import Json

Personen = Mapping[str, Persoon]
# Register events that the historiek does not show.
_VERBORGEN = (
    e.GeotagsWerdenBepaald,
    e.VerenigingWerdIngeschrevenOpWijzigingenUitKbo,
    k.VerenigingWerdErkend,
    k.VerenigingWerdNietLangerErkend,
)
_NIET_IN_DATA = ("bevestigdNaDubbelmelding", "ref")


def historiek(vcode: str, feiten: list[Feit], personen: Personen, *, basis: str) -> Json:
    """Give the history in order; of a removed association only the removal remains."""
    weg = [feit for feit in feiten if isinstance(feit.event, b.VerenigingWerdVerwijderd)]
    getoond = weg or [feit for feit in feiten if not isinstance(feit.event, _VERBORGEN)]
    return {
        "@context": context_adres(basis, "beheer", "historiek-vereniging-context"),
        "vCode": vcode,
        "gebeurtenissen": [_gebeurtenis(feit, personen) for feit in getoond],
    }


def _gebeurtenis(feit: Feit, personen: Personen) -> Json:
    naam, data = type(feit.event).__name__, _data(feit.event, personen)
    return {
        "beschrijving": zin(naam, data),
        "gebeurtenis": naam,
        "data": data,
        "initiator": feit.initiator,
        "tijdstip": feit.tijdstip,
    }


def _data(event: e.Event, personen: Personen) -> Json:
    data = {naam: waarde for naam, waarde in als_data(event).items() if naam not in _NIET_IN_DATA}
    if isinstance(event, e.VerenigingZonderEigenRechtspersoonlijkheidWerdGeregistreerd):
        data["vertegenwoordigers"] = [_vertegenwoordiger(v, personen) for v in event.vertegenwoordigers]
    elif isinstance(event, e.VertegenwoordigerWerdVerwijderd):
        persoon = personen.get(event.ref, ONBEKENDE_PERSOON)
        data = {
            "vertegenwoordigerId": event.vertegenwoordiger_id,
            "voornaam": persoon.voornaam,
            "achternaam": persoon.achternaam,
        }
    elif isinstance(event, Vertegenwoordiger):
        data = _vertegenwoordiger(event, personen)
    return data


def _vertegenwoordiger(v: Vertegenwoordiger, personen: Personen) -> Json:
    persoon = asdict(personen.get(v.ref, ONBEKENDE_PERSOON))
    velden = ("roepnaam", "rol", "voornaam", "achternaam", "e_mail", "telefoon", "mobiel", "social_media")
    return {
        "vertegenwoordigerId": v.vertegenwoordiger_id,
        "isPrimair": v.is_primair,
        **{json_naam(veld): persoon[veld] for veld in velden},
    }
