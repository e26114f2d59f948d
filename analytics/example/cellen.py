"""Cell contents that are not plain text, number or date."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Foutcel:
    """A cell that shows an error; *code* as in the file (``#N/A``), which Excel translates when it shows it."""

    code: str = "#N/A"
