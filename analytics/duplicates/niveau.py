"""In what way the words of two names that are not telling agree: all, a part, none; or only umbrella and place."""

from __future__ import annotations

from collections.abc import Sequence

from analytics.duplicates.kant import Kant, delen_klasse
from analytics.duplicates.koepelwerk import waarvoor
from analytics.duplicates.uitlijnen import Uitlijning

# Below this the shared words are common ones: a patron saint, "De Vrienden".
GEWOON = 0.85
# What letters that nobody knows are worth at most.
_LETTERS = 0.55
# What any association may be called.
_NIETSZEGGEND = frozenset({"vereniging", "club", "kring", "groep", "bond", "gezelschap", "maatschappij", "genootschap"})
_KRING = frozenset({"kring", "groep", "genootschap"})  # "De Zandbergkring"
_OVERAL = frozenset({"vlaanderen", "belgie", "christelijk", "dorp"})
_GEMEENTE = frozenset({"gemeente"})
# Share of the longer name that the shorter covers.
_DEEL = (75, 60, 50, 0)
_OVERLAP = (75, 60, 45, 0)


def _trede(naam: str, treden: Sequence[int], dekking: float) -> str:
    return f"{naam}_{next(trede for trede in treden if dekking * 100 >= trede)}"


def bepaal_niveau(ka: Kant, kb: Kant, uit: Uitlijning, hoofdnamen: frozenset[str]) -> tuple[str, tuple[str, ...]]:
    """Return the kind of agreement of the words that are not telling, and what was seen."""
    over_a, over_b = sum(uit.over_a.values()), sum(uit.over_b.values())
    over = over_a + over_b
    if uit.gedeeld and not over:
        if uit.fout:
            return "tikfout", ("tikfout" if uit.gedeeld >= GEWOON else "tikfout_kort",)
        return "gelijk", ("gelijk" if uit.gedeeld >= 1 else "gelijk_gewoon",)
    steun = tuple(f"steun_{klasse}" for klasse in ("koepel", "soort", "neven") if delen_klasse(ka, kb, klasse))
    if not steun and (_koepel_voor(ka, kb) or _koepel_voor(kb, ka)):
        steun = ("steun_soort",)
    if uit.gedeeld:
        dekking = uit.gedeeld / (uit.gedeeld + over)
        if over_a and over_b:
            return "overlap", (_trede("overlap", _OVERLAP, dekking), *steun)
        return "deel", (_trede("deel", _DEEL, dekking), *steun)
    if over_a and over_b:
        return "verschillend", ("verschillend",)
    stads = ("stedelijk",) if ka.algemeen & kb.algemeen >= _GEMEENTE and "steun_soort" in steun else ()
    if not over:
        niveau, kenmerken = _zonder_eigennaam(ka, kb)
        return niveau, (*kenmerken, *stads)
    if not steun:
        return "verschillend", ("verschillend_kaal",)
    if over < _LETTERS:  # "KC Aalst (Kiwanis)"
        niveau, kenmerken = _zonder_eigennaam(ka, kb)
        return niveau, (*kenmerken, "letters_erbij")
    samen = ka.plaatsen & kb.plaatsen
    plaats = "_plaats" if samen - hoofdnamen else "_hoofd" if samen else ""
    patroon = ("erbij_patroon",) if all(woord.startswith("sint ") for woord in (*uit.over_a, *uit.over_b)) else ()
    voor = ("erbij_voor",) if not delen_klasse(ka, kb, "soort") and steun[0] == "steun_soort" else ()
    return "alleen_soort", (f"erbij_{steun[0].removeprefix('steun_')}{plaats}", *patroon, *voor, *stads)


def _zonder_eigennaam(ka: Kant, kb: Kant) -> tuple[str, tuple[str, ...]]:
    """Judge names made of umbrella, discipline, common words and place only."""
    niveau = _gedeelde_klasse(ka, kb)
    return niveau, (niveau if niveau != "gelijk" else "gelijk_gewoon",)


def _gedeelde_klasse(ka: Kant, kb: Kant) -> str:
    for klasse in ("koepel", "soort", "neven"):
        if delen_klasse(ka, kb, klasse):
            return f"alleen_{klasse}"
    if ka.klassen.get("soort", frozenset()) & kb.verwant or kb.klassen.get("soort", frozenset()) & ka.verwant:
        return "alleen_soort"
    kaal_a, kaal_b = (not (k.klassen.keys() - {"streek"} or k.algemeen - _KRING) for k in (ka, kb))
    samen = ka.plaatsen & kb.plaatsen or delen_klasse(ka, kb, "streek")
    if kaal_a and kaal_b:
        return "gelijk" if samen else "verschillend"
    if (kaal_a or kaal_b) and samen:
        return "alleen_plaats"
    if delen_klasse(ka, kb, "leeftijd") or delen_klasse(ka, kb, "geslacht"):
        # "Bond Derde Leeftijd Lede" and "Gepensioneerden Lede"
        meer = (ka.algemeen ^ kb.algemeen) - _NIETSZEGGEND - _OVERAL
        return "alleen_vereniging" if meer else "alleen_algemeen"
    beide, alle = ka.algemeen & kb.algemeen, ka.algemeen | kb.algemeen
    overige = {k for k in ka.klassen.keys() | kb.klassen.keys() if ka.klassen.get(k) == kb.klassen.get(k)}
    if beide == alle and (beide or overige):
        return "alleen_algemeen" if beide - _NIETSZEGGEND else "alleen_vereniging"
    return "verschillend"


def _koepel_voor(ka: Kant, kb: Kant) -> bool:
    """Tell whether the umbrella of one is for what the other does: the LRV and *Landelijke Ruiters*."""
    return not waarvoor(ka.klassen.get("koepel", ())).isdisjoint(kb.klassen.get("soort", ()))
