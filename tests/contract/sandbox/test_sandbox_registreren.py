"""Registering: headers, both layers of validation with their keys and words, and their order."""

from __future__ import annotations

from typing import Any

import pytest

HTML = ("400", "Deze waarde bevat niet toegestane tekens.")
ADRES_ID = {"broncode": "AR", "bronwaarde": "https://data.vlaanderen.be/id/adres/3706808"}


def test_registration_answers_location_etag_and_sequence(klant, bouw):
    body = {
        "naam": "De Zwaluw",
        "locaties": [bouw.locatie(), {"locatietype": "Activiteiten", "adresId": ADRES_ID}],
        "werkingsgebieden": ["BE23444019"],
    }

    antwoord = klant.registreer(body)

    assert (antwoord.status_code, antwoord.content) == (202, b"")
    assert antwoord.headers["Location"] == "http://testserver/v1/verenigingen/V0001001"
    # Registered, werkingsgebieden, one adresId, geotags.
    assert antwoord.headers["ETag"] == 'W/"4"'
    assert antwoord.headers["VR-Sequence"] == "4"
    assert antwoord.headers["VR-Sandbox"] == "true"
    assert antwoord.headers["Cache-Control"] == "no-store, no-cache, must-revalidate"
    assert antwoord.headers["X-Correlation-Id"] == "6f9619ff-8b86-d011-b42d-00cf4fc964ff"


@pytest.mark.parametrize("voor", ["", "/api"])
def test_both_path_forms_give_their_own_location(klant, voor):
    pad = f"{voor}/v1/organisaties/verenigingen/verenigingen"

    antwoord = klant.post(f"{pad}/feitelijkeverenigingen", json={"naam": "De Zwaluw"})

    assert antwoord.headers["Location"] == f"http://testserver{pad}/V0001001"
    assert klant.get(f"{pad}/V0001001").json()["vereniging"]["naam"] == "De Zwaluw"


@pytest.mark.parametrize(
    ("koppen", "detail"),
    [
        ({"X-Correlation-Id": None}, "X-Correlation-Id is verplicht."),
        ({"X-Correlation-Id": "x", "VR-Initiator": None}, "X-Correlation-Id moet een geldige GUID zijn."),
        ({"VR-Initiator": None}, "VR-Initiator is verplicht."),
        ({"VR-Initiator": " "}, "VR-Initiator mag niet leeg zijn."),
    ],
)
@pytest.mark.parametrize("methode", ["GET", "POST"])
def test_missing_header_is_refused_on_every_call(klant, methode, koppen, detail):
    for naam, waarde in koppen.items():
        del klant.headers[naam]
        if waarde is not None:
            klant.headers[naam] = waarde

    pad = "/v1/verenigingen/vzer" if methode == "POST" else "/v1/verenigingen/V0001001"
    antwoord = klant.request(methode, pad, json={"naam": "x"} if methode == "POST" else None)

    probleem = antwoord.json()
    assert (antwoord.status_code, probleem["detail"]) == (400, detail)
    assert probleem["type"] == "urn:associationregistry.admin.api:validation"
    assert "validationErrors" not in probleem


