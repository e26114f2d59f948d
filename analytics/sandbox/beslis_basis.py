"""Changing basisgegevens: one event per field that really changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from analytics.sandbox import events as e
from analytics.sandbox import omzetten
from analytics.sandbox.beslis_registratie import werkingsgebieden_bij_registratie
from analytics.sandbox.besluit import Beslisser, Besluit, Omgeving
from analytics.sandbox.fouten import domeinfout
from analytics.sandbox.gegevens import Code
from analytics.sandbox.referentie import NVT
from analytics.sandbox.toestand import Vereniging
from analytics.sandbox.toets_registratie import toets_kbo_wijziging, toets_wijziging
from analytics.sandbox.verzoeken import Leeg, WijzigBasisgegevensKboVerzoek, WijzigBasisgegevensVerzoek

VERKEERD_TYPE = "Deze actie kan niet uitgevoerd worden op dit type vereniging."


def wijzig(v: WijzigBasisgegevensVerzoek, omgeving: Omgeving) -> Beslisser:
    """Give the decision on a change of a VZER."""
    toets_wijziging(v, vandaag=omgeving.vandaag)
    gebieden = _gebieden(v.werkingsgebieden, omgeving)
    naam = omzetten.zet_naam(v.naam) if v.naam is not None else None
    doelgroep = omzetten.zet_doelgroep(v.doelgroep) if v.doelgroep is not None else None
    activiteiten = _activiteiten(v.hoofdactiviteiten_verenigingsloket, omgeving)

    def gewijzigd(stand: Vereniging) -> Iterator[e.Event]:
        if naam is not None and naam != stand.naam:
            yield e.NaamWerdGewijzigd(stand.vcode, naam)
        if v.korte_naam is not None and v.korte_naam != stand.korte_naam:
            yield e.KorteNaamWerdGewijzigd(stand.vcode, v.korte_naam)
        yield from _korte_beschrijving(v.korte_beschrijving, stand)
        if v.startdatum is not None:
            yield from _startdatum(None if v.startdatum is Leeg.LEEG else v.startdatum, stand)
        if doelgroep is not None and doelgroep != stand.doelgroep:
            yield e.DoelgroepWerdGewijzigd(doelgroep)
        yield from _hoofdactiviteiten(activiteiten, stand)
        yield from _werkingsgebieden(gebieden, stand)
        yield from _datastroom(v.is_uitgeschreven_uit_publieke_datastroom, stand)

    def beslis(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
        if stand.is_kbo:
            raise domeinfout(VERKEERD_TYPE)
        return Besluit(tuple(gewijzigd(stand)))

    return beslis


def wijzig_kbo(v: WijzigBasisgegevensKboVerzoek, omgeving: Omgeving) -> Beslisser:
    """Give the decision on a change of what KBO does not own."""
    toets_kbo_wijziging(v)
    gebieden = _gebieden(v.werkingsgebieden, omgeving)
    doelgroep = omzetten.zet_doelgroep(v.doelgroep) if v.doelgroep is not None else None
    activiteiten = _activiteiten(v.hoofdactiviteiten_verenigingsloket, omgeving)

    def gewijzigd(stand: Vereniging) -> Iterator[e.Event]:
        if v.roepnaam is not None and v.roepnaam != stand.roepnaam:
            yield e.RoepnaamWerdGewijzigd(v.roepnaam)
        yield from _korte_beschrijving(v.korte_beschrijving, stand)
        if doelgroep is not None and doelgroep != stand.doelgroep:
            yield e.DoelgroepWerdGewijzigd(doelgroep)
        yield from _hoofdactiviteiten(activiteiten, stand)
        yield from _werkingsgebieden(gebieden, stand)

    def beslis(stand: Vereniging, _omgeving: Omgeving) -> Besluit:
        if not stand.is_kbo:
            raise domeinfout(VERKEERD_TYPE)
        return Besluit(tuple(gewijzigd(stand)))

    return beslis


def _gebieden(codes: tuple[str, ...] | None, omgeving: Omgeving) -> tuple[Code, ...] | None:
    return omzetten.zet_werkingsgebieden(codes, omgeving.ref) if codes is not None else None


def _activiteiten(codes: tuple[str, ...] | None, omgeving: Omgeving) -> tuple[Code, ...] | None:
    return omzetten.zet_hoofdactiviteiten(codes, omgeving.ref) if codes is not None else None


def _korte_beschrijving(tekst: str | None, stand: Vereniging) -> Iterator[e.Event]:
    if tekst is not None and tekst != stand.korte_beschrijving:
        yield e.KorteBeschrijvingWerdGewijzigd(stand.vcode, tekst)


def _startdatum(startdatum: date | None, stand: Vereniging) -> Iterator[e.Event]:
    if startdatum == stand.startdatum:
        return
    if startdatum is not None and stand.einddatum is not None and startdatum > stand.einddatum:
        raise domeinfout("Startdatum moet voor einddatum liggen.")
    yield e.StartdatumWerdGewijzigd(stand.vcode, startdatum)


def _hoofdactiviteiten(codes: tuple[Code, ...] | None, stand: Vereniging) -> Iterator[e.Event]:
    if codes is None or set(codes) == set(stand.hoofdactiviteiten):
        return
    if not codes:
        raise domeinfout(
            "De vereniging moet minstens 1 hoofdactiviteit hebben. Je kan de laatste hoofdactiviteit niet verwijderen."
        )
    yield e.HoofdactiviteitenVerenigingsloketWerdenGewijzigd(codes)


def _werkingsgebieden(codes: tuple[Code, ...] | None, stand: Vereniging) -> Iterator[e.Event]:
    if codes is None or set(codes) == set(stand.werkingsgebieden or ()):
        return
    if not codes:
        yield e.WerkingsgebiedenWerdenNietBepaald(stand.vcode)
    elif [code.code for code in codes] == [NVT] or stand.werkingsgebieden is None or stand.is_nvt:
        yield from werkingsgebieden_bij_registratie(stand.vcode, codes)
    else:
        yield e.WerkingsgebiedenWerdenGewijzigd(stand.vcode, codes)


def _datastroom(uitgeschreven: bool | None, stand: Vereniging) -> Iterator[e.Event]:
    if uitgeschreven is None or uitgeschreven == stand.is_uitgeschreven:
        return
    yield (
        e.VerenigingWerdUitgeschrevenUitPubliekeDatastroom()
        if uitgeschreven
        else e.VerenigingWerdIngeschrevenInPubliekeDatastroom()
    )
