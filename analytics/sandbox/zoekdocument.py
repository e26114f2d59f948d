"""The search document of an association: the hit as it is shown, and what can be searched besides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analytics.sandbox import jsonld
from analytics.sandbox.jsonld import Json
from analytics.sandbox.toestand import LocatieStand, Vereniging
from analytics.sandbox.weergave_detail import datum


def zoekdocument(stand: Vereniging) -> Json:
    """Give the hit of an association; under ``extra`` the fields that are searched but not shown."""
    roepnaam: Json = {"roepnaam": stand.roepnaam} if stand.is_kbo else {}
    subtype: Json = {} if stand.is_kbo else {"verenigingssubtype": jsonld.subtype(stand)}
    return {
        "@type": jsonld.soort(stand),
        "vCode": stand.vcode,
        "corresponderendeVCodes": list(stand.corresponderende_vcodes),
        "verenigingstype": jsonld.verenigingstype(stand, v2=True),
        **subtype,
        "naam": stand.naam,
        **roepnaam,
        "korteNaam": stand.korte_naam,
        "status": stand.status,
        "startdatum": datum(stand.startdatum),
        "einddatum": datum(stand.einddatum),
        "doelgroep": jsonld.doelgroep(stand.vcode, stand.doelgroep),
        "hoofdactiviteitenVerenigingsloket": jsonld.codes("act", stand.hoofdactiviteiten),
        "werkingsgebieden": jsonld.codes("wg", stand.werkingsgebieden or ()),
        "locaties": [_locatie(stand.vcode, locatie) for locatie in stand.locaties],
        "sleutels": jsonld.sleutels(stand),
        "lidmaatschappen": [
            {
                "@id": jsonld.id_("lid", f"{stand.vcode}-{lid.lidmaatschap_id}"),
                "@type": "org:Membership",
                "andereVereniging": lid.andere_vereniging,
                "van": lid.van,
                "tot": lid.tot,
                "identificatie": lid.identificatie,
                "beschrijving": lid.beschrijving,
            }
            for lid in stand.lidmaatschappen
        ],
        "isErkend": stand.is_erkend,
        "inStopzetting": stand.in_stopzetting,
        "extra": {
            "isUitgeschrevenUitPubliekeDatastroom": stand.is_uitgeschreven,
            "isVerwijderd": False,
            "isDubbel": False,
            "korteBeschrijving": stand.korte_beschrijving,
            "geotags": {"identificatie": list(stand.geotags)},
            "locaties": [{"locatieId": locatie.id_} for locatie in stand.locaties],
            "lidmaatschappen": [
                {"lidmaatschapId": lid.lidmaatschap_id, "datumVan": lid.van, "datumTot": lid.tot}
                for lid in stand.lidmaatschappen
            ],
            "subverenigingVan": _subvereniging(stand),
        },
    }


def _subvereniging(stand: Vereniging) -> Json | None:
    sub = stand.subvereniging_van
    if sub is None:
        return None
    return {
        "andereVereniging": sub.andere_vereniging,
        "identificatie": sub.identificatie,
        "beschrijving": sub.beschrijving,
    }


def _locatie(vcode: str, stand: LocatieStand) -> Json:
    adres = stand.locatie.adres
    return {
        "@id": jsonld.id_("loc", f"{vcode}-{stand.id_}"),
        "@type": "org:Site",
        "locatietype": stand.locatie.locatietype,
        "isPrimair": stand.locatie.is_primair,
        "adresvoorstelling": adres.voorstelling if adres is not None else "",
        "naam": stand.locatie.naam,
        "postcode": adres.postcode if adres is not None else "",
        "gemeente": adres.gemeente if adres is not None else "",
    }


def velden(document: Mapping[str, Any]) -> dict[str, list[str]]:
    """Give every searchable value of a document by its dotted path; empty ones are left out."""
    extra = document["extra"]
    gevonden: dict[str, list[str]] = {}
    for naam in _ENKEL:
        _zet(gevonden, naam, document.get(naam))
    for naam in _ENKEL_EXTRA:
        _zet(gevonden, naam, extra[naam])
    for groep, namen in _OBJECTEN.items():
        deel = document.get(groep) or extra.get(groep)
        for naam in namen if deel else ():
            _zet(gevonden, f"{groep}.{naam}", deel[naam])
    for groep, namen in _LIJSTEN.items():
        for deel in document[groep]:
            for naam in namen:
                _zet(gevonden, f"{groep}.{naam}", deel[naam])
    for groep in ("locaties", "lidmaatschappen"):
        for deel in extra[groep]:
            for naam, waarde in deel.items():
                _zet(gevonden, f"{groep}.{naam}", waarde)
    if document["corresponderendeVCodes"]:
        gevonden["corresponderendeVCodes"] = document["corresponderendeVCodes"]
    if extra["geotags"]["identificatie"]:
        gevonden["geotags.identificatie"] = extra["geotags"]["identificatie"]
    return gevonden


_ENKEL = ["vCode", "naam", "roepnaam", "korteNaam", "status", "startdatum", "einddatum", "isErkend", "inStopzetting"]
_ENKEL_EXTRA = ["isUitgeschrevenUitPubliekeDatastroom", "isVerwijderd", "isDubbel", "korteBeschrijving"]
_OBJECTEN = {
    "verenigingstype": ("code", "naam"),
    "verenigingssubtype": ("code", "naam"),
    "doelgroep": ("minimumleeftijd", "maximumleeftijd"),
    "subverenigingVan": ("andereVereniging", "identificatie", "beschrijving"),
}
_LIJSTEN = {
    "hoofdactiviteitenVerenigingsloket": ("code", "naam"),
    "werkingsgebieden": ("code", "naam"),
    "locaties": ("locatietype", "isPrimair", "adresvoorstelling", "naam", "postcode", "gemeente"),
    "sleutels": ("bron", "waarde", "codeerSysteem"),
    "lidmaatschappen": ("andereVereniging", "identificatie", "beschrijving"),
}


def _zet(gevonden: dict[str, list[str]], pad: str, waarde: str | int | None) -> None:
    if waarde is None or waarde == "":
        return
    tekst = ("true" if waarde else "false") if isinstance(waarde, bool) else str(waarde)
    if pad in gevonden:
        gevonden[pad].append(tekst)
    else:
        gevonden[pad] = [tekst]


def toon_treffer(document: Json, *, v2: bool, basis: str) -> Json:
    """Give a hit as the beheer search shows it."""
    treffer = {k: w for k, w in document.items() if k != "extra"}
    if document["verenigingstype"] == jsonld.VZER and not v2:
        treffer["verenigingstype"] = dict(jsonld.FV)
    if not v2:
        treffer.pop("verenigingssubtype", None)
    treffer["links"] = {"detail": f"{basis}/v1/verenigingen/{document['vCode']}"}
    return treffer


def toon_publieke_treffer(document: Json, *, basis: str) -> Json:
    """Give a hit as the public search shows it: with ``korteBeschrijving`` and ``relaties``."""
    treffer = toon_treffer(document, v2=False, basis=f"{basis}/publiek")
    extra = document["extra"]
    assert isinstance(extra, dict)  # noqa: S101 -- built in this module
    return treffer | {"korteBeschrijving": extra["korteBeschrijving"], "relaties": []}
