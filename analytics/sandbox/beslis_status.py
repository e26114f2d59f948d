"""The end of an association: stopped, being stopped, removed, marked as duplicate."""

from __future__ import annotations

from analytics.sandbox import events_beheer as b
from analytics.sandbox.beslis_relaties import ZoekAndere, zet_vcode
from analytics.sandbox.besluit import VLO, Beslisser, Besluit, Omgeving
from analytics.sandbox.fouten import Weigering, domeinfout
from analytics.sandbox.toestand import ACTIEF, GESTOPT, Vereniging
from analytics.sandbox.toetsen import PREDICAAT, VERPLICHT, Foutenlijst
from analytics.sandbox.verzoeken import DubbelVanVerzoek, StopVerzoek, VerwijderVerzoek


def stop(v: StopVerzoek, omgeving: Omgeving) -> Beslisser:
    """Give the decision on stopping a VZER, or on another end date of a stopped one."""
    f = Foutenlijst()
    einddatum = v.einddatum
    if einddatum is None:
        f.meld("einddatum", VERPLICHT, "'Einddatum' is verplicht.")
    elif einddatum > omgeving.vandaag:
        f.meld("einddatum", PREDICAAT, "Einddatum mag niet in de toekomst liggen.")
    f.weiger()
    assert einddatum is not None  # noqa: S101 -- refused above

    def beslis(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
        if stand.is_kbo:
            raise domeinfout("Een KBO-vereniging kan niet gestopt worden.")
        if stand.startdatum is not None and einddatum < stand.startdatum:
            raise domeinfout("Einddatum moet na startdatum liggen.")
        if einddatum == stand.einddatum:
            return Besluit()
        if stand.einddatum is not None:
            return Besluit((b.EinddatumWerdGewijzigd(einddatum),))
        return Besluit((b.VerenigingWerdGestopt(einddatum),))

    return beslis


def verwijder(v: VerwijderVerzoek) -> Beslisser:
    """Give the decision on removing an association altogether."""
    f = Foutenlijst()
    f.verplicht("reden", "Reden", v.reden)
    f.weiger()

    def beslis(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
        if stand.is_kbo:
            raise domeinfout("Deze vereniging kan niet verwijderd worden.")
        return Besluit((b.VerenigingWerdVerwijderd(v.reden or ""),))

    return beslis


def plaats_in_stopzetting(stand: Vereniging, omgeving: Omgeving) -> Besluit:
    """Decide on "in stopzetting", which one organisation may set."""
    _toets_gemachtigd(omgeving)
    if stand.status != ACTIEF:
        raise domeinfout("Enkel actieve verenigingen kunnen in stopzetting geplaatst worden.")
    if stand.in_stopzetting:
        raise domeinfout("Vereniging staat reeds in stopzetting.")
    return Besluit((b.VerenigingWerdInStopzettingGeplaatst(),))


def haal_uit_stopzetting(stand: Vereniging, omgeving: Omgeving) -> Besluit:
    """Decide on undoing "in stopzetting"."""
    _toets_gemachtigd(omgeving)
    if not stand.in_stopzetting:
        raise domeinfout("Vereniging staat nog niet in stopzetting.")
    return Besluit((b.VerenigingWerdUitStopzettingGehaald(),))


def _toets_gemachtigd(omgeving: Omgeving) -> None:
    if omgeving.initiator != VLO:
        raise domeinfout(f"OvoCode '{omgeving.initiator}' is niet gemachtigd om deze actie uit te voeren.")


def markeer_als_dubbel(v: DubbelVanVerzoek, zoek: ZoekAndere) -> Beslisser:
    """Give the decision on marking an association as a duplicate of another."""
    f = Foutenlijst()
    f.verplicht("isDubbelVan", "isDubbelVan", v.is_dubbel_van)
    f.weiger()
    authentiek = zet_vcode(v.is_dubbel_van or "")

    def beslis(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
        if authentiek == stand.vcode:
            raise domeinfout("Een vereniging kan geen dubbel worden van zichzelf.")
        ander = _zoek_authentiek(authentiek, zoek)
        if ander.is_verwijderd:
            raise domeinfout("Een vereniging kan geen dubbel worden van een verwijderde vereniging.")
        if ander.is_dubbel_van:
            raise domeinfout("Een vereniging kan geen dubbel worden van een vereniging die zelf al een dubbel is.")
        if stand.corresponderende_vcodes:
            raise domeinfout("Een authentieke vereniging kan geen dubbel worden van een andere vereniging.")
        return Besluit((b.VerenigingWerdGemarkeerdAlsDubbelVan(stand.vcode, authentiek),))

    return beslis


def _zoek_authentiek(vcode: str, zoek: ZoekAndere) -> Vereniging:
    try:
        return zoek(vcode)
    except Weigering:
        raise domeinfout("Een vereniging kan geen dubbel worden van een niet bestaande vereniging.") from None


def corrigeer_dubbel(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
    """Decide on undoing the marking as duplicate."""
    if not stand.is_dubbel_van:
        raise domeinfout("Een vereniging moet gemarkeerd zijn als dubbel om gecorrigeerd te kunnen worden.")
    return Besluit(
        (b.MarkeringDubbeleVerengingWerdGecorrigeerd(stand.vcode, stand.is_dubbel_van, _vorige_status(stand)),)
    )


def aanvaard_dubbel(dubbel: str) -> Beslisser:
    """Give the decision of the authentic association on a duplicate that was marked."""

    def beslis(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
        if dubbel in stand.corresponderende_vcodes:
            return Besluit()
        return Besluit((b.VerenigingAanvaarddeDubbeleVereniging(stand.vcode, dubbel),))

    return beslis


def verwerk_weigering(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
    """Decide for the duplicate whose authentic association refused: the marking is undone."""
    if not stand.is_dubbel_van:
        return Besluit()
    vorige = _vorige_status(stand)
    return Besluit((b.WeigeringDubbelDoorAuthentiekeVerenigingWerdVerwerkt(stand.vcode, stand.is_dubbel_van, vorige),))


def aanvaard_correctie(dubbel: str) -> Beslisser:
    """Give the decision of the authentic association on a marking that was undone."""

    def beslis(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
        if dubbel not in stand.corresponderende_vcodes:
            return Besluit()
        return Besluit((b.VerenigingAanvaarddeCorrectieDubbeleVereniging(stand.vcode, dubbel),))

    return beslis


def _vorige_status(stand: Vereniging) -> str:
    return GESTOPT if stand.einddatum is not None else ACTIEF
