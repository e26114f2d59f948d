"""The facts behind the gates: from what came in, was answered, was judged and was loaded, to yes, no or not known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from analytics.domain.piloot import Deadlines, Methode
from analytics.questionnaire.antwoorden import Antwoord, duid, is_volledig
from analytics.questionnaire.datums import datum_nl
from analytics.questionnaire.oordelen import Beoordeling, totaaloordeel
from analytics.questionnaire.planning import SOORTNAMEN, WERKMAPPEN, leeg_archief, planning
from analytics.questionnaire.poorten import Eis, Feit, Ontheffing, Poort, Waarheidstabel, beoordeel_poort
from analytics.questionnaire.uitslag import aandeel, getal
from analytics.questionnaire.vragen import Vragenlijst

_RONDE = {"ronde1": 1, "ronde2": 2, "productie": 3, "overdracht": 3}
_TERMIJN = {"ronde1": "D1", "ronde2": "D3", "productie": "D5"}


@dataclass(frozen=True, eq=False)
class Ingevuld:
    """A questionnaire that came back: the list it belongs to, the texts in its boxes, the form's hash and day."""

    lijst: Vragenlijst
    waarden: Mapping[str, str]
    sha256: str
    ontvangen: dt.date | None = None


@dataclass(frozen=True, eq=False)
class Dossier:
    """
    All that the gates of one pilot depend on; None = not known.

    Attributes:
        peildatum: Today.
        methode: An API pilot owes no workbooks.
        deadlines: Its dates.
        leveringen: Archive of deliveries (``planning.LEVERINGSKOLOMMEN``), questionnaires included.
        ingevuld: Latest answers per questionnaire.
        beoordelingen: DV's judgements.
        ontheffingen: Overrides.
        insz_gevonden: Cells with an INSZ in the round-1 delivery under review.
        insz_geldig: Per round, representatives with a valid INSZ and all representatives.
        ronde1_klaar: Whether round 1 was validated and fed back.
        uitkomsten: Per round (2, 3) one row per delivered association: ``intern_nummer, status`` (others ignored).
        besloten: Intern nummers whose potential double was decided, or booked as handled later.
        oplaaddatum: Day of the production load, planned or done.
    """

    peildatum: dt.date
    methode: Methode = "excel"
    deadlines: Deadlines = field(default_factory=Deadlines)
    leveringen: pd.DataFrame = field(default_factory=leeg_archief)
    ingevuld: Mapping[str, Ingevuld] = field(default_factory=dict)
    beoordelingen: Sequence[Beoordeling] = ()
    ontheffingen: Sequence[Ontheffing] = ()
    insz_gevonden: int | None = None
    insz_geldig: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    ronde1_klaar: bool | None = None
    uitkomsten: Mapping[int, pd.DataFrame] = field(default_factory=dict)
    besloten: frozenset[str] = frozenset()
    oplaaddatum: dt.date | None = None

    @cached_property
    def plan(self) -> pd.DataFrame:
        """The deadlines and what came in for them, as :func:`planning` tells."""
        return planning(self.deadlines, self.leveringen, peildatum=self.peildatum)

    def antwoorden(self, soort: str) -> tuple[Antwoord, ...]:
        """Return the answers of a questionnaire, none when it did not come back."""
        ingevuld = self.ingevuld.get(soort)
        return duid(ingevuld.lijst, ingevuld.waarden) if ingevuld else ()


def _werkmappen(dossier: Dossier, _eis: Eis, poort: str) -> Feit:
    ronde = _RONDE[poort]
    binnen = dossier.leveringen[dossier.leveringen["ontvangen"].dt.date <= dossier.peildatum]
    er_zijn = set(binnen.loc[binnen["ronde"] == ronde, "soort"])
    ontbreekt = [SOORTNAMEN[soort] for soort in WERKMAPPEN if soort not in er_zijn]
    if not ontbreekt:
        return Feit("ja", f"Beide werkmappen voor ronde {ronde} zijn geleverd.")
    if dossier.methode == "api":
        return Feit("nvt", "Deze piloot synchroniseert over de API en levert geen werkmappen.")
    return Feit("nee", f"Voor ronde {ronde} ontbreekt: {', '.join(ontbreekt)}.")


def _insz_afwezig(dossier: Dossier, _eis: Eis, _poort: str) -> Feit:
    if dossier.insz_gevonden is None:
        return Feit("onbekend", "De werkmappen van ronde 1 zijn nog niet op INSZ nagekeken.", "DV")
    if dossier.insz_gevonden:
        return Feit("nee", f"In de werkmappen van ronde 1 staan INSZ: {getal(dossier.insz_gevonden)} keer.")
    return Feit("ja", "In de werkmappen van ronde 1 staat geen INSZ.")


