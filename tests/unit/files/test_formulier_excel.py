"""An Excel form comes back with its answers, also when columns moved."""

from __future__ import annotations

import io

import openpyxl
import pytest

from analytics.errors import GebruikersFout
from analytics.files.formulier_excel import lees_excel, schrijf_excel
from analytics.files.formulier_model import Formulier, Formuliervak, Formuliervraag

FORMULIER = Formulier(
    "proef",
    "1.2",
    "Proefvragen",
    "Een inleiding.",
    (
        Formuliervraag(
            "O7",
            "Is er gecontroleerd op dubbels?",
            "Een hint.",
            (
                Formuliervak("O7.dubbels", "Gecontroleerd?", "keuze", ("Ja, overal", "Nee")),
                Formuliervak("O7.toelichting", "Hoe?", "tekst"),
                Formuliervak("O7.datum", "Wanneer?", "datum"),
            ),
        ),
        Formuliervraag("O8", "Zijn ze verzameld?", "", (Formuliervak("O8.insz", "Verzameld?", "kort"),)),
    ),
)
ANTWOORDEN = {"O7.dubbels": "Nee", "O7.toelichting": "=SOM(1) is tekst\nmet twee regels", "O7.datum": "12 maart 2025"}


@pytest.fixture
def pad(tmp_path):
    doel = tmp_path / "formulier.xlsx"
    doel.write_bytes(schrijf_excel(FORMULIER, piloot="Stad Aalst", waarden=ANTWOORDEN))
    return doel


def wijzig(pad, doe):
    werkmap = openpyxl.load_workbook(pad)
    doe(werkmap["Vragenlijst"])
    werkmap.save(pad)


def test_what_was_filled_in_is_read_back(pad):
    gelezen = lees_excel(pad, FORMULIER)

    assert gelezen.waarden == ANTWOORDEN
    assert gelezen.versie == "1.2"
    assert gelezen.meldingen == ()


def test_the_same_form_has_the_same_bytes():
    assert schrijf_excel(FORMULIER, piloot="A") == schrijf_excel(FORMULIER, piloot="A")


def test_choices_are_a_list_to_choose_from():
    werkmap = openpyxl.load_workbook(io.BytesIO(schrijf_excel(FORMULIER, piloot="A")))
    lijst = werkmap["Vragenlijst"].data_validations.dataValidation[0]

    assert (str(lijst.sqref), lijst.formula1) == ("D7", "Keuzes!$A$1:$A$2")
    assert [cel.value for cel in werkmap["Keuzes"]["A"]] == ["Ja, overal", "Nee"]


def test_inserted_columns_and_rows_do_not_matter(pad):
    def schuif(blad):
        blad.insert_cols(1, 2)
        blad.insert_cols(6)
        blad.insert_rows(7, 3)

    wijzig(pad, schuif)

    assert lees_excel(pad, FORMULIER).waarden == ANTWOORDEN


def test_without_ids_the_labels_are_enough(pad):
    wijzig(pad, lambda blad: blad.delete_cols(1))

    assert lees_excel(pad, FORMULIER).waarden == ANTWOORDEN


def test_answer_in_the_next_column_is_taken_over_and_told(pad):
    wijzig(pad, lambda blad: blad.__setitem__("F10", "ja, allemaal"))

    gelezen = lees_excel(pad, FORMULIER)

    assert gelezen.waarden == ANTWOORDEN | {"O8.insz": "ja, allemaal"}
    assert gelezen.meldingen == ("O8.insz (Verzameld?): antwoord buiten het vak gevonden en overgenomen.",)


def test_deleted_question_is_told(pad):
    wijzig(pad, lambda blad: blad.delete_rows(10))

    assert lees_excel(pad, FORMULIER).meldingen == ("Vraag O8 staat niet (meer) in het formulier.",)


def test_a_real_date_cell_is_read(pad):
    def zet(blad):
        blad["D9"].number_format = "dd/mm/yyyy"
        blad["D9"] = __import__("datetime").date(2025, 3, 12)

    wijzig(pad, zet)

    assert lees_excel(pad, FORMULIER).waarden["O7.datum"] == "2025-03-12"


def test_another_file_is_refused(tmp_path):
    (tmp_path / "x.xlsx").write_bytes(b"%PDF-1.7")

    with pytest.raises(GebruikersFout, match=r"x\.xlsx"):
        lees_excel(tmp_path / "x.xlsx", FORMULIER)
