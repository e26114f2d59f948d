"""Lay filled cells out as the frames of a sheet."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from analytics.domain.blad import Blad, Zichtbaarheid, kolomletter
from analytics.domain.nummers import masker_insz
from analytics.errors import WerkmapFout
from analytics.files.lezen.duiden import Gevuld
from analytics.files.lezen.rijen_xml import Randgegevens

#: Cells of the used range, empty ones included. Each costs about nine bytes.
MAX_BEREIK = 400_000_000
#: Beyond this a range must be filled for a good part; a stray value in a far corner makes it huge and hollow.
MAX_HOL_BEREIK = 30_000_000
MIN_VULLING = 0.05

_TEKST = pd.StringDtype("pyarrow")


def stel_samen(
    werkmap: str,
    naam: str,
    zichtbaarheid: Zichtbaarheid,
    *,
    gevuld: Gevuld,
    pool: pa.LargeStringArray,
    rand: Randgegevens,
) -> Blad:
    """
    Return the sheet; of cells that claim the same place the last one counts.

    Raises:
        WerkmapFout: When a value far away from the rest makes the used range unreasonably large.
    """
    if not len(gevuld.rij):
        leeg = pd.DataFrame(index=pd.RangeIndex(0), columns=pd.Index([], dtype="str"))
        return Blad(
            naam, zichtbaarheid, leeg.astype(_TEKST), leeg.astype("uint8"), samengevoegd=tuple(rand.samengevoegd)
        )
    boven, onder = int(gevuld.rij.min()), int(gevuld.rij.max())
    links, rechts = int(gevuld.kolom.min()), int(gevuld.kolom.max())
    _bewaak_bereik(werkmap, naam, gevuld, (onder - boven + 1) * (rechts - links + 1))
    rijen = pd.RangeIndex(boven, onder + 1)
    letters = [kolomletter(nummer) for nummer in range(links, rechts + 1)]
    soort: npt.NDArray[np.uint8] = np.zeros((rechts - links + 1, onder - boven + 1), dtype=np.uint8)
    soort[gevuld.kolom - links, gevuld.rij - boven] = gevuld.soort
    volgorde = np.argsort(gevuld.kolom.astype(np.uint16), kind="stable")
    grenzen: npt.NDArray[np.int64] = np.searchsorted(gevuld.kolom[volgorde], np.arange(links, rechts + 2))
    kolommen = {}
    for plaats, letter in enumerate(letters):
        deel = volgorde[grenzen[plaats] : grenzen[plaats + 1]]
        bron: npt.NDArray[np.int64] = np.full(len(rijen), -1, dtype=np.int64)
        bron[gevuld.rij[deel] - boven] = gevuld.tekst[deel]
        kolommen[letter] = _TEKST.__from_arrow__(pool.take(pa.array(bron, mask=bron < 0)))
    return Blad(
        naam=naam,
        zichtbaarheid=zichtbaarheid,
        tekst=pd.DataFrame(kolommen, index=rijen, copy=False),
        soort=pd.DataFrame(soort.T, index=rijen, columns=pd.Index(letters), copy=False),
        verborgen_rijen=_verborgen_rijen(rand, boven, onder),
        verborgen_kolommen=frozenset(
            kolomletter(nummer)
            for van, tot in rand.verborgen_kolommen
            for nummer in range(max(van, links), min(tot, rechts) + 1)
        ),
        samengevoegd=tuple(rand.samengevoegd),
    )


def _verborgen_rijen(rand: Randgegevens, boven: int, onder: int) -> frozenset[int]:
    """Return the hidden rows of the used range; a sheet may hide every row it does not mention."""
    if rand.standaard_verborgen:
        return frozenset(set(range(boven, onder + 1)) - rand.getoonde_rijen)
    return frozenset(rij for rij in rand.verborgen_rijen if boven <= rij <= onder)


def _bewaak_bereik(werkmap: str, naam: str, gevuld: Gevuld, grootte: int) -> None:
    if grootte <= MAX_HOL_BEREIK or (grootte <= MAX_BEREIK and len(gevuld.rij) >= MIN_VULLING * grootte):
        return
    verste = int(np.argmax(gevuld.rij.astype(np.int64) * gevuld.kolom))
    cel = f"{kolomletter(int(gevuld.kolom[verste]))}{gevuld.rij[verste]}"
    raise WerkmapFout(
        f"{werkmap}: blad '{masker_insz(naam)}' heeft een waarde ver van de andere gegevens, tot in cel {cel}; "
        "maak die cel leeg, bewaar de werkmap en lever ze opnieuw."
    )
