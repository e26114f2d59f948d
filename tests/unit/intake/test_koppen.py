from __future__ import annotations

import pytest

from analytics.domain.velden import TABELLEN, velden_van
from analytics.intake.koppen import Doel, herken_koppen, is_inszkop, kopsleutel, lees_doel, werkmapsoort


@pytest.mark.parametrize("tabel", list(TABELLEN))
def test_every_template_heading_means_its_own_field(tabel):
    for werkmap in TABELLEN[tabel].werkmappen:
        velden = velden_van(tabel, werkmap)

        doelen = herken_koppen([v.kop for v in velden], tabel)

        assert [d.veld for d in doelen if d] == [v.code for v in velden]


def test_headings_are_known_whatever_their_capitals_accents_and_remarks():
    assert kopsleutel("  KORTE Náám (verplicht) *") == "korte naam"
    assert herken_koppen(["NAAM*", "start-datum", "Intern  nr."], "verenigingen") == (
        Doel("verenigingen", "naam"),
        Doel("verenigingen", "startdatum"),
        Doel("verenigingen", "intern_nummer"),
    )


def test_wide_headings_keep_their_repetition():
    koppen = ["Locatie 1 straatnaam", "Straatnaam locatie 2", "Vertegenwoordiger 3 - Voornaam", "Contact 2 waarde"]

    assert herken_koppen(koppen, "verenigingen") == (
        Doel("locaties", "straatnaam", 1),
        Doel("locaties", "straatnaam", 2),
        Doel("vertegenwoordigers", "voornaam", 3),
        Doel("contactgegevens", "waarde", 2),
    )


def test_flat_list_contact_columns_imply_their_type():
    doelen = herken_koppen(["Naam", "E-mail", "GSM", "Telefoon", "Gemeente"], "verenigingen")

    assert [(d.tabel, d.veld, d.vast_type) for d in doelen if d] == [
        ("verenigingen", "naam", None),
        ("contactgegevens", "waarde", "E-mail"),
        ("contactgegevens", "waarde", "Telefoon"),
        ("contactgegevens", "waarde", "Telefoon"),
        ("locaties", "gemeente", None),
    ]
    assert len({d.groep for d in doelen[1:4] if d}) == 3


def test_pilot_mapping_wins_over_what_a_heading_usually_means():
    doelen = herken_koppen(["Naam", "Clubnaam"], "verenigingen", afwijkend={"Clubnaam": "verenigingen.naam"})

    assert doelen == (Doel("verenigingen", "naam"), Doel("verenigingen", "naam"))
    assert herken_koppen(["Straat 2"], "verenigingen", afwijkend={"straat 2": "locaties.straatnaam.2"}) == (
        Doel("locaties", "straatnaam", 2),
    )


def test_number_column_beside_the_key_is_the_house_number():
    assert [d.veld for d in herken_koppen(["Intern nummer", "Nummer"], "locaties") if d] == [
        "intern_nummer",
        "huisnummer",
    ]


def test_heading_nobody_knows_stays_unknown():
    assert herken_koppen(["Kleur van het truitje", None, ""], "verenigingen") == (None, None, None)


@pytest.mark.parametrize("doel", ["naam", "verenigingen.kleur", "locaties.straatnaam.x", "a.b.c.d"])
def test_mapping_to_a_field_that_does_not_exist_is_refused_in_dutch(doel):
    with pytest.raises(ValueError, match="is geen veld"):
        lees_doel(doel)


@pytest.mark.parametrize("kop", ["INSZ", "Rijksregisternummer", "RRN voorzitter INSZ", "Vertegenwoordiger 2 insz"])
def test_heading_that_announces_insz_is_recognised(kop):
    assert is_inszkop(kop)


def test_ordinary_heading_announces_no_insz():
    assert not is_inszkop("Intern nummer")


@pytest.mark.parametrize(
    ("koppen", "gevuld", "soort"),
    [
        (["Intern nummer", "KBO-nummer", "Naam (controle)"], 0.0, "kbo"),
        (["Naam", "KBO-nummer"], 0.9, "kbo"),
        (["Naam", "KBO-nummer"], 0.1, "feitelijk"),
        (["Naam", "Soort", "KBO-nummer"], 0.9, "feitelijk"),
        (["Intern nummer"], 0.0, None),
    ],
)
def test_template_is_told_from_headings_and_filled_numbers(koppen, gevuld, soort):
    assert werkmapsoort(herken_koppen(koppen, "verenigingen"), gevuld) == soort
