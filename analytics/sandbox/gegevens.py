"""The records an association is made of, as events and state hold them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pydantic import ConfigDict
from pydantic.alias_generators import to_camel

ZETEL = "Maatschappelijke zetel volgens KBO"
INITIATOR = "Initiator"
KBO = "KBO"


def json_naam(naam: str) -> str:
    """Give the key of a field as the register writes it: camelCase, with one hyphenated exception."""
    return "e-mail" if naam == "e_mail" else to_camel(naam)


class Vastgelegd:
    """Base of every stored record: camelCase keys in JSON, both spellings accepted in Python."""

    __slots__ = ()
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(alias_generator=json_naam, populate_by_name=True)


@dataclass(frozen=True, slots=True)
class Adres(Vastgelegd):
    straatnaam: str
    huisnummer: str
    busnummer: str
    postcode: str
    gemeente: str
    land: str

    @property
    def voorstelling(self) -> str:
        """One line, such as ``Molenstraat 12 bus A, 9940 Evergem, België``."""
        bus = f" bus {self.busnummer}" if self.busnummer else ""
        return f"{self.straatnaam} {self.huisnummer}{bus}, {self.postcode} {self.gemeente}, {self.land}"


@dataclass(frozen=True, slots=True)
class AdresId(Vastgelegd):
    broncode: str
    bronwaarde: str


@dataclass(frozen=True, slots=True)
class Code(Vastgelegd):
    """An entry of a code list."""

    code: str
    naam: str


@dataclass(frozen=True, slots=True)
class Doelgroep(Vastgelegd):
    minimumleeftijd: int = 0
    maximumleeftijd: int = 150


@dataclass(frozen=True, slots=True)
class Contactgegeven(Vastgelegd):
    contactgegeven_id: int
    contactgegeventype: str
    waarde: str
    beschrijving: str = ""
    is_primair: bool = False


@dataclass(frozen=True, slots=True)
class Locatie(Vastgelegd):
    locatie_id: int
    locatietype: str
    is_primair: bool
    naam: str
    adres: Adres | None
    adres_id: AdresId | None


@dataclass(frozen=True, slots=True)
class Persoon(Vastgelegd):
    """Everything personal about a representative; stored apart from the events, never in them."""

    insz: str
    voornaam: str
    achternaam: str
    roepnaam: str = ""
    rol: str = ""
    e_mail: str = ""
    telefoon: str = ""
    mobiel: str = ""
    social_media: str = ""


@dataclass(frozen=True, slots=True)
class Vertegenwoordiger(Vastgelegd):
    """A representative in an event: *ref* points at the person, who lives in a table apart."""

    vertegenwoordiger_id: int
    is_primair: bool
    ref: str


@dataclass(frozen=True, slots=True)
class Bankrekeningnummer(Vastgelegd):
    bankrekeningnummer_id: int
    iban: str
    doel: str
    titularissen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lidmaatschap(Vastgelegd):
    """Membership of another association; *van* and *tot* are ``yyyy-MM-dd`` or empty."""

    lidmaatschap_id: int
    andere_vereniging: str
    van: str
    tot: str
    identificatie: str
    beschrijving: str


@dataclass(frozen=True, slots=True)
class Subvereniging(Vastgelegd):
    andere_vereniging: str
    andere_vereniging_naam: str
    identificatie: str
    beschrijving: str


@dataclass(frozen=True, slots=True)
class Organisatie(Vastgelegd):
    """An organisation by its OVO code; *naam* repeats the code where no name is known here."""

    ovo_code: str
    naam: str


@dataclass(frozen=True, slots=True)
class IpdcProduct(Vastgelegd):
    nummer: str
    naam: str


@dataclass(frozen=True, slots=True)
class Erkenning(Vastgelegd):
    """A recognition; its dates are ``yyyy-MM-dd`` or empty."""

    erkenning_id: int
    geregistreerd_door: Organisatie
    ipdc_product: IpdcProduct
    startdatum: str
    einddatum: str
    hernieuwingsdatum: str
    hernieuwings_url: str


_NAMEN = {"OVO002949": "Digitaal Vlaanderen", "OVO000067": "VLO"}


def organisatie(ovo_code: str) -> Organisatie:
    """Give the organisation behind an initiator."""
    return Organisatie(ovo_code, _NAMEN.get(ovo_code, ovo_code))


ONBEKENDE_PERSOON = Persoon(
    insz="", voornaam="Geanonimiseerde", achternaam="persoon", e_mail="Geanonimiseerd", telefoon="Geanonimiseerd"
)
