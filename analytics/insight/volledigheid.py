"""
How complete a delivery is, in three steps that each ask more than the one before.

``verplicht``
    What the register requires: the name or the KBO number, and of every contact, location, representative and
    account that is given, its required columns (a location: five address parts or an address id; a representative:
    the INSZ from round 2 on).
``minimum``
    The minimum the register intends: on top of that at least one main activity, one location and one
    representative. A KBO association gets name, seat and representatives from KBO, so there it is the KBO number and
    one main activity.
``volledig``
    Everything that helps to find and reach an association: on top of that a short description, an age range, an area
    of operation, a contact, and a start date (which a KBO association gets from KBO).

Complete means filled in, not correct: what is wrong with a value is told by the rules.

Source: migration plan §2.3, §4.2 ("Minimum data set"); the third step is ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analytics.domain.levering import Levering
from analytics.domain.velden import BEIDE, FEITELIJK, KBO, VELDEN, WerkmapSoort, velden_van
from analytics.insight.gevuld import bladnaam, geldt_voor, sleutels, zijn_gevuld, zijn_van_soort

#: Code and Dutch name of each step, in order.
MATEN = {
    "verplicht": "Verplicht voor het register",
    "minimum": "Beoogd minimum",
    "volledig": "Volledig",
}
_ADRES = ("straatnaam", "huisnummer", "postcode", "gemeente", "land")


@dataclass(frozen=True)
class Element:
    """One thing an association needs for a step: a filled column of Verenigingen, or a part (``tabel``)."""

    maat: str
    titel: str
    soorten: tuple[WerkmapSoort, ...]
    velden: tuple[str, ...] = ()
    tabel: str = ""


#: What each step asks on top of the one before; the required columns of parts come from VELDEN.
ELEMENTEN = (
    Element("verplicht", "Naam", (FEITELIJK,), ("naam",)),
    Element("verplicht", "KBO-nummer", (KBO,), ("kbo_nummer",)),
    Element("minimum", "Hoofdactiviteit", BEIDE, ("hoofdactiviteiten",)),
    Element("minimum", "Locatie", (FEITELIJK,), tabel="locaties"),
    Element("minimum", "Vertegenwoordiger", (FEITELIJK,), tabel="vertegenwoordigers"),
    Element("volledig", "Korte beschrijving", BEIDE, ("korte_beschrijving",)),
    Element("volledig", "Startdatum", (FEITELIJK,), ("startdatum",)),
    Element("volledig", "Leeftijd van de doelgroep", BEIDE, ("minimumleeftijd", "maximumleeftijd")),
    Element("volledig", "Werkingsgebied", BEIDE, ("werkingsgebieden",)),
    Element("volledig", "Contactgegeven", BEIDE, tabel="contactgegevens"),
)


def measure_volledigheid(levering: Levering) -> pd.DataFrame:
    """
    Return how many delivered associations reach each step.

    Columns: ``maat`` (key of :data:`MATEN`), ``titel``, ``voldoet`` and ``noemer`` (associations). Each step includes
    the ones before it, so ``voldoet`` never rises.
    """
    ontbreekt = _ontbreekt(levering)
    goed = pd.Series(True, index=levering.tabellen["verenigingen"].waarden.index)
    rijen = []
    for maat, titel in MATEN.items():
        for element_maat, _, _, masker in ontbreekt:
            if element_maat == maat:
                goed &= ~masker
        rijen.append({"maat": maat, "titel": titel, "voldoet": int(goed.sum()), "noemer": levering.aantal})
    return pd.DataFrame(rijen)


def count_ontbrekend(levering: Levering) -> pd.DataFrame:
    """
    Return per element of each step how many associations lack it.

    Columns: ``maat``, ``element`` (Dutch), ``noemer`` (associations it is asked of) and ``ontbreekt``. Elements that
    are asked of no delivered association are left out.
    """
    rijen = [
        {"maat": maat, "element": titel, "noemer": int(mee.sum()), "ontbreekt": int(masker.sum())}
        for maat, titel, mee, masker in _ontbreekt(levering)
        if mee.any()
    ]
    return pd.DataFrame(rijen, columns=["maat", "element", "noemer", "ontbreekt"])


def measure_kolommen(levering: Levering) -> pd.DataFrame:
    """
    Return how far each column is filled: ``tabel, blad, veld, kop, verplicht, rijen, gevuld``.

    Only columns of sheets that hold rows; ``verplicht`` is ``R``, ``C`` or ``O`` as in VELDEN.
    """
    rijen = []
    for veld in VELDEN:
        kolom = levering.tabellen[veld.tabel].waarden.loc[geldt_voor(levering, veld), veld.code]
        if len(kolom):
            rijen.append(
                {
                    "tabel": veld.tabel,
                    "blad": bladnaam(veld.tabel),
                    "veld": veld.code,
                    "kop": veld.kop,
                    "verplicht": veld.verplicht,
                    "rijen": len(kolom),
                    "gevuld": int(zijn_gevuld(kolom).sum()),
                }
            )
    return pd.DataFrame(rijen, columns=["tabel", "blad", "veld", "kop", "verplicht", "rijen", "gevuld"])


def compare_volledigheid(rondes: Mapping[int, Levering]) -> pd.DataFrame:
    """Return :func:`measure_volledigheid` of every round under each other, with a first column ``ronde``."""
    return _onder_elkaar({ronde: measure_volledigheid(levering) for ronde, levering in rondes.items()})


def compare_kolommen(rondes: Mapping[int, Levering]) -> pd.DataFrame:
    """Return :func:`measure_kolommen` of every round under each other, with a first column ``ronde``."""
    return _onder_elkaar({ronde: measure_kolommen(levering) for ronde, levering in rondes.items()})


def _onder_elkaar(delen: Mapping[int, pd.DataFrame]) -> pd.DataFrame:
    geordend = dict(sorted(delen.items()))
    return pd.concat(geordend, names=["ronde", None]).reset_index(level="ronde").reset_index(drop=True)


def _ontbreekt(levering: Levering) -> list[tuple[str, str, pd.Series[bool], pd.Series[bool]]]:
    """Return per element its step, its title, the associations it is asked of, and those that lack it."""
    verenigingen = levering.tabellen["verenigingen"].waarden
    nummers = sleutels(verenigingen["intern_nummer"])
    uit = _onvolledige_onderdelen(levering, nummers)
    for element in ELEMENTEN:
        mee = zijn_van_soort(levering, "verenigingen", element.soorten)
        if element.tabel:
            heeft = nummers.isin(_met_inhoud(levering, element.tabel).dropna())
        else:
            heeft = pd.Series(False, index=verenigingen.index)
            for veld in element.velden:
                heeft |= zijn_gevuld(verenigingen[veld])
        uit.append((element.maat, element.titel, mee, mee & ~heeft))
    return sorted(uit, key=lambda e: list(MATEN).index(e[0]))


def _met_inhoud(levering: Levering, tabel: str) -> pd.Series[str]:
    """Return the internal numbers of the parts that hold anything besides their type and key."""
    waarden = levering.tabellen[tabel].waarden
    inhoud = [v.code for v in velden_van(tabel) if v.code not in {"intern_nummer", "primair"} and not v.codelijst]
    gevuld = pd.Series(False, index=waarden.index)
    for veld in inhoud:
        gevuld |= zijn_gevuld(waarden[veld])
    return sleutels(waarden["intern_nummer"]).loc[gevuld]


def _onvolledige_onderdelen(
    levering: Levering, nummers: pd.Series[str]
) -> list[tuple[str, str, pd.Series[bool], pd.Series[bool]]]:
    """Return per part the associations that give it (asked) and those that give it without its required columns."""
    uit = []
    for tabel in ("contactgegevens", "locaties", "vertegenwoordigers", "bankrekeningen"):
        waarden = levering.tabellen[tabel].waarden
        sleutel = sleutels(waarden["intern_nummer"])
        goed = pd.Series(True, index=waarden.index)
        for veld in velden_van(tabel):
            moet = veld.verplicht == "R" or (veld.code == "insz" and levering.ronde > 1)
            if moet and veld.api is not None:
                goed &= zijn_gevuld(waarden[veld.code])
        if tabel == "locaties":
            goed &= zijn_gevuld(waarden["adres_id"]) | _alle(waarden, _ADRES)
        mee = nummers.isin(sleutel.dropna())
        uit.append(("verplicht", f"{bladnaam(tabel)}: verplichte kolommen", mee, nummers.isin(sleutel[~goed].dropna())))
    return uit


def _alle(waarden: pd.DataFrame, velden: tuple[str, ...]) -> pd.Series[bool]:
    gevuld = pd.Series(True, index=waarden.index)
    for veld in velden:
        gevuld &= zijn_gevuld(waarden[veld])
    return gevuld
