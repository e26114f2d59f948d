"""The verbs of notebook 4: open everything about the origin of a pilot's data where it lies."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from analytics.checks.validatie import validate
from analytics.intake.lezing import lees_waarden
from analytics.questionnaire.beeld import Herkomstbeeld
from analytics.run.herkomst import Gemeten, herkomstbeeld
from analytics.run.leveringen import (
    RAPPORTEN,
    VOORBEELD,
    bronmap,
    ontvangen_op,
    piloten,
    standaardbron,
    vind_aanleveringen,
)
from analytics.run.voorbeeldantwoorden import BRON, maak_voorbeeldantwoorden
from analytics.run.werkbank import lees_datum, open_rondes


def open_herkomst(
    piloot: str,
    ronde: int,
    peildatum: str | dt.date,
    *,
    paren: pd.DataFrame | None = None,
    uitkomsten: Mapping[int, pd.DataFrame] | None = None,
    besloten: frozenset[str] = frozenset(),
    oplaaddatum: dt.date | None = None,
) -> Herkomstbeeld:
    """
    Return what a pilot says about its data, what its deliveries up to *ronde* show, and how its gates stand.

    Args:
        piloot, ronde, peildatum: As ``open_levering``.
        paren: Suspected doubles within this round: ``a, b`` (intern nummers), ``oordeel``; None = not searched.
        uitkomsten: Per round (2, 3) the outcomes of loading; None = nothing loaded.
        besloten: Intern nummers whose potential double was decided or booked.
        oplaaddatum: Day of the production load; D5 when not given.

    Raises:
        GebruikersFout: As ``open_levering``, or when a store of answers is damaged.
    """
    dag = lees_datum(peildatum)
    rondes = open_rondes(piloot, ronde, dag)
    bron = bronmap(piloot, ronde)
    validatie = validate(rondes[ronde])
    waarden = {
        nummer: (levering, (validatie.lezing if nummer == ronde else lees_waarden(levering)).waarden)
        for nummer, levering in rondes.items()
    }
    gemeten = Gemeten(
        leveringen=waarden,
        ontvangen={nummer: dag for (wie, nummer), dag in ontvangen_op(bron).items() if wie == piloot},
        bevindingen=validatie.bevindingen,
        paren=paren,
        uitkomsten=uitkomsten or {},
        besloten=besloten,
        # Who delivers for the next round got the findings of this one.
        ronde1_klaar=True if ronde > 1 else None,
        oplaaddatum=oplaaddatum,
    )
    winkel = antwoordenbron(bron)
    return herkomstbeeld(
        piloten()[piloot],
        gemeten,
        peildatum=dag,
        antwoordenmap=winkel / "antwoorden",
        archiefmap=winkel / "archief",
    )


def open_herkomst_alle(peildatum: str | dt.date) -> tuple[Herkomstbeeld, ...]:
    """Return the picture of every pilot at its last delivered round, in the order of ``data/piloten.toml``."""
    laatste: dict[str, int] = {}
    for aanlevering in vind_aanleveringen(standaardbron()):
        laatste[aanlevering.piloot] = max(aanlevering.ronde, laatste.get(aanlevering.piloot, 0))
    return tuple(open_herkomst(piloot, laatste[piloot], peildatum) for piloot in piloten() if piloot in laatste)


def antwoordenbron(bron: Path) -> Path:
    """
    Return the folder with ``antwoorden/`` and ``archief/`` that belongs to the deliveries in *bron*.

    ``MIGRATIE_ANTWOORDEN``, else *bron* itself; for the example the answers are made once, beside the reports.
    """
    if gekozen := os.environ.get("MIGRATIE_ANTWOORDEN"):
        return Path(gekozen)
    if bron.resolve() != VOORBEELD.resolve():
        return bron
    return voorbeeldwinkel(bron)


def voorbeeldwinkel(bron: Path = VOORBEELD) -> Path:
    """Return the example's answers and archive, made on first demand; other content gets another folder."""
    afdruk = hashlib.sha256()
    for pad in sorted([*BRON.glob("*.toml"), *bron.glob("*/ronde-*/*.xlsx"), bron / "ontvangen.csv"]):
        if pad.is_file():
            afdruk.update(pad.name.encode() + pad.read_bytes())
    doel = RAPPORTEN / ".voorbeeldantwoorden" / afdruk.hexdigest()[:16]
    if not doel.is_dir():
        doel.parent.mkdir(parents=True, exist_ok=True)
        tijdelijk = Path(tempfile.mkdtemp(dir=doel.parent))
        try:
            maak_voorbeeldantwoorden(tijdelijk, leveringen=bron)
            # Several kernels may make it at once; the first one to finish wins and all are equal.
            tijdelijk.rename(doel)
        except OSError:
            if not doel.is_dir():
                raise
        finally:
            shutil.rmtree(tijdelijk, ignore_errors=True)
    return doel
