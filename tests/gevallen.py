"""Deliveries and outcomes put together by hand, so that a test of a number knows every value that goes in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from analytics.domain.levering import Bestand, Levering, Tabel
from analytics.domain.velden import TABELLEN, WerkmapSoort, velden_van
from analytics.intake.lezing import Lezing, lees_waarden

PEILDATUM = dt.date(2024, 3, 1)
Rij = Mapping[str, object]

BEVINDING = ["code", "ernst", "tabel", "werkmap", "blad", "rij", "kolom", "cel", "veld", "intern_nummer"]
BEVINDING += ["vereniging", "melding", "advies", "voorstel"]
TELLING = ["code", "titel", "ernst", "groep", "tabel", "veld", "toegepast", "gevonden", "hele_kolom"]
OORZAAK = ["oorzaak", "code", "veld", "cellen", "verenigingen", "wordt_laadbaar", "samen_laadbaar", "hele_kolom"]
NIET_VOORAF = ["code", "titel", "bron", "velden", "toegepast"]


def geval(
    *,
    ronde: int = 1,
    piloot: str = "aalst",
    soorten: Sequence[WerkmapSoort] = ("feitelijk", "kbo"),
    **tabellen: Sequence[Rij],
) -> Levering:
    """Return a delivery of the given records (field → text); ``werkmap`` 0 is the first of *soorten*."""
    return Levering(
        piloot=piloot,
        ronde=ronde,
        peildatum=PEILDATUM,
        bestanden=tuple(Bestand(f"{s}.xlsx", f"{i + 1}" * 64, s) for i, s in enumerate(soorten)),
        tabellen={code: _tabel(code, tabellen.get(code, ())) for code in TABELLEN},
        koppen=pd.DataFrame(
            [
                {"tabel": code, "veld": veld, "status": "gekend"}
                for code, rijen in tabellen.items()
                for veld in sorted({v for rij in rijen for v in rij if v != "werkmap"})
            ],
            columns=["werkmap", "blad", "kolom", "kop", "rij", "tabel", "veld", "groep", "status"],
        ),
        bladen=pd.DataFrame(columns=["werkmap", "blad", "tabel", "kopregel", "rijen", "status"]),
        insz_vondsten=pd.DataFrame(columns=["werkmap", "blad", "kolom", "rij"]),
    )


def _tabel(code: str, rijen: Sequence[Rij]) -> Tabel:
    velden = [v.code for v in velden_van(code)]
    waarden = pd.DataFrame(
        {v: pd.Series([rij.get(v) for rij in rijen], dtype="string", index=range(len(rijen))) for v in velden}
    )
    waarden.insert(0, "werkmap", [int(str(rij.get("werkmap", 0))) for rij in rijen])
    waarden.insert(1, "blad", TABELLEN[code].blad)
    waarden.insert(2, "rij", range(2, len(rijen) + 2))
    waarden.insert(3, "groep", 0)
    return Tabel(waarden, pd.DataFrame(1, index=waarden.index, columns=velden, dtype="uint8"))


@dataclass(frozen=True)
class Uitkomst:
    """The outcome of rules, written down instead of computed."""

    bevindingen: pd.DataFrame
    telling: pd.DataFrame
    laadbaar: pd.Series[bool]
    lezing: Lezing
    oorzaken: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=OORZAAK))
    niet_vooraf: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=NIET_VOORAF))


def uitkomst(
    levering: Levering,
    bevindingen: Sequence[Rij] = (),
    *,
    telling: Sequence[Rij] = (),
    oorzaken: Sequence[Rij] = (),
    niet_vooraf: Sequence[Rij] = (),
) -> Uitkomst:
    """Return the outcome with the given findings; associations with a FOUT (``vereniging``) are not loadable."""
    frame = pd.DataFrame(bevindingen, columns=BEVINDING)
    frame = frame.astype(dict.fromkeys(("code", "ernst", "blad", "veld", "intern_nummer"), "string"))
    frame = frame.astype({"vereniging": "Int64"})
    fout = set(frame.loc[frame["ernst"].eq("FOUT"), "vereniging"].dropna())
    verenigingen = levering.tabellen["verenigingen"].waarden
    return Uitkomst(
        bevindingen=frame,
        telling=pd.DataFrame(telling, columns=TELLING),
        laadbaar=pd.Series(~verenigingen.index.isin(fout), index=verenigingen.index),
        oorzaken=pd.DataFrame(oorzaken, columns=OORZAAK),
        niet_vooraf=pd.DataFrame(niet_vooraf, columns=NIET_VOORAF),
        lezing=lees_waarden(levering),
    )


def regel(
    code: str,
    ernst: str = "FOUT",
    *,
    toegepast: int = 10,
    gevonden: int = 1,
    hele_kolom: bool = False,
    groep: str = "register",
) -> Rij:
    """Return one row of the count per rule."""
    return {
        "code": code,
        "titel": f"Titel van {code}.",
        "ernst": ernst,
        "groep": groep,
        "tabel": "verenigingen",
        "veld": "naam",
        "toegepast": toegepast,
        "gevonden": gevonden,
        "hele_kolom": hele_kolom,
    }


def bevinding(code: str, ernst: str = "FOUT", *, vereniging: int | None = 0, **anders: object) -> Rij:
    """Return one finding, on the name of an association of sheet Verenigingen unless told otherwise."""
    return {
        "code": code,
        "ernst": ernst,
        "tabel": "verenigingen",
        "werkmap": 0,
        "blad": "Verenigingen",
        "veld": "naam",
        "intern_nummer": None if vereniging is None else f"V{vereniging}",
        "vereniging": vereniging,
        "melding": "Er is iets mis.",
        "advies": "Verbeter het.",
    } | anders
