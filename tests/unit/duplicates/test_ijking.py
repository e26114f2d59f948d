"""That a probability is what pairs were found to be worth."""

from __future__ import annotations

import numpy as np
import pytest

from analytics.duplicates.ijking import ijk, som_voor


def test_more_evidence_is_never_worth_less():
    assert (np.diff(ijk(np.linspace(-30, 30, 601))) > 0).all()


@pytest.mark.parametrize("kans", [0.001, 0.1, 0.5, 0.7, 0.95, 0.9999])
def test_sum_for_a_probability_gives_that_probability(kans):
    assert 1 / (1 + np.exp(-ijk(np.array([som_voor(kans)]))[0])) == pytest.approx(kans)


def test_names_that_share_a_word_or_two_are_seldom_one_association():
    assert 1 / (1 + np.exp(-ijk(np.array([-0.5]))[0])) == pytest.approx(0.047, abs=0.001)
