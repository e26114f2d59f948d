"""What an association is at this moment: the fold of its events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from analytics.sandbox.gegevens import (
    INITIATOR,
    KBO,
    Bankrekeningnummer,
    Code,
    Contactgegeven,
    Doelgroep,
    Erkenning,
    Lidmaatschap,
    Locatie,
    Persoon,
    Subvereniging,
)
from analytics.sandbox.referentie import NVT

IEDEREEN = Doelgroep()
ACTIEF, GESTOPT, DUBBEL = "Actief", "Gestopt", "Dubbel"
IN_AANVRAAG, VERLOPEN, GESCHORST = "InAanvraag", "Verlopen", "Geschorst"


@dataclass(frozen=True, slots=True)
class ContactStand:
    gegeven: Contactgegeven
    bron: str = INITIATOR
    type_volgens_kbo: str = ""

    @property
    def id_(self) -> int:
        return self.gegeven.contactgegeven_id


@dataclass(frozen=True, slots=True)
class LocatieStand:
    """*te_matchen* is true until the address registry has answered about the current address."""

    locatie: Locatie
    bron: str = INITIATOR
    te_matchen: bool = False

    @property
    def id_(self) -> int:
        return self.locatie.locatie_id


@dataclass(frozen=True, slots=True)
class VertegenwoordigerStand:
    id_: int
    is_primair: bool
    persoon: Persoon
    bron: str = INITIATOR


@dataclass(frozen=True, slots=True)
class BankStand:
    rekening: Bankrekeningnummer
    bevestigd_door: tuple[str, ...] = ()
    bron: str = INITIATOR

    @property
    def id_(self) -> int:
        return self.rekening.bankrekeningnummer_id


@dataclass(frozen=True, slots=True)
class ErkenningStand:
    """A recognition, suspended as long as *reden_schorsing* is filled."""

    erkenning: Erkenning
    reden_schorsing: str = ""

    @property
    def id_(self) -> int:
        return self.erkenning.erkenning_id

    def status(self, vandaag: date) -> str:
        """Give the status on a day: a suspension goes before the dates."""
        if self.reden_schorsing:
            return GESCHORST
        dag = vandaag.isoformat()
        if self.erkenning.startdatum > dag:
            return IN_AANVRAAG
        # An open end is later than any day.
        return VERLOPEN if (self.erkenning.einddatum or "9999") < dag else ACTIEF


@dataclass(frozen=True, slots=True)
class Vereniging:
    """
    One association.

    *rechtsvorm* is empty for a VZER. *werkingsgebieden* is ``None`` while not determined.
    *hoogste_ids* holds the highest id ever given per kind, because ids are never reused.
    """

    vcode: str
    versie: int = 0
    rechtsvorm: str = ""
    kbo_nummer: str = ""
    naam: str = ""
    korte_naam: str = ""
    roepnaam: str = ""
    korte_beschrijving: str = ""
    startdatum: date | None = None
    einddatum: date | None = None
    doelgroep: Doelgroep = IEDEREEN
    is_uitgeschreven: bool = False
    hoofdactiviteiten: tuple[Code, ...] = ()
    werkingsgebieden: tuple[Code, ...] | None = None
    contactgegevens: tuple[ContactStand, ...] = ()
    locaties: tuple[LocatieStand, ...] = ()
    vertegenwoordigers: tuple[VertegenwoordigerStand, ...] = ()
    bankrekeningnummers: tuple[BankStand, ...] = ()
    lidmaatschappen: tuple[Lidmaatschap, ...] = ()
    erkenningen: tuple[ErkenningStand, ...] = ()
    is_erkend: bool = False
    hoogste_ids: tuple[tuple[str, int], ...] = ()
    subtype: str = ""
    subvereniging_van: Subvereniging | None = None
    is_verwijderd: bool = False
    is_dubbel_van: str = ""
    corresponderende_vcodes: tuple[str, ...] = ()
    in_stopzetting: bool = False
    geotags: tuple[str, ...] = ()
    laatste_aanpassing: str = ""

    @property
    def is_kbo(self) -> bool:
        return bool(self.rechtsvorm)

    @property
    def bron(self) -> str:
        return KBO if self.is_kbo else INITIATOR

    @property
    def status(self) -> str:
        if self.is_dubbel_van:
            return DUBBEL
        return GESTOPT if self.einddatum is not None else ACTIEF

    @property
    def is_nvt(self) -> bool:
        """Whether the werkingsgebieden are "niet van toepassing"."""
        return self.werkingsgebieden is not None and [code.code for code in self.werkingsgebieden] == [NVT]

    def volgend_id(self, soort: str) -> int:
        """Give the id that the next part of *soort* (such as ``locatie``) gets."""
        return dict(self.hoogste_ids).get(soort, 0) + 1
