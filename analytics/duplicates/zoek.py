"""Find the associations that are in more than once: propose pairs, weigh all evidence, group, explain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.duplicates import gewichten as g
from analytics.duplicates.beoordeel import Verdeler, hier
from analytics.duplicates.blokken import Codes, paren_in_blokken, verenig
from analytics.duplicates.groepen import maak_groepen
from analytics.duplicates.lijsten import weeg_lijsten
from analytics.duplicates.mededinging import weeg_mededinging
from analytics.duplicates.naam import Naamlezer
from analytics.duplicates.parochies import lees_parochies
from analytics.duplicates.plaats import maak_plaatsen
from analytics.duplicates.profielen import Profielen
from analytics.duplicates.records import Records, leeg_als, stapel
from analytics.duplicates.redenen import schrijf_redenen
from analytics.duplicates.sleutels import maak_sleutels
from analytics.duplicates.weger import Gewogen, maak_weger
from analytics.duplicates.woorden import lees_woorden
from analytics.duplicates.zeef import zeef
from analytics.duplicates.zonder_opruimen import zonder_opruimen

# So few pairs need no sieve: it passes nearly all doubles, but not all.
ONGEZEEFD = 50_000
# Pairs that comparing records without a place with all others may take.
HOOGSTENS_ZONDER_PLAATS = 50_000


@dataclass(frozen=True)
class Drempels:
    """
    From which probability a pair is reported.

    Attributes:
        dubbel: ``oordeel`` is ``dubbel`` from here; such pairs make groups.
        mogelijk: ``mogelijk`` from here; less is not reported.
    """

    dubbel: float = 0.5
    mogelijk: float = 0.4

    def __post_init__(self) -> None:
        if not 0 < self.mogelijk <= self.dubbel < 1:
            raise ValueError(f"thresholds must satisfy 0 < mogelijk <= dubbel < 1, got {self}")


@dataclass(frozen=True, eq=False)
class Dubbels:
    """
    What was found.

    Attributes:
        paren: One row per pair, most probable first: ``a``, ``b`` (record ids; with ``tegen``: ``a`` of the source,
            ``b`` of the other), ``kans`` (0–1), ``oordeel`` (``dubbel``/``mogelijk``), ``redenen`` (Dutch),
            ``kenmerken`` (what was seen of names and place: names of weights, by spaces), and per field of
            :data:`BIJDRAGEN` (:mod:`weger`) its contribution in log-odds; these add up to the log-odds of ``kans``.
        groepen: ``groep``, ``bron`` (``bron``/``tegen``), ``record``: one association each, by ``dubbel`` pairs.
        vergeleken: Number of pairs that blocking proposed.
    """

    paren: pd.DataFrame
    groepen: pd.DataFrame
    vergeleken: int


def maak_naamlezer(woordenmap: Path, *, parochies: pd.DataFrame, **plaatslijsten: pd.DataFrame) -> Naamlezer:
    """
    Build what names and places are read with; see :func:`lees_parochies` and :func:`maak_plaatsen` for the frames.

    Raises:
        InstellingFout: If a word list is missing or wrong.
    """
    woorden, plaatsen = lees_woorden(woordenmap), maak_plaatsen(**plaatslijsten)
    # "Sint-Dimpna" is a part of Geel in any spelling of the saint; what is named Sint-Amandus need not be Sint-Amands.
    heiligen = [
        (f"sint {woorden.heiligen[naam[1]]}", nis)
        for naam, nissen in plaatsen.namen.items()
        if len(naam) == 2 and naam[0] == "sint" and naam[1].rstrip("s") != woorden.heiligen.get(naam[1], "").rstrip("s")
        for nis in nissen
        if naam[1] in woorden.heiligen and naam not in plaatsen.hoofdnamen.get(nis, ())
    ]
    lezer = Naamlezer(woorden, plaatsen.met(heiligen))
    return replace(lezer, plaatsen=replace(lezer.plaatsen, parochies=lees_parochies(parochies, lezer)))


@zonder_opruimen()
def zoek_dubbels(
    bron: Records,
    *,
    lezer: Naamlezer,
    tegen: Records | None = None,
    drempels: Drempels | None = None,
    verdeel: Verdeler = hier,
) -> Dubbels:
    """
    Find the pairs of records that may be the same association.

    Args:
        bron: The associations to look through.
        lezer: Made by :func:`maak_naamlezer`.
        tegen: Compare *bron* with these only, and not within itself.
        drempels: From which probability to report.
        verdeel: Where names are compared: in this process, or on a cluster (:mod:`analytics.duplicates.cluster`).
    """
    drempels = drempels or Drempels()
    samen, grens = stapel(bron, tegen if tegen is not None else leeg_als(bron))
    if tegen is None:
        grens = 0
    weger = maak_weger(samen, lezer, verdeel, grens=grens)
    codes = kandidaten(weger.profielen, weger.gedeeld, grens=grens)
    vergeleken = len(codes)
    met_bewijs = np.isin(codes, verenig(weger.gedeeld.values()))
    verband = weger.verband(codes)
    houd = met_bewijs | (_hoogst_haalbaar(verband) >= np.log(drempels.mogelijk / (1 - drempels.mogelijk)))
    if houd.sum() > ONGEZEEFD:
        houd[houd] = met_bewijs[houd] | zeef(codes[houd], weger.profielen)
    codes = codes[houd]
    gewogen = weger.weeg(codes, verband[houd])
    # What other pairs say of each: how much is double at all, and whether another fits better.
    gewogen.bijdragen["lijsten"] = weeg_lijsten(codes, gewogen.logodds, weger.lijst)
    gewogen.bijdragen["mededinging"] = weeg_mededinging(codes, gewogen.logodds, weger)
    logodds = gewogen.logodds
    houd = np.flatnonzero(gewogen.kans >= drempels.mogelijk)
    houd = houd[np.lexsort((codes[houd], -logodds[houd]))]
    paren = maak_paren(houd, codes, gewogen, drempels, weger.n)
    dubbel = paren["oordeel"].eq("dubbel").to_numpy()
    groepen = maak_groepen(paren.loc[dubbel, ["a", "b"]], logodds[houd][dubbel])
    return _met_eigen_nummers(Dubbels(paren, groepen, vergeleken), bron, tegen)


def kandidaten(profielen: Profielen, gedeeld: Mapping[str, Codes], *, grens: int) -> Codes:
    """Return the codes of all pairs worth comparing."""
    n = max(profielen.n, 1)
    uit_namen = (
        paren_in_blokken(sleutels, n=n, grens=grens, hoogstens=hoogstens)
        for sleutels, hoogstens in maak_sleutels(profielen)
    )
    return verenig([*uit_namen, *gedeeld.values(), _zonder_plaats(profielen, n, grens)])


def _zonder_plaats(profielen: Profielen, n: int, grens: int) -> Codes:
    """Return the pairs of the records without a place with all others, where that leaves few enough."""
    zonder = np.flatnonzero(profielen.zonder_plaats)
    if len(zonder) * n > HOOGSTENS_ZONDER_PLAATS:
        return np.empty(0, dtype=np.int64)
    een: Codes = np.repeat(zonder, n).astype(np.int64)
    ander = np.tile(np.arange(n, dtype=np.int64), len(zonder))
    a, b = np.minimum(een, ander), np.maximum(een, ander)
    houd = (a < grens) & (b >= grens) if grens else a < b
    return np.unique(a[houd] * n + b[houd])


def _hoogst_haalbaar(verband: npt.NDArray[np.str_]) -> npt.NDArray[np.float64]:
    """Return the log-odds that a pair without other evidence reaches at best, by its places."""
    return g.VOORAF + g.NAAM["gelijk"] + g.ACTIVITEITEN_GELIJK + np.array([g.PLAATS[v] for v in verband], dtype=float)


def maak_paren(
    houd: npt.NDArray[np.int64],
    codes: Codes,
    gewogen: Gewogen,
    drempels: Drempels,
    n: int,
) -> pd.DataFrame:
    """Return the pairs at the positions *houd* of *codes*, as ``Dubbels.paren`` shows them; records by position."""
    namen, verband = gewogen.namen, gewogen.verband
    bij = gewogen.bijdragen.iloc[houd].reset_index(drop=True)
    kans = gewogen.kans[houd]
    redenen = [
        schrijf_redenen(
            namen.oordelen[namen.welk[i]],
            str(verband[i]),
            rij,
            kort=bool(namen.malus[i]),
            elders=int(rij["gangbaarheid"] < 0),
        )
        for i, rij in zip(houd, bij.to_dict("records"), strict=True)
    ]
    hoofd = pd.DataFrame(
        {
            "a": codes[houd] // n,
            "b": codes[houd] % n,
            "kans": kans,
            "oordeel": pd.Series(np.where(kans >= drempels.dubbel, "dubbel", "mogelijk"), dtype="string"),
            "redenen": pd.Series(redenen, dtype="string"),
            "kenmerken": pd.Series(
                [" ".join((*namen.oordelen[namen.welk[i]].kenmerken, f"plaats={verband[i]}")) for i in houd],
                dtype="string",
            ),
        }
    )
    return pd.concat([hoofd, bij], axis=1)


def _met_eigen_nummers(gevonden: Dubbels, bron: Records, tegen: Records | None) -> Dubbels:
    """Give the records back the ids their sources gave them."""
    ids = bron.verenigingen.index.to_numpy()
    if tegen is not None:
        ids = np.concatenate([ids, tegen.verenigingen.index.to_numpy()])
    paren = gevonden.paren.assign(a=ids[gevonden.paren["a"]], b=ids[gevonden.paren["b"]])
    record = gevonden.groepen["record"].to_numpy()
    herkomst = pd.Series(np.where(record < len(bron.verenigingen), "bron", "tegen"), dtype="string")
    groepen = pd.DataFrame({"groep": gevonden.groepen["groep"], "bron": herkomst, "record": ids[record]})
    return Dubbels(paren, groepen, gevonden.vergeleken)
