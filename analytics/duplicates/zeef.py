"""Pass over, fast, the pairs whose names have nothing in common, so that few are compared word by word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from analytics.duplicates.afgekapt import KORTSTE_AFGEKAPT
from analytics.duplicates.afkorting import staat_voor
from analytics.duplicates.blokken import Codes
from analytics.duplicates.ingekort import vormen
from analytics.duplicates.klank import klank
from analytics.duplicates.letternamen import geschreven
from analytics.duplicates.naamdelen import Naam, eigen_plak, eigen_stammen
from analytics.duplicates.profielen import NAAMVELDEN, Profielen
from analytics.duplicates.tekst import stam

# Of 100; lower lets more pairs through than it finds doubles (measured on the labelled pairs).
_GENOEG = 70.0
_GENOEG_AANEEN = 72.0
_GENOEG_PLAATSLOOS = 85.0  # of all words but places
_GENOEG_GEHEEL = 80.0  # of all words glued: "Voet bal club"
_EIGEN = frozenset({"eigen", "gewoon", "sint"})
_LANG_BEGIN = 16
_DEEL = 500_000
_ALLERLEI = frozenset({"sport", "moslim"})  # related to too much to say anything
_LETTERWOORDEN = 2  # of a name, looked at here


class _Teksten(NamedTuple):
    """What is looked at of each name; made once, as every pair of fields is judged by it."""

    eigen: npt.NDArray[np.object_]
    alles: npt.NDArray[np.object_]
    kaal: npt.NDArray[np.object_]
    plak: npt.NDArray[np.object_]
    plaatsloos: npt.NDArray[np.object_]
    stammen: list[frozenset[str]]
    woorden: list[frozenset[str]]
    letters: list[frozenset[str]]
    heet: Sequence[frozenset[str]]
    plaatsen: list[frozenset[str]]
    soorten: list[frozenset[str]]
    verwant: list[frozenset[str]]
    begin: npt.NDArray[np.int64]  # the letters that its words may give
    korten: list[tuple[npt.NDArray[np.object_], npt.NDArray[np.int64]]]  # words of letters, and which these are


def zeef(codes: Codes, profielen: Profielen) -> npt.NDArray[np.bool_]:
    """Tell for each pair whether any of its names look alike enough to be compared in earnest."""
    houd: npt.NDArray[np.bool_] = np.zeros(len(codes), dtype=bool)
    teksten = _teksten(profielen.namen, profielen.heet)
    a, b = codes // max(profielen.n, 1), codes % max(profielen.n, 1)
    for veld_a in NAAMVELDEN:
        for veld_b in NAAMVELDEN:
            na, nb = profielen.naam[veld_a][a], profielen.naam[veld_b][b]
            open_ = np.flatnonzero((na >= 0) & (nb >= 0) & ~houd)
            for begin in range(0, len(open_), _DEEL):
                stuk = open_[begin : begin + _DEEL]
                houd[stuk] = _lijken(na[stuk], nb[stuk], teksten, profielen.namen)
    return houd


def _teksten(namen: Sequence[Naam], heet: Sequence[frozenset[str]]) -> _Teksten:
    return _Teksten(
        np.array([_eigen(naam) for naam in namen], dtype=object),
        np.array([_alles(naam) for naam in namen], dtype=object),
        np.array([klank(eigen_plak(naam.alle)) for naam in namen], dtype=object),
        np.array([naam.plak for naam in namen], dtype=object),
        np.array([_plaatsloos(naam) for naam in namen], dtype=object),
        [eigen_stammen(naam.alle).union(_begin(naam), (f"={wie}" for wie in naam.andere)) for naam in namen],
        [_woorden(naam) for naam in namen],
        [geschreven(naam) for naam in namen],
        heet,
        [_plaatsen(naam) for naam in namen],
        [_soorten(naam) for naam in namen],
        [frozenset[str]().union(*(w.verwant for w in naam.woorden)) - _ALLERLEI for naam in namen],
        np.array([_letters("".join("".join(w.reeksen) for w in naam.alle)) for naam in namen], dtype=np.int64),
        [_letterwoorden(namen, nummer) for nummer in range(_LETTERWOORDEN)],
    )


def _lijken(na: Codes, nb: Codes, teksten: _Teksten, namen: Sequence[Naam]) -> npt.NDArray[np.bool_]:
    eigen, alles, kaal, plak, plaatsloos, stammen, woorden, letters, heet, plaatsen, soorten, verwant, *_ = teksten
    paar, uniek = pd.factorize(na * len(namen) + nb)
    na, nb = uniek // len(namen), uniek % len(namen)
    leeg = (eigen[na] == "") | (eigen[nb] == "")
    niets = (alles[na] == " ") | (alles[nb] == " ")  # nothing but a place
    overal: npt.NDArray[np.bool_] = np.ones(len(na), dtype=bool)
    links, rechts = np.where(leeg, alles[na], eigen[na]), np.where(leeg, alles[nb], eigen[nb])
    score = cpdist(links.tolist(), rechts.tolist(), scorer=fuzz.token_set_ratio, score_cutoff=_GENOEG, workers=-1)
    goed = np.asarray(score >= _GENOEG)
    for tekst, genoeg in ((kaal, _GENOEG_AANEEN), (plak, _GENOEG_GEHEEL), (plaatsloos, _GENOEG_PLAATSLOOS)):
        rest = np.flatnonzero(~goed)
        aaneen = cpdist(tekst[na[rest]].tolist(), tekst[nb[rest]].tolist(), scorer=fuzz.ratio, workers=-1)
        goed[rest] = (np.asarray(aaneen) >= genoeg) & (tekst[na[rest]] != "") & (tekst[nb[rest]] != "")
    for een, ander, waar in (
        (stammen, stammen, overal),
        (stammen, woorden, overal),
        (woorden, stammen, overal),
        (letters, heet, overal),
        (heet, letters, overal),
        (soorten, soorten, leeg),
        (soorten, verwant, leeg),
        (plaatsen, plaatsen, niets),
    ):
        open_ = np.flatnonzero(~goed & waar)
        goed[open_] = [not een[i].isdisjoint(ander[j]) for i, j in zip(na[open_], nb[open_], strict=True)]
    goed[~goed] = _afkortbaar(na[~goed], nb[~goed], teksten, namen)
    return np.asarray(goed[paar], dtype=bool)


def _afkortbaar(na: Codes, nb: Codes, teksten: _Teksten, namen: Sequence[Naam]) -> npt.NDArray[np.bool_]:
    """Tell for each pair of names whether a word of one may abbreviate words of the other."""
    goed: npt.NDArray[np.bool_] = np.zeros(len(na), dtype=bool)
    for kort, lang in ((na, nb), (nb, na)):
        for woord, nodig in teksten.korten:
            kan = ~goed & (nodig[kort] > 0) & ((nodig[kort] & ~teksten.begin[lang]) == 0)
            goed[kan] = [
                any(staat_voor(letters, namen[i].alle) is not None for letters in vormen(w))
                for w, i in zip(woord[kort[kan]], lang[kan], strict=True)
            ]
    return goed


def _letterwoorden(namen: Sequence[Naam], nummer: int) -> tuple[npt.NDArray[np.object_], npt.NDArray[np.int64]]:
    """Return each name's *nummer*-th word that may be an abbreviation (or an empty one), and the letters it needs."""
    woorden = [
        naam.alle[naam.letterwoorden[nummer]].tekst if nummer < len(naam.letterwoorden) else "" for naam in namen
    ]
    nodig = [_letters(vormen(woord)[-1]) if woord else 0 for woord in woorden]
    return np.array(woorden, dtype=object), np.array(nodig, dtype=np.int64)


