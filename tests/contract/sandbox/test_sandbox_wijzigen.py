"""Changing an association: what counts as a change, versions, and the rules per part."""

from __future__ import annotations

import threading
from typing import Any

import httpx2
import pytest

from analytics.sandbox.server import draaiend_register


def _delen(klant: Any, bouw: Any) -> str:
    return klant.nieuwe(
        korteNaam="DZ",
        startdatum="2011-03-01",
        contactgegevens=[{"contactgegeventype": "E-mail", "waarde": "a@example.be", "isPrimair": True}],
        locaties=[bouw.locatie()],
        vertegenwoordigers=[bouw.mens()],
        hoofdactiviteitenVerenigingsloket=["SPRT"],
        bankrekeningnummers=[{"iban": "BE68539007547034", "titularissen": ["De Zwaluw"]}],
    )


def test_patch_changes_what_is_given_and_leaves_the_rest(klant, bouw):
    vcode = _delen(klant, bouw)

    antwoord = klant.patch(f"/v1/verenigingen/{vcode}", json={"korteNaam": "", "startdatum": "", "naam": None})

    detail = klant.detail(vcode)
    assert antwoord.status_code == 202
    assert (detail["naam"], detail["korteNaam"], detail["startdatum"]) == ("De Zwaluw", "", None)
    assert antwoord.headers["ETag"] == 'W/"5"'


@pytest.mark.parametrize(
    "body",
    [
        {"naam": "De Zwaluw"},
        {"doelgroep": {}},
        {"werkingsgebieden": []},
        {"hoofdactiviteitenVerenigingsloket": ["SPRT"]},
        {"isUitgeschrevenUitPubliekeDatastroom": False},
    ],
)
def test_equal_values_change_nothing(klant, bouw, body):
    vcode = _delen(klant, bouw)

    antwoord = klant.patch(f"/v1/verenigingen/{vcode}", json=body)

    assert antwoord.status_code == 200
    assert not {"etag", "vr-sequence", "location"} & set(antwoord.headers)


def test_doelgroep_halves_reset_to_their_defaults(klant):
    vcode = klant.nieuwe(doelgroep={"minimumleeftijd": 6, "maximumleeftijd": 12})

    klant.patch(f"/v1/verenigingen/{vcode}", json={"doelgroep": {"minimumleeftijd": 8}})
    half = klant.detail(vcode)["doelgroep"]
    klant.patch(f"/v1/verenigingen/{vcode}", json={"doelgroep": {}})
    heel = klant.detail(vcode)["doelgroep"]

    assert (half["minimumleeftijd"], half["maximumleeftijd"]) == (8, 150)
    assert (heel["minimumleeftijd"], heel["maximumleeftijd"]) == (0, 150)


def test_werkingsgebieden_raise_the_version_with_their_geotags(klant):
    vcode = klant.nieuwe()

    antwoord = klant.patch(f"/v1/verenigingen/{vcode}", json={"werkingsgebieden": ["be23444021"]})

    assert antwoord.headers["ETag"] == 'W/"4"'
    assert klant.detail(vcode)["werkingsgebieden"][0]["naam"] == "Gent"


@pytest.mark.parametrize(
    ("body", "sleutel", "reden"),
    [
        ({}, "request", "Een request mag niet leeg zijn."),
        ({"naam": ""}, "naam", "'Naam' mag niet leeg zijn."),
        ({"naam": "<b>"}, "naam", "Deze waarde bevat niet toegestane tekens."),
        (
            {"hoofdactiviteitenVerenigingsloket": ["SPRT", "SPRT"]},
            "hoofdactiviteitenVerenigingsloket",
            "Elke waarde in de hoofdactiviteiten mag slechts 1 maal voorkomen.",
        ),
    ],
)
def test_patch_refuses_for_that_field(klant, bouw, body, sleutel, reden):
    antwoord = klant.patch(f"/v1/verenigingen/{_delen(klant, bouw)}", json=body)

    assert [fout["reason"] for fout in antwoord.json()["validationErrors"][sleutel]] == [reden]


