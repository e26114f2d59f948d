import pandas as pd
import pytest

from analytics.insight.vormen import count_vormen, vorm


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("9308 Gijzegem", "9999 Aaaa"),
        ("53/12.34.56", "99/99.99.99"),
        ("Gent", "Aaaa"),
        ("KWB", "AAA"),
        ("CHIROJEUGD", "AAAA"),
        ("Sint-Jan", "Aaaa-Aaa"),
        ("éé\u00a0ß", "aa a"),
        ("٣", "9"),
        ("", ""),
    ],
)
def test_shape_keeps_digits_apart_and_shortens_words(tekst, verwacht):
    assert vorm(tekst) == verwacht


def test_shapes_are_counted_with_the_values_they_stand_for():
    aantallen = pd.Series({"9300": 5, "Aalst": 2, "9310": 1, "Gent": 1})

    assert count_vormen(aantallen).to_dict() == {"9999": 6, "Aaaa": 3}
    assert count_vormen(aantallen).index.tolist() == ["9999", "Aaaa"]
