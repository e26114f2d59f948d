"""The environment is told in three places; they say the same."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parents[1]


def _pyproject() -> list[str]:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    groepen = [project["project"]["dependencies"], *project["project"]["optional-dependencies"].values()]
    return sorted([eis for groep in (*groepen, project["dependency-groups"]["dev"]) for eis in groep])


def test_conda_environment_lists_what_pyproject_lists():
    regels = (PROJECT / "environment.yml").read_text(encoding="utf-8").splitlines()
    pip = [r.strip().removeprefix("- ") for r in regels if r.startswith("      - ")]

    assert sorted(eis for eis in pip if eis != "--editable .") == _pyproject()
    assert "  - python>=3.11" in regels


def test_lock_file_pins_every_requirement_with_hashes():
    slot = (PROJECT / "requirements.lock").read_text(encoding="utf-8")
    vast = set(re.findall(r"^([a-z0-9._-]+)==\S+.*\\\n    --hash=sha256:", slot, flags=re.MULTILINE))
    namen = {re.split(r"[\[<>=~!]", eis)[0].lower() for eis in _pyproject()}

    assert namen <= vast
    assert "://" not in slot


def test_ci_calls_make_test():
    assert "make test" in (PROJECT / ".ci" / "run").read_text(encoding="utf-8")
