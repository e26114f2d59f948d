"""Cells as they stand in a sheet's XML, many at a time, before anyone has said what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt
import pyarrow as pa

MAX_RIJ = 1_048_576
MAX_KOLOM = 16_384


class Celtype(IntEnum):
    """The ``t`` of a cell."""

    GETAL = 0
    GEDEELD = 1
    TEKST = 2
    LOGISCH = 3
    FOUT = 4
    DATUM = 5


CELTYPES = {
    "n": Celtype.GETAL,
    "s": Celtype.GEDEELD,
    "str": Celtype.TEKST,
    "inlineStr": Celtype.TEKST,
    "b": Celtype.LOGISCH,
    "e": Celtype.FOUT,
    "d": Celtype.DATUM,
}


@dataclass(frozen=True, eq=False)
class Cellen:
    """
    A run of cells, in the order of the sheet.

    Attributes:
        rij, kolom: Place, counted from 1.
        stijl: Index of the cell format.
        celtype: :class:`Celtype`.
        formule: Whether the cell holds a formula.
        ruw: The stored value (entities and rich text resolved, escapes not); null when nothing is stored.
    """

    rij: npt.NDArray[np.int32]
    kolom: npt.NDArray[np.int32]
    stijl: npt.NDArray[np.int32]
    celtype: npt.NDArray[np.uint8]
    formule: npt.NDArray[np.bool_]
    ruw: pa.LargeStringArray
