"""What is committed in data/voorbeeld is what the generator makes."""

from __future__ import annotations

import zipfile
from pathlib import Path

from analytics.run.leveringen import VOORBEELD
from analytics.run.voorbeeld import schrijf_voorbeeld


def delen(pad: Path) -> dict[str, bytes]:
    """Return what a file holds; compression may differ from one zlib to the next."""
    if pad.suffix != ".xlsx":
        return {"": pad.read_bytes()}
    with zipfile.ZipFile(pad) as werkmap:
        return {naam: werkmap.read(naam) for naam in werkmap.namelist()}


def bestanden(map_: Path) -> list[str]:
    return sorted(p.relative_to(map_).as_posix() for p in map_.rglob("*") if p.is_file())


def test_committed_example_is_what_the_generator_makes(tmp_path: Path) -> None:
    schrijf_voorbeeld(tmp_path, verenigingen=600, zaad=2024)

    assert bestanden(tmp_path) == [b for b in bestanden(VOORBEELD) if not b.endswith(".md")]
    anders = [b for b in bestanden(tmp_path) if delen(tmp_path / b) != delen(VOORBEELD / b)]
    assert anders == [], "migratie voorbeeld --uitvoer data/voorbeeld --verenigingen 600 --zaad 2024"


def test_committed_example_stays_small() -> None:
    assert sum(p.stat().st_size for p in VOORBEELD.rglob("*") if p.is_file()) < 4_000_000
