"""Rule by rule: what each action refuses, and in which words."""

from __future__ import annotations

from typing import Any

import pytest
from sandbox_klant import PAD, Klant, adres, locatie, mens, redenen_van

EMAIL = "E-mail voldoet niet aan het verwachte formaat"
TELEFOON = 'TelefoonNummer moet bestaan uit cijfers, whitespace en ". / ( ) - + "'
HTML = "Deze waarde bevat niet toegestane tekens."
PURI = "https://data.vlaanderen.be/id/adres/3706808"
XOF = "'Locatie' moet of een adres of een adresId bevatten."
ACTIEF = {"locatietype": "Activiteiten"}
UNIEK = "Locaties moeten uniek zijn binnen de vereniging."


@pytest.fixture(scope="module")
def gevuld() -> Klant:
    """V0001001 with one part of each kind, V0001002 from KBO, V0001003 removed, V0001004 a duplicate of V0001001."""
    klant = Klant(minimumscore=1e9)
    klant.nieuwe(
        startdatum="2011-03-01",
        contactgegevens=[{"contactgegeventype": "E-mail", "waarde": "a@x.be", "isPrimair": True}],
        locaties=[locatie(isPrimair=True), locatie("9000", "Gent", locatietype="Correspondentie")],
        vertegenwoordigers=[mens(isPrimair=True), mens("05010100113")],
        hoofdactiviteitenVerenigingsloket=["SPRT"],
        bankrekeningnummers=[{"iban": "BE68539007547034", "titularissen": ["t"]}],
    )
    klant.registreer({"kboNummer": "0220923141"}, "kbo")
    klant.nieuwe(naam="Weg")
    klant.request("DELETE", f"{PAD}/V0001003", json={"reden": "x"})
    klant.nieuwe(naam="Dubbel")
    klant.post(f"{PAD}/V0001004/dubbelVan", json={"isDubbelVan": "V0001001"})
    klant.post(
        f"{PAD}/V0001001/lidmaatschappen",
        json={"andereVereniging": "V0001002", "van": "2020-01-01", "tot": "2020-12-31"},
    )
    klant.register_app.register.volg(alles=True)
    return klant


