"""The sections on what moved between rounds, and on what no workbook can tell."""

from __future__ import annotations

from analytics.insight.verloop import trace_verandering, trace_verloop
from analytics.report import charts, tabellen
from analytics.report.pagina import Alinea, Kader, Sectie
from analytics.report.rapport_bron import Ronde, leveringen, validaties
from analytics.report.tabel import maak_figuur


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
    return Sectie(
        "niet-vooraf",
        "Wat is niet vooraf te controleren?",
        (
            Alinea(
                "Dit weet alleen het register op het moment van opladen. Het telt hier niet als goed en niet als fout."
            ),
            tabellen.niet_vooraf(ronde.validatie.niet_vooraf),
        ),
    )
