"""The figures of a load: states, errors by kind, duplicates, and the target of 80 %."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TypedDict

import pandas as pd

from analytics.domain.uitkomst import IN_REGISTER, STATUSSEN, TUSSEN_REDENEN

#: The share of what was first delivered that must be in the register by the end of phase 3.
DOEL = 0.80
STRIKT = (
    "Geladen, gedeeld door alle verenigingen die de piloot in de eerste levering (ronde 1) aanbood. "
    "Gekend in KBO en al geladen tellen als geladen."
)
NA_VERKLAARD = (
    "Geladen, gedeeld door de eerste levering min de verklaarde verliezen: verenigingen waarvan alleen verplichte "
    "gegevens ontbreken, niet-besliste potentiële dubbels en bevestigde dubbels."
)


@dataclass(frozen=True)
class Graad:
    """A rate that can be checked: both numbers and what they mean."""

    naam: str
    teller: int
    noemer: int
    definitie: str

    @property
    def haalt_doel(self) -> bool:
        """Whether it is at least the target; nothing delivered does not reach it."""
        return self.noemer > 0 and self.teller >= DOEL * self.noemer


@dataclass(frozen=True)
class Doelmeting:
    """
    The load rates of a pilot over what it first delivered, fixed once.

    Attributes:
        eerst_geleverd: Associations in the first delivery.
        niet_meer_geleverd: Of those, not in the delivery that was loaded: not loaded, and not explained.
        later_erbij: Delivered later; never in the denominator.
        ontbrekend, onbeslist, dubbel: Explained losses.
    """

    eerst_geleverd: int
    niet_meer_geleverd: int
    later_erbij: int
    ontbrekend: int
    onbeslist: int
    dubbel: int
    strikt: Graad
    na_verklaard: Graad


def measure_doel(eerste: Sequence[str], uitkomsten: pd.DataFrame, *, ontbreekregels: Collection[str]) -> Doelmeting:
    """
    Measure the target.

    Args:
        eerste: Keys of the first delivery; an association without one is an empty text, and counts by itself.
        uitkomsten: One row per association, columns of ``domain.uitkomst.KOLOMMEN``.
        ontbreekregels: Codes of the rules that find mandatory data missing. An association counts as lost to missing
            data only when it breaks no other rule.
    """
    sleutels = [s for s in dict.fromkeys(eerste) if s]
    zonder_sleutel = sum(1 for s in eerste if not s)
    per_sleutel = uitkomsten[uitkomsten["intern_nummer"].ne("")].drop_duplicates("intern_nummer")
    eigen = per_sleutel[per_sleutel["intern_nummer"].isin(sleutels)]
    status = eigen["status"]
    alleen_ontbrekend = (
        eigen["regel"].fillna("").map(lambda tekst: bool(tekst) and set(str(tekst).split(";")) <= set(ontbreekregels))
    )
    geladen = int(status.isin(IN_REGISTER).sum())
    ontbrekend = int((status.eq("niet_laadbaar") & alleen_ontbrekend.astype(bool)).sum())
    onbeslist, dubbel = int(status.eq("potentiele_dubbel").sum()), int(status.eq("bevestigde_dubbel").sum())
    alle = len(sleutels) + zonder_sleutel
    return Doelmeting(
        eerst_geleverd=alle,
        niet_meer_geleverd=alle - len(eigen),
        later_erbij=len(uitkomsten) - len(eigen),
        ontbrekend=ontbrekend,
        onbeslist=onbeslist,
        dubbel=dubbel,
        strikt=Graad("strikt", geladen, alle, STRIKT),
        na_verklaard=Graad("na verklaarde verliezen", geladen, alle - ontbrekend - onbeslist - dubbel, NA_VERKLAARD),
    )


def count_statussen(uitkomsten: pd.DataFrame) -> pd.DataFrame:
    """Return ``status, label`` (str), ``verenigingen`` (int): every state of the list, also those nobody is in."""
    aantallen = uitkomsten["status"].value_counts()
    rijen = [(code, label, int(aantallen.get(code, 0))) for code, label in STATUSSEN.items()]
    frame = pd.DataFrame(rijen, columns=["status", "label", "verenigingen"])
    return frame.astype({"status": "string", "label": "string"})


def count_fouten(uitkomsten: pd.DataFrame) -> pd.DataFrame:
    """
    Return what keeps associations out, most first: ``soort, reden`` (str), ``verenigingen`` (int).

    A row that breaks several rules counts under each: the sum may exceed the number of rows.
    """
    niet = uitkomsten[uitkomsten["status"].isin(["niet_laadbaar", "geweigerd", "technisch_mislukt", "onbekend"])]
    redenen = niet["reden"].astype(str).str.split(TUSSEN_REDENEN)
    lang = pd.DataFrame({"soort": niet["status"].astype("string"), "reden": redenen}).explode("reden")
    telling = lang.groupby(["soort", "reden"], sort=True).size().rename("verenigingen").reset_index()
    telling = telling.sort_values(["verenigingen", "soort", "reden"], ascending=[False, True, True], ignore_index=True)
    return telling.astype({"soort": "string", "reden": "string", "verenigingen": "int64"})


@dataclass(frozen=True, eq=False)
class Opgeladen:
    """
    A load as a report tells it.

    Attributes:
        ronde, omgeving: Which round, into what.
        oefenregister: Whether it was an embedded register that answered.
        uitkomsten: One row per delivered association (``domain.uitkomst.KOLOMMEN``).
        doel: The target over the first delivery.
        velden: ``veld, oordeel`` (str), ``waarden`` (int): what was read back.
        verschillen: ``intern_nummer, vcode, veld, oordeel`` (str), ``waarden`` (int).
        teruggelezen: Associations read back.
        scorekaart: Predictions against answers: ``regel, melding`` (str), ``voorspeld, getoetst, bevestigd,
            geweigerd, gemist`` (int), ``rijen`` (str).
        gestopt: Why it ended early, or empty.
    """

    ronde: int
    omgeving: str
    oefenregister: bool
    uitkomsten: pd.DataFrame
    doel: Doelmeting
    velden: pd.DataFrame
    verschillen: pd.DataFrame
    teruggelezen: int
    scorekaart: pd.DataFrame
    gestopt: str = ""

    def samenvatting(self) -> OpladenDict:
        """Return block ``opladen`` of ``samenvatting.json``."""
        return summarise_opladen(self)


def doel_uit(blok: OpladenDict) -> Doelmeting:
    """Return the target as a summary has it."""
    verklaard = blok["verklaard"]
    return Doelmeting(
        blok["eerst_geleverd"],
        blok["niet_meer_geleverd"],
        blok["later_erbij"],
        verklaard["ontbrekend"],
        verklaard["onbeslist"],
        verklaard["dubbel"],
        Graad("strikt", blok["strikt"]["teller"], blok["strikt"]["noemer"], STRIKT),
        Graad("na verklaarde verliezen", blok["na_verklaard"]["teller"], blok["na_verklaard"]["noemer"], NA_VERKLAARD),
    )


class GraadDict(TypedDict):
    teller: int
    noemer: int
    haalt_doel: bool
    definitie: str


class OpladenDict(TypedDict):
    """
    Block ``opladen`` of ``samenvatting.json``.

    ``ronde`` is the round that was loaded. ``statussen`` adds up to ``geleverd``. ``verklaard`` counts the explained
    losses of the first delivery. ``gestopt`` says why a load ended early, or is empty.
    """

    ronde: int
    omgeving: str
    oefenregister: bool
    geleverd: int
    statussen: dict[str, int]
    teruggelezen: int
    velden: dict[str, int]
    gestopt: str
    eerst_geleverd: int
    niet_meer_geleverd: int
    later_erbij: int
    verklaard: dict[str, int]
    doel: float
    strikt: GraadDict
    na_verklaard: GraadDict


def summarise_opladen(opgeladen: Opgeladen) -> OpladenDict:
    """Return the block that other programs read."""
    per_oordeel = opgeladen.velden.groupby("oordeel", sort=True)["waarden"].sum()
    doel = opgeladen.doel
    return OpladenDict(
        ronde=opgeladen.ronde,
        omgeving=opgeladen.omgeving,
        oefenregister=opgeladen.oefenregister,
        geleverd=len(opgeladen.uitkomsten),
        statussen={str(r.status): int(r.verenigingen) for r in count_statussen(opgeladen.uitkomsten).itertuples()},
        teruggelezen=opgeladen.teruggelezen,
        velden={str(oordeel): int(n) for oordeel, n in per_oordeel.items()},
        gestopt=opgeladen.gestopt,
        eerst_geleverd=doel.eerst_geleverd,
        niet_meer_geleverd=doel.niet_meer_geleverd,
        later_erbij=doel.later_erbij,
        verklaard={"ontbrekend": doel.ontbrekend, "onbeslist": doel.onbeslist, "dubbel": doel.dubbel},
        doel=DOEL,
        strikt=_graad(doel.strikt),
        na_verklaard=_graad(doel.na_verklaard),
    )


def _graad(graad: Graad) -> GraadDict:
    return GraadDict(teller=graad.teller, noemer=graad.noemer, haalt_doel=graad.haalt_doel, definitie=graad.definitie)
