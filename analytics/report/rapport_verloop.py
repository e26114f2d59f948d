"""The sections on what moved between rounds, and on what no workbook can tell."""

from __future__ import annotations

from analytics.domain.velden import TABELLEN, VELD
from analytics.insight.verloop import trace_verandering, trace_verloop
from analytics.report import charts
from analytics.report.pagina import Alinea, Kader, Sectie
from analytics.report.rapport_bron import Ronde, leveringen, validaties
from analytics.report.tabel import maak_figuur, maak_tabel

_KOPPEN = {"titel": "Wat", "toegepast": "Mogelijk bij", "velden": "Velden", "bron": "Wat het register zegt"}


def sectie_verandering(rondes: tuple[Ronde, ...]) -> Sectie:
    """Tell what was repaired, what stayed, and what is new since the round before."""
    titel, anker = "Wat veranderde er tussen de rondes?", "verandering"
    per_ronde = leveringen(rondes)
    if len(rondes) == 1:
        uitleg = f"Er is nog geen andere ronde om ronde {rondes[0].levering.ronde} mee te vergelijken."
        return Sectie(anker, titel, (Kader(uitleg, "info"),))
    vorige, deze = rondes[-2], rondes[-1]
    verandering = trace_verandering(vorige.validatie, deze.validatie)
    return Sectie(
        anker,
        titel,
        (
            maak_figuur(charts.verloop(trace_verloop(validaties(rondes)), per_ronde.values())),
            Alinea(
                f"Vergeleken met ronde {vorige.levering.ronde}, per vereniging (intern nummer), regel en veld. "
                "Vervallen: de vereniging of de regel is er niet meer. Voor het eerst getoetst: de regel gold in de "
                "vorige ronde niet, zoals het INSZ in ronde 1."
            ),
            maak_figuur(charts.verandering(verandering, [vorige.levering, deze.levering])),
        ),
    )


def sectie_niet_vooraf(ronde: Ronde) -> Sectie:
    """Tell what only the register can know; never counted as passed."""
    niet_vooraf = ronde.validatie.niet_vooraf
    return Sectie(
        "niet-vooraf",
        "Wat is niet vooraf te controleren?",
        (
            Alinea(
                "Dit weet alleen het register op het moment van opladen. Het telt hier niet als goed en niet als fout."
            ),
            maak_tabel(
                niet_vooraf.assign(velden=[_koppen(str(velden)) for velden in niet_vooraf["velden"]]),
                "Niet vooraf te controleren",
                koppen={
                    "titel": "Wat",
                    "toegepast": "Mogelijk bij",
                    "velden": "Velden",
                    "bron": "Wat het register zegt",
                },
            ),
        ),
    )


def _koppen(velden: str) -> str:
    """Write ``locaties.gemeente, ...`` as the sheets and headings of the template."""
    plaatsen = [tuple(plaats.strip().split(".", 1)) for plaats in velden.split(",")]
    gekend = [VELD[plaats[0], plaats[1]] for plaats in plaatsen if len(plaats) == 2 and plaats in VELD]
    return "; ".join(f"{TABELLEN[veld.tabel].blad}, {veld.kop}" for veld in gekend) or velden
