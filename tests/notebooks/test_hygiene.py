"""Every notebook is a view: a question, parameters, and sentences with one call each."""

from __future__ import annotations

import ast
from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
VERBODEN = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.Lambda,
    ast.ClassDef,
    ast.For,
    ast.While,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
    ast.With,
    ast.Try,
    ast.If,
)


@pytest.fixture(params=NOTEBOOKS, ids=lambda pad: pad.stem)
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def _code(notebook):
    return [cel for cel in notebook.cells if cel.cell_type == "code"]


def _parameters(notebook):
    return [cel for cel in _code(notebook) if "parameters" in cel.metadata.get("tags", [])]


def _boom(notebook):
    return ast.parse("\n".join(cel.source for cel in _code(notebook)))


def test_there_are_notebooks():
    assert {"1_profiel", "2_validatie", "9_overzicht"} <= {pad.stem for pad in NOTEBOOKS}


def test_format_is_valid_and_every_cell_has_its_own_name(notebook):
    nbformat.validate(notebook)

    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert len({cel.id for cel in notebook.cells}) == len(notebook.cells)


def test_kernel_is_python3_whatever_the_machine(notebook):
    assert notebook.metadata.kernelspec == {"display_name": "Python 3", "language": "python", "name": "python3"}
    assert notebook.metadata.language_info == {"name": "python"}


def test_outputs_and_counts_are_stripped(notebook):
    assert [(cel.outputs, cel.execution_count) for cel in _code(notebook)] == [([], None)] * len(_code(notebook))


def test_title_asks_one_question(notebook):
    titel = notebook.cells[0]

    assert titel.cell_type == "markdown"
    assert titel.source.startswith("# ")
    assert titel.source.splitlines()[0].endswith("?")
    assert sum(r.startswith("# ") for cel in notebook.cells for r in cel.source.splitlines()) == 1


def test_one_cell_declares_typed_parameters_with_a_comment_each(notebook):
    (cel,) = _parameters(notebook)
    regels = cel.source.splitlines()

    assert notebook.cells[1] is cel
    assert all(
        isinstance(zin, ast.AnnAssign) and isinstance(zin.value, ast.Constant) for zin in ast.parse(cel.source).body
    )
    assert all("  # " in regel for regel in regels)


def test_imports_come_from_analytics_only(notebook):
    imports = [k for k in ast.walk(_boom(notebook)) if isinstance(k, ast.Import | ast.ImportFrom)]

    assert [k.module for k in imports] == ["analytics"]


def test_every_imported_name_is_there_and_used(notebook):
    import analytics

    boom = _boom(notebook)
    (import_,) = [k for k in ast.walk(boom) if isinstance(k, ast.ImportFrom)]
    gebruikt = {k.id for k in ast.walk(boom) if isinstance(k, ast.Name)}
    namen = {alias.name for alias in import_.names}

    assert namen <= gebruikt
    for naam in sorted(namen):
        assert naam in dir(analytics), naam


def test_no_logic_and_no_paths(notebook):
    for knoop in ast.walk(_boom(notebook)):
        assert not isinstance(knoop, VERBODEN), ast.unparse(knoop)
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str):
            assert "/" not in knoop.value
            assert "\\" not in knoop.value
    assert "warnings" not in "".join(cel.source for cel in _code(notebook))
    assert not any(cel.source.lstrip().startswith(("%", "!")) for cel in _code(notebook))


def test_it_fits_in_twelve_short_cells(notebook):
    assert len(notebook.cells) <= 12
    assert all(len(cel.source.splitlines()) <= 8 for cel in notebook.cells)
    assert all(cel.source.strip() for cel in notebook.cells)


def test_calls_follow_a_sentence(notebook):
    """After the opening cells markdown and code take turns: one sentence, one call."""
    soorten = [cel.cell_type for cel in notebook.cells[2:]]
    begin = soorten.index("markdown")

    assert soorten[begin:] == ["markdown", "code"] * (len(soorten[begin:]) // 2)
    for cel in notebook.cells[2 + begin + 1 :: 2]:
        assert len(ast.parse(cel.source).body) == 1
        assert isinstance(ast.parse(cel.source).body[0], ast.Expr)
    for cel in notebook.cells[2 + begin :: 2]:
        assert cel.source.endswith(".")
        assert "\n" not in cel.source
