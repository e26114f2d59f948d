"""The historiek to the letter: the name, the sentence and the content of every event that a call can cause."""

from __future__ import annotations

import json
from typing import Any

from sandbox_klant import PAD, WANDELCLUB, Klant


def _historiek(klant: Klant, vcode: str = "V0001001") -> dict[str, tuple[str, Any, str]]:
    gebeurtenissen = klant.get(f"{PAD}/{vcode}/historiek").json()["gebeurtenissen"]
    return {g["gebeurtenis"]: (g["beschrijving"], g["data"], g["initiator"]) for g in gebeurtenissen}


def test_registration_in_the_historiek_to_the_letter(club):
    beschrijving, data, initiator = _historiek(club)["VerenigingZonderEigenRechtspersoonlijkheidWerdGeregistreerd"]

    assert initiator == "OVO001234"
    assert beschrijving == (
        "Vereniging zonder eigen rechtspersoonlijkheid werd geregistreerd met naam 'Wandelclub De Molenstappers'."
    )
    assert data == {
        "vCode": "V0001001",
        "naam": "Wandelclub De Molenstappers",
        "korteNaam": "Molenstappers",
        "korteBeschrijving": "Wekelijkse wandelingen rond Evergem",
        "startdatum": "2011-03-01",
        "doelgroep": {"minimumleeftijd": 16, "maximumleeftijd": 150},
        "isUitgeschrevenUitPubliekeDatastroom": False,
        "contactgegevens": [
            {
                "contactgegevenId": 1,
                "contactgegeventype": "E-mail",
                "waarde": "info@molenstappers.example.be",
                "beschrijving": "Algemeen",
                "isPrimair": True,
            }
        ],
        "locaties": [
            {
                "locatieId": 1,
                "locatietype": "Correspondentie",
                "isPrimair": True,
                "naam": "",
                "adres": WANDELCLUB["locaties"][0]["adres"],
                "adresId": None,
            },
            {
                "locatieId": 2,
                "locatietype": "Activiteiten",
                "isPrimair": False,
                "naam": "Vertrekpunt",
                "adres": None,
                "adresId": {"broncode": "AR", "bronwaarde": "https://data.vlaanderen.be/id/adres/3706808"},
            },
        ],
        "vertegenwoordigers": [
            {
                "vertegenwoordigerId": 1,
                "isPrimair": True,
                "roepnaam": "",
                "rol": "Voorzitter",
                "voornaam": "An",
                "achternaam": "Peeters",
                "e-mail": "",
                "telefoon": "",
                "mobiel": "",
                "socialMedia": "",
            }
        ],
        "hoofdactiviteitenVerenigingsloket": [{"code": "SPRT", "naam": "Sport"}],
        "bankrekeningnummers": [
            {"bankrekeningnummerId": 1, "iban": "BE68 5390 0754 7034", "doel": "", "titularissen": ["De Molenstappers"]}
        ],
    }


