"""Endpoints that change, stop, remove or double an association, and those of administration."""

from __future__ import annotations

from contextlib import suppress

from starlette.responses import Response

from analytics.sandbox import beslis_basis, beslis_status
from analytics.sandbox import verzoeken as v
from analytics.sandbox.aanroep import Aanroep
from analytics.sandbox.antwoord import geschreven
from analytics.sandbox.besluit import DIGITAAL_VLAANDEREN
from analytics.sandbox.eindpunt import IF_MATCH, Eindpunt, voer_uit
from analytics.sandbox.eventstore import Wie
from analytics.sandbox.fouten import Weigering
from analytics.sandbox.register import Register

_PAD = "/v1/verenigingen/{vCode}"


def _wijzig(a: Aanroep, register: Register) -> Response:
    beslis = beslis_basis.wijzig(a.verzoek(v.WijzigBasisgegevensVerzoek), register.omgeving(a.wie))
    return voer_uit(a, register, beslis)


def _wijzig_kbo(a: Aanroep, register: Register) -> Response:
    beslis = beslis_basis.wijzig_kbo(a.verzoek(v.WijzigBasisgegevensKboVerzoek), register.omgeving(a.wie))
    return voer_uit(a, register, beslis)


def _stop(a: Aanroep, register: Register) -> Response:
    return voer_uit(a, register, beslis_status.stop(a.verzoek(v.StopVerzoek), register.omgeving(a.wie)))


def _in_stopzetting(a: Aanroep, register: Register) -> Response:
    return voer_uit(a, register, beslis_status.plaats_in_stopzetting)


def _uit_stopzetting(a: Aanroep, register: Register) -> Response:
    return voer_uit(a, register, beslis_status.haal_uit_stopzetting)


def _verwijder(a: Aanroep, register: Register) -> Response:
    beslis = beslis_status.verwijder(a.verzoek(v.VerwijderVerzoek))
    uitslag = register.wijzig(a.vcode, beslis, a.wie, if_match=a.if_match)
    return geschreven(uitslag, location=f"{a.bronpad}/{uitslag.vcode}")


def _dubbel_van(a: Aanroep, register: Register) -> Response:
    verzoek = a.verzoek(v.DubbelVanVerzoek)
    antwoord = voer_uit(a, register, beslis_status.markeer_als_dubbel(verzoek, register.andere))
    authentiek = (verzoek.is_dubbel_van or "").upper()

    def laat_aanvaarden() -> None:
        systeem = _systeem(a)
        try:
            register.wijzig(authentiek, beslis_status.aanvaard_dubbel(a.vcode), systeem)
        except Weigering:
            # The duplicate itself may be gone by now.
            with suppress(Weigering):
                register.wijzig(a.vcode, beslis_status.verwerk_weigering, systeem, ook_dubbel=True)

    register.achtergrond.plan(laat_aanvaarden)
    return antwoord


def _niet_dubbel(a: Aanroep, register: Register) -> Response:
    authentiek = register.laad(a.vcode, ook_dubbel=True)[0].is_dubbel_van
    antwoord = voer_uit(a, register, beslis_status.corrigeer_dubbel, ook_dubbel=True)

    def laat_aanvaarden() -> None:
        # An authentic association that was removed since has nothing left to correct.
        with suppress(Weigering):
            register.wijzig(authentiek, beslis_status.aanvaard_correctie(a.vcode), _systeem(a), ook_dubbel=True)

    register.achtergrond.plan(laat_aanvaarden)
    return antwoord


def _systeem(a: Aanroep) -> Wie:
    """Give who answers for the authentic association: the register itself."""
    return Wie(DIGITAAL_VLAANDEREN, a.wie.correlatie)


EINDPUNTEN = (
    Eindpunt("PATCH", _PAD, _wijzig, "Wijzig basisgegevens.", (200, 202), v.WijzigBasisgegevensVerzoek, (IF_MATCH,)),
    Eindpunt(
        "PATCH",
        f"{_PAD}/kbo",
        _wijzig_kbo,
        "Wijzig basisgegevens van een KBO-vereniging.",
        (200, 202),
        v.WijzigBasisgegevensKboVerzoek,
        (IF_MATCH,),
    ),
    Eindpunt("POST", f"{_PAD}/stop", _stop, "Stop een vereniging.", (200, 202), v.StopVerzoek, (IF_MATCH,)),
    Eindpunt(
        "POST", f"{_PAD}/in-stopzetting", _in_stopzetting, "Plaats in stopzetting.", (200, 202), None, (IF_MATCH,)
    ),
    Eindpunt(
        "DELETE", f"{_PAD}/in-stopzetting", _uit_stopzetting, "Haal uit stopzetting.", (200, 202), None, (IF_MATCH,)
    ),
    Eindpunt(
        "DELETE",
        _PAD,
        _verwijder,
        "Verwijder een vereniging.",
        (202,),
        v.VerwijderVerzoek,
        (IF_MATCH,),
        super_admin=True,
    ),
    Eindpunt(
        "POST",
        f"{_PAD}/dubbelVan",
        _dubbel_van,
        "Markeer als dubbel van een andere vereniging.",
        (202,),
        v.DubbelVanVerzoek,
        (IF_MATCH,),
        super_admin=True,
    ),
    Eindpunt(
        "DELETE",
        f"{_PAD}/dubbelVan",
        _niet_dubbel,
        "Corrigeer een markering als dubbel.",
        (202,),
        None,
        (IF_MATCH,),
        super_admin=True,
    ),
)
