"""The verbs of notebook 4: open everything about the origin of a pilot's data where it lies."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from analytics.checks.validatie import Validatie
from analytics.domain.levering import Levering
from analytics.errors import WerkmapFout
from analytics.questionnaire.beeld import Herkomstbeeld
from analytics.run.herkomst import Gemeten, herkomstbeeld
from analytics.run.leveringen import (
    RAPPORTEN,
    VOORBEELD,
    bronmap,
    ontvangen_op,
    piloten,
    rapportenmap,
    standaardbron,
    vind_aanleveringen,
)
from analytics.run.opladen_lezen import lees_lading
from analytics.run.voorbeeldantwoorden import BRON, maak_voorbeeldantwoorden, voorbeeldoplaaddatums
from analytics.run.voorgelezen import validate
from analytics.run.werkbank import lees_datum, open_rondes


@dataclass(frozen=True, eq=False)
class Meegebracht:
    """
    What other parts of a run know of a pilot; empty = not known.

    Attributes:
        paren: Suspected doubles within the last round: ``a, b`` (intern nummers), ``oordeel``.
        uitkomsten: Per round (2, 3) the outcomes of loading.
        is_voorbeeld: Whether it is the example, whose undecided doubles count as booked for later and whose load day
            its answers give.
    """

    paren: pd.DataFrame | None = None
    uitkomsten: Mapping[int, pd.DataFrame] = field(default_factory=dict)
    is_voorbeeld: bool = False


def maak_herkomst(
    piloot: str,
    rondes: Mapping[int, tuple[Levering, Validatie]],
    mee: Meegebracht,
    *,
    peildatum: dt.date,
    bron: Path | None = None,
) -> Herkomstbeeld:
    """
    Return what a pilot says about its data, what its deliveries show, and how its gates stand.

    Args:
        piloot: Code.
        rondes: Its deliveries and what the rules found, by round; the last is the one looked at.
        mee: What was found out elsewhere.
        bron: Folder of the deliveries, where receipts and answers lie too.

    Raises:
        GebruikersFout: When a store of answers is damaged.
    """
    ronde = max(rondes)
    bron = bron or bronmap(piloot, ronde)
    winkel = antwoordenbron(bron)
    oplaaddatums = voorbeeldoplaaddatums() if mee.is_voorbeeld else {}
    gemeten = Gemeten(
        leveringen={nr: (levering, validatie.lezing.waarden) for nr, (levering, validatie) in rondes.items()},
        ontvangen={nummer: dag for (wie, nummer), dag in ontvangen_op(bron).items() if wie == piloot},
        bevindingen=rondes[ronde][1].bevindingen,
        paren=mee.paren,
        uitkomsten=mee.uitkomsten,
        besloten=_geboekt(mee.uitkomsten.get(2)),
        # Who delivers for the next round got the findings of this one.
        ronde1_klaar=True if ronde > 1 else None,
        oplaaddatum=oplaaddatums.get(piloot),
        is_opgeladen=3 in mee.uitkomsten,
    )
    return herkomstbeeld(
        piloten()[piloot],
        gemeten,
        peildatum=peildatum,
        antwoordenmap=winkel / "antwoorden",
        archiefmap=winkel / "archief",
    )


def _geboekt(uitkomsten: pd.DataFrame | None) -> frozenset[str]:
    """Return what the pilot said it does not know: a possible duplicate that DV takes over is booked, not open."""
    if uitkomsten is None:
        return frozenset()
    bij_dv = uitkomsten["status"].eq("potentiele_dubbel") & uitkomsten["eigenaar"].eq("DV")
    return frozenset(uitkomsten.loc[bij_dv, "intern_nummer"].dropna().astype(str))


def open_herkomst(piloot: str, ronde: int, peildatum: str | dt.date) -> Herkomstbeeld:
    """
    Return the picture of a pilot up to *ronde*, with what earlier loads left in ``reports``.

    Raises:
        GebruikersFout: As ``open_levering``, or when a store of answers is damaged.
    """
    dag = lees_datum(peildatum)
    bron = bronmap(piloot, ronde)
    map_ = rapportenmap() / piloot
    ladingen = {nr: lees_lading(map_, nr) for nr in (2, 3) if nr <= ronde}
    mee = Meegebracht(
        uitkomsten={nr: lading.uitkomsten for nr, lading in ladingen.items() if lading is not None},
        is_voorbeeld=is_voorbeeld(bron),
    )
    rondes = {nr: (levering, validate(levering)) for nr, levering in open_rondes(piloot, ronde, dag).items()}
    return maak_herkomst(piloot, rondes, mee, peildatum=dag, bron=bron)


def gesloten_poorten(piloot: str, ronde: int, peildatum: dt.date) -> list[str]:
    """Return a sentence per requirement that keeps the production load from starting; none when it may."""
    beeld = open_herkomst(piloot, ronde, peildatum)
    if beeld.mag_productie:
        return []
    dicht = beeld.poorten[beeld.poorten["poort"].eq("productie") & beeld.poorten["wie"].ne("")]
    return [f"{eis.tekst}: {eis.uitleg} (aan zet: {eis.wie})." for eis in dicht.itertuples()]


def open_herkomst_alle(peildatum: str | dt.date) -> tuple[Herkomstbeeld, ...]:
    """
    Return the picture of every pilot at its last delivered round, in the order of ``data/piloten.toml``.

    A pilot with a workbook that cannot be read is told on standard error and left out.
    """
    laatste: dict[str, int] = {}
    for aanlevering in vind_aanleveringen(standaardbron()):
        laatste[aanlevering.piloot] = max(aanlevering.ronde, laatste.get(aanlevering.piloot, 0))
    uit: list[Herkomstbeeld] = []
    for piloot in (p for p in piloten() if p in laatste):
        try:
            uit.append(open_herkomst(piloot, laatste[piloot], peildatum))
        except WerkmapFout as fout:
            print(f"{piloot} ronde {laatste[piloot]} is niet gelezen: {fout}", file=sys.stderr)
    return tuple(uit)


def antwoordenbron(bron: Path) -> Path:
    """
    Return the folder with ``antwoorden/`` and ``archief/`` that belongs to the deliveries in *bron*.

    ``MIGRATIE_ANTWOORDEN``, else *bron* itself; for the example the answers are made once, beside the reports.
    """
    if gekozen := os.environ.get("MIGRATIE_ANTWOORDEN"):
        return Path(gekozen)
    if not is_voorbeeld(bron):
        return bron
    return voorbeeldwinkel(bron)


def is_voorbeeld(bron: Path) -> bool:
    """Tell whether *bron* holds the example deliveries of this project."""
    return bron.resolve() == VOORBEELD.resolve()


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