LEDEN = "lidmaatschappen"
PERIODE = "Een einddatum in een periode moet altijd later zijn dan de startdatum."
OVERLAP = "Een lidmaatschap mag niet overlappen voor eenzelfde vereniging."
PRIMAIR = "Er mag maar één {} aangeduid zijn als primair"
KBO = "V0001002"
ACTIES: list[tuple[str, str, Any, str]] = [
    # Contacts: neither HTML nor the words of the registration.
    (
        "POST",
        "contactgegevens",
        {"contactgegeven": {"contactgegeventype": "Fax", "waarde": "1"}},
        "De waarde 'Fax' is geen gekend contactgegeven type.",
    ),
    ("POST", "contactgegevens", {"contactgegeven": {"contactgegeventype": "Website", "waarde": "http://a.b/<i>"}}, ""),
    (
        "POST",
        "contactgegevens",
        {"contactgegeven": {"contactgegeventype": "E-mail", "waarde": "a@x.be"}},
        "Er is reeds een E-mail contactgegeven met de opgegeven waarde.",
    ),
    ("PATCH", "contactgegevens/1", {"contactgegeven": {}}, "'Contactgegeven' moet ingevuld zijn."),
    ("PATCH", "contactgegevens/1", {"contactgegeven": {"waarde": " "}}, "'Waarde' mag niet leeg zijn."),
    ("PATCH", "contactgegevens/1", {"contactgegeven": {"waarde": "x"}}, EMAIL),
    (
        "PATCH",
        "contactgegevens/1",
        {"contactgegeven": {"beschrijving": "x" * 129}},
        "Beschrijving mag niet langer dan 128 karakters zijn.",
    ),
    (
        "PATCH",
        "contactgegevens/9",
        {"contactgegeven": {"waarde": "b@x.be"}},
        "Het opgegeven contactgegevenId '9' werd niet teruggevonden.",
    ),
    # Locations.
    ("POST", "locaties", {"locatie": locatie(naam="<b>")}, HTML),
    (
        "POST",
        "locaties",
        {"locatie": locatie(locatietype="Thuis")},
        "'Locatietype' moet een geldige waarde hebben. (Correspondentie, Activiteiten)",
    ),
    (
        "POST",
        "locaties",
        {"locatie": locatie(locatietype="Maatschappelijke zetel volgens KBO")},
        "Het locatietype 'Maatschappelijke zetel volgens KBO' kan niet toegekend worden.",
    ),
    ("POST", "locaties", {"locatie": locatie(locatietype="activiteiten")}, UNIEK),
    (
        "POST",
        "locaties",
        {"locatie": locatie(naam="b", isPrimair=True)},
        "Er kan maar één primaire locatie zijn binnen de vereniging.",
    ),
    (
        "POST",
        "locaties",
        {"locatie": locatie(locatietype="correspondentie")},
        "Er kan maar één correspondentie locatie zijn binnen de vereniging.",
    ),
    (
        "POST",
        "locaties",
        {"locatie": ACTIEF | {"adresId": {"broncode": "AR", "bronwaarde": PURI + "9"}}},
        "Adres kon niet gevalideerd worden bij adressenregister.",
    ),
    ("PATCH", "locaties/1", {"locatie": {}}, "'Locatie' moet ingevuld zijn."),
    ("PATCH", "locaties/1", {}, "'Locatie' is verplicht."),
    ("PATCH", "locaties/1", {"locatie": {"adres": adres(), "adresId": {"broncode": "AR", "bronwaarde": PURI}}}, XOF),
    (
        "PATCH",
        "locaties/1",
        {"locatie": {"adres": {"straatnaam": "a", "huisnummer": "1", "gemeente": "g", "land": "l"}}},
        "'postcode' is verplicht.",
    ),
    (
        "PATCH",
        "locaties/1",
        {"locatie": {"locatietype": "Maatschappelijke zetel volgens KBO"}},
        "Het locatietype 'Maatschappelijke zetel volgens KBO' kan niet toegekend worden.",
    ),
    (
        "PATCH",
        "locaties/1",
        {"locatie": {"locatietype": "Correspondentie"}},
        "Er kan maar één correspondentie locatie zijn binnen de vereniging.",
    ),
    (
        "PATCH",
        "locaties/2",
        {"locatie": {"isPrimair": True}},
        "Er kan maar één primaire locatie zijn binnen de vereniging.",
    ),
    ("PATCH", "locaties/9", {"locatie": {"naam": "a"}}, "Locatie met locatieId '9' is niet gekend"),
    # Representatives.
    (
        "POST",
        "vertegenwoordigers",
        {"vertegenwoordiger": mens("70210100134", isPrimair=True)},
        PRIMAIR.format("vertegenwoordiger") + " contactpersoon.",
    ),
    (
        "POST",
        "vertegenwoordigers",
        {"vertegenwoordiger": mens("30010658071")},
        "Overleden vertegenwoordigers kunnen niet worden toegevoegd aan een vereniging.",
    ),
    ("PATCH", "vertegenwoordigers/1", {"vertegenwoordiger": {}}, "'Vertegenwoordiger' moet ingevuld zijn."),
    ("PATCH", "vertegenwoordigers/1", {}, "'Vertegenwoordiger' is verplicht."),
    ("PATCH", "vertegenwoordigers/1", {"vertegenwoordiger": {"mobiel": "x"}}, TELEFOON),
    (
        "PATCH",
        "vertegenwoordigers/2",
        {"vertegenwoordiger": {"isPrimair": True}},
        PRIMAIR.format("vertegenwoordiger") + " contactpersoon.",
    ),
    (
        "PATCH",
        "vertegenwoordigers/9",
        {"vertegenwoordiger": {"rol": "x"}},
        "Vertegenwoordiger met vertegenwoordigerId '9' is niet gekend.",
    ),
    # Bank accounts.
    (
        "POST",
        "bankrekeningnummers",
        {"bankrekeningnummer": {"iban": "BE68 5390 0754 7034", "titularissen": ["t"]}},
        "Het IBAN van een bankrekening moet uniek zijn binnen de vereniging.",
    ),
    ("PATCH", "bankrekeningnummers/1", {"bankrekeningnummer": {}}, "Doel of Titularissen moet ingevuld zijn."),
    (
        "PATCH",
        "bankrekeningnummers/1",
        {"bankrekeningnummer": {"titularissen": []}},
        "Titularissen mag niet leeg zijn.",
    ),
    (
        "PATCH",
        "bankrekeningnummers/1",
        {"bankrekeningnummer": {"titularissen": [" "]}},
        "Titularis mag niet null of leeg zijn.",
    ),
    (
        "DELETE",
        "bankrekeningnummers/1/validaties",
        None,
        "Validatie kan niet ongedaan gemaakt worden omdat er geen validatie is met OvoCode 'OVO001234'.",
    ),
    # Memberships.
    ("POST", LEDEN, {"andereVereniging": ""}, "'AndereVereniging' mag niet leeg zijn."),
    ("POST", LEDEN, {"andereVereniging": "V123"}, "Formaat van de VCode moet 'V0000000' zijn"),
    ("POST", LEDEN, {"andereVereniging": "V0001000"}, "VCode moet groter zijn dan 1000"),
    ("POST", LEDEN, {"andereVereniging": KBO, "van": "2021-01-02", "tot": "2021-01-01"}, PERIODE),
    ("POST", LEDEN, {"andereVereniging": KBO, "van": "2020-12-31"}, OVERLAP),
    ("POST", LEDEN, {"andereVereniging": KBO.lower(), "tot": "2020-01-01"}, OVERLAP),
    ("POST", LEDEN, {"andereVereniging": KBO}, OVERLAP),
    (
        "POST",
        LEDEN,
        {"andereVereniging": "V0001003"},
        "Een vereniging kan geen lid worden van een verwijderde vereniging.",
    ),
    ("PATCH", f"{LEDEN}/1", {"tot": "2019-01-01"}, PERIODE),
    ("PATCH", f"{LEDEN}/9", {"tot": "2019-01-01"}, "Lidmaatschap met lidmaatschapId '9' is niet gekend"),
    # Subtype.
    ("PATCH", "subtype", {"subtype": " "}, "'Subtype' mag niet leeg zijn."),
    ("PATCH", "subtype", {"subtype": "VZW"}, "Het subtype moet een geldige waarde hebben."),
    ("PATCH", "subtype", {"subtype": "SUB"}, "'AndereVereniging' is verplicht."),
    (
        "PATCH",
        "subtype",
        {"subtype": "SUB", "andereVereniging": "V0001003"},
        "De andere vereniging is verwijderd en kan niet geladen worden.",
    ),
    (
        "PATCH",
        "subtype",
        {"subtype": "SUB", "andereVereniging": "V0001004"},
        "Deze actie kan niet uitgevoerd worden op dit type van de andere vereniging.",
    ),
    (
        "PATCH",
        "subtype",
        {"subtype": "SUB", "andereVereniging": KBO},
        "Vereniging kan geen subvereniging worden van een vereniging waarvan zij al lid is.",
    ),
    # Stop, remove, duplicate.
    ("POST", "stop", {"einddatum": ""}, "'Einddatum' is verplicht."),
    ("POST", "stop", {"einddatum": "2026-02-15"}, "Einddatum mag niet in de toekomst liggen."),
    ("POST", "stop", {"einddatum": "2011-02-28"}, "Einddatum moet na startdatum liggen."),
    ("DELETE", "", {}, "'Reden' is verplicht."),
    ("DELETE", "", {"reden": " "}, "'Reden' mag niet leeg zijn."),
    ("POST", "dubbelVan", {"isDubbelVan": " "}, "'isDubbelVan' mag niet leeg zijn."),
    (
        "POST",
        "dubbelVan",
        {"isDubbelVan": "V0001003"},
        "Een vereniging kan geen dubbel worden van een verwijderde vereniging.",
    ),
    (
        "POST",
        "dubbelVan",
        {"isDubbelVan": "V0001004"},
        "Een vereniging kan geen dubbel worden van een vereniging die zelf al een dubbel is.",
    ),
    (
        "POST",
        "dubbelVan",
        {"isDubbelVan": KBO},
        "Een authentieke vereniging kan geen dubbel worden van een andere vereniging.",
    ),
    # Basisgegevens.
    ("PATCH", "", {"naam": None, "doelgroep": None}, "Een request mag niet leeg zijn."),
    ("PATCH", "", {"onbekend": 1}, "Een request mag niet leeg zijn."),
    ("PATCH", "", {"startdatum": "2026-02-15"}, "Startdatum mag niet in de toekomst liggen."),
    (
        "PATCH",
        "",
        {"werkingsgebieden": ["NVT", "BE23"]},
        "Het opgegeven werkingsgebied NVT kan niet gecombineerd worden met andere codes.",
    ),
    (
        "PATCH",
        "",
        {"hoofdactiviteitenVerenigingsloket": ["sprt"]},
        'De opgegeven hoofdactiviteit is niet gekend: "sprt"',
    ),
    (
        "PATCH",
        "",
        {"doelgroep": {"maximumleeftijd": -1}},
        "Bij 'doelgroep' moet de 'minimumleeftijd' kleiner of gelijk aan 'maximumleeftijd' zijn.",
    ),
]


