"""How events about contacts, locations, representatives, accounts and memberships change an association."""

from __future__ import annotations

from dataclasses import replace

from analytics.sandbox import events as e
from analytics.sandbox import events_beheer as b
from analytics.sandbox.gegevens import INITIATOR, KBO, Adres, AdresId, Contactgegeven
from analytics.sandbox.stappen import (
    Personen,
    bij,
    contact,
    kale_locatie,
    lid,
    locatiestand,
    met_id,
    rekening,
    vertegenwoordiger,
    vervang,
    zonder,
)
from analytics.sandbox.toestand import BankStand, ContactStand, LocatieStand, Vereniging


@bij(e.ContactgegevenWerdToegevoegd)
def _(v: Vereniging, x: e.ContactgegevenWerdToegevoegd, _p: Personen) -> Vereniging:
    v = met_id(v, "contactgegeven", x.contactgegeven_id)
    return replace(v, contactgegevens=(*v.contactgegevens, ContactStand(contact(x))))


@bij(e.ContactgegevenWerdGewijzigd)
def _(v: Vereniging, x: e.ContactgegevenWerdGewijzigd, _p: Personen) -> Vereniging:
    return replace(v, contactgegevens=vervang(v.contactgegevens, ContactStand(contact(x))))


@bij(e.ContactgegevenWerdVerwijderd)
def _(v: Vereniging, x: e.ContactgegevenWerdVerwijderd, _p: Personen) -> Vereniging:
    return replace(v, contactgegevens=zonder(v.contactgegevens, x.contactgegeven_id))


@bij(e.ContactgegevenWerdOvergenomenUitKBO)
def _(v: Vereniging, x: e.ContactgegevenWerdOvergenomenUitKBO, _p: Personen) -> Vereniging:
    v = met_id(v, "contactgegeven", x.contactgegeven_id)
    gegeven = Contactgegeven(x.contactgegeven_id, x.contactgegeventype, x.waarde)
    return replace(v, contactgegevens=(*v.contactgegevens, ContactStand(gegeven, KBO, x.type_volgens_kbo)))


@bij(e.ContactgegevenUitKBOWerdGewijzigd)
def _(v: Vereniging, x: e.ContactgegevenUitKBOWerdGewijzigd, _p: Personen) -> Vereniging:
    oud = next(c for c in v.contactgegevens if c.id_ == x.contactgegeven_id)
    gegeven = replace(oud.gegeven, beschrijving=x.beschrijving, is_primair=x.is_primair)
    return replace(v, contactgegevens=vervang(v.contactgegevens, replace(oud, gegeven=gegeven)))


@bij(e.LocatieWerdToegevoegd)
def _(v: Vereniging, x: e.LocatieWerdToegevoegd, _p: Personen) -> Vereniging:
    v = met_id(v, "locatie", x.locatie_id)
    return replace(v, locaties=(*v.locaties, locatiestand(x)))


@bij(e.LocatieWerdGewijzigd)
def _(v: Vereniging, x: e.LocatieWerdGewijzigd, _p: Personen) -> Vereniging:
    oud = next(locatie for locatie in v.locaties if locatie.id_ == x.locatie_id)
    # Only another address is a new question to the address registry.
    vraag = x.adres_id is None and (oud.te_matchen or x.adres != oud.locatie.adres)
    return replace(v, locaties=vervang(v.locaties, LocatieStand(kale_locatie(x), INITIATOR, vraag)))


@bij(e.LocatieWerdVerwijderd)
def _(v: Vereniging, x: e.LocatieWerdVerwijderd, _p: Personen) -> Vereniging:
    return replace(v, locaties=zonder(v.locaties, x.locatie_id))


@bij(e.MaatschappelijkeZetelWerdOvergenomenUitKbo)
def _(v: Vereniging, x: e.MaatschappelijkeZetelWerdOvergenomenUitKbo, _p: Personen) -> Vereniging:
    v = met_id(v, "locatie", x.locatie_id)
    return replace(v, locaties=(*v.locaties, locatiestand(x, KBO)))


@bij(e.MaatschappelijkeZetelVolgensKBOWerdGewijzigd)
def _(v: Vereniging, x: e.MaatschappelijkeZetelVolgensKBOWerdGewijzigd, _p: Personen) -> Vereniging:
    oud = next(locatie for locatie in v.locaties if locatie.id_ == x.locatie_id)
    nieuw = replace(oud, locatie=replace(oud.locatie, naam=x.naam, is_primair=x.is_primair))
    return replace(v, locaties=vervang(v.locaties, nieuw))