@pytest.mark.parametrize(
    ("tekst", "status", "detail"),
    [
        ('{"naam": "a", "naam": "b"}', 400, "Request body bevat een ongeldig JSON formaat."),
        ('{"naam": ', 400, "Request body bevat een ongeldig JSON formaat."),
        ("[]", 400, "Request body bevat een ongeldig JSON formaat."),
        ("", 400, "Request kon niet correct behandeld worden. Controleer het formaat en probeer het opnieuw."),
        ("null", 400, "Request kon niet correct behandeld worden. Controleer het formaat en probeer het opnieuw."),
        (
            '{"naam": 1}',
            400,
            "Request kon niet correct behandeld worden. Controleer het formaat en probeer het opnieuw.",
        ),
        ('{"naam": "a", "startdatum": "1/5/2020"}', 400, "Datum moet van het formaat 'yyyy-MM-dd' zijn."),
        ('{"naam": "a", "startdatum": "2023-02-31"}', 400, "Datum moet van het formaat 'yyyy-MM-dd' zijn."),
        ('{"naam": "a", "locaties": null}', 500, ""),
    ],
)
def test_body_that_cannot_be_read(klant, tekst, status, detail):
    antwoord = klant.post("/v1/verenigingen/vzer", content=tekst, headers={"Content-Type": "application/json"})

    assert (antwoord.status_code, antwoord.json()["detail"]) == (status, detail)
    assert antwoord.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    "tekst", ['{"NAAM": "a", "onbekend": 1}', '{"naam": "a", "startdatum": "", "doelgroep": null}']
)
def test_body_is_read_without_regard_to_case_and_unknown_keys(klant, tekst):
    antwoord = klant.post("/v1/verenigingen/vzer", content=tekst, headers={"Content-Type": "application/json"})

    assert antwoord.status_code == 202


def test_body_of_another_content_type_is_415(klant):
    assert (
        klant.post("/v1/verenigingen/vzer", content="naam=a", headers={"Content-Type": "text/plain"}).status_code == 415
    )


def _loc(**anders: Any) -> dict[str, Any]:
    adres = {"straatnaam": "A", "huisnummer": "1", "postcode": "9000", "gemeente": "Gent", "land": "België"}
    return {"locatietype": "Activiteiten", "adres": adres} | anders


def _contact(**anders: Any) -> dict[str, Any]:
    return {"contactgegeventype": "E-mail", "waarde": "a@example.be"} | anders


def _mens(**anders: Any) -> dict[str, Any]:
    return {"insz": "70010100188", "voornaam": "An", "achternaam": "Peeters"} | anders


def _bank(**anders: Any) -> dict[str, Any]:
    return {"iban": "BE68 5390 0754 7034", "titularissen": ["De Zwaluw"]} | anders