ADRES = {"straatnaam": "A", "huisnummer": "1", "busnummer": "", "postcode": "1", "gemeente": "B", "land": "C"}
LOCATIE = {"locatietype": "activiteiten", "isPrimair": True, "naam": "Zaal", "adres": ADRES}
LOCATIE_DATA = {
    "locatieId": 3,
    "locatietype": "Activiteiten",
    "isPrimair": False,
    "naam": "Zaal",
    "adres": ADRES,
    "adresId": None,
}
CONTACT_DATA = {
    "contactgegevenId": 2,
    "contactgegeventype": "Website",
    "waarde": "http://a.be",
    "beschrijving": "",
    "isPrimair": False,
}
MENS_DATA = {
    "vertegenwoordigerId": 2,
    "isPrimair": False,
    "roepnaam": "",
    "rol": "",
    "voornaam": "Jo",
    "achternaam": "Maes",
    "e-mail": "jo@example.be",
    "telefoon": "",
    "mobiel": "",
    "socialMedia": "",
}
STAPPEN: list[tuple[str, str, Any, str, str, Any]] = [
    (
        "PATCH",
        "",
        {"naam": "N"},
        "NaamWerdGewijzigd",
        "Naam werd gewijzigd naar 'N'.",
        {"vCode": "V0001001", "naam": "N"},
    ),
    (
        "PATCH",
        "",
        {"korteNaam": ""},
        "KorteNaamWerdGewijzigd",
        "Korte naam werd gewijzigd naar ''.",
        {"vCode": "V0001001", "korteNaam": ""},
    ),
    (
        "PATCH",
        "",
        {"korteBeschrijving": "{naam} %s"},
        "KorteBeschrijvingWerdGewijzigd",
        "Korte beschrijving werd gewijzigd naar '{naam} %s'.",
        {"vCode": "V0001001", "korteBeschrijving": "{naam} %s"},
    ),
    (
        "PATCH",
        "",
        {"startdatum": ""},
        "StartdatumWerdGewijzigd",
        "Startdatum werd verwijderd.",
        {"vCode": "V0001001", "startdatum": None},
    ),
    (
        "PATCH",
        "",
        {"doelgroep": {}},
        "DoelgroepWerdGewijzigd",
        "Doelgroep werd gewijzigd naar '0 - 150'.",
        {"doelgroep": {"minimumleeftijd": 0, "maximumleeftijd": 150}},
    ),
    (
        "PATCH",
        "",
        {"hoofdactiviteitenVerenigingsloket": ["JGDW", "SPRT"]},
        "HoofdactiviteitenVerenigingsloketWerdenGewijzigd",
        "Hoofdactiviteiten verenigingsloket werden gewijzigd.",
        {
            "hoofdactiviteitenVerenigingsloket": [
                {"code": "JGDW", "naam": "Jeugdwerk"},
                {"code": "SPRT", "naam": "Sport"},
            ]
        },
    ),
    (
        "PATCH",
        "",
        {"werkingsgebieden": ["BE23"]},
        "WerkingsgebiedenWerdenGewijzigd",
        "Werkingsgebieden werden gewijzigd.",
        {"vCode": "V0001001", "werkingsgebieden": [{"code": "BE23", "naam": "Provincie Oost-Vlaanderen"}]},
    ),
    (
        "PATCH",
        "",
        {"werkingsgebieden": ["nvt"]},
        "WerkingsgebiedenWerdenNietVanToepassing",
        "Werkingsgebieden werden niet van toepassing.",
        {"vCode": "V0001001"},
    ),
    (
        "PATCH",
        "",
        {"werkingsgebieden": []},
        "WerkingsgebiedenWerdenNietBepaald",
        "Werkingsgebieden werden niet bepaald.",
        {"vCode": "V0001001"},
    ),
    (
        "PATCH",
        "",
        {"isUitgeschrevenUitPubliekeDatastroom": True},
        "VerenigingWerdUitgeschrevenUitPubliekeDatastroom",
        "Vereniging werd uitgeschreven uit de publieke datastroom.",
        {},
    ),
    (
        "PATCH",
        "",
        {"isUitgeschrevenUitPubliekeDatastroom": False},
        "VerenigingWerdIngeschrevenInPubliekeDatastroom",
        "Vereniging werd ingeschreven in de publieke datastroom.",
        {},
    ),
    (
        "POST",
        "/contactgegevens",
        {"contactgegeven": {"contactgegeventype": "website", "waarde": "http://a.be"}},
        "ContactgegevenWerdToegevoegd",
        "Website 'http://a.be' werd toegevoegd.",
        CONTACT_DATA,
    ),
    (
        "PATCH",
        "/contactgegevens/2",
        {"contactgegeven": {"isPrimair": True}},
        "ContactgegevenWerdGewijzigd",
        "Website 'http://a.be' werd gewijzigd.",
        CONTACT_DATA | {"isPrimair": True},
    ),
    (
        "DELETE",
        "/contactgegevens/2",
        None,
        "ContactgegevenWerdVerwijderd",
        "Website 'http://a.be' werd verwijderd.",
        {"contactgegevenId": 2, "type": "Website", "waarde": "http://a.be", "beschrijving": "", "isPrimair": True},
    ),
    (
        "POST",
        "/locaties",
        {"locatie": LOCATIE | {"isPrimair": False}},
        "LocatieWerdToegevoegd",
        "'Activiteiten' locatie 'Zaal' werd toegevoegd.",
        LOCATIE_DATA,
    ),
    (
        "PATCH",
        "/locaties/3",
        {"locatie": {"naam": ""}},
        "LocatieWerdGewijzigd",
        "'Activiteiten' locatie werd gewijzigd.",
        LOCATIE_DATA | {"naam": ""},
    ),
    (
        "DELETE",
        "/locaties/3",
        None,
        "LocatieWerdVerwijderd",
        "'Activiteiten' locatie werd verwijderd.",
        LOCATIE_DATA | {"naam": ""},
    ),
    (
        "POST",
        "/vertegenwoordigers",
        {
            "vertegenwoordiger": {
                "insz": "05010100113",
                "voornaam": "Jo",
                "achternaam": "Maes",
                "e-mail": "jo@example.be",
            }
        },
        "VertegenwoordigerWerdToegevoegd",
        "'Jo Maes' werd toegevoegd als vertegenwoordiger.",
        MENS_DATA,
    ),
    (
        "PATCH",
        "/vertegenwoordigers/2",
        {"vertegenwoordiger": {"e-mail": "", "rol": "lid"}},
        "VertegenwoordigerWerdGewijzigd",
        "Vertegenwoordiger 'Jo Maes' werd gewijzigd.",
        MENS_DATA | {"e-mail": "", "rol": "lid"},
    ),
    (
        "DELETE",
        "/vertegenwoordigers/2",
        None,
        "VertegenwoordigerWerdVerwijderd",
        "Vertegenwoordiger 'Jo Maes' werd verwijderd.",
        {"vertegenwoordigerId": 2, "voornaam": "Jo", "achternaam": "Maes"},
    ),
    (
        "POST",
        "/bankrekeningnummers",
        {"bankrekeningnummer": {"iban": "BE71 0961 2345 6769", "titularissen": ["x"]}},
        "BankrekeningnummerWerdToegevoegd",
        "Bankrekeningnummer met IBAN 'BE71 0961 2345 6769' werd toegevoegd.",
        {"bankrekeningnummerId": 2, "iban": "BE71 0961 2345 6769", "doel": "", "titularissen": ["x"]},
    ),
    (
        "PATCH",
        "/bankrekeningnummers/2",
        {"bankrekeningnummer": {"doel": "Lidgeld"}},
        "BankrekeningnummerWerdGewijzigd",
        "Bankrekeningnummer werd gewijzigd.",
        {"bankrekeningnummerId": 2, "doel": "Lidgeld", "titularissen": ["x"]},
    ),
    (
        "POST",
        "/bankrekeningnummers/2/validaties",
        None,
        "AanwezigheidBankrekeningnummerValidatieDocumentWerdBevestigd",
        "Bankrekeningnummervalidatiedocument werd bevestigd door 'OVO001234'.",
        {"bankrekeningnummerId": 2, "bevestigdDoor": "OVO001234"},
    ),
    (
        "DELETE",
        "/bankrekeningnummers/2/validaties",
        None,
        "AanwezigheidBankrekeningnummerValidatieDocumentWerdOngedaanGemaakt",
        "Bankrekeningnummervalidatiedocument werd ongedaan gemaakt door 'OVO001234'.",
        {"bankrekeningnummerId": 2, "ongedaanGemaaktDoor": "OVO001234"},
    ),
    (
        "DELETE",
        "/bankrekeningnummers/2",
        None,
        "BankrekeningnummerWerdVerwijderd",
        "Bankrekeningnummer met IBAN 'BE71 0961 2345 6769' werd verwijderd.",
        {"bankrekeningnummerId": 2, "iban": "BE71 0961 2345 6769"},
    ),
    (
        "POST",
        "/stop",
        {"einddatum": "2026-01-01"},
        "VerenigingWerdGestopt",
        "De vereniging werd gestopt met einddatum '2026-01-01'.",
        {"einddatum": "2026-01-01"},
    ),
    (
        "POST",
        "/stop",
        {"einddatum": "2026-01-02"},
        "EinddatumWerdGewijzigd",
        "De einddatum van de vereniging werd gewijzigd naar '2026-01-02'.",
        {"einddatum": "2026-01-02"},
    ),
]


