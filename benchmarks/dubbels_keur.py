"""
Examine the search for doubles on names written by hand, by somebody who had not seen the search.

    python -m benchmarks.dubbels_keur

Two kinds of material in ``tests/unit/duplicates``: ``keurlijst.csv``, labelled pairs that are offered as two workbooks
and of which only the labelled pairs are looked at; and ``keurlijsten``, per municipality two lists of two
administrations, where every reported pair between the lists that is not a known one counts as false. Everything takes
the way of ``migratie dubbels a.xlsx b.xlsx``: workbooks in, CSV files out. Names and places are all there is.
Look at the scores only: whoever reads the pairs to improve the search, uses them up.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from openpyxl import Workbook

from analytics.run.dubbels import Dubbelopdracht, dubbels

_HIER = Path(__file__).resolve().parents[1] / "tests" / "unit" / "duplicates"
_PEILDATUM = dt.date(2025, 1, 1)
_KOPPEN = ("Naam", "Postcode", "Gemeente")
_VAAK = 5  # pairs of a kind of difference to be shown apart
#: How a pair may be taken for a double: by us when sure, by us when asking too, by the register.
METHODEN = ("dubbel", "dubbel of mogelijk", "register")

Paar = tuple[int, int]


@dataclass(frozen=True)
class Score:
    """
    What was found against what should have been.

    Attributes:
        goed, vals, gemist: Numbers of pairs: reported and double, reported and not, double and not reported.
    """

    goed: int
    vals: int
    gemist: int

    @property
    def precisie(self) -> float:
        """Share of the reported pairs that is double; 1 when nothing is reported."""
        return self.goed / (self.goed + self.vals) if self.goed + self.vals else 1.0

    @property
    def vangst(self) -> float:
        """Share of the doubles that is reported; 1 when there are none."""
        return self.goed / (self.goed + self.gemist) if self.goed + self.gemist else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both; 0 when nothing is right."""
        return 2 * self.goed / (2 * self.goed + self.vals + self.gemist) if self.goed else 0.0

    def __add__(self, ander: Score) -> Score:
        return Score(self.goed + ander.goed, self.vals + ander.vals, self.gemist + ander.gemist)

    def __str__(self) -> str:
        return (
            f"P {self.precisie:.3f}  R {self.vangst:.3f}  F1 {self.f1:.3f}  "
            f"({self.goed} goed, {self.vals} vals, {self.gemist} gemist)"
        )


def scoor(gemeld: frozenset[Paar], dubbel: frozenset[Paar]) -> Score:
    """Return how the reported pairs compare with the doubles."""
    return Score(len(gemeld & dubbel), len(gemeld - dubbel), len(dubbel - gemeld))


def lees(naam: str) -> pd.DataFrame:
    """Return a list of this examination as text; an empty cell is an empty text."""
    return pd.read_csv(_HIER / naam, dtype="string", keep_default_na=False)


def meld(a: pd.DataFrame, b: pd.DataFrame) -> dict[str, frozenset[Paar]]:
    """
    Send two lists (columns name, postcode, municipality) through the command.

    Returns:
        Per method the reported pairs between the lists, as positions in *a* and *b*.
    """
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        for lijst, bestand in ((a, "a.xlsx"), (b, "b.xlsx")):
            _schrijf(lijst, map_ / bestand)
        opdracht = Dubbelopdracht(
            werkmappen=(map_ / "a.xlsx", map_ / "b.xlsx"), ronde=2, peildatum=_PEILDATUM, controle=True
        )
        dubbels(opdracht, map_ / "uit")
        uit = [pd.read_csv(map_ / "uit" / f"{n}.csv", dtype="string") for n in ("dubbels", "registermeldingen")]
    paren = pd.concat(uit, ignore_index=True)
    tussen = paren[paren["bestand_a"].eq("a.xlsx") & paren["bestand_b"].eq("b.xlsx")]
    if tussen["register_zou_melden"].isna().any():
        raise ValueError("the register was not asked about every pair")
    return {
        "dubbel": _paren(tussen[tussen["oordeel"].eq("dubbel")]),
        "dubbel of mogelijk": _paren(tussen[tussen["oordeel"].isin(["dubbel", "mogelijk"])]),
        "register": _paren(tussen[tussen["register_zou_melden"].eq("ja")]),
    }


