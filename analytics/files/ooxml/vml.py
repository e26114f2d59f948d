"""The boxes that comments are shown in: VML shapes, sized to their text and anchored in columns and rows."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from analytics.files.ooxml.blad import Blad
from analytics.files.ooxml.cel import attribuut

_BREEDTE = 300  # pixels; some 46 characters of the comment font
_TEKENS_PER_REGEL, _REGELHOOGTE = 46, 16
_LAATSTE_KOLOM, _LAATSTE_RIJ = 16_384, 1_048_576
_STAPPEN = 500
# Shape numbers go by the thousand: a drawing claims whole blocks of 1024 in its idmap.
_BLOK = 1024
_KOP = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>'
)
_VORMTYPE = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_VORM = re.compile(rb"<v:shape\s.*?</v:shape>", re.DOTALL)
_ANKER = re.compile(rb"(<x:Anchor>)[^<]*(</x:Anchor>)")
_IDMAP = re.compile(rb"""(<o:idmap\s[^>]*?\bdata\s*=\s*["'])([0-9, ]*)""")


@dataclass(frozen=True)
class Vak:
    """The comment of one cell (row and column from 1) and the text its box must hold."""

    rij: int
    kolom: int
    tekst: str


class Ankers:
    """Where boxes go on one sheet, by the widths and heights of its columns and rows."""

    def __init__(self, blad: Blad) -> None:
        opmaak = re.search(rb"<(?:[\w.-]+:)?sheetFormatPr\s[^>]*>", blad.kop)
        tag = opmaak.group() if opmaak else b""
        rijhoogte = 0.0 if attribuut(tag, b"zeroHeight") in (b"1", b"true") else 15.0
        self._rij = float(attribuut(tag, b"defaultRowHeight") or rijhoogte) if rijhoogte else 0.0
        self._kolom = float(attribuut(tag, b"defaultColWidth") or 8.43)
        self._breedten = [(eerste, laatste, breedte) for eerste, laatste, breedte, _ in blad.kolommen()]
        self._hoogten = blad.hoogten
        self._horizontaal: dict[int, tuple[int, int, int, int]] = {}

    def anker(self, vak: Vak) -> str:
        """Return the ``x:Anchor`` of a box right of its cell; left or up where nothing is visible on that side."""
        if vak.kolom not in self._horizontaal:
            self._horizontaal[vak.kolom] = _strek(vak.kolom + 1, _BREEDTE, _LAATSTE_KOLOM, self._pixels_breed)
        links, dx, rechts, ex = self._horizontaal[vak.kolom]
        boven, dy, onder, ey = _strek(max(1, vak.rij - 1), hoogte(vak.tekst), _LAATSTE_RIJ, self._pixels_hoog)
        return f"{links - 1}, {dx}, {boven - 1}, {dy}, {rechts - 1}, {ex}, {onder - 1}, {ey}"

    def _pixels_breed(self, kolom: int) -> int:
        breedte = next(
            (b for eerste, laatste, b in self._breedten if eerste <= kolom <= laatste and b is not None), None
        )
        breedte = self._kolom if breedte is None else breedte
        return int(breedte * 7 + 5) if breedte else 0

    def _pixels_hoog(self, rij: int) -> int:
        return int(self._hoogten.get(rij, self._rij) * 4 / 3)


def hoogte(tekst: str) -> int:
    """Return the height in pixels at which a text can be read without scrolling, within reason."""
    regels = sum(max(1, math.ceil(len(regel) / _TEKENS_PER_REGEL)) for regel in tekst.split("\n"))
    return min(640, 24 + regels * _REGELHOOGTE)


def _strek(begin: int, pixels: int, laatste: int, maat: Callable[[int], int]) -> tuple[int, int, int, int]:
    """Return (first, offset in it, last, offset in it) of a stretch of so many pixels."""
    rest = pixels
    for plaats in range(begin, min(laatste, begin + _STAPPEN) + 1):
        ruimte = maat(plaats)
        if rest < ruimte:
            return begin, 0, plaats, rest
        rest -= ruimte
    # Hidden up to the edge of the sheet, as people do: grow the other way.
    rest, einde = pixels, max(1, begin - 2)
    for plaats in range(einde, max(1, einde - _STAPPEN) - 1, -1):
        rest -= maat(plaats)
        if rest <= 0:
            return plaats, -rest, einde, maat(einde)
    return 1, 0, einde, maat(einde)


def hoogste_blok(vmls: Iterable[bytes]) -> int:
    """Return the highest block of shape numbers that any of the VML parts uses or claims."""
    blokken = {0}
    for vml in vmls:
        blokken.update(int(nummer) // _BLOK for nummer in re.findall(rb"_x0000_s([0-9]{1,9})\b", vml))
        for _, lijst in _IDMAP.findall(vml):
            blokken.update(int(nummer) for nummer in lijst.replace(b" ", b"").split(b",") if nummer)
    return max(blokken)


def vul_aan(vml: bytes, vakken: Iterable[Vak], ankers: Ankers, *, eerste_blok: int) -> bytes:
    """
    Return the VML (empty: a new one) with a hidden box for every comment.

    A cell whose box the pilot made keeps it, made as large as its new text needs.
    """
    vml = vml or _KOP.encode()
    open_ = {(vak.rij - 1, vak.kolom - 1): vak for vak in vakken}

    def vergroot(vorm: re.Match[bytes]) -> bytes:
        plaats = tuple(re.search(rb"<x:" + n + rb">\s*([0-9]+)", vorm.group()) for n in (b"Row", b"Column"))
        if b'"Note"' not in vorm.group() or plaats[0] is None or plaats[1] is None:
            return vorm.group()
        vak = open_.pop((int(plaats[0].group(1)), int(plaats[1].group(1))), None)
        if vak is None:
            return vorm.group()
        nieuw = ankers.anker(vak).encode()
        return _ANKER.sub(lambda a: a.group(1) + nieuw + a.group(2), vorm.group())

    vml = _VORM.sub(vergroot, vml)
    nieuwe = list(open_.values())
    vormen = [
        _vorm(vak, ankers, nummer) for vak, nummer in zip(nieuwe, _nummers(len(nieuwe), eerste_blok), strict=True)
    ]
    aantal_blokken = math.ceil(len(nieuwe) / (_BLOK - 1))
    vml = _claim(vml, range(eerste_blok, eerste_blok + aantal_blokken))
    if b"_x0000_t202" not in vml and vormen:
        vormen.insert(0, _VORMTYPE)
    einde = vml.rfind(b"</xml>")
    return vml[:einde] + "".join(vormen).encode() + vml[einde:]


def _nummers(aantal: int, eerste_blok: int) -> list[int]:
    """Return shape numbers; the first of each block is left free, as Excel does."""
    return [(eerste_blok + n // (_BLOK - 1)) * _BLOK + n % (_BLOK - 1) + 1 for n in range(aantal)]


def _claim(vml: bytes, blokken: range) -> bytes:
    if not blokken:
        return vml
    lijst = ",".join(map(str, blokken)).encode()
    vml, aantal = _IDMAP.subn(
        lambda m: m.group(1) + (m.group(2).rstrip(b", ") + b"," if m.group(2).strip() else b"") + lijst, vml, count=1
    )
    if aantal:
        return vml
    indeling = b'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="' + lijst + b'"/></o:shapelayout>'
    begin = vml.find(b">", vml.find(b"<xml")) + 1
    return vml[:begin] + indeling + vml[begin:]


def _vorm(vak: Vak, ankers: Ankers, nummer: int) -> str:
    return (
        f'<v:shape id="_x0000_s{nummer}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;'
        f'width:{_BREEDTE * 3 // 4}pt;height:{hoogte(vak.tekst) * 3 // 4}pt;z-index:1;visibility:hidden" '
        'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>'
        '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{ankers.anker(vak)}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{vak.rij - 1}</x:Row><x:Column>{vak.kolom - 1}</x:Column></x:ClientData></v:shape>"
    )
