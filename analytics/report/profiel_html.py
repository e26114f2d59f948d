"""The profile of a workbook as one page of HTML and as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from analytics.insight.profiel import Werkmapprofiel
from analytics.report.tekst import LEEG, aantal, getal, procent


def profiel_als_html(profiel: Werkmapprofiel) -> str:
    """Return the profile as a self-contained Dutch page."""
    omgeving = Environment(
        loader=PackageLoader("analytics.report", "sjablonen"),
        autoescape=select_autoescape(["html", "j2"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    omgeving.filters |= {"getal": getal}
    omgeving.globals |= {"procent": procent, "aantal": aantal, "leegteken": LEEG}
    return omgeving.get_template("profiel.html.j2").render(profiel=profiel)


def profiel_als_json(profiel: Werkmapprofiel) -> str:
    """
    Return the profile as JSON text.

    The shapes of a column are a list of ``{"vorm", "aantal"}``; what has none of them is the last entry, whose
    ``vorm`` is ``"(andere)"``.
    """
    inhoud = asdict(profiel)
    for blad in inhoud["bladen"]:
        for kolom in blad["kolommen"]:
            kolom["vormen"] = list(kolom["vormen"])
            if andere := kolom.pop("andere_vormen"):
                kolom["vormen"].append({"vorm": "(andere)", "aantal": andere})
    return json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n"
