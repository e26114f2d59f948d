"""The sections on what may be loaded, what to repair first, and what is wrong."""

from __future__ import annotations

from analytics.insight.bevindingen import (
    count_per_blad,
    count_per_ernst,
    count_per_regel,
    measure_laadbaar,
    split_verspreiding,
)
from analytics.insight.volledigheid import measure_volledigheid
from analytics.report import charts, tabellen
from analytics.report.pagina import Alinea, Blok, Kader, Kerncijfer, Kerncijfers, Sectie, Subkop
from analytics.report.rapport_bron import Ronde
from analytics.report.tabel import maak_figuur


def sectie_laadbaar(ronde: Ronde) -> Sectie:
    """Tell how many associations may be loaded, and what counts as such."""
    validatie, levering = ronde.validatie, ronde.levering
    goed, alle = int(validatie.laadbaar.sum()), len(validatie.laadbaar)
    minimum = measure_volledigheid(levering).set_index("maat").at["minimum", "voldoet"]
    per_ernst = count_per_ernst(validatie.bevindingen).set_index("ernst")
    cijfers = (
        Kerncijfer(goed, "verenigingen zijn laadbaar", alle, "in-orde"),
        Kerncijfer(alle - goed, "verenigingen hebben nog een fout", alle, "fout" if goed < alle else None),
        Kerncijfer(int(per_ernst.at["WAARSCHUWING", "verenigingen"]), "verenigingen hebben een waarschuwing", alle),
        Kerncijfer(int(minimum), "verenigingen halen het beoogde minimum", alle),
    )
    return Sectie(
        "laadbaar",
        "Kan het opgeladen worden?",
        (
            Kerncijfers(cijfers),
            Alinea(
                "Laadbaar is een vereniging zonder fout op zichzelf of op een van haar contactgegevens, locaties, "
                "vertegenwoordigers en rekeningen. Een fout is wat het register weigert of wat in deze ronde niet mag; "
                "een waarschuwing houdt het opladen niet tegen."
            ),
            maak_figuur(charts.laadbaar(measure_laadbaar(levering, validatie.laadbaar), levering)),
        ),
    )


def sectie_wat_eerst(ronde: Ronde) -> Sectie:
    """Tell which causes free most associations when solved."""
    oorzaken = ronde.validatie.oorzaken
    titel, anker = "Wat eerst oplossen?", "wat-eerst"
    if oorzaken.empty:
        return Sectie(
            anker, titel, (Kader("Er zijn geen fouten: alles wat geleverd is, kan opgeladen worden.", "in-orde"),)
        )
    alle = len(ronde.validatie.laadbaar)
    return Sectie(
        anker,
        titel,
        (
            Alinea(
                "In deze volgorde oplossen maakt het snelst verenigingen laadbaar. Een vereniging met twee oorzaken "
                "wordt pas laadbaar als beide opgelost zijn en telt één keer."
            ),
            maak_figuur(charts.oorzaken(oorzaken, ronde.levering, geleverd=alle)),
            tabellen.oorzaken(oorzaken, alle),
        ),
    )


def sectie_fouten(ronde: Ronde) -> Sectie:
    """Tell what is wrong: per severity, rule and sheet, and the first findings one by one."""
    validatie, levering = ronde.validatie, ronde.levering
    per_regel = count_per_regel(validatie.telling)
    blokken: list[Blok] = [
        maak_figuur(charts.bevindingen_per_ernst(count_per_ernst(validatie.bevindingen), levering)),
    ]
    if len(validatie.bevindingen):
        blokken += [
            maak_figuur(charts.bevindingen_per_regel(per_regel, levering)),
            maak_figuur(charts.bevindingen_per_blad(count_per_blad(validatie.bevindingen), levering)),
            maak_figuur(charts.verspreiding(split_verspreiding(validatie.oorzaken), levering)),
            Subkop("Bevindingen, cel per cel"),
            tabellen.bevindingen(validatie, levering),
        ]
    return Sectie("fouten", "Wat is er fout?", tuple(blokken))


def sectie_excel_schade(ronde: Ronde) -> Sectie:
    """Tell what Excel did to values without anybody asking."""
    figuur = charts.excel_schade(count_per_regel(ronde.validatie.telling), ronde.levering)
    return Sectie(
        "excel-schade",
        "Excel-schade",
        (
            Alinea(
                "Excel verandert waarden bij het typen, plakken of openen van een bestand: een nul vooraan valt weg, "
                "een huisnummer 7-9 wordt 7 september, een lang nummer wordt 1,23E+09. Zulke fouten zitten vaak in een "
                "hele kolom en worden het best in de bron hersteld, met de kolom als tekst."
            ),
            maak_figuur(figuur),
        ),
    )
