"""
Proposals that belong together, and what a delivery looks like when they are carried out.

Several rules may propose something for one cell: then each of them shows the same text, in which all is repaired.
No proposal may bring up a fault that is not told now; one that would is withdrawn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from analytics.checks.bevindingen import Groep
from analytics.checks.proef import Bools, Getallen, Proef, Teksten
from analytics.checks.regel import Ernst, Plaats
from analytics.domain.nummers import bevat_insz
from analytics.domain.velden import VELD
from analytics.intake.lezing import Lezing, herlees

_ERNSTVOLGORDE = {Ernst.FOUT: 0, Ernst.WAARSCHUWING: 1, Ernst.INFO: 2}


def _met_voorstel(groep: Groep) -> Bools:
    return np.not_equal(groep.voorstel, None).astype(bool)


def combineer(proef: Proef, groepen: Sequence[Groep]) -> None:
    """Give all proposals for one cell the same text, in which each of them is carried out."""
    per_plaats: dict[Plaats, list[Groep]] = {}
    for groep in groepen:
        if len(groep.records) and _met_voorstel(groep).any():
            per_plaats.setdefault(groep.plaats, []).append(groep)
    for plaats, samen in per_plaats.items():
        if len(samen) > 1:
            _combineer_kolom(proef.kolom(*plaats).ruw, sorted(samen, key=lambda g: _ERNSTVOLGORDE[g.regel.ernst]))


def _combineer_kolom(ruw: Teksten, groepen: Sequence[Groep]) -> None:
    plekken: dict[int, list[tuple[Groep, int]]] = {}
    for groep in groepen:
        for i in np.flatnonzero(_met_voorstel(groep)).tolist():
            plekken.setdefault(int(groep.records[i]), []).append((groep, i))
    for deel in plekken.values():
        if len(deel) < 2:
            continue
        tekst = ruw[deel[0][0].cellen[deel[0][1]]] or ""
        # A proposal that came from other cells of the row (the municipality of a postcode) replaces the whole text.
        for groep, i in deel:
            if groep.regel.voorstel is None:
                tekst = groep.voorstel[i]
        beste = _herhaal(tekst, [g.regel.voorstel for g, _ in deel if g.regel.voorstel is not None])
        for groep, i in deel:
            groep.voorstel[i] = None if bevat_insz(beste) else beste


def _herhaal(tekst: str, stappen: Sequence[Callable[[str], str | None]]) -> str:
    for _ in range(3):
        vorige = tekst
        for stap in stappen:
            tekst = stap(tekst) or tekst
        if tekst == vorige:
            break
    return tekst


def hersteld(proef: Proef, groepen: Sequence[Groep], *, alleen_fouten: bool) -> Proef:
    """Return the delivery as it is read when the proposals (of faults only, or all) are carried out."""
    nieuw: dict[Plaats, dict[int, str]] = {}
    for groep in groepen:
        if alleen_fouten and groep.regel.ernst is not Ernst.FOUT:
            continue
        for i in np.flatnonzero(_met_voorstel(groep)).tolist() if len(groep.records) else ():
            nieuw.setdefault(groep.plaats, {})[int(groep.records[i])] = groep.voorstel[i]
    if not nieuw:
        return proef
    kolommen = dict(proef.lezing.kolommen)
    for plaats, per_record in nieuw.items():
        records: Getallen = np.array(list(per_record), dtype="int64")
        teksten: Teksten = np.array([*per_record.values(), None], dtype=object)[:-1]
        kolommen[plaats] = herlees(kolommen[plaats], VELD[plaats], records, teksten)
    return replace(proef, lezing=Lezing(kolommen, proef.lezing.vereniging), _geheugen={})


def trek_in(proef: Proef, groepen: Sequence[Groep], tabel: str, records: Getallen) -> None:
    """Withdraw proposals that are not about faults, of the parts of the associations of *records*."""
    van = proef.vereniging(tabel)
    verenigingen = np.unique(van[records])
    for groep in groepen:
        if groep.regel.ernst is not Ernst.FOUT and groep.plaats[0] == tabel and len(groep.records):
            groep.voorstel[np.isin(van[groep.records], verenigingen)] = None
