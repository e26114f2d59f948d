"""Compare two names, word by word and class by class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from analytics.duplicates import gewichten as g
from analytics.duplicates.afgekapt import afgekapt
from analytics.duplicates.afkorting import KORTSTE
from analytics.duplicates.ingekort import Voluit, voluit
from analytics.duplicates.kant import Kant, Omgeving, lijkt, maak_kant
from analytics.duplicates.naamdelen import Naam
from analytics.duplicates.onderscheid import LANGSTE_LETTERS, telling
from analytics.duplicates.tekst import stam

# Below this the shared words are common ones: a patron saint, "De Vrienden".
GEWOON = 0.85
# What two letters that nobody knows are worth at most.
_LETTERS = 0.4
# Two or three letters in brackets may be the whole of the other name.
_GENOEG = 0.3


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
        plaatsloos: Whether neither name has a word of its own or mentions a place of its municipality: every
            parish may have one.
    """

    niveau: str
    naam: float
    onderscheid: float
    verschillen: tuple[tuple[str, str, str], ...]
    gewoon: bool
    plaatsloos: bool = False


def vergelijk_namen(a: Naam, b: Naam, omgeving: Omgeving) -> Naamoordeel:
    """Judge two names, with the municipalities of both."""
    return vergelijk_kanten((a, maak_kant(a, omgeving)), (b, maak_kant(b, omgeving)), omgeving)


def vergelijk_kanten(een: tuple[Naam, Kant], ander: tuple[Naam, Kant], omgeving: Omgeving) -> Naamoordeel:
    """Judge two names whose words were sorted before, see :func:`vergelijk_namen`."""
    oordeel = _vergelijk(een, ander, omgeving.hoofdnamen)
    eigen = max((*een[1].rest.values(), *ander[1].rest.values()), default=0.0)
    if oordeel.gewoon and eigen < GEWOON and not (een[1].plaatsen or ander[1].plaatsen):
        oordeel = replace(oordeel, plaatsloos=True)
    if oordeel.naam + oordeel.onderscheid >= g.AFKORTING or not (een[0].letterwoorden or ander[0].letterwoorden):
        return oordeel
    for poging in voluit(een[0], ander[0]):
        rest = _vergelijk(
            (poging.a, maak_kant(poging.a, omgeving)), (poging.b, maak_kant(poging.b, omgeving)), omgeving.hoofdnamen
        )
        punten = _afkorting(poging, rest)
        if punten + rest.onderscheid > oordeel.naam + oordeel.onderscheid:
            oordeel = replace(
                rest,
                niveau="afkorting",
                naam=punten,
                gewoon=rest.gewoon or (poging.noemt_naam and poging.letters < KORTSTE),
                plaatsloos=oordeel.plaatsloos,
            )
    return oordeel


def _afkorting(poging: Voluit, rest: Naamoordeel) -> float:
    """Return what names are worth of which an abbreviation had to be written out; few letters prove less."""
    kort = poging.letters < KORTSTE
    if not poging.noemt_naam and not rest.gewoon:  # "HC Trouwe Viervoeter" is the hondenclub, whatever "hc" may be
        return rest.naam - g.AFKORTING_KORT * kort
    if poging.bekend is not None and any(w.klasse == "soort" for w in poging.voor):
        bedoeld = frozenset[str]().union(*(w.waarden for w in poging.voor if w.klasse == "soort"))
        if poging.bekend.klasse == "soort" and not bedoeld & poging.bekend.waarden:  # "FC Lede" is no fotoclub
            return g.VERSCHILLEND if kort else min(rest.naam, g.AFKORTING) - g.AFKORTING_KORT
    if poging.noemt_naam:
        return min(rest.naam, g.AFKORTING_NAAM_KORT if kort else g.AFKORTING)
    return min(rest.naam, g.AFKORTING_SOORT_KORT if kort else g.AFKORTING)


