"""Where an association is, however that was written."""

from __future__ import annotations

import pytest

from analytics.duplicates.naam import Naamlezer

AALST, GENT, ANTWERPEN, OUDSBERGEN = "41002", "44021", "11002", "72042"


@pytest.mark.parametrize(
    ("postcode", "gemeente", "nis"),
    [
        ("9300", "", {AALST}),
        ("", "Gijzegem", {AALST}),
        ("", "GIJZEGEM (Aalst)", {AALST}),
        ("", "Borgerhout (Antwerpen)", {ANTWERPEN}),
        ("", " Antwerpen 5", {ANTWERPEN}),
        ("", "Meeuwen-Gruitrode", {OUDSBERGEN}),
        ("9030", "Mariakerke", {GENT}),
        ("", "Meldert", {AALST, "24041", "71037"}),
        ("", "Los Angeles", {"los angeles"}),
        ("90210", "", {"postcode 90210"}),
        ("", "", set()),
    ],
)
def test_place_is_the_municipality_of_today(lezer: Naamlezer, postcode, gemeente, nis):
    assert lezer.plaatsen.nis(postcode, gemeente) == nis


def test_a_municipality_of_two_names_is_not_its_first_part(lezer: Naamlezer):
    (nis,) = lezer.plaatsen.nis("3530", "Houthalen-Helchteren")

    assert lezer.plaatsen.deel("Houthalen-Helchteren", nis) == ""
    assert lezer.plaatsen.deel("Helchteren", nis) == "helchteren"


@pytest.mark.parametrize(
    ("gemeente", "deel"),
    [("Gijzegem", "gijzegem"), ("Aalst-Gijzegem", "gijzegem"), ("Ghijseghem", "gijzegem"), ("Aelst", "")],
)
def test_the_part_is_read_beside_the_municipality_and_in_old_spelling(lezer: Naamlezer, gemeente, deel):
    assert lezer.plaatsen.deel(gemeente, AALST) == deel


def test_a_municipality_without_postcode_is_known_in_old_spelling(lezer: Naamlezer):
    assert lezer.plaatsen.nis("", "Ghijseghem") == {AALST}


def test_a_name_that_came_with_a_merger_is_told_from_one_that_stayed(lezer: Naamlezer):
    (pelt,), (tielt,) = lezer.plaatsen.nis("", "Pelt"), lezer.plaatsen.nis("8700", "")

    assert lezer.plaatsen.nieuw[pelt] == {("pelt",)}
    assert lezer.plaatsen.nieuw[tielt] == frozenset()
    assert ("tielt",) in lezer.plaatsen.heden[tielt]
