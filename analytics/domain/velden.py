"""
VELDEN: what every column of the two template workbooks is.

Reading, templates, payload, masking, reference pages and report texts all read this one table.

Source: the template proposal in the migration plan (workbook A: feitelijke verenigingen & afdelingen, workbook B:
KBO-verenigingen) and the request bodies of the register.
"""

from __future__ import annotations

from analytics.domain.veld import BEIDE, FEITELIJK, KBO, TABELLEN, TabelSoort, Type, Veld, WerkmapSoort
from analytics.domain.velden_onderdelen import ONDERDEELVELDEN
from analytics.domain.velden_vereniging import VERENIGINGSVELDEN

__all__ = [
    "BEIDE",
    "FEITELIJK",
    "KBO",
    "TABELLEN",
    "VELD",
    "VELDEN",
    "TabelSoort",
    "Type",
    "Veld",
    "WerkmapSoort",
    "is_persoonlijk",
    "velden_van",
]

VELDEN: tuple[Veld, ...] = VERENIGINGSVELDEN + ONDERDEELVELDEN

#: ``{(tabel, veld): Veld}``
VELD: dict[tuple[str, str], Veld] = {(v.tabel, v.code): v for v in VELDEN}


def velden_van(tabel: str, werkmap: WerkmapSoort | None = None) -> tuple[Veld, ...]:
    """Return the columns of *tabel*, of one template workbook or of both."""
    return tuple(v for v in VELDEN if v.tabel == tabel and (werkmap is None or werkmap in v.werkmappen))


def is_persoonlijk(tabel: str, veld: str) -> bool:
    """Tell whether values of the column are about a natural person and must never be printed."""
    return (tabel, veld) in VELD and VELD[tabel, veld].persoonlijk
