"""Duplicate detection: the register's own hits and non-hits, the 409 and its token."""

from __future__ import annotations

from typing import Any

import pytest


def _body(bouw: Any, naam: str, postcode: str = "9940", gemeente: str = "Evergem") -> dict[str, Any]:
    return {"naam": naam, "locaties": [bouw.locatie(postcode, gemeente)]}


@pytest.mark.parametrize(
    ("gekend", "aangeboden"),
    [
        ("Grote Vereniging", "Gorte Veregigning"),
        ("Grote Vereniging", "GROTE vereniging!"),
        ("Grote Vereniging", "de grote-vereniging"),
        ("Grote Vereniging", "Grotevereniging"),
        ("Grotevereniging", "Grote Vereniging"),
        ("De Pottestampers", "De potenstampers"),
        ("De Pottestampers", "pottestampers met het"),
        ("De Pottestampers", "Póttestämpers"),
        ("Voetbal club", "Voet bal club"),
        ("Voetbalclub", "Voet bal club"),
        ("Spurs Evergem", "Spurs"),
        ("Spurs", "FC Spurs Evergem"),
    ],
)
def test_name_that_differs_a_little_is_found(klant, bouw, gekend, aangeboden):
    vcode = klant.nieuwe(**_body(bouw, gekend))

    antwoord = klant.registreer(_body(bouw, aangeboden))

    assert antwoord.status_code == 409
    assert [dubbel["vCode"] for dubbel in antwoord.json()["mogelijkeDuplicateVerenigingen"]] == [vcode]


@pytest.mark.parametrize(
    ("gekend", "aangeboden"),
    [
        ("De Pottestampers", "De Zwaluw"),
        ("Harmonie Sint Cecilia", "Toneelkring Willen Kunnen"),
        ("Vrienden van het Park", "Vrienden Vlaamse Opera"),
        # One very common word stays under the minimum score.
        ("Grote Vereniging", "Kleine Vereniging"),
    ],
)
def test_another_name_is_not_found(klant, bouw, gekend, aangeboden):
    klant.nieuwe(**_body(bouw, gekend))

    assert klant.registreer(_body(bouw, aangeboden)).status_code == 202


@pytest.mark.parametrize(
    ("postcode", "gemeente", "status"),
    [
        ("9940", "Ertvelde", 409),
        ("9999", "EVERGEM", 409),
        ("8000", "Brugge", 202),
    ],
)
def test_place_is_a_postcode_or_a_word_of_the_gemeente(klant, bouw, postcode, gemeente, status):
    klant.nieuwe(**_body(bouw, "De Pottestampers"))

    assert klant.registreer(_body(bouw, "De Pottestampers", postcode, gemeente)).status_code == status


def test_sint_niklaas_and_sint_truiden_share_a_word(klant, bouw):
    klant.nieuwe(**_body(bouw, "De Pottestampers", "9100", "Sint-Niklaas"))

    assert klant.registreer(_body(bouw, "De Pottestampers", "3800", "Sint-Truiden")).status_code == 409


@pytest.mark.parametrize("weg", ["stop", "verwijder", "dubbel"])
def test_association_that_is_gone_is_not_found(klant, bouw, weg):
    vcode = klant.nieuwe(**_body(bouw, "De Pottestampers"))
    pad = f"/v1/verenigingen/{vcode}"
    if weg == "stop":
        klant.post(f"{pad}/stop", json={"einddatum": "2026-01-01"})
    elif weg == "verwijder":
        klant.request("DELETE", pad, json={"reden": "x"})
    else:
        klant.post(f"{pad}/dubbelVan", json={"isDubbelVan": klant.nieuwe(naam="Ander")})

    assert klant.registreer(_body(bouw, "De Pottestampers")).status_code == 202


def test_without_a_location_nothing_is_checked(klant, bouw):
    klant.nieuwe(**_body(bouw, "De Pottestampers"))

    assert klant.registreer({"naam": "De Pottestampers"}).status_code == 202


def test_place_of_an_address_id_counts(klant, bouw):
    klant.nieuwe(**_body(bouw, "De Pottestampers"))
    adres_id = {"broncode": "AR", "bronwaarde": "https://data.vlaanderen.be/id/adres/3706808"}

    body = {"naam": "De Pottestampers", "locaties": [{"locatietype": "Activiteiten", "adresId": adres_id}]}

    assert klant.registreer(body).status_code == 409


