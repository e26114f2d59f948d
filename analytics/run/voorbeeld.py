"""Write the example deliveries to disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from analytics.domain.piloot import Piloot
from analytics.errors import GebruiksFout
from analytics.example.voorbeeld import maak_voorbeeld
from analytics.files.piloten import lees_piloten

#: What the practice register's KBO knows: real deliveries hold numbers that exist, so the example's must too.
KBO = Path(__file__).parents[1] / "sandbox" / "data" / "kbo.csv"


def schrijf_voorbeeld(
    uitvoer: Path, *, verenigingen: int, zaad: int, piloten: Sequence[Piloot] | None = None, kbo: Path = KBO
) -> None:
    """
    Write ``<piloot>/ronde-<n>/<piloot>-<soort>.xlsx``, ``waarheid.csv`` and ``dubbels-waarheid.csv``.

    Args:
        uitvoer: Folder, made when it is not there; files of the same name are replaced.
        verenigingen: How many associations in all, divided over the pilots.
        zaad: Same seed, same bytes.
        piloten: Who delivers; all of ``data/piloten.toml`` when not given.
        kbo: Enterprises that the practice register knows.

    Raises:
        GebruiksFout: If there are fewer associations than pilots, or *zaad* is negative.
    """
    wie = list(lees_piloten().values()) if piloten is None else list(piloten)
    if verenigingen < 2 * len(wie):
        raise GebruiksFout(f"--verenigingen is {verenigingen}; geef minstens {2 * len(wie)}: twee per piloot.")
    if zaad < 0:
        raise GebruiksFout(f"--zaad is {zaad}; geef een getal van 0 of meer.")
    gekend = pd.read_csv(kbo, dtype="string", keep_default_na=False)
    for bestand in maak_voorbeeld(wie, verenigingen=verenigingen, zaad=zaad, kbo=gekend):
        pad = uitvoer / bestand.pad
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(bestand.inhoud)