LAATSTE = "De vereniging moet minstens 1 {0} hebben. Je kan de laatste {0} niet verwijderen."
GEWEIGERD = [
    ("PATCH", "", {"hoofdactiviteitenVerenigingsloket": []}, LAATSTE.format("hoofdactiviteit")),
    ("DELETE", "/locaties/1", None, LAATSTE.format("locatie")),
    ("DELETE", "/vertegenwoordigers/1", None, LAATSTE.format("vertegenwoordiger")),
    ("DELETE", "/locaties/7", None, "Locatie met locatieId '7' is niet gekend"),
    ("DELETE", "/contactgegevens/7", None, "Het opgegeven contactgegevenId '7' werd niet teruggevonden."),
    ("DELETE", "/vertegenwoordigers/7", None, "Vertegenwoordiger met vertegenwoordigerId '7' is niet gekend."),
    ("DELETE", "/bankrekeningnummers/7", None, "Bankrekeningnummer met bankrekeningnummerId '7' is niet gekend."),
    ("DELETE", "/lidmaatschappen/7", None, "Lidmaatschap met lidmaatschapId '7' is niet gekend"),
    ("PATCH", "/kbo", {"roepnaam": "x"}, "Deze actie kan niet uitgevoerd worden op dit type vereniging."),
    (
        "PATCH",
        "/kbo/locaties/1",
        {"locatie": {"naam": "x"}},
        "Deze actie kan niet uitgevoerd worden op deze locatie.",
    ),
    (
        "PATCH",
        "/kbo/contactgegevens/1",
        {"contactgegeven": {"beschrijving": "x"}},
        "Deze actie kan niet uitgevoerd worden op dit contactgegeven.",
    ),
    (
        "POST",
        "/contactgegevens",
        {"contactgegeven": {"contactgegeventype": "e-mail", "waarde": "b@example.be", "isPrimair": True}},
        "Er mag maar één E-mail contactgegeven aangeduid zijn als primair.",
    ),
    (
        "POST",
        "/vertegenwoordigers",
        {"vertegenwoordiger": {"insz": "70010100188", "voornaam": "An", "achternaam": "Maes"}},
        "INSZ moet uniek zijn binnen de vereniging.",
    ),
    ("POST", "/stop", {"einddatum": "2010-01-01"}, "Einddatum moet na startdatum liggen."),
    (
        "POST",
        "/in-stopzetting",
        None,
        "OvoCode 'OVO001234' is niet gemachtigd om deze actie uit te voeren.",
    ),
    ("POST", "/dubbelVan", {"isDubbelVan": "V1"}, "Formaat van de VCode moet 'V0000000' zijn"),
    ("POST", "/dubbelVan", {"isDubbelVan": "V0001000"}, "VCode moet groter zijn dan 1000"),
    (
        "POST",
        "/dubbelVan",
        {"isDubbelVan": "V0009999"},
        "Een vereniging kan geen dubbel worden van een niet bestaande vereniging.",
    ),
    ("POST", "/dubbelVan", {"isDubbelVan": "v0001001"}, "Een vereniging kan geen dubbel worden van zichzelf."),
    (
        "DELETE",
        "/dubbelVan",
        None,
        "Een vereniging moet gemarkeerd zijn als dubbel om gecorrigeerd te kunnen worden.",
    ),
    (
        "POST",
        "/lidmaatschappen",
        {"andereVereniging": "V0001001"},
        "Een lidmaatschap mag niet verwijzen naar de vereniging waarbij hij wordt toegevoegd.",
    ),
]


@pytest.mark.parametrize(("methode", "pad", "body", "detail"), GEWEIGERD)
def test_action_is_refused(klant, bouw, methode, pad, body, detail):
    vcode = _delen(klant, bouw)

    antwoord = klant.request(methode, f"/v1/verenigingen/{vcode}{pad}", json=body)

    assert (antwoord.status_code, antwoord.json()["detail"]) == (400, detail)


@pytest.mark.parametrize(
    ("methode", "pad", "sleutel", "reden"),
    [
        ("POST", "contactgegevens", "contactgegeven", "'Contactgegeven' is verplicht."),
        ("POST", "locaties", "locatie", "'Locatie' is verplicht."),
        ("POST", "vertegenwoordigers", "vertegenwoordiger", "'Vertegenwoordiger' is verplicht."),
        ("PATCH", "contactgegevens/1", "contactgegeven", "'Contactgegeven' is verplicht."),
        ("POST", "lidmaatschappen", "andereVereniging", "'AndereVereniging' is verplicht."),
        ("POST", "stop", "einddatum", "'Einddatum' is verplicht."),
        ("POST", "dubbelVan", "isDubbelVan", "'isDubbelVan' is verplicht."),
        ("PATCH", "subtype", "subtype", "'Subtype' is verplicht."),
    ],
)
def test_body_without_its_wrapper_is_refused(klant, bouw, methode, pad, sleutel, reden):
    antwoord = klant.request(methode, f"/v1/verenigingen/{_delen(klant, bouw)}/{pad}", json={})

    assert [fout["reason"] for fout in antwoord.json()["validationErrors"][sleutel]] == [reden]


