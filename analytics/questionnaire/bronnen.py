"""Which services or systems the rows come from, and where those contradict each other."""

from __future__ import annotations

import pandas as pd

from analytics.questionnaire.waarnemingen import Momentopname

#: Fields compared when two sources deliver the same association; a blank is no difference.
VERGELEKEN = (
    "startdatum",
    "hoofdactiviteiten",
    "minimumleeftijd",
    "maximumleeftijd",
    "koepel",
    "korte_beschrijving",
    "laatst_bevestigd",
)


def bron_per_vereniging(opname: Momentopname) -> pd.Series[str]:
    """Return the source of each association, written alike (case and blanks do not matter); <NA> where none is."""
    kolom = opname.kolom("verenigingen", "bron_dienst")[opname.met_kolom("bron_dienst")]
    sleutel = kolom.str.casefold().str.replace(r"[\W_]+", " ", regex=True).str.strip()
    schrijfwijze = kolom.groupby(sleutel).first()
    return sleutel.map(schrijfwijze).astype("string")


def bronnentabel(opname: Momentopname) -> pd.DataFrame:
    """Return ``bron`` (str), ``verenigingen`` and ``totaal`` (int), most associations first; <NA> = no source given."""
    bron = bron_per_vereniging(opname)
    telling = bron.value_counts(dropna=False).rename_axis("bron").reset_index(name="verenigingen")
    telling["totaal"] = len(bron)
    return telling.sort_values(["verenigingen", "bron"], ascending=[False, True], ignore_index=True)


def botsingen(opname: Momentopname, paren: pd.DataFrame) -> pd.DataFrame:
    """
    Return the doubles whose two rows come from different sources: ``a, b, bron_a, bron_b, velden`` (str).

    Args:
        opname: The delivery.
        paren: Suspected doubles ``a, b, oordeel``; only ``dubbel`` counts.

    ``velden`` names the fields that both fill in differently, joined by ``, `` (empty when they agree).
    """
    sleutel = opname.kolom("verenigingen", "intern_nummer")
    bron = bron_per_vereniging(opname).reindex(sleutel.index)
    per_sleutel = pd.DataFrame({"bron": bron}).set_index(pd.Index(sleutel, name="sleutel"))
    for veld in VERGELEKEN:
        per_sleutel[veld] = opname.kolom("verenigingen", veld).to_numpy()
    per_sleutel = per_sleutel[per_sleutel.index.notna() & ~per_sleutel.index.duplicated()]
    dubbel = paren[paren["oordeel"] == "dubbel"]
    links = per_sleutel.reindex(dubbel["a"].astype("string")).reset_index(drop=True)
    rechts = per_sleutel.reindex(dubbel["b"].astype("string")).reset_index(drop=True)
    velden = pd.Series("", index=links.index, dtype="string")
    for veld in VERGELEKEN:
        anders = (links[veld].notna() & rechts[veld].notna() & (links[veld] != rechts[veld])).fillna(False).astype(bool)
        velden = velden.mask(anders & (velden != ""), velden + ", " + veld).mask(anders & (velden == ""), veld)
    tabel = pd.DataFrame(
        {
            "a": dubbel["a"].astype("string").to_numpy(),
            "b": dubbel["b"].astype("string").to_numpy(),
            "bron_a": links["bron"],
            "bron_b": rechts["bron"],
            "velden": velden,
        }
    ).astype("string")
    verschilt = (tabel["bron_a"] != tabel["bron_b"]).fillna(False).astype(bool)
    return tabel[verschilt].reset_index(drop=True)
