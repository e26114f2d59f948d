"""Evidence beside names and places: numbers, accounts, addresses, contacts and persons that two records share."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.duplicates import gewichten as g
from analytics.duplicates.blokken import Codes, paren_in_blokken
from analytics.duplicates.profielen import Profielen
from analytics.duplicates.records import Records

# A mail address or hall that more records share belongs to an umbrella, a town hall or a sports centre.
HOOGSTENS = 25
# Sites of everybody: without a path they say nothing about who.
_VAN_IEDEREEN = r"^(?:(?:facebook|instagram|twitter|x|linkedin|youtube|tiktok|sites\.google)\.com)?/?$"


def bewijsstukken(bron: Records, profielen: Profielen) -> dict[str, pd.DataFrame]:
    """Return per kind of evidence (:data:`gewichten.BEWIJS`) ``record`` and ``sleutel``, cleaned: equal means equal."""
    contact = bron.contactgegevens
    waarde = contact["waarde"].astype("string").str.strip().str.casefold()
    soort = contact["type"].astype("string").str.casefold()
    cijfers = bron.kolom("kbo_nummer").str.replace(r"\D", "", regex=True)
    adres = profielen.locaties
    site = (
        waarde.str.replace(r"^(?:https?:)?(?://)?(?:www\.|nl-nl\.|m\.)?", "", regex=True)
        .str.replace(r"[?#].*$", "", regex=True)
        .str.replace(r"(?:/(?:index|home)\.\w+)?/*$", "", regex=True)
    )
    site = site.mask(site.str.fullmatch(_VAN_IEDEREEN).fillna(False))
    telefoon = waarde.str.replace(r"\D", "", regex=True).str.replace(r"^(?:00)?32", "", regex=True).str.lstrip("0")
    kbo = cijfers.where(cijfers.str.len().ge(9) & ~cijfers.str.fullmatch("0*").fillna(False)).str[-9:]
    iban = bron.bankrekeningen["iban"].astype("string").str.upper().str.replace(r"[^A-Z0-9]", "", regex=True)
    mail = waarde.str.extract(r"([^\s<>,;:]+@[^\s<>,;:]+)", expand=False)
    tabellen = {
        "kbo_nummer": (pd.Series(range(len(kbo)), index=kbo.index), kbo),
        "iban": (bron.bankrekeningen["record"], iban.where(iban.str.len() > 8)),
        "e_mail": (contact["record"], mail),
        "website": (
            contact["record"],
            site.where(soort.isin(["website", "socialmedia"]) & site.str.contains(".", regex=False)),
        ),
        "telefoon": (contact["record"], telefoon.where(soort.eq("telefoon") & telefoon.str.len().ge(8))),
        "adres": (adres["record"], adres["nis"] + " " + adres["adres"]),
        "personen": (bron.personen["record"], bron.personen["sleutel"].astype("string")),
    }
    return {
        naam: pd.DataFrame({"record": record.astype("int64").to_numpy(), "sleutel": sleutel.to_numpy()})
        .dropna()
        .drop_duplicates()
        for naam, (record, sleutel) in tabellen.items()
    }


def paren_met_bewijs(stukken: dict[str, pd.DataFrame], *, n: int, grens: int) -> dict[str, Codes]:
    """Return per kind of evidence the codes of the pairs that share it."""
    return {naam: paren_in_blokken(tabel, n=n, grens=grens, hoogstens=HOOGSTENS) for naam, tabel in stukken.items()}


def weeg_bewijs(
    codes: Codes, gedeeld: Mapping[str, Codes], stukken: Mapping[str, pd.DataFrame], *, n: int
) -> dict[str, npt.NDArray[np.float64]]:
    """
    Return per kind of evidence its contribution for each pair, in log-odds.

    The strongest counts fully, all others for half: mail, phone and person often come from one shared secretary.
    A KBO number that differs speaks against; anything else that differs or is missing says nothing.
    """
    punten = {naam: np.where(np.isin(codes, gedeeld[naam]), g.BEWIJS[naam], 0.0) for naam in g.BEWIJS}
    punten["personen"] += g.PERSONEN_MEER * np.clip(_aantal_gedeeld(codes, stukken["personen"], n) - 1, 0, 2)
    alles = np.column_stack(list(punten.values()))
    if len(codes):
        sterkste = alles.argmax(axis=1)
        halvering = np.full(alles.shape, g.VOLGEND_BEWIJS)
        halvering[np.arange(len(codes)), sterkste] = 1.0
        alles = alles * halvering
    uit = dict(zip(punten, alles.T, strict=True))
    kbo = pd.Series(stukken["kbo_nummer"].set_index("record")["sleutel"]).reindex(range(n)).to_numpy(dtype=object)
    links, rechts = kbo[codes // n], kbo[codes % n]
    anders = ~pd.isna(links) & ~pd.isna(rechts) & (links != rechts)
    uit["kbo_nummer"] = np.where(anders, g.KBO_VERSCHILT, uit["kbo_nummer"])
    return uit


def _aantal_gedeeld(codes: Codes, personen: pd.DataFrame, n: int) -> npt.NDArray[np.int64]:
    """Return how many representatives the two records of each pair share."""
    aantal: npt.NDArray[np.int64] = np.zeros(len(codes), dtype=np.int64)
    if personen.empty or not len(codes):
        return aantal
    paren = pd.DataFrame({"paar": np.arange(len(codes)), "a": codes // n, "b": codes % n})
    beide = paren.merge(personen, left_on="a", right_on="record").merge(
        personen, left_on=["b", "sleutel"], right_on=["record", "sleutel"]
    )
    return np.bincount(beide["paar"].to_numpy(), minlength=len(codes)).astype(np.int64)


def weeg_activiteiten(activiteiten: pd.Series[str], codes: Codes, n: int) -> npt.NDArray[np.float64]:
    """Return the contribution of the main activities: a common code supports, none in common speaks softly against."""
    losse = activiteiten.reset_index(drop=True).str.split(";").explode().str.strip().replace("", pd.NA).dropna()
    bit = np.left_shift(np.int64(1), pd.factorize(losse)[0].astype(np.int64) % 62)
    masker = (
        pd.Series(bit, index=losse.index).groupby(level=0).agg(np.bitwise_or.reduce).reindex(range(n), fill_value=0)
    )
    links, rechts = masker.to_numpy()[codes // n], masker.to_numpy()[codes % n]
    oordeel = np.where(links & rechts, g.ACTIVITEITEN_GELIJK, g.ACTIVITEITEN_VERSCHILLEN)
    return np.where((links == 0) | (rechts == 0), 0.0, oordeel)
