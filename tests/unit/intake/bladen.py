"""Sheets and workbooks written down in a test."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analytics.domain.blad import Blad, Soort, Werkmap, kolomletter


def een_blad(naam: str, rijen: Sequence[Sequence[str | None]], *, eerste_rij: int = 1, **rest: object) -> Blad:
    """Return a sheet of text cells; ``None`` is an empty one."""
    breedte = max((len(r) for r in rijen), default=0)
    letters = [kolomletter(i + 1) for i in range(breedte)]
    tekst = pd.DataFrame(
        [list(r) + [None] * (breedte - len(r)) for r in rijen],
        columns=letters,
        index=range(eerste_rij, eerste_rij + len(rijen)),
    ).astype("string")
    soort = tekst.notna().astype("uint8") * int(Soort.TEKST)
    return Blad(naam, "zichtbaar", tekst, soort.astype("uint8"), **rest)


def een_werkmap(*bladen: Blad, naam: str = "levering.xlsx") -> Werkmap:
    return Werkmap(naam, "0" * 64, bladen)
