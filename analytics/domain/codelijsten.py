"""Code lists as the register knows them, read once from ``data/referentie`` (sources in ``BRONNEN.md`` there)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pandas as pd

REFERENTIE = Path(__file__).parents[2] / "data" / "referentie"

#: Lists that a column can refer to (``Veld.codelijst``).
CODELIJSTEN = ("hoofdactiviteiten", "werkingsgebieden", "contactgegeventypes", "locatietypes", "soorten", "janee")


def _lees(naam: str) -> pd.DataFrame:
    return pd.read_csv(REFERENTIE / f"{naam}.csv", dtype="string", keep_default_na=False)


@cache
def codelijst(naam: str) -> pd.DataFrame:
    """
    Return a code list in the register's order: columns ``code``, ``naam``, ``schrijfwijzen`` (``;`` between them).

    Raises:
        KeyError: If *naam* is not in :data:`CODELIJSTEN`.
    """
    if naam not in CODELIJSTEN:
        raise KeyError(naam)
    lijst = _lees(naam)
    if "schrijfwijzen" not in lijst:
        lijst["schrijfwijzen"] = pd.Series("", index=lijst.index, dtype="string")
    return lijst[["code", "naam", "schrijfwijzen"]]


@cache
def postcodes() -> pd.DataFrame:
    """
    Return one row per postcode: ``postcode, gemeente, nis, nuts3, werkingsgebied, bron``.

    Municipalities as they are after the mergers of 1 January 2025; ``gemeente`` is empty for Walloon postcodes.
    """
    return _lees("postcodes")


@cache
def deelgemeenten() -> pd.DataFrame:
    """Return ``deelgemeente, nis, gemeente``: parts of municipalities, before the mergers of 2025."""
    return _lees("deelgemeenten")


@cache
def gemeentefusies() -> pd.DataFrame:
    """Return which municipalities merged into which, as ``data/referentie/gemeentefusies.csv`` lists them."""
    return _lees("gemeentefusies")


@cache
def gehuchten() -> pd.DataFrame:
    """Return ``gehucht, postcode``: hamlets and quarters after which associations name themselves."""
    return _lees("gehuchten")


@cache
def parochies() -> pd.DataFrame:
    """Return ``patroon, plaats, postcode``: which village or quarter has which patron saint."""
    return _lees("parochies")


@cache
def buurgemeenten() -> pd.DataFrame:
    """Return ``nis_a, nis_b``: which municipalities of today border on one another, each border once."""
    return _lees("buurgemeenten")
