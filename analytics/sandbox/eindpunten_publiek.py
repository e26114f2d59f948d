"""Endpoints for everybody: public detail, what changed, all details at once, code lists and contexts."""

from __future__ import annotations

import json

from starlette.responses import RedirectResponse, Response

from analytics.sandbox.aanroep import Aanroep
from analytics.sandbox.antwoord import LD_JSON, JsonAntwoord
from analytics.sandbox.contexten import context
from analytics.sandbox.eindpunt import Afhandeling, Eindpunt, Parameter
from analytics.sandbox.eindpunten_lezen import ONBEKEND, naam_van
from analytics.sandbox.fouten import niet_gevonden
from analytics.sandbox.gegevens import Code
from analytics.sandbox.jsonld import Json
from analytics.sandbox.register import Register
from analytics.sandbox.toestand import ACTIEF, Vereniging
from analytics.sandbox.weergave_detail import publiek_detail

SINDS = Parameter("sinds", "query", "integer", "Enkel wat na dit volgnummer veranderde.")
JSONL = "application/x-ndjson"
_ALLES = "/publiek/v1/verenigingen/detail/all"


def _is_zichtbaar(stand: Vereniging) -> bool:
    return not stand.is_verwijderd and not stand.is_uitgeschreven and stand.status == ACTIEF


def _detail(a: Aanroep, register: Register, stand: Vereniging) -> Json:
    return publiek_detail(stand, basis=a.basis, naam_van=lambda vcode: naam_van(register, vcode))


def toon_publiek_detail(a: Aanroep, register: Register) -> Response:
    """Show what everybody may see of an active association in the public data stream."""
    gevonden = register.geprojecteerd(a.vcode)
    if gevonden is None or not _is_zichtbaar(gevonden[0]):
        raise niet_gevonden(ONBEKEND)
    return JsonAntwoord(_detail(a, register, gevonden[0]), media_type=LD_JSON)


def toon_mutaties(a: Aanroep, register: Register) -> Response:
    """Show the vCodes that changed after a sequence, whatever changed: also those that are no longer visible."""
    mutaties = register.mutaties(a.getal("sinds") or 0)
    return JsonAntwoord([{"vCode": vcode, "sequence": seq} for vcode, seq in mutaties], media_type=LD_JSON)


def verwijs_naar_alles(a: Aanroep, _register: Register) -> Response:
    """Point at the file with every public detail."""
    return RedirectResponse(f"{a.basis}{_ALLES}/bestand", status_code=302)


def toon_alles(a: Aanroep, register: Register) -> Response:
    """Give every public detail, one JSON object per line."""
    regels = (json.dumps(_detail(a, register, x), ensure_ascii=False) for x in register.alle() if _is_zichtbaar(x))
    return Response("".join(f"{regel}\n" for regel in regels), media_type=JSONL)


def toon_context(a: Aanroep, _register: Register) -> Response:
    """Give a JSON-LD context."""
    inhoud = context(a.basis, a.pad["soort"], a.pad["name"])
    if inhoud is None:
        raise niet_gevonden("De gevraagde context werd niet gevonden.")
    return JsonAntwoord(inhoud, media_type=LD_JSON)


def _codelijst(naam: str, codes: list[Code]) -> Response:
    return JsonAntwoord({naam: [{"code": c.code, "naam": c.naam} for c in codes]}, media_type=LD_JSON)


def toon_hoofdactiviteiten(_a: Aanroep, register: Register) -> Response:
    """Show the code list of activities."""
    return _codelijst("hoofdactiviteitenVerenigingsloket", list(register.ref.hoofdactiviteiten.values()))


def toon_werkingsgebieden(_a: Aanroep, register: Register) -> Response:
    """Show the code list of areas: provinces, municipalities, NVT last."""
    return _codelijst("werkingsgebieden", list(register.ref.werkingsgebieden.values()))


def _in_beide(pad: str, doe: Afhandeling, wat: str) -> tuple[Eindpunt, Eindpunt]:
    """Give an endpoint on the public base address, and on that of the register itself."""
    return Eindpunt("GET", pad, doe, wat, is_beheer=False), Eindpunt("GET", f"/publiek{pad}", doe, wat, is_beheer=False)


EINDPUNTEN = (
    Eindpunt(
        "GET",
        "/publiek/v1/verenigingen/mutaties",
        toon_mutaties,
        "Verenigingen die veranderden.",
        parameters=(SINDS,),
        is_beheer=False,
        vorm="array",
    ),
    Eindpunt("GET", _ALLES, verwijs_naar_alles, "Verwijst naar alle publieke details.", (302,), is_beheer=False),
    Eindpunt(
        "GET", f"{_ALLES}/bestand", toon_alles, "Alle publieke details, een per regel.", is_beheer=False, media=JSONL
    ),
    Eindpunt(
        "GET",
        "/publiek/v1/verenigingen/{vCode}",
        toon_publiek_detail,
        "Publiek detail van een vereniging.",
        is_beheer=False,
    ),
    *_in_beide("/v1/hoofdactiviteitenVerenigingsloket", toon_hoofdactiviteiten, "Codelijst hoofdactiviteiten."),
    *_in_beide("/v1/werkingsgebieden", toon_werkingsgebieden, "Codelijst werkingsgebieden."),
    *_in_beide("/v1/contexten/{soort}/{name}", toon_context, "JSON-LD-context."),
)
