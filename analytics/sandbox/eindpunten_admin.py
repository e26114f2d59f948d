"""Endpoints of administration: projections, address matching, reference tables and maintenance. Super admins only."""

from __future__ import annotations

from starlette.responses import Response

from analytics.sandbox.aanroep import Aanroep
from analytics.sandbox.antwoord import JsonAntwoord
from analytics.sandbox.eindpunt import Eindpunt
from analytics.sandbox.register import Register

PROJECTIES = ("detail", "historiek", "zoeken", "dubbeldetectie", "publiek")


def toon_zonder_adresmatch(_a: Aanroep, register: Register) -> Response:
    """Show the locations whose address was not found in the address registry, per association."""
    lijst = [
        {"vCode": stand.vcode, "locatieIds": ids}
        for stand in register.alle()
        if not stand.is_verwijderd
        and (ids := [s.id_ for s in stand.locaties if s.locatie.adres is not None and s.locatie.adres_id is None])
    ]
    return JsonAntwoord(lijst)


def start_adresmatch(_a: Aanroep, register: Register) -> Response:
    """Ask the address registry again about those locations; the answers come in the background."""
    register.match_opnieuw()
    return Response(status_code=202)


def ververs_gemeenten(_a: Aanroep, register: Register) -> Response:
    """Read the table of municipalities and postcodes again."""
    register.ververs_referentie()
    return Response(status_code=200)


def toon_voortgang(_a: Aanroep, register: Register) -> Response:
    """Show how far each projection is; here they move together."""
    bereikt, laatste = register.voortgang()
    return JsonAntwoord([{"projectie": naam, "sequence": bereikt, "laatsteSequence": laatste} for naam in PROJECTIES])


def herbouw(_a: Aanroep, register: Register) -> Response:
    """Make the projections again from the events; whichever is named, all of them are."""
    register.herbouw()
    return Response(status_code=200)


def vergeet(a: Aanroep, register: Register) -> Response:
    """Take an association out of the register with its whole past, as if it had never been."""
    register.vergeet(a.vcode)
    return Response(status_code=200)


EINDPUNTEN = (
    Eindpunt(
        "GET",
        "/v1/admin/locaties/zonder-adresmatch",
        toon_zonder_adresmatch,
        "Toon de locaties zonder adresmatch.",
        super_admin=True,
        vorm="array",
    ),
    Eindpunt("POST", "/v1/admin/adresmatch", start_adresmatch, "Zoek adressen opnieuw op.", (202,), super_admin=True),
    Eindpunt(
        "POST", "/v1/admin/syncnutslauinfo", ververs_gemeenten, "Ververs gemeenten en postcodes.", super_admin=True
    ),
    Eindpunt(
        "GET",
        "/v1/projections/admin/status",
        toon_voortgang,
        "Toon hoe ver de projecties zijn.",
        super_admin=True,
        vorm="array",
    ),
    *(
        Eindpunt(
            "POST",
            f"/v1/projections/{groep}/{{projectie}}/rebuild",
            herbouw,
            "Herbouw de projecties.",
            super_admin=True,
        )
        for groep in ("admin", "public")
    ),
    Eindpunt(
        "DELETE",
        "/v1/maintenance/streams/{vCode}",
        vergeet,
        "Haal een vereniging met haar verleden uit het register.",
        super_admin=True,
    ),
)
