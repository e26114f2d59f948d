"""What a kind of association is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Genre:
    """
    One kind.

    Attributes:
        code: Our name for it.
        dienst: Which counter knows it: sport, jeugd, cultuur, senioren, welzijn, andere.
        activiteiten: Codes of main activities, first one always given.
        leeftijd: Usual ages; ``None`` for everyone.
        namen: Patterns with ``{p}`` place, ``{h}`` patron saint, ``{e}`` own name, ``{w}`` quarter, ``{n}`` number.
        doet: What it does, in one Dutch sentence with ``{p}``.
        koepel: Umbrella it belongs to.
        gewicht: How common it is.
    """

    code: str
    dienst: str
    activiteiten: tuple[str, ...]
    leeftijd: tuple[int, int] | None
    namen: tuple[str, ...]
    doet: str
    koepel: str = ""
    gewicht: int = 2