@pytest.mark.parametrize(("methode", "pad", "body", "begin"), ACTIES, ids=lambda w: str(w)[:40])
def test_action(gevuld, methode, pad, body, begin):
    redenen = redenen_van(gevuld.request(methode, f"{PAD}/V0001001/{pad}".rstrip("/"), json=body))

    assert bool(redenen) == bool(begin)
    assert not redenen or redenen[0].startswith(begin)


KBO_ACTIES = [
    ("PATCH", "/kbo", {}, "Een request mag niet leeg zijn."),
    ("PATCH", "/kbo", {"roepnaam": "<b>"}, HTML),
    ("PATCH", "/kbo", {"naam": "x"}, "Een request mag niet leeg zijn."),
    (
        "PATCH",
        "/locaties/1",
        {"locatie": {"naam": "x"}},
        "De maatschappelijke zetel volgens KBO kan niet gewijzigd worden.",
    ),
    ("PATCH", "/kbo/locaties/1", {"locatie": {}}, "'Locatie' moet ingevuld zijn."),
    (
        "DELETE",
        "/contactgegevens/1",
        None,
        "Contactgegevens die uit KBO werden overgenomen, kunnen niet verwijderd worden.",
    ),
    ("PATCH", "/kbo/contactgegevens/1", {"contactgegeven": {}}, "'Contactgegeven' moet ingevuld zijn."),
    ("PATCH", "/subtype", {"subtype": "FV"}, "Deze actie kan niet uitgevoerd worden op dit type vereniging."),
]


