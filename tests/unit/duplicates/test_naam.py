"""How a name is taken apart."""

from __future__ import annotations

import pytest

from analytics.duplicates.naam import Naamlezer
from analytics.duplicates.tekst import split_woorden
from analytics.duplicates.uitlijnen import lijkt


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("KSA Sint-Jan v.z.w.", ["ksa", "sint", "jan", "vzw"]),
        ("K S A St. Jan", ["ksa", "sint", "jan"]),
        ("ChiroMariakerke", ["chiro", "mariakerke"]),
        ("CHIROMARIAKERKE", ["chiromariakerke"]),
        ("37ste Scouts & Gidsen", ["37", "scouts", "en", "gidsen"]),
        ("'t Kélderke", ["t", "kelderke"]),
        ("Okra 55+", ["okra", "55", "plus"]),
        ("Wande1club", ["wandelclub"]),
    ],
)
def test_words_are_folded(tekst, woorden):
    assert split_woorden(tekst) == woorden


@pytest.mark.parametrize(
    ("naam", "klassen"),
    [
        ("Koninklijke Harmonie Sint-Cecilia vzw", [("harmonie", "soort"), ("sint cecilia", "sint")]),
        ("Chirojeugd Mariakerke", [("chiro", "koepel"), ("mariakerke", "plaats")]),
        ("chiromariakerke", [("chiro", "koepel"), ("mariakerke", "plaats")]),
        ("Bond van Grote en Jonge Gezinnen Aalst", [("gezinsbond", "koepel"), ("aalst", "plaats")]),
        ("KAV Boom", [("femma", "koepel"), ("boom", "plaats")]),
        ("Judoschool De Snater", [("judo", "soort"), ("snater", "eigen")]),
        ("Carnavalsgroep De Snottebellen", [("carnaval", "soort"), ("snottebellen", "eigen")]),
        ("50 Pius XI", [("50", "getal"), ("pius", "gewoon"), ("11", "getal")]),
        ("Kortrijkse Zwemkring", [("kortrijk", "plaats"), ("zwemmen", "soort")]),
        ("Volcsdansgroep Reynaert", [("volksdans", "soort"), ("reynaert", "eigen")]),
        ("Reusengilde De Boskring", [("reuzen", "soort"), ("boskring", "gewoon")]),
        ("KFC De Leeuw B", [("voetbal", "soort"), ("leeuw", "gewoon"), ("b", "getal")]),
    ],
)
def test_each_word_gets_its_class(lezer: Naamlezer, naam, klassen):
    woorden = lezer.lees(naam).woorden

    assert [(sorted(w.waarden)[0], w.klasse) for w in woorden] == klassen


def test_a_name_of_small_words_only_keeps_them(lezer: Naamlezer):
    assert [w.tekst for w in lezer.lees("De Onze").woorden] == ["de", "onze"]


@pytest.mark.parametrize(
    ("een", "ander"), [("zwaan", "swaen"), ("snoekbaars", "snoekbaarzen"), ("vlijt", "vlyt"), ("klub", "club")]
)
def test_spellings_of_one_sound_are_one(een, ander):
    assert lijkt(een, ander)


@pytest.mark.parametrize(
    ("een", "ander"), [("Hubertus", "Hubert"), ("Stefanus", "Stefaan"), ("Gerardus", "Gerard"), ("Eligius", "Elooi")]
)
def test_a_saint_has_one_spelling_whichever_way_he_is_written(lezer: Naamlezer, een, ander):
    assert lezer.lees(f"Fanfare Sint-{een}").woorden[1].waarden == lezer.lees(f"Fanfare St. {ander}").woorden[1].waarden


def test_the_words_after_an_article_may_stand_for_the_whole_name(lezer: Naamlezer):
    assert frozenset({"snaterkade"}) in lezer.lees("Begeleidingstehuis De Snaterkade").delen
    assert lezer.lees("Vrienden van de Snaterkade").delen == ()


def test_a_village_behind_its_name_and_whom_it_is_for_weigh_nothing(lezer: Naamlezer):
    assert [w.klasse for w in lezer.lees("Femma Kermt-dorp").woorden] == ["koepel", "plaats", "algemeen"]
    assert lezer.lees("Snaterkade, hulp voor jongeren").woorden[-1].klasse == "algemeen"
