"""
Patterns of the search engine: wildcards, and regular expressions between slashes.

Both match in time linear in the text, whatever is typed: the engine runs automata, where
backtracking could keep the register busy for hours.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

Past = Callable[[str], bool]
_MEESTE_TOESTANDEN = 2_000
_MEESTE_OVERGANGEN = 100_000
_LANGSTE = 1_000
_HERHALING = re.compile(r"\{([0-9]{1,4})(,?)([0-9]{0,4})\}")
_LAATSTE = chr(0x10FFFF)


def lees_jokers(tekst: str, vouw: Callable[[str], str]) -> Past:
    """Give the test for *tekst* with ``*`` and ``?``; what stands between them goes through *vouw*."""
    delen: list[str] = [""]
    for deel in re.findall(r"\\.|[*?]|[^*?\\]+|\\$", tekst):
        if deel == "*":
            # Neighbouring stars are one.
            delen += [""] if delen[-1] or len(delen) == 1 else []
        else:
            delen[-1] += "." if deel == "?" else re.escape(vouw(re.sub(r"\\(.)", r"\1", deel)))
    # An atomic group takes the first place where a part fits: a later one never helps.
    midden = "".join(f"(?>.*?{deel})" for deel in delen[1:-1])
    staart = f".*{delen[-1]}" if len(delen) > 1 else ""
    past = re.compile(delen[0] + midden + staart, re.DOTALL).fullmatch
    return lambda waarde: past(waarde) is not None


@dataclass(frozen=True, slots=True)
class _Teken:
    """One character out of ranges, or out of all others."""

    reeksen: tuple[tuple[str, str], ...]
    andere: bool = False

    def past(self, teken: str) -> bool:
        return any(laag <= teken <= hoog for laag, hoog in self.reeksen) != self.andere


@dataclass(frozen=True, slots=True)
class _Reeks:
    delen: tuple[_Deel, ...]


@dataclass(frozen=True, slots=True)
class _Keuze:
    delen: tuple[_Deel, ...]


@dataclass(frozen=True, slots=True)
class _Herhaling:
    deel: _Deel
    minstens: int
    hoogstens: int | None


_Deel = _Teken | _Reeks | _Keuze | _Herhaling
_ALLES = _Teken(((chr(0), _LAATSTE),))


def lees_patroon(tekst: str) -> Past:
    """
    Give the test for a regular expression: ``. | ? * + {n,m} [] () ""`` and escapes, over the whole value.

    Raises:
        ValueError: A pattern that cannot be read, or that takes too many states, as the engine refuses.
    """
    if len(tekst) > _LANGSTE:
        raise ValueError("pattern too long")
    lezer = _Lezer(tekst)
    deel = lezer.keuze()
    if lezer.plaats != len(tekst):
        raise ValueError("pattern")
    return _Automaat.van(deel).past


class _Lezer:
    def __init__(self, tekst: str) -> None:
        self._tekst = tekst
        self.plaats = 0

    def _nu(self) -> str:
        return self._tekst[self.plaats : self.plaats + 1]

    def _volgende(self) -> str:
        teken = self._nu()
        if not teken:
            raise ValueError("pattern ends too early")
        self.plaats += 1
        return teken

    def keuze(self) -> _Deel:
        delen = [self._reeks()]
        while self._nu() == "|":
            self.plaats += 1
            delen.append(self._reeks())
        return delen[0] if len(delen) == 1 else _Keuze(tuple(delen))

    def _reeks(self) -> _Deel:
        delen: list[_Deel] = []
        while self._nu() and self._nu() not in "|)":
            delen.append(self._herhaald(self._atoom()))
        return _Reeks(tuple(delen))

    def _herhaald(self, deel: _Deel) -> _Deel:
        while self._nu() and self._nu() in "?*+{":
            teken = self._nu()
            if teken == "{":
                gevonden = _HERHALING.match(self._tekst, self.plaats)
                if gevonden is None:
                    raise ValueError("repetition")
                self.plaats = gevonden.end()
                minstens = int(gevonden[1])
                deel = _Herhaling(
                    deel, minstens, int(gevonden[3]) if gevonden[3] else None if gevonden[2] else minstens
                )
            else:
                self.plaats += 1
                deel = _Herhaling(deel, int(teken == "+"), 1 if teken == "?" else None)
        return deel

    def _atoom(self) -> _Deel:
        teken = self._volgende()
        if teken == ".":
            return _ALLES
        if teken == "[":
            return self._klasse()
        if teken == "(":
            deel = self.keuze()
            if self._volgende() != ")":
                raise ValueError("parenthesis")
            return deel
        if teken == '"':
            eind = self._tekst.index('"', self.plaats)
            letters = self._tekst[self.plaats : eind]
            self.plaats = eind + 1
            return _Reeks(tuple(_Teken(((letter, letter),)) for letter in letters))
        if teken in "?*+{":
            raise ValueError("nothing to repeat")
        if teken == "\\":
            teken = self._volgende()
        return _Teken(((teken, teken),))

    def _klasse(self) -> _Teken:
        andere = self._nu() == "^"
        self.plaats += andere
        reeksen: list[tuple[str, str]] = []
        while (teken := self._volgende()) != "]":
            laag = self._volgende() if teken == "\\" else teken
            hoog = laag
            if self._nu() == "-" and self._tekst[self.plaats + 1 : self.plaats + 2] not in ("]", ""):
                self.plaats += 1
                hoog = self._volgende()
            reeksen.append((laag, hoog))
        if not reeksen:
            raise ValueError("empty class")
        return _Teken(tuple(reeksen), andere)


@dataclass(slots=True)
class _Automaat:
    """States with their free steps and their steps over a character; sets of states are remembered as they occur."""

    vrij: list[list[int]] = field(default_factory=list)
    stap: list[list[tuple[_Teken, int]]] = field(default_factory=list)
    begin: frozenset[int] = frozenset()
    eind: int = 0
    onthouden: dict[tuple[frozenset[int], str], frozenset[int]] = field(default_factory=dict)

    @classmethod
    def van(cls, deel: _Deel) -> _Automaat:
        """Build the automaton of a pattern."""
        automaat = cls()
        begin = automaat._nieuw()
        automaat.eind = automaat._bouw(deel, begin)
        automaat.begin = automaat._vrijuit({begin})
        return automaat

    def past(self, tekst: str) -> bool:
        """Tell whether the whole of *tekst* is accepted."""
        hier = self.begin
        for teken in tekst:
            if not hier:
                return False
            sleutel = (hier, teken)
            daar = self.onthouden.get(sleutel)
            if daar is None:
                daar = self._vrijuit({naar for van in hier for op, naar in self.stap[van] if op.past(teken)})
                if len(self.onthouden) < _MEESTE_OVERGANGEN:
                    self.onthouden[sleutel] = daar
            hier = daar
        return self.eind in hier

    def _nieuw(self) -> int:
        if len(self.vrij) >= _MEESTE_TOESTANDEN:
            raise ValueError("pattern takes too many states")
        self.vrij.append([])
        self.stap.append([])
        return len(self.vrij) - 1

    def _vrijuit(self, toestanden: set[int]) -> frozenset[int]:
        stapel = list(toestanden)
        while stapel:
            for naar in self.vrij[stapel.pop()]:
                if naar not in toestanden:
                    toestanden.add(naar)
                    stapel.append(naar)
        return frozenset(toestanden)

    def _bouw(self, deel: _Deel, begin: int) -> int:
        if isinstance(deel, _Teken):
            eind = self._nieuw()
            self.stap[begin].append((deel, eind))
            return eind
        if isinstance(deel, _Reeks):
            for een in deel.delen:
                begin = self._bouw(een, begin)
            return begin
        if isinstance(deel, _Keuze):
            eind = self._nieuw()
            for een in deel.delen:
                tak = self._nieuw()
                self.vrij[begin].append(tak)
                self.vrij[self._bouw(een, tak)].append(eind)
            return eind
        return self._herhaal(deel, begin)

    def _herhaal(self, deel: _Herhaling, begin: int) -> int:
        for _ in range(deel.minstens):
            begin = self._bouw(deel.deel, begin)
        if deel.hoogstens is None:
            # A state of its own on both sides, so that the loop cannot leak into its neighbours.
            lus = self._nieuw()
            self.vrij[begin].append(lus)
            self.vrij[self._bouw(deel.deel, lus)].append(lus)
            eind = self._nieuw()
            self.vrij[lus].append(eind)
            return eind
        eind = self._nieuw()
        self.vrij[begin].append(eind)
        for _ in range(deel.hoogstens - deel.minstens):
            begin = self._bouw(deel.deel, begin)
            self.vrij[begin].append(eind)
        return eind
