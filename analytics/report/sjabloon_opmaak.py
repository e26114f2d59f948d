"""The looks of our new workbooks, and the one way to open one so that equal content gives equal bytes."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass
from typing import Literal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

SJABLOONVERSIE = "1.0"
#: Excel's last row; drop-down lists and hints reach down to it.
LAATSTE_RIJ = 1_048_576
#: Instead of the moment of writing: same content, same bytes.
GEMAAKT = dt.datetime(2025, 1, 1)
#: From here on rows are streamed to disk instead of being kept; repeated texts are then written out each time.
GROOT = 50_000

_LETTERTYPE = {"font_name": "Calibri", "font_size": 11}
_KOP = {"bold": True, "text_wrap": True, "valign": "vcenter", "align": "left", "border": 1, "border_color": "#B4B8BF"}


@dataclass(frozen=True)
class Opmaak:
    """The formats of one workbook; a format belongs to the workbook that made it."""

    titel: Format
    tussentitel: Format
    tekst: Format
    label: Format
    invul: Format
    invuldatum: Format
    kop: dict[Literal["R", "C", "O"], Format]
    kolom: dict[str, Format]
    voorbeeld: dict[str, Format]


def open_werkmap(buffer: io.BytesIO, rijen: int, *, titel: str, trefwoorden: str, opmerking: str = "") -> Workbook:
    """Open a new workbook on *buffer* with fixed properties; *rijen* is the number of rows it will hold."""
    groot = rijen > GROOT
    werkmap = xlsxwriter.Workbook(buffer, {"in_memory": not groot, "constant_memory": groot})
    werkmap.set_properties(
        {"title": titel, "author": "", "keywords": trefwoorden, "comments": opmerking, "created": GEMAAKT}
    )
    werkmap.set_custom_property("Sjabloonversie", SJABLOONVERSIE)
    return werkmap


def opmaak(werkmap: Workbook) -> Opmaak:
    """Add our formats to *werkmap*."""

    def maak(**eigenschappen: object) -> Format:
        return werkmap.add_format({**_LETTERTYPE, **eigenschappen})

    rand = {"bottom_color": "#C2410C"}
    voorbeeld = {"italic": True, "font_color": "#6B7280", "bg_color": "#F3F4F6"}
    return Opmaak(
        titel=maak(bold=True, font_size=16, font_color="#1F3A5F"),
        tussentitel=maak(bold=True, font_size=12, font_color="#1F3A5F", bottom=1, bottom_color="#1F3A5F"),
        tekst=maak(text_wrap=True, valign="top"),
        label=maak(bold=True, text_wrap=True, valign="top"),
        invul=maak(bg_color="#FFF8DC", border=1, border_color="#B4B8BF", num_format="@", align="left"),
        invuldatum=maak(bg_color="#FFF8DC", border=1, border_color="#B4B8BF", num_format="dd/mm/yyyy", align="left"),
        # Three shades that also differ in grey; the thick line tells required without any colour.
        kop={
            "R": maak(**{**_KOP, **rand, "bg_color": "#1F3A5F", "font_color": "#FFFFFF", "bottom": 5}),
            "C": maak(**{**_KOP, **rand, "bg_color": "#BFD4EA", "font_color": "#111827", "bottom": 8}),
            "O": maak(**{**_KOP, "bg_color": "#EEF1F5", "font_color": "#111827"}),
        },
        kolom={
            "@": maak(num_format="@"),
            "0": maak(num_format="0"),
            "dd/mm/yyyy": maak(num_format="dd/mm/yyyy"),
            "General": maak(),
        },
        voorbeeld={
            vorm: maak(num_format=vorm, align="left", **voorbeeld) for vorm in ("@", "0", "dd/mm/yyyy", "General")
        },
    )
