import datetime as dt

import pytest

from analytics.report.tekst import breuk, datum, deel, getal, opsomming, procent


@pytest.mark.parametrize(
    ("waarde", "decimalen", "tekst"),
    [(0, 0, "0"), (1234, 0, "1.234"), (1234567, 0, "1.234.567"), (1234.5, 1, "1.234,5"), (-1234.56, 2, "-1.234,56")],
)
def test_numbers_are_written_the_dutch_way(waarde, decimalen, tekst):
    assert getal(waarde, decimalen) == tekst


@pytest.mark.parametrize(
    ("teller", "noemer", "tekst"),
    [
        (0, 412, "0\u00a0%"),
        (1, 412, "minder dan 1\u00a0%"),
        (206, 412, "50\u00a0%"),
        (411, 412, "meer dan 99\u00a0%"),
        (412, 412, "100\u00a0%"),
        (0, 0, "–"),
    ],
)
def test_only_all_is_a_hundred_percent_and_only_nothing_is_zero(teller, noemer, tekst):
    assert procent(teller, noemer) == tekst


def test_share_shows_both_numbers():
    assert breuk(3, 1412) == "3 van 1.412 (minder dan 1\u00a0%)"
    assert breuk(0, 0) == "0 van 0"


@pytest.mark.parametrize(
    ("teller", "noemer", "tekst"),
    [
        (3, 412, "3 van de 412 verenigingen zijn"),
        (1, 412, "1 van de 412 verenigingen is"),
        (0, 412, "Geen van de 412 verenigingen is"),
        (412, 412, "Alle 412 verenigingen zijn"),
        (1, 1, "De enige vereniging is"),
    ],
)
def test_sentence_agrees_with_its_number(teller, noemer, tekst):
    assert deel(teller, noemer, "is", "zijn") == tekst


def test_date_has_a_dutch_month():
    assert datum(dt.date(2024, 3, 12)) == "12 maart 2024"


def test_enumeration_ends_with_en():
    assert [opsomming(list(d)) for d in ("a", "ab", "abc")] == ["a", "a en b", "a, b en c"]
