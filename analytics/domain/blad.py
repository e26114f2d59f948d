"""What was read from a workbook: sheets of text cells that know their kind and their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal

import pandas as pd

Zichtbaarheid = Literal["zichtbaar", "verborgen", "zeer verborgen"]


class Soort(IntEnum):
    """The kind of a cell, as it is stored in ``Blad.soort``."""

    LEEG = 0
    TEKST = 1
    GETAL = 2
    DATUM = 3
    LOGISCH = 4
    FOUT = 5
    FORMULE_ZONDER_WAARDE = 6
    AFGESCHERMD = 7  # held an INSZ where none may stand; the text is gone


@dataclass(frozen=True, eq=False)
class Blad:
    """
    One sheet.

    Attributes:
        naam: Sheet name as in the workbook.
        zichtbaarheid: Whether Excel shows the sheet.
        tekst: Text of each cell as the pilot sees it (``string`` dtype, empty = <NA>). The index holds Excel row
            numbers (1 = first), the columns Excel column letters; both run without gaps over the used range.
            Numbers are written plainly (``12``, ``0.5``, no exponent), dates as ``YYYY-MM-DD`` (with `` HH:MM:SS``
            when there is a time), booleans as ``WAAR``/``ONWAAR``, error cells as Excel shows them (``#N/B``).
        soort: Kind of each cell (:class:`Soort` as ``uint8``), same shape.
        verborgen_rijen, verborgen_kolommen: Row numbers and column letters that Excel hides.
        samengevoegd: Merged ranges (``"A1:C1"``).
    """

    naam: str
    zichtbaarheid: Zichtbaarheid
    tekst: pd.DataFrame
    soort: pd.DataFrame
    verborgen_rijen: frozenset[int] = frozenset()
    verborgen_kolommen: frozenset[str] = frozenset()
    samengevoegd: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Werkmap:
    """
    One workbook.

    Attributes:
        naam: File name without folder, any INSZ in it masked.
        sha256: Hash of the file as delivered (before any decryption).
        bladen: The worksheets, in workbook order.
        opmerkingen: Dutch sentences on oddities (hidden sheets, macros, external links, ...).
        inhoud: The bytes of the (decrypted) workbook, needed to hand it back annotated. Not for any artefact.
        was_beveiligd: Whether a password was needed.
        eigenschappen: Facts that rules use, such as ``{"datumsysteem": "1904", "formaat": "xlsx"}``.
    """

    naam: str
    sha256: str
    bladen: tuple[Blad, ...]
    opmerkingen: tuple[str, ...] = ()
    inhoud: bytes = field(default=b"", repr=False)
    was_beveiligd: bool = False
    eigenschappen: Mapping[str, str] = field(default_factory=dict)


def kolomletter(nummer: int) -> str:
    """Return the letters of the *nummer*-th column (1 = ``A``, 28 = ``AB``)."""
    letters = ""
    while nummer:
        nummer, rest = divmod(nummer - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def kolomnummer(letters: str) -> int:
    """Return the number of a column (``A`` = 1)."""
    nummer = 0
    for letter in letters:
        nummer = nummer * 26 + ord(letter) - 64
    return nummer
