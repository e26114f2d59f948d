from analytics.insight.verloop import trace_verandering, trace_verloop
from tests.gevallen import bevinding, geval, regel, uitkomst

DRIE = [{"intern_nummer": f"V{i}"} for i in range(3)]


def _ronde(bevindingen, *regels, verenigingen=DRIE):
    return uitkomst(geval(verenigingen=verenigingen), bevindingen, telling=[regel(r) for r in regels])


def _loten(vorige, huidige):
    tabel = trace_verandering(vorige, huidige).set_index("code").drop(columns=["titel", "ernst"])
    return {code: {lot: n for lot, n in rij.items() if n} for code, rij in tabel.to_dict("index").items()}


def test_finding_stays_itself_when_its_row_moves():
    vorige = _ronde([bevinding("a", rij=5)], "a")
    huidige = _ronde([bevinding("a", rij=70)], "a", verenigingen=DRIE[::-1])

    assert _loten(vorige, huidige) == {"a": {"gebleven": 1}}


def test_repaired_new_and_remaining_are_counted_apart():
    vorige = _ronde([bevinding("a"), bevinding("a", vereniging=1), bevinding("b")], "a", "b")
    huidige = _ronde([bevinding("a"), bevinding("a", vereniging=2)], "a", "b")

    assert _loten(vorige, huidige) == {"a": {"gebleven": 1, "hersteld": 1, "nieuw": 1}, "b": {"hersteld": 1}}


def test_same_rule_twice_on_an_association_is_counted_twice():
    vorige = _ronde([bevinding("a")] * 3, "a")
    huidige = _ronde([bevinding("a")], "a")

    assert _loten(vorige, huidige) == {"a": {"gebleven": 1, "hersteld": 2}}


def test_finding_on_an_association_that_was_not_delivered_again_is_not_repaired():
    vorige = _ronde([bevinding("a", vereniging=2)], "a")
    huidige = _ronde([], "a", verenigingen=DRIE[:2])

    assert _loten(vorige, huidige) == {"a": {"vervallen": 1}}


def test_rule_that_no_longer_applies_repairs_nothing_and_one_that_starts_is_not_the_pilots_fault():
    vorige = _ronde([bevinding("insz_in_ronde_1")], "insz_in_ronde_1")
    huidige = _ronde([bevinding("insz_ontbreekt")], "insz_ontbreekt")

    assert _loten(vorige, huidige) == {"insz_in_ronde_1": {"vervallen": 1}, "insz_ontbreekt": {"nieuw_getoetst": 1}}


def test_finding_about_a_sheet_is_known_by_its_sheet():
    op_blad = bevinding("blad_ontbreekt", vereniging=None, blad="Locaties", veld=None)
    vorige = _ronde([op_blad, op_blad | {"blad": "Contactgegevens"}], "blad_ontbreekt")
    huidige = _ronde([op_blad], "blad_ontbreekt")

    assert _loten(vorige, huidige) == {"blad_ontbreekt": {"gebleven": 1, "hersteld": 1}}


def test_course_counts_each_round_in_order():
    rondes = {2: _ronde([]), 1: _ronde([bevinding("a"), bevinding("b", "INFO", vereniging=1)])}

    assert trace_verloop(rondes).to_dict("records") == [
        {"ronde": 1, "geleverd": 3, "laadbaar": 2, "FOUT": 1, "WAARSCHUWING": 0, "INFO": 1},
        {"ronde": 2, "geleverd": 3, "laadbaar": 3, "FOUT": 0, "WAARSCHUWING": 0, "INFO": 0},
    ]


def test_two_rounds_without_findings_have_no_change():
    tabel = trace_verandering(_ronde([]), _ronde([]))

    assert tabel.empty
    assert tabel.columns.tolist()[:4] == ["code", "titel", "ernst", "hersteld"]
