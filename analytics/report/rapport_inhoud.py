"""The sections on what was delivered: files and sheets, completeness, profile."""

from __future__ import annotations

from analytics.domain.levering import Levering
from analytics.domain.nummers import masker_insz
from analytics.domain.velden import KBO, TABELLEN
from analytics.insight.bevindingen import SOORTEN
from analytics.insight.gevuld import zijn_van_soort
from analytics.insight.inhoud import count_activiteiten, count_gemeenten, count_leeftijden, count_startjaren
from analytics.insight.kolommen import profile_levering
from analytics.insight.onderdelen import count_onderdelen
from analytics.insight.volledigheid import (
    compare_kolommen,
    compare_volledigheid,
    count_ontbrekend,
)
from analytics.report import charts, tabellen
from analytics.report.pagina import (
    Alinea,
    Blok,
    Kerncijfer,
    Kerncijfers,
    Kolom,
    Koppeling,
    Lijst,
    Sectie,
    Subkop,
    Tabel,
)
from analytics.report.rapport_bron import Ronde, leveringen
from analytics.report.tabel import maak_figuur


def sectie_geleverd(ronde: Ronde, bestanden: tuple[Koppeling, ...] = ()) -> Sectie:
    """Tell what came in: associations and parts, workbooks, sheets, headings we do not know."""
    levering = ronde.levering
    blokken: list[Blok] = [
        Kerncijfers((*_per_soort(levering), *_per_onderdeel(levering))),
        tabellen.bladen(levering),
    ]
    vreemd = tabellen.vreemde_koppen(levering)
    if vreemd.rijen:
        blokken.append(vreemd)
    opmerkingen = tuple(f"{b.naam}: {masker_insz(o)}" for b in levering.bestanden for o in b.opmerkingen)
    if opmerkingen:
        blokken += [Subkop("Bijzonderheden van de werkmappen"), Lijst(opmerkingen)]
    if bestanden:
        blokken += [
            Subkop("Bestanden bij dit rapport"),
            Tabel("Bestanden", (Kolom("Bestand"),), tuple((bestand,) for bestand in bestanden)),
        ]
    return Sectie("geleverd", "Wat is er geleverd?", tuple(blokken))


def _per_soort(levering: Levering) -> list[Kerncijfer]:
    woorden = {soort: titel[0].lower() + titel[1:] if soort != KBO else titel for soort, titel in SOORTEN.items()}
    per_soort = {soort: zijn_van_soort(levering, "verenigingen", (soort,)).sum() for soort in SOORTEN}
    return [Kerncijfer(int(aantal), woorden[soort]) for soort, aantal in per_soort.items()]


def _per_onderdeel(levering: Levering) -> list[Kerncijfer]:
    onderdelen = {code: soort.blad.lower() for code, soort in TABELLEN.items() if code != "verenigingen"}
    return [Kerncijfer(len(levering.tabellen[code]), woord) for code, woord in onderdelen.items()]


def sectie_volledigheid(rondes: tuple[Ronde, ...]) -> Sectie:
    """Tell how complete the delivery is, with the rounds before beside it."""
    per_ronde, deze = leveringen(rondes), rondes[-1].levering
    return Sectie(
        "volledigheid",
        "Hoe volledig is het?",
        (
            Alinea(
                "Drie maten, die elk meer vragen dan de vorige. Verplicht voor het register: naam of KBO-nummer, en "
                "van elk onderdeel dat gegeven is de verplichte kolommen. Beoogd minimum: ook een hoofdactiviteit, een "
                "locatie en een vertegenwoordiger; een KBO-vereniging krijgt naam, zetel en vertegenwoordigers uit de "
                "KBO, daar volstaan KBO-nummer en hoofdactiviteit. Volledig: ook beschrijving, startdatum, leeftijd, "
                "werkingsgebied en een contactgegeven. Volledig wil zeggen ingevuld, niet juist."
            ),
            maak_figuur(charts.volledigheid(compare_volledigheid(per_ronde), per_ronde.values())),
            maak_figuur(charts.ontbrekend(count_ontbrekend(deze), deze)),
            maak_figuur(charts.volledigheid_per_kolom(compare_kolommen(per_ronde), per_ronde.values())),
        ),
    )


def sectie_profiel(ronde: Ronde) -> Sectie:
    """Tell what the associations are, and what stands in each column."""
    levering, lezing = ronde.levering, ronde.validatie.lezing
    n = levering.aantal
    profiel = profile_levering(levering)
    per_blad = [profiel.loc[profiel["tabel"].eq(code)] for code in TABELLEN]
    return Sectie(
        "profiel",
        "Wie en wat staat erin?",
        (
            maak_figuur(charts.onderdelen(count_onderdelen(levering), levering)),
            maak_figuur(charts.activiteiten(count_activiteiten(lezing), levering, geleverd=n)),
            maak_figuur(charts.leeftijden(count_leeftijden(lezing), levering, geleverd=n)),
            maak_figuur(charts.startjaren(count_startjaren(lezing), levering, geleverd=n)),
            maak_figuur(charts.gemeenten(count_gemeenten(lezing), levering, geleverd=n)),
            Subkop("Elke kolom"),
            Alinea(
                "In vormen staat A voor een hoofdletter, a voor een kleine letter en 9 voor een cijfer; lange woorden "
                "zijn ingekort. Waarden over personen worden nooit getoond."
            ),
            *(tabellen.profiel(kolommen) for kolommen in per_blad if len(kolommen)),
        ),
    )
