"""Patterns of the search engine, compared with the language's own where that is safe."""

from __future__ import annotations

import fnmatch
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.sandbox.toetsen import bevat_html
from analytics.sandbox.zoekpatroon import lees_jokers, lees_patroon

STUK = st.sampled_from(["a", "b", ".", "(a|b)", "[ab]", "[^a]", "(ab|)", "[a-b]"])
MAAL = st.sampled_from(["", "", "*", "+", "?", "{2}", "{1,2}", "{1,}"])
TEKST = st.text("ab", max_size=6)


@given(st.lists(st.tuples(STUK, MAAL), max_size=5), TEKST)
@settings(max_examples=150, deadline=None)
def test_regular_expression_accepts_what_python_accepts(delen, tekst):
    patroon = "".join(stuk + maal for stuk, maal in delen)

    assert lees_patroon(patroon)(tekst) == bool(re.fullmatch(patroon, tekst))


@given(st.text("ab*?", max_size=7), TEKST)
@settings(max_examples=150, deadline=None)
def test_wildcards_accept_what_fnmatch_accepts(patroon, tekst):
    assert lees_jokers(patroon, str)(tekst) == fnmatch.fnmatchcase(tekst, patroon)


def test_quoted_and_escaped_signs_stand_for_themselves():
    assert lees_patroon('"a.b"\\.')("a.b.")
    assert not lees_patroon('"a.b"')("axb")
    assert lees_jokers(r"a\*b", str)("a*b")
    assert not lees_jokers(r"a\*b", str)("axb")


@pytest.mark.parametrize("patroon", ["(", "a)", "[", "[]", "*", "a{x}", '"a', "\\", "a" * 1001, "(a{1000}){1000}"])
def test_pattern_that_cannot_be_read_is_refused(patroon):
    with pytest.raises(ValueError, match=r"."):
        lees_patroon(patroon)


@pytest.mark.parametrize("patroon", ["(a|aa)+b", "(a|a)*b", "a*" * 30 + "b", "(((a*)*)*)*b", ".*" * 20 + "b"])
def test_costly_expression_is_answered_at_once(patroon):
    assert not lees_patroon(patroon)("a" * 5000)


def test_costly_wildcards_are_answered_at_once():
    assert not lees_jokers("*a" * 300 + "b", str)("a" * 5000)


@given(st.text("<>a\n", max_size=10))
@settings(max_examples=200, deadline=None)
def test_html_is_what_the_pattern_of_the_faq_finds(tekst):
    assert bevat_html(tekst) == bool(re.search("<.*?>", tekst))
