"""
Profiling a workbook against ydata-profiling in its minimal mode.

    .venv/bin/python benchmarks/profiel.py [--rijen 10000] [--keer 3] [--omgeving MAP]

ydata-profiling holds pandas below 3, so it lives in an environment of its own: the folder given with ``--omgeving``
is made when it is not there yet (``python -m venv`` and ``pip install ydata-profiling``, about half a GiB), and used
again the next time. Both sides start from the workbook's rows in memory and end with the page written; ours keeps its
JSON as well. Seconds are medians, the ratio is of this run; the goal is 0.1.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import xlsxwriter

from analytics.files.lees import lees_werkmap
from analytics.insight.profiel import profile_werkmap
from analytics.report.profiel_html import profiel_als_html, profiel_als_json

KOLOMMEN = 60
TEGENSTANDER = """
import sys, time, warnings
warnings.simplefilter("ignore")
import pandas as pd
from ydata_profiling import ProfileReport
frame = pd.read_csv(sys.argv[1], dtype=str)
begin = time.perf_counter()
ProfileReport(frame, minimal=True, progress_bar=False).to_file(sys.argv[2], silent=True)
print(time.perf_counter() - begin)
"""


def main() -> None:
    """Write a workbook, profile it both ways, and print the ratio."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--rijen", type=int, default=10_000)
    opties.add_argument("--keer", type=int, default=3)
    opties.add_argument("--omgeving", type=Path, default=Path(tempfile.gettempdir()) / "ydata-profiling")
    keuze = opties.parse_args()
    python = _omgeving(keuze.omgeving)
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        _schrijf(map_ / "werkmap.xlsx", keuze.rijen)
        werkmap = lees_werkmap(map_ / "werkmap.xlsx")
        frame = werkmap.bladen[0].tekst
        frame.iloc[1:].set_axis(frame.iloc[0], axis=1).to_csv(map_ / "rijen.csv", index=False)
        ons, zij = [], []
        for _ in range(keuze.keer):
            begin = time.perf_counter()
            profiel = profile_werkmap(werkmap)
            (map_ / "profiel.html").write_text(profiel_als_html(profiel))
            (map_ / "profiel.json").write_text(profiel_als_json(profiel))
            ons.append(time.perf_counter() - begin)
            opdracht = [str(python), "-c", TEGENSTANDER, str(map_ / "rijen.csv"), str(map_ / "ydata.html")]
            klaar = subprocess.run(opdracht, check=True, capture_output=True, text=True)
            zij.append(float(klaar.stdout.split()[-1]))
    wij, ander = statistics.median(ons), statistics.median(zij)
    print(f"{keuze.rijen} rijen x {KOLOMMEN} kolommen")
    print(f"  profiel                  {wij:7.2f} s  {wij / ander:.3f}x")
    print(f"  ydata-profiling, minimal {ander:7.2f} s  1x")


def _omgeving(map_: Path) -> Path:
    """Return the interpreter of the opponent's environment, made when it is not there."""
    python = map_ / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(map_)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", "ydata-profiling", "setuptools<81"], check=True)
    return python


def _schrijf(pad: Path, rijen: int) -> None:
    boek = xlsxwriter.Workbook(pad)
    blad = boek.add_worksheet()
    for kolom in range(KOLOMMEN):
        blad.write_string(0, kolom, f"kolom {kolom}")
        for rij in range(1, rijen + 1):
            tekst = f"Vereniging {rij} {kolom}" if kolom % 3 == 0 else f"{9000 + (rij * 7 + kolom) % 999} Aalst"
            if (rij + kolom) % 10:
                blad.write_string(rij, kolom, tekst)
    boek.close()


if __name__ == "__main__":
    main()
