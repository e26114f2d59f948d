"""A verdict on a claim, never without its evidence and denominator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Oordeel = Literal["bevestigd", "tegengesproken", "niet toetsbaar"]


@dataclass(frozen=True)
class Uitslag:
    """
    What the data says about a claim.

    Attributes:
        oordeel: ``bevestigd``, ``tegengesproken`` or ``niet toetsbaar``.
        bewijs: Dutch sentence(s) with the figures.
        teller, noemer: The figures; a verdict has a denominator, ``niet toetsbaar`` may have none.

    Raises:
        ValueError: If a verdict comes without evidence or denominator, or the figures cannot be.
    """

    oordeel: Oordeel
    bewijs: str
    teller: int = 0
    noemer: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.teller <= self.noemer:
            raise ValueError(f"{self.teller} of {self.noemer} is no share")
        if not self.bewijs or (self.oordeel != "niet toetsbaar" and self.noemer == 0):
            raise ValueError("a verdict needs evidence and a denominator")


def niet_toetsbaar(waarom: str, teller: int = 0, noemer: int = 0) -> Uitslag:
    """Return that the claim cannot be tested, and why."""
    return Uitslag("niet toetsbaar", waarom, teller, noemer)


def minstens(goed: int, onbekend: int, totaal: int, grens: float) -> Oordeel:
    """
    Tell whether a share is at least *grens* when *onbekend* of *totaal* may go either way.

    Confirmed when it holds even if all unknown ones fail; contradicted when it fails even if all of them pass.
    """
    if totaal and goed >= grens * totaal:
        return "bevestigd"
    if totaal and goed + onbekend < grens * totaal:
        return "tegengesproken"
    return "niet toetsbaar"


def hoogstens(fout: int, onbekend: int, totaal: int, grens: float) -> Oordeel:
    """Tell whether a share is at most *grens*, with the same care for *onbekend*."""
    if totaal and fout > grens * totaal:
        return "tegengesproken"
    if totaal and fout + onbekend <= grens * totaal:
        return "bevestigd"
    return "niet toetsbaar"


def getal(waarde: int) -> str:
    """Return ``1.234``."""
    return f"{waarde:,}".replace(",", ".")


def procent(deel: float) -> str:
    """Return a share as ``12,5 %``; whole numbers without a decimal."""
    return f"{deel * 100:.1f}".removesuffix(".0").replace(".", ",") + "\u00a0%"


def aandeel(teller: int, noemer: int, wat: str) -> str:
    """Return ``12 van de 40 <wat> (30 %)``."""
    deel = f" ({procent(teller / noemer)})" if noemer else ""
    return f"{getal(teller)} van de {getal(noemer)} {wat}{deel}"
