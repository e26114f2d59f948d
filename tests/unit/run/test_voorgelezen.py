"""What was read beforehand is used as long as the files are the same, and never otherwise."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from pathlib import Path

import pytest

from analytics.run import voorgelezen
from analytics.run.leveringen import VOORBEELD, vind_aanleveringen

PEILDATUM = dt.date(2025, 6, 20)


@pytest.fixture
def bron(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(voorgelezen, "_gelezen", {})
    monkeypatch.setattr(voorgelezen, "_beoordeeld", {})
    shutil.copytree(VOORBEELD / "evergem" / "ronde-1", tmp_path / "evergem" / "ronde-1")
    (tmp_path / "aalst" / "ronde-1").mkdir(parents=True)
    (tmp_path / "aalst" / "ronde-1" / "stuk.xlsx").write_bytes(b"geen werkmap")
    return tmp_path


def test_delivery_read_beforehand_is_given_and_judged_once(bron: Path):
    voorgelezen.lees_vooraf(bron, {"aalst", "evergem"}, PEILDATUM)
    _, evergem = vind_aanleveringen(bron)

    levering = voorgelezen.open_aanlevering(evergem, PEILDATUM)

    assert voorgelezen.open_aanlevering(evergem, PEILDATUM) is levering
    assert voorgelezen.validate(levering) is voorgelezen.validate(levering)
    assert voorgelezen.open_aanlevering(evergem, dt.date(2025, 6, 21)) is not levering


def test_changed_file_is_read_anew(bron: Path):
    voorgelezen.lees_vooraf(bron, {"evergem"}, PEILDATUM)
    _, evergem = vind_aanleveringen(bron)
    vooraf = voorgelezen.open_aanlevering(evergem, PEILDATUM)
    pad = evergem.paden[0]
    os.utime(pad, ns=(pad.stat().st_atime_ns, pad.stat().st_mtime_ns + 1_000_000))

    assert voorgelezen.open_aanlevering(evergem, PEILDATUM) is not vooraf


def test_nothing_is_kept_in_a_session_that_read_nothing_beforehand(bron: Path):
    _, evergem = vind_aanleveringen(bron)

    eerste = voorgelezen.open_aanlevering(evergem, PEILDATUM)

    assert voorgelezen.open_aanlevering(evergem, PEILDATUM) is not eerste


def test_only_the_pilots_of_the_run_are_read_and_not_when_they_are_too_large(bron: Path, monkeypatch):
    voorgelezen.lees_vooraf(bron, {"aalst"}, PEILDATUM)
    assert voorgelezen._gelezen == {}

    monkeypatch.setattr(voorgelezen, "_HOOGSTENS", 10)
    voorgelezen.lees_vooraf(bron, {"evergem"}, PEILDATUM)
    assert voorgelezen._gelezen == {}
