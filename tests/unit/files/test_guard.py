"""What is no workbook, or a dangerous one, is refused with one Dutch sentence."""

from __future__ import annotations

import io
import os
import random
import struct
import zipfile
from pathlib import Path

import pytest
from lees_pakketten import blad, cellen, lees_eerste, ods, pakket, zip_van

from analytics.domain.blad import Werkmap
from analytics.errors import WerkmapFout
from analytics.files.lees import lees_werkmap
from analytics.files.lezen import guard

GEWOON = pakket(blad('<row r="1"><c r="A1"><v>1</v></c></row>'))


def _weigering(pad: Path) -> str:
    with pytest.raises(WerkmapFout) as fout:
        lees_werkmap(pad)
    tekst = str(fout.value)
    assert tekst.endswith(".")
    assert "\n" not in tekst
    return tekst


@pytest.mark.parametrize(
    ("inhoud", "wat"),
    [
        (b"", "het bestand is leeg (0 bytes)"),
        (b"naam;gemeente\nChiro;Aalst\n", "geen Excel-werkmap maar een tekstbestand (CSV)"),
        ("naam\tgemeente\n".encode("utf-16"), "geen Excel-werkmap maar een tekstbestand (CSV)"),
        (b"  <html><body><table></table></body></html>", "geen Excel-werkmap maar een webpagina (HTML)"),
        (b"<!DOCTYPE html><table></table>", "geen Excel-werkmap maar een webpagina (HTML)"),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "geen Excel-werkmap maar een XML-spreadsheet van Excel 2003",
        ),
        (b"%PDF-1.7", "geen Excel-werkmap maar een PDF-document"),
        (bytes(range(256)), "geen Excel-werkmap maar een bestand van een onbekende soort"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "onvolledig of beschadigd"),
        (b"\x09\x08\x10\x00" + bytes(60), "geen Excel-werkmap maar een werkmap van Excel 5 zonder omhulsel"),
        (zip_van({"word/document.xml": "<x/>", "_rels/.rels": "<x/>"}), "geen Excel-werkmap maar een Word-document"),
        (zip_van({"lijst.csv": "a;b"}), "geen Excel-werkmap maar een zip-archief"),
        (zip_van({"mimetype": "application/vnd.oasis.opendocument.text"}), "maar een ander OpenDocument-bestand"),
        (GEWOON[: len(GEWOON) // 2], "het zip-archief is onvolledig of afgebroken"),
        (b"PK\x03\x04", "het zip-archief is onvolledig of afgebroken"),
        (zip_van({"_rels/.rels": "<Relationships/>"}), "het onderdeel met de lijst van bladen ontbreekt"),
    ],
)
def test_what_is_no_workbook_is_told_by_its_bytes(tmp_path: Path, inhoud: bytes, wat: str) -> None:
    (tmp_path / "lijst.xlsx").write_bytes(inhoud)

    assert wat in _weigering(tmp_path / "lijst.xlsx")


def test_missing_files_and_folders_are_told(tmp_path: Path) -> None:
    (tmp_path / "map.xlsx").mkdir()

    assert _weigering(tmp_path / "weg 85073003328.xlsx") == (
        "weg **.**.**-***.**.xlsx: het bestand bestaat niet; controleer de naam en de map."
    )
    assert "dit is een map en geen bestand" in _weigering(tmp_path / "map.xlsx")


def test_too_large_a_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "groot.xlsx").open("wb") as bestand:
        os.truncate(bestand.fileno(), guard.MAX_BESTAND + 1)

    assert "het bestand is 300 MiB groot" in _weigering(tmp_path / "groot.xlsx")


def test_an_xml_bomb_is_refused_in_any_part_and_encoding(tmp_path: Path) -> None:
    bom = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    inhouden = (
        pakket(bom + blad('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>')),
        pakket(blad(""), sst=bom + "<sst><si><t>&b;</t></si></sst>"),
        pakket(blad(""), extra={"xl/theme/theme1.xml": bom + "<x/>"}),
        pakket(('<?xml version="1.0" encoding="UTF-16"?>' + bom + blad("")).encode("utf-16")),
        ods("", voor=bom),
    )
    for inhoud in inhouden:
        (tmp_path / "bom.xlsx").write_bytes(inhoud)
        assert "een onderdeel bevat een documenttypedefinitie (DTD)" in _weigering(tmp_path / "bom.xlsx")


def test_a_doctype_in_the_text_of_a_cell_is_only_text(tmp_path: Path) -> None:
    rijen = '<row r="1"><c r="A1" t="str"><v>&lt;!DOCTYPE html></v></c></row>'

    assert cellen(lees_eerste(tmp_path, pakket(blad(rijen)))) == {"A1": "<!DOCTYPE html>"}


def test_a_part_that_inflates_out_of_proportion_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(pakket(b" " * (guard.VERHOUDING_TELT_VANAF + 1)))

    assert "zwelt bij het uitpakken buiten verhouding op" in _weigering(tmp_path / "a.xlsx")


def test_a_part_that_inflates_further_than_it_declares_is_refused(tmp_path: Path) -> None:
    inhoud = bytearray(pakket(blad("<row/>" * 10_000)))
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        grootte = archief.getinfo("xl/worksheets/sheet1.xml").file_size
    klein, echt = struct.pack("<I", 100), struct.pack("<I", grootte)
    (tmp_path / "a.xlsx").write_bytes(bytes(inhoud).replace(echt, klein))

    assert "kan niet uitgepakt worden" in _weigering(tmp_path / "a.xlsx")


