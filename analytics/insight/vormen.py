"""The shape of a text: which signs are letters, which digits, how they alternate."""

from __future__ import annotations

import re

import pandas as pd

# A word's length says nothing, its capital does: "Gent" and "Antwerpen" are both "Aaaa". Digits keep their number,
# because four and five of them are a postcode and a mistake.
_KLEIN = re.compile("a{3,}")
_GROOT = re.compile("A{4,}")


class _Tekens(dict[int, str]):
    """Code point → sign of the shape, filled in when a sign is first met (``str.translate`` asks)."""

    def __missing__(self, punt: int) -> str:
        teken = chr(punt)
        if teken.isdecimal():
            vorm = "9"
        elif teken.isupper():
            vorm = "A"
        elif teken.isalpha():
            vorm = "a"
        elif teken.isspace():
            vorm = " "
        else:
            vorm = teken
        self[punt] = vorm
        return vorm


_TEKENS = _Tekens()


def vorm(tekst: str) -> str:
    """
    Return the shape of *tekst*: ``9308 Gijzegem`` becomes ``9999 Aaaa``.

    Digits become ``9`` one by one; capitals ``A`` and other letters ``a``, words shortened to at most four signs;
    everything else stays.
    """
    return _GROOT.sub("AAAA", _KLEIN.sub("aaa", tekst.translate(_TEKENS)))


def count_vormen(aantallen: pd.Series[int]) -> pd.Series[int]:
    """
    Return how many values have each shape, the most frequent first (ties by shape).

    Args:
        aantallen: Number of times each distinct text (the index) occurs.
    """
    vormen = pd.Index([vorm(str(tekst)) for tekst in aantallen.index], dtype="string")
    per_vorm = aantallen.groupby(vormen).sum().sort_index()
    return per_vorm.sort_values(ascending=False, kind="stable")
