"""The word lists that know how Flemings name an association: data in ``data/referentie/dubbels``, read here."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from analytics.duplicates.andere_namen import AndereNamen
from analytics.duplicates.klank import klank
from analytics.duplicates.tekst import min_letter, split_woorden
from analytics.errors import InstellingFout

# Shorter words sound alike too often.
_KORTSTE_KLANK = 6
_KORTSTE_BEGIN = 5  # of a compound, and its last part
_KORTSTE_STAART = 3
#: "schakel" is too near "schaken"; shorter words are not mended.
KORTSTE_VERBETERD = 8
_VORMELIJK = {"rechtsvorm", "eer", "stop", "algemeen"}
_TELLEND = {"koepel", "soort", "geslacht", "leeftijd", "neven", "wind", "streek", "getal"}
_DEELBAAR = frozenset({"algemeen", "soort", "koepel", "neven", "leeftijd", "geslacht", "gewoon"})
_NAMEN = frozenset({"eigen", "gewoon"})
KLASSEN = frozenset(_VORMELIJK | _TELLEND | {"bekend_als", "eigen", "gewoon", "heilige", "plaatsnaam", "verwant"})


@dataclass(frozen=True)
class Term:
    """
    What a word or phrase means.

    Attributes:
        klasse: One of :data:`KLASSEN`.
        waarden: What it may stand for: ``vc`` is ``voetbal`` or ``volleybal``, ``kav`` is ``femma``.
    """

    klasse: str
    waarden: frozenset[str]


@dataclass(frozen=True)
class Woorden:
    """
    All known words.

    Attributes:
        termen: Words and phrases, as a tuple of folded words.
        heiligen: Saint's name as written after ``Sint`` → the one spelling we compare.
        verwant: Kind → the kinds that are written for it.
        bekend: Associations that go by several names.
    """

    termen: Mapping[tuple[str, ...], Term]
    heiligen: Mapping[str, str]
    verwant: Mapping[str, frozenset[str]]
    bekend: AndereNamen

    @cached_property
    def enkel(self) -> dict[str, Term]:
        """Return the single words, without spaces."""
        return {vorm[0]: term for vorm, term in self.termen.items() if len(vorm) == 1}

    @cached_property
    def losse(self) -> frozenset[str]:
        """Return every word that occurs in a form, alone or in a phrase."""
        return frozenset(woord for vorm in self.termen for woord in vorm)

    @cached_property
    def staarten(self) -> frozenset[str]:
        """Return the words that a compound may be made of."""
        return frozenset(vorm for vorm, term in self.enkel.items() if term.klasse in _DEELBAAR and len(vorm) > 2)

    @cached_property
    def weglatingen(self) -> dict[str, tuple[str, ...]]:
        """Return what stays of long words when a letter falls out → the words; not of names, nor of who does what."""
        vormen: dict[str, list[str]] = {}
        namen = {vorm[0] for vorm, term in self.termen.items() if len(vorm) == 1 and term.klasse in _NAMEN}
        for woord in sorted(self.losse - namen):
            if len(woord) >= KORTSTE_VERBETERD and not woord.endswith(("ers", "aars")):
                for vorm in min_letter(woord):
                    vormen.setdefault(vorm, []).append(woord)
        return {vorm: tuple(woorden) for vorm, woorden in vormen.items()}

    def met_tussenklank(self, woord: str) -> str:
        """Return the compound that *woord* is but for the sound between its parts (``duivebond``); empty if none."""
        knippen = range(_KORTSTE_BEGIN, len(woord) - _KORTSTE_STAART)
        delen = ((woord[:knip], woord[knip:]) for knip in knippen if woord[knip:] in self.staarten)
        heel = (f"{voor}{klank_}{na}" for voor, na in delen for klank_ in "ns")
        return next((vorm for vorm in heel if vorm in self.losse), "")

    @cached_property
    def _naar_klank(self) -> dict[str, Term]:
        return {klank(vorm): term for vorm, term in self.enkel.items() if len(vorm) >= _KORTSTE_KLANK}

    def zoek(self, woord: str) -> Term | None:
        """Return the meaning of one word, also when it is spelt as it sounds (``volcsdans``, ``reusen``)."""
        term = self.enkel.get(woord)
        if term is None and len(woord) >= _KORTSTE_KLANK:
            return self._naar_klank.get(klank(woord))
        return term


def lees_woorden(map_: Path) -> Woorden:
    """
    Read every ``*.csv`` of a folder: ``vorm``, ``klasse``, ``waarde`` (alternatives split by ``|``).

    Raises:
        InstellingFout: If the folder has no list, a class is unknown, or a form has two meanings.
    """
    termen: dict[tuple[str, ...], Term] = {}
    gelijk: list[tuple[str, str]] = []
    verwant: dict[str, set[str]] = {}
    bekend: dict[tuple[str, ...], str] = {}
    for pad in sorted(map_.glob("*.csv")):
        with pad.open(encoding="utf-8", newline="") as bestand:
            for regel in csv.DictReader(bestand):
                klasse, vorm = regel["klasse"], regel["vorm"]
                if klasse == "verwant":
                    verwant.setdefault(vorm, set()).add(regel["waarde"])
                    verwant.setdefault(regel["waarde"], set()).add(vorm)
                    continue
                if klasse not in KLASSEN:
                    raise InstellingFout(
                        f"{pad.name}: klasse {klasse!r} van {vorm!r} is onbekend. Verbeter de woordenlijst."
                    )
                if klasse == "heilige":
                    gelijk.append((vorm, regel["waarde"]))
                    continue
                sleutel = tuple(split_woorden(vorm))
                if klasse == "bekend_als":
                    bekend[sleutel] = regel["waarde"]
                    continue
                term = Term(klasse, frozenset(filter(None, regel["waarde"].split("|"))))
                if termen.setdefault(sleutel, term) != term:
                    raise InstellingFout(
                        f"{pad.name}: {vorm!r} staat er al met een andere waarde. Schrap een van beide."
                    )
    if not termen:
        raise InstellingFout(f"Geen woordenlijsten gevonden in de map {map_.name!r}. Controleer data/referentie.")
    soorten = {soort: frozenset(s) for soort, s in verwant.items()}
    return Woorden(termen, _een_schrijfwijze(gelijk), soorten, AndereNamen(bekend))


def _een_schrijfwijze(gelijk: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return each name → the spelling most often given for all that it equals, directly or through another."""
    vaak = Counter(waarde for _, waarde in gelijk)
    naar: dict[str, str] = {}

    def hoofd(naam: str) -> str:
        while naar.setdefault(naam, naam) != naam:
            naam = naar[naam]
        return naam

    for vorm, waarde in gelijk:
        een, ander = sorted((hoofd(vorm), hoofd(waarde)), key=lambda naam: (-vaak[naam], naam))
        naar[ander] = een
    return {naam: hoofd(naam) for naam in naar}
