"""
The duplicate index: which registered associations look like one that is offered.

The place filter comes first, so words are kept per place. A document that reaches the 67 % of a
clause has to match one of its rarest positions; only documents that do are scored.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from analytics.sandbox.dubbelplaats import Document, Plaats, Plaatssleutel
from analytics.sandbox.gegevens import Adres
from analytics.sandbox.tekst import ontleed, ontleed_standaard, paren, posities, splits_delen
from analytics.sandbox.toestand import ACTIEF, Vereniging

MAXIMUM = 10
AANDEEL = 67
# A fixed background keeps the minimum score of 3 meaningful in a register of a handful of names.
ACHTERGROND = 10_000
_K1, _B, _LENGTE_EXACT, _LENGTE_PAREN = 1.2, 0.75, 3.0, 4.0
_TUSSEN_HAAKJES = re.compile(r"([^(]+)\((.+)\)\s*")
# Per position of a clause: the indexed words that match it, with their weight.
Posities = list[dict[str, float]]


@dataclass(frozen=True, slots=True)
class Treffer:
    """A possible duplicate; *uitleg* names how much of its name matched."""

    vcode: str
    score: float
    uitleg: str


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
        self._documenten: list[Document | None] = []
        self._nummers: dict[str, int] = {}
        self._plaatsen: dict[Plaatssleutel, Plaats] = {}
        self._per_postcode: dict[str, list[Plaatssleutel]] = {}
        self._per_gemeente: dict[str, list[Plaatssleutel]] = {}
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
            for sleutel in nieuw.plaatsen:
                self._plaats(sleutel).zet(nummer, nieuw)

    def _plaats(self, sleutel: Plaatssleutel) -> Plaats:
        plaats = self._plaatsen.get(sleutel)
        if plaats is None:
            plaats = self._plaatsen[sleutel] = Plaats()
            postcode, gemeente = sleutel
            self._per_postcode.setdefault(postcode, []).append(sleutel)
            for woord in set(gemeente):
                self._per_gemeente.setdefault(woord, []).append(sleutel)
        return plaats

    def _gezocht(self, adressen: Sequence[Adres]) -> list[Plaats]:
        """Give the places that share a postcode, or a word of the gemeente, with one of *adressen*."""
        sleutels: dict[Plaatssleutel, None] = {}
        for adres in adressen:
            sleutels.update(dict.fromkeys(self._per_postcode.get(adres.postcode, ())))
            for woord in ontleed(adres.gemeente).teksten:
                sleutels.update(dict.fromkeys(self._per_gemeente.get(woord, ())))
        return [self._plaatsen[sleutel] for sleutel in sleutels]

    def zoek(self, naam: str, adressen: Sequence[Adres], *, minimumscore: float) -> list[Treffer]:
        """Give at most ten associations, best first, that may be the one offered."""
        stroom = splits_delen(ontleed(zonder_gemeenten(naam, [adres.gemeente for adres in adressen])))
        plaatsen = self._gezocht(adressen)
        if not stroom.termen or not plaatsen:
            return []
        woorden, woordparen = posities(stroom), paren(stroom)
        exact = [self._gelijkend(hier, plaatsen) for hier in woorden]
        gepaard: Posities = [{woord: self._idf(woord) for woord in hier} for hier in woordparen]
        aaneen = "".join(hier[0] for hier in woorden)
        kandidaten = _kandidaten(exact, [plaats.exact for plaats in plaatsen])
        kandidaten |= _kandidaten(gepaard, [plaats.paren for plaats in plaatsen])
        kandidaten.update(nummer for plaats in plaatsen for nummer in plaats.aaneen.get(aaneen, ()))
        treffers = []
        for nummer in kandidaten:
            document = self._documenten[nummer]
            if document is not None:
                treffer = self._score(document, exact, gepaard, aaneen)
                if treffer.score > 0 and treffer.score >= minimumscore:
                    treffers.append(treffer)
        treffers.sort(key=lambda treffer: (-treffer.score, treffer.vcode))
        return treffers[:MAXIMUM]

    def _gelijkend(self, woorden: list[str], plaatsen: list[Plaats]) -> dict[str, float]:
        gewichten: dict[str, float] = {}
        for plaats in plaatsen:
            for woord in woorden:
                for ander, edits in plaats.gelijkend(woord):
                    gewicht = self._idf(ander) * (1 - edits / min(len(woord), len(ander)))
                    gewichten[ander] = max(gewichten.get(ander, 0.0), gewicht)
        return gewichten

    def _score(self, document: Document, exact: Posities, gepaard: Posities, aaneen: str) -> Treffer:
        van_exact = _beste(document.exact, exact)
        # A name that differs in spacing only matches on every position, however many words were glued.
        van_paren = (
            [max(hier.values()) for hier in gepaard] if document.aaneen == aaneen else _beste(document.paren, gepaard)
        )
        score = 0.0
        if len(van_paren) >= _minstens(len(gepaard)):
            score += sum(van_paren) * _tf(document.lengte_paren, _LENGTE_PAREN)
        if len(van_exact) >= _minstens(len(exact)):
            score += 2 * sum(van_exact) * _tf(document.lengte_exact, _LENGTE_EXACT)
        uitleg = f"{len(van_exact)} van {len(exact)} woorden, {len(van_paren)} van {len(gepaard)} woordparen"
        return Treffer(document.vcode, round(score, 6), uitleg)

    def _idf(self, woord: str) -> float:
        n = self._frequentie[woord] + self._achtergrond.get(woord, 0)
        return log(1 + (ACHTERGROND + self._aantal - n + 0.5) / (n + 0.5))


def _beste(woorden: tuple[str, ...], gevraagd: Posities) -> list[float]:
    """Give the weight of the best match of each position that matches."""
    per_positie = (max((hier[woord] for woord in woorden if woord in hier), default=None) for hier in gevraagd)
    return [gewicht for gewicht in per_positie if gewicht is not None]


def _kandidaten(gevraagd: Posities, lijsten: list[dict[str, list[int]]]) -> set[int]:
    """Give the documents that match one of the rarest positions: all others miss too many to reach 67 %."""
    per_positie = [[lijst[woord] for lijst in lijsten for woord in hier if woord in lijst] for hier in gevraagd]
    per_positie.sort(key=lambda nummers: sum(map(len, nummers)))
    nodig = len(gevraagd) - _minstens(len(gevraagd)) + 1
    return {nummer for nummers in per_positie[:nodig] for lijst in nummers for nummer in lijst}


def _tf(lengte: int, gemiddeld: float) -> float:
    return (_K1 + 1) / (1 + _K1 * (1 - _B + _B * lengte / gemiddeld))


def _minstens(aantal: int) -> int:
    return max(1, aantal * AANDEEL // 100)


def _document(stand: Vereniging) -> Document | None:
    """Give what is indexed; nothing of a stopped, removed or doubled association."""
    if stand.is_verwijderd or stand.status != ACTIEF:
        return None
    stroom = splits_delen(ontleed(stand.naam))
    exact, gepaard = posities(stroom), paren(stroom)
    plaatsen: set[Plaatssleutel] = set()
    for locatie in stand.locaties:
        adres = locatie.locatie.adres
        if adres is not None:
            gemeente = ontleed(adres.gemeente).teksten
            plaatsen.update((postcode, gemeente) for postcode in ontleed_standaard(adres.postcode).teksten or ("",))
    return Document(
        stand.vcode,
        stand.naam,
        tuple(hier[0] for hier in exact),
        tuple(dict.fromkeys(woord for hier in exact for woord in hier)),
        tuple(dict.fromkeys(woord for hier in gepaard for woord in hier)),
        len(exact),
        len(gepaard),
        frozenset(plaatsen),
    )
