from analytics.insight.inhoud import count_activiteiten, count_gemeenten, count_leeftijden, count_startjaren
from analytics.intake.lezing import lees_waarden
from tests.gevallen import geval


def _lezing(**tabellen):
    return lees_waarden(geval(**tabellen))


def test_association_counts_once_for_each_of_its_activities():
    lezing = _lezing(verenigingen=[{"hoofdactiviteiten": t} for t in ("SPRT", "SPRT;JGDW", "JGDW;JGDW;SPRT", None)])

    assert count_activiteiten(lezing).to_dict("records") == [
        {"code": "SPRT", "activiteit": "Sport", "verenigingen": 3},
        {"code": "JGDW", "activiteit": "Jeugdwerk", "verenigingen": 2},
        {"code": "", "activiteit": "niet ingevuld", "verenigingen": 1},
    ]


def test_association_counts_in_every_age_class_it_touches():
    lezing = _lezing(
        verenigingen=[
            {"minimumleeftijd": "6", "maximumleeftijd": "12"},
            {"minimumleeftijd": "65"},
            {"maximumleeftijd": "11"},
            {},
        ]
    )

    assert count_leeftijden(lezing)["verenigingen"].tolist() == [2, 1, 0, 0, 1, 1]


def test_decades_without_associations_stay_on_the_axis():
    lezing = _lezing(
        verenigingen=[{"startdatum": d} for d in ("1850-01-01", "1905-02-03", "1928-09-01", "1921-01-01", None)]
    )

    assert count_startjaren(lezing).to_dict("records") == [
        {"periode": "vóór 1900", "verenigingen": 1},
        {"periode": "1900–1909", "verenigingen": 1},
        {"periode": "1910–1919", "verenigingen": 0},
        {"periode": "1920–1929", "verenigingen": 2},
        {"periode": "niet ingevuld", "verenigingen": 1},
    ]


def test_association_counts_once_per_municipality_and_the_tail_is_one_row():
    lezing = _lezing(
        verenigingen=[{"intern_nummer": n} for n in "12345"],
        locaties=[
            {"intern_nummer": n, "gemeente": g}
            for n, g in [
                ("1", "Aalst"),
                ("1", "Aalst"),
                ("2", "Aalst"),
                ("3", "Gent"),
                ("1", "Gent"),
                ("3", "Ninove"),
                ("4", "Lede"),
                ("4", "Zele"),
                ("9", "Wees"),
            ]
        ],
    )

    assert count_gemeenten(lezing, hoogstens=2).to_dict("records") == [
        {"gemeente": "Aalst", "verenigingen": 2},
        {"gemeente": "Gent", "verenigingen": 2},
        {"gemeente": "3 andere gemeenten", "verenigingen": 2},
        {"gemeente": "geen gemeente ingevuld", "verenigingen": 1},
    ]


def test_empty_delivery_gives_empty_counts():
    leeg = _lezing()

    assert [len(tel(leeg)) for tel in (count_activiteiten, count_startjaren, count_gemeenten)] == [0, 0, 0]
    assert count_leeftijden(leeg)["verenigingen"].tolist() == [0, 0, 0, 0, 0]
