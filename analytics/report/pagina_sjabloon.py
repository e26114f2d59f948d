"""The door of Jinja2: blocks and pages to HTML. Knows templates, not what is in them."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from analytics.report.charts import Grafiek, naar_svg
from analytics.report.tekst import LEEG, aantal, breuk, getal


def vul_pagina(pagina: object) -> str:
    """Return a whole page."""
    return _omgeving().get_template("pagina.html.j2").render(pagina=pagina)


def vul_blok(blok: object) -> str:
    """Return one block, for a notebook."""
    return str(_omgeving().from_string('{% import "blokken.html.j2" as b %}{{ b.blok(blok) }}').render(blok=blok))


@cache
def _omgeving() -> Environment:
    omgeving = Environment(
        loader=PackageLoader("analytics.report", "sjablonen"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    omgeving.filters |= {"getal": getal, "svg": _svg}
    omgeving.globals |= {"aantal": aantal, "breuk": breuk, "leegteken": LEEG}
    return omgeving


def _svg(grafiek: Grafiek) -> Markup:
    # Matplotlib escapes the texts it writes; title and description are escaped by naar_svg.
    return Markup(naar_svg(grafiek, titel=grafiek.titel, alt=grafiek.alt))  # noqa: S704 -- our own markup
