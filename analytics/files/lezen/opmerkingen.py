"""Tell in Dutch what is odd about a workbook, always in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np

from analytics.domain.blad import Blad, Soort
from analytics.domain.nummers import masker_insz
from analytics.files.lezen.guard import Archief
from analytics.files.lezen.pakket import Pakket
from analytics.files.lezen.xml import lees_boom, lokaal

_BLADSOORTEN = {
    "chartsheet": "is een grafiekblad en heeft geen cellen",
    "dialogsheet": "is een dialoogblad uit een oude Excel",
    "xlMacrosheet": "is een macroblad uit een oude Excel",
    "xlIntlMacrosheet": "is een macroblad uit een oude Excel",
}

# Kinds of parts by their path: the pattern, the sentence for one, the sentence for more.
_DELEN: tuple[tuple[str, str, str], ...] = (
    (r"(^|/)vbaproject\.bin$", "De werkmap bevat macro's (VBA); ze worden niet uitgevoerd.", ""),
    (
        r"(^|/)externallinks/externallink\d*\.(xml|bin)$",
        "De werkmap verwijst naar één andere werkmap (externe koppeling); de laatst bewaarde waarden worden gelezen.",
        "De werkmap verwijst naar {} andere werkmappen (externe koppelingen); "
        "de laatst bewaarde waarden worden gelezen.",
    ),
    (
        r"(^|/)connections\.(xml|bin)$",
        "De werkmap haalt gegevens op uit een andere bron (gegevensverbinding); die wordt niet geopend.",
        "",
    ),
    (
        r"(^|/)pivotcache/pivotcachedefinition\d*\.(xml|bin)$",
        "De werkmap bevat de gegevens van één draaitabel, mogelijk ook rijen die op geen blad staan.",
        "De werkmap bevat de gegevens van {} draaitabellen, mogelijk ook rijen die op geen blad staan.",
    ),
    (
        r"(^|/)embeddings/[^/]+$",
        "De werkmap bevat één ingesloten object; dat wordt niet gelezen.",
        "De werkmap bevat {} ingesloten objecten; die worden niet gelezen.",
    ),
)


def over_bladen(bladen: Iterable[Blad]) -> list[str]:
    """Tell hidden sheets, error cells and formulas without a value, sheet by sheet."""
    uit: list[str] = []
    for blad in bladen:
        naam = masker_insz(blad.naam)
        if blad.zichtbaarheid != "zichtbaar":
            uit.append(f"Blad '{naam}' is {blad.zichtbaarheid}.")
        if aantal := _tel(blad, Soort.FOUT):
            cellen = "één cel" if aantal == 1 else f"{aantal} cellen"
            uit.append(f"Blad '{naam}' heeft {cellen} met een foutwaarde; de eerste is {_eerste(blad, Soort.FOUT)}.")
        if aantal := _tel(blad, Soort.FORMULE_ZONDER_WAARDE):
            formules = "één formule" if aantal == 1 else f"{aantal} formules"
            eerste = _eerste(blad, Soort.FORMULE_ZONDER_WAARDE)
            uit.append(
                f"Blad '{naam}' heeft {formules} zonder bewaarde waarde, de eerste in {eerste}; "
                "open de werkmap in Excel en bewaar ze, dan worden de waarden berekend."
            )
    return uit


def over_pakket(archief: Archief, pakket: Pakket, opmerkingen_per_deel: Sequence[int]) -> list[str]:
    """Tell sheets without cells, macros, links, connections, pivot data, objects, comments and the 1904 dates."""
    uit = [
        f"Blad '{masker_insz(blad.naam)}' {_BLADSOORTEN[blad.soort]}."
        for blad in pakket.bladen
        if blad.soort in _BLADSOORTEN
    ]
    if not pakket.bladen:
        uit.append("De werkmap heeft geen bladen.")
    delen = [deel.lower() for deel in archief.namen]
    for patroon, een, meer in _DELEN:
        if aantal := sum(bool(re.search(patroon, deel)) for deel in delen):
            uit.append(een if aantal == 1 or not meer else meer.format(aantal))
    if totaal := sum(opmerkingen_per_deel):
        uit.append(
            "De werkmap bevat één opmerking bij een cel; die wordt niet gelezen."
            if totaal == 1
            else f"De werkmap bevat {totaal} opmerkingen bij cellen; die worden niet gelezen."
        )
    if pakket.vanaf_1904:
        uit.append("De werkmap telt datums vanaf 1904 (zoals Excel op oude Macs); daarmee is rekening gehouden.")
    return uit


def over_ander_formaat(formaat: str, zonder_cellen: Sequence[str], *, volledig: bool) -> list[str]:
    """Tell sheets without cells, and what cannot be seen in a format that is not read in full."""
    uit = [
        f"Blad '{masker_insz(naam)}' is een grafiekblad of macroblad en heeft geen cellen." for naam in zonder_cellen
    ]
    if not volledig:
        uit.append(
            f"In een .{formaat}-bestand zijn foutwaarden, verborgen rijen en voorloopnullen uit de celopmaak niet te "
            "zien; bewaar de werkmap als 'Excel-werkmap (*.xlsx)' als die ertoe doen."
        )
    return uit


def tel_celopmerkingen(archief: Archief) -> list[int]:
    """Return the number of comments and notes on cells, per part that holds them."""
    aantallen: list[int] = []
    for deel in archief.namen:
        laag = deel.lower()
        # A threaded comment has a legacy twin among the comments: counting those counts all.
        if re.search(r"(^|/)comments[^/]*\.xml$", laag):
            wortel = lees_boom(archief, deel)
            aantallen.append(sum(1 for element in wortel.iter() if lokaal(element) == "comment"))
    return aantallen


def _tel(blad: Blad, soort: Soort) -> int:
    return int(np.count_nonzero(blad.soort.to_numpy() == soort))


def _eerste(blad: Blad, soort: Soort) -> str:
    """Return the first cell of a kind, row by row."""
    rijen, kolommen = np.nonzero(blad.soort.to_numpy() == soort)
    return f"{blad.soort.columns[kolommen[0]]}{blad.soort.index[rijen[0]]}"
