"""The municipalities of two records together, and which words of a name are places in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from analytics.duplicates.klank import klank, oude_klank
from analytics.duplicates.woord import Woord

_KORTSTE_PLAATS = 5
_KORTSTE_STAART = 4
_KORTSTE_GROF = 3
_KORTSTE_OUD = 4
_KORTSTE_BEGIN = 3
_KORTSTE_VOLKSNAAM = 6
_OUD_LANGER = 5
_ZELFDE_LETTER = (frozenset("ckq"), frozenset("sz"), frozenset("vf"), frozenset("iye"))
# What a place is before it is named: "Beneden-Leeuwen", "Oude Kapelle".
_BIJNAMEN = frozenset({"beneden", "groote", "kleine", "nieuwe", "opper", "noorder", "zuider", "midden"})
_BIJVOEGLIJK = ("se", "sche", "er", "aars", "enaars")


#: Words of a patron saint → the places whose patron that is.
Parochies: TypeAlias = Mapping[frozenset[str], frozenset[str]]


def ruimte(lengte: int) -> int:
    """Return how many edits a word of this length may be away: one from 4 letters, two from 7, three from 14."""
    return 1 + (lengte >= 7) + (lengte >= 14)


@dataclass(frozen=True, eq=False)
class Gemeente:
    """
    One municipality, and which words mean a place in it.

    Attributes:
        nis: Its code; a name that no list knows stands for itself.
        hoofdnamen: Names under which the whole of it goes or went.
        nieuw: Those of today that it got in a merger: ``Pelt``, but not ``Tielt``.
        namen: All names of it and its parts.
        parochies: Words of a patron saint → the parts whose patron that is.
    """

    nis: str
    hoofdnamen: frozenset[str] = frozenset()
    nieuw: frozenset[str] = frozenset()
    namen: frozenset[str] = frozenset()
    parochies: Parochies = field(default_factory=dict)

    def plaats(self, woord: str) -> str:
        """Return the place that a word no list knows means: misspelt, in old spelling; empty if none."""
        if woord not in self._gezocht:
            self._gezocht[woord] = self._zoek(woord) if self._geplakt else ""
        return self._gezocht[woord]

    def begint(self, woord: str) -> str:
        """Return the place that a word cut short with a dot begins; empty if none. *Vl.* says too little."""
        if len(woord) < _KORTSTE_BEGIN:
            return ""
        return next((naam for naam, plak in self._geplakt.items() if plak.startswith(woord)), "")

    def lang(self, naam: str) -> str:
        """Return the place whose name goes on where this one ends, the first of the alphabet; empty if none."""
        return min((lang for lang in self.namen if lang.startswith(f"{naam} ")), default="")

    def samen(self, woorden: str) -> str:
        """Return the place that some words glued together mean (``oudekapelle``), in any spelling; empty if none."""
        if woorden[0] not in self._voorletters or len(woorden) > self._langste:
            return ""
        return self._grof.get(oude_klank(woorden), "") or self._van_bijvoeglijk(woorden)

    # Most words that stand side by side are no place: these say so at a glance.
    @cached_property
    def _voorletters(self) -> frozenset[str]:
        """Return with which letters a place may begin, in any spelling."""
        letters = {naam[0] for naam in self.namen}
        return frozenset(letters.union(*(gelijk for gelijk in _ZELFDE_LETTER if letters & gelijk)))

    @cached_property
    def _langste(self) -> int:
        """Return how long a place may be when it is written as an adjective or in old spelling."""
        return max(map(len, self.namen), default=0) + _OUD_LANGER

    # Names of one municipality share most of their words.
    @cached_property
    def _gezocht(self) -> dict[str, str]:
        return {}

    def _zoek(self, woord: str) -> str:
        if woord in self.namen:  # "Mere", which to other lists is a mother
            return woord
        bekend = self.staarten.get(woord) or self.staarten.get(klank(woord)) or self._oud(woord)
        if bekend or len(woord) < _KORTSTE_PLAATS:
            return bekend or self._ingekort(woord)
        treffer = extractOne(woord, self._geplakt, scorer=OSA.distance, score_cutoff=ruimte(len(woord)))
        if treffer is not None and ruimte(len(treffer[0])) >= treffer[1]:
            return str(treffer[2])
        return self._ingekort(woord) or self._volksnaam(woord)

    @cached_property
    def staarten(self) -> dict[str, str]:
        """Return how places are called for short, and as they sound: ``Latem``, ``Vigte`` → the name."""
        kort = {naam.split()[-1]: naam for naam in sorted(self.namen) if " " in naam}
        klanken = {klank(plak): naam for naam, plak in self._geplakt.items() if len(plak) >= _KORTSTE_PLAATS}
        begin = {naam.split()[0]: naam for naam in sorted(self.hoofdnamen) if " " in naam and naam[:5] != "sint "}
        delen = {naam.split()[0]: naam for naam in sorted(self.namen) if " " in naam}
        delen = {kop: naam for kop, naam in delen.items() if len(kop) > _KORTSTE_PLAATS and kop not in _BIJNAMEN}
        kort = delen | begin | kort
        return klanken | {woord: naam for woord, naam in kort.items() if len(woord) >= _KORTSTE_STAART}

    @cached_property
    def _geplakt(self) -> dict[str, str]:
        """Return each name → the same without spaces; short ones look like too many words."""
        return {naam: naam.replace(" ", "") for naam in sorted(self.namen) if len(naam) > 4}

    @cached_property
    def _grof(self) -> dict[str, str]:
        klanken = {oude_klank(naam): naam for naam in sorted(self.namen)}
        return {grof: naam for grof, naam in klanken.items() if len(grof) >= _KORTSTE_GROF}

    def _oud(self, woord: str) -> str:
        """Return the place in old spelling, or the one that the word is an adjective of: ``Zeelse`` for Zele."""
        if len(woord) < _KORTSTE_OUD:
            return ""
        bekend = self._grof.get(oude_klank(woord))
        return bekend or (self._van_bijvoeglijk(woord) if len(woord) >= _KORTSTE_PLAATS else "")

    def _van_bijvoeglijk(self, woord: str) -> str:
        stammen = (woord.removesuffix(eind) for eind in _BIJVOEGLIJK if woord.endswith(eind))
        return next((naam for stam in stammen if (naam := self._bijvoeglijk.get(oude_klank(stam)))), "")

    @cached_property
    def _bijvoeglijk(self) -> dict[str, str]:
        """Return what stays of a place before *-se* or *-er*, as it sounds."""
        uit: dict[str, str] = {}
        for grof, naam in (self._grof | {oude_klank(kort): naam for kort, naam in self.staarten.items()}).items():
            for stam in {grof, re.sub("(?:en|e|s)$", "", grof)}:
                if len(stam) > 2:
                    uit.setdefault(stam, naam)
        return uit

    def _ingekort(self, woord: str) -> str:
        """Return the place of which the middle was left out: ``G'bergen``, ``R'lede``."""
        if len(woord) < _KORTSTE_STAART + 1:
            return ""
        for naam, plak in self._geplakt.items():
            if plak[0] == woord[0] and plak.endswith(woord[1:]) and len(plak) > len(woord) + 1:
                return naam
        return ""

    def _volksnaam(self, woord: str) -> str:
        """Return the one place that a word begins or ends: ``Windeke`` for Denderwindeke, ``Boxberg``."""
        if len(woord) < _KORTSTE_VOLKSNAAM:
            return ""
        langer = [
            naam
            for naam, plak in self._geplakt.items()
            if len(plak) - len(woord) >= _KORTSTE_BEGIN and (plak.endswith(woord) or plak.startswith(woord))
        ]
        return langer[0] if len(langer) == 1 else ""


@dataclass(frozen=True)
class Omgeving:
    """The municipalities of both records together; none when neither has a place: any place name counts as one."""

    gemeenten: tuple[Gemeente, ...] = ()

    @cached_property
    def nis(self) -> frozenset[str]:
        """Return their codes."""
        return frozenset(gemeente.nis for gemeente in self.gemeenten)

    @cached_property
    def hoofdnamen(self) -> frozenset[str]:
        """Return the names of a whole one: ``Gijzegem`` beside ``Aalst`` is no ``Gijzegem`` beside ``Herdersem``."""
        return frozenset[str]().union(*(gemeente.hoofdnamen for gemeente in self.gemeenten))

    @cached_property
    def nieuw(self) -> frozenset[str]:
        """Return the names that came with a merger: ``Pelt``, of which ``Neerpelt`` and ``Overpelt`` became parts."""
        return frozenset[str]().union(*(gemeente.nieuw for gemeente in self.gemeenten))

    def plaats(self, woord: str, *, afgebroken: bool = False) -> str:
        """Return the place that a word no list knows means: misspelt, in old spelling, cut short; empty if none."""
        for gemeente in self.gemeenten:
            if plaats := gemeente.begint(woord) if afgebroken else gemeente.plaats(woord):
                return plaats
        return ""

    def kort(self, woord: str) -> str:
        """Return the place that is called so for short (``Latem``); empty if none."""
        return next((g.staarten[woord] for g in self.gemeenten if woord in g.staarten), "")

    def heeft(self, naam: str) -> bool:
        """Tell whether this is the name of a place in them."""
        return any(naam in gemeente.namen for gemeente in self.gemeenten)

    def lang(self, naam: str) -> str:
        """Return the place whose name goes on where this one ends: ``Sint-Job-in-'t-Goor``; empty if none."""
        return next(filter(None, (gemeente.lang(naam) for gemeente in self.gemeenten)), "")

    def parochie(self, patroon: frozenset[str]) -> frozenset[str]:
        """Return the places whose patron saint these words are."""
        return frozenset[str]().union(*(gemeente.parochies.get(patroon, ()) for gemeente in self.gemeenten))

    def kop(self, koppen: Iterable[tuple[str, Woord]]) -> tuple[str, Woord] | None:
        """Return the place that a compound begins with, and what it then ends in: ``herdersem`` and *vissers*."""
        return next((kop for kop in koppen if self.heeft(kop[0])), None)

    def samen(self, woorden: str) -> str:
        """Return the place that some words glued together mean (``oudekapelle``), in any spelling; empty if none."""
        if len(woorden) >= _KORTSTE_PLAATS:
            for gemeente in self.gemeenten:
                if plaats := gemeente.samen(woorden):
                    return plaats
        return ""
