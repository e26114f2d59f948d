"""Endpoints for the parts of an association: contacts, locations, representatives, accounts, memberships."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from starlette.responses import Response

from analytics.sandbox import (
    beslis_contact,
    beslis_erkenning,
    beslis_locatie,
    beslis_relaties,
    beslis_vertegenwoordiger,
)
from analytics.sandbox import verzoeken as v
from analytics.sandbox.aanroep import Aanroep
from analytics.sandbox.besluit import Beslisser
from analytics.sandbox.eindpunt import IF_MATCH, Afhandeling, Eindpunt, voer_uit
from analytics.sandbox.register import Register
from analytics.sandbox.verzoeken_erkenning import RegistreerErkenning, SchorsErkenning, WijzigErkenning

V = TypeVar("V", bound=v.Verzoek)
_BASIS = "/v1/verenigingen/{vCode}"


def _toevoegen(deel: str, model: type[V], beslis: Callable[[V], Beslisser], wat: str) -> Eindpunt:
    def doe(a: Aanroep, register: Register) -> Response:
        return voer_uit(a, register, beslis(a.verzoek(model)), deel=deel)

    return Eindpunt("POST", f"{_BASIS}/{deel}", doe, f"Voeg een {wat} toe.", (202,), model, (IF_MATCH,))


def _wijzigen(deel: str, id_: str, model: type[V], beslis: Callable[[int, V], Beslisser], wat: str) -> Eindpunt:
    def doe(a: Aanroep, register: Register) -> Response:
        return voer_uit(a, register, beslis(a.id_(id_), a.verzoek(model)))

    pad = f"{_BASIS}/{deel}/{{{id_}}}"
    return Eindpunt("PATCH", pad, doe, f"Wijzig een {wat}.", (200, 202), model, (IF_MATCH,))


def _schorsing(methode: str, wat: str) -> Eindpunt:
    def doe(a: Aanroep, register: Register) -> Response:
        return voer_uit(a, register, beslis_erkenning.schors_erkenning(a.id_(_ERK), a.verzoek(SchorsErkenning)))

    pad = f"{_BASIS}/erkenningen/{{{_ERK}}}/schorsingen"
    return Eindpunt(methode, pad, doe, wat, (200, 202), SchorsErkenning, (IF_MATCH,))


def _op_id(
    methode: str, deel: str, id_: str, beslis: Callable[[int], Beslisser], wat: str, staart: str = ""
) -> Eindpunt:
    def doe(a: Aanroep, register: Register) -> Response:
        return voer_uit(a, register, beslis(a.id_(id_)))

    return Eindpunt(methode, f"{_BASIS}/{deel}/{{{id_}}}{staart}", doe, wat, (200, 202), None, (IF_MATCH,))


def _lidmaatschap_toevoegen(a: Aanroep, register: Register) -> Response:
    beslis = beslis_relaties.voeg_lidmaatschap_toe(a.verzoek(v.VoegLidmaatschapToe), register.andere)
    return voer_uit(a, register, beslis, deel="lidmaatschappen")


def _subtype(a: Aanroep, register: Register) -> Response:
    return voer_uit(a, register, beslis_relaties.wijzig_subtype(a.verzoek(v.WijzigSubtype), register.andere))


def _met_subtype(doe: Afhandeling) -> Eindpunt:
    return Eindpunt("PATCH", f"{_BASIS}/subtype", doe, "Verfijn het subtype.", (200, 202), v.WijzigSubtype, (IF_MATCH,))


_CONTACT, _LOCATIE, _MENS = "contactgegevenId", "locatieId", "vertegenwoordigerId"
_BANK, _LID, _ERK = "bankrekeningnummerId", "lidmaatschapId", "erkenningId"

EINDPUNTEN = (
    _toevoegen("contactgegevens", v.VoegContactgegevenToe, beslis_contact.voeg_contactgegeven_toe, "contactgegeven"),
    _wijzigen(
        "contactgegevens", _CONTACT, v.WijzigContactgegeven, beslis_contact.wijzig_contactgegeven, "contactgegeven"
    ),
    _wijzigen(
        "kbo/contactgegevens",
        _CONTACT,
        v.WijzigKboContactgegeven,
        beslis_contact.wijzig_kbo_contactgegeven,
        "contactgegeven uit KBO",
    ),
    _op_id(
        "DELETE", "contactgegevens", _CONTACT, beslis_contact.verwijder_contactgegeven, "Verwijder een contactgegeven."
    ),
    _toevoegen("locaties", v.VoegLocatieToe, beslis_locatie.voeg_locatie_toe, "locatie"),
    _wijzigen("locaties", _LOCATIE, v.WijzigLocatie, beslis_locatie.wijzig_locatie, "locatie"),
    _wijzigen("kbo/locaties", _LOCATIE, v.WijzigZetel, beslis_locatie.wijzig_zetel, "maatschappelijke zetel"),
    _op_id("DELETE", "locaties", _LOCATIE, beslis_locatie.verwijder_locatie, "Verwijder een locatie."),
    _toevoegen(
        "vertegenwoordigers",
        v.VoegVertegenwoordigerToe,
        beslis_vertegenwoordiger.voeg_vertegenwoordiger_toe,
        "vertegenwoordiger",
    ),
    _wijzigen(
        "vertegenwoordigers",
        _MENS,
        v.WijzigVertegenwoordiger,
        beslis_vertegenwoordiger.wijzig_vertegenwoordiger,
        "vertegenwoordiger",
    ),
    _op_id(
        "DELETE",
        "vertegenwoordigers",
        _MENS,
        beslis_vertegenwoordiger.verwijder_vertegenwoordiger,
        "Verwijder een vertegenwoordiger.",
    ),
    _toevoegen(
        "bankrekeningnummers",
        v.VoegBankrekeningnummerToe,
        beslis_contact.voeg_bankrekening_toe,
        "bankrekeningnummer",
    ),
    _wijzigen(
        "bankrekeningnummers",
        _BANK,
        v.WijzigBankrekeningnummer,
        beslis_contact.wijzig_bankrekening,
        "bankrekeningnummer",
    ),
    _op_id(
        "DELETE",
        "bankrekeningnummers",
        _BANK,
        beslis_contact.verwijder_bankrekening,
        "Verwijder een bankrekeningnummer.",
    ),
    _op_id(
        "POST",
        "bankrekeningnummers",
        _BANK,
        beslis_contact.bevestig_bankrekening,
        "Bevestig dat het document van een bankrekeningnummer gezien is.",
        "/validaties",
    ),
    _op_id(
        "DELETE",
        "bankrekeningnummers",
        _BANK,
        beslis_contact.trek_bevestiging_in,
        "Trek de bevestiging van een bankrekeningnummer in.",
        "/validaties",
    ),
    Eindpunt(
        "POST",
        f"{_BASIS}/lidmaatschappen",
        _lidmaatschap_toevoegen,
        "Voeg een lidmaatschap toe.",
        (202,),
        v.VoegLidmaatschapToe,
        (IF_MATCH,),
    ),
    _wijzigen("lidmaatschappen", _LID, v.WijzigLidmaatschap, beslis_relaties.wijzig_lidmaatschap, "lidmaatschap"),
    _op_id("DELETE", "lidmaatschappen", _LID, beslis_relaties.verwijder_lidmaatschap, "Verwijder een lidmaatschap."),
    _met_subtype(_subtype),
    _toevoegen("erkenningen", RegistreerErkenning, beslis_erkenning.registreer_erkenning, "erkenning"),
    _wijzigen("erkenningen", _ERK, WijzigErkenning, beslis_erkenning.wijzig_erkenning, "erkenning"),
    _op_id("DELETE", "erkenningen", _ERK, beslis_erkenning.verwijder_erkenning, "Verwijder een erkenning."),
    _schorsing("POST", "Schors een erkenning."),
    _schorsing("PATCH", "Wijzig de reden van een schorsing."),
    _op_id("DELETE", "erkenningen", _ERK, beslis_erkenning.hef_schorsing_op, "Hef een schorsing op.", "/schorsingen"),
)
