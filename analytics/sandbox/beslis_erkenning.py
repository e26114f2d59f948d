"""
Recognitions: register, change, suspend, remove.

The register's own rules about them are not known here; what a request must hold, the order of
dates and an unknown id are judged as for the other parts of an association.
"""

from __future__ import annotations

from dataclasses import astuple, replace
from datetime import date

from analytics.sandbox import events_erkenning as k
from analytics.sandbox.beslis_contact import ontbreekt
from analytics.sandbox.beslis_relaties import PERIODE
from analytics.sandbox.besluit import Beslisser, Besluit, Omgeving
from analytics.sandbox.events import Event
from analytics.sandbox.fouten import domeinfout
from analytics.sandbox.gegevens import Erkenning, IpdcProduct, organisatie
from analytics.sandbox.toestand import ACTIEF, ErkenningStand, Vereniging
from analytics.sandbox.toetsen import MINSTENS, PREDICAAT, Foutenlijst
from analytics.sandbox.verzoeken import Leegbaar
from analytics.sandbox.verzoeken_erkenning import (
    RegistreerErkenning,
    SchorsErkenning,
    TeWijzigenErkenning,
    WijzigErkenning,
)


def registreer_erkenning(v: RegistreerErkenning) -> Beslisser:
    """Give the decision on a new recognition by the initiator."""
    f = Foutenlijst()
    if v.erkenning is None:
        raise ontbreekt(f, "erkenning")
    w = v.erkenning
    f.verplicht("erkenning.IpdcProductNummer", "ipdcProductNummer", w.ipdc_product_nummer)
    _toets_periode(f, w.startdatum, w.einddatum)
    f.weiger()

    def beslis(stand: Vereniging, omgeving: Omgeving) -> Besluit:
        id_ = stand.volgend_id("erkenning")
        nieuw = Erkenning(
            id_,
            organisatie(omgeving.initiator),
            IpdcProduct(w.ipdc_product_nummer or "", ""),
            _tekst(w.startdatum),
            _tekst(w.einddatum),
            _tekst(w.hernieuwingsdatum),
            w.hernieuwings_url or "",
        )
        geregistreerd = k.ErkenningWerdGeregistreerd(
            id_, nieuw.geregistreerd_door, nieuw.ipdc_product, *astuple(nieuw)[3:]
        )
        over = (*stand.erkenningen, ErkenningStand(nieuw))
        return Besluit((geregistreerd, *_erkend(stand, over, omgeving)), deel_id=id_)

    return beslis


def wijzig_erkenning(id_: int, v: WijzigErkenning) -> Beslisser:
    """Give the decision on a change of a recognition; ``reden`` only goes along to the historiek."""
    f = Foutenlijst()
    if v.erkenning is None:
        raise ontbreekt(f, "erkenning")
    w = v.erkenning
    if replace(w, reden=None) == TeWijzigenErkenning():
        f.meld("erkenning", PREDICAAT, "'Erkenning' moet ingevuld zijn.")
    _toets_periode(f, w.startdatum, w.einddatum)
    f.weiger()

    def beslis(stand: Vereniging, omgeving: Omgeving) -> Besluit:
        oud = _erkenning(stand, id_)
        nu = oud.erkenning
        nieuw = replace(
            nu,
            startdatum=nu.startdatum if w.startdatum is None else _tekst(w.startdatum),
            einddatum=nu.einddatum if w.einddatum is None else _tekst(w.einddatum),
            hernieuwingsdatum=nu.hernieuwingsdatum if w.hernieuwingsdatum is None else _tekst(w.hernieuwingsdatum),
            hernieuwings_url=nu.hernieuwings_url if w.hernieuwings_url is None else w.hernieuwings_url,
        )
        if nieuw.einddatum and nieuw.einddatum < nieuw.startdatum:
            raise domeinfout(PERIODE)
        if nieuw == nu:
            return Besluit()
        gewijzigd = k.ErkenningWerdGewijzigd(
            id_, nieuw.startdatum, nieuw.einddatum, nieuw.hernieuwingsdatum, nieuw.hernieuwings_url, w.reden or ""
        )
        return _met(stand, replace(oud, erkenning=nieuw), gewijzigd, omgeving)

    return beslis


def schors_erkenning(id_: int, v: SchorsErkenning) -> Beslisser:
    """Give the decision on a suspension, or on another reason for one that lasts."""
    f = Foutenlijst()
    f.verplicht("redenSchorsing", "RedenSchorsing", v.reden_schorsing)
    f.weiger()
    reden = v.reden_schorsing or ""

    def beslis(stand: Vereniging, omgeving: Omgeving) -> Besluit:
        oud = _erkenning(stand, id_)
        if oud.reden_schorsing == reden:
            return Besluit()
        return _met(stand, replace(oud, reden_schorsing=reden), k.ErkenningWerdGeschorst(id_, reden), omgeving)

    return beslis


def hef_schorsing_op(id_: int) -> Beslisser:
    """Give the decision on ending a suspension; there is nothing to do when none lasts."""

    def beslis(stand: Vereniging, omgeving: Omgeving) -> Besluit:
        oud = _erkenning(stand, id_)
        if not oud.reden_schorsing:
            return Besluit()
        return _met(stand, replace(oud, reden_schorsing=""), k.ErkenningWerdGeactiveerd(id_), omgeving)

    return beslis


def verwijder_erkenning(id_: int) -> Beslisser:
    """Give the decision on removing a recognition."""

    def beslis(stand: Vereniging, omgeving: Omgeving) -> Besluit:
        weg = _erkenning(stand, id_)
        over = tuple(ander for ander in stand.erkenningen if ander != weg)
        return Besluit((k.ErkenningWerdVerwijderd(id_), *_erkend(stand, over, omgeving)))

    return beslis


def _met(stand: Vereniging, nieuw: ErkenningStand, event: Event, omgeving: Omgeving) -> Besluit:
    over = tuple(nieuw if ander.id_ == nieuw.id_ else ander for ander in stand.erkenningen)
    return Besluit((event, *_erkend(stand, over, omgeving)))


def _erkend(stand: Vereniging, over: tuple[ErkenningStand, ...], omgeving: Omgeving) -> tuple[Event, ...]:
    erkend = any(erkenning.status(omgeving.vandaag) == ACTIEF for erkenning in over)
    if erkend == stand.is_erkend:
        return ()
    return (k.VerenigingWerdErkend(stand.vcode) if erkend else k.VerenigingWerdNietLangerErkend(stand.vcode),)


def _toets_periode(f: Foutenlijst, begin: Leegbaar, einde: Leegbaar) -> None:
    if isinstance(begin, date) and isinstance(einde, date) and einde < begin:
        f.meld("erkenning.Einddatum", MINSTENS, PERIODE)


def _tekst(waarde: Leegbaar) -> str:
    return waarde.isoformat() if isinstance(waarde, date) else ""


def _erkenning(stand: Vereniging, id_: int) -> ErkenningStand:
    for erkenning in stand.erkenningen:
        if erkenning.id_ == id_:
            return erkenning
    raise domeinfout(f"Erkenning met erkenningId '{id_}' is niet gekend.")
