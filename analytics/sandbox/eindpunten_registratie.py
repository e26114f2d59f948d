"""Endpoints that register an association, and the check for duplicates before it."""

from __future__ import annotations

from functools import partial

from starlette.responses import Response

from analytics.sandbox import jsonld
from analytics.sandbox.aanroep import Aanroep
from analytics.sandbox.antwoord import JsonAntwoord, geschreven
from analytics.sandbox.beslis_registratie import Registratie, zet_om
from analytics.sandbox.bevestiging import bevestigingstoken
from analytics.sandbox.dubbelindex import Treffer
from analytics.sandbox.eindpunt import Eindpunt, Parameter
from analytics.sandbox.events import DubbeleVerenigingenWerdenGedetecteerd
from analytics.sandbox.fouten import domeinfout, onleesbaar
from analytics.sandbox.jsonld import Json
from analytics.sandbox.omzetten import zet_kbo_nummer
from analytics.sandbox.register import Register
from analytics.sandbox.toestand import LocatieStand, Vereniging
from analytics.sandbox.toets_registratie import toets_kbo_registratie, toets_registratie
from analytics.sandbox.verzoeken import MinimumScoreVerzoek, RegistreerKboVerzoek, RegistreerVerzoek

FV, VZER = "feitelijkeverenigingen", "vzer"
BEVESTIGING = Parameter("VR-BevestigingsToken", "header", "string", "Token uit een 409: toch registreren.")
OVERRIDE = Parameter("minimumScoreOverride", "query", "number", "Minimumscore voor deze ene controle.")


def _registratie(a: Aanroep, register: Register) -> tuple[RegistreerVerzoek, Registratie]:
    verzoek = a.verzoek(RegistreerVerzoek)
    omgeving = register.omgeving(a.wie)
    toets_registratie(verzoek, vandaag=omgeving.vandaag)
    return verzoek, zet_om(verzoek, omgeving)


def registreer(a: Aanroep, register: Register, *, soort: str) -> Response:
    """Register a VZER; both endpoints run the same command, and show types in their own vocabulary."""
    verzoek, registratie = _registratie(a, register)

    def token() -> str:
        return bevestigingstoken(verzoek, soort=soort, zout=register.instellingen.zout)

    if a.bevestigingstoken and a.bevestigingstoken != token():
        raise domeinfout("Het bevestigingstoken is niet geldig voor deze request.")
    with register.lock:
        if registratie.locaties and not a.bevestigingstoken:
            treffers = register.zoek_dubbels(registratie)
            if treffers:
                return _mogelijke_dubbels(a, register, registratie, treffers, token=token(), v2=soort == VZER)
        uitslag = register.registreer(registratie, a.wie, bevestigd=bool(a.bevestigingstoken))
    return geschreven(uitslag, location=f"{a.bronpad}/{uitslag.vcode}")


def _mogelijke_dubbels(
    a: Aanroep, register: Register, registratie: Registratie, treffers: list[Treffer], *, token: str, v2: bool
) -> Response:
    vcodes = tuple(treffer.vcode for treffer in treffers)
    gedetecteerd = DubbeleVerenigingenWerdenGedetecteerd(token, registratie.naam, vcodes)
    register.noteer("dubbelcontrole", gedetecteerd, a.wie)
    gevonden = (register.geprojecteerd(vcode) for vcode in vcodes)
    inhoud = {
        "bevestigingsToken": token,
        "mogelijkeDuplicateVerenigingen": [
            _dubbel(stand[0], v2=v2, basis=a.basis) for stand in gevonden if stand is not None
        ],
    }
    return JsonAntwoord(inhoud, status_code=409)


