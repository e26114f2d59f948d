"""Find the associations that are in more than once: propose pairs, weigh all evidence, group, explain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.duplicates import gewichten as g
from analytics.duplicates.beoordeel import Naamoordelen, Verdeler, beoordeel_namen, hier
from analytics.duplicates.bewijs import bewijsstukken, paren_met_bewijs, weeg_activiteiten, weeg_bewijs
from analytics.duplicates.blokken import Codes, paren_in_blokken, verenig
from analytics.duplicates.groepen import maak_groepen
from analytics.duplicates.naam import Naamlezer
from analytics.duplicates.plaats import maak_plaatsen
from analytics.duplicates.plaatsverband import binnen_gemeente, deelverband, plaatsverband
from analytics.duplicates.profielen import Profielen, lees_profielen
from analytics.duplicates.records import Records, leeg_als, stapel
from analytics.duplicates.redenen import schrijf_redenen
from analytics.duplicates.sleutels import maak_sleutels
from analytics.duplicates.woorden import lees_woorden
from analytics.duplicates.zeef import zeef
from analytics.duplicates.zonder_opruimen import zonder_opruimen

BIJDRAGEN = ("vooraf", "naam", "onderscheid", "plaats", "gangbaarheid", *g.BEWIJS, "activiteiten")


@dataclass(frozen=True)
class Drempels:
    """
    From which probability a pair is reported.

    Attributes:
        dubbel: ``oordeel`` is ``dubbel`` from here; such pairs make groups.
        mogelijk: ``mogelijk`` from here; less is not reported.
    """

    dubbel: float = 0.6
    mogelijk: float = 0.3

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
            :data:`BIJDRAGEN` its contribution in log-odds; these add up to the log-odds of ``kans``.
        groepen: ``groep``, ``bron`` (``bron``/``tegen``), ``record``: one association each, by ``dubbel`` pairs.
        vergeleken: Number of pairs that blocking proposed.
    """

    paren: pd.DataFrame
    groepen: pd.DataFrame
    vergeleken: int


def maak_naamlezer(woordenmap: Path, **plaatslijsten: pd.DataFrame) -> Naamlezer:
    """
    Build what names and places are read with; see :func:`maak_plaatsen` for the frames.

    Raises:
        InstellingFout: If a word list is missing or wrong.
    """
    return Naamlezer(lees_woorden(woordenmap), maak_plaatsen(**plaatslijsten))


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
    profielen = lees_profielen(samen, lezer)
    stukken = bewijsstukken(samen, profielen)
    gedeeld = paren_met_bewijs(stukken, n=max(profielen.n, 1), grens=grens)
    codes = kandidaten(profielen, gedeeld, grens=grens)
    vergeleken = len(codes)
    verband = plaatsverband(codes, profielen, lezer.plaatsen.buren)
    met_bewijs = np.isin(codes, verenig(gedeeld.values()))
    houd = met_bewijs | (_hoogst_haalbaar(verband) >= np.log(drempels.mogelijk / (1 - drempels.mogelijk)))
    houd[houd] = met_bewijs[houd] | zeef(codes[houd], profielen)
    codes, verband = codes[houd], verband[houd]
    namen = beoordeel_namen(codes, profielen, verdeel)
    verband = binnen_gemeente(verband, deelverband(codes, profielen), namen.plaatsloos())
    bijdragen = weeg(codes, namen, verband, profielen, samen, gedeeld, stukken)
    logodds = bijdragen.to_numpy().sum(axis=1)
    kans = 1 / (1 + np.exp(-logodds))
    houd = np.flatnonzero(kans >= drempels.mogelijk)
    houd = houd[np.lexsort((codes[houd], -logodds[houd]))]
    paren = maak_paren(houd, codes, kans, bijdragen, namen, verband, profielen, drempels)
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
    return verenig([*uit_namen, *gedeeld.values()])


def _hoogst_haalbaar(verband: npt.NDArray[np.str_]) -> npt.NDArray[np.float64]:
    """Return the log-odds that a pair without other evidence reaches at best, by its places."""
    return g.VOORAF + g.NAAM["gelijk"] + g.ACTIVITEITEN_GELIJK + np.array([g.PLAATS[v] for v in verband], dtype=float)


def weeg(
    codes: Codes,
    namen: Naamoordelen,
    verband: npt.NDArray[np.str_],
    profielen: Profielen,
    bron: Records,
    gedeeld: Mapping[str, Codes],
    stukken: Mapping[str, pd.DataFrame],
) -> pd.DataFrame:
    """Return the contribution of every field (:data:`BIJDRAGEN`) for each pair, in log-odds."""
    n = max(profielen.n, 1)
    kolommen: dict[str, npt.NDArray[np.float64]] = {
        "vooraf": np.full(len(codes), g.VOORAF),
        "naam": namen.punten("naam") if len(codes) else np.empty(0),
        "onderscheid": namen.punten("onderscheid") if len(codes) else np.empty(0),
        "plaats": np.array([g.PLAATS[v] for v in verband], dtype=float),
        "gangbaarheid": _gangbaarheid(codes, namen, verband, profielen),
        **weeg_bewijs(codes, gedeeld, stukken, n=n),
        "activiteiten": weeg_activiteiten(bron.kolom("hoofdactiviteiten"), codes, n),
    }
    return pd.DataFrame(kolommen, columns=list(BIJDRAGEN))


def _gangbaarheid(
    codes: Codes, namen: Naamoordelen, verband: npt.NDArray[np.str_], profielen: Profielen
) -> npt.NDArray[np.float64]:
    """Take off what a name is worth less because others bear it too, where the place does not settle it."""
    if not len(codes):
        return np.empty(0)
    a, b = codes // profielen.n, codes % profielen.n
    gewoon = namen.gewoon()
    zelf = np.where(np.isin(verband, ("buurt", "streek")), 2, 1)  # municipalities of the pair itself
    elders = np.maximum(profielen.elders[a], profielen.elders[b]) - zelf
    eigen = np.maximum(profielen.eigen_elders[a], profielen.eigen_elders[b]) - zelf
    verwacht = g.ELDERS_ZELFDE * np.maximum(elders, 0) + g.ELDERS_EIGEN * np.maximum(eigen, 0)
    verwacht = np.where(gewoon, np.maximum(verwacht, g.GEWONE_NAAM_ELDERS), verwacht)
    vaak = np.maximum(profielen.vaak[a], profielen.vaak[b])
    los = np.isin(verband, ("ontbreekt", "buurt", "streek"))
    zonder_plaatsen = verband == "geen_bestand"
    straf = np.where(los, -np.log1p(verwacht) - g.TIKFOUT_ZONDER_PLAATS * namen.is_niveau("tikfout"), 0.0)
    return np.where(zonder_plaatsen, -1.5 * np.log(np.maximum(vaak - 1, 1)), straf)


def maak_paren(
    houd: npt.NDArray[np.int64],
    codes: Codes,
    kans: npt.NDArray[np.float64],
    bijdragen: pd.DataFrame,
    namen: Naamoordelen,
    verband: npt.NDArray[np.str_],
    profielen: Profielen,
    drempels: Drempels,
) -> pd.DataFrame:
    """Return the pairs at the positions *houd* of *codes*, as ``Dubbels.paren`` shows them; records by position."""
    n = max(profielen.n, 1)
    bij = bijdragen.iloc[houd].reset_index(drop=True)
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
            "kans": kans[houd],
            "oordeel": pd.Series(np.where(kans[houd] >= drempels.dubbel, "dubbel", "mogelijk"), dtype="string"),
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
