"""One name in the light of the other: which place names count as places, and what each word is worth."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from analytics.duplicates.naamdelen import Naam
from analytics.duplicates.tekst import klank
from analytics.duplicates.woord import Woord

_KORTSTE_PLAATS = 5
_KORTSTE_STAART = 4
_KORTSTE_KLANK = 5
_LANGE_KLANK = 9
WAARDE = {"eigen": 1.0, "gewoon": 0.6, "sint": 0.6}
WAARDE_BESCHRIJVEND = 0.5
_BIJ_EIGEN = 0.3
_LANGSTE_AFKORTING = 4
# Those who do something, and adjectives that describe more than they name.
_DOENERS = ("ers", "aars", "eurs", "ieren")
_BESCHRIJVEND = ("ige", "ische", "lijke", "ieve", "ale", "aire")
_KLINKERS = frozenset("aeiouy0123456789")


@dataclass(frozen=True)
class Omgeving:
    """
    The municipalities of both records together.

    Attributes:
        nis: Their codes; empty when neither has a place: any place name then counts as one.
        hoofdnamen: Names under which a whole municipality goes or went, so that ``Gijzegem`` beside ``Aalst`` is told
            apart from ``Gijzegem`` beside ``Herdersem``.
        namen: All names of them and their parts.
    """

    nis: frozenset[str] = frozenset()
    hoofdnamen: frozenset[str] = frozenset()
    namen: frozenset[str] = frozenset()

    @cached_property
    def geplakt(self) -> dict[str, str]:
        """Return each name → the same without spaces; short ones look like too many words."""
        return {naam: naam.replace(" ", "") for naam in sorted(self.namen) if len(naam) > 4}

    @cached_property
    def heiligen(self) -> dict[str, str]:
        """Return the places named after a saint; the spelling of the saint is the one we compare."""
        return {naam: naam for naam in self.namen if naam.startswith("sint ")}

    @cached_property
    def staarten(self) -> dict[str, str]:
        """Return how places are called for short, and as they sound: ``Latem``, ``Vigte`` → the name."""
        kort = {naam.split()[-1]: naam for naam in sorted(self.namen) if " " in naam}
        klanken = {klank(plak): naam for naam, plak in self.geplakt.items() if len(plak) >= _KORTSTE_PLAATS}
        begin = {naam.split()[0]: naam for naam in kort.values() if not naam.startswith("sint ")}
        kort = begin | kort
        return klanken | {woord: naam for woord, naam in kort.items() if len(woord) >= _KORTSTE_STAART}


@dataclass(frozen=True, slots=True, eq=False)
class Kant:
    """
    One side of a comparison.

    Attributes:
        klassen: Telling class → what its words stand for.
        tekst: Telling class → its first word as written.
        rest: Proper words → what each is worth.
        vormen: Proper words → how they were written (``groot`` → ``grote``).
        voor: Proper words that are compounds → what stands before the known tail (``dijlekoor`` → ``dijle``).
        per_woord: Telling class → what each of its words stands for.
        algemeen: General words.
        plaatsen: Places named.
        plak: All but places, legal forms, honours and small words, glued together.
        laatste: The last word but places, as written.
        zwak: The proper word whose tail is the discipline, where nothing else is (``dijlekoor``).
        letters: What its disciplines are shortened to: ``hc`` for ``hondenclub``.
    """

    klassen: dict[str, frozenset[str]]
    tekst: dict[str, str]
    rest: dict[str, float]
    vormen: dict[str, str]
    voor: dict[str, str]
    per_woord: dict[str, list[frozenset[str]]]
    algemeen: frozenset[str]
    plaatsen: frozenset[str]
    plak: str
    laatste: str
    zwak: str
    letters: frozenset[str]


def maak_kant(naam: Naam, omgeving: Omgeving) -> Kant:
    """Sort the words of a name."""
    klassen: dict[str, frozenset[str]] = {}
    tekst: dict[str, str] = {}
    rest: dict[str, float] = {}
    vormen: dict[str, str] = {}
    voor: dict[str, str] = {}
    per_woord: dict[str, list[frozenset[str]]] = {}
    algemeen: set[str] = set()
    plaatsen: set[str] = set()
    letters: set[str] = set()
    plak = laatste = ""
    zwak: Woord | None = None
    zwak_van = vorige = ""
    for woord in naam.woorden:
        klasse = woord.klasse
        if klasse == "plaats":
            # Without any place "Sint-Jan" is a saint before it is a part of Ieper.
            if woord.nis & omgeving.nis or not (omgeving.nis or woord.anders == "sint"):
                plaatsen |= woord.waarden
                continue
            klasse = woord.anders
        if klasse == "sint" and (heilige := omgeving.heiligen.get(woord.langste)):
            plaatsen.add(heilige)
            continue
        if klasse == "gewoon" and (kort := omgeving.staarten.get(woord.tekst)):
            plaatsen.add(kort)
            continue
        if klasse == "eigen" and (bedoeld := _misspelde_plaats(woord.tekst, omgeving)):
            plaatsen.add(bedoeld)
            continue
        if klasse == "soort_zwak":
            zwak, zwak_van = woord, vorige
            continue
        plak += woord.tekst
        laatste = vorige = woord.tekst
        if klasse == "soort" and woord.letters:
            letters |= woord.letters
        if klasse in WAARDE:
            waarde = woord.langste
            rest[waarde], vormen[waarde] = _waarde(klasse, waarde), waarde if klasse == "sint" else woord.tekst
            if woord.voor:
                voor[waarde] = woord.voor
        elif klasse == "algemeen":
            algemeen |= woord.waarden
        else:
            eerder = klassen.get(klasse, frozenset())
            if klasse == "soort" and (eerder or "koepel" in klassen) and woord.tekst.endswith(_DOENERS):
                # "Wandelclub De Stappers", "Chiro De Ruiters": who they are, no longer what they do.
                rest[woord.tekst], vormen[woord.tekst] = WAARDE["gewoon"], woord.tekst
                continue
            klassen[klasse] = eerder | woord.waarden
            per_woord.setdefault(klasse, []).append(woord.waarden)
            tekst.setdefault(klasse, woord.tekst)
    if len(rest) > 1 and any(waarde >= 1 and w not in voor for w, waarde in rest.items()):
        # Beside a name of its own "Artsenkring" describes, and "WVC" is what kind of club it is.
        rest = {w: min(waarde, _BIJ_EIGEN) if w in voor or _is_afkorting(w) else waarde for w, waarde in rest.items()}
    if zwak is None or klassen.keys() & {"soort", "koepel"}:
        zwak_van = ""
    else:
        klassen["soort"], tekst["soort"], per_woord["soort"] = zwak.waarden, zwak.tekst, [zwak.waarden]
    return Kant(
        klassen,
        tekst,
        rest,
        vormen,
        voor,
        per_woord,
        frozenset(algemeen),
        frozenset(plaatsen),
        plak,
        laatste,
        zwak_van,
        frozenset(letters),
    )


def _is_afkorting(woord: str) -> bool:
    return 2 <= len(woord) <= _LANGSTE_AFKORTING and not set(woord) & _KLINKERS


def _waarde(klasse: str, woord: str) -> float:
    """Return what a proper word is worth; two letters are an abbreviation of something common more often than not."""
    if klasse == "eigen" and len(woord) <= 3:
        return 0.3 if len(woord) < 3 else 0.5 if not set(woord) & _KLINKERS else 1.0
    if klasse == "eigen" and len(woord) > 6 and woord.endswith(_BESCHRIJVEND):
        return WAARDE_BESCHRIJVEND
    return WAARDE[klasse]


def _misspelde_plaats(woord: str, omgeving: Omgeving) -> str:
    if not omgeving.geplakt:
        return ""
    bekend = omgeving.staarten.get(woord) or omgeving.staarten.get(klank(woord))
    if bekend or len(woord) < _KORTSTE_PLAATS:
        return bekend or ""
    ruimte = _ruimte(len(woord))
    treffer = extractOne(woord, omgeving.geplakt, scorer=OSA.distance, score_cutoff=ruimte)
    return "" if treffer is None or _ruimte(len(treffer[0])) < treffer[1] else str(treffer[2])


def _ruimte(lengte: int) -> int:
    """Return how many edits a word of this length may be away: one from 4 letters, two from 7, three from 14."""
    return 1 + (lengte >= 7) + (lengte >= 14)


def lijkt(a: str, b: str) -> bool:
    """Tell whether two folded words may be one word mistyped or written as it sounds."""
    la, lb = len(a), len(b)
    kortste = la if la < lb else lb
    if kortste < 4 or abs(la - lb) > 3:
        return False
    ruimte = _ruimte(kortste)
    if OSA.distance(a, b, score_cutoff=ruimte) <= ruimte:
        return True
    ka, kb = klank(a), klank(b)
    if ka == kb:
        return True
    kortste = min(len(ka), len(kb))
    ruimte = 1 + (kortste >= _LANGE_KLANK)
    return kortste >= _KORTSTE_KLANK and OSA.distance(ka, kb, score_cutoff=ruimte) <= ruimte
