"""The questionnaires are data: complete, versioned, and a question more is an entry more."""

from __future__ import annotations

import pytest

from analytics.errors import InstellingFout
from analytics.files.formulier_lezen import lees_word
from analytics.files.formulier_word import schrijf_word
from analytics.questionnaire.toetsen import TOETSEN
from analytics.questionnaire.vragenlijsten import MAP, SOORTEN, lees_vragenlijst, vragenlijst
from analytics.run.formulieren import formulier_van


def test_every_question_of_the_process_is_there():
    ids = {soort: [vraag.id for vraag in vragenlijst(soort).vragen] for soort in SOORTEN}

    assert ids == {
        "herkomst": ["O1", "O2", "O3", "O4", "O5", "O6", "O7", "O8"],
        "beheer": ["B1", "B2", "B2a", "B2b", "B2c", "B2d", "B3"],
        "zelfevaluatie": ["Z1", "Z2", "Z3", "Z4", "Z5"],
    }
    assert {path.stem for path in MAP.glob("*.toml")} == set(SOORTEN)


def test_stars_run_from_three_to_one_and_are_marked_as_a_proposal():
    lijst = vragenlijst("zelfevaluatie")

    assert all([keuze.sterren for keuze in vak.keuzes] == [3, 2, 1] for vak in lijst.vakken)
    assert "voorstel" in lijst.bron
    assert "voorstel" in lijst.inleiding


@pytest.mark.parametrize("soort", SOORTEN)
def test_every_question_says_what_evidence_speaks_to_it_and_every_claim_has_a_test(soort):
    lijst = vragenlijst(soort)
    genoemd = {b.toets for vak in lijst.vakken for b in (*vak.beweert, *(c for k in vak.keuzes for c in k.beweert))}

    assert all(vraag.bewijs for vraag in lijst.vragen)
    assert genoemd <= set(TOETSEN)


def test_every_test_is_used_by_a_question():
    genoemd = {
        bewering.toets
        for soort in SOORTEN
        for vak in vragenlijst(soort).vakken
        for bewering in (*vak.beweert, *(b for keuze in vak.keuzes for b in keuze.beweert))
    }

    assert genoemd == set(TOETSEN)


def test_adding_a_question_is_adding_an_entry(tmp_path):
    pad = tmp_path / "herkomst.toml"
    extra = (
        '\n[[vragen]]\nid = "O9"\ntekst = "Welke talen?"\nvakken = [{ id = "taal", label = "Taal", type = "kort" }]\n'
    )
    pad.write_text((MAP / "herkomst.toml").read_text(encoding="utf-8") + extra, encoding="utf-8")
    formulier = formulier_van(lees_vragenlijst(pad))
    word = schrijf_word(formulier, piloot="Stad Aalst", waarden={"O9.taal": "Nederlands"})

    assert lees_word(word, "x.docx", formulier).waarden == {"O9.taal": "Nederlands"}


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        ('versie = "1.0"', "", "sleutel 'versie' ontbreekt"),
        ('type = "keuze"', 'type = "meerkeuze"', "type 'meerkeuze' bestaat niet"),
        ('type = "tekst"', 'type = "keuze"', "een vak van type 'keuze' heeft keuzes"),
        ('id = "toelichting"', 'id = "actief"', "vak O2.actief staat er meer dan één keer in"),
        ("code = ", "kode = ", "kent de sleutel 'kode' niet"),
        ("[[vragen]]\nid", "[[vragen\nid", "geen geldige TOML"),
    ],
)
def test_wrong_file_is_told_in_one_sentence(tmp_path, oud, nieuw, melding):
    pad = tmp_path / "herkomst.toml"
    tekst = (MAP / "herkomst.toml").read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")

    with pytest.raises(InstellingFout, match=melding):
        lees_vragenlijst(pad)


def test_unknown_questionnaire_is_told():
    with pytest.raises(InstellingFout, match="kies herkomst, beheer, zelfevaluatie"):
        vragenlijst("oorsprong")
