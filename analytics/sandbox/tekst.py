"""Text analysis of the search engine: from a text to terms with their positions."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from analytics.sandbox.referentie import MEEGELEVERD

STOPWOORDEN = frozenset((MEEGELEVERD / "stopwoorden.txt").read_text(encoding="utf-8").split())

_TEKENS = str.maketrans({"_": " ", "-": " ", ".": ""})
_VOUWEN = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ð": "d", "þ": "th", "ı": "i", "’": "'", "‘": "'"}
)
# Word breaks of Unicode: an apostrophe or colon between letters, a comma or semicolon between
# digits do not break a word.
_WOORD = re.compile(r"[^\W_]+(?:(?:(?<=[^\W\d_])['’:·](?=[^\W\d_])|(?<=\d)['’,;](?=\d))[^\W_]+)*")
_DELEN = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True, slots=True)
class Term:
    """A term; *stap* is its distance to the previous one: 1 next to it, more after a hole, 0 on the same spot."""

    tekst: str
    stap: int = 1


@dataclass(frozen=True, slots=True)
class Stroom:
    """The terms of a text; *rest* is the number of stop words after the last term."""

    termen: tuple[Term, ...]
    rest: int = 0

    @property
    def teksten(self) -> tuple[str, ...]:
        """The terms without their positions."""
        return tuple(term.tekst for term in self.termen)


def vouw_tekens(tekst: str) -> str:
    """Give *tekst* in lower case, its accents folded to ASCII."""
    klein = tekst.lower()
    if klein.isascii():
        return klein
    los = unicodedata.normalize("NFKD", klein.translate(_VOUWEN))
    return "".join(teken for teken in los if not unicodedata.combining(teken))


def woorden(tekst: str) -> list[str]:
    """Split into words as the standard tokenizer does; nothing is folded or dropped."""
    return _WOORD.findall(unicodedata.normalize("NFC", tekst))


@lru_cache(maxsize=20_000)
def ontleed(tekst: str) -> Stroom:
    """Analyse with the register's text analyzer: hyphens split, dots go, accents fold, stop words leave a hole."""
    termen: list[Term] = []
    gat = 0
    for woord in woorden(tekst.translate(_TEKENS)):
        gevouwen = vouw_tekens(woord)
        if gevouwen in STOPWOORDEN:
            gat += 1
        else:
            termen.append(Term(gevouwen, gat + 1))
            gat = 0
    return Stroom(tuple(termen), gat)


@lru_cache(maxsize=20_000)
def ontleed_standaard(tekst: str) -> Stroom:
    """Analyse with the engine's own default: words in lower case, nothing else."""
    return Stroom(tuple(Term(woord.lower()) for woord in woorden(tekst)))


def normaliseer(tekst: str) -> str:
    """Normalise a whole text for keyword fields and sorting: as :func:`ontleed` but in one piece."""
    return vouw_tekens(tekst.translate(_TEKENS)).strip()


def splits_delen(stroom: Stroom) -> Stroom:
    """
    Apply the word delimiter: split inside words where letters and digits or other signs meet.

    The joined word parts share the position of the last part; a trailing ``'s`` is dropped.
    """
    uit: list[Term] = []
    for term in stroom.termen:
        delen = _DELEN.findall(term.tekst.removesuffix("'s"))
        aaneen: list[str] = []
        for i, deel in enumerate(delen):
            uit.append(Term(deel, term.stap if i == 0 else 1))
            aaneen = [*aaneen, deel] if deel.isalpha() else []
            reeks_stopt = i + 1 == len(delen) or not delen[i + 1].isalpha()
            if len(aaneen) > 1 and reeks_stopt:
                uit.append(Term("".join(aaneen), 0))
    return Stroom(tuple(uit), stroom.rest)


def posities(stroom: Stroom) -> list[list[str]]:
    """Give the terms per position; holes are left out."""
    uit: list[list[str]] = []
    for term in stroom.termen:
        if term.stap == 0 and uit:
            uit[-1].append(term.tekst)
        else:
            uit.append([term.tekst])
    return uit


def paren(stroom: Stroom) -> list[list[str]]:
    """
    Give per position the word and the pair of words, glued, that starts there.

    A hole counts as one filler ``_``: pairs next to it contain that filler, and a pair that
    starts with it has a position of its own.
    """
    reeks: list[str | None] = []
    for term in stroom.termen:
        if term.stap > 1:
            reeks.append(None)
        reeks.append(term.tekst)
    if stroom.rest:
        reeks.append(None)
    uit = []
    for i, woord in enumerate(reeks):
        hier = [woord] if woord is not None else []
        if i + 1 < len(reeks):
            hier.append((woord or "_") + (reeks[i + 1] or "_"))
        if hier:
            uit.append(hier)
    return uit
