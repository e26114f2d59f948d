"""The request validator of registrations and of changes to basisgegevens."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from analytics.sandbox.referentie import NVT
from analytics.sandbox.toets_delen import (
    CORRESPONDENTIE,
    locatiesleutel,
    toets_bankrekening,
    toets_contactgegeven,
    toets_locatie,
    toets_vertegenwoordiger,
)
from analytics.sandbox.toetsen import LEEG, LENGTE, PREDICAAT, Foutenlijst, heeft_dubbele
from analytics.sandbox.verzoeken import (
    DoelgroepVerzoek,
    RegistreerKboVerzoek,
    RegistreerVerzoek,
    WijzigBasisgegevensKboVerzoek,
    WijzigBasisgegevensVerzoek,
)

TOEKOMST = "Startdatum mag niet in de toekomst liggen."


def toets_registratie(v: RegistreerVerzoek, *, vandaag: date) -> None:
    """Refuse a registration that breaks any request rule, with all rules it breaks."""
    f = Foutenlijst()
    f.verplicht("naam", "Naam", v.naam)
    _teksten(f, v.naam, v.korte_naam, v.korte_beschrijving)
    if v.startdatum is not None and v.startdatum > vandaag:
        f.meld("startdatum", PREDICAAT, TOEKOMST)
    _doelgroep(f, v.doelgroep)
    for i, contact in enumerate(v.contactgegevens):
        toets_contactgegeven(f, f"contactgegevens[{i}]", contact, registratie=True)
    _locaties(f, v)
    for i, vertegenwoordiger in enumerate(v.vertegenwoordigers):
        toets_vertegenwoordiger(f, f"vertegenwoordigers[{i}]", vertegenwoordiger, html=True)
    _hoofdactiviteiten(
        f,
        v.hoofdactiviteiten_verenigingsloket,
        "Een waarde in de hoofdactiviteitenLijst mag slechts 1 maal voorkomen.",
    )
    _werkingsgebieden(f, v.werkingsgebieden)
    for i, rekening in enumerate(v.bankrekeningnummers):
        toets_bankrekening(f, f"bankrekeningnummers[{i}]", rekening)
    if heeft_dubbele(rekening.iban for rekening in v.bankrekeningnummers if rekening.iban):
        reden = "Het IBAN van een bankrekening moet uniek zijn binnen de vereniging."
        f.meld("bankrekeningnummers", PREDICAAT, reden)
    f.weiger()


def _locaties(f: Foutenlijst, v: RegistreerVerzoek) -> None:
    for i, locatie in enumerate(v.locaties):
        toets_locatie(f, f"locaties[{i}]", locatie)
    if len({locatiesleutel(locatie) for locatie in v.locaties}) != len(v.locaties):
        f.meld("locaties", PREDICAAT, "Identieke locaties zijn niet toegelaten.")
    if sum((locatie.locatietype or "").lower() == CORRESPONDENTIE.lower() for locatie in v.locaties) > 1:
        f.meld("locaties", PREDICAAT, "Er mag maximum één correspondentie locatie opgegeven worden.")
    if sum(locatie.is_primair for locatie in v.locaties) > 1:
        f.meld("locaties", PREDICAAT, "Er mag maximum één primaire locatie opgegeven worden.")


def toets_kbo_registratie(v: RegistreerKboVerzoek) -> None:
    """Refuse a missing, blank or too short KBO number."""
    f = Foutenlijst()
    if f.verplicht("kboNummer", "KboNummer", v.kbo_nummer) and len(v.kbo_nummer or "") < 10:
        f.meld("kboNummer", LENGTE, "'KboNummer' moet 10 cijfers bevatten.")
    f.weiger()


def toets_wijziging(v: WijzigBasisgegevensVerzoek, *, vandaag: date) -> None:
    """Refuse a change of basisgegevens that breaks any request rule."""
    f = Foutenlijst()
    _niet_leeg(f, v)
    if v.naam is not None and not v.naam.strip():
        f.meld("naam", LEEG, "'Naam' mag niet leeg zijn.")
    _teksten(f, v.naam, v.korte_naam, v.korte_beschrijving)
    if isinstance(v.startdatum, date) and v.startdatum > vandaag:
        f.meld("startdatum", PREDICAAT, TOEKOMST)
    _gedeelde_wijziging(f, v)
    f.weiger()


def toets_kbo_wijziging(v: WijzigBasisgegevensKboVerzoek) -> None:
    """Refuse a change of a KBO association that breaks any request rule."""
    f = Foutenlijst()
    _niet_leeg(f, v)
    f.geen_html("korteBeschrijving", v.korte_beschrijving)
    f.geen_html("roepnaam", v.roepnaam)
    _gedeelde_wijziging(f, v)
    f.weiger()


def _gedeelde_wijziging(f: Foutenlijst, v: WijzigBasisgegevensVerzoek | WijzigBasisgegevensKboVerzoek) -> None:
    _doelgroep(f, v.doelgroep)
    _hoofdactiviteiten(
        f,
        v.hoofdactiviteiten_verenigingsloket or (),
        "Elke waarde in de hoofdactiviteiten mag slechts 1 maal voorkomen.",
    )
    _werkingsgebieden(f, v.werkingsgebieden)


def _niet_leeg(f: Foutenlijst, v: WijzigBasisgegevensVerzoek | WijzigBasisgegevensKboVerzoek) -> None:
    if all(getattr(v, veld.name) is None for veld in fields(v)):
        f.meld("request", PREDICAAT, "Een request mag niet leeg zijn.")


def _teksten(f: Foutenlijst, naam: str | None, korte_naam: str | None, korte_beschrijving: str | None) -> None:
    f.geen_html("naam", naam)
    f.geen_html("korteNaam", korte_naam)
    f.geen_html("korteBeschrijving", korte_beschrijving)


def _doelgroep(f: Foutenlijst, doelgroep: DoelgroepVerzoek | None) -> None:
    if doelgroep is None:
        return
    laagste = 0 if doelgroep.minimumleeftijd is None else doelgroep.minimumleeftijd
    hoogste = 150 if doelgroep.maximumleeftijd is None else doelgroep.maximumleeftijd
    if laagste > hoogste:
        reden = "Bij 'doelgroep' moet de 'minimumleeftijd' kleiner of gelijk aan 'maximumleeftijd' zijn."
        f.meld("doelgroep", PREDICAAT, reden)
    for naam, leeftijd in (("minimumleeftijd", laagste), ("maximumleeftijd", hoogste)):
        if not 0 <= leeftijd <= 150:
            f.meld(f"doelgroep.{naam.capitalize()}", PREDICAAT, f"De '{naam}' moet binnen 0 en 150 vallen.")


def _hoofdactiviteiten(f: Foutenlijst, codes: tuple[str, ...], dubbel: str) -> None:
    if heeft_dubbele(code.lower() for code in codes):
        f.meld("hoofdactiviteitenVerenigingsloket", PREDICAAT, dubbel)
    for i, code in enumerate(codes):
        f.geen_html(f"hoofdactiviteitenVerenigingsloket[{i}]", code)


def _werkingsgebieden(f: Foutenlijst, codes: tuple[str, ...] | None) -> None:
    if not codes:
        return
    if heeft_dubbele(code.lower() for code in codes):
        f.meld("werkingsgebieden", PREDICAAT, "Elke waarde in de werkingsgebieden mag slechts eenmaal voorkomen.")
    # Two times NVT is a repetition, not a combination.
    if NVT.lower() in {code.lower() for code in codes} and any(code.lower() != NVT.lower() for code in codes):
        reden = "Het opgegeven werkingsgebied NVT kan niet gecombineerd worden met andere codes."
        f.meld("werkingsgebieden", PREDICAAT, reden)
    for i, code in enumerate(codes):
        f.geen_html(f"werkingsgebieden[{i}]", code)
