"""Values from code lists: codes as they stand, labels replaced by their code."""

from __future__ import annotations

import re
from functools import cache

from analytics.domain.codelijsten import codelijst
from analytics.intake.lezing_wijze import WIT, Wijze, sleutel_van_label

#: Lists whose codes the register looks up without regard to capitals.
_HOOFDLETTERONGEVOELIG = frozenset({"werkingsgebieden"})


@cache
def codes_van(lijst: str) -> frozenset[str]:
    """Return the codes of *lijst* (in capitals where the register ignores the difference)."""
    codes = codelijst(lijst)["code"].tolist()
    return frozenset(c.upper() for c in codes) if lijst in _HOOFDLETTERONGEVOELIG else frozenset(codes)


def is_code(tekst: str, lijst: str) -> bool:
    """Tell whether the register takes *tekst* as a code of *lijst*, as typed."""
    return (tekst.upper() if lijst in _HOOFDLETTERONGEVOELIG else tekst) in codes_van(lijst)


@cache
def labels_van(lijst: str) -> dict[str, str]:
    """
    Return ``{normalised label: code}``, other spellings included.

    A province goes without the word *provincie* too, unless a municipality bears the same name (Antwerpen).
    """
    tabel = codelijst(lijst)
    labels: dict[str, str] = {}
    for code, naam, schrijfwijzen in tabel.itertuples(index=False):
        for label in (naam, *filter(None, schrijfwijzen.split(";"))):
            labels[sleutel_van_label(label)] = code
    if lijst == "werkingsgebieden":
        for label, code in list(labels.items()):
            labels.setdefault(label.removeprefix("provincie "), code)
    return labels


def code_van_label(tekst: str, lijst: str) -> str | None:
    """
    Return the code whose label *tekst* is, capitals, accents and blanks aside; ``None`` if it is none.

    A code in other capitals is no label: the register refuses it as typed.
    """
    return labels_van(lijst).get(sleutel_van_label(tekst))


def splits_lijst(tekst: str, lijst: str) -> tuple[str, ...]:
    """
    Return the items of a cell: ``;`` and line breaks part them, and commas that are not part of a label.

    >>> splits_lijst("Kunsten, Erfgoed & Cultuur, Sport", "hoofdactiviteiten")
    ('Kunsten, Erfgoed & Cultuur', 'Sport')
    """
    items: list[str] = []
    for brok in re.split(r"[;\r\n]", tekst):
        stukken = brok.split(",")
        while stukken:
            lengte = next(
                (n for n in range(min(len(stukken), 4), 1, -1) if code_van_label(",".join(stukken[:n]), lijst)), 1
            )
            items.append(",".join(stukken[:lengte]).strip(WIT))
            stukken = stukken[lengte:]
    return tuple(i for i in items if i)


def lees_lijst(tekst: str, lijst: str) -> tuple[str, Wijze | None]:
    """Return the items of *tekst* as codes joined with ``;``; what is neither code nor label stays as it stands."""
    wijze: Wijze | None = None
    codes = []
    for item in splits_lijst(tekst, lijst):
        code = item if is_code(item, lijst) else code_van_label(item, lijst)
        if code is not None and code != item:
            wijze = Wijze.LABEL
        codes.append(code or item)
    if wijze is None and ("," in tekst or "\n" in tekst) and len(codes) > 1:
        wijze = Wijze.LIJST
    return ";".join(codes), wijze


def splits_teksten(tekst: str) -> tuple[str, ...]:
    """Return the texts of a cell: parted by ``;`` and line breaks only, for a comma may stand inside a name."""
    return tuple(t for t in (deel.strip(WIT) for deel in re.split(r"[;\r\n]", tekst)) if t)
