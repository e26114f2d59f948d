"""Registering an association: the decider in its phases, since duplicate detection lies between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from analytics.sandbox import collecties, omzetten
from analytics.sandbox import events as e
from analytics.sandbox.besluit import Besluit, Omgeving, persoonsref
from analytics.sandbox.buitenwereld import haal_adres, is_overleden, toets_bij_ksz
from analytics.sandbox.events_beheer import AdresWerdOvergenomenUitAdressenregister
from analytics.sandbox.fouten import domeinfout
from analytics.sandbox.gegevens import (
    ZETEL,
    Adres,
    Bankrekeningnummer,
    Code,
    Contactgegeven,
    Doelgroep,
    Locatie,
    Persoon,
    Vertegenwoordiger,
)
from analytics.sandbox.referentie import NVT, RECHTSVORMEN, Registeradres
from analytics.sandbox.verzoeken import LocatieVerzoek, RegistreerVerzoek


@dataclass(frozen=True, slots=True)
class Registratie:
    """A registration whose values are valid one by one; *adressen* is what the registry knows, by location id."""

    naam: str
    korte_naam: str
    korte_beschrijving: str
    startdatum: date | None
    doelgroep: Doelgroep
    is_uitgeschreven: bool
    contactgegevens: tuple[Contactgegeven, ...]
    locaties: tuple[Locatie, ...]
    vertegenwoordigers: tuple[tuple[Persoon, bool], ...]
    hoofdactiviteiten: tuple[Code, ...]
    werkingsgebieden: tuple[Code, ...]
    bankrekeningnummers: tuple[Bankrekeningnummer, ...]
    adressen: Mapping[int, Registeradres]

    @property
    def plaatsen(self) -> tuple[Adres, ...]:
        """The addresses that place the association, those behind an adresId included."""
        gevonden = {id_: adres.adres for id_, adres in self.adressen.items()}
        alle = (locatie.adres or gevonden.get(locatie.locatie_id) for locatie in self.locaties)
        return tuple(adres for adres in alle if adres is not None)


def zet_om(v: RegistreerVerzoek, omgeving: Omgeving) -> Registratie:
    """Give the values of a registration: domain rules in the register's order, then KSZ, then addresses."""
    ref = omgeving.ref
    werkingsgebieden = omzetten.zet_werkingsgebieden(v.werkingsgebieden or (), ref)
    naam = omzetten.zet_naam(v.naam)
    startdatum = omzetten.zet_startdatum(v.startdatum, omgeving.vandaag)
    doelgroep = omzetten.zet_doelgroep(v.doelgroep)
    contacten = tuple(omzetten.zet_contactgegeven(c, i) for i, c in enumerate(v.contactgegevens, 1))
    locaties = tuple(zet_locatie(locatie, i) for i, locatie in enumerate(v.locaties, 1))
    personen = tuple((omzetten.zet_persoon(p), p.is_primair) for p in v.vertegenwoordigers)
    hoofdactiviteiten = omzetten.zet_hoofdactiviteiten(v.hoofdactiviteiten_verenigingsloket, ref)
    rekeningen = tuple(omzetten.zet_bankrekening(r, i) for i, r in enumerate(v.bankrekeningnummers, 1))
    toets_bij_ksz((persoon.insz for persoon, _ in personen), ref)
    return Registratie(
        naam=naam,
        korte_naam=v.korte_naam or "",
        korte_beschrijving=v.korte_beschrijving or "",
        startdatum=startdatum,
        doelgroep=doelgroep,
        is_uitgeschreven=v.is_uitgeschreven_uit_publieke_datastroom,
        contactgegevens=contacten,
        locaties=locaties,
        vertegenwoordigers=personen,
        hoofdactiviteiten=hoofdactiviteiten,
        werkingsgebieden=werkingsgebieden,
        bankrekeningnummers=rekeningen,
        adressen={x.locatie_id: haal_adres(x.adres_id, ref) for x in locaties if x.adres_id is not None},
    )


def zet_locatie(v: LocatieVerzoek, id_: int) -> Locatie:
    """Give a requested location."""
    adres_id = omzetten.zet_adres_id(v.adres_id)
    adres = omzetten.zet_adres(v.adres)
    if adres_id is None and adres is None:
        raise domeinfout("Een locatie moet minstens een adresId of een adres bevatten.")
    return Locatie(id_, omzetten.zet_locatietype(v.locatietype), v.is_primair, v.naam or "", adres, adres_id)


def toets_overlijden(r: Registratie, omgeving: Omgeving) -> None:
    """Refuse deceased representatives and, once more, a start date after today; no vCode is drawn before this."""
    if any(is_overleden(persoon.insz, omgeving.ref) for persoon, _ in r.vertegenwoordigers):
        raise domeinfout("De vereniging kan niet geregistreerd worden met overleden vertegenwoordigers.")
    omzetten.zet_startdatum(r.startdatum, omgeving.vandaag)


