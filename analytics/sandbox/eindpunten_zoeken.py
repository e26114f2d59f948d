"""Endpoints that search: for beheer, and for everybody."""

from __future__ import annotations

from urllib.parse import quote

import numpy as np
from starlette.responses import Response

from analytics.sandbox.aanroep import Aanroep
from analytics.sandbox.antwoord import LD_JSON, JsonAntwoord
from analytics.sandbox.contexten import adres as context_adres
from analytics.sandbox.eindpunt import V2, Eindpunt, Parameter
from analytics.sandbox.fouten import domeinfout
from analytics.sandbox.jsonld import Json
from analytics.sandbox.register import Register
from analytics.sandbox.sorteren import lees_sortering, sorteer
from analytics.sandbox.toestand import ACTIEF
from analytics.sandbox.toetsen import PREDICAAT, Foutenlijst
from analytics.sandbox.zoekdocument import toon_publieke_treffer, toon_treffer
from analytics.sandbox.zoekindex import Masker, Zoekindex
from analytics.sandbox.zoekvraag import zoek_masker

VENSTER = 1000
FACET = "facets.hoofdactiviteitenVerenigingsloket"
_ACTIVITEIT = "hoofdactiviteitenVerenigingsloket.code.keyword"
_PARAMETERS = (
    Parameter("q", "query", "string", "Zoekopdracht; standaard *."),
    Parameter("sort", "query", "string", "Velden, met een - ervoor voor aflopend."),
    Parameter("limit", "query", "integer", "Aantal resultaten; standaard 50."),
    Parameter("offset", "query", "integer", "Aantal resultaten om over te slaan; standaard 0."),
)


def _pagina(a: Aanroep) -> tuple[int, int]:
    limit, offset = a.getal("limit"), a.getal("offset")
    limit, offset = 50 if limit is None else limit, 0 if offset is None else offset
    if limit + offset > VENSTER:
        f = Foutenlijst()
        f.meld("", PREDICAAT, f"'Limit' en 'Offset' mogen samen niet groter dan {VENSTER} zijn.")
        f.weiger()
    if limit < 0 or offset < 0:
        raise domeinfout("Deze zoekopdracht kon niet uitgevoerd worden. Controleer alle parameters en probeer opnieuw.")
    return limit, offset


def _q(a: Aanroep) -> str:
    return a.query.get("q", "").strip() or "*"


def _antwoord(
    a: Aanroep, index: Zoekindex, masker: Masker, pagina: tuple[int, int], *, publiek: bool
) -> tuple[list[Json], Json]:
    limit, offset = pagina
    volgorde = sorteer(masker, index, lees_sortering(a.query.get("sort")))
    documenten = [index.document(int(nummer)) for nummer in volgorde[offset : offset + limit]]
    treffers = [
        toon_publieke_treffer(document, basis=a.basis) if publiek else toon_treffer(document, v2=a.v2, basis=a.basis)
        for document in documenten
    ]
    return treffers, {"pagination": {"totalCount": len(volgorde), "offset": offset, "limit": limit}}


def zoek(a: Aanroep, register: Register) -> Response:
    """Search everything that is not removed or a duplicate."""
    pagina = _pagina(a)
    with register.lock:
        index = register.zoekindex
        treffers, metadata = _antwoord(a, index, zoek_masker(_q(a), index), pagina, publiek=False)
    context = context_adres(a.basis, "beheer", "zoek-verenigingen-context")
    return JsonAntwoord({"@context": context, "verenigingen": treffers, "metadata": metadata})


def zoek_publiek(a: Aanroep, register: Register) -> Response:
    """Search what everybody may see, with the number of hits per activity."""
    pagina = _pagina(a)
    with register.lock:
        index = register.zoekindex
        masker = zoek_masker(_q(a), index, publiek=True) & _zichtbaar(index)
        facetten = _facetten(a, index, masker)
        codes = [code.strip().upper() for code in a.query.get(FACET, "").split(",") if code.strip()]
        if codes:
            activiteiten = index.velden[_ACTIVITEIT].termen
            masker = masker & index.masker(activiteiten[code] for code in codes if code in activiteiten)
        treffers, metadata = _antwoord(a, index, masker, pagina, publiek=True)
    context = context_adres(a.basis, "publiek", "zoek-verenigingen-context")
    inhoud = {"@context": context, "verenigingen": treffers, "facets": facetten, "metadata": metadata}
    return JsonAntwoord(inhoud, media_type=LD_JSON)


def _zichtbaar(index: Zoekindex) -> Masker:
    actief = index.velden["status"].termen.get(ACTIEF, ())
    ingeschreven = index.velden["isUitgeschrevenUitPubliekeDatastroom"].termen.get("false", ())
    return index.masker((actief,)) & index.masker((ingeschreven,))


def _facetten(a: Aanroep, index: Zoekindex, masker: Masker) -> Json:
    """Count the hits per activity, whatever activities are filtered on."""
    gekozen = [code.strip().upper() for code in a.query.get(FACET, "").split(",") if code.strip()]
    lijst: list[Json] = []
    for code, nummers in sorted(index.velden[_ACTIVITEIT].termen.items()):
        aantal = int(masker[np.array(nummers, dtype=np.int64)].sum())
        if aantal:
            codes = ",".join(dict.fromkeys([*gekozen, code]))
            adres = f"{a.basis}/publiek/v1/verenigingen/zoeken?q={quote(_q(a), safe='*')}&{FACET}={codes}"
            lijst.append({"code": code, "aantal": aantal, "query": adres})
    return {"hoofdactiviteitenVerenigingsloket": lijst}


EINDPUNTEN = (
    Eindpunt("GET", "/v1/verenigingen/zoeken", zoek, "Zoek verenigingen.", parameters=(*_PARAMETERS, V2)),
    Eindpunt(
        "GET",
        "/publiek/v1/verenigingen/zoeken",
        zoek_publiek,
        "Zoek publiek zichtbare verenigingen.",
        parameters=(*_PARAMETERS, Parameter(FACET, "query", "string", "Enkel deze hoofdactiviteiten.")),
        is_beheer=False,
    ),
)
