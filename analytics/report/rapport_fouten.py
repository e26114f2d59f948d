"""The sections on what may be loaded, what to repair first, and what is wrong."""

from __future__ import annotations

import pandas as pd

from analytics.domain.levering import Levering
from analytics.insight.bevindingen import (
    ERNSTEN,
    count_per_blad,
    count_per_ernst,
    count_per_regel,
    measure_laadbaar,
    split_verspreiding,
)
from analytics.insight.gevalideerd import Gevalideerd
from analytics.insight.kolommen import is_afgeschermd
from analytics.insight.volledigheid import measure_volledigheid
from analytics.report import charts
from analytics.report.pagina import Alinea, Blok, Kader, Kerncijfer, Kerncijfers, Merk, Sectie, Subkop, Toon
from analytics.report.rapport_bron import Ronde
from analytics.report.tabel import HOOGSTENS, maak_figuur, maak_tabel
from analytics.report.tekst import breuk

_TOON: dict[str, Toon] = {"FOUT": "fout", "WAARSCHUWING": "waarschuwing", "INFO": "info"}
_LIJST = "bevindingen.csv"


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
    tabel = oorzaken.assign(
        wat=oorzaken["oorzaak"],
        samen=[breuk(int(n), alle) for n in oorzaken["samen_laadbaar"]],
        verspreiding=oorzaken["hele_kolom"].astype(bool).map({True: "hele kolom", False: "verspreid"}),
    )
    koppen = {
        "wat": "Oorzaak",
        "verspreiding": "Verspreiding",
        "cellen": "Cellen",
        "verenigingen": "Verenigingen",
        "wordt_laadbaar": "Laadbaar door deze alleen",
        "samen": "Laadbaar samen met de vorige",
    }
    return Sectie(
        anker,
        titel,
        (
            Alinea(
                "In deze volgorde oplossen maakt het snelst verenigingen laadbaar. Een vereniging met twee oorzaken "
                "wordt pas laadbaar als beide opgelost zijn en telt één keer."
            ),
            maak_figuur(charts.oorzaken(oorzaken, ronde.levering, geleverd=alle)),
            maak_tabel(tabel, "Oorzaken, in de volgorde waarin ze best opgelost worden", koppen=koppen),
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
            Subkop("Bevindingen, de ergste eerst"),
            maak_tabel(
                _eerste_bevindingen(validatie, levering),
                "Bevindingen met hun cel",
                totaal=len(validatie.bevindingen),
                elders=_LIJST,
            ),
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


def _meldingen(bevindingen: pd.DataFrame, telling: pd.DataFrame) -> list[str]:
    """Return the messages; where one could quote a value that leads to a person, the title of its rule."""
    titels = telling.drop_duplicates("code").set_index("code")["titel"]
    return [
        str(titels[rij.code]) if is_afgeschermd(str(rij.tabel), str(rij.veld)) else str(rij.melding)
        for rij in bevindingen.itertuples(index=False)
    ]


def _eerste_bevindingen(validatie: Gevalideerd, levering: Levering) -> pd.DataFrame:
    bevindingen = validatie.bevindingen
    orde = bevindingen["ernst"].astype("string").map({e: i for i, e in enumerate(ERNSTEN)})
    top = bevindingen.assign(_orde=orde).sort_values("_orde", kind="stable").head(HOOGSTENS)
    namen = {i: b.naam for i, b in enumerate(levering.bestanden)}
    # One workbook needs no column that says which.
    werkmap = {"Werkmap": top["werkmap"].map(namen)} if len(namen) > 1 else {}
    return pd.DataFrame(
        {
            "Blad": top["blad"],
            "Cel": top["cel"].replace("", "hele blad"),
            **werkmap,
            "Ernst": [Merk(charts.ERNSTNAAM[str(e)], _TOON[str(e)]) for e in top["ernst"]],
            "Vereniging": top["intern_nummer"],
            "Bevinding": _meldingen(top, validatie.telling),
            "Advies": top["advies"],
        }
    )
