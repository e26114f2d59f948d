"""Write the example deliveries to disk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from analytics.domain.piloot import Piloot
from analytics.errors import GebruiksFout
from analytics.example.voorbeeld import RONDEN, leverdatum, maak_voorbeeld
from analytics.files.piloten import lees_piloten
from analytics.files.schrijf import schrijf

#: What the practice register's KBO knows: real deliveries hold numbers that exist, so the example's must too.
KBO = Path(__file__).parents[1] / "sandbox" / "data" / "kbo.csv"

#: Size and seed of the set that is kept in the repository.
KLEIN, KLEIN_ZAAD = 600, 2024


def schrijf_voorbeeld(
    uitvoer: Path, *, verenigingen: int, zaad: int, piloten: Sequence[Piloot] | None = None, kbo: Path = KBO
) -> None:
    """
    Write ``<piloot>/ronde-<n>/<piloot>-<soort>.xlsx``, ``waarheid.csv``, ``dubbels-waarheid.csv`` and
    ``ontvangen.csv`` (when each delivery came in).

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
    schrijf(uitvoer / "ontvangen.csv", _ontvangen(wie))
    for bestand in maak_voorbeeld(wie, verenigingen=verenigingen, zaad=zaad, kbo=gekend):
        schrijf(uitvoer / bestand.pad, bestand.inhoud)


def schrijf_klein_voorbeeld(uitvoer: Path) -> None:
    """Write the small set that is kept in ``data/voorbeeld``; raises as :func:`schrijf_voorbeeld`."""
    schrijf_voorbeeld(uitvoer, verenigingen=KLEIN, zaad=KLEIN_ZAAD)


def _ontvangen(piloten: Sequence[Piloot]) -> str:
    """Return when each delivery came in: on its deadline, some days before, or, for one pilot, too late."""
    regels = ["piloot,ronde,ontvangen"]
    for nummer, piloot in enumerate(piloten):
        for ronde in RONDEN:
            dagen = 4 if (nummer, ronde) == (1, 2) else -((nummer * 3 + ronde) % 5)
            regels.append(f"{piloot.code},{ronde},{leverdatum(piloot, ronde) + dt.timedelta(days=dagen)}")
    return "\n".join(regels) + "\n"
