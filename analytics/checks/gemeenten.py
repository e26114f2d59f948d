"""Municipalities: the mergers of 2025, parts of municipalities, and what belongs to a postcode."""

from __future__ import annotations

from functools import cache

from analytics.domain.codelijsten import codelijst, deelgemeenten, postcodes
from analytics.intake.lezing_wijze import sleutel_van_label

#: Mergers of 1 January 2025: the municipality of before and the one of now.
FUSIES_2025 = {
    "Beveren": "Beveren-Kruibeke-Zwijndrecht",
    "Kruibeke": "Beveren-Kruibeke-Zwijndrecht",
    "Zwijndrecht": "Beveren-Kruibeke-Zwijndrecht",
    "Borsbeek": "Antwerpen",
    "De Pinte": "Nazareth-De Pinte",
    "Nazareth": "Nazareth-De Pinte",
    "Galmaarden": "Pajottegem",
    "Gooik": "Pajottegem",
    "Herne": "Pajottegem",
    "Ham": "Tessenderlo-Ham",
    "Tessenderlo": "Tessenderlo-Ham",
    "Hoeselt": "Bilzen-Hoeselt",
    "Bilzen": "Bilzen-Hoeselt",
    "Kortessem": "Hasselt",
    "Borgloon": "Tongeren-Borgloon",
    "Tongeren": "Tongeren-Borgloon",
    "Lokeren": "Lokeren",
    "Moerbeke": "Lokeren",
    "Lochristi": "Lochristi",
    "Wachtebeke": "Lochristi",
    "Melle": "Merelbeke-Melle",
    "Merelbeke": "Merelbeke-Melle",
    "Meulebeke": "Tielt",
    "Ruiselede": "Wingene",
}


@cache
def huidige_gemeenten() -> dict[str, str]:
    """Return ``{normalised name, of before 2025 or of now: name of now}`` of Flanders and Brussels."""
    nu = {sleutel_van_label(g): g for g in postcodes()["gemeente"] if g}
    return nu | {sleutel_van_label(oud): nieuw for oud, nieuw in FUSIES_2025.items()}


@cache
def gemeente_van_postcode() -> dict[str, str]:
    """Return ``{postcode: municipality of now}``; the name is empty for Walloon postcodes."""
    return dict(zip(postcodes()["postcode"], postcodes()["gemeente"], strict=True))


@cache
def gemeenten_van_deel() -> dict[str, frozenset[str]]:
    """Return ``{normalised part: municipalities of now that have such a part}``."""
    uit: dict[str, set[str]] = {}
    for deel, _, gemeente in deelgemeenten().itertuples(index=False):
        uit.setdefault(sleutel_van_label(deel), set()).add(
            huidige_gemeenten().get(sleutel_van_label(gemeente), gemeente)
        )
    return {deel: frozenset(gemeenten) for deel, gemeenten in uit.items()}


@cache
def gebied_van_deelgemeente() -> dict[str, str]:
    """Return ``{normalised part or former municipality: code of werkingsgebied}`` where there is just one."""
    codes = dict(zip(postcodes()["gemeente"], postcodes()["werkingsgebied"], strict=True))
    geldig = set(codelijst("werkingsgebieden")["code"])
    uit = {deel: codes.get(next(iter(g)), "") for deel, g in gemeenten_van_deel().items() if len(g) == 1}
    uit |= {sleutel_van_label(oud): codes.get(nieuw, "") for oud, nieuw in FUSIES_2025.items()}
    return {deel: code for deel, code in uit.items() if code in geldig}