V_FOUTEN = [
    ({"naam": None}, "naam", ("NotNullValidator", "'Naam' is verplicht.")),
    ({"naam": "  "}, "naam", ("NotEmptyValidator", "'Naam' mag niet leeg zijn.")),
    ({"naam": "leeftijd <12 en >6"}, "naam", HTML),
    ({"korteNaam": "<b>"}, "korteNaam", HTML),
    ({"korteBeschrijving": "<script>x</script>"}, "korteBeschrijving", HTML),
    ({"startdatum": "2026-02-15"}, "startdatum", ("PredicateValidator", "Startdatum mag niet in de toekomst liggen.")),
    (
        {"doelgroep": {"minimumleeftijd": 20, "maximumleeftijd": 10}},
        "doelgroep",
        (
            "PredicateValidator",
            "Bij 'doelgroep' moet de 'minimumleeftijd' kleiner of gelijk aan 'maximumleeftijd' zijn.",
        ),
    ),
    (
        {"doelgroep": {"minimumleeftijd": -1}},
        "doelgroep.Minimumleeftijd",
        ("PredicateValidator", "De 'minimumleeftijd' moet binnen 0 en 150 vallen."),
    ),
    (
        {"doelgroep": {"maximumleeftijd": 151}},
        "doelgroep.Maximumleeftijd",
        ("PredicateValidator", "De 'maximumleeftijd' moet binnen 0 en 150 vallen."),
    ),
    (
        {"hoofdactiviteitenVerenigingsloket": ["SPRT", "sprt"]},
        "hoofdactiviteitenVerenigingsloket",
        ("PredicateValidator", "Een waarde in de hoofdactiviteitenLijst mag slechts 1 maal voorkomen."),
    ),
    ({"hoofdactiviteitenVerenigingsloket": ["SPRT", "<x>"]}, "hoofdactiviteitenVerenigingsloket[1]", HTML),
    (
        {"werkingsgebieden": ["BE23", "be23"]},
        "werkingsgebieden",
        ("PredicateValidator", "Elke waarde in de werkingsgebieden mag slechts eenmaal voorkomen."),
    ),
    (
        {"werkingsgebieden": ["NVT", "BE23"]},
        "werkingsgebieden",
        (
            "PredicateValidator",
            "Het opgegeven werkingsgebied NVT kan niet gecombineerd worden met andere codes.",
        ),
    ),
    (
        {"contactgegevens": [_contact(), {"waarde": "x"}]},
        "contactgegevens[1].Contactgegeventype",
        ("NotNullValidator", "'contactgegeventype' is verplicht."),
    ),
    (
        {"contactgegevens": [_contact(contactgegeventype="Fax")]},
        "contactgegevens[0].Contactgegeventype",
        ("PredicateValidator", "De waarde Fax is geen gekend contactgegeven type."),
    ),
    (
        {"contactgegevens": [_contact(waarde=" ")]},
        "contactgegevens[0].Waarde",
        ("NotEmptyValidator", "'waarde' mag niet leeg zijn."),
    ),
    (
        {"contactgegevens": [_contact(beschrijving="x" * 129)]},
        "contactgegevens[0].Beschrijving",
        ("400", "Beschrijving mag niet langer dan 128 karakters zijn."),
    ),
    (
        {"locaties": [_loc(locatietype=None)]},
        "locaties[0].Locatietype",
        ("NotNullValidator", "'locatietype' is verplicht."),
    ),
    (
        {"locaties": [_loc(locatietype="Thuis")]},
        "locaties[0].Locatietype",
        ("PredicateValidator", "'Locatietype' moet een geldige waarde hebben. (Correspondentie, Activiteiten)"),
    ),
    (
        {"locaties": [_loc(naam="x" * 129)]},
        "locaties[0].Naam",
        ("400", "Locatienaam mag niet langer dan 128 karakters zijn."),
    ),
    (
        {"locaties": [_loc(adresId=ADRES_ID)]},
        "locaties[0]",
        ("PredicateValidator", "'Locatie' moet of een adres of een adresId bevatten."),
    ),
    (
        {"locaties": [{"locatietype": "Activiteiten"}]},
        "locaties[0]",
        ("PredicateValidator", "'Locatie' moet of een adres of een adresId bevatten."),
    ),
    (
        {"locaties": [_loc(adres={"straatnaam": ""})]},
        "locaties[0].Adres.Straatnaam",
        ("NotEmptyValidator", "'straatnaam' mag niet leeg zijn."),
    ),
    (
        {"locaties": [_loc(adres={"straatnaam": "a"})]},
        "locaties[0].Adres.Postcode",
        ("NotNullValidator", "'postcode' is verplicht."),
    ),
    (
        {"locaties": [{"locatietype": "Activiteiten", "adresId": {"broncode": "AR"}}]},
        "locaties[0].AdresId.Bronwaarde",
        ("NotNullValidator", "'bronwaarde' is verplicht."),
    ),
    (
        {"locaties": [_loc(isPrimair=True), _loc(isPrimair=False)]},
        "locaties",
        ("PredicateValidator", "Identieke locaties zijn niet toegelaten."),
    ),
    (
        {"locaties": [_loc(locatietype="Correspondentie"), _loc(locatietype="correspondentie", naam="b")]},
        "locaties",
        ("PredicateValidator", "Er mag maximum één correspondentie locatie opgegeven worden."),
    ),
    (
        {"locaties": [_loc(isPrimair=True), _loc(isPrimair=True, naam="b")]},
        "locaties",
        ("PredicateValidator", "Er mag maximum één primaire locatie opgegeven worden."),
    ),
    (
        {"vertegenwoordigers": [_mens(insz=None)]},
        "vertegenwoordigers[0].Insz",
        ("NotNullValidator", "'insz' is verplicht."),
    ),
    (
        {"vertegenwoordigers": [_mens(insz="70 01 01 001 88")]},
        "vertegenwoordigers[0].Insz",
        ("PredicateValidator", "Insz heeft incorrect formaat (00.00.00-000.00 of 00000000000)"),
    ),
    (
        {"vertegenwoordigers": [_mens(insz="7001010018")]},
        "vertegenwoordigers[0].Insz",
        ("PredicateValidator", "Insz moet 11 cijfers bevatten"),
    ),
    (
        {"vertegenwoordigers": [_mens(voornaam="An2")]},
        "vertegenwoordigers[0].Voornaam",
        ("PredicateValidator", "'Voornaam' mag geen cijfers bevatten."),
    ),
    (
        {"vertegenwoordigers": [_mens(achternaam="-.")]},
        "vertegenwoordigers[0].Achternaam",
        ("PredicateValidator", "'Achternaam' moet minstens een letter bevatten."),
    ),
    ({"vertegenwoordigers": [_mens(**{"e-mail": "<x>"})]}, "vertegenwoordigers[0].Email", HTML),
    ({"vertegenwoordigers": [_mens(socialMedia="<x>")]}, "vertegenwoordigers[0].SocialMedia", HTML),
    (
        {"bankrekeningnummers": [_bank(iban="be68539007547034")]},
        "bankrekeningnummers[0].Iban",
        ("PredicateValidator", "Het opgegeven 'IBAN' is geen geldig Belgisch IBAN."),
    ),
    (
        {"bankrekeningnummers": [_bank(titularissen=[])]},
        "bankrekeningnummers[0].Titularissen",
        ("NotEmptyValidator", "'Titularissen' mag niet leeg zijn."),
    ),
    (
        {"bankrekeningnummers": [_bank(titularissen=["a", "a"])]},
        "bankrekeningnummers[0].Titularissen",
        ("PredicateValidator", "De titularissen van een bankrekening moeten uniek zijn."),
    ),
    (
        {"bankrekeningnummers": [_bank(), _bank()]},
        "bankrekeningnummers",
        ("PredicateValidator", "Het IBAN van een bankrekening moet uniek zijn binnen de vereniging."),
    ),
]


