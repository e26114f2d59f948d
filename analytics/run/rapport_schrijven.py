"""Write what a delivery leaves: findings, feedback, summary, report, and the files of its load."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from analytics.files.annoteer import Voorblad
from analytics.files.csvtekst import als_csv
from analytics.files.schrijf import schrijf
from analytics.insight.samenvatting import Samenvatting, summarise
from analytics.report.pagina import Koppeling, Sectie, render
from analytics.report.rapport import Manifest, Rapport, build_rapport
from analytics.report.rapport_bron import Ronde
from analytics.report.rapport_herkomst import sectie_herkomst, sectie_planning, sectie_poorten
from analytics.report.rapport_opladen import Ladingen, secties_opladen
from analytics.run.leveringen import piloten
from analytics.run.rapport_stappen import Dossier
from analytics.run.valideer import als_json, maak_resultaten

_PAKKETTEN = ("verenigingen-migratie", "pandas", "matplotlib", "papermill", "openpyxl", "python-calamine")


def manifest() -> Manifest:
    """Return the versions of what makes the reports."""
    return Manifest(versies={naam: version(naam) for naam in _PAKKETTEN} | {"Python": sys.version.split()[0]})


def schrijf_dossier(
    dossier: Dossier, eerdere: Sequence[Dossier], map_: Path, notebooks: Sequence[str]
) -> Samenvatting | None:
    """
    Write everything about one delivery to *map_* and return its summary; ``None`` when it could not be read.

    Args:
        eerdere: The pilot's earlier rounds, in order.
        notebooks: Names of the notebooks that will stand beside the report.
    """
    # What an earlier run left here would be taken for this one's; loads lie beside it, in opladen-ronde-<n>.
    shutil.rmtree(map_, ignore_errors=True)
    if dossier.gelezen is None or dossier.validatie is None:
        return None
    levering, validatie = dossier.gelezen.levering, dossier.validatie
    gelezen_eerder = [d for d in eerdere if d.gelezen and d.validatie]
    vorige = gelezen_eerder[-1].validatie if gelezen_eerder else None
    samenvatting = summarise(levering, validatie, vorige=vorige)
    bestanden = maak_resultaten(dossier.gelezen, validatie, extra=lambda nummer: _voorbladen(dossier, nummer))
    bestanden["samenvatting.json"] = als_json({**samenvatting, **_blokken(dossier)})
    bestanden["manifest.json"] = als_json(_manifest_json(dossier))
    if dossier.dubbels is not None:
        bestanden["dubbels.csv"] = als_csv(dossier.dubbels.paren())
    bestanden |= dossier.opgeladen_bestanden
    koppelingen = tuple(Koppeling(naam, naam) for naam in sorted(bestanden)) + tuple(
        Koppeling(f"notebook {naam}", f"notebooks/{naam}.ipynb") for naam in notebooks
    )
    bekend = piloten().get(levering.piloot)
    rondes = tuple(
        Ronde(d.gelezen.levering, d.validatie) for d in (*gelezen_eerder, dossier) if d.gelezen and d.validatie
    )
    rapport = Rapport(bekend.naam if bekend else levering.piloot, rondes, manifest(), koppelingen)
    pagina = build_rapport(rapport, vooraan=_vooraan(dossier), achteraan=_achteraan(dossier, gelezen_eerder))
    bestanden["rapport.html"] = render(pagina)
    for naam, inhoud in bestanden.items():
        schrijf(map_ / naam, inhoud)
    return samenvatting


def _voorbladen(dossier: Dossier, nummer: int) -> tuple[Voorblad, ...]:
    if dossier.dubbels is None or dossier.gelezen is None:
        return ()
    blad = dossier.dubbels.voorblad(nummer, dossier.gelezen.werkmappen[nummer].bladnamen)
    return () if blad is None else (blad,)


def _vooraan(dossier: Dossier) -> tuple[Sectie, ...]:
    if dossier.herkomst is None:
        return ()
    return sectie_poorten(dossier.herkomst), sectie_planning(dossier.herkomst)


def _achteraan(dossier: Dossier, eerdere: Sequence[Dossier]) -> tuple[Sectie, ...]:
    uit: list[Sectie] = []
    if dossier.dubbels is not None:
        uit.append(dossier.dubbels.sectie)
    if dossier.herkomst is not None:
        uit.append(sectie_herkomst(dossier.herkomst))
    if dossier.opgeladen is not None and dossier.gelezen is not None:
        ladingen = tuple(d.opgeladen for d in (*eerdere, dossier) if d.opgeladen)
        uit += secties_opladen(Ladingen(ladingen, dossier.gelezen.levering))
    return tuple(uit)


def _blokken(dossier: Dossier) -> dict[str, object]:
    """Return the blocks of the summary that later parts of the work add."""
    uit: dict[str, object] = {}
    if dossier.dubbels is not None:
        uit["dubbels"] = dossier.dubbels.samenvatting()
    if dossier.opgeladen is not None:
        uit["opladen"] = dossier.opgeladen.samenvatting()
    if dossier.herkomst is not None:
        beeld = dossier.herkomst
        oordelen = beeld.beweringen["oordeel"].value_counts() if len(beeld.beweringen) else {}
        uit["herkomst"] = {
            "mag_productie": beeld.mag_productie,
            "poorten": beeld.poorten.drop_duplicates("poort").set_index("poort")["status"].to_dict(),
            "beweringen": {str(k): int(v) for k, v in sorted(oordelen.items())},
            "ontheffingen": list(beeld.ontheffingen),
        }
    return uit


def _manifest_json(dossier: Dossier) -> dict[str, object]:
    assert dossier.gelezen is not None  # noqa: S101 -- only called for what was read
    levering = dossier.gelezen.levering
    return {
        "piloot": levering.piloot,
        "ronde": levering.ronde,
        "peildatum": levering.peildatum.isoformat(),
        "werkmappen": {b.naam: b.sha256 for b in levering.bestanden},
        "versies": dict(manifest().versies),
    }
