"""The reader of names and places, made once."""

from __future__ import annotations

import pytest

from analytics.duplicates.naam import Naamlezer
from analytics.run.dubbels_zoek import naamlezer


@pytest.fixture(scope="session")
def lezer() -> Naamlezer:
    return naamlezer()
