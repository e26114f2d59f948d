"""Who delivers: a pilot, how it delivers, and by when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Methode = Literal["excel", "api"]

#: What the dates of the plan stand for; ``D1`` .. ``D7`` in ``piloten.toml``.
DEADLINES: dict[str, str] = {
    "D1": "Werkmappen en vragenlijst herkomst binnen (start ronde 1)",
    "D2": "Einde ronde 1: verbeterde bestanden binnen",
    "D3": "Werkmappen voor ronde 2 en beheerplan binnen",
    "D4": "Einde ronde 2: productieomgeving klaar",
    "D5": "Gevalideerde bestanden voor productie binnen",
    "D6": "Laatste verbeterde bestanden: migratieronde sluit",
    "D7": "Start beheer door de piloot",
}


@dataclass(frozen=True)
class Deadlines:
    """The round deadlines of a pilot; ``None`` where the plan gives no date. Meanings in :data:`DEADLINES`."""

    d1: dt.date | None = None
    d2: dt.date | None = None
    d3: dt.date | None = None
    d4: dt.date | None = None
    d5: dt.date | None = None
    d6: dt.date | None = None
    d7: dt.date | None = None

    def datum(self, code: str) -> dt.date | None:
        """Return the date of deadline *code* (``D1`` .. ``D7``); ``KeyError`` for another code."""
        if code not in DEADLINES:
            raise KeyError(code)
        waarde: dt.date | None = getattr(self, code.lower())
        return waarde

    def van_ronde(self, ronde: int) -> dt.date | None:
        """Return the date by which the workbooks of *ronde* (1, 2, 3) must be in."""
        return {1: self.d1, 2: self.d3, 3: self.d5}[ronde]

    def einde_ronde(self, ronde: int) -> dt.date | None:
        """Return the date on which *ronde* (1, 2, 3) ends."""
        return {1: self.d2, 2: self.d4, 3: self.d6}[ronde]


@dataclass(frozen=True)
class Piloot:
    """
    One pilot.

    Attributes:
        code: Short name used in folders and on the command line.
        naam: Name of the organisation; never of a person.
        initiator: Code of the organisation in whose name DV loads (``VR-Initiator``).
        methode: Whether it delivers workbooks or synchronises over the API.
        deadlines: The dates of its rounds.
        koppen: Headings that differ from the template, ``{"Naam van de club": "verenigingen.naam"}``.
        bladen: Sheet names that differ, ``{"Clubs": "verenigingen"}``.
        vaste_waarden: What the pilot leaves out because it is always the same, ``{"locaties.land": "België"}``.
    """

    code: str
    naam: str
    initiator: str
    methode: Methode = "excel"
    deadlines: Deadlines = Deadlines()
    koppen: Mapping[str, str] = field(default_factory=dict)
    bladen: Mapping[str, str] = field(default_factory=dict)
    vaste_waarden: Mapping[str, str] = field(default_factory=dict)
