"""Keys: each association has one, no two share one, each part has an association."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analytics.checks.proef import Bools, Proef, Teksten, Uitslag
from analytics.checks.regel import Ernst, Plaats, Regel, advies, sjabloon
from analytics.checks.toetsen import ontbreekt
from analytics.domain.velden import TABELLEN

_DELEN = tuple((t, "intern_nummer") for t in TABELLEN if t != "verenigingen")
_SLEUTEL = (("verenigingen", "intern_nummer"),)


def _dubbel(proef: Proef, plaats: Plaats) -> Uitslag:
    """Find all rows that share a number: which of them the parts belong to, nobody can tell."""
    waarden = pd.Series(proef.waarden(*plaats), dtype="string")
    toegepast = waarden.notna().to_numpy()
    gevonden = waarden.duplicated(keep=False).to_numpy() & toegepast
    uitleg: Teksten = np.full(len(waarden), None, dtype=object)
    tabel = proef.levering.tabellen["verenigingen"].waarden
    plekken = tabel["blad"].astype(str) + " rij " + tabel["rij"].astype(str)
    for _, groep in waarden[gevonden].groupby(waarden[gevonden]):
        anderen = plekken.iloc[groep.index]
        for i in groep.index:
            rest = [p for j, p in anderen.items() if j != i]
            uitleg[i] = f"Ook in {', '.join(rest[:3])}{' en elders' if len(rest) > 3 else ''}."
    return Uitslag(toegepast, gevonden, uitleg)


def _zonder_vereniging(proef: Proef, plaats: Plaats) -> Uitslag:
    tabel = plaats[0]
    delen = proef.levering.tabellen[tabel].waarden
    # Where no association has a key at all, that is told once, not at each of its parts.
    met_sleutel = proef.levering.tabellen["verenigingen"].waarden["werkmap"][
        proef.gevuld("verenigingen", "intern_nummer")
    ]
    zinvol = delen["werkmap"].isin(met_sleutel.unique()).to_numpy() & (delen["groep"] == 0).to_numpy()
    toegepast = proef.gevuld(*plaats) & proef.ter_zake(*plaats) & zinvol
    return Uitslag(toegepast, toegepast & (proef.vereniging(tabel) < 0))


def _andere_werkmap(proef: Proef, plaats: Plaats) -> Uitslag:
    tabel = plaats[0]
    vereniging = proef.vereniging(tabel)
    toegepast = (vereniging >= 0) & proef.ter_zake(*plaats)
    van = proef.levering.tabellen["verenigingen"].waarden["werkmap"].to_numpy()
    eigen = proef.levering.tabellen[tabel].waarden["werkmap"].to_numpy()
    gevonden: Bools = np.zeros(len(eigen), dtype=bool)
    gevonden[toegepast] = van[vereniging[toegepast]] != eigen[toegepast]
    return Uitslag(toegepast, gevonden)


REGELS: tuple[Regel, ...] = (
    Regel(
        code="intern_nummer_ontbreekt",
        plaatsen=(*_SLEUTEL, *_DELEN),
        ernst=Ernst.FOUT,
        titel="Het intern nummer ontbreekt.",
        advies="Vul het intern nummer in.",
        bron=sjabloon("Intern nummer is verplicht op elk blad"),
        toets=ontbreekt,
        goed=("A-17", "0042"),
        fout=("", " "),
        groep="structuur",
        waarom="Het intern nummer verbindt de bladen, en herkent de vereniging in een volgende levering.",
    ),
    Regel(
        code="intern_nummer_dubbel",
        plaatsen=_SLEUTEL,
        ernst=Ernst.FOUT,
        titel="Meer dan één vereniging heeft dit intern nummer.",
        advies="Geef elke vereniging een eigen nummer, ook over beide werkmappen heen.",
        bron=sjabloon("Intern nummer is uniek over beide werkmappen"),
        toets=_dubbel,
        goed=({"verenigingen": [{"intern_nummer": "1"}, {"intern_nummer": "2"}]},),
        fout=(
            {"verenigingen": [{"intern_nummer": "1"}, {"intern_nummer": "1"}]},
            {"verenigingen": [{"intern_nummer": "1"}, {"intern_nummer": "1", "werkmap": 1}], "soort": "beide"},
        ),
        groep="structuur",
        niveau="levering",
        waarom="We kunnen niet weten bij welke van beide de contactgegevens, locaties en vertegenwoordigers horen.",
    ),
    Regel(
        code="deel_zonder_vereniging",
        plaatsen=_DELEN,
        ernst=Ernst.FOUT,
        titel="Geen enkele vereniging heeft dit intern nummer.",
        advies="Verbeter het nummer, of voeg de vereniging toe op blad Verenigingen.",
        bron=sjabloon("elke rij hoort bij een vereniging"),
        toets=_zonder_vereniging,
        goed=("1",),
        fout=("999",),
        groep="structuur",
        niveau="levering",
        waarom="Een rij zonder vereniging kan nergens aan toegevoegd worden en gaat verloren.",
    ),
    Regel(
        code="deel_in_andere_werkmap",
        plaatsen=_DELEN,
        ernst=Ernst.INFO,
        titel="De vereniging van deze rij staat in de andere werkmap.",
        advies="Zet de rij bij voorkeur in dezelfde werkmap als de vereniging.",
        bron=advies("we voegen de rij toch bij de vereniging"),
        toets=_andere_werkmap,
        goed=({},),
        fout=(
            {
                "verenigingen": [{"intern_nummer": "1", "werkmap": 1}],
                "contactgegevens": [{"intern_nummer": "1"}],
                "soort": "beide",
            },
        ),
        groep="structuur",
        niveau="levering",
    ),
)
