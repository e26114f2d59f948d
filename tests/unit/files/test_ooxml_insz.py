"""No valid INSZ stays in any byte of a workbook that is handed back, and nothing else is harmed."""

from __future__ import annotations

import io
import re
import warnings
import zipfile

import openpyxl
import pytest
from annoteer_werkmappen import C, cellen, delen, gewijzigd, klein, pak, rijke_werkmap
from lxml import etree
from python_calamine import CalamineWorkbook

from analytics.domain.nummers import INSZ_MASKER, heeft_insz_controlegetal
from analytics.files.annoteer import Aantekening, Kolom, Teruggave, Verwijzing, Voorblad, annoteer
from analytics.files.ooxml.insz import Masker, vind_insz


def insz(nummer: int) -> str:
    """Return the eleven digits of an invented person, another one for each number."""
    for volgnummer in range(nummer, nummer + 900, 31):
        basis = f"7{nummer % 10}0101{volgnummer:03d}"
        cijfers = f"{basis}{97 - int(basis) % 97:02d}"
        if heeft_insz_controlegetal(cijfers):
            return cijfers
    raise AssertionError


def punten(nummer: int) -> str:
    c = insz(nummer)
    return f"{c[:2]}.{c[2:4]}.{c[4:6]}-{c[6:9]}.{c[9:]}"


def masker(inhoud: bytes) -> Teruggave:
    return annoteer(inhoud, aantekeningen=[], voorbladen=[])


def sporen(inhoud: bytes, aantal: int = 70) -> dict[str, list[int]]:
    """Return per part which invented persons can still be read, however their digits are spread."""
    gevonden = {}
    alles = {"zip": inhoud, **delen(inhoud)}
    for naam in list(alles):
        if alles[naam].startswith(b"PK") and naam != "zip":
            alles |= {f"{naam}!{binnen}": b for binnen, b in delen(alles[naam]).items()}
    for naam, stuk in alles.items():
        if naam == "zip":
            lezingen = [stuk]
        else:
            tekst = stuk.decode("utf-16" if stuk[:2] == b"\xff\xfe" else "latin-1", "ignore")
            lezingen = [t.encode() for t in (tekst, re.sub("<[^>]*>", "", tekst), tekst.replace("\x00", ""))]
            lezingen = [re.sub(rb"[^0-9]", b"", lezing) for lezing in lezingen]
        lezingen.append(naam.encode())
        blijvend = [n for n in range(1, aantal) if any(insz(n).encode() in lezing for lezing in lezingen)]
        if blijvend:
            gevonden[naam] = blijvend
    return gevonden


def vervang(oud: str, nieuw: str):
    return lambda inhoud: inhoud.replace(oud.encode(), nieuw.encode(), 1)


