"""What a threshold costs and what it misses, as far as the probabilities hold."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

#: Thresholds to choose from.
KEUZES = (0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99)
#: What looking at one pair takes.
MINUTEN_PER_PAAR = 2
KOLOMMEN = ("drempel", "paren", "gestopt", "verwacht_dubbel", "verwacht_anders", "gemist", "minuten")


def schat_drempels(
    paren: pd.DataFrame,
    *,
    keuzes: Sequence[float] = KEUZES,
    minuten_per_paar: float = MINUTEN_PER_PAAR,
) -> pd.DataFrame:
    """
    Return one row per threshold, with :data:`KOLOMMEN`.

    ``paren``: pairs put before a human from this threshold on; ``gestopt``: registrations that wait for them;
    ``verwacht_dubbel`` and ``verwacht_anders``: how many of those pairs are doubles or not, by their probabilities;
    ``gemist``: doubles expected among the pairs below it; ``minuten``: of review.

    Args:
        paren: ``kans`` and ``rij`` (the record that waits) of every pair that was looked at.
        keuzes: Thresholds; none below the one down to which pairs were looked at.
    """
    kans = paren["kans"].to_numpy(dtype=float)
    rijen = []
    for keuze in keuzes:
        boven = kans >= keuze
        dubbel, aantal = float(kans[boven].sum()), int(boven.sum())
        gemist = float(kans[~boven].sum())
        wacht = int(paren.loc[boven, "rij"].nunique())
        rijen.append((keuze, aantal, wacht, dubbel, aantal - dubbel, gemist, round(aantal * minuten_per_paar)))
    frame = pd.DataFrame(rijen, columns=list(KOLOMMEN))
    return frame.round({"verwacht_dubbel": 1, "verwacht_anders": 1, "gemist": 1})


def verdeel_zittingen(
    paren: pd.DataFrame, *, minuten: int = 30, minuten_per_paar: float = MINUTEN_PER_PAAR
) -> pd.DataFrame:
    """
    Return *paren* in the order in which they are best decided on, with ``zitting`` (1, 2, …).

    What hangs together (``samenhang``) is never split, unless it is longer than a sitting by itself; sittings go
    through one municipality after the other, so that whoever knows the place can take it.

    Args:
        paren: ``plaats`` (text, <NA> last), ``samenhang`` (int), and whatever else.
    """
    if paren.empty:
        return paren.assign(zitting=pd.Series(dtype="int64"))
    plaats = paren["plaats"].astype("string")
    eerste = plaats.groupby(paren["samenhang"]).transform("min").fillna("\uffff")
    gesorteerd = paren.assign(_plaats=eerste).sort_values(["_plaats", "samenhang"], kind="stable")
    hoogstens = max(int(minuten / minuten_per_paar), 1)
    zitting, bezet, nummers = 1, 0, []
    for _, deel in gesorteerd.groupby(["_plaats", "samenhang"], sort=False):
        if bezet and bezet + len(deel) > hoogstens:
            zitting, bezet = zitting + 1, 0
        for _ in range(len(deel)):
            if bezet == hoogstens:
                zitting, bezet = zitting + 1, 0
            nummers.append(zitting)
            bezet += 1
    return gesorteerd.drop(columns="_plaats").assign(zitting=np.array(nummers)).reset_index(drop=True)
