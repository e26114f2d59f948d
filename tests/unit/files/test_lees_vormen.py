"""XML may be written in many ways; the same cells come out, by the fast reader or the exact one."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from lees_pakketten import HOOFD, STRIKT, STRIKTE_RELATIES, blad, cellen, lees_eerste, pakket, stijlen, teksten
from lxml import etree

from analytics.domain.blad import Blad
from analytics.errors import WerkmapFout
from analytics.files.lees import lees_werkmap
from analytics.files.lezen.bladstroom import lees_snel
from analytics.files.lezen.duiden import Duider
from analytics.files.lezen.opmaak import lees_stijlen
from analytics.files.lezen.rijen_xml import Bladlezer, Randgegevens
from analytics.files.lezen.samenstellen import stel_samen
from analytics.files.lezen.tags import Afwijkend
from analytics.files.lezen.teksten import lees_teksten, lees_teksten_snel, lees_teksten_xml

EEN = '<row r="1"><c r="A1" t="str"><v>é €</v></c><c r="C1"><v>2</v></c></row>'
VERWACHT = {"A1": "é €", "C1": "2"}


@pytest.mark.parametrize(
    "inhoud",
    [
        pakket(blad(EEN, ns=STRIKT), ns=STRIKT, rns=STRIKTE_RELATIES),
        pakket(blad(EEN), doel="/xl/worksheets/sheet1.xml"),
        pakket(blad(EEN), deel="xl/worksheets/Sheet1.XML"),
        pakket(blad(EEN), deel="xl\\worksheets\\sheet1.xml"),
        pakket(blad(EEN), doel="../xl/./worksheets/sheet1.xml"),
        pakket(blad(EEN), deel="xl/worksheets/mijn blad.xml", doel="worksheets/mijn%20blad.xml"),
        pakket(blad(EEN, voor='<dimension ref="A1:XFD1048576"/>')),
        pakket(('<?xml version="1.0" encoding="UTF-16"?>' + blad(EEN)).encode("utf-16")),
        pakket(b"\xef\xbb\xbf" + blad(EEN).encode()),
        pakket(('<?xml version="1.0" encoding="windows-1252"?>' + blad(EEN)).encode("cp1252")),
        pakket(blad(EEN).replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x=")),
        pakket(blad(EEN.replace('"', "'"))),
        pakket(blad(EEN.replace(' r="A1"', ""))),
        pakket(blad(EEN.replace("<c ", "\n  <c\n").replace("><v", ">\n<v"))),
        pakket(blad("<!-- <c r='Z9'><v>9</v></c> -->" + EEN)),
        pakket(blad(EEN.replace("é €", "<![CDATA[é €]]>"))),
        pakket(blad(EEN.replace("é", "&#233;").replace("€", "&#x20AC;"))),
        pakket(blad(EEN.replace('t="str"', 'cm="1" t="str"'))),
        pakket(blad(EEN.replace('t="str"><v>é €</v>', 't="inlineStr"><is><t>é €</t></is>'))),
        pakket(blad(EEN.replace('t="str"><v>é €</v>', 't="inlineStr"><is><r><t>é</t></r><r><t> €</t></r></is>'))),
        pakket(blad('<row r="1048576"><c r="XFD1048576" s="3"/></row>' + EEN)),
        pakket(blad(EEN + '<row r="9"><c r="B9" s="1"/><c r="B10" t="str"><v></v></c></row>')),
        pakket(
            blad(
                '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>'
                f'<row r="7"><c r="Z7"><v>7</v></c></row></mc:Choice><mc:Fallback>{EEN}</mc:Fallback>'
                "</mc:AlternateContent>"
            )
        ),
    ],
    ids=lambda _: "",
)
def test_the_same_cells_come_out_however_they_are_written(tmp_path: Path, inhoud: bytes) -> None:
    assert cellen(lees_eerste(tmp_path, inhoud)) == VERWACHT


def test_rows_and_cells_without_reference_follow_each_other(tmp_path: Path) -> None:
    rijen = '<row><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'

    assert cellen(lees_eerste(tmp_path, pakket(blad(rijen)))) == {"B3": "1", "C3": "2", "A4": "3"}


def test_a_raw_greater_than_sign_in_text_does_not_end_the_tag(tmp_path: Path) -> None:
    rijen = '<row r="1"><c r="A1" t="str"><f>B1>2</f><v>a>b</v></c><c r="B1"><v>3</v></c></row>'

    assert cellen(lees_eerste(tmp_path, pakket(blad(rijen)))) == {"A1": "a>b", "B1": "3"}


def test_of_cells_in_the_same_place_the_last_counts(tmp_path: Path) -> None:
    rijen = '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c><c r="A2"><v>3</v></c></row>'

    assert cellen(lees_eerste(tmp_path, pakket(blad(rijen)))) == {"A1": "2", "A2": "3"}


@pytest.mark.parametrize("rijen", ["", '<row r="1"/>', '<row r="1"><c r="A1" s="1"/></row>', '<row r="1"><c/></row>'])
def test_a_sheet_without_values_is_empty(tmp_path: Path, rijen: str) -> None:
    assert lees_eerste(tmp_path, pakket(blad(rijen))).tekst.shape == (0, 0)


@pytest.mark.parametrize(
    "inhoud", [f'<worksheet xmlns="{HOOFD}"/>', f'<worksheet xmlns="{HOOFD}"><sheetData/></worksheet>']
)
def test_a_sheet_without_rows_is_empty(tmp_path: Path, inhoud: str) -> None:
    assert lees_eerste(tmp_path, pakket(inhoud)).soort.shape == (0, 0)


def test_a_workbook_of_charts_only_has_no_sheets(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(pakket("<chartsheet/>", soort="chartsheet"))

    gelezen = lees_werkmap(tmp_path / "a.xlsx")

    assert gelezen.bladen == ()
    assert gelezen.opmerkingen == ("Blad 'Blad1' is een grafiekblad en heeft geen cellen.",)


def _rijen(kans: random.Random) -> str:
    """Return rows of cells written in the ways spreadsheet programs do."""
    getallen = ("12", "12.0", "0.1", "44000.5", "1E3", "-7")
    waarden: tuple[Callable[[str], str], ...] = (
        lambda p: f'<c r="{p}" t="s"><v>{kans.randrange(4)}</v></c>',
        lambda p: f'<c r="{p}" s="{kans.randrange(4)}"><v>{kans.choice(getallen)}</v></c>',
        lambda p: f'<c r="{p}" s="1" t="n"><v>{kans.randrange(10**10)}</v></c>',
        lambda p: f'<c r="{p}" t="inlineStr"><is><t xml:space="preserve"> x&amp;{kans.random()} </t></is></c>',
        lambda p: f'<c r="{p}" t="inlineStr"><is><r><t>ri</t></r><r><t>jk</t></r></is></c>',
        lambda p: f'<c r="{p}" t="str"><f>A1&gt;2</f><v>_x0041_é\r\n{kans.random()}</v></c>',
        lambda p: f'<c r="{p}" t="b"><v>{kans.randrange(2)}</v></c>',
        lambda p: f'<c r="{p}" t="e"><v>#N/A</v></c>',
        lambda p: f'<c r="{p}"><f>A1</f></c>',
        lambda p: f'<c r="{p}"><f t="shared" si="0"/><v/></c>',
        lambda p: f'<c r="{p}" s="2"/>',
        lambda p: f'<c r="{p}" s="2"></c>',
        lambda p: f"<c t='b' r='{p}'><v>1</v></c>",
        lambda p: f'<c r="{p}" t="d"><v>2020-01-02T03:04:05</v></c>',
    )
    rijen = []
    for rij in sorted(kans.sample(range(1, 200), 60)):
        letters = sorted(kans.sample(["A", "B", "Z", "AA", "AB", "CZ"], 4), key=lambda k: (len(k), k))
        inhoud = "".join(kans.choice(waarden)(f"{letter}{rij}") for letter in letters)
        kenmerk = kans.choice(["", ' hidden="1"', ' ht="15"'])
        rijen.append(f'<row r="{rij}"{kenmerk}>{inhoud}</row>')
    return "".join(rijen)


def _lees(xml: bytes, sst: pa.LargeStringArray, *, snel: bool) -> Blad:
    opmaken = lees_stijlen(etree.fromstring(stijlen("00000", 14, "hh:mm").encode()))
    duider = Duider("a.xlsx", sst, opmaken, vanaf_1904=False)
    if snel:
        rand = lees_snel(iter([xml[i : i + 3000] for i in range(0, len(xml), 3000)]), "a.xlsx", duider.voeg_toe)
    else:
        rand = Randgegevens()
        Bladlezer("a.xlsx", rand, duider.voeg_toe).lees([xml])
    gevuld, pool = duider.einde_blad()
    return stel_samen("a.xlsx", "B", "zichtbaar", gevuld=gevuld, pool=pool, rand=rand)


@pytest.mark.parametrize("zaad", range(12))
def test_the_fast_reader_equals_the_exact_one(zaad: int) -> None:
    kans = random.Random(zaad)  # noqa: S311 -- repeatable cells
    xml = blad(_rijen(kans), na='<mergeCells><mergeCell ref="A1:B2"/></mergeCells>').encode()
    sst = pa.array(["een", "", " twee ", "drie"], type=pa.large_string())

    snel, precies = _lees(xml, sst, snel=True), _lees(xml, sst, snel=False)

    pd.testing.assert_frame_equal(snel.tekst, precies.tekst)
    pd.testing.assert_frame_equal(snel.soort, precies.soort)
    assert (snel.verborgen_rijen, snel.samengevoegd) == (precies.verborgen_rijen, precies.samengevoegd)
    assert len(snel.tekst) > 50


@pytest.mark.parametrize("grootte", [7, 64, 100_000])
def test_shared_texts_read_fast_equal_those_read_exactly(grootte: int) -> None:
    xml = teksten(
        "<t>a</t>",
        "<t xml:space='preserve'> b </t>",
        "<r><t>c</t></r><r><t>d</t></r>",
        "<t/>",
        "<t>&lt;é&#10;_x0041_</t>",
    ).encode()
    blokken = [xml[i : i + grootte] for i in range(0, len(xml), grootte)]

    assert lees_teksten_snel(blokken, "a").to_pylist() == ["a", " b ", "cd", "", "<é\nA"]
    assert lees_teksten_xml(blokken, "a") == ["a", " b ", "cd", "", "<é\nA"]


@pytest.mark.parametrize(
    "xml", ["<sst><si/><si><t>a</t></si></sst>", "<sst><!-- x --><si><t></t></si><si><t>a</t></si></sst>"]
)
def test_shared_texts_written_otherwise_go_through_the_exact_reader(xml: str) -> None:
    with pytest.raises(Afwijkend):
        lees_teksten_snel([xml.encode()], "a")

    assert lees_teksten(lambda: iter([xml.encode()]), "a").to_pylist() == ["", "a"]


def test_a_reference_to_a_text_that_is_not_there_is_refused(tmp_path: Path) -> None:
    inhoud = pakket(blad('<row r="2"><c r="B2" t="s"><v>1</v></c></row>'), sst=teksten("<t>a</t>"))

    with pytest.raises(WerkmapFout, match="cel B2 verwijst naar een tekst die er niet is"):
        lees_eerste(tmp_path, inhoud)
