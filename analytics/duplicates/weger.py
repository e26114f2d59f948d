"""Weigh pairs of records: everything that is known of both, in log-odds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.duplicates import gewichten as g
from analytics.duplicates.beoordeel import Naamoordelen, Verdeler, beoordeel_namen
from analytics.duplicates.bewijs import bewijsstukken, paren_met_bewijs, weeg_activiteiten, weeg_bewijs
from analytics.duplicates.blokken import Codes
from analytics.duplicates.naam import Naamlezer
from analytics.duplicates.plaatsverband import deelverband, naar_naam, plaatsverband
from analytics.duplicates.profielen import Profielen, lees_profielen
from analytics.duplicates.records import Records

BIJDRAGEN = (
    "vooraf",
    "naam",
    "onderscheid",
    "plaats",
    "gangbaarheid",
    *g.BEWIJS,
    "activiteiten",
    "lijsten",
    "mededinging",
)


@dataclass(frozen=True, eq=False)
class Gewogen:
    """
    What was found of pairs.

    Attributes:
        namen: The judgement of the names of each.
        verband: How its places stand to one another.
        bijdragen: One row per pair: the contribution of every field (:data:`BIJDRAGEN`), in log-odds.
    """

    namen: Naamoordelen
    verband: npt.NDArray[np.str_]
    bijdragen: pd.DataFrame

    @property
    def logodds(self) -> npt.NDArray[np.float64]:
        """Return the sum of the contributions of each pair."""
        return self.bijdragen.to_numpy().sum(axis=1)

    @property
    def kans(self) -> npt.NDArray[np.float64]:
        """Return the probability that each pair is one association."""
        return 1 / (1 + np.exp(-self.logodds))


@dataclass(frozen=True, eq=False)
class Weger:
    """
    Weighs pairs of records 0…n-1, given as ``a * n + b``.

    Attributes:
        bron: The records.
        profielen: The same, read.
        stukken: Other evidence than names and places, see :func:`bewijsstukken`.
        gedeeld: Per kind of evidence the pairs that share it.
        lijst: For each record a number that those of one list share.
        buren: NIS code → those of the municipalities that border on it.
        verdeel: Where names are compared.
    """

    bron: Records
    profielen: Profielen
    stukken: Mapping[str, pd.DataFrame]
    gedeeld: Mapping[str, Codes]
    lijst: Codes
    buren: Mapping[str, frozenset[str]]
    verdeel: Verdeler

    @property
    def n(self) -> int:
        """Return the number of records, and one for none."""
        return max(self.profielen.n, 1)

    def verband(self, codes: Codes) -> npt.NDArray[np.str_]:
        """Return how the places of each pair stand to one another, whatever its names."""
        return plaatsverband(codes, self.profielen, self.buren)

    def weeg(self, codes: Codes, verband: npt.NDArray[np.str_] | None = None) -> Gewogen:
        """Weigh each pair by itself; *verband*: how its places stand to one another, where that is known."""
        namen = beoordeel_namen(codes, self.profielen, self.verdeel)
        verband = self.verband(codes) if verband is None else verband
        deel = deelverband(codes, self.profielen)
        verband = naar_naam(verband, deel, plaatsloos=namen.plaatsloos(), streek=namen.streek())
        kolommen: dict[str, npt.NDArray[np.float64]] = {
            "vooraf": np.full(len(codes), g.VOORAF),
            "naam": namen.punten("naam") if len(codes) else np.empty(0),
            "onderscheid": namen.punten("onderscheid") if len(codes) else np.empty(0),
            "plaats": np.array([g.PLAATS[v] for v in verband], dtype=float),
            "gangbaarheid": _gangbaarheid(codes, namen, verband, self.profielen),
            **weeg_bewijs(codes, self.gedeeld, self.stukken, n=self.n),
            "activiteiten": weeg_activiteiten(self.bron.kolom("hoofdactiviteiten"), codes, self.n),
            "lijsten": np.zeros(len(codes)),
            "mededinging": np.zeros(len(codes)),
        }
        return Gewogen(namen, verband, pd.DataFrame(kolommen, columns=list(BIJDRAGEN)))


def maak_weger(bron: Records, lezer: Naamlezer, verdeel: Verdeler, *, grens: int = 0) -> Weger:
    """Read the records; *grens*: from which of them on they are the other side of every pair, 0 for one file."""
    profielen = lees_profielen(bron, lezer)
    stukken = bewijsstukken(bron, profielen)
    gedeeld = paren_met_bewijs(stukken, n=max(profielen.n, 1), grens=grens)
    bestand = pd.factorize(bron.kolom("bestand"))[0].astype(np.int64)
    lijst = 2 * (bestand + 1) + (np.arange(len(bestand)) < grens)
    return Weger(bron, profielen, stukken, gedeeld, lijst, lezer.plaatsen.buren, verdeel)


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
    los = np.isin(verband, ("ontbreekt", "beide_onbekend", "buurt", "streek"))
    zonder_plaatsen = verband == "geen_bestand"
    straf = np.where(los, -np.log1p(verwacht) - g.TIKFOUT_ZONDER_PLAATS * namen.is_niveau("tikfout"), 0.0)
    straf *= np.where(verband == "beide_onbekend", g.BEIDE_ONBEKEND, 1.0)
    return np.where(zonder_plaatsen, -1.5 * np.log(np.maximum(vaak - 1, 1)), straf)
