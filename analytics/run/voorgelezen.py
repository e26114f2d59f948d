"""
What a run has read before its notebooks start: kernels that are forked afterwards find it in memory.

In a session of an analyst nothing is read beforehand, and everything is read and judged when asked for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from pathlib import Path

from analytics.checks.validatie import Validatie
from analytics.checks.validatie import validate as beoordeel
from analytics.domain.levering import Levering
from analytics.run.leveringen import Aanlevering, lees_aanlevering, vind_aanleveringen

# Larger workbooks (bytes, all together) would keep too much memory for notebooks that each look at one pilot.
_HOOGSTENS = 30_000_000
_Sleutel = tuple[Aanlevering, tuple[tuple[int, int], ...], dt.date]
_gelezen: dict[_Sleutel, Levering] = {}
_beoordeeld: dict[Levering, Validatie] = {}


def lees_vooraf(bron: Path, piloten: Collection[str], peildatum: dt.date) -> None:
    """Read and judge every delivery of *piloten* under *bron*; what cannot be read is left to who opens it."""
    aanleveringen = [a for a in vind_aanleveringen(bron) if a.piloot in piloten]
    if sum(pad.stat().st_size for a in aanleveringen for pad in a.paden) > _HOOGSTENS:
        return
    for aanlevering in aanleveringen:
        try:
            levering = lees_aanlevering(aanlevering, peildatum=peildatum).levering
            _beoordeeld[levering] = beoordeel(levering)
        except Exception:  # noqa: S112 -- who opens it meets the same fault, and tells it
            continue
        _gelezen[_sleutel(aanlevering, peildatum)] = levering


def open_aanlevering(aanlevering: Aanlevering, peildatum: dt.date) -> Levering:
    """Return a delivery, as it was read beforehand unless a file changed since; raises ``WerkmapFout``."""
    gelezen = _gelezen.get(_sleutel(aanlevering, peildatum)) if _gelezen else None
    return gelezen or lees_aanlevering(aanlevering, peildatum=peildatum).levering


def validate(levering: Levering) -> Validatie:
    """Judge a delivery by all rules (:func:`analytics.checks.validatie.validate`), unless that was done beforehand."""
    return _beoordeeld.get(levering) or beoordeel(levering)


def _sleutel(aanlevering: Aanlevering, peildatum: dt.date) -> _Sleutel:
    feiten = [pad.stat() for pad in aanlevering.paden]
    return aanlevering, tuple((f.st_mtime_ns, f.st_size) for f in feiten), peildatum