def test_every_change_in_the_historiek_to_the_letter(club):
    for methode, pad, body, gebeurtenis, beschrijving, data in STAPPEN:
        antwoord = club.request(methode, f"{PAD}/V0001001{pad}", json=body)
        assert antwoord.status_code == 202, (gebeurtenis, antwoord.text)
        gebeurtenissen = club.get(f"{PAD}/V0001001/historiek").json()["gebeurtenissen"]
        # What the background makes of an address comes after.
        laatste = next(g for g in reversed(gebeurtenissen) if not g["gebeurtenis"].startswith("Adres"))
        assert (laatste["gebeurtenis"], laatste["beschrijving"], laatste["data"]) == (gebeurtenis, beschrijving, data)


def test_address_events_in_the_historiek(klant, bouw):
    matcht = bouw.adres(straatnaam="molenstraat", huisnummer="12", busnummer="a")
    klant.nieuwe(
        locaties=[
            {"locatietype": "Activiteiten", "adres": matcht},
            {"locatietype": "Activiteiten", "adres": matcht | {"land": "Belgium"}},
            {"locatietype": "Activiteiten", "adres": bouw.adres()},
        ]
    )

    historiek = _historiek(klant)

    adres_id = {"broncode": "AR", "bronwaarde": "https://data.vlaanderen.be/id/adres/3706809"}
    assert historiek["AdresWerdOvergenomenUitAdressenregister"] == (
        "Adres werd overgenomen uit het adressenregister.",
        {
            "vCode": "V0001001",
            "locatieId": 2,
            "adresId": adres_id,
            "adres": matcht | {"straatnaam": "Molenstraat", "busnummer": "A"},
        },
        "OVO002949",
    )
    assert historiek["LocatieDuplicaatWerdVerwijderdNaAdresMatch"] == (
        "Locatie '' met ID 2 werd verwijderd omdat de gegevens exact overeenkomen met locatie ID 1.",
        {
            "vCode": "V0001001",
            "verwijderdeLocatieId": 2,
            "behoudenLocatieId": 1,
            "locatieNaam": "",
            "adresId": adres_id,
        },
        "OVO002949",
    )
    assert historiek["AdresWerdNietGevondenInAdressenregister"] == (
        "Adres kon niet gevonden worden in het adressenregister.",
        {
            "vCode": "V0001001",
            "locatieId": 3,
            "straatnaam": "Veerstraat",
            "huisnummer": "1",
            "busnummer": "",
            "postcode": "9940",
            "gemeente": "Evergem",
        },
        "OVO002949",
    )
    assert [locatie["locatieId"] for locatie in klant.detail("V0001001")["locaties"]] == [1, 3]


