"""The part of the report on origin and actuality: gates and planning on top, claims beside their evidence below."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

import pandas as pd

from analytics.report import charts_herkomst as charts
from analytics.report.charts_bijschrift import Bijschrift
from analytics.report.pagina import Alinea, Blok, Deel, Kader, Lijst, Merk, Sectie, Subkop, Tabel, Toon, Uitklap
from analytics.report.tabel import maak_figuur, maak_tabel
from analytics.report.tekst import datum, getal

_STATUS: dict[str, Toon] = {"open": "in-orde", "gesloten": "fout", "niet gekend": "waarschuwing"}
_OORDEEL: dict[str, Toon] = {"bevestigd": "in-orde", "tegengesproken": "fout", "niet toetsbaar": "info"}
_WAARDERING: dict[str, Toon] = {"adequaat": "in-orde", "aan te vullen": "waarschuwing", "onvoldoende": "fout"}
_LEVERING: dict[str, Toon] = {
    "op tijd": "in-orde",
    "te laat": "fout",
    "ontbreekt": "fout",
    "verwacht": "info",
    "geen datum": "info",
    "voorbij": "info",
}


class Herkomst(Protocol):
    """
    What this part needs to know; :class:`analytics.questionnaire.beeld.Herkomstbeeld` fits it.

    A protocol and not an import: report and questionnaire are siblings, and neither needs the other's code.
    """

    @property
    def piloot(self) -> str: ...
    @property
    def peildatum(self) -> dt.date: ...
    @property
    def kern(self) -> tuple[str, ...]: ...
    @property
    def antwoorden(self) -> pd.DataFrame: ...
    @property
    def beweringen(self) -> pd.DataFrame: ...
    @property
    def open(self) -> tuple[str, ...]: ...
    @property
    def sterren(self) -> pd.DataFrame: ...
    @property
    def actualiteit(self) -> pd.DataFrame: ...
    @property
    def inactief(self) -> pd.DataFrame: ...
    @property
    def correctheid(self) -> pd.DataFrame | None: ...
    @property
    def vulgraad(self) -> pd.DataFrame: ...
    @property
    def oordelen(self) -> pd.DataFrame: ...
    @property
    def poorten(self) -> pd.DataFrame: ...
    @property
    def planning(self) -> pd.DataFrame: ...
    @property
    def leveringen(self) -> pd.DataFrame: ...
    @property
    def mag_productie(self) -> bool: ...
    @property
    def ontheffingen(self) -> tuple[str, ...]: ...


def sectie_poorten(herkomst: Herkomst) -> Sectie:
    """Tell which gate is open or closed, why, and who must act: the first section of every report."""
    toon: Toon = "in-orde" if herkomst.mag_productie and not herkomst.ontheffingen else "waarschuwing"
    toon = toon if herkomst.mag_productie else "fout"
    blokken: list[Blok] = [Kader(herkomst.kern[-1], toon)]
    # An override is never folded away: it is printed on every report.
    blokken += [Kader(zin, "waarschuwing") for zin in herkomst.ontheffingen]
    poorten = herkomst.poorten
    eerste = poorten.drop_duplicates("poort")
    wie = poorten[poorten["wie"] != ""].groupby("poort", sort=False)
    acties = wie["wie"].agg(lambda namen: " en ".join(sorted(set(namen))))
    redenen = wie["uitleg"].agg(" ".join)
    ontheven = poorten[poorten["ontheffing"] != ""].groupby("poort", sort=False)["ontheffing"].first()
    redenen = redenen.combine_first(("Ontheffing: " + ontheven).astype("string"))
    tabel = pd.DataFrame(
        {
            "Poort": eerste["titel"],
            "Stand": [Merk(str(status), _STATUS[str(status)]) for status in eerste["status"]],
            "Mag door": ["ja" if mag else "nee" for mag in eerste["mag_door"]],
            "Waarom niet": eerste["poort"].map(redenen).astype("string").fillna(""),
            "Wie moet handelen": eerste["poort"].map(acties).astype("string").fillna(""),
        }
    )
    blokken.append(maak_tabel(tabel, "Poorten van de migratie"))
    eisen = poorten.assign(poort=poorten["titel"]).rename(columns={"tekst": "eis_tekst"})
    koppen = {"poort": "Poort", "eis_tekst": "Eis", "stand": "Stand", "uitleg": "Vaststelling", "wie": "Wie",
              "actie": "Wat te doen", "ontheffing": "Ontheffing"}  # fmt: skip
    blokken.append(
        Uitklap("Alle eisen per poort", (maak_tabel(eisen, "Eisen per poort", koppen=koppen, hoogstens=100),))
    )
    return Sectie("poorten", "Mag het verder?", tuple(blokken))


def sectie_planning(herkomst: Herkomst) -> Sectie:
    """Tell the deadlines, what came in when, and what is due next."""
    plan = herkomst.planning
    tabel = plan.assign(
        status=[Merk(str(s), _LEVERING[str(s)]) for s in plan["status"]], geleverd=_dag(plan["geleverd_op"])
    )
    tabel["dag"] = _dag(plan["datum"])
    koppen = {"deadline": "Termijn", "dag": "Datum", "omschrijving": "Wat", "soort": "Stuk", "wie": "Wie",
              "status": "Status", "geleverd": "Geleverd op", "dagen_te_laat": "Dagen te laat"}  # fmt: skip
    achter = plan[plan["status"] == "ontbreekt"]
    straks = plan[plan["status"] == "verwacht"].sort_values("datum", kind="stable")
    zinnen = [f"Ontbreekt sinds {_datum(r.datum)}: {r.soort} ({r.deadline}, {r.wie})." for r in achter.itertuples()]
    if not straks.empty:
        eerst = straks[straks["datum"] == straks["datum"].iloc[0]]
        stukken = ", ".join(str(soort) for soort in eerst["soort"] if soort)
        zinnen.append(
            f"Eerstvolgende termijn: {eerst['deadline'].iloc[0]} op {_datum(eerst['datum'].iloc[0])}"
            + (f" ({stukken})." if stukken else ".")
        )
    leveringen = herkomst.leveringen
    return Sectie(
        "planning",
        "Wat is er binnen, en wat komt er nog?",
        (
            maak_figuur(charts.tijdlijn(plan, leveringen, _bijschrift(herkomst), peildatum=herkomst.peildatum)),
            *((Lijst(tuple(zinnen)),) if zinnen else ()),
            Uitklap("Alle termijnen", (maak_tabel(tabel, "Termijnen en leveringen", koppen=koppen),)),
        ),
    )


def sectie_herkomst(herkomst: Herkomst) -> Sectie:
    """Tell what the pilot says about its data, what the data shows, and what DV thinks of it."""
    bij = _bijschrift(herkomst)
    blokken: list[Blok] = [Lijst(herkomst.kern)]
    if herkomst.beweringen.empty:
        blokken.append(Alinea("Er is nog geen vragenlijst ontvangen waaruit een bewering volgt."))
    else:
        blokken += [maak_figuur(charts.oordelen(herkomst.beweringen, bij)), _beweringen(herkomst)]
    if herkomst.open:
        blokken.append(Uitklap("Niet (leesbaar) beantwoord", (Lijst(herkomst.open),)))
    if not herkomst.sterren.empty:
        blokken.append(maak_figuur(charts.sterren(herkomst.sterren, bij)))
    blokken += [Subkop("Hoe actueel?"), *_actualiteit(herkomst, bij), *_correctheid(herkomst)]
    blokken.append(Uitklap("Alle antwoorden en oordelen", (_antwoorden(herkomst), *_oordelen(herkomst))))
    return Sectie("herkomst", "Wat zegt de piloot, en wat tonen de gegevens?", tuple(blokken))


def _beweringen(herkomst: Herkomst) -> Tabel:
    b = herkomst.beweringen
    geldig = herkomst.oordelen[herkomst.oordelen["geldt"]]
    # On the question itself, else on its questionnaire as a whole.
    oordeel = dict(zip(zip(geldig["soort"], geldig["vraag"], strict=True), geldig["oordeel"], strict=True))
    dv = [oordeel.get((s, v)) or oordeel.get((s, "")) or "" for s, v in zip(b["soort"], b["vraag"], strict=True)]
    tabel = pd.DataFrame(
        {
            "Vraag": b["vraag"],
            "De piloot zegt": b["antwoord"].where(b["categorie"] == "", b["categorie"] + ": " + b["antwoord"]),
            "Oordeel": [Merk(str(o), _OORDEEL[str(o)]) for o in b["oordeel"]],
            "De gegevens tonen": b["bewijs"],
            "Deel": [Deel(int(t), int(n)) if n else None for t, n in zip(b["teller"], b["noemer"], strict=True)],
            "Digitaal Vlaanderen": [Merk(str(w), _WAARDERING[str(w)]) if w else "nog geen oordeel" for w in dv],
        }
    )
    return maak_tabel(tabel, "Elke bewering naast haar bewijs", hoogstens=100)


def _actualiteit(herkomst: Herkomst, bij: Bijschrift) -> list[Blok]:
    blokken: list[Blok] = [
        maak_figuur(charts.ouderdom(herkomst.actualiteit, bij, doorsnede=doorsnede))
        for doorsnede in ("bron", "categorie")
    ]
    inactief = herkomst.inactief
    if not inactief.empty:
        koppen = {
            "intern_nummer": "Intern nummer",
            "naam": "Naam",
            "bron": "Bron",
            "redenen": "Waarom",
            "zeker": "Zeker",
        }
        zeker = int(inactief["zeker"].sum())
        titel = f"Vermoedelijk niet meer actief: {getal(zeker)} zeker, {getal(len(inactief) - zeker)} mogelijk"
        blokken.append(Uitklap(titel, (maak_tabel(inactief, titel, koppen=koppen),)))
    return blokken


def _correctheid(herkomst: Herkomst) -> list[Blok]:
    tabel = herkomst.correctheid
    if tabel is None:
        return []
    toon = tabel.assign(
        deel=[Deel(int(g), int(t)) if t else None for g, t in zip(tabel["goed"], tabel["toetsbaar"], strict=True)]
    )
    koppen = {"naam": "Soort gegevens", "deel": "Waarden zonder fout", "met_fout": "Met fout",
              "met_waarschuwing": "Alleen een waarschuwing"}  # fmt: skip
    return [
        Subkop("Hoe correct?"),
        Alinea("Toetsbaar is elke ingevulde waarde van een kolom die naar het register gaat."),
        maak_tabel(toon, "Toetsbare waarden zonder fout, per soort gegevens", koppen=koppen),
    ]


def _antwoorden(herkomst: Herkomst) -> Tabel:
    koppen = {"vraag": "Vraag", "label": "Gevraagd", "antwoord": "Antwoord", "status": "Status",
              "dv_oordeel": "Oordeel", "dv_opmerking": "Opmerking"}  # fmt: skip
    return maak_tabel(
        herkomst.antwoorden, "Antwoorden van de piloot (zonder persoonsgegevens)", koppen=koppen, hoogstens=200
    )


def _oordelen(herkomst: Herkomst) -> list[Blok]:
    if herkomst.oordelen.empty:
        return [Alinea("Digitaal Vlaanderen beoordeelde nog niets.")]
    tabel = herkomst.oordelen.assign(vraag=herkomst.oordelen["vraag"].replace("", "(geheel)"))
    koppen = {"op": "Datum", "soort": "Vragenlijst", "vraag": "Vraag", "oordeel": "Oordeel", "opmerking": "Opmerking",
              "rol": "Door", "geldt": "Geldt nu"}  # fmt: skip
    return [maak_tabel(tabel, "Geschiedenis van de oordelen", koppen=koppen, hoogstens=200)]


def _bijschrift(herkomst: Herkomst) -> Bijschrift:
    onder = f"Piloot {herkomst.piloot} · peildatum {datum(herkomst.peildatum)}"
    return Bijschrift(onder, "Bron: vragenlijsten, archief van leveringen en de levering van deze ronde.")


def _datum(moment: pd.Timestamp) -> str:
    return datum(moment.date())


def _dag(kolom: pd.Series[pd.Timestamp]) -> list[str | None]:
    return [None if pd.isna(moment) else _datum(moment) for moment in kolom]
