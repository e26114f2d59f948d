"""Search: query syntax, sorting, paging and refusals."""

from __future__ import annotations

import pytest

from analytics.sandbox.vullen import vul

KAPOT = "Deze zoekopdracht kon niet uitgevoerd worden. Controleer alle parameters en probeer opnieuw."


@pytest.fixture
def gevuld(klant, bouw):
    gent = bouw.locatie("9000", "Gent", adres=bouw.adres("9000", "Gent", straatnaam="Waterhoek", huisnummer="43"))
    vul(
        klant.register_app,
        [
            {"naam": "Vereniging van zoekers", "locaties": [bouw.locatie()], "startdatum": "2020-05-01"},
            {"naam": "Zoekvereniging", "locaties": [gent], "doelgroep": {"minimumleeftijd": 18}},
            {"naam": "voetbalclub de sjotters", "locaties": [gent], "hoofdactiviteitenVerenigingsloket": ["SPRT"]},
            {"kboNummer": "0220923141"},
            {"naam": " 't Élan a.b.c. Sint-Jan", "werkingsgebieden": ["BE21"], "korteBeschrijving": "verborgen"},
        ],
    )
    return klant


@pytest.mark.parametrize(
    ("q", "gevonden"),
    [
        ("*", "54321"),
        ("naam:vereniging", "1"),
        ("naam:VERENIGING", "1"),
        ("naam:*bal*", "3"),
        ("naam:zoek*", "21"),
        ("naam:?oekers", "1"),
        ("doelgroep.minimumleeftijd:<=16", "5431"),
        ("doelgroep.minimumleeftijd:[17 TO 20]", "2"),
        ("doelgroep.minimumleeftijd:{18 TO 20]", ""),
        ("naam:vereniging AND locaties.postcode:9000", ""),
        ("naam:sjotters AND locaties.postcode:9000", "3"),
        ("(naam:zoekvereniging OR naam:sjotters) AND locaties.gemeente:gent", "32"),
        ('locaties.adresvoorstelling:"Waterhoek 43"', "432"),
        ('locaties.adresvoorstelling:"43 Waterhoek"', ""),
        ("sleutels.waarde:0220923141", "4"),
        ("NOT locaties.postcode:9000", "51"),
        ("locaties.postcode:9000 AND NOT naam:zoekvereniging", "43"),
        # As in Lucene: AND makes both neighbours required, whatever stands before.
        ("naam:zoekvereniging OR naam:sjotters AND locaties.postcode:9000", "3"),
        ("+naam:vereniging naam:sjotters", "1"),
        ("naam:sjotters naam:zoekers", "31"),
        ("naam:sjoters~", "3"),
        ("naam:elan", "5"),
        ("naam:sint-jan", "5"),
        ("naam:'t", "5"),
        ("naam:abc", "5"),
        ("naam:de", ""),
        ("naam:de AND naam:sjotters", "3"),
        ("startdatum:2020", "1"),
        ("startdatum:>=2020-05-02", ""),
        ("status:Actief", "54321"),
        ("status:actief", ""),
        ("verenigingstype.code:FV", "5321"),
        ("verenigingstype.code:vzer", "5321"),
        ("verenigingstype.code:VZW", "4"),
        ("hoofdactiviteitenVerenigingsloket.code:sprt", "3"),
        ("geotags.identificatie:2000", "5"),
        ("geotags.identificatie:BE23", "321"),
        ("_exists_:startdatum", "41"),
        ("vCode:v0001002", "2"),
        ("vcode:V0001002", ""),
        ("onbekend:x", ""),
        ("korteBeschrijving:verborgen", ""),
        ("verborgen", ""),
        ("isErkend:false", "54321"),
        ("inStopzetting:true", ""),
        ("naam:*", "54321"),
        ('naam:"van zoekers"', "1"),
        # A stop word leaves its place empty: the neighbours do not touch.
        ('naam:"vereniging zoekers"', ""),
        ('naam:"vereniging zoekers"~1', "1"),
        ("naam:(sjotters OR zoekvereniging)", "32"),
        ("naam:/.*bal.*/", "3"),
        ("naam:sint\\-jan", "5"),
        ("sleutels.codeerSysteem:kbo", "4"),
        ("locaties.postcode:[9000 TO 9900]", "432"),
        ("doelgroep.minimumleeftijd:>17 AND doelgroep.maximumleeftijd:150", "2"),
        ("startdatum:[* TO 2000-01-01]", "4"),
        ("naam:sjotters && locaties.postcode:9000", "3"),
    ],
)
def test_query(gevuld, q, gevonden):
    assert gevuld.vindt(q) == [f"V000100{teken}" for teken in gevonden]


@pytest.mark.parametrize(
    "q",
    [
        *('"', "(a", "AND", "a AND", "naam:", "a:b:c", "startdatum:abc", "doelgroep.minimumleeftijd:a*"),
        *("isErkend:ja", "inStopzetting:t*", "isDubbel:true~"),
    ],
)
def test_broken_query_is_refused(gevuld, q):
    antwoord = gevuld.get("/v1/verenigingen/zoeken", params={"q": q})

    assert (antwoord.status_code, antwoord.json()["detail"]) == (400, KAPOT)


