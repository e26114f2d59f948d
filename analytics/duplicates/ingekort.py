"""Two names without the abbreviation of one and the words it stands for in the other."""

from __future__ import annotations

from collections.abc import Iterator

from analytics.duplicates.afkorting import staat_voor
from analytics.duplicates.naamdelen import Naam, maak_naam


def zonder_afkorting(a: Naam, b: Naam) -> Iterator[tuple[Naam, Naam, int]]:
    """
    Yield both names without an abbreviation and what it stands for, and the number of its letters.

    The abbreviation may stand beside its own long form (``Similes Familievereniging (SFV)``), or in the other name.
    """
    for kort, lang, omgekeerd in ((a, b, False), (b, a, True)):
        for i in kort.letterwoorden:
            letters = kort.alle[i].tekst
            over = [*kort.alle[:i], *kort.alle[i + 1 :]]
            run = staat_voor(letters, lang.alle)
            if run is not None:
                paar = maak_naam(over), maak_naam([*lang.alle[: run[0]], *lang.alle[run[1] :]])
                yield (*(reversed(paar) if omgekeerd else paar), len(letters))
            elif (zelf := staat_voor(letters, over)) is not None:
                for deel in (over, [kort.alle[i], *over[: zelf[0]], *over[zelf[1] :]]):
                    paar = maak_naam(deel), lang
                    yield (*(reversed(paar) if omgekeerd else paar), len(letters))