NIEUW = [
    ("contactgegevens", {"contactgegeven": {"contactgegeventype": "telefoon", "waarde": "09 1"}}, "waarde", "09 1"),
    (
        "vertegenwoordigers",
        {"vertegenwoordiger": {"insz": "05010100113", "voornaam": "Jo", "achternaam": "Maes"}},
        "voornaam",
        "Jo",
    ),
    ("bankrekeningnummers", {"bankrekeningnummer": {"iban": "BE71096123456769", "titularissen": ["x"]}}, "doel", ""),
]


@pytest.mark.parametrize(("deel", "body", "veld", "waarde"), NIEUW)
def test_part_is_added_under_the_next_id_and_removed(klant, bouw, deel, body, veld, waarde):
    vcode = _delen(klant, bouw)
    pad = f"/v1/verenigingen/{vcode}/{deel}"

    toegevoegd = klant.post(pad, json=body)
    getoond = klant.detail(vcode)[deel][1]
    weg = klant.delete(f"{pad}/2")
    opnieuw = klant.post(pad, json=body)

    assert toegevoegd.status_code == weg.status_code == 202
    assert toegevoegd.headers["Location"] == f"http://testserver{pad}/2"
    assert getoond[veld] == waarde
    # An id is never used again.
    assert opnieuw.headers["Location"].endswith("/3")


def test_location_is_changed_and_loses_its_address_id(klant, bouw):
    vcode = klant.nieuwe(
        locaties=[
            {
                "locatietype": "Activiteiten",
                "adresId": {"broncode": "AR", "bronwaarde": "https://data.vlaanderen.be/id/adres/3706808"},
            }
        ]
    )
    pad = f"/v1/verenigingen/{vcode}/locaties/1"

    zelfde = klant.patch(pad, json={"locatie": {"naam": ""}})
    ander = klant.patch(pad, json={"locatie": {"adres": bouw.adres("9000", "Gent")}})

    locatie = klant.detail(vcode)["locaties"][0]
    assert (zelfde.status_code, ander.status_code) == (200, 202)
    assert (locatie["adresId"], locatie["adresvoorstelling"]) == (None, "Veerstraat 1, 9000 Gent, België")


@pytest.mark.parametrize(
    ("if_match", "status"),
    [
        ('W/"4"', 202),
        ('W/"3"', 412),
        ('W/"9"', 412),
        ('"4"', 400),
        ("4", 400),
        ("*", 400),
        ('W/"x"', 400),
        ('W/"4", W/"3"', 400),
    ],
)
def test_if_match(klant, if_match, status):
    vcode = klant.nieuwe()
    klant.patch(f"/v1/verenigingen/{vcode}", json={"naam": "b"})
    klant.patch(f"/v1/verenigingen/{vcode}", json={"naam": "c"})

    antwoord = klant.patch(f"/v1/verenigingen/{vcode}", json={"naam": "d"}, headers={"If-Match": if_match})

    assert antwoord.status_code == status
    if status == 412:
        assert antwoord.json()["detail"] == "De gevraagde vereniging heeft niet de verwachte sequentiewaarde."
    if status == 400:
        assert antwoord.json()["detail"] == (
            "Etag header bevat een ongeldige waarde, gelieve formaat 'W/\"[0-9]*\"' te gebruiken"
        )


def test_drift_by_the_address_registry_is_forgiven(klant, bouw):
    geregistreerd = klant.registreer({"naam": "De Zwaluw", "locaties": [bouw.locatie()]})
    klant.register_app.register.volg(alles=True)
    assert klant.get("/v1/verenigingen/V0001001").headers["ETag"] == 'W/"3"'

    antwoord = klant.patch(
        "/v1/verenigingen/V0001001", json={"naam": "b"}, headers={"If-Match": geregistreerd.headers["ETag"]}
    )

    assert (antwoord.status_code, antwoord.headers["ETag"]) == (202, 'W/"4"')


