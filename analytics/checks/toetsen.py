"""Lift a judge of one value to a rule over a column: each distinct cell is judged once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from analytics.checks.oordelen import is_te_lang
from analytics.checks.proef import Bools, Proef, Teksten, Uitslag
from analytics.checks.regel import KolomToets, Plaats
from analytics.checks.tekst import toonbaar
from analytics.checks.verplicht import verplicht_leeg
from analytics.domain.velden import is_persoonlijk
from analytics.intake.lezing_wijze import Wijze

Masker = Callable[[Proef, str], Bools]


def _over_distincte(proef: Proef, plaats: Plaats, toegepast: Bools, oordeel: Callable[[int], bool]) -> Bools:
    """Judge the distinct cells that the records of *toegepast* hold; *oordeel* takes a position in the column."""
    nummers = proef.kolom(*plaats).nummers
    aanwezig = np.unique(nummers[toegepast])
    raak: Bools = np.zeros(len(proef.kolom(*plaats).ruw), dtype=bool)
    raak[aanwezig] = [oordeel(i) for i in aanwezig.tolist()]
    return raak[nummers] & toegepast


def per_waarde(fout: Callable[[str], bool], *, waar: Masker | None = None, ook_onleesbaar: bool = False) -> KolomToets:
    """
    Find the values, as they would be loaded, for which *fout* holds.

    It applies to filled cells of the workbooks that have the column, where *waar* holds, and that could be read.
    """

    def toets(proef: Proef, plaats: Plaats) -> Uitslag:
        toegepast = proef.gevuld(*plaats) & proef.ter_zake(*plaats)
        if not ook_onleesbaar:
            toegepast &= ~proef.onleesbaar(*plaats)
        if waar is not None:
            toegepast &= waar(proef, plaats[0])
        gelezen = proef.kolom(*plaats).gelezen
        return Uitslag(toegepast, _over_distincte(proef, plaats, toegepast, lambda i: fout(gelezen[i])))

    return toets


def per_cel(fout: Callable[[str, int], bool], *, waar: Masker | None = None, leeg_ook: bool = False) -> KolomToets:
    """
    Find the cells, as they stand (text and kind), for which *fout* holds.

    Args:
        leeg_ook: Apply it to blanks-only, error and formula cells too.
    """

    def toets(proef: Proef, plaats: Plaats) -> Uitslag:
        kolom = proef.kolom(*plaats)
        er_staat_iets = np.array(
            [(r is not None) or s > 0 for r, s in zip(kolom.ruw, kolom.soort, strict=True)], dtype=bool
        )
        toegepast = (er_staat_iets[kolom.nummers] if leeg_ook else proef.gevuld(*plaats)) & proef.ter_zake(*plaats)
        if waar is not None:
            toegepast &= waar(proef, plaats[0])
        return Uitslag(
            toegepast,
            _over_distincte(proef, plaats, toegepast, lambda i: fout(kolom.ruw[i] or "", int(kolom.soort[i]))),
        )

    return toets


def gelezen_als(*wijzen: Wijze, waar: Masker | None = None) -> KolomToets:
    """Find the cells that were interpreted in one of these ways, and tell what would be loaded."""

    def toets(proef: Proef, plaats: Plaats) -> Uitslag:
        kolom = proef.kolom(*plaats)
        toegepast = proef.gevuld(*plaats) & proef.ter_zake(*plaats)
        if waar is not None:
            toegepast &= waar(proef, plaats[0])
        gevonden = _over_distincte(proef, plaats, toegepast, lambda i: kolom.wijze[i] in wijzen)
        if wijzen == (Wijze.ONLEESBAAR,):
            return Uitslag(toegepast, gevonden)
        return Uitslag(toegepast, gevonden, toelichting=_opgeladen(proef, plaats, gevonden))

    return toets


def _opgeladen(proef: Proef, plaats: Plaats, gevonden: Bools) -> Teksten:
    uit: Teksten = np.full(len(gevonden), None, dtype=object)
    waarden = proef.waarden(*plaats)
    if not is_persoonlijk(*plaats):
        uit[gevonden] = [f'Gelezen als "{toonbaar(w)}".' for w in waarden[gevonden]]
    return uit


def ontbreekt(proef: Proef, plaats: Plaats) -> Uitslag:
    """Find the required cells that are empty, in workbooks that have the column; a missing column is told once."""
    nodig, leeg = verplicht_leeg(proef, *plaats)
    heeft = proef.heeft_kolom(*plaats)
    return Uitslag(nodig & heeft, leeg & heeft)


te_lang = per_waarde(is_te_lang)


def later_in_vereniging(proef: Proef, tabel: str, sleutel: Teksten, toegepast: Bools) -> tuple[Bools, Teksten]:
    """
    Find the records whose key an earlier record of the same association already has.

    Args:
        sleutel: Per record what may occur once.
        toegepast: Records that count; those of no association never do.

    Returns:
        The later records, and per record a sentence that names the row of the first one.
    """
    vereniging = proef.vereniging(tabel)
    telt = np.flatnonzero(toegepast & (vereniging >= 0))
    gevonden: Bools = np.zeros(len(sleutel), dtype=bool)
    uitleg: Teksten = np.full(len(sleutel), None, dtype=object)
    if len(telt):
        nummer, namen = pd.factorize(sleutel[telt])
        samen = pd.Series(vereniging[telt] * len(namen) + nummer)
        later = samen.duplicated().to_numpy()
        eerste = pd.Series(telt, index=samen)[~later][samen[later]].to_numpy()
        rij = proef.levering.tabellen[tabel].waarden["rij"].to_numpy()
        gevonden[telt[later]] = True
        uitleg[telt[later]] = [f"Zie ook rij {r}." for r in rij[eerste]]
    return gevonden, uitleg
