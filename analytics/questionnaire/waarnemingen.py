"""What can be seen in the deliveries, the register and the calendar: the evidence that claims are set against."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from analytics.domain.levering import Levering
from analytics.questionnaire.bevestiging import lees_bevestigingen

#: From this share of filled cells a column counts as kept up by the pilot, and a blank in it says something (proposal).
KOLOM_GEBRUIKT = 0.5


_LEEG = pd.DataFrame({"intern_nummer": pd.Series(dtype="string")})


@dataclass(frozen=True, eq=False)
class Momentopname:
    """
    The values of one delivery, as they would be loaded.

    Attributes:
        ronde: 1, 2 or 3.
        tabellen: Per table of ``velden.TABELLEN`` a frame by field code, one row per record; ``werkmap`` (int) tells
            which workbook a row comes from.
        werkmappen: Kind of each workbook (``feitelijk`` or ``kbo``), by the number in ``werkmap``; empty = all
            ``feitelijk``.
        ontvangen: Day of receipt, None when not known.
    """

    ronde: int
    tabellen: Mapping[str, pd.DataFrame]
    werkmappen: tuple[str, ...] = ()
    ontvangen: dt.date | None = None
    # Tests and profiles ask for the same columns over and over.
    _kolommen: dict[tuple[str, str], pd.Series[str]] = field(default_factory=dict, repr=False)
    _gelezen: dict[str, pd.Series[bool]] = field(default_factory=dict, repr=False)

    def tabel(self, naam: str) -> pd.DataFrame:
        """Return a table, without rows when the delivery has none."""
        return self.tabellen.get(naam, _LEEG)

    def kolom(self, tabel: str, veld: str) -> pd.Series[str]:
        """Return a column as text, blank as <NA>; all <NA> when it is not there."""
        if (tabel, veld) not in self._kolommen:
            rijen = self.tabel(tabel)
            if veld in rijen:
                tekst = rijen[veld].astype("string").str.strip()
                tekst = tekst.mask(tekst == "")
            else:
                tekst = pd.Series(pd.NA, index=rijen.index, dtype="string")
            self._kolommen[tabel, veld] = tekst
        return self._kolommen[tabel, veld]

    @property
    def verenigingen(self) -> pd.DataFrame:
        """Return the associations, one row each."""
        return self.tabel("verenigingen")

    @property
    def is_kbo(self) -> pd.Series[bool]:
        """Tell per association whether it comes from the KBO workbook."""
        if "is_kbo" not in self._gelezen:
            rijen = self.verenigingen
            kbo = [nummer for nummer, soort in enumerate(self.werkmappen) if soort == "kbo"]
            geen = pd.Series(False, index=rijen.index)
            self._gelezen["is_kbo"] = rijen["werkmap"].isin(kbo) if "werkmap" in rijen else geen
        return self._gelezen["is_kbo"]

    def met_kolom(self, veld: str) -> pd.Series[bool]:
        """
        Tell per association whether its workbook can hold *veld*.

        The KBO template lacks some columns; its rows count only when the pilot filled the column all the same.
        """
        kbo = self.is_kbo
        gevuld = self.kolom("verenigingen", veld).notna()
        return ~kbo | bool((gevuld & kbo).any())


@dataclass(frozen=True, eq=False)
class Waarnemingen:
    """
    Everything measured about one pilot; what is None is not known, and then a claim on it cannot be tested.

    Attributes:
        peildatum: The only "today" that counts.
        nu: The delivery under review.
        eerdere: Deliveries of earlier rounds, oldest first.
        paren: Suspected doubles: ``a, b`` (intern nummer of both rows), ``oordeel`` (``dubbel`` or ``mogelijk``);
            only pairs within this pilot's own delivery.
        kbo_gestopt: Intern nummers of KBO associations that KBO calls stopped or not valid.
        oplaaddatum: Day of the production load, planned or done.
        oplaaddatum_is_gepland: Whether that day is still a plan.
    """

    peildatum: dt.date
    nu: Momentopname | None = None
    eerdere: tuple[Momentopname, ...] = ()
    paren: pd.DataFrame | None = None
    kbo_gestopt: frozenset[str] | None = None
    oplaaddatum: dt.date | None = None
    oplaaddatum_is_gepland: bool = True
    _bevestigd: dict[str, pd.DataFrame] = field(default_factory=dict, repr=False)

    @property
    def leveringen(self) -> tuple[Momentopname, ...]:
        """Return every delivery, oldest first."""
        return self.eerdere + ((self.nu,) if self.nu else ())

    def bevestigingen(self) -> pd.DataFrame:
        """Return ``soort, datum`` per association whose workbook has the column; read once."""
        if "nu" not in self._bevestigd:
            nu = self.nu or Momentopname(1, {})
            kolom = nu.kolom("verenigingen", "laatst_bevestigd")
            self._bevestigd["nu"] = lees_bevestigingen(kolom[nu.met_kolom("laatst_bevestigd")], self.peildatum)
        return self._bevestigd["nu"]


def neem_op(
    levering: Levering, waarden: Mapping[str, pd.DataFrame], *, ontvangen: dt.date | None = None
) -> Momentopname:
    """
    Return one delivery as it would be loaded.

    Args:
        levering: What was delivered; tells which workbook each record comes from.
        waarden: Per table the values as they would be loaded (``Lezing.waarden``), same rows as in *levering*.
        ontvangen: Day of receipt.
    """
    tabellen = {
        naam: frame.assign(werkmap=levering.tabellen[naam].waarden["werkmap"].to_numpy())
        for naam, frame in waarden.items()
    }
    return Momentopname(levering.ronde, tabellen, tuple(b.soort for b in levering.bestanden), ontvangen)


def paren_op_nummer(paren: pd.DataFrame, intern_nummer: pd.Series[str]) -> pd.DataFrame:
    """Return ``a, b`` (intern nummers) and ``oordeel`` of pairs whose ``a`` and ``b`` are labels of *intern_nummer*."""
    return pd.DataFrame(
        {
            "a": paren["a"].map(intern_nummer).astype("string"),
            "b": paren["b"].map(intern_nummer).astype("string"),
            "oordeel": paren["oordeel"].astype("string"),
        }
    )


def kbo_gestopt_uit(uitkomsten: pd.DataFrame | None) -> frozenset[str] | None:
    """
    Return the intern nummers that the register refused because the KBO number is no valid association.

    Args:
        uitkomsten: One row per delivered association: ``intern_nummer, status, reden`` (str), or None.

    The register says the same of a stopped number and of a wrong legal form ("geen geldige vereniging").
    None when nothing was loaded: then nobody asked KBO.
    """
    if uitkomsten is None or uitkomsten.empty:
        return None
    reden = uitkomsten["reden"].astype("string").fillna("").str.lower()
    geweigerd = uitkomsten["status"].isin(["geweigerd"])
    ongeldig = reden.str.contains("kbo", regex=False) & reden.str.contains(
        r"geen geldige|niet geldig|gestopt|stopgezet|ongeldig", regex=True
    )
    return frozenset(uitkomsten.loc[geweigerd & ongeldig, "intern_nummer"].astype("string").dropna().tolist())
