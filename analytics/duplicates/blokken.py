"""Propose pairs without comparing all with all: records that share a key, in blocks that may not grow."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

Codes: TypeAlias = npt.NDArray[np.int64]


def paren_in_blokken(sleutels: pd.DataFrame, *, n: int, grens: int, hoogstens: int) -> Codes:
    """
    Return the pairs of records that share a key.

    Args:
        sleutels: ``sleutel`` (anything hashable), ``record`` (int, 0…n-1).
        n: Number of records.
        grens: Pairs must lie across this record number (two sources); 0 = any pair.
        hoogstens: Blocks of more records say too little and are passed over, which keeps the work linear.

    Returns:
        Sorted distinct codes ``a * n + b`` with a < b.
    """
    if sleutels.empty:
        return np.empty(0, dtype=np.int64)
    codes = pd.factorize(sleutels["sleutel"])[0]
    record = sleutels["record"].to_numpy(dtype=np.int64)
    uniek = np.unique(codes.astype(np.int64) * n + record)
    blok, record = uniek // n, uniek % n
    _, start, omvang = np.unique(blok, return_index=True, return_counts=True)
    goed = (omvang > 1) & (omvang <= hoogstens)
    start, omvang = start[goed], omvang[goed]
    delen: list[Codes] = []
    for maat in np.unique(omvang):  # blocks of one size at once
        rijen = record[start[omvang == maat][:, None] + np.arange(maat)]
        links, rechts = np.triu_indices(maat, 1)
        a, b = rijen[:, links].ravel(), rijen[:, rechts].ravel()
        if grens:
            over = (a < grens) & (b >= grens)
            a, b = a[over], b[over]
        delen.append(a * n + b)
    return np.unique(np.concatenate(delen)) if delen else np.empty(0, dtype=np.int64)


def verenig(delen: Iterable[Codes]) -> Codes:
    """Return the sorted distinct codes of all parts."""
    lijst = [deel for deel in delen if len(deel)]
    return np.unique(np.concatenate(lijst)) if lijst else np.empty(0, dtype=np.int64)
