"""Cells become the text the pilot sees, with their kind and their place."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import openpyxl
import pytest
from lees_pakketten import blad, cellen, lees_eerste, pakket, stijlen, teksten

from analytics.domain.blad import Soort
from analytics.files.lees import lees_werkmap
from analytics.files.lezen.celwaarden import getaltekst


def test_every_kind_of_cell_becomes_text_with_its_kind_and_place(tmp_path: Path) -> None:
    werkmap = openpyxl.Workbook()
    werkblad = werkmap.active
    werkblad.title = "Leden"
    for cel, waarde in {
        "B3": "Naam",
        "C3": " Chiro & <zo> ",
        "D3": 12,
        "B5": 12.5,
        "C5": True,
        "D5": dt.date(2020, 2, 29),
        "E5": dt.datetime(2020, 2, 29, 13, 5),
        "B6": "=1+1",
    }.items():
        werkblad[cel] = waarde
    werkmap.save(tmp_path / "a.xlsx")

    gelezen = lees_werkmap(tmp_path / "a.xlsx")

    leden = gelezen.bladen[0]
    assert (leden.naam, leden.zichtbaarheid) == ("Leden", "zichtbaar")
    assert (list(leden.tekst.index), list(leden.tekst.columns)) == ([3, 4, 5, 6], ["B", "C", "D", "E"])
    assert {str(soort) for soort in leden.tekst.dtypes} == {"string"}
    assert {str(soort) for soort in leden.soort.dtypes} == {"uint8"}
    assert cellen(leden) == {
        "B3": "Naam",
        "C3": " Chiro & <zo> ",
        "D3": "12",
        "B5": "12.5",
        "C5": "WAAR",
        "D5": "2020-02-29",
        "E5": "2020-02-29 13:05:00",
    }
    t, g, d, b, z = Soort.TEKST, Soort.GETAL, Soort.DATUM, Soort.LOGISCH, Soort.FORMULE_ZONDER_WAARDE
    assert leden.soort.to_numpy().tolist() == [[t, t, g, 0], [0, 0, 0, 0], [g, b, d, d], [z, 0, 0, 0]]


def test_hash_is_of_the_file_as_delivered(tmp_path: Path) -> None:
    inhoud = pakket(blad(""))
    (tmp_path / "a.xlsx").write_bytes(inhoud)

    gelezen = lees_werkmap(tmp_path / "a.xlsx")

    assert gelezen.sha256 == hashlib.sha256(inhoud).hexdigest()
    assert gelezen.inhoud == inhoud
    assert gelezen.eigenschappen == {"formaat": "xlsx", "datumsysteem": "1900"}


@pytest.mark.parametrize(
    ("ruw", "tekst"),
    [
        ("12.0", "12"),
        ("-0", "0"),
        ("4.70123456789E11", "470123456789"),
        ("470123456", "470123456"),
        ("1.1000000000000001", "1.1"),
        ("1E-7", "0.0000001"),
        ("1e22", "10000000000000000000000"),
        ("0.5", "0.5"),
        (" 5 ", "5"),
        ("007", "7"),
        ("NaN", None),
        ("1_000", None),
        ("1e999", None),
    ],
)
def test_numbers_are_written_plainly(ruw: str, tekst: str | None) -> None:
    assert getaltekst(ruw) == tekst


def test_error_cells_have_their_dutch_names(tmp_path: Path) -> None:
    fouten = {
        "#N/A": "#N/B",
        "#REF!": "#VERW!",
        "#VALUE!": "#WAARDE!",
        "#NAME?": "#NAAM?",
        "#DIV/0!": "#DEEL/0!",
        "#NUM!": "#GETAL!",
        "#NULL!": "#LEEG!",
    }
    rijen = "".join(f'<row r="{i}"><c r="A{i}" t="e"><v>{fout}</v></c></row>' for i, fout in enumerate(fouten, start=1))

    gelezen = lees_eerste(tmp_path, pakket(blad(rijen)))

    assert gelezen.tekst["A"].tolist() == list(fouten.values())
    assert set(gelezen.soort["A"]) == {Soort.FOUT}


@pytest.mark.parametrize(
    ("code", "ruw", "tekst"),
    [
        ("0000000000", "470123456", "0470123456"),
        ("00000", "123456", "123456"),
        ('0000"."000"."000', "403019261", "0403.019.261"),
        ('0000"/"00"."00"."00', "470123456", "0470/12.34.56"),
        ("000\\-0000000\\-00", "1234567890", "001-2345678-90"),
        ("00000;-00000", "930", "00930"),
        ("[$-813]0000", "7", "0007"),
        ("00000", "12.5", "12.5"),
        ("00000", "-5", "-5"),
        ("0", "7", "7"),
        ("0.00", "7", "7"),
        ("#,##0", "7000", "7000"),
        ("[<=9999]0000;00000", "7", "7"),
        ('0" stuks"', "7", "7"),
        ("0%", "0.5", "0.5"),
        ('0000"0"', "12", "00120"),
    ],
)
def test_formats_of_zeros_rebuild_the_digits_the_pilot_sees(tmp_path: Path, code: str, ruw: str, tekst: str) -> None:
    rij = f'<row r="1"><c r="A1" s="1"><v>{ruw}</v></c></row>'

    gelezen = lees_eerste(tmp_path, pakket(blad(rij), styles=stijlen(code)))

    assert gelezen.tekst.at[1, "A"] == tekst
    assert gelezen.soort.at[1, "A"] == Soort.GETAL


@pytest.mark.parametrize(
    ("code", "ruw", "tekst"),
    [
        (14, "44000", "2020-06-18"),
        (22, "44000.75", "2020-06-18 18:00:00"),
        ("dd/mm/yyyy", "1", "1900-01-01"),
        ("dd/mm/yyyy", "59", "1900-02-28"),
        ("dd/mm/yyyy", "60", "1900-02-29"),
        ("dd/mm/yyyy", "61", "1900-03-01"),
        ("[$-813]d mmmm yyyy;@", "2958465", "9999-12-31"),
        ("mmm", "44000", "2020-06-18"),
        ("hh:mm", "0.5", "12:00:00"),
        ("[h]:mm", "1.5", "36:00:00"),
    ],
)
def test_dates_follow_the_format_of_the_cell(tmp_path: Path, code: str | int, ruw: str, tekst: str) -> None:
    rij = f'<row r="1"><c r="A1" s="1"><v>{ruw}</v></c></row>'

    gelezen = lees_eerste(tmp_path, pakket(blad(rij), styles=stijlen(code)))

    assert (gelezen.tekst.at[1, "A"], gelezen.soort.at[1, "A"]) == (tekst, Soort.DATUM)


@pytest.mark.parametrize(("code", "ruw"), [("yyyy", "-1"), ("yyyy", "2958466"), ('0 "dagen"', "3"), ("General", "3")])
def test_numbers_that_are_no_dates_stay_numbers(tmp_path: Path, code: str, ruw: str) -> None:
    rij = f'<row r="1"><c r="A1" s="1"><v>{ruw}</v></c></row>'

    gelezen = lees_eerste(tmp_path, pakket(blad(rij), styles=stijlen(code)))

    assert (gelezen.tekst.at[1, "A"], gelezen.soort.at[1, "A"]) == (ruw, Soort.GETAL)


def test_dates_count_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    rij = '<row r="1"><c r="A1" s="1"><v>0</v></c><c r="B1" s="1"><v>42538</v></c></row>'
    inhoud = pakket(blad(rij), styles=stijlen(14), werkmap_voor='<workbookPr date1904="1"/>')
    (tmp_path / "a.xlsx").write_bytes(inhoud)

    gelezen = lees_werkmap(tmp_path / "a.xlsx")

    assert cellen(gelezen.bladen[0]) == {"A1": "1904-01-01", "B1": "2020-06-18"}
    assert gelezen.eigenschappen["datumsysteem"] == "1904"
    assert any("1904" in zin for zin in gelezen.opmerkingen)


def test_shared_texts_join_runs_and_leave_out_phonetic_hints(tmp_path: Path) -> None:
    sst = teksten(
        '<t xml:space="preserve"> a </t>',
        "<r><t>vet</t></r><r><rPr><b/></rPr><t> en niet</t></r>",
        "<t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh>",
        "<t>regel_x000D_&#10;twee &amp; _x005F_x0041_</t>",
        "<t/>",
        "",
    )
    rij = "".join(f'<c r="{"ABCDEF"[i]}1" t="s"><v>{i}</v></c>' for i in range(6))

    gelezen = lees_eerste(tmp_path, pakket(blad(f'<row r="1">{rij}</row>'), sst=sst))

    assert cellen(gelezen) == {"A1": " a ", "B1": "vet en niet", "C1": "東京", "D1": "regel\r\ntwee & _x0041_"}
    assert gelezen.soort.loc[1].tolist() == [Soort.TEKST] * 4


def test_formulas_without_a_value_are_told_from_those_that_give_nothing(tmp_path: Path) -> None:
    rij = (
        '<row r="1"><c r="A1"><f>X()</f></c><c r="B1"><f>X()</f><v></v></c><c r="C1"><f>X()</f><v/></c>'
        '<c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="str"><f>"a"</f><v>a</v></c>'
        '<c r="F1"><f t="shared" si="0"/><v>3</v></c></row>'
    )

    gelezen = lees_eerste(tmp_path, pakket(blad(rij)))

    zonder = Soort.FORMULE_ZONDER_WAARDE
    assert gelezen.soort.loc[1].tolist() == [zonder, zonder, zonder, Soort.LEEG, Soort.TEKST, Soort.GETAL]
    assert cellen(gelezen) == {"E1": "a", "F1": "3"}


def test_hidden_rows_and_columns_and_merged_ranges_are_kept(tmp_path: Path) -> None:
    werkmap = openpyxl.Workbook()
    werkblad = werkmap.active
    for rij in range(1, 6):
        werkblad.append([rij, "x", "y"])
    werkblad.row_dimensions[3].hidden = True
    werkblad.column_dimensions["B"].hidden = True
    werkblad.merge_cells("A7:C7")
    werkmap.create_sheet("Stil").sheet_state = "hidden"
    werkmap.create_sheet("Diep").sheet_state = "veryHidden"
    werkmap.save(tmp_path / "a.xlsx")

    gelezen = lees_werkmap(tmp_path / "a.xlsx")

    eerste = gelezen.bladen[0]
    assert (eerste.verborgen_rijen, eerste.verborgen_kolommen) == (frozenset({3}), frozenset({"B"}))
    assert eerste.samengevoegd == ("A7:C7",)
    assert [b.zichtbaarheid for b in gelezen.bladen] == ["zichtbaar", "verborgen", "zeer verborgen"]
    assert gelezen.opmerkingen == ("Blad 'Stil' is verborgen.", "Blad 'Diep' is zeer verborgen.")
    assert gelezen.bladen[1].tekst.shape == (0, 0)


def test_rows_hidden_by_default_are_those_the_sheet_does_not_mention(tmp_path: Path) -> None:
    rijen = '<row r="2"><c r="A2"><v>1</v></c></row><row r="5" hidden="1"><c r="A5"><v>1</v></c></row>'
    voor = '<sheetFormatPr zeroHeight="1"/><cols><col min="1" max="16384" hidden="true"/></cols>'

    gelezen = lees_eerste(tmp_path, pakket(blad(rijen, voor=voor)))

    assert gelezen.verborgen_rijen == frozenset({3, 4, 5})
    assert gelezen.verborgen_kolommen == frozenset({"A"})


def test_insz_in_the_file_name_is_masked(tmp_path: Path) -> None:
    (tmp_path / "leden 85073003328.xlsx").write_bytes(pakket(blad("")))

    assert lees_werkmap(tmp_path / "leden 85073003328.xlsx").naam == "leden **.**.**-***.**.xlsx"


def test_oddities_are_told_in_a_fixed_order(tmp_path: Path) -> None:
    rijen = '<row r="2"><c r="B2" t="e"><v>#REF!</v></c><c r="C2" t="e"><v>#REF!</v></c><c r="D2"><f>A1</f></c></row>'
    extra: dict[str, str | bytes] = {
        "xl/vbaProject.bin": b"x",
        "xl/externalLinks/externalLink1.xml": "<x/>",
        "xl/connections.xml": "<x/>",
        "xl/pivotCache/pivotCacheDefinition1.xml": "<x/>",
        "xl/embeddings/oleObject1.bin": b"x",
        "xl/embeddings/oleObject2.bin": b"x",
        "xl/comments1.xml": "<comments><commentList><comment/><comment/></commentList></comments>",
    }
    (tmp_path / "a.xlsx").write_bytes(pakket(blad(rijen), extra=extra))

    assert lees_werkmap(tmp_path / "a.xlsx").opmerkingen == (
        "Blad 'Blad1' heeft 2 cellen met een foutwaarde; de eerste is B2.",
        "Blad 'Blad1' heeft één formule zonder bewaarde waarde, de eerste in D2; "
        "open de werkmap in Excel en bewaar ze, dan worden de waarden berekend.",
        "De werkmap bevat macro's (VBA); ze worden niet uitgevoerd.",
        "De werkmap verwijst naar één andere werkmap (externe koppeling); de laatst bewaarde waarden worden gelezen.",
        "De werkmap haalt gegevens op uit een andere bron (gegevensverbinding); die wordt niet geopend.",
        "De werkmap bevat de gegevens van één draaitabel, mogelijk ook rijen die op geen blad staan.",
        "De werkmap bevat 2 ingesloten objecten; die worden niet gelezen.",
        "De werkmap bevat 2 opmerkingen bij cellen; die worden niet gelezen.",
    )