def _schrijf(lijst: pd.DataFrame, pad: Path) -> None:
    boek = Workbook()
    blad = boek.active
    if blad is None:
        raise ValueError("a new workbook has no sheet")
    blad.title = "Verenigingen"
    blad.append(_KOPPEN)
    for rij in lijst.itertuples(index=False):
        blad.append([str(waarde) or None for waarde in rij])
    boek.save(pad)


def _paren(paren: pd.DataFrame) -> frozenset[Paar]:
    # Row 1 has the headings.
    rij_a, rij_b = (paren[kolom].astype(int) - 2 for kolom in ("rij_a", "rij_b"))
    return frozenset(zip(rij_a.tolist(), rij_b.tolist(), strict=True))


def keur_paren() -> tuple[pd.DataFrame, dict[str, frozenset[Paar]]]:
    """Return the labelled pairs, and per method those it reports (the place of the pair, twice)."""
    lijst = lees("keurlijst.csv")
    a, b = (lijst[[f"{veld}_{kant}" for veld in ("naam", "postcode", "gemeente")]] for kant in "ab")
    eigen = frozenset((nr, nr) for nr in range(len(lijst)))
    return lijst, {methode: gemeld & eigen for methode, gemeld in meld(a, b).items()}


def score_paren(lijst: pd.DataFrame, gemeld: frozenset[Paar], welke: pd.Series[bool]) -> Score:
    """Return the score over the pairs that *welke* picks."""
    nummers = frozenset((nr, nr) for nr in lijst.index[welke])
    dubbel = frozenset((nr, nr) for nr in lijst.index[welke & lijst["dubbel"].eq("ja")])
    return scoor(gemeld & nummers, dubbel)


def per_soort(lijst: pd.DataFrame, gemeld: dict[str, frozenset[Paar]]) -> pd.DataFrame:
    """Return per label and kind of difference: the number of pairs, and per method how many were judged rightly."""
    goed = {
        methode: pd.Series([(nr, nr) in paren for nr in lijst.index], index=lijst.index).eq(lijst["dubbel"].eq("ja"))
        for methode, paren in gemeld.items()
    }
    frame = pd.DataFrame({"paren": pd.Series(1, index=lijst.index), **goed})
    label, kind = lijst["dubbel"].rename("label"), lijst["kind"].str.rpartition(": ")[2].rename("kind")
    kind = kind.where(kind.groupby([label, kind]).transform("size") >= _VAAK, "(each less often)")
    return frame.groupby([label, kind]).sum()


def keur_lijsten(gemeente: str) -> dict[str, Score]:
    """Return per method the score on the two lists of *gemeente*."""
    a, b = (lees(f"keurlijsten/{gemeente}_{kant}.csv")[["naam", "postcode", "gemeente"]] for kant in "ab")
    bekend = lees(f"keurlijsten/{gemeente}_paren.csv").astype("int64") - 1
    dubbel = frozenset(zip(bekend["nummer_a"].tolist(), bekend["nummer_b"].tolist(), strict=True))
    return {methode: scoor(gemeld, dubbel) for methode, gemeld in meld(a, b).items()}


def gemeenten() -> tuple[str, ...]:
    """Return the municipalities with lists, by name."""
    return tuple(sorted(pad.name.removesuffix("_paren.csv") for pad in (_HIER / "keurlijsten").glob("*_paren.csv")))


def main() -> int:
    """Print all figures."""
    lijst, gemeld = keur_paren()
    moeilijk = lijst["moeilijk"].eq("ja")
    for titel, welke in (("alle", moeilijk | ~moeilijk), ("moeilijk", moeilijk), ("makkelijk", ~moeilijk)):
        print(f"\nparen, {titel}: {int(welke.sum())}, waarvan {int((welke & lijst['dubbel'].eq('ja')).sum())} dubbel")
        for methode in METHODEN:
            print(f"  {methode:<19}{score_paren(lijst, gemeld[methode], welke)}")
    print("\njuist beoordeeld per soort verschil")
    print(per_soort(lijst, gemeld).to_string())
    totaal = dict.fromkeys(METHODEN, Score(0, 0, 0))
    for gemeente in gemeenten():
        print(f"\nlijsten van {gemeente}")
        for methode, score in keur_lijsten(gemeente).items():
            print(f"  {methode:<19}{score}")
            totaal[methode] += score
    print("\nalle lijsten samen")
    for methode, score in totaal.items():
        print(f"  {methode:<19}{score}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
