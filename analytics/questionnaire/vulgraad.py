"""How much of each column and each category is filled, and how that moved between deliveries."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.domain.velden import VELDEN, velden_van
from analytics.questionnaire.waarnemingen import Momentopname

# Not data about the association: the link between sheets.
_GEEN_GEGEVEN = ("intern_nummer",)


def vulgraad_per_kolom(leveringen: tuple[Momentopname, ...]) -> pd.DataFrame:
    """
    Return how many associations have each column filled, per delivery.

    Columns ``categorie, veld, kolom`` (str), ``ronde, gevuld, totaal`` (int), ``verandering`` (float: share now minus
    share in the first delivery, <NA> for the first). ``totaal`` counts the associations whose workbook has the
    column; a table with several rows per association counts it once.
    """
    rijen = [
        (veld.tabel, veld.code, veld.kop, volgnummer, opname.ronde, *_gevuld(opname, veld.tabel, (veld.code,)))
        for volgnummer, opname in enumerate(leveringen)
        for veld in VELDEN
        if veld.code not in _GEEN_GEGEVEN
    ]
    tabel = pd.DataFrame(rijen, columns=["categorie", "veld", "kolom", "levering", "ronde", "gevuld", "totaal"])
    tabel = tabel.astype({"categorie": "string", "veld": "string", "kolom": "string"})
    deel = tabel["gevuld"] / tabel["totaal"].where(tabel["totaal"] > 0)
    eerste = deel.groupby([tabel["categorie"], tabel["veld"]]).transform("first")
    tabel["verandering"] = (deel - eerste).where(tabel["levering"] > 0)
    return tabel.drop(columns="levering")


def vulgraad_van(opname: Momentopname, categorie: str) -> tuple[int, int]:
    """
    Return how much of a category of data is filled, and out of how many.

    For the associations themselves: filled cells out of all cells of the optional columns. For every other category:
    associations with at least one filled record, out of the associations that can have one.
    """
    velden = [veld for veld in velden_van(categorie) if veld.code not in _GEEN_GEGEVEN]
    if categorie != "verenigingen":
        return _gevuld(opname, categorie, tuple(veld.code for veld in velden))
    delen = [_gevuld(opname, categorie, (veld.code,)) for veld in velden if veld.verplicht == "O" and veld.api]
    return sum(gevuld for gevuld, _ in delen), sum(totaal for _, totaal in delen)


def _gevuld(opname: Momentopname, tabel: str, velden: tuple[str, ...]) -> tuple[int, int]:
    werkmappen = {soort for veld in velden_van(tabel) if veld.code in velden for soort in veld.werkmappen}
    kbo = opname.is_kbo.to_numpy(dtype=bool)
    kan = kbo & ("kbo" in werkmappen) | ~kbo & ("feitelijk" in werkmappen)
    gevuld: npt.NDArray[np.bool_] = np.zeros(len(opname.tabel(tabel)), dtype=bool)
    for veld in velden:
        gevuld |= opname.kolom(tabel, veld).notna().to_numpy(dtype=bool)
    if tabel == "verenigingen":
        return int((gevuld & kan).sum()), int(kan.sum())
    nummers = opname.kolom(tabel, "intern_nummer")[gevuld].dropna().unique()
    heeft = opname.kolom("verenigingen", "intern_nummer").isin(nummers).to_numpy(dtype=bool)
    return int((heeft & kan).sum()), int(kan.sum())
