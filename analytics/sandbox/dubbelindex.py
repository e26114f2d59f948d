"""
The duplicate index: which registered associations look like one that is offered.

The place filter comes first, so words are kept per postcode and per word of the gemeente;
edit distances are only taken within such a place.
"""

from __future__ import annotations

import re
import string
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from analytics.sandbox.gegevens import Adres
from analytics.sandbox.tekst import ontleed, ontleed_standaard, paren, posities, splits_delen
from analytics.sandbox.toestand import ACTIEF, Vereniging

MAXIMUM = 10
AANDEEL = 67
# A fixed background keeps the minimum score of 3 meaningful in a register of a handful of names.
ACHTERGROND = 10_000
_K1, _B, _LENGTE_EXACT, _LENGTE_PAREN = 1.2, 0.75, 3.0, 4.0
_TUSSEN_HAAKJES = re.compile(r"(.+?)\s*\((.+)\)\s*")


@dataclass(frozen=True, slots=True)
class Treffer:
    """A possible duplicate; *uitleg* names the words that matched."""

    vcode: str
    score: float
    uitleg: str


@dataclass(frozen=True, slots=True)
class _Document:
    vcode: str
    naam: str
    woorden: tuple[str, ...]
    exact: tuple[str, ...]
    paren: tuple[str, ...]
    lengte_exact: int
    lengte_paren: int
    plaatsen: frozenset[str]

    @property
    def aaneen(self) -> str:
        return "".join(self.woorden)


class _Plaats:
    """Words of the associations in one place: postings per word, words per length."""

    def __init__(self) -> None:
        self.exact: dict[str, list[int]] = {}
        self.paren: dict[str, list[int]] = {}
        self.aaneen: dict[str, list[int]] = {}
        self.per_lengte: dict[int, list[str]] = defaultdict(list)

    def zet(self, nummer: int, document: _Document) -> None:
        for woord in document.exact:
            if woord not in self.exact:
                self.exact[woord] = []
                self.per_lengte[len(woord)].append(woord)
            self.exact[woord].append(nummer)
        for paar in document.paren:
            self.paren.setdefault(paar, []).append(nummer)
        self.aaneen.setdefault(document.aaneen, []).append(nummer)

    def gelijkend(self, woord: str) -> Iterable[tuple[str, int]]:
        """Give the words within the allowed number of edits, with that number."""
        edits = toegelaten_edits(woord)
        if edits == 0:
            return [(woord, 0)] if woord in self.exact else []
        gevonden: list[tuple[str, int]] = []
        for lengte in range(len(woord) - edits, len(woord) + edits + 1):
            kandidaten = self.per_lengte.get(lengte)
            if kandidaten:
                treffers = process.extract(
                    woord, kandidaten, scorer=OSA.distance, processor=None, score_cutoff=edits, limit=None
                )
                gevonden.extend((ander, int(afstand)) for ander, afstand, _ in treffers)
        return gevonden


def toegelaten_edits(woord: str) -> int:
    """Give how many edits a word may differ: none up to 2 characters, one up to 5, else two."""
    return 0 if len(woord) <= 2 else 1 if len(woord) <= 5 else 2


def zonder_gemeenten(naam: str, gemeenten: Iterable[str]) -> str:
    """Give the requested name in lower case without the names of its municipalities, accents included."""
    over = naam.lower()
    for gemeente in gemeenten:
        for plaats in _plaatsnamen(gemeente.lower()):
            over = over.replace(f" {plaats} ", " ")
            over = _zonder_tussen_leestekens(over, plaats)
            if over.startswith(f"{plaats} "):
                over = over.replace(f"{plaats} ", "")
            if over.endswith(f" {plaats}"):
                over = over.replace(f" {plaats}", "")
    return over


def _zonder_tussen_leestekens(naam: str, plaats: str) -> str:
    begin = naam.find(plaats, 1)
    while begin > 0:
        eind = begin + len(plaats)
        if eind < len(naam) and naam[begin - 1] in string.punctuation and naam[eind] in string.punctuation:
            naam = naam[:begin] + naam[eind:]
            begin -= 1
        begin = naam.find(plaats, begin + 1)
    return naam


def _plaatsnamen(gemeente: str) -> tuple[str, ...]:
    gevonden = _TUSSEN_HAAKJES.fullmatch(gemeente)
    namen = (gevonden[2], gevonden[1]) if gevonden else (gemeente,)
    return tuple(naam.strip() for naam in namen if naam.strip())


