"""Lift a judge of one value to a rule over a column: each distinct cell is judged once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from analytics.checks.oordelen import is_te_lang
from analytics.checks.proef import Bools, Getallen, Proef, Teksten, Uitslag
from analytics.checks.regel import KolomToets, Plaats
from analytics.checks.tekst import toonbaar
from analytics.checks.verplicht import verplicht_leeg
from analytics.domain.blad import Soort
from analytics.domain.velden import is_persoonlijk
from analytics.intake.lezing_wijze import Wijze

# Below this many distinct values asking each is quicker than setting up the fast engine.
_VEEL = 200
Masker = Callable[[Proef, str], Bools]


def _van_toepassing(proef: Proef, plaats: Plaats, waar: Masker | None, *, ook_onleesbaar: bool = True) -> Bools:
    toegepast = proef.toepasbaar(*plaats)
    if not ook_onleesbaar and (onleesbaar := proef.onleesbaar(*plaats)).any():
        toegepast = toegepast & ~onleesbaar
    return toegepast if waar is None else toegepast & waar(proef, plaats[0])


def over_distincte(
    proef: Proef,
    plaats: Plaats,
    toegepast: Bools,
    oordeel: Callable[[Getallen], list[bool]],
    goed: str | None = None,
) -> Bools:
    """
    Judge the distinct cells that the records of *toegepast* hold.

    Args:
        oordeel: Takes positions in the column, tells which of them are at fault.
        goed: Regular expression (of the fast engine) that no value at fault matches: those that do are not asked.
    """
    kolom = proef.kolom(*plaats)
    gezien: Bools = np.zeros(len(kolom.ruw) + 1, dtype=bool)
    gezien[kolom.nummers[toegepast]] = True
    if goed is not None and len(gezien) > _VEEL:
        zeker = pc.match_substring_regex(proef.pijl(*plaats), goed).fill_null(True)
        gezien[:-1] &= ~zeker.to_numpy(zero_copy_only=False)
    aanwezig = np.flatnonzero(gezien)
    if not len(aanwezig):
        return proef.niets(plaats[0]).gevonden
    raak: Bools = np.zeros(len(gezien), dtype=bool)
    raak[aanwezig] = oordeel(aanwezig)
    return raak[kolom.nummers] & toegepast if raak.any() else proef.niets(plaats[0]).gevonden


def per_waarde(
    fout: Callable[[str], bool],
    *,
    waar: Masker | None = None,
    ook_onleesbaar: bool = False,
    kan: Callable[[str], bool] | None = None,
    goed: str | None = None,
) -> KolomToets:
    """
    Find the values, as they would be loaded, for which *fout* holds.

    It applies to filled cells of the workbooks that have the column, where *waar* holds, and that could be read.

    Args:
        kan: Given all texts of the column in one, tells whether any of them can be at fault: quicker than asking each.
        goed: Regular expression that no value at fault matches, as in :func:`over_distincte`.
    """

    def toets(proef: Proef, plaats: Plaats) -> Uitslag:
        if proef.leeg(*plaats):
            return proef.niets(plaats[0])
        toegepast = _van_toepassing(proef, plaats, waar, ook_onleesbaar=ook_onleesbaar)
        if kan is not None and not kan(proef.samen(*plaats)):
            return Uitslag(toegepast, proef.niets(plaats[0]).gevonden)
        gelezen = proef.kolom(*plaats).gelezen
        return Uitslag(
            toegepast, over_distincte(proef, plaats, toegepast, lambda w: [fout(t) for t in gelezen[w]], goed)
        )

    return toets


def per_tekst(fout: Callable[[str], bool], *, kan: Callable[[str], bool] | None = None) -> KolomToets:
    """Find the cells whose text, as it stands, *fout* holds for; *kan* as in :func:`per_waarde`."""

    def toets(proef: Proef, plaats: Plaats) -> Uitslag:
        if proef.leeg(*plaats):
            return proef.niets(plaats[0])
        toegepast = _van_toepassing(proef, plaats, None)
        if kan is not None and not kan(proef.samen(*plaats)):
            return Uitslag(toegepast, proef.niets(plaats[0]).gevonden)
        ruw = proef.kolom(*plaats).ruw
        return Uitslag(toegepast, over_distincte(proef, plaats, toegepast, lambda w: [fout(t) for t in ruw[w]]))

    return toets


def per_cel(fout: Callable[[str, int], bool]) -> KolomToets:
    """Find the cells, as they stand (text and kind), for which *fout* holds."""

    def toets(proef: Proef, plaats: Plaats) -> Uitslag:
        if proef.leeg(*plaats):
            return proef.niets(plaats[0])
        kolom = proef.kolom(*plaats)
        toegepast = _van_toepassing(proef, plaats, None)
        return Uitslag(
            toegepast,
            over_distincte(
                proef,
                plaats,
                toegepast,
                lambda w: [fout(t or "", s) for t, s in zip(kolom.ruw[w], kolom.soort[w].tolist(), strict=True)],
            ),
        )

    return toets


def per_soort(*soorten: Soort, leeg_ook: bool = False) -> KolomToets:
    """Find the cells of these kinds; with *leeg_ook* among all cells that are not empty, error cells included."""

    def toets(proef: Proef, plaats: Plaats) -> Uitslag:
        if proef.leeg(*plaats):
            return proef.niets(plaats[0])
        kolom = proef.kolom(*plaats)
        toegepast = proef.toepasbaar(*plaats)
        raak = np.isin(kolom.soort, soorten)
        if leeg_ook:
            toegepast = toegepast | (raak[kolom.nummers] & proef.ter_zake(*plaats)) if raak.any() else toegepast
        return Uitslag(toegepast, raak[kolom.nummers] & toegepast if raak.any() else proef.niets(plaats[0]).gevonden)

    return toets


def gelezen_als(wijze: Wijze) -> KolomToets:
    """Find the cells that were interpreted in this way, and tell what would be loaded."""

    def toets(proef: Proef, plaats: Plaats) -> Uitslag:
        if proef.leeg(*plaats):
            return proef.niets(plaats[0])
        toegepast = proef.toepasbaar(*plaats)
        raak = proef.kolom(*plaats).wijze == str(wijze)
        if not raak.any():
            return Uitslag(toegepast, proef.niets(plaats[0]).gevonden)
        gevonden = raak[proef.kolom(*plaats).nummers] & toegepast
        if wijze is Wijze.ONLEESBAAR:
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


def samengevat(*codes: Getallen) -> Getallen:
    """Return one number per record that is the same where all of *codes* (non-negative) are the same."""
    samen = codes[0]
    for code in codes[1:]:
        samen, _ = pd.factorize(samen * (int(code.max(initial=0)) + 1) + code)
    return samen


def codes_van(proef: Proef, plaats: Plaats, vorm: Callable[[str], str | None] | None = None) -> Getallen:
    """Number the values of a column, 0 for empty; values with the same *vorm* get the same number."""
    kolom = proef.kolom(*plaats)
    vormen = kolom.gelezen if vorm is None else [None if t is None else vorm(t) for t in kolom.gelezen]
    nummers: Getallen = pd.factorize(np.array([*vormen, None], dtype=object))[0]
    return (nummers[:-1] + 1)[kolom.nummers].astype("int64")


def later_in_vereniging(proef: Proef, tabel: str, sleutel: Getallen, toegepast: Bools) -> tuple[Bools, Teksten]:
    """
    Find the records whose key an earlier record of the same association already has.

    Args:
        sleutel: Per record a number for what may occur once (non-negative).
        toegepast: Records that count; those of no association never do.

    Returns:
        The later records, and per record a sentence that names the row of the first one.
    """
    vereniging = proef.vereniging(tabel)
    telt = np.flatnonzero(toegepast & (vereniging >= 0))
    gevonden: Bools = np.zeros(len(sleutel), dtype=bool)
    uitleg: Teksten = np.full(len(sleutel), None, dtype=object)
    if len(telt):
        samen = pd.Series(samengevat(vereniging[telt], sleutel[telt]))
        later = samen.duplicated().to_numpy()
        eerste = pd.Series(telt, index=samen)[~later][samen[later]].to_numpy()
        rij = proef.levering.tabellen[tabel].waarden["rij"].to_numpy()
        gevonden[telt[later]] = True
        uitleg[telt[later]] = [f"Zie ook rij {r}." for r in rij[eerste]]
    return gevonden, uitleg
