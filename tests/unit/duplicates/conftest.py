"""The reader of names and places, made once."""

from __future__ import annotations

import pytest

from analytics.domain.codelijsten import (
    REFERENTIE,
    buurgemeenten,
    deelgemeenten,
    gehuchten,
    gemeentefusies,
    parochies,
    postcodes,
)
from analytics.duplicates.naam import Naamlezer
from analytics.duplicates.zoek import maak_naamlezer


@pytest.fixture(scope="session")
def lezer() -> Naamlezer:
    return maak_naamlezer(
        REFERENTIE / "dubbels",
        postcodes=postcodes(),
        deelgemeenten=deelgemeenten(),
        gemeentefusies=gemeentefusies(),
        gehuchten=gehuchten(),
        parochies=parochies(),
        buurgemeenten=buurgemeenten(),
    )
