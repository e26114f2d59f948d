"""Sheets and headings: what is missing, double or unknown."""

from __future__ import annotations

from analytics.checks.bladtoetsen import (
    bladen_met,
    datumsysteem,
    kbo_bij_feitelijke,
    kolom_ontbreekt,
    koppen_met,
    werkmap_leeg,
    zonder_verenigingen,
)
from analytics.checks.regel import Ernst, Regel, advies, register, sjabloon

_VERENIGINGEN = (("verenigingen", "intern_nummer"),)


_EXTRA = {"werkmap": 0, "kopregel": 1}
_KOP = {"werkmap": 0, "blad": "Verenigingen", "kolom": "Z", "rij": 1, "groep": 0}


REGELS: tuple[Regel, ...] = (
    Regel(
        code="blad_ontbreekt",
        plaatsen=_VERENIGINGEN,
        ernst=Ernst.FOUT,
        titel="Het blad met de verenigingen ontbreekt.",
        advies="Geef het blad met de verenigingen de naam van het sjabloon: Verenigingen.",
        bron=sjabloon("blad Verenigingen is verplicht"),
        toets=bladen_met("ontbreekt"),
        goed=({},),
        fout=({"verenigingen": [], "zonder_bladen": ["verenigingen"]},),
        groep="structuur",
        niveau="blad",
        waarom="Zonder dit blad is er niets om op te laden.",
    ),
    Regel(
        code="blad_zonder_koppen",
        plaatsen=_VERENIGINGEN,
        ernst=Ernst.FOUT,
        titel="Op dit blad staat geen rij met koppen die we herkennen.",
        advies="Zet de koppen van het sjabloon boven de gegevens, of meld ons welke koppen u gebruikt.",
        bron=sjabloon("koppen staan boven de gegevens"),
        toets=bladen_met("zonder koppen"),
        goed=({},),
        fout=(
            {
                "extra_bladen": [
                    {**_EXTRA, "blad": "Contact", "tabel": "contactgegevens", "rijen": 3, "status": "zonder koppen"}
                ]
            },
        ),
        groep="structuur",
        niveau="blad",
        waarom="We lezen kolommen op naam, nooit op plaats: zonder koppen lezen we het blad niet.",
    ),
    Regel(
        code="kolom_ontbreekt",
        plaatsen=_VERENIGINGEN,
        ernst=Ernst.FOUT,
        titel="Een verplichte kolom ontbreekt.",
        advies="Voeg de kolom toe, met de kop van het sjabloon, en vul ze in.",
        bron=sjabloon("verplichte kolommen; het register weigert de rijen zonder die waarde"),
        toets=kolom_ontbreekt,
        goed=({},),
        fout=({"zonder_koppen": [("verenigingen", "naam")]}, {"zonder_koppen": [("locaties", "land")]}),
        groep="structuur",
        niveau="blad",
        waarom="Deze fout staat er één keer, maar geen enkele rij van het blad kan opgeladen worden.",
    ),
    Regel(
        code="levering_leeg",
        plaatsen=_VERENIGINGEN,
        ernst=Ernst.FOUT,
        titel="Er staat geen enkele vereniging in de levering.",
        advies="Vul het blad Verenigingen in: één rij per vereniging.",
        bron=sjabloon("één rij per vereniging"),
        toets=zonder_verenigingen,
        goed=({},),
        fout=({"verenigingen": []},),
        groep="structuur",
        niveau="levering",
    ),
    Regel(
        code="werkmap_leeg",
        plaatsen=_VERENIGINGEN,
        ernst=Ernst.INFO,
        titel="In deze werkmap staat geen enkele vereniging.",
        advies="Controleer of dit de juiste werkmap is; hebt u er geen van dit soort, dan is het goed zo.",
        bron=advies("een leeg sjabloon is vaak een vergissing"),
        toets=werkmap_leeg,
        goed=({}, {"verenigingen": []}),
        fout=({"soort": "beide", "opmerkingen": ["een werkmap zonder rijen naast een met rijen"]},),
        groep="structuur",
        niveau="levering",
    ),
    Regel(
        code="blad_verkeerde_werkmap",
        plaatsen=(("vertegenwoordigers", "intern_nummer"),),
        ernst=Ernst.WAARSCHUWING,
        titel="Dit blad hoort niet in de werkmap van de KBO-verenigingen en wordt niet opgeladen.",
        advies="Verwijder het blad: de KBO geeft deze gegevens zelf door.",
        bron=register("Aan een KBO vereniging kunnen geen vertegenwoordigers toegevoegd worden."),
        toets=bladen_met("verkeerde werkmap"),
        goed=({"soort": "kbo"},),
        fout=(
            {
                "soort": "kbo",
                "extra_bladen": [
                    {
                        **_EXTRA,
                        "blad": "Vertegenwoordigers",
                        "tabel": "vertegenwoordigers",
                        "rijen": 2,
                        "status": "verkeerde werkmap",
                    }
                ],
            },
        ),
        groep="structuur",
        niveau="blad",
        waarom="Vertegenwoordigers en rekeningen van een KBO-vereniging komen uit de KBO. We sturen de rijen niet mee: "
        "de vereniging zelf kan wel opgeladen worden.",
    ),
    Regel(
        code="kop_dubbel",
        plaatsen=_VERENIGINGEN,
        ernst=Ernst.WAARSCHUWING,
        titel="Deze kop betekent hetzelfde als een eerdere kolom; deze tweede kolom lezen we niet.",
        advies="Voeg beide kolommen samen, of geef de kolom die niet telt een andere kop.",
        bron=advies("wat niet gelezen wordt, gaat verloren"),
        toets=koppen_met("dubbel"),
        goed=({},),
        fout=(
            {"extra_koppen": [{**_KOP, "kop": "Naam", "tabel": "verenigingen", "veld": "naam", "status": "dubbel"}]},
        ),
        groep="structuur",
        niveau="blad",
    ),
    Regel(
        code="kolom_verkeerde_werkmap",
        plaatsen=_VERENIGINGEN,
        ernst=Ernst.INFO,
        titel="Deze kolom hoort niet in deze werkmap en wordt niet opgeladen.",
        advies="Verwijder de kolom, of verplaats de rijen naar de andere werkmap.",
        bron=sjabloon("werkmap A voor feitelijke verenigingen, werkmap B voor KBO-verenigingen"),
        toets=koppen_met("verkeerde werkmap", zonder=("kbo_nummer",)),
        goed=({},),
        fout=(
            {
                "soort": "kbo",
                "extra_koppen": [
                    {
                        **_KOP,
                        "kop": "Startdatum",
                        "tabel": "verenigingen",
                        "veld": "startdatum",
                        "status": "verkeerde werkmap",
                    }
                ],
            },
        ),
        groep="structuur",
        niveau="blad",
        waarom="Naam, startdatum en zetel van een KBO-vereniging neemt het register over uit de KBO.",
    ),
    Regel(
        code="kop_onbekend",
        plaatsen=_VERENIGINGEN,
        ernst=Ernst.INFO,
        titel="Deze kolom kennen we niet; we lezen ze niet.",
        advies="Gebruik de kop van het sjabloon als de kolom opgeladen moet worden; anders mag ze blijven staan.",
        bron=advies("wat niet gelezen wordt, wordt niet opgeladen"),
        toets=koppen_met("onbekend"),
        goed=({},),
        fout=({"extra_koppen": [{**_KOP, "kop": "Lievelingskleur", "tabel": "", "veld": "", "status": "onbekend"}]},),
        groep="structuur",
        niveau="blad",
    ),
    Regel(
        code="blad_onbekend",
        plaatsen=_VERENIGINGEN,
        ernst=Ernst.INFO,
        titel="Dit blad kennen we niet; we lezen het niet.",
        advies="Gebruik de bladnaam van het sjabloon als het opgeladen moet worden; anders mag het blijven staan.",
        bron=advies("wat niet gelezen wordt, wordt niet opgeladen"),
        toets=bladen_met("onbekend"),
        goed=({},),
        fout=({"extra_bladen": [{**_EXTRA, "blad": "Blad3", "tabel": "", "rijen": 0, "status": "onbekend"}]},),
        groep="structuur",
        niveau="blad",
    ),
    Regel(
        code="datumsysteem_1904",
        plaatsen=(("verenigingen", "startdatum"),),
        ernst=Ernst.WAARSCHUWING,
        titel="De werkmap telt datums vanaf 1904; bij kopiëren naar een andere werkmap verschuiven ze vier jaar.",
        advies="Controleer enkele startdatums, en zet de optie 'Datumsysteem 1904' van Excel uit.",
        bron=advies("datums uit zo'n werkmap zijn vaak al een keer verschoven"),
        toets=datumsysteem,
        goed=({},),
        fout=({"opmerkingen": ["De werkmap telt datums vanaf 1904."]},),
        groep="Excel-schade",
        niveau="levering",
    ),
    Regel(
        code="kbo_nummer_bij_feitelijke",
        plaatsen=(("verenigingen", "kbo_nummer"),),
        ernst=Ernst.WAARSCHUWING,
        titel="Er staat een KBO-nummer in de werkmap van de feitelijke verenigingen; het wordt niet opgeladen.",
        advies="Verplaats de rij naar de werkmap van de KBO-verenigingen als ze een vzw, ivzw of stichting is.",
        bron=advies("een vereniging in de KBO wordt met haar KBO-nummer geregistreerd, niet met haar naam"),
        toets=kbo_bij_feitelijke,
        goed=("", "0"),
        fout=({"verenigingen": [{"kbo_nummer": "0220.923.141"}]},),
        groep="kwaliteit",
        niveau="rij",
    ),
)
