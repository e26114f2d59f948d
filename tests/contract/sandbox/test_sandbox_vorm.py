"""The exact shape of every answer: each key, its JSON-LD part, and what is written when a value is absent."""

from __future__ import annotations

import re
from typing import Any

from sandbox_klant import PAD, WANDELCLUB

GUID = re.compile(r":[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")
V2 = {"VR-Api-Version": "v2"}
DOELGROEP = {
    "@id": "doel:<guid>",
    "@type": "verenigingen_ext:Doelgroep",
    "minimumleeftijd": 16,
    "maximumleeftijd": 150,
}
SLEUTEL = {
    "@id": "identificatoren:<guid>",
    "@type": "adms:Identifier",
    "bron": "Vcode",
    "waarde": "V0001001",
    "codeerSysteem": "Vcode",
    "gestructureerdeIdentificator": {
        "@id": "ges:<guid>",
        "@type": "generiek:GestructureerdeIdentificator",
        "nummer": "V0001001",
    },
}
SPORT = {"@id": "act:<guid>", "@type": "skos:Concept", "code": "SPRT", "naam": "Sport"}
EVERGEM = {"@id": "wg:<guid>", "@type": "skos:Concept", "code": "BE23444019", "naam": "Evergem"}


def gemaskeerd(waarde: Any) -> Any:
    """Give *waarde* with each name-based GUID replaced: clients must treat those as opaque."""
    if isinstance(waarde, dict):
        return {sleutel: gemaskeerd(deel) for sleutel, deel in waarde.items()}
    if isinstance(waarde, list):
        return [gemaskeerd(deel) for deel in waarde]
    return GUID.sub(":<guid>", waarde) if isinstance(waarde, str) else waarde


def test_detail_to_the_letter(club):
    antwoord = club.get(f"{PAD}/V0001001", headers=V2)

    bereikbaar = {"e-mail": "", "telefoon": "", "mobiel": "", "socialMedia": ""}
    assert gemaskeerd(antwoord.json()) == {
        "@context": "http://testserver/publiek/v1/contexten/beheer/detail-vereniging-context.json",
        "vereniging": {
            "@type": "fei:FeitelijkeVerenigingen",
            "vCode": "V0001001",
            "corresponderendeVCodes": [],
            "verenigingstype": {"code": "VZER", "naam": "Vereniging zonder eigen rechtspersoonlijkheid"},
            "verenigingssubtype": {"code": "", "naam": ""},
            "naam": "Wandelclub De Molenstappers",
            "korteNaam": "Molenstappers",
            "korteBeschrijving": "Wekelijkse wandelingen rond Evergem",
            "startdatum": "2011-03-01",
            "einddatum": None,
            "doelgroep": DOELGROEP,
            "status": "Actief",
            "isUitgeschrevenUitPubliekeDatastroom": False,
            "hoofdactiviteitenVerenigingsloket": [SPORT],
            "werkingsgebieden": [EVERGEM],
            "contactgegevens": [
                {
                    "@id": "cont:<guid>",
                    "@type": "schema:ContactPoint",
                    "contactgegevenId": 1,
                    "contactgegeventype": "E-mail",
                    "waarde": "info@molenstappers.example.be",
                    "beschrijving": "Algemeen",
                    "isPrimair": True,
                    "bron": "Initiator",
                }
            ],
            "locaties": [
                {
                    "@id": "loc:<guid>",
                    "@type": "org:Site",
                    "locatieId": 1,
                    "locatietype": "Correspondentie",
                    "isPrimair": True,
                    "naam": "",
                    "adres": {
                        "@id": "adressen:<guid>",
                        "@type": "locn:Address",
                        "straatnaam": "Hoekje",
                        "huisnummer": "12",
                        "busnummer": "A",
                        "postcode": "9940",
                        "gemeente": "Evergem",
                        "land": "België",
                    },
                    "adresvoorstelling": "Hoekje 12 bus A, 9940 Evergem, België",
                    "adresId": None,
                    "verwijstNaar": None,
                    "bron": "Initiator",
                },
                {
                    "@id": "loc:<guid>",
                    "@type": "org:Site",
                    "locatieId": 2,
                    "locatietype": "Activiteiten",
                    "isPrimair": False,
                    "naam": "Vertrekpunt",
                    "adres": {
                        "@id": "adressen:<guid>",
                        "@type": "locn:Address",
                        "straatnaam": "Dorp",
                        "huisnummer": "1",
                        "busnummer": "",
                        "postcode": "9940",
                        "gemeente": "Evergem",
                        "land": "België",
                    },
                    "adresvoorstelling": "Dorp 1, 9940 Evergem, België",
                    "adresId": {"broncode": "AR", "bronwaarde": "https://data.vlaanderen.be/id/adres/3706808"},
                    "verwijstNaar": {"@id": "adressenregister:3706808", "@type": "geregistreerdAdres"},
                    "bron": "Initiator",
                },
            ],
            "vertegenwoordigers": [
                {
                    "@id": "person:<guid>",
                    "@type": "person:Person",
                    "vertegenwoordigerId": 1,
                    "insz": "70010100188",
                    "voornaam": "An",
                    "achternaam": "Peeters",
                    "roepnaam": "",
                    "rol": "Voorzitter",
                    "isPrimair": True,
                    **bereikbaar,
                    "vertegenwoordigerContactgegevens": {
                        "@id": "cont:<guid>",
                        "@type": "schema:ContactPoint",
                        "isPrimair": True,
                        **bereikbaar,
                    },
                    "bron": "Initiator",
                }
            ],
            "sleutels": [SLEUTEL],
            "relaties": [],
            "lidmaatschappen": [],
            "bron": "Initiator",
            "isDubbelVan": "",
            "bankrekeningnummers": [
                {
                    "@id": "bank:<guid>",
                    "@type": "schema:BankAccount",
                    "bankrekeningnummerId": 1,
                    "iban": "BE68 5390 0754 7034",
                    "doel": "",
                    "titularissen": ["De Molenstappers"],
                    "bevestigdDoor": [],
                    "bron": "Initiator",
                }
            ],
            "erkenningen": [],
            "inStopzetting": False,
        },
        "metadata": {"datumLaatsteAanpassing": "2026-02-14"},
    }
    assert antwoord.headers["Content-Type"] == "application/json"


