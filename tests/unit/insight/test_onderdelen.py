from analytics.insight.onderdelen import count_onderdelen
from tests.gevallen import geval


def test_parts_are_counted_per_association_through_its_internal_number():
    levering = geval(
        verenigingen=[{"intern_nummer": "1"}, {"intern_nummer": " 2 "}, {"intern_nummer": "3", "werkmap": 1}],
        contactgegevens=[{"intern_nummer": "1"}] * 5 + [{"intern_nummer": "2"}, {"intern_nummer": "onbestaand"}],
    )

    assert count_onderdelen(levering).to_dict("records") == [
        {"tabel": "contactgegevens", "onderdeel": "Contactgegevens", "noemer": 3}
        | {"0": 1, "1": 1, "2": 0, "3": 0, "4 of meer": 1},
        {"tabel": "locaties", "onderdeel": "Locaties", "noemer": 3} | {"0": 3, "1": 0, "2": 0, "3": 0, "4 of meer": 0},
        {"tabel": "vertegenwoordigers", "onderdeel": "Vertegenwoordigers", "noemer": 2}
        | {"0": 2, "1": 0, "2": 0, "3": 0, "4 of meer": 0},
        {"tabel": "bankrekeningen", "onderdeel": "Bankrekeningen", "noemer": 2}
        | {"0": 2, "1": 0, "2": 0, "3": 0, "4 of meer": 0},
    ]


def test_row_without_a_number_has_no_parts():
    levering = geval(verenigingen=[{"intern_nummer": None}], locaties=[{"intern_nummer": None}])

    assert count_onderdelen(levering)["0"].tolist() == [1, 1, 1, 1]
