"""Cells read as they would be loaded, and how."""

from __future__ import annotations

import doctest

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.domain.blad import Soort
from analytics.domain.velden import VELDEN
from analytics.intake import lezing_lijst
from analytics.intake.lezing import lees_waarden
from analytics.intake.lezing_waarden import lezer_van
from tests.builders import Celwaarde, een_levering


def gelezen(tabel: str, veld: str, waarde: Celwaarde) -> tuple[str | None, str | None]:
    lezing = lees_waarden(een_levering(**{tabel: [{veld: waarde}]}, ronde=2))
    cel, hoe = lezing.waarden[tabel][veld].iloc[0], lezing.wijze[tabel][veld].iloc[0]
    return (None if pd.isna(cel) else str(cel), None if pd.isna(hoe) else str(hoe))


@pytest.mark.parametrize(
    ("waarde", "datum", "wijze"),
    [
        ("1999-05-01", "1999-05-01", None),
        (("1999-05-01", Soort.DATUM), "1999-05-01", None),
        (("1999-05-01 13:30:00", Soort.DATUM), "1999-05-01", "datum zonder tijdstip"),
        ("1/5/1999", "1999-05-01", "datum uit tekst"),
        ("01-05-1999", "1999-05-01", "datum uit tekst"),
        ("1.5.1999", "1999-05-01", "datum uit tekst"),
        (" 1 / 5 / 1999 ", "1999-05-01", "datum uit tekst"),
        ("1 mei 1999", "1999-05-01", "datum uit tekst"),
        ("1e mei 1999", "1999-05-01", "datum uit tekst"),
        ("zaterdag 1 MEI 1999", "1999-05-01", "datum uit tekst"),
        ("12 mrt. 2001", "2001-03-12", "datum uit tekst"),
        ("1/5/1999 0:00:00", "1999-05-01", "datum uit tekst"),
        ("05/1999", "1999-05-01", "eerste dag van de maand"),
        ("mei 1999", "1999-05-01", "eerste dag van de maand"),
        (("36281", Soort.GETAL), "1999-05-01", "datum uit getal"),
        (("1999", Soort.GETAL), "1999", "onleesbaar"),
        ("36281", "36281", "onleesbaar"),
        ("1/5/99", "1/5/99", "onleesbaar"),
        ("1 mei '99", "1 mei '99", "onleesbaar"),
        ("12/31/1999", "12/31/1999", "onleesbaar"),
        ("1999-5-1", "1999-5-1", "onleesbaar"),
        (" 1999-05-01", " 1999-05-01", "onleesbaar"),
        ("2023-02-29", "2023-02-29", "onleesbaar"),
        ("1999", "1999", "onleesbaar"),
        ("\u00a0", None, None),
    ],
)
def test_date_is_read_as_people_write_it(waarde: Celwaarde, datum: str | None, wijze: str | None) -> None:
    assert gelezen("verenigingen", "startdatum", waarde) == (datum, wijze)


@pytest.mark.parametrize(
    ("waarde", "codes", "wijze"),
    [
        ("SPRT", "SPRT", None),
        ("SPRT; JGDW;", "SPRT;JGDW", None),
        ("SPRT,JGDW", "SPRT;JGDW", "lijst gesplitst"),
        ("SPRT\nJGDW", "SPRT;JGDW", "lijst gesplitst"),
        ("sport", "SPRT", "code uit naam"),
        ("Kunsten, Erfgoed & Cultuur", "KECU", "code uit naam"),
        ("Jeugdwerk, Kunsten, Erfgoed en Cultuur, Sport", "JGDW;KECU;SPRT", "code uit naam"),
        ("Mobiliteit, Ruimtelijke ordening & Wonen", "MROW", "code uit naam"),
        ("Levenbeschouwelijk", "LEBE", "code uit naam"),
        ("Internationaal & Onwikkelingssamenwerking", "INOS", "code uit naam"),
        ("sprt", "sprt", None),
        ("Voetbal", "Voetbal", None),
        (";", None, None),
    ],
)
def test_list_of_activities_is_read_by_code_or_name(waarde: str, codes: str | None, wijze: str | None) -> None:
    assert gelezen("verenigingen", "hoofdactiviteiten", waarde) == (codes, wijze)


@pytest.mark.parametrize(
    ("waarde", "codes"),
    [
        ("be21", "be21"),
        ("Gent", "BE23444021"),
        ("Oost-Vlaanderen", "BE23"),
        ("Antwerpen", "BE21111002"),
        ("Provincie Antwerpen", "BE21"),
        ("niet van toepassing", "NVT"),
    ],
)
def test_area_is_read_by_code_or_name(waarde: str, codes: str) -> None:
    assert gelezen("verenigingen", "werkingsgebieden", waarde)[0] == codes


