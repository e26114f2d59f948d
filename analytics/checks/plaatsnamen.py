"""What is the matter with the municipality and the postcode of a location."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from analytics.checks.gemeenten import FUSIES_2025, gemeente_van_postcode, gemeenten_van_deel, huidige_gemeenten
from analytics.checks.proef import Bools, Proef, Teksten, Uitslag
from analytics.checks.regel import KolomToets, Plaats
from analytics.checks.voorstellen import schoon
from analytics.intake.lezing_wijze import sleutel_van_label

_L = "locaties"
_BELGIE = {"belgie", "belgique", "belgium", "be", "b", "belgien"}


@dataclass(frozen=True)
class Oordeel:
    """What was found: the kind of fault, the municipality proposed, a sentence to add."""

    soort: str
    voorstel: str | None = None
    uitleg: str | None = None


_GOED = Oordeel("")


def plaatssleutel(tekst: str) -> str:
    """Return a municipality without capitals, accents, hyphens and abbreviations."""
    woorden = re.sub(r"[-'’.]+", " ", sleutel_van_label(schoon(tekst))).split()
    return " ".join({"st": "sint"}.get(w, w) for w in woorden)


@cache
def _huidig() -> dict[str, str]:
    return {plaatssleutel(n): g for n, g in huidige_gemeenten().items()}


@cache
def _delen() -> dict[str, frozenset[str]]:
    return {plaatssleutel(n): g for n, g in gemeenten_van_deel().items()}


@cache
def _gefuseerd() -> dict[str, str]:
    return {plaatssleutel(oud): nieuw for oud, nieuw in FUSIES_2025.items() if oud != nieuw}


def is_belgisch(land: str | None) -> bool:
    """Tell whether *land* is Belgium; an empty one is taken for it."""
    return land is None or sleutel_van_label(land).strip(".") in _BELGIE


def zonder_toevoeging(gemeente: str) -> str | None:
    """Return the municipality without postcode, district number or part in brackets; ``None`` when there is none."""
    kaal = schoon(gemeente)
    if m := re.fullmatch(r"(.+?)\s*\((.+)\)", kaal):
        # "Borgerhout (Antwerpen)" and "Gent (Mariakerke)": the municipality is the one of both that is one.
        voor, in_haakjes = plaatssleutel(m[1]), plaatssleutel(m[2])
        return _huidig().get(in_haakjes) if voor in _delen() and voor not in _huidig() else _huidig().get(voor)
    m = re.fullmatch(r"(?:B\s*-?\s*)?(?:[1-9][0-9]{3}\s+)?(.+?)(?:\s+[0-9]{1,2})?", kaal, re.I)
    if m and m[1] != kaal and plaatssleutel(m[1]) in {**_huidig(), **_delen()}:
        return m[1]
    return None


@cache
def beoordeel_gemeente(gemeente: str, postcode: str | None) -> Oordeel:
    """
    Judge a Belgian municipality beside its postcode.

    A proposal is always today's municipality in the spelling of the register's table, and never disagrees with a
    known postcode. Walloon municipalities are not in the table: they are left alone.
    """
    van_postcode = gemeente_van_postcode().get(postcode or "")
    if van_postcode == "":
        return _GOED
    if beter := zonder_toevoeging(gemeente):
        voorstel = beoordeel_gemeente(beter, postcode).voorstel or _huidig().get(plaatssleutel(beter))
        return Oordeel("toevoeging", _passend(voorstel, van_postcode))
    sleutel = plaatssleutel(gemeente)
    if nieuw := _gefuseerd().get(sleutel):
        if van_postcode in (None, nieuw) or van_postcode in _delen().get(sleutel, frozenset()):
            goed = nieuw if van_postcode is None else van_postcode
            return Oordeel("gefuseerd", goed, f"Sinds 1 januari 2025 is dat {goed}.")
        return Oordeel("past niet", None, f"Bij postcode {postcode} hoort {van_postcode}.")
    if huidig := _huidig().get(sleutel):
        if van_postcode not in (None, huidig):
            if van_postcode in _delen().get(sleutel, frozenset()):
                return Oordeel("deelgemeente", van_postcode, f"De gemeente is {van_postcode}.")
            return Oordeel("past niet", None, f"Bij postcode {postcode} hoort {van_postcode}.")
        return Oordeel("schrijfwijze", huidig) if gemeente != huidig and gemeente.strip() else _GOED
    if kandidaten := _delen().get(sleutel):
        if van_postcode in kandidaten or (van_postcode is None and len(kandidaten) == 1):
            goed = van_postcode or next(iter(kandidaten))
            return Oordeel("deelgemeente", goed, f"De gemeente is {goed}.")
        if van_postcode is None:
            return _GOED
        return Oordeel("past niet", None, f"Bij postcode {postcode} hoort {van_postcode}.")
    if van_postcode is None:
        return _GOED
    return Oordeel("onbekend", None, f"Bij postcode {postcode} hoort {van_postcode}.")


def _passend(voorstel: str | None, van_postcode: str | None) -> str | None:
    return voorstel if voorstel and van_postcode in (None, voorstel) else None


def _oordelen(proef: Proef) -> tuple[Bools, Teksten]:
    """Return which locations can be judged, and the verdict per location; each pair of values is judged once."""
    return proef.onthoud(("gemeenten",), lambda: _alle_oordelen(proef))


def _alle_oordelen(proef: Proef) -> tuple[Bools, Teksten]:
    kolom = proef.kolom(_L, "land")
    belgisch = np.array([*(is_belgisch(t) for t in kolom.gelezen), False], dtype=bool)[:-1][kolom.nummers]
    toegepast = belgisch & proef.gevuld(_L, "gemeente")
    paren = pd.MultiIndex.from_arrays([proef.waarden(_L, v)[toegepast] for v in ("gemeente", "postcode")])
    nummer, uniek = pd.factorize(paren)
    per_paar: Teksten = np.empty(len(uniek) + 1, dtype=object)
    for i, (gemeente, postcode) in enumerate(uniek):
        per_paar[i] = beoordeel_gemeente(gemeente, postcode if isinstance(postcode, str) else None)
    uit: Teksten = np.full(len(toegepast), _GOED, dtype=object)
    uit[toegepast] = per_paar[nummer]
    return toegepast, uit


def gemeente_is(soort: str) -> KolomToets:
    """Make a rule that finds the locations whose municipality has this kind of fault."""

    def toets(proef: Proef, plaats: Plaats) -> Uitslag:  # noqa: ARG001 -- every rule has the same shape
        toegepast, oordelen = _oordelen(proef)
        gevonden: Bools = np.array([o.soort == soort for o in oordelen], dtype=bool)
        uitleg: Teksten = np.full(len(gevonden), None, dtype=object)
        voorstel: Teksten = np.full(len(gevonden), None, dtype=object)
        uitleg[gevonden] = [o.uitleg for o in oordelen[gevonden]]
        voorstel[gevonden] = [o.voorstel for o in oordelen[gevonden]]
        return Uitslag(toegepast, gevonden, uitleg, voorstel)

    return toets


def belgische(proef: Proef, tabel: str) -> Bools:
    """Mask the locations in Belgium."""
    kolom = proef.kolom(tabel, "land")
    return np.array([*(is_belgisch(t) for t in kolom.gelezen), False], dtype=bool)[:-1][kolom.nummers]


def postcode_voorstel(tekst: str) -> str | None:
    """Return the one known postcode in the cell."""
    gevonden = set(re.findall(r"(?<![0-9])[1-9][0-9]{3}(?![0-9])", tekst)) & set(gemeente_van_postcode())
    return gevonden.pop() if len(gevonden) == 1 else None
