"""Compare two names, word by word and class by class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from analytics.duplicates import gewichten as g
from analytics.duplicates.afgekapt import afgekapt
from analytics.duplicates.afkorting import KORTSTE
from analytics.duplicates.ingekort import Voluit, voluit
from analytics.duplicates.kant import Kant, delen_klasse, maak_kant
from analytics.duplicates.klank import klank
from analytics.duplicates.naamdelen import Naam
from analytics.duplicates.naamoordeel import Naamoordeel
from analytics.duplicates.niveau import GEWOON, bepaal_niveau
from analytics.duplicates.omgeving import Omgeving
from analytics.duplicates.onderscheid import LANGSTE_LETTERS, VERENIGT, telling
from analytics.duplicates.parochies import patroonkenmerk
from analytics.duplicates.plaatsverschil import delen_plaats, plaatsverschil
from analytics.duplicates.taal import zelfde_staart
from analytics.duplicates.uitlijnen import Uitlijning, lijn_uit
from analytics.duplicates.woord import Woord

# Two or three letters in brackets may be the whole of the other name.
_GENOEG = 0.3
_GEEN_KOEPEL = frozenset({"soort", "sint", "plaats"})
_VOOR_ANDEREN = frozenset({"neven", "koepel"})
_ANDERS = frozenset({"afkorting_anders_kort", "afkorting_anders_koepel"})
_KLINKT = (85, 75, 65)
_GELIJKT = frozenset({"klinkt_85", "klinkt_75"})
_KORTSTE_KLINKT = 5
_KORTSTE_LETTERS = 3


def vergelijk_namen(a: Naam, b: Naam, omgeving: Omgeving) -> Naamoordeel:
    """Judge two names, with the municipalities of both."""
    return vergelijk_kanten((a, maak_kant(a, omgeving)), (b, maak_kant(b, omgeving)), omgeving)


def vergelijk_kanten(een: tuple[Naam, Kant], ander: tuple[Naam, Kant], omgeving: Omgeving) -> Naamoordeel:
    """Judge two names whose words were sorted before, see :func:`vergelijk_namen`."""
    oordeel = _vergelijk(een, ander, omgeving)
    if delen_klasse(een[1], ander[1], "streek"):
        oordeel = replace(oordeel, streek=True)
    for wie in sorted(een[0].andere.keys() & ander[0].andere.keys()):
        if delen_klasse(een[1], ander[1], "koepel"):  # then both are branches of it
            break
        als = _lees_en_vergelijk(een[0].andere[wie], ander[0].andere[wie], omgeving)
        if als.totaal > oordeel.totaal:
            oordeel = replace(als, niveau="naamswijziging")
    eigen = max((*een[1].rest.values(), *ander[1].rest.values()), default=0.0)
    if oordeel.gewoon and eigen < GEWOON and not delen_plaats(een[1], ander[1], omgeving.hoofdnamen):
        oordeel = replace(oordeel, plaatsloos=True)
    if oordeel.totaal >= g.NAAM["afkorting"] or not (een[0].letterwoorden or ander[0].letterwoorden):
        return oordeel
    for poging in voluit(een[0], ander[0]):
        rest = _lees_en_vergelijk(poging.a, poging.b, omgeving)
        gelezen = _afkorting(poging, rest, naast_naam=not een[1].rest.keys().isdisjoint(ander[1].rest))
        if gelezen.totaal > oordeel.totaal:
            oordeel = replace(gelezen, plaatsloos=oordeel.plaatsloos and not poging.noemt_naam)
    return oordeel


def _lees_en_vergelijk(a: Naam, b: Naam, omgeving: Omgeving) -> Naamoordeel:
    """Judge two names in another reading, as they stand."""
    return _vergelijk((a, maak_kant(a, omgeving)), (b, maak_kant(b, omgeving)), omgeving)


def _afkorting(poging: Voluit, rest: Naamoordeel, *, naast_naam: bool) -> Naamoordeel:
    """
    Return the judgement of names of which an abbreviation had to be written out; few letters prove less.

    *naast_naam*: whether both names have a proper word besides.
    """
    kort = poging.kern < KORTSTE
    # "HC Trouwe Viervoeter" is the hondenclub, whatever "hc" may be.
    if not poging.noemt_naam and (naast_naam or not rest.gewoon):
        erbij = ("afkorting_anders_naast",) if _botst(poging) else ("afkorting_kort",) if kort else ()
        return replace(rest, niveau="afkorting", kenmerken=rest.kenmerken + erbij)
    if poging.bekend is not None and poging.bekend.klasse == "koepel" and _botst(poging):
        soort = "afkorting_anders_koepel"
    elif _botst(poging):  # "FC Lede" is no fotoclub, and "KFC Lede" not the Koninklijke Fanfare Concordia
        soort = "afkorting_anders_kort" if kort else "afkorting_anders"
    elif poging.noemt_naam:
        soort = "afkorting_naam_kort" if kort else "afkorting"
    else:
        soort = "afkorting_soort_kort" if kort else "afkorting"
    anders = tuple(kenmerk for kenmerk in rest.kenmerken if kenmerk not in g.NAAM)
    niveau = "verschillend" if soort in _ANDERS else "afkorting"
    als = Naamoordeel(niveau, (soort, *anders), rest.verschillen, rest.gewoon or (poging.noemt_naam and kort))
    return als if als.naam < rest.naam or soort.startswith("afkorting_anders") else replace(rest, niveau="afkorting")


def _botst(poging: Voluit) -> bool:
    """Tell whether the lists know the letters as another kind or umbrella than they are written out as."""
    if poging.bekend is not None and poging.bekend.klasse == "koepel":  # "KSA" is no Kerkkoor Sint-Amandus
        if any(len(w.tekst) > 1 and w.tekst in w.reeksen for w in poging.voor):  # "HVV" is "Hoogstraten V.V."
            return False
        return poging.kern < KORTSTE or any(w.klasse in _GEEN_KOEPEL for w in poging.voor)
    bedoeld = frozenset[str]().union(*(w.waarden for w in poging.voor if w.klasse == "soort"))
    bekend = poging.bekend
    if bekend is None or bekend.klasse != "soort":
        return False
    if any(w.klasse in _VOOR_ANDEREN for w in poging.voor):  # "SK Lede" is not its supportersclub, "KVV" no KVLV
        return True
    if not bedoeld:
        return False
    return not bedoeld & (bekend.waarden | bekend.verwant)


def _vergelijk(een: tuple[Naam, Kant], ander: tuple[Naam, Kant], omgeving: Omgeving) -> Naamoordeel:
    (a, ka), (b, kb) = een, ander
    if a.plak == b.plak:
        return _gelijk(sum(ka.rest.values()))
    if (heel := afgekapt(a, b)) is not None:
        return _gelijk(sum((ka if heel is a else kb).rest.values()) or GEWOON)
    if a.plak in b.stroken or b.plak in a.stroken:
        return Naamoordeel("deel", ("strook",), (), gewoon=sum(ka.rest.values()) < GEWOON)
    uit = lijn_uit(ka, kb)
    if (uit.over_a or uit.over_b) and _geplakt_gelijk(ka, kb):
        uit = Uitlijning({}, {}, max(uit.gedeeld, 1.0), ka.plak != kb.plak)
        # "Voet bal club" holds the discipline, though in pieces.
        beide = {"getal"} | ka.klassen.keys() & kb.klassen.keys()
        ka, kb = (replace(k, klassen={n: w for n, w in k.klassen.items() if n in beide}) for k in (ka, kb))
    klinkt = _klinkt(uit, ka, kb) if uit.over_a and uit.over_b else ""
    eigen = uit.gedeeld >= GEWOON or klinkt in _GELIJKT
    gedeeld = "eigen" if eigen else "gewoon" if uit.gedeeld else "geen"
    zwak = [_soort_in_naam(k, over) for k, over in ((ka, uit.over_a), (kb, uit.over_b))]
    if any(zwak) and all(z or "soort" not in k.klassen for z, k in zip(zwak, (ka, kb), strict=True)):
        # "Herbakkersgilde" and "Gilde van de Herbakkers": these words were found to be one.
        ka, kb = (replace(k, klassen={n: w for n, w in k.klassen.items() if n != "soort"}) for k in (ka, kb))
    if uit.instelling_a or uit.instelling_b:
        ka = replace(ka, algemeen=ka.algemeen | uit.instelling_a)
        kb = replace(kb, algemeen=kb.algemeen | uit.instelling_b)
    verschillen = telling(ka, kb, gedeeld)
    niveau, kenmerken = bepaal_niveau(ka, kb, uit, omgeving.hoofdnamen)
    kenmerken = _met_letters(kenmerken, uit, a, b)
    kort = all(len(woord) <= LANGSTE_LETTERS for woord in (*ka.rest, *kb.rest))
    if niveau == "verschillend" and kort and ka.plaatsen == kb.plaatsen and _zelfde_letters(a, b):
        return Naamoordeel("alleen_soort", ("alleen_soort",), (), gewoon=True)
    naast = frozenset(kb.rest) in a.delen or frozenset(ka.rest) in b.delen
    if naast and _is_erbij(kenmerken):
        kenmerken = ("erbij_naast",)
    patroon = ""
    if _is_erbij(kenmerken):
        met, zonder = (ka, kb) if uit.over_a else (kb, ka)
        patroon = patroonkenmerk((*uit.over_a, *uit.over_b), met, zonder, omgeving)
    if niveau == "deel" and uit.gedeeld >= _GENOEG and naast and g.NAAM[kenmerken[0]] < g.NAAM["deel_naast"]:
        kenmerken = ("deel_naast",)
    if (
        niveau == "overlap"
        and uit.gedeeld >= GEWOON
        and any(deel and deel <= ka.rest.keys() for deel in {*a.delen} & {*b.delen})
    ):
        kenmerken = ("deel_naast",)  # "Supporters Club Brugge De Zwintrappers" and "Blauw-Zwart De Zwintrappers"
    deels = "samenstelling_deels" if uit.deels else ""
    geplakt = "geplakt" if uit.geplakt else ""
    kenmerken = (*kenmerken, *filter(None, (patroon, klinkt, deels, geplakt)))
    if patroon != "patroon_klopt":
        verschillen += plaatsverschil(ka, kb, gedeeld, omgeving)
    return Naamoordeel(
        niveau,
        (*kenmerken, *(verschil.kenmerk for verschil in verschillen)),
        tuple(verschillen),
        uit.gedeeld < GEWOON,
    )


def _soort_in_naam(kant: Kant, over: Mapping[str, float]) -> bool:
    """Tell whether all that says what a name is are words that were matched: the *bakkers* of "Herbakkersgilde"."""
    return bool(kant.zwak) and kant.zwak not in over


def _klinkt(uit: Uitlijning, ka: Kant, kb: Kant) -> str:
    """Return how much the proper words that were not matched sound alike as a whole, if they do."""
    links, rechts = (
        klank("".join(kant.vormen[woord] for woord in over)) for over, kant in ((uit.over_a, ka), (uit.over_b, kb))
    )
    if min(len(links), len(rechts)) < _KORTSTE_KLINKT:
        return ""
    gelijkenis = fuzz.ratio(links, rechts)
    return next((f"klinkt_{trede}" for trede in _KLINKT if gelijkenis >= trede), "")


def _is_erbij(kenmerken: Sequence[str]) -> bool:
    """Tell whether all that the names differ in is what one has more."""
    return kenmerken[0].startswith("erbij_")


def _met_letters(kenmerken: tuple[str, ...], uit: Uitlijning, a: Naam, b: Naam) -> tuple[str, ...]:
    """Return the marks with what it says that letters which only one name has begin words of the names, or do not."""
    if kenmerken[-1] == "letters_erbij" and not all(_passen(w, a, b) for w in (*uit.over_a, *uit.over_b)):
        return (*kenmerken[:-1], "letters_vreemd")
    if kenmerken == ("verschillend_kaal",) and _letters_passen(uit, a, b):
        return (*kenmerken, "letters_passen")
    return kenmerken


def _passen(letters: str, a: Naam, b: Naam) -> bool:
    """Tell whether words of the names begin with each of some letters: ``LZC`` beside *Lommelse Zwemclub*."""
    return _beginletters([w for w in (*a.alle, *b.alle) if w.tekst != letters]).issuperset(letters.removeprefix("k"))


def _letters_passen(uit: Uitlijning, a: Naam, b: Naam) -> bool:
    """Tell whether all that one name has more is letters for what the other one does: ``WSK`` and *Wandelsport*."""
    for over, ander in ((uit.over_a, b), (uit.over_b, a)):
        letters = next(iter(over)) if len(over) == 1 else ""
        if _KORTSTE_LETTERS <= len(letters) <= LANGSTE_LETTERS:
            begin = _beginletters(ander.alle)
            return letters.removeprefix("k")[0] in begin and (begin | VERENIGT).issuperset(letters)
    return False


def _beginletters(woorden: Sequence[Woord]) -> frozenset[str]:
    """Return the letters that words may give to an abbreviation."""
    return frozenset(letter for w in woorden for reeks in w.reeksen for letter in reeks)


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
    return OSA.distance(a, b, score_cutoff=ruimte) <= ruimte and not zelfde_staart(a, b)
