"""
Measure the feedback workbook: patching the pilot's parts against loading and saving with openpyxl.

``python benchmarks/terugkoppeling.py [ROWS]`` (100,000 by default, 60 columns, 0.5 % of the cells annotated).
Both run once in a process of their own; at 100,000 rows openpyxl takes a minute or more.
"""

from __future__ import annotations

import io
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

KOLOMMEN = 60
ERNSTEN = ("FOUT", "WAARSCHUWING", "INFO")


def maak_werkmap(pad: Path, rijen: int) -> None:
    """Write a workbook of text cells, half of them distinct, with a header row and a filter."""
    import xlsxwriter

    toeval = random.Random(1)  # noqa: S311 -- made-up cells
    with xlsxwriter.Workbook(pad, {"constant_memory": False, "tmpdir": str(pad.parent)}) as werkmap:
        blad = werkmap.add_worksheet("Verenigingen")
        datum = werkmap.add_format({"num_format": "dd/mm/yyyy", "border": 1})
        for kolom in range(KOLOMMEN):
            blad.write_string(0, kolom, f"Kolom {kolom}")
        for rij in range(1, rijen + 1):
            for kolom in range(KOLOMMEN):
                if kolom == 3:
                    blad.write_number(rij, kolom, 36_000 + rij % 9_000, datum)
                elif kolom % 2:
                    blad.write_string(rij, kolom, f"KWB {kolom} {toeval.randrange(1_000)}")
                else:
                    blad.write_string(rij, kolom, f"Straat {rij} {kolom}, 0{toeval.randrange(400, 499)}/12 34 56")
        blad.autofilter(0, 0, rijen, KOLOMMEN - 1)


def plaatsen(rijen: int) -> list[tuple[int, int, str]]:
    """Return (row, column, severity) of the cells to annotate, the same for both."""
    toeval = random.Random(2)  # noqa: S311 -- made-up places
    aantal = rijen * KOLOMMEN // 200
    cellen = sorted({(toeval.randrange(2, rijen + 2), toeval.randrange(1, KOLOMMEN + 1)) for _ in range(aantal)})
    return [(rij, kolom, ERNSTEN[n % 3]) for n, (rij, kolom) in enumerate(cellen)]


def met_patch(pad: Path, rijen: int) -> bytes:
    """Annotate through the parts."""
    from analytics.domain.blad import kolomletter
    from analytics.files.annoteer import Aantekening, Kolom, Verwijzing, Voorblad, annoteer

    cellen = plaatsen(rijen)
    notas = [
        Aantekening("Verenigingen", f"{kolomletter(k)}{r}", e, f"{e}: waarde {r}\nAdvies: kijk na.")  # type: ignore[arg-type]
        for r, k, e in cellen
    ]
    tabel = [("regel", n.ernst, Verwijzing(n.blad, n.cel), n.tekst) for n in notas]
    kolommen = [Kolom("Code"), Kolom("Ernst"), Kolom("Cel"), Kolom("Melding", 60)]
    voorblad = Voorblad("Bevindingen", "Bevindingen", kolommen, tabel, (), "Bevindingen")
    return annoteer(pad.read_bytes(), aantekeningen=notas, voorbladen=[voorblad]).inhoud


def met_openpyxl(pad: Path, rijen: int) -> bytes:
    """Annotate through openpyxl, as one would."""
    import openpyxl
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    werkmap = openpyxl.load_workbook(pad)
    blad = werkmap["Verenigingen"]
    kleuren = {"FOUT": "FFF4A6A0", "WAARSCHUWING": "FFFFE08A", "INFO": "FFDCEBFA"}
    vullingen = {e: PatternFill("solid", fgColor=kleur) for e, kleur in kleuren.items()}
    voor = werkmap.create_sheet("Bevindingen", 0)
    voor.append(["Code", "Ernst", "Cel", "Melding"])
    for rij, kolom, ernst in plaatsen(rijen):
        cel = blad.cell(rij, kolom)
        cel.fill = vullingen[ernst]
        cel.comment = Comment(f"{ernst}: waarde {rij}\nAdvies: kijk na.", "Verenigingsregister")
        voor.append(["regel", ernst, f'=HYPERLINK("#Verenigingen!{cel.coordinate}","{cel.coordinate}")', "waarde"])
    uit = io.BytesIO()
    werkmap.save(uit)
    return uit.getvalue()


def meet(manier: str, pad: Path, rijen: int) -> dict[str, float]:
    """Run one way in a process of its own; seconds, MiB at the peak, MB written."""
    uitvoer = subprocess.run(
        [sys.executable, __file__, manier, str(pad), str(rijen)], check=True, capture_output=True, text=True
    )
    gemeten: dict[str, float] = json.loads(uitvoer.stdout)
    return gemeten


def main() -> None:
    """Measure, or be the process that is measured."""
    if len(sys.argv) == 4:
        manier, pad, rijen = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
        # Neither pays for its imports: a run annotates many workbooks.

        import analytics.files.annoteer  # noqa: F401

        # Processor seconds: a neighbour on the same machine must not decide the ratio. Both use one core.
        begin = time.process_time()
        uit = {"patch": met_patch, "openpyxl": met_openpyxl}[manier](pad, rijen)
        duur = time.process_time() - begin
        piek = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"seconden": duur, "MiB": piek, "MB": len(uit) / 1e6}))
        return
    rijen = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "levering.xlsx"
        maak_werkmap(pad, rijen)
        print(f"{rijen} rijen x {KOLOMMEN} kolommen, {len(plaatsen(rijen))} cellen, {pad.stat().st_size / 1e6:.1f} MB")
        gemeten = {manier: meet(manier, pad, rijen) for manier in ("patch", "openpyxl")}
    for manier, waarden in gemeten.items():
        print(f"{manier:10} {waarden['seconden']:7.2f} s {waarden['MiB']:7.0f} MiB {waarden['MB']:7.1f} MB")
    print(f"verhouding {gemeten['patch']['seconden'] / gemeten['openpyxl']['seconden']:.3f}")


if __name__ == "__main__":
    main()
