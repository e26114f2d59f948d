"""Take a name apart: which of its words say who, which say what, which say where, and which say nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from rapidfuzz.distance import OSA

from analytics.duplicates.plaats import Plaatsen
from analytics.duplicates.tekst import split_woorden
from analytics.duplicates.woorden import Term, Woorden

# Endings that Dutch puts between or after the parts of a compound: carnavalsvereniging, Kortrijkse.
_TUSSENKLANKEN = ("", "s", "en", "e")
_BIJVOEGLIJK = ("se", "s", "er", "ers", "e", "naar", "enaar", "nse")
_SPLITSBAAR = frozenset({"algemeen", "koepel", "soort", "geslacht", "leeftijd", "neven"})
# Umbrellas that are written glued to whatever follows; "vos" or "ferm" begin too many other words.
_PLAKT = frozenset(
    {"chiro", "ksa", "klj", "kwb", "scouts", "okra", "femma", "gezinsbond", "davidsfonds", "willemsfonds"}
)
_AFDELINGSLETTERS = frozenset("abc")  # "KFC Lede B"
_EIGEN_BEGIN = 5  # "boskring" is common, "snaterkring" is not
_KORTSTE_DEEL = 3
_KORTSTE_REST = 4


class Woord(NamedTuple):
    """
    One word or phrase of a name.

    Attributes:
        tekst: Folded and glued: ``sintjan`` for ``St.-Jan``.
        klasse: A class of the word lists, ``plaats``, ``sint`` (patron saint), ``eigen`` (a word no list knows)
            or ``soort_zwak`` (the tail of such a word: ``dijlekoor``), which counts where no discipline is named.
        waarden: What it stands for; for a place its name, for a saint the one spelling.
        nis: Municipalities a place lies in, otherwise empty.
        anders: What the word is where the place is not the association's own (``De Mol`` outside Mol).
    """

    tekst: str
    klasse: str
    waarden: frozenset[str]
    nis: frozenset[str] = frozenset()
    anders: str = "eigen"


@dataclass(frozen=True)
class Naam:
    """
    One analysed name.

    Attributes:
        woorden: Its words that mean something, in order; legal forms, honours and stop words are gone.
        plak: All words but legal forms and honours, glued together.
    """

    woorden: tuple[Woord, ...]
    plak: str
    initialen: frozenset[str]


@dataclass(frozen=True)
class Naamlezer:
    """Reads names with the given word and place lists."""

    woorden: Woorden
    plaatsen: Plaatsen

    @cached_property
    def _langste(self) -> dict[str, int]:
        """Return the first word of every known phrase → the number of words of the longest that starts so."""
        langste: dict[str, int] = {}
        for frase in (*self.woorden.termen, *self.plaatsen.namen):
            langste[frase[0]] = max(langste.get(frase[0], 1), len(frase))
        return langste

    def lees(self, naam: str) -> Naam:
        """Analyse one name as it was written."""
        stukken = split_woorden(naam)
        gelezen = list(self._lees(stukken))
        if len(gelezen) > 1 and gelezen[-1].tekst in _AFDELINGSLETTERS:
            gelezen[-1] = gelezen[-1]._replace(klasse="getal")
        betekenis = [w for w in gelezen if w.klasse not in {"stop", "rechtsvorm", "eer"}]
        plak = "".join(w.tekst for w in gelezen if w.klasse not in {"rechtsvorm", "eer"})
        if not betekenis:  # "De Onze", "K": nothing but small words is all there is
            betekenis = [
                w._replace(klasse="eigen", waarden=frozenset({w.tekst})) for w in gelezen if w.klasse != "rechtsvorm"
            ]
        zinvol = [w.tekst for w in gelezen if w.klasse not in {"rechtsvorm", "eer", "plaats"}]
        zonder = [w.tekst for w in betekenis if w.klasse != "plaats"]
        initialen = frozenset("".join(t[0] for t in rij) for rij in (zinvol, zonder) if len(rij) > 2)
        return Naam(tuple(betekenis), plak or "".join(w.tekst for w in betekenis), initialen)

    def _lees(self, stukken: list[str]) -> Iterator[Woord]:
        i = 0
        while i < len(stukken):
            gevonden = self._frase(stukken, i)
            if gevonden is None:
                yield from self._los(stukken[i])
                i += 1
            else:
                woord, lengte = gevonden
                yield woord
                i += lengte

    def _frase(self, stukken: list[str], i: int) -> tuple[Woord, int] | None:
        """Return the longest known phrase at *i*: a place, a term of the lists or a patron saint."""
        for lengte in range(
            min(len(stukken) - i, max(self._langste.get(stukken[i], 1), 2 if stukken[i] == "sint" else 1)), 0, -1
        ):
            deel = tuple(stukken[i : i + lengte])
            term = self.woorden.termen.get(deel)
            if term is not None:
                return _van_term("".join(deel), term), lengte
            nis = self.plaatsen.namen.get(deel)
            if nis is not None:
                return self._plaatswoord(deel, nis), lengte
            if lengte == 2 and deel[0] == "sint" and deel[1].isalpha():
                return _sint("".join(deel), self._heilige(deel[1])), lengte
        return None

    def _plaatswoord(self, deel: tuple[str, ...], nis: frozenset[str]) -> Woord:
        heilige = self.woorden.heiligen.get(deel[1], deel[1]) if len(deel) == 2 and deel[0] == "sint" else ""
        waarden = frozenset({" ".join(deel), f"sint {heilige}"} if heilige else {" ".join(deel)})
        return Woord("".join(deel), "plaats", waarden, nis, "sint" if heilige else "eigen")

    def _heilige(self, naam: str) -> str:
        """Return the one spelling of a saint's name, also when a letter is wrong."""
        bekend = self.woorden.heiligen.get(naam)
        if bekend is None and len(naam) > 4 and naam not in self._heiligen:
            dichtbij = (h for h in (*self.woorden.heiligen, *sorted(self._heiligen)) if abs(len(h) - len(naam)) < 2)
            gevonden = next((h for h in dichtbij if OSA.distance(naam, h, score_cutoff=1) <= 1), naam)
            return self.woorden.heiligen.get(gevonden, gevonden)
        return bekend or naam

    @cached_property
    def _heiligen(self) -> frozenset[str]:
        return frozenset(self.woorden.heiligen.values())

    def _los(self, stuk: str) -> Iterator[Woord]:
        """Read one word that no list holds as it stands: number, glued saint, compound, adjective of a place."""
        if stuk.isdigit():
            yield Woord(stuk, "getal", frozenset({stuk.lstrip("0") or "0"}))
        elif stuk.startswith("sint") and (stuk[4:] in self.woorden.heiligen or stuk[4:] in self._heiligen):
            yield _sint(stuk, self.woorden.heiligen.get(stuk[4:], stuk[4:]))
        elif (
            stuk[0] == "k"
            and len(stuk) <= 5
            and (term := self.woorden.enkel.get(stuk[1:])) is not None
            and len(stuk) > 2
        ):
            yield _van_term(stuk, term)
        elif (klank := self.woorden.zoek(stuk)) is not None and klank.klasse in _SPLITSBAAR:
            yield _van_term(stuk, klank)
        elif (delen := self._samenstelling(stuk)) is not None:
            yield from delen
        elif (plaats := self._bijvoeglijk(stuk)) is not None:
            yield plaats
        elif (delen := self._beschrijving(stuk)) is not None:
            yield from delen
        else:
            yield Woord(stuk, "eigen", frozenset({stuk}))

    def _samenstelling(self, stuk: str) -> list[Woord] | None:
        """Split ``judoschool`` and ``chiromariakerke``: where both parts are known, or an umbrella leads."""
        for knip in range(len(stuk) - _KORTSTE_DEEL, _KORTSTE_DEEL - 1, -1):
            voor = self.woorden.zoek(stuk[:knip])
            if voor is None or voor.klasse not in _SPLITSBAAR:
                continue
            for tussen in _TUSSENKLANKEN:
                rest = stuk[knip:].removeprefix(tussen) if stuk[knip:].startswith(tussen) else ""
                if len(rest) < _KORTSTE_DEEL:
                    continue
                term = self.woorden.zoek(rest)
                if term is not None and term.klasse in _SPLITSBAAR:
                    return [_van_term(stuk[:knip], voor), _van_term(rest, term)]
                if term is None and (meer := self._samenstelling(rest)) is not None:
                    return [_van_term(stuk[:knip], voor), *meer]
            if voor.waarden & _PLAKT and len(stuk) - knip >= _KORTSTE_REST:
                na = stuk[knip:]
                nis = self.plaatsen.namen.get((na,))
                rest_woorden = list(self._los(na)) if nis is None else [self._plaatswoord((na,), nis)]
                return [_van_term(stuk[:knip], voor), *rest_woorden]
        return None

    def _beschrijving(self, stuk: str) -> list[Woord] | None:
        """Read ``dijlekoor`` as a koor with a name that is half a description, ``boskring`` as one that says little."""
        for knip in range(_KORTSTE_DEEL, len(stuk) - _KORTSTE_REST + 1):
            term = self.woorden.enkel.get(stuk[knip:])
            if term is not None and term.klasse in {"soort", "algemeen"}:
                if term.klasse == "algemeen":
                    return [Woord(stuk, "gewoon" if knip < _EIGEN_BEGIN else "eigen", frozenset({stuk}))]
                return [Woord(stuk, "eigen", frozenset({stuk})), Woord(stuk[knip:], "soort_zwak", term.waarden)]
        return None

    def _bijvoeglijk(self, stuk: str) -> Woord | None:
        for eind in _BIJVOEGLIJK:
            stam = stuk.removesuffix(eind)
            if stam != stuk and len(stam) >= _KORTSTE_REST and (nis := self.plaatsen.namen.get((stam,))) is not None:
                return Woord(stuk, "plaats", frozenset({stam}), nis)
        return None


def _van_term(tekst: str, term: Term) -> Woord:
    return Woord(tekst, term.klasse, term.waarden)


def _sint(tekst: str, heilige: str) -> Woord:
    return Woord(tekst, "sint", frozenset({f"sint {heilige}"}))
