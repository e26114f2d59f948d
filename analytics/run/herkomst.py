"""Put answers, deliveries, measurements and outcomes of a pilot together into one picture and one set of gates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from analytics.domain.levering import Levering
from analytics.domain.nummers import zijn_insz
from analytics.domain.piloot import Piloot
from analytics.files.archief_leveringen import lees_archief
from analytics.questionnaire.beeld import Herkomstbeeld, maak_beeld
from analytics.questionnaire.dossier import Dossier, beoordeel_poorten
from analytics.questionnaire.poorten import Poort, waarheidstabel
from analytics.questionnaire.waarnemingen import Momentopname, Waarnemingen, kbo_gestopt_uit, neem_op
from analytics.run.vragenlijst import ANTWOORDEN, ARCHIEF, lees_stand


@dataclass(frozen=True, eq=False)
class Gemeten:
    """
    What was measured of one pilot; None or absent = not known.

    Attributes:
        leveringen: Per round, the delivery and its values as they would be loaded (``Lezing.waarden``).
        ontvangen: Per round, the day of receipt; without it the archive decides.
        bevindingen: Findings of the rules on the last round in *leveringen*.
        paren: Suspected doubles within that round: ``a, b`` (intern nummers), ``oordeel``.
        uitkomsten: Per round (2, 3) the outcomes of loading.
        besloten: Intern nummers whose potential double was decided, or booked as handled later.
        ronde1_klaar: Whether round 1 was validated and fed back.
        oplaaddatum: Day of the production load; D5 when it is not known.
        is_opgeladen: Whether that load was done.
    """

    leveringen: Mapping[int, tuple[Levering, Mapping[str, pd.DataFrame]]]
    ontvangen: Mapping[int, dt.date] = field(default_factory=dict)
    bevindingen: pd.DataFrame | None = None
    paren: pd.DataFrame | None = None
    uitkomsten: Mapping[int, pd.DataFrame] = field(default_factory=dict)
    besloten: frozenset[str] = frozenset()
    ronde1_klaar: bool | None = None
    oplaaddatum: dt.date | None = None
    is_opgeladen: bool = False


def herkomstbeeld(
    piloot: Piloot,
    gemeten: Gemeten,
    *,
    peildatum: dt.date,
    antwoordenmap: Path = ANTWOORDEN,
    archiefmap: Path = ARCHIEF,
) -> Herkomstbeeld:
    """
    Return everything about the origin of a pilot's data, as it stood on *peildatum*.

    Raises:
        InstellingFout: If a store is damaged.
    """
    dossier = maak_dossier(piloot, gemeten, peildatum=peildatum, antwoordenmap=antwoordenmap, archiefmap=archiefmap)
    laatste = max(gemeten.leveringen, default=None)
    return maak_beeld(
        piloot.code,
        dossier,
        waarnemingen=_waarnemingen(gemeten, dossier),
        tabel=waarheidstabel(),
        levering=None if laatste is None else gemeten.leveringen[laatste][0],
        bevindingen=gemeten.bevindingen,
    )


def poorten(
    piloot: Piloot,
    gemeten: Gemeten,
    *,
    peildatum: dt.date,
    antwoordenmap: Path = ANTWOORDEN,
    archiefmap: Path = ARCHIEF,
) -> dict[str, Poort]:
    """Return the gates of a pilot by code; the loader goes on only where ``mag_door``."""
    dossier = maak_dossier(piloot, gemeten, peildatum=peildatum, antwoordenmap=antwoordenmap, archiefmap=archiefmap)
    return beoordeel_poorten(dossier, waarheidstabel())


def maak_dossier(
    piloot: Piloot, gemeten: Gemeten, *, peildatum: dt.date, antwoordenmap: Path, archiefmap: Path
) -> Dossier:
    """Return the facts behind the gates of a pilot, read from the stores and from what was measured."""
    stand = lees_stand(piloot.code, antwoordenmap=antwoordenmap, peildatum=peildatum)
    eerste = gemeten.leveringen.get(1)
    insz = {}
    for ronde, (_, waarden) in gemeten.leveringen.items():
        if ronde > 1:
            personen = waarden["vertegenwoordigers"]
            insz[ronde] = (int(zijn_insz(personen["insz"]).sum()), len(personen))
    return Dossier(
        peildatum=peildatum,
        methode=piloot.methode,
        deadlines=piloot.deadlines,
        leveringen=lees_archief(archiefmap, piloot.code),
        ingevuld=stand.ingevuld,
        beoordelingen=stand.beoordelingen,
        ontheffingen=stand.ontheffingen,
        insz_gevonden=None if eerste is None else len(eerste[0].insz_vondsten),
        insz_geldig=insz,
        ronde1_klaar=gemeten.ronde1_klaar,
        uitkomsten=gemeten.uitkomsten,
        besloten=gemeten.besloten,
        oplaaddatum=gemeten.oplaaddatum or piloot.deadlines.d5,
    )


def _waarnemingen(gemeten: Gemeten, dossier: Dossier) -> Waarnemingen:
    opnames: list[Momentopname] = [
        neem_op(levering, waarden, ontvangen=_dag(gemeten, dossier, ronde))
        for ronde, (levering, waarden) in sorted(gemeten.leveringen.items())
    ]
    laatste = gemeten.uitkomsten.get(max(gemeten.uitkomsten, default=0))
    return Waarnemingen(
        peildatum=dossier.peildatum,
        nu=opnames[-1] if opnames else None,
        eerdere=tuple(opnames[:-1]),
        paren=gemeten.paren,
        kbo_gestopt=kbo_gestopt_uit(laatste),
        oplaaddatum=dossier.oplaaddatum,
        oplaaddatum_is_gepland=not gemeten.is_opgeladen,
    )


def _dag(gemeten: Gemeten, dossier: Dossier, ronde: int) -> dt.date | None:
    if ronde in gemeten.ontvangen:
        return gemeten.ontvangen[ronde]
    hier = dossier.leveringen.loc[dossier.leveringen["ronde"] == ronde, "ontvangen"]
    return None if hier.empty else hier.max().date()
