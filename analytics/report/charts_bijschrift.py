"""What stands under every chart: whose figures, of which round, seen on which day, from which file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from analytics.domain.levering import Levering
from analytics.report.tekst import aantal, datum, opsomming

_HASH = 12
_NAAM = 40


@dataclass(frozen=True)
class Bijschrift:
    """The subtitle and the source note of a chart."""

    onderschrift: str
    bron: str


#: What a chart can be captioned with: one delivery, several, or a caption.
Herkomst = Levering | Iterable[Levering] | Bijschrift


def bijschrift(herkomst: Herkomst) -> Bijschrift:
    """
    Return the caption of figures that come from *herkomst*.

    Up to three deliveries are told with the first 12 characters of each workbook's hash; beyond that the note says
    where to find them.
    """
    if isinstance(herkomst, Bijschrift):
        return herkomst
    leveringen = [herkomst] if isinstance(herkomst, Levering) else list(herkomst)
    if not leveringen:
        return Bijschrift("geen leveringen", "Bron: geen")
    return maak_bijschrift(
        piloten=[lev.piloot for lev in leveringen],
        rondes=[lev.ronde for lev in leveringen],
        peildatum=datum(max(lev.peildatum for lev in leveringen)),
        bestanden=[[(b.naam, b.sha256) for b in lev.bestanden] for lev in leveringen],
    )


def maak_bijschrift(
    piloten: list[str], rondes: list[int], *, peildatum: str, bestanden: list[list[tuple[str, str]]]
) -> Bijschrift:
    """Return the caption of one or more deliveries, given side by side as lists of equal length."""
    namen = sorted(set(piloten))
    wie = f"Piloot {namen[0]}" if len(namen) == 1 else aantal(len(namen), "piloot", "piloten")
    wie = "Losse werkmap" if namen == [""] else wie
    gesorteerd = [str(r) for r in sorted(set(rondes))]
    wanneer = f"ronde {gesorteerd[0]}" if len(gesorteerd) == 1 else f"rondes {opsomming(gesorteerd)}"
    if len(piloten) > 3:
        bron = f"Bron: {len(piloten)} leveringen; de hash van elke werkmap staat in het rapport van de levering."
    else:
        delen = [
            (f"ronde {ronde}: " if len(piloten) > 1 else "") + ", ".join(_bestand(*b) for b in werkmappen)
            for ronde, werkmappen in zip(rondes, bestanden, strict=True)
        ]
        bron = "Bron: " + "; ".join(delen)
    return Bijschrift(f"{wie} · {wanneer} · peildatum {peildatum}", bron)


def _bestand(naam: str, sha256: str) -> str:
    kort = naam if len(naam) <= _NAAM else f"{naam[: _NAAM - 1]}…"
    return f"{kort} (sha256\u00a0{sha256[:_HASH]})"
