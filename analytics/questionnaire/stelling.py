"""One claim of one pilot, ready to be set against the data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from analytics.questionnaire.antwoorden import duid
from analytics.questionnaire.vragen import Vragenlijst


@dataclass(frozen=True)
class Stelling:
    """
    A claim that follows from an answer.

    Attributes:
        soort, vraag, vak: Where it was answered.
        antwoord: The choice made or the date given, in Dutch.
        toets: Which test speaks to it; ``grens`` and ``maanden`` are its settings.
        categorie: Category of data the claim is about, or empty.
        datum: The date that was answered.
        op: Day the form came in: "the last 12 months" are those before it; None = today.
    """

    soort: str
    vraag: str
    vak: str
    antwoord: str
    toets: str
    grens: float = 0.0
    maanden: int = 0
    categorie: str = ""
    datum: dt.date | None = None
    op: dt.date | None = None


def stellingen(lijst: Vragenlijst, waarden: Mapping[str, str], *, op: dt.date | None = None) -> tuple[Stelling, ...]:
    """Return what the answers claim; open, unreadable and non-committal answers claim nothing."""
    gevonden: list[Stelling] = []
    for antwoord in duid(lijst, waarden):
        vak = antwoord.vak
        beweert = antwoord.keuze.beweert if antwoord.keuze else vak.beweert if antwoord.datum else ()
        tekst = antwoord.keuze.tekst if antwoord.keuze else antwoord.tekst
        gevonden.extend(
            Stelling(
                soort=lijst.soort,
                vraag=vak.vraag,
                vak=vak.id,
                antwoord=tekst,
                toets=bewering.toets,
                grens=bewering.grens,
                maanden=bewering.maanden,
                categorie=vak.categorie,
                datum=antwoord.datum,
                op=op,
            )
            for bewering in beweert
        )
    return tuple(gevonden)
