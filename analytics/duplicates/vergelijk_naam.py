"""Compare two names, word by word and class by class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from analytics.duplicates import gewichten as g
from analytics.duplicates.afgekapt import afgekapt
from analytics.duplicates.afkorting import KORTSTE
from analytics.duplicates.ingekort import Voluit, voluit
from analytics.duplicates.kant import Kant, maak_kant
from analytics.duplicates.klank import klank
from analytics.duplicates.naamdelen import Naam
from analytics.duplicates.omgeving import Omgeving
from analytics.duplicates.onderscheid import LANGSTE_LETTERS, Verschil, telling
from analytics.duplicates.uitlijnen import Uitlijning, lijn_uit

# Below this the shared words are common ones: a patron saint, "De Vrienden".
GEWOON = 0.85
# Two or three letters in brackets may be the whole of the other name.
_GENOEG = 0.3
# What letters that nobody knows are worth at most.
_LETTERS = 0.55
_KORTSTE_PLAATSWOORD = 4
_WINDROOS = frozenset(
    {"sint", "groot", "klein", "oost", "west", "noord", "zuid", "oude", "nieuw", "onze", "lieve", "vrouw"}
)
_MIDDEN = frozenset({"dorp", "centrum"})
# What any association may be called.
_NIETSZEGGEND = frozenset({"vereniging", "club", "kring", "groep", "bond", "gezelschap", "maatschappij", "genootschap"})
# Share of the longer name that the shorter covers.
_DEEL = (75, 60, 50, 0)
_OVERLAP = (75, 60, 45, 0)
_KLINKT = (85, 75, 65)
_KORTSTE_KLINKT = 5


@dataclass(frozen=True)
class Naamoordeel:
    """
    What two names say.

    Attributes:
        niveau: Word for the kind of agreement, see :data:`analytics.duplicates.redenen.NAAM`.
        kenmerken: What was seen; each has a weight in :data:`gewichten.NAAM` or :data:`gewichten.ONDERSCHEID`.
        verschillen: Each telling difference.
        gewoon: Whether only umbrella, place, patron saint or common words are shared.
        plaatsloos: Whether neither name has a word of its own, nor do both mention a place of their municipality:
            every parish may have one.
    """

    niveau: str
    kenmerken: tuple[str, ...]
    verschillen: tuple[Verschil, ...]
    gewoon: bool
    plaatsloos: bool = False

    @cached_property
    def naam(self) -> float:
        """Contribution of the shared and unshared words, in log-odds."""
        return sum(g.NAAM.get(kenmerk, 0.0) for kenmerk in self.kenmerken)

    @cached_property
    def onderscheid(self) -> float:
        """Contribution of telling words that differ, in log-odds."""
        return sum(g.ONDERSCHEID.get(kenmerk, 0.0) for kenmerk in self.kenmerken)

    @cached_property
    def totaal(self) -> float:
        """Contribution of the names as a whole, in log-odds."""
        return self.naam + self.onderscheid


def vergelijk_namen(a: Naam, b: Naam, omgeving: Omgeving) -> Naamoordeel:
    """Judge two names, with the municipalities of both."""
    return vergelijk_kanten((a, maak_kant(a, omgeving)), (b, maak_kant(b, omgeving)), omgeving)


def vergelijk_kanten(een: tuple[Naam, Kant], ander: tuple[Naam, Kant], omgeving: Omgeving) -> Naamoordeel:
    """Judge two names whose words were sorted before, see :func:`vergelijk_namen`."""
    oordeel = _vergelijk(een, ander, omgeving.hoofdnamen)
    eigen = max((*een[1].rest.values(), *ander[1].rest.values()), default=0.0)
    if oordeel.gewoon and eigen < GEWOON and not (een[1].plaatsen & ander[1].plaatsen):
        oordeel = replace(oordeel, plaatsloos=True)
    if oordeel.totaal >= g.NAAM["afkorting"] or not (een[0].letterwoorden or ander[0].letterwoorden):
        return oordeel
    for poging in voluit(een[0], ander[0]):
        rest = _vergelijk(
            (poging.a, maak_kant(poging.a, omgeving)), (poging.b, maak_kant(poging.b, omgeving)), omgeving.hoofdnamen
        )
        gelezen = _afkorting(poging, rest)
        if gelezen.totaal > oordeel.totaal:
            oordeel = replace(gelezen, plaatsloos=oordeel.plaatsloos)
    return oordeel


def _afkorting(poging: Voluit, rest: Naamoordeel) -> Naamoordeel:
    """Return the judgement of names of which an abbreviation had to be written out; few letters prove less."""
    kort = poging.kern < KORTSTE
    if not poging.noemt_naam and not rest.gewoon:  # "HC Trouwe Viervoeter" is the hondenclub, whatever "hc" may be
        erbij = ("afkorting_kort",) if kort else ()
        return replace(rest, niveau="afkorting", kenmerken=rest.kenmerken + erbij)
    if poging.noemt_naam:
        soort = "afkorting_naam_kort" if kort else "afkorting"
    elif _botst(poging):  # "FC Lede" is no fotoclub
        soort = "verschillend" if kort else "afkorting_anders"
    else:
        soort = "afkorting_soort_kort" if kort else "afkorting"
    anders = tuple(kenmerk for kenmerk in rest.kenmerken if kenmerk not in g.NAAM)
    als = Naamoordeel("afkorting", (soort, *anders), rest.verschillen, rest.gewoon or (poging.noemt_naam and kort))
    return als if als.naam < rest.naam else replace(rest, niveau="afkorting")


def _botst(poging: Voluit) -> bool:
    """Tell whether the lists know the letters as another kind than they are written out as."""
    bedoeld = frozenset[str]().union(*(w.waarden for w in poging.voor if w.klasse == "soort"))
    bekend = poging.bekend
    if bekend is None or bekend.klasse != "soort" or not bedoeld:
        return False
    return not bedoeld & (bekend.waarden | bekend.verwant)


def _vergelijk(een: tuple[Naam, Kant], ander: tuple[Naam, Kant], hoofdnamen: frozenset[str]) -> Naamoordeel:
    (a, ka), (b, kb) = een, ander
    if a.plak == b.plak:
        return _gelijk(sum(ka.rest.values()))
    if (heel := afgekapt(a, b)) is not None:
        return _gelijk(sum((ka if heel is a else kb).rest.values()) or GEWOON)
    uit = lijn_uit(ka, kb)
    if (uit.over_a or uit.over_b) and _geplakt_gelijk(ka, kb):
        uit = Uitlijning({}, {}, max(uit.gedeeld, 1.0), ka.plak != kb.plak)
        # "Voet bal club" holds the discipline, though in pieces.
        beide = {"getal"} | ka.klassen.keys() & kb.klassen.keys()
        ka, kb = (replace(k, klassen={n: w for n, w in k.klassen.items() if n in beide}) for k in (ka, kb))
    verschillen = telling(ka, kb, "geen" if not uit.gedeeld else "gewoon" if uit.gedeeld < GEWOON else "eigen")
    niveau, kenmerken = _niveau(ka, kb, uit, hoofdnamen)
    kort = all(len(woord) <= LANGSTE_LETTERS for woord in (*ka.rest, *kb.rest))
    if niveau == "verschillend" and kort and ka.plaatsen == kb.plaatsen and _zelfde_letters(a, b):
        return Naamoordeel("alleen_soort", ("alleen_soort",), (), gewoon=True)
    naast = frozenset(kb.rest) in a.delen or frozenset(ka.rest) in b.delen
    if niveau == "deel" and uit.gedeeld >= _GENOEG and naast and g.NAAM[kenmerken[0]] < g.NAAM["deel_naast"]:
        kenmerken = ("deel_naast",)
    if uit.over_a and uit.over_b and (klinkt := _klinkt(uit)):
        kenmerken = (*kenmerken, klinkt)
    if uit.deels:
        kenmerken = (*kenmerken, "samenstelling_deels")
    if uit.geplakt:
        kenmerken = (*kenmerken, "geplakt")
    verschillen += _plaatsen(ka, kb, "eigen" if uit.gedeeld else "geen", hoofdnamen)
    return Naamoordeel(
        niveau,
        (*kenmerken, *(verschil.kenmerk for verschil in verschillen)),
        tuple(verschillen),
        uit.gedeeld < GEWOON,
    )


def _klinkt(uit: Uitlijning) -> str:
    """Return how much the proper words that were not matched sound alike as a whole, if they do."""
    links, rechts = ("".join(klank(woord.replace(" ", "")) for woord in over) for over in (uit.over_a, uit.over_b))
    if min(len(links), len(rechts)) < _KORTSTE_KLINKT:
        return ""
    gelijkenis = fuzz.ratio(links, rechts)
    return next((f"klinkt_{trede}" for trede in _KLINKT if gelijkenis >= trede), "")


def _zelfde_letters(a: Naam, b: Naam) -> bool:
    """Tell whether beside places both are the same letters, royal or not: ``KSK Kasterlee`` and ``SK Kasterlee``."""
    x, y = ([w.tekst.removeprefix("k") for w in n.woorden if w.klasse != "plaats"] for n in (a, b))
    return x == y and all(2 <= len(tekst) <= LANGSTE_LETTERS for tekst in x) and bool(x)


def _gelijk(gedeeld: float) -> Naamoordeel:
    return Naamoordeel("gelijk", ("gelijk" if gedeeld >= 1 else "gelijk_gewoon",), (), gedeeld < GEWOON)


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


def _trede(naam: str, treden: Sequence[int], dekking: float) -> str:
    return f"{naam}_{next(trede for trede in treden if dekking * 100 >= trede)}"


def _niveau(ka: Kant, kb: Kant, uit: Uitlijning, hoofdnamen: frozenset[str]) -> tuple[str, tuple[str, ...]]:
    """Return the kind of agreement of the words that are not telling, and what was seen."""
    over_a, over_b = sum(uit.over_a.values()), sum(uit.over_b.values())
    over = over_a + over_b
    if uit.gedeeld and not over:
        if uit.fout:
            return "tikfout", ("tikfout" if uit.gedeeld >= GEWOON else "tikfout_kort",)
        return "gelijk", ("gelijk" if uit.gedeeld >= 1 else "gelijk_gewoon",)
    steun = tuple(
        f"steun_{k}" for k in ("koepel", "soort") if ka.klassen.get(k, frozenset()) & kb.klassen.get(k, frozenset())
    )
    if uit.gedeeld:
        dekking = uit.gedeeld / (uit.gedeeld + over)
        if over_a and over_b:
            return "overlap", (_trede("overlap", _OVERLAP, dekking), *steun)
        return "deel", (_trede("deel", _DEEL, dekking), *steun)
    if over_a and over_b:
        return "verschillend", ("verschillend",)
    if not over:
        return _zonder_eigennaam(ka, kb)
    if not steun:
        return "verschillend", ("verschillend_kaal",)
    if over < _LETTERS:  # "KC Aalst (Kiwanis)"
        niveau, kenmerken = _zonder_eigennaam(ka, kb)
        return niveau, (*kenmerken, "letters_erbij")
    samen = ka.plaatsen & kb.plaatsen
    plaats = "_plaats" if samen - hoofdnamen else "_hoofd" if samen else ""
    return "alleen_soort", (f"erbij_{steun[0].removeprefix('steun_')}{plaats}",)


def _zonder_eigennaam(ka: Kant, kb: Kant) -> tuple[str, tuple[str, ...]]:
    """Judge names made of umbrella, discipline, common words and place only."""
    niveau = _gedeelde_klasse(ka, kb)
    return niveau, (niveau if niveau != "gelijk" else "gelijk_gewoon",)


def _gedeelde_klasse(ka: Kant, kb: Kant) -> str:
    for klasse in ("koepel", "soort", "neven"):
        if ka.klassen.get(klasse, frozenset()) & kb.klassen.get(klasse, frozenset()):
            return f"alleen_{klasse}"
    if ka.klassen.get("soort", frozenset()) & kb.verwant or kb.klassen.get("soort", frozenset()) & ka.verwant:
        return "alleen_soort"
    kaal_a, kaal_b = not (ka.klassen or ka.algemeen), not (kb.klassen or kb.algemeen)
    if kaal_a and kaal_b:
        return "gelijk" if ka.plaatsen & kb.plaatsen else "verschillend"
    if (kaal_a or kaal_b) and ka.plaatsen & kb.plaatsen:
        return "alleen_plaats"
    samen, alle = ka.algemeen & kb.algemeen, ka.algemeen | kb.algemeen
    overige = {k for k in ka.klassen.keys() | kb.klassen.keys() if ka.klassen.get(k) == kb.klassen.get(k)}
    if samen == alle and (samen or overige):
        return "alleen_algemeen" if samen - _NIETSZEGGEND else "alleen_vereniging"
    return "verschillend"


def _plaatsen(ka: Kant, kb: Kant, gedeeld: str, hoofdnamen: frozenset[str]) -> list[Verschil]:
    """Return the difference of names that mention different places, or of which one mentions a part more."""
    meer = [
        {naam for naam in (k.plaatsen - a.plaatsen) - hoofdnamen if not _woorden(naam) & _plaatswoorden(a)}
        for k, a in ((ka, kb), (kb, ka))
    ]
    # "Weelde-Statie" and "Weelde-Dorp" are two parts, like "Weelde-Statie" and "Weelde-Heide".
    deels = all(m or k.algemeen & _MIDDEN for m, k in zip(meer, (ka, kb), strict=True))
    samen = ka.plaatsen & kb.plaatsen or _plaatswoorden(ka) & _plaatswoorden(kb)
    if ka.plaatsen and kb.plaatsen and not samen:
        hoofd = bool(ka.plaatsen & hoofdnamen) != bool(kb.plaatsen & hoofdnamen)
        kenmerk = "plaats_hoofd" if hoofd else "plaats_anders"
    elif deels and any(meer):
        kenmerk = "plaats_deels"
    elif samen and any(meer):
        kenmerk = "plaats_erbij"
    else:
        return []
    links, rechts = (", ".join(sorted(k.plaatsen)) for k in (ka, kb))
    return [Verschil("plaats", links, rechts, f"{kenmerk}:{gedeeld}")]


def _woorden(plaats: str) -> frozenset[str]:
    """Return the words of a place that name it: ``veltem`` and ``beisem``."""
    return frozenset(woord for woord in plaats.split() if len(woord) >= _KORTSTE_PLAATSWOORD) - _WINDROOS


def _plaatswoorden(kant: Kant) -> frozenset[str]:
    return frozenset[str]().union(*map(_woorden, kant.plaatsen))
