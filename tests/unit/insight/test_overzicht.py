import datetime as dt

from analytics.domain.piloot import Deadlines, Piloot
from analytics.insight.overzicht import judge_termijn, overview
from analytics.insight.samenvatting import summarise
from tests.gevallen import bevinding, geval, uitkomst

DAG = dt.date(2024, 3, 1)


def _samenvatting(piloot, ronde, bevindingen=()):
    levering = geval(piloot=piloot, ronde=ronde, verenigingen=[{"intern_nummer": "V0"}, {"intern_nummer": "V1"}])
    return summarise(levering, uitkomst(levering, bevindingen))


def test_pilots_and_rounds_stand_in_order_with_their_deadline():
    samenvattingen = [
        _samenvatting("evergem", 1),
        _samenvatting("aalst", 2),
        _samenvatting("aalst", 1, [bevinding("a")]),
    ]
    piloten = {"aalst": Piloot("aalst", "Stad Aalst", "OVO000001", deadlines=Deadlines(d1=DAG, d3=DAG))}
    ontvangen = {("aalst", 1): DAG, ("aalst", 2): dt.date(2024, 3, 2), ("evergem", 1): DAG}

    tabel = overview(samenvattingen, piloten, ontvangen=ontvangen)

    assert tabel[["naam", "ronde", "geleverd", "laadbaar", "FOUT", "termijn"]].to_dict("records") == [
        {"naam": "Stad Aalst", "ronde": 1, "geleverd": 2, "laadbaar": 1, "FOUT": 1, "termijn": "op tijd"},
        {"naam": "Stad Aalst", "ronde": 2, "geleverd": 2, "laadbaar": 2, "FOUT": 0, "termijn": "te laat"},
        {"naam": "evergem", "ronde": 1, "geleverd": 2, "laadbaar": 2, "FOUT": 0, "termijn": "niet gekend"},
    ]


def test_without_dates_nobody_is_late():
    assert overview([_samenvatting("aalst", 3)])["termijn"].tolist() == ["niet gekend"]


def test_delivery_on_the_day_itself_is_on_time_and_without_a_date_is_not_judged():
    assert judge_termijn(DAG, DAG) == "op tijd"
    assert judge_termijn(DAG, dt.date(2024, 3, 2)) == "te laat"
    assert judge_termijn(None, DAG) == judge_termijn(DAG, None) == "niet gekend"


def test_overview_of_nothing_has_its_columns():
    assert overview([]).columns.tolist()[:4] == ["piloot", "naam", "ronde", "geleverd"]
