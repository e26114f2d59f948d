"""CSV that a spreadsheet does not run."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest

from analytics.files.csvtekst import als_csv


@pytest.mark.parametrize("tekst", ["=cmd()", "@SOM(A1)", "+cmd|' /C calc'!A0", "-1+cmd|x", "\t=1+1", "\n=1"])
def test_formula_gets_an_apostrophe(tekst: str):
    uit = als_csv(pd.DataFrame({"naam": [tekst]}, dtype="string"))

    # newline="" as a spreadsheet reads it: the text is kept as it was, behind the apostrophe
    assert list(csv.reader(io.StringIO(uit, newline="")))[1] == [f"'{tekst}"]


@pytest.mark.parametrize("tekst", ["+32 9 111 11 11", "-5", "+3,5", "De = Club", "a@example.be", "- "])
def test_what_is_no_formula_is_left_alone(tekst: str):
    uit = als_csv(pd.DataFrame({"naam": [tekst]}, dtype="string"))

    assert next(iter(list(csv.reader(io.StringIO(uit)))[1])) == tekst


@pytest.mark.parametrize("tekst", ["De\rKring", "De\r\nKring", "De\nKring"])
def test_line_break_in_a_cell_does_not_break_the_row(tekst: str):
    uit = als_csv(pd.DataFrame({"naam": [tekst], "rij": [1]}))

    assert uit == 'naam,rij\n"De\nKring",1\n'


def test_numbers_and_missing_values_stay_what_they_are():
    frame = pd.DataFrame({"rij": pd.array([2, None], dtype="Int64"), "naam": pd.array(["x", None], dtype="string")})

    assert als_csv(frame) == "rij,naam\n2,x\n,\n"
