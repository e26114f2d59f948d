"""What an answer means is read, never guessed; what is private is never shown."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from bouw import VANDAAG

from analytics.questionnaire.antwoorden import (
    NIET_GETOOND,
    antwoordtabel,
    duid,
    is_volledig,
    lees_keuze,
    openstaand,
    sterrentabel,
)
from analytics.questionnaire.bevestiging import emmers, lees_bevestigingen
from analytics.questionnaire.datums import lees_datum, maanden_terug
from analytics.questionnaire.privacy import scherm_af
from analytics.questionnaire.stelling import stellingen
from analytics.questionnaire.vragenlijsten import vragenlijst

HERKOMST, BEHEER, ZELF = (vragenlijst(soort) for soort in ("herkomst", "beheer", "zelfevaluatie"))
O7 = next(vak for vak in HERKOMST.vakken if vak.id == "O7.dubbels")


@pytest.mark.parametrize(
    ("tekst", "code"),
    [
        ("alle", "alle"),
        ("Ja, per dienst of per bestand", "per_bestand"),
        ("ja per dienst of per bestand.", "per_bestand"),
        ("Ja, per dienst", "per_bestand"),
        ("Nee", "neen"),
        ("Nee (dat doen we later)", "neen"),
        ("Ja", None),
        ("ja, deels", None),
        ("?", None),
    ],
)
def test_choice_is_read_when_it_can_only_be_one(tekst, code):
    keuze = lees_keuze(O7, tekst)

    assert (keuze.code if keuze else None) == code


@pytest.mark.parametrize(
    ("tekst", "datum"),
    [
        ("1/5/2024", dt.date(2024, 5, 1)),
        ("01-05-2024", dt.date(2024, 5, 1)),
        ("1.5.24", dt.date(2024, 5, 1)),
        ("2024-05-01 00:00:00", dt.date(2024, 5, 1)),
        ("op 1 mei 2024", dt.date(2024, 5, 1)),
        ("1e mrt 2024", dt.date(2024, 3, 1)),
        ("mei 2024", dt.date(2024, 5, 1)),
        ("05/2024", dt.date(2024, 5, 1)),
        ("2024", dt.date(2024, 1, 1)),
        ("31/02/2024", None),
        ("13/13/2024", None),
        ("vorig jaar", None),
        ("0470 12 34 56", None),
    ],
)
def test_date_is_read_as_belgians_write_it(tekst, datum):
    assert lees_datum(tekst) == datum


def test_months_back_stays_within_the_month():
    assert maanden_terug(dt.date(2025, 3, 31), 1) == dt.date(2025, 2, 28)
    assert maanden_terug(dt.date(2025, 1, 15), 12) == dt.date(2024, 1, 15)


def test_confirmations_fall_in_their_bucket():
    kolom = pd.Series(
        ["20/12/2024", "19/12/2024", "20/6/2024", "19/6/2024", "2020-06-20", "mei 2015", "ja", "nee", "Niet meer", None,
         "-", "21/06/2025", "misschien", "gestopt in 2023"],
        dtype="string",
    )  # fmt: skip
    gelezen = lees_bevestigingen(kolom, VANDAAG)

    assert emmers(gelezen, VANDAAG).tolist() == [
        "m6", "m12", "m12", "m24", "m60", "ouder", "ja", "nee", "nee", "geen", "geen", "geen", "geen", "nee",
    ]  # fmt: skip


def test_contact_person_is_not_in_the_table_of_answers():
    waarden = {
        "B1.naam": "Mieke Vandaele",
        "B1.e_mail": "mieke.vandaele@example.be",
        "B1.telefoon": "053 12 34 56",
        "B2.antwoord": "Aan VANDAELE, mieke.vandaele@example.be, 0470/12.34.56 (85.07.30-033.28), op 01/05/2024.",
    }
    tabel = antwoordtabel(BEHEER, waarden).set_index("vak")["antwoord"]

    assert tabel["B1.naam"] == NIET_GETOOND
    assert tabel["B2.antwoord"] == (
        "Aan [contactpersoon], [e-mailadres], [telefoonnummer] (**.**.**-***.**), op 01/05/2024."
    )


def test_figures_and_dates_are_no_telephone_numbers():
    tekst = "In 2024 waren er 1.234 van 5.678 (12,5 %), geteld op 01/05/2024 en 2024-05-01."

    assert scherm_af(tekst) == tekst


def test_open_and_unreadable_answers_are_listed_and_optional_ones_are_not():
    waarden = {vak.id: "antwoord" for vak in BEHEER.vakken if vak.type != "keuze"} | {"B3.datum": "binnenkort"}
    del waarden["B1.telefoon"], waarden["B2.antwoord"]

    assert openstaand(BEHEER, waarden) == (
        "B2.antwoord (Uw antwoord): geen antwoord gevonden.",
        "B2b.toepassing (Toepassing): geen antwoord gevonden.",
        "B2c.periodiek (Periodieke vraag om na te kijken?): geen antwoord gevonden.",
        "B3.datum (Datum van de kennisgeving): het antwoord is geen datum; schrijf dag/maand/jaar.",
    )
    assert not is_volledig(BEHEER, waarden)
    assert is_volledig(BEHEER, waarden | {"B2.antwoord": "x", "B2b.toepassing": "eigen", "B2c.periodiek": "soms"})


def test_stars_are_counted_per_question():
    tabel = sterrentabel(ZELF, {"Z1.keuze": "samen", "Z2.keuze": "Elke dienst maakt een eigen bestand"})

    assert tabel["sterren"].tolist() == [3, 1, pd.NA, pd.NA, pd.NA]
    assert tabel["hoogstens"].tolist() == [3] * 5


def test_only_clear_answers_claim_something():
    waarden = {"O7.dubbels": "Ja", "O3.voorgelegd": "Nee", "O8.insz": "volledig", "O4.datum": "mei 2025"}

    assert [(s.vraag, s.toets) for s in stellingen(HERKOMST, waarden)] == [
        ("O4", "tijdig_geinformeerd"),
        ("O8", "insz_verzameld"),
    ]
    assert all(a.status != "ingevuld" for a in duid(HERKOMST, waarden) if a.vak.id == "O7.dubbels")
