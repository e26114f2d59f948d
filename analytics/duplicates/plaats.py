"""Where an association is: every spelling of a place brought to the municipality of today."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import pandas as pd

from analytics.duplicates.klank import oude_klank
from analytics.duplicates.omgeving import Parochies
from analytics.duplicates.tekst import split_woorden

# One vowel and one consonant: the vowel doubles when the syllable closes.
_OPEN = re.compile(r"(?<![aeiou])[aeo][^aeiou]$")
_KORTSTE_BIJVOEGLIJK = 5
_KORTSTE_DEEL = 3
_KORTSTE_EERSTE = 5  # "Sint" says nothing
_WAAS = ("waas",)  # says in which Beveren, not in which part of it
_BRUSSEL = "21"  # the arrondissement, which is the region


@dataclass(frozen=True)
class Plaatsen:
    """
    The places of the country.

    Attributes:
        namen: Words of a municipality (old or new) or part of one → NIS codes of today it may lie in.
        hoofdnamen: NIS code → words of the names the whole municipality goes by, or went by before it merged.
        heden: NIS code → words of the names it goes by today.
        nieuw: Those of ``heden`` that it got in a merger.
        postcodes: Postcode → NIS code of today.
        buren: NIS code → those of the municipalities that border on it.
        parochies: NIS code → words of a patron saint → the parts whose patron that is.
    """

    namen: Mapping[tuple[str, ...], frozenset[str]]
    hoofdnamen: Mapping[str, frozenset[tuple[str, ...]]]
    heden: Mapping[str, frozenset[tuple[str, ...]]]
    nieuw: Mapping[str, frozenset[tuple[str, ...]]]
    postcodes: Mapping[str, str]
    buren: Mapping[str, frozenset[str]] = field(default_factory=dict)
    parochies: Mapping[str, Parochies] = field(default_factory=dict)

    @cached_property
    def bijvoeglijk(self) -> dict[str, str]:
        """Return adjectives that are more than the name and an ending: ``brugse`` → ``brugge``."""
        vormen: dict[str, str] = {}
        for woorden in sorted(self.namen):
            for stam in _stammen(woorden[0]) if len(woorden) == 1 else ():
                for eind in ("s", "se", "sche"):
                    if len(stam) + len(eind) >= _KORTSTE_BIJVOEGLIJK:
                        vormen.setdefault(stam + eind, woorden[0])
        return vormen

    @cached_property
    def per_nis(self) -> dict[str, frozenset[str]]:
        """Return NIS code → all names of the municipality and its parts, as folded words."""
        namen: dict[str, set[str]] = defaultdict(set)
        for woorden, nissen in self.namen.items():
            for nis in nissen:
                namen[nis].add(" ".join(woorden))
        return {nis: frozenset(n) for nis, n in namen.items()}

    @cached_property
    def _oud(self) -> dict[str, frozenset[str]]:
        """Return every name as it sounds in any of its spellings → its municipalities: ``Sleydinge``."""
        return {oude_klank("".join(naam)): self.namen[naam] for naam in sorted(self.namen)}

    def met(self, namen: Iterable[tuple[str, str]]) -> Plaatsen:
        """Return the same with more names of places in municipalities: ``(name, NIS code)``."""
        meer = {woorden: set(nissen) for woorden, nissen in self.namen.items()}
        for naam, nis in namen:
            if woorden := tuple(split_woorden(naam)):
                meer.setdefault(woorden, set()).add(nis)
        return replace(self, namen={woorden: frozenset(nissen) for woorden, nissen in meer.items()})

    def nis(self, postcode: str, gemeente: str) -> frozenset[str]:
        """
        Return the municipalities an address may lie in; a name stands for itself when no list knows it.

        The postcode decides. Without one a part of a municipality that exists twice (Mariakerke) gives both, and
        brackets are tried both ways: ``Borgerhout (Antwerpen)``, ``Antwerpen 5`` and ``Gijzegem/Aalst`` are found.
        """
        if postcode in self.postcodes:
            return frozenset({self.postcodes[postcode]})
        woorden = [woord for woord in split_woorden(gemeente) if not woord.isdigit()]
        if not woorden:
            return frozenset({f"postcode {postcode}"}) if postcode else frozenset()
        treffers = [self.namen[deel] for deel in _stukken(woorden) if deel in self.namen]
        if not treffers:
            treffers = [self._oud[oud]] if (oud := oude_klank("".join(woorden))) in self._oud else []
        if not treffers:
            return frozenset({" ".join(woorden)})
        gedeeld = frozenset.intersection(*treffers)
        return gedeeld or treffers[0]

    def deel(self, gemeente: str, nis: str) -> str:
        """Return which part of the municipality *nis* an address names; empty for the whole, or an unknown name."""
        woorden = [woord for woord in split_woorden(gemeente) if not woord.isdigit()]
        if tuple(woorden[-1:]) == _WAAS and nis in self.namen.get(tuple(woorden[:-1]), ()):
            woorden.pop()
        heel, *stukken = _stukken(woorden)
        hoofd = self.heden.get(nis, frozenset())
        if heel in hoofd:  # "Houthalen-Helchteren" is more than Houthalen
            return ""
        for deel in (heel, *stukken):
            if deel in hoofd:
                continue
            if nis in self.namen.get(deel, ()):
                return " ".join(deel)
            if deel and (naam := self._oud_in.get((nis, oude_klank("".join(deel))))):
                return "" if tuple(naam.split()) in hoofd else naam
        return ""

    @cached_property
    def _oud_in(self) -> dict[tuple[str, str], str]:
        """Return municipality and how a name in it sounds in any spelling → the name, the first of the alphabet."""
        namen = sorted((" ".join(naam), nis) for naam, nissen in self.namen.items() for nis in nissen)
        return {(nis, oude_klank(naam)): naam for naam, nis in reversed(namen)}


def _zonder_voorvoegsel(
    woorden: tuple[str, ...], nis: str, namen: Mapping[tuple[str, ...], set[str]]
) -> tuple[str, ...]:
    """Return what ``Ertvelde-Rieme`` adds to Ertvelde, where that lies in the same municipality."""
    for i in range(len(woorden) - 1, 0, -1):
        if nis in namen.get(woorden[:i], ()) and len("".join(woorden[i:])) >= _KORTSTE_DEEL and woorden[i:] != _WAAS:
            return woorden[i:]
    return woorden


def _stammen(naam: str) -> list[str]:
    """Return what stays of a place before *-s(e)*: ``mechel``, ``brug``, ``roeselaar``, ``ninoof``."""
    if naam.endswith("en"):
        return [naam[:-2]]
    if not naam.endswith("e"):
        return []
    kaal = naam[:-1]
    if len(kaal) > 2 and kaal[-1] == kaal[-2]:
        return [kaal[:-1]]
    if _OPEN.search(kaal):
        kaal = kaal[:-1] + kaal[-2:]
    return [kaal[:-1] + {"v": "f", "z": ""}.get(kaal[-1], kaal[-1])]


def _stukken(woorden: list[str]) -> list[tuple[str, ...]]:
    """Return the longest runs of words first: all of them, then each split in two."""
    heel = tuple(woorden)
    return [heel] + [deel for i in range(1, len(heel)) for deel in (heel[:i], heel[i:])]


def maak_plaatsen(
    postcodes: pd.DataFrame,
    deelgemeenten: pd.DataFrame,
    gemeentefusies: pd.DataFrame,
    *,
    gehuchten: pd.DataFrame,
    buurgemeenten: pd.DataFrame,
) -> Plaatsen:
    """
    Build the place lists.

    Args:
        postcodes: ``postcode``, ``gemeente`` (empty outside Flanders and Brussels), ``nis`` of today.
        deelgemeenten: ``deelgemeente``, ``nis``, ``gemeente``; the last two may date from before a merger.
        gemeentefusies: ``oude_gemeente``, ``oude_nis``, ``gemeente``, ``nis``.
        gehuchten: ``gehucht``, ``postcode``: hamlets and quarters that no list of parts has.
        buurgemeenten: ``nis_a``, ``nis_b``: each border between municipalities of today once.
    """
    vandaag = dict(zip(gemeentefusies["oude_nis"], gemeentefusies["nis"], strict=True))
    namen: dict[tuple[str, ...], set[str]] = defaultdict(set)
    hoofd: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    benoemd = postcodes[postcodes["gemeente"].fillna("") != ""]
    for naam, nis in zip(benoemd["gemeente"], benoemd["nis"], strict=True):
        namen[tuple(split_woorden(naam))].add(nis)
        hoofd[nis].add(tuple(split_woorden(naam)))
    heden = {nis: frozenset(n) for nis, n in hoofd.items()}
    for nis, benamingen in heden.items():
        for woorden in benamingen:  # "Heist" for Heist-op-den-Berg
            if len(woorden) > 1 and len(woorden[0]) >= _KORTSTE_EERSTE:
                namen[woorden[:1]].add(nis)
    for kolom, bron in (("deelgemeente", deelgemeenten), ("gemeente", deelgemeenten)):
        for naam, nis in zip(bron[kolom], bron["nis"], strict=True):
            namen[tuple(split_woorden(naam))].add(vandaag.get(nis, nis))
            if kolom == "gemeente":
                hoofd[vandaag.get(nis, nis)].add(tuple(split_woorden(naam)))
    for naam, nis in zip(gemeentefusies["oude_gemeente"], gemeentefusies["nis"], strict=True):
        namen[tuple(split_woorden(naam))].add(nis)
        hoofd[nis].add(tuple(split_woorden(naam)))
    oud = {woorden for nis, benamingen in hoofd.items() for woorden in benamingen - heden.get(nis, frozenset())}
    oud |= {tuple(split_woorden(naam)) for naam in deelgemeenten["deelgemeente"]}
    oud |= {tuple(split_woorden(naam)) for naam in gemeentefusies["oude_gemeente"]}
    nieuw = {nis: benamingen - oud for nis, benamingen in heden.items()}
    naar_nis = dict(zip(postcodes["postcode"], postcodes["nis"], strict=True))
    for naam, postcode in zip(gehuchten["gehucht"], gehuchten["postcode"], strict=True):
        nis = naar_nis[postcode]
        namen[_zonder_voorvoegsel(tuple(split_woorden(naam)), nis, namen)].add(nis)
    buren: dict[str, set[str]] = defaultdict(set)
    for een, ander in zip(buurgemeenten["nis_a"], buurgemeenten["nis_b"], strict=True):
        buren[een].add(ander)
        buren[ander].add(een)
    for nis in set(benoemd["nis"]):
        if nis.startswith(_BRUSSEL):  # each of the nineteen calls itself Brussels
            namen[("brussel",)].add(nis)
    return Plaatsen(
        {naam: frozenset(nissen) for naam, nissen in namen.items() if naam},
        {nis: frozenset(n) for nis, n in hoofd.items()},
        heden,
        nieuw,
        naar_nis,
        {nis: frozenset(andere) for nis, andere in buren.items()},
    )
