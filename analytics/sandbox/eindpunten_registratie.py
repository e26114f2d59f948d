"""Endpoints that register an association."""

from __future__ import annotations

from starlette.responses import Response

from analytics.sandbox.aanroep import Aanroep
from analytics.sandbox.antwoord import geschreven
from analytics.sandbox.beslis_registratie import zet_om
from analytics.sandbox.eindpunt import Eindpunt, Parameter
from analytics.sandbox.omzetten import zet_kbo_nummer
from analytics.sandbox.register import Register
from analytics.sandbox.toets_registratie import toets_kbo_registratie, toets_registratie
from analytics.sandbox.verzoeken import RegistreerKboVerzoek, RegistreerVerzoek

BEVESTIGING = Parameter("VR-BevestigingsToken", "header", "string", "Token uit een 409: toch registreren.")


def registreer(a: Aanroep, register: Register) -> Response:
    """Register a VZER; both endpoints run the same command."""
    verzoek = a.verzoek(RegistreerVerzoek)
    omgeving = register.omgeving(a.wie)
    toets_registratie(verzoek, vandaag=omgeving.vandaag)
    registratie = zet_om(verzoek, omgeving)
    uitslag = register.registreer(registratie, a.wie)
    return geschreven(uitslag, location=f"{a.bronpad}/{uitslag.vcode}")


def registreer_kbo(a: Aanroep, register: Register) -> Response:
    """Register an association with legal personality by its KBO number."""
    verzoek = a.verzoek(RegistreerKboVerzoek)
    toets_kbo_registratie(verzoek)
    uitslag = register.registreer_kbo(zet_kbo_nummer(verzoek.kbo_nummer or ""), a.wie)
    return geschreven(uitslag, location=f"{a.bronpad}/{uitslag.vcode}")


EINDPUNTEN = (
    Eindpunt(
        "POST",
        "/v1/verenigingen/feitelijkeverenigingen",
        registreer,
        "Registreer een feitelijke vereniging.",
        (202,),
        RegistreerVerzoek,
        (BEVESTIGING,),
    ),
    Eindpunt(
        "POST",
        "/v1/verenigingen/vzer",
        registreer,
        "Registreer een vereniging zonder eigen rechtspersoonlijkheid.",
        (202,),
        RegistreerVerzoek,
        (BEVESTIGING,),
    ),
    Eindpunt(
        "POST",
        "/v1/verenigingen/kbo",
        registreer_kbo,
        "Registreer een vereniging met rechtspersoonlijkheid.",
        (200, 202),
        RegistreerKboVerzoek,
    ),
)
