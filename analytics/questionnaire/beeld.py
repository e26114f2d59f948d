"""Everything about the origin of one pilot's data on one screen: frames and sentences, nothing left to compute."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.domain.levering import Levering
from analytics.questionnaire.antwoorden import antwoordtabel, openstaand, persoonlijke_waarden, sterrentabel
from analytics.questionnaire.dossier import Dossier, beoordeel_poorten
from analytics.questionnaire.inactief import vermoedelijk_inactief
from analytics.questionnaire.oordelen import geldend, oordelentabel
from analytics.questionnaire.planning import leveringen_geduid
from analytics.questionnaire.poorten import Poort, Waarheidstabel, poortentabel
from analytics.questionnaire.privacy import scherm_af
from analytics.questionnaire.profiel import actualiteit, correctheid, inactief_per_bron
from analytics.questionnaire.toetsen import KOLOMMEN, vergelijk
from analytics.questionnaire.vragenlijsten import SOORTEN
from analytics.questionnaire.vulgraad import vulgraad_per_kolom
from analytics.questionnaire.waarnemingen import Waarnemingen


@dataclass(frozen=True, eq=False)
class Herkomstbeeld:
    """
    What an analyst sees of one pilot in a minute.

    Attributes:
        piloot: Its code.
        peildatum: Today.
        kern: Dutch sentences: what is claimed, what the data contradicts, which gate is closed and by whom, whether
            production may start.
        antwoorden: Per box: ``soort, vraag, vraagtekst, vak, label, status, antwoord, dv_oordeel, dv_opmerking``.
        beweringen: Per claim: ``toetsen.KOLOMMEN`` and ``teller, noemer``.
        open: Dutch lines: what is not answered, or not readable, per questionnaire.
        sterren: ``vraag, onderwerp, antwoord, sterren, hoogstens``; no rows without a self-evaluation.
        actualiteit: ``profiel.actualiteit``.
        inactief: ``inactief.vermoedelijk_inactief``.
        inactief_per_bron: ``profiel.inactief_per_bron``.
        correctheid: ``profiel.correctheid``, None when nothing was validated.
        vulgraad: ``vulgraad.vulgraad_per_kolom``.
        oordelen: ``oordelen.oordelentabel``.
        poorten: ``poorten.poortentabel``.
        planning: ``planning.planning``.
        leveringen: ``planning.leveringen_geduid``.
        mag_productie: Whether the production load may start.
        ontheffingen: Dutch sentences on the overrides in force; to be printed on every report.
    """

    piloot: str
    peildatum: dt.date
    kern: tuple[str, ...]
    antwoorden: pd.DataFrame
    beweringen: pd.DataFrame
    open: tuple[str, ...]
    sterren: pd.DataFrame
    actualiteit: pd.DataFrame
    inactief: pd.DataFrame
    inactief_per_bron: pd.DataFrame
    correctheid: pd.DataFrame | None
    vulgraad: pd.DataFrame
    oordelen: pd.DataFrame
    poorten: pd.DataFrame
    planning: pd.DataFrame
    leveringen: pd.DataFrame
    mag_productie: bool
    ontheffingen: tuple[str, ...]


def maak_beeld(
    piloot: str,
    dossier: Dossier,
    *,
    waarnemingen: Waarnemingen,
    tabel: Waarheidstabel,
    levering: Levering | None = None,
    bevindingen: pd.DataFrame | None = None,
) -> Herkomstbeeld:
    """
    Return the picture of one pilot.

    Args:
        piloot: Its code.
        dossier: What came in, was answered, judged and loaded.
        waarnemingen: What was measured in its deliveries.
        tabel: The truth table of the gates.
        levering, bevindingen: The delivery under review and what the rules found; both or neither.
    """
    poorten = beoordeel_poorten(dossier, tabel)
    persoonlijk = tuple(w for i in dossier.ingevuld.values() for w in persoonlijke_waarden(i.lijst, i.waarden))
    ingevuld = [dossier.ingevuld[soort] for soort in SOORTEN if soort in dossier.ingevuld]
    delen = [vergelijk(i.lijst, i.waarden, waarnemingen=waarnemingen, op=i.ontvangen) for i in ingevuld]
    gevuld = [deel for deel in delen if not deel.empty]
    leeg = pd.DataFrame(columns=[*KOLOMMEN, "teller", "noemer"])
    beweringen = pd.concat(gevuld, ignore_index=True) if gevuld else leeg
    zelf = dossier.ingevuld.get("zelfevaluatie")
    sterren = sterrentabel(zelf.lijst, zelf.waarden) if zelf else _lege_sterren()
    return Herkomstbeeld(
        piloot=piloot,
        peildatum=dossier.peildatum,
        kern=_kern(beweringen, poorten, sterren),
        antwoorden=_antwoorden(dossier, persoonlijk),
        beweringen=beweringen,
        open=tuple(f"{i.lijst.titel}: {regel}" for i in ingevuld for regel in openstaand(i.lijst, i.waarden)),
        sterren=sterren,
        actualiteit=actualiteit(waarnemingen),
        inactief=vermoedelijk_inactief(waarnemingen),
        inactief_per_bron=inactief_per_bron(waarnemingen),
        correctheid=None if levering is None or bevindingen is None else correctheid(levering, bevindingen),
        vulgraad=vulgraad_per_kolom(waarnemingen.leveringen),
        oordelen=oordelentabel(
            dossier.beoordelingen, {s: i.sha256 for s, i in dossier.ingevuld.items()}, persoonlijk=persoonlijk
        ),
        poorten=poortentabel(list(poorten.values())),
        planning=dossier.plan,
        leveringen=leveringen_geduid(dossier.deadlines, dossier.leveringen),
        mag_productie=poorten["productie"].mag_door,
        ontheffingen=tuple(
            f"Ontheffing voor {poorten[o.poort].titel.lower()} ({', '.join(o.eisen)}): {o.reden} ({o.rol})"
            for o in dossier.ontheffingen
            if o.poort in poorten
        ),
    )


def _antwoorden(dossier: Dossier, persoonlijk: tuple[str, ...]) -> pd.DataFrame:
    delen = []
    for soort, ingevuld in dossier.ingevuld.items():
        tabel = antwoordtabel(ingevuld.lijst, ingevuld.waarden, persoonlijk=persoonlijk)
        oordelen = geldend(dossier.beoordelingen, soort, ingevuld.sha256)
        tabel.insert(0, "soort", soort)
        for kolom, veld in (("dv_oordeel", "oordeel"), ("dv_opmerking", "opmerking")):
            waarden = {vraag: getattr(oordeel, veld) for vraag, oordeel in oordelen.items()}
            waarden = {vraag: scherm_af(tekst, persoonlijk) for vraag, tekst in waarden.items()}
            tabel[kolom] = tabel["vraag"].map(waarden).astype("string").fillna("")
        delen.append(tabel)
    kolommen = ["soort", "vraag", "vraagtekst", "vak", "label", "status", "antwoord", "dv_oordeel", "dv_opmerking"]
    return pd.concat(delen, ignore_index=True) if delen else pd.DataFrame(columns=kolommen, dtype="string")


def _lege_sterren() -> pd.DataFrame:
    kolommen = {
        "vraag": "string",
        "onderwerp": "string",
        "antwoord": "string",
        "sterren": "Int64",
        "hoogstens": "Int64",
    }
    return pd.DataFrame(columns=list(kolommen)).astype(kolommen)


def _kern(beweringen: pd.DataFrame, poorten: Mapping[str, Poort], sterren: pd.DataFrame) -> tuple[str, ...]:
    zinnen = [_over_beweringen(beweringen)]
    strijdig = beweringen[beweringen["oordeel"] == "tegengesproken"]
    zinnen += [
        f"{rij.vraag} “{rij.antwoord}”: tegengesproken. {rij.bewijs}" for rij in strijdig.itertuples(index=False)
    ]
    if not sterren.empty:
        gekozen = sterren.dropna(subset=["sterren"])
        zinnen.append(
            f"Zelfevaluatie: {int(gekozen['sterren'].sum())} van de {int(sterren['hoogstens'].sum())} sterren, "
            f"{len(gekozen)} van de {len(sterren)} vragen beantwoord (aantal sterren per antwoord: eigen voorstel)."
        )
    zinnen += [poort.zin for poort in _dicht(list(poorten.values()))]
    productie = poorten["productie"]
    if not productie.mag_door:
        wie = sorted({feit.wie or eis.wie for eis, feit in productie.blokkerend})
        zinnen.append(f"Opladen in productie mag nog niet: wacht op {' en '.join(wie)}.")
    elif productie.status == "open":
        zinnen.append("Opladen in productie mag beginnen.")
    else:
        zinnen.append("Opladen in productie mag beginnen, maar alleen dankzij een ontheffing.")
    return tuple(zinnen)


def _dicht(poorten: Sequence[Poort]) -> list[Poort]:
    return [poort for poort in poorten if poort.status != "open"]


def _over_beweringen(beweringen: pd.DataFrame) -> str:
    if beweringen.empty:
        return "De piloot beweert nog niets dat aan de cijfers te toetsen is."
    telling = beweringen["oordeel"].value_counts()
    delen = [
        f"{int(telling.get(oordeel, 0))} {oordeel}" for oordeel in ("bevestigd", "tegengesproken", "niet toetsbaar")
    ]
    return f"{len(beweringen)} beweringen getoetst: {', '.join(delen)}."
