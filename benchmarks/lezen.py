"""
Reading a workbook, guard included, against pandas with openpyxl and against calamine alone.

    .venv/bin/python benchmarks/lezen.py [--rijen 100000] [--keer 3]

Two workbooks of 60 text columns are written: one with shared texts (as Excel saves), one with texts in the cells (as
openpyxl and streaming writers do). Seconds are medians; ratios are of this run. The goal is 0.12 times pandas with
openpyxl; at 100,000 rows the opponent takes a minute or more per turn, so it gets one turn.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import python_calamine
import xlsxwriter

from analytics.files.lees import lees_werkmap

KOLOMMEN = 60


def main() -> None:
    """Write the workbooks, read them, and print a table."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--rijen", type=int, default=100_000)
    opties.add_argument("--keer", type=int, default=3)
    keuze = opties.parse_args()
    with tempfile.TemporaryDirectory() as map_:
        for naam, in_cel in (("gedeelde teksten", False), ("teksten in de cel", True)):
            pad = Path(map_) / "werkmap.xlsx"
            _schrijf(pad, keuze.rijen, in_cel=in_cel)
            ons = _mediaan(lambda pad=pad: lees_werkmap(pad), keuze.keer)
            calamine = _mediaan(lambda pad=pad: _calamine(pad), keuze.keer)
            pandas = _mediaan(lambda pad=pad: _pandas(pad), 1 if keuze.rijen > 20_000 else keuze.keer)
            print(f"{keuze.rijen} rijen x {KOLOMMEN} kolommen, {naam}, {pad.stat().st_size / 2**20:.0f} MiB")
            print(f"  lees_werkmap         {ons:7.2f} s  {ons / pandas:.3f}x")
            print(f"  calamine, geen guard {calamine:7.2f} s  {calamine / pandas:.3f}x")
            print(f"  pandas + openpyxl    {pandas:7.2f} s  1x")


def _mediaan(taak: Callable[[], object], keer: int) -> float:
    tijden = []
    for _ in range(keer):
        begin = time.perf_counter()
        taak()
        tijden.append(time.perf_counter() - begin)
    return statistics.median(tijden)


def _pandas(pad: Path) -> object:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pd.read_excel(pad, header=None, dtype=str, engine="openpyxl")


def _calamine(pad: Path) -> object:
    return python_calamine.CalamineWorkbook.from_path(pad).get_sheet_by_index(0).to_python()


def _schrijf(pad: Path, rijen: int, *, in_cel: bool) -> None:
    """Write a workbook in which one column in six is all different and the others repeat themselves."""
    boek = xlsxwriter.Workbook(pad, {"constant_memory": in_cel})
    blad = boek.add_worksheet()
    for rij in range(rijen):
        for kolom in range(KOLOMMEN):
            uniek = kolom % 6 == 0
            tekst = f"Vereniging {rij} & {kolom}" if uniek else f"Sint-Niklaas {(rij * 7 + kolom) % 5000}"
            blad.write_string(rij, kolom, tekst)
    boek.close()


if __name__ == "__main__":
    main()
