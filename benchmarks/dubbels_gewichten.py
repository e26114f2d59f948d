"""
Fit the weights of names and places on labelled pairs.

    python -m benchmarks.dubbels_gewichten            # figures, and the weights that would change
    python -m benchmarks.dubbels_gewichten --schrijf  # put them in analytics/duplicates/gewichten.py

Logistic regression over what was seen of each pair (``Dubbels.paren["kenmerken"]``), held near the present weights,
so that what is seldom seen keeps the weight it was given by reasoning. A difference never speaks for a pair. Figures
are five-fold: every pair is judged with weights that were fitted without it. The material was looked at while the
reading of names was built, so only :mod:`benchmarks.dubbels_keur` says what the search does on names it never met.
"""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.optimize import minimize

from analytics.duplicates import gewichten as g
from analytics.duplicates.naam import Naamlezer
from analytics.duplicates.records import Records
from analytics.duplicates.zoek import Drempels, zoek_dubbels
from analytics.run.dubbels_zoek import naamlezer

_HIER = Path(__file__).resolve().parents[1] / "tests" / "unit" / "duplicates"
_ALLES = Drempels(mogelijk=1e-7)
_VELDEN = ["naam", "postcode", "gemeente"]
# What a pair is given beside its marks. That of other pairs follows from the weights: fit again until it rests.
_ERBIJ = ["gangbaarheid", "mededinging"]
_NABIJ = 1.0  # how strongly a weight is held where it was
_VOUWEN = 5
# Never fitted: where zero lies, what hardly any proposed pair shows, and what the pairs have too little of.
_VAST = frozenset(
    {
        "vooraf",
        "postcode",
        "geen_bestand",
        "streek",
        "naam_elders",
        "ander",
        "ontbreekt",
        "beide_onbekend",
        "afkorting_anders_koepel",
        "verschillend",
        "verschillend_kaal",
        "botsing:koepel",
        "botsing:soort:geen",
        "botsing:soort:gewoon",
        "buurt",
        "klinkt_65",
        "overlap_0",
        "koepel_tegen_soort",
        "plaats_anders:geen",
    }
)
_TREDEN = [0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 1.0]


@dataclass(frozen=True, eq=False)
class Materiaal:
    """
    Labelled pairs as numbers.

    Attributes:
        namen: Names of the weights.
        begin: The present weights, in that order.
        x: One row per pair: how often each mark was seen.
        y: 1 where the pair is double.
        vast: What else was added to each pair, in log-odds.
        vouw: Fold of each pair.
        gemist: Doubles that were not even proposed.
    """

    namen: list[str]
    begin: npt.NDArray[np.float64]
    x: npt.NDArray[np.float64]
    y: npt.NDArray[np.float64]
    vast: npt.NDArray[np.float64]
    vouw: npt.NDArray[np.int64]
    gemist: int


def records(lijst: pd.DataFrame) -> Records:
    """Return names and places (columns naam, postcode, gemeente; <NA> for missing) as records."""
    plaatsen = lijst.dropna(subset=["postcode", "gemeente"], how="all").rename_axis("record").reset_index()
    return Records(lijst[["naam"]], plaatsen[["record", "postcode", "gemeente"]].fillna(""))


def lees(naam: str, sep: str = ",") -> pd.DataFrame:
    """Return a list as text, <NA> for an empty cell."""
    return pd.read_csv(_HIER / naam, sep=sep, dtype="string", keep_default_na=False).replace("", pd.NA)


def uit_paren(paren: pd.DataFrame, lezer: Naamlezer) -> pd.DataFrame:
    """Return of each labelled pair (``zelfde``) what was seen; without any place they are a file of their own."""
    kaal = paren[[f"{veld}_{kant}" for kant in "ab" for veld in _VELDEN[1:]]].isna().all(axis=1)
    delen = []
    for deel in (paren[~kaal], paren[kaal]):
        a, b = (records(deel[[f"{v}_{kant}" for v in _VELDEN]].set_axis(_VELDEN, axis=1)) for kant in "ab")
        gevonden = zoek_dubbels(a, tegen=b, lezer=lezer, drempels=_ALLES).paren
        eigen = gevonden[gevonden["a"] == gevonden["b"]].set_index("a")[["kenmerken", *_ERBIJ]]
        delen.append(deel[["zelfde", "naam_a", "naam_b"]].join(eigen))
    return pd.concat(delen, ignore_index=True)


def uit_lijsten(gemeente: str, lezer: Naamlezer) -> pd.DataFrame:
    """Return the same of all pairs proposed between two lists of *gemeente*, and of the doubles that were not."""
    a, b = (lees(f"bouwlijsten/{gemeente}_{kant}.csv") for kant in "ab")
    a, b = (lijst.set_index(lijst["nummer"].astype("int64"))[_VELDEN] for lijst in (a, b))
    bekend = lees(f"bouwlijsten/{gemeente}_paren.csv").astype("int64").rename(columns=lambda k: k[-1])
    gevonden = zoek_dubbels(records(a), tegen=records(b), lezer=lezer, drempels=_ALLES).paren
    alle = gevonden.merge(bekend.assign(zelfde=True), on=["a", "b"], how="outer")
    namen = {f"naam_{k}": lijst["naam"].reindex(alle[k]).to_numpy() for k, lijst in (("a", a), ("b", b))}
    return alle.assign(zelfde=alle["zelfde"].eq(True), **namen)[["zelfde", *namen, "kenmerken", *_ERBIJ]]


