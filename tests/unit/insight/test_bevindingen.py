import pandas as pd

from analytics.insight.bevindingen import (
    count_per_blad,
    count_per_ernst,
    count_per_regel,
    measure_laadbaar,
    split_verspreiding,
)
from tests.gevallen import BEVINDING, OORZAAK, TELLING, bevinding, geval, regel, uitkomst

VERENIGINGEN = [{"intern_nummer": f"V{i}"} for i in range(3)] + [{"intern_nummer": "V3", "werkmap": 1}]


def _oorzaak(code, **anders):
    rij = {"oorzaak": f"Oorzaak {code}", "code": code, "veld": "naam", "cellen": 1, "verenigingen": 1}
    return rij | {"wordt_laadbaar": 1, "samen_laadbaar": 1, "hele_kolom": False} | anders


def test_loadable_share_has_its_denominator_per_kind_and_in_all():
    levering = geval(verenigingen=VERENIGINGEN)
    gevonden = uitkomst(levering, [bevinding("naam_ontbreekt", vereniging=1)])

    assert measure_laadbaar(levering, gevonden.laadbaar).to_dict("records") == [
        {"soort": "Feitelijke verenigingen en afdelingen", "laadbaar": 2, "geleverd": 3},
        {"soort": "KBO-verenigingen", "laadbaar": 1, "geleverd": 1},
        {"soort": "Alle verenigingen", "laadbaar": 3, "geleverd": 4},
    ]


def test_kind_that_was_not_delivered_is_left_out():
    levering = geval(verenigingen=VERENIGINGEN[:1])

    assert measure_laadbaar(levering, uitkomst(levering).laadbaar)["soort"].tolist() == [
        "Feitelijke verenigingen en afdelingen",
        "Alle verenigingen",
    ]


def test_rule_on_several_columns_is_one_row_and_rules_that_never_applied_are_none():
    telling = pd.DataFrame(
        [
            regel("html", gevonden=1, toegepast=10),
            regel("html", gevonden=2, toegepast=20),
            regel("kort", "INFO", gevonden=9),
            regel("leeg", gevonden=5, hele_kolom=True),
            regel("nooit", gevonden=0, toegepast=0),
        ],
        columns=TELLING,
    )

    per_regel = count_per_regel(telling)

    assert per_regel[["code", "toegepast", "gevonden", "hele_kolom"]].to_dict("records") == [
        {"code": "leeg", "toegepast": 10, "gevonden": 5, "hele_kolom": True},
        {"code": "html", "toegepast": 30, "gevonden": 3, "hele_kolom": False},
        {"code": "kort", "toegepast": 10, "gevonden": 9, "hele_kolom": False},
    ]


def test_sheet_with_most_faults_comes_first():
    bevindingen = pd.DataFrame(
        [
            bevinding("a", "INFO"),
            bevinding("b", "INFO"),
            bevinding("c", blad="Locaties"),
            bevinding("d", "WAARSCHUWING", blad=None, vereniging=None),
        ]
    )

    assert count_per_blad(bevindingen).to_dict("records") == [
        {"blad": "Locaties", "FOUT": 1, "WAARSCHUWING": 0, "INFO": 0},
        {"blad": "(hele werkmap)", "FOUT": 0, "WAARSCHUWING": 1, "INFO": 0},
        {"blad": "Verenigingen", "FOUT": 0, "WAARSCHUWING": 0, "INFO": 2},
    ]


def test_association_with_two_faults_counts_once_under_the_severity():
    levering = geval(verenigingen=VERENIGINGEN)
    bevindingen = [bevinding("a"), bevinding("b"), bevinding("a", vereniging=1), bevinding("c", vereniging=None)]

    assert count_per_ernst(uitkomst(levering, bevindingen).bevindingen).to_dict("records") == [
        {"ernst": "FOUT", "bevindingen": 4, "regels": 3, "verenigingen": 2},
        {"ernst": "WAARSCHUWING", "bevindingen": 0, "regels": 0, "verenigingen": 0},
        {"ernst": "INFO", "bevindingen": 0, "regels": 0, "verenigingen": 0},
    ]


def test_whole_columns_are_told_apart_from_scattered_cells():
    oorzaken = pd.DataFrame(
        [
            _oorzaak("a", cellen=400, wordt_laadbaar=300, hele_kolom=True),
            _oorzaak("b", cellen=3, wordt_laadbaar=2),
            _oorzaak("c", cellen=4, wordt_laadbaar=0),
        ]
    )

    assert split_verspreiding(oorzaken).to_dict("records") == [
        {"verspreiding": "hele kolom", "oorzaken": 1, "cellen": 400, "verenigingen_vrij": 300},
        {"verspreiding": "verspreid", "oorzaken": 2, "cellen": 7, "verenigingen_vrij": 2},
    ]


def test_no_findings_give_zeros_not_errors():
    leeg = uitkomst(geval()).bevindingen

    assert count_per_blad(leeg).columns.tolist() == ["blad", "FOUT", "WAARSCHUWING", "INFO"]
    assert count_per_ernst(leeg)["bevindingen"].tolist() == [0, 0, 0]
    assert count_per_regel(pd.DataFrame(columns=TELLING)).empty
    assert split_verspreiding(pd.DataFrame(columns=OORZAAK))["cellen"].tolist() == [0, 0]
    assert leeg.columns.tolist() == BEVINDING