@pytest.mark.parametrize(("methode", "pad", "body", "reden"), KBO_ACTIES)
def test_action_on_a_kbo_association(gevuld, methode, pad, body, reden):
    assert redenen_van(gevuld.request(methode, f"{PAD}/{KBO}{pad}", json=body)) == [reden]


@pytest.mark.parametrize(
    ("vcode", "reden"),
    [
        ("V0001003", "Deze vereniging is verwijderd en kan niet geladen worden."),
        ("V0001004", "Deze vereniging is dubbel en kan niet geladen worden."),
        ("V0009999", "De resource met id 'V0009999' werd niet gevonden."),
    ],
)
@pytest.mark.parametrize(
    ("methode", "pad", "body"),
    [
        ("PATCH", "", {"naam": "x"}),
        ("POST", "/stop", {"einddatum": "2026-01-01"}),
        ("POST", "/locaties", {"locatie": locatie()}),
        ("DELETE", "/contactgegevens/1", None),
        ("DELETE", "", {"reden": "x"}),
    ],
)
def test_write_on_an_association_that_cannot_be_loaded(gevuld, vcode, reden, methode, pad, body):
    assert redenen_van(gevuld.request(methode, f"{PAD}/{vcode}{pad}", json=body)) == [reden]


def test_bank_account_is_confirmed_once_per_organisation_and_not_by_vlo(klant):
    vcode = klant.nieuwe(bankrekeningnummers=[{"iban": "BE68539007547034", "titularissen": ["t"]}])
    pad = f"{PAD}/{vcode}/bankrekeningnummers/1/validaties"

    redenen = [
        redenen_van(klant.post(pad, headers={"VR-Initiator": wie})) for wie in ("OVO000001", "OVO000001", "OVO000067")
    ]

    assert redenen == [
        [],
        ["Bankrekening validatie met OvoCode 'OVO000001' is al reeds toegevoegd."],
        ["OvoCode 'OVO000067' is niet gemachtigd om deze actie uit te voeren."],
    ]
    assert klant.detail(vcode)["bankrekeningnummers"][0]["bevestigdDoor"] == [
        {"ovoCode": "OVO000001", "naam": "OVO000001"}
    ]


def test_stopzetting_only_by_vlo_and_only_while_active(klant):
    vcode = klant.nieuwe()
    pad, vlo = f"{PAD}/{vcode}/in-stopzetting", {"VR-Initiator": "OVO000067"}

    redenen = [
        *redenen_van(klant.delete(pad, headers=vlo)),
        *redenen_van(klant.post(pad, headers=vlo)),
        *redenen_van(klant.post(pad, headers=vlo)),
    ]
    klant.post(f"{PAD}/{vcode}/stop", json={"einddatum": "2026-01-01"})

    assert redenen == ["Vereniging staat nog niet in stopzetting.", "Vereniging staat reeds in stopzetting."]
    assert redenen_van(klant.post(pad, headers=vlo)) == [
        "Enkel actieve verenigingen kunnen in stopzetting geplaatst worden."
    ]


def test_start_of_a_stopped_association_is_no_later_than_its_end(klant):
    vcode = klant.nieuwe()
    klant.post(f"{PAD}/{vcode}/stop", json={"einddatum": "2020-05-01"})

    assert redenen_van(klant.patch(f"{PAD}/{vcode}", json={"startdatum": "2020-05-02"})) == [
        "Startdatum moet voor einddatum liggen."
    ]
    assert klant.patch(f"{PAD}/{vcode}", json={"startdatum": "2020-05-01"}).status_code == 202


def test_emptying_activities_that_are_empty_changes_nothing(klant):
    vcode = klant.nieuwe()

    assert klant.patch(f"{PAD}/{vcode}", json={"hoofdactiviteitenVerenigingsloket": []}).status_code == 200