def _met_adres(v: Vereniging, locatie_id: int, adres: Adres, adres_id: AdresId | None) -> Vereniging:
    return replace(
        v,
        locaties=tuple(
            replace(s, locatie=replace(s.locatie, adres=adres, adres_id=adres_id), te_matchen=False)
            if s.id_ == locatie_id
            else s
            for s in v.locaties
        ),
    )


@bij(b.AdresWerdOvergenomenUitAdressenregister)
def _(v: Vereniging, x: b.AdresWerdOvergenomenUitAdressenregister, _p: Personen) -> Vereniging:
    return _met_adres(v, x.locatie_id, x.adres, x.adres_id)


@bij(b.AdresWerdGewijzigdInAdressenregister)
def _(v: Vereniging, x: b.AdresWerdGewijzigdInAdressenregister, _p: Personen) -> Vereniging:
    return _met_adres(v, x.locatie_id, x.adres, x.adres_id)


@bij(b.AdresWerdOntkoppeldVanAdressenregister)
def _(v: Vereniging, x: b.AdresWerdOntkoppeldVanAdressenregister, _p: Personen) -> Vereniging:
    return _met_adres(v, x.locatie_id, x.adres, None)


def _beantwoord(v: Vereniging, locatie_id: int) -> Vereniging:
    return replace(v, locaties=tuple(replace(s, te_matchen=False) if s.id_ == locatie_id else s for s in v.locaties))


@bij(b.AdresKonNietOvergenomenWordenUitAdressenregister)
def _(v: Vereniging, x: b.AdresKonNietOvergenomenWordenUitAdressenregister, _p: Personen) -> Vereniging:
    return _beantwoord(v, x.locatie_id)


@bij(b.AdresNietUniekInAdressenregister)
def _(v: Vereniging, x: b.AdresNietUniekInAdressenregister, _p: Personen) -> Vereniging:
    return _beantwoord(v, x.locatie_id)


@bij(b.AdresWerdNietGevondenInAdressenregister)
def _(v: Vereniging, x: b.AdresWerdNietGevondenInAdressenregister, _p: Personen) -> Vereniging:
    return _beantwoord(v, x.locatie_id)


@bij(b.LocatieDuplicaatWerdVerwijderdNaAdresMatch)
def _(v: Vereniging, x: b.LocatieDuplicaatWerdVerwijderdNaAdresMatch, _p: Personen) -> Vereniging:
    return replace(v, locaties=zonder(v.locaties, x.verwijderde_locatie_id))


@bij(e.VertegenwoordigerWerdToegevoegd)
def _(v: Vereniging, x: e.VertegenwoordigerWerdToegevoegd, p: Personen) -> Vereniging:
    v = met_id(v, "vertegenwoordiger", x.vertegenwoordiger_id)
    return replace(v, vertegenwoordigers=(*v.vertegenwoordigers, vertegenwoordiger(x, p, INITIATOR)))


@bij(e.VertegenwoordigerWerdGewijzigd)
def _(v: Vereniging, x: e.VertegenwoordigerWerdGewijzigd, p: Personen) -> Vereniging:
    return replace(v, vertegenwoordigers=vervang(v.vertegenwoordigers, vertegenwoordiger(x, p, INITIATOR)))


@bij(e.VertegenwoordigerWerdVerwijderd)
def _(v: Vereniging, x: e.VertegenwoordigerWerdVerwijderd, _p: Personen) -> Vereniging:
    return replace(v, vertegenwoordigers=zonder(v.vertegenwoordigers, x.vertegenwoordiger_id))


@bij(e.VertegenwoordigerWerdOvergenomenUitKBO)
def _(v: Vereniging, x: e.VertegenwoordigerWerdOvergenomenUitKBO, p: Personen) -> Vereniging:
    v = met_id(v, "vertegenwoordiger", x.vertegenwoordiger_id)
    return replace(v, vertegenwoordigers=(*v.vertegenwoordigers, vertegenwoordiger(x, p, KBO)))


@bij(e.BankrekeningnummerWerdToegevoegd)
def _(v: Vereniging, x: e.BankrekeningnummerWerdToegevoegd, _p: Personen) -> Vereniging:
    v = met_id(v, "bankrekeningnummer", x.bankrekeningnummer_id)
    return replace(v, bankrekeningnummers=(*v.bankrekeningnummers, BankStand(rekening(x))))


@bij(e.BankrekeningnummerWerdGewijzigd)
def _(v: Vereniging, x: e.BankrekeningnummerWerdGewijzigd, _p: Personen) -> Vereniging:
    oud = next(bank for bank in v.bankrekeningnummers if bank.id_ == x.bankrekeningnummer_id)
    nieuw = replace(oud, rekening=replace(oud.rekening, doel=x.doel, titularissen=x.titularissen))
    return replace(v, bankrekeningnummers=vervang(v.bankrekeningnummers, nieuw))


