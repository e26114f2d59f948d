"""
A page as a value: sections of blocks. Rendering is the last step (:func:`render`).

A new part of the report is a new section; a new kind of block is a dataclass here and a macro of the same name in
``sjablonen/blokken.html.j2``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from analytics.report.charts import Grafiek
from analytics.report.pagina_sjabloon import vul_blok, vul_pagina
from analytics.report.tekst import aantal

#: One meaning per colour, also told by the words beside it.
Toon = Literal["fout", "waarschuwing", "info", "in-orde"]


@dataclass(frozen=True)
class Koppeling:
    """A link to another file of the same report, or to a section (``#anker``)."""

    tekst: str
    doel: str
    soort: ClassVar[str] = "koppeling"


@dataclass(frozen=True)
class Merk:
    """A word in a coloured frame."""

    tekst: str
    toon: Toon
    soort: ClassVar[str] = "merk"


@dataclass(frozen=True)
class Deel:
    """A share: a small bar, both numbers and the percentage."""

    teller: int
    noemer: int
    soort: ClassVar[str] = "deel"


@dataclass(frozen=True)
class Gemarkeerd:
    """A text in pieces; those are marked that differ from what the text is compared with."""

    stukken: tuple[tuple[str, bool], ...]
    soort: ClassVar[str] = "gemarkeerd"


Cel = str | int | Koppeling | Merk | Deel | Gemarkeerd | None | tuple["Cel", ...]


@dataclass(frozen=True)
class Kolom:
    """A column of a table; numbers stand to the right."""

    kop: str
    is_getal: bool = False


@dataclass(frozen=True, repr=False)
class Tabel:
    """
    A table; the first cell of a row is its heading.

    Attributes:
        totaal: Number of rows there are, when not all are shown.
        elders: Where all of them are.
    """

    bijschrift: str
    kolommen: tuple[Kolom, ...]
    rijen: tuple[tuple[Cel, ...], ...]
    totaal: int | None = None
    elders: str = ""
    soort: ClassVar[str] = "tabel"

    def __repr__(self) -> str:
        # A notebook keeps this text beside the table; the whole content twice would be too much.
        return f"Tabel {self.bijschrift!r}: {aantal(len(self.rijen), 'rij', 'rijen')}"

    def _repr_html_(self) -> str:
        return vul_blok(self)


@dataclass(frozen=True)
class Alinea:
    """A paragraph."""

    tekst: str
    soort: ClassVar[str] = "alinea"


@dataclass(frozen=True)
class Subkop:
    """A heading within a section."""

    tekst: str
    soort: ClassVar[str] = "subkop"


@dataclass(frozen=True)
class Lijst:
    """A list of sentences."""

    punten: tuple[str, ...]
    soort: ClassVar[str] = "lijst"


@dataclass(frozen=True)
class Kerncijfer:
    """A number to remember, what it counts, and of how many (``noemer``)."""

    getal: int
    woord: str
    noemer: int | None = None
    toon: Toon | None = None


@dataclass(frozen=True)
class Kerncijfers:
    """Numbers to remember, side by side."""

    cijfers: tuple[Kerncijfer, ...]
    soort: ClassVar[str] = "kerncijfers"


@dataclass(frozen=True)
class Figuur:
    """A chart with the table of its numbers folded under it."""

    grafiek: Grafiek
    cijfers: Tabel
    soort: ClassVar[str] = "figuur"


@dataclass(frozen=True)
class Kader:
    """A remark that stands out."""

    tekst: str
    toon: Toon
    soort: ClassVar[str] = "kader"


@dataclass(frozen=True)
class Gegevens:
    """Names and values: a manifest."""

    paren: Mapping[str, str]
    soort: ClassVar[str] = "gegevens"


@dataclass(frozen=True)
class Uitklap:
    """Blocks that are folded away on the screen and printed in full."""

    titel: str
    blokken: tuple[Blok, ...]
    soort: ClassVar[str] = "uitklap"


Blok = Alinea | Subkop | Lijst | Kerncijfers | Figuur | Tabel | Kader | Gegevens | Uitklap


@dataclass(frozen=True)
class Sectie:
    """A part of the page with a heading; *anker* is its place in a link."""

    anker: str
    titel: str
    blokken: tuple[Blok, ...]


@dataclass(frozen=True)
class Pagina:
    """A page; *onder* stands under the title, *terug* links to the page above it."""

    titel: str
    onder: str
    secties: tuple[Sectie, ...]
    terug: Koppeling | None = None


def render(pagina: Pagina) -> str:
    """Return *pagina* as one self-contained HTML text, everything escaped."""
    return vul_pagina(pagina)
