"""What was interpreted: told, so that a person sees what would be loaded."""

from __future__ import annotations

import numpy as np

from analytics.checks.proef import Bools, Proef, Uitslag
from analytics.checks.regel import Ernst, Groep, Plaats, Regel, Voorbeeld, advies
from analytics.checks.regels.adviesregel import adviesregel
from analytics.checks.toetsen import gelezen_als, per_cel
from analytics.domain.blad import Soort
from analytics.intake.lezing_lijst import splits_lijst
from analytics.intake.lezing_wijze import Wijze, sleutel_van_label

_V, _C, _L, _P = "verenigingen", "contactgegevens", "locaties", "vertegenwoordigers"
_START = ((_V, "startdatum"),)
_LEEFTIJDEN = ((_V, "minimumleeftijd"), (_V, "maximumleeftijd"))


def _antwerpen(tekst: str, soort: int) -> bool:  # noqa: ARG001 -- every judge of a cell has the same shape
    return any(sleutel_van_label(i) == "antwerpen" for i in splits_lijst(tekst, "werkingsgebieden"))


def _getal_tussen_tekst(proef: Proef, plaats: Plaats) -> Uitslag:
    """Find numbers stored as text in a column that holds real numbers too: someone pasted."""
    kolom = proef.kolom(*plaats)
    soorten = kolom.soort[kolom.nummers]
    toegepast = proef.gevuld(*plaats) & ~proef.onleesbaar(*plaats) & proef.ter_zake(*plaats)
    echte = bool((soorten[toegepast] == Soort.GETAL).any())
    tekst: Bools = toegepast & (soorten == Soort.TEKST) & np.full(len(soorten), echte)
    return Uitslag(toegepast, tekst)


def _gelezen(
    code: str,
    plaatsen: tuple[Plaats, ...],
    wijze: Wijze,
    titel: str,
    advies_: str,
    *,
    goed: tuple[Voorbeeld, ...],
    fout: tuple[Voorbeeld, ...],
    ernst: Ernst = Ernst.INFO,
    groep: Groep = "Excel-schade",
    rondes: tuple[int, ...] = (1, 2, 3),
) -> Regel:
    waarom = "het register wil de waarde anders; dit is wat we opladen"
    return adviesregel(
        code, plaatsen, titel, advies_, waarom, gelezen_als(wijze), goed=goed, fout=fout, groep=groep, ernst=ernst,
        rondes=rondes,
    )  # fmt: skip


