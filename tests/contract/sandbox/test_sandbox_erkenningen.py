"""Recognitions: registered, changed, suspended and removed, with what detail, search and historiek tell of it."""

from __future__ import annotations

from typing import Any

import pytest
from sandbox_klant import PAD, Klant

ERKENNING = {"ipdcProductNummer": "1234", "startdatum": "2026-01-01", "einddatum": "2027-12-31"}


def _erkend(klant: Klant, **velden: Any) -> str:
    vcode = klant.nieuwe()
    antwoord = klant.post(f"{PAD}/{vcode}/erkenningen", json={"erkenning": ERKENNING | velden})
    assert antwoord.status_code == 202, antwoord.text
    return f"{PAD}/{vcode}"


def test_recognition_is_registered_by_the_initiator(klant):
    vcode = klant.nieuwe()

    antwoord = klant.post(
        f"{PAD}/{vcode}/erkenningen", json={"erkenning": ERKENNING | {"hernieuwingsUrl": "https://example.be"}}
    )

    assert antwoord.headers["Location"] == f"http://testserver{PAD}/{vcode}/erkenningen/1"
    # Registered, and with it the association became recognised.
    assert antwoord.headers["ETag"] == 'W/"4"'
    assert klant.detail(vcode)["erkenningen"] == [
        {
            "erkenningId": 1,
            "geregistreerdDoor": {"ovoCode": "OVO001234", "naam": "OVO001234"},
            "ipdcProduct": {"nummer": "1234", "naam": ""},
            "startdatum": "2026-01-01",
            "einddatum": "2027-12-31",
            "hernieuwingsdatum": "",
            "hernieuwingsUrl": "https://example.be",
            "redenSchorsing": "",
            "status": "Actief",
        }
    ]


@pytest.mark.parametrize(
    ("velden", "status", "is_erkend"),
    [
        ({}, "Actief", True),
        ({"startdatum": "2026-02-14", "einddatum": "2026-02-14"}, "Actief", True),
        ({"einddatum": ""}, "Actief", True),
        ({"startdatum": "2026-02-15"}, "InAanvraag", False),
        ({"einddatum": "2026-02-13"}, "Verlopen", False),
    ],
)
def test_status_follows_from_the_dates(klant, velden, status, is_erkend):
    pad = _erkend(klant, **velden)

    assert klant.detail(pad[-8:])["erkenningen"][0]["status"] == status
    assert klant.vindt(f"isErkend:{str(is_erkend).lower()}") == [pad[-8:]]


def test_life_of_a_recognition_in_the_historiek(klant):
    pad = _erkend(klant)
    deel = f"{pad}/erkenningen/1"
    wijziging = {"erkenning": {"einddatum": "", "hernieuwingsdatum": "2027-06-01", "reden": "Verlengd"}}

    statussen = [
        klant.patch(deel, json=wijziging).status_code,
        klant.patch(deel, json=wijziging).status_code,
        klant.post(f"{deel}/schorsingen", json={"redenSchorsing": "Geen verslag"}).status_code,
        klant.patch(f"{deel}/schorsingen", json={"redenSchorsing": "Geen verslag"}).status_code,
    ]
    geschorst = klant.detail(pad[-8:])["erkenningen"][0]
    onder_schorsing = klant.vindt("isErkend:true")
    statussen += [klant.delete(f"{deel}/schorsingen").status_code for _ in range(2)]
    hersteld = klant.detail(pad[-8:])["erkenningen"][0]
    statussen += [klant.delete(deel).status_code, klant.delete(deel).status_code]

    assert statussen == [202, 200, 202, 200, 202, 200, 202, 400]
    assert (geschorst["status"], geschorst["redenSchorsing"], onder_schorsing) == ("Geschorst", "Geen verslag", [])
    assert (geschorst["einddatum"], geschorst["hernieuwingsdatum"]) == ("", "2027-06-01")
    assert (hersteld["status"], hersteld["redenSchorsing"]) == ("Actief", "")
    assert [g["beschrijving"] for g in klant.get(f"{pad}/historiek").json()["gebeurtenissen"]][1:] == [
        "Erkenning werd geregistreerd door 'OVO001234'.",
        "Erkenning werd gewijzigd omwille van volgende reden: Verlengd",
        "Erkenning werd geschorst om deze reden: Geen verslag.",
        "Erkenning werd geactiveerd",
        "Erkenning werd verwijderd",
    ]


@pytest.mark.parametrize(
    ("methode", "pad", "body", "sleutel", "fout"),
    [
        ("POST", "", {}, "erkenning", ("NotNullValidator", "'Erkenning' is verplicht.")),
        (
            "POST",
            "",
            {"erkenning": {}},
            "erkenning.IpdcProductNummer",
            ("NotNullValidator", "'ipdcProductNummer' is verplicht."),
        ),
        (
            "POST",
            "",
            {"erkenning": {"ipdcProductNummer": "1", "startdatum": "2026-01-02", "einddatum": "2026-01-01"}},
            "erkenning.Einddatum",
            (
                "GreaterThanOrEqualValidator",
                "Een einddatum in een periode moet altijd later zijn dan de startdatum.",
            ),
        ),
        (
            "PATCH",
            "/1",
            {"erkenning": {"reden": "x"}},
            "erkenning",
            ("PredicateValidator", "'Erkenning' moet ingevuld zijn."),
        ),
        (
            "POST",
            "/1/schorsingen",
            {"redenSchorsing": " "},
            "redenSchorsing",
            ("NotEmptyValidator", "'RedenSchorsing' mag niet leeg zijn."),
        ),
    ],
)
def test_refused_for_that_field(klant, methode, pad, body, sleutel, fout):
    antwoord = klant.request(methode, f"{_erkend(klant)}/erkenningen{pad}", json=body)

    assert antwoord.status_code == 400
    assert antwoord.json()["validationErrors"] == {sleutel: [{"code": fout[0], "reason": fout[1]}]}


def test_recognitions_survive_a_rebuild_and_a_restart(maak_klant, tmp_path):
    klant = maak_klant(databank=tmp_path / "register.sqlite")
    pad = _erkend(klant)
    klant.post(f"{pad}/erkenningen/1/schorsingen", json={"redenSchorsing": "Geen verslag"})
    eerst = [klant.get(f"{pad}{deel}").text for deel in ("", "/historiek")]

    klant.post("/v1/projections/admin/detail/rebuild")
    herbouwd = [klant.get(f"{pad}{deel}").text for deel in ("", "/historiek")]
    klant.register_app.register.sluit()
    heropend = maak_klant(databank=tmp_path / "register.sqlite")

    assert eerst == herbouwd == [heropend.get(f"{pad}{deel}").text for deel in ("", "/historiek")]
    assert heropend.vindt("isErkend:false") == [pad[-8:]]


def test_unknown_recognition_and_a_period_turned_round_are_refused(klant):
    pad = f"{_erkend(klant)}/erkenningen"

    onbekend = klant.delete(f"{pad}/7").json()["detail"]
    omgekeerd = klant.patch(f"{pad}/1", json={"erkenning": {"startdatum": "2028-01-01"}}).json()["detail"]

    assert onbekend == "Erkenning met erkenningId '7' is niet gekend."
    assert omgekeerd == "Een einddatum in een periode moet altijd later zijn dan de startdatum."
