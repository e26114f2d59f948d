"""Places with a true postcode and municipality, and the part of it that names and people use."""

from __future__ import annotations

from functools import cache

import pandas as pd

from analytics.domain.codelijsten import REFERENTIE, deelgemeenten, postcodes

# Which postcode a part of a municipality has is in no open list; these are the ones of the two local pilots.
_POSTCODE_VAN = {
    ("Aalst", "Aalst"): "9300",
    ("Aalst", "Gijzegem"): "9308",
    ("Aalst", "Hofstade"): "9308",
    ("Aalst", "Baardegem"): "9310",
    ("Aalst", "Herdersem"): "9310",
    ("Aalst", "Meldert"): "9310",
    ("Aalst", "Moorsel"): "9310",
    ("Aalst", "Erembodegem"): "9320",
    ("Aalst", "Nieuwerkerken"): "9320",
}
#: Telephone zones without the leading zero, by the first two digits of a postcode.
_ZONES = {
    "15": "2", "16": "2", "17": "2", "18": "2", "19": "2", "20": "3", "21": "3", "22": "14", "23": "14", "24": "14",
    "25": "3", "26": "3", "27": "3", "28": "15", "29": "3", "30": "16", "31": "16", "32": "16", "33": "16", "34": "16",
    "35": "11", "36": "89", "37": "12", "38": "11", "39": "11", "80": "50", "81": "50", "82": "50", "83": "50",
    "84": "59", "85": "56", "86": "58", "87": "51", "88": "51", "89": "57", "90": "9", "91": "3", "92": "52",
    "93": "53", "94": "54", "95": "54", "96": "55", "97": "55", "98": "9", "99": "9",
}  # fmt: skip


@cache
def fusies() -> pd.DataFrame:
    """Return ``oude_gemeente, oude_nis, gemeente, nis, datum``: municipalities that merged."""
    return pd.read_csv(REFERENTIE / "gemeentefusies.csv", dtype="string", keep_default_na=False)


@cache
def plaatsen() -> pd.DataFrame:
    """
    Return one row per part of a Flemish municipality and postcode that it may have.

    Columns ``deelgemeente``, ``oude_gemeente`` (before the mergers), ``gemeente`` (now), ``postcode``,
    ``werkingsgebied``, ``zone`` (telephone). Postcode and municipality belong together; within a large municipality
    the part need not be the one of that postcode.
    """
    nu = postcodes()
    nu = nu[nu["gemeente"].ne("") & nu["nuts3"].ne("BE100")]
    delen = deelgemeenten().rename(columns={"gemeente": "oude_gemeente"})
    nieuw = dict(zip(fusies()["oude_gemeente"], fusies()["gemeente"], strict=True))
    delen = delen.assign(gemeente=[nieuw.get(g, g) for g in delen["oude_gemeente"]])
    alle = delen.merge(nu, on="gemeente", how="inner", suffixes=("_deel", ""))
    vast = [_POSTCODE_VAN.get((g, d)) for g, d in zip(alle["gemeente"], alle["deelgemeente"], strict=True)]
    past = [v is None or v == p for v, p in zip(vast, alle["postcode"], strict=True)]
    # The register's table gives a postcode of As to Asse: leave both out.
    goed = pd.Series(past) & ~alle["gemeente"].isin(["As", "Asse"])
    uit = alle[goed.to_numpy(dtype=bool)].assign(zone=lambda t: t["postcode"].str[:2].map(_ZONES).fillna("9"))
    kolommen = ["deelgemeente", "oude_gemeente", "gemeente", "postcode", "werkingsgebied", "zone"]
    return uit[kolommen].sort_values(["postcode", "deelgemeente"], kind="stable").reset_index(drop=True)
