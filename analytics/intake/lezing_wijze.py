"""The ways in which a cell was interpreted; <NA> means: taken as it stands."""

from __future__ import annotations

import unicodedata
from enum import StrEnum

#: What .NET's ``char.IsWhiteSpace`` takes for white space; zero-width characters are not among it.
WIT = (
    "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)


class Wijze(StrEnum):
    """How a cell was interpreted, as ``Lezing.wijze`` stores it."""

    ONLEESBAAR = "onleesbaar"
    GEEN_WAARDE = "geen waarde"
    TEKSTDATUM = "datum uit tekst"
    EERSTE_VAN_DE_MAAND = "eerste dag van de maand"
    TIJD_WEG = "datum zonder tijdstip"
    SERIEEL = "datum uit getal"
    VOORLOOPNUL = "voorloopnul teruggezet"
    DECIMAAL = "geheel getal uit decimaal"
    LABEL = "code uit naam"
    LIJST = "lijst gesplitst"
    JANEE = "ja of nee uit ander woord"


def sleutel_van_label(tekst: str) -> str:
    """Return *tekst* without capitals, accents, double blanks and the difference between ``&`` and ``en``."""
    ontleed = unicodedata.normalize("NFKD", tekst.replace("&", " en ").casefold())
    return " ".join("".join(c for c in ontleed if not unicodedata.combining(c)).split())
