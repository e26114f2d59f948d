"""Contacts and bank accounts: add, change, remove."""

from __future__ import annotations

from dataclasses import astuple, replace

from analytics.sandbox import collecties, omzetten
from analytics.sandbox import events as e
from analytics.sandbox.besluit import VLO, Beslisser, Besluit, Omgeving
from analytics.sandbox.contactwaarden import TOETSEN
from analytics.sandbox.fouten import Weigering, domeinfout
from analytics.sandbox.gegevens import KBO
from analytics.sandbox.toestand import BankStand, ContactStand, Vereniging
from analytics.sandbox.toets_delen import toets_bankrekening, toets_contactgegeven, toets_doel_en_titularissen
from analytics.sandbox.toetsen import LEEG, PREDICAAT, VERPLICHT, Foutenlijst
from analytics.sandbox.verzoeken import (
    BankrekeningnummerVerzoek,
    ContactgegevenVerzoek,
    TeWijzigenBankrekeningnummer,
    TeWijzigenContactgegeven,
    TeWijzigenKboContactgegeven,
    VoegBankrekeningnummerToe,
    VoegContactgegevenToe,
    WijzigBankrekeningnummer,
    WijzigContactgegeven,
    WijzigKboContactgegeven,
)


def ontbreekt(f: Foutenlijst, naam: str) -> Weigering:
    """Give the refusal of a body without its wrapper *naam*."""
    f.meld(naam, VERPLICHT, f"'{naam.capitalize()}' is verplicht.")
    return f.weigering()


