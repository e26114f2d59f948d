"""A worksheet part, patched cell by cell on its bytes: a tree of six million cells would take gigabytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from analytics.domain.blad import kolomletter, kolomnummer
from analytics.errors import WerkmapFout
from analytics.files.ooxml.cel import Celpatch, Ernst, attribuut, celxml, zet_attribuut
from analytics.files.ooxml.tekst import gewone_utf8, hernoem_voorvoegsel

Stijl = Callable[[int, Ernst], int]

# CT_Worksheet, ECMA-376 part 1, 18.3.1.99, with drawingHF of later editions.
VOLGORDE = [
    "sheetPr",
    "dimension",
    "sheetViews",
    "sheetFormatPr",
    "cols",
    "sheetData",
    "sheetCalcPr",
    "sheetProtection",
    "protectedRanges",
    "scenarios",
    "autoFilter",
    "sortState",
    "dataConsolidate",
    "customSheetViews",
    "mergeCells",
    "phoneticPr",
    "conditionalFormatting",
    "dataValidations",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
    "colBreaks",
    "customProperties",
    "cellWatches",
    "ignoredErrors",
    "smartTags",
    "drawing",
    "legacyDrawing",
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
]


@dataclass
class Blad:
    """
    The three pieces of a worksheet part, and what was learnt while patching it.

    Attributes:
        voorvoegsel: Prefix of the main namespace, colon included; usually empty.
        kop, rijen, staart: The bytes before the first row, of all rows, and from ``</sheetData>`` on.
        hoogten: Heights in points of rows that have their own (hidden: 0), by row number; known after a patch.
        vrijgekomen: Indexes of shared strings that replaced cells no longer use.
        formules: Formula elements that were replaced, by the cell they stood in.
        vervangen: (row, column) of the cells whose content was replaced.
    """

    voorvoegsel: str
    kop: bytes
    rijen: bytes
    staart: bytes
    hoogten: dict[int, float] = field(default_factory=dict)
    vrijgekomen: set[int] = field(default_factory=set)
    formules: dict[str, bytes] = field(default_factory=dict)
    vervangen: list[tuple[int, int]] = field(default_factory=list)

    @classmethod
    def lees(cls, inhoud: bytes) -> Blad:
        """Split a worksheet part; any encoding and any prefix."""
        inhoud = gewone_utf8(inhoud)
        for hernoem in (False, True):
            inhoud = hernoem_voorvoegsel(inhoud) if hernoem else inhoud
            wortel = re.search(rb"<(?:([\w.-]+):)?worksheet[\s>]", inhoud)
            p = wortel.group(1) + b":" if wortel and wortel.group(1) else b""
            begin = re.search(rb"<" + p + rb"sheetData(?:\s[^>]*)?>", inhoud) if wortel else None
            if begin is not None:
                break
        else:
            raise WerkmapFout("Een blad van de werkmap heeft geen celgegevens. Bewaar de werkmap opnieuw in Excel.")
        if begin.group().endswith(b"/>"):
            open_, dicht = b"<" + p + b"sheetData>", b"</" + p + b"sheetData>"
            return cls(p.decode(), inhoud[: begin.start()] + open_, b"", dicht + inhoud[begin.end() :])
        einde = inhoud.rfind(b"</" + p + b"sheetData")
        return cls(p.decode(), inhoud[: begin.end()], inhoud[begin.end() : einde], inhoud[einde:])

    def naar_bytes(self) -> bytes:
        """Return the worksheet part."""
        return b"".join((self.kop, self.rijen, self.staart))

    def patch(self, patches: Mapping[int, Mapping[int, Celpatch]], stijl: Stijl) -> None:
        """
        Patch cells, given by row and column number (both from 1); rows and cells that lack are made.

        *stijl* gives the style index for an original style index and a severity.
        """
        if not patches:
            return
        stukken: list[bytes] = []
        wachtend = sorted(patches, reverse=True)
        klaar, rij = 0, 0
        rijen, dicht = self.rijen, f"</{self.voorvoegsel}row>".encode()
        for treffer in re.compile(self._tag("row")).finditer(rijen):
            tag = treffer.group()
            nummer = attribuut(tag, b"r")
            rij = int(nummer) if nummer else rij + 1
            if b"ht=" in tag or b"hidden=" in tag:
                self._onthoud_hoogte(rij, tag)
            while wachtend and wachtend[-1] < rij:
                nieuw = wachtend.pop()
                stukken += [rijen[klaar : treffer.start()], self._nieuwe_rij(nieuw, patches[nieuw], stijl)]
                klaar = treffer.start()
            if wachtend and wachtend[-1] == rij:
                wachtend.pop()
                leeg = tag.endswith(b"/>")
                einde = treffer.end() if leeg else rijen.find(dicht, treffer.end())
                binnen = b"" if leeg else rijen[treffer.end() : einde]
                stukken += [rijen[klaar : treffer.start()], self._patch_rij(rij, tag, binnen, patches[rij], stijl)]
                klaar = treffer.end() if leeg else einde + len(dicht)
        stukken.append(rijen[klaar:])
        stukken += [self._nieuwe_rij(nieuw, patches[nieuw], stijl) for nieuw in reversed(wachtend)]
        self.rijen = b"".join(stukken)
        self.vervangen = [(rij, k) for rij, cellen in patches.items() for k, patch in cellen.items() if patch.vervang]

    def kolommen(self) -> Iterator[tuple[int, int, float | None, int]]:
        """Yield (first column, last column, width in characters or None, style index) of the declared columns."""
        for treffer in re.finditer(self._tag("col"), self.kop):
            tag = treffer.group()
            breedte = 0.0 if attribuut(tag, b"hidden") in (b"1", b"true") else float(attribuut(tag, b"width") or 8.43)
            eerste, laatste = int(attribuut(tag, b"min") or 1), int(attribuut(tag, b"max") or 1)
            yield eerste, laatste, breedte, int(attribuut(tag, b"style") or 0)

    def voeg_in_staart(self, naam: str, xml: str) -> None:
        """Put an element after the cells, at the place the schema gives it; *xml* must not use a prefix of its own."""
        plaats = VOLGORDE.index(naam)
        later = (b for kind, b in self._kinderen_van_staart() if kind in VOLGORDE and VOLGORDE.index(kind) > plaats)
        begin = next(later, self.staart.rfind(b"</"))
        self.staart = self.staart[:begin] + xml.encode() + self.staart[begin:]

    def _kinderen_van_staart(self) -> list[tuple[str, int]]:
        """List (name, byte offset) of the elements after the cells; a choice of markup goes by what it holds."""
        wortel = re.search(rb"<(?:[\w.-]+:)?worksheet[\s>][^>]*>?", self.kop)
        begin = self.kop[wortel.start() : self.kop.find(b">", wortel.start()) + 1] if wortel else b""
        vooraf = begin + f"<{self.voorvoegsel}sheetData>".encode()
        gevonden: list[tuple[str, int]] = []
        diepte = 0
        lezer = expat.ParserCreate("UTF-8")

        def open_(naam: str, _: dict[str, str]) -> None:
            nonlocal diepte
            naam = naam.rsplit(":", 1)[-1]
            if diepte == 1:
                gevonden.append((naam, lezer.CurrentByteIndex - len(vooraf)))
            elif diepte == 3 and gevonden[-1][0] == "AlternateContent" and naam in VOLGORDE:
                gevonden[-1] = (naam, gevonden[-1][1])
            diepte += 1

        def sluit(_: str) -> None:
            nonlocal diepte
            diepte -= 1

        lezer.StartElementHandler, lezer.EndElementHandler = open_, sluit
        lezer.Parse(vooraf + self.staart, True)
        return gevonden[1:]

    def _tag(self, naam: str) -> bytes:
        return rf"<{re.escape(self.voorvoegsel)}{naam}(?=[\s/>])[^>]*>".encode()

    def _onthoud_hoogte(self, rij: int, tag: bytes) -> None:
        hoogte = attribuut(tag, b"ht")
        if attribuut(tag, b"hidden") in (b"1", b"true"):
            self.hoogten[rij] = 0.0
        elif hoogte:
            self.hoogten[rij] = float(hoogte)

    def _kolomstijl(self, kolom: int) -> int:
        return next((s for eerste, laatste, _, s in self.kolommen() if eerste <= kolom <= laatste), 0)

    def _nieuwe_rij(self, rij: int, patches: Mapping[int, Celpatch], stijl: Stijl) -> bytes:
        return self._patch_rij(rij, f'<{self.voorvoegsel}row r="{rij}"/>'.encode(), b"", patches, stijl)

    def _patch_rij(self, rij: int, tag: bytes, binnen: bytes, patches: Mapping[int, Celpatch], stijl: Stijl) -> bytes:
        vervangingen: list[tuple[int, int, bytes]] = []
        nieuw: tuple[int, ...] = ()
        cellen: list[tuple[int, int, int]] | None = None
        for kolom in sorted(patches):
            cel = f"{kolomletter(kolom)}{rij}"
            plek = self._zoek_snel(binnen, cel)
            if plek is None:
                cellen = cellen if cellen is not None else list(self._cellen(binnen))
                plek = next(((begin, einde) for k, begin, einde in cellen if k == kolom), None)
            if plek is not None:
                begin, einde = plek
                vervangingen.append((begin, einde, self._patch_cel(cel, binnen[begin:einde], patches[kolom], stijl)))
                continue
            # A cell that lacks looks like its row, else like its column.
            eigen = attribuut(tag, b"s") if attribuut(tag, b"customFormat") in (b"1", b"true") else None
            oud = int(eigen) if eigen else self._kolomstijl(kolom)
            kaal = f'<{self.voorvoegsel}c r="{cel}"' + (f' s="{oud}"' if oud else "") + "/>"
            begin = next((b for k, b, _ in cellen or () if k > kolom), len(binnen))
            vervangingen.append((begin, begin, self._patch_cel(cel, kaal.encode(), patches[kolom], stijl)))
            nieuw += (kolom,)
        spans = re.fullmatch(rb"(\d+):(\d+)", attribuut(tag, b"spans") or b"") if nieuw else None
        if any(spans is None or not int(spans[1]) <= kolom <= int(spans[2]) for kolom in nieuw):
            # spans is a hint of the columns in use; a wrong hint is worse than none.
            tag = re.sub(rb"""\sspans\s*=\s*(?:"[^"]*"|'[^']*')""", b"", tag)
        stukken, klaar = [tag[:-2] + b">" if tag.endswith(b"/>") else tag], 0
        for begin, einde, xml in vervangingen:
            stukken += [binnen[klaar:begin], xml]
            klaar = einde
        return b"".join((*stukken, binnen[klaar:], f"</{self.voorvoegsel}row>".encode()))

    def _zoek_snel(self, binnen: bytes, cel: str) -> tuple[int, int] | None:
        """Find a cell that is written as everybody writes it; None says only: look more carefully."""
        plek = binnen.find(f' r="{cel}"'.encode())
        if plek < 0:
            return None
        begin = binnen.rfind(b"<", 0, plek)
        if not binnen.startswith(f"<{self.voorvoegsel}c ".encode(), begin):
            return None
        return begin, self._einde_van_cel(binnen, binnen.find(b">", plek) + 1)

    def _einde_van_cel(self, binnen: bytes, na_tag: int) -> int:
        if binnen[na_tag - 2] == ord("/"):
            return na_tag
        dicht = f"</{self.voorvoegsel}c>".encode()
        return binnen.find(dicht, na_tag) + len(dicht)

    def _cellen(self, binnen: bytes) -> Iterator[tuple[int, int, int]]:
        """Yield (column, start, end) of each cell; a cell without an address follows the one before it."""
        kolom = 0
        for treffer in re.finditer(self._tag("c"), binnen):
            adres = attribuut(treffer.group(), b"r")
            kolom = kolomnummer(adres.rstrip(b"0123456789").decode()) if adres else kolom + 1
            yield kolom, treffer.start(), self._einde_van_cel(binnen, treffer.end())

    def _patch_cel(self, cel: str, xml: bytes, patch: Celpatch, stijl: Stijl) -> bytes:
        einde = xml.find(b">") + 1
        tag, rest = xml[:einde], xml[einde:]
        s = int(attribuut(tag, b"s") or 0)
        if patch.ernst is not None:
            s = stijl(s, patch.ernst)
        if not patch.vervang:
            return zet_attribuut(tag, b"s", str(s).encode()) + rest
        formule = re.search(self._tag("f") + rb"(?:[^<]*</)?", rest)
        if formule:
            self.formules[cel] = formule.group()
        elif attribuut(tag, b"t") == b"s":
            index = re.search(rb">\s*([0-9]+)\s*<", xml)
            self.vrijgekomen.update((int(index.group(1)),) if index else ())
        return celxml(self.voorvoegsel, cel, s, patch.waarde)
