"""The pilot gets the same workbook back, with colours and comments, and nothing else changed."""

from __future__ import annotations

import io
import warnings

import openpyxl
import pytest
from annoteer_werkmappen import C, canoniek, cellen, delen, klein, pak, rijke_werkmap
from lxml import etree
from python_calamine import CalamineWorkbook

from analytics.errors import WerkmapFout
from analytics.files.annoteer import Aantekening, Kolom, Voorblad, annoteer, wijzig_cellen
from analytics.files.ooxml.blad import VOLGORDE

VERENIGINGEN = "xl/worksheets/sheet1.xml"
NOTAS = (
    Aantekening("Verenigingen", "A3", "FOUT", "FOUT: het nummer is dubbel.\nAdvies: geef elk een eigen nummer."),
    Aantekening("Verenigingen", "C4", "WAARSCHUWING", "WAARSCHUWING: de datum ligt ver terug."),
    Aantekening("Verenigingen", "E7", "INFO", "INFO: een formule."),
    Aantekening("Verenigingen", "G6", "FOUT", "FOUT: verplicht."),
    Aantekening("Verenigingen", "B60", "FOUT", "FOUT: een rij die er niet was."),
)
VOORBLAD = Voorblad("Bevindingen", "Bevindingen", [Kolom("Code")], [("naam_ontbreekt",)], (), "Bevindingen")


@pytest.fixture(scope="module")
def bron() -> bytes:
    return rijke_werkmap()


@pytest.fixture(scope="module")
def uit(bron: bytes) -> bytes:
    return annoteer(bron, aantekeningen=NOTAS, voorbladen=[VOORBLAD]).inhoud


def lees(inhoud: bytes) -> openpyxl.Workbook:
    with warnings.catch_warnings():
        # openpyxl says which of the pilot's things it cannot keep; that is why we do not save with it.
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(inhoud))


def test_every_other_part_keeps_its_bytes(bron: bytes, uit: bytes) -> None:
    voor, na = delen(bron), delen(uit)

    anders = {naam for naam in voor if voor[naam] != na.get(naam)}
    assert anders == {
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/workbook.xml",
        "xl/styles.xml",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
        VERENIGINGEN,
        "xl/worksheets/sheet3.xml",
    }
    assert set(na) - set(voor) == {
        "xl/worksheets/sheet4.xml",
        "xl/worksheets/_rels/sheet4.xml.rels",
        "xl/tables/table2.xml",
    }


def test_annotated_sheet_differs_in_styles_and_made_cells_only(bron: bytes, uit: bytes) -> None:
    oude = cellen(bron)
    blad = etree.fromstring(delen(uit)[VERENIGINGEN])
    for cel in list(blad.iter(f"{C}c")):
        oud = oude.get(cel.get("r") or "")
        if oud is None:
            ouder = cel.getparent()
            assert ouder is not None
            ouder.remove(cel)
        elif oud.get("s") is None:
            cel.attrib.pop("s", None)
        else:
            cel.set("s", oud.get("s") or "")
    for rij in [rij for rij in blad.iter(f"{C}row") if rij.get("r") == "60"]:
        blad.find(f"{C}sheetData").remove(rij)  # type: ignore[union-attr]

    assert canoniek(blad) == canoniek(delen(bron)[VERENIGINGEN])


def test_sheet_that_was_open_loses_only_its_selected_tab(bron: bytes, uit: bytes) -> None:
    deel = "xl/worksheets/sheet3.xml"

    assert delen(uit)[deel] == delen(bron)[deel].replace(b' tabSelected="1"', b"")


def test_existing_styles_keep_their_index(bron: bytes, uit: bytes) -> None:
    voor, na = (etree.fromstring(delen(werkmap)["xl/styles.xml"]) for werkmap in (bron, uit))

    for lijst_voor, lijst_na in zip(voor, na, strict=True):
        overig = [canoniek(kind) for kind in lijst_na][: len(lijst_voor)]
        assert overig == [canoniek(kind) for kind in lijst_voor]
        assert lijst_na.get("count") in (None, str(len(lijst_na)))


def test_colour_is_all_that_changes_about_the_look_of_a_cell(bron: bytes, uit: bytes) -> None:
    voor, na = lees(bron)["Verenigingen"]["C4"], lees(uit)["Verenigingen"]["C4"]

    assert (na.fill.fill_type, na.fill.fgColor.rgb) == ("solid", "FFFFE08A")
    assert (na.value, na.number_format) == (voor.value, "dd/mm/yyyy")
    for deel in ("font", "border", "alignment", "protection"):
        assert repr(getattr(na, deel)) == repr(getattr(voor, deel))