@pytest.fixture(scope="module")
def besmet() -> bytes:
    """A rich workbook with another invented person in every corner."""
    bron = rijke_werkmap()
    bladnaam = f"Lijst {punten(20)}"
    helft = insz(2)
    metadata = f"\x00\x00\x00\x00tEXtComment {insz(41)}".encode()
    ingebed = klein(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{punten(42)}</t></is></c></row>')
    wijzigingen = {
        "xl/sharedStrings.xml": lambda x: (
            x.replace(b"<t>V5</t>", f"<t>{punten(1)}</t>".encode())
            .replace(b"<t>V7</t>", f"<r><t>{helft[:4]}</t></r><r><rPr><b/></rPr><t>{helft[4:]}</t></r>".encode())
            .replace(b"<t>V8</t>", f"<t>{insz(3)[:5]}&#{ord(insz(3)[5])};_x003{insz(3)[6]}_{insz(3)[7:]}</t>".encode())
            .replace(b"<t>V9</t>", f"<t><![CDATA[{insz(4)[:6]}]]>{insz(4)[6:]}</t>".encode())
        ),
        "xl/worksheets/sheet1.xml": lambda x: (
            re.sub(rb'<c r="D5"[^>]*><v>40</v>', f'<c r="D5"><v>{insz(5)}</v>'.encode(), x)
            .replace(b'<c r="D6"><v>50</v>', f'<c r="D6"><v>{insz(6)[0]}.{insz(6)[1:]}E10</v>'.encode())
            .replace(b"<f>D5*2</f><v>80</v>", f'<f>IF(D5={insz(7)},"{punten(8)}",0)</f><v>{insz(9)}</v>'.encode())
            .replace(b"&amp;LLijst", f"&amp;LLijst {punten(10)}".encode())
            .replace(b'prompt="kies"', f'prompt="kies {punten(11)}"'.encode())
            .replace(b"<formula1>", f"<formula1>{insz(12)},".encode())
            .replace(b"<formula>NOT(", f"<formula>NOT({insz(13)}=".encode())
            .replace(b"<sheetData>", f"<!-- {insz(14)} --><sheetData>".encode())
        ),
        "xl/workbook.xml": lambda x: (
            x.replace(b'name="Verborgen"', f'name="{bladnaam}"'.encode())
            .replace(b"Verborgen!$A$1", f"'{bladnaam}'!$A$1".encode())
            .replace(b'name="Codes"', f'name="Codes_{insz(21)}"'.encode())
        ),
        "xl/worksheets/sheet3.xml": lambda x: x.replace(
            b"SORT(", f"SORT('{bladnaam}'!A1,Codes_{insz(21)},".encode(), 1
        ),
        "xl/comments1.xml": vervang("Nog een</t>", f"Nog {insz(22)[:5]}</t></r><r><t>{insz(22)[5:]}</t>"),
        "xl/drawings/drawing1.xml": vervang("Let op", f"Let op {punten(23)}"),
        "xl/drawings/vmlDrawing1.vml": vervang("</div>", f"<font>{insz(24)[:3]}</font><font>{insz(24)[3:]}<br></div>"),
        "xl/charts/chart1.xml": vervang("<c:v>Aantal</c:v>", f"<c:v>{insz(25)}</c:v>"),
        "docProps/core.xml": vervang("An Peeters", punten(26)),
        "docProps/app.xml": vervang("<vt:lpstr>Verborgen", f"<vt:lpstr>{bladnaam}"),
        "xl/worksheets/_rels/sheet1.xml.rels": vervang("https://example.be/", f"https://example.be/{insz(27)}"),
        "xl/drawings/_rels/drawing2.xml.rels": vervang("image1.png", f"foto{insz(28)}.png"),
        "xl/media/image1.png": lambda x: x + metadata,
    }
    onderdelen = delen(gewijzigd(bron, wijzigingen))
    onderdelen[f"xl/media/foto{insz(28)}.png"] = onderdelen.pop("xl/media/image1.png")
    onderdelen |= {
        "customXml/item1.xml": f'<?xml version="1.0" encoding="UTF-16"?><x a="{insz(30)}">{punten(31)}</x>'.encode(
            "utf-16"
        ),
        "docProps/custom.xml": f'<p xmlns:v="v"><v:lpwstr>{insz(32)}</v:lpwstr><v:r8>{insz(33)}</v:r8></p>'.encode(),
        "xl/pivotCache/pivotCacheRecords1.xml": f'<r><n v="{insz(34)}"/><s v="{punten(35)}"/></r>'.encode(),
        "xl/externalLinks/externalLink1.xml": f'<e><cell r="A1"><v>{insz(36)}</v></cell></e>'.encode(),
        "xl/persons/person.xml": f'<personList><person displayName="{punten(37)}"/></personList>'.encode(),
        "xl/threadedComments/threadedComment1.xml": f"<T><text>zie {insz(38)}</text></T>".encode(),
        "xl/embeddings/Blad.xlsx": ingebed,
        "xl/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0"
        + insz(43).encode("utf-16-le")
        + b"\x01"
        + insz(44).encode(),
    }
    buffer = io.BytesIO(pak(onderdelen))
    with zipfile.ZipFile(buffer, "a") as archief:
        archief.comment = insz(45).encode()
    return buffer.getvalue()


PLAATSEN = {*range(1, 15), *range(20, 29), *range(30, 39), *range(41, 46)}


def test_no_person_is_left_in_any_byte(besmet: bytes) -> None:
    voor = sporen(besmet)
    assert {n for nummers in voor.values() for n in nummers} >= PLAATSEN - {3}

    assert sporen(masker(besmet).inhoud) == {}


def test_masked_workbook_still_opens_and_shows_the_mask(besmet: bytes) -> None:
    uit = masker(besmet).inhoud

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        werkmap = openpyxl.load_workbook(io.BytesIO(uit))
    blad = werkmap["Verenigingen"]
    assert [blad[cel].value for cel in ("A6", "A8", "A9", "A10", "D5", "D6")] == [INSZ_MASKER] * 6
    assert blad["E5"].value.startswith("=IF(D5=000000000")
    rijen = CalamineWorkbook.from_filelike(io.BytesIO(uit)).get_sheet_by_name("Verenigingen").to_python()
    assert rijen[4][4] == INSZ_MASKER
    assert blad["B5"].comment.text == f"Nog {INSZ_MASKER}"
    assert blad.oddHeader.left.text == f"Lijst {INSZ_MASKER} &D"


def test_names_stay_legal_and_every_mention_follows(besmet: bytes) -> None:
    uit = delen(masker(besmet).inhoud)

    werkmap = etree.fromstring(uit["xl/workbook.xml"])
    naam = werkmap.findall(f"{C}sheets/{C}sheet")[1].get("name") or ""
    assert re.fullmatch(r"Lijst \d\d\.\d\d\.\d\d-\d{3}\.\d\d", naam)
    namen = {kind.get("name"): kind.text for kind in werkmap.iter(f"{C}definedName")}
    assert namen["Lokaal"] == f"'{naam}'!$A$1"
    formule = etree.fromstring(uit["xl/worksheets/sheet3.xml"]).findtext(f".//{C}f") or ""
    codes = next(n for n in namen if n and n.startswith("Codes_"))
    assert f"SORT('{naam}'!A1,{codes}," in formule
    foto = next(n for n in uit if "/foto" in n)
    assert foto.rsplit("/", 1)[-1].encode() in uit["xl/drawings/_rels/drawing2.xml.rels"]


def test_two_sheets_named_after_two_people_stay_two_sheets() -> None:
    masker = Masker()

    namen = [masker.neutraal(insz(n).encode()).decode() for n in (1, 2, 1, 3)]

    assert namen == ["00000000001", "00000000002", "00000000001", "00000000003"]
    assert not any(heeft_insz_controlegetal(naam) for naam in namen)


def test_macros_are_taken_out_only_when_their_source_holds_a_number() -> None:
    vba = "vbaProject.bin"
    bron = delen(klein('<row r="1"/>'))
    relaties = "xl/_rels/workbook.xml.rels"
    bron[relaties] = bron[relaties].replace(
        b"</Relationships>",
        b'<Relationship Id="rId8" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
        b'Target="vbaProject.bin"/></Relationships>',
    )

    def broncode(tekst: str) -> bytes:
        # One compressed chunk of literals: a byte of flags before every eight characters.
        stukken = b"".join(b"\x00" + tekst.encode()[n : n + 8] for n in range(0, len(tekst), 8))
        return b"Attribut\x01" + (0xB000 | len(stukken) - 1).to_bytes(2, "little") + stukken

    met = masker(pak(bron | {f"xl/{vba}": broncode(f'x = "{punten(1)}"')}))
    zonder = masker(pak(bron | {f"xl/{vba}": broncode('x = "70.01.01-001.00"')}))

    assert f"xl/{vba}" not in delen(met.inhoud)
    assert b"vbaProject" not in delen(met.inhoud)[relaties]
    assert met.opmerkingen == ("De macro's zijn uit de werkmap gehaald: er stond een INSZ in.",)
    assert delen(zonder.inhoud)[f"xl/{vba}"] == broncode('x = "70.01.01-001.00"')
    assert zonder.opmerkingen == ()


@pytest.mark.parametrize(
    "tekst",
    ["0470.123.456", "+32 478 12 34 56", "BE68 5390 0754 7034", "2024-01-01 10:00:00", "123456.78901", "70010100189"],
)
def test_other_numbers_are_left_alone(tekst: str) -> None:
    bron = klein(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{tekst}</t></is></c></row>')

    assert masker(bron).inhoud == annoteer(bron, aantekeningen=[], voorbladen=[], maskeer_alles=False).inhoud


def test_number_with_decimals_is_no_person() -> None:
    waarde = f"{insz(1)[:6]}.{insz(1)[6:]}"

    uit = masker(klein(f'<row r="1"><c r="A1"><v>{waarde}</v></c></row>')).inhoud

    assert cellen(uit)["A1"].findtext(f"{C}v") == waarde


def test_number_in_a_cell_becomes_a_text() -> None:
    uit = masker(klein(f'<row r="1"><c r="A1" s="0"><v>{insz(1)}</v></c><c><v>{insz(2)}.0</v></c></row>')).inhoud

    rijen = CalamineWorkbook.from_filelike(io.BytesIO(uit)).get_sheet_by_index(0).to_python()
    assert rijen == [[INSZ_MASKER, INSZ_MASKER]]


def test_named_cells_are_masked_whatever_they_hold_and_leave_no_text_behind() -> None:
    bron = klein(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>1</v></c>'
        '<c r="D1"><v>7001010018</v></c></row>',
        gedeeld="<si><t>70.01.01</t></si><si><t>gedeeld</t></si>",
    )

    maskeer = [("Blad1", "A1"), ("Blad1", "B1"), ("Blad1", "D1"), ("Blad1", "E1")]
    uit = annoteer(bron, aantekeningen=[], voorbladen=[], maskeer=maskeer).inhoud

    rijen = CalamineWorkbook.from_filelike(io.BytesIO(uit)).get_sheet_by_index(0).to_python()
    assert rijen == [[INSZ_MASKER, INSZ_MASKER, "gedeeld", INSZ_MASKER, INSZ_MASKER]]
    assert b"70.01.01" not in delen(uit)["xl/sharedStrings.xml"]
    assert b"gedeeld" in delen(uit)["xl/sharedStrings.xml"]


def test_heading_of_a_table_and_its_column_stay_the_same_text() -> None:
    bron = delen(rijke_werkmap())
    bron["xl/sharedStrings.xml"] = bron["xl/sharedStrings.xml"].replace(b"<t>a</t>", f"<t>{punten(1)}</t>".encode())
    bron["xl/tables/table1.xml"] = bron["xl/tables/table1.xml"].replace(b'name="a"', f'name="{punten(1)}"'.encode())

    uit = delen(masker(pak(bron)).inhoud)

    assert etree.fromstring(uit["xl/tables/table1.xml"])[1][0].get("name") == INSZ_MASKER
    assert f"<t>{INSZ_MASKER}</t>".encode() in uit["xl/sharedStrings.xml"]


def test_masking_can_be_left_to_the_named_cells() -> None:
    bron = klein(f'<row r="1"><c r="A1"><v>{insz(1)}</v></c><c r="B1"><v>{insz(2)}</v></c></row>')

    uit = annoteer(bron, aantekeningen=[], voorbladen=[], maskeer=[("Blad1", "A1")], maskeer_alles=False).inhoud

    assert cellen(uit)["B1"].findtext(f"{C}v") == insz(2)
    assert sporen(uit)["xl/worksheets/sheet1.xml"] == [2]


def test_what_we_add_is_masked_as_well() -> None:
    bron = delen(klein('<row r="1"/>'))
    bron["xl/workbook.xml"] = bron["xl/workbook.xml"].replace(b'"Blad1"', f'"{punten(3)}"'.encode())
    nota = Aantekening("**.**.**-***.**", "A1", "FOUT", f"FOUT: {punten(1)} is dubbel.")
    voorblad = Voorblad("Bevindingen", "T", [Kolom("Cel")], [(Verwijzing(punten(3), "A1"),)], (punten(2),))

    uit = annoteer(pak(bron), aantekeningen=[nota], voorbladen=[voorblad]).inhoud

    assert sporen(uit) == {}
    naam = etree.fromstring(delen(uit)["xl/workbook.xml"]).findall(f"{C}sheets/{C}sheet")[1].get("name")
    assert f"location=\"'{naam}'!A1\"".encode() in delen(uit)["xl/worksheets/sheet2.xml"]


@pytest.mark.parametrize("scheiding", ["", ".", " ", "-", "/", "\u00a0", "\u2009", "\u2011", "\u2013", "_"])
def test_every_usual_separator_is_seen_at_its_bytes(scheiding: str) -> None:
    c = insz(1)
    tekst = f"à {scheiding.join((c[:2], c[2:4], c[4:6], c[6:9], c[9:]))} é".encode()

    gevonden = list(vind_insz(tekst))

    assert [t.cijfers for t in gevonden] == [c]
    assert tekst[: gevonden[0].begin].decode() == "à "
    assert tekst[gevonden[0].einde :].decode() == " é"
