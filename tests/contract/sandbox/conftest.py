"""Fixtures around a register in process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sandbox_klant import WANDELCLUB, Klant, adres, locatie, mens


@pytest.fixture
def klant() -> Klant:
    return Klant()


@pytest.fixture
def club(klant: Klant) -> Klant:
    """A register in which ``WANDELCLUB`` is V0001001."""
    klant.nieuwe(**WANDELCLUB)
    return klant


@pytest.fixture
def maak_klant() -> Iterator[Callable[..., Klant]]:
    gemaakt: list[Klant] = []

    def maak(**anders: Any) -> Klant:
        gemaakt.append(Klant(**anders))
        return gemaakt[-1]

    yield maak
    for klant in gemaakt:
        klant.register_app.register.sluit()


@pytest.fixture
def bouw() -> Any:
    """Builders of valid parts, as one value so that tests need no import path."""

    class Bouw:
        adres = staticmethod(adres)
        locatie = staticmethod(locatie)
        mens = staticmethod(mens)

    return Bouw
