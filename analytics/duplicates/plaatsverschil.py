"""The places that two names mention: the same, another, or a part more."""

from __future__ import annotations

from analytics.duplicates.kant import Kant
from analytics.duplicates.omgeving import Omgeving
from analytics.duplicates.onderscheid import Verschil

_KORTSTE_PLAATSWOORD = 3
_KORTSTE_KORT = 6
_KORTSTE_VOORDEEL = 3
_WINDROOS = frozenset(
    {"sint", "groot", "klein", "oost", "west", "noord", "zuid", "oude", "nieuw", "onze", "lieve", "vrouw", "waas"}
    | {"ten", "ter", "den", "der", "van", "aan", "bij", "lez", "sur"}
)
_DELEN = frozenset({"groot", "klein", "oost", "west", "noord", "zuid", "oud", "oude", "nieuw", "nieuwe"})
_MIDDEN = frozenset({"dorp", "centrum"})


def plaatsverschil(ka: Kant, kb: Kant, gedeeld: str, omgeving: Omgeving) -> list[Verschil]:
    """Return the difference of names that mention different places, or of which one mentions a part more."""
    hoofdnamen = omgeving.hoofdnamen
    meer = [
        {
            naam
            for plek in k.plekken
            if not plek & a.plaatsen
            for naam in plek - hoofdnamen
            if not any(_zelfde_plaats(naam, ander, hoofdnamen) for ander in a.plaatsen)
        }
        for k, a in ((ka, kb), (kb, ka))
    ]
    # "Weelde-Statie" and "Weelde-Dorp" are two parts, like "Weelde-Statie" and "Weelde-Heide".
    deels = all(m or k.algemeen & _MIDDEN for m, k in zip(meer, (ka, kb), strict=True))
    samen = delen_plaats(ka, kb, hoofdnamen)
    if ka.plaatsen and kb.plaatsen and not samen:
        if bool(ka.plaatsen & hoofdnamen) != bool(kb.plaatsen & hoofdnamen):
            kenmerk = "plaats_hoofd"
        elif bool(ka.plaatsen & omgeving.nieuw) != bool(kb.plaatsen & omgeving.nieuw):
            kenmerk = "plaats_fusie"
        else:
            kenmerk = "plaats_anders"
    elif deels and any(meer):
        kenmerk = "plaats_deels"
    elif samen and any(meer):
        kenmerk = "plaats_erbij"
    else:
        return []
    links, rechts = (", ".join(sorted(k.plaatsen)) for k in (ka, kb))
    return [Verschil("plaats", links, rechts, f"{kenmerk}:{gedeeld}")]


def delen_plaats(ka: Kant, kb: Kant, hoofdnamen: frozenset[str]) -> bool:
    """Tell whether both names mention one place, written longer or shorter: ``Erps`` and ``Erps-Kwerps``."""
    return bool(ka.plaatsen & kb.plaatsen) or any(
        (een_plaats(x, y) and not _is_deel_van(x, y, hoofdnamen)) or _een_is_kort(x, y, hoofdnamen)
        for x in ka.plaatsen
        for y in kb.plaatsen
    )


def een_plaats(een: str, ander: str) -> bool:
    """Tell whether two names of places are one, written longer, shorter or otherwise: *Erps* and Erps-Kwerps."""
    x, y = _woorden(een), _woorden(ander)
    return _spelling(een) == _spelling(ander) or (bool(x and y) and (x <= y or y <= x))


def _spelling(plaats: str) -> str:
    """Return a place in one of two spellings: *Conterdam* is Konterdam, but Lembeke is not Lembeek."""
    return plaats.replace("c", "k").replace("y", "i").replace(" ", "")


def _is_deel_van(een: str, ander: str, hoofdnamen: frozenset[str]) -> bool:
    """Tell whether one is a part that is named after the whole: *Klein*-Willebroek is not Willebroek."""
    x, y = (_DELEN.intersection(plaats.split()) for plaats in (een, ander))
    return x != y and ((not x and een in hoofdnamen) or (not y and ander in hoofdnamen))


def _een_is_kort(een: str, ander: str, hoofdnamen: frozenset[str]) -> bool:
    """Tell whether one place is how those who live there call the other: *Windeke* for Denderwindeke."""
    kort, lang = sorted((een, ander), key=len)
    return (
        kort not in hoofdnamen  # Munsterbilzen is not Bilzen
        and len(lang) - len(kort) >= _KORTSTE_VOORDEEL
        and len(kort) >= _KORTSTE_KORT
        and " " not in lang
        and (lang.endswith(kort) or lang.startswith(kort))
    )


def _woorden(plaats: str) -> frozenset[str]:
    """Return the words of a place that name it: ``veltem`` and ``beisem``."""
    return frozenset(woord for woord in plaats.split() if len(woord) >= _KORTSTE_PLAATSWOORD) - _WINDROOS


def _zelfde_plaats(naam: str, ander: str, hoofdnamen: frozenset[str]) -> bool:
    """Tell whether a place is another one, written longer or shorter: *Veltem* is Veltem-Beisem."""
    # "Asse-ter-Heide" is a part of Asse.
    meer, minder = _woorden(naam), _woorden(ander)
    return _spelling(naam) == _spelling(ander) or (
        bool(minder)
        and (meer <= minder or (minder <= meer and ander not in hoofdnamen) or _een_is_kort(naam, ander, hoofdnamen))
    )
