from analytics.insight.volledigheid import (
    compare_kolommen,
    compare_volledigheid,
    count_ontbrekend,
    measure_kolommen,
    measure_volledigheid,
)
from tests.gevallen import geval

VOL = {
    "intern_nummer": "1",
    "naam": "KWB Boom",
    "hoofdactiviteiten": "SOVO",
    "korte_beschrijving": "Wandelt.",
    "startdatum": "1950-01-01",
    "minimumleeftijd": "18",
    "werkingsgebieden": "NVT",
}
ADRES = {"straatnaam": "Dorp", "huisnummer": "1", "postcode": "2850", "gemeente": "Boom", "land": "België"}
LOCATIE = {"intern_nummer": "1", "locatietype": "Activiteiten"} | ADRES
PERSOON = {"intern_nummer": "1", "voornaam": "Jan", "achternaam": "Proef"}
CONTACT = {"intern_nummer": "1", "contactgegeventype": "E-mail", "waarde": "kwb@example.be"}


def _voldoet(**tabellen):
    return measure_volledigheid(geval(**tabellen))["voldoet"].tolist()


def test_association_with_everything_reaches_all_three_steps():
    levering = geval(verenigingen=[VOL], locaties=[LOCATIE], vertegenwoordigers=[PERSOON], contactgegevens=[CONTACT])

    assert measure_volledigheid(levering).to_dict("records") == [
        {"maat": "verplicht", "titel": "Verplicht voor het register", "voldoet": 1, "noemer": 1},
        {"maat": "minimum", "titel": "Beoogd minimum", "voldoet": 1, "noemer": 1},
        {"maat": "volledig", "titel": "Volledig", "voldoet": 1, "noemer": 1},
    ]


def test_name_alone_is_all_the_register_requires():
    assert _voldoet(verenigingen=[{"intern_nummer": "1", "naam": "KWB Boom"}]) == [1, 0, 0]


def test_location_with_half_an_address_fails_what_the_register_requires():
    half = {k: v for k, v in LOCATIE.items() if k != "land"}
    rest = {"verenigingen": [VOL], "vertegenwoordigers": [PERSOON], "contactgegevens": [CONTACT]}

    assert _voldoet(locaties=[half], **rest) == [0, 0, 0]
    assert _voldoet(locaties=[half | {"adres_id": "https://data.vlaanderen.be/id/adres/1"}], **rest) == [1, 1, 1]


def test_insz_is_required_from_round_two_on():
    delen = {
        "verenigingen": [VOL],
        "locaties": [LOCATIE],
        "vertegenwoordigers": [PERSOON],
        "contactgegevens": [CONTACT],
    }

    assert _voldoet(ronde=1, **delen) == [1, 1, 1]
    assert _voldoet(ronde=2, **delen) == [0, 0, 0]


def test_empty_location_row_is_no_location():
    assert _voldoet(
        verenigingen=[VOL], vertegenwoordigers=[PERSOON], locaties=[{"intern_nummer": "1", "primair": "ja"}]
    ) == [0, 0, 0]


def test_kbo_association_needs_number_and_activity_for_the_minimum():
    kbo = {"werkmap": 1, "intern_nummer": "1", "kbo_nummer": "0220.923.141"}

    assert _voldoet(verenigingen=[kbo]) == [1, 0, 0]
    assert _voldoet(verenigingen=[kbo | {"hoofdactiviteiten": "SPRT"}]) == [1, 1, 0]


def test_missing_elements_are_told_with_those_they_are_asked_of():
    levering = geval(
        verenigingen=[VOL, {"intern_nummer": "2"}, {"intern_nummer": "3", "werkmap": 1}], locaties=[LOCATIE]
    )

    assert count_ontbrekend(levering).to_dict("records") == [
        {"maat": "verplicht", "element": "Locaties: verplichte kolommen", "noemer": 1, "ontbreekt": 0},
        {"maat": "verplicht", "element": "Naam", "noemer": 2, "ontbreekt": 1},
        {"maat": "verplicht", "element": "KBO-nummer", "noemer": 1, "ontbreekt": 1},
        {"maat": "minimum", "element": "Hoofdactiviteit", "noemer": 3, "ontbreekt": 2},
        {"maat": "minimum", "element": "Locatie", "noemer": 2, "ontbreekt": 1},
        {"maat": "minimum", "element": "Vertegenwoordiger", "noemer": 2, "ontbreekt": 2},
        {"maat": "volledig", "element": "Korte beschrijving", "noemer": 3, "ontbreekt": 2},
        {"maat": "volledig", "element": "Startdatum", "noemer": 2, "ontbreekt": 1},
        {"maat": "volledig", "element": "Leeftijd van de doelgroep", "noemer": 3, "ontbreekt": 2},
        {"maat": "volledig", "element": "Werkingsgebied", "noemer": 3, "ontbreekt": 2},
        {"maat": "volledig", "element": "Contactgegeven", "noemer": 3, "ontbreekt": 3},
    ]


def test_column_is_measured_over_the_rows_of_its_template():
    kolommen = measure_kolommen(geval(verenigingen=[VOL, {"naam": "  "}, {"werkmap": 1}]))
    naam = kolommen.loc[kolommen["veld"].eq("naam")].to_dict("records")

    assert naam == [
        {
            "tabel": "verenigingen",
            "blad": "Verenigingen",
            "veld": "naam",
            "kop": "Naam",
            "verplicht": "R",
            "rijen": 2,
            "gevuld": 1,
        }
    ]


def test_rounds_stand_under_each_other_in_order():
    rondes = {2: geval(ronde=2, verenigingen=[VOL]), 1: geval(verenigingen=[{"intern_nummer": "1"}])}

    vergelijking = compare_volledigheid(rondes)

    assert vergelijking["ronde"].tolist() == [1, 1, 1, 2, 2, 2]
    assert vergelijking["voldoet"].tolist() == [0, 0, 0, 1, 0, 0]
    assert compare_kolommen(rondes)["ronde"].unique().tolist() == [1, 2]
