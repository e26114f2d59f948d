"""What the Dutch dictionary knows: whether letters are a word, and which words a compound is made of."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import simplemma
from rapidfuzz.distance import Postfix

from analytics.duplicates.tekst import stam, zonder_spelling

_KORTSTE_WOORD = 3
_KORTSTE_DEEL = 4
_KORTSTE_SAMEN = 8
_KORTSTE_STAART = 4
_KORTSTE_BIJVOEGLIJK = 6
_KORTSTE_FAMILIENAAM = 5
_VAN = ("vanden", "vander", "vande", "van")
_TUSSENKLANKEN = ("", "s", "en", "e", "n")


# Asked for the same words over and over.
@lru_cache(maxsize=1 << 16)
def is_woord(woord: str) -> bool:
    """Tell whether a folded text is a Dutch word, inflected or not."""
    return len(woord) >= _KORTSTE_WOORD and bool(simplemma.is_known(woord, lang="nl"))


@lru_cache(maxsize=1 << 16)
def grondwoord(woord: str) -> str:
    """Return the form under which a dictionary lists a word: ``zwanen`` is under ``zwaan``."""
    return str(simplemma.lemmatize(woord, lang="nl")).lower()


def zonder_van(woord: str) -> str:
    """Return a family name without the small word glued to it (``coppenolle`` of *Vancoppenolle*); empty if none."""
    naam = next((woord.removeprefix(klein) for klein in _VAN if woord.startswith(klein)), "")
    return naam if len(naam) >= _KORTSTE_FAMILIENAAM and not is_woord(woord) else ""


def is_ander_woord(a: str, b: str) -> bool:
    """Tell whether both are words, and not forms or spellings of one: ``lelie`` and ``zwaan``, not ``zwanen``."""
    if a.replace("en", "e") == b.replace("en", "e"):  # "spinnekop" and "spinnenkop"
        return False
    return is_woord(a) and is_woord(b) and grondwoord(a) != grondwoord(b)


def zelfde_staart(a: str, b: str) -> bool:
    """Tell whether two compounds end in one word and begin with two: *druivenvrienden* and *duivenvrienden*."""
    staart = int(Postfix.similarity(a, b))
    return any(
        is_woord(a[-knip:]) and is_ander_woord(a[:-knip], b[:-knip]) for knip in range(_KORTSTE_STAART, staart + 1)
    )


@lru_cache(maxsize=1 << 16)
def woordvormen(woord: str) -> frozenset[str]:
    """Return what forms of one word have in common: ``roos`` and ``rooze``, ``watervlo`` and ``watervlooien``."""
    vormen = {stam(woord), zonder_spelling(woord)}
    if woord.endswith("se") and len(woord) >= _KORTSTE_BIJVOEGLIJK and not is_woord(woord):
        vormen |= {stam(woord[:-2]), zonder_spelling(woord[:-2])}  # "Looise" is of Looi
    if woord.endswith("heid") and len(woord) >= _KORTSTE_SAMEN:
        vormen.add(stam(woord[:-4]))  # "Vlug en Kracht"
    if woord.endswith("isten") and len(woord) >= _KORTSTE_SAMEN and not is_woord(woord):
        vormen |= {stam(woord[:-5] + klinker) for klinker in ("", "a", "e")}  # "Barbaristen" are of Barbara
    return frozenset(vormen | {stam(grondwoord(woord))} if is_woord(woord) else vormen)


def samenstelling(woord: str, kent: Callable[[str], bool]) -> tuple[str, ...]:
    """
    Return the parts of a compound, or nothing when it is none.

    The last part must be a word, the first may be a name: ``graspopschool`` is *graspop* and *school*.

    Args:
        woord: A folded word.
        kent: Which words are known beside those of the dictionary.
    """
    for voor, na, zeker in _knippen(woord, kent):
        if zeker or len(voor) >= _KORTSTE_DEEL:
            return tuple(
                deel for stuk in (voor, na) for deel in (not is_woord(stuk) and samenstelling(stuk, kent)) or (stuk,)
            )
    return ()


def _knippen(woord: str, kent: Callable[[str], bool]) -> list[tuple[str, str, bool]]:
    """Return where a word may be cut: first and last part, and whether the first is a word too; such cuts first."""
    if len(woord) < _KORTSTE_SAMEN:
        return []
    knippen = []
    for knip in range(_KORTSTE_WOORD, len(woord) - _KORTSTE_DEEL + 1):
        voor, na = woord[:knip], woord[knip:]
        if kent(na) or is_woord(na):
            stammen = [stam for klank in _TUSSENKLANKEN if (stam := voor.removesuffix(klank)) != voor or not klank]
            bekend = next((s for s in stammen if len(s) >= _KORTSTE_WOORD and (kent(s) or is_woord(s))), None)
            knippen.append((bekend or voor, na, bekend is not None))
    return sorted(knippen, key=lambda delen: not delen[2])