def test_kbo_events_in_the_historiek(klant):
    klant.registreer({"kboNummer": "0220923141"}, "kbo")
    klant.patch(f"{PAD}/V0001001/kbo", json={"roepnaam": "R"})
    klant.patch(f"{PAD}/V0001001/kbo/locaties/1", json={"locatie": {"naam": "Zetel"}})
    klant.patch(f"{PAD}/V0001001/kbo/contactgegevens/1", json={"contactgegeven": {"beschrijving": "b"}})

    gebeurtenissen = klant.get(f"{PAD}/V0001001/historiek").json()["gebeurtenissen"]

    assert [g["beschrijving"] for g in gebeurtenissen if not g["gebeurtenis"].startswith("Adres")] == [
        "Vereniging met rechtspersoonlijkheid werd geregistreerd met naam 'Koninklijke Harmonie De Eendracht'.",
        "De locatie met type ‘Maatschappelijke zetel volgens KBO' werd overgenomen uit KBO.",
        "Contactgegeven ‘E-mail' werd overgenomen uit KBO.",
        "Contactgegeven ‘Website' werd overgenomen uit KBO.",
        "Contactgegeven ‘Telefoon' werd overgenomen uit KBO.",
        "Contactgegeven ‘GSM' werd overgenomen uit KBO.",
        "Vertegenwoordiger 'An Peeters' werd overgenomen uit KBO.",
        "Vertegenwoordiger 'Jan Maes' werd overgenomen uit KBO.",
        "Roepnaam werd gewijzigd naar 'R'.",
        "Maatschappelijke zetel volgens KBO werd gewijzigd.",
        "E-mail 'info@eendracht.example.be' werd gewijzigd.",
    ]
    assert gebeurtenissen[0]["data"] == {
        "vCode": "V0001001",
        "kboNummer": "0220923141",
        "rechtsvorm": "VZW",
        "naam": "Koninklijke Harmonie De Eendracht",
        "korteNaam": "KHE",
        "startdatum": "1924-05-01",
    }
    assert "insz" not in json.dumps(gebeurtenissen).lower()


