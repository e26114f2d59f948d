"""The verbs of the notebooks: open a delivery where it lies, validate it."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Hashable, Mapping
from typing import TypeVar

from analytics.checks.validatie import Validatie
from analytics.domain.levering import Levering
from analytics.domain.piloot import Piloot
from analytics.errors import GebruiksFout, WerkmapFout
from analytics.run.leveringen import (
    bronmap,
    ontvangen_op,
    piloten,
    standaardbron,
    vind_aanlevering,
    vind_aanleveringen,
)
from analytics.run.voorgelezen import open_aanlevering, validate

_Sleutel = TypeVar("_Sleutel", bound=Hashable)


def open_levering(piloot: str, ronde: int, peildatum: str | dt.date) -> Levering:
    """
    Return the delivery of *piloot* in *ronde*.

    It lies in ``data/inkomend/<piloot>/ronde-<n>``, else in ``data/voorbeeld``; ``MIGRATIE_BRON`` names another folder.

    Raises:
        GebruiksFout: If there is no such delivery, or *peildatum* is not ``JJJJ-MM-DD``.
        WerkmapFout: If a workbook cannot be read.
    """
    return open_aanlevering(vind_aanlevering(piloot, ronde), lees_datum(peildatum))


def open_rondes(piloot: str, ronde: int, peildatum: str | dt.date) -> dict[int, Levering]:
    """Return the deliveries of *piloot* up to *ronde*, those that are there, by round; raises as ``open_levering``."""
    bron = bronmap(piloot, ronde)
    dag = lees_datum(peildatum)
    eigen = [a for a in vind_aanleveringen(bron) if a.piloot == piloot and a.ronde <= ronde]
    return {a.ronde: open_aanlevering(a, dag) for a in eigen}


def open_alle(peildatum: str | dt.date) -> dict[tuple[str, int], Levering]:
    """
    Return every delivery of every pilot that can be read, by pilot and round; the others are told on standard error.

    Raises:
        GebruiksFout: If there are no deliveries at all, or *peildatum* is not ``JJJJ-MM-DD``.
    """
    dag = lees_datum(peildatum)
    uit: dict[tuple[str, int], Levering] = {}
    for a in vind_aanleveringen(standaardbron()):
        try:
            uit[a.piloot, a.ronde] = open_aanlevering(a, dag)
        except WerkmapFout as fout:
            print(f"{a.piloot} ronde {a.ronde} is niet gelezen: {fout}", file=sys.stderr)
    return uit


def open_piloten() -> Mapping[str, Piloot]:
    """Return the pilots of ``data/piloten.toml`` by code; raises ``InstellingFout`` when that cannot be read."""
    return piloten()


def open_ontvangen() -> dict[tuple[str, int], dt.date]:
    """Return by pilot and round the day each delivery came in, as far as it was noted."""
    return ontvangen_op(standaardbron())


def validate_alle(leveringen: Mapping[_Sleutel, Levering]) -> dict[_Sleutel, Validatie]:
    """Validate every delivery, whatever they go by."""
    return {sleutel: validate(levering) for sleutel, levering in leveringen.items()}


def lees_datum(datum: str | dt.date) -> dt.date:
    """Return a date given as such or as ``JJJJ-MM-DD``; raises ``GebruiksFout`` for anything else."""
    if isinstance(datum, dt.date):
        return datum
    try:
        return dt.date.fromisoformat(datum)
    except (ValueError, TypeError):
        raise GebruiksFout(f"peildatum {datum!r} is geen datum; schrijf ze als JJJJ-MM-DD.") from None
