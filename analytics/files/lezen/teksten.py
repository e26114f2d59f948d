"""Read the texts that the cells of a workbook share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from xml.parsers import expat

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from analytics.files.lezen.celwaarden import ontsnap
from analytics.files.lezen.guard import MIB, beschadigd
from analytics.files.lezen.tags import Afwijkend, Tag, Tags, vervang

# An optional declaration and the root, without prefix.
_KOP = re.compile(
    rb"""(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*?(?:encoding\s*=\s*["']([^"']+)["'])?[^>]*?\?>)?\s*<sst(?:\s[^<>]*[^/])?>"""
)
_STAART = re.compile(rb"\s*</sst>\s*", re.DOTALL)
_SLOT = b"</si>"


def lees_teksten_xml(blokken: Iterable[bytes], naam: str) -> list[str]:
    """
    Return the shared texts in order: runs of rich text joined, phonetic hints left out, escapes restored.

    Raises:
        WerkmapFout: When it is no well-formed XML.
    """
    teksten: list[str] = []
    stukken: list[str] = []
    staat = {"in_t": False, "fonetisch": 0}

    def begin(tag: str, _: dict[str, str]) -> None:
        lokaal = tag.rpartition(":")[2]
        if lokaal == "si":
            stukken.clear()
        elif lokaal == "rPh":
            staat["fonetisch"] = True
        elif lokaal == "t":
            staat["in_t"] = not staat["fonetisch"]

    def einde(tag: str) -> None:
        lokaal = tag.rpartition(":")[2]
        if lokaal == "si":
            teksten.append(ontsnap("".join(stukken)))
        elif lokaal == "rPh":
            staat["fonetisch"] = False
        elif lokaal == "t":
            staat["in_t"] = False

    def tekens(tekst: str) -> None:
        if staat["in_t"]:
            stukken.append(tekst)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = begin
    parser.EndElementHandler = einde
    parser.CharacterDataHandler = tekens
    try:
        for blok in blokken:
            parser.Parse(blok, False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise beschadigd(naam, "de gedeelde teksten bevatten ongeldige XML") from None
    return teksten


def lees_teksten_snel(blokken: Iterable[bytes], naam: str) -> pa.LargeStringArray:
    """
    Return the shared texts as one array; the same as :func:`lees_teksten_xml`, by whole-array arithmetic.

    Raises:
        Afwijkend: When the XML is written in a way only the exact reader knows.
    """
    delen: list[pa.LargeStringArray] = []
    rest, begonnen = b"", False
    for blok in blokken:
        rest += blok
        if not begonnen:
            kop = _KOP.match(rest)
            if kop is None:
                if len(rest) > MIB:
                    raise Afwijkend
                continue
            if kop[1] and kop[1].lower() not in (b"utf-8", b"us-ascii"):
                raise Afwijkend
            begonnen, rest = True, rest[kop.end() :]
        grens = rest.rfind(_SLOT) + len(_SLOT)
        if grens >= len(_SLOT):
            delen.append(_lees_stuk(rest[:grens], naam))
            rest = rest[grens:]
    if not begonnen or not _STAART.fullmatch(rest):
        raise Afwijkend
    return pa.concat_arrays(delen) if delen else pa.array([], type=pa.large_string())


def _lees_stuk(stuk: bytes, naam: str) -> pa.LargeStringArray:
    if b"<si/>" in stuk or b"<si " in stuk:
        raise Afwijkend
    tags = Tags(stuk)
    begin, einde = tags.waar(Tag.STUK), tags.waar(Tag.STUK_EINDE)
    if len(begin) != len(einde) or (begin > einde).any() or (begin[1:] < einde[:-1]).any():
        raise Afwijkend
    # Nothing may stand between one text and the next.
    if len(begin) and (begin[0] != 0 or (begin[1:] != einde[:-1] + 1).any() or einde[-1] != len(tags) - 1):
        raise Afwijkend
    gewoon = (einde - begin == 3) & (tags.tag[begin + 1] == Tag.TEKST) & (tags.tag[begin + 2] == Tag.TEKST_EINDE)
    gewoon &= ~tags.gesloten[begin + 1]
    van = np.where(gewoon, tags.einde[begin + 1] + 1, tags.einde[begin] + 1)
    tot = np.where(gewoon, tags.begin[np.minimum(begin + 2, len(tags) - 1)], van)
    teksten = tags.knip(van, tot)
    if b"_x" in stuk:
        teksten = vervang(teksten, "_x", ontsnap)
    if gewoon.all():
        return teksten
    grenzen = zip(tags.begin[begin[~gewoon]].tolist(), (tags.einde[einde[~gewoon]] + 1).tolist(), strict=True)
    stukken = [stuk[van_:tot_] for van_, tot_ in grenzen]
    rijk = lees_teksten_xml([b"<sst>", *stukken, b"</sst>"], naam)
    return pc.replace_with_mask(teksten, pa.array(~gewoon), pa.array(rijk, type=pa.large_string()))


def lees_teksten(stroom: Callable[[], Iterator[bytes]], naam: str) -> pa.LargeStringArray:
    """
    Return the shared texts as one array; *stroom* starts their XML from the beginning.

    Raises:
        WerkmapFout: When it is no well-formed XML.
    """
    try:
        return lees_teksten_snel(stroom(), naam)
    except Afwijkend:
        return pa.array(lees_teksten_xml(stroom(), naam), type=pa.large_string())
