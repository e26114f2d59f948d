"""What is odd about a name or a text: fillers, headings, capitals, ``vzw``."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from analytics.domain.codelijsten import codelijst
from analytics.domain.velden import VELDEN

_PLAATSHOUDERS = frozenset(
    "onbekend;onbekende;ongekend;niet bekend;niet gekend;nvt;niet van toepassing;geen;leeg;x;xx;xxx;null;none;nihil;na;"  # noqa: SIM905 -- legible
    "nan;tbd;nog te bepalen;nog in te vullen;in te vullen;te bepalen;test;testtest;dummy;aan te vullen;idem;ntb;todo;"
    "zie opmerking;blanco;niets;zonder".split(";")
)
_TOTAAL = re.compile(r"(?:sub|eind)?totaal\b.*|totalen?|aantal(?: verenigingen| clubs)?\b.*|som|gemiddelde", re.I)
_VZW = re.compile(r"(?<![^\W\d_])(?:i?v\.?\s?z\.?\s?w\.?|a\.?s\.?b\.?l\.?)(?![^\W\d_])", re.I)
_KLEIN = frozenset("aan bij de den der des du en het in la le met of om op te ten ter van voor".split())  # noqa: SIM905 -- idem

_GEEN_LETTERS = {i: None for i in range(128) if not chr(i).isalnum()}


def kaal(tekst: str | None) -> str:
    """Return *tekst* as letters and digits only, without capitals and accents."""
    if not tekst or tekst.isascii():
        return (tekst or "").lower().translate(_GEEN_LETTERS)
    ontleed = unicodedata.normalize("NFKD", tekst).casefold()
    return "".join(t for t in ontleed if t.isalnum())


def is_plaatshouder(tekst: str) -> bool:
    """Tell whether *tekst* only fills the cell: ``onbekend``, ``n.v.t.``, ``-``, ``x``, ``?``."""
    if len(tekst) > 25:
        return False
    letters = " ".join(re.sub(r"[^a-z0-9 ]", "", tekst.casefold()).split())
    return (letters in _PLAATSHOUDERS) if letters else not any(t.isalnum() for t in tekst)


@cache
def _koppen() -> frozenset[str]:
    koppen = {kaal(naam) for v in VELDEN for naam in (v.kop, *v.aliassen) if len(naam) > 3}
    lijst = codelijst("hoofdactiviteiten")
    extra = {
        "vereniging",
        "verenigingen",
        "club",
        "clubs",
        "clubnaam",
        "verenigingsnaam",
        "sportclubs",
        "jeugdbewegingen",
    }
    return frozenset(koppen | extra | {kaal(n) for n in lijst["naam"]})


def is_kop_of_totaal(tekst: str) -> bool:
    """Tell whether a name is really a heading or a total row of a list."""
    schoon = tekst.strip()
    return schoon.endswith(":") or kaal(schoon) in _koppen() or _TOTAAL.fullmatch(schoon) is not None


def heeft_vzw(tekst: str) -> bool:
    """Tell whether a name says that the association is a vzw."""
    return _VZW.search(tekst) is not None


def _woord(woord: str, eerste: bool) -> str:
    kern = "".join(t for t in woord if t.isalpha())
    ontleed = unicodedata.normalize("NFKD", kern).lower()
    if kern.lower() in _KLEIN:
        return woord.capitalize() if eerste else woord.lower()
    # Initials and abbreviations: KWB, FC, V.Z.W.; a word that can be spoken has a vowel and more letters.
    if len(kern) < 4 or not set(ontleed) & set("aeiouy") or "." in woord.strip("."):
        return woord
    return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), woord)


def gewone_schrijfwijze(tekst: str) -> str | None:
    """Return a text of capitals only as people write it; ``None`` when there is no long word to change."""
    if not tekst.isupper():
        return None
    nieuw = re.sub(r"\S+", lambda m: _woord(m[0], m.start() == 0), tekst)
    # One long word that stays in capitals is an abbreviation as far as we know.
    return nieuw if not nieuw.isupper() and nieuw != tekst else None


def persoonsnaam(tekst: str) -> str | None:
    """Return a personal name of capitals only with one capital per word."""
    if not tekst.isupper() or sum(t.isalpha() for t in tekst) < 3:
        return None
    return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), tekst)
