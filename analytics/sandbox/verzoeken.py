"""
The request bodies of the register, field by field.

``None`` is absent or null. A tuple without ``None`` in its type defaults to empty when
absent and may not be null. ``Leegbaar`` dates tell ``""`` (clear) from null (keep).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Leeg(Enum):
    """The explicit empty value ``""`` of a date in a PATCH."""

    LEEG = ""


Leegbaar = date | Leeg | None


class Verzoek:
    """Base of every request model."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class DoelgroepVerzoek(Verzoek):
    minimumleeftijd: int | None = None
    maximumleeftijd: int | None = None


@dataclass(frozen=True, slots=True)
class AdresVerzoek(Verzoek):
    straatnaam: str | None = None
    huisnummer: str | None = None
    busnummer: str | None = None
    postcode: str | None = None
    gemeente: str | None = None
    land: str | None = None


@dataclass(frozen=True, slots=True)
class AdresIdVerzoek(Verzoek):
    broncode: str | None = None
    bronwaarde: str | None = None


@dataclass(frozen=True, slots=True)
class ContactgegevenVerzoek(Verzoek):
    contactgegeventype: str | None = None
    waarde: str | None = None
    beschrijving: str | None = None
    is_primair: bool = False


@dataclass(frozen=True, slots=True)
class LocatieVerzoek(Verzoek):
    locatietype: str | None = None
    is_primair: bool = False
    naam: str | None = None
    adres: AdresVerzoek | None = None
    adres_id: AdresIdVerzoek | None = None


@dataclass(frozen=True, slots=True)
class VertegenwoordigerVerzoek(Verzoek):
    insz: str | None = None
    voornaam: str | None = None
    achternaam: str | None = None
    roepnaam: str | None = None
    rol: str | None = None
    is_primair: bool = False
    e_mail: str | None = None
    telefoon: str | None = None
    mobiel: str | None = None
    social_media: str | None = None


@dataclass(frozen=True, slots=True)
class BankrekeningnummerVerzoek(Verzoek):
    iban: str | None = None
    doel: str | None = None
    titularissen: tuple[str | None, ...] | None = None


@dataclass(frozen=True, slots=True)
class RegistreerVerzoek(Verzoek):
    """Body of both ``feitelijkeverenigingen`` and ``vzer``."""

    naam: str | None = None
    korte_naam: str | None = None
    korte_beschrijving: str | None = None
    startdatum: date | None = None
    doelgroep: DoelgroepVerzoek | None = None
    is_uitgeschreven_uit_publieke_datastroom: bool = False
    contactgegevens: tuple[ContactgegevenVerzoek, ...] = ()
    locaties: tuple[LocatieVerzoek, ...] = ()
    vertegenwoordigers: tuple[VertegenwoordigerVerzoek, ...] = ()
    hoofdactiviteiten_verenigingsloket: tuple[str, ...] = ()
    werkingsgebieden: tuple[str, ...] | None = None
    bankrekeningnummers: tuple[BankrekeningnummerVerzoek, ...] = ()


@dataclass(frozen=True, slots=True)
class RegistreerKboVerzoek(Verzoek):
    kbo_nummer: str | None = None


@dataclass(frozen=True, slots=True)
class WijzigBasisgegevensVerzoek(Verzoek):
    naam: str | None = None
    korte_naam: str | None = None
    korte_beschrijving: str | None = None
    startdatum: Leegbaar = None
    doelgroep: DoelgroepVerzoek | None = None
    hoofdactiviteiten_verenigingsloket: tuple[str, ...] | None = None
    werkingsgebieden: tuple[str, ...] | None = None
    is_uitgeschreven_uit_publieke_datastroom: bool | None = None


@dataclass(frozen=True, slots=True)
class WijzigBasisgegevensKboVerzoek(Verzoek):
    korte_beschrijving: str | None = None
    roepnaam: str | None = None
    doelgroep: DoelgroepVerzoek | None = None
    hoofdactiviteiten_verenigingsloket: tuple[str, ...] | None = None
    werkingsgebieden: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class VoegContactgegevenToe(Verzoek):
    contactgegeven: ContactgegevenVerzoek | None = None