class Dubbelindex:
    """Follows the events as a projection; searched before a registration."""

    def __init__(self, woorden: Mapping[str, int]) -> None:
        self._achtergrond = woorden
        self._documenten: list[_Document | None] = []
        self._nummers: dict[str, int] = {}
        self._plaatsen: dict[str, _Plaats] = {}
        self._aantal = 0
        self._frequentie: Counter[str] = Counter()

    def zet(self, stand: Vereniging) -> None:
        """Take the latest state of one association."""
        oud_nummer = self._nummers.get(stand.vcode)
        oud = self._documenten[oud_nummer] if oud_nummer is not None else None
        nieuw = _document(stand)
        if nieuw == oud:
            return
        if oud is not None and oud_nummer is not None:
            self._documenten[oud_nummer] = None
            self._frequentie.subtract({*oud.exact, *oud.paren})
            self._aantal -= 1
            del self._nummers[stand.vcode]
        if nieuw is not None:
            nummer = len(self._documenten)
            self._documenten.append(nieuw)
            self._nummers[stand.vcode] = nummer
            self._frequentie.update({*nieuw.exact, *nieuw.paren})
            self._aantal += 1
            for plaats in nieuw.plaatsen:
                self._plaatsen.setdefault(plaats, _Plaats()).zet(nummer, nieuw)

    def zoek(self, naam: str, adressen: Sequence[Adres], *, minimumscore: float) -> list[Treffer]:
        """Give at most ten associations, best first, that may be the one offered."""
        stroom = splits_delen(ontleed(zonder_gemeenten(naam, [adres.gemeente for adres in adressen])))
        exact, gepaard = posities(stroom), paren(stroom)
        plaatsen = [self._plaatsen[sleutel] for sleutel in _gezocht(adressen) if sleutel in self._plaatsen]
        per_document: dict[int, tuple[dict[int, float], dict[int, float]]] = {}
        for plaats in plaatsen:
            self._tel_exact(plaats, exact, per_document)
            self._tel_paren(plaats, gepaard, per_document)
            self._tel_aaneen(plaats, gepaard, "".join(hier[0] for hier in exact), per_document)
        treffers = []
        for nummer, (van_exact, van_paren) in per_document.items():
            score = 0.0
            if len(van_paren) >= _minstens(len(gepaard)):
                score += sum(van_paren.values())
            if len(van_exact) >= _minstens(len(exact)):
                score += 2 * sum(van_exact.values())
            document = self._documenten[nummer]
            if score > 0 and score >= minimumscore and document is not None:
                uitleg = f"{len(van_exact)} van {len(exact)} woorden, {len(van_paren)} van {len(gepaard)} woordparen"
                treffers.append(Treffer(document.vcode, round(score, 6), uitleg))
        treffers.sort(key=lambda treffer: (-treffer.score, treffer.vcode))
        return treffers[:MAXIMUM]

    def _tel_exact(
        self,
        plaats: _Plaats,
        gevraagd: list[list[str]],
        per_document: dict[int, tuple[dict[int, float], dict[int, float]]],
    ) -> None:
        for positie, woorden in enumerate(gevraagd):
            for woord in woorden:
                for ander, edits in plaats.gelijkend(woord):
                    demping = 1 - edits / min(len(woord), len(ander))
                    gewicht = self._idf(ander) * demping
                    for nummer in plaats.exact[ander]:
                        document = self._documenten[nummer]
                        if document is not None:
                            scores = per_document.setdefault(nummer, ({}, {}))[0]
                            score = gewicht * _tf(document.lengte_exact, _LENGTE_EXACT)
                            scores[positie] = max(scores.get(positie, 0.0), score)

    def _tel_paren(
        self,
        plaats: _Plaats,
        gevraagd: list[list[str]],
        per_document: dict[int, tuple[dict[int, float], dict[int, float]]],
    ) -> None:
        for positie, woorden in enumerate(gevraagd):
            for woord in woorden:
                gewicht = self._idf(woord)
                for nummer in plaats.paren.get(woord, ()):
                    document = self._documenten[nummer]
                    if document is not None:
                        scores = per_document.setdefault(nummer, ({}, {}))[1]
                        score = gewicht * _tf(document.lengte_paren, _LENGTE_PAREN)
                        scores[positie] = max(scores.get(positie, 0.0), score)

    def _tel_aaneen(
        self,
        plaats: _Plaats,
        gevraagd: list[list[str]],
        aaneen: str,
        per_document: dict[int, tuple[dict[int, float], dict[int, float]]],
    ) -> None:
        """Count a name that differs in spacing only as a match on every position, however many words were glued."""
        for nummer in plaats.aaneen.get(aaneen, ()) if aaneen else ():
            scores = per_document.setdefault(nummer, ({}, {}))[1]
            for positie, woorden in enumerate(gevraagd):
                scores.setdefault(positie, self._idf(woorden[0]))

    def _idf(self, woord: str) -> float:
        n = self._frequentie[woord] + self._achtergrond.get(woord, 0)
        return log(1 + (ACHTERGROND + self._aantal - n + 0.5) / (n + 0.5))


def _tf(lengte: int, gemiddeld: float) -> float:
    return (_K1 + 1) / (1 + _K1 * (1 - _B + _B * lengte / gemiddeld))


def _minstens(aantal: int) -> int:
    return max(1, aantal * AANDEEL // 100)


def _document(stand: Vereniging) -> _Document | None:
    """Give what is indexed; nothing of a stopped, removed or doubled association."""
    if stand.is_verwijderd or stand.status != ACTIEF:
        return None
    stroom = splits_delen(ontleed(stand.naam))
    exact, gepaard = posities(stroom), paren(stroom)
    plaatsen: set[str] = set()
    for locatie in stand.locaties:
        adres = locatie.locatie.adres
        if adres is not None:
            plaatsen.update(f"postcode {term}" for term in ontleed_standaard(adres.postcode).teksten)
            plaatsen.update(f"gemeente {term}" for term in ontleed(adres.gemeente).teksten)
    return _Document(
        stand.vcode,
        stand.naam,
        tuple(hier[0] for hier in exact),
        tuple(dict.fromkeys(woord for hier in exact for woord in hier)),
        tuple(dict.fromkeys(woord for hier in gepaard for woord in hier)),
        len(exact),
        len(gepaard),
        frozenset(plaatsen),
    )


def _gezocht(adressen: Sequence[Adres]) -> list[str]:
    sleutels = [f"postcode {adres.postcode}" for adres in adressen]
    sleutels += [f"gemeente {term}" for adres in adressen for term in ontleed(adres.gemeente).teksten]
    return list(dict.fromkeys(sleutels))
