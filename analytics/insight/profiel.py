"""
What stands in a workbook of any kind: per column how full, how varied, how long, in which shapes.

No value of a cell gets in here but the headings, and those with every INSZ masked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from analytics.domain.blad import Blad, Soort, Werkmap, Zichtbaarheid
from analytics.domain.nummers import masker_insz
from analytics.errors import WerkmapFout
from analytics.insight.profiel_vormen import tel_vormen

#: Shapes told apart per column; the rest is counted together.
MAX_VORMEN = 10


@dataclass(frozen=True)
class Vorm:
    """A shape and the number of values that have it."""

    vorm: str
    aantal: int


@dataclass(frozen=True)
class Kolomprofiel:
    """
    One column, below the heading row down to the last used row of the sheet.

    Attributes:
        kop: Heading as it stands, INSZ masked; empty when there is none.
        kolom: Column letters.
        gevuld, leeg: Number of cells that show more than blanks, and of the others. A formula without a stored value
            shows nothing and counts as empty here.
        uniek: Number of distinct filled values as they stand.
        kortste, langste: Length in characters of the shortest and longest filled value; <None> when all are empty.
        vormen: The :data:`MAX_VORMEN` most frequent shapes, most frequent first.
        andere_vormen: Number of filled values that have none of these shapes.
    """

    kop: str
    kolom: str
    gevuld: int
    leeg: int
    uniek: int
    kortste: int | None
    langste: int | None
    vormen: tuple[Vorm, ...]
    andere_vormen: int


@dataclass(frozen=True)
class Bladprofiel:
    """
    One sheet.

    Attributes:
        gevulde_cellen: Number of cells that are not empty, headings included; cells with only blanks, error values and
            formulas without a stored value count, formats without content do not.
        kopregel: Row number of the headings; <None> when the sheet is empty.
    """

    naam: str
    zichtbaarheid: Zichtbaarheid
    gevulde_cellen: int
    kopregel: int | None
    kolommen: tuple[Kolomprofiel, ...]


@dataclass(frozen=True)
class Werkmapprofiel:
    """A workbook: its name (INSZ masked), hash, sheets, and what is odd about it."""

    werkmap: str
    sha256: str
    bladen: tuple[Bladprofiel, ...]
    opmerkingen: tuple[str, ...]


def profile_werkmap(werkmap: Werkmap, *, blad: str | None = None, kopregel: int | None = None) -> Werkmapprofiel:
    """
    Return the profile of a workbook, or of one sheet of it.

    Args:
        blad: Name of the only sheet to look at; every sheet when <None>.
        kopregel: Row number of the headings; the first row that is not empty when <None>.

    Raises:
        WerkmapFout: When the sheet is not there, or no sheet reaches the heading row.
    """
    bladen = werkmap.bladen if blad is None else (_kies_blad(werkmap, blad),)
    laatste = max((int(b.tekst.index[-1]) for b in bladen if len(b.tekst)), default=0)
    if kopregel is not None and kopregel > laatste:
        raise WerkmapFout(
            f"{werkmap.naam}: rij {kopregel} kan de kopregel niet zijn, want de laatste gevulde rij is {laatste}; "
            "geef met --kopregel de rij waarop de kolomkoppen staan."
        )
    profielen = tuple(_profile_blad(b, kopregel) for b in bladen)
    dubbel = [zin for profiel in profielen for zin in _dubbele_koppen(profiel)]
    return Werkmapprofiel(werkmap.naam, werkmap.sha256, profielen, (*werkmap.opmerkingen, *dubbel))


def _kies_blad(werkmap: Werkmap, naam: str) -> Blad:
    gezocht = naam.strip().casefold()
    precies = [blad for blad in werkmap.bladen if blad.naam == naam]
    # Excel itself takes no notice of capitals in a sheet's name.
    ongeveer = [blad for blad in werkmap.bladen if blad.naam.strip().casefold() == gezocht]
    if gevonden := precies or ongeveer:
        return gevonden[0]
    aanwezig = ", ".join(f"'{masker_insz(blad.naam)}'" for blad in werkmap.bladen) or "geen enkel"
    raise WerkmapFout(
        f"{werkmap.naam}: blad '{masker_insz(naam)}' ontbreekt; kies een van de bladen die er zijn: {aanwezig}."
    )


def _profile_blad(blad: Blad, kopregel: int | None) -> Bladprofiel:
    naam = masker_insz(blad.naam)
    if not len(blad.tekst):
        return Bladprofiel(naam, blad.zichtbaarheid, 0, None, ())
    boven = int(blad.tekst.index[0])
    rij = kopregel or boven
    gevuld = int(np.count_nonzero(blad.soort.to_numpy() != Soort.LEEG))
    kolommen = tuple(
        _profile_kolom(letter, blad.tekst.iloc[:, plaats], rij - boven)
        for plaats, letter in enumerate(blad.tekst.columns)
    )
    return Bladprofiel(naam, blad.zichtbaarheid, gevuld, rij, kolommen)


def _profile_kolom(letter: str, kolom: pd.Series[str], kop: int) -> Kolomprofiel:
    """Return the profile of a column whose heading stands *kop* places below its first row (above it when negative)."""
    alles = pa.array(kolom.array, type=pa.large_string())
    koptekst = (alles[kop].as_py() or "") if 0 <= kop < len(alles) else ""
    onder = alles.slice(max(kop + 1, 0)).drop_null()
    geteld = onder.value_counts()
    waarden, aantallen = geteld.field("values"), geteld.field("counts").to_numpy()
    filled = pc.not_equal(pc.utf8_trim_whitespace(waarden), "")
    masker = filled.to_numpy(zero_copy_only=False)
    waarden, aantallen = waarden.filter(filled), aantallen[masker]
    lengtes = pc.utf8_length(waarden)
    vormen = tel_vormen(waarden, aantallen)
    gevuld = int(aantallen.sum())
    return Kolomprofiel(
        kop=masker_insz(koptekst),
        kolom=letter,
        gevuld=gevuld,
        # Rows between a heading above the used range and that range are empty too.
        leeg=max(len(alles) - kop - 1, 0) - gevuld,
        uniek=len(waarden),
        kortste=pc.min(lengtes).as_py(),
        langste=pc.max(lengtes).as_py(),
        vormen=tuple(Vorm(vorm, aantal) for vorm, aantal in vormen[:MAX_VORMEN]),
        andere_vormen=sum(aantal for _, aantal in vormen[MAX_VORMEN:]),
    )


def _dubbele_koppen(blad: Bladprofiel) -> Sequence[str]:
    """Tell headings that stand above more than one column, whatever their capitals and surrounding blanks."""
    per_kop: dict[str, list[Kolomprofiel]] = {}
    for kolom in blad.kolommen:
        if sleutel := " ".join(kolom.kop.split()).casefold():
            per_kop.setdefault(sleutel, []).append(kolom)
    return [
        f"Blad '{blad.naam}' heeft de kop '{' '.join(kolommen[0].kop.split())[:80]}' boven {len(kolommen)} kolommen: "
        f"{', '.join(kolom.kolom for kolom in kolommen)}."
        for kolommen in per_kop.values()
        if len(kolommen) > 1
    ]
