"""The workbook of decisions: what goes in comes out."""

from __future__ import annotations

import io
import string

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.errors import WerkmapFout
from analytics.files.besluiten import ANTWOORDEN, KOPPEN, lees_besluiten, schrijf_besluiten

TEKST = st.text(string.ascii_letters + string.digits + " éü=+-@'\";,.&<>/_x", max_size=30).map(str.strip)
RIJ = st.fixed_dictionaries(
    {k: TEKST for k in KOPPEN if k not in ("antwoord", "wanneer", "intern_nummer", "wie", "opmerking")}
    | {
        "intern_nummer": TEKST.filter(bool),
        "antwoord": st.sampled_from(["", *ANTWOORDEN]),
        "wanneer": st.sampled_from(["", "2025-07-01"]),
        "wie": st.sampled_from(["", "dossierbeheerder"]),
        "opmerking": st.sampled_from(["", "=1+1", "Zie dossier 12"]),
    }
)


@settings(max_examples=30, deadline=None)
@given(st.lists(RIJ, min_size=1, max_size=6))
def test_round_trip_of_the_workbook_loses_nothing(rijen: list[dict[str, str]]):
    paren = pd.DataFrame(rijen, columns=list(KOPPEN)).astype("string")

    gelezen = lees_besluiten(schrijf_besluiten(paren), "besluiten.xlsx")

    assert gelezen.to_dict("list") == paren.to_dict("list")


def test_only_the_answer_columns_can_be_filled_in_and_the_answer_from_a_list():
    paren = pd.DataFrame([dict.fromkeys(KOPPEN, "x") | {"antwoord": ""}]).astype("string")

    blad = openpyxl.load_workbook(io.BytesIO(schrijf_besluiten(paren)))["Besluiten"]

    vrij = [kolom for kolom, cel in zip(KOPPEN, blad[2], strict=True) if not cel.protection.locked]
    assert blad.protection.sheet is True
    assert vrij == ["antwoord", "wie", "wanneer", "opmerking"]
    assert [(str(v.sqref), v.formula1) for v in blad.data_validations.dataValidation] == [
        ("M2", '"zelfde,verschillend,weet niet"')
    ]


def test_probability_stands_before_the_answer_only_when_asked_for():
    paren = pd.DataFrame([dict.fromkeys(KOPPEN, "x") | {"antwoord": "zelfde", "wanneer": ""}]).astype("string")

    def koppen(inhoud: bytes) -> list[str]:
        return [str(cel.value) for cel in openpyxl.load_workbook(io.BytesIO(inhoud))["Besluiten"][1]]

    met = schrijf_besluiten(paren.assign(kans=[0.934]))
    blad = openpyxl.load_workbook(io.BytesIO(met))["Besluiten"]

    assert koppen(schrijf_besluiten(paren)) == list(KOPPEN.values())
    assert [k for k in koppen(met) if k not in KOPPEN.values()] == ["Kans op dezelfde (onze schatting)"]
    assert (blad["M2"].value, blad["N1"].value) == ("93%", "Antwoord")
    pd.testing.assert_frame_equal(lees_besluiten(met, "b.xlsx"), paren)


def test_same_pairs_give_the_same_bytes():
    paren = pd.DataFrame([dict.fromkeys(KOPPEN, "x") | {"antwoord": ""}]).astype("string")

    assert schrijf_besluiten(paren) == schrijf_besluiten(paren)


def test_answer_that_is_none_is_refused_with_its_row():
    boek = openpyxl.load_workbook(
        io.BytesIO(schrijf_besluiten(pd.DataFrame([dict.fromkeys(KOPPEN, "") | {"intern_nummer": "1"}])))
    )
    boek["Besluiten"]["M2"] = "misschien"
    uit = io.BytesIO()
    boek.save(uit)

    with pytest.raises(WerkmapFout, match=r"besluiten\.xlsx, Besluiten!M2: het antwoord is niet zelfde"):
        lees_besluiten(uit.getvalue(), "besluiten.xlsx")


def test_insz_in_a_remark_is_masked():
    paren = pd.DataFrame(
        [dict.fromkeys(KOPPEN, "") | {"intern_nummer": "1", "opmerking": "voorzitter 70.01.01-001.88"}]
    )

    gelezen = lees_besluiten(schrijf_besluiten(paren.astype("string")), "b.xlsx")

    assert gelezen["opmerking"].tolist() == ["voorzitter **.**.**-***.**"]


def test_another_file_is_refused():
    with pytest.raises(WerkmapFout, match="geen leesbare werkmap"):
        lees_besluiten(b"PK", "b.xlsx")