@pytest.mark.parametrize(("velden", "sleutel", "fout"), V_FOUTEN)
def test_request_rule_is_refused_for_that_field(klant, velden, sleutel, fout):
    antwoord = klant.registreer({"naam": "De Zwaluw"} | velden)

    fouten = antwoord.json()["validationErrors"]
    assert antwoord.status_code == 400
    assert {"code": fout[0], "reason": fout[1]} in fouten[sleutel]


def test_request_rules_are_reported_together(klant):
    antwoord = klant.registreer({"doelgroep": {"minimumleeftijd": 200}, "vertegenwoordigers": [{}]})

    assert list(antwoord.json()["validationErrors"]) == [
        "naam",
        "doelgroep",
        "doelgroep.Minimumleeftijd",
        "vertegenwoordigers[0].Insz",
        "vertegenwoordigers[0].Voornaam",
        "vertegenwoordigers[0].Achternaam",
    ]
    assert antwoord.json()["detail"] == "Validatie mislukt!"


@pytest.mark.parametrize("naam", ["Rock & Roll > Jazz", "a <\n b>", "1 < 2"])
def test_signs_that_are_no_html_are_accepted(klant, naam):
    assert klant.registreer({"naam": naam}).status_code == 202


D_FOUTEN = [
    ({"werkingsgebieden": ["BE2411540"]}, 'Het opgegeven werkingsgebied is niet gekend: "BE2411540"'),
    ({"hoofdactiviteitenVerenigingsloket": ["sprt"]}, 'De opgegeven hoofdactiviteit is niet gekend: "sprt"'),
    (
        {"contactgegevens": [_contact(waarde="a b@example.be")]},
        "E-mail voldoet niet aan het verwachte formaat (naam@domein.vlaanderen). In naam worden de volgende tekens "
        "toegestaan '!#$%&'*+/=?^_`{|}~-', in domein enkel '.' en '-'.",
    ),
    (
        {"contactgegevens": [_contact(contactgegeventype="telefoon", waarde="tel. 09")]},
        'TelefoonNummer moet bestaan uit cijfers, whitespace en ". / ( ) - + "',
    ),
    (
        {"contactgegevens": [_contact(contactgegeventype="telefoon", waarde="+")]},
        "TelefoonNummer moet minstens één cijfer bevatten",
    ),
    (
        {"contactgegevens": [_contact(contactgegeventype="Website", waarde="www.example.be")]},
        "Website url moet beginnen met 'http://' of 'https://'",
    ),
    (
        {"contactgegevens": [_contact(contactgegeventype="socialmedia", waarde="https://example")]},
        "Social media url moet minsens één punt bevatten",
    ),
    (
        {"locaties": [{"locatietype": "Activiteiten", "adresId": ADRES_ID | {"broncode": "ar"}}]},
        "De broncode voor dit adres is niet gekend.",
    ),
    (
        {"locaties": [{"locatietype": "Activiteiten", "adresId": ADRES_ID | {"bronwaarde": "3706808"}}]},
        "De bronwaarde voor een adres uit het addressenregister moet een Data Vlaanderen PURI zijn.",
    ),
    ({"vertegenwoordigers": [_mens(insz="70010100189")]}, "Incorrect INSZ: foutieve checksum."),
    (
        {"vertegenwoordigers": [_mens(telefoon="geen")]},
        'TelefoonNummer moet bestaan uit cijfers, whitespace en ". / ( ) - + "',
    ),
    (
        {"bankrekeningnummers": [_bank(titularissen=[" "])]},
        "Titularis mag niet null of leeg zijn.",
    ),
    (
        {"locaties": [_loc(), _loc(locatietype="activiteiten")]},
        "Locaties moeten uniek zijn binnen de vereniging.",
    ),
    (
        {"contactgegevens": [_contact(), _contact()]},
        "Er is reeds een E-mail contactgegeven met de opgegeven waarde.",
    ),
    (
        {
            "contactgegevens": [
                _contact(contactgegeventype="Telefoon", waarde="0478 12 34 56"),
                _contact(contactgegeventype="telefoon", waarde="+32 478/12.34.56"),
            ]
        },
        "Er is reeds een Telefoon contactgegeven met de opgegeven waarde.",
    ),
    (
        {"contactgegevens": [_contact(isPrimair=True), _contact(waarde="b@example.be", isPrimair=True)]},
        "Er mag maar één E-mail contactgegeven aangeduid zijn als primair.",
    ),
    (
        {"vertegenwoordigers": [_mens(), _mens(insz="70.01.01-001.88")]},
        "INSZ moet uniek zijn binnen de vereniging.",
    ),
    (
        {"vertegenwoordigers": [_mens(isPrimair=True), _mens(insz="05010100113", isPrimair=True)]},
        "Er mag maar één vertegenwoordiger aangeduid zijn als primair contactpersoon.",
    ),
    (
        {"bankrekeningnummers": [_bank(), _bank(iban="BE68539007547034")]},
        "Het IBAN van een bankrekening moet uniek zijn binnen de vereniging.",
    ),
]


