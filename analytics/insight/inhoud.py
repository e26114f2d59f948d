"""What the associations do, for whom, since when and where: counts for charts, on values as they would be loaded."""

from __future__ import annotations

import pandas as pd

from analytics.domain.codelijsten import codelijst
from analytics.insight.gevalideerd import Gelezen
from analytics.insight.gevuld import zijn_gevuld

#: Age classes (from, to and including); an association counts in every class its target range touches.
LEEFTIJDEN = (
    ("kinderen (0–11)", 0, 11),
    ("jongeren (12–17)", 12, 17),
    ("jongvolwassenen (18–29)", 18, 29),
    ("volwassenen (30–64)", 30, 64),
    ("ouderen (65+)", 65, 150),
)
NIET_INGEVULD = "niet ingevuld"


def count_activiteiten(lezing: Gelezen) -> pd.DataFrame:
    """
    Return ``code, activiteit, verenigingen``: how many associations have each main activity, most first.

    An association counts once for each of its activities; the last row counts those without any (code empty).
    """
    kolom = lezing.waarden["verenigingen"]["hoofdactiviteiten"].astype("string")
    ingevuld = zijn_gevuld(kolom)
    codes = kolom.loc[ingevuld].str.split(";").explode().str.strip().astype("string")
    codes = codes.loc[codes.ne("").fillna(False).astype(bool)]
    per_code = codes.groupby(codes.index).unique().explode().value_counts() if len(codes) else codes.value_counts()
    lijst = codelijst("hoofdactiviteiten")
    tabel = lijst[["code", "naam"]].rename(columns={"naam": "activiteit"})
    tabel["verenigingen"] = tabel["code"].map(per_code).fillna(0).astype("int64")
    tabel = tabel.loc[tabel["verenigingen"].gt(0)].sort_values("verenigingen", ascending=False, kind="stable")
    return _met_rest(tabel, {"code": "", "activiteit": NIET_INGEVULD, "verenigingen": int((~ingevuld).sum())})


def count_leeftijden(lezing: Gelezen) -> pd.DataFrame:
    """
    Return ``groep, verenigingen``: how many associations reach each age class of :data:`LEEFTIJDEN`.

    One limit given means the register's default for the other (0 or 150). Associations without limits, or whose limits
    cannot be read, are the last row.
    """
    tabel = lezing.waarden["verenigingen"]
    van = pd.to_numeric(tabel["minimumleeftijd"], errors="coerce").astype("Float64")
    tot = pd.to_numeric(tabel["maximumleeftijd"], errors="coerce").astype("Float64")
    geen = van.isna() & tot.isna()
    van, tot = van.fillna(0.0), tot.fillna(150.0)
    rijen = [
        {"groep": naam, "verenigingen": int((~geen & van.le(hoogste) & tot.ge(laagste)).sum())}
        for naam, laagste, hoogste in LEEFTIJDEN
    ]
    return _met_rest(pd.DataFrame(rijen), {"groep": NIET_INGEVULD, "verenigingen": int(geen.sum())})


def count_startjaren(lezing: Gelezen) -> pd.DataFrame:
    """
    Return ``periode, verenigingen`` per decade of the start date, oldest first.

    Everything before 1900 is one period; the last row counts associations without a readable start date. Decades
    in between without associations are there with 0, so that the time axis has no jumps.
    """
    jaren = pd.to_numeric(
        lezing.waarden["verenigingen"]["startdatum"].astype("string").str.extract(r"^(\d{4})-", expand=False),
        errors="coerce",
    )
    decennia = (jaren.dropna().astype("int64") // 10 * 10).clip(lower=1890)
    rijen = []
    if len(decennia):
        per_decennium = decennia.value_counts()
        eerste, laatste = int(decennia.min()), int(decennia.max())
        for decennium in range(eerste, laatste + 1, 10):
            naam = "vóór 1900" if decennium == 1890 else f"{decennium}–{decennium + 9}"
            rijen.append({"periode": naam, "verenigingen": int(per_decennium.get(decennium, 0))})
    tabel = pd.DataFrame(rijen, columns=["periode", "verenigingen"])
    return _met_rest(tabel, {"periode": NIET_INGEVULD, "verenigingen": int(jaren.isna().sum())})


def count_gemeenten(lezing: Gelezen, *, hoogstens: int = 15) -> pd.DataFrame:
    """
    Return ``gemeente, verenigingen``: in how many municipalities' addresses the associations occur, most first.

    An association counts once per municipality. Beyond *hoogstens* municipalities the others are one row
    (``12 andere gemeenten``, counting associations with at least one of them); the last row counts those without any.
    """
    gemeente = lezing.waarden["locaties"]["gemeente"].astype("string").str.strip()
    paren = pd.DataFrame({"vereniging": lezing.vereniging["locaties"], "gemeente": gemeente}).dropna()
    paren = paren.loc[zijn_gevuld(paren["gemeente"])].drop_duplicates()
    per_gemeente = paren["gemeente"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    tabel = per_gemeente.rename_axis("gemeente").rename("verenigingen").reset_index()
    if len(tabel) > hoogstens + 1:
        anderen = tabel["gemeente"].iloc[hoogstens:]
        aantal = paren.loc[paren["gemeente"].isin(anderen), "vereniging"].nunique()
        tabel = _met_rest(
            tabel.head(hoogstens), {"gemeente": f"{len(anderen)} andere gemeenten", "verenigingen": aantal}
        )
    zonder = len(lezing.waarden["verenigingen"]) - paren["vereniging"].nunique()
    return _met_rest(tabel, {"gemeente": "geen gemeente ingevuld", "verenigingen": zonder})


def _met_rest(tabel: pd.DataFrame, rest: dict[str, object]) -> pd.DataFrame:
    rijen = [*tabel.to_dict("records"), *([rest] if rest["verenigingen"] else [])]
    uit = pd.DataFrame(rijen, columns=list(tabel.columns))
    return uit.astype({kolom: "int64" if kolom == "verenigingen" else "string" for kolom in uit.columns})
