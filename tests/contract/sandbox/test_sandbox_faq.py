"""Every example of the register's FAQ, in its order, retyped as calls through MAGDA; or what changed since."""

from __future__ import annotations

from typing import Any

import pytest
from sandbox_klant import Klant, adres, locatie, redenen_van

from analytics.sandbox.vullen import vul

MAGDA = "/api/v1/organisaties/verenigingen/verenigingen"
PURI = "https://data.vlaanderen.be/id/adres/3706808"


def test_vcode_is_what_follows_the_last_slash_of_location(klant):
    location = klant.post(f"{MAGDA}/feitelijkeverenigingen", json={"naam": "De Zwaluw"}).headers["Location"]

    assert location.rpartition("/")[2] == location[-8:] == "V0001001"
    # The whole URL is that of the detail.
    assert klant.get(location).json()["vereniging"]["vCode"] == "V0001001"


@pytest.mark.parametrize("lijst", ["hoofdactiviteitenVerenigingsloket", "werkingsgebieden"])
def test_code_lists_need_no_credentials(lijst):
    klant = Klant(is_open=False)
    klant.headers.clear()

    antwoord = klant.get(f"/publiek/v1/{lijst}")

    assert (antwoord.status_code, antwoord.headers["Content-Type"]) == (200, "application/ld+json")
    assert all(set(code) == {"code", "naam"} for code in antwoord.json()[lijst])


@pytest.fixture(scope="module")
def gevuld() -> Klant:
    klant = Klant()
    waterhoek = locatie("9000", "Gent", adres=adres("9000", "Gent", straatnaam="Waterhoek", huisnummer="43"))
    vul(
        klant.register_app,
        [
            {"naam": "Vereniging van zoekers", "locaties": [waterhoek]},
            {"naam": "Zoekvereniging", "doelgroep": {"minimumleeftijd": 18}},
            {"naam": "voetbalclub de sjotters"},
            {"kboNummer": "0220923141"},
        ],
    )
    return klant


@pytest.mark.parametrize(
    ("q", "gevonden"),
    [
        ("*", "4321"),
        # "vereniging" is also a word in the name of the type that every VZER and VZW carries.
        ("vereniging", "4321"),
        ("sjotters", "3"),
        ("naam:vereniging", "1"),
        ("naam:*bal*", "3"),
        ("doelgroep.minimumleeftijd:<=16", "431"),
        ("naam:vereniging AND locaties.postcode:9000", "1"),
        ("naam:vereniging OR naam:*bal*", "31"),
        ("(naam:vereniging OR naam:*bal*) AND locaties.postcode:9000", "1"),
        ('locaties.adresvoorstelling:"Waterhoek 43"', "41"),
        ("locaties.adresvoorstelling:water*", "41"),
        ("sleutels.waarde:0220923141", "4"),
    ],
)
def test_search_example(gevuld, q, gevonden):
    antwoord = gevuld.get(f"{MAGDA}/zoeken", params={"q": q}).json()

    assert [hit["vCode"][-1] for hit in antwoord["verenigingen"]] == list(gevonden)


def test_space_in_a_query_is_url_encoded(gevuld):
    antwoord = gevuld.get(f"{MAGDA}/zoeken?q=locaties.adresvoorstelling:%22Waterhoek%2043%22").json()

    assert antwoord["metadata"]["pagination"]["totalCount"] == 2


def _historiek(klant: Klant, vcode: str) -> list[str]:
    gebeurtenissen = klant.get(f"{MAGDA}/{vcode}/historiek").json()["gebeurtenissen"]
    return [g["gebeurtenis"] for g in gebeurtenissen][1:]


def test_patch_of_korte_naam_alone(klant):
    vcode = klant.nieuwe(korteNaam="DZ", korteBeschrijving="Blijft", hoofdactiviteitenVerenigingsloket=["SPRT"])
    voor = klant.detail(vcode)

    def wijzig(waarde: str | None) -> tuple[int, str]:
        # Null counts as not given, and a request that gives nothing is refused.
        status = klant.patch(f"{MAGDA}/{vcode}", json={"korteNaam": waarde, "naam": "De Zwaluw"}).status_code
        return status, klant.detail(vcode)["korteNaam"]

    assert [wijzig(waarde) for waarde in ("VR", None, "VR", "")] == [(202, "VR"), (200, "VR"), (200, "VR"), (202, "")]
    assert klant.detail(vcode) == voor | {"korteNaam": ""}
    # An equal value leaves no trace.
    assert _historiek(klant, vcode) == ["KorteNaamWerdGewijzigd", "KorteNaamWerdGewijzigd"]


