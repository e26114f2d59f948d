"""Lay the proper words of two names side by side: which are shared, misspelt, glued, or parts of one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from analytics.duplicates.kant import Kant
from analytics.duplicates.klank import klank, oude_klank, ruwe_klank
from analytics.duplicates.omgeving import ruimte
from analytics.duplicates.onderscheid import INSTELLINGEN
from analytics.duplicates.taal import is_ander_woord, woordvormen, zelfde_staart

_VERENIGING = frozenset(f"={w}" for w in ("vereniging", "club", "kring", "groep", "bond", "verbond", "maatschappij"))
_VERENIGING |= {f"={w}" for w in ("comite", "genootschap", "gezelschap", "gilde", "orde", "team", "werkgroep")}
_KLINKERS = re.compile("[aeiou]+|ij")
_VOORLETTERS = frozenset("nsv")  # "t" and "d" are articles first
_KORTSTE_KLANK = 5
_KORTSTE_OUD = 6
_LANGE_KLANK = 9
_KORTSTE_RUW = 4
_KORTSTE_SOORT = 6  # "James" are no "dames"
_LANG_WOORD = 5
_KORTSTE_GEPLAKT = 9
# Of a compound that the other name has in part: "Kweikersorkest" and "De Kweikers".
_DEELS = 0.6
_DEELS_ALLEEN = 0.8  # where the other name does not say what it is

_Over = dict[str, float]  # proper words that only one has → what each is worth


@dataclass
class Uitlijning:
    """
    What two names share and what each has for itself.

    Attributes:
        over_a, over_b: Proper words that only one has → what each is worth.
        gedeeld: Worth of the shared proper words.
        fout: Whether one of those was misspelt.
        geplakt: Whether names were the same but for spaces.
        instelling_a, instelling_b: What kind of thing a compound says that one name is: the *gilde* of the kweikers.
        deels: Whether only what stands first in a compound is shared: *kweikers* of the orkest.
    """

    over_a: _Over
    over_b: _Over
    gedeeld: float = 0.0
    fout: bool = False
    geplakt: bool = False
    deels: bool = False
    instelling_a: frozenset[str] = frozenset()
    instelling_b: frozenset[str] = frozenset()

    def noem_instelling(self, van_a: bool, delen: Sequence[frozenset[str]], tegen: Kant) -> None:
        """Note what the parts of a compound that the other name lacks say that this one is."""
        over = frozenset[str]().union(*(deel for deel in delen if not deel & tegen.stammen))
        gevonden = INSTELLINGEN.intersection(naam[1:] for naam in over if naam[0] == "=")
        if van_a:
            self.instelling_a |= gevonden
        else:
            self.instelling_b |= gevonden


def lijn_uit(ka: Kant, kb: Kant) -> Uitlijning:
    """Compare the proper words of two names, from the plainest likeness to the loosest."""
    uit = Uitlijning(dict(ka.rest), dict(kb.rest))
    _dezelfde(uit)
    if uit.over_a and uit.over_b:
        _lijkende(uit, ka, kb)
    if (uit.over_a or uit.over_b) and _zelfde_kern(ka, kb):
        uit.gedeeld, uit.fout, uit.geplakt = max(uit.gedeeld, 1.0), uit.fout or not ka.kern & kb.kern, True
        uit.over_a, uit.over_b = {}, {}
    _samengesteld(uit, ka, kb)
    _naam_is_soort(uit, ka, kb)
    _voorletters(uit, ka, kb)
    _vrienden(uit, ka, kb)
    _misspelde_soort(uit, ka, kb)
    return uit


def _beide_kanten(uit: Uitlijning, ka: Kant, kb: Kant) -> Sequence[tuple[_Over, _Over, Kant, Kant]]:
    """Return each side against the other: words over, the other's words over, the side, the other side."""
    return (uit.over_a, uit.over_b, ka, kb), (uit.over_b, uit.over_a, kb, ka)


def _dezelfde(uit: Uitlijning) -> None:
    for woord in [w for w in uit.over_a if w in uit.over_b]:
        uit.gedeeld += uit.over_a.pop(woord)
        del uit.over_b[woord]


