"""One name in the light of the other: which place names count as places, and what each word is worth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from analytics.duplicates.kern import Schakel, kernen, kernpatroon
from analytics.duplicates.klank import klank
from analytics.duplicates.koepelwerk import waarvoor
from analytics.duplicates.naamdelen import Naam
from analytics.duplicates.omgeving import Omgeving
from analytics.duplicates.taal import woordvormen
from analytics.duplicates.woord import Woord

WAARDE = {"eigen": 1.0, "gewoon": 0.6, "sint": 0.6}
WAARDE_BESCHRIJVEND = 0.5
_BIJ_EIGEN = 0.3
_LANGSTE_AFKORTING = 4
_KORTSTE_KERNKLANK = 6
_LANGSTE_SAMEN = 3  # words of one place: "Oude Kapelle"
# Those who do something, and adjectives that describe more than they name.
_DOENERS = ("ers", "aars", "eurs", "ieren")
_BESCHRIJVEND = ("ige", "ische", "lijke", "ieve", "ale", "aire")
_KLINKERS = frozenset("aeiouy0123456789")
_NOOIT_PLAATS = frozenset({"koepel", "rechtsvorm", "getal", "eer", "soort_zwak"})
_KLEIN = frozenset({"stop", "eer"})
_GEEN = frozenset[str]()
# As many kinds as letters that say little may stand for.
VEEL = 3


@dataclass(frozen=True, eq=False)
class Kant:
    """
    One side of a comparison.

    Attributes:
        klassen: Telling class → what its words stand for.
        tekst: Telling class → its first word as written.
        rest: Proper words → what each is worth.
        vormen: Proper words → how they were written (``groot`` → ``grote``), a saint's name without ``sint``.
        delen: Proper words that are compounds → what each part may be called.
        per_woord: Telling class → what each of its words stands for.
        algemeen: General words.
        plaatsen: Places named.
        plekken: The same, each with all that it may be called.
        plak: All but places, legal forms, honours and small words, glued together.
        laatste: The last word but places, as written.
        zwak: The proper word whose tail is the discipline, where nothing else is (``dijlekoor``).
        soortwoorden: Forms of its words for kinds, and of what these begin with: *kanarie* of the *kanarievrienden*.
        soortteksten: Its words for kinds, as written.
        verwant: Kinds that are written for its own ones, and what its umbrella is for.
        stammen: Everything of its words, and of the parts of its words, that a part of a compound may be.
        schakels: Its proper, small and general words, in order.
    """

    klassen: dict[str, frozenset[str]]
    tekst: dict[str, str]
    rest: dict[str, float]
    vormen: dict[str, str]
    delen: dict[str, tuple[frozenset[str], ...]]
    per_woord: dict[str, list[frozenset[str]]]
    algemeen: frozenset[str]
    plaatsen: frozenset[str]
    plekken: frozenset[frozenset[str]]
    plak: str
    laatste: str
    zwak: str
    soortwoorden: frozenset[str]
    soortteksten: frozenset[str]
    verwant: frozenset[str]
    stammen: frozenset[str]
    schakels: list[Schakel]

    # Asked for few sides: those with proper words that stand alone.
    @cached_property
    def kern(self) -> frozenset[str]:
        """Return the proper words with the small ones between them, glued; in the readings that make sense."""
        return kernen(self.schakels)

    @cached_property
    def kernklank(self) -> frozenset[str]:
        """Return how the glued proper words sound, where they are long enough to tell: ``Ter Beke``, ``Terbeek``."""
        return frozenset(klank(kern) for kern in self.kern if len(kern) >= _KORTSTE_KERNKLANK)

    @cached_property
    def patroon(self) -> re.Pattern[str] | None:
        """Return what such a glued name must look like where words were cut short, otherwise None."""
        return kernpatroon(self.schakels)


@dataclass
class _Opbouw:
    """A side while its words are sorted, see :class:`Kant`."""

    klassen: dict[str, frozenset[str]] = field(default_factory=dict)
    tekst: dict[str, str] = field(default_factory=dict)
    rest: dict[str, float] = field(default_factory=dict)
    vormen: dict[str, str] = field(default_factory=dict)
    delen: dict[str, tuple[frozenset[str], ...]] = field(default_factory=dict)
    per_woord: dict[str, list[frozenset[str]]] = field(default_factory=dict)
    algemeen: set[str] = field(default_factory=set)
    plekken: set[frozenset[str]] = field(default_factory=set)
    verwant: set[str] = field(default_factory=set)
    stammen: set[str] = field(default_factory=set)
    soortwoorden: set[str] = field(default_factory=set)
    soortteksten: set[str] = field(default_factory=set)
    plak: str = ""
    laatste: str = ""
    zwak: Woord | None = None
    zwak_van: str = ""
    schakels: list[Schakel] = field(default_factory=list)

    def neem(self, woord: Woord, klasse: str) -> None:
        """Take in one word that is no place."""
        if klasse == "soort_zwak":
            self.zwak, self.zwak_van = woord, self.laatste
            return
        # A region gives itself and no parts: "Meetjesland" has no "land".
        streek = {f"={waarde}" for waarde in woord.waarden} | woordvormen(woord.tekst)
        self.stammen |= streek if klasse == "streek" else woord.stammen.union(*woord.delen)
        if klasse in _KLEIN:
            if klasse == "stop":
                self.schakels.append(("klein", woord))
            return
        self.plak += woord.tekst
        self.laatste = woord.tekst
        if klasse in WAARDE:
            waarde = woord.langste
            vorm = woord.tekst.removeprefix("sint") if klasse == "sint" else woord.tekst
            self._eigen(woord, waarde, _waarde(klasse, waarde), vorm or woord.tekst)
        elif klasse == "algemeen":
            self.algemeen |= woord.waarden
            self.schakels.append(("algemeen", woord))
        else:
            if klasse == "wind" or (klasse == "getal" and woord.tekst.isalpha()):
                self.schakels.append(("algemeen", woord))  # "Far West" and "Farwest", "Twee-Klank" and "Tweeklank"
            eerder = self.klassen.get(klasse, frozenset())
            if klasse == "soort" and (eerder or "koepel" in self.klassen) and woord.tekst.endswith(_DOENERS):
                # "Wandelclub De Stappers", "Chiro De Ruiters": who they are, no longer what they do.
                self._eigen(woord, woord.tekst, WAARDE["gewoon"], woord.tekst)
                return
            if klasse == "soort" and eerder and len(woord.waarden) < VEEL <= min(map(len, self.per_woord[klasse])):
                self.tekst[klasse] = woord.tekst
            self.klassen[klasse] = eerder | woord.waarden
            self.per_woord.setdefault(klasse, []).append(woord.waarden)
            self.tekst.setdefault(klasse, woord.tekst)
            self.verwant |= woord.verwant
            if klasse == "koepel":
                self.verwant |= waarvoor(woord.waarden)
            if klasse == "soort":
                self.soortwoorden |= woordvormen(woord.tekst) | woord.kop
                self.soortteksten.add(woord.tekst)

    def _verduidelijk(self) -> None:
        """Take letters that may be many kinds for the kind that stands beside them: ``BC De Kroon (badminton)``."""
        woorden = self.per_woord.get("soort", [])
        zeker = [w for w in woorden if len(w) < VEEL]
        if zeker and len(zeker) < len(woorden):
            self.per_woord["soort"] = zeker
            self.klassen["soort"] = frozenset[str]().union(*zeker)

    def _eigen(self, woord: Woord, naam: str, waarde: float, vorm: str) -> None:
        self.rest[naam], self.vormen[naam] = waarde, vorm
        self.schakels.append(("eigen", woord))
        if woord.delen:
            self.delen[naam] = woord.delen

    def kant(self) -> Kant:
        """Return the side when all its words are in."""
        rest = self.rest
        if len(rest) > 1 and any(waarde >= 1 and w not in self.delen for w, waarde in rest.items()):
            # Beside a name of its own "WVC" is what kind of club it is.
            rest = {w: min(waarde, _BIJ_EIGEN) if _is_afkorting(w) else waarde for w, waarde in rest.items()}
        zwak_van = ""
        if self.zwak is not None and not self.klassen.keys() & {"soort", "koepel"}:
            zwak_van = self.zwak_van
            self.klassen["soort"], self.tekst["soort"] = self.zwak.waarden, self.zwak.tekst
            self.per_woord["soort"] = [self.zwak.waarden]
            self.verwant |= self.zwak.verwant
        if self.zwak is not None:
            self.stammen |= self.zwak.stammen
        self._verduidelijk()
        return Kant(
            self.klassen,
            self.tekst,
            rest,
            self.vormen,
            self.delen,
            self.per_woord,
            frozenset(self.algemeen),
            frozenset[str]().union(*self.plekken),
            frozenset(self.plekken),
            self.plak,
            self.laatste,
            zwak_van,
            frozenset(self.soortwoorden),
            frozenset(self.soortteksten),
            frozenset(self.verwant),
            frozenset(self.stammen),
            self.schakels,
        )


def delen_klasse(een: Kant, ander: Kant, klasse: str) -> bool:
    """Tell whether both names have a telling word of this class that stands for the same."""
    return not een.klassen.get(klasse, _GEEN).isdisjoint(ander.klassen.get(klasse, _GEEN))


def maak_kant(naam: Naam, omgeving: Omgeving) -> Kant:
    """Sort the words of a name."""
    opbouw = _Opbouw()
    woorden = naam.alle if any(w.klasse not in _KLEIN for w in naam.alle) else naam.woorden
    i = 0
    while i < len(woorden):
        lengte, plaatsen = _plaats(woorden, i, omgeving)
        if lengte:
            opbouw.plekken.add(plaatsen)
            opbouw.stammen.update(*(w.stammen for w in woorden[i : i + lengte]))
            i += lengte
        elif samen := omgeving.kop(woorden[i].koppen) if _kan_plaats(woorden[i]) else None:
            # "Hanswijkvrienden" are the vrienden of Hanswijk.
            plaats, staart = samen
            opbouw.plekken.add(frozenset({plaats}))
            opbouw.stammen |= woorden[i].stammen
            opbouw.neem(staart, staart.klasse)
            i += 1 + (i + 1 < len(woorden) and woorden[i + 1].klasse == "soort_zwak")
        else:
            opbouw.neem(woorden[i], woorden[i].anders if woorden[i].klasse == "plaats" else woorden[i].klasse)
            i += 1
    return opbouw.kant()


def _plaats(woorden: Sequence[Woord], i: int, omgeving: Omgeving) -> tuple[int, frozenset[str]]:
    """Return how many words from *i* on name a place of the two records, and how it may be called."""
    woord = woorden[i]
    if woord.klasse == "plaats" and (woord.nis & omgeving.nis or not (omgeving.nis or woord.anders == "sint")):
        # Without any place "Sint-Jan" is a saint before it is a part of Ieper.
        return 1, woord.waarden
    if woord.klasse not in _NOOIT_PLAATS:
        for lengte in range(min(_LANGSTE_SAMEN, len(woorden) - i), 1, -1):
            deel = woorden[i : i + lengte]
            if not any(w.klasse in _NOOIT_PLAATS for w in deel) and (
                plaats := omgeving.samen("".join(w.tekst for w in deel))
            ):
                return lengte, frozenset({plaats})
    plaats = ""
    if woord.klasse == "sint" or (woord.klasse == "plaats" and woord.anders == "sint"):
        # "Sint-Michiel" and "Sint-Michiels", "Sint-Lenaart" and "Sint-Lenaarts".
        vormen = (woord.langste, f"{woord.langste}s", woord.langste.removesuffix("s"))
        plaats = next(filter(omgeving.heeft, vormen), "") or omgeving.samen(woord.tekst) or omgeving.lang(woord.langste)
    elif woord.klasse == "gewoon":
        plaats = omgeving.kort(woord.tekst)
    elif _kan_plaats(woord):
        plaats = omgeving.plaats(woord.tekst, afgebroken=woord.afgebroken)
    return (1, frozenset({plaats})) if plaats else (0, frozenset())


def _kan_plaats(woord: Woord) -> bool:
    """Tell whether a word that is no place of the lists may be one of the two records' own."""
    return woord.klasse == "eigen" or (woord.klasse == "plaats" and woord.anders == "eigen")


def _is_afkorting(woord: str) -> bool:
    return 2 <= len(woord) <= _LANGSTE_AFKORTING and not set(woord) & _KLINKERS


def _waarde(klasse: str, woord: str) -> float:
    """Return what a proper word is worth; two letters are an abbreviation of something common more often than not."""
    if klasse == "eigen" and len(woord) <= 3:
        return 0.3 if len(woord) < 3 else 0.5 if not set(woord) & _KLINKERS else 1.0
    if klasse == "eigen" and len(woord) > 6 and woord.endswith(_BESCHRIJVEND):
        return WAARDE_BESCHRIJVEND
    return WAARDE[klasse]