def _dubbel(stand: Vereniging, *, v2: bool, basis: str) -> Json:
    subtype: Json = {"verenigingssubtype": jsonld.subtype(stand)} if v2 and not stand.is_kbo else {}
    return {
        "vCode": stand.vcode,
        "verenigingstype": jsonld.verenigingstype(stand, v2=v2),
        **subtype,
        "naam": stand.naam,
        "korteNaam": stand.korte_naam,
        "hoofdactiviteitenVerenigingsloket": [{"code": c.code, "naam": c.naam} for c in stand.hoofdactiviteiten],
        "locaties": [_locatie(locatie) for locatie in stand.locaties],
        "links": {"detail": f"{basis}/v1/verenigingen/{stand.vcode}"},
    }


def _locatie(stand: LocatieStand) -> Json:
    adres = stand.locatie.adres
    return {
        "locatietype": stand.locatie.locatietype,
        "isPrimair": stand.locatie.is_primair,
        "adresvoorstelling": adres.voorstelling if adres is not None else "",
        "naam": stand.locatie.naam,
        "postcode": adres.postcode if adres is not None else "",
        "gemeente": adres.gemeente if adres is not None else "",
    }


def registreer_kbo(a: Aanroep, register: Register) -> Response:
    """Register an association with legal personality by its KBO number."""
    verzoek = a.verzoek(RegistreerKboVerzoek)
    toets_kbo_registratie(verzoek)
    uitslag = register.registreer_kbo(zet_kbo_nummer(verzoek.kbo_nummer or ""), a.wie)
    return geschreven(uitslag, location=f"{a.bronpad}/{uitslag.vcode}")


def dubbelcontrole(a: Aanroep, register: Register) -> Response:
    """Run the duplicate detection on a registration body without registering it."""
    _, registratie = _registratie(a, register)
    tekst = a.query.get("minimumScoreOverride", "").strip()
    try:
        minimum = float(tekst) if tekst else None
    except ValueError:
        raise onleesbaar() from None
    treffers = register.zoek_dubbels(registratie, minimumscore=minimum)
    namen = {treffer.vcode: register.geprojecteerd(treffer.vcode) for treffer in treffers}
    return JsonAntwoord(
        [
            {"vCode": t.vcode, "naam": stand[0].naam, "explanation": t.uitleg, "score": t.score}
            for t in treffers
            if (stand := namen[t.vcode]) is not None
        ]
    )


def toon_minimumscore(_a: Aanroep, register: Register) -> Response:
    """Show the score a possible duplicate must reach."""
    return JsonAntwoord({"waarde": register.minimumscore})


def zet_minimumscore(a: Aanroep, register: Register) -> Response:
    """Set the score a possible duplicate must reach."""
    waarde = a.verzoek(MinimumScoreVerzoek).waarde
    if waarde is None:
        raise onleesbaar()
    register.minimumscore = waarde
    return Response(status_code=200)


_SCORE = "/v1/admin/config/minimumScoreDuplicateDetection"

EINDPUNTEN = (
    *(
        Eindpunt(
            "POST",
            f"/v1/verenigingen/{soort}",
            partial(registreer, soort=soort),
            wat,
            (202, 409),
            RegistreerVerzoek,
            (BEVESTIGING,),
        )
        for soort, wat in (
            (FV, "Registreer een feitelijke vereniging."),
            (VZER, "Registreer een vereniging zonder eigen rechtspersoonlijkheid."),
        )
    ),
    Eindpunt(
        "POST",
        "/v1/verenigingen/kbo",
        registreer_kbo,
        "Registreer een vereniging met rechtspersoonlijkheid.",
        (200, 202),
        RegistreerKboVerzoek,
    ),
    Eindpunt(
        "POST",
        "/v1/admin/dubbelcontrole",
        dubbelcontrole,
        "Zoek mogelijke dubbels van een registratie.",
        (200,),
        RegistreerVerzoek,
        (OVERRIDE,),
        super_admin=True,
        vorm="array",
    ),
    Eindpunt("GET", _SCORE, toon_minimumscore, "Toon de minimumscore.", super_admin=True),
    Eindpunt(
        "POST", _SCORE, zet_minimumscore, "Wijzig de minimumscore.", (200,), MinimumScoreVerzoek, super_admin=True
    ),
)
