"""Profile any workbook: read it, count, and write the page and the numbers."""

from __future__ import annotations

from pathlib import Path

from analytics.files.lees import lees_werkmap
from analytics.files.schrijf import schrijf
from analytics.insight.profiel import profile_werkmap
from analytics.report.profiel_html import profiel_als_html, profiel_als_json


def profileer(
    werkmap: Path,
    uitvoer: Path,
    *,
    blad: str | None = None,
    kopregel: int | None = None,
    wachtwoord: str | None = None,
) -> None:
    """
    Write ``profiel.html`` and ``profiel.json`` of a workbook into the folder *uitvoer*.

    Args:
        blad: Name of the only sheet to look at; every sheet when <None>.
        kopregel: Row number of the headings; the first row that is not empty when <None>.
        wachtwoord: What opens a protected workbook.

    Raises:
        WerkmapFout: When the workbook cannot be read, or has no such sheet or row; nothing is written then.
        RapportFout: When the folder cannot be written.
    """
    profiel = profile_werkmap(lees_werkmap(werkmap, wachtwoord=wachtwoord), blad=blad, kopregel=kopregel)
    html, json = profiel_als_html(profiel), profiel_als_json(profiel)
    schrijf(uitvoer / "profiel.html", html)
    schrijf(uitvoer / "profiel.json", json)
