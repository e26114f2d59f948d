"""
From the sum of the weights to a probability that holds: measured, not believed.

The weights are set by reasoning, so their sum promises too much. This curve says what it was worth: fitted (monotone,
least log-loss) on pairs of the building generator and of the building halves of the hand-written lists, then rounded.
Between -0.5 and 0.1 it is steep, because there lie the names that share a word or two, and nearly none of those is one
association. ``benchmarks/dubbels.py`` measures what it does to pairs that it was not fitted on.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

_SOM = np.array([-6.0, -3.0, -0.5, 0.1, 1.5, 3.0, 5.0, 6.0])
_WAARD = np.array([-5.9, -4.5, -3.0, 0.1, 1.7, 2.9, 4.4, 5.4])


def ijk(som: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the log-odds that a sum of weights was found to be worth; beyond the curve it goes on in parallel."""
    return _vertaal(som, _SOM, _WAARD)


def som_voor(kans: float) -> float:
    """Return the sum of weights that is worth the probability *kans*."""
    logodds = np.array([np.log(kans / (1 - kans))])
    return float(_vertaal(logodds, _WAARD, _SOM)[0])


def _vertaal(
    x: npt.NDArray[np.float64], van: npt.NDArray[np.float64], naar: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    binnen = np.clip(x, van[0], van[-1])
    return np.asarray(np.interp(binnen, van, naar) + (x - binnen))