def _letters(tekst: str) -> int:
    """Return a number with a bit for each letter of a folded text."""
    masker = 0
    for letter in set(tekst):
        masker |= 1 << (ord(letter) - ord("a")) if letter.isalpha() else 0
    return masker


def _plaatsloos(naam: Naam) -> str:
    return "".join(w.tekst for w in naam.woorden if w.klasse not in {"plaats", "soort_zwak"})


def _begin(naam: Naam) -> frozenset[str]:
    """Return how a name begins that a field may have cut off."""
    return frozenset({"<" + naam.heel[:_LANG_BEGIN]} if len(naam.heel) >= KORTSTE_AFGEKAPT else ())


def _woorden(naam: Naam) -> frozenset[str]:
    """Return the stems of the words for a kind, and what they begin with: the same may be a proper word elsewhere."""
    woorden = [w for w in naam.woorden if w.klasse in {"koepel", "soort", "neven", "leeftijd"}]
    return frozenset(stam(w.tekst) for w in woorden).union(*(w.kop for w in woorden))


def _plaatsen(naam: Naam) -> frozenset[str]:
    return frozenset[str]().union(*(w.waarden for w in naam.woorden if w.klasse == "plaats"))


def _soorten(naam: Naam) -> frozenset[str]:
    """Return all that the words for a kind of association may stand for."""
    return frozenset[str]().union(*(w.waarden for w in naam.woorden if w.klasse in {"koepel", "soort", "neven"}))


def _eigen(naam: Naam) -> str:
    eigen = (w for w in naam.woorden if (w.anders if w.klasse == "plaats" else w.klasse) in _EIGEN)
    return " ".join(klank(w.langste.replace(" ", "")) for w in eigen if w.klasse != "plaats" or w.anders == "sint")


def _alles(naam: Naam) -> str:
    return " ".join(sorted(klank(min(w.waarden, default=w.tekst)) for w in naam.woorden if w.klasse != "plaats")) or " "