def test_field_is_emptied_by_an_empty_value(klant):
    vcode = klant.nieuwe(
        korteBeschrijving="x",
        startdatum="2020-01-01",
        werkingsgebieden=["BE23"],
        isUitgeschrevenUitPubliekeDatastroom=True,
        doelgroep={"minimumleeftijd": 6, "maximumleeftijd": 12},
    )

    leeg = {
        "korteBeschrijving": "",
        "startdatum": "",
        "werkingsgebieden": [],
        "isUitgeschrevenUitPubliekeDatastroom": False,
        "doelgroep": {},
    }
    status = klant.patch(f"{MAGDA}/{vcode}", json=leeg).status_code

    detail = klant.detail(vcode)
    assert status == 202
    assert (detail["korteBeschrijving"], detail["startdatum"], detail["werkingsgebieden"]) == ("", None, [])
    assert (detail["doelgroep"]["minimumleeftijd"], detail["doelgroep"]["maximumleeftijd"]) == (0, 150)
    assert detail["isUitgeschrevenUitPubliekeDatastroom"] is False


def test_last_activity_cannot_be_emptied_since_august_2024(klant):
    vcode = klant.nieuwe(hoofdactiviteitenVerenigingsloket=["SPRT"])

    assert redenen_van(klant.patch(f"{MAGDA}/{vcode}", json={"hoofdactiviteitenVerenigingsloket": []})) == [
        "De vereniging moet minstens 1 hoofdactiviteit hebben. Je kan de laatste hoofdactiviteit niet verwijderen."
    ]


def test_array_is_replaced_whole(klant):
    vcode = klant.nieuwe(hoofdactiviteitenVerenigingsloket=["SPRT", "JGDW"])

    klant.patch(f"{MAGDA}/{vcode}", json={"hoofdactiviteitenVerenigingsloket": ["HOSP", "SPRT"]})

    assert [a["code"] for a in klant.detail(vcode)["hoofdactiviteitenVerenigingsloket"]] == ["HOSP", "SPRT"]


def test_write_then_read_with_the_expected_sequence(maak_klant):
    tijd = [0.0]
    klant = maak_klant(vertraging_ms=800, tik=lambda: tijd[0])
    vcode = klant.nieuwe(naam="Oude naam")

    geschreven = klant.patch(f"{MAGDA}/{vcode}", json={"naam": "Nieuwe naam"})
    sequence = geschreven.headers["VR-Sequence"]
    te_vroeg = klant.get(f"{MAGDA}/{vcode}", params={"expectedSequence": sequence})
    zonder = klant.get(f"{MAGDA}/{vcode}")
    tijd[0] = 1.0
    daarna = klant.get(f"{MAGDA}/{vcode}", params={"expectedSequence": sequence})

    assert (geschreven.status_code, te_vroeg.status_code, daarna.status_code) == (202, 412, 200)
    # Without the parameter a read gives what the projection knows at that moment.
    assert zonder.json()["vereniging"]["naam"] == "Oude naam"
    assert daarna.json()["vereniging"]["naam"] == "Nieuwe naam"


def test_two_managers_at_once(klant):
    vcode = klant.nieuwe()
    t1 = klant.get(f"{MAGDA}/{vcode}").headers["ETag"]
    t2 = klant.get(f"{MAGDA}/{vcode}").headers["ETag"]

    t3 = klant.patch(f"{MAGDA}/{vcode}", json={"naam": "Eerste"}, headers={"If-Match": t1})
    t4 = klant.patch(f"{MAGDA}/{vcode}", json={"naam": "Tweede"}, headers={"If-Match": t2})
    ketting = klant.patch(f"{MAGDA}/{vcode}", json={"naam": "Derde"}, headers={"If-Match": t3.headers["ETag"]})
    zonder = klant.patch(f"{MAGDA}/{vcode}", json={"naam": "Overschreven"})

    versies = [int(etag[3:-1]) for etag in (t1, t2, t3.headers["ETag"])]
    assert versies == [versies[0], versies[0], versies[0] + 1]
    assert [a.status_code for a in (t3, t4, ketting, zonder)] == [202, 412, 202, 202]
    assert klant.detail(vcode)["naam"] == "Overschreven"