def registreer(r: Registratie, vcode: str, *, bevestigd: bool) -> Besluit:
    """Give the events of a registration under *vcode*, or refuse what breaks a rule on a whole collection."""
    for i, locatie in enumerate(r.locaties):
        collecties.toets_locatie_erbij(locatie, r.locaties[:i])
    for i, contact in enumerate(r.contactgegevens):
        collecties.toets_contact_erbij(contact, r.contactgegevens[:i])
    paren = tuple((persoon.insz, primair) for persoon, primair in r.vertegenwoordigers)
    for i, (insz, primair) in enumerate(paren):
        collecties.toets_persoon_erbij(insz, primair, paren[:i])
    for i, rekening in enumerate(r.bankrekeningnummers):
        collecties.toets_rekening_erbij(rekening, r.bankrekeningnummers[:i])
    personen = {persoonsref(vcode, 1, i): persoon for i, (persoon, _) in enumerate(r.vertegenwoordigers, 1)}
    geregistreerd = e.VerenigingZonderEigenRechtspersoonlijkheidWerdGeregistreerd(
        v_code=vcode,
        naam=r.naam,
        korte_naam=r.korte_naam,
        korte_beschrijving=r.korte_beschrijving,
        startdatum=r.startdatum,
        doelgroep=r.doelgroep,
        is_uitgeschreven_uit_publieke_datastroom=r.is_uitgeschreven,
        contactgegevens=r.contactgegevens,
        locaties=r.locaties,
        vertegenwoordigers=tuple(
            Vertegenwoordiger(i, primair, persoonsref(vcode, 1, i))
            for i, (_, primair) in enumerate(r.vertegenwoordigers, 1)
        ),
        hoofdactiviteiten_verenigingsloket=r.hoofdactiviteiten,
        bankrekeningnummers=r.bankrekeningnummers,
        bevestigd_na_dubbelmelding=bevestigd,
    )
    overgenomen = (
        adres_overgenomen(vcode, locatie, r.adressen[locatie.locatie_id])
        for locatie in r.locaties
        if locatie.locatie_id in r.adressen
    )
    return Besluit(
        (geregistreerd, *werkingsgebieden_bij_registratie(vcode, r.werkingsgebieden), *overgenomen), personen
    )


def werkingsgebieden_bij_registratie(vcode: str, gebieden: tuple[Code, ...]) -> tuple[e.Event, ...]:
    """Give the event for the areas of a registration: none when they are not determined."""
    if not gebieden:
        return ()
    if [gebied.code for gebied in gebieden] == [NVT]:
        return (e.WerkingsgebiedenWerdenNietVanToepassing(vcode),)
    return (e.WerkingsgebiedenWerdenBepaald(vcode, gebieden),)


def adres_overgenomen(vcode: str, locatie: Locatie, gevonden: Registeradres) -> e.Event:
    """Give the event that fills in the address behind a location's adresId."""
    assert locatie.adres_id is not None  # noqa: S101 -- only such a location is looked up
    return AdresWerdOvergenomenUitAdressenregister(vcode, locatie.locatie_id, locatie.adres_id, gevonden.adres)


def registreer_uit_kbo(kbo_nummer: str, vcode: str, omgeving: Omgeving) -> Besluit:
    """Give the events of a registration from KBO; see :func:`toets_onderneming` for what is refused before."""
    o = omgeving.ref.ondernemingen[kbo_nummer]
    startdatum = date.fromisoformat(o.startdatum) if o.startdatum else None
    rechtsvorm = RECHTSVORMEN[o.rechtsvorm]
    nieuwe: list[e.Event] = [
        e.VerenigingMetRechtspersoonlijkheidWerdGeregistreerd(
            vcode, kbo_nummer, rechtsvorm, o.naam, o.korte_naam, startdatum
        )
    ]
    if o.zetel is not None:
        nieuwe.append(e.MaatschappelijkeZetelWerdOvergenomenUitKbo(1, ZETEL, False, "", o.zetel, None))
    nieuwe += [
        e.ContactgegevenWerdOvergenomenUitKBO(i, soort, kbo_type, waarde)
        for i, (kbo_type, soort, waarde) in enumerate(o.contacten, 1)
    ]
    personen = {}
    for i, mens in enumerate(o.vertegenwoordigers, 1):
        ref = persoonsref(vcode, 1, i)
        personen[ref] = Persoon(mens.insz, mens.voornaam, mens.achternaam)
        nieuwe.append(e.VertegenwoordigerWerdOvergenomenUitKBO(i, False, ref))
    nieuwe.append(e.VerenigingWerdIngeschrevenOpWijzigingenUitKbo(kbo_nummer))
    return Besluit(tuple(nieuwe), personen)


def toets_onderneming(kbo_nummer: str, omgeving: Omgeving) -> None:
    """Refuse a number that KBO does not know as an active association."""
    o = omgeving.ref.ondernemingen.get(kbo_nummer)
    if o is None or not o.is_actieve_onderneming or not o.naam or o.rechtsvorm not in RECHTSVORMEN:
        raise domeinfout("Er werd voor dit KBO-nummer geen geldige vereniging gevonden.")
