"""Pairs from blocks."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.duplicates.blokken import paren_in_blokken


def paren(sleutels: list[tuple[str, int]], *, grens: int = 0, hoogstens: int = 10) -> list[tuple[int, int]]:
    """Return the pairs of records numbered below 10."""
    frame = pd.DataFrame(sleutels, columns=["sleutel", "record"])
    return [divmod(int(c), 10) for c in paren_in_blokken(frame, n=10, grens=grens, hoogstens=hoogstens)]


def test_every_pair_of_a_block_is_proposed_once():
    assert paren([("x", 1), ("x", 2), ("x", 4), ("y", 2), ("y", 1), ("y", 1)]) == [(1, 2), (1, 4), (2, 4)]


def test_large_blocks_are_passed_over():
    assert paren([("x", i) for i in range(4)] + [("y", 0), ("y", 1)], hoogstens=3) == [(0, 1)]


def test_two_sources_are_compared_across_only():
    assert paren([("x", 0), ("x", 1), ("x", 5), ("x", 6)], grens=5) == [(0, 5), (0, 6), (1, 5), (1, 6)]


@pytest.mark.parametrize("sleutels", [[], [("x", 1)]])
def test_no_company_no_pairs(sleutels):
    assert paren(sleutels) == []
