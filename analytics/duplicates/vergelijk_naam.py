"""Compare two names, word by word and class by class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from analytics.duplicates import gewichten as g
from analytics.duplicates.naam import Naam, Woord
from analytics.duplicates.tekst import klank

# Below this the shared words are common ones: a patron saint, "De Vrienden".
GEWOON = 0.85
WAARDE = {"eigen": 1.0, "gewoon": 0.6, "sint": 0.6}
_KLASSEN = tuple(g.BOTSING)
_KLINKERS = frozenset("aeiouy0123456789")
_EEN_LEEFTIJD = frozenset({"chiro", "ksa", "klj", "scouts", "gidsen", "okra", "neos", "vief", "splus", "kaj", "jnm"})


@dataclass(frozen=True, slots=True)
class Naamoordeel:
    """
    What two names say.

    Attributes:
        niveau: Word for the kind of agreement, see :data:`analytics.duplicates.redenen.NAAM`.
        naam: Contribution of the shared and unshared words, in log-odds.
        onderscheid: Contribution of telling words that differ, in log-odds (zero or negative).
        verschillen: ``(klasse, word of a, word of b)`` of each telling difference; a missing side is empty.
        gewoon: Whether only umbrella, place, patron saint or common words are shared.
    """

    niveau: str
    naam: float
    onderscheid: float
    verschillen: tuple[tuple[str, str, str], ...]
    gewoon: bool


def lijkt(a: str, b: str) -> bool:
    """Tell whether two folded words may be one word mistyped: one edit from 4 letters, two from 8, three from 13."""
    kortste = min(len(a), len(b))
    if kortste < 4:
        return False
    if klank(a) == klank(b):
        return True
    ruimte = 1 + (kortste >= 8) + (kortste >= 13)
    return abs(len(a) - len(b)) <= ruimte and OSA.distance(a, b, score_cutoff=ruimte) <= ruimte


def _waarde(klasse: str, woord: str) -> float:
    """Return what a proper word is worth; two letters are an abbreviation of something common more often than not."""
    if klasse == "eigen" and len(woord) <= 3:
        return 0.3 if len(woord) < 3 else 0.5 if not set(woord) & _KLINKERS else 1.0
    return WAARDE[klasse]


class _Kant:
    """One name in the light of the other: places away from both become ordinary words."""

    __slots__ = ("algemeen", "klassen", "plaatsen", "plak", "rest", "tekst")

    def __init__(self, naam: Naam, nis: frozenset[str]) -> None:
        self.klassen: dict[str, frozenset[str]] = {}
        self.tekst: dict[str, str] = {}
        self.rest: dict[str, tuple[str, float]] = {}
        self.algemeen: set[str] = set()
        self.plaatsen: set[str] = set()
        self.plak = ""
        for woord in naam.woorden:
            self._voeg_toe(woord, nis)

    def _voeg_toe(self, woord: Woord, nis: frozenset[str]) -> None:
        klasse = woord.klasse
        if klasse == "plaats":
            if not nis or woord.nis & nis:
                self.plaatsen |= woord.waarden
                return
            klasse = woord.anders
        self.plak += woord.tekst
        if klasse in WAARDE:
            for waarde in woord.waarden if len(woord.waarden) == 1 else (max(woord.waarden, key=len),):
                self.rest[waarde] = (woord.tekst, _waarde(klasse, waarde))
        elif klasse == "algemeen":
            self.algemeen |= woord.waarden
        else:
            self.klassen[klasse] = self.klassen.get(klasse, frozenset()) | woord.waarden
            self.tekst.setdefault(klasse, woord.tekst)


def vergelijk_namen(a: Naam, b: Naam, *, nis: frozenset[str], hoofdnamen: frozenset[str]) -> Naamoordeel:
    """
    Judge two names.

    Args:
        a: One name.
        b: The other.
        nis: Municipalities of both records together; empty when neither has a place: any place name then counts as one.
        hoofdnamen: Names under which a whole municipality goes, so that ``Gijzegem`` beside ``Aalst`` is told apart
            from ``Gijzegem`` beside ``Herdersem``.
    """
    if a.plak == b.plak:
        kant = _Kant(a, nis)
        if kant.rest or not kant.klassen:
            return _gelijk(sum(w for _, w in kant.rest.values()) or 0.9)
    ka, kb = _Kant(a, nis), _Kant(b, nis)
    gedeeld, fout, rest_a, rest_b = _leg_naast_elkaar(ka, kb)
    if (rest_a or rest_b) and _geplakt_gelijk(ka, kb):
        gedeeld, fout, rest_a, rest_b = max(gedeeld, 1.0), ka.plak != kb.plak, [], []
        for klasse in _KLASSEN:  # "Voet bal club" holds the discipline, though in pieces
            if klasse != "getal" and (klasse in ka.klassen) != (klasse in kb.klassen):
                ka.klassen.pop(klasse, None)
                kb.klassen.pop(klasse, None)
    verschillen, onderscheid = _telling(ka, kb)
    over_a, over_b = sum(w for _, w in rest_a), sum(w for _, w in rest_b)
    niveau, punten = _niveau(ka, kb, gedeeld, fout, over_a, over_b)
    if niveau in {"verschillend", "alleen_soort", "deel"} and (_afgekort(a, b, ka) or _afgekort(b, a, kb)):
        niveau, punten = ("afkorting", g.AFKORTING) if punten < g.AFKORTING else (niveau, punten)
    plaatsstraf = _plaatsen(ka, kb, bool(gedeeld), hoofdnamen)
    if plaatsstraf:
        verschillen.append(("plaats", ", ".join(sorted(ka.plaatsen)), ", ".join(sorted(kb.plaatsen))))
    return Naamoordeel(niveau, punten, onderscheid + plaatsstraf, tuple(verschillen), gedeeld < GEWOON)


def _gelijk(gedeeld: float) -> Naamoordeel:
    return Naamoordeel("gelijk", g.GELIJK if gedeeld >= 1 else g.GELIJK_GEWOON, 0.0, (), gedeeld < GEWOON)


def _leg_naast_elkaar(ka: _Kant, kb: _Kant) -> tuple[float, bool, list[tuple[str, float]], list[tuple[str, float]]]:
    """Return the worth of shared proper words, whether one was misspelt, and what is left on each side."""
    samen = ka.rest.keys() & kb.rest.keys()
    gedeeld = sum(ka.rest[w][1] for w in samen)
    rest_a = [(w, ka.rest[w][1]) for w in ka.rest if w not in samen]
    rest_b = [(w, kb.rest[w][1]) for w in kb.rest if w not in samen]
    fout = False
    for woord, waarde in tuple(rest_a):
        maat = next((ander for ander in rest_b if lijkt(_kaal(woord), _kaal(ander[0]))), None)
        if maat is not None:
            rest_a.remove((woord, waarde))
            rest_b.remove(maat)
            gedeeld += max(waarde, maat[1]) * (0.9 if len(_kaal(woord)) > 5 else 0.6)
            fout = True
    for rest, ander in ((rest_a, kb), (rest_b, ka)):  # a known word misspelt on one side only: "veregigning"
        bekend = [*ander.tekst.values(), *ander.algemeen]
        for paar in tuple(rest):
            if any(lijkt(paar[0], woord) for woord in bekend):
                rest.remove(paar)
                fout = True
    return gedeeld, fout, rest_a, rest_b


def _kaal(woord: str) -> str:
    """Leave out the ``sint`` that all patron saints share."""
    return woord.removeprefix("sint ")


def _geplakt_gelijk(ka: _Kant, kb: _Kant) -> bool:
    """Tell whether the names are one but for spaces, or for an edit in ten letters."""
    a, b = ka.plak, kb.plak
    if a == b:
        return True
    if ka.klassen.get("getal") != kb.klassen.get("getal") or min(len(a), len(b)) < 9:
        return False
    if len(ka.rest) == len(kb.rest):  # then words stand against words, and were compared as words
        return False
    ruimte = min(len(a), len(b)) // 7
    return OSA.distance(a, b, score_cutoff=ruimte) <= ruimte


def _telling(ka: _Kant, kb: _Kant) -> tuple[list[tuple[str, str, str]], float]:
    verschillen: list[tuple[str, str, str]] = []
    punten = 0.0
    for klasse in _KLASSEN:
        wa, wb = ka.klassen.get(klasse), kb.klassen.get(klasse)
        if wa is None and wb is None:
            continue
        if wa is None or wb is None:
            straf = _eenzijdig(klasse, ka, kb)
        elif wa & wb:
            straf = 0.0
        else:
            jaren = klasse == "getal" and all(len(w) == 4 for w in wa | wb)
            straf = g.BOTSING_JAARTAL if jaren else g.BOTSING[klasse]
        if straf:
            verschillen.append((klasse, ka.tekst.get(klasse, ""), kb.tekst.get(klasse, "")))
            punten += straf
    return verschillen, punten


def _eenzijdig(klasse: str, ka: _Kant, kb: _Kant) -> float:
    """Return the penalty for a telling word on one side; age says nothing beside an umbrella that has one age."""
    met, zonder = (ka, kb) if klasse in ka.klassen else (kb, ka)
    if klasse in {"geslacht", "leeftijd"}:
        if met.klassen.get("koepel", frozenset()) & zonder.klassen.get("koepel", frozenset()) & _EEN_LEEFTIJD:
            return 0.0 if klasse == "leeftijd" else g.EENZIJDIG[klasse]
        if "soort" in met.klassen and not zonder.klassen.keys() & {"soort", "koepel", "geslacht", "leeftijd"}:
            return g.EENZIJDIG_BESCHRIJVING
    if klasse == "koepel" and "soort" in zonder.klassen and "soort" not in met.klassen:
        return g.KOEPEL_TEGEN_SOORT
    return g.EENZIJDIG[klasse]


def _trede(treden: Sequence[tuple[float, float]], dekking: float) -> float:
    return next(punten for vanaf, punten in treden if dekking >= vanaf)


def _niveau(ka: _Kant, kb: _Kant, gedeeld: float, fout: bool, over_a: float, over_b: float) -> tuple[str, float]:
    """Return the kind of agreement of the words that are not telling, and its weight."""
    over = over_a + over_b
    if gedeeld and not over:
        if fout:
            return "tikfout", g.TIKFOUT if gedeeld >= 0.85 else g.TIKFOUT_KORT
        return "gelijk", g.GELIJK if gedeeld >= 1 else g.GELIJK_GEWOON
    steun = g.KLASSE_STEUNT * sum(
        bool(ka.klassen.get(k, frozenset()) & kb.klassen.get(k, frozenset())) for k in ("koepel", "soort")
    )
    if gedeeld:
        dekking = gedeeld / (gedeeld + over)
        if over_a and over_b:
            return "overlap", _trede(g.OVERLAP, dekking) + steun
        return "deel", _trede(g.DEEL, dekking) + steun
    if over_a and over_b:
        return "verschillend", g.VERSCHILLEND
    if over:
        return ("alleen_soort", g.ZELFDE_SOORT_ANDERS_KAAL) if steun else ("verschillend", g.VERSCHILLEND)
    return _zonder_eigennaam(ka, kb)


def _zonder_eigennaam(ka: _Kant, kb: _Kant) -> tuple[str, float]:
    """Judge names made of umbrella, discipline, common words and place only."""
    for klasse, punten in (("koepel", g.ALLEEN_KOEPEL), ("soort", g.ALLEEN_SOORT), ("neven", g.ALLEEN_SOORT)):
        if ka.klassen.get(klasse, frozenset()) & kb.klassen.get(klasse, frozenset()):
            return f"alleen_{klasse}", punten
    kaal_a, kaal_b = not (ka.klassen or ka.algemeen), not (kb.klassen or kb.algemeen)
    if kaal_a and kaal_b:
        return ("gelijk", g.GELIJK_GEWOON) if ka.plaatsen & kb.plaatsen else ("verschillend", g.VERSCHILLEND)
    if (kaal_a or kaal_b) and ka.plaatsen & kb.plaatsen:
        return "alleen_plaats", g.ALLEEN_PLAATS
    samen, alle = ka.algemeen & kb.algemeen, ka.algemeen | kb.algemeen
    overige = {k for k in ka.klassen.keys() | kb.klassen.keys() if ka.klassen.get(k) == kb.klassen.get(k)}
    if (samen == alle and samen) or (overige and samen == alle):
        return "alleen_algemeen", g.ALLEEN_ALGEMEEN
    return "verschillend", g.VERSCHILLEND


def _afgekort(lang: Naam, kort: Naam, kant: _Kant) -> bool:  # noqa: ARG001
    """Tell whether one word of *kort* is made of the initials of *lang*."""
    return any(w.klasse == "eigen" and 3 <= len(w.tekst) <= 6 and w.tekst in lang.initialen for w in kort.woorden)


def _plaatsen(ka: _Kant, kb: _Kant, eigen: bool, hoofdnamen: frozenset[str]) -> float:
    """Return the penalty for names that mention different places."""
    if not ka.plaatsen or not kb.plaatsen or ka.plaatsen & kb.plaatsen:
        return 0.0
    hoofd = bool(ka.plaatsen & hoofdnamen), bool(kb.plaatsen & hoofdnamen)
    straf = g.DEELGEMEENTE_EN_GEMEENTE if hoofd[0] != hoofd[1] else g.ANDERE_DEELGEMEENTE
    return straf[0] if eigen else straf[1]
