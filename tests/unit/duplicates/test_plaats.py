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
