"""Execute notebooks with papermill: known parameters only, the executed notebook kept as the record."""

from __future__ import annotations

import ast
import datetime as dt
import json
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

import nbformat
import papermill
from jupyter_core.utils import ensure_event_loop

from analytics.domain.nummers import masker_insz
from analytics.errors import GebruiksFout, RapportFout
from analytics.files.schrijf import schrijf
from analytics.run.kernels import Kernelbron, kernelbeheer
from analytics.run.leveringen import PROJECT

NOTEBOOKS = PROJECT / "notebooks"
# What papermill puts on top of a failed notebook, and before the cell that failed.
_FOUT_BOVENAAN = re.compile(r"An Exception was encountered at '(.*?)'\.")
_FOUT_TER_PLAATSE = "Execution using papermill encountered an exception here and stopped:"

Waarde = str | int | dt.date


def gekende_parameters(notebook: Path) -> set[str]:
    """
    Return the names that the parameters cell of *notebook* declares.

    Papermill's own inspection reads line by line and stumbles over what a comment may hold, so Python reads it here.
    """
    blad = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call]
    namen: set[str] = set()
    for cel in blad.cells:
        if "parameters" not in cel.metadata.get("tags", []):
            continue
        for knoop in ast.parse(cel.source).body:
            doelen = [knoop.target] if isinstance(knoop, ast.AnnAssign) else getattr(knoop, "targets", [])
            namen |= {doel.id for doel in doelen if isinstance(doel, ast.Name)}
    return namen


def voer_uit(
    notebook: Path, uitvoer: Path, parameters: Mapping[str, Waarde], *, bron: Kernelbron | None = None
) -> None:
    """
    Run *notebook* and keep it, executed, at *uitvoer*; also when it fails, with the error on top.

    Times and durations are left out of the record, so the same input gives the same bytes; an INSZ that slipped into
    an output would be masked.

    Args:
        notebook: One of ``notebooks/``.
        uitvoer: Where the record goes.
        parameters: Values for the parameters cell; dates as ``YYYY-MM-DD``.
        bron: Warm process to fork the kernel from; without one the kernel starts cold.

    Raises:
        GebruiksFout: If the notebook does not declare a parameter; papermill would only warn and use the default.
        RapportFout: If a cell fails; the record says which.
    """
    onbekend = sorted(set(parameters) - gekende_parameters(notebook))
    if onbekend:
        gekend = ", ".join(sorted(gekende_parameters(notebook)))
        raise GebruiksFout(f"{notebook.name} kent de parameter {', '.join(onbekend)} niet; gekend zijn: {gekend}.")
    waarden = {k: v.isoformat() if isinstance(v, dt.date) else v for k, v in parameters.items()}
    fout: str | None = None
    kernel = {"kernel_manager_class": kernelbeheer(bron)} if bron else {}
    with tempfile.TemporaryDirectory() as map_:
        kladblok = Path(map_) / notebook.name
        try:
            papermill.execute_notebook(
                str(notebook), str(kladblok), parameters=waarden, progress_bar=False, cwd=str(PROJECT), **kernel
            )
        except papermill.PapermillExecutionError as uitzondering:
            fout = f"{uitzondering.ename}: {masker_insz(str(uitzondering.evalue))}"
        finally:
            _sluit_lus()
        schrijf(uitvoer, _verslag(kladblok))
    if fout:
        raise RapportFout(f"{notebook.name} is mislukt ({fout}); het verslag staat in {uitvoer}.")


def _sluit_lus() -> None:
    """Close the event loop that nbclient opened for this thread and leaves behind; the next run opens its own."""
    lus = ensure_event_loop()
    if not lus.is_running():
        lus.close()


def _verslag(pad: Path) -> str:
    """Return the executed notebook without times, with papermill's English in Dutch, and without any INSZ."""
    blad = nbformat.read(pad, as_version=4)  # type: ignore[no-untyped-call]
    blad.metadata.pop("papermill", None)
    for cel in blad.cells:
        cel.metadata.pop("papermill", None)
        cel.metadata.pop("execution", None)
        if cel.cell_type == "markdown":
            cel.source = _FOUT_BOVENAAN.sub(r"De uitvoering stopte met een fout bij '\1'.", cel.source)
            cel.source = cel.source.replace(_FOUT_TER_PLAATSE, "Hier liep de uitvoering vast:")
    blad.cells = [_met_vaste_id(cel, i) for i, cel in enumerate(blad.cells)]
    tekst = json.dumps(blad, ensure_ascii=False, indent=1, sort_keys=True)
    return masker_insz(tekst) + "\n"


def _met_vaste_id(cel: nbformat.NotebookNode, nummer: int) -> nbformat.NotebookNode:
    """Give cells that papermill added (random id) an id that is the same in every run."""
    if "injected-parameters" in cel.metadata.get("tags", []) or "papermill-error" in str(cel.metadata.get("tags", [])):
        cel["id"] = f"toegevoegd-{nummer}"
    return cel
