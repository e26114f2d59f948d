"""Invented numbers pass every check, are all different, and cannot belong to anybody."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analytics.domain.nummers import is_belgische_iban, is_kbo_nummer, zijn_insz
from analytics.example.getallen import iban, insz, kbo_nummers, mobiele_nummers, schrijf_telefoon, vaste_nummers

REEKS = np.arange(20_000)


def test_insz_are_valid_different_and_of_nobody() -> None:
    nummers = pd.Series(insz(REEKS), dtype="string")

    assert zijn_insz(nummers).all()
    assert nummers.is_unique
    # No month has number 13 to 19, not even for bis numbers (+20 and +40).
    assert nummers.str[2:4].astype(int).between(13, 19).all()


def test_kbo_numbers_are_valid_and_different() -> None:
    nummers = kbo_nummers(REEKS)

    assert all(is_kbo_nummer(n) for n in nummers)
    assert len(set(nummers)) == len(nummers)


def test_iban_are_valid_and_of_no_bank() -> None:
    nummers = iban(REEKS)

    assert all(is_belgische_iban(n) for n in nummers)
    assert len(set(nummers)) == len(nummers)
    assert {n[5:8] for n in nummers} == {"999"}


def test_telephone_numbers_begin_with_a_digit_no_subscriber_has() -> None:
    mobiel = mobiele_nummers(REEKS)
    vast = vaste_nummers(REEKS, ["53", "9"] * 10_000)

    assert all(len(n) == 9 and n[0] == "4" and n[3] == "0" for n in mobiel)
    assert all(len(n) == 8 and n[2 if n[0] == "5" else 1] == "0" for n in vast)


def test_a_number_is_written_in_four_ways() -> None:
    assert [schrijf_telefoon("470012345", v) for v in range(4)] == [
        "0470 01 23 45",
        "0470/01.23.45",
        "+32 470 01 23 45",
        "0470012345",
    ]
    assert schrijf_telefoon("53012345", 0) == "053 01 23 45"
    assert schrijf_telefoon("90123456", 0) == "09 012 34 56"