@pytest.mark.parametrize(
    ("sort", "volgorde"),
    [
        ("vCode", "12345"),
        ("naam", "54132"),
        ("-naam", "23145"),
        ("verenigingstype.code, naam", "51324"),
        ("-doelgroep.minimumleeftijd", "25431"),
        ("startdatum", "41532"),
        ("sleutels.waarde.keyword", "41235"),
    ],
)
def test_sort(gevuld, sort, volgorde):
    assert gevuld.vindt("*", sort=sort) == [f"V000100{teken}" for teken in volgorde]


@pytest.mark.parametrize(
    ("sort", "detail"),
    [
        (
            "naam,-foo,bar",
            "Deze zoekopdracht bevat onbekende sorteervelden en kon niet uitgevoerd worden. Onbekende velden: foo",
        ),
        (
            "Naam",
            "Deze zoekopdracht bevat onbekende sorteervelden en kon niet uitgevoerd worden. Onbekende velden: Naam",
        ),
        ("sleutels.waarde", KAPOT),
    ],
)
def test_field_that_cannot_sort_is_refused(gevuld, sort, detail):
    antwoord = gevuld.get("/v1/verenigingen/zoeken", params={"sort": sort})

    assert (antwoord.status_code, antwoord.json()["detail"]) == (400, detail)


def test_empty_korte_naam_sorts_as_a_value_and_a_missing_date_goes_last(klant):
    for velden in ({"korteNaam": "b", "startdatum": "2020-01-01"}, {}, {"korteNaam": "a", "startdatum": "2021-01-01"}):
        klant.nieuwe(**velden)

    def volgorde(sort: str) -> str:
        return "".join(vcode[-1] for vcode in klant.vindt("*", sort=sort))

    assert (volgorde("korteNaam"), volgorde("-korteNaam")) == ("231", "132")
    assert (volgorde("startdatum"), volgorde("-startdatum")) == ("132", "312")


def test_pages(gevuld):
    antwoord = gevuld.get("/v1/verenigingen/zoeken", params={"limit": 2, "offset": 2}).json()

    assert [hit["vCode"] for hit in antwoord["verenigingen"]] == ["V0001003", "V0001002"]
    assert antwoord["metadata"] == {"pagination": {"totalCount": 5, "offset": 2, "limit": 2}}


def test_window_of_1000(gevuld):
    fouten = gevuld.get("/v1/verenigingen/zoeken", params={"limit": 1000, "offset": 1}).json()["validationErrors"]

    assert fouten[""][0]["reason"] == "'Limit' en 'Offset' mogen samen niet groter dan 1000 zijn."
    assert gevuld.get("/v1/verenigingen/zoeken", params={"limit": -1}).json()["detail"] == KAPOT


def test_changed_association_is_found_by_its_new_name_only(gevuld):
    gevuld.patch("/v1/verenigingen/V0001003", json={"naam": "Handbal"})

    assert (gevuld.vindt("naam:sjotters"), gevuld.vindt("naam:handbal")) == ([], ["V0001003"])


def test_public_search_needs_no_headers_and_hides(gevuld):
    gevuld.patch("/v1/verenigingen/V0001001", json={"isUitgeschrevenUitPubliekeDatastroom": True})
    gevuld.post("/v1/verenigingen/V0001002/stop", json={"einddatum": "2026-01-01"})
    gevuld.headers.clear()

    antwoord = gevuld.get("/publiek/v1/verenigingen/zoeken", params={"q": "*"})
    gefilterd = gevuld.get(
        "/publiek/v1/verenigingen/zoeken", params={"facets.hoofdactiviteitenVerenigingsloket": "sprt"}
    )

    assert antwoord.headers["Content-Type"] == "application/ld+json"
    assert [hit["vCode"][-1] for hit in antwoord.json()["verenigingen"]] == ["5", "4", "3"]
    assert antwoord.json()["verenigingen"][0]["korteBeschrijving"] == "verborgen"
    assert [hit["vCode"][-1] for hit in gefilterd.json()["verenigingen"]] == ["3"]
    assert gevuld.get("/publiek/v1/verenigingen/V0001001").status_code == 404
    assert "vertegenwoordigers" not in gevuld.get("/publiek/v1/verenigingen/V0001004").json()["vereniging"]


def test_code_lists_need_no_headers(klant):
    klant.headers.clear()

    activiteiten = klant.get("/v1/hoofdactiviteitenVerenigingsloket").json()["hoofdactiviteitenVerenigingsloket"]
    gebieden = klant.get("/publiek/v1/werkingsgebieden").json()["werkingsgebieden"]

    assert (len(activiteiten), activiteiten[0]["code"]) == (21, "BIAG")
    assert (len(gebieden), gebieden[0]["code"], gebieden[-1]["code"]) == (311, "BE10", "NVT")
