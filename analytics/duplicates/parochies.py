"""Parishes: an association that only names its patron saint is the one of the village whose patron that is."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from analytics.duplicates.kant import Kant, maak_kant
from analytics.duplicates.naam import Naamlezer
from analytics.duplicates.omgeving import Omgeving, Parochies
from analytics.duplicates.plaatsverschil import een_plaats
from analytics.duplicates.tekst import split_woorden


def lees_parochies(parochies: pd.DataFrame, lezer: Naamlezer) -> Mapping[str, Parochies]:
    """
    Return NIS code → the words of each patron saint in that municipality → the places whose patron it is.

    Args:
        parochies: ``patroon``, ``plaats``, ``postcode``.
        lezer: Reads the patrons as names are read.
    """
    alle: dict[str, dict[frozenset[str], set[str]]] = {}
    overal = Omgeving()
    patronen = {tekst: frozenset(maak_kant(lezer.lees(tekst), overal).rest) for tekst in parochies["patroon"].unique()}
    for patroon, plaats, postcode in zip(parochies["patroon"], parochies["plaats"], parochies["postcode"], strict=True):
        van = alle.setdefault(lezer.plaatsen.postcodes[postcode], {})
        van.setdefault(patronen[patroon], set()).add(" ".join(split_woorden(plaats)))
    return {nis: {woorden: frozenset(p) for woorden, p in van.items()} for nis, van in alle.items()}


def patroonkenmerk(over: Collection[str], met: Kant, zonder: Kant, omgeving: Omgeving) -> str:
    """
    Return what it says that one name has only a patron saint more, where the lists know whose patron that is.

    ``patroon_klopt``: of the very place that the other name mentions (``Chiro Sint-Ursmarus`` and ``Chiro
    Baasrode``); ``patroon_elders``: of another; ``patroon_hoofd``: the other mentions none, or the municipality
    itself, of whose centre it is the patron; ``patroon_deel``: there it is the patron of a part. Otherwise empty:
    also where one saint is the patron of several places, and beside another place (``Chiro Sint-Jozef Impe``).

    Args:
        over: The proper words that only one name has.
        met, zonder: That name, and the other.
        omgeving: The municipalities of both.
    """
    van = omgeving.parochie(frozenset(over))
    eigen, delen = (kant.plaatsen - omgeving.hoofdnamen for kant in (met, zonder))
    if not van or (eigen and not _delen_plaats(eigen, van)):
        return ""
    if _delen_plaats(van, delen):
        return "patroon_klopt" if len(van) == 1 else ""
    if delen:
        return "patroon_elders"
    return "patroon_hoofd" if _delen_plaats(van, omgeving.hoofdnamen) else "patroon_deel"


def _delen_plaats(een: Collection[str], ander: Collection[str]) -> bool:
    return any(een_plaats(x, y) for x in een for y in ander)
