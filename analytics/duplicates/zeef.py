"""Pass over, fast, the pairs whose names have nothing in common, so that few are compared word by word."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from analytics.duplicates.blokken import Codes
from analytics.duplicates.naamdelen import Naam
from analytics.duplicates.profielen import NAAMVELDEN, Profielen
from analytics.duplicates.tekst import klank

# Of 100; pairs of names that the word-by-word comparison accepts score 70 and more, see the test of this module.
_GENOEG = 55.0
_GENOEG_AANEEN = 65.0
_DEEL = 500_000


def zeef(codes: Codes, profielen: Profielen) -> npt.NDArray[np.bool_]:
    """Tell for each pair whether any of its names look alike enough to be compared in earnest."""
    houd: npt.NDArray[np.bool_] = np.zeros(len(codes), dtype=bool)
    eigen = np.array([_eigen(naam) for naam in profielen.namen], dtype=object)
    alles = np.array([_alles(naam) for naam in profielen.namen], dtype=object)
    a, b = codes // max(profielen.n, 1), codes % max(profielen.n, 1)
    for veld_a in NAAMVELDEN:
        for veld_b in NAAMVELDEN:
            na, nb = profielen.naam[veld_a][a], profielen.naam[veld_b][b]
            open_ = np.flatnonzero((na >= 0) & (nb >= 0) & ~houd)
            for begin in range(0, len(open_), _DEEL):
                stuk = open_[begin : begin + _DEEL]
                houd[stuk] = _lijken(na[stuk], nb[stuk], eigen, alles, profielen)
    return houd


def _lijken(
    na: Codes, nb: Codes, eigen: npt.NDArray[np.object_], alles: npt.NDArray[np.object_], profielen: Profielen
) -> npt.NDArray[np.bool_]:
    paar, uniek = pd.factorize(na * len(eigen) + nb)
    na, nb = uniek // len(eigen), uniek % len(eigen)
    leeg = (eigen[na] == "") | (eigen[nb] == "")
    links, rechts = np.where(leeg, alles[na], eigen[na]), np.where(leeg, alles[nb], eigen[nb])
    score = cpdist(links.tolist(), rechts.tolist(), scorer=fuzz.token_set_ratio, score_cutoff=_GENOEG, workers=-1)
    goed = np.asarray(score >= _GENOEG)
    plak = np.array([naam.plak for naam in profielen.namen], dtype=object)
    rest = np.flatnonzero(~goed)
    aaneen = cpdist(plak[na[rest]].tolist(), plak[nb[rest]].tolist(), scorer=fuzz.ratio, workers=-1)
    goed[rest] = np.asarray(aaneen) >= _GENOEG_AANEEN
    kort = np.array([any(3 <= len(w.tekst) <= 6 and w.klasse == "eigen" for w in n.woorden) for n in profielen.namen])
    for i in np.flatnonzero(~goed & (kort[na] | kort[nb])):
        x, y = profielen.namen[na[i]], profielen.namen[nb[i]]
        goed[i] = any(w.tekst in y.initialen for w in x.woorden) or any(w.tekst in x.initialen for w in y.woorden)
    return np.asarray(goed[paar], dtype=bool)


def _eigen(naam: Naam) -> str:
    return " ".join(klank(w.langste.replace(" ", "")) for w in naam.woorden if w.klasse in {"eigen", "gewoon", "sint"})


def _alles(naam: Naam) -> str:
    return " ".join(sorted(klank(min(w.waarden, default=w.tekst)) for w in naam.woorden if w.klasse != "plaats")) or " "