def test_kbo_association_is_found_with_its_own_type(klant, bouw):
    klant.registreer({"kboNummer": "0220923141"}, "kbo")
    klant.register_app.register.volg(alles=True)

    dubbel = klant.registreer(_body(bouw, "Harmonie De Eendracht", "9000", "Gent")).json()

    assert [d["verenigingstype"]["code"] for d in dubbel["mogelijkeDuplicateVerenigingen"]] == ["VZW"]


def test_at_most_ten_best_first(klant, bouw):
    for nummer in range(12):
        body = _body(bouw, f"Pottestampers {'abcdefghijkl'[nummer] * 9}") | {"locaties": []}
        klant.nieuwe(**body)
        klant.post(f"/v1/verenigingen/V{1001 + nummer:07d}/locaties", json={"locatie": bouw.locatie()})
    klant.register_app.register.volg(alles=True)

    gevonden = klant.registreer(_body(bouw, "Pottestampers ccccccccc")).json()["mogelijkeDuplicateVerenigingen"]

    assert len(gevonden) == 10
    assert gevonden[0]["vCode"] == "V0001003"


@pytest.mark.parametrize(
    ("soort", "type_", "subtype"), [("vzer", "VZER", True), ("feitelijkeverenigingen", "FV", False)]
)
def test_409_shows_the_candidates_and_its_token_lets_the_same_request_through(klant, bouw, soort, type_, subtype):
    klant.nieuwe(**_body(bouw, "De Pottestampers"))
    body = _body(bouw, "De Pottestampers")

    gewaarschuwd = klant.registreer(body, soort)
    token = gewaarschuwd.json()["bevestigingsToken"]
    dubbel = gewaarschuwd.json()["mogelijkeDuplicateVerenigingen"][0]
    omgekeerd = dict(reversed(body.items())) | {"onbekend": 1}
    leeg = klant.registreer(body, soort, VR_BevestigingsToken=" ")
    gewijzigd = klant.registreer(body | {"korteNaam": "x"}, soort, VR_BevestigingsToken=token)
    zelfde = klant.registreer(omgekeerd, soort, VR_BevestigingsToken=token)

    assert dubbel["verenigingstype"]["code"] == type_
    assert ("verenigingssubtype" in dubbel) is subtype
    assert dubbel["locaties"] == [
        {
            "locatietype": "Activiteiten",
            "isPrimair": False,
            "adresvoorstelling": "Veerstraat 1, 9940 Evergem, België",
            "naam": "",
            "postcode": "9940",
            "gemeente": "Evergem",
        }
    ]
    assert dubbel["links"] == {"detail": "http://testserver/v1/verenigingen/V0001001"}
    assert (len(token), token.upper()) == (47, token)
    assert (leeg.status_code, gewijzigd.status_code, zelfde.status_code) == (409, 400, 202)
    assert gewijzigd.json()["detail"] == "Het bevestigingstoken is niet geldig voor deze request."


def test_token_belongs_to_its_endpoint(klant, bouw):
    klant.nieuwe(**_body(bouw, "De Pottestampers"))
    body = _body(bouw, "De Pottestampers")
    token = klant.registreer(body, "vzer").json()["bevestigingsToken"]

    assert klant.registreer(body, "feitelijkeverenigingen", VR_BevestigingsToken=token).status_code == 400


def test_admin_sees_scores_and_may_move_the_minimum(klant, bouw):
    vcode = klant.nieuwe(**_body(bouw, "De Pottestampers"))
    body = _body(bouw, "De Pottestampers")

    gevonden = klant.post("/v1/admin/dubbelcontrole", json=body).json()
    streng = klant.post("/v1/admin/dubbelcontrole?minimumScoreOverride=1000", json=body).json()
    klant.post("/v1/admin/config/minimumScoreDuplicateDetection", json={"waarde": 1000})

    assert [(g["vCode"], g["naam"]) for g in gevonden] == [(vcode, "De Pottestampers")]
    assert set(gevonden[0]) == {"vCode", "naam", "explanation", "score"}
    assert streng == []
    assert klant.registreer(body).status_code == 202
