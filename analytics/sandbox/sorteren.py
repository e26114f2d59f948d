"""Order and page of search results."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from analytics.sandbox.fouten import domeinfout
from analytics.sandbox.tekst import normaliseer
from analytics.sandbox.zoekindex import Masker, Zoekindex
from analytics.sandbox.zoekvelden import DYNAMISCH, VELDEN, Soort, als_datum, als_getal, sorteerveld

Sorteersleutel = tuple[str, bool]
# Every association has one, and an empty text is a value to the engine: it goes first, not last.
_LEEG = {"korteNaam.keyword": ("",)}


def lees_sortering(tekst: str | None) -> list[Sorteersleutel]:
    """
    Give the fields to sort on, each with whether it descends.

    Raises:
        Weigering: 400, naming the first unknown field; or the general one for a field that cannot sort.
    """
    sleutels: list[Sorteersleutel] = []
    for deel in (tekst or "").split(","):
        kaal = deel.strip()
        if not kaal:
            continue
        naam = kaal.removeprefix("-").strip()
        if naam in DYNAMISCH:
            raise domeinfout(
                "Deze zoekopdracht kon niet uitgevoerd worden. Controleer alle parameters en probeer opnieuw."
            )
        veld = sorteerveld(naam)
        if veld is None:
            raise domeinfout(
                "Deze zoekopdracht bevat onbekende sorteervelden en kon niet uitgevoerd worden. "
                f"Onbekende velden: {naam}"
            )
        sleutels.append((veld, kaal.startswith("-")))
    return sleutels


def sorteer(masker: Masker, index: Zoekindex, sleutels: list[Sorteersleutel]) -> npt.NDArray[np.int64]:
    """Give the matching document numbers in order; ties by descending vCode, no value goes last."""
    nummers: npt.NDArray[np.int64] = np.flatnonzero(masker).astype(np.int64)
    nummers = nummers[np.argsort(-index.vcodes()[nummers], kind="stable")]
    if not sleutels or sleutels[0][0] == "vCode":
        return nummers[::-1] if sleutels and not sleutels[0][1] else nummers
    volgorde: list[int] = nummers.tolist()
    for veld, aflopend in reversed(sleutels):
        kolom = index.kolom(veld)
        leeg = _LEEG.get(veld, ())
        met = [(_waarde(veld, kolom[n] or leeg, aflopend), n) for n in volgorde if kolom[n] or leeg]
        zonder = [n for n in volgorde if not kolom[n] and not leeg]
        met.sort(key=lambda paar: paar[0], reverse=aflopend)
        volgorde = [n for _, n in met] + zonder
    return np.array(volgorde, dtype=np.int64)


def _waarde(veld: str, waarden: tuple[str, ...], aflopend: bool) -> tuple[int, str]:
    kies = max if aflopend else min
    soort = VELDEN[veld]
    if soort in (Soort.GETAL, Soort.DATUM):
        lees = als_getal if soort is Soort.GETAL else als_datum
        return kies(gelezen[0] for waarde in waarden if (gelezen := lees(waarde)) is not None), ""
    return 0, kies(normaliseer(waarde) if soort is Soort.SLEUTEL else waarde for waarde in waarden)
