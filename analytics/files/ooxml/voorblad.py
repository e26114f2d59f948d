"""A sheet that is added to the pilot's workbook: title, some lines, and one named table."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analytics.domain.blad import kolomletter
from analytics.files.ooxml.cel import celxml
from analytics.files.ooxml.pakket import Pakket, vrij_nummer, xml_tekst
from analytics.files.ooxml.stijl import Stijlen

#: Excel repairs (drops) a sheet with more hyperlinks; cells beyond get a HYPERLINK formula instead.
MAX_HYPERLINKS = 65_530
_TABELTYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"


@dataclass(frozen=True)
class Verwijzing:
    """A link to a cell of a sheet of the workbook; *tekst* is what is shown (``Blad!F17`` when None)."""

    blad: str
    cel: str
    tekst: str | None = None

    def getoond(self) -> str:
        """Return what the cell shows."""
        return f"{self.blad}!{self.cel}" if self.tekst is None else self.tekst


Waarde = str | int | float | Verwijzing | None


@dataclass(frozen=True)
class Kolom:
    """A column of the table: its heading (unique in the table) and its width in characters."""

    kop: str
    breedte: float = 16.0


@dataclass(frozen=True)
class Voorblad:
    """
    One sheet to add.

    Attributes:
        naam: Sheet name wanted; ``Bevindingen (2)`` when the pilot has a ``Bevindingen``.
        titel: First line, large.
        inleiding: Lines under the title.
        kolommen, rijen: The table; each row has one value per column. Texts stay texts (``=1+1`` too).
        tabel: Name of the table in Excel; letters, digits and underscores.
    """

    naam: str
    titel: str
    kolommen: Sequence[Kolom]
    rijen: Sequence[Sequence[Waarde]]
    inleiding: Sequence[str] = ()
    tabel: str = "Tabel"


@dataclass(frozen=True)
class Opmaak:
    """Indexes of the styles that added sheets use."""

    titel: int
    tekst: int
    kop: int
    cel: int
    link: int

    @classmethod
    def maak(cls, stijlen: Stijlen) -> Opmaak:
        """Add the styles to the workbook."""
        return cls(
            titel=stijlen.nieuw(vet=True, grootte=16),
            tekst=stijlen.nieuw(),
            kop=stijlen.nieuw(vet=True, kleur="FFFFFFFF", vulling="FF1F4E79", terugloop=True),
            cel=stijlen.nieuw(terugloop=True),
            link=stijlen.nieuw(kleur="FF0563C1", onderlijnd=True, terugloop=True),
        )


def bladxml(voorblad: Voorblad, opmaak: Opmaak, bladnaam: Callable[[str], str], *, ns: str, gekozen: bool) -> bytes:
    """Return the worksheet part, without its table; *bladnaam* gives the sheet name a link must use."""
    kopregel = _kopregel(voorblad)
    regels = [(1, voorblad.titel, opmaak.titel), *((n, t, opmaak.tekst) for n, t in enumerate(voorblad.inleiding, 2))]
    rijen = [f'<row r="{n}">{celxml("", f"A{n}", stijl, tekst).decode()}</row>' for n, tekst, stijl in regels]
    koppen = "".join(
        celxml("", f"{kolomletter(k)}{kopregel}", opmaak.kop, kop).decode()
        for k, kop in enumerate(_koppen(voorblad), 1)
    )
    rijen.append(f'<row r="{kopregel}">{koppen}</row>')
    links: list[str] = []
    letters = [kolomletter(k) for k in range(1, len(voorblad.kolommen) + 1)]
    for nummer, rij in enumerate(voorblad.rijen, kopregel + 1):
        cellen = "".join(
            _cel(f"{letter}{nummer}", waarde, opmaak, links, bladnaam)
            for letter, waarde in zip(letters, rij, strict=True)
        )
        rijen.append(f'<row r="{nummer}"{_hoogte(rij, voorblad.kolommen)}>{cellen}</row>')
    breedten = "".join(
        f'<col min="{k}" max="{k}" width="{kolom.breedte}" customWidth="1"/>'
        for k, kolom in enumerate(voorblad.kolommen, 1)
    )
    onder = f"A{kopregel + 1}"
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{ns}">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:{_laatste_cel(voorblad)}"/>'
        f'<sheetViews><sheetView showGridLines="0"{" tabSelected=" + chr(34) + "1" + chr(34) if gekozen else ""} '
        f'workbookViewId="0"><pane ySplit="{kopregel}" topLeftCell="{onder}" activePane="bottomLeft" state="frozen"/>'
        f'<selection pane="bottomLeft" activeCell="{onder}" sqref="{onder}"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{breedten}</cols><sheetData>{"".join(rijen)}</sheetData>'
        + (f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else "")
        + '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    ).encode()


def voeg_tabel_toe(
    pakket: Pakket, deel: str, voorblad: Voorblad, *, ns: str, relatienamespace: str, bezet: set[str], strict: bool
) -> None:
    """Add the table part of a sheet made by :func:`bladxml`; *bezet* are defined names a table may not carry."""
    tabellen = [inhoud for naam, inhoud in pakket.delen.items() if naam.lower().startswith("xl/tables/")]
    ids = [
        int(m.group(1)) for inhoud in tabellen if (m := re.search(rb"""<[^>]*table\s[^>]*?\bid=["'](\d+)""", inhoud))
    ]
    namen = {m.decode() for inhoud in tabellen for m in re.findall(rb"""isplayName=["']([^"']+)""", inhoud)} | bezet
    naam = re.sub(r"\W", "_", voorblad.tabel)
    if naam.casefold() in {n.casefold() for n in namen}:
        naam = f"{naam}_{vrij_nummer(namen, naam + '_{}')}"
    bereik = f"A{_kopregel(voorblad)}:{_laatste_cel(voorblad)}"
    kolommen = "".join(f'<tableColumn id="{k}" name="{xml_tekst(kop)}"/>' for k, kop in enumerate(_koppen(voorblad), 1))
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<table xmlns="{ns}" id="{max(ids, default=0) + 1}" '
        f'name="{naam}" displayName="{naam}" ref="{bereik}" totalsRowShown="0"><autoFilter ref="{bereik}"/>'
        f'<tableColumns count="{len(voorblad.kolommen)}">{kolommen}</tableColumns>'
        '<tableStyleInfo name="TableStyleLight9" showFirstColumn="0" showLastColumn="0" showRowStripes="1" '
        'showColumnStripes="0"/></table>'
    )
    tabel = pakket.voeg_deel_toe("xl/tables/table{}.xml", xml.encode(), _TABELTYPE)
    relatie = pakket.voeg_relatie_toe(deel, "table", tabel, strict=strict)
    onderdelen = f'<tableParts count="1"><tablePart xmlns:r="{relatienamespace}" r:id="{relatie}"/></tableParts>'
    inhoud = pakket.delen[deel]
    pakket.delen[deel] = inhoud.removesuffix(b"</worksheet>") + f"{onderdelen}</worksheet>".encode()