def test_detail_of_version_1_has_the_old_type_and_no_subtype(club):
    v1, v2 = club.detail("V0001001"), club.detail("V0001001", **V2)

    assert v1 == {sleutel: deel for sleutel, deel in v2.items() if sleutel != "verenigingssubtype"} | {
        "verenigingstype": {"code": "FV", "naam": "Feitelijke vereniging"}
    }


def test_search_to_the_letter(club):
    hit = {
        "@type": "fei:FeitelijkeVerenigingen",
        "vCode": "V0001001",
        "corresponderendeVCodes": [],
        "verenigingstype": {"code": "FV", "naam": "Feitelijke vereniging"},
        "naam": "Wandelclub De Molenstappers",
        "korteNaam": "Molenstappers",
        "status": "Actief",
        "startdatum": "2011-03-01",
        "einddatum": None,
        "doelgroep": DOELGROEP,
        "hoofdactiviteitenVerenigingsloket": [SPORT],
        "werkingsgebieden": [EVERGEM],
        "locaties": [
            {
                "@id": "loc:<guid>",
                "@type": "org:Site",
                "locatietype": "Correspondentie",
                "isPrimair": True,
                "adresvoorstelling": "Hoekje 12 bus A, 9940 Evergem, België",
                "naam": "",
                "postcode": "9940",
                "gemeente": "Evergem",
            },
            {
                "@id": "loc:<guid>",
                "@type": "org:Site",
                "locatietype": "Activiteiten",
                "isPrimair": False,
                "adresvoorstelling": "Dorp 1, 9940 Evergem, België",
                "naam": "Vertrekpunt",
                "postcode": "9940",
                "gemeente": "Evergem",
            },
        ],
        "sleutels": [SLEUTEL],
        "links": {"detail": "http://testserver/v1/verenigingen/V0001001"},
        "lidmaatschappen": [],
        "isErkend": False,
        "inStopzetting": False,
    }

    assert gemaskeerd(club.get(f"{PAD}/zoeken").json()) == {
        "@context": "http://testserver/publiek/v1/contexten/beheer/zoek-verenigingen-context.json",
        "verenigingen": [hit],
        "metadata": {"pagination": {"totalCount": 1, "offset": 0, "limit": 50}},
    }
    publiek = gemaskeerd(club.get("/publiek/v1/verenigingen/zoeken", params={"q": "wandel*"}).json())
    assert publiek["facets"] == {
        "hoofdactiviteitenVerenigingsloket": [
            {
                "code": "SPRT",
                "aantal": 1,
                "query": "http://testserver/publiek/v1/verenigingen/zoeken?q=wandel*"
                "&facets.hoofdactiviteitenVerenigingsloket=SPRT",
            }
        ]
    }
    assert publiek["verenigingen"] == [
        hit
        | {
            "links": {"detail": "http://testserver/publiek/v1/verenigingen/V0001001"},
            "korteBeschrijving": "Wekelijkse wandelingen rond Evergem",
            "relaties": [],
        }
    ]


