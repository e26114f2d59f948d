"""
A chart as SVG: the same bytes each time, small, and readable by a screen reader.

Texts stay text, so they can be searched, selected and read aloud. DejaVu Sans (with which the widths are measured) and
Verdana (on every Windows machine) were drawn by the same hand and are equally wide; nothing is cut off with either.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

from matplotlib import rc_context
from matplotlib.figure import Figure
from PIL import Image

LETTERS = "'DejaVu Sans', Verdana, Geneva, sans-serif"
_WEG = re.compile(r"<\?xml.*?\?>|<!DOCTYPE.*?>|<!--.*?-->|<metadata>.*?</metadata>", re.DOTALL)
_ID = re.compile(r'\sid="([^"]+)"')
_PLAATS = re.compile(r'(\s(?:d|transform|points|x|y|width|height|viewBox)=")([^"]*)"')
_GETAL = re.compile(r"-?\d+(?:\.\d+)?")
_VERWIJZING = re.compile(r'(url\(#|href="#)([^)"]+)')


@contextmanager
def huisstijl() -> Iterator[None]:
    """Draw and save with our settings, and leave the user's own as they were."""
    with rc_context(
        {
            "font.family": "DejaVu Sans",
            "svg.fonttype": "none",
            "svg.hashsalt": "migratie",
            "text.parse_math": False,  # a dollar sign in a sheet name is no formula
            "figure.dpi": 96,
            "figure.facecolor": "none",
            "savefig.facecolor": "none",
            "hatch.linewidth": 0.6,
        }
    ):
        yield


def naar_svg(grafiek: Figure, *, titel: str, alt: str) -> str:
    """
    Return *grafiek* as an ``<svg>`` element to put in a page.

    It carries *titel* and *alt* for screen readers, holds no date and no random name, and its names are its own: two
    charts on one page do not clash.
    """
    buffer = io.StringIO()
    with huisstijl():
        grafiek.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    svg = _WEG.sub("", buffer.getvalue())
    # Tenths of a point are enough; and a row of numbers with one decimal each never looks like an INSZ, so what masks
    # those afterwards leaves the drawing alone.
    svg = _PLAATS.sub(lambda m: m[1] + _GETAL.sub(lambda g: f"{float(g[0]):.1f}", m[2]) + '"', svg)
    merk = "g" + hashlib.sha256(svg.encode()).hexdigest()[:8]
    nodig = {naam for _, naam in _VERWIJZING.findall(svg)}
    svg = _ID.sub(lambda m: f' id="{merk}-{m[1]}"' if m[1] in nodig else "", svg)
    svg = _VERWIJZING.sub(lambda m: f"{m[1]}{merk}-{m[2]}", svg)
    svg = svg.replace("'DejaVu Sans'", LETTERS)
    svg = re.sub(r">\s+<", "><", svg).strip()
    kop = f'<title id="{merk}-t">{escape(titel)}</title><desc id="{merk}-d">{escape(alt)}</desc>'
    svg = svg.replace("<svg ", f'<svg role="img" aria-labelledby="{merk}-t {merk}-d" ', 1)
    return re.sub(r"(<svg [^>]*>)", lambda m: m[1] + kop, svg, count=1)


def naar_png(grafiek: Figure) -> bytes:
    """
    Return *grafiek* as PNG on white, without a date or the name of what made it.

    At most 48 colours: the charts have six, the rest is the softness of letters. That makes it a quarter of the size.
    """
    ruw, uit = io.BytesIO(), io.BytesIO()
    with huisstijl():
        grafiek.savefig(ruw, format="png", facecolor="white", pil_kwargs={"compress_level": 1})
    with Image.open(ruw) as beeld:
        beeld.convert("RGB").quantize(48, dither=Image.Dither.NONE).save(uit, format="png", optimize=True)
    return uit.getvalue()