def _lijkende(uit: Uitlijning, ka: Kant, kb: Kant) -> None:
    """Match words of one stem, then misspelt ones."""
    for woord in tuple(uit.over_a):
        vorm = ka.vormen[woord]
        andere = [(anders, kb.vormen[anders]) for anders in uit.over_b]
        maat = next((anders for anders, tekst in andere if woordvormen(tekst) & woordvormen(vorm)), None)
        if maat is not None:
            uit.gedeeld += max(uit.over_a.pop(woord), uit.over_b.pop(maat))
            continue
        maat = next((anders for anders, tekst in andere if lijkt(vorm, tekst)), None)
        if maat is not None:
            waarde = max(uit.over_a.pop(woord), uit.over_b.pop(maat))
            uit.gedeeld += waarde * (0.9 if len(vorm) > _LANG_WOORD else 0.6)
            uit.fout = True


def _zelfde_kern(ka: Kant, kb: Kant) -> bool:
    """Tell whether the glued names are one: ``Onder Ons`` and ``Onderons``, ``Da To Voc`` and ``Datovoc``."""
    if ka.kern & kb.kern:
        return True
    for kant, ander in ((ka, kb), (kb, ka)):
        if kant.patroon is not None and any(kant.patroon.fullmatch(kern) for kern in ander.kern):
            return True
    if not ka.kernklank.isdisjoint(kb.kernklank):
        return True
    if len(ka.rest) == len(kb.rest):  # then words stand against words, and were compared as words
        return False
    lang_a, lang_b = ([kern for kern in kant.kern if len(kern) >= _KORTSTE_GEPLAKT] for kant in (ka, kb))
    return any(
        (OSA.distance(x, y) <= min(len(x), len(y)) // 7 and not zelfde_staart(x, y)) for x in lang_a for y in lang_b
    )


def _samengesteld(uit: Uitlijning, ka: Kant, kb: Kant) -> None:
    """Match a compound with its parts in the other name: ``Woudzangers`` and ``De Zangers van het Woud``."""
    for over, ander, kant, tegen in _beide_kanten(uit, ka, kb):
        for woord in [w for w in over if w in kant.delen]:
            delen = kant.delen[woord]
            gevonden = [deel for deel in delen if deel & tegen.stammen]
            heel = len(gevonden) == len(delen)
            if not (heel or _zegt_wie(delen, gevonden)):
                continue
            heten = frozenset[str]().union(*gevonden)
            gelijk = {w for w in ander if not heten.isdisjoint(_heet(tegen, w))}
            maten = [w for w in ander if w in gelijk or _overlapt(tegen.delen.get(w, ()), heten)]
            if not all(m in gelijk or _gedekt(tegen.delen[m], kant.stammen) for m in maten):
                continue  # "Molenwijk" and "Molendries"
            heel = heel or (bool(maten) and _gedekt(delen, tegen.stammen))
            if heel:
                uit.noem_instelling(kant is ka, delen, tegen)
                for maat in maten:
                    uit.noem_instelling(tegen is ka, tegen.delen.get(maat, ()), kant)
            waarde = max([over.pop(woord), *(ander.pop(maat) for maat in maten)])
            deel = 1.0 if heel else _DEELS if tegen.klassen.keys() & {"soort", "koepel"} else _DEELS_ALLEEN
            uit.gedeeld += waarde * deel
            if not heel:
                over[woord] = waarde * (1 - deel)
                uit.deels = True


def _heet(kant: Kant, woord: str) -> frozenset[str]:
    """Return what a part of a compound must be to be this proper word."""
    vorm = kant.vormen[woord]
    return woordvormen(vorm) | woordvormen(woord) | {f"={woord}", f"~{klank(vorm)}"}


def _zegt_wie(delen: Sequence[frozenset[str]], gevonden: Sequence[frozenset[str]]) -> bool:
    """Tell whether all but what kind of thing it is was found, its first part included: *kweikers* of the orkest."""
    return delen[0] in gevonden and all(d in gevonden or any(s[0] == "=" for s in d) for d in delen)


def _gedekt(delen: Sequence[frozenset[str]], stammen: frozenset[str]) -> bool:
    """Tell whether all parts are found but one that says no more than *kring* or *vereniging*."""
    return all(deel & stammen or deel & _VERENIGING for deel in delen)


def _overlapt(delen: Sequence[frozenset[str]], heten: frozenset[str]) -> bool:
    return any(deel & heten for deel in delen)


def _naam_is_soort(uit: Uitlijning, ka: Kant, kb: Kant) -> None:
    """Match a proper word with the same word that tells the kind in the other name: ``Accordeonclub De Trekzak``."""
    for over, _, kant, tegen in _beide_kanten(uit, ka, kb):
        for woord in tuple(over):
            if woordvormen(kant.vormen[woord]) & tegen.soortwoorden:
                uit.gedeeld += over.pop(woord)


def _voorletters(uit: Uitlijning, ka: Kant, kb: Kant) -> None:
    """Match ``J. Jacobs`` and ``Jan Jacobs``, also where the letter is read as a small word: ``N. Poppelius``."""
    for over, ander, kant, tegen in _beide_kanten(uit, ka, kb):
        for letter in [w for w in over if len(w) == 1] if uit.gedeeld and ander else ():
            voluit = next((w for w in ander if w.startswith(letter)), None)
            if voluit is not None:
                del over[letter], ander[voluit]
        if uit.gedeeld and len(over) == 1 and not ander:
            (naam,) = over
            if naam[0] in _VOORLETTERS & tegen.stammen and naam not in kant.delen:
                del over[naam]


def _vrienden(uit: Uitlijning, ka: Kant, kb: Kant) -> None:
    """Match ``Running Friends`` and ``Loopvrienden``."""
    for over, _, _, tegen in _beide_kanten(uit, ka, kb):
        if "vrienden" in over and any("vrienden" in tekst for tekst in (*tegen.tekst.values(), *tegen.algemeen)):
            del over["vrienden"]


def _misspelde_soort(uit: Uitlijning, ka: Kant, kb: Kant) -> None:
    """Drop a known word that is misspelt on one side only: ``veregigning``."""
    for over, ander, kant, tegen in _beide_kanten(uit, ka, kb):
        for woord in tuple(over):
            if len(woord) >= _KORTSTE_SOORT and any(
                lijkt(kant.vormen[woord], bekend) for bekend in (*tegen.tekst.values(), *tegen.algemeen)
            ):
                waarde = over.pop(woord)
                uit.fout = True
                if not (ander or tegen.rest):  # "De Trommelaar" and "De Trommelaars van Aalst": all there is
                    uit.gedeeld += waarde


def lijkt(a: str, b: str) -> bool:
    """Tell whether two folded words may be one word mistyped or written as it sounds, and not two words."""
    la, lb = len(a), len(b)
    kortste = la if la < lb else lb
    if kortste >= _KORTSTE_OUD and a[0] == b[0] and a[1] == b[1] and oude_klank(a) == oude_klank(b):
        return True
    if kortste < 3 or abs(la - lb) > 3:
        return False
    if not (_KLINKERS.search(a) or _KLINKERS.search(b)):  # "KRCG" and "KRSG" are two clubs
        return False
    ka, kb = klank(a), klank(b)
    if ka == kb:
        return True
    if kortste < 4:
        return False
    ruw = ruwe_klank(a)
    if len(ruw) >= _KORTSTE_RUW and ruw == ruwe_klank(b):
        return True
    edits = ruimte(kortste)
    if OSA.distance(a, b, score_cutoff=edits) > edits:
        kortste = min(len(ka), len(kb))
        edits = 1 + (kortste >= _LANGE_KLANK)
        if kortste < _KORTSTE_KLANK or OSA.distance(ka, kb, score_cutoff=edits) > edits:
            return False
    if zelfde_staart(a, b) or _loopt_door(a, b):
        return False
    # "sneppen" and "snippen" are one more often than "band" and "rand".
    return _KLINKERS.sub("", ka) == _KLINKERS.sub("", kb) or not is_ander_woord(a, b)


def _loopt_door(a: str, b: str) -> bool:
    """Tell whether one word is the other and more: *Vocantate* is no *Cantate*, *Olympiade* no *Olympia*."""
    kort, lang = sorted((a, b), key=len)
    return len(lang) - len(kort) > 1 and (lang.startswith(kort) or lang.endswith(kort))
