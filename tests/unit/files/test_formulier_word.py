"""A Word form comes back with its answers, whatever was done to its layout."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.document import Document

from analytics.errors import GebruikersFout
from analytics.files.formulier_lezen import lees_word
from analytics.files.formulier_model import Formulier, Formuliervak, Formuliervraag
from analytics.files.formulier_word import schrijf_word

FORMULIER = Formulier(
    "proef",
    "1.2",
    "Proefvragen",
    "Een inleiding over de gegevens.",
    (
        Formuliervraag(
            "O1",
            "Hoe kwamen de werkmappen tot stand?",
            "Bijvoorbeeld: een workshop.",
            (Formuliervak("O1.werkwijze.locaties", "Werkwijze: locaties", "tekst"),),
        ),
        Formuliervraag(
            "O7",
            "Is er gecontroleerd op dubbels?",
            "",
            (
                Formuliervak("O7.dubbels", "Gecontroleerd?", "keuze", ("Ja, overal", "Ja, per dienst", "Nee")),
                Formuliervak("O7.toelichting", "Hoe?", "tekst"),
                Formuliervak("O7.datum", "Op welke datum?", "datum"),
            ),
        ),
        Formuliervraag(
            "O8", "Zijn de INSZ verzameld?", "", (Formuliervak("O8.insz", "Verzameld?", "keuze", ("Ja", "Nee")),)
        ),
    ),
)
ANTWOORDEN = {
    "O1.werkwijze.locaties": "Uit het reservatiesysteem.\nDaarna nagekeken, zie O7.",
    "O7.dubbels": "Ja, per dienst",
    "O7.toelichting": "Met een draaitabel.",
    "O7.datum": "12 maart 2025",
    "O8.insz": "Nee",
}


def lees(inhoud: bytes):
    return lees_word(inhoud, "formulier.docx", FORMULIER)


def bewaar(document: Document) -> bytes:
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


def ingevuld() -> Document:
    return docx.Document(io.BytesIO(schrijf_word(FORMULIER, piloot="Stad Aalst", waarden=ANTWOORDEN)))


def test_what_was_filled_in_is_read_back():
    gelezen = lees(schrijf_word(FORMULIER, piloot="Stad Aalst", waarden=ANTWOORDEN))

    assert gelezen.waarden == ANTWOORDEN
    assert gelezen.versie == "1.2"
    assert gelezen.meldingen == ()


def test_an_empty_form_has_no_answers_and_every_box_is_seen():
    gelezen = lees(schrijf_word(FORMULIER, piloot="Stad Aalst"))

    assert gelezen.waarden == {}
    assert gelezen.gezien == {"O1", "O7", "O8", *(vak.id for vak in FORMULIER.vakken)}


def test_the_same_form_has_the_same_bytes():
    assert schrijf_word(FORMULIER, piloot="Stad Aalst") == schrijf_word(FORMULIER, piloot="Stad Aalst")


def test_table_turned_into_paragraphs_without_controls_keeps_its_answers():
    bron, plat = ingevuld(), docx.Document()
    for blok in bron.iter_inner_content():
        if isinstance(blok, docx.table.Table):
            for rij in blok.rows:
                for cel in rij.cells:
                    for alinea in cel.paragraphs:
                        plat.add_paragraph(
                            "".join(t.text or "" for t in alinea._p.iter("{*}t", "{*}br")) or alinea.text
                        )
        else:
            plat.add_paragraph(blok.text)
    plat_regels = [alinea.text for alinea in plat.paragraphs]
    assert "O7.toelichting" in plat_regels

    gelezen = lees(bewaar(plat))

    # The line break inside an answer is lost by the flattening itself.
    assert gelezen.waarden == ANTWOORDEN | {
        "O1.werkwijze.locaties": "Uit het reservatiesysteem.Daarna nagekeken, zie O7."
    }
    assert gelezen.meldingen == ()


def test_retyped_without_ids_is_found_by_question_and_label():
    document = docx.Document()
    for tekst in (
        "Is er gecontroleerd op dubbels?",
        "Gecontroleerd?: Ja, overal",
        "Hoe?\tMet de hand",
        "Zijn de INSZ verzameld?",
        "[ ] Ja",
        "[x] Nee",
    ):
        document.add_paragraph(tekst)

    gelezen = lees(bewaar(document))

    assert gelezen.waarden == {"O7.dubbels": "Ja, overal", "O7.toelichting": "Met de hand", "O8.insz": "Nee"}
    assert gelezen.meldingen == (
        "Vraag O1 staat niet (meer) in het formulier.",
        "O8.insz (Verzameld?): antwoord buiten het vak gevonden en overgenomen.",
    )


def test_answer_under_the_boxes_is_taken_over_and_told():
    document = docx.Document(io.BytesIO(schrijf_word(FORMULIER, piloot="Stad Aalst")))
    tabel_o7 = document.tables[2]
    onder = document.add_paragraph("We vergeleken alle lijsten.")
    tabel_o7._tbl.addnext(onder._p)

    gelezen = lees(bewaar(document))

    assert gelezen.waarden == {"O7.toelichting": "We vergeleken alle lijsten."}
    assert gelezen.meldingen == ("O7.toelichting (Hoe?): antwoord buiten het vak gevonden en overgenomen.",)


def test_text_behind_the_invitation_is_the_answer():
    document = docx.Document(io.BytesIO(schrijf_word(FORMULIER, piloot="Stad Aalst")))
    document.tables[2].cell(1, 1).paragraphs[0].add_run(" Met een lijst.")

    assert lees(bewaar(document)).waarden == {"O7.toelichting": "Met een lijst."}


def test_two_ticks_are_no_answer_and_told():
    inhoud = schrijf_word(FORMULIER, piloot="Stad Aalst", waarden=ANTWOORDEN)
    document = docx.Document(io.BytesIO(inhoud))
    for alinea in document.tables[2].cell(0, 1).paragraphs:
        for tekst in alinea._p.iter("{*}t"):
            tekst.text = (tekst.text or "").replace("☐", "☒")

    gelezen = lees(bewaar(document))

    assert "O7.dubbels" not in gelezen.waarden
    assert gelezen.meldingen == ("O7.dubbels (Gecontroleerd?): er zijn 3 keuzes aangekruist; kies er één.",)


def test_only_the_choice_left_standing_is_the_answer():
    document = docx.Document(io.BytesIO(schrijf_word(FORMULIER, piloot="Stad Aalst")))
    cel = document.tables[2].cell(0, 1)
    for alinea in cel.paragraphs[1:]:
        alinea._p.getparent().remove(alinea._p)
    alinea = cel.paragraphs[0]
    for deel in list(alinea._p):
        if not deel.tag.endswith("pPr"):
            alinea._p.remove(deel)
    alinea.add_run("Nee")

    assert lees(bewaar(document)).waarden == {"O7.dubbels": "Nee"}


def test_free_text_in_a_choice_box_is_handed_on_as_it_stands():
    document = docx.Document(io.BytesIO(schrijf_word(FORMULIER, piloot="Stad Aalst")))
    document.tables[2].cell(0, 1).add_paragraph("Enkel bij sport")

    assert lees(bewaar(document)).waarden == {"O7.dubbels": "Enkel bij sport"}


def test_deleted_text_of_tracked_changes_is_left_out():
    document = ingevuld()
    cel = document.tables[2].cell(1, 1)
    alinea = cel.paragraphs[0]._p
    weg = alinea.makeelement("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}del")
    weg.append(cel.add_paragraph("oude tekst").runs[0]._r)
    alinea.append(weg)

    assert lees(bewaar(document)).waarden["O7.toelichting"] == "Met een draaitabel."


def _zip(delen: dict[str, bytes]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for naam, inhoud in delen.items():
            doel.writestr(naam, inhoud)
    return uit.getvalue()


_TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Override PartName="/word/document.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_BOM = b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>'


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"%PDF-1.7",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        b"PK\x03\x04 afgebroken",
        _zip({"xl/workbook.xml": b"<workbook/>"}),
        _zip({"[Content_Types].xml": _TYPES}),
        _zip({"[Content_Types].xml": _TYPES, "word/document.xml": b"<w:document"}),
        _zip({"[Content_Types].xml": _TYPES, "word/document.xml": _BOM}),
        _zip({"[Content_Types].xml": _TYPES, "word/document.xml": b"<d>" + b" " * 60_000_000 + b"</d>"}),
    ],
    ids=["leeg", "pdf", "oud of beveiligd", "afgebroken", "werkmap", "zonder tekst", "kapot", "xml-bom", "zip-bom"],
)
def test_another_or_hostile_file_is_refused_with_what_to_do(inhoud):
    with pytest.raises(GebruikersFout, match=r"^formulier\.docx: dit formulier kan niet gelezen worden .*Word"):
        lees(inhoud)