def _insz_aanwezig(dossier: Dossier, eis: Eis, poort: str) -> Feit:
    ronde = _RONDE[poort]
    if ronde not in dossier.insz_geldig:
        return Feit("onbekend", f"De INSZ van ronde {ronde} zijn nog niet nagekeken.", "DV")
    goed, totaal = dossier.insz_geldig[ronde]
    if totaal == 0:
        return Feit("nvt", f"De levering van ronde {ronde} heeft geen vertegenwoordigers.")
    zin = f"{aandeel(goed, totaal, 'vertegenwoordigers')} in ronde {ronde} hebben een geldig INSZ."
    return Feit("ja" if goed >= (eis.minstens or 0.0) * totaal else "nee", zin)


def _ontvangen(soort: str) -> Callable[[Dossier, Eis, str], Feit]:
    def feit(dossier: Dossier, _eis: Eis, _poort: str) -> Feit:
        ingevuld = dossier.ingevuld.get(soort)
        if ingevuld is None:
            return Feit("nee", f"De vragenlijst {soort} is nog niet ontvangen.")
        if is_volledig(ingevuld.lijst, ingevuld.waarden):
            return Feit("ja", f"De vragenlijst {soort} is ingevuld.")
        return Feit("nee", f"De vragenlijst {soort} is ontvangen, maar niet volledig ingevuld.")

    return feit


def _adequaat(soort: str) -> Callable[[Dossier, Eis, str], Feit]:
    def feit(dossier: Dossier, _eis: Eis, _poort: str) -> Feit:
        ingevuld = dossier.ingevuld.get(soort)
        if ingevuld is None:
            return Feit("onbekend", f"De vragenlijst {soort} kan niet beoordeeld worden: ze is er niet.", "piloot")
        oordeel, zin = totaaloordeel(dossier.beoordelingen, soort, ingevuld.sha256)
        if oordeel is None:
            return Feit("onbekend", f"{zin}.", "DV")
        return Feit("ja", f"{zin}.") if oordeel == "adequaat" else Feit("nee", f"{zin}.", "piloot")

    return feit


def _ronde1_resultaat(dossier: Dossier, _eis: Eis, _poort: str) -> Feit:
    if dossier.ronde1_klaar is None:
        return Feit("onbekend", "Of ronde 1 gevalideerd is, is niet bekend.")
    zin = "Ronde 1 is gevalideerd en teruggekoppeld." if dossier.ronde1_klaar else "Ronde 1 is nog niet gevalideerd."
    return Feit("ja" if dossier.ronde1_klaar else "nee", zin)


def _geladen(dossier: Dossier, ronde: int, *, waar: str) -> Feit:
    uitkomsten = dossier.uitkomsten.get(ronde)
    if uitkomsten is None or uitkomsten.empty:
        return Feit("nee", f"Er is nog niets opgeladen in {waar}.")
    geladen = int(uitkomsten["status"].isin(["geladen", "gekend_in_kbo", "al_geladen"]).sum())
    zin = f"{aandeel(geladen, len(uitkomsten), 'verenigingen')} staan in {waar}."
    return Feit("ja", zin)


def _geinformeerd(dossier: Dossier, _eis: Eis, _poort: str) -> Feit:
    datums = [
        antwoord.datum
        for soort in ("herkomst", "beheer")
        for antwoord in dossier.antwoorden(soort)
        if antwoord.datum and any(b.toets == "tijdig_geinformeerd" for b in antwoord.vak.beweert)
    ]
    if not datums:
        return Feit("onbekend", "Er is geen datum opgegeven waarop de verenigingen geïnformeerd zijn.")
    # The last association told decides; two forms may speak of two mailings.
    kennisgeving = max(datums)
    if dossier.oplaaddatum is None:
        return Feit("onbekend", "De datum van opladen in productie is nog niet bepaald.", "DV")
    zin = f"geïnformeerd op {datum_nl(kennisgeving)}, opladen op {datum_nl(dossier.oplaaddatum)}."
    if (dossier.oplaaddatum - kennisgeving).days < 1:
        return Feit("nee", f"De verenigingen zijn te laat {zin}")
    if kennisgeving > dossier.peildatum:
        return Feit("onbekend", f"De verenigingen worden pas {zin}")
    return Feit("ja", f"De verenigingen zijn op tijd {zin}")


