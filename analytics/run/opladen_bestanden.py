"""What a load leaves on disk."""

from __future__ import annotations

import json
from collections.abc import Sequence

from analytics.checks.validatie import Validatie
from analytics.domain.levering import Levering
from analytics.files.csvtekst import als_csv
from analytics.insight.opladen import Opgeladen
from analytics.register.plan import plan_json
from analytics.report.pagina import Pagina, render
from analytics.report.rapport_opladen import Ladingen, secties_opladen
from analytics.report.tekst import datum
from analytics.run.besluitenwerkmap import maak_werkmap
from analytics.run.opladen import Lading


def bestanden_van(lading: Lading, levering: Levering, validatie: Validatie, beeld: Opgeladen) -> dict[str, str | bytes]:
    """Return the files of a load, by name; ``besluiten.xlsx`` only when something must be decided."""
    werkmap, te_beslissen = maak_werkmap(lading.plan, levering, validatie.lezing, lading.standen, lading.besluiten)
    return {
        "plan-opladen.json": plan_json(lading.plan),
        "uitkomsten.csv": als_csv(lading.uitkomsten),
        "verschillen.csv": als_csv(lading.verschillen),
        "velden.csv": als_csv(lading.velden),
        "scorekaart.csv": als_csv(beeld.scorekaart),
        "opladen.json": json.dumps(beeld.samenvatting(), ensure_ascii=False, indent=2) + "\n",
    } | ({"besluiten.xlsx": werkmap} if te_beslissen else {})


def maak_pagina(naam: str, ladingen: Sequence[Opgeladen], levering: Levering) -> str:
    """Return the sections on loading as a page of their own, for a load outside the main report."""
    return render(
        Pagina(
            titel=f"{naam}, ronde {levering.ronde}: opladen",
            onder=f"Gezien op {datum(levering.peildatum)} (peildatum).",
            secties=secties_opladen(Ladingen(tuple(ladingen), levering)),
        )
    )
