"""Administration and what everybody may fetch: projections, address matching, maintenance, mutations, contexts."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sandbox_klant import PAD, Klant

ADMIN = [
    ("POST", "/v1/admin/dubbelcontrole"),
    ("GET", "/v1/admin/config/minimumScoreDuplicateDetection"),
    ("POST", "/v1/admin/config/minimumScoreDuplicateDetection"),
    ("POST", "/v1/admin/syncnutslauinfo"),
    ("GET", "/v1/admin/locaties/zonder-adresmatch"),
    ("POST", "/v1/admin/adresmatch"),
    ("POST", "/v1/projections/admin/detail/rebuild"),
    ("POST", "/v1/projections/public/detail/rebuild"),
    ("GET", "/v1/projections/admin/status"),
    ("DELETE", "/v1/maintenance/streams/V0001001"),
    ("DELETE", f"{PAD}/V0001001"),
    ("POST", f"{PAD}/V0001001/dubbelVan"),
    ("DELETE", f"{PAD}/V0001001/dubbelVan"),
]


@pytest.fixture(scope="module")
def afgeschermd() -> Klant:
    return Klant(is_open=False)


@pytest.mark.parametrize(("methode", "pad"), ADMIN)
def test_administration_is_for_super_admins(afgeschermd, methode, pad):
    def status(client: str) -> int:
        gegevens = {"grant_type": "client_credentials", "client_id": client, "client_secret": "oefengeheim"}
        token = afgeschermd.post("/connect/token", data=gegevens).json()["access_token"]
        return int(afgeschermd.request(methode, pad, headers={"Authorization": f"Bearer {token}"}).status_code)

    assert (status("oefenlezer"), status("oefenclient")) == (403, 403)
    assert status("oefenbeheerder") not in (401, 403)
    assert afgeschermd.request(methode, pad).status_code == 401


def test_locations_without_a_match_are_listed_and_asked_about_again(klant, bouw):
    onbekend, bekend = bouw.locatie(), bouw.locatie(adres=bouw.adres(straatnaam="Dorp"))
    vcode = klant.nieuwe(locaties=[onbekend, bekend])

    lijst = klant.get("/v1/admin/locaties/zonder-adresmatch").json()
    gestart = klant.post("/v1/admin/adresmatch").status_code
    klant.register_app.register.volg(alles=True)
    namen = [g["gebeurtenis"] for g in klant.get(f"{PAD}/{vcode}/historiek").json()["gebeurtenissen"]]

    assert lijst == [{"vCode": vcode, "locatieIds": [1]}]
    assert gestart == 202
    assert namen[1:] == [
        "AdresWerdNietGevondenInAdressenregister",
        "AdresWerdOvergenomenUitAdressenregister",
        "AdresWerdNietGevondenInAdressenregister",
    ]


def test_projections_tell_how_far_they_are(maak_klant):
    tijd = [0.0]
    klant = maak_klant(vertraging_ms=500, tik=lambda: tijd[0])
    klant.registreer({"naam": "De Zwaluw"})

    achter = klant.get("/v1/projections/admin/status").json()
    tijd[0] = 0.5
    bij = klant.get("/v1/projections/admin/status").json()

    assert {(p["sequence"], p["laatsteSequence"]) for p in achter} == {(0, 2)}
    assert {(p["sequence"], p["laatsteSequence"]) for p in bij} == {(2, 2)}
    assert klant.post("/v1/projections/admin/alle/rebuild").status_code == 200
    assert klant.vindt("naam:zwaluw") == ["V0001001"]


def test_reference_tables_are_read_again(maak_klant, tmp_path):
    tabel = tmp_path / "hoofdactiviteiten.csv"
    tabel.write_text("code,naam\nSPRT,Sport\n", encoding="utf-8")
    klant = maak_klant(referentie=tmp_path)
    tabel.write_text("code,naam\nNIEW,Nieuw\n", encoding="utf-8")

    assert klant.post("/v1/admin/syncnutslauinfo").status_code == 200
    assert klant.registreer({"naam": "a", "hoofdactiviteitenVerenigingsloket": ["NIEW"]}).status_code == 202


def test_maintenance_takes_an_association_out_as_if_it_had_never_been(klant, bouw):
    klant.registreer({"kboNummer": "0220923141"}, "kbo")
    vcode = klant.nieuwe(locaties=[bouw.locatie()])
    # The address match of the one that goes is still to come.
    assert klant.registreer({"naam": "Weg", "locaties": [bouw.locatie("9000", "Gent")]}).status_code == 202

    statussen = [
        klant.delete(f"/v1/maintenance/streams/{wie}").status_code
        for wie in ("V0001001", "V0001003", "V0001003", "V0009999")
    ]
    klant.register_app.register.volg(alles=True)

    assert statussen == [200, 200, 400, 400]
    assert klant.vindt("*") == [vcode]
    assert [klant.get(f"{PAD}/V0001003{deel}").status_code for deel in ("", "/historiek")] == [404, 404]
    opnieuw = klant.registreer({"kboNummer": "0220923141"}, "kbo")
    assert (opnieuw.status_code, opnieuw.headers["Location"][-8:]) == (202, "V0001004")
    assert int(opnieuw.headers["VR-Sequence"]) > 12


def test_correction_after_the_authentic_one_was_removed_breaks_nothing(klant):
    dubbel, echt = klant.nieuwe(), klant.nieuwe(naam="Echt")
    klant.post(f"{PAD}/{dubbel}/dubbelVan", json={"isDubbelVan": echt})
    klant.register_app.register.volg(alles=True)
    klant.request("DELETE", f"{PAD}/{echt}", json={"reden": "fout"})

    gecorrigeerd = klant.delete(f"{PAD}/{dubbel}/dubbelVan").status_code
    klant.register_app.register.volg(alles=True)

    assert (gecorrigeerd, klant.detail(dubbel)["status"]) == (202, "Actief")


def test_acceptance_of_a_duplicate_is_the_work_of_the_register_itself(klant):
    dubbel, echt = klant.nieuwe(), klant.nieuwe(naam="Echt")
    klant.post(f"{PAD}/{dubbel}/dubbelVan", json={"isDubbelVan": echt.lower()})
    klant.register_app.register.volg(alles=True)

    laatste = klant.get(f"{PAD}/{echt}/historiek").json()["gebeurtenissen"][-1]

    assert laatste == {
        "beschrijving": f"Vereniging aanvaardde dubbele vereniging {dubbel}.",
        "gebeurtenis": "VerenigingAanvaarddeDubbeleVereniging",
        "data": {"vCode": echt, "vCodeDubbeleVereniging": dubbel},
        "initiator": "OVO002949",
        "tijdstip": "2026-02-14T09:31:07Z",
    }
    assert klant.detail(echt)["corresponderendeVCodes"] == [dubbel]
    assert (klant.detail(dubbel)["status"], klant.detail(dubbel)["isDubbelVan"]) == ("Dubbel", echt)


def test_mutations_since_a_sequence(klant):
    een, twee = klant.nieuwe(), klant.nieuwe(naam="Twee")
    sequence = int(klant.patch(f"{PAD}/{een}", json={"naam": "Anders"}).headers["VR-Sequence"])
    klant.headers.clear()

    def sinds(vraag: dict[str, Any]) -> Any:
        return klant.get("/publiek/v1/verenigingen/mutaties", params=vraag).json()

    assert sinds({}) == [{"vCode": twee, "sequence": sequence - 1}, {"vCode": een, "sequence": sequence}]
    assert sinds({"sinds": sequence - 1}) == [{"vCode": een, "sequence": sequence}]
    assert sinds({"sinds": sequence}) == []


def test_all_public_details_are_one_redirect_away(klant):
    zichtbaar = klant.nieuwe()
    klant.nieuwe(naam="Verborgen", isUitgeschrevenUitPubliekeDatastroom=True)
    klant.headers.clear()

    verwijzing = klant.get("/publiek/v1/verenigingen/detail/all", follow_redirects=False)
    regels = klant.get(verwijzing.headers["Location"]).text.splitlines()

    assert verwijzing.status_code == 302
    assert [json.loads(regel)["vereniging"]["vCode"] for regel in regels] == [zichtbaar]


def _voorvoegsels(waarde: Any) -> set[str]:
    """Give every prefix in the ``@id`` and ``@type`` of an answer."""
    if isinstance(waarde, list):
        return set().union(*(_voorvoegsels(deel) for deel in waarde))
    if not isinstance(waarde, dict):
        return set()
    eigen = {waarde[sleutel].partition(":")[0] for sleutel in ("@id", "@type") if sleutel in waarde}
    return eigen.union(*(_voorvoegsels(deel) for deel in waarde.values()))


@pytest.mark.parametrize(
    "pad",
    [
        f"{PAD}/V0001001",
        f"{PAD}/V0001002",
        f"{PAD}/V0001001/historiek",
        f"{PAD}/zoeken",
        "/publiek/v1/verenigingen/zoeken",
        "/publiek/v1/verenigingen/V0001001",
    ],
)
def test_context_of_an_answer_exists_and_names_its_prefixes(klant, bouw, pad):
    adres_id = {"broncode": "AR", "bronwaarde": "https://data.vlaanderen.be/id/adres/3706808"}
    klant.nieuwe(
        locaties=[{"locatietype": "Activiteiten", "adresId": adres_id}],
        vertegenwoordigers=[bouw.mens()],
        hoofdactiviteitenVerenigingsloket=["SPRT"],
        werkingsgebieden=["BE23"],
        bankrekeningnummers=[{"iban": "BE68539007547034", "titularissen": ["t"]}],
    )
    klant.registreer({"kboNummer": "0220923141"}, "kbo")
    klant.post(f"{PAD}/V0001001/lidmaatschappen", json={"andereVereniging": "V0001002"})

    antwoord = klant.get(pad).json()
    context = klant.get(antwoord["@context"])

    assert (context.status_code, context.headers["Content-Type"]) == (200, "application/ld+json")
    assert _voorvoegsels(antwoord) <= set(context.json()["@context"])


@pytest.mark.parametrize("naam", ["publiek/onbekend.json", "beheer/detail-vereniging-context", "x/zoek.json"])
def test_unknown_context_is_404(klant, naam):
    assert klant.get(f"/v1/contexten/{naam}").status_code == 404