@pytest.mark.parametrize(
    ("tabel", "veld", "waarde", "uit"),
    [
        ("verenigingen", "minimumleeftijd", "006", ("6", None)),
        ("verenigingen", "minimumleeftijd", "12.0", ("12", "geheel getal uit decimaal")),
        ("verenigingen", "minimumleeftijd", "12.5", ("12.5", "onleesbaar")),
        ("verenigingen", "minimumleeftijd", "٣", ("٣", "onleesbaar")),
        ("verenigingen", "uitgeschreven", "JA", ("ja", None)),
        ("verenigingen", "uitgeschreven", "x", ("ja", "ja of nee uit ander woord")),
        ("verenigingen", "uitgeschreven", ("WAAR", Soort.LOGISCH), ("ja", "ja of nee uit ander woord")),
        ("verenigingen", "uitgeschreven", ("0", Soort.GETAL), ("nee", "ja of nee uit ander woord")),
        ("verenigingen", "uitgeschreven", "misschien", ("misschien", "onleesbaar")),
        ("verenigingen", "soort", "Feitelijke Vereniging", ("feitelijke vereniging", None)),
        ("verenigingen", "soort", "FV", ("feitelijke vereniging", "code uit naam")),
        ("verenigingen", "kbo_nummer_moeder", ("220923141", Soort.GETAL), ("0220923141", "voorloopnul teruggezet")),
        ("verenigingen", "kbo_nummer_moeder", ("220923142", Soort.GETAL), ("220923142", None)),
        ("verenigingen", "kbo_nummer_moeder", "220923141", ("220923141", None)),
        ("verenigingen", "intern_nummer", " A-1 ", ("A-1", None)),
        ("verenigingen", "naam", " KWB  Boom ", (" KWB  Boom ", None)),
        ("verenigingen", "naam", ("#N/B", Soort.FOUT), (None, "geen waarde")),
        ("verenigingen", "naam", (None, Soort.AFGESCHERMD), (None, None)),
        ("verenigingen", "naam", " \u00a0\t", (None, None)),
        ("verenigingen", "naam", "\u200b", ("\u200b", None)),
        ("contactgegevens", "contactgegeventype", "e-MAIL", ("e-MAIL", None)),
        ("contactgegevens", "contactgegeventype", "GSM", ("GSM", None)),
        ("contactgegevens", "waarde", ("470123456", Soort.GETAL), ("0470123456", "voorloopnul teruggezet")),
        ("contactgegevens", "waarde", ("32470123456", Soort.GETAL), ("32470123456", None)),
        ("contactgegevens", "waarde", "470123456", ("470123456", None)),
        ("vertegenwoordigers", "insz", ("5010100113", Soort.GETAL), ("05010100113", "voorloopnul teruggezet")),
        ("vertegenwoordigers", "insz", "5010100113", ("5010100113", None)),
        ("bankrekeningen", "titularissen", "De Smet, Jan; Piet", ("De Smet, Jan;Piet", None)),
        ("bankrekeningen", "iban", " BE68539007547034", (" BE68539007547034", None)),
    ],
)
def test_cell_is_read(tabel: str, veld: str, waarde: Celwaarde, uit: tuple[str | None, str | None]) -> None:
    assert gelezen(tabel, veld, waarde) == uit


@given(st.text(min_size=1), st.sampled_from(list(Soort)), st.sampled_from(VELDEN))
def test_no_text_breaks_a_reader(tekst: str, soort: Soort, veld: object) -> None:
    lezer = lezer_van(veld)  # type: ignore[arg-type]

    uit = (tekst, None) if lezer is None else lezer(tekst, int(soort))

    assert isinstance(uit[0], str)


def test_part_belongs_to_the_association_with_its_number() -> None:
    levering = een_levering(
        [{"intern_nummer": "7"}, {"intern_nummer": "8"}],
        [{"intern_nummer": " 8"}, {"intern_nummer": "9"}, {"intern_nummer": None}, {"intern_nummer": "7"}],
    )

    assert lees_waarden(levering).vereniging["contactgegevens"].tolist() == [1, pd.NA, pd.NA, 0]


def test_part_belongs_to_its_own_workbook_first() -> None:
    levering = een_levering(
        [{"intern_nummer": "1"}, {"intern_nummer": "1", "werkmap": 1}, {"intern_nummer": "2", "werkmap": 1}],
        [{"intern_nummer": "1", "werkmap": 1}, {"intern_nummer": "1"}, {"intern_nummer": "2"}],
        soort="beide",
    )

    assert lees_waarden(levering).vereniging["contactgegevens"].tolist() == [1, 0, 2]


def test_frames_have_a_row_per_record_and_a_column_per_field() -> None:
    lezing = lees_waarden(een_levering([{}, {}], []))

    assert lezing.waarden["verenigingen"].shape == lezing.wijze["verenigingen"].shape == (2, 20)
    assert lezing.waarden["contactgegevens"].shape == (0, 5)


def test_examples_in_docstrings_are_true() -> None:
    assert doctest.testmod(lezing_lijst).failed == 0
