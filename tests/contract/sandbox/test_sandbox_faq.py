"""Every example of the register's FAQ, retyped as calls."""

from __future__ import annotations

from analytics.sandbox.vullen import vul

MAGDA = "/api/v1/organisaties/verenigingen/verenigingen"


def test_vcode_is_what_follows_the_last_slash_of_location(klant):
    location = klant.post(f"{MAGDA}/feitelijkeverenigingen", json={"naam": "De Zwaluw"}).headers["Location"]

    assert location.rpartition("/")[2] == location[-8:] == "V0001001"


def test_search_examples(klant, bouw):
    waterhoek = bouw.adres("9000", "Gent", straatnaam="Waterhoek", huisnummer="43")
    vul(
        klant.register_app,
        [
            {"naam": "Vereniging van zoekers", "locaties": [bouw.locatie("9000", "Gent", adres=waterhoek)]},
            {"naam": "Zoekvereniging", "doelgroep": {"minimumleeftijd": 18}},
            {"naam": "voetbalclub de sjotters"},
            {"kboNummer": "0220923141"},
        ],
    )

    def vindt(q: str) -> list[str]:
        antwoord = klant.get(f"{MAGDA}/zoeken", params={"q": q}).json()
        return [hit["vCode"][-1] for hit in antwoord["verenigingen"]]

    assert vindt("*") == ["4", "3", "2", "1"]
    # "vereniging" is also a word in the name of the type that every VZER and VZW carries.
    assert vindt("vereniging") == ["4", "3", "2", "1"]
    assert vindt("naam:vereniging") == ["1"]
    assert vindt("naam:*bal*") == ["3"]
    assert vindt("doelgroep.minimumleeftijd:<=16") == ["4", "3", "1"]
    assert vindt("naam:vereniging AND locaties.postcode:9000") == ["1"]
    assert vindt('locaties.adresvoorstelling:"Waterhoek 43"') == ["4", "1"]
    assert vindt("sleutels.waarde:0220923141") == ["4"]


def test_patch_of_korte_naam(klant):
    vcode = klant.nieuwe(korteNaam="DZ")

    statussen = [
        klant.patch(f"{MAGDA}/{vcode}", json={"korteNaam": waarde, "doelgroep": {}}).status_code
        for waarde in ("VR", None, "")
    ]

    assert statussen == [202, 200, 202]
    assert klant.detail(vcode)["korteNaam"] == ""


def test_two_managers_at_once(klant):
    vcode = klant.nieuwe()
    etag = klant.get(f"{MAGDA}/{vcode}").headers["ETag"]

    eerste = klant.patch(f"{MAGDA}/{vcode}", json={"naam": "Eerste"}, headers={"If-Match": etag})
    tweede = klant.patch(f"{MAGDA}/{vcode}", json={"naam": "Tweede"}, headers={"If-Match": etag})
    ketting = klant.patch(f"{MAGDA}/{vcode}", json={"naam": "Derde"}, headers={"If-Match": eerste.headers["ETag"]})

    assert (eerste.status_code, tweede.status_code, ketting.status_code) == (202, 412, 202)


def test_write_then_read_with_the_expected_sequence(klant):
    vcode = klant.nieuwe()

    sequence = klant.patch(f"{MAGDA}/{vcode}", json={"naam": "Nieuwe naam"}).headers["VR-Sequence"]
    gelezen = klant.get(f"{MAGDA}/{vcode}", params={"expectedSequence": sequence})
    te_ver = klant.get(f"{MAGDA}/{vcode}", params={"expectedSequence": int(sequence) + 1})

    assert (gelezen.json()["vereniging"]["naam"], te_ver.status_code) == ("Nieuwe naam", 412)


def test_only_adres_or_adres_id_since_july_2024(klant, bouw):
    adres_id = {"broncode": "AR", "bronwaarde": "https://data.vlaanderen.be/id/adres/3706808"}

    def registreer(**locatie: object) -> int:
        return klant.registreer(
            {"naam": "Een naam", "locaties": [{"locatietype": "Activiteiten"} | locatie]}
        ).status_code

    assert registreer(adres=bouw.adres()) == 202
    assert registreer(adresId=adres_id | {"broncode": "XX"}) == 400
    assert registreer(adresId=adres_id, adres=bouw.adres()) == 400


def test_sort_examples(klant):
    vul(klant.register_app, [{"naam": naam} for naam in ("ZZZ", " AAA", "é.b.c", "EBD")])

    assert klant.vindt("*", sort="-naam") == ["V0001001", "V0001004", "V0001003", "V0001002"]
    assert klant.vindt("*") == klant.vindt("*", sort="verenigingstype.code") == klant.vindt("*", sort="-vCode")