REGELS: tuple[Regel, ...] = (
    _gelezen(
        "datum_uit_tekst",
        _START,
        Wijze.TEKSTDATUM,
        "De datum is tekst en geen Excel-datum; we lezen ze met de dag vooraan.",
        "Controleer of dag en maand juist gelezen zijn.",
        goed=("1999-05-01", ("1999-05-01", Soort.DATUM)),
        fout=("1/5/1999", "01-05-1999", "1.5.1999", "1 mei 1999", "zaterdag 1 mei 1999"),
    ),
    _gelezen(
        "datum_zonder_dag",
        _START,
        Wijze.EERSTE_VAN_DE_MAAND,
        "De datum heeft geen dag; we nemen de eerste van de maand.",
        "Vul de juiste dag in, of laat de eerste van de maand staan.",
        goed=("1/5/1999",),
        fout=("05/1999", "5-1999", "mei 1999"),
        ernst=Ernst.WAARSCHUWING,
        groep="lezing",
    ),
    _gelezen(
        "datum_uit_getal",
        _START,
        Wijze.SERIEEL,
        "De cel toont een getal; Excel bewaart een datum zo, en we lezen ze als datum.",
        "Geef de cel de opmaak Datum en controleer de waarde.",
        goed=(("1999-05-01", Soort.DATUM),),
        fout=(("36281", Soort.GETAL),),
        ernst=Ernst.WAARSCHUWING,
    ),
    _gelezen(
        "datum_met_tijdstip",
        _START,
        Wijze.TIJD_WEG,
        "De datum heeft een tijdstip; we nemen alleen de dag.",
        "Geef de cel de opmaak Datum zonder uur.",
        goed=(("1999-05-01", Soort.DATUM),),
        fout=(("1999-05-01 13:30:00", Soort.DATUM),),
    ),
    _gelezen(
        "voorloopnul_kbo",
        ((_V, "kbo_nummer"), (_V, "kbo_nummer_moeder")),
        Wijze.VOORLOOPNUL,
        "Excel maakte van het KBO-nummer een getal en liet de nul vooraan weg; we zetten ze terug.",
        "Geef de kolom de opmaak Tekst voor u nummers invult.",
        goed=("0220923141",),
        fout=(("220923141", Soort.GETAL),),
    ),
    _gelezen(
        "voorloopnul_insz",
        ((_P, "insz"),),
        Wijze.VOORLOOPNUL,
        "Excel maakte van het INSZ een getal en liet de nul vooraan weg; we zetten ze terug.",
        "Geef de kolom de opmaak Tekst voor u nummers invult.",
        goed=("05010100113",),
        fout=(("5010100113", Soort.GETAL),),
        rondes=(2, 3),
    ),
    _gelezen(
        "voorloopnul_telefoon",
        ((_C, "waarde"), (_P, "telefoon"), (_P, "mobiel")),
        Wijze.VOORLOOPNUL,
        "Excel maakte van het telefoonnummer een getal; we zetten een nul vooraan.",
        "Controleer het nummer, en geef de kolom de opmaak Tekst.",
        goed=({"contactgegevens": [{"contactgegeventype": "Telefoon", "waarde": "0470123456"}]},),
        fout=({"contactgegevens": [{"contactgegeventype": "Telefoon", "waarde": ("470123456", Soort.GETAL)}]},),
        ernst=Ernst.WAARSCHUWING,
    ),
    _gelezen(
        "geheel_getal_uit_decimaal",
        _LEEFTIJDEN,
        Wijze.DECIMAAL,
        "De leeftijd staat er met cijfers na de komma; we nemen het gehele getal.",
        "Schrijf de leeftijd zonder komma.",
        goed=("12",),
        fout=("12.0", "12,00"),
    ),
    Regel(
        code="getal_als_tekst",
        plaatsen=_LEEFTIJDEN,
        ernst=Ernst.INFO,
        titel="Dit getal is als tekst bewaard, andere in de kolom als getal.",
        advies="Zet de cel om naar een getal; Excel sorteert en telt ze anders verkeerd.",
        bron=advies("het register ziet geen verschil; in Excel geeft het verkeerde sommen"),
        toets=_getal_tussen_tekst,
        goed=("12",),
        fout=({"verenigingen": [{"minimumleeftijd": "6"}, {"minimumleeftijd": ("6", Soort.GETAL)}]},),
        groep="Excel-schade",
        niveau="blad",
    ),
    _gelezen(
        "naam_in_plaats_van_code",
        ((_V, "hoofdactiviteiten"), (_V, "werkingsgebieden"), (_V, "soort")),
        Wijze.LABEL,
        "Er staat een naam in plaats van de code; we nemen de code.",
        "Controleer de code; gebruik liever de codes van blad Codelijsten.",
        goed=("SPRT", "SPRT;JGDW"),
        fout=("Sport", "jeugdwerk; SPRT", "Levenbeschouwelijk"),
        groep="lezing",
    ),
    _gelezen(
        "lijst_gesplitst",
        ((_V, "hoofdactiviteiten"), (_V, "werkingsgebieden")),
        Wijze.LIJST,
        "De waarden zijn gescheiden door komma's of regeleinden; we splitsen ze.",
        "Zet liever ; tussen de waarden.",
        goed=("SPRT;JGDW", "Kunsten, Erfgoed & Cultuur"),
        fout=("SPRT,JGDW", "SPRT\nJGDW"),
        groep="lezing",
    ),
    Regel(
        code="werkingsgebied_antwerpen",
        plaatsen=((_V, "werkingsgebieden"),),
        ernst=Ernst.WAARSCHUWING,
        titel='"Antwerpen" kan de stad of de provincie zijn; we nemen de stad.',
        advies="Schrijf de code: BE21111002 voor de stad (zie blad Codelijsten), BE21 voor de provincie.",
        bron=advies("beide staan in de codelijst"),
        toets=per_cel(_antwerpen),
        goed=("BE21", "Provincie Antwerpen"),
        fout=("Antwerpen", "Gent; antwerpen"),
        groep="lezing",
        citeer=False,
    ),
    _gelezen(
        "janee_uit_ander_woord",
        ((_V, "uitgeschreven"), (_C, "primair"), (_L, "primair"), (_P, "primair")),
        Wijze.JANEE,
        "Er staat geen ja of nee; we lezen het zo.",
        "Kies liever ja of nee.",
        goed=("ja", "Nee"),
        fout=("x", "1", ("WAAR", Soort.LOGISCH)),
        groep="lezing",
    ),
)