def test_one_comment_per_cell_and_the_pilots_own_text_stays(uit: bytes) -> None:
    blad = lees(uit)["Verenigingen"]

    gevonden = {c.coordinate: (c.comment.author, c.comment.text) for rij in blad.iter_rows() for c in rij if c.comment}
    assert gevonden == {
        "A3": ("An", f"Eigen nota\n\n{NOTAS[0].tekst}"),
        "B5": ("An", "Nog een"),
        **{nota.cel: ("Verenigingsregister", nota.tekst) for nota in NOTAS[1:]},
    }


def test_every_comment_has_one_box_with_a_number_of_its_own(uit: bytes) -> None:
    vml = etree.fromstring(delen(uit)["xl/drawings/vmlDrawing1.vml"])
    vormen = vml.findall("{urn:schemas-microsoft-com:vml}shape")

    x = "{urn:schemas-microsoft-com:office:excel}"
    plaatsen = [(int(vorm.findtext(f".//{x}Row") or -1), int(vorm.findtext(f".//{x}Column") or -1)) for vorm in vormen]
    assert sorted(plaatsen) == [(2, 0), (3, 2), (4, 1), (5, 6), (6, 4), (59, 1)]
    assert len({vorm.get("id") for vorm in vormen}) == 6
    idmap = vml.find(".//{urn:schemas-microsoft-com:office:office}idmap")
    assert idmap is not None
    assert idmap.get("data") == "1,2"


def test_two_findings_of_a_cell_are_one_comment_in_the_gravest_colour() -> None:
    bron = klein('<row r="1"><c r="A1"><v>1</v></c></row>')
    notas = [Aantekening("Blad1", "A1", "INFO", "let op"), Aantekening("Blad1", "A1", "FOUT", "FOUT: te klein")]

    cel = lees(annoteer(bron, aantekeningen=notas, voorbladen=[]).inhoud)["Blad1"]["A1"]

    assert cel.comment.text == "INFO: let op\n\nFOUT: te klein"
    assert cel.fill.fgColor.rgb == "FFF4A6A0"


def test_second_round_replaces_our_own_comment() -> None:
    bron = klein('<row r="1"><c r="A1"><v>1</v></c></row>')
    eerste = annoteer(bron, aantekeningen=[Aantekening("Blad1", "A1", "FOUT", "FOUT: een")], voorbladen=[]).inhoud

    tweede = annoteer(eerste, aantekeningen=[Aantekening("Blad1", "A1", "INFO", "INFO: twee")], voorbladen=[]).inhoud

    assert lees(tweede)["Blad1"]["A1"].comment.text == "INFO: twee"
    assert delen(tweede)["xl/drawings/vmlDrawing1.vml"].count(b"<v:shape ") == 1


def test_same_input_gives_same_bytes(bron: bytes, uit: bytes) -> None:
    assert annoteer(bron, aantekeningen=NOTAS, voorbladen=[VOORBLAD]).inhoud == uit


def test_formula_that_is_replaced_leaves_the_calculation_chain() -> None:
    onderdelen = delen(klein('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1</f><v>2</v></c></row>'))
    onderdelen["xl/calcChain.xml"] = b'<calcChain><c r="A1" i="1"/><c r="B1" i="1"/></calcChain>'
    relaties = "xl/_rels/workbook.xml.rels"
    onderdelen[relaties] = onderdelen[relaties].replace(
        b"</Relationships>", b'<Relationship Id="rId7" Type="x/calcChain" Target="calcChain.xml"/></Relationships>'
    )

    uit = delen(wijzig_cellen(pak(onderdelen), {("Blad1", "A1"): 5}, wijzigingsblad=None).inhoud)
    met_rust = delen(wijzig_cellen(pak(onderdelen), {("Blad1", "C1"): 5}, wijzigingsblad=None).inhoud)

    assert "xl/calcChain.xml" not in uit
    assert b"calcChain" not in uit[relaties]
    assert met_rust["xl/calcChain.xml"] == onderdelen["xl/calcChain.xml"]


def test_nothing_to_say_changes_no_part(bron: bytes) -> None:
    assert delen(annoteer(bron, aantekeningen=[], voorbladen=[]).inhoud) == delen(bron)


def test_elements_stand_in_schema_order(uit: bytes) -> None:
    for naam, inhoud in delen(uit).items():
        if naam.startswith("xl/worksheets/sheet"):
            kinderen = [etree.QName(kind).localname for kind in etree.fromstring(inhoud)]
            assert kinderen == sorted(kinderen, key=VOLGORDE.index), naam


def test_every_reader_opens_the_result(uit: bytes) -> None:
    assert lees(uit).sheetnames == ["Bevindingen", "Verenigingen", "Verborgen", "Data 't"]
    assert CalamineWorkbook.from_filelike(io.BytesIO(uit)).get_sheet_by_name("Verenigingen").to_python()[2][0] == "V2"


