"""Hostile calls: whatever arrives, the answer is a refusal and never a crash, and it comes at once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sandbox_klant import PAD, Klant, adres, mens

from analytics.sandbox.aanroep import GROOTSTE_BODY
from analytics.sandbox.app import EINDPUNTEN

JSON = {"Content-Type": "application/json"}
ONGELDIG = "Request body bevat een ongeldig JSON formaat."
ONLEESBAAR = "Request kon niet correct behandeld worden. Controleer het formaat en probeer het opnieuw."
VOL: dict[str, Any] = {
    "naam": "De Zwaluw",
    "korteNaam": "DZ",
    "korteBeschrijving": "Vogels kijken",
    "startdatum": "2020-01-01",
    "doelgroep": {"minimumleeftijd": 6, "maximumleeftijd": 12},
    "isUitgeschrevenUitPubliekeDatastroom": False,
    "contactgegevens": [{"contactgegeventype": "Telefoon", "waarde": "09 1", "beschrijving": "x", "isPrimair": True}],
    "locaties": [
        {"locatietype": "Activiteiten", "isPrimair": False, "naam": "n", "adres": adres(busnummer="1")},
        {
            "locatietype": "Correspondentie",
            "adresId": {"broncode": "AR", "bronwaarde": "https://data.vlaanderen.be/id/adres/3706808"},
        },
    ],
    "vertegenwoordigers": [
        mens(roepnaam="A", rol="lid", isPrimair=True, telefoon="09", mobiel="04", socialMedia="http://a.be")
        | {"e-mail": "a@example.be"}
    ],
    "hoofdactiviteitenVerenigingsloket": ["SPRT"],
    "werkingsgebieden": ["BE23"],
    "bankrekeningnummers": [{"iban": "BE68539007547034", "doel": "d", "titularissen": ["t"]}],
}
NULL_GEEFT_500 = {
    ("contactgegevens",),
    ("locaties",),
    ("vertegenwoordigers",),
    ("hoofdactiviteitenVerenigingsloket",),
    ("bankrekeningnummers",),
}
Plek = tuple[str | int, ...]


def _plekken(waarde: Any, hier: Plek = ()) -> Iterator[Plek]:
    yield hier
    delen = waarde.items() if isinstance(waarde, dict) else enumerate(waarde) if isinstance(waarde, list) else ()
    for sleutel, inhoud in delen:
        yield from _plekken(inhoud, (*hier, sleutel))


def _vervang(plek: Plek, door: Any) -> Any:
    if not plek:
        return door
    kopie = deel = json.loads(json.dumps(VOL))
    for sleutel in plek[:-1]:
        deel = deel[sleutel]
    deel[plek[-1]] = door
    return kopie


@pytest.fixture(scope="module")
def doel() -> Klant:
    # A score nobody reaches: every body gets as far as it can.
    klant = Klant(minimumscore=1e9)
    klant.nieuwe(**VOL)
    return klant


@pytest.fixture(scope="module")
def klein() -> Klant:
    klant = Klant()
    klant.nieuwe(**VOL)
    return klant


@pytest.mark.parametrize(
    "waarde",
    [None, True, -1, 1.5, 2**40, 10**400, "", "\u3000", "\x00", "\U0001d7ce", "<" * 5000, [None], {"a": [1]}, "１２"],
    ids=lambda waarde: repr(waarde)[:12],
)
def test_any_value_at_any_place_is_answered(doel, waarde):
    for plek in _plekken(VOL):
        antwoord = doel.post(f"{PAD}/vzer", content=json.dumps(_vervang(plek, waarde)), headers=JSON)
        if waarde is None and plek in NULL_GEEFT_500:
            assert antwoord.status_code == 500
        else:
            assert antwoord.status_code in (202, 400), plek


def test_every_field_demands_its_own_type(doel):
    for plek in _plekken(VOL):
        juist = VOL
        for sleutel in plek:
            juist = juist[sleutel]
        verkeerd = ["x"] if not isinstance(juist, list) else "x"
        antwoord = doel.post(f"{PAD}/vzer", json=_vervang(plek, verkeerd))

        assert (antwoord.status_code, antwoord.json()["detail"]) == (400, ONLEESBAAR if plek else ONGELDIG), plek


@pytest.mark.parametrize(
    ("veld", "waarde"), [("naam", 1), ("doelgroep", {"minimumleeftijd": "6"}), ("isUitgeschreven", "true")]
)
def test_numbers_and_texts_are_not_mixed(doel, veld, waarde):
    sleutel = "isUitgeschrevenUitPubliekeDatastroom" if veld == "isUitgeschreven" else veld

    assert doel.registreer(VOL | {sleutel: waarde}).json()["detail"] == ONLEESBAAR


def test_null_list_crashes_only_after_all_that_cannot_be_bound(doel):
    assert doel.registreer({"locaties": None, "naam": 1}).json()["detail"] == ONLEESBAAR
    assert doel.registreer({"locaties": None, "naam": ""}).status_code == 500


@pytest.mark.parametrize(
    "ruw",
    [
        b"\xff\xfe",
        b'{"naam":"\xff"}',
        '{"naam":"a"}'.encode("utf-16"),
        b"[" * 100_000,
        b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
        b'{"naam":NaN}',
        b'{"doelgroep":{"minimumleeftijd":Infinity}}',
        b'{"naam":"a","naam":"b"}',
        b'{"naam":"a","doelgroep":{"minimumleeftijd":1,"minimumleeftijd":2}}',
        b'{"onbekend":{"x":1,"x":2},"naam":"a"}',
        b'{"naam":"\\ud800"}',
        b'{"naam":"a","onbekend":"\\udc00"}',
        b'{"naam":"\xed\xa0\x80"}',
        b'{"doelgroep":{"minimumleeftijd":' + b"9" * 5000 + b"}}",
        b'{"naam":"a"} x',
        b'"naam"',
        b"1",
        b"[]",
    ],
    ids=lambda ruw: repr(ruw[:24]),
)
def test_body_that_is_no_json_object_is_refused(doel, ruw):
    antwoord = doel.post(f"{PAD}/vzer", content=ruw, headers=JSON)

    assert (antwoord.status_code, antwoord.json()["detail"]) == (400, ONGELDIG)


def test_pair_of_surrogates_is_a_character(doel):
    antwoord = doel.post(f"{PAD}/vzer", content=b'{"naam":"Vlag \\ud83c\\udff4"}', headers=JSON)
    doel.register_app.register.volg(alles=True)

    assert doel.detail(antwoord.headers["Location"][-8:])["naam"] == "Vlag 🏴"


def test_invalid_json_is_told_before_a_missing_header(klant):
    klant.headers.clear()

    antwoord = klant.post(f"{PAD}/vzer", content="{", headers=JSON)

    assert antwoord.json()["detail"] == ONGELDIG


def test_body_beyond_the_limit_of_the_web_server_is_413(doel):
    antwoord = doel.post(f"{PAD}/vzer", content=b" " * (GROOTSTE_BODY + 1), headers=JSON)

    assert (antwoord.status_code, antwoord.json()["status"]) == (413, 413)


@pytest.mark.parametrize(
    ("methode", "pad", "status"),
    [
        ("GET", "/x", 404),
        ("GET", "/v1/verenigingen", 404),
        ("GET", f"{PAD}/V0001001/", 404),
        ("GET", f"{PAD}/V0001001/locaties", 405),
        ("POST", f"{PAD}/zoeken/x", 404),
        ("PUT", f"{PAD}/V0001001", 405),
        ("PUT", f"{PAD}/V0001001/locaties/1", 405),
        ("TRACE", f"{PAD}/V0001001", 405),
        ("VERZIN", f"{PAD}/V0001001", 405),
        ("GET", f"{PAD}/V0001001%00", 404),
        ("GET", f"{PAD}/%F0%9F%8F%B4", 404),
        ("GET", f"{PAD}/v0001001", 200),
        ("HEAD", f"{PAD}/V0001001", 200),
    ],
)
def test_unknown_path_or_method(doel, methode, pad, status):
    antwoord = doel.request(methode, pad)

    assert (antwoord.status_code, antwoord.headers["VR-Sandbox"]) == (status, "true")
    if status >= 400:
        assert antwoord.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(("methode", "status"), [("HEAD", 200), ("GET", 400)])
def test_head_needs_no_initiator(klant, methode, status):
    klant.nieuwe()
    del klant.headers["VR-Initiator"]

    assert klant.request(methode, f"{PAD}/V0001001").status_code == status


def test_not_allowed_names_every_method_that_is(doel):
    toegelaten = doel.put(f"{PAD}/V0001001/locaties/1").headers["Allow"]

    assert set(toegelaten.split(", ")) == {"PATCH", "DELETE"}


@pytest.mark.parametrize(
    ("koppen", "status"),
    [
        ({"If-Match": 'W/"' + "9" * 6000 + '"'}, 412),
        ({"If-Match": 'W/""'}, 400),
        ({"If-Match": 'W/"-1"'}, 400),
        ({"If-Match": 'w/"1"'}, 400),
        ({"If-Match": 'W/"١"'.encode()}, 400),
        ({"VR-Initiator": "x" * 20_000}, 202),
        ({"X-Correlation-Id": "6f9619ff8b86d011b42d00cf4fc964ff"}, 202),
        ({"X-Correlation-Id": "(6f9619ff-8b86-d011-b42d-00cf4fc964ff)"}, 202),
        ({"X-Correlation-Id": "{6f9619ff-8b86-d011-b42d-00cf4fc964ff}"}, 202),
        ({"X-Correlation-Id": "{6f9619ff-8b86-d011-b42d-00cf4fc964ff"}, 400),
        ({"X-Correlation-Id": "{6f9619ff8b86d011b42d00cf4fc964ff}"}, 400),
        ({"X-Correlation-Id": "6f9619ff-8b86d011-b42d-00cf4fc964ff"}, 400),
        ({"X-Correlation-Id": ""}, 400),
    ],
    ids=lambda waarde: str(waarde)[:50],
)
def test_headers(klant, koppen, status):
    vcode = klant.nieuwe()

    assert klant.patch(f"{PAD}/{vcode}", json={"naam": "Anders"}, headers=koppen).status_code == status


LICHAMEN = (None, b"{}", b"null", b'{"x":[1]}', b'{"locatie":{},"contactgegeven":{},"vertegenwoordiger":{}}')


@pytest.mark.parametrize("eindpunt", EINDPUNTEN, ids=lambda e: f"{e.methode} {e.pad}")
def test_every_endpoint_survives_odd_paths_and_bodies(klein, eindpunt):
    paden = {
        re.sub(r"\{[^}]+\}", nummer, eindpunt.pad.replace("{vCode}", vcode))
        for vcode in ("V0009999", "x")
        for nummer in ("0", "99999999999", "x")
    }
    for pad in sorted(paden):
        for lichaam in LICHAMEN if eindpunt.methode != "GET" else LICHAMEN[:1]:
            antwoord = klein.request(eindpunt.methode, pad, content=lichaam, headers=JSON, follow_redirects=False)
            assert antwoord.status_code < 500, (pad, lichaam)


TEKENS = (
    *("naam:", "a", "zwaluw", '"', "(", ")", "[", "]", "{", "}", " TO ", "*", "?", "~", "^", "/", "\\", ":", " AND "),
    *(" OR ", " NOT ", "+", "-", "!", "&&", "||", "startdatum:", "2020", "'", ">=", "<", "_exists_:", "é", "\x00"),
)
VRAGEN = st.lists(st.sampled_from(TEKENS), max_size=12).map("".join)


@given(q=VRAGEN, sort=st.sampled_from([None, "naam", "-", ",", "--naam", "naam,naam", "é"]))
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_query_is_answered(doel, q, sort):
    for voor in ("", "/publiek"):
        antwoord = doel.get(f"{voor}{PAD}/zoeken", params={"q": q} | ({"sort": sort} if sort else {}))
        assert antwoord.status_code in (200, 400)


@pytest.mark.parametrize(
    "q",
    ["*a" * 300, "naam:/(a|aa)+$/", "naam:/" + "a*" * 30 + "b/", "(" * 3000, "a " * 3000, "\\" * 3001, "'" * 3000],
    ids=range(7),
)
def test_costly_query_is_answered(doel, q):
    assert doel.get(f"{PAD}/zoeken", params={"q": q}).status_code in (200, 400)


@pytest.mark.parametrize("parameters", [{"limit": "x"}, {"limit": "1.5"}, {"offset": "9" * 30}, {"limit": "٣"}])
def test_page_that_is_no_number_is_refused(doel, parameters):
    antwoord = doel.get(f"{PAD}/zoeken", params=parameters)

    assert (antwoord.status_code, antwoord.json()["detail"]) == (400, ONLEESBAAR)


def test_minimum_score_has_to_be_a_finite_number(klant):
    antwoord = klant.post("/v1/admin/config/minimumScoreDuplicateDetection", content='{"waarde":1e999}', headers=JSON)

    assert antwoord.status_code == 400
