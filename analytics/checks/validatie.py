"""Judge a delivery by every rule, in one pass, complete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.checks.bevindingen import Verzameling, bevindingen_frame
from analytics.checks.catalogus import REGELS
from analytics.checks.herstel import combineer, hersteld, ook_andere, trek_in, verzamel
from analytics.checks.nazicht import kijk_na
from analytics.checks.niet_vooraf import niet_vooraf_frame
from analytics.checks.oorzaken import oorzaken_frame, zijn_laadbaar
from analytics.checks.proef import Bools, Plekken, Proef, Teksten, Uitslag
from analytics.checks.regel import Plaats, Regel
from analytics.domain.levering import Levering
from analytics.intake.lezing import Lezing, lees_waarden

# A column is "wholly wrong" when this share of what a rule judged is at fault, and it judged more than a handful.
_HELE_KOLOM_DEEL = 0.9
_HELE_KOLOM_MINSTENS = 5


@dataclass(frozen=True, eq=False)
class Validatie:
    """
    What the rules found.

    Attributes:
        bevindingen: One row per finding, sorted by workbook, sheet, row, column and code: ``code, ernst, tabel``
            (str), ``werkmap`` (int), ``blad`` (str), ``rij`` (Int64), ``kolom`` (letter), ``cel`` (``F17``, ``""`` for
            a whole sheet or column), ``veld``, ``intern_nummer`` (str), ``vereniging`` (Int64: index in table
            verenigingen), ``melding, advies, voorstel`` (str, ``voorstel`` <NA> where there is none).
            ``voorstel`` may hold personal data of the pilot's own cell, never an INSZ.
        telling: One row per rule and column, in the order of the catalogue: ``code, titel, ernst, groep, tabel, veld``
            (str), ``toegepast, gevonden`` (int: records judged and at fault), ``hele_kolom`` (bool).
        laadbaar: Per association (index of table verenigingen): no FOUT on it or on any of its parts.
        oorzaken: What to solve first, in that order: ``oorzaak, code, veld`` (str), ``cellen, verenigingen,
            wordt_laadbaar, samen_laadbaar`` (int), ``hele_kolom`` (bool). ``wordt_laadbaar`` counts associations that
            become loadable when this cause alone is solved, ``samen_laadbaar`` when this and all above it are.
        niet_vooraf: What only the register can tell: ``code, titel, bron, velden`` (str), ``toegepast`` (int).
        lezing: The values as they would be loaded.
    """

    bevindingen: pd.DataFrame
    telling: pd.DataFrame
    laadbaar: pd.Series[bool]
    oorzaken: pd.DataFrame
    niet_vooraf: pd.DataFrame
    lezing: Lezing


def validate(levering: Levering, *, regels: Sequence[Regel] = REGELS, lezing: Lezing | None = None) -> Validatie:
    """Return everything the rules find in *levering*; *lezing* when it was read already."""
    proef = Proef(levering, lees_waarden(levering) if lezing is None else lezing)
    verzameling = Verzameling(proef)
    telling: dict[tuple[int, int], dict[str, object]] = {}

    def noteer(i: int, j: int, uitslag: Uitslag | Plekken) -> None:
        regel, plaats = regels[i], regels[i].plaatsen[j]
        heel = _is_hele_kolom(uitslag)
        verzameling.voeg_toe(regel, plaats, uitslag, hele_kolom=heel)
        telling[i, j] = _telregel(regel, plaats, uitslag, heel)

    taken = [(i, j) for i, r in enumerate(regels) if levering.ronde in r.rondes for j in range(len(r.plaatsen))]
    for i, j in taken:
        if not regels[i].collectie:
            noteer(i, j, regels[i].toets(proef, regels[i].plaatsen[j]))
    voorstellen = verzamel(verzameling.groepen)
    combineer(proef, voorstellen)
    kijk_na(proef, regels, verzameling.groepen, voorstellen)
    na_fouten = hersteld(proef, voorstellen, alleen_fouten=True)
    na_alles = hersteld(proef, voorstellen, alleen_fouten=False) if ook_andere(voorstellen) else na_fouten
    for i, j in taken:
        if regels[i].collectie:
            regel, plaats = regels[i], regels[i].plaatsen[j]
            uitslag = _ook_na_herstel(regel, plaats, proef, na_fouten)
            extra = _gevonden(regel, plaats, na_alles) & ~uitslag.gevonden if na_alles is not na_fouten else None
            if extra is not None and extra.any():
                trek_in(proef, voorstellen, plaats[0], np.flatnonzero(extra))
            noteer(i, j, uitslag)
    return Validatie(
        bevindingen=bevindingen_frame(verzameling),
        telling=pd.DataFrame(
            [telling[t] for t in taken],
            columns=["code", "titel", "ernst", "groep", "tabel", "veld", "toegepast", "gevonden", "hele_kolom"],
        ).astype(dict.fromkeys(("code", "titel", "ernst", "groep", "tabel", "veld"), "string")),
        laadbaar=zijn_laadbaar(verzameling),
        oorzaken=oorzaken_frame(verzameling),
        niet_vooraf=niet_vooraf_frame(proef),
        lezing=proef.lezing,
    )


def _gevonden(regel: Regel, plaats: Plaats, proef: Proef) -> Bools:
    uitslag = regel.toets(proef, plaats)
    if isinstance(uitslag, Plekken):
        raise TypeError(f"{regel.code}: a rule that compares cells answers per record")
    return uitslag.gevonden


def _ook_na_herstel(regel: Regel, plaats: Plaats, proef: Proef, na_fouten: Proef) -> Uitslag:
    """Add what the rule will find as soon as the faults are repaired as proposed."""
    nu = regel.toets(proef, plaats)
    if isinstance(nu, Plekken):
        raise TypeError(f"{regel.code}: a rule that compares cells answers per record")
    if na_fouten is proef:
        return nu
    straks = regel.toets(na_fouten, plaats)
    if isinstance(straks, Plekken) or not (straks.gevonden & ~nu.gevonden).any():
        return nu
    nieuw = straks.gevonden & ~nu.gevonden
    uitleg: Teksten = np.full(len(nieuw), None, dtype=object) if nu.toelichting is None else nu.toelichting.copy()
    eigen = np.full(len(nieuw), None, dtype=object) if straks.toelichting is None else straks.toelichting
    uitleg[nieuw] = [f"{e or ''} Dat blijkt na het herstel van andere cellen.".strip() for e in eigen[nieuw]]
    return Uitslag(nu.toegepast | nieuw, nu.gevonden | nieuw, uitleg, nu.voorstel)


def _aantallen(uitslag: Uitslag | Plekken) -> tuple[int, int]:
    if isinstance(uitslag, Plekken):
        return uitslag.toegepast, len(uitslag.plekken)
    return int(uitslag.toegepast.sum()), int(uitslag.gevonden.sum())


def _is_hele_kolom(uitslag: Uitslag | Plekken) -> bool:
    toegepast, gevonden = _aantallen(uitslag)
    if isinstance(uitslag, Plekken):
        return False
    return toegepast >= _HELE_KOLOM_MINSTENS and gevonden >= _HELE_KOLOM_DEEL * toegepast


def _telregel(regel: Regel, plaats: tuple[str, str], uitslag: Uitslag | Plekken, heel: bool) -> dict[str, object]:
    toegepast, gevonden = _aantallen(uitslag)
    return {
        "code": regel.code,
        "titel": regel.titel,
        "ernst": str(regel.ernst),
        "groep": regel.groep,
        "tabel": plaats[0],
        "veld": plaats[1],
        "toegepast": toegepast,
        "gevonden": gevonden,
        "hele_kolom": heel,
    }
