"""Representatives: add, change, remove. The person goes to a table apart, the event holds a reference."""

from __future__ import annotations

from dataclasses import replace

from analytics.sandbox import collecties, omzetten
from analytics.sandbox import events as e
from analytics.sandbox.beslis_basis import VERKEERD_TYPE
from analytics.sandbox.beslis_contact import ontbreekt
from analytics.sandbox.besluit import Beslisser, Besluit, Omgeving, persoonsref
from analytics.sandbox.buitenwereld import is_overleden, toets_bij_ksz
from analytics.sandbox.fouten import domeinfout
from analytics.sandbox.toestand import Vereniging, VertegenwoordigerStand
from analytics.sandbox.toets_delen import toets_vertegenwoordiger
from analytics.sandbox.toetsen import PREDICAAT, Foutenlijst
from analytics.sandbox.verzoeken import TeWijzigenVertegenwoordiger, VoegVertegenwoordigerToe, WijzigVertegenwoordiger


def voeg_vertegenwoordiger_toe(v: VoegVertegenwoordigerToe) -> Beslisser:
    """Give the decision on a new representative."""
    f = Foutenlijst()
    if v.vertegenwoordiger is None:
        raise ontbreekt(f, "vertegenwoordiger")
    toets_vertegenwoordiger(f, "vertegenwoordiger", v.vertegenwoordiger, html=False)
    f.weiger()
    persoon, is_primair = omzetten.zet_persoon(v.vertegenwoordiger), v.vertegenwoordiger.is_primair

    def beslis(stand: Vereniging, omgeving: Omgeving) -> Besluit:
        if stand.is_kbo:
            raise domeinfout("Aan een KBO vereniging kunnen geen vertegenwoordigers toegevoegd worden.")
        toets_bij_ksz((persoon.insz,), omgeving.ref)
        if is_overleden(persoon.insz, omgeving.ref):
            raise domeinfout("Overleden vertegenwoordigers kunnen niet worden toegevoegd aan een vereniging.")
        andere = ((s.persoon.insz, s.is_primair) for s in stand.vertegenwoordigers)
        collecties.toets_persoon_erbij(persoon.insz, is_primair, andere)
        id_ = stand.volgend_id("vertegenwoordiger")
        ref = persoonsref(stand.vcode, stand.versie + 1, id_)
        return Besluit((e.VertegenwoordigerWerdToegevoegd(id_, is_primair, ref),), {ref: persoon}, deel_id=id_)

    return beslis


def wijzig_vertegenwoordiger(id_: int, v: WijzigVertegenwoordiger) -> Beslisser:
    """Give the decision on a change of a representative; INSZ and names cannot change."""
    f = Foutenlijst()
    if v.vertegenwoordiger is None:
        raise ontbreekt(f, "vertegenwoordiger")
    w: TeWijzigenVertegenwoordiger = v.vertegenwoordiger
    if w == TeWijzigenVertegenwoordiger():
        f.meld("vertegenwoordiger", PREDICAAT, "'Vertegenwoordiger' moet ingevuld zijn.")
    f.weiger()
    omzetten.zet_bereikbaarheid(w.e_mail, w.telefoon, w.mobiel, w.social_media)

    def beslis(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
        if stand.is_kbo:
            raise domeinfout(VERKEERD_TYPE)
        oud = _vertegenwoordiger(stand, id_)
        nieuw = replace(
            oud.persoon,
            **{
                naam: waarde
                for naam in ("rol", "roepnaam", "e_mail", "telefoon", "mobiel", "social_media")
                if (waarde := getattr(w, naam)) is not None
            },
        )
        primair = oud.is_primair if w.is_primair is None else w.is_primair
        if (nieuw, primair) == (oud.persoon, oud.is_primair):
            return Besluit()
        andere = ((s.persoon.insz, s.is_primair) for s in stand.vertegenwoordigers if s.id_ != id_)
        collecties.toets_persoon_erbij(nieuw.insz, primair, andere)
        ref = persoonsref(stand.vcode, stand.versie + 1, id_)
        return Besluit((e.VertegenwoordigerWerdGewijzigd(id_, primair, ref),), {ref: nieuw})

    return beslis


def verwijder_vertegenwoordiger(id_: int) -> Beslisser:
    """Give the decision on removing a representative; the last one stays."""

    def beslis(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
        if stand.is_kbo:
            raise domeinfout("Een vertegenwoordiger van een KBO vereniging kan niet verwijderd worden.")
        oud = _vertegenwoordiger(stand, id_)
        if len(stand.vertegenwoordigers) == 1:
            raise domeinfout(
                "De vereniging moet minstens 1 vertegenwoordiger hebben. "
                "Je kan de laatste vertegenwoordiger niet verwijderen."
            )
        ref = persoonsref(stand.vcode, stand.versie + 1, id_)
        return Besluit((e.VertegenwoordigerWerdVerwijderd(id_, oud.is_primair, ref),), {ref: oud.persoon})

    return beslis


def _vertegenwoordiger(stand: Vereniging, id_: int) -> VertegenwoordigerStand:
    for vertegenwoordiger in stand.vertegenwoordigers:
        if vertegenwoordiger.id_ == id_:
            return vertegenwoordiger
    raise domeinfout(f"Vertegenwoordiger met vertegenwoordigerId '{id_}' is niet gekend.")
