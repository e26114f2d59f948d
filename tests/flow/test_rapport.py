"""The main job: every delivery to a report, whatever happens to one of them."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import shutil
from pathlib import Path

import nbformat
import pytest

from analytics.errors import GebruiksFout, RapportFout
from analytics.run.leveringen import VOORBEELD, vind_aanleveringen
from analytics.run.notebooks import NOTEBOOKS, gekende_parameters, voer_uit
from analytics.run.rapport import maak_rapporten

PEILDATUM = dt.date(2025, 6, 20)


def _hashes(map_: Path) -> dict[str, str]:
    return {
        pad.relative_to(map_).as_posix(): hashlib.sha256(pad.read_bytes()).hexdigest()
        for pad in sorted(map_.rglob("*"))
        if pad.is_file()
    }


@pytest.fixture(scope="module")
def bron(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One sound delivery and one broken one."""
    map_ = tmp_path_factory.mktemp("bron")
    shutil.copytree(VOORBEELD / "evergem" / "ronde-1", map_ / "evergem" / "ronde-1")
    stuk = map_ / "aalst" / "ronde-1" / "aalst-feitelijk.xlsx"
    stuk.parent.mkdir(parents=True)
    stuk.write_bytes(b"PK\x03\x04 dit is geen werkmap")
    return map_


@pytest.fixture(scope="module")
def eerste(bron, tmp_path_factory):
    uitvoer = tmp_path_factory.mktemp("eerste")
    return uitvoer, maak_rapporten(bron, uitvoer, peildatum=PEILDATUM)


def test_broken_delivery_does_not_stop_the_others(eerste):
    uitvoer, (aalst, evergem) = eerste

    assert aalst.samenvatting is None
    assert aalst.fouten[0].startswith("aalst-feitelijk.xlsx: ")
    assert evergem.samenvatting is not None
    assert evergem.fouten == ()
    assert (uitvoer / "evergem" / "ronde-1" / "rapport.html").is_file()
    index = (uitvoer / "index.html").read_text(encoding="utf-8")
    assert "evergem/ronde-1/rapport.html" in index
    assert "aalst-feitelijk.xlsx: " in index


def test_counts_in_the_summary_add_up_to_what_was_delivered(eerste):
    _, (_, evergem) = eerste
    samenvatting = evergem.samenvatting
    assert samenvatting is not None

    assert samenvatting["laadbaar"]["noemer"] == samenvatting["geleverd"] == samenvatting["records"]["verenigingen"]
    per_ernst = sum(e["bevindingen"] for e in samenvatting["bevindingen"]["ernst"].values())
    regels = (eerste[0] / "evergem" / "ronde-1" / "bevindingen.csv").read_text(encoding="utf-8").splitlines()
    assert per_ernst == samenvatting["bevindingen"]["totaal"] == len(regels) - 1


def test_same_input_gives_the_same_bytes(eerste, bron, tmp_path):
    maak_rapporten(bron, tmp_path, peildatum=PEILDATUM, alleen=lambda a: a.piloot == "evergem")

    nieuw = {pad: h for pad, h in _hashes(tmp_path).items() if pad.startswith("evergem/")}
    assert nieuw == {pad: h for pad, h in _hashes(eerste[0]).items() if pad.startswith("evergem/")}
    assert len([pad for pad in nieuw if pad.endswith(".ipynb")]) >= 2


def test_executed_notebook_holds_parameters_and_outputs_but_no_times(eerste):
    pad = eerste[0] / "evergem" / "ronde-1" / "notebooks" / "2_validatie.ipynb"
    blad = nbformat.read(pad, as_version=4)

    assert "injected-parameters" in blad.cells[2].metadata.tags
    assert "'evergem'" in blad.cells[2].source or '"evergem"' in blad.cells[2].source
    assert sum(bool(cel.get("outputs")) for cel in blad.cells) >= 4
    assert "start_time" not in json.dumps(blad)


def test_unknown_parameter_is_refused_before_anything_runs(tmp_path):
    with pytest.raises(GebruiksFout, match="kent de parameter rondee niet; gekend zijn: peildatum, piloot, ronde"):
        voer_uit(NOTEBOOKS / "1_profiel.ipynb", tmp_path / "x.ipynb", {"rondee": 1})

    assert list(tmp_path.iterdir()) == []
    assert gekende_parameters(NOTEBOOKS / "9_overzicht.ipynb") == {"peildatum"}


def test_failed_notebook_is_kept_with_the_error_on_top(tmp_path):
    with pytest.raises(RapportFout, match=r"2_validatie.ipynb is mislukt .*GebruiksFout"):
        voer_uit(
            NOTEBOOKS / "2_validatie.ipynb",
            tmp_path / "x.ipynb",
            {"piloot": "nergens", "ronde": 1, "peildatum": PEILDATUM},
        )

    blad = nbformat.read(tmp_path / "x.ipynb", as_version=4)
    assert "De uitvoering stopte met een fout bij" in blad.cells[0].source
    assert "An Exception was encountered" not in json.dumps(blad)


def test_folder_without_deliveries_is_told(tmp_path):
    with pytest.raises(GebruiksFout, match="staan geen leveringen"):
        vind_aanleveringen(tmp_path)
