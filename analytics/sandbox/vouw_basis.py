"""How registrations, basisgegevens and status events change an association."""

from __future__ import annotations

from dataclasses import replace

from analytics.sandbox import events as e
from analytics.sandbox import events_beheer as b
from analytics.sandbox.gegevens import INITIATOR, Code
from analytics.sandbox.referentie import NVT
from analytics.sandbox.stappen import Personen, bij, locatiestand, vertegenwoordiger, zet
from analytics.sandbox.toestand import BankStand, ContactStand, Vereniging


@bij(e.VerenigingZonderEigenRechtspersoonlijkheidWerdGeregistreerd)
def _(v: Vereniging, x: e.VerenigingZonderEigenRechtspersoonlijkheidWerdGeregistreerd, p: Personen) -> Vereniging:
    hoogste = {
        "contactgegeven": len(x.contactgegevens),
        "locatie": len(x.locaties),
        "vertegenwoordiger": len(x.vertegenwoordigers),
        "bankrekeningnummer": len(x.bankrekeningnummers),
    }
    return replace(
        v,
        vcode=x.v_code,
        naam=x.naam,
        korte_naam=x.korte_naam,
        korte_beschrijving=x.korte_beschrijving,
        startdatum=x.startdatum,
        doelgroep=x.doelgroep,
        is_uitgeschreven=x.is_uitgeschreven_uit_publieke_datastroom,
        contactgegevens=tuple(ContactStand(c) for c in x.contactgegevens),
        locaties=tuple(locatiestand(locatie) for locatie in x.locaties),
        vertegenwoordigers=tuple(vertegenwoordiger(m, p, INITIATOR) for m in x.vertegenwoordigers),
        hoofdactiviteiten=x.hoofdactiviteiten_verenigingsloket,
        bankrekeningnummers=tuple(BankStand(rekening) for rekening in x.bankrekeningnummers),
        hoogste_ids=tuple(hoogste.items()),
    )


@bij(e.VerenigingMetRechtspersoonlijkheidWerdGeregistreerd)
def _(v: Vereniging, x: e.VerenigingMetRechtspersoonlijkheidWerdGeregistreerd, _p: Personen) -> Vereniging:
    return replace(
        v,
        vcode=x.v_code,
        kbo_nummer=x.kbo_nummer,
        rechtsvorm=x.rechtsvorm,
        naam=x.naam,
        korte_naam=x.korte_naam,
        startdatum=x.startdatum,
    )


zet(e.NaamWerdGewijzigd, lambda x: {"naam": x.naam})
zet(e.RoepnaamWerdGewijzigd, lambda x: {"roepnaam": x.roepnaam})
zet(e.KorteNaamWerdGewijzigd, lambda x: {"korte_naam": x.korte_naam})
zet(e.KorteBeschrijvingWerdGewijzigd, lambda x: {"korte_beschrijving": x.korte_beschrijving})
zet(e.StartdatumWerdGewijzigd, lambda x: {"startdatum": x.startdatum})
zet(e.DoelgroepWerdGewijzigd, lambda x: {"doelgroep": x.doelgroep})
zet(
    e.HoofdactiviteitenVerenigingsloketWerdenGewijzigd,
    lambda x: {"hoofdactiviteiten": x.hoofdactiviteiten_verenigingsloket},
)
zet(e.WerkingsgebiedenWerdenNietBepaald, lambda _: {"werkingsgebieden": None})
zet(e.WerkingsgebiedenWerdenBepaald, lambda x: {"werkingsgebieden": x.werkingsgebieden})
zet(e.WerkingsgebiedenWerdenGewijzigd, lambda x: {"werkingsgebieden": x.werkingsgebieden})
zet(e.WerkingsgebiedenWerdenNietVanToepassing, lambda _: {"werkingsgebieden": (Code(NVT, "Niet van toepassing"),)})
zet(e.VerenigingWerdUitgeschrevenUitPubliekeDatastroom, lambda _: {"is_uitgeschreven": True})
zet(e.VerenigingWerdIngeschrevenInPubliekeDatastroom, lambda _: {"is_uitgeschreven": False})
zet(e.GeotagsWerdenBepaald, lambda x: {"geotags": x.geotags})
zet(b.VerenigingWerdGestopt, lambda x: {"einddatum": x.einddatum, "in_stopzetting": False})
zet(b.EinddatumWerdGewijzigd, lambda x: {"einddatum": x.einddatum})
zet(b.VerenigingWerdVerwijderd, lambda _: {"is_verwijderd": True})
zet(b.VerenigingWerdInStopzettingGeplaatst, lambda _: {"in_stopzetting": True})
zet(b.VerenigingWerdUitStopzettingGehaald, lambda _: {"in_stopzetting": False})
zet(b.VerenigingWerdGemarkeerdAlsDubbelVan, lambda x: {"is_dubbel_van": x.v_code_authentieke_vereniging})
zet(b.WeigeringDubbelDoorAuthentiekeVerenigingWerdVerwerkt, lambda _: {"is_dubbel_van": ""})
zet(b.MarkeringDubbeleVerengingWerdGecorrigeerd, lambda _: {"is_dubbel_van": ""})
zet(b.VerenigingssubtypeWerdVerfijndNaarFeitelijkeVereniging, lambda _: {"subtype": "FV", "subvereniging_van": None})
zet(b.VerenigingssubtypeWerdTerugGezetNaarNietBepaald, lambda _: {"subtype": "NB", "subvereniging_van": None})
zet(
    b.VerenigingssubtypeWerdVerfijndNaarSubvereniging,
    lambda x: {"subtype": "SUB", "subvereniging_van": x.subvereniging_van},
)
