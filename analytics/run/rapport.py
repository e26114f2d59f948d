"""The main job: every delivery of every pilot to findings, feedback, notebooks and a report; one index over all."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
import traceback
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from tqdm import tqdm

from analytics.checks.validatie import validate
from analytics.domain.nummers import masker_insz
from analytics.errors import GebruikersFout
from analytics.files.schrijf import schrijf
from analytics.insight.samenvatting import Samenvatting, summarise
from analytics.intake.levering import Gelezen
from analytics.report.index import Indexregel, build_index
from analytics.report.pagina import Koppeling, render
from analytics.report.rapport import Manifest, Rapport, build_rapport
from analytics.report.rapport_bron import Ronde
from analytics.run.kernels import Kernelbron
from analytics.run.leveringen import Aanlevering, lees_aanlevering, ontvangen_op, piloten, vind_aanleveringen
from analytics.run.notebooks import NOTEBOOKS, voer_uit
from analytics.run.valideer import als_json, maak_resultaten

#: Notebooks per delivery, and the one over all of them.
PER_LEVERING = ("1_profiel", "2_validatie")
OVERZICHT = "9_overzicht"
_PAKKETTEN = ("verenigingen-migratie", "pandas", "matplotlib", "papermill", "openpyxl", "python-calamine")


@dataclass
class _Gang:
    """What is known of one pilot's deliveries while the rounds go by."""

    rondes: list[Ronde] = field(default_factory=list)


