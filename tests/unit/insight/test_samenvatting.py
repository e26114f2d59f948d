import json

from analytics.insight.samenvatting import summarise
from tests.gevallen import bevinding, geval, regel, uitkomst

VERENIGINGEN = [{"intern_nummer": "V0", "naam": "KWB Boom"}, {"intern_nummer": "V1"}]


def test_summary_holds_the_whole_delivery_and_is_json():
    levering = geval(soorten=("feitelijk",), verenigingen=VERENIGINGEN)
    validatie = uitkomst(
        levering,
        [bevinding("naam_ontbreekt", vereniging=1), bevinding("kort", "INFO")],
        telling=[regel("naam_ontbreekt", toegepast=2), regel("kort", "INFO", toegepast=1)],
        oorzaken=[
            {
                "oorzaak": "Kolom Naam: 1 lege cel",
                "code": "naam_ontbreekt",
                "veld": None,
                "cellen": 1,
                "verenigingen": 1,
                "wordt_laadbaar": 1,
                "samen_laadbaar": 2,
                "hele_kolom": False,
            }
        ],
        niet_vooraf=[
            {"code": "ksz", "titel": "De KSZ kent het INSZ niet.", "bron": "KSZ", "velden": "insz", "toegepast": 0}
        ],
    )

    samenvatting = summarise(levering, validatie)

    kolommen = samenvatting["kolommen"]
    assert kolommen["verenigingen.naam"] == {"teller": 1, "noemer": 2}
    assert json.loads(json.dumps(samenvatting)) == {
        "schema": 1,
        "piloot": "aalst",
        "ronde": 1,
        "peildatum": "2024-03-01",
        "bestanden": [{"naam": "feitelijk.xlsx", "sha256": "1" * 64, "soort": "feitelijk"}],
        "geleverd": 2,
        "records": {
            "verenigingen": 2,
            "contactgegevens": 0,
            "locaties": 0,
            "vertegenwoordigers": 0,
            "bankrekeningen": 0,
        },
        "laadbaar": {"teller": 1, "noemer": 2},
        "bevindingen": {
            "totaal": 2,
            "ernst": {
                "FOUT": {"bevindingen": 1, "regels": 1, "verenigingen": 1},
                "WAARSCHUWING": {"bevindingen": 0, "regels": 0, "verenigingen": 0},
                "INFO": {"bevindingen": 1, "regels": 1, "verenigingen": 1},
            },
            "regels": {
                "naam_ontbreekt": {
                    "titel": "Titel van naam_ontbreekt.",
                    "ernst": "FOUT",
                    "groep": "register",
                    "toegepast": 2,
                    "gevonden": 1,
                    "hele_kolom": False,
                },
                "kort": {
                    "titel": "Titel van kort.",
                    "ernst": "INFO",
                    "groep": "register",
                    "toegepast": 1,
                    "gevonden": 1,
                    "hele_kolom": False,
                },
            },
            "bladen": {"Verenigingen": {"FOUT": 1, "WAARSCHUWING": 0, "INFO": 1}},
        },
        "volledigheid": {
            "verplicht": {"teller": 1, "noemer": 2},
            "minimum": {"teller": 0, "noemer": 2},
            "volledig": {"teller": 0, "noemer": 2},
        },
        "kolommen": kolommen,
        "wat_eerst": [
            {
                "oorzaak": "Kolom Naam: 1 lege cel",
                "code": "naam_ontbreekt",
                "veld": None,
                "cellen": 1,
                "verenigingen": 1,
                "wordt_laadbaar": 1,
                "samen_laadbaar": 2,
                "hele_kolom": False,
            }
        ],
        "niet_vooraf": [
            {"code": "ksz", "titel": "De KSZ kent het INSZ niet.", "bron": "KSZ", "velden": "insz", "toegepast": 0}
        ],
        "verandering": None,
    }


def test_change_adds_up_over_the_rules():
    levering = geval(verenigingen=VERENIGINGEN)
    vorige = uitkomst(levering, [bevinding("a"), bevinding("b")], telling=[regel("a"), regel("b")])
    huidige = uitkomst(levering, [bevinding("b"), bevinding("b", vereniging=1)], telling=[regel("a"), regel("b")])

    assert summarise(levering, huidige, vorige=vorige)["verandering"] == {
        "hersteld": 1,
        "vervallen": 0,
        "gebleven": 1,
        "nieuw": 1,
        "nieuw_getoetst": 0,
    }


def test_empty_delivery_has_a_summary():
    samenvatting = summarise(geval(), uitkomst(geval()))

    assert samenvatting["laadbaar"] == {"teller": 0, "noemer": 0}
    assert samenvatting["bevindingen"]["regels"] == {}