def _vergelijk(een: tuple[Naam, Kant], ander: tuple[Naam, Kant], hoofdnamen: frozenset[str]) -> Naamoordeel:
    (a, ka), (b, kb) = een, ander
    if a.plak == b.plak and (ka.rest or kb.rest or not ka.klassen):
        return _gelijk(sum(ka.rest.values()) or GEWOON)
    if (heel := afgekapt(a, b)) is not None:
        return _gelijk(sum((ka if heel is a else kb).rest.values()) or GEWOON)
    gedeeld, fout, rest_a, rest_b = _leg_naast_elkaar(ka, kb)
    if (rest_a or rest_b) and _geplakt_gelijk(ka, kb):
        gedeeld, fout, rest_a, rest_b = max(gedeeld, 1.0), ka.plak != kb.plak, {}, {}
        # "Voet bal club" holds the discipline, though in pieces.
        beide = {"getal"} | ka.klassen.keys() & kb.klassen.keys()
        ka, kb = (replace(k, klassen={n: w for n, w in k.klassen.items() if n in beide}) for k in (ka, kb))
    verschillen, onderscheid = telling(ka, kb, bool(gedeeld))
    niveau, punten = _niveau(ka, kb, gedeeld, fout, sum(rest_a.values()), sum(rest_b.values()))
    if niveau == "verschillend" and ka.plaatsen == kb.plaatsen and _zelfde_letters(a, b):
        return Naamoordeel("alleen_soort", g.ALLEEN_SOORT, 0.0, (), gewoon=True)
    if niveau == "deel" and gedeeld >= _GENOEG and (frozenset(kb.rest) in a.delen or frozenset(ka.rest) in b.delen):
        punten = max(punten, g.DEEL_NAAST)
    plaatsstraf = _plaatsen(ka, kb, bool(gedeeld), hoofdnamen)
    if plaatsstraf:
        verschillen.append(("plaats", ", ".join(sorted(ka.plaatsen)), ", ".join(sorted(kb.plaatsen))))
    return Naamoordeel(niveau, punten, onderscheid + plaatsstraf, tuple(verschillen), gedeeld < GEWOON)


def _zelfde_letters(a: Naam, b: Naam) -> bool:
    """Tell whether beside places both are the same letters, royal or not: ``KSK Kasterlee`` and ``SK Kasterlee``."""
    x, y = ([w.tekst.removeprefix("k") for w in n.woorden if w.klasse != "plaats"] for n in (a, b))
    return x == y and all(2 <= len(tekst) <= LANGSTE_LETTERS for tekst in x) and bool(x)


def _gelijk(gedeeld: float) -> Naamoordeel:
    return Naamoordeel("gelijk", g.GELIJK if gedeeld >= 1 else g.GELIJK_GEWOON, 0.0, (), gedeeld < GEWOON)


