"""Read the texts that the cells of a workbook share."""

from __future__ import annotations

from collections.abc import Iterable
from xml.parsers import expat

import pyarrow as pa

from analytics.files.celwaarden import ontsnap
from analytics.files.guard import beschadigd


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


def lees_teksten(blokken: Iterable[bytes], naam: str) -> pa.LargeStringArray:
    """Return the shared texts as one array."""
    return pa.array(lees_teksten_xml(blokken, naam), type=pa.large_string())
