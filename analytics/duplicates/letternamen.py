"""Which of the abbreviations that somebody wrote each name, or a part of it, may go by."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain

from analytics.duplicates.afkorting import KORTSTE, STIL, is_lettergrepig, lettergrepen, voorvoegsels
from analytics.duplicates.naamdelen import Naam
from analytics.duplicates.woord import Woord


def geschreven(naam: Naam) -> frozenset[str]:
    """Return the words of a name that may be abbreviations."""
    return frozenset(naam.alle[i].tekst for i in naam.letterwoorden)


def letternamen(namen: Sequence[Naam]) -> list[frozenset[str]]:
    """Return for each name what it may be called, of the abbreviations that any of *namen* holds."""
    alle = frozenset(chain.from_iterable(map(geschreven, namen)))
    kort = {letters for letters in alle if len(letters) >= KORTSTE}
    lang = {naam.alle[i].tekst for naam in namen for i in naam.letterwoorden if is_lettergrepig(naam.alle[i])}
    begin_kort, begin_lang = voorvoegsels(kort), voorvoegsels(lang)
    uit = []
    for naam in namen:
        woorden = [woord for woord in naam.alle if woord.klasse not in STIL]
        delen = (_initialen(woorden[i:], kort, begin_kort) for i in range(len(woorden)))
        uit.append((naam.initialen & alle).union(*delen, lettergrepen(woorden, lang, begin_lang)))
    return uit


def _initialen(woorden: Sequence[Woord], zoek: Collection[str], begin: Collection[str]) -> set[str]:
    """Return which of *zoek* the initials of the first words make."""
    standen, gevonden = {""}, set[str]()
    for woord in woorden:
        standen = {stand for s in standen for r in woord.reeksen if (stand := s + r) in begin}
        if not standen:
            break
        gevonden.update(standen.intersection(zoek))
    return gevonden
