"""Patron saints: whose they are, and what that says about names that mention only one of them."""

from __future__ import annotations

import pandas as pd
import pytest
from lede import LEDE, oordeel

from analytics.domain.codelijsten import parochies
from analytics.duplicates.naam import Naamlezer
from analytics.duplicates.naamoordeel import Naamoordeel
from analytics.duplicates.parochies import lees_parochies

LIJST = pd.DataFrame(
    [
        ("Sint-Denijs", "Impe", "9340"),
        ("Sint-Martinus", "Lede", "9340"),
        ("Onze-Lieve-Vrouw", "Wanzele", "9340"),
        ("Sint-Jozef", "Impe", "9340"),
        ("Sint-Jozef", "Wanzele", "9340"),
    ],
    columns=["patroon", "plaats", "postcode"],
    dtype="string",
)


def met_parochies(lezer: Naamlezer, een: str, ander: str) -> Naamoordeel:
    return oordeel(lezer, een, ander, lees_parochies(LIJST, lezer)[LEDE])


@pytest.mark.parametrize(
    ("een", "ander", "kenmerk"),
    [
        ("Chiro Impe", "Chiro Sint-Dionysius", "patroon_klopt"),
        ("OKRA Wanzele", "OKRA Lede O.-L.-Vrouw", "patroon_klopt"),
        ("Chiro Wanzele", "Chiro St.-Denijs", "patroon_elders"),
        ("Chiro Lede", "Chiro Sint-Maarten", "patroon_hoofd"),
        ("Chiro Lede", "Chiro Sint-Denijs", "patroon_deel"),
        ("OKRA Wanzele", "OKRA Sint-Martinus", "patroon_elders"),
    ],
)
def test_a_patron_saint_says_where(lezer: Naamlezer, een, ander, kenmerk):
    gezien = met_parochies(lezer, een, ander)

    assert kenmerk in gezien.kenmerken
    # The place that the other mentions is then no difference.
    assert not (kenmerk == "patroon_klopt" and any(k.startswith("plaats_") for k in gezien.kenmerken))


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Chiro Impe", "Chiro Sint-Dionysius Wanzele"),  # beside another place the saint is not the patron of Impe
        ("Chiro Impe", "Chiro Sint-Jozef"),  # of two places, so it does not tell which
        ("Chiro Impe", "Chiro De Snaters"),
    ],
)
def test_a_saint_that_does_not_say_where_has_no_mark(lezer: Naamlezer, een, ander):
    assert not any(k.startswith("patroon_") for k in met_parochies(lezer, een, ander).kenmerken)


def test_every_parish_lies_in_a_known_postcode(lezer: Naamlezer):
    lijst = parochies()

    assert set(lijst["postcode"]) <= lezer.plaatsen.postcodes.keys()
    assert not lijst.duplicated().any()
    assert (lijst != "").all().all()
