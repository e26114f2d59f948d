"""How near two records are: the same postcode, municipality, a neighbouring postcode, elsewhere, or unknown."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.duplicates.blokken import Codes
from analytics.duplicates.profielen import Profielen

ORDE = (
    "postcode",
    "gemeente",
    "naam",
    "geen_bestand",
    "verschreven",
    "ontbreekt",
    "beide_onbekend",
    "buurt",
    "streek",
    "naam_elders",
    "ander",
)
# One digit wrong, or a district code that does not exist: 9299 beside 9300.
_VERSCHREVEN = 10


def plaatsverband(codes: Codes, profielen: Profielen, buren: Mapping[str, frozenset[str]]) -> npt.NDArray[np.str_]:
    """
    Return the nearest relation (:data:`ORDE`) of any location of one record with any of the other.

    ``buurt``: municipalities that border on one another, as *buren* has them (code → codes).

    ``naam``: one has no place, but its name mentions a municipality of the other; ``naam_elders``: another one;
    ``geen_bestand``: no record has a place at all, so the file is taken for the list of one municipality;
    ``verschreven``: a postcode that does not exist is nearly the other's; ``beide_onbekend``: neither has a place.
    """
    n = profielen.n
    if profielen.locaties.empty:
        verband = np.full(len(codes), ORDE.index("geen_bestand"))
        verband[_genoemd(codes, profielen)[0]] = ORDE.index("naam")
        return np.array(ORDE)[verband]
    loc = profielen.locaties[["record", "postcode", "nis"]].drop_duplicates()
    paren = pd.DataFrame({"paar": np.arange(len(codes)), "a": codes // n, "b": codes % n})
    beide = paren.merge(loc, left_on="a", right_on="record").merge(
        loc, left_on="b", right_on="record", suffixes=("_a", "_b")
    )
    post_a, post_b = beide["postcode_a"], beide["postcode_b"]
    getal_a, getal_b = (pd.to_numeric(p, errors="coerce").to_numpy(dtype=float) for p in (post_a, post_b))
    zelfde_nis = (beide["nis_a"] == beide["nis_b"]).to_numpy(dtype=bool)
    zelfde_post = (post_a == post_b).to_numpy(dtype=bool) & (post_a != "").to_numpy(dtype=bool)
    nabij = _zijn_buren(beide["nis_a"], beide["nis_b"], buren)
    onbestaand = (beide["nis_a"].str.startswith("postcode ") | beide["nis_b"].str.startswith("postcode ")).to_numpy(
        dtype=bool
    )
    bijna = onbestaand & (np.abs(getal_a - getal_b) <= _VERSCHREVEN)
    # The first two digits of the NIS code are the arrondissement; a name that no list knows stands for itself.
    arrondissement = (beide["nis_a"].str[:2] == beide["nis_b"].str[:2]).to_numpy(dtype=bool) & beide[
        "nis_a"
    ].str.isdigit().to_numpy(dtype=bool)
    rang = np.select(
        [zelfde_post & zelfde_nis, zelfde_nis, bijna, nabij, arrondissement],
        [ORDE.index(v) for v in ("postcode", "gemeente", "verschreven", "buurt", "streek")],
        ORDE.index("ander"),
    )
    verband = np.full(len(codes), ORDE.index("ontbreekt"))
    beste = pd.Series(rang).groupby(beide["paar"].to_numpy()).min()
    verband[beste.index.to_numpy()] = beste.to_numpy()
    los = np.flatnonzero(np.isin(verband, [ORDE.index(v) for v in ("verschreven", "ontbreekt", "buurt")]))
    samen, elders = _genoemd(codes[los], profielen)
    verband[los[samen]] = ORDE.index("naam")
    verband[los[elders & (verband[los] == ORDE.index("ontbreekt"))]] = ORDE.index("naam_elders")
    leeg = profielen.zonder_plaats
    verband[leeg[codes // n] & leeg[codes % n] & (verband == ORDE.index("ontbreekt"))] = ORDE.index("beide_onbekend")
    return np.array(ORDE)[verband]


def _zijn_buren(
    nis_a: pd.Series[str], nis_b: pd.Series[str], buren: Mapping[str, frozenset[str]]
) -> npt.NDArray[np.bool_]:
    """Tell for each pair of municipalities whether they border on one another."""
    uniek = pd.DataFrame({"a": nis_a.to_numpy(), "b": nis_b.to_numpy()})
    paren = uniek.drop_duplicates()
    paren = paren.assign(buur=[b in buren.get(a, ()) for a, b in zip(paren["a"], paren["b"], strict=True)])
    return uniek.merge(paren, on=["a", "b"], how="left")["buur"].to_numpy(dtype=bool)


def deelverband(codes: Codes, profielen: Profielen) -> npt.NDArray[np.str_]:
    """
    Return for each pair what parts of a municipality say: ``zelfde_deel``, ``deel``, ``deel_centrum``, ``deel_een``.

    ``zelfde_deel``: address or name of both mention one part; ``deel``: their addresses are in two, by name of the part
    or postcode; ``deel_centrum``: the same, but one gives the postcode of the centre, which may be the town hall's;
    ``deel_een``: only one mentions a part; otherwise empty. Records with more than one location are left alone.
    """
    n = max(profielen.n, 1)
    loc = profielen.locaties
    een = loc[~loc["record"].duplicated(keep=False)].set_index("record").reindex(range(profielen.n))
    a, b = codes // n, codes % n
    anders: npt.NDArray[np.bool_] = np.zeros(len(codes), dtype=bool)
    for kolom in ("postcode", "deel"):
        waarde = een[kolom].fillna("").to_numpy(dtype=object)
        anders |= (waarde[a] != "") & (waarde[b] != "") & (waarde[a] != waarde[b])
    eerste = pd.Series(profielen.plaatsen.postcodes).rename("nis").rename_axis("postcode").reset_index()
    centra = set(eerste.groupby("nis")["postcode"].min())
    midden = (een["postcode"].isin(centra) & een["deel"].fillna("").eq("")).to_numpy(dtype=bool)
    post = een["postcode"].where(~een["postcode"].isin(centra)).fillna("").to_numpy(dtype=object)
    deel, delen = pd.factorize(pd.Series(_delen(een, profielen), dtype=object))
    combinatie, welk = np.unique(deel[a] * len(delen) + deel[b], return_inverse=True)
    samen = [(delen[c // len(delen)], delen[c % len(delen)]) for c in combinatie]
    zelfde = np.array([bool(x & y) for x, y in samen], dtype=bool)[welk]
    niet_twee = ~np.array([bool(x and y) for x, y in samen], dtype=bool)[welk]
    zelfde |= niet_twee & (post[a] == post[b]) & (post[a] != "")  # a postcode of its own is a part too
    maar_een = np.array([bool(x) != bool(y) for x, y in samen], dtype=bool)[welk]
    return np.select(
        [zelfde, anders & (midden[a] ^ midden[b]), anders, maar_een],
        ["zelfde_deel", "deel_centrum", "deel", "deel_een"],
        "",
    )


def _delen(een: pd.DataFrame, profielen: Profielen) -> list[frozenset[str]]:
    """Return for each record the parts of its municipality that its address and its name mention."""
    plaatsen = profielen.plaatsen
    heden = {nis: frozenset(" ".join(woorden) for woorden in namen) for nis, namen in plaatsen.heden.items()}
    genoemd = [[(min(w.waarden), w.nis) for w in naam.woorden if w.nis] for naam in profielen.namen] + [[]]
    uit = []
    for nis, adres, naam in zip(een["nis"].fillna(""), een["deel"].fillna(""), profielen.naam["naam"], strict=True):
        in_naam = {plaats for plaats, nissen in genoemd[naam] if nis in nissen} - heden.get(nis, frozenset())
        uit.append(frozenset(in_naam | {adres}) - {""})
    return uit


def naar_naam(
    verband: npt.NDArray[np.str_],
    deel: npt.NDArray[np.str_],
    *,
    plaatsloos: npt.NDArray[np.bool_],
    streek: npt.NDArray[np.bool_],
) -> npt.NDArray[np.str_]:
    """
    Return *verband* with what the parts of a municipality say, and neighbours where both names mention a region.

    Every parish has its Sint-Jozef, so parts count fully for names that any may have (*plaatsloos*); for others only
    where both records name one (``zelfde_deel``, ``ander_deel``).
    """
    samen = np.isin(verband, ("postcode", "gemeente"))
    return np.select(
        [
            samen & (deel == "zelfde_deel"),
            samen & plaatsloos & (deel != ""),
            samen & (deel == "deel"),
            (verband == "buurt") & streek,
        ],
        ["zelfde_deel", deel, "ander_deel", "buurt_streek"],
        verband,
    )


def _genoemd(codes: Codes, profielen: Profielen) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """
    Tell for each pair whether the names point to one place, and whether they point to two.

    Where a record has no place, a place in its name stands in; where both have one, both names must mention the same.
    """
    genoemd = [
        frozenset(nis for w in naam.woorden if w.anders != "sint" for nis in w.nis) for naam in profielen.namen
    ] + [frozenset[str]()]
    leeg = profielen.zonder_plaats
    iets = np.array([bool(g) for g in genoemd], dtype=bool)[profielen.naam["naam"]]
    a, b = codes // profielen.n, codes % profielen.n
    samen: npt.NDArray[np.bool_] = np.zeros(len(codes), dtype=bool)
    twee: npt.NDArray[np.bool_] = np.zeros(len(codes), dtype=bool)
    for i in np.flatnonzero(leeg[a] | leeg[b] | (iets[a] & iets[b])):
        eigen = [genoemd[profielen.naam["naam"][r]] for r in (a[i], b[i])]
        if leeg[a[i]] or leeg[b[i]]:
            plekken = [profielen.nissen[profielen.nis[r]] or g for r, g in zip((a[i], b[i]), eigen, strict=True)]
        else:
            plekken = eigen
        # "Antwerp HC" of Brasschaat is the "Royal Antwerp Hockey Club" of nowhere.
        samen[i] = bool(plekken[0] & plekken[1] or eigen[0] & eigen[1])
        twee[i] = all(plekken) and not samen[i]
    return samen, twee
