"""Fill in the words of a name: what each is made of, what it may give to an abbreviation, what was cut short."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from analytics.duplicates.afkorting import reeksen, reeksen_van
from analytics.duplicates.taal import samenstelling
from analytics.duplicates.tekst import stam
from analytics.duplicates.woord import Woord
from analytics.duplicates.woorden import Term, Woorden

_KAAL = frozenset({"rechtsvorm", "getal"})
_HEEL = frozenset({"gewoon", "stop", "eer", "plaats", "koepel"})  # words that are no compounds, or never meant as one
_KORTSTE_KOP = 5
_KORTSTE_STAART = 3
_KORTSTE_AFGEBROKEN = 4


@dataclass(frozen=True)
class Aanvuller:
    """Fills in words with the given word lists, each distinct one once."""

    woorden: Woorden

    def voluit(self, stukken: list[str], kort: frozenset[str]) -> list[str]:
        """Write out a word cut short with a dot that begins a known phrase: ``Socialist. Gepensioneerden``."""
        for i, stuk in enumerate(stukken[:-1]) if kort else ():
            if stuk in kort and (stuk, stukken[i + 1]) not in self.woorden.termen:
                heel = next((f for f in self._tweede.get(stukken[i + 1], ()) if f.startswith(stuk)), None)
                stukken[i] = heel or stuk
        return stukken

    @cached_property
    def _tweede(self) -> dict[str, list[str]]:
        """Return the second word of every phrase of two → the first ones."""
        eerste: dict[str, list[str]] = {}
        for frase in sorted(f for f in self.woorden.termen if len(f) == 2):
            eerste.setdefault(frase[1], []).append(frase[0])
        return eerste

    def _afgemaakt(self, woord: Woord) -> Woord:
        """Read a word cut short with a dot as the only thing that it may begin: ``Turnkr.``, ``Oudheidk.``."""
        if woord.klasse != "eigen" or len(woord.tekst) < _KORTSTE_AFGEBROKEN:
            return woord
        begonnen = {t for vorm, t in self.woorden.enkel.items() if vorm.startswith(woord.tekst)}
        return van_term(woord.tekst, begonnen.pop()) if len(begonnen) == 1 else woord

    def vul_aan(self, woord: Woord, afgebroken: frozenset[str]) -> Woord:
        """Add what the word may give to an abbreviation, and what it is made of."""
        if woord.klasse in _KAAL:
            return woord
        if woord.tekst in afgebroken:
            woord = self._afgemaakt(woord)
        sleutel = woord.tekst, woord.klasse, woord.letters
        if sleutel not in self._aangevuld:
            kaal = woord.tekst.removeprefix("sint") if woord.klasse == "sint" else ""
            koppen, delen, stammen, initialen = self._ontleed(woord)
            verwant = (self.woorden.verwant.get(w, frozenset()) for w in woord.waarden if woord.klasse == "soort")
            self._aangevuld[sleutel] = woord._replace(
                letters=(woord.letters or self.letters(("sint", kaal) if kaal else (woord.tekst,))) | initialen,
                delen=delen,
                koppen=koppen,
                stammen=stammen,
                verwant=frozenset[str]().union(*verwant),
            )
        # The same letters may be a place here and a name there.
        return self._aangevuld[sleutel]._replace(
            waarden=woord.waarden,
            nis=woord.nis,
            anders=woord.anders,
            afgebroken=woord.tekst in afgebroken and woord.klasse in {"eigen", "algemeen"},
        )

    @cached_property
    def _aangevuld(self) -> dict[tuple[str, str, frozenset[str]], Woord]:
        return {}

    def _ontleed(
        self, woord: Woord
    ) -> tuple[tuple[str, ...], tuple[frozenset[str], ...], frozenset[str], frozenset[str]]:
        """Return what a compound may begin with, its parts, what a part of another word may be, and its initials."""
        heel = woord.klasse in _HEEL and (woord.klasse != "gewoon" or woord.tekst in self.woorden.enkel)
        stukken = () if heel else samenstelling(woord.tekst, self.woorden.staarten.__contains__)
        delen = tuple(map(self._heten, stukken))
        zelf = {stam(woord.tekst), *(f"={w}" for w in woord.waarden)}
        knippen = range(_KORTSTE_KOP, len(woord.tekst) - _KORTSTE_STAART) if stukken else ()
        koppen = tuple(woord.tekst[:k] for k in knippen if woord.tekst[k:] in self.woorden.staarten)
        initialen = frozenset({"".join(stuk[0] for stuk in stukken)} if stukken else ())
        return koppen, delen, frozenset(zelf.union(*delen)), initialen

    def _heten(self, deel: str) -> frozenset[str]:
        """Return what a part of a compound may be called: its stem, and what the lists say that it stands for."""
        term = self.woorden.enkel.get(deel)
        return frozenset({stam(deel)} | {f"={w}" for w in (term.waarden if term is not None else ())})

    def letters(self, deel: tuple[str, ...]) -> frozenset[str]:
        """Return what a word or phrase may give to an abbreviation; small words inside a phrase give nothing."""
        if deel not in self._gegeven:
            woorden = [d for d in deel if (t := self.woorden.enkel.get(d)) is None or t.klasse != "stop"] or deel
            self._gegeven[deel] = reeksen_van([reeksen(w, self.woorden.staarten) for w in woorden])
        return self._gegeven[deel]

    @cached_property
    def _gegeven(self) -> dict[tuple[str, ...], frozenset[str]]:
        return {}


def van_term(tekst: str, term: Term) -> Woord:
    """Return the word of a list."""
    return Woord(tekst, term.klasse, term.waarden)
