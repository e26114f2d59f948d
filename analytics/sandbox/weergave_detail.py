"""The detail of an association as the beheer and the public API show it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from analytics.sandbox import jsonld
from analytics.sandbox.contexten import adres as context_adres
from analytics.sandbox.gegevens import Organisatie, organisatie
from analytics.sandbox.jsonld import Json
from analytics.sandbox.toestand import (
    BankStand,
    ContactStand,
    ErkenningStand,
    LocatieStand,
    Vereniging,
    VertegenwoordigerStand,
)

NaamVan = Callable[[str], str]


def datum(waarde: date | None) -> str | None:
    """Give a date as ``yyyy-MM-dd``, or null."""
    return waarde.isoformat() if waarde is not None else None


def detail(stand: Vereniging, *, v2: bool, basis: str, naam_van: NaamVan, vandaag: date) -> Json:
    """Give the beheer detail; *basis* is the host part of the context link, *naam_van* gives another's name."""
    vereniging = _kern(stand, v2=v2, naam_van=naam_van)
    vereniging["vertegenwoordigers"] = [_vertegenwoordiger(stand.vcode, v) for v in stand.vertegenwoordigers]
    vereniging["sleutels"] = jsonld.sleutels(stand)
    vereniging["relaties"] = []
    vereniging["lidmaatschappen"] = _lidmaatschappen(stand, naam_van)
    vereniging["bron"] = stand.bron
    vereniging["isDubbelVan"] = stand.is_dubbel_van
    vereniging["bankrekeningnummers"] = [_bank(stand.vcode, b) for b in stand.bankrekeningnummers]
    vereniging["erkenningen"] = [_erkenning(erkenning, vandaag) for erkenning in stand.erkenningen]
    vereniging["inStopzetting"] = stand.in_stopzetting
    return {
        "@context": context_adres(basis, "beheer", "detail-vereniging-context"),
        "vereniging": vereniging,
        "metadata": {"datumLaatsteAanpassing": stand.laatste_aanpassing},
    }


def publiek_detail(stand: Vereniging, *, basis: str, naam_van: NaamVan) -> Json:
    """Give the public detail: nothing about representatives, accounts or where a value came from."""
    vereniging = _kern(stand, v2=False, naam_van=naam_van)
    for deel in ("contactgegevens", "locaties"):
        lijst = vereniging[deel]
        assert isinstance(lijst, list)  # noqa: S101 -- built just above
        vereniging[deel] = [{k: w for k, w in rij.items() if k not in _NIET_PUBLIEK} for rij in lijst]
    del vereniging["isUitgeschrevenUitPubliekeDatastroom"]
    vereniging["sleutels"] = jsonld.sleutels(stand)
    vereniging["relaties"] = []
    vereniging["lidmaatschappen"] = _lidmaatschappen(stand, naam_van)
    return {
        "@context": context_adres(basis, "publiek", "detail-vereniging-context"),
        "vereniging": vereniging,
        "metadata": {"datumLaatsteAanpassing": stand.laatste_aanpassing},
    }


_NIET_PUBLIEK = {"bron", "contactgegevenId", "locatieId"}


def _kern(stand: Vereniging, *, v2: bool, naam_van: NaamVan) -> Json:
    kern: Json = {
        "@type": jsonld.soort(stand),
        "vCode": stand.vcode,
        "corresponderendeVCodes": list(stand.corresponderende_vcodes),
        "verenigingstype": jsonld.verenigingstype(stand, v2=v2),
    }
    if v2 and not stand.is_kbo:
        kern["verenigingssubtype"] = jsonld.subtype(stand)
        if stand.subvereniging_van is not None:
            sub = stand.subvereniging_van
            kern["subverenigingVan"] = {
                "andereVereniging": sub.andere_vereniging,
                "naam": naam_van(sub.andere_vereniging),
                "identificatie": sub.identificatie,
                "beschrijving": sub.beschrijving,
            }
    kern |= {"naam": stand.naam}
    if stand.is_kbo:
        kern |= {"roepnaam": stand.roepnaam}
    return kern | {
        "korteNaam": stand.korte_naam,
        "korteBeschrijving": stand.korte_beschrijving,
        "startdatum": datum(stand.startdatum),
        "einddatum": datum(stand.einddatum),
        "doelgroep": jsonld.doelgroep(stand.vcode, stand.doelgroep),
        "status": stand.status,
        "isUitgeschrevenUitPubliekeDatastroom": stand.is_uitgeschreven,
        "hoofdactiviteitenVerenigingsloket": jsonld.codes("act", stand.hoofdactiviteiten),
        "werkingsgebieden": jsonld.codes("wg", stand.werkingsgebieden or ()),
        "contactgegevens": [_contact(stand.vcode, c) for c in stand.contactgegevens],
        "locaties": [_locatie(stand.vcode, x) for x in stand.locaties],
    }