@dataclass(frozen=True, slots=True)
class TeWijzigenContactgegeven(Verzoek):
    waarde: str | None = None
    beschrijving: str | None = None
    is_primair: bool | None = None


@dataclass(frozen=True, slots=True)
class WijzigContactgegeven(Verzoek):
    contactgegeven: TeWijzigenContactgegeven | None = None


@dataclass(frozen=True, slots=True)
class TeWijzigenKboContactgegeven(Verzoek):
    beschrijving: str | None = None
    is_primair: bool | None = None


@dataclass(frozen=True, slots=True)
class WijzigKboContactgegeven(Verzoek):
    contactgegeven: TeWijzigenKboContactgegeven | None = None


@dataclass(frozen=True, slots=True)
class VoegLocatieToe(Verzoek):
    locatie: LocatieVerzoek | None = None


@dataclass(frozen=True, slots=True)
class TeWijzigenLocatie(Verzoek):
    locatietype: str | None = None
    is_primair: bool | None = None
    naam: str | None = None
    adres: AdresVerzoek | None = None
    adres_id: AdresIdVerzoek | None = None


@dataclass(frozen=True, slots=True)
class WijzigLocatie(Verzoek):
    locatie: TeWijzigenLocatie | None = None


@dataclass(frozen=True, slots=True)
class TeWijzigenZetel(Verzoek):
    naam: str | None = None
    is_primair: bool | None = None


@dataclass(frozen=True, slots=True)
class WijzigZetel(Verzoek):
    locatie: TeWijzigenZetel | None = None


@dataclass(frozen=True, slots=True)
class VoegVertegenwoordigerToe(Verzoek):
    vertegenwoordiger: VertegenwoordigerVerzoek | None = None


@dataclass(frozen=True, slots=True)
class TeWijzigenVertegenwoordiger(Verzoek):
    rol: str | None = None
    roepnaam: str | None = None
    is_primair: bool | None = None
    e_mail: str | None = None
    telefoon: str | None = None
    mobiel: str | None = None
    social_media: str | None = None


@dataclass(frozen=True, slots=True)
class WijzigVertegenwoordiger(Verzoek):
    vertegenwoordiger: TeWijzigenVertegenwoordiger | None = None


@dataclass(frozen=True, slots=True)
class VoegBankrekeningnummerToe(Verzoek):
    bankrekeningnummer: BankrekeningnummerVerzoek | None = None


@dataclass(frozen=True, slots=True)
class TeWijzigenBankrekeningnummer(Verzoek):
    doel: str | None = None
    titularissen: tuple[str | None, ...] | None = None


@dataclass(frozen=True, slots=True)
class WijzigBankrekeningnummer(Verzoek):
    bankrekeningnummer: TeWijzigenBankrekeningnummer | None = None


@dataclass(frozen=True, slots=True)
class VoegLidmaatschapToe(Verzoek):
    andere_vereniging: str | None = None
    van: date | None = None
    tot: date | None = None
    identificatie: str | None = None
    beschrijving: str | None = None


@dataclass(frozen=True, slots=True)
class WijzigLidmaatschap(Verzoek):
    van: Leegbaar = None
    tot: Leegbaar = None
    identificatie: str | None = None
    beschrijving: str | None = None


@dataclass(frozen=True, slots=True)
class WijzigSubtype(Verzoek):
    subtype: str | None = None
    andere_vereniging: str | None = None
    identificatie: str | None = None
    beschrijving: str | None = None


@dataclass(frozen=True, slots=True)
class StopVerzoek(Verzoek):
    einddatum: date | None = None


@dataclass(frozen=True, slots=True)
class VerwijderVerzoek(Verzoek):
    reden: str | None = None


@dataclass(frozen=True, slots=True)
class DubbelVanVerzoek(Verzoek):
    is_dubbel_van: str | None = None


@dataclass(frozen=True, slots=True)
class MinimumScoreVerzoek(Verzoek):
    waarde: float | None = None