@pytest.mark.parametrize(("velden", "detail"), D_FOUTEN)
def test_domain_rule_is_refused_alone(klant, velden, detail):
    antwoord = klant.registreer({"naam": "De Zwaluw"} | velden)

    probleem = antwoord.json()
    assert (antwoord.status_code, probleem["detail"]) == (400, detail)
    assert probleem["type"] == "urn:associationregistry.admin.api:domain"
    assert "validationErrors" not in probleem


def _met_toestand(klant: Any, toestand: str) -> str:
    ref = klant.register_app.register.ref
    return next(insz for insz, gekend in ref.insz.items() if gekend == toestand)


@pytest.mark.parametrize(
    ("toestand", "begin"),
    [
        ("onbekend", "Een of meerdere insz waarden konden niet gevalideerd worden bij de Kruispuntbank"),
        ("overleden", "De vereniging kan niet geregistreerd worden met overleden vertegenwoordigers."),
    ],
)
def test_ksz_refuses_unknown_and_deceased(klant, toestand, begin):
    insz = _met_toestand(klant, toestand)

    antwoord = klant.registreer({"naam": "De Zwaluw", "vertegenwoordigers": [_mens(insz=insz)]})

    assert antwoord.status_code == 400
    assert antwoord.json()["detail"].startswith(begin)