def _leg_naast_elkaar(ka: Kant, kb: Kant) -> tuple[float, bool, dict[str, float], dict[str, float]]:
    """Return the worth of shared proper words, whether one was misspelt, and what is left on each side."""
    rest_a, rest_b = dict(ka.rest), dict(kb.rest)
    gedeeld, fout = 0.0, False
    for woord in [w for w in ka.rest if w in kb.rest]:
        gedeeld += rest_a.pop(woord)
        del rest_b[woord]
    for woord in tuple(rest_a) if rest_b else ():
        vorm = _kaal(ka.vormen[woord])
        kort = stam(vorm)
        andere = [(anders, _kaal(kb.vormen[anders])) for anders in rest_b]
        maat = next((anders for anders, tekst in andere if stam(tekst) == kort), None)
        if maat is not None:
            gedeeld += max(rest_a.pop(woord), rest_b.pop(maat))
            continue
        maat = next((anders for anders, tekst in andere if lijkt(vorm, tekst)), None)
        if maat is not None:
            waarde = max(rest_a.pop(woord), rest_b.pop(maat))
            gedeeld += waarde * (0.9 if len(_kaal(woord)) > 5 else 0.6)
            fout = True
    for rest, ander, voor, andere_voor in ((rest_a, rest_b, ka.voor, kb.voor), (rest_b, rest_a, kb.voor, ka.voor)):
        for woord in [w for w in rest if w in voor] if ander else ():  # "brandweerharmonie"
            begin = stam(voor[woord])
            maat = next((w for w in ander if begin in {stam(w), stam(andere_voor.get(w, w))}), None)
            if maat is not None:
                gedeeld += min(rest.pop(woord), ander.pop(maat))
    for rest, ander in ((rest_a, rest_b), (rest_b, rest_a)):  # "J. Jacobs" and "Jan Jacobs"
        for letter in [w for w in rest if len(w) == 1] if gedeeld and ander else ():
            voluit = next((w for w in ander if w.startswith(letter)), None)
            if voluit is not None:
                del rest[letter], ander[voluit]
    for rest, tegen in ((rest_a, kb), (rest_b, ka)):  # "Running Friends" and "Loopvrienden"
        if "vrienden" in rest and any(t.endswith("vrienden") for t in tegen.tekst.values()):
            del rest["vrienden"]
    for rest, tegen in ((rest_a, kb), (rest_b, ka)):  # a known word misspelt on one side only: "veregigning"
        for woord in tuple(rest):
            if any(lijkt(woord, bekend) for bekend in (*tegen.tekst.values(), *tegen.algemeen)):
                del rest[woord]
                fout = True
    if rest_a and rest_b and len(rest_a) != len(rest_b):  # "Shin Bu Kan"
        plak_a, plak_b = ("".join(k.vormen[w] for w in rest) for k, rest in ((ka, rest_a), (kb, rest_b)))
        if plak_a == plak_b or lijkt(plak_a, plak_b):
            return gedeeld + 1.0, fout or plak_a != plak_b, {}, {}
    return gedeeld, fout, rest_a, rest_b


def _kaal(woord: str) -> str:
    """Leave out the ``sint`` that all patron saints share."""
    return woord.removeprefix("sint ")


def _geplakt_gelijk(ka: Kant, kb: Kant) -> bool:
    """Tell whether the names are one but for spaces, or for an edit in ten letters."""
    a, b = ka.plak, kb.plak
    if a == b:
        return True
    if ka.klassen.get("getal") != kb.klassen.get("getal") or min(len(a), len(b)) < 9:
        return False
    if (
        len(ka.rest) == len(kb.rest) and ka.klassen.keys() == kb.klassen.keys()
    ):  # then words stand against words, and were compared as words
        return False
    ruimte = min(len(a), len(b)) // 7
    return OSA.distance(a, b, score_cutoff=ruimte) <= ruimte


def _trede(treden: Sequence[tuple[float, float]], dekking: float) -> float:
    return next(punten for vanaf, punten in treden if dekking >= vanaf)


def _niveau(ka: Kant, kb: Kant, gedeeld: float, fout: bool, over_a: float, over_b: float) -> tuple[str, float]:
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
        if steun and over < _LETTERS:  # "KC Aalst (Kiwanis)"
            niveau, punten = _zonder_eigennaam(ka, kb)
            return niveau, punten - g.LETTERS_ERBIJ
        return ("alleen_soort", g.ZELFDE_SOORT_ANDERS_KAAL) if steun else ("verschillend", g.VERSCHILLEND)
    return _zonder_eigennaam(ka, kb)


def _zonder_eigennaam(ka: Kant, kb: Kant) -> tuple[str, float]:
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


def _plaatsen(ka: Kant, kb: Kant, eigen: bool, hoofdnamen: frozenset[str]) -> float:
    """Return the penalty for names that mention different places."""
    if not ka.plaatsen or not kb.plaatsen or ka.plaatsen & kb.plaatsen:
        return 0.0
    hoofd = bool(ka.plaatsen & hoofdnamen), bool(kb.plaatsen & hoofdnamen)
    straf = g.DEELGEMEENTE_EN_GEMEENTE if hoofd[0] != hoofd[1] else g.ANDERE_DEELGEMEENTE
    return straf[0] if eigen else straf[1]