@bij(e.BankrekeningnummerWerdVerwijderd)
def _(v: Vereniging, x: e.BankrekeningnummerWerdVerwijderd, _p: Personen) -> Vereniging:
    return replace(v, bankrekeningnummers=zonder(v.bankrekeningnummers, x.bankrekeningnummer_id))


@bij(e.AanwezigheidBankrekeningnummerValidatieDocumentWerdBevestigd)
def _(v: Vereniging, x: e.AanwezigheidBankrekeningnummerValidatieDocumentWerdBevestigd, _p: Personen) -> Vereniging:
    oud = next(bank for bank in v.bankrekeningnummers if bank.id_ == x.bankrekeningnummer_id)
    nieuw = replace(oud, bevestigd_door=(*oud.bevestigd_door, x.bevestigd_door))
    return replace(v, bankrekeningnummers=vervang(v.bankrekeningnummers, nieuw))


@bij(e.AanwezigheidBankrekeningnummerValidatieDocumentWerdOngedaanGemaakt)
def _(
    v: Vereniging, x: e.AanwezigheidBankrekeningnummerValidatieDocumentWerdOngedaanGemaakt, _p: Personen
) -> Vereniging:
    oud = next(bank for bank in v.bankrekeningnummers if bank.id_ == x.bankrekeningnummer_id)
    over = tuple(ovo for ovo in oud.bevestigd_door if ovo != x.ongedaan_gemaakt_door)
    return replace(v, bankrekeningnummers=vervang(v.bankrekeningnummers, replace(oud, bevestigd_door=over)))


@bij(e.LidmaatschapWerdToegevoegd)
def _(v: Vereniging, x: e.LidmaatschapWerdToegevoegd, _p: Personen) -> Vereniging:
    v = met_id(v, "lidmaatschap", x.lidmaatschap_id)
    return replace(v, lidmaatschappen=(*v.lidmaatschappen, lid(x)))


@bij(e.LidmaatschapWerdGewijzigd)
def _(v: Vereniging, x: e.LidmaatschapWerdGewijzigd, _p: Personen) -> Vereniging:
    nieuw = lid(x)
    over = tuple(nieuw if oud.lidmaatschap_id == nieuw.lidmaatschap_id else oud for oud in v.lidmaatschappen)
    return replace(v, lidmaatschappen=over)


@bij(e.LidmaatschapWerdVerwijderd)
def _(v: Vereniging, x: e.LidmaatschapWerdVerwijderd, _p: Personen) -> Vereniging:
    over = tuple(oud for oud in v.lidmaatschappen if oud.lidmaatschap_id != x.lidmaatschap_id)
    return replace(v, lidmaatschappen=over)


@bij(b.VerenigingAanvaarddeDubbeleVereniging)
def _(v: Vereniging, x: b.VerenigingAanvaarddeDubbeleVereniging, _p: Personen) -> Vereniging:
    return replace(v, corresponderende_vcodes=(*v.corresponderende_vcodes, x.v_code_dubbele_vereniging))


@bij(b.VerenigingAanvaarddeCorrectieDubbeleVereniging)
def _(v: Vereniging, x: b.VerenigingAanvaarddeCorrectieDubbeleVereniging, _p: Personen) -> Vereniging:
    over = tuple(code for code in v.corresponderende_vcodes if code != x.v_code_dubbele_vereniging)
    return replace(v, corresponderende_vcodes=over)


@bij(b.SubverenigingRelatieWerdGewijzigd)
def _(v: Vereniging, x: b.SubverenigingRelatieWerdGewijzigd, _p: Personen) -> Vereniging:
    assert v.subvereniging_van is not None  # noqa: S101 -- only a subvereniging has this event
    nieuw = replace(
        v.subvereniging_van, andere_vereniging=x.andere_vereniging, andere_vereniging_naam=x.andere_vereniging_naam
    )
    return replace(v, subvereniging_van=nieuw)


@bij(b.SubverenigingDetailsWerdenGewijzigd)
def _(v: Vereniging, x: b.SubverenigingDetailsWerdenGewijzigd, _p: Personen) -> Vereniging:
    assert v.subvereniging_van is not None  # noqa: S101 -- only a subvereniging has this event
    nieuw = replace(v.subvereniging_van, identificatie=x.identificatie, beschrijving=x.beschrijving)
    return replace(v, subvereniging_van=nieuw)