def test_unknown_vcode_is_400_on_a_write_and_404_on_a_read(klant):
    schrijf = klant.patch("/v1/verenigingen/V9999999", json={"naam": "x"})
    lees = klant.get("/v1/verenigingen/V9999999")

    assert (schrijf.status_code, schrijf.json()["title"]) == (400, "Deze actie is niet geldig!")
    assert schrijf.json()["detail"] == "De resource met id 'V9999999' werd niet gevonden."
    assert (lees.status_code, lees.json()["detail"]) == (404, "De gevraagde vereniging werd niet gevonden.")


def test_stop_again_with_the_same_date_changes_nothing(klant):
    vcode = klant.nieuwe()
    pad = f"/v1/verenigingen/{vcode}/stop"

    statussen = [
        klant.post(pad, json={"einddatum": dag}).status_code for dag in ("2026-01-01", "2026-01-01", "2026-01-02")
    ]

    assert statussen == [202, 200, 202]
    assert klant.detail(vcode)["status"] == "Gestopt"


def test_kbo_association_is_taken_over_and_known_the_second_time(klant):
    nieuw = klant.registreer({"kboNummer": "0220.923.141"}, "kbo")
    bekend = klant.registreer({"kboNummer": "0220923141"}, "kbo")
    detail = klant.detail("V0001001")

    assert (nieuw.status_code, nieuw.headers["ETag"]) == (202, 'W/"9"')
    assert (bekend.status_code, bekend.headers["Location"]) == (200, nieuw.headers["Location"])
    assert not {"etag", "vr-sequence"} & set(bekend.headers)
    assert [s["waarde"] for s in detail["sleutels"]] == ["V0001001", "0220923141"]
    assert (detail["bron"], detail["roepnaam"], detail["verenigingstype"]["code"]) == ("KBO", "", "VZW")
    assert detail["locaties"][0]["locatietype"] == "Maatschappelijke zetel volgens KBO"


@pytest.mark.parametrize(
    ("nummer", "detail"),
    [
        ("BE0220923141", "Foutieve tekens in Kbo nummer."),
        ("02209231411", "Kbo nummer moet 10 cijfers bevatten."),
        ("0220923142", "Incorrect Kbo nummer: foutieve checksum."),
        ("0400000086", "Er werd voor dit KBO-nummer geen geldige vereniging gevonden."),
    ],
)
def test_kbo_number_is_refused(klant, nummer, detail):
    antwoord = klant.registreer({"kboNummer": nummer}, "kbo")

    assert (antwoord.status_code, antwoord.json()["detail"]) == (400, detail)


@pytest.mark.parametrize("soort", ["stopgezet", "andere rechtsvorm"])
def test_enterprise_that_is_no_association_is_refused(klant, soort):
    ondernemingen = klant.register_app.register.ref.ondernemingen.items()
    nummer = next(
        nummer
        for nummer, o in ondernemingen
        if (not o.is_actieve_onderneming if soort == "stopgezet" else o.rechtsvorm == "610")
    )

    antwoord = klant.registreer({"kboNummer": nummer}, "kbo")

    assert antwoord.json()["detail"] == "Er werd voor dit KBO-nummer geen geldige vereniging gevonden."


def test_short_kbo_number_is_refused_by_the_request_validator(klant):
    fouten = klant.registreer({"kboNummer": "220923141"}, "kbo").json()["validationErrors"]

    assert fouten == {"kboNummer": [{"code": "LengthValidator", "reason": "'KboNummer' moet 10 cijfers bevatten."}]}


KBO_GEWEIGERD = [
    ("PATCH", "", {"naam": "x"}, "Deze actie kan niet uitgevoerd worden op dit type vereniging."),
    ("POST", "/stop", {"einddatum": "2026-01-01"}, "Een KBO-vereniging kan niet gestopt worden."),
    ("DELETE", "", {"reden": "x"}, "Deze vereniging kan niet verwijderd worden."),
    ("DELETE", "/locaties/1", None, "De maatschappelijke zetel volgens KBO kan niet verwijderd worden."),
    (
        "PATCH",
        "/contactgegevens/1",
        {"contactgegeven": {"waarde": "b@example.be"}},
        "Contactgegevens die uit KBO werden overgenomen, kunnen niet aangepast worden.",
    ),
    (
        "DELETE",
        "/vertegenwoordigers/1",
        None,
        "Een vertegenwoordiger van een KBO vereniging kan niet verwijderd worden.",
    ),
    (
        "POST",
        "/vertegenwoordigers",
        {"vertegenwoordiger": {"insz": "70010100188", "voornaam": "An", "achternaam": "Maes"}},
        "Aan een KBO vereniging kunnen geen vertegenwoordigers toegevoegd worden.",
    ),
]