def test_facets_count_per_code_whatever_is_filtered_on(klant):
    klant.nieuwe(naam="A", hoofdactiviteitenVerenigingsloket=["SPRT", "JGDW"])
    klant.nieuwe(naam="B", hoofdactiviteitenVerenigingsloket=["JGDW"])

    antwoord = klant.get(
        "/publiek/v1/verenigingen/zoeken", params={"facets.hoofdactiviteitenVerenigingsloket": "sprt, sprt"}
    ).json()

    facetten = antwoord["facets"]["hoofdactiviteitenVerenigingsloket"]
    assert [(f["code"], f["aantal"]) for f in facetten] == [("JGDW", 2), ("SPRT", 1)]
    assert [f["query"].rpartition("=")[2] for f in facetten] == ["SPRT,JGDW", "SPRT"]
    assert [hit["naam"] for hit in antwoord["verenigingen"]] == ["A"]


def test_kbo_association_has_two_keys_a_roepnaam_and_no_subtype(klant):
    klant.registreer({"kboNummer": "0220923141"}, "kbo")

    for versie in ({}, V2):
        detail = klant.detail("V0001001", **versie)
        hit = klant.get(f"{PAD}/zoeken", headers=versie).json()["verenigingen"][0]
        for getoond in (detail, hit):
            assert getoond["@type"] == "regorg:RegisteredOrganization"
            assert getoond["verenigingstype"] == {"code": "VZW", "naam": "Vereniging zonder winstoogmerk"}
            assert getoond["roepnaam"] == ""
            assert "verenigingssubtype" not in getoond
            assert [(s["bron"], s["waarde"], s["codeerSysteem"]) for s in getoond["sleutels"]] == [
                ("Vcode", "V0001001", "Vcode"),
                ("KBO", "0220923141", "KBO nummer"),
            ]
    assert {
        deel["bron"] for lijst in ("contactgegevens", "locaties", "vertegenwoordigers") for deel in detail[lijst]
    } == {"KBO"}


def test_membership_in_detail_and_search(klant):
    lid, groot = klant.nieuwe(naam="Lid"), klant.nieuwe(naam="Groot")
    body = {"andereVereniging": groot, "van": "2020-01-01", "identificatie": "0012"}
    klant.post(f"{PAD}/{lid}/lidmaatschappen", json=body)

    detail = gemaskeerd(klant.detail(lid)["lidmaatschappen"])
    hit = gemaskeerd(klant.get(f"{PAD}/zoeken", params={"q": f"vCode:{lid}"}).json()["verenigingen"][0])

    kern = {
        "@id": "lid:<guid>",
        "@type": "org:Membership",
        "andereVereniging": groot,
        "van": "2020-01-01",
        "tot": "",
        "identificatie": "0012",
        "beschrijving": "",
    }
    assert detail == [kern | {"lidmaatschapId": 1, "naam": "Groot"}]
    assert hit["lidmaatschappen"] == [kern]


def test_subvereniging_in_detail(klant):
    sub = klant.nieuwe(naam="Sub")
    klant.registreer({"kboNummer": "0220923141"}, "kbo")
    body = {"subtype": "SUB", "andereVereniging": "V0001002", "identificatie": "7", "beschrijving": "b"}

    klant.patch(f"{PAD}/{sub}/subtype", json=body)
    v2 = klant.detail(sub, **V2)
    klant.patch(f"{PAD}/{sub}/subtype", json={"subtype": "NB"})

    assert v2["verenigingssubtype"] == {"code": "SUB", "naam": "Subvereniging"}
    assert v2["subverenigingVan"] == {
        "andereVereniging": "V0001002",
        "naam": "Koninklijke Harmonie De Eendracht",
        "identificatie": "7",
        "beschrijving": "b",
    }
    assert not {"verenigingssubtype", "subverenigingVan"} & set(klant.detail(sub))
    assert klant.detail(sub, **V2)["verenigingssubtype"] == {"code": "NB", "naam": "Niet bepaald"}


