"""Memberships and subtype: what ties an association to another one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import astuple, replace
from datetime import date

from analytics.sandbox import events as e
from analytics.sandbox import events_beheer as b
from analytics.sandbox.beslis_basis import VERKEERD_TYPE
from analytics.sandbox.besluit import Beslisser, Besluit, Omgeving
from analytics.sandbox.fouten import domeinfout
from analytics.sandbox.gegevens import Lidmaatschap, Subvereniging
from analytics.sandbox.toestand import Vereniging
from analytics.sandbox.toetsen import MINSTENS, PREDICAAT, Foutenlijst
from analytics.sandbox.verzoeken import Leegbaar, VoegLidmaatschapToe, WijzigLidmaatschap, WijzigSubtype

PERIODE = "Een einddatum in een periode moet altijd later zijn dan de startdatum."
ZoekAndere = Callable[[str], Vereniging]


def zet_vcode(tekst: str) -> str:
    """Give a vCode from a body in upper case, or refuse another form."""
    if not re.fullmatch(r"[Vv][0-9]{7}", tekst):
        raise domeinfout("Formaat van de VCode moet 'V0000000' zijn")
    if int(tekst[1:]) <= 1000:
        raise domeinfout("VCode moet groter zijn dan 1000")
    return tekst.upper()


def voeg_lidmaatschap_toe(v: VoegLidmaatschapToe, zoek: ZoekAndere) -> Beslisser:
    """Give the decision on a new membership; *zoek* gives the other association, removed ones included."""
    f = Foutenlijst()
    f.verplicht("andereVereniging", "AndereVereniging", v.andere_vereniging)
    if v.van is not None and v.tot is not None and v.tot < v.van:
        f.meld("tot", MINSTENS, PERIODE)
    f.weiger()
    ander = zet_vcode(v.andere_vereniging or "")

    def beslis(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
        if ander == stand.vcode:
            raise domeinfout("Een lidmaatschap mag niet verwijzen naar de vereniging waarbij hij wordt toegevoegd.")
        if zoek(ander).is_verwijderd:
            raise domeinfout("Een vereniging kan geen lid worden van een verwijderde vereniging.")
        if stand.subvereniging_van is not None and stand.subvereniging_van.andere_vereniging == ander:
            raise domeinfout("Vereniging kan geen lid worden van een vereniging waarvan zij subvereniging is.")
        id_ = stand.volgend_id("lidmaatschap")
        nieuw = Lidmaatschap(id_, ander, _tekst(v.van), _tekst(v.tot), v.identificatie or "", v.beschrijving or "")
        _toets_overlap(nieuw, stand.lidmaatschappen)
        return Besluit((e.LidmaatschapWerdToegevoegd(*astuple(nieuw)),), deel_id=id_)

    return beslis


def wijzig_lidmaatschap(id_: int, v: WijzigLidmaatschap) -> Beslisser:
    """Give the decision on a change of a membership."""
    f = Foutenlijst()
    if v == WijzigLidmaatschap():
        f.meld("request", PREDICAAT, "Een request mag niet leeg zijn.")
    if isinstance(v.van, date) and isinstance(v.tot, date) and v.tot < v.van:
        f.meld("tot", MINSTENS, PERIODE)
    f.weiger()

    def beslis(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
        oud = _lidmaatschap(stand, id_)
        nieuw = replace(
            oud,
            van=oud.van if v.van is None else _tekst(v.van),
            tot=oud.tot if v.tot is None else _tekst(v.tot),
            identificatie=oud.identificatie if v.identificatie is None else v.identificatie,
            beschrijving=oud.beschrijving if v.beschrijving is None else v.beschrijving,
        )
        if nieuw.van and nieuw.tot and nieuw.tot < nieuw.van:
            raise domeinfout(PERIODE)
        if nieuw == oud:
            return Besluit()
        _toets_overlap(nieuw, tuple(lid for lid in stand.lidmaatschappen if lid.lidmaatschap_id != id_))
        return Besluit((e.LidmaatschapWerdGewijzigd(*astuple(nieuw)),))

    return beslis


def verwijder_lidmaatschap(id_: int) -> Beslisser:
    """Give the decision on removing a membership."""

    def beslis(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
        return Besluit((e.LidmaatschapWerdVerwijderd(*astuple(_lidmaatschap(stand, id_))),))

    return beslis


def _tekst(waarde: Leegbaar) -> str:
    return waarde.isoformat() if isinstance(waarde, date) else ""


def _lidmaatschap(stand: Vereniging, id_: int) -> Lidmaatschap:
    for lid in stand.lidmaatschappen:
        if lid.lidmaatschap_id == id_:
            return lid
    raise domeinfout(f"Lidmaatschap met lidmaatschapId '{id_}' is niet gekend")


def _toets_overlap(nieuw: Lidmaatschap, andere: tuple[Lidmaatschap, ...]) -> None:
    # An open end reaches as far as any date, and ISO dates sort as text.
    for ander in andere:
        los = (nieuw.tot or "9999") < ander.van or (ander.tot or "9999") < nieuw.van
        if ander.andere_vereniging == nieuw.andere_vereniging and not los:
            raise domeinfout("Een lidmaatschap mag niet overlappen voor eenzelfde vereniging.")


def wijzig_subtype(v: WijzigSubtype, zoek: ZoekAndere) -> Beslisser:
    """Give the decision on refining the subtype of a VZER: FV, SUB or NB."""
    f = Foutenlijst()
    if f.verplicht("subtype", "Subtype", v.subtype) and (v.subtype or "").upper() not in ("FV", "SUB", "NB"):
        f.meld("subtype", PREDICAAT, "Het subtype moet een geldige waarde hebben.")
    f.weiger()
    soort = (v.subtype or "").upper()

    def beslis(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
        if stand.is_kbo:
            raise domeinfout(VERKEERD_TYPE)
        if soort == "FV":
            verfijnd = b.VerenigingssubtypeWerdVerfijndNaarFeitelijkeVereniging(stand.vcode)
            return Besluit(() if stand.subtype == "FV" else (verfijnd,))
        if soort == "NB":
            terug = b.VerenigingssubtypeWerdTerugGezetNaarNietBepaald(stand.vcode)
            return Besluit(() if stand.subtype in ("", "NB") else (terug,))
        return _subvereniging(stand, v, zoek)

    return beslis


def _subvereniging(stand: Vereniging, v: WijzigSubtype, zoek: ZoekAndere) -> Besluit:
    huidig = stand.subvereniging_van
    if huidig is not None and v.andere_vereniging is None and v.identificatie is None and v.beschrijving is None:
        raise domeinfout("Er moet minstens een veld opgegeven worden om een subvereniging te wijzigen.")
    vcode = huidig.andere_vereniging if huidig is not None and v.andere_vereniging is None else v.andere_vereniging
    if vcode is None:
        f = Foutenlijst()
        f.verplicht("andereVereniging", "AndereVereniging", None)
        f.weiger()
    ander = zoek(zet_vcode(vcode or ""))
    if ander.is_verwijderd:
        raise domeinfout("De andere vereniging is verwijderd en kan niet geladen worden.")
    if not ander.is_kbo:
        raise domeinfout("Deze actie kan niet uitgevoerd worden op dit type van de andere vereniging.")
    if any(lid.andere_vereniging == ander.vcode for lid in stand.lidmaatschappen):
        raise domeinfout("Vereniging kan geen subvereniging worden van een vereniging waarvan zij al lid is.")
    if huidig is None:
        sub = Subvereniging(ander.vcode, ander.naam, v.identificatie or "", v.beschrijving or "")
        return Besluit((b.VerenigingssubtypeWerdVerfijndNaarSubvereniging(stand.vcode, sub),))
    identificatie = huidig.identificatie if v.identificatie is None else v.identificatie
    beschrijving = huidig.beschrijving if v.beschrijving is None else v.beschrijving
    nieuwe: list[e.Event] = []
    if ander.vcode != huidig.andere_vereniging:
        nieuwe.append(b.SubverenigingRelatieWerdGewijzigd(stand.vcode, ander.vcode, ander.naam))
    if (identificatie, beschrijving) != (huidig.identificatie, huidig.beschrijving):
        nieuwe.append(b.SubverenigingDetailsWerdenGewijzigd(stand.vcode, identificatie, beschrijving))
    return Besluit(tuple(nieuwe))