def _contact(vcode: str, c: ContactStand) -> Json:
    return {
        "@id": jsonld.id_("cont", f"{vcode}-{c.id_}"),
        "@type": "schema:ContactPoint",
        "contactgegevenId": c.id_,
        "contactgegeventype": c.gegeven.contactgegeventype,
        "waarde": c.gegeven.waarde,
        "beschrijving": c.gegeven.beschrijving,
        "isPrimair": c.gegeven.is_primair,
        "bron": c.bron,
    }


def _locatie(vcode: str, stand: LocatieStand) -> Json:
    locatie, sleutel = stand.locatie, f"{vcode}-{stand.id_}"
    adres, adres_id = locatie.adres, locatie.adres_id
    return {
        "@id": jsonld.id_("loc", sleutel),
        "@type": "org:Site",
        "locatieId": stand.id_,
        "locatietype": locatie.locatietype,
        "isPrimair": locatie.is_primair,
        "naam": locatie.naam,
        "adres": None
        if adres is None
        else {
            "@id": jsonld.id_("adressen", sleutel),
            "@type": "locn:Address",
            "straatnaam": adres.straatnaam,
            "huisnummer": adres.huisnummer,
            "busnummer": adres.busnummer,
            "postcode": adres.postcode,
            "gemeente": adres.gemeente,
            "land": adres.land,
        },
        "adresvoorstelling": adres.voorstelling if adres is not None else "",
        "adresId": None if adres_id is None else {"broncode": adres_id.broncode, "bronwaarde": adres_id.bronwaarde},
        "verwijstNaar": None
        if adres_id is None
        else {
            "@id": f"adressenregister:{adres_id.bronwaarde.rpartition('/')[2]}",
            "@type": "geregistreerdAdres",
        },
        "bron": stand.bron,
    }


def _vertegenwoordiger(vcode: str, v: VertegenwoordigerStand) -> Json:
    p, sleutel = v.persoon, f"{vcode}-{v.id_}"
    bereikbaar: Json = {
        "e-mail": p.e_mail,
        "telefoon": p.telefoon,
        "mobiel": p.mobiel,
        "socialMedia": p.social_media,
    }
    return {
        "@id": jsonld.id_("person", sleutel),
        "@type": "person:Person",
        "vertegenwoordigerId": v.id_,
        "insz": p.insz,
        "voornaam": p.voornaam,
        "achternaam": p.achternaam,
        "roepnaam": p.roepnaam,
        "rol": p.rol,
        "isPrimair": v.is_primair,
        **bereikbaar,
        "vertegenwoordigerContactgegevens": {
            "@id": jsonld.id_("cont", f"{sleutel}-vertegenwoordiger"),
            "@type": "schema:ContactPoint",
            "isPrimair": v.is_primair,
            **bereikbaar,
        },
        "bron": v.bron,
    }


def _lidmaatschappen(stand: Vereniging, naam_van: NaamVan) -> list[Json]:
    return [
        {
            "@id": jsonld.id_("lid", f"{stand.vcode}-{lid.lidmaatschap_id}"),
            "@type": "org:Membership",
            "lidmaatschapId": lid.lidmaatschap_id,
            "andereVereniging": lid.andere_vereniging,
            "naam": naam_van(lid.andere_vereniging),
            "identificatie": lid.identificatie,
            "beschrijving": lid.beschrijving,
            "van": lid.van,
            "tot": lid.tot,
        }
        for lid in stand.lidmaatschappen
    ]


def _erkenning(stand: ErkenningStand, vandaag: date) -> Json:
    erkenning = stand.erkenning
    return {
        "erkenningId": stand.id_,
        "geregistreerdDoor": _organisatie(erkenning.geregistreerd_door),
        "ipdcProduct": {"nummer": erkenning.ipdc_product.nummer, "naam": erkenning.ipdc_product.naam},
        "startdatum": erkenning.startdatum,
        "einddatum": erkenning.einddatum,
        "hernieuwingsdatum": erkenning.hernieuwingsdatum,
        "hernieuwingsUrl": erkenning.hernieuwings_url,
        "redenSchorsing": stand.reden_schorsing,
        "status": stand.status(vandaag),
    }


def _organisatie(wie: Organisatie) -> Json:
    return {"ovoCode": wie.ovo_code, "naam": wie.naam}


def _bank(vcode: str, b: BankStand) -> Json:
    return {
        "@id": jsonld.id_("bank", f"{vcode}-{b.id_}"),
        "@type": "schema:BankAccount",
        "bankrekeningnummerId": b.id_,
        "iban": b.rekening.iban,
        "doel": b.rekening.doel,
        "titularissen": list(b.rekening.titularissen),
        "bevestigdDoor": [_organisatie(organisatie(ovo)) for ovo in b.bevestigd_door],
        "bron": b.bron,
    }
