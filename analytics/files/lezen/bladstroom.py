"""Cut the XML of a sheet, as it streams by, into what stands around the rows and pieces of whole rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from analytics.files.lezen.cellen import Cellen
from analytics.files.lezen.rijen_snel import lees_rijen
from analytics.files.lezen.rijen_xml import Bladlezer, Randgegevens
from analytics.files.lezen.tags import Afwijkend

_RIJEN = re.compile(rb"<(?:([A-Za-z_][\w.-]*):)?sheetData(\s[^<>]*)?(/?)>")
_CODERING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']""")
_UTF8 = (b"utf-8", b"utf8", b"us-ascii", b"ascii")
#: What stands before the rows (views, column widths) is never this long in a workbook of good faith.
_MAX_KOP = 8 * 1024 * 1024


def lees_snel(stroom: Iterator[bytes], naam: str, lever: Callable[[Cellen], None]) -> Randgegevens:
    """
    Hand out the filled cells of a sheet, and return what it says outside its cells.

    Raises:
        Afwijkend: When it is written in a way only the exact reader knows; what was handed out is void then.
        WerkmapFout: When the sheet is damaged.
    """
    kop, rest, treffer = _lees_kop(stroom)
    voorvoegsel, dicht = treffer[1], bool(treffer[3])
    rand = Randgegevens()
    staart = [rest]
    einde = b"</" + (voorvoegsel + b":" if voorvoegsel else b"") + b"sheetData>"
    if not dicht:
        # The shown rows must be noted from the first one on if the sheet hides rows by default.
        rand.standaard_verborgen = re.search(rb"zeroHeight=[\"'](1|true)", kop) is not None
        staart = [_lees_stukken(rest, stroom, naam, rand, lever, voorvoegsel)]
    Bladlezer(naam, rand, lever).lees([kop, b"" if dicht else einde, *staart, *stroom])
    return rand


def _lees_kop(stroom: Iterator[bytes]) -> tuple[bytes, bytes, re.Match[bytes]]:
    kop = b""
    for blok in stroom:
        kop += blok
        if b"\0" in kop[:4]:
            break
        if treffer := _RIJEN.search(kop):
            voor = kop[: treffer.start()]
            codering = _CODERING.search(voor[:200])
            if b"<!" in voor or (codering and codering[1].lower() not in _UTF8):
                break
            return kop[: treffer.end()], kop[treffer.end() :], treffer
        if len(kop) > _MAX_KOP:
            break
    raise Afwijkend


def _lees_stukken(
    rest: bytes,
    stroom: Iterator[bytes],
    naam: str,
    rand: Randgegevens,
    lever: Callable[[Cellen], None],
    voorvoegsel: bytes | None,
) -> bytes:
    """Read the rows piece by piece, and return what comes after them."""
    merk = voorvoegsel + b":" if voorvoegsel else b""
    rij, slot = b"</" + merk + b"row>", b"</" + merk + b"sheetData>"
    while True:
        klaar = rest.find(slot)
        grens = klaar if klaar >= 0 else rest.rfind(rij) + len(rij)
        if grens > len(rij) or klaar >= 0:
            stuk = rest[:grens]
            if merk:
                stuk = stuk.replace(b"</" + merk, b"</").replace(b"<" + merk, b"<")
            lees_rijen(stuk, naam, rand, lever)
            rest = rest[grens:]
        if klaar >= 0:
            return rest[len(slot) :]
        try:
            rest += next(stroom)
        except StopIteration:
            raise Afwijkend from None
