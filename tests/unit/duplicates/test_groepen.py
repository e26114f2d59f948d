"""Groups, and the chains they must not make."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analytics.duplicates.groepen import maak_groepen


def groepen(*paren: tuple[int, int, float]) -> list[list[int]]:
    """Return the records of each group for pairs with their log-odds."""
    frame = pd.DataFrame([p[:2] for p in paren], columns=["a", "b"])
    uit = maak_groepen(frame, np.array([p[2] for p in paren]))
    return [deel["record"].tolist() for _, deel in uit.groupby("groep")]


def test_records_linked_with_each_other_are_one_group():
    assert groepen((1, 2, 5.0), (1, 3, 4.0), (2, 3, 4.5), (7, 9, 1.0)) == [[1, 2, 3], [7, 9]]


def test_strong_chain_holds():
    assert groepen((1, 2, 6.0), (2, 3, 5.0)) == [[1, 2, 3]]


def test_weak_link_between_two_strong_pairs_is_cut():
    assert groepen((1, 2, 6.0), (2, 3, 1.0), (3, 4, 6.0)) == [[1, 2], [3, 4]]


def test_record_that_hangs_on_by_a_weak_link_is_left_out():
    assert groepen((1, 2, 6.0), (2, 3, 1.0)) == [[1, 2]]
