"""The main job: every delivery of every pilot to findings, feedback, notebooks and a report; one index over all."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

from tqdm import tqdm

from analytics.files.schrijf import schrijf
from analytics.insight.samenvatting import Samenvatting
from analytics.report.index import Indexregel, build_index
from analytics.report.pagina import Koppeling, render
from analytics.report.rapport_herkomst_piloten import sectie_piloten
from analytics.report.rapport_opladen_piloten import sectie_ladingen
from analytics.run.herkomst_openen import is_voorbeeld
from analytics.run.kernels import Kernelbron
from analytics.run.leveringen import Aanlevering, ontvangen_op, piloten, vind_aanleveringen
from analytics.run.notebooks import NOTEBOOKS, voer_uit
from analytics.run.rapport_schrijven import manifest, schrijf_dossier
from analytics.run.rapport_stappen import (
    Dossier,
    bepaal_herkomst,
    laad_voorbeeld,
    lees,
    lees_ladingen,
    uitleg,
    zoek_dubbels,
)

#: The notebook over all deliveries.
OVERZICHT = "9_overzicht"


@dataclass(frozen=True)
class Uitkomst:
    """What became of one delivery: its summary, or why there is none; and what went wrong in the rest."""

    aanlevering: Aanlevering
    samenvatting: Samenvatting | None
    fouten: tuple[str, ...] = ()


def maak_rapporten(
    bron: Path,
    uitvoer: Path,
    *,
    peildatum: dt.date,
    wachtwoord: str | None = None,
    alleen: Callable[[Aanlevering], bool] = lambda _: True,
) -> tuple[Uitkomst, ...]:
    """
    Make every report for the deliveries in *bron* and the index over them; go on after a failure.

    Writes ``<piloot>/ronde-<n>/{rapport.html, bevindingen.csv, samenvatting.json, manifest.json, terugkoppeling-*,
    dubbels.csv, notebooks/*.ipynb}``, ``overzicht/9_overzicht.ipynb`` and ``index.html`` in *uitvoer*. The example is
    also loaded, into embedded registers; of real deliveries the report takes up what ``migratie opladen`` left.

    Raises:
        GebruiksFout: If *bron* holds no deliveries.
    """
    dossiers = [Dossier(a) for a in vind_aanleveringen(bron) if alleen(a)]
    # Kernels inherit these: the notebooks open the same deliveries and loads as we do, with the same password.
    os.environ["MIGRATIE_BRON"] = str(bron.resolve())
    os.environ["MIGRATIE_RAPPORTEN"] = str(uitvoer.resolve())
    if wachtwoord:
        os.environ["MIGRATIE_WACHTWOORD"] = wachtwoord
    kernelbron = Kernelbron()
    kernelbron.lees_vooraf(bron.resolve(), [d.aanlevering.piloot for d in dossiers], peildatum)
    try:
        with tqdm(total=len(dossiers) + 2, desc="Rapporten", unit="stap", file=sys.stderr) as balk:
            _meet(dossiers, bron, uitvoer, peildatum, wachtwoord, balk)
            balk.total = balk.n + sum(1 + len(_notebooks(d, _is_laatste(d, dossiers))) for d in dossiers)
            # Notebooks run in kernels of their own, so threads are enough to keep both cores at work.
            with ThreadPoolExecutor(2) as pool:
                uitkomsten = _schrijf_alles(dossiers, uitvoer, peildatum, pool, kernelbron, balk)
        _overzicht(uitkomsten, dossiers, bron, uitvoer, peildatum, kernelbron)
    finally:
        kernelbron.sluit()
    return uitkomsten


def _notebooks(dossier: Dossier, is_laatste: bool) -> tuple[str, ...]:
    """
    Return the notebooks of a delivery.

    Doubles are searched anew over all pilots of the round, so that notebook is run for a pilot's last delivery only;
    loading has one only where something was loaded.
    """
    namen = ["1_profiel", "2_validatie"]
    namen += ["3_dubbels"] if is_laatste else []
    namen += ["4_herkomst"] if dossier.aanlevering.piloot in piloten() else []
    namen += ["5_opladen"] if dossier.opgeladen else []
    return tuple(namen)


def _meet(
    dossiers: Sequence[Dossier],
    bron: Path,
    uitvoer: Path,
    peildatum: dt.date,
    wachtwoord: str | None,
    balk: tqdm[NoReturn],
) -> None:
    """Find out everything before anything is written: rounds and pilots look at each other."""
    for dossier in dossiers:
        balk.set_postfix_str(f"lezen {_naam(dossier)}")
        lees(dossier, peildatum=peildatum, wachtwoord=wachtwoord)
        balk.update()
    balk.set_postfix_str("dubbels zoeken")
    zoek_dubbels(dossiers)
    balk.update()
    balk.set_postfix_str("opladen")
    voorbeeld = is_voorbeeld(bron)
    if voorbeeld:
        laad_voorbeeld(dossiers, peildatum=peildatum)
    else:
        lees_ladingen(dossiers, uitvoer)
    for dossier in dossiers:
        bepaal_herkomst(dossier, _eerdere(dossier, dossiers), peildatum=peildatum, bron=bron)
    balk.update()


def _eerdere(dossier: Dossier, dossiers: Iterable[Dossier]) -> list[Dossier]:
    piloot, ronde = dossier.sleutel
    return [d for d in dossiers if d.aanlevering.piloot == piloot and d.aanlevering.ronde < ronde]


def _is_laatste(dossier: Dossier, dossiers: Iterable[Dossier]) -> bool:
    piloot, ronde = dossier.sleutel
    return all(d.aanlevering.ronde <= ronde for d in dossiers if d.aanlevering.piloot == piloot)


def _naam(dossier: Dossier) -> str:
    return f"{dossier.aanlevering.piloot} ronde {dossier.aanlevering.ronde}"


def _schrijf_alles(
    dossiers: Sequence[Dossier],
    uitvoer: Path,
    peildatum: dt.date,
    pool: ThreadPoolExecutor,
    kernelbron: Kernelbron,
    balk: tqdm[NoReturn],
) -> tuple[Uitkomst, ...]:
    voorlopig: list[tuple[Dossier, Samenvatting | None, list[Future[None]]]] = []
    for dossier in dossiers:
        balk.set_postfix_str(f"schrijven {_naam(dossier)}")
        map_ = uitvoer / dossier.aanlevering.piloot / f"ronde-{dossier.aanlevering.ronde}"
        namen = _notebooks(dossier, _is_laatste(dossier, dossiers))
        samenvatting: Samenvatting | None = None
        try:
            samenvatting = schrijf_dossier(dossier, _eerdere(dossier, dossiers), map_, namen)
        except Exception as fout:
            dossier.fouten.append(uitleg(fout))
        balk.update()
        taken = [pool.submit(_notebook, naam, dossier, map_, peildatum, kernelbron) for naam in namen]
        for taak in taken:
            taak.add_done_callback(lambda _: balk.update())
        voorlopig.append((dossier, samenvatting, taken))
    return tuple(Uitkomst(d.aanlevering, s, (*d.fouten, *_mislukt(taken))) for d, s, taken in voorlopig)


def _notebook(naam: str, dossier: Dossier, map_: Path, peildatum: dt.date, kernelbron: Kernelbron) -> None:
    piloot, ronde = dossier.sleutel
    voer_uit(
        NOTEBOOKS / f"{naam}.ipynb",
        map_ / "notebooks" / f"{naam}.ipynb",
        {"piloot": piloot, "ronde": ronde, "peildatum": peildatum},
        bron=kernelbron,
    )


def _mislukt(taken: Iterable[Future[None]]) -> tuple[str, ...]:
    fouten = [taak.exception() for taak in taken]
    return tuple(uitleg(fout) for fout in fouten if fout is not None)


def _overzicht(
    uitkomsten: Sequence[Uitkomst],
    dossiers: Sequence[Dossier],
    bron: Path,
    uitvoer: Path,
    peildatum: dt.date,
    kernelbron: Kernelbron,
) -> None:
    regels = [_indexregel(u, uitvoer) for u in uitkomsten]
    pagina = build_index(
        regels, peildatum=peildatum, piloten=piloten(), ontvangen=ontvangen_op(bron), manifest=manifest()
    )
    ladingen = {d.sleutel: d.opgeladen for d in dossiers if d.opgeladen}
    namen = {code: piloot.naam for code, piloot in piloten().items()}
    extra = [sectie_ladingen(ladingen, namen)]
    # Of each pilot the last round tells how its gates stand now.
    beelden = {d.aanlevering.piloot: d.herkomst for d in dossiers if d.herkomst}
    extra += [sectie_piloten(tuple(beelden.values()))] if beelden else []
    pagina = replace(pagina, secties=(*pagina.secties[:-1], *extra, pagina.secties[-1]))
    schrijf(uitvoer / "index.html", render(pagina))
    doel = uitvoer / "overzicht" / f"{OVERZICHT}.ipynb"
    voer_uit(NOTEBOOKS / f"{OVERZICHT}.ipynb", doel, {"peildatum": peildatum}, bron=kernelbron)


def _indexregel(uitkomst: Uitkomst, uitvoer: Path) -> Indexregel:
    piloot, ronde = uitkomst.aanlevering.piloot, uitkomst.aanlevering.ronde
    map_ = f"{piloot}/ronde-{ronde}"
    terug = sorted(p.name for p in (uitvoer / map_).glob("terugkoppeling-*"))
    return Indexregel(
        piloot,
        ronde,
        uitkomst.samenvatting,
        rapport=f"{map_}/rapport.html",
        bestanden=tuple(Koppeling(naam, f"{map_}/{naam}") for naam in (*terug, "bevindingen.csv")) if terug else (),
        fout=" ".join(uitkomst.fouten),
    )
