"""Two records side by side."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.duplicates.naast_elkaar import OPENBAAR, Segment, Veldpaar, markeer, naast_elkaar
from analytics.duplicates.records import Records


def test_only_the_words_that_differ_are_marked():
    links, rechts = markeer("Koninklijke Harmonie De Zwaan", "HARMONIE De Zwaan vzw")

    assert links == (Segment("Koninklijke ", True), Segment("Harmonie De Zwaan", False))
    assert rechts == (Segment("HARMONIE De Zwaan", False), Segment(" vzw", True))


def test_within_a_misspelt_word_only_the_letters_are_marked():
    links, rechts = markeer("Pottenstampers", "Pottestampers")

    assert links == (Segment("Potte", False), Segment("n", True), Segment("stampers", False))
    assert rechts == (Segment("Pottestampers", False),)


@given(st.text(max_size=30), st.text(max_size=30))
def test_segments_give_the_texts_back(a, b):
    links, rechts = markeer(a, b)

    assert ("".join(s.tekst for s in links), "".join(s.tekst for s in rechts)) == (a, b)


def records() -> Records:
    """Return two associations with an address and a contact."""
    tekst = {"dtype": "string"}
    return Records(
        pd.DataFrame({"naam": pd.Series(["Snaterkring", "Snaterkring vzw"], [3, 4], **tekst)}),
        pd.DataFrame(
            {"record": [3], "postcode": pd.Series(["9300"], **tekst), "gemeente": pd.Series(["Aalst"], **tekst)}
        ),
        pd.DataFrame(
            {
                "record": [3],
                "type": pd.Series(["E-mail"], **tekst),
                "waarde": pd.Series(["info@snaterkring.example.be"], **tekst),
            }
        ),
    )


def test_public_fields_hold_no_contact():
    paren = naast_elkaar(records(), 3, b=4, velden=OPENBAAR)

    assert paren == (
        Veldpaar("naam", (Segment("Snaterkring", False),), (Segment("Snaterkring", False), Segment(" vzw", True))),
        Veldpaar("gemeente", (Segment("Aalst", True),), ()),
    )


def test_unknown_record_is_an_error():
    with pytest.raises(KeyError):
        naast_elkaar(records(), 3, b=99)
