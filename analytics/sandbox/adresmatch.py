"""What the address registry answers afterwards about addresses typed by hand."""

from __future__ import annotations

from analytics.sandbox.besluit import Besluit
from analytics.sandbox.buitenwereld import zoek_adres
from analytics.sandbox.events import Event
from analytics.sandbox.events_beheer import (
    AdresNietUniekInAdressenregister,
    AdresWerdNietGevondenInAdressenregister,
    AdresWerdOvergenomenUitAdressenregister,
    LocatieDuplicaatWerdVerwijderdNaAdresMatch,
)
from analytics.sandbox.gegevens import KBO, AdresId, Locatie
from analytics.sandbox.referentie import Referentie
from analytics.sandbox.toestand import LocatieStand, Vereniging


def match_adressen(stand: Vereniging, ref: Referentie) -> Besluit:
    """Give one event per location that waits for an answer, and one per location that turns out double."""
    nieuwe: list[Event] = []
    overgebleven = list(stand.locaties)
    for wachtend in stand.locaties:
        adres = wachtend.locatie.adres
        if not wachtend.te_matchen or adres is None:
            continue
        gevonden = zoek_adres(adres, ref)
        if len(gevonden) == 1:
            adres_id = AdresId("AR", gevonden[0].puri)
            id_ = wachtend.id_
            nieuwe.append(AdresWerdOvergenomenUitAdressenregister(stand.vcode, id_, adres_id, gevonden[0].adres))
            dubbel = _dubbel(wachtend, adres_id, overgebleven)
            if dubbel is not None:
                naam = wachtend.locatie.naam
                nieuwe.append(LocatieDuplicaatWerdVerwijderdNaAdresMatch(stand.vcode, id_, dubbel, naam, adres_id))
                overgebleven.remove(wachtend)
            else:
                overgebleven[overgebleven.index(wachtend)] = _gekoppeld(wachtend, adres_id)
        elif gevonden:
            puris = tuple(adres.puri for adres in gevonden)
            nieuwe.append(AdresNietUniekInAdressenregister(stand.vcode, wachtend.id_, puris))
        else:
            nieuwe.append(
                AdresWerdNietGevondenInAdressenregister(
                    stand.vcode,
                    wachtend.id_,
                    adres.straatnaam,
                    adres.huisnummer,
                    adres.busnummer,
                    adres.postcode,
                    adres.gemeente,
                )
            )
    return Besluit(tuple(nieuwe))


def _dubbel(wachtend: LocatieStand, adres_id: AdresId, andere: list[LocatieStand]) -> int | None:
    """Give the id of another location of the same name and type at *adres_id*; the KBO seat is never merged away."""
    if wachtend.bron == KBO:
        return None
    nu = wachtend.locatie
    for ander in andere:
        zelfde = (ander.locatie.naam, ander.locatie.locatietype) == (nu.naam, nu.locatietype)
        if ander.id_ != wachtend.id_ and zelfde and ander.locatie.adres_id == adres_id:
            return ander.id_
    return None


def _gekoppeld(stand: LocatieStand, adres_id: AdresId) -> LocatieStand:
    nu = stand.locatie
    locatie = Locatie(nu.locatie_id, nu.locatietype, nu.is_primair, nu.naam, nu.adres, adres_id)
    return LocatieStand(locatie, stand.bron)
