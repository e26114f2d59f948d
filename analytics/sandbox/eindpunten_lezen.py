"""Endpoints that read one association: detail and historiek."""

from __future__ import annotations

from starlette.responses import Response

from analytics.sandbox.aanroep import Aanroep
from analytics.sandbox.antwoord import JsonAntwoord
from analytics.sandbox.eindpunt import EXPECTED, V2, Eindpunt
from analytics.sandbox.fouten import Weigering, niet_gevonden
from analytics.sandbox.historiek import historiek
from analytics.sandbox.register import Register
from analytics.sandbox.weergave_detail import detail

ONBEKEND = "De gevraagde vereniging werd niet gevonden."


def toets_sequentie(a: Aanroep, register: Register, wat: str) -> None:
    """Refuse with 412 when the projections have not reached the sequence that is asked for."""
    verwacht = a.getal("expectedSequence")
    if verwacht is not None and verwacht > register.projecties.positie:
        raise Weigering(
            f"{wat} van de gevraagde vereniging heeft niet de verwachte sequentiewaarde.",
            soort="unexpectedaggregateversion",
            status=412,
        )


def naam_van(register: Register, vcode: str) -> str:
    """Give the name of another association, empty when it is not known."""
    gevonden = register.geprojecteerd(vcode)
    return gevonden[0].naam if gevonden else ""


def toon_detail(a: Aanroep, register: Register) -> Response:
    """Show an association with the version its projection has reached."""
    toets_sequentie(a, register, "Het detail")
    gevonden = register.geprojecteerd(a.vcode)
    if gevonden is None:
        raise niet_gevonden(ONBEKEND)
    stand, feiten = gevonden
    if stand.is_verwijderd:
        raise niet_gevonden("Deze vereniging werd verwijderd.")
    inhoud = detail(
        stand,
        v2=a.v2,
        basis=a.basis,
        naam_van=lambda vcode: naam_van(register, vcode),
        vandaag=register.omgeving(a.wie).vandaag,
    )
    return JsonAntwoord(inhoud, headers={"ETag": f'W/"{feiten[-1].versie}"'})


def toon_historiek(a: Aanroep, register: Register) -> Response:
    """Show what happened to an association, also to a removed one."""
    toets_sequentie(a, register, "De historiek")
    gevonden = register.geprojecteerd(a.vcode)
    if gevonden is None:
        raise niet_gevonden(ONBEKEND)
    return JsonAntwoord(historiek(a.vcode, gevonden[1], register.personen(a.vcode), basis=a.basis))


EINDPUNTEN = (
    Eindpunt("GET", "/v1/verenigingen/{vCode}", toon_detail, "Detail van een vereniging.", parameters=(EXPECTED, V2)),
    Eindpunt(
        "GET",
        "/v1/verenigingen/{vCode}/historiek",
        toon_historiek,
        "Historiek van een vereniging.",
        parameters=(EXPECTED,),
    ),
)