@pytest.mark.parametrize(("methode", "pad", "body", "detail"), KBO_GEWEIGERD)
def test_action_is_refused_on_a_kbo_association(klant, methode, pad, body, detail):
    klant.registreer({"kboNummer": "0220923141"}, "kbo")

    antwoord = klant.request(methode, f"/v1/verenigingen/V0001001{pad}", json=body)

    assert (antwoord.status_code, antwoord.json()["detail"]) == (400, detail)


def test_kbo_association_may_get_a_roepnaam_and_a_primary_seat(klant):
    klant.registreer({"kboNummer": "0220923141"}, "kbo")

    naam = klant.patch("/v1/verenigingen/V0001001/kbo", json={"roepnaam": "De Eendracht"})
    zetel = klant.patch("/v1/verenigingen/V0001001/kbo/locaties/1", json={"locatie": {"isPrimair": True}})

    assert (naam.status_code, zetel.status_code) == (202, 202)
    detail = klant.detail("V0001001")
    assert (detail["roepnaam"], detail["locaties"][0]["isPrimair"]) == ("De Eendracht", True)


def test_removed_association_is_gone(klant, bouw):
    vcode = _delen(klant, bouw)
    pad = f"/v1/verenigingen/{vcode}"

    weg = klant.request("DELETE", pad, json={"reden": "Test"})

    assert (weg.status_code, weg.headers["Location"]) == (202, f"http://testserver{pad}")
    assert klant.get(pad).json()["detail"] == "Deze vereniging werd verwijderd."
    assert klant.patch(pad, json={"naam": "x"}).json()["detail"] == (
        "Deze vereniging is verwijderd en kan niet geladen worden."
    )
    assert klant.vindt("*") == []
    historiek = klant.get(f"{pad}/historiek").json()["gebeurtenissen"]
    assert [(g["gebeurtenis"], g["data"]) for g in historiek] == [("VerenigingWerdVerwijderd", {"reden": "Test"})]


def test_duplicate_is_marked_accepted_and_corrected(klant):
    echt, dubbel = klant.nieuwe(), klant.nieuwe(naam="De Zwaluwen")

    klant.post(f"/v1/verenigingen/{dubbel}/dubbelVan", json={"isDubbelVan": echt})
    gemarkeerd = klant.detail(dubbel)
    authentiek = klant.detail(echt)
    schrijf = klant.patch(f"/v1/verenigingen/{dubbel}", json={"naam": "x"})
    gevonden = klant.vindt("*")
    klant.delete(f"/v1/verenigingen/{dubbel}/dubbelVan")

    assert (gemarkeerd["status"], gemarkeerd["isDubbelVan"]) == ("Dubbel", echt)
    assert authentiek["corresponderendeVCodes"] == [dubbel]
    assert schrijf.json()["detail"] == "Deze vereniging is dubbel en kan niet geladen worden."
    assert gevonden == [echt]
    assert (klant.detail(dubbel)["status"], klant.detail(echt)["corresponderendeVCodes"]) == ("Actief", [])


def test_of_parallel_writers_with_if_match_exactly_one_wins(klant):
    vcode = klant.nieuwe()
    statussen: list[int] = []

    with draaiend_register(klant.register_app.register.instellingen, app=klant.register_app) as url:

        def schrijf(nummer: int) -> None:
            antwoord = httpx2.patch(
                f"{url}/v1/verenigingen/{vcode}",
                json={"naam": f"Schrijver {nummer}"},
                headers=dict(klant.headers) | {"If-Match": 'W/"2"'},
            )
            statussen.append(antwoord.status_code)

        draden = [threading.Thread(target=schrijf, args=(n,)) for n in range(8)]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join()

    assert sorted(statussen) == [202] + [412] * 7
