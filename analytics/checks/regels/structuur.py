"""Sheets and headings: what is missing, double or unknown."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from analytics.checks.proef import Plek, Plekken, Proef, Uitslag
from analytics.checks.regel import Ernst, Plaats, Regel, Toets, advies, register, sjabloon
from analytics.checks.tekst import toonbaar
from analytics.checks.verplicht import VERPLICHTE_VELDEN, verplicht_leeg
from analytics.domain.velden import TABELLEN, VELD

_VERENIGINGEN = (("verenigingen", "intern_nummer"),)


def _bladen_met(status: str, *, met_rijen: bool = False) -> Toets:
    def toets(proef: Proef, plaats: Plaats) -> Plekken:  # noqa: ARG001 -- every rule has the same shape
        bladen = proef.levering.bladen
        raak = bladen[(bladen["status"] == status) & ((bladen["rijen"] > 0) | (not met_rijen))]
        return Plekken(
            len(bladen),
            tuple(
                Plek(int(b.werkmap), str(b.blad), toelichting=f'Blad "{toonbaar(str(b.blad))}".', tabel=_tabel(b.tabel))
                for b in raak.itertuples()
            ),
        )

    return toets


def _tabel(tabel: object) -> str:
    return str(tabel) if isinstance(tabel, str) and tabel in TABELLEN else ""


def _koppen_met(status: str, *, zonder: Iterable[str] = ()) -> Toets:
    weg = set(zonder)

    def toets(proef: Proef, plaats: Plaats) -> Plekken:  # noqa: ARG001 -- every rule has the same shape
        koppen = proef.levering.koppen
        raak = koppen[(koppen["status"] == status) & ~koppen["veld"].isin(weg)].drop_duplicates(
            ["werkmap", "blad", "kolom"]
        )
        return Plekken(
            len(koppen),
            tuple(
                Plek(
                    int(k.werkmap),
                    str(k.blad),
                    int(k.rij),
                    str(k.kolom),
                    f'Kolom {k.kolom}: "{toonbaar(str(k.kop))}".',
                    tabel=_tabel(k.tabel),
                    veld=str(k.veld) if _tabel(k.tabel) else "",
                )
                for k in raak.itertuples()
            ),
        )

    return toets


def _kolom_ontbreekt(proef: Proef, plaats: Plaats) -> Plekken:  # noqa: ARG001 -- every rule has the same shape
    plekken: list[Plek] = []
    bekeken = 0
    for tabel, veld in VERPLICHTE_VELDEN:
        _, leeg = verplicht_leeg(proef, tabel, veld)
        mist = np.flatnonzero(leeg & ~proef.heeft_kolom(tabel, veld))
        bekeken += 1
        rijen = proef.levering.tabellen[tabel].waarden.iloc[mist]
        kop = VELD[tabel, veld].kop
        for (werkmap, blad), groep in rijen.groupby(["werkmap", "blad"], sort=True):
            verenigingen = proef.vereniging(tabel)[groep.index.to_numpy()]
            plekken.append(
                Plek(
                    int(werkmap),
                    str(blad),
                    toelichting=f'Kolom "{kop}" ({TABELLEN[tabel].enkelvoud}).',
                    blokkeert=np.unique(verenigingen[verenigingen >= 0]),
                    tabel=tabel,
                    veld=veld,
                )
            )
    return Plekken(bekeken, tuple(plekken))


def _zonder_verenigingen(proef: Proef, plaats: Plaats) -> Plekken:  # noqa: ARG001 -- every rule has the same shape
    bladen = proef.levering.bladen
    eigen = bladen[(bladen["tabel"] == "verenigingen") & bladen["status"].isin(["gelezen", "leeg"])]
    leeg = eigen[eigen["rijen"] == 0] if proef.levering.aantal == 0 else eigen.iloc[:0]
    return Plekken(
        len(proef.levering.bestanden),
        tuple(Plek(int(b.werkmap), str(b.blad), tabel="verenigingen") for b in leeg.itertuples()),
    )


def _werkmap_leeg(proef: Proef, plaats: Plaats) -> Plekken:  # noqa: ARG001 -- every rule has the same shape
    bladen = proef.levering.bladen
    eigen = bladen[(bladen["tabel"] == "verenigingen") & bladen["status"].isin(["gelezen", "leeg"])]
    per_werkmap = eigen.groupby("werkmap")["rijen"].sum()
    leeg = eigen[eigen["werkmap"].map(per_werkmap) == 0] if proef.levering.aantal else eigen.iloc[:0]
    return Plekken(
        len(per_werkmap), tuple(Plek(int(b.werkmap), str(b.blad), tabel="verenigingen") for b in leeg.itertuples())
    )


def _datumsysteem(proef: Proef, plaats: Plaats) -> Plekken:  # noqa: ARG001 -- every rule has the same shape
    bladen = proef.levering.bladen
    raak = []
    for nr, bestand in enumerate(proef.levering.bestanden):
        eigen = bladen[(bladen["werkmap"] == nr) & (bladen["tabel"] == "verenigingen")]
        if len(eigen) and any("1904" in o for o in bestand.opmerkingen):
            raak.append(Plek(nr, str(eigen["blad"].iloc[0]), tabel="verenigingen"))
    return Plekken(len(proef.levering.bestanden), tuple(raak))


def _kbo_bij_feitelijke(proef: Proef, plaats: Plaats) -> Uitslag:
    toegepast = ~proef.is_kbo("verenigingen")
    waarden = proef.waarden(*plaats)
    gevuld = np.array([w is not None and any(t in "123456789" for t in w) for w in waarden], dtype=bool)
    return Uitslag(toegepast, toegepast & gevuld)


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
        toets=_bladen_met("ontbreekt"),
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
        toets=_bladen_met("zonder koppen"),
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
        toets=_kolom_ontbreekt,
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
        toets=_zonder_verenigingen,
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
        toets=_werkmap_leeg,
        goed=({}, {"verenigingen": []}),
        fout=({"soort": "beide"},),
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
        toets=_bladen_met("verkeerde werkmap"),
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
        toets=_koppen_met("dubbel"),
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
        toets=_koppen_met("verkeerde werkmap", zonder=("kbo_nummer",)),
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
        toets=_koppen_met("onbekend"),
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
        toets=_bladen_met("onbekend"),
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
        toets=_datumsysteem,
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
        toets=_kbo_bij_feitelijke,
        goed=("", "0"),
        fout=({"verenigingen": [{"kbo_nummer": "0220.923.141"}]},),
        groep="kwaliteit",
        niveau="rij",
    ),
)
