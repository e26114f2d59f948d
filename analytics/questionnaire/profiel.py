"""How current and how correct the data is, per source and per category of data."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.domain.levering import Levering
from analytics.domain.velden import velden_van
from analytics.questionnaire.bevestiging import EMMERS, emmers
from analytics.questionnaire.bronnen import bron_per_vereniging
from analytics.questionnaire.inactief import vermoedelijk_inactief
from analytics.questionnaire.vragen import CATEGORIEEN
from analytics.questionnaire.waarnemingen import Waarnemingen

GEEN_BRON = "(geen bron ingevuld)"
_PLAATS = ("werkmap", "blad", "rij", "kolom")


def actualiteit(waarnemingen: Waarnemingen) -> pd.DataFrame:
    """
    Return the age of the last confirmation in buckets.

    Columns ``doorsnede`` (``alle``, ``bron``, ``categorie``), ``groep``, ``emmer``, ``label`` (str), ``aantal``,
    ``totaal`` (int); every bucket of every group is there, in the order of :data:`EMMERS`. In ``categorie`` the records
    of that category are counted, each with the confirmation of its association. Without a delivery: no rows.
    """
    leeg = pd.DataFrame(columns=["doorsnede", "groep", "emmer", "label", "aantal", "totaal"])
    nu = waarnemingen.nu
    if nu is None or nu.verenigingen.empty:
        return leeg.astype({"aantal": "int64", "totaal": "int64"})
    emmer = emmers(waarnemingen.bevestigingen(), waarnemingen.peildatum)
    bron = bron_per_vereniging(nu).reindex(emmer.index).fillna(GEEN_BRON)
    delen = [
        _verdeling("alle", pd.Series("alle verenigingen", index=emmer.index), emmer),
        _verdeling("bron", bron, emmer),
    ]
    sleutel = nu.kolom("verenigingen", "intern_nummer").reindex(emmer.index)
    per_sleutel = emmer.set_axis(pd.Index(sleutel))
    per_sleutel = per_sleutel[per_sleutel.index.notna() & ~per_sleutel.index.duplicated()]
    for categorie, naam in CATEGORIEEN.items():
        hier = emmer if categorie == "verenigingen" else nu.kolom(categorie, "intern_nummer").map(per_sleutel).dropna()
        delen.append(_verdeling("categorie", pd.Series(naam, index=hier.index), hier.astype("string")))
    return pd.concat([deel for deel in delen if not deel.empty], ignore_index=True)


def _verdeling(doorsnede: str, groep: pd.Series[str], emmer: pd.Series[str]) -> pd.DataFrame:
    if emmer.empty:
        return pd.DataFrame()
    telling = pd.crosstab(groep.rename("groep"), emmer.rename("emmer"))
    telling = telling.reindex(columns=[code for code, _, _ in EMMERS], fill_value=0)
    volgorde = telling.sum(axis=1).sort_values(ascending=False, kind="stable").index
    lang = telling.reindex(volgorde).rename_axis(columns="emmer").stack().rename("aantal").reset_index()
    lang["totaal"] = lang.groupby("groep")["aantal"].transform("sum")
    lang.insert(0, "doorsnede", doorsnede)
    lang.insert(3, "label", lang["emmer"].map({code: label for code, label, _ in EMMERS}))
    return lang


def inactief_per_bron(waarnemingen: Waarnemingen) -> pd.DataFrame:
    """Return ``bron`` (str), ``zeker, vermoedelijk`` (int): associations that stopped or probably did, per source."""
    verdacht = vermoedelijk_inactief(waarnemingen)
    bron = verdacht["bron"].fillna(GEEN_BRON)
    zeker = verdacht["zeker"].groupby(bron).sum()
    aantal = verdacht["zeker"].groupby(bron).size()
    tabel = pd.DataFrame({"zeker": zeker, "vermoedelijk": aantal - zeker}).astype("int64")
    return tabel.rename_axis("bron").reset_index()


def correctheid(levering: Levering, bevindingen: pd.DataFrame) -> pd.DataFrame:
    """
    Return per category of data the share of checkable values that pass.

    Args:
        levering: The cells as delivered.
        bevindingen: Findings: ``ernst, tabel, werkmap, blad, rij, kolom, veld`` (others ignored).

    Returns:
        ``categorie, naam`` (str), ``toetsbaar, goed, met_fout, met_waarschuwing`` (int), ``aandeel`` (float, <NA> when
        nothing can be checked). A value is checkable when it is filled and its column goes to the register; a cell with
        several findings counts once, a fault before a warning.
    """
    rijen = []
    for categorie, naam in CATEGORIEEN.items():
        tabel = levering.tabellen[categorie].waarden
        hier = bevindingen[bevindingen["tabel"] == categorie]
        velden = [veld.code for veld in velden_van(categorie) if veld.api is not None and veld.code in tabel]
        delen = [_per_veld(levering, hier[hier["veld"] == veld], veld=veld, tabel=categorie) for veld in velden]
        totaal, fout, waarschuwing = (sum(getallen) for getallen in zip(*delen, strict=True)) if delen else (0, 0, 0)
        rijen.append((categorie, naam, totaal, totaal - fout, fout, waarschuwing))
    uit = pd.DataFrame(rijen, columns=["categorie", "naam", "toetsbaar", "goed", "met_fout", "met_waarschuwing"])
    uit["aandeel"] = uit["goed"] / uit["toetsbaar"].where(uit["toetsbaar"] > 0)
    return uit


def _per_veld(levering: Levering, bevindingen: pd.DataFrame, *, tabel: str, veld: str) -> tuple[int, int, int]:
    """Return the filled cells of one column, those with a fault, and those with no more than a warning."""
    rijen = levering.tabellen[tabel].waarden
    gevuld = rijen[rijen[veld].notna()]
    if bevindingen.empty:
        return len(gevuld), 0, 0
    # The letter tells the repeated groups of a wide sheet apart: they share a row.
    cellen = gevuld[["werkmap", "blad", "rij"]].assign(kolom=levering.kolommen(tabel, veld, gevuld.index))
    plaats = pd.MultiIndex.from_frame(cellen.astype("string"))
    raak = {
        ernst: plaats.isin(pd.MultiIndex.from_frame(deel[list(_PLAATS)].astype("string")))
        for ernst, deel in bevindingen.groupby(bevindingen["ernst"].astype("string"))
    }
    geen: npt.NDArray[np.bool_] = np.zeros(len(gevuld), dtype=bool)
    fout = raak.get("FOUT", geen)
    return len(gevuld), int(fout.sum()), int((raak.get("WAARSCHUWING", geen) & ~fout).sum())
