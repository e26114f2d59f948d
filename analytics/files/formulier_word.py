"""Write a questionnaire as a Word form: one table per question, every box a content control that knows its id."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from analytics.files.formulier_model import KOP_PILOOT, UITLEG, UITNODIGING, Formulier, Formuliervak, Formuliervraag

_GRIJS = RGBColor(0x6B, 0x6B, 0x6B)
_DONKER = RGBColor(0x1F, 0x3A, 0x5F)
_KOPKLEUR, _VAKKLEUR = "E8EEF5", "FFFFFF"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_LEEG, _AAN = "☐", "☒"
_MARGES = (("top", 60), ("left", 110), ("bottom", 60), ("right", 110))
_LABELBREEDTE, _VAKBREEDTE = Cm(5.0), Cm(11.5)


def schrijf_word(formulier: Formulier, *, piloot: str, waarden: dict[str, str] | None = None) -> bytes:
    """
    Return the form as a Word document; the same arguments give the same bytes.

    Args:
        formulier: What to ask.
        piloot: Name of the organisation, printed on top.
        waarden: Box id → answer to fill in beforehand; for a choice the text of the choice.
    """
    document = docx.Document()
    _zet_stijl(document)
    _voettekst(document, formulier)
    document.add_heading(formulier.titel, level=0)
    document.add_paragraph(formulier.inleiding)
    uitleg = document.add_paragraph()
    _grijs(uitleg.add_run(UITLEG))
    _rij_bovenaan(document, piloot)
    ingevuld = waarden or {}
    for vraag in formulier.vragen:
        _vraag(document, vraag, ingevuld)
    return _bytes(document)


def _zet_stijl(document: Document) -> None:
    normaal = document.styles["Normal"]
    normaal.font.name, normaal.font.size = "Calibri", Pt(10.5)
    normaal.paragraph_format.space_after = Pt(4)
    for naam, grootte in (("Title", 22), ("Heading 1", 13)):
        stijl = document.styles[naam]
        stijl.font.name, stijl.font.size, stijl.font.color.rgb = "Calibri", Pt(grootte), _DONKER
        # The template names its own Asian and theme fonts, which win over font.name.
        fonts = stijl.element.rPr.find(qn("w:rFonts"))
        for soort in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{soort}"), None)
    document.styles["Heading 1"].paragraph_format.space_before = Pt(16)
    document.styles["Heading 1"].paragraph_format.keep_with_next = True
    taal = OxmlElement("w:lang")
    taal.set(qn("w:val"), "nl-BE")
    normaal.element.get_or_add_rPr().append(taal)
    sectie = document.sections[0]
    sectie.page_width, sectie.page_height = Cm(21), Cm(29.7)
    sectie.left_margin = sectie.right_margin = Cm(2.2)
    sectie.top_margin = sectie.bottom_margin = Cm(2)


def _voettekst(document: Document, formulier: Formulier) -> None:
    document.core_properties.title = formulier.titel
    document.core_properties.author = "Digitaal Vlaanderen"
    document.core_properties.comments = ""
    document.core_properties.keywords = f"vragenlijst={formulier.soort} versie={formulier.versie}"
    document.core_properties.language = "nl-BE"
    regel = document.sections[0].footer.paragraphs[0]
    _grijs(regel.add_run(f"Vragenlijst {formulier.soort}, versie {formulier.versie}"))


def _rij_bovenaan(document: Document, piloot: str) -> None:
    tabel = _tabel(document, 1)
    _cel(tabel.cell(0, 0), KOP_PILOOT, vet=True)
    tabel.cell(0, 1).paragraphs[0].add_run(piloot)


def _vraag(document: Document, vraag: Formuliervraag, waarden: dict[str, str]) -> None:
    document.add_heading(f"{vraag.id}. {vraag.tekst}", level=1)
    if vraag.hint:
        hint = document.add_paragraph()
        hint.paragraph_format.keep_with_next = True
        _grijs(hint.add_run(vraag.hint), cursief=True)
    tabel = _tabel(document, len(vraag.vakken))
    for rij, vak in enumerate(vraag.vakken):
        _cel(tabel.cell(rij, 0), vak.label, vet=True)
        _grijs(tabel.cell(rij, 0).add_paragraph().add_run(vak.id), grootte=7.5)
        doel = tabel.cell(rij, 1)
        if vak.soort == "keuze":
            _keuzes(doel, vak, waarden.get(vak.id, ""))
        else:
            _invulvak(doel.paragraphs, vak, waarden.get(vak.id, ""))
            if vak.soort == "tekst":
                _minimale_hoogte(tabel, rij)


def _tabel(document: Document, rijen: int) -> Table:
    tabel = document.add_table(rows=rijen, cols=2)
    tabel.style, tabel.alignment, tabel.autofit = "Table Grid", WD_TABLE_ALIGNMENT.LEFT, False
    randen = parse_xml(
        f"<w:tblBorders {nsdecls('w')}>"
        + "".join(
            f'<w:{kant} w:val="single" w:sz="4" w:space="0" w:color="B8C4D2"/>'
            for kant in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        + "</w:tblBorders>"
    )
    tabel._tbl.tblPr.append(randen)
    tabel._tbl.tblPr.append(
        parse_xml(
            f"<w:tblCellMar {nsdecls('w')}>"
            + "".join(f'<w:{kant} w:w="{breed}" w:type="dxa"/>' for kant, breed in _MARGES)
            + "</w:tblCellMar>"
        )
    )
    for kolom, breedte in zip(tabel.columns, (_LABELBREEDTE, _VAKBREEDTE), strict=True):
        kolom.width = breedte
    for rij in tabel.rows:
        for cel, breedte in zip(rij.cells, (_LABELBREEDTE, _VAKBREEDTE), strict=True):
            cel.width = breedte
        rij._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    return tabel


def _cel(cel: _Cell, tekst: str, *, vet: bool) -> None:
    cel.paragraphs[0].add_run(tekst).bold = vet
    cel._tc.get_or_add_tcPr().append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{_KOPKLEUR}"/>')
    )


def _minimale_hoogte(tabel: Table, rij: int) -> None:
    tabel.rows[rij].height = Cm(2.2)


def _keuzes(cel: _Cell, vak: Formuliervak, gekozen: str) -> None:
    sterren = vak.sterren or (None,) * len(vak.keuzes)
    for nummer, (tekst, aantal) in enumerate(zip(vak.keuzes, sterren, strict=True)):
        alinea = cel.paragraphs[0] if nummer == 0 else cel.add_paragraph()
        alinea.paragraph_format.left_indent, alinea.paragraph_format.first_line_indent = Cm(0.6), Cm(-0.6)
        alinea._p.append(_aankruisvak(f"{vak.id}#{nummer}", aan=tekst == gekozen))
        alinea.add_run(f" {tekst}")
        if aantal:
            _grijs(alinea.add_run(f"  {'★' * aantal}"))


def _aankruisvak(merk: str, *, aan: bool) -> BaseOxmlElement:
    return parse_xml(
        f'<w:sdt {nsdecls("w")} xmlns:w14="{_W14}"><w:sdtPr><w:tag w:val="{merk}"/>'
        f'<w14:checkbox><w14:checked w14:val="{int(aan)}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr>'
        '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:hint="eastAsia"/></w:rPr>'
        f"<w:t>{_AAN if aan else _LEEG}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def _invulvak(alineas: Sequence[Paragraph], vak: Formuliervak, tekst: str) -> None:
    """Put a run-level content control in the paragraph: the answer stays editable as plain text."""
    soort = '<w:date><w:dateFormat w:val="d/MM/yyyy"/><w:lid w:val="nl-BE"/></w:date>' if vak.soort == "datum" else ""
    soort = soort or '<w:text w:multiLine="1"/>'
    blok = parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:tag w:val="{vak.id}"/>{"" if tekst else "<w:showingPlcHdr/>"}{soort}'
        "</w:sdtPr><w:sdtContent/></w:sdt>"
    )
    # The run is made in the paragraph and then moved into the control.
    loop = alineas[0].add_run(tekst or UITNODIGING[vak.soort])
    if not tekst:
        _grijs(loop)
    alineas[0]._p.append(blok)
    blok[-1].append(loop._r)


def _grijs(loop: Run, *, cursief: bool = False, grootte: float | None = None) -> None:
    loop.font.color.rgb, loop.italic = _GRIJS, cursief or None
    if grootte:
        loop.font.size = Pt(grootte)


def _bytes(document: Document) -> bytes:
    ruw = io.BytesIO()
    document.save(ruw)
    uit = io.BytesIO()
    # python-docx stamps each part with the clock; the same form must give the same bytes.
    with zipfile.ZipFile(ruw) as bron, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for info in bron.infolist():
            vast = zipfile.ZipInfo(info.filename, date_time=(1980, 1, 1, 0, 0, 0))
            vast.compress_type = zipfile.ZIP_DEFLATED
            doel.writestr(vast, bron.read(info))
    return uit.getvalue()
