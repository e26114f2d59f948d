"""What the dictionary adds: compounds cut in parts, forms of one word, and words that only look alike."""

from __future__ import annotations

import pytest

from analytics.duplicates.klank import ruwe_klank
from analytics.duplicates.taal import is_ander_woord, samenstelling, woordvormen
from analytics.duplicates.tekst import split_woorden
from analytics.duplicates.uitlijnen import lijkt


@pytest.mark.parametrize(
    ("woord", "delen"),
    [
        ("woudzangers", ("woud", "zangers")),
        ("speelkaartmuseum", ("speelkaart", "museum")),
        ("snaterpopschool", ("snaterpop", "school")),
        ("matroesjka", ()),
        ("zangers", ()),
    ],
)
def test_a_compound_ends_in_a_word_and_may_begin_with_a_name(woord, delen):
    assert samenstelling(woord, frozenset().__contains__) == delen


@pytest.mark.parametrize(("een", "ander"), [("roos", "rooze"), ("watervlo", "watervlooien"), ("zwaan", "zwanen")])
def test_forms_of_one_word_have_something_in_common(een, ander):
    assert woordvormen(een) & woordvormen(ander)


@pytest.mark.parametrize(("een", "ander", "zelfde"), [("ring", "kring", False), ("sneppen", "snippen", True)])
def test_two_words_are_no_typing_error_unless_only_a_vowel_differs(een, ander, zelfde):
    assert is_ander_woord(een, ander)
    assert lijkt(een, ander) is zelfde


@pytest.mark.parametrize(("een", "ander"), [("zoeloe", "zulu"), ("calypso", "calipso"), ("tsjuut", "chuut")])
def test_who_writes_what_he_hears_is_understood(een, ander):
    assert ruwe_klank(een) == ruwe_klank(ander)


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("Vrienden v.d. Abdij", ["vrienden", "van", "de", "abdij"]),
        ("Broederschap v/h Gouden Ei", ["broederschap", "van", "het", "gouden", "ei"]),
        ("H. Graf", ["heilig", "graf"]),
        ("Turnkring L&V", ["turnkring", "lv"]),
        ("VIIIe Zeescouts", ["viii", "zeescouts"]),
        ("J.C. d' Yzer", ["jc", "d", "yzer"]),
    ],
)
def test_short_forms_are_written_out_before_their_dots_are_lost(tekst, woorden):
    assert split_woorden(tekst) == woorden
