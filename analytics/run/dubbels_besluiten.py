"""Proposals for the workbook of decisions: an answer and reasons per pair, never the score, in sittings."""

from __future__ import annotations

import pandas as pd
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from analytics.duplicates.drempels import verdeel_zittingen
from analytics.duplicates.records import Records
from analytics.duplicates.voorgelegd import beoordeel_paren
from analytics.run.dubbels_csv import gemeenten
from analytics.run.dubbels_zoek import Vondst, naamlezer, voeg_samen

#: What is proposed for a verdict; the words are those of the workbook.
VOORSTEL = {"dubbel": "zelfde", "mogelijk": "weet niet", "verschillend": "verschillend"}
KOLOMMEN = ("zitting", "intern_nummer", "bestand", "rij", "kandidaat", "kandidaat_bestand", "voorstel", "redenen")


def maak_voorstellen(vondst: Vondst, *, minuten: int = 30) -> pd.DataFrame:
    """
    Return a proposal per pair that we suspect or that the register stops on, with :data:`KOLOMMEN`.

    ``kandidaat`` is the vCode, or the intern nummer of the other row where there is no vCode. In the order of sittings
    of *minuten*; the probability is left out on purpose, it would be taken for the answer.
    """
    paren = vondst.paren.assign(samenhang=_samenhang(vondst.paren))
    plaats = gemeenten(vondst)
    paren["plaats"] = plaats.reindex(paren["a"]).fillna(plaats.reindex(paren["b"]).reset_index(drop=True)).to_numpy()
    paren = verdeel_zittingen(paren.sort_values(["samenhang", "a", "b"], kind="stable"), minuten=minuten)
    wie = vondst.records.verenigingen
    eigen, ander = wie.reindex(paren["a"]).reset_index(drop=True), wie.reindex(paren["b"]).reset_index(drop=True)
    return pd.DataFrame(
        {
            "zitting": paren["zitting"],
            "intern_nummer": eigen["intern_nummer"],
            "bestand": eigen["bestand"],
            "rij": eigen["rij"].astype("Int64"),
            "kandidaat": ander["vcode"].fillna(ander["intern_nummer"]),
            "kandidaat_bestand": ander["bestand"],
            "voorstel": paren["oordeel"].map(VOORSTEL).astype("string"),
            "redenen": paren["redenen"],
        }
    )[list(KOLOMMEN)]


def voeg_voorstellen_toe(paren: pd.DataFrame, bron: Records, *, minuten: int = 30) -> pd.DataFrame:
    """
    Return the pairs of the workbook of decisions with ``voorstel``, ``redenen``, ``kans`` and ``zitting``.

    In the order of sittings of *minuten*.

    Args:
        paren: As the workbook has them: ``intern_nummer``, ``vcode``, ``kandidaat_naam``, ``kandidaat_gemeenten``
            (``, `` between them), ``kandidaat_activiteiten`` (``;`` between them). Other columns are kept.
        bron: The delivery they come from, ids counting from 0.
    """
    if paren.empty:
        return paren.assign(voorstel=pd.Series(dtype="string"), redenen=pd.Series(dtype="string"), kans=0.0, zitting=0)
    kandidaten = paren.drop_duplicates("vcode").reset_index(drop=True)
    eerste = len(bron.verenigingen)
    nummer_van = {str(v): eerste + i for i, v in enumerate(kandidaten["vcode"])}
    ander = pd.DataFrame(
        {
            "vcode": kandidaten["vcode"].astype("string"),
            "naam": kandidaten["kandidaat_naam"].astype("string"),
            "hoofdactiviteiten": kandidaten["kandidaat_activiteiten"].astype("string"),
        }
    ).set_axis(pd.RangeIndex(eerste, eerste + len(kandidaten)))
    plaatsen = kandidaten["kandidaat_gemeenten"].astype("string").str.split(", ").explode()
    locaties = pd.DataFrame({"record": plaatsen.index + eerste, "gemeente": plaatsen.to_numpy()})
    locaties["postcode"] = pd.Series(pd.NA, index=locaties.index, dtype="string")
    locaties = locaties[locaties["gemeente"].fillna("").ne("")]
    alles = voeg_samen(bron, Records(ander, locaties))
    eigen = bron.kolom("intern_nummer").dropna().drop_duplicates()
    record_van = dict(zip(eigen.astype(str), eigen.index.tolist(), strict=True))
    codes = pd.DataFrame(
        {
            "a": paren["intern_nummer"].astype(str).map(record_van).to_numpy(),
            "b": paren["vcode"].astype(str).map(nummer_van).to_numpy(),
        }
    )
    gekend = codes.dropna().astype("int64")
    oordeel = beoordeel_paren(alles, gekend, lezer=naamlezer())[["a", "b", "oordeel", "redenen", "kans"]]
    uit = paren.reset_index(drop=True).drop(columns=["voorstel", "redenen"], errors="ignore")
    uit = pd.concat([uit, codes], axis=1).merge(oordeel, on=["a", "b"], how="left")
    uit["voorstel"] = uit["oordeel"].map(VOORSTEL).astype("string").fillna("")
    uit["redenen"] = uit["redenen"].fillna("")
    uit["samenhang"] = pd.factorize(uit["intern_nummer"])[0]
    uit["plaats"] = uit["kandidaat_gemeenten"].astype("string")
    return verdeel_zittingen(uit, minuten=minuten).drop(columns=["a", "b", "oordeel", "samenhang", "plaats"])


def _samenhang(paren: pd.DataFrame) -> pd.Series[int]:
    """Number the pairs by what they hang together with through shared records."""
    records, plek = pd.factorize(pd.concat([paren["a"], paren["b"]], ignore_index=True))
    van, naar = records[: len(paren)], records[len(paren) :]
    graaf = coo_matrix(([1] * len(paren), (van, naar)), shape=(len(plek), len(plek)))
    deel = connected_components(graaf, directed=False)[1]
    return pd.Series(deel[van], index=paren.index, dtype="int64")
