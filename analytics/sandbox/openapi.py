"""The OpenAPI description of the embedded register, made from its route table and request models."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from datetime import date
from html import escape
from types import NoneType
from typing import get_args, get_origin, get_type_hints

from analytics.sandbox.eindpunt import Eindpunt
from analytics.sandbox.gegevens import json_naam
from analytics.sandbox.jsonld import Json
from analytics.sandbox.verzoeken import Leeg, Verzoek

_KOPPEN: tuple[Json, ...] = (
    {
        "name": "X-Correlation-Id",
        "in": "header",
        "required": True,
        "schema": {"type": "string", "format": "uuid"},
    },
    {
        "name": "VR-Initiator",
        "in": "header",
        "required": True,
        "schema": {"type": "string", "pattern": "^OVO[0-9]{6}$"},
    },
)
_REDENEN = {
    200: "In orde; bij een schrijfactie: er veranderde niets.",
    202: "Aanvaard.",
    302: "Te vinden op het adres in Location.",
    400: "Geweigerd.",
    401: "Geen geldig token.",
    403: "Onvoldoende rechten.",
    404: "Niet gevonden.",
    409: "Mogelijke dubbels.",
    412: "Andere versie dan verwacht.",
    415: "Geen JSON.",
    500: "Onverwachte fout.",
}


def beschrijf(eindpunten: Iterable[Eindpunt]) -> Json:
    """Give the OpenAPI 3.0 document of *eindpunten*."""
    paden: dict[str, Json] = {}
    for eindpunt in eindpunten:
        paden.setdefault(eindpunt.pad, {})[eindpunt.methode.lower()] = _operatie(eindpunt)
    return {
        "openapi": "3.0.3",
        "info": {"title": "Oefenregister", "version": "1", "description": "Nabootsing van het Verenigingsregister."},
        "paths": paden,
        "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    }


def _operatie(eindpunt: Eindpunt) -> Json:
    namen = [deel[1:-1] for deel in eindpunt.pad.split("/") if deel.startswith("{")]
    parameters: list[Json] = [{"name": n, "in": "path", "required": True, "schema": _padschema(n)} for n in namen]
    if eindpunt.is_beheer:
        parameters.extend(_KOPPEN)
    parameters.extend(
        {"name": p.naam, "in": p.soort, "schema": {"type": p.schema}, "description": p.uitleg}
        for p in eindpunt.parameters
    )
    fouten = (400, 401, 403, 404, 412, 415, 500) if eindpunt.is_beheer else (400, 404, 415)
    operatie: Json = {
        "summary": eindpunt.samenvatting,
        "operationId": f"{eindpunt.methode.lower()} {eindpunt.pad}",
        "parameters": parameters,
        "responses": {str(status): _antwoord(status, eindpunt) for status in (*eindpunt.succes, *fouten)},
    }
    if eindpunt.is_beheer:
        operatie["security"] = [{"token": []}]
    if eindpunt.model is not None:
        schema = _object(eindpunt.model)
        operatie["requestBody"] = {"required": True, "content": {"application/json": {"schema": schema}}}
    return operatie


def _antwoord(status: int, eindpunt: Eindpunt) -> Json:
    antwoord: Json = {"description": _REDENEN[status]}
    if status == 409 or (status == 200 and (eindpunt.methode == "GET" or eindpunt.vorm)):
        soort = eindpunt.media or ("application/json" if eindpunt.is_beheer else "application/ld+json")
        lijst: Json = {"type": "array", "items": {"type": "object"}}
        antwoord["content"] = {soort: {"schema": lijst if eindpunt.vorm == "array" else {"type": "object"}}}
    elif status >= 400:
        antwoord["content"] = {"application/problem+json": {"schema": _PROBLEEM}}
    return antwoord


_PROBLEEM: Json = {
    "type": "object",
    "required": ["type", "title", "detail", "status", "instance"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "detail": {"type": "string"},
        "status": {"type": "integer"},
        "instance": {"type": "string"},
        "validationErrors": {
            "type": "object",
            "additionalProperties": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["code", "reason"],
                    "properties": {"code": {"type": "string"}, "reason": {"type": "string"}},
                },
            },
        },
    },
}


def _padschema(naam: str) -> Json:
    if naam == "vCode":
        return {"type": "string", "pattern": "^V[0-9]{7}$", "example": "V0001001"}
    if not naam.endswith("Id"):
        return {"type": "string", "minLength": 1}
    return {"type": "integer", "minimum": 1, "maximum": 999999999}


def _object(model: type[Verzoek]) -> Json:
    hints = get_type_hints(model)
    eigenschappen: Json = {
        json_naam(veld.name): _schema(hints[veld.name], verplicht_niet_null=veld.default == ())
        for veld in fields(model)  # type: ignore[arg-type]  # every Verzoek is a dataclass
        if veld.default is not MISSING
    }
    return {"type": "object", "properties": eigenschappen}


def _schema(hint: object, *, verplicht_niet_null: bool = False) -> Json:
    soorten = get_args(hint) if get_origin(hint) is not tuple else ()
    kern = [soort for soort in soorten if soort is not NoneType] or [hint]
    schema = _kern(kern)
    if NoneType in soorten and not verplicht_niet_null:
        schema = {**schema, "nullable": True}
    return schema


_SIMPEL: Mapping[object, Json] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer", "format": "int32"},
    float: {"type": "number"},
}


def _kern(kern: list[object]) -> Json:
    eerste = kern[0]
    if date in kern:
        leeg: Json = {"type": "string", "enum": [""]}
        datum: Json = {"type": "string", "format": "date"}
        return {"anyOf": [datum, leeg]} if Leeg in kern else datum
    if get_origin(eerste) is tuple:
        return {"type": "array", "items": _schema(get_args(eerste)[0])}
    if isinstance(eerste, type) and issubclass(eerste, Verzoek):
        return _object(eerste)
    return dict(_SIMPEL[eerste])


_NIET_NAGEBOOTST = (
    "GET /v1/admin/sync/…: er is geen synchronisatie met KBO of KSZ. Wat in KBO verandert na de registratie, komt hier "
    "nooit toe, en de gebeurtenissen daarover dus evenmin.",
    "Nachtelijke taken: gekoppelde adressen worden niet opnieuw vergeleken, een erkenning verloopt enkel in wat "
    "getoond wordt, en persoonsgegevens vervallen niet met de tijd.",
    "De namen van IPDC-producten en van organisaties: die staan leeg of herhalen de code.",
    "De regels van het register over wie een erkenning mag wijzigen of schorsen: die zijn niet bekend.",
    "Wat MAGDA zelf toevoegt: eigen toegang, limieten en de verpakking van fouten.",
)


def pagina(eindpunten: Iterable[Eindpunt]) -> str:
    """Give a page in Dutch that lists every endpoint; it loads nothing from elsewhere."""
    rijen = "".join(
        f"<tr><td>{escape(e.methode)}</td><td><code>{escape(e.pad)}</code></td><td>{escape(e.samenvatting)}</td>"
        f"<td>{', '.join(str(status) for status in e.succes)}</td>"
        f"<td>{'super admin' if e.super_admin else 'beheer' if e.is_beheer else 'publiek'}</td></tr>"
        for e in eindpunten
    )
    niet = "".join(f"<li>{escape(wat)}</li>" for wat in _NIET_NAGEBOOTST)
    return (
        '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Oefenregister</title><style>'
        "body{font-family:sans-serif;margin:2rem}td,th{text-align:left;padding:.2rem .8rem;"
        "border-bottom:1px solid #ccc}"
        "</style></head><body><h1>Oefenregister</h1><p>Nabootsing van het Verenigingsregister, om tegen te oefenen. "
        'De volledige beschrijving staat in <a href="/docs/v1/docs.json">OpenAPI-vorm</a>.</p>'
        '<table><thead><tr><th scope="col">Methode</th><th scope="col">Pad</th><th scope="col">Wat</th>'
        '<th scope="col">Gelukt</th><th scope="col">Toegang</th></tr></thead>'
        f"<tbody>{rijen}</tbody></table><h2>Wat hier niet is</h2><ul>{niet}</ul></body></html>"
    )