def voeg_contactgegeven_toe(v: VoegContactgegevenToe) -> Beslisser:
    """Give the decision on a new contact."""
    f = Foutenlijst()
    if v.contactgegeven is None:
        raise ontbreekt(f, "contactgegeven")
    toets_contactgegeven(f, "contactgegeven", v.contactgegeven, registratie=False)
    f.weiger()
    verzoek: ContactgegevenVerzoek = v.contactgegeven
    nieuw = omzetten.zet_contactgegeven(verzoek, 0)

    def beslis(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
        id_ = stand.volgend_id("contactgegeven")
        collecties.toets_contact_erbij(nieuw, (c.gegeven for c in stand.contactgegevens))
        toegevoegd = e.ContactgegevenWerdToegevoegd(*astuple(replace(nieuw, contactgegeven_id=id_)))
        return Besluit((toegevoegd,), deel_id=id_)

    return beslis


def wijzig_contactgegeven(id_: int, v: WijzigContactgegeven) -> Beslisser:
    """Give the decision on a change of a contact that is our own."""
    f = Foutenlijst()
    if v.contactgegeven is None:
        raise ontbreekt(f, "contactgegeven")
    w: TeWijzigenContactgegeven = v.contactgegeven
    if w == TeWijzigenContactgegeven():
        f.meld("contactgegeven", PREDICAAT, "'Contactgegeven' moet ingevuld zijn.")
    if w.waarde is not None and not w.waarde.strip():
        f.meld("contactgegeven.Waarde", LEEG, "'Waarde' mag niet leeg zijn.")
    f.hoogstens("contactgegeven.Beschrijving", "Beschrijving", w.beschrijving)
    f.weiger()

    def beslis(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
        oud = _contact(stand, id_)
        if oud.bron == KBO:
            raise domeinfout("Contactgegevens die uit KBO werden overgenomen, kunnen niet aangepast worden.")
        if w.waarde is not None:
            TOETSEN[oud.gegeven.contactgegeventype](w.waarde)
        nieuw = replace(
            oud.gegeven,
            waarde=oud.gegeven.waarde if w.waarde is None else w.waarde,
            beschrijving=oud.gegeven.beschrijving if w.beschrijving is None else w.beschrijving,
            is_primair=oud.gegeven.is_primair if w.is_primair is None else w.is_primair,
        )
        if nieuw == oud.gegeven:
            return Besluit()
        collecties.toets_contact_erbij(nieuw, (c.gegeven for c in stand.contactgegevens if c.id_ != id_))
        return Besluit((e.ContactgegevenWerdGewijzigd(*astuple(nieuw)),))

    return beslis


def wijzig_kbo_contactgegeven(id_: int, v: WijzigKboContactgegeven) -> Beslisser:
    """Give the decision on a change of what KBO does not own of a contact."""
    f = Foutenlijst()
    if v.contactgegeven is None:
        raise ontbreekt(f, "contactgegeven")
    w: TeWijzigenKboContactgegeven = v.contactgegeven
    if w == TeWijzigenKboContactgegeven():
        f.meld("contactgegeven", PREDICAAT, "'Contactgegeven' moet ingevuld zijn.")
    f.hoogstens("contactgegeven.Beschrijving", "Beschrijving", w.beschrijving)
    f.weiger()

    def beslis(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
        oud = _contact(stand, id_)
        if oud.bron != KBO:
            raise domeinfout("Deze actie kan niet uitgevoerd worden op dit contactgegeven.")
        nieuw = replace(
            oud.gegeven,
            beschrijving=oud.gegeven.beschrijving if w.beschrijving is None else w.beschrijving,
            is_primair=oud.gegeven.is_primair if w.is_primair is None else w.is_primair,
        )
        if nieuw == oud.gegeven:
            return Besluit()
        collecties.toets_contact_erbij(nieuw, (c.gegeven for c in stand.contactgegevens if c.id_ != id_))
        gewijzigd = e.ContactgegevenUitKBOWerdGewijzigd(
            id_, oud.type_volgens_kbo, nieuw.waarde, nieuw.beschrijving, nieuw.is_primair
        )
        return Besluit((gewijzigd,))

    return beslis


def verwijder_contactgegeven(id_: int) -> Beslisser:
    """Give the decision on removing a contact."""

    def beslis(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
        oud = _contact(stand, id_)
        if oud.bron == KBO:
            raise domeinfout("Contactgegevens die uit KBO werden overgenomen, kunnen niet verwijderd worden.")
        return Besluit((e.ContactgegevenWerdVerwijderd(*astuple(oud.gegeven)),))

    return beslis


def _contact(stand: Vereniging, id_: int) -> ContactStand:
    for contact in stand.contactgegevens:
        if contact.id_ == id_:
            return contact
    raise domeinfout(f"Het opgegeven contactgegevenId '{id_}' werd niet teruggevonden.")


def voeg_bankrekening_toe(v: VoegBankrekeningnummerToe) -> Beslisser:
    """Give the decision on a new bank account."""
    f = Foutenlijst()
    if v.bankrekeningnummer is None:
        raise ontbreekt(f, "bankrekeningnummer")
    toets_bankrekening(f, "bankrekeningnummer", v.bankrekeningnummer)
    f.weiger()
    verzoek: BankrekeningnummerVerzoek = v.bankrekeningnummer
    nieuw = omzetten.zet_bankrekening(verzoek, 0)

    def beslis(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
        id_ = stand.volgend_id("bankrekeningnummer")
        collecties.toets_rekening_erbij(nieuw, (b.rekening for b in stand.bankrekeningnummers))
        toegevoegd = e.BankrekeningnummerWerdToegevoegd(id_, nieuw.iban, nieuw.doel, nieuw.titularissen)
        return Besluit((toegevoegd,), deel_id=id_)

    return beslis


def wijzig_bankrekening(id_: int, v: WijzigBankrekeningnummer) -> Beslisser:
    """Give the decision on another purpose or other holders."""
    f = Foutenlijst()
    if v.bankrekeningnummer is None:
        raise ontbreekt(f, "bankrekeningnummer")
    w: TeWijzigenBankrekeningnummer = v.bankrekeningnummer
    if w == TeWijzigenBankrekeningnummer():
        f.meld("bankrekeningnummer", PREDICAAT, "Doel of Titularissen moet ingevuld zijn.")
    if w.titularissen == ():
        f.meld("bankrekeningnummer.Titularissen", LEEG, "Titularissen mag niet leeg zijn.")
    toets_doel_en_titularissen(f, "bankrekeningnummer", w.doel, w.titularissen)
    f.weiger()
    titularissen = omzetten.zet_titularissen(w.titularissen) if w.titularissen is not None else None

    def beslis(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
        oud = _bank(stand, id_)
        _niet_van_kbo(oud)
        doel = oud.rekening.doel if w.doel is None else w.doel
        houders = oud.rekening.titularissen if titularissen is None else titularissen
        if doel == oud.rekening.doel and set(houders) == set(oud.rekening.titularissen):
            return Besluit()
        return Besluit((e.BankrekeningnummerWerdGewijzigd(id_, doel, houders),))

    return beslis


def verwijder_bankrekening(id_: int) -> Beslisser:
    """Give the decision on removing a bank account."""

    def beslis(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
        oud = _bank(stand, id_)
        _niet_van_kbo(oud)
        return Besluit((e.BankrekeningnummerWerdVerwijderd(id_, oud.rekening.iban),))

    return beslis


def bevestig_bankrekening(id_: int) -> Beslisser:
    """Give the decision on "validation document seen" by the initiator."""

    def beslis(stand: Vereniging, omgeving: Omgeving) -> Besluit:
        ovo = omgeving.initiator
        bank = _bank(stand, id_)
        if ovo == VLO:
            raise domeinfout(f"OvoCode '{ovo}' is niet gemachtigd om deze actie uit te voeren.")
        if ovo in bank.bevestigd_door:
            raise domeinfout(f"Bankrekening validatie met OvoCode '{ovo}' is al reeds toegevoegd.")
        return Besluit((e.AanwezigheidBankrekeningnummerValidatieDocumentWerdBevestigd(id_, ovo),))

    return beslis


def trek_bevestiging_in(id_: int) -> Beslisser:
    """Give the decision on withdrawing the initiator's own confirmation."""

    def beslis(stand: Vereniging, omgeving: Omgeving) -> Besluit:
        ovo = omgeving.initiator
        if ovo not in _bank(stand, id_).bevestigd_door:
            raise domeinfout(
                f"Validatie kan niet ongedaan gemaakt worden omdat er geen validatie is met OvoCode '{ovo}'."
            )
        return Besluit((e.AanwezigheidBankrekeningnummerValidatieDocumentWerdOngedaanGemaakt(id_, ovo),))

    return beslis


def _bank(stand: Vereniging, id_: int) -> BankStand:
    for bank in stand.bankrekeningnummers:
        if bank.id_ == id_:
            return bank
    raise domeinfout(f"Bankrekeningnummer met bankrekeningnummerId '{id_}' is niet gekend.")


def _niet_van_kbo(bank: BankStand) -> None:
    if bank.bron == KBO:
        raise domeinfout("Deze actie kan niet uitgevoerd worden op een bankrekeningnummer die overgenomen is door kbo.")