def test_nothing_to_change_answers_200_without_version(klant):
    vcode = klant.nieuwe(korteNaam="DZ")
    nieuw = klant.post(f"{MAGDA}/kbo", json={"kboNummer": "0220.923.141"})

    zelfde = klant.patch(f"{MAGDA}/{vcode}", json={"naam": "De Zwaluw", "korteNaam": "DZ"})
    bekend = klant.post(f"{MAGDA}/kbo", json={"kboNummer": "0220.923.141"})

    assert (nieuw.status_code, zelfde.status_code, bekend.status_code) == (202, 200, 200)
    assert bekend.headers["Location"] == nieuw.headers["Location"]
    assert not {"etag", "vr-sequence"} & {*zelfde.headers, *bekend.headers}
    # Whoever needs them asks for the detail.
    assert klant.get(f"{MAGDA}/{vcode}").headers["ETag"] == 'W/"2"'


@pytest.mark.parametrize("onderdeel", ["straatnaam", "huisnummer", "postcode", "gemeente", "land"])
def test_address_in_parts_demands_five_of_them(klant, onderdeel):
    delen = adres()
    del delen[onderdeel]

    antwoord = klant.registreer({"naam": "a", "locaties": [locatie(adres=delen)]})

    assert antwoord.json()["validationErrors"] == {
        f"locaties[0].Adres.{onderdeel.capitalize()}": [
            {"code": "NotNullValidator", "reason": f"'{onderdeel}' is verplicht."}
        ]
    }


def test_address_by_identifier_brings_its_parts_along(klant):
    adres_id = {"broncode": "AR", "bronwaarde": PURI}

    vcode = klant.nieuwe(locaties=[{"locatietype": "Activiteiten", "adresId": adres_id}])
    ander = klant.registreer(
        {"naam": "a", "locaties": [{"locatietype": "Activiteiten", "adresId": adres_id | {"broncode": "KBO"}}]}
    )

    # Planned in the FAQ, done today: the parts are fetched while the request waits.
    assert klant.detail(vcode)["locaties"][0]["adresvoorstelling"] == "Dorp 1, 9940 Evergem, België"
    assert redenen_van(ander) == ["De broncode voor dit adres is niet gekend."]


def test_address_in_parts_and_by_identifier_exclude_each_other_since_july_2024(klant):
    beide = locatie(adresId={"broncode": "AR", "bronwaarde": PURI})

    assert redenen_van(klant.registreer({"naam": "a", "locaties": [beide]})) == [
        "'Locatie' moet of een adres of een adresId bevatten."
    ]


def test_address_in_parts_is_matched_afterwards(klant):
    vcode = klant.nieuwe(locaties=[locatie(adres=adres(straatnaam="dorp"))])

    # Planned in the FAQ, done today.
    assert klant.detail(vcode)["locaties"][0]["adresId"] == {"broncode": "AR", "bronwaarde": PURI}


@pytest.mark.parametrize(
    ("doelgroep", "grenzen"),
    [({"minimumleeftijd": 8}, (8, 150)), ({"maximumleeftijd": 8}, (0, 8)), ({}, (0, 150)), (None, (6, 12))],
)
def test_doelgroep_that_is_given_is_given_whole(klant, doelgroep, grenzen):
    vcode = klant.nieuwe(doelgroep={"minimumleeftijd": 6, "maximumleeftijd": 12})

    klant.patch(f"{MAGDA}/{vcode}", json={"doelgroep": doelgroep, "korteNaam": "x"})

    getoond = klant.detail(vcode)["doelgroep"]
    assert (getoond["minimumleeftijd"], getoond["maximumleeftijd"]) == grenzen