def _cel(adres: str, waarde: Waarde, opmaak: Opmaak, links: list[str], bladnaam: Callable[[str], str]) -> str:
    if not isinstance(waarde, Verwijzing):
        return celxml("", adres, opmaak.cel, waarde).decode()
    doel = f"'{bladnaam(waarde.blad).replace(chr(39), chr(39) * 2)}'!{waarde.cel}"
    tekst = xml_tekst(waarde.getoond())
    if len(links) < MAX_HYPERLINKS:
        links.append(f'<hyperlink ref="{adres}" location="{xml_tekst(doel)}" display="{tekst}"/>')
        return celxml("", adres, opmaak.link, waarde.getoond()).decode()
    formule = xml_tekst('HYPERLINK("#{}","{}")'.format(*(t.replace('"', '""') for t in (doel, waarde.getoond()))))
    return f'<c r="{adres}" s="{opmaak.link}" t="str"><f>{formule}</f><v>{tekst}</v></c>'


def _hoogte(rij: Sequence[Waarde], kolommen: Sequence[Kolom]) -> str:
    """Return the height attributes of a row whose texts need more than one line: not every program fits rows itself."""
    regels = 1
    for waarde, kolom in zip(rij, kolommen, strict=True):
        if isinstance(waarde, str) and (len(waarde) > kolom.breedte or "\n" in waarde):
            # Lines break at words: a tenth of the width goes unused.
            breuken = (math.ceil(len(deel) * 1.1 / kolom.breedte) for deel in waarde.split("\n"))
            regels = max(regels, sum(max(1, n) for n in breuken))
    return f' ht="{min(409, 15 * regels)}" customHeight="1"' if regels > 1 else ""


def _kopregel(voorblad: Voorblad) -> int:
    return len(voorblad.inleiding) + 3


def _laatste_cel(voorblad: Voorblad) -> str:
    # A table has at least one row under its heading, if only an empty one.
    return f"{kolomletter(len(voorblad.kolommen))}{_kopregel(voorblad) + max(1, len(voorblad.rijen))}"


def _koppen(voorblad: Voorblad) -> list[str]:
    koppen = [" ".join(kolom.kop.split()) for kolom in voorblad.kolommen]
    if len({kop.casefold() for kop in koppen}) != len(koppen):
        raise ValueError(f"the headings of table {voorblad.tabel} are not unique: Excel would refuse it")
    return koppen
