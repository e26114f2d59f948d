"""A name whose words are read: what of it counts, and which parts may stand for the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from analytics.duplicates.afkorting import initialen, letterwoorden
from analytics.duplicates.tekst import stam
from analytics.duplicates.woord import Woord

_AFDELINGSLETTERS = frozenset("abc")  # "KFC Lede B"
_EIGEN = frozenset({"eigen", "gewoon", "sint"})
# What these are where nothing but a place stands beside them.
_ALLEEN = {"vooruit": "vooruitpartij", "groen": "groenpartij", "viva": "viva"}
_VINCENTIUS = "stvincentius"
_ALLEEN |= dict.fromkeys(("sintvincentius", "vincentius"), _VINCENTIUS)
_HULP = frozenset({"armoede", "voedselbank", "welzijn"})  # what the charity does anyhow
_BOOGSCHUTTER = "sint sebastiaan"
_KORTSTE_STAM = 4
_TAK = frozenset({"kern", "afdeling", "afd"})
_WAAR = frozenset({"plaats", "streek", "wind"})
_LIDWOORDEN = frozenset({"de", "den", "het", "t", "ten", "ter"})
_NOEMEND = frozenset({"de", "het", "t", "den"})
_VOORZETSELS = frozenset({"van", "voor", "in", "op", "aan", "bij", "te", "uit", "tot", "om", "over", "met", "en"})


@dataclass(frozen=True)
class Naam:
    """
    One analysed name.

    Attributes:
        woorden: Its words that mean something, in order; legal forms, honours and stop words are gone.
        plak: All words but legal forms, honours and an article in front, glued together.
        alle: Every word but legal forms, small words and honours included.
        letterwoorden: Which of ``alle`` may be abbreviations.
        delen: The proper words of each part, where dashes, commas or brackets divide the name.
        initialen: Abbreviations that the whole name may go by.
        heel: Every word of ``alle``, glued: where a field cuts names off, one begins the other.
        stroken: What stands outside brackets and what in them, each glued; nothing where that tells them apart.
        andere: Associations known under a part of this name → the name with that part marked as theirs.
    """

    woorden: tuple[Woord, ...]
    plak: str
    alle: tuple[Woord, ...]
    letterwoorden: tuple[int, ...]
    delen: tuple[frozenset[str], ...]
    initialen: frozenset[str]
    heel: str
    stroken: tuple[str, ...] = ()
    andere: Mapping[str, Naam] = field(default_factory=dict)


def maak_naam(gelezen: Sequence[Woord]) -> Naam:
    """Put the words of a name together."""
    alle = [w for w in gelezen if w.klasse != "rechtsvorm"]
    laatste = max((i for i, w in enumerate(alle) if w.klasse != "plaats"), default=0)
    if laatste and alle[laatste].tekst in _AFDELINGSLETTERS:
        alle[laatste] = alle[laatste]._replace(klasse="getal", waarden=frozenset({alle[laatste].tekst}))
    if len(alle) > 1 and alle[-1].klasse == "stop" and alle[-1].tekst in _VOORZETSELS:
        # "De Wetterse Bij": what nothing follows is no preposition.
        alle[-1] = alle[-1]._replace(klasse="eigen", waarden=frozenset({alle[-1].tekst}))
    _verklein(alle)
    _vrienden(alle)
    _schutters(alle)
    _alleen(alle)
    _kern(alle)
    _sport(alle)
    _noem(alle)
    betekenis = [w for w in alle if w.klasse not in {"stop", "eer"}]
    plak = "".join(w.tekst for w in alle[_lidwoorden(alle) :] if w.klasse not in {"eer", "soort_zwak"})
    if not betekenis:  # "De Onze", "K": nothing but small words is all there is
        betekenis = [w._replace(klasse="eigen", waarden=frozenset({w.tekst})) for w in alle]
    return Naam(
        tuple(betekenis),
        plak or "".join(w.tekst for w in betekenis),
        tuple(alle),
        letterwoorden(alle),
        _na_lidwoord(alle),
        initialen(alle),
        "".join(w.tekst for w in alle if w.klasse != "soort_zwak"),
    )


def _lidwoorden(alle: Sequence[Woord]) -> int:
    """Return how many articles and honours stand in front."""
    return next((i for i, w in enumerate(alle) if w.tekst not in _LIDWOORDEN and w.klasse != "eer"), 0)


def _verklein(alle: list[Woord]) -> None:
    """Take the weight from what only explains: *dorp* behind a place, *groot* before one, *voor* whom it is."""
    naam = any(w.klasse == "eigen" for w in alle)
    for i, woord in enumerate(alle):
        vorig, volgend = alle[i - 1] if i else None, alle[i + 1] if i + 1 < len(alle) else None
        if (
            (woord.tekst in {"dorp", "stad", "centrum"} and vorig is not None and vorig.klasse == "plaats")
            or (woord.tekst in {"groot", "groter"} and volgend is not None and volgend.klasse == "plaats")
            or (
                naam
                and woord.klasse in {"leeftijd", "geslacht", "neven"}
                and vorig is not None
                and vorig.tekst == "voor"
            )
        ):
            midden = frozenset({"dorp"}) if woord.tekst in {"centrum", "stad"} else woord.waarden
            alle[i] = woord._replace(klasse="algemeen", waarden=midden)


def _vrienden(alle: list[Woord]) -> None:
    """Read ``De Ware Vrienden van Lede`` as a name: those who befriend something are not *ware* or *vrolijke*."""
    for i in range(1, len(alle)):
        bijvoeglijk = alle[i - 1].klasse in {"eigen", "gewoon"} and alle[i - 1].tekst.endswith("e")
        if bijvoeglijk and alle[i].tekst.startswith("vriendenvan"):
            alle[i] = alle[i]._replace(tekst="vrienden", klasse="gewoon", waarden=frozenset({"vrienden"}))


def _alleen(alle: list[Woord]) -> None:
    """Read ``Vooruit Bilzen`` as the party, ``Sint-Vincentius Aalst`` as the charity: but for a place all there is."""
    telt = [i for i, w in enumerate(alle) if w.klasse not in {"stop", "algemeen"}]
    plaatsen = [i for i in telt if alle[i].klasse == "plaats"]
    rest = [i for i in telt if alle[i].klasse != "plaats" and not alle[i].waarden & _HULP]
    koepel = _ALLEEN.get(alle[rest[0]].tekst, "") if len(rest) == 1 else ""
    if koepel and (plaatsen or koepel == _VINCENTIUS):
        alle[rest[0]] = alle[rest[0]]._replace(klasse="koepel", waarden=frozenset({koepel}))


def _kern(alle: list[Woord]) -> None:
    """Leave out the section that a local branch is a part of: ``Natuurpunt Oost-Limburg kern Opoeteren``."""
    welk = next((i for i, w in enumerate(alle[:-1]) if w.tekst in _TAK and alle[i + 1].klasse == "plaats"), None)
    if welk is not None and any(w.klasse == "koepel" for w in alle[:welk]):
        alle[: welk + 1] = [w for w in alle[:welk] if w.klasse not in _WAAR]


def _sport(alle: list[Woord]) -> None:
    """Read ``Wolfsdonk Sport`` as what nearly all that are called so play: football."""
    if len(alle) > 1 and alle[-1].tekst == "sport" and alle[-2].klasse in {"plaats", "eigen"}:
        alle[-1] = alle[-1]._replace(waarden=alle[-1].waarden | {"voetbal"})


def _schutters(alle: list[Woord]) -> None:
    """Read a ``Sint-Sebastiaansgilde`` as archers where nothing else says what it does."""
    patroon = any(w.klasse == "sint" and _BOOGSCHUTTER in w.waarden for w in alle)
    gilde = next((w for w in alle if "gilde" in w.waarden), None)
    if patroon and gilde is not None and not any(w.klasse in {"soort", "koepel"} for w in alle):
        alle.append(Woord(gilde.tekst, "soort_zwak", frozenset({"boogschieten"})))


def _noem(alle: list[Woord]) -> None:
    """Read what follows an article as the very name where the rest tells what it is: ``Duivenbond De Reisduif``."""
    for i in range(len(alle) - 1):
        lidwoord, volgend = alle[i], alle[i + 1]
        if (
            lidwoord.tekst in _NOEMEND
            and lidwoord.klasse == "stop"
            and not (i and alle[i - 1].tekst in _VOORZETSELS)
            and volgend.klasse in {"soort", "algemeen"}
            and any(w.klasse in {"soort", "koepel"} for w in (*alle[:i], *alle[i + 2 :]))
        ):
            alle[i + 1] = volgend._replace(klasse="gewoon", waarden=frozenset({volgend.tekst}))


def _na_lidwoord(alle: Sequence[Woord]) -> tuple[frozenset[str], ...]:
    """Return the proper words from an article on: ``Begeleidingstehuis De Kade`` may go by *De Kade*."""
    for i in range(1, len(alle) - 1):
        if alle[i].tekst in _LIDWOORDEN and alle[i].klasse == "stop" and alle[i - 1].tekst not in _VOORZETSELS:
            eigen = eigen_woorden(alle[i:])
            return (eigen,) if eigen else ()
    return ()


def eigen_stammen(woorden: Sequence[Woord]) -> frozenset[str]:
    """Return what may be found of the proper words in another name: glued together, each, and parts of each."""
    eigen = [w for w in woorden if w.klasse in _EIGEN]
    delen = (naam for w in eigen for deel in w.delen if not any(s[0] == "=" for s in deel) for naam in deel)
    met_kleine = "".join(w.tekst for w in woorden if w.klasse in _EIGEN or w.klasse == "stop")
    koppen = {vorm for w in eigen for kop, _ in w.koppen for vorm in (kop, stam(kop))}
    alle = (eigen_plak(woorden), met_kleine, *(stam(w.tekst) for w in eigen), *delen, *koppen)
    return frozenset(tekst for tekst in alle if len(tekst) >= _KORTSTE_STAM)


def eigen_plak(woorden: Sequence[Woord]) -> str:
    """Return the proper words, glued."""
    return "".join(w.tekst for w in woorden if w.klasse in _EIGEN)


def eigen_woorden(woorden: Sequence[Woord]) -> frozenset[str]:
    """Return the proper words."""
    return frozenset(w.langste for w in woorden if w.klasse in _EIGEN)
