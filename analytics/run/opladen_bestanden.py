"""What a load leaves on disk."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pandas as pd

from analytics.checks.validatie import Validatie
from analytics.domain.levering import Levering
from analytics.files.besluiten import schrijf_besluiten
from analytics.insight.opladen import Opgeladen
from analytics.register.paren import maak_paren
from analytics.register.plan import plan_json
from analytics.report.pagina import Pagina, render
from analytics.report.rapport_opladen import Ladingen, secties_opladen
from analytics.report.tekst import datum
from analytics.run.opladen import Lading

# A spreadsheet that opens the file would run these as formulas.
_FORMULE = r"^(?=[=@\t\r]|[+\-](?!\d))"


def als_csv(frame: pd.DataFrame) -> str:
    """Return *frame* as CSV (comma, UTF-8); a text that looks like a formula gets an apostrophe in front."""
    uit = frame.copy()
    for kolom in uit:
        if pd.api.types.is_string_dtype(uit[kolom]):
            uit[kolom] = uit[kolom].str.replace(_FORMULE, "'", regex=True)
    tekst: str = uit.to_csv(index=False, lineterminator="\n")
    return tekst


def bestanden_van(lading: Lading, validatie: Validatie, beeld: Opgeladen) -> dict[str, str | bytes]:
    """Return the files of a load, by name; ``besluiten.xlsx`` only when something must be decided."""
    paren = maak_paren(lading.plan, validatie.lezing, lading.standen, lading.besluiten)
    return {
        "plan-opladen.json": plan_json(lading.plan),
        "uitkomsten.csv": als_csv(lading.uitkomsten),
        "verschillen.csv": als_csv(lading.verschillen),
        "velden.csv": als_csv(lading.velden),
        "scorekaart.csv": als_csv(beeld.scorekaart),
        "opladen.json": json.dumps(beeld.samenvatting(), ensure_ascii=False, indent=2) + "\n",
    } | ({"besluiten.xlsx": schrijf_besluiten(paren)} if len(paren) else {})


def maak_pagina(naam: str, ladingen: Sequence[Opgeladen], levering: Levering) -> str:
    """Return the sections on loading as a page of their own, for a load outside the main report."""
    return render(
        Pagina(
            titel=f"{naam}, ronde {levering.ronde}: opladen",
            onder=f"Gezien op {datum(levering.peildatum)} (peildatum).",
            secties=secties_opladen(Ladingen(tuple(ladingen), levering)),
        )
    )
