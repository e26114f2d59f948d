"""Which sheet holds which records, and where its headings stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analytics.domain.blad import Blad, Werkmap
from analytics.domain.velden import TABELLEN
from analytics.intake.koppen import Doel, herken_koppen, kopsleutel

#: Sheets of the template that hold no records.
_HULPBLADEN = {"leesmij", "codelijsten", "bevindingen", "lees mij", "wijzigingen", "samenvatting"}
# Real workbooks have a title, a logo and a remark above the headings, seldom more.
_HOOGSTE_KOPREGEL = 40
# A sheet with a name of its own is taken for ours when at least this many of its headings are.
_MINSTE_KOPPEN = 2


@dataclass(frozen=True, eq=False)
class Bladlezing:
    """
    What one sheet is.

    Attributes:
        nummer: Position in the workbook.
        blad: The sheet.
        tabel: Kind of records, ``None`` when the sheet is not ours.
        status: ``gelezen``, ``onbekend``, ``leeg``, ``zonder koppen`` or ``hulpblad``.
        kopregel: Excel row of the headings, 0 when there are none.
        doelen: Per column of the sheet what it feeds.
    """

    nummer: int
    blad: Blad
    tabel: str | None
    status: str
    kopregel: int = 0
    doelen: tuple[Doel | None, ...] = ()


def _genoemde_tabel(naam: str, eigen: Mapping[str, str]) -> str | None:
    sleutel = kopsleutel(naam)
    for bladnaam, tabel in eigen.items():
        if kopsleutel(bladnaam) == sleutel:
            return tabel
    for tabelsoort in TABELLEN.values():
        if sleutel in {kopsleutel(n) for n in (tabelsoort.blad, *tabelsoort.bladaliassen)}:
            return tabelsoort.code
    return None


def _zoek_kopregel(blad: Blad, tabel: str, koppen: Mapping[str, str]) -> tuple[int, tuple[Doel | None, ...], int]:
    """Return the row with most recognised headings, what they mean, and how many fields they name."""
    beste: tuple[int, tuple[Doel | None, ...], int] = (0, (), 0)
    gevuld = blad.tekst[blad.tekst.notna().any(axis=1)]
    for rij in gevuld.index[:_HOOGSTE_KOPREGEL]:
        waarden = [None if pd.isna(w) else str(w) for w in gevuld.loc[rij]]
        doelen = herken_koppen(waarden, tabel, afwijkend=koppen)
        aantal = len({d for d in doelen if d})
        if aantal > beste[2]:
            beste = (int(rij), doelen, aantal)
    return beste


def lees_bladen(
    werkmap: Werkmap, *, koppen: Mapping[str, str] | None = None, bladen: Mapping[str, str] | None = None
) -> tuple[Bladlezing, ...]:
    """
    Tell per sheet of *werkmap* what it holds.

    A sheet is known by its name (template, usual other names, the pilot's own *bladen*); a sheet with another name is
    taken for the kind of records whose headings it has most of. Several sheets may hold the same kind.

    Args:
        werkmap: As it was read.
        koppen: The pilot's own headings, ``{heading: "tabel.veld"}``.
        bladen: The pilot's own sheet names, ``{sheet name: tabel}``.
    """
    uit: list[Bladlezing] = []
    for nummer, blad in enumerate(werkmap.bladen):
        if kopsleutel(blad.naam) in _HULPBLADEN:
            uit.append(Bladlezing(nummer, blad, None, "hulpblad"))
            continue
        tabel = _genoemde_tabel(blad.naam, bladen or {})
        if not bool(blad.tekst.notna().to_numpy().any()):
            uit.append(Bladlezing(nummer, blad, tabel, "leeg" if tabel else "onbekend"))
            continue
        kandidaten = [tabel] if tabel else list(TABELLEN)
        gevonden = [(t, *_zoek_kopregel(blad, t, koppen or {})) for t in kandidaten]
        beste = max(gevonden, key=lambda g: g[3])
        # "Naam" alone is a heading too, so a named sheet needs only one; an unnamed one needs more than a coincidence.
        if beste[3] >= (1 if tabel else _MINSTE_KOPPEN):
            uit.append(Bladlezing(nummer, blad, beste[0], "gelezen", beste[1], beste[2]))
        else:
            uit.append(Bladlezing(nummer, blad, tabel, "zonder koppen" if tabel else "onbekend"))
    return tuple(uit)
