"""What has happened, named as the register names it. Frozen; nothing personal about representatives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from analytics.sandbox.gegevens import (
    Bankrekeningnummer,
    Code,
    Contactgegeven,
    Doelgroep,
    Lidmaatschap,
    Locatie,
    Vastgelegd,
    Vertegenwoordiger,
)


@dataclass(frozen=True, slots=True)
class Event(Vastgelegd):
    """Base of every event."""


@dataclass(frozen=True, slots=True)
class VerenigingZonderEigenRechtspersoonlijkheidWerdGeregistreerd(Event):
    v_code: str
    naam: str
    korte_naam: str
    korte_beschrijving: str
    startdatum: date | None
    doelgroep: Doelgroep
    is_uitgeschreven_uit_publieke_datastroom: bool
    contactgegevens: tuple[Contactgegeven, ...]
    locaties: tuple[Locatie, ...]
    vertegenwoordigers: tuple[Vertegenwoordiger, ...]
    hoofdactiviteiten_verenigingsloket: tuple[Code, ...]
    bankrekeningnummers: tuple[Bankrekeningnummer, ...]
    bevestigd_na_dubbelmelding: bool = False


@dataclass(frozen=True, slots=True)
class VerenigingMetRechtspersoonlijkheidWerdGeregistreerd(Event):
    v_code: str
    kbo_nummer: str
    rechtsvorm: str
    naam: str
    korte_naam: str
    startdatum: date | None


@dataclass(frozen=True, slots=True)
class VerenigingWerdIngeschrevenOpWijzigingenUitKbo(Event):
    kbo_nummer: str


@dataclass(frozen=True, slots=True)
class DubbeleVerenigingenWerdenGedetecteerd(Event):
    """Report of a 409: the token and the found vCodes. Lives in a stream of its own."""

    bevestigingstoken: str
    naam: str
    gedetecteerd: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NaamWerdGewijzigd(Event):
    v_code: str
    naam: str


@dataclass(frozen=True, slots=True)
class RoepnaamWerdGewijzigd(Event):
    roepnaam: str


@dataclass(frozen=True, slots=True)
class KorteNaamWerdGewijzigd(Event):
    v_code: str
    korte_naam: str


@dataclass(frozen=True, slots=True)
class KorteBeschrijvingWerdGewijzigd(Event):
    v_code: str
    korte_beschrijving: str


@dataclass(frozen=True, slots=True)
class StartdatumWerdGewijzigd(Event):
    v_code: str
    startdatum: date | None


@dataclass(frozen=True, slots=True)
class DoelgroepWerdGewijzigd(Event):
    doelgroep: Doelgroep


@dataclass(frozen=True, slots=True)
class HoofdactiviteitenVerenigingsloketWerdenGewijzigd(Event):
    hoofdactiviteiten_verenigingsloket: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class WerkingsgebiedenWerdenNietBepaald(Event):
    v_code: str


@dataclass(frozen=True, slots=True)
class WerkingsgebiedenWerdenBepaald(Event):
    v_code: str
    werkingsgebieden: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class WerkingsgebiedenWerdenGewijzigd(Event):
    v_code: str
    werkingsgebieden: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class WerkingsgebiedenWerdenNietVanToepassing(Event):
    v_code: str


@dataclass(frozen=True, slots=True)
class VerenigingWerdUitgeschrevenUitPubliekeDatastroom(Event):
    pass


@dataclass(frozen=True, slots=True)
class VerenigingWerdIngeschrevenInPubliekeDatastroom(Event):
    pass


@dataclass(frozen=True, slots=True)
class ContactgegevenWerdToegevoegd(Contactgegeven, Event):
    pass


@dataclass(frozen=True, slots=True)
class ContactgegevenWerdGewijzigd(Contactgegeven, Event):
    pass


@dataclass(frozen=True, slots=True)
class ContactgegevenWerdVerwijderd(Event):
    contactgegeven_id: int
    type: str
    waarde: str
    beschrijving: str
    is_primair: bool


@dataclass(frozen=True, slots=True)
class ContactgegevenWerdOvergenomenUitKBO(Event):
    contactgegeven_id: int
    contactgegeventype: str
    type_volgens_kbo: str
    waarde: str


@dataclass(frozen=True, slots=True)
class ContactgegevenUitKBOWerdGewijzigd(Event):
    contactgegeven_id: int
    type_volgens_kbo: str
    waarde: str
    beschrijving: str
    is_primair: bool


@dataclass(frozen=True, slots=True)
class LocatieWerdToegevoegd(Locatie, Event):
    pass


@dataclass(frozen=True, slots=True)
class LocatieWerdGewijzigd(Locatie, Event):
    pass


@dataclass(frozen=True, slots=True)
class LocatieWerdVerwijderd(Locatie, Event):
    pass


@dataclass(frozen=True, slots=True)
class MaatschappelijkeZetelWerdOvergenomenUitKbo(Locatie, Event):
    pass


@dataclass(frozen=True, slots=True)
class MaatschappelijkeZetelVolgensKBOWerdGewijzigd(Event):
    locatie_id: int
    naam: str
    is_primair: bool


@dataclass(frozen=True, slots=True)
class GeotagsWerdenBepaald(Event):
    v_code: str
    geotags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VertegenwoordigerWerdToegevoegd(Vertegenwoordiger, Event):
    pass


@dataclass(frozen=True, slots=True)
class VertegenwoordigerWerdGewijzigd(Vertegenwoordiger, Event):
    pass


@dataclass(frozen=True, slots=True)
class VertegenwoordigerWerdVerwijderd(Vertegenwoordiger, Event):
    pass


@dataclass(frozen=True, slots=True)
class VertegenwoordigerWerdOvergenomenUitKBO(Vertegenwoordiger, Event):
    pass


@dataclass(frozen=True, slots=True)
class BankrekeningnummerWerdToegevoegd(Bankrekeningnummer, Event):
    pass


@dataclass(frozen=True, slots=True)
class BankrekeningnummerWerdGewijzigd(Event):
    bankrekeningnummer_id: int
    doel: str
    titularissen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BankrekeningnummerWerdVerwijderd(Event):
    bankrekeningnummer_id: int
    iban: str


@dataclass(frozen=True, slots=True)
class AanwezigheidBankrekeningnummerValidatieDocumentWerdBevestigd(Event):
    bankrekeningnummer_id: int
    bevestigd_door: str


@dataclass(frozen=True, slots=True)
class AanwezigheidBankrekeningnummerValidatieDocumentWerdOngedaanGemaakt(Event):
    bankrekeningnummer_id: int
    ongedaan_gemaakt_door: str


@dataclass(frozen=True, slots=True)
class LidmaatschapWerdToegevoegd(Lidmaatschap, Event):
    pass


@dataclass(frozen=True, slots=True)
class LidmaatschapWerdGewijzigd(Lidmaatschap, Event):
    pass


@dataclass(frozen=True, slots=True)
class LidmaatschapWerdVerwijderd(Lidmaatschap, Event):
    pass
