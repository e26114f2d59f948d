"""Fold text to what survives every way of writing it: no case, accents, punctuation, dots in abbreviations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

_STIPPEN = re.compile(r"\b(?:[a-z]\.\s?)+[a-z]\.(?:[a-z]\b)?")
_LOSSE_LETTERS = re.compile(r"(?<![a-z0-9'])[a-z](?: [a-z]){2,}(?![a-z0-9])")
_BULT = re.compile(r"(?<=[a-zà-ÿ]{3})(?=[A-Z][a-zà-ÿ])|(?<=[A-Z]{2})(?=[A-Z][a-zà-ÿ]{2})")
_APOSTROF = re.compile(r"'(?=[tsn]\b)|(?<=\b[dl])'")
_FRANS = re.compile(r"(?<![a-z])l'(?=[a-z])")
_RANGTELWOORD = re.compile(r"\b(\d+)\s?(?:ste|de|e|er|ième|th|st|nd|rd)\b")
_ROMEINS = re.compile(r"\b([ivx]{3,})(?:ste|de|e)\b")
_GEEN_WOORD = re.compile(r"[^a-z0-9]+")
_CIJFER_LETTERS = re.compile(r"(?<=\d)(?=[a-z]{3})|(?<=[a-z]{3})(?=\d)")
_SCAN = ((re.compile(r"(?<=[a-z]{2})1(?=[a-z])"), "l"), (re.compile(r"(?<=[a-z]{2})0(?=[a-z])"), "o"))
# What dots and strokes cut short, before they are lost.
_KORT = {
    "v/h": "van het",
    "v/d": "van de",
    "v.d.": "van de",
    "v.h.": "van het",
    "p/a": " ",
    "c/o": " ",
    "h.": "heilig",
    "e.o.": "en omstreken",
    "cd&v": "cdv",
}
_VOLUIT = re.compile(r"(?<![a-z.])(?:(?:v/h|v/d|v\.d\.|v\.h\.|p/a|c/o|e\.o\.|cd&v)(?![a-z.])|h\.(?=\s?[a-z]{3}))")
_ONZE_LIEVE_VROUW = re.compile(r"\bo\.?\s?l\.\s?(?:v\.|vr\.|vrouwe?\b)")
_LETTER_EN_LETTER = re.compile(r"(?<![a-z0-9.'])([a-z])\.?\s?&\s?([a-z])\.?(?![a-z0-9'])")
_STEENWEG = re.compile(r"(?<=[a-z]{4})stwg?\b")
_STRAAT = re.compile(r"(?<=[a-z]{4})str\b")
_BIJZONDER = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "ø": "o",
        "œ": "oe",
        "ı": "i",
        "ł": "l",
        "đ": "d",
        "’": "'",
        "‘": "'",
        "`": "'",
        "´": "'",
        "@": "a",
    }
)


def vouw(tekst: str) -> str:
    """Return *tekst* in lower case, without accents."""
    plat = tekst.translate(_BIJZONDER)
    if not plat.isascii():
        plat = "".join(c for c in unicodedata.normalize("NFKD", plat) if not unicodedata.combining(c))
    return plat.lower().translate(_BIJZONDER)


def split_woorden(tekst: str) -> list[str]:
    """
    Return the folded words of *tekst*, in order.

    ``ChiroMariakerke`` is two words, ``v.z.w.`` and ``v z w`` are one, ``37ste`` is ``37``, ``&`` and ``+`` are ``en``
    and ``plus``, ``'t`` keeps its letter, ``St.`` and ``Ste.`` before a word are ``sint``.
    """
    if not tekst.isupper():
        tekst = _BULT.sub(" ", tekst)
    plat = _VOLUIT.sub(lambda m: f"{_KORT[m[0]]} ", vouw(tekst))
    plat = _ONZE_LIEVE_VROUW.sub("olv ", plat)
    plat = _STIPPEN.sub(_letters_samen, plat)
    plat = _LOSSE_LETTERS.sub(lambda m: m[0].replace(" ", ""), plat)
    plat = _LETTER_EN_LETTER.sub(r"\1\2", plat).replace("&", " en ").replace("+", " plus ")
    for cijfer, letter in _SCAN:  # lists that came through a scanner
        plat = cijfer.sub(letter, plat)
    if "stw" in plat or "str" in plat:
        plat = _STRAAT.sub("straat", _STEENWEG.sub("steenweg", plat))
    plat = _ROMEINS.sub(r"\1 ", _RANGTELWOORD.sub(r"\1 ", plat))
    plat = _APOSTROF.sub(" ", _FRANS.sub("le ", plat)).replace("'", "")
    woorden = _GEEN_WOORD.sub(" ", _CIJFER_LETTERS.sub(" ", plat)).split()
    for i, woord in enumerate(woorden[:-1]):
        if woord in {"st", "ste", "sinte", "sainte", "saint"} and len(woorden[i + 1]) > 2 and woorden[i + 1].isalpha():
            woorden[i] = "sint"
        elif woord == "v" and i:
            woorden[i] = "van"  # "Land v. Nevele"
    return woorden


def _letters_samen(gevonden: re.Match[str]) -> str:
    """Return dotted letters without dots: ``v. z. w.`` and ``K. F.C.`` as one word, ``F.C. V.N.A.`` as two."""
    samen = ""
    for groep in gevonden[0].replace(".", "").split():
        los = samen.rpartition(" ")[2]
        samen += f" {groep}" if len(groep) > 1 < len(los) else groep
    return f"{samen} "


_MET_PUNT = re.compile(r"(?<![a-z.])([a-z]{2,})\.(?![a-z]\.)")


def afgebroken(tekst: str) -> frozenset[str]:
    """Return the folded words of *tekst* that end in a dot, so may be cut short: ``Ver. Vrienden``."""
    return frozenset(_MET_PUNT.findall(vouw(tekst))) if "." in tekst else frozenset()


_HAAKJES = re.compile(r"\(([^()]*)\)")


def tussen_haakjes(naam: str) -> tuple[str, ...]:
    """Return what stands outside and what inside brackets, or nothing."""
    gevonden = _HAAKJES.search(naam)
    if gevonden is None:
        return ()
    buiten = f"{naam[: gevonden.start()]} {naam[gevonden.end() :]}"
    return (buiten, gevonden[1]) if buiten.strip() and gevonden[1].strip() else ()


_VERKLEIND = re.compile(r"(?<=.{3})(?:etjes?|tjes?|pjes?|ekens?|ekes?|jes?|skes?|kes?|kens)$")
_MEERVOUD = re.compile(r"(?<=.{3})(?:en|s|e)$")
_DUBBEL = re.compile(r"(.)\1")
_STEMLOOS = str.maketrans("vz", "fs")


@lru_cache(maxsize=1 << 17)
def stam(woord: str) -> str:
    """Return a folded word without plural or diminutive: ``bollekes`` and ``bol``, ``ruiten`` and ``ruit`` are one."""
    return zonder_spelling(_MEERVOUD.sub("", _VERKLEIND.sub("", woord)))


def zonder_spelling(woord: str) -> str:
    """Return a folded word without the doubling and voicing that change with its ending."""
    return _DUBBEL.sub(r"\1", woord.translate(_STEMLOOS))


def min_letter(woord: str) -> set[str]:
    """Return a word and what stays of it when one letter falls out: words one edit apart share one of these."""
    return {woord, *(woord[:i] + woord[i + 1 :] for i in range(len(woord)))}


def langste_frases(frasen: Iterable[Sequence[str]]) -> dict[str, int]:
    """Return the first word of every phrase → the number of words of the longest that starts so."""
    langste: dict[str, int] = {}
    for frase in frasen:
        langste[frase[0]] = max(langste.get(frase[0], 1), len(frase))
    return langste
