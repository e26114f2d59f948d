"""Read .xls, .xlsb and .ods workbooks with calamine, in a process of its own because it may abort."""

from __future__ import annotations

import json
from typing import TypedDict

import numpy as np
import pyarrow as pa

from analytics.domain.blad import Blad, Soort, Zichtbaarheid, kolomletter
from analytics.errors import WerkmapFout
from analytics.files.apart import WachtwoordPastNiet, voer_apart_uit
from analytics.files.celwaarden import getaltekst
from analytics.files.duiden import Gevuld
from analytics.files.rijen_xml import Randgegevens
from analytics.files.samenstellen import stel_samen

_ZICHTBAARHEID: dict[str, Zichtbaarheid] = {"Hidden": "verborgen", "VeryHidden": "zeer verborgen"}
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


def lees_met_calamine(inhoud: bytes, naam: str) -> tuple[tuple[Blad, ...], tuple[str, ...]]:
    """
    Return the worksheets, in order, and the names of the sheets that hold no cells (charts, code).

    calamine does not tell error cells, hidden rows and columns, or number formats; they are missing here.

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
    met_cellen = [blad for blad in bladen if blad["soort"] not in ("ChartSheet", "Vba")]
    zonder = tuple(blad["naam"] for blad in bladen if blad["soort"] in ("ChartSheet", "Vba"))
    return tuple(_stel_samen(naam, blad) for blad in met_cellen), zonder


def _stel_samen(naam: str, blad: _Blad) -> Blad:
    soort = np.array([_SOORTEN[letter] for letter in blad["celsoort"]], dtype=np.uint8)
    teksten = [
        (getaltekst(tekst) or tekst) if letter == "n" else tekst
        for letter, tekst in zip(blad["celsoort"], blad["tekst"], strict=True)
    ]
    gevuld = Gevuld(
        rij=np.array(blad["rij"], dtype=np.int32),
        kolom=np.array(blad["kolom"], dtype=np.int32),
        tekst=np.arange(len(teksten), dtype=np.int64),
        soort=soort,
    )
    rand = Randgegevens(samengevoegd=[_bereik(*hoeken) for hoeken in blad["samengevoegd"]])
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