def test_ids_of_equal_content_are_equal_and_of_others_differ(klant):
    een, twee = klant.nieuwe(**WANDELCLUB), klant.nieuwe(**WANDELCLUB | {"naam": "Iets anders", "locaties": []})

    details = [klant.detail(vcode) for vcode in (een, twee, een)]

    assert details[0] == details[2]
    # The code alone makes the identifier of an activity, the vCode that of a target group.
    activiteiten = [detail["hoofdactiviteitenVerenigingsloket"][0]["@id"] for detail in details]
    assert activiteiten[0] == activiteiten[1]
    assert details[0]["doelgroep"]["@id"] != details[1]["doelgroep"]["@id"]


def test_problem_documents_to_the_letter(klant):
    vcode = klant.nieuwe()
    domein = klant.registreer({"naam": "a", "hoofdactiviteitenVerenigingsloket": ["XXXX"]})
    validatie = klant.registreer({"naam": "", "locaties": [{"locatietype": "Activiteiten", "adres": {"land": "<b>"}}]})
    versie = klant.patch(f"{PAD}/{vcode}", json={"naam": "b"}, headers={"If-Match": 'W/"1"'})

    def zonder_instance(antwoord: Any) -> Any:
        probleem = antwoord.json()
        assert re.fullmatch(r"http://testserver/v1/foutmeldingen/[0-9a-f]{32}", probleem.pop("instance"))
        assert antwoord.headers["Content-Type"] == "application/problem+json"
        return probleem

    titel = "Er heeft zich een fout voorgedaan!"
    assert zonder_instance(domein) == {
        "type": "urn:associationregistry.admin.api:domain",
        "title": titel,
        "detail": 'De opgegeven hoofdactiviteit is niet gekend: "XXXX"',
        "status": 400,
    }
    verplicht = {
        f"locaties[0].Adres.{naam}": [{"code": "NotNullValidator", "reason": f"'{naam.lower()}' is verplicht."}]
        for naam in ("Straatnaam", "Huisnummer", "Gemeente", "Postcode")
    }
    assert zonder_instance(validatie) == {
        "type": "urn:associationregistry.admin.api:validation",
        "title": titel,
        "detail": "Validatie mislukt!",
        "status": 400,
        "validationErrors": {
            "naam": [{"code": "NotEmptyValidator", "reason": "'Naam' mag niet leeg zijn."}],
            "locaties[0].Adres.Land": [{"code": "400", "reason": "Deze waarde bevat niet toegestane tekens."}],
            **verplicht,
        },
    }
    assert zonder_instance(versie)["status"] == 412


def test_409_to_the_letter(club):
    antwoord = club.registreer({"naam": "De Molenstappers", "locaties": WANDELCLUB["locaties"]})

    inhoud = antwoord.json()
    assert (antwoord.status_code, antwoord.headers["Content-Type"]) == (409, "application/json")
    assert not {"etag", "vr-sequence", "location"} & set(antwoord.headers)
    assert re.fullmatch(r"([0-9A-F]{2}-){15}[0-9A-F]{2}", inhoud.pop("bevestigingsToken"))
    dubbel = inhoud["mogelijkeDuplicateVerenigingen"][0]
    assert list(inhoud) == ["mogelijkeDuplicateVerenigingen"]
    assert list(dubbel) == [
        "vCode",
        "verenigingstype",
        "verenigingssubtype",
        "naam",
        "korteNaam",
        "hoofdactiviteitenVerenigingsloket",
        "locaties",
        "links",
    ]
    assert dubbel["hoofdactiviteitenVerenigingsloket"] == [{"code": "SPRT", "naam": "Sport"}]


def test_every_answer_echoes_the_correlation_id_and_forbids_caching(club):
    antwoorden = [
        club.get(f"{PAD}/V0001001"),
        club.get(f"{PAD}/V0009999"),
        club.registreer({}),
        club.patch(f"{PAD}/V0001001", json={"naam": "Wandelclub De Molenstappers"}),
    ]

    assert [a.status_code for a in antwoorden] == [200, 404, 400, 200]
    for antwoord in antwoorden:
        assert antwoord.headers["X-Correlation-Id"] == club.headers["X-Correlation-Id"]
        assert antwoord.headers["Cache-Control"] == "no-store, no-cache, must-revalidate"
