"""Fill a register quickly with associations that are there already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from analytics.sandbox.app import App
from analytics.sandbox.beslis_registratie import zet_om
from analytics.sandbox.binding import bind
from analytics.sandbox.eventstore import Wie
from analytics.sandbox.omzetten import zet_kbo_nummer
from analytics.sandbox.toets_registratie import toets_kbo_registratie, toets_registratie
from analytics.sandbox.verzoeken import RegistreerKboVerzoek, RegistreerVerzoek

_CORRELATIE = "00000000-0000-0000-0000-000000000000"


def vul(app: App, bodies: Iterable[Mapping[str, object]], *, initiator: str = "OVO000001") -> list[str]:
    """
    Register *bodies* in process and give their vCodes, in order.

    A body with ``kboNummer`` is registered from KBO, any other as VZER, through the same rules
    as over HTTP but without duplicate detection. Projections and address matching have caught
    up when this returns.

    Raises:
        Weigering: For the first body that the register refuses.
    """
    register = app.register
    wie = Wie(initiator, _CORRELATIE)
    vcodes = []
    for body in bodies:
        if "kboNummer" in body:
            kbo = bind(RegistreerKboVerzoek, dict(body))
            toets_kbo_registratie(kbo)
            uitslag = register.registreer_kbo(zet_kbo_nummer(kbo.kbo_nummer or ""), wie)
        else:
            verzoek = bind(RegistreerVerzoek, dict(body))
            omgeving = register.omgeving(wie)
            toets_registratie(verzoek, vandaag=omgeving.vandaag)
            uitslag = register.registreer(zet_om(verzoek, omgeving), wie)
        vcodes.append(uitslag.vcode)
    register.volg(alles=True)
    return vcodes