def test_membership_subtype_and_stopzetting_in_the_historiek(klant):
    klant.nieuwe(naam="Lid")
    groot = klant.nieuwe(naam="Groot")
    klant.registreer({"kboNummer": "0220923141"}, "kbo")
    pad = f"{PAD}/V0001001"
    vlo = {"VR-Initiator": "OVO000067"}
    statussen = [
        antwoord.status_code
        for antwoord in (
            klant.post(f"{pad}/lidmaatschappen", json={"andereVereniging": groot}),
            klant.patch(f"{pad}/lidmaatschappen/1", json={"tot": "2020-01-01"}),
            klant.delete(f"{pad}/lidmaatschappen/1"),
            klant.patch(f"{pad}/subtype", json={"subtype": "FV"}),
            klant.patch(f"{pad}/subtype", json={"subtype": "SUB", "andereVereniging": "V0001003"}),
            klant.patch(f"{pad}/subtype", json={"subtype": "SUB", "identificatie": "7"}),
            klant.patch(f"{pad}/subtype", json={"subtype": "SUB", "identificatie": "7"}),
            klant.patch(f"{pad}/subtype", json={"subtype": "NB"}),
            klant.post(f"{pad}/in-stopzetting", headers=vlo),
            klant.delete(f"{pad}/in-stopzetting", headers=vlo),
        )
    ]

    gebeurtenissen = klant.get(f"{pad}/historiek").json()["gebeurtenissen"][1:]

    assert statussen == [202, 202, 202, 202, 202, 202, 200, 202, 202, 202]
    assert [(g["gebeurtenis"], g["beschrijving"]) for g in gebeurtenissen] == [
        ("LidmaatschapWerdToegevoegd", "Lidmaatschap werd toegevoegd."),
        ("LidmaatschapWerdGewijzigd", "Lidmaatschap werd gewijzigd."),
        ("LidmaatschapWerdVerwijderd", "Lidmaatschap werd verwijderd."),
        ("VerenigingssubtypeWerdVerfijndNaarFeitelijkeVereniging", "Subtype werd verfijnd naar feitelijke vereniging."),
        ("VerenigingssubtypeWerdVerfijndNaarSubvereniging", "Subtype werd verfijnd naar subvereniging."),
        ("SubverenigingDetailsWerdenGewijzigd", "De details van het subtype werden gewijzigd."),
        ("VerenigingssubtypeWerdTerugGezetNaarNietBepaald", "Subtype werd teruggezet naar niet bepaald."),
        ("VerenigingWerdInStopzettingGeplaatst", "Vereniging werd in stopzetting geplaatst."),
        ("VerenigingWerdUitStopzettingGehaald", "Vereniging werd uit stopzetting gehaald."),
    ]
    assert gebeurtenissen[2]["data"] == {
        "lidmaatschapId": 1,
        "andereVereniging": groot,
        "van": "",
        "tot": "2020-01-01",
        "identificatie": "",
        "beschrijving": "",
    }
    assert gebeurtenissen[4]["data"] == {
        "vCode": "V0001001",
        "subverenigingVan": {
            "andereVereniging": "V0001003",
            "andereVerenigingNaam": "Koninklijke Harmonie De Eendracht",
            "identificatie": "",
            "beschrijving": "",
        },
    }
    assert gebeurtenissen[-1]["data"] == {}
