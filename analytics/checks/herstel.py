"""
Proposals that belong together, and what a delivery looks like when they are carried out.

Several rules may propose something for one cell: then each of them shows the same text, in which all is repaired.
A proposal solves its fault and brings up none that is not told now; else it is carried further, or withdrawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from analytics.checks.bevindingen import Groep
from analytics.checks.proef import Bools, Getallen, Proef, Teksten
from analytics.checks.regel import Ernst, Plaats
from analytics.domain.nummers import bevat_insz
from analytics.domain.velden import VELD
from analytics.intake.lezing import Lezing, herlees

_ERNSTVOLGORDE = {Ernst.FOUT: 0, Ernst.WAARSCHUWING: 1, Ernst.INFO: 2}

#: A cell: its column and the position of its record in the table.
Cel = tuple[Plaats, int]
#: Where its proposals stand: findings of a rule, and which one of them.
Voorstellen = dict[Cel, list[tuple[Groep, int]]]


def met_voorstel(groep: Groep) -> Bools:
    """Tell which findings of a group have a proposal."""
    return np.not_equal(groep.voorstel, None).astype(bool) if len(groep.records) else np.zeros(0, dtype=bool)


def verzamel(groepen: Sequence[Groep]) -> Voorstellen:
    """Return the proposals per cell, those of faults first."""
    per_cel: Voorstellen = {}
    for groep in sorted(groepen, key=lambda g: _ERNSTVOLGORDE[g.regel.ernst]):
        for i in np.flatnonzero(met_voorstel(groep)).tolist():
            per_cel.setdefault((groep.plaats, int(groep.records[i])), []).append((groep, i))
    return per_cel


def schrijf(deel: Sequence[tuple[Groep, int]], tekst: str | None) -> None:
    """Make *tekst* the proposal of all findings of one cell; never one that shows an INSZ."""
    for groep, i in deel:
        groep.voorstel[i] = None if tekst is None or bevat_insz(tekst) else tekst


def combineer(proef: Proef, voorstellen: Voorstellen) -> None:
    """Give all proposals for one cell the same text, in which each of them is carried out."""
    for (plaats, _), deel in voorstellen.items():
        if len(deel) < 2:
            continue
        tekst = proef.kolom(*plaats).ruw[deel[0][0].cellen[deel[0][1]]] or ""
        # A proposal that came from other cells of the row (the municipality of a postcode) replaces the whole text.
        for groep, i in deel:
            if groep.regel.voorstel is None:
                tekst = groep.voorstel[i]
        stappen = [g.regel.voorstel for g, _ in deel if g.regel.voorstel is not None]
        for _ in range(3):
            vorige = tekst
            for stap in stappen:
                tekst = stap(tekst) or tekst
            if tekst == vorige:
                break
        schrijf(deel, tekst)


def hersteld(proef: Proef, voorstellen: Voorstellen, *, alleen_fouten: bool) -> Proef:
    """Return the delivery as it is read when the proposals (of faults only, or all) are carried out."""
    nieuw: dict[Plaats, dict[int, str]] = {}
    for (plaats, record), deel in voorstellen.items():
        for groep, i in deel:
            if groep.voorstel[i] is not None and (groep.regel.ernst is Ernst.FOUT or not alleen_fouten):
                nieuw.setdefault(plaats, {})[record] = groep.voorstel[i]
                break
    return met_teksten(proef, nieuw) if nieuw else proef


def ook_andere(voorstellen: Voorstellen) -> bool:
    """Tell whether there are proposals for cells without a fault."""
    return any(all(g.regel.ernst is not Ernst.FOUT for g, _ in deel) for deel in voorstellen.values())


def met_teksten(proef: Proef, nieuw: Mapping[Plaats, Mapping[int, str]]) -> Proef:
    """Return the delivery as it is read when these cells (``{column: {record: text}}``) held these texts."""
    kolommen = dict(proef.lezing.kolommen)
    for plaats, per_record in nieuw.items():
        records: Getallen = np.array(list(per_record), dtype="int64")
        teksten: Teksten = np.array([*per_record.values(), None], dtype=object)[:-1]
        kolommen[plaats] = herlees(kolommen[plaats], VELD[plaats], records, teksten)
    return replace(proef, lezing=Lezing(kolommen, proef.lezing.vereniging), _geheugen={})


def trek_in(proef: Proef, voorstellen: Voorstellen, tabel: str, records: Getallen) -> None:
    """Withdraw proposals that are not about faults, of the parts of the associations of *records*."""
    van = proef.vereniging(tabel)
    verenigingen = set(van[records].tolist())
    for (plaats, record), deel in voorstellen.items():
        if plaats[0] == tabel and van[record] in verenigingen and all(g.regel.ernst is not Ernst.FOUT for g, _ in deel):
            schrijf(deel, None)
