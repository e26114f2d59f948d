"""A new workbook with the cells as they were read, where the delivery cannot be patched (.xls, .xlsb, .ods)."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import UTC, datetime

import pandas as pd
import xlsxwriter

from analytics.domain.blad import Blad, kolomnummer
from analytics.domain.nummers import masker_insz
from analytics.files.ooxml.pakket import xml_schoon

# The file must not tell when it was made: the same cells give the same bytes.
_GEMAAKT = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def nieuwe_werkmap(bladen: Sequence[Blad]) -> bytes:
    """
    Return an .xlsx with every cell at its place, as the text it was read as; INSZ masked.

    Hidden sheets, rows and columns stay hidden. Layout and formulas are gone. Sheets are named by
    :func:`excel_namen`. The bytes can be given to ``annoteer``.
    """
    buffer = io.BytesIO()
    instellingen = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, instellingen) as werkmap:
        werkmap.set_properties({"created": _GEMAAKT})
        namen = excel_namen(bladen)
        gekozen = False
        for blad in bladen:
            uit = werkmap.add_worksheet(namen[blad.naam])
            if blad.zichtbaarheid == "verborgen":
                uit.hide()
            elif blad.zichtbaarheid == "zeer verborgen":
                uit.very_hidden()
            elif not gekozen:
                uit.activate()
                uit.set_first_sheet()
                gekozen = True
            for letters in sorted(blad.verborgen_kolommen):
                uit.set_column(kolomnummer(letters) - 1, kolomnummer(letters) - 1, None, None, {"hidden": True})
            _schrijf_cellen(uit, blad)
    return buffer.getvalue()


def excel_namen(bladen: Sequence[Blad]) -> dict[str, str]:
    """Return the name in Excel of each sheet: no more than 31 characters, none that Excel forbids, no two alike."""
    namen: dict[str, str] = {}
    bezet: set[str] = set()
    for blad in bladen:
        # The mask has asterisks, which a sheet name may not have: they become dashes like the rest.
        kaal = re.sub(r"[\[\]:*?/\\]", "-", xml_schoon(masker_insz(blad.naam))).strip("'")[:31] or "Blad"
        pogingen = (kaal, *(f"{kaal[:26]} ({n})" for n in range(2, len(bladen) + 2)))
        namen[blad.naam] = next(naam for naam in pogingen if naam.casefold() not in bezet)
        bezet.add(namen[blad.naam].casefold())
    return namen


def _schrijf_cellen(uit: xlsxwriter.worksheet.Worksheet, blad: Blad) -> None:
    kolommen = [kolomnummer(str(letters)) - 1 for letters in blad.tekst.columns]
    lijsten = [_schoon(blad.tekst[letters]) for letters in blad.tekst.columns]
    # Writing a file is one call per cell, whatever the library.
    for plaats, rij in enumerate(blad.tekst.index):
        if rij in blad.verborgen_rijen:
            uit.set_row(int(rij) - 1, None, None, {"hidden": True})
        for kolom, lijst in zip(kolommen, lijsten, strict=True):
            if tekst := lijst[plaats]:
                uit.write_string(int(rij) - 1, kolom, tekst)


def _schoon(kolom: pd.Series[str]) -> list[str | None]:
    """Return the texts as they may be written, empty as None; each distinct text is looked at once."""
    anders = {tekst: xml_schoon(masker_insz(tekst))[:32_767] for tekst in kolom.dropna().unique()}
    return [anders.get(tekst) for tekst in kolom.tolist()]
