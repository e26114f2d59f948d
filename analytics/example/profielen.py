"""What each pilot's delivery is like: how large, which associations, how messy, in which layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Indeling = Literal["sjabloon", "afwijkend", "titelrijen", "breed", "andere volgorde"]


@dataclass(frozen=True)
class Profiel:
    """
    One pilot in miniature.

    Attributes:
        aandeel: Part of all associations of the example.
        gemeente: The only municipality, or ``""`` for all of Flanders.
        diensten: ``{dienst: weight}`` of the kinds of associations.
        kbo: Share of KBO associations.
        afdeling: Share of afdelingen among the others.
        locatie: Share of associations with a location.
        slordig: How often faults are planted, 1 = the usual rate.
        indeling: Layout of its workbooks.
        nummer: Pattern of the intern nummer.
        bronnen: What stands under Bron / dienst, per dienst; ``*`` for the rest.
        bevestigd: Shares of the last confirmation: ``ja``, a date in the last year, an older date, nothing.
    """

    aandeel: float
    gemeente: str
    diensten: dict[str, int]
    kbo: float
    afdeling: float
    locatie: float
    slordig: float
    indeling: Indeling
    nummer: str
    bronnen: dict[str, str]
    bevestigd: tuple[float, float, float, float]


PROFIELEN: dict[str, Profiel] = {
    # A town: several services, each with its own list.
    "aalst": Profiel(
        80 / 600,
        "Aalst",
        {"sport": 5, "jeugd": 3, "cultuur": 5, "senioren": 2, "welzijn": 2, "andere": 5},
        0.30,
        0.03,
        0.95,
        1.0,
        "titelrijen",
        "AAL-{:05d}",
        {"sport": "Dienst Sport", "jeugd": "Jeugddienst", "cultuur": "Dienst Cultuur", "*": "Dienst Vrije Tijd"},
        (0.2, 0.5, 0.2, 0.1),
    ),
    # A municipality with one good central list, in its own words.
    "evergem": Profiel(
        40 / 600,
        "Evergem",
        {"sport": 5, "jeugd": 3, "cultuur": 4, "senioren": 3, "welzijn": 2, "andere": 5},
        0.20,
        0.05,
        1.0,
        0.6,
        "afwijkend",
        "{:04d}EV",
        {"*": "Vrijetijdsloket"},
        (0.0, 0.85, 0.1, 0.05),
    ),
    # Nearly all youth, many equal names, sections of umbrellas.
    "uldk": Profiel(
        110 / 600,
        "",
        {"jeugd": 30, "sport": 1, "andere": 1},
        0.12,
        0.15,
        0.98,
        0.9,
        "breed",
        "G{:05d}",
        {"*": "Uitleendienst"},
        (0.0, 0.3, 0.4, 0.3),
    ),
    # All Flanders, mostly feitelijke verenigingen, few addresses of their own.
    "vsvw": Profiel(
        260 / 600,
        "",
        {"sport": 3, "jeugd": 3, "cultuur": 4, "senioren": 4, "welzijn": 5, "andere": 6},
        0.08,
        0.08,
        0.78,
        1.2,
        "sjabloon",
        "VW{:06d}",
        {"welzijn": "Vrijwilligersverzekering 2023", "*": "Vrijwilligersverzekering"},
        (0.5, 0.1, 0.1, 0.3),
    ),
    # Who asks for subsidies: half of them legal persons.
    "kiosk": Profiel(
        110 / 600,
        "",
        {"cultuur": 6, "jeugd": 4, "andere": 2, "senioren": 1},
        0.50,
        0.05,
        0.95,
        0.8,
        "andere volgorde",
        "K-{:05d}",
        {"jeugd": "Kiosk jeugd", "*": "Kiosk cultuur"},
        (0.0, 0.7, 0.3, 0.0),
    ),
}
#: For a pilot somebody added.
STANDAARD = Profiel(
    0.1,
    "",
    {"sport": 4, "jeugd": 3, "cultuur": 4, "senioren": 2, "welzijn": 2, "andere": 4},
    0.25,
    0.05,
    0.95,
    1.0,
    "sjabloon",
    "NR{:06d}",
    {"*": "Vrije tijd"},
    (0.3, 0.3, 0.2, 0.2),
)


def verdeel(piloten: tuple[str, ...], totaal: int) -> dict[str, int]:
    """Divide *totaal* associations over *piloten* by their shares, each at least one, the largest taking the rest."""
    aandelen = {p: PROFIELEN.get(p, STANDAARD).aandeel for p in piloten}
    som = sum(aandelen.values())
    aantallen = {p: max(1, round(totaal * a / som)) for p, a in aandelen.items()}
    grootste = max(aantallen, key=lambda p: aantallen[p])
    aantallen[grootste] = max(1, aantallen[grootste] + totaal - sum(aantallen.values()))
    return aantallen
