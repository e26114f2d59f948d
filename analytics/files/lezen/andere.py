"""Read .xls, .xlsb and .ods workbooks with calamine, in a process of its own because it may abort."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TypedDict

import numpy as np
import pyarrow as pa

from analytics.domain.blad import Blad, Soort, Zichtbaarheid, kolomletter
from analytics.errors import WerkmapFout
from analytics.files.lezen.apart import WachtwoordPastNiet, voer_apart_uit
from analytics.files.lezen.biff import Aanvulling
from analytics.files.lezen.celwaarden import opgemaakt
from analytics.files.lezen.duiden import Gevuld
from analytics.files.lezen.opmaak import GEWOON
from analytics.files.lezen.rijen_xml import Randgegevens
from analytics.files.lezen.samenstellen import stel_samen

_ZICHTBAARHEID: dict[str, Zichtbaarheid] = {"Hidden": "verborgen", "VeryHidden": "zeer verborgen"}
_ZONDER_CELLEN = ("ChartSheet", "Vba")
_SOORTEN = {"t": Soort.TEKST, "n": Soort.GETAL, "b": Soort.LOGISCH, "d": Soort.DATUM}


class _Blad(TypedDict):
    naam: str
    staat: str
    soort: str
    samengevoegd: list[tuple[tuple[int, int], tuple[int, int]]]
    rij: list[int]
    kolom: list[int]
    celsoort: str
    tekst: list[str]


def lees_met_calamine(
    inhoud: bytes, naam: str, aanvullingen: Sequence[Aanvulling] = ()
) -> tuple[tuple[Blad, ...], tuple[str, ...]]:
    """
    Return the worksheets, in order, and the names of the sheets that hold no cells (charts, code).

    calamine does not tell error cells, hidden rows and columns, or number formats; *aanvullingen* does, sheet by
    sheet, where there is one for every sheet.

    Raises:
        WerkmapFout: When calamine cannot read it within bounds.
    """
    try:
        bladen: list[_Blad] = json.loads(voer_apart_uit("lees", inhoud, naam))
    except WachtwoordPastNiet:
        raise WerkmapFout(
            f"{naam}: de werkmap is op een oude manier met een wachtwoord beveiligd; verwijder het wachtwoord in Excel "
            "en bewaar ze als 'Excel-werkmap (*.xlsx)'."
        ) from None
    extra = aanvullingen if len(aanvullingen) == len(bladen) else [Aanvulling() for _ in bladen]
    met_cellen = [
        (blad, aanvulling)
        for blad, aanvulling in zip(bladen, extra, strict=True)
        if blad["soort"] not in _ZONDER_CELLEN
    ]
    zonder = tuple(blad["naam"] for blad in bladen if blad["soort"] in _ZONDER_CELLEN)
    return tuple(_stel_samen(naam, blad, aanvulling) for blad, aanvulling in met_cellen), zonder


def _stel_samen(naam: str, blad: _Blad, extra: Aanvulling) -> Blad:
    rijen, kolommen = [*blad["rij"], *(rij for rij, _ in extra.fouten)], [*blad["kolom"], *(k for _, k in extra.fouten)]
    soort = [_SOORTEN[letter] for letter in blad["celsoort"]] + [Soort.FOUT] * len(extra.fouten)
    teksten = [
        opgemaakt(tekst, extra.nullen.get((rij, kolom), GEWOON), vanaf_1904=False)[0] if letter == "n" else tekst
        for letter, tekst, rij, kolom in zip(blad["celsoort"], blad["tekst"], blad["rij"], blad["kolom"], strict=True)
    ]
    teksten.extend(extra.fouten.values())
    gevuld = Gevuld(
        rij=np.array(rijen, dtype=np.int32),
        kolom=np.array(kolommen, dtype=np.int32),
        tekst=np.arange(len(teksten), dtype=np.int64),
        soort=np.array(soort, dtype=np.uint8),
    )
    rand = Randgegevens(
        verborgen_rijen=extra.verborgen_rijen,
        verborgen_kolommen=extra.verborgen_kolommen,
        samengevoegd=[_bereik(*hoeken) for hoeken in blad["samengevoegd"]],
    )
    return stel_samen(
        naam,
        blad["naam"],
        _ZICHTBAARHEID.get(blad["staat"], "zichtbaar"),
        gevuld=gevuld,
        pool=pa.array(teksten, type=pa.large_string()),
        rand=rand,
    )


def _bereik(begin: tuple[int, int], einde: tuple[int, int]) -> str:
    return f"{kolomletter(begin[1] + 1)}{begin[0] + 1}:{kolomletter(einde[1] + 1)}{einde[0] + 1}"
