"""Charts on origin answer in their title, with the denominator, and carry their numbers."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from analytics.domain.piloot import Deadlines
from analytics.questionnaire.bevestiging import EMMERS
from analytics.questionnaire.planning import leeg_archief, leveringen_geduid, planning
from analytics.report import charts_herkomst as charts
from analytics.report.charts_bijschrift import Bijschrift
from analytics.report.charts_svg import naar_svg

BIJ = Bijschrift("Piloot aalst", "Bron: proef")
VANDAAG = dt.date(2025, 3, 1)


def emmerrijen(doorsnede: str, groep: str, **aantallen: int) -> list[tuple[str, str, str, int, int]]:
    totaal = sum(aantallen.values())
    return [(doorsnede, groep, code, aantallen.get(code, 0), totaal) for code, _, _ in EMMERS]


def test_age_of_confirmations_says_how_many_of_how_many():
    rijen = [
        *emmerrijen("alle", "alle verenigingen", m6=2, m24=1, geen=1),
        *emmerrijen("bron", "Sport", m6=2),
        *emmerrijen("bron", "Jeugd", m24=1, geen=1),
    ]
    tabel = pd.DataFrame(rijen, columns=["doorsnede", "groep", "emmer", "aantal", "totaal"])
    grafiek = charts.ouderdom(tabel, BIJ, doorsnede="bron")

    assert grafiek.titel == "2 van de 4 verenigingen zijn de laatste 12 maanden bevestigd; 1 zonder bevestiging"
    assert grafiek.gegevens["Groep"].tolist() == ["alle verenigingen", "Sport", "Jeugd"]
    assert grafiek.gegevens["Laatste 12 maanden"].tolist() == [2, 2, 0]


def test_every_bucket_is_drawn():
    getekend = {code for _, codes, _, _ in charts._OUDERDOM for code in codes}

    assert getekend == {code for code, _, _ in EMMERS}


def test_stars_name_what_was_not_answered_and_that_they_are_a_proposal():
    tabel = pd.DataFrame(
        {
            "vraag": ["Z1", "Z2"],
            "onderwerp": ["Diensten", "Bronnen"],
            "antwoord": ["Samen", ""],
            "sterren": pd.array([3, None], dtype="Int64"),
            "hoogstens": pd.array([3, 3], dtype="Int64"),
        }
    )
    grafiek = charts.sterren(tabel, BIJ)

    assert grafiek.titel == "Zelfevaluatie: 3 van de 6 sterren (aantal per antwoord: eigen voorstel)"
    assert "niet beantwoord" in naar_svg(grafiek, titel=grafiek.titel, alt=grafiek.alt)


def test_verdicts_are_counted_per_questionnaire():
    tabel = pd.DataFrame(
        {"soort": ["herkomst", "herkomst", "beheer"], "oordeel": ["tegengesproken", "bevestigd", "niet toetsbaar"]}
    )
    grafiek = charts.oordelen(tabel, BIJ)

    assert grafiek.titel == "De gegevens spreken 1 van de 3 beweringen tegen"
    assert grafiek.gegevens.to_numpy().tolist() == [["herkomst", 1, 1, 0], ["beheer", 0, 0, 1]]


def test_timeline_says_what_is_late_and_missing():
    deadlines = Deadlines(d1=dt.date(2025, 2, 14), d2=dt.date(2025, 3, 28))
    archief = pd.DataFrame(
        {
            "piloot": ["p"],
            "ronde": [1],
            "soort": ["kbo"],
            "ontvangen": pd.to_datetime(["2025-02-17"]),
            "afzender_rol": ["dienst"],
            "bestand": ["kbo.xlsx"],
            "sha256": ["a"],
        }
    )
    plan = planning(deadlines, archief, peildatum=VANDAAG)
    grafiek = charts.tijdlijn(plan, leveringen_geduid(deadlines, archief), BIJ, peildatum=VANDAAG)
    svg = naar_svg(grafiek, titel=grafiek.titel, alt=grafiek.alt)

    assert grafiek.titel == "1 levering tot 1 maart 2025: 1 te laat voor een termijn, 2 ontbreken"
    assert grafiek.gegevens["Telt voor"].tolist() == ["D2"]
    assert ">D1<" in svg
    assert svg == naar_svg(grafiek, titel=grafiek.titel, alt=grafiek.alt)


def test_nothing_to_draw_is_said_in_words():
    leeg = leveringen_geduid(Deadlines(), leeg_archief())
    plan = planning(Deadlines(), leeg_archief(), peildatum=VANDAAG)
    ouderdom = pd.DataFrame(columns=["doorsnede", "groep", "emmer", "aantal", "totaal"])

    assert charts.tijdlijn(plan, leeg, BIJ, peildatum=VANDAAG).titel == "Er is nog geen planning"
    assert charts.ouderdom(ouderdom, BIJ).titel == "Hoe actueel de gegevens zijn, is niet bekend"
    assert charts.oordelen(pd.DataFrame(columns=["soort", "oordeel"]), BIJ).titel == "Er zijn nog geen beweringen"


def test_missing_column_is_named():
    with pytest.raises(ValueError, match="missing columns: sterren"):
        charts.sterren(pd.DataFrame(columns=["vraag", "onderwerp", "antwoord", "hoogstens"]), BIJ)
