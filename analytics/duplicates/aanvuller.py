"""Fill in the words of a name: what each is made of, what it may give to an abbreviation, what was cut short."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from analytics.duplicates.afkorting import reeksen, reeksen_van
from analytics.duplicates.klank import klank
from analytics.duplicates.koepelwerk import SERVICECLUBS
from analytics.duplicates.taal import samenstelling, woordvormen
from analytics.duplicates.woord import Woord
from analytics.duplicates.woorden import Term, Woorden

_KAAL = frozenset({"rechtsvorm", "getal"})
_HEEL = frozenset({"gewoon", "stop", "eer", "plaats", "koepel"})  # words that are no compounds, or never meant as one
_NAMEN = frozenset({"eigen", "gewoon"})
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
            stukken = self._ontleed(woord)
            delen = tuple(map(self._heten, stukken))
            verwant = (self.woorden.verwant.get(w, frozenset()) for w in woord.waarden if woord.klasse == "soort")
            self._aangevuld[sleutel] = woord._replace(
                letters=(woord.letters or self.letters(("sint", kaal) if kaal else (woord.tekst,)))
                | _initialen(stukken),
                delen=delen,
                koppen=self._koppen(woord.tekst) if stukken else (),
                # Of a place the parts count only where it is no place: "Heimolen" outside Keerbergen.
                stammen=_stammen(woord).union(*(delen if woord.klasse != "plaats" else ())),
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

    def _ontleed(self, woord: Woord) -> tuple[str, ...]:
        """Return the parts of a compound; nothing for other words."""
        heel = woord.klasse in _HEEL and (woord.klasse != "gewoon" or woord.tekst in self.woorden.enkel)
        if heel and not (woord.klasse == "plaats" and woord.anders == "eigen"):
            return ()
        return samenstelling(woord.tekst, self.woorden.staarten.__contains__)

    def _koppen(self, tekst: str) -> tuple[tuple[str, Woord], ...]:
        """Return what a compound may begin with, and the known word that it then ends in."""
        knippen = ((tekst[:k], tekst[k:]) for k in range(_KORTSTE_KOP, len(tekst) - _KORTSTE_STAART))
        gevonden = ((kop, staart) for kop, staart in knippen if staart in self.woorden.staarten)
        return tuple(
            (kop, self.vul_aan(van_term(staart, self.woorden.enkel[staart]), frozenset())) for kop, staart in gevonden
        )

    def _heten(self, deel: str) -> frozenset[str]:
        """Return what a part of a compound may be called: its forms, and what the lists say that it stands for."""
        term = self.woorden.enkel.get(deel)
        return woordvormen(deel) | {_klinkt(deel)} | {f"={w}" for w in (term.waarden if term is not None else ())}

    def letters(self, deel: tuple[str, ...]) -> frozenset[str]:
        """Return what a word or phrase may give to an abbreviation; small words inside a phrase give nothing."""
        if deel not in self._gegeven:
            woorden = [d for d in deel if (t := self.woorden.enkel.get(d)) is None or t.klasse != "stop"] or deel
            self._gegeven[deel] = reeksen_van([reeksen(w, self.woorden.staarten) for w in woorden]) | _ook(deel)
        return self._gegeven[deel]

    @cached_property
    def _gegeven(self) -> dict[tuple[str, ...], frozenset[str]]:
        return {}


def _initialen(stukken: tuple[str, ...]) -> frozenset[str]:
    return frozenset({"".join(stuk[0] for stuk in stukken)} if stukken else ())


def _stammen(woord: Woord) -> frozenset[str]:
    """Return what a part of another word must be to be this one."""
    stammen = woordvormen(woord.tekst) | {_klinkt(woord.tekst)} | {f"={w}" for w in woord.waarden}
    if woord.klasse in _NAMEN:
        return stammen.union(*map(woordvormen, woord.waarden))  # "escaut" is the Schelde of "Scheldezonen"
    return stammen


def _klinkt(deel: str) -> str:
    """Return how a word sounds, marked as such: the ``Mark`` of the *Marckvissers*."""
    return f"~{klank(deel)}"


def _ook(deel: tuple[str, ...]) -> frozenset[str]:
    """Return what a phrase gives besides: ``STTC`` Sint-Niklaas, ``KOKW`` of the Land van Waas, ``LC`` of the Lions."""
    if len(deel) > 1 and deel[0] == "sint":
        return frozenset("s")
    if len(deel) > 1 and deel[0] == "land":
        return frozenset(deel[-1][0])
    return frozenset({f"{deel[0][0]}c"}) if deel[0] in SERVICECLUBS else frozenset()


def van_term(tekst: str, term: Term) -> Woord:
    """Return the word of a list."""
    return Woord(tekst, term.klasse, term.waarden)
