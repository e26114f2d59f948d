"""The keys that bring records together: a word in a municipality, a word but for one letter, a name without spaces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.duplicates.klank import klank, ruwe_klank
from analytics.duplicates.letternamen import geschreven
from analytics.duplicates.naamdelen import Naam, eigen_plak, eigen_stammen
from analytics.duplicates.profielen import NAAMVELDEN, Profielen
from analytics.duplicates.tekst import min_letter

# How many records a block may hold. A word that more associations of one municipality share tells nothing: a
# second word, the glued name or other evidence must then bring the pair.
HOOGSTENS_PLAATS = 40
HOOGSTENS_WOORD = 30
# Pairs that comparing whole municipalities may take, from the smallest municipality on.
HOOGSTENS_PAREN = 50_000
HOOGSTENS_STREEK = 20
HOOGSTENS_OVERAL = 24
# What fields that cut names off leave of both: without honours.
_LANG_BEGIN = 16
_KORTSTE_STAM = 5
_EIGEN = frozenset({"eigen", "gewoon", "sint", "plaats"})


def maak_sleutels(profielen: Profielen) -> Iterator[tuple[pd.DataFrame, int]]:
    """
    Yield ``(keys, largest block)``; keys hold ``sleutel`` (uint64) and ``record`` (int).

    Within a municipality: everything where it is small, a word, a word but for a letter, two words, begin and end of
    the glued name. Within a region (first two digits of the postcode): a proper word. Everywhere: the glued name,
    also but for a letter; and any proper word for records that have no place.
    """
    woorden, varianten, paren, plak, foutplak = _per_naam(profielen.namen, profielen.heet)
    namen = pd.concat(
        [pd.DataFrame({"record": np.arange(profielen.n), "naam": profielen.naam[veld]}) for veld in NAAMVELDEN]
    )
    namen = namen[namen["naam"] >= 0]
    plaats, streek = _plaatsen(profielen)
    yield plaats.assign(sleutel=plaats["plek"])[["sleutel", "record"]], _hoogstens_plaats(plaats)
    for tabel in (woorden, varianten, paren, plak):
        yield _samen(namen.merge(tabel, on="naam"), plaats), HOOGSTENS_WOORD
    eigen = woorden[woorden["eigen"]]
    yield _samen(namen.merge(eigen, on="naam"), streek), HOOGSTENS_STREEK
    for tabel in (paren, plak, foutplak):
        yield namen.merge(tabel, on="naam")[["sleutel", "record"]], HOOGSTENS_OVERAL
    overal = namen.merge(eigen, on="naam")[["sleutel", "record"]]
    zoekt = overal.loc[profielen.zonder_plaats[overal["record"].to_numpy()], "sleutel"].unique()
    yield overal[overal["sleutel"].isin(zoekt)], HOOGSTENS_WOORD


def _hoogstens_plaats(plaats: pd.DataFrame) -> int:
    """Return of how many records a municipality may be compared wholly: as many as the file leaves room for."""
    maten, aantal = np.unique(plaats.groupby("plek").size().to_numpy(dtype=np.int64), return_counts=True)
    paren = np.cumsum(aantal * (maten * (maten - 1) // 2))
    return int(max(HOOGSTENS_PLAATS, maten[paren <= HOOGSTENS_PAREN].max(initial=0)))


def _hash(teksten: list[str]) -> npt.NDArray[np.uint64]:
    return pd.util.hash_array(np.array(teksten, dtype=object), categorize=False) if teksten else np.empty(0, np.uint64)


def _tabel(rijen: list[tuple[int, str]]) -> pd.DataFrame:
    return pd.DataFrame(
        {"naam": np.array([r[0] for r in rijen], dtype=np.int64), "sleutel": _hash([r[1] for r in rijen])}
    )


def _min_letter(woord: str) -> list[str]:
    """Return the word, its sound, and it with each letter left out: words one edit apart share one of these."""
    return [*_klinkt(woord), *min_letter(woord)]


def _klinkt(woord: str) -> list[str]:
    """Return how a word sounds, to who knows its spelling and to who does not."""
    return [f"{klank(woord)}~", f"{ruwe_klank(woord)}~~"]


def _per_naam(namen: Sequence[Naam], heten: Sequence[frozenset[str]]) -> tuple[pd.DataFrame, ...]:
    """Return per name: words (with ``eigen``), misspelt words, pairs of words, glued names, misspelt glued names."""
    woorden: list[tuple[int, str]] = []
    eigen: list[bool] = []
    varianten: list[tuple[int, str]] = []
    paren: list[tuple[int, str]] = []
    plakken: list[tuple[int, str]] = []
    fouten: list[tuple[int, str]] = []
    # An abbreviation only brings pairs where somebody writes it.
    for i, (naam, heet) in enumerate(zip(namen, heten, strict=True)):
        waarden = {w.langste: w for w in naam.woorden}
        for waarde, w in waarden.items():
            woorden.append((i, waarde))
            eigen.append(w.klasse in _EIGEN)
            if w.klasse in {"eigen", "gewoon", "plaats"} and len(w.tekst) >= 4:
                varianten.extend((i, v) for v in (_min_letter(w.tekst) if len(w.tekst) > 4 else _klinkt(w.tekst)))
        paren.extend((i, f"{x}+{y}") for x, y in combinations(sorted(waarden)[:6], 2))
        plak = "".join(w.tekst for w in naam.woorden if w.klasse not in {"plaats", "algemeen"}) or naam.plak
        kern = "+".join(sorted(v for v, w in waarden.items() if w.klasse not in {"plaats", "algemeen", "soort_zwak"}))
        plakken.extend((i, f"{wie}=") for wie in naam.andere)
        plakken.extend((i, f"{letters}.") for letters in heet | geschreven(naam))
        plakken.extend((i, p) for p in {kern or plak, plak, naam.plak, "<" + naam.plak[:6], naam.plak[-6:] + ">"})
        plakken.extend((i, f"{klank(k)}~~") for k in {kern, plak, eigen_plak(naam.woorden)} if len(k) >= _KORTSTE_STAM)
        plakken.extend((i, f"{s}~") for s in {*eigen_stammen(naam.alle), plak[-6:]} if len(s) >= _KORTSTE_STAM)
        plakken.extend((i, "<" + begin[:_LANG_BEGIN]) for begin in {naam.plak, naam.heel} if len(begin) >= _LANG_BEGIN)
        if len(plak) >= 8:
            fouten.extend((i, v) for v in _min_letter(plak))
    return (
        _tabel(woorden).assign(eigen=np.array(eigen, dtype=bool)),
        _tabel(varianten),
        _tabel(paren),
        _tabel(plakken),
        _tabel(fouten),
    )


def _plaatsen(profielen: Profielen) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return ``record``, ``plek`` (hash) by municipality and by region; without place the place in the name counts."""
    loc = profielen.locaties
    uit_naam: list[tuple[int, str]] = []
    for nummer, naam in enumerate(profielen.namen):
        uit_naam.extend((nummer, nis) for w in naam.woorden for nis in w.nis)
    genoemd = pd.DataFrame(uit_naam, columns=["naam", "nis"])
    zonder = np.setdiff1d(np.arange(profielen.n), loc["record"].to_numpy())
    geen = pd.DataFrame({"record": zonder, "naam": profielen.naam["naam"][zonder]}).merge(genoemd, on="naam")
    alle = pd.concat([loc[["record", "nis"]], geen[["record", "nis"]]]).drop_duplicates()
    plaats = pd.DataFrame({"record": alle["record"].to_numpy(), "plek": _hash(alle["nis"].tolist())})
    streken = loc[["record"]].assign(streek=loc["postcode"].str[:2])[loc["postcode"] != ""].drop_duplicates()
    return plaats, pd.DataFrame({"record": streken["record"].to_numpy(), "plek": _hash(streken["streek"].tolist())})


def _samen(namen: pd.DataFrame, plaats: pd.DataFrame) -> pd.DataFrame:
    """Bind the key of a name to each place of its record."""
    beide = namen.merge(plaats, on="record")
    sleutel = beide["sleutel"].to_numpy() * np.uint64(0x9E3779B97F4A7C15) ^ beide["plek"].to_numpy()
    return pd.DataFrame({"sleutel": sleutel, "record": beide["record"].to_numpy()})