def test_basisgegevens_are_changed_and_parts_are_added_changed_and_removed(klant):
    vcode = klant.nieuwe()
    pad = f"{MAGDA}/{vcode}"

    for korte_naam in ("gevuld", "anders", ""):
        klant.patch(pad, json={"korteNaam": korte_naam})
    klant.post(f"{pad}/contactgegevens", json={"contactgegeven": {"contactgegeventype": "Telefoon", "waarde": "09"}})
    klant.patch(f"{pad}/contactgegevens/1", json={"contactgegeven": {"waarde": "02"}})
    klant.delete(f"{pad}/contactgegevens/1")

    assert _historiek(klant, vcode) == [
        *["KorteNaamWerdGewijzigd"] * 3,
        "ContactgegevenWerdToegevoegd",
        "ContactgegevenWerdGewijzigd",
        "ContactgegevenWerdVerwijderd",
    ]


def _html_in(veld: str) -> dict[str, Any]:
    html = "<script>alert(1)</script>"
    if veld in ("straatnaam", "gemeente"):
        return {"locaties": [locatie(adres=adres(**{veld: html}))]}
    return {veld: html}


@pytest.mark.parametrize("veld", ["naam", "korteNaam", "korteBeschrijving", "straatnaam", "gemeente"])
def test_html_is_refused(klant, veld):
    antwoord = klant.post(f"{MAGDA}/feitelijkeverenigingen", json={"naam": "De Zwaluw"} | _html_in(veld))

    assert redenen_van(antwoord) == ["Deze waarde bevat niet toegestane tekens."]


def test_sort_examples(klant):
    namen = ("ZZZ", " AAA", "é.b.c", "EBD", "ebb")
    vul(klant.register_app, [{"naam": naam} for naam in namen])

    def gesorteerd(sort: str | None) -> list[str]:
        hits = klant.get(f"{MAGDA}/zoeken", params={"sort": sort} if sort else {}).json()["verenigingen"]
        return [hit["naam"] for hit in hits]

    # Capitals, accents, dots and leading spaces make no difference.
    assert gesorteerd("naam") == [" AAA", "ebb", "é.b.c", "EBD", "ZZZ"]
    assert gesorteerd("-naam") == ["ZZZ", "EBD", "é.b.c", "ebb", " AAA"]
    assert gesorteerd("verenigingstype.code, naam") == gesorteerd("naam")
    # Ties are settled by descending vCode, which is also the order by default.
    assert gesorteerd(None) == gesorteerd("-vCode") == list(reversed(namen))
    assert gesorteerd("verenigingstype.code") == gesorteerd("verenigingstype.code,-vCode") == list(reversed(namen))
    assert gesorteerd("vCode") == list(namen)


@pytest.mark.parametrize(
    "veld",
    [
        *("vCode", "naam", "korteNaam", "roepnaam", "status", "verenigingstype.code", "verenigingstype.naam"),
        *("doelgroep.minimumleeftijd", "doelgroep.maximumleeftijd"),
    ],
)
def test_sort_field_of_the_list_goes_both_ways(gevuld, veld):
    for sort in (veld, f"-{veld}"):
        antwoord = gevuld.get(f"{MAGDA}/zoeken", params={"sort": sort})
        assert (antwoord.status_code, len(antwoord.json()["verenigingen"])) == (200, 4)


def test_only_naam_and_only_kbo_nummer_are_required(klant):
    assert klant.post(f"{MAGDA}/feitelijkeverenigingen", json={"naam": "De Zwaluw"}).status_code == 202
    assert klant.post(f"{MAGDA}/kbo", json={"kboNummer": "0220923141"}).status_code == 202
    assert redenen_van(klant.post(f"{MAGDA}/feitelijkeverenigingen", json={})) == ["'Naam' is verplicht."]
    assert redenen_van(klant.post(f"{MAGDA}/kbo", json={})) == ["'KboNummer' is verplicht."]


def test_feitelijke_vereniging_is_stored_as_vzer_since_2025(klant):
    vcode = klant.post(f"{MAGDA}/feitelijkeverenigingen", json={"naam": "De Zwaluw"}).headers["Location"][-8:]

    assert klant.detail(vcode)["verenigingstype"]["code"] == "FV"
    assert klant.detail(vcode, **{"VR-Api-Version": "v2"})["verenigingstype"]["code"] == "VZER"