def test_names_that_leave_the_archive_or_occur_twice_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(pakket(blad(""), extra={"../../weg.xml": "x"}))
    (tmp_path / "b.xlsx").write_bytes(pakket(blad(""), extra={"XL/WORKBOOK.xml": "<x/>"}))

    assert "wijst naar een plaats buiten het archief" in _weigering(tmp_path / "a.xlsx")
    assert "komt twee keer voor in het archief" in _weigering(tmp_path / "b.xlsx")


def test_encrypted_and_overlapping_entries_are_refused(tmp_path: Path) -> None:
    begin = GEWOON.rindex(b"PK\x01\x02")
    versleuteld = bytearray(GEWOON)
    versleuteld[begin + 8] |= 1
    (tmp_path / "a.xlsx").write_bytes(bytes(versleuteld))
    overlap = bytearray(GEWOON)
    overlap[begin + 42 : begin + 46] = bytes(4)
    (tmp_path / "b.xlsx").write_bytes(bytes(overlap))

    assert "met een zip-wachtwoord versleuteld" in _weigering(tmp_path / "a.xlsx")
    assert "onderdelen overlappen elkaar" in _weigering(tmp_path / "b.xlsx")


def test_a_value_in_the_last_cell_of_the_sheet_is_refused_with_its_place(tmp_path: Path) -> None:
    rijen = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    (tmp_path / "a.xlsx").write_bytes(pakket(blad(rijen)))

    assert "heeft een waarde ver van de andere gegevens, tot in cel XFD1048576" in _weigering(tmp_path / "a.xlsx")


@pytest.mark.parametrize("plaats", ["XFE1", "A1048577", "A0", "1A", "AAAA1", "A99999999999"])
def test_impossible_cells_are_refused(tmp_path: Path, plaats: str) -> None:
    (tmp_path / "a.xlsx").write_bytes(pakket(blad(f'<row r="1"><c r="{plaats}"><v>1</v></c></row>')))

    assert "een cel heeft een onmogelijke plaats" in _weigering(tmp_path / "a.xlsx")


def test_insz_in_a_sheet_name_stays_out_of_the_message(tmp_path: Path) -> None:
    rijen = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    (tmp_path / "a.xlsx").write_bytes(pakket(blad(rijen), bladnaam="Jan 85073003328"))

    assert "85073003328" not in _weigering(tmp_path / "a.xlsx")


def test_repeated_rows_and_columns_do_not_explode(tmp_path: Path) -> None:
    cel = '<table:table-cell office:value-type="string"{}><text:p>x</text:p></table:table-cell>'
    veel = ' table:number-columns-repeated="16384"'
    leeg = '<table:table-row table:number-rows-repeated="{}"><table:table-cell table:number-columns-repeated="16384"/>'
    een = f"<table:table-row>{cel.format('')}</table:table-row>"
    bom = f'<table:table-row table:number-rows-repeated="1048576">{cel.format(veel)}</table:table-row>'
    (tmp_path / "bom.ods").write_bytes(ods(bom))

    gelezen = lees_eerste(tmp_path, ods(een + leeg.format(1048575) + "</table:table-row>"), "a.ods")

    assert cellen(gelezen) == {"A1": "x"}
    assert "kan niet gelezen worden" in _weigering(tmp_path / "bom.ods")


@pytest.mark.parametrize("zaad", range(8))
def test_mangled_workbooks_are_read_or_refused_never_anything_else(tmp_path: Path, zaad: int) -> None:
    kans = random.Random(zaad)  # noqa: S311 -- repeatable noise
    gelezen = geweigerd = 0
    for _ in range(30):
        stuk = bytearray(GEWOON)
        for _ in range(kans.randrange(1, 6)):
            stuk[kans.randrange(len(stuk))] ^= 1 << kans.randrange(8)
        (tmp_path / "a.xlsx").write_bytes(bytes(stuk[: kans.randrange(len(stuk) // 2, len(stuk) + 1)]))
        try:
            assert isinstance(lees_werkmap(tmp_path / "a.xlsx"), Werkmap)
            gelezen += 1
        except WerkmapFout:
            geweigerd += 1

    assert geweigerd > 10


@pytest.mark.parametrize("zaad", range(8))
def test_mangled_xml_is_read_or_refused_never_anything_else(tmp_path: Path, zaad: int) -> None:
    kans = random.Random(zaad)  # noqa: S311 -- repeatable noise
    rijen = '<row r="1"><c r="A1" s="1"><v>12.5</v></c><c r="B1" t="s"><v>0</v></c></row>'
    sst = "<sst><si><t>a</t></si></sst>"
    gelezen = geweigerd = 0
    for _ in range(40):
        delen = [bytearray(blad(rijen), "utf-8"), bytearray(sst, "utf-8")]
        for _ in range(kans.randrange(1, 4)):
            deel = kans.choice(delen)
            deel[kans.randrange(len(deel))] = kans.choice(b'<>/"&=0A1 \x00\xff')
        (tmp_path / "a.xlsx").write_bytes(
            pakket(bytes(delen[0]), sst="", extra={"xl/sharedStrings.xml": bytes(delen[1])}, styles="<styleSheet/>")
        )
        try:
            assert isinstance(lees_werkmap(tmp_path / "a.xlsx"), Werkmap)
            gelezen += 1
        except WerkmapFout:
            geweigerd += 1

    assert (gelezen > 0, geweigerd > 10) == (True, True)