def _dubbels_beslist(dossier: Dossier, _eis: Eis, _poort: str) -> Feit:
    uitkomsten = dossier.uitkomsten.get(2)
    if uitkomsten is None:
        return Feit("onbekend", "Zonder resultaat van ronde 2 zijn de potentiële dubbels niet bekend.", "DV")
    dubbel = uitkomsten.loc[uitkomsten["status"] == "potentiele_dubbel", "intern_nummer"]
    open_ = int((~dubbel.isin(list(dossier.besloten))).sum())
    zin = f"{aandeel(open_, len(uitkomsten), 'verenigingen')} wachten na ronde 2 op een besluit over een dubbel."
    return Feit("nee" if open_ else "ja", zin)


def _termijn(dossier: Dossier, _eis: Eis, poort: str) -> Feit:
    code = _TERMIJN[poort]
    datum = dossier.deadlines.datum(code)
    if datum is None or dossier.methode == "api":
        return Feit("nvt", f"Voor {code} geldt geen termijn.")
    plan = dossier.plan
    hier = plan[(plan["deadline"] == code) & plan["soort"].isin(WERKMAPPEN)]
    laat = [
        f"{SOORTNAMEN[str(soort)]} {int(dagen)} {'dag' if dagen == 1 else 'dagen'} te laat"
        for soort, dagen in hier.loc[hier["status"] == "te laat", ["soort", "dagen_te_laat"]].itertuples(index=False)
    ]
    weg = [f"{SOORTNAMEN[str(soort)]} ontbreekt" for soort in hier.loc[hier["status"] == "ontbreekt", "soort"]]
    if laat or weg:
        return Feit("nee", f"{code} ({datum_nl(datum)}): {', '.join([*weg, *laat])}.")
    if (hier["status"] == "verwacht").any():
        return Feit("onbekend", f"{code} ({datum_nl(datum)}) moet nog komen en nog niet alles is binnen.")
    return Feit("ja", f"{code} ({datum_nl(datum)}): op tijd.")


def _niets_onbeslist(dossier: Dossier, _eis: Eis, _poort: str) -> Feit:
    uitkomsten = dossier.uitkomsten.get(3)
    if uitkomsten is None:
        return Feit("onbekend", "Er is nog niet opgeladen in productie.")
    open_ = int(uitkomsten["status"].isin(["onbekend", "technisch_mislukt"]).sum())
    zin = f"{aandeel(open_, len(uitkomsten), 'verenigingen')} hebben een onbekende of technisch mislukte uitkomst."
    return Feit("nee" if open_ else "ja", zin)


def _spoc(dossier: Dossier, _eis: Eis, _poort: str) -> Feit:
    vakken = [a for a in dossier.antwoorden("beheer") if a.vak.vraag == "B1" and not a.vak.facultatief]
    if vakken and all(a.status == "ingevuld" for a in vakken):
        return Feit("ja", "Het aanspreekpunt is ingevuld (niet getoond).")
    return Feit("nee", "Vraag B1 (het aanspreekpunt) is niet volledig ingevuld.")


#: ``{id of the requirement: how its fact is found}``; the same ids as in ``poorten.toml``.
FEITEN: dict[str, Callable[[Dossier, Eis, str], Feit]] = {
    "werkmappen": _werkmappen,
    "insz_afwezig": _insz_afwezig,
    "insz_aanwezig": _insz_aanwezig,
    "herkomst_ontvangen": _ontvangen("herkomst"),
    "herkomst_adequaat": _adequaat("herkomst"),
    "beheer_ontvangen": _ontvangen("beheer"),
    "beheer_adequaat": _adequaat("beheer"),
    "ronde1_resultaat": _ronde1_resultaat,
    "ronde2_resultaat": lambda dossier, _eis, _poort: _geladen(dossier, 2, waar="de gescheiden omgeving"),
    "geinformeerd": _geinformeerd,
    "dubbels_beslist": _dubbels_beslist,
    "termijn_ronde1": _termijn,
    "termijn_ronde2": _termijn,
    "termijn_productie": _termijn,
    "productie_opgeladen": lambda dossier, _eis, _poort: _geladen(dossier, 3, waar="productie"),
    "niets_onbeslist": _niets_onbeslist,
    "spoc_gekend": _spoc,
}


def beoordeel_poorten(dossier: Dossier, tabel: Waarheidstabel) -> dict[str, Poort]:
    """Return every gate of the truth table as it stands for this pilot, by code."""
    return {
        code: beoordeel_poort(
            code,
            {eis.id: FEITEN[eis.id](dossier, eis, code) for eis in tabel.van(code) if eis.id in FEITEN},
            tabel=tabel,
            ontheffingen=dossier.ontheffingen,
        )
        for code in tabel.poorten
    }