@pytest.mark.parametrize(
    ("nummer", "detail"),
    [
        ("1", "Adres kon niet gevalideerd worden bij adressenregister."),
        ("3706890", "Dit adres is niet meer actief in het adressenregister."),
        ("3706892", "Het adres is verwijderd uit het adressenregister."),
    ],
)
def test_address_registry_refuses(klant, nummer, detail):
    adres_id = {"broncode": "AR", "bronwaarde": f"https://data.vlaanderen.be/id/adres/{nummer}"}

    antwoord = klant.registreer({"naam": "x", "locaties": [{"locatietype": "Activiteiten", "adresId": adres_id}]})

    assert (antwoord.status_code, antwoord.json()["detail"]) == (400, detail)


def test_collection_rules_come_after_the_409_and_burn_a_vcode(klant):
    body = {"naam": "De Zwaluw", "locaties": [_loc()], "contactgegevens": [_contact(), _contact()]}
    klant.nieuwe(locaties=[_loc()])

    gewaarschuwd = klant.registreer(body)
    geweigerd = klant.registreer(body, VR_BevestigingsToken=gewaarschuwd.json()["bevestigingsToken"])
    volgende = klant.registreer({"naam": "Iets anders"})

    assert (gewaarschuwd.status_code, geweigerd.status_code) == (409, 400)
    assert geweigerd.json()["detail"] == "Er is reeds een E-mail contactgegeven met de opgegeven waarde."
    assert volgende.headers["Location"].endswith("V0001003")


def test_detail_shows_types_by_version(klant):
    vcode = klant.nieuwe()

    v1, v2 = klant.detail(vcode), klant.detail(vcode, **{"VR-Api-Version": "v2"})

    assert v1["verenigingstype"] == {"code": "FV", "naam": "Feitelijke vereniging"}
    assert "verenigingssubtype" not in v1
    assert v2["verenigingstype"]["code"] == "VZER"
    assert v2["verenigingssubtype"] == {"code": "", "naam": ""}
    assert "roepnaam" not in v2
    assert v2["doelgroep"]["maximumleeftijd"] == 150
    assert v2["startdatum"] is None


def test_typed_address_is_matched_afterwards(klant, bouw):
    adres = bouw.adres(straatnaam="molenstraat", huisnummer="12", busnummer="a")
    vcode = klant.nieuwe(locaties=[{"locatietype": "Correspondentie", "adres": adres}])

    gevonden = klant.get(f"/v1/verenigingen/{vcode}")

    locatie = gevonden.json()["vereniging"]["locaties"][0]
    assert gevonden.headers["ETag"] == 'W/"3"'
    assert locatie["adresvoorstelling"] == "Molenstraat 12 bus A, 9940 Evergem, België"
    assert locatie["adresId"] == {"broncode": "AR", "bronwaarde": "https://data.vlaanderen.be/id/adres/3706809"}
    assert locatie["verwijstNaar"] == {"@id": "adressenregister:3706809", "@type": "geregistreerdAdres"}
