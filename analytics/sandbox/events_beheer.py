"""Events of an association's life: stopped, removed, doubled, refined; and what the address registry answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from analytics.sandbox.events import Event
from analytics.sandbox.gegevens import Adres, AdresId, Subvereniging


@dataclass(frozen=True, slots=True)
class VerenigingWerdGestopt(Event):
    einddatum: date


@dataclass(frozen=True, slots=True)
class EinddatumWerdGewijzigd(Event):
    einddatum: date


@dataclass(frozen=True, slots=True)
class VerenigingWerdVerwijderd(Event):
    reden: str


@dataclass(frozen=True, slots=True)
class VerenigingWerdInStopzettingGeplaatst(Event):
    pass


@dataclass(frozen=True, slots=True)
class VerenigingWerdUitStopzettingGehaald(Event):
    pass


@dataclass(frozen=True, slots=True)
class VerenigingWerdGemarkeerdAlsDubbelVan(Event):
    v_code: str
    v_code_authentieke_vereniging: str


@dataclass(frozen=True, slots=True)
class VerenigingAanvaarddeDubbeleVereniging(Event):
    v_code: str
    v_code_dubbele_vereniging: str


@dataclass(frozen=True, slots=True)
class WeigeringDubbelDoorAuthentiekeVerenigingWerdVerwerkt(Event):
    v_code: str
    v_code_authentieke_vereniging: str
    vorige_status: str


@dataclass(frozen=True, slots=True)
class MarkeringDubbeleVerengingWerdGecorrigeerd(Event):
    """The register's own spelling."""

    v_code: str
    v_code_authentieke_vereniging: str
    vorige_status: str


@dataclass(frozen=True, slots=True)
class VerenigingAanvaarddeCorrectieDubbeleVereniging(Event):
    v_code: str
    v_code_dubbele_vereniging: str


@dataclass(frozen=True, slots=True)
class VerenigingssubtypeWerdVerfijndNaarFeitelijkeVereniging(Event):
    v_code: str


@dataclass(frozen=True, slots=True)
class VerenigingssubtypeWerdVerfijndNaarSubvereniging(Event):
    v_code: str
    subvereniging_van: Subvereniging


@dataclass(frozen=True, slots=True)
class VerenigingssubtypeWerdTerugGezetNaarNietBepaald(Event):
    v_code: str


@dataclass(frozen=True, slots=True)
class SubverenigingRelatieWerdGewijzigd(Event):
    v_code: str
    andere_vereniging: str
    andere_vereniging_naam: str


@dataclass(frozen=True, slots=True)
class SubverenigingDetailsWerdenGewijzigd(Event):
    v_code: str
    identificatie: str
    beschrijving: str


@dataclass(frozen=True, slots=True)
class AdresregisterEvent(Event):
    """Base of what the address registry causes: raises the version, but is forgiven in ``If-Match``."""

    v_code: str


@dataclass(frozen=True, slots=True)
class AdresBleefZoalsHetWas(AdresregisterEvent):
    """Base of the answers that change nothing anybody can search for."""


@dataclass(frozen=True, slots=True)
class AdresWerdOvergenomenUitAdressenregister(AdresregisterEvent):
    locatie_id: int
    adres_id: AdresId
    adres: Adres


@dataclass(frozen=True, slots=True)
class AdresKonNietOvergenomenWordenUitAdressenregister(AdresBleefZoalsHetWas):
    locatie_id: int
    adres: str
    reden: str


@dataclass(frozen=True, slots=True)
class AdresNietUniekInAdressenregister(AdresBleefZoalsHetWas):
    locatie_id: int
    niet_overgenomen_adressen_uit_adressenregister: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AdresWerdNietGevondenInAdressenregister(AdresBleefZoalsHetWas):
    locatie_id: int
    straatnaam: str
    huisnummer: str
    busnummer: str
    postcode: str
    gemeente: str


@dataclass(frozen=True, slots=True)
class AdresWerdGewijzigdInAdressenregister(AdresregisterEvent):
    locatie_id: int
    adres_id: AdresId
    adres: Adres
    idempotence_key: str


@dataclass(frozen=True, slots=True)
class AdresWerdOntkoppeldVanAdressenregister(AdresregisterEvent):
    locatie_id: int
    adres_id: AdresId
    adres: Adres


@dataclass(frozen=True, slots=True)
class LocatieDuplicaatWerdVerwijderdNaAdresMatch(AdresregisterEvent):
    verwijderde_locatie_id: int
    behouden_locatie_id: int
    locatie_naam: str
    adres_id: AdresId | None