@dataclass(frozen=True)
class Uitkomst:
    """What became of one delivery: its summary, or why there is none; and notebooks that failed."""

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
    notebooks/*.ipynb}``, ``overzicht/9_overzicht.ipynb`` and ``index.html`` in *uitvoer*. What an earlier run left in
    a folder of a delivery is removed.

    Raises:
        GebruiksFout: If *bron* holds no deliveries.
    """
    aanleveringen = [a for a in vind_aanleveringen(bron) if alleen(a)]
    # Kernels inherit this: the notebooks open the same deliveries as we do, with the same password.
    os.environ["MIGRATIE_BRON"] = str(bron.resolve())
    if wachtwoord:
        os.environ["MIGRATIE_WACHTWOORD"] = wachtwoord
    kernelbron = Kernelbron()
    try:
        # Notebooks run in kernels of their own, so threads are enough to keep both cores at work.
        with ThreadPoolExecutor(2) as pool:
            uitkomsten = _leveringen(aanleveringen, uitvoer, peildatum, wachtwoord, pool, kernelbron)
            _overzicht(uitkomsten, bron, uitvoer, peildatum, kernelbron)
    finally:
        kernelbron.sluit()
    return uitkomsten


def _leveringen(
    aanleveringen: Iterable[Aanlevering],
    uitvoer: Path,
    peildatum: dt.date,
    wachtwoord: str | None,
    pool: ThreadPoolExecutor,
    kernelbron: Kernelbron,
) -> tuple[Uitkomst, ...]:
    gangen: dict[str, _Gang] = {}
    voorlopig: list[tuple[Aanlevering, Samenvatting | None, str, list[Future[None]]]] = []
    werk = list(aanleveringen)
    with tqdm(total=len(werk) * (1 + len(PER_LEVERING)), desc="Rapporten", unit="stap", file=sys.stderr) as balk:
        for a in werk:
            balk.set_postfix_str(f"{a.piloot} ronde {a.ronde}")
            map_ = uitvoer / a.piloot / f"ronde-{a.ronde}"
            shutil.rmtree(map_, ignore_errors=True)
            samenvatting, fout = None, ""
            try:
                samenvatting = _levering(a, map_, peildatum, wachtwoord, gangen.setdefault(a.piloot, _Gang()))
            except Exception as uitzondering:
                fout = _uitleg(uitzondering)
            balk.update()
            taken = [pool.submit(_notebook, n, a, map_, peildatum, kernelbron) for n in PER_LEVERING]
            for taak in taken:
                taak.add_done_callback(lambda _: balk.update())
            voorlopig.append((a, samenvatting, fout, taken))
        return tuple(
            Uitkomst(a, samenvatting, tuple(f for f in (fout, *_mislukt(taken)) if f))
            for a, samenvatting, fout, taken in voorlopig
        )


def _levering(
    aanlevering: Aanlevering, map_: Path, peildatum: dt.date, wachtwoord: str | None, gang: _Gang
) -> Samenvatting:
    gelezen = lees_aanlevering(aanlevering, peildatum=peildatum, wachtwoord=wachtwoord)
    validatie = validate(gelezen.levering)
    vorige = gang.rondes[-1].validatie if gang.rondes else None
    gang.rondes.append(Ronde(gelezen.levering, validatie))
    bestanden = maak_resultaten(gelezen, validatie)
    samenvatting = summarise(gelezen.levering, validatie, vorige=vorige)
    manifest = _manifest()
    bestanden["samenvatting.json"] = als_json(dict(samenvatting))
    bestanden["manifest.json"] = als_json(_manifest_json(gelezen, manifest))
    koppelingen = tuple(Koppeling(naam, naam) for naam in sorted(bestanden)) + tuple(
        Koppeling(f"notebook {naam}", f"notebooks/{naam}.ipynb") for naam in PER_LEVERING
    )
    naam = piloten()[aanlevering.piloot].naam if aanlevering.piloot in piloten() else aanlevering.piloot
    rapport = Rapport(naam, tuple(gang.rondes), manifest, koppelingen)
    bestanden["rapport.html"] = render(build_rapport(rapport))
    for bestandsnaam, inhoud in bestanden.items():
        schrijf(map_ / bestandsnaam, inhoud)
    return samenvatting


def _notebook(naam: str, a: Aanlevering, map_: Path, peildatum: dt.date, kernelbron: Kernelbron) -> None:
    voer_uit(
        NOTEBOOKS / f"{naam}.ipynb",
        map_ / "notebooks" / f"{naam}.ipynb",
        {"piloot": a.piloot, "ronde": a.ronde, "peildatum": peildatum},
        bron=kernelbron,
    )


def _mislukt(taken: Iterable[Future[None]]) -> tuple[str, ...]:
    fouten = [taak.exception() for taak in taken]
    return tuple(_uitleg(fout) for fout in fouten if fout is not None)


def _uitleg(fout: BaseException) -> str:
    """Return the sentence for a user; a bug of ours is also shown whole, INSZ masked, on standard error."""
    if isinstance(fout, GebruikersFout):
        return str(fout)
    spoor = "".join(traceback.format_exception(fout))
    print(masker_insz(spoor), file=sys.stderr)
    return f"Onverwachte fout ({type(fout).__name__}); meld dit met de uitvoer op het scherm."


def _overzicht(
    uitkomsten: tuple[Uitkomst, ...], bron: Path, uitvoer: Path, peildatum: dt.date, kernelbron: Kernelbron
) -> None:
    regels = [
        Indexregel(
            u.aanlevering.piloot,
            u.aanlevering.ronde,
            u.samenvatting,
            rapport=f"{u.aanlevering.piloot}/ronde-{u.aanlevering.ronde}/rapport.html",
            fout=" ".join(u.fouten),
        )
        for u in uitkomsten
    ]
    pagina = build_index(
        regels, peildatum=peildatum, piloten=piloten(), ontvangen=ontvangen_op(bron), manifest=_manifest()
    )
    schrijf(uitvoer / "index.html", render(pagina))
    doel = uitvoer / "overzicht" / f"{OVERZICHT}.ipynb"
    voer_uit(NOTEBOOKS / f"{OVERZICHT}.ipynb", doel, {"peildatum": peildatum}, bron=kernelbron)


def _manifest() -> Manifest:
    return Manifest(versies={naam: version(naam) for naam in _PAKKETTEN} | {"Python": sys.version.split()[0]})


def _manifest_json(gelezen: Gelezen, manifest: Manifest) -> dict[str, object]:
    levering = gelezen.levering
    return {
        "piloot": levering.piloot,
        "ronde": levering.ronde,
        "peildatum": levering.peildatum.isoformat(),
        "werkmappen": {b.naam: b.sha256 for b in levering.bestanden},
        "versies": dict(manifest.versies),
    }
