"""What this package needs to know of a validated delivery; :class:`analytics.checks.validatie.Validatie` fits it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import pandas as pd


class Gelezen(Protocol):
    """The delivery as it would be loaded; :class:`analytics.intake.lezing.Lezing` fits it."""

    @property
    def waarden(self) -> Mapping[str, pd.DataFrame]:
        """Return per table one row per record and one column of text per field, same rows as in the delivery."""

    @property
    def vereniging(self) -> Mapping[str, pd.Series[int]]:
        """Return per table the association of each record: its row in ``verenigingen``, <NA> where there is none."""


class Gevalideerd(Protocol):
    """
    The outcome of the rules on one delivery.

    A protocol and not an import: numbers and rules are siblings, and neither needs the other's code.
    """

    @property
    def bevindingen(self) -> pd.DataFrame:
        """Return one row per finding: ``code, ernst, tabel, blad, veld, vereniging, intern_nummer, ...``."""

    @property
    def telling(self) -> pd.DataFrame:
        """Return one row per rule and place: its numbers *toegepast* and *gevonden*, ``hele_kolom``."""

    @property
    def laadbaar(self) -> pd.Series[bool]:
        """Tell per delivered association whether nothing stands in the way of loading it."""

    @property
    def oorzaken(self) -> pd.DataFrame:
        """Return one row per cause, the one that frees most associations first."""

    @property
    def niet_vooraf(self) -> pd.DataFrame:
        """Return what only the register can know: ``code, titel, bron, velden, toegepast``."""

    @property
    def lezing(self) -> Gelezen:
        """Return the values as they would be loaded."""
