"""
The map a newcomer reads: which room may know which.

Arrows point down only: notebooks, cli → run → files, report, register, sandbox, questionnaire, example → insight,
duplicates, checks, intake → domain.
"""

from __future__ import annotations

import ast
from pathlib import Path

PAKKET = Path(__file__).parents[1] / "analytics"

#: What each room may import of ours, besides itself and ``errors``.
MAG = {
    "domain": set(),
    "intake": {"domain"},
    "checks": {"domain", "intake"},
    "insight": {"domain", "intake"},
    "duplicates": {"domain"},
    "questionnaire": {"domain"},
    "example": {"domain", "report"},
    "sandbox": set(),
    "register": {"domain", "intake", "checks"},
    "report": {"domain", "insight"},
    "files": {"domain"},
    "run": {
        "domain",
        "intake",
        "checks",
        "insight",
        "duplicates",
        "questionnaire",
        "example",
        "register",
        "report",
        "files",
        "sandbox",
    },
    "cli": {"run", "files", "report", "checks", "sandbox"},
    "__main__": {"cli"},
    "__init__": set(),
    "errors": set(),
}
#: Each heavy library enters through one door.
DEUREN = {
    "matplotlib": ("report/charts", "run/kernelbron"),
    "papermill": ("run/",),
    "httpx2": ("register/",),
    "python_calamine": ("files/",),
    "lxml": ("files/",),
    "openpyxl": ("files/", "report/", "example/"),
    "xlsxwriter": ("files/", "report/", "example/"),
    "msoffcrypto": ("files/",),
    "docx": ("files/",),
    "jinja2": ("report/",),
    "pydantic": ("sandbox/",),
    "starlette": ("sandbox/",),
    "uvicorn": ("sandbox/",),
    "luqum": ("sandbox/",),
    "rapidfuzz": ("duplicates/", "sandbox/"),
    "click": ("cli/", "sandbox/cli", "__main__"),
}
#: Only these rooms may ask what time it is or what the environment says.
SCHIL = {"run", "cli", "__main__", "sandbox"}


def _modules() -> list[Path]:
    return sorted(PAKKET.rglob("*.py"))


def _kamer(pad: Path) -> str:
    delen = pad.relative_to(PAKKET).parts
    return delen[0].removesuffix(".py")


def _imports(pad: Path) -> set[str]:
    uit: set[str] = set()
    for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.Import):
            uit |= {naam.name for naam in knoop.names}
        elif isinstance(knoop, ast.ImportFrom) and knoop.module:
            uit |= {knoop.module} if knoop.module != "analytics" else {f"analytics.{n.name}" for n in knoop.names}
    return uit


def test_rooms_import_downwards_only():
    fout = []
    for pad in _modules():
        kamer = _kamer(pad)
        for naam in _imports(pad):
            delen = naam.split(".")
            if delen[0] == "analytics" and len(delen) > 1 and delen[1] not in MAG[kamer] | {kamer, "errors"}:
                fout.append(f"{pad.relative_to(PAKKET)} imports {naam}")

    assert fout == []


def test_sandbox_shares_nothing_with_us():
    eigen = [n for pad in _modules() if _kamer(pad) == "sandbox" for n in _imports(pad) if n.startswith("analytics.")]

    assert [n for n in eigen if not n.startswith("analytics.sandbox")] == []


def test_each_heavy_library_has_one_door():
    fout = []
    for pad in _modules():
        plek = pad.relative_to(PAKKET).as_posix()
        for naam in _imports(pad):
            deuren = DEUREN.get(naam.split(".")[0])
            if deuren and not plek.startswith(deuren):
                fout.append(f"{plek} imports {naam}")

    assert fout == []


def test_no_clock_or_environment_below_the_shell():
    verboden = {"today", "now", "utcnow", "time_ns", "monotonic", "perf_counter", "environ", "getenv"}
    fout = []
    for pad in _modules():
        if _kamer(pad) in SCHIL:
            continue
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
            if isinstance(knoop, ast.Attribute) and knoop.attr in verboden:
                fout.append(f"{pad.relative_to(PAKKET)}:{knoop.lineno} {knoop.attr}")

    assert fout == []


def test_modules_stay_small():
    lang = [f"{pad.relative_to(PAKKET)}: {n}" for pad in _modules() if (n := len(pad.read_text().splitlines())) > 300]

    assert lang == []
