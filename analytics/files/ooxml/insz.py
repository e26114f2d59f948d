"""Every valid INSZ in every part of a package masked: cells, texts, names, formulas, caches, properties, binaries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from analytics.domain.nummers import INSZ_MASKER, INSZ_PATROON, heeft_insz_controlegetal
from analytics.errors import WerkmapFout
from analytics.files.ooxml.binair import uitgepakte_macros
from analytics.files.ooxml.cel import zet_attribuut
from analytics.files.ooxml.pakket import Pakket
from analytics.files.ooxml.tekst import gewone_utf8, is_xml

# Bytes a number can be written with, the exponent and the bytes of odd spaces and dashes in UTF-8 included.
_GETALBYTES = b"0123456789 .-/_+Ee\xc2\xa0\xe2\x80\x87\x89\x8b\x90\x91\x92\x93"
_KLASSE = bytes(48 if byte in _GETALBYTES else 32 for byte in range(256))
_CIJFERS = bytes(48 if byte in b"0123456789" else 32 for byte in range(256))
_TUSSENTEKENS = bytes(byte for byte in _GETALBYTES if byte not in b"0123456789")
_BLOK = 32_768
_ELF = b"0" * 11
_EXPONENT = re.compile(r"(?<![\d.])(\d\.\d+)[eE]\+?10(?!\d)")
# Elements whose text people read. Everything else (formulas, names, references) has a grammar that asterisks break.
_LEESBAAR = frozenset(
    b"t text oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter title subject creator description "
    b"keywords lastModifiedBy category contentStatus lpwstr lpstr Company Manager font author".split()
)
_HOUDER = re.compile(rb"<((?:[\w.-]+:)?(?:si|is|text|p|textbox))(?=[\s>])[^>]*>(.*?)</\1>", re.DOTALL)
_TEKST = re.compile(rb">([^<]+)<")
_ELEMENT = re.compile(rb"<(?:[\w.-]+:)?([\w.-]+)")
_NUMERIEK = re.compile(rb"""\st\s*=\s*["'](?!n["'])""")
_DIEPTE = 4


@dataclass(frozen=True)
class Treffer:
    """A valid INSZ in bytes: where it stands and its eleven digits; whether it is written with an exponent."""

    begin: int
    einde: int
    cijfers: str
    exponent: bool = False


def vind_insz(inhoud: bytes) -> Iterator[Treffer]:
    """Yield every valid INSZ in UTF-8 (or binary) bytes, in any notation the register's pilots use."""
    for plaats, blok in _verdachte_blokken(inhoud):
        klasse = blok.translate(_KLASSE)
        begin = klasse.find(_ELF)
        while begin >= 0:
            einde = klasse.find(b" ", begin)
            einde = len(blok) if einde < 0 else einde
            yield from _in_reeks(blok[begin:einde].decode("utf-8", "surrogateescape"), plaats + begin)
            begin = klasse.find(_ELF, einde)


def _verdachte_blokken(inhoud: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield (offset, bytes) of the stretches that hold eleven digits in a row, whatever separates them."""
    # Two passes of the C library decide for hundreds of megabytes that there is nothing to look at.
    begin = 0
    while begin < len(inhoud):
        einde = inhoud.find(b"<", begin + _BLOK)
        einde = len(inhoud) if einde < 0 else einde
        blok = inhoud[begin:einde]
        if _ELF in blok.translate(_CIJFERS, _TUSSENTEKENS):
            yield begin, blok
        begin = einde


def _in_reeks(reeks: str, begin: int) -> Iterator[Treffer]:
    for treffer in INSZ_PATROON.finditer(reeks):
        cijfers = "".join(treffer.groups())
        if cijfers.isascii() and heeft_insz_controlegetal(cijfers):
            yield Treffer(begin + _lengte(reeks[: treffer.start()]), begin + _lengte(reeks[: treffer.end()]), cijfers)
    for treffer in _EXPONENT.finditer(reeks):
        getal = Decimal(treffer.group(1)).scaleb(10)
        if getal == int(getal) and heeft_insz_controlegetal(f"{int(getal):011}"):
            plaats = begin + _lengte(reeks[: treffer.start()])
            yield Treffer(plaats, plaats + len(treffer.group()), f"{int(getal):011}", exponent=True)


def _lengte(tekst: str) -> int:
    return len(tekst.encode("utf-8", "surrogateescape"))


class Masker:
    """
    Masks one package and what is embedded in it.

    What people read becomes ``INSZ_MASKER``. Where asterisks are not allowed (sheet and defined names, formulas,
    references, part names) the digits become those of a serial number that is no INSZ, each INSZ its own: two
    sheets named after two people stay two sheets, and every mention follows.
    """

    def __init__(self) -> None:
        self._volgnummers: dict[str, str] = {}
        self._meldingen: list[str] = []

    def pakket(self, pakket: Pakket, diepte: int = 0) -> tuple[str, ...]:
        """Mask every part, in place; return Dutch sentences on what had to be taken out."""
        for naam, inhoud in list(pakket.delen.items()):
            if naam not in pakket.delen:
                continue
            if is_xml(naam, inhoud):
                pakket.delen[naam] = self.xml(inhoud)
            elif naam.lower().endswith("vbaproject.bin"):
                if any(True for stuk in uitgepakte_macros(inhoud) for _ in vind_insz(stuk)):
                    pakket.verwijder(naam)
                    self._meldingen.append("De macro's zijn uit de werkmap gehaald: er stond een INSZ in.")
            else:
                pakket.delen[naam] = self._binair(inhoud, diepte)
        for naam in list(pakket.delen):
            veilig = self.neutraal(naam.encode()).decode()
            if veilig != naam:
                pakket.hernoem(naam, veilig)
        return tuple(self._meldingen)

    def xml(self, inhoud: bytes) -> bytes:
        """Return an XML part masked; the same object when there is nothing to mask."""
        plat = gewone_utf8(inhoud)
        nieuw = self._losse_treffers(self._over_runs(plat))
        return inhoud if nieuw is plat else nieuw

    def neutraal(self, inhoud: bytes) -> bytes:
        """Return bytes in which each INSZ has the digits of a serial number, separators kept."""
        stukken, klaar = [], 0
        for treffer in vind_insz(inhoud):
            stukken += [inhoud[klaar : treffer.begin], self._vervanging(inhoud, treffer)]
            klaar = treffer.einde
        return b"".join((*stukken, inhoud[klaar:])) if stukken else inhoud

    def _vervanging(self, inhoud: bytes, treffer: Treffer) -> bytes:
        oud = inhoud[treffer.begin : treffer.einde]
        if treffer.exponent:
            return b"0" * len(oud)
        cijfers = iter(self._volgnummer(treffer.cijfers).encode())
        return bytes(next(cijfers) if chr(byte).isdigit() and byte < 128 else byte for byte in oud)

    def _volgnummer(self, cijfers: str) -> str:
        if cijfers not in self._volgnummers:
            vorige = int(next(reversed(self._volgnummers.values()), "0"))
            nummer = vorige + 1
            while heeft_insz_controlegetal(f"{nummer:011}"):
                nummer += 1
            self._volgnummers[cijfers] = f"{nummer:011}"
        return self._volgnummers[cijfers]

    def _over_runs(self, plat: bytes) -> bytes:
        """Mask numbers cut by markup: half of the digits bold, say."""
        is_vml = b"urn:schemas-microsoft-com:vml" in plat[:4096]
        if not (is_vml or b"</r>" in plat or b":r>" in plat):
            return plat
        edits: dict[tuple[int, int], bytes] = {}
        for houder in _HOUDER.finditer(plat):
            nodes = [m.span(1) for m in _TEKST.finditer(plat, houder.start(), houder.end())]
            nodes = [(a, b) for a, b in nodes if not (b"\n" in plat[a:b] and not plat[a:b].strip())]
            if len(nodes) < 2:
                continue
            for treffer in vind_insz(b"".join(plat[a:b] for a, b in nodes)):
                masker, plaats = INSZ_MASKER.encode(), 0
                geraakt = []
                for a, b in nodes:
                    van, tot = max(treffer.begin, plaats), min(treffer.einde, plaats + b - a)
                    if van < tot:
                        geraakt.append((a + van - plaats, a + tot - plaats))
                    plaats += b - a
                if len(geraakt) > 1:
                    for span in geraakt:
                        edits[span] = masker
                        masker = b""
        return _pas_toe(plat, edits)

    def _losse_treffers(self, plat: bytes) -> bytes:
        edits: dict[tuple[int, int], bytes] = {}
        for treffer in vind_insz(plat):
            open_ = plat.rfind(b"<", 0, treffer.begin)
            dicht = plat.rfind(b">", open_ + 1, treffer.begin)
            element = _ELEMENT.match(plat, max(open_, 0))
            naam = element.group(1) if element and dicht >= 0 else b""
            if naam == b"v" and self._celwaarde(plat, open_, dicht, edits):
                continue
            # Excel wants the name of a table's column to equal the text of its heading cell.
            kolomnaam = dicht < 0 and element is not None and element.group(1) == b"tableColumn"
            leesbaar = naam in _LEESBAAR or kolomnaam
            edits[treffer.begin, treffer.einde] = INSZ_MASKER.encode() if leesbaar else self._vervanging(plat, treffer)
        return _pas_toe(plat, edits)

    def _celwaarde(self, plat: bytes, open_: int, dicht: int, edits: dict[tuple[int, int], bytes]) -> bool:
        """Mask the value of a cell, which becomes a text; tell whether it was one (charts have values as well)."""
        begin, element = open_, None
        while begin > 0 and (element is None or element.group(1) == b"f"):
            begin = plat.rfind(b"<", 0, begin)
            element = None if plat.startswith(b"</", begin) else _ELEMENT.match(plat, begin)
        if element is None or element.group(1) != b"c":
            return False
        einde = plat.find(b">", begin) + 1
        tag, waarde = plat[begin:einde], (dicht + 1, plat.find(b"<", dicht))
        if _NUMERIEK.search(tag) is None:
            try:
                getal = Decimal(plat[slice(*waarde)].decode().strip())
            except InvalidOperation:
                getal = Decimal(0)
            # 123456.78901 is a number that happens to have eleven digits.
            if getal != getal.to_integral_value():
                return True
            edits[begin, einde] = zet_attribuut(tag, b"t", b"str")
        edits[waarde] = INSZ_MASKER.encode()
        return True

    def _binair(self, inhoud: bytes, diepte: int) -> bytes:
        if inhoud.startswith(b"PK\x03\x04") and diepte < _DIEPTE:
            try:
                ingebed = Pakket(inhoud)
            except WerkmapFout:
                pass
            else:
                oud = dict(ingebed.delen)
                self.pakket(ingebed, diepte + 1)
                return inhoud if list(oud.items()) == list(ingebed.delen.items()) else ingebed.naar_bytes()
        inhoud = self.neutraal(inhoud)
        for begin in (0, 1):
            # Office binaries hold texts as UTF-16: look at every other byte where the bytes between are zero.
            tekst = bytearray(inhoud)
            for treffer in vind_insz(inhoud[begin::2]):
                smal = slice(begin + 2 * treffer.begin, begin + 2 * treffer.einde, 2)
                tussen = inhoud[smal.start + 1 : smal.stop - 1 : 2]
                if not any(tussen):
                    tekst[smal] = self._vervanging(inhoud[begin::2], treffer)
            inhoud = bytes(tekst)
        return inhoud


def _pas_toe(inhoud: bytes, edits: dict[tuple[int, int], bytes]) -> bytes:
    """Return the bytes with the edits, by (start, end); edits within another one are dropped."""
    if not edits:
        return inhoud
    stukken, klaar = [], 0
    for (begin, einde), nieuw in sorted(edits.items()):
        if begin >= klaar:
            stukken += [inhoud[klaar:begin], nieuw]
            klaar = einde
    return b"".join((*stukken, inhoud[klaar:]))