def test_twenty_five_thousand_comments_have_numbers_in_claimed_blocks() -> None:
    bron = klein("".join(f'<row r="{r}"><c r="A{r}"><v>1</v></c></row>' for r in range(1, 25_001)))
    notas = [Aantekening("Blad1", f"A{r}", "FOUT", "FOUT: x") for r in range(1, 25_001)]

    onderdelen = delen(annoteer(bron, aantekeningen=notas, voorbladen=[]).inhoud)

    vml = etree.fromstring(onderdelen["xl/drawings/vmlDrawing1.vml"])
    nummers = [int((v.get("id") or "")[8:]) for v in vml.findall("{urn:schemas-microsoft-com:vml}shape")]
    idmap = vml.find(".//{urn:schemas-microsoft-com:office:office}idmap")
    assert idmap is not None
    assert len(set(nummers)) == 25_000
    assert {n // 1024 for n in nummers} == set(map(int, (idmap.get("data") or "").split(",")))
    assert all(n % 1024 for n in nummers)


def test_thread_of_the_pilot_gets_our_answer() -> None:
    tc = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    onderdelen = delen(
        annoteer(
            klein('<row r="1"><c r="A1"><v>1</v></c></row>'),
            aantekeningen=[Aantekening("Blad1", "A1", "INFO", "INFO: eerst")],
            voorbladen=[],
        ).inhoud
    )
    onderdelen["xl/threadedComments/threadedComment1.xml"] = (
        f'<ThreadedComments xmlns="{tc}"><threadedComment ref="A1" dT="2024-02-01T10:00:00.00" personId="{{P}}" '
        'id="{D}"><text>Klopt dit?</text></threadedComment></ThreadedComments>'
    ).encode()
    onderdelen["xl/persons/person.xml"] = (
        f'<personList xmlns="{tc}"><person displayName="An" id="{{P}}" userId="An" providerId="None"/></personList>'
    ).encode()
    relaties = "xl/worksheets/_rels/sheet1.xml.rels"
    onderdelen[relaties] = onderdelen[relaties].replace(
        b"</Relationships>",
        b'<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" '
        b'Target="../threadedComments/threadedComment1.xml"/></Relationships>',
    )
    nota = Aantekening("Blad1", "A1", "FOUT", "FOUT: daarna")

    uit = delen(annoteer(pak(onderdelen), aantekeningen=[nota], voorbladen=[]).inhoud)

    draad = etree.fromstring(uit["xl/threadedComments/threadedComment1.xml"])
    assert [(k.get("parentId"), k.get("dT"), k.findtext(f"{{{tc}}}text")) for k in draad] == [
        (None, "2024-02-01T10:00:00.00", "Klopt dit?"),
        ("{D}", "2024-02-01T10:00:00.00", "FOUT: daarna"),
    ]
    personen = etree.fromstring(uit["xl/persons/person.xml"])
    assert personen[1].get("displayName") == "Verenigingsregister"
    assert personen[1].get("id") == draad[1].get("personId")


def test_changed_cells_keep_style_and_text_stays_text(bron: bytes) -> None:
    wijzigingen: dict[tuple[str, str], str | float | None] = {
        ("Verenigingen", "D5"): "0470",
        ("Verenigingen", "C4"): "=1+1",
        ("Verenigingen", "A6"): None,
        ("Verenigingen", "E7"): 12.5,
        ("Verenigingen", "B9"): " _x0041_\x07 <&> ",
    }

    uit = wijzig_cellen(bron, wijzigingen, wijzigingsblad=VOORBLAD).inhoud

    werkmap = lees(uit)
    blad = werkmap["Verenigingen"]
    assert [blad[cel].value for cel in ("D5", "C4", "A6", "E7")] == ["0470", "=1+1", None, 12.5]
    assert [blad[cel].data_type for cel in ("D5", "C4")] == ["s", "s"]
    assert blad["C4"].number_format == "dd/mm/yyyy"
    assert CalamineWorkbook.from_filelike(io.BytesIO(uit)).get_sheet_by_index(0).to_python()[8][1] == " _x0041_ <&> "
    assert werkmap.sheetnames == ["Verenigingen", "Verborgen", "Data 't", "Bevindingen"]
    assert etree.fromstring(delen(uit)["xl/workbook.xml"]).find(f"{C}calcPr").get("fullCalcOnLoad") == "1"


def test_file_that_is_no_workbook_is_refused() -> None:
    with pytest.raises(WerkmapFout, match=r"Bewaar ze opnieuw in Excel als \.xlsx"):
        annoteer(b"geen zip", aantekeningen=[], voorbladen=[])
