"""The request bodies about recognitions, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from analytics.sandbox.verzoeken import Leegbaar, Verzoek


@dataclass(frozen=True, slots=True)
class ErkenningVerzoek(Verzoek):
    ipdc_product_nummer: str | None = None
    startdatum: date | None = None
    einddatum: date | None = None
    hernieuwingsdatum: date | None = None
    hernieuwings_url: str | None = None


@dataclass(frozen=True, slots=True)
class RegistreerErkenning(Verzoek):
    erkenning: ErkenningVerzoek | None = None


@dataclass(frozen=True, slots=True)
class TeWijzigenErkenning(Verzoek):
    startdatum: Leegbaar = None
    einddatum: Leegbaar = None
    hernieuwingsdatum: Leegbaar = None
    hernieuwings_url: str | None = None
    reden: str | None = None


@dataclass(frozen=True, slots=True)
class WijzigErkenning(Verzoek):
    erkenning: TeWijzigenErkenning | None = None


@dataclass(frozen=True, slots=True)
class SchorsErkenning(Verzoek):
    reden_schorsing: str | None = None
