"""Several charts and tables as the one answer of a notebook cell."""

from __future__ import annotations

from dataclasses import dataclass

from analytics.report.charts import Grafiek
from analytics.report.pagina import Tabel


@dataclass(frozen=True)
class Samen:
    """Charts and tables that a notebook shows under each other."""

    delen: tuple[Grafiek | Tabel, ...]

    def _ipython_display_(self) -> None:
        # Each part becomes an output of its own, so that a front end can pick the form it trusts (SVG, PNG, HTML).
        from IPython.display import display  # only a notebook has it loaded

        for deel in self.delen:
            display(deel)  # type: ignore[no-untyped-call]  # IPython has no types


def samen(*delen: Grafiek | Tabel) -> Samen:
    """Return charts and tables to be shown under each other, in the order given."""
    return Samen(delen)
