"""The historiek of an association: one Dutch sentence per event, with the event's content."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import TypeVar, cast

from analytics.sandbox import events as e
from analytics.sandbox import events_beheer as b
from analytics.sandbox.eventstore import Feit
from analytics.sandbox.eventtaal import als_data
from analytics.sandbox.gegevens import ONBEKENDE_PERSOON, Locatie, Persoon, Vertegenwoordiger, json_naam
from analytics.sandbox.jsonld import Json

Personen = Mapping[str, Persoon]
E = TypeVar("E", bound=e.Event)
Zin = Callable[[e.Event, Personen], str]

_ZINNEN: dict[type[e.Event], Zin] = {}
# Register events that the historiek does not show.
_VERBORGEN = (e.GeotagsWerdenBepaald, e.VerenigingWerdIngeschrevenOpWijzigingenUitKbo)
_NIET_IN_DATA = ("bevestigdNaDubbelmelding", "ref")


def historiek(vcode: str, feiten: list[Feit], personen: Personen, *, basis: str) -> Json:
    """Give the history in order; of a removed association only the removal remains."""
    weg = [feit for feit in feiten if isinstance(feit.event, b.VerenigingWerdVerwijderd)]
    getoond = weg or [feit for feit in feiten if not isinstance(feit.event, _VERBORGEN)]
    return {
        "@context": f"{basis}/publiek/v1/contexten/beheer/historiek-vereniging-context.json",
        "vCode": vcode,
        "gebeurtenissen": [
            {
                "beschrijving": _ZINNEN[type(feit.event)](feit.event, personen),
                "gebeurtenis": type(feit.event).__name__,
                "data": _data(feit.event, personen),
                "initiator": feit.initiator,
                "tijdstip": feit.tijdstip,
            }
            for feit in getoond
        ],
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


def _zin(soort: type[E], maak: Callable[[E, Personen], str]) -> None:
    _ZINNEN[soort] = cast(Zin, maak)


def _vast(soort: type[e.Event], tekst: str) -> None:
    _ZINNEN[soort] = lambda _event, _personen: tekst


def _naam(v: Vertegenwoordiger, personen: Personen) -> str:
    persoon = personen.get(v.ref, ONBEKENDE_PERSOON)
    return f"{persoon.voornaam} {persoon.achternaam}"


def _locatie(werkwoord: str) -> Callable[[Locatie, Personen], str]:
    def zin(x: Locatie, _personen: Personen) -> str:
        naam = f"'{x.naam}' " if x.naam else ""
        return f"'{x.locatietype}' locatie {naam}werd {werkwoord}."

    return zin


_zin(
    e.VerenigingZonderEigenRechtspersoonlijkheidWerdGeregistreerd,
    lambda x, _: f"Vereniging zonder eigen rechtspersoonlijkheid werd geregistreerd met naam '{x.naam}'.",
)
_zin(
    e.VerenigingMetRechtspersoonlijkheidWerdGeregistreerd,
    lambda x, _: f"Vereniging met rechtspersoonlijkheid werd geregistreerd met naam '{x.naam}'.",
)
_zin(e.NaamWerdGewijzigd, lambda x, _: f"Naam werd gewijzigd naar '{x.naam}'.")
_zin(e.RoepnaamWerdGewijzigd, lambda x, _: f"Roepnaam werd gewijzigd naar '{x.roepnaam}'.")
_zin(e.KorteNaamWerdGewijzigd, lambda x, _: f"Korte naam werd gewijzigd naar '{x.korte_naam}'.")
_zin(
    e.KorteBeschrijvingWerdGewijzigd,
    lambda x, _: f"Korte beschrijving werd gewijzigd naar '{x.korte_beschrijving}'.",
)
_zin(
    e.StartdatumWerdGewijzigd,
    lambda x, _: (
        "Startdatum werd verwijderd."
        if x.startdatum is None
        else f"Startdatum werd gewijzigd naar '{x.startdatum.isoformat()}'."
    ),
)
_zin(
    e.DoelgroepWerdGewijzigd,
    lambda x, _: f"Doelgroep werd gewijzigd naar '{x.doelgroep.minimumleeftijd} - {x.doelgroep.maximumleeftijd}'.",
)
_vast(e.HoofdactiviteitenVerenigingsloketWerdenGewijzigd, "Hoofdactiviteiten verenigingsloket werden gewijzigd.")
_vast(e.WerkingsgebiedenWerdenNietBepaald, "Werkingsgebieden werden niet bepaald.")
_vast(e.WerkingsgebiedenWerdenBepaald, "Werkingsgebieden werden bepaald.")
_vast(e.WerkingsgebiedenWerdenGewijzigd, "Werkingsgebieden werden gewijzigd.")
_vast(e.WerkingsgebiedenWerdenNietVanToepassing, "Werkingsgebieden werden niet van toepassing.")
_vast(e.VerenigingWerdUitgeschrevenUitPubliekeDatastroom, "Vereniging werd uitgeschreven uit de publieke datastroom.")
_vast(e.VerenigingWerdIngeschrevenInPubliekeDatastroom, "Vereniging werd ingeschreven in de publieke datastroom.")
_zin(e.ContactgegevenWerdToegevoegd, lambda x, _: f"{x.contactgegeventype} '{x.waarde}' werd toegevoegd.")
_zin(e.ContactgegevenWerdGewijzigd, lambda x, _: f"{x.contactgegeventype} '{x.waarde}' werd gewijzigd.")
_zin(e.ContactgegevenWerdVerwijderd, lambda x, _: f"{x.type} '{x.waarde}' werd verwijderd.")
_zin(
    e.ContactgegevenWerdOvergenomenUitKBO,
    lambda x, _: f"Contactgegeven ‘{x.type_volgens_kbo}' werd overgenomen uit KBO.",
)
_zin(
    e.ContactgegevenUitKBOWerdGewijzigd,
    lambda x, _: f"{x.type_volgens_kbo} '{x.waarde}' werd gewijzigd.",
)
_zin(e.LocatieWerdToegevoegd, _locatie("toegevoegd"))
_zin(e.LocatieWerdGewijzigd, _locatie("gewijzigd"))
_zin(e.LocatieWerdVerwijderd, _locatie("verwijderd"))
_vast(
    e.MaatschappelijkeZetelWerdOvergenomenUitKbo,
    "De locatie met type ‘Maatschappelijke zetel volgens KBO' werd overgenomen uit KBO.",
)
_vast(e.MaatschappelijkeZetelVolgensKBOWerdGewijzigd, "Maatschappelijke zetel volgens KBO werd gewijzigd.")
_zin(e.VertegenwoordigerWerdToegevoegd, lambda x, p: f"'{_naam(x, p)}' werd toegevoegd als vertegenwoordiger.")
_zin(e.VertegenwoordigerWerdGewijzigd, lambda x, p: f"Vertegenwoordiger '{_naam(x, p)}' werd gewijzigd.")
_zin(e.VertegenwoordigerWerdVerwijderd, lambda x, p: f"Vertegenwoordiger '{_naam(x, p)}' werd verwijderd.")
_zin(
    e.VertegenwoordigerWerdOvergenomenUitKBO,
    lambda x, p: f"Vertegenwoordiger '{_naam(x, p)}' werd overgenomen uit KBO.",
)
_zin(e.BankrekeningnummerWerdToegevoegd, lambda x, _: f"Bankrekeningnummer met IBAN '{x.iban}' werd toegevoegd.")
_vast(e.BankrekeningnummerWerdGewijzigd, "Bankrekeningnummer werd gewijzigd.")
_zin(e.BankrekeningnummerWerdVerwijderd, lambda x, _: f"Bankrekeningnummer met IBAN '{x.iban}' werd verwijderd.")
_zin(
    e.AanwezigheidBankrekeningnummerValidatieDocumentWerdBevestigd,
    lambda x, _: f"Bankrekeningnummervalidatiedocument werd bevestigd door '{x.bevestigd_door}'.",
)
_zin(
    e.AanwezigheidBankrekeningnummerValidatieDocumentWerdOngedaanGemaakt,
    lambda x, _: f"Bankrekeningnummervalidatiedocument werd ongedaan gemaakt door '{x.ongedaan_gemaakt_door}'.",
)
_vast(e.LidmaatschapWerdToegevoegd, "Lidmaatschap werd toegevoegd.")
_vast(e.LidmaatschapWerdGewijzigd, "Lidmaatschap werd gewijzigd.")
_vast(e.LidmaatschapWerdVerwijderd, "Lidmaatschap werd verwijderd.")
_zin(
    b.VerenigingWerdGestopt,
    lambda x, _: f"De vereniging werd gestopt met einddatum '{x.einddatum.isoformat()}'.",
)
_zin(
    b.EinddatumWerdGewijzigd,
    lambda x, _: f"De einddatum van de vereniging werd gewijzigd naar '{x.einddatum.isoformat()}'.",
)
_vast(b.VerenigingWerdVerwijderd, "Deze vereniging werd verwijderd.")
_vast(b.VerenigingWerdInStopzettingGeplaatst, "Vereniging werd in stopzetting geplaatst.")
_vast(b.VerenigingWerdUitStopzettingGehaald, "Vereniging werd uit stopzetting gehaald.")
_vast(b.AdresWerdOvergenomenUitAdressenregister, "Adres werd overgenomen uit het adressenregister.")
_vast(b.AdresWerdGewijzigdInAdressenregister, "Adres werd gewijzigd in het adressenregister.")
_vast(b.AdresKonNietOvergenomenWordenUitAdressenregister, "Adres kon niet overgenomen worden uit het adressenregister.")
_vast(b.AdresNietUniekInAdressenregister, "Adres niet uniek in het adressenregister.")
_vast(b.AdresWerdNietGevondenInAdressenregister, "Adres kon niet gevonden worden in het adressenregister.")
_vast(b.AdresWerdOntkoppeldVanAdressenregister, "Adres werd ontkoppeld van het adressenregister.")
_zin(
    b.LocatieDuplicaatWerdVerwijderdNaAdresMatch,
    lambda x, _: (
        f"Locatie '{x.locatie_naam}' met ID {x.verwijderde_locatie_id} werd verwijderd omdat de gegevens exact "
        f"overeenkomen met locatie ID {x.behouden_locatie_id}."
    ),
)
_zin(
    b.VerenigingWerdGemarkeerdAlsDubbelVan,
    lambda x, _: f"Vereniging werd gemarkeerd als dubbel van {x.v_code_authentieke_vereniging}.",
)
_zin(
    b.VerenigingAanvaarddeDubbeleVereniging,
    lambda x, _: f"Vereniging aanvaardde dubbele vereniging {x.v_code_dubbele_vereniging}.",
)
_zin(
    b.WeigeringDubbelDoorAuthentiekeVerenigingWerdVerwerkt,
    lambda x, _: f"Vereniging is geen dubbel meer van {x.v_code_authentieke_vereniging}.",
)
_zin(
    b.MarkeringDubbeleVerengingWerdGecorrigeerd,
    lambda x, _: f"Markering als dubbel van vereniging {x.v_code_authentieke_vereniging} werd gecorrigeerd.",
)
_zin(
    b.VerenigingAanvaarddeCorrectieDubbeleVereniging,
    lambda x, _: f"Vereniging {x.v_code_dubbele_vereniging} werd verwijderd als dubbel door correctie.",
)
_vast(b.VerenigingssubtypeWerdVerfijndNaarFeitelijkeVereniging, "Subtype werd verfijnd naar feitelijke vereniging.")
_vast(b.VerenigingssubtypeWerdVerfijndNaarSubvereniging, "Subtype werd verfijnd naar subvereniging.")
_vast(b.VerenigingssubtypeWerdTerugGezetNaarNietBepaald, "Subtype werd teruggezet naar niet bepaald.")
_vast(b.SubverenigingRelatieWerdGewijzigd, "De relatie van het subtype werd gewijzigd.")
_vast(b.SubverenigingDetailsWerdenGewijzigd, "De details van het subtype werden gewijzigd.")
