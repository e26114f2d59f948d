"""What the historiek says of each event: literal sentences, filled in with the content of the event."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Data = Mapping[str, object]
Zin = str | Callable[[Data], str]


def zin(gebeurtenis: str, data: Data) -> str:
    """Give the sentence of an event; what is inserted is not changed in any way."""
    sjabloon = ZINNEN[gebeurtenis]
    return sjabloon.format_map(data) if isinstance(sjabloon, str) else sjabloon(data)


def _startdatum(data: Data) -> str:
    startdatum = data["startdatum"]
    return "Startdatum werd verwijderd." if startdatum is None else f"Startdatum werd gewijzigd naar '{startdatum}'."


def _locatie(werkwoord: str) -> Zin:
    def maak(data: Data) -> str:
        naam = f"'{data['naam']}' " if data["naam"] else ""
        return f"'{data['locatietype']}' locatie {naam}werd {werkwoord}."

    return maak


# The opening quote differs from the closing one in some KBO sentences, as in the register.
ZINNEN: Mapping[str, Zin] = {
    "VerenigingZonderEigenRechtspersoonlijkheidWerdGeregistreerd": (
        "Vereniging zonder eigen rechtspersoonlijkheid werd geregistreerd met naam '{naam}'."
    ),
    "VerenigingMetRechtspersoonlijkheidWerdGeregistreerd": (
        "Vereniging met rechtspersoonlijkheid werd geregistreerd met naam '{naam}'."
    ),
    "NaamWerdGewijzigd": "Naam werd gewijzigd naar '{naam}'.",
    "RoepnaamWerdGewijzigd": "Roepnaam werd gewijzigd naar '{roepnaam}'.",
    "KorteNaamWerdGewijzigd": "Korte naam werd gewijzigd naar '{korteNaam}'.",
    "KorteBeschrijvingWerdGewijzigd": "Korte beschrijving werd gewijzigd naar '{korteBeschrijving}'.",
    "StartdatumWerdGewijzigd": _startdatum,
    "DoelgroepWerdGewijzigd": (
        "Doelgroep werd gewijzigd naar '{doelgroep[minimumleeftijd]} - {doelgroep[maximumleeftijd]}'."
    ),
    "HoofdactiviteitenVerenigingsloketWerdenGewijzigd": "Hoofdactiviteiten verenigingsloket werden gewijzigd.",
    "WerkingsgebiedenWerdenNietBepaald": "Werkingsgebieden werden niet bepaald.",
    "WerkingsgebiedenWerdenBepaald": "Werkingsgebieden werden bepaald.",
    "WerkingsgebiedenWerdenGewijzigd": "Werkingsgebieden werden gewijzigd.",
    "WerkingsgebiedenWerdenNietVanToepassing": "Werkingsgebieden werden niet van toepassing.",
    "VerenigingWerdUitgeschrevenUitPubliekeDatastroom": "Vereniging werd uitgeschreven uit de publieke datastroom.",
    "VerenigingWerdIngeschrevenInPubliekeDatastroom": "Vereniging werd ingeschreven in de publieke datastroom.",
    "ContactgegevenWerdToegevoegd": "{contactgegeventype} '{waarde}' werd toegevoegd.",
    "ContactgegevenWerdGewijzigd": "{contactgegeventype} '{waarde}' werd gewijzigd.",
    "ContactgegevenWerdVerwijderd": "{type} '{waarde}' werd verwijderd.",
    "ContactgegevenWerdOvergenomenUitKBO": "Contactgegeven ‘{typeVolgensKbo}' werd overgenomen uit KBO.",
    "ContactgegevenUitKBOWerdGewijzigd": "{typeVolgensKbo} '{waarde}' werd gewijzigd.",
    "LocatieWerdToegevoegd": _locatie("toegevoegd"),
    "LocatieWerdGewijzigd": _locatie("gewijzigd"),
    "LocatieWerdVerwijderd": _locatie("verwijderd"),
    "MaatschappelijkeZetelWerdOvergenomenUitKbo": (
        "De locatie met type ‘Maatschappelijke zetel volgens KBO' werd overgenomen uit KBO."
    ),
    "MaatschappelijkeZetelVolgensKBOWerdGewijzigd": "Maatschappelijke zetel volgens KBO werd gewijzigd.",
    "VertegenwoordigerWerdToegevoegd": "'{voornaam} {achternaam}' werd toegevoegd als vertegenwoordiger.",
    "VertegenwoordigerWerdGewijzigd": "Vertegenwoordiger '{voornaam} {achternaam}' werd gewijzigd.",
    "VertegenwoordigerWerdVerwijderd": "Vertegenwoordiger '{voornaam} {achternaam}' werd verwijderd.",
    "VertegenwoordigerWerdOvergenomenUitKBO": ("Vertegenwoordiger '{voornaam} {achternaam}' werd overgenomen uit KBO."),
    "BankrekeningnummerWerdToegevoegd": "Bankrekeningnummer met IBAN '{iban}' werd toegevoegd.",
    "BankrekeningnummerWerdGewijzigd": "Bankrekeningnummer werd gewijzigd.",
    "BankrekeningnummerWerdVerwijderd": "Bankrekeningnummer met IBAN '{iban}' werd verwijderd.",
    "AanwezigheidBankrekeningnummerValidatieDocumentWerdBevestigd": (
        "Bankrekeningnummervalidatiedocument werd bevestigd door '{bevestigdDoor}'."
    ),
    "AanwezigheidBankrekeningnummerValidatieDocumentWerdOngedaanGemaakt": (
        "Bankrekeningnummervalidatiedocument werd ongedaan gemaakt door '{ongedaanGemaaktDoor}'."
    ),
    "LidmaatschapWerdToegevoegd": "Lidmaatschap werd toegevoegd.",
    "LidmaatschapWerdGewijzigd": "Lidmaatschap werd gewijzigd.",
    "LidmaatschapWerdVerwijderd": "Lidmaatschap werd verwijderd.",
    "ErkenningWerdGeregistreerd": "Erkenning werd geregistreerd door '{geregistreerdDoor[naam]}'.",
    "ErkenningWerdGewijzigd": "Erkenning werd gewijzigd omwille van volgende reden: {reden}",
    "ErkenningWerdGeschorst": "Erkenning werd geschorst om deze reden: {redenSchorsing}.",
    "ErkenningWerdGeactiveerd": "Erkenning werd geactiveerd",
    "ErkenningWerdVerwijderd": "Erkenning werd verwijderd",
    "VerenigingWerdGestopt": "De vereniging werd gestopt met einddatum '{einddatum}'.",
    "EinddatumWerdGewijzigd": "De einddatum van de vereniging werd gewijzigd naar '{einddatum}'.",
    "VerenigingWerdVerwijderd": "Deze vereniging werd verwijderd.",
    "VerenigingWerdInStopzettingGeplaatst": "Vereniging werd in stopzetting geplaatst.",
    "VerenigingWerdUitStopzettingGehaald": "Vereniging werd uit stopzetting gehaald.",
    "AdresWerdOvergenomenUitAdressenregister": "Adres werd overgenomen uit het adressenregister.",
    "AdresWerdGewijzigdInAdressenregister": "Adres werd gewijzigd in het adressenregister.",
    "AdresKonNietOvergenomenWordenUitAdressenregister": "Adres kon niet overgenomen worden uit het adressenregister.",
    "AdresNietUniekInAdressenregister": "Adres niet uniek in het adressenregister.",
    "AdresWerdNietGevondenInAdressenregister": "Adres kon niet gevonden worden in het adressenregister.",
    "AdresWerdOntkoppeldVanAdressenregister": "Adres werd ontkoppeld van het adressenregister.",
    "LocatieDuplicaatWerdVerwijderdNaAdresMatch": (
        "Locatie '{locatieNaam}' met ID {verwijderdeLocatieId} werd verwijderd omdat de gegevens exact overeenkomen "
        "met locatie ID {behoudenLocatieId}."
    ),
    "VerenigingWerdGemarkeerdAlsDubbelVan": "Vereniging werd gemarkeerd als dubbel van {vCodeAuthentiekeVereniging}.",
    "VerenigingAanvaarddeDubbeleVereniging": "Vereniging aanvaardde dubbele vereniging {vCodeDubbeleVereniging}.",
    "WeigeringDubbelDoorAuthentiekeVerenigingWerdVerwerkt": (
        "Vereniging is geen dubbel meer van {vCodeAuthentiekeVereniging}."
    ),
    "MarkeringDubbeleVerengingWerdGecorrigeerd": (
        "Markering als dubbel van vereniging {vCodeAuthentiekeVereniging} werd gecorrigeerd."
    ),
    "VerenigingAanvaarddeCorrectieDubbeleVereniging": (
        "Vereniging {vCodeDubbeleVereniging} werd verwijderd als dubbel door correctie."
    ),
    "VerenigingssubtypeWerdVerfijndNaarFeitelijkeVereniging": "Subtype werd verfijnd naar feitelijke vereniging.",
    "VerenigingssubtypeWerdVerfijndNaarSubvereniging": "Subtype werd verfijnd naar subvereniging.",
    "VerenigingssubtypeWerdTerugGezetNaarNietBepaald": "Subtype werd teruggezet naar niet bepaald.",
    "SubverenigingRelatieWerdGewijzigd": "De relatie van het subtype werd gewijzigd.",
    "SubverenigingDetailsWerdenGewijzigd": "De details van het subtype werden gewijzigd.",
}
