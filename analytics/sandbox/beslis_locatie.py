"""Locations: add, change, remove."""

from __future__ import annotations

from dataclasses import replace

from analytics.sandbox import collecties, omzetten
from analytics.sandbox import events as e
from analytics.sandbox.beslis_contact import ontbreekt
from analytics.sandbox.beslis_registratie import adres_overgenomen, zet_locatie
from analytics.sandbox.besluit import Beslisser, Besluit, Omgeving
from analytics.sandbox.buitenwereld import haal_adres
from analytics.sandbox.fouten import domeinfout
from analytics.sandbox.gegevens import KBO, ZETEL, Adres, AdresId, Locatie
from analytics.sandbox.toestand import LocatieStand, Vereniging
from analytics.sandbox.toets_delen import XOF, toets_adressen, toets_locatie, toets_locatietype
from analytics.sandbox.toetsen import LEEG, PREDICAAT, Foutenlijst
from analytics.sandbox.verzoeken import TeWijzigenLocatie, TeWijzigenZetel, VoegLocatieToe, WijzigLocatie, WijzigZetel


def voeg_locatie_toe(v: VoegLocatieToe) -> Beslisser:
    """Give the decision on a new location."""
    f = Foutenlijst()
    if v.locatie is None:
        raise ontbreekt(f, "locatie")
    toets_locatie(f, "locatie", v.locatie)
    f.weiger()
    gevraagd = zet_locatie(v.locatie, 0)

    def beslis(stand: Vereniging, omgeving: Omgeving) -> Besluit:
        _geen_zetel(gevraagd.locatietype)
        nieuw = replace(gevraagd, locatie_id=stand.volgend_id("locatie"))
        collecties.toets_locatie_erbij(nieuw, (s.locatie for s in stand.locaties))
        toegevoegd = e.LocatieWerdToegevoegd(*_velden(nieuw))
        return Besluit((toegevoegd, *_uit_adresregister(stand.vcode, nieuw, omgeving)), deel_id=nieuw.locatie_id)

    return beslis


def wijzig_locatie(id_: int, v: WijzigLocatie) -> Beslisser:
    """Give the decision on a change of a location."""
    f = Foutenlijst()
    if v.locatie is None:
        raise ontbreekt(f, "locatie")
    w: TeWijzigenLocatie = v.locatie
    if w == TeWijzigenLocatie():
        f.meld("locatie", PREDICAAT, "'Locatie' moet ingevuld zijn.")
    if w.locatietype is not None:
        if w.locatietype.strip():
            toets_locatietype(f, "locatie", w.locatietype)
        else:
            f.meld("locatie.Locatietype", LEEG, "'locatietype' mag niet leeg zijn.")
    f.hoogstens("locatie.Naam", "Locatienaam", w.naam)
    if w.adres is not None and w.adres_id is not None:
        f.meld("locatie", PREDICAAT, XOF)
    toets_adressen(f, "locatie", w.adres, w.adres_id)
    f.weiger()
    adres_id, adres = omzetten.zet_adres_id(w.adres_id), omzetten.zet_adres(w.adres)

    def beslis(stand: Vereniging, omgeving: Omgeving) -> Besluit:
        oud = _locatie(stand, id_)
        if oud.bron == KBO:
            raise domeinfout("De maatschappelijke zetel volgens KBO kan niet gewijzigd worden.")
        nu = oud.locatie
        soort = nu.locatietype if w.locatietype is None else omzetten.zet_locatietype(w.locatietype)
        if w.locatietype is not None:
            _geen_zetel(soort)
        nieuw = replace(
            nu,
            locatietype=soort,
            is_primair=nu.is_primair if w.is_primair is None else w.is_primair,
            naam=nu.naam if w.naam is None else w.naam,
        )
        if adres is not None and adres != nu.adres:
            nieuw = replace(nieuw, adres=adres, adres_id=None)
        if adres_id is not None and adres_id != nu.adres_id:
            nieuw = replace(nieuw, adres=None, adres_id=adres_id)
        if nieuw == nu:
            return Besluit()
        collecties.toets_locatie_erbij(nieuw, (s.locatie for s in stand.locaties if s.id_ != id_))
        ander_id = nieuw.adres_id is not None and nieuw.adres_id != nu.adres_id
        erbij = _uit_adresregister(stand.vcode, nieuw, omgeving) if ander_id else ()
        return Besluit((e.LocatieWerdGewijzigd(*_velden(nieuw)), *erbij))

    return beslis


def wijzig_zetel(id_: int, v: WijzigZetel) -> Beslisser:
    """Give the decision on a change of name or primacy of the KBO seat."""
    f = Foutenlijst()
    if v.locatie is None:
        raise ontbreekt(f, "locatie")
    w: TeWijzigenZetel = v.locatie
    if w == TeWijzigenZetel():
        f.meld("locatie", PREDICAAT, "'Locatie' moet ingevuld zijn.")
    f.hoogstens("locatie.Naam", "Locatienaam", w.naam)
    f.weiger()

    def beslis(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
        oud = _locatie(stand, id_)
        if oud.bron != KBO:
            raise domeinfout("Deze actie kan niet uitgevoerd worden op deze locatie.")
        nieuw = replace(
            oud.locatie,
            naam=oud.locatie.naam if w.naam is None else w.naam,
            is_primair=oud.locatie.is_primair if w.is_primair is None else w.is_primair,
        )
        if nieuw == oud.locatie:
            return Besluit()
        collecties.toets_locatie_erbij(nieuw, (s.locatie for s in stand.locaties if s.id_ != id_))
        return Besluit((e.MaatschappelijkeZetelVolgensKBOWerdGewijzigd(id_, nieuw.naam, nieuw.is_primair),))

    return beslis


def verwijder_locatie(id_: int) -> Beslisser:
    """Give the decision on removing a location; the last one stays."""

    def beslis(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
        oud = _locatie(stand, id_)
        if oud.bron == KBO:
            raise domeinfout("De maatschappelijke zetel volgens KBO kan niet verwijderd worden.")
        if len(stand.locaties) == 1:
            raise domeinfout(
                "De vereniging moet minstens 1 locatie hebben. Je kan de laatste locatie niet verwijderen."
            )
        return Besluit((e.LocatieWerdVerwijderd(*_velden(oud.locatie)),))

    return beslis


def _velden(x: Locatie) -> tuple[int, str, bool, str, Adres | None, AdresId | None]:
    return x.locatie_id, x.locatietype, x.is_primair, x.naam, x.adres, x.adres_id


def _uit_adresregister(vcode: str, locatie: Locatie, omgeving: Omgeving) -> tuple[e.Event, ...]:
    if locatie.adres_id is None:
        return ()
    return (adres_overgenomen(vcode, locatie, haal_adres(locatie.adres_id, omgeving.ref)),)


def _geen_zetel(locatietype: str) -> None:
    if locatietype == ZETEL:
        raise domeinfout("Het locatietype 'Maatschappelijke zetel volgens KBO' kan niet toegekend worden.")


def _locatie(stand: Vereniging, id_: int) -> LocatieStand:
    for locatie in stand.locaties:
        if locatie.id_ == id_:
            return locatie
    raise domeinfout(f"Locatie met locatieId '{id_}' is niet gekend")