def lees_materiaal() -> Materiaal:
    """Return all pairs that may be looked at."""
    lezer = naamlezer()
    bouw = lees("bouwparen.csv")
    paren = [bouw.assign(zelfde=bouw["dubbel"].eq("ja"))]
    for naam in ("handlijst.csv", "namenlijst.csv", "bouwlijst.csv"):
        lijst = lees(naam, sep="|")
        paren.append(lijst.assign(zelfde=lijst["zelfde"].eq("1")))
    delen = [uit_paren(lijst, lezer) for lijst in paren]
    gemeenten = sorted(pad.name.removesuffix("_paren.csv") for pad in (_HIER / "bouwlijsten").glob("*_paren.csv"))
    delen += [uit_lijsten(gemeente, lezer) for gemeente in gemeenten]
    alle = pd.concat(delen, ignore_index=True)
    gezien = alle[alle["kenmerken"].notna()].reset_index(drop=True)
    begin = {"vooraf": g.VOORAF, **g.NAAM, **g.ONDERSCHEID, **{f"plaats={k}": v for k, v in g.PLAATS.items()}}
    namen = sorted(begin)
    x = gezien["kenmerken"].str.get_dummies(" ").reindex(columns=namen, fill_value=0).assign(vooraf=1)
    sleutel = (gezien["naam_a"] + "|" + gezien["naam_b"]).to_numpy(dtype=object)
    return Materiaal(
        namen,
        np.array([begin[naam] for naam in namen]),
        x.to_numpy(dtype=float),
        gezien["zelfde"].to_numpy(dtype=float),
        gezien[_ERBIJ].to_numpy(dtype=float).sum(axis=1),
        (pd.util.hash_array(sleutel) % _VOUWEN).astype(np.int64),
        int((alle["kenmerken"].isna() & alle["zelfde"]).sum()),
    )


def pas(m: Materiaal, met: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    """Return the weights that fit the pairs *met* best and lie near the present ones."""
    vrij = np.array([naam.removeprefix("plaats=") not in _VAST for naam in m.namen])
    grenzen = [(None, max(0.0, b) if naam in g.ONDERSCHEID else None) for naam, b in zip(m.namen, m.begin, strict=True)]
    x, y, vast = m.x[met], m.y[met], m.vast[met]

    def verlies(w: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        z = x @ w + vast
        helling = x.T @ (1 / (1 + np.exp(-z)) - y) + _NABIJ * (w - m.begin)
        afstand = float(((w - m.begin) ** 2).sum())
        return float((np.logaddexp(0, z) - y * z).sum()) + _NABIJ * afstand / 2, helling * vrij

    return np.asarray(minimize(verlies, m.begin, jac=True, method="L-BFGS-B", bounds=grenzen).x, dtype=np.float64)


def toon(m: Materiaal) -> None:
    """Print F1 per threshold, and the probability beside what was true, each pair judged without itself."""
    z = np.zeros(len(m.y))
    for vouw in range(_VOUWEN):
        buiten = m.vouw == vouw
        z[buiten] = m.x[buiten] @ pas(m, ~buiten) + m.vast[buiten]
    kans = 1 / (1 + np.exp(-z))
    for drempel in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        goed = float(((kans >= drempel) & (m.y > 0)).sum())
        f1 = 2 * goed / (float((kans >= drempel).sum()) + m.y.sum() + m.gemist)
        sys.stdout.write(f"F1 vanaf {drempel}: {f1:.3f}\n")
    tabel = pd.DataFrame({"kans": kans, "waar": m.y}).groupby(pd.cut(kans, _TREDEN), observed=True)
    sys.stdout.write(tabel.agg(kans=("kans", "mean"), waar=("waar", "mean"), n=("waar", "size")).to_string() + "\n")


def schrijf(m: Materiaal, w: npt.NDArray[np.float64]) -> None:
    """Put the weights in the module, to a tenth."""
    pad = Path(g.__file__)
    tekst = pad.read_text(encoding="utf-8")
    for naam, waarde in zip(m.namen, np.round(w, 1) + 0.0, strict=True):
        blok = "PLAATS" if naam.startswith("plaats=") else "NAAM" if naam in g.NAAM else "ONDERSCHEID"
        begin = tekst.index(f"{blok} = {{")
        einde = tekst.index("\n}", begin)
        regel = rf'(    "{re.escape(naam.removeprefix("plaats="))}": )[-\d.]+'
        tekst = tekst[:begin] + re.sub(regel, rf"\g<1>{waarde}", tekst[begin:einde]) + tekst[einde:]
    pad.write_text(tekst, encoding="utf-8")


def main() -> int:
    """Print the figures and what would change; write it when asked."""
    lees_ = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lees_.add_argument("--schrijf", action="store_true")
    m = lees_materiaal()
    sys.stdout.write(f"{len(m.y)} paren voorgesteld, {int(m.y.sum())} dubbel; {m.gemist} dubbels niet voorgesteld\n")
    toon(m)
    w = pas(m, np.ones(len(m.y), dtype=bool))
    for naam, van, naar in zip(m.namen, m.begin, w, strict=True):
        if abs(naar - van) >= 0.05:
            sys.stdout.write(f"{naam:<28}{van:>6.1f} -> {naar:>6.1f}\n")
    if lees_.parse_args().schrijf:
        schrijf(m, w)
    return 0


if __name__ == "__main__":
    sys.exit(main())
