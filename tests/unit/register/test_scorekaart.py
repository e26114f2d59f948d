"""What was predicted against what the register answered: counted per rule, with the rows where they differ."""

from __future__ import annotations

import pandas as pd

from analytics.register.antwoord import Melding
from analytics.register.plan import NIET, NIET_LAADBAAR, REGISTREER, Plan, Planregel
from analytics.register.scorekaart import (
    NIET_TE_VOORSPELLEN,
    REGEL_ONTBREEKT,
    SAMEN,
    TELLINGEN,
    Uitspraak,
    maak_scorekaart,
)

NAAM_LEEG = "'Naam' mag niet leeg zijn."
ADRES = "Adres kon niet gevalideerd worden bij adressenregister."


def plan(**regels_per_sleutel: tuple[str, ...]) -> Plan:
    regels = tuple(
        Planregel(
            i, sleutel, "v.xlsx", "Verenigingen", i + 2, NIET if regels else REGISTREER, "h", 1,
            NIET_LAADBAAR if regels else "", regels,
        )
        for i, (sleutel, regels) in enumerate(regels_per_sleutel.items())
    )  # fmt: skip
    return Plan("aalst", 2, "proef", "r", "OVO990001", "l", {}, regels)


def antwoord(sleutel: str, *teksten: str) -> Uitspraak:
    return Uitspraak(sleutel, tuple(Melding("", tekst) for tekst in teksten))


def rij(kaart: pd.DataFrame, regel: str) -> dict[str, object]:
    (gevonden,) = kaart[kaart["regel"].eq(regel)].to_dict("records")
    return {str(k): v for k, v in gevonden.items()}


def telling(kaart: pd.DataFrame, regel: str) -> tuple[object, ...]:
    gevonden = rij(kaart, regel)
    return tuple(gevonden[kolom] for kolom in TELLINGEN)


def test_refusal_that_was_predicted_counts_for_its_rule():
    kaart = maak_scorekaart(plan(a=("naam_ontbreekt",), b=()), [antwoord("a", NAAM_LEEG), antwoord("b")])

    assert kaart["regel"].tolist() == ["naam_ontbreekt", SAMEN]
    assert telling(kaart, "naam_ontbreekt") == (1, 1, 1, 1, 0)
    assert telling(kaart, SAMEN) == (1, 1, 1, 1, 0)


def test_refusal_for_another_reason_confirms_without_the_sentence():
    kaart = maak_scorekaart(plan(a=("naam_ontbreekt", "email_ongeldig")), [antwoord("a", NAAM_LEEG)])

    assert telling(kaart, "naam_ontbreekt") == (1, 1, 1, 1, 0)
    assert telling(kaart, "email_ongeldig") == (1, 1, 1, 0, 0)


def test_prediction_that_the_register_accepts_is_named():
    kaart = maak_scorekaart(plan(a=("naam_ontbreekt",)), [antwoord("a")])

    assert telling(kaart, "naam_ontbreekt") == (1, 1, 0, 0, 0)
    assert rij(kaart, "naam_ontbreekt")["rijen"] == "a"
    assert rij(kaart, SAMEN)["rijen"] == "a"


def test_refusal_that_nobody_predicted_stands_on_top_and_is_missed_by_its_rule():
    kaart = maak_scorekaart(plan(a=(), b=()), [antwoord("a", NAAM_LEEG), antwoord("b", "Iets wat geen regel kent.")])

    assert kaart["regel"].tolist() == [REGEL_ONTBREEKT, REGEL_ONTBREEKT, "naam_ontbreekt", SAMEN]
    assert kaart["melding"].tolist()[:2] == [NAAM_LEEG, "Iets wat geen regel kent."]
    assert telling(kaart, "naam_ontbreekt") == (0, 0, 0, 0, 1)
    assert telling(kaart, SAMEN) == (0, 0, 0, 0, 2)
    assert rij(kaart, SAMEN)["rijen"] == "a;b"


def test_refusal_that_no_workbook_can_foretell_is_no_miss():
    kaart = maak_scorekaart(plan(a=()), [antwoord("a", ADRES)])

    assert kaart["regel"].tolist() == [NIET_TE_VOORSPELLEN, SAMEN]
    assert telling(kaart, SAMEN) == (0, 0, 0, 0, 0)


def test_prediction_that_was_never_put_to_a_register_says_nothing_of_precision():
    kaart = maak_scorekaart(plan(a=("naam_ontbreekt",)), [])

    assert telling(kaart, "naam_ontbreekt") == (1, 0, 0, 0, 0)


def test_house_rule_predicts_nothing():
    kaart = maak_scorekaart(plan(a=("intern_nummer_dubbel",)), [antwoord("a")])

    assert kaart["regel"].tolist() == [SAMEN]
    assert telling(kaart, SAMEN) == (0, 0, 0, 0, 0)
