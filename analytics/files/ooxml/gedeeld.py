"""Shared strings: texts of replaced cells that no cell shows any more must not stay behind in the file."""

from __future__ import annotations

import re
from collections.abc import Collection

from analytics.files.ooxml.pakket import Pakket
from analytics.files.ooxml.tekst import gewone_utf8
from analytics.files.ooxml.werkmap import Werkmapdeel

_INDEX = re.compile(
    rb"""\bt\s*=\s*["']s["'][^>]*>\s*(?:<(?:[\w.-]+:)?f[^>]*?(?:/>|>[^<]*</[^>]+>)\s*)?<(?:[\w.-]+:)?v>\s*([0-9]+)"""
)


def wis_ongebruikt(pakket: Pakket, werkmap: Werkmapdeel, kandidaten: Collection[int]) -> None:
    """Empty those of the shared strings, by index, that no cell uses; the others keep their index."""
    deel = pakket.verwante(werkmap.deel, "sharedStrings")
    over = set(kandidaten)
    if deel is None or deel not in pakket.delen or not over:
        return
    for blad in werkmap.bladen():
        # Indexes are compared as they come out of the bytes: there may be millions.
        over -= {int(index) for index in set(_INDEX.findall(gewone_utf8(pakket.delen[blad.deel])))}
    if not over:
        return
    inhoud = gewone_utf8(pakket.delen[deel])
    stukken, klaar = [], 0
    for nummer, treffer in enumerate(re.finditer(rb"<((?:[\w.-]+:)?)si(?=[\s/>])[^>]*>", inhoud)):
        if nummer in over and not treffer.group().endswith(b"/>"):
            p = treffer.group(1)
            einde = inhoud.find(b"</" + p + b"si>", treffer.end())
            stukken += [inhoud[klaar : treffer.end()], b"<" + p + b"t/>"]
            klaar = einde
    pakket.delen[deel] = b"".join((*stukken, inhoud[klaar:]))
