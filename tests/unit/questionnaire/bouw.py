"""Small deliveries and claims for the tests of this folder."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from analytics.questionnaire.stelling import Stelling
from analytics.questionnaire.waarnemingen import Momentopname, Waarnemingen

VANDAAG = dt.date(2025, 6, 20)


def tabel(**kolommen: list[str | None]) -> pd.DataFrame:
    return pd.DataFrame({naam: pd.array(waarden, dtype="string") for naam, waarden in kolommen.items()})


def opname(ronde: int = 3, ontvangen: dt.date | None = None, **tabellen: pd.DataFrame) -> Momentopname:
    return Momentopname(ronde, tabellen, (), ontvangen)


def met_bevestigingen(*waarden: str | None) -> Momentopname:
    nummers = [f"N{i}" for i in range(len(waarden))]
    return opname(verenigingen=tabel(intern_nummer=nummers, laatst_bevestigd=list(waarden)))


def met_bronnen(*bronnen: str | None, ronde: int = 3, ontvangen: dt.date | None = None) -> Momentopname:
    nummers = [f"N{i}" for i in range(len(bronnen))]
    return opname(ronde, ontvangen, verenigingen=tabel(intern_nummer=nummers, bron_dienst=list(bronnen)))


def gezien(nu: Momentopname | None, **rest: object) -> Waarnemingen:
    return Waarnemingen(VANDAAG, nu, **rest)


def paren(*drietallen: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(list(drietallen), columns=["a", "b", "oordeel"]).astype("string")


def stelling(toets: str, **rest: object) -> Stelling:
    return Stelling("herkomst", "O1", "O1.vak", "antwoord", toets, **rest)
