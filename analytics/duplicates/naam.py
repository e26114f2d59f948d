"""Take a name apart: which of its words say who, which say what, which say where, and which say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from rapidfuzz.distance import OSA

from analytics.duplicates.aanvuller import Aanvuller, van_term
from analytics.duplicates.andere_namen import MERK
from analytics.duplicates.heiligen import Heiligen, sint
from analytics.duplicates.naamdelen import Naam, eigen_woorden, maak_naam
from analytics.duplicates.plaats import Plaatsen
from analytics.duplicates.taal import is_woord, zelfde_staart, zonder_van
from analytics.duplicates.tekst import afgebroken, langste_frases, min_letter, split_woorden, tussen_haakjes
from analytics.duplicates.woord import Woord
from analytics.duplicates.woorden import KORTSTE_VERBETERD, Term, Woorden

# Endings that Dutch puts between or after the parts of a compound: carnavalsvereniging, Kortrijkse.
_TUSSENKLANKEN = ("", "s", "en", "e")
_BIJVOEGLIJK = ("se", "sche", "s", "er", "ers", "e", "naar", "enaar", "nse", "aars", "enaars", "naars", "aren")
_SPLITSBAAR = frozenset({"algemeen", "koepel", "soort", "geslacht", "leeftijd", "neven"})
_NA_HEILIGE = _SPLITSBAAR | {"gewoon"}  # "sint jansvrienden"
_NA_NAAM = frozenset({"algemeen", "soort", "neven"})  # "paardenvissersorde"
_GEEN_HEILIGE = "kruis"  # "kruisbergvrienden"
# Umbrellas that are written glued to whatever follows; "vos" or "ferm" begin too many other words.
_PLAKT = frozenset(
    {"chiro", "ksa", "klj", "kwb", "scouts", "okra", "femma", "gezinsbond", "davidsfonds", "willemsfonds"}
)
_GEEN_STAART = frozenset({"iers", "ierse", "ieren", "straat"})  # "violieren", "menapiers"
_EIGEN_BEGIN = 5  # "boskring" is common, "snaterkring" is not
_KORTSTE_DEEL = 3
_KORTSTE_NAAM = 6
_KORTSTE_REST = 4
_KORTSTE_SPLITS = 8
_LATIJN = 7  # shorter saints bear what may be a first name
_TELT_APART = frozenset({"geslacht", "leeftijd", "neven", "getal", "wind"})  # "KSK Lede (dames)"
_SCHEIDING = re.compile(r"\s[-–—/|]\s|[(),:;]")


@dataclass(frozen=True)
class Naamlezer:
    """Reads names with the given word and place lists."""

    woorden: Woorden
    plaatsen: Plaatsen

    @cached_property
    def _langste(self) -> dict[str, int]:
        """Return the first word of every known phrase → the number of words of the longest that starts so."""
        return langste_frases((*self.woorden.termen, *self.plaatsen.namen))

    def met_plaatsen(self, meer: Sequence[tuple[str, str]]) -> Naamlezer:
        """Return a reader that knows more places: ``(name, NIS code)``."""
        return replace(self, plaatsen=self.plaatsen.met(meer)) if meer else self

    def lees(self, naam: str) -> Naam:
        """Analyse one name as it was written."""
        stukken = split_woorden(naam)
        for stuk in stukken:
            if stuk not in self._verbeterd:
                self._verbeterd[stuk] = self.verbeter(stuk)
        # "sint jansvrienden" is not about dance.
        recht = [stuk if vorig == "sint" else self._verbeterd[stuk] for vorig, stuk in pairwise(["", *stukken])]
        kort = afgebroken(naam)
        heel = self._maak(recht, kort)
        andere = {wie: self._maak(gemerkt, kort) for wie, gemerkt in self.woorden.bekend.in_naam(stukken)}
        if andere:
            heel = replace(heel, andere=andere)
        stroken = [deel for deel in _SCHEIDING.split(naam) if deel.strip()]
        if len(stroken) < 2:
            return heel
        gelezen = [self.lees(deel) for deel in stroken]
        delen = filter(None, (eigen_woorden(deel.woorden) for deel in gelezen))
        haakjes = [self.lees(deel) for deel in tussen_haakjes(naam)]
        telt = any(w.klasse in _TELT_APART for deel in haakjes[1:] for w in deel.woorden)
        return replace(heel, delen=(*heel.delen, *delen), stroken=() if telt else tuple(deel.plak for deel in haakjes))

    def _maak(self, stukken: list[str], kort: frozenset[str]) -> Naam:
        gelezen = self._lees(self._aanvuller.voluit(stukken, kort))
        return maak_naam([self._aanvuller.vul_aan(woord, kort) for woord in gelezen])

    @cached_property
    def _aanvuller(self) -> Aanvuller:
        return Aanvuller(self.woorden)

    # Words come back in name after name.
    @cached_property
    def _verbeterd(self) -> dict[str, str]:
        return {}

    @cached_property
    def _gelezen(self) -> dict[str, tuple[Woord, ...]]:
        return {}

    def verbeter(self, stuk: str) -> str:
        """Return the word of the lists that a long unknown word is one letter away from, or the word itself."""
        if len(stuk) < KORTSTE_VERBETERD or stuk in self.woorden.losse or is_woord(stuk) or self._is_plaats(stuk):
            return stuk
        if heel := self.woorden.met_tussenklank(stuk):
            return heel
        if len(stuk) < KORTSTE_VERBETERD + 2 and self._beschrijving(stuk) is not None:
            return stuk  # "boskring" is no "bokskring"
        bedoeld = {w for vorm in min_letter(stuk) for w in self.woorden.weglatingen.get(vorm, ())}
        # "De Souvereinen" are no "souvereine": a longer ending is another form, not a slip.
        dichtbij = [
            w
            for w in bedoeld
            if OSA.distance(stuk, w, score_cutoff=1) <= 1 and not (stuk.startswith(w) or zelfde_staart(stuk, w))
        ]
        # Lists hold slips too, under what they mean: "verening" beside "vereniging".
        return max(dichtbij, key=len) if len({self.woorden.enkel.get(w) for w in dichtbij}) == 1 else stuk

    def _is_plaats(self, stuk: str) -> bool:
        return (stuk,) in self.plaatsen.namen or self._bijvoeglijk(stuk) is not None

    def _lees(self, stukken: list[str]) -> Iterator[Woord]:
        i = 0
        while i < len(stukken):
            gevonden = self._frase(stukken, i)
            if gevonden is not None and gevonden[1] > 1:
                yield gevonden[0]
                i += gevonden[1]
            elif samen := self._samen(*stukken[i : i + 2], los=gevonden is None):
                yield from samen
                i += 2
            elif gevonden is not None:
                yield gevonden[0]
                i += 1
            else:
                if stukken[i] not in self._gelezen:
                    self._gelezen[stukken[i]] = tuple(self._los(stukken[i]))
                yield from self._gelezen[stukken[i]]
                i += 1

    def _samen(self, woord: str, volgend: str = "", *, los: bool) -> tuple[Woord, ...]:
        """Read two words that are one (``mini golf``), or of which the second is glued: ``heilig hartschool``."""
        een = self.woorden.enkel.get(woord + volgend) if volgend else None
        staart = self.woorden.enkel.get(volgend)
        # "Gidsen kring" is the Gidsenkring, "KSA meisjes" is more than one word.
        twee = woord in self.woorden.enkel and staart is not None and staart.klasse != "algemeen"
        if een is not None and een.klasse in _SPLITSBAAR and not twee:
            return (van_term(woord + volgend, een),)
        if los and woord == "sint":
            return self._sint_samen(volgend)
        if self._langste.get(woord, 1) > 1:
            for knip in range(_KORTSTE_DEEL, len(volgend) - _KORTSTE_DEEL):
                frase = self.woorden.termen.get((woord, volgend[:knip]))
                term = self.woorden.enkel.get(volgend[knip:])
                if frase is not None and term is not None and term.klasse in _SPLITSBAAR:
                    return van_term(woord + volgend[:knip], frase), van_term(volgend[knip:], term)
        return ()

    def _frase(self, stukken: list[str], i: int) -> tuple[Woord, int] | None:
        """Return the longest known phrase at *i*: a place, a term of the lists or a patron saint."""
        for lengte in range(
            min(len(stukken) - i, max(self._langste.get(stukken[i], 1), 3 if stukken[i] == "sint" else 1)), 0, -1
        ):
            deel = tuple(stukken[i : i + lengte])
            term = self.woorden.termen.get(deel)
            if term is not None:
                return self._term("".join(deel), term)._replace(letters=self._aanvuller.letters(deel)), lengte
            nis = self.plaatsen.namen.get(deel)
            if nis is not None:
                return self._plaatswoord(deel, nis)._replace(letters=self._aanvuller.letters(deel)), lengte
            if lengte == 3 and deel[0] == "sint" and " ".join(deel[1:]) in self.woorden.heiligen:
                heilige = sint("".join(deel), self.woorden.heiligen[" ".join(deel[1:])])
                return heilige._replace(letters=self._aanvuller.letters(deel)), lengte
            if lengte == 2 and deel[0] == "sint" and deel[1].isalpha() and not self._sint_samen(deel[1]):
                return sint("".join(deel), self._heiligen.spelling(deel[1])), lengte
        return None

    def _term(self, tekst: str, term: Term) -> Woord:
        """Return the word of a list; another language's name of a place is that place."""
        if term.klasse != "plaatsnaam":
            return van_term(tekst, term)
        deel = tuple(split_woorden(min(term.waarden)))
        return self._plaatswoord(deel, self.plaatsen.namen.get(deel, frozenset()))._replace(tekst=tekst)

    def _plaatswoord(self, deel: tuple[str, ...], nis: frozenset[str]) -> Woord:
        heilige = self.woorden.heiligen.get(deel[1], deel[1]) if len(deel) == 2 and deel[0] == "sint" else ""
        waarden = frozenset({" ".join(deel), f"sint {heilige}"} if heilige else {" ".join(deel)})
        return Woord("".join(deel), "plaats", waarden, nis, "sint" if heilige else "eigen")

    @cached_property
    def _heiligen(self) -> Heiligen:
        return Heiligen(self.woorden.heiligen)

    def _sint_samen(self, woord: str = "") -> tuple[Woord, ...]:
        """Read ``pietersfanfare`` after *sint* as the saint and what is named after him."""
        for knip in range(_KORTSTE_DEEL, len(woord) - _KORTSTE_DEEL):
            term, heilige = self.woorden.enkel.get(woord[knip:]), woord[:knip]
            if not self._heiligen.kent(heilige):
                heilige = heilige.removesuffix("s")
            if term is not None and term.klasse in _NA_HEILIGE and self._heiligen.kent(heilige):
                return sint(f"sint{heilige}", self._heiligen.spelling(heilige)), van_term(woord[knip:], term)
        return ()

    def _los(self, stuk: str) -> Iterator[Woord]:
        """Read one word that no list holds as it stands: number, glued saint, compound, adjective of a place."""
        if stuk[0] == MERK:
            yield Woord(stuk[1:], "eigen", frozenset({stuk[1:]}))
        elif stuk.isdigit():
            yield Woord(stuk, "getal", frozenset({stuk.lstrip("0") or "0"}))
        elif stuk.startswith("sint") and self._heiligen.kent(stuk[4:]):
            yield sint(stuk, self.woorden.heiligen.get(stuk[4:], stuk[4:]))
        elif stuk.endswith("us") and len(stuk) >= _LATIJN and stuk in self.woorden.heiligen:
            yield sint(stuk, self.woorden.heiligen[stuk])  # "Harmonie Servatius"
        elif (
            stuk[0] == "k"
            and len(stuk) <= 5
            and (term := self.woorden.enkel.get(stuk[1:])) is not None
            and term.klasse in _SPLITSBAAR
            and len(stuk) > 2
        ):
            yield van_term(stuk, term)
        elif (klank := self.woorden.zoek(stuk)) is not None and klank.klasse in _SPLITSBAAR:
            yield van_term(stuk, klank)
        elif (delen := self._samenstelling(stuk)) is not None:
            yield from delen
        elif (plaats := self._bijvoeglijk(stuk)) is not None:
            yield plaats
        elif (delen := self._beschrijving(stuk)) is not None:
            yield from delen
        elif naam := zonder_van(stuk):
            yield Woord(stuk.removesuffix(naam), "stop", frozenset())
            yield Woord(naam, "eigen", frozenset({naam}))
        else:
            yield Woord(stuk, "eigen", frozenset({stuk}))

    def _samenstelling(self, stuk: str) -> list[Woord] | None:
        """Split ``judoschool`` and ``chiromariakerke``: where both parts are known, or an umbrella leads."""
        for knip in range(len(stuk) - _KORTSTE_DEEL, _KORTSTE_DEEL - 1, -1):
            voor = self.woorden.zoek(stuk[:knip])
            if voor is None or (knip < 4 and len(stuk) < _KORTSTE_SPLITS):
                continue
            staart = self.woorden.enkel.get(stuk[knip:]) if voor.klasse == "gewoon" and knip >= _KORTSTE_NAAM else None
            if staart is not None and staart.klasse in _NA_NAAM:
                return [van_term(stuk[:knip], voor), van_term(stuk[knip:], staart)]
            if voor.klasse not in _SPLITSBAAR:
                continue
            for tussen in _TUSSENKLANKEN:
                rest = stuk[knip:].removeprefix(tussen) if stuk[knip:].startswith(tussen) else ""
                if len(rest) < _KORTSTE_DEEL:
                    continue
                term = self.woorden.zoek(rest)
                if term is not None and term.klasse in _SPLITSBAAR:
                    return [van_term(stuk[:knip], voor), van_term(rest, term)]
                if term is None and (meer := self._samenstelling(rest)) is not None:
                    return [van_term(stuk[:knip], voor), *meer]
            if voor.waarden & _PLAKT and len(stuk) - knip >= _KORTSTE_REST:
                na = stuk[knip:]
                nis = self.plaatsen.namen.get((na,))
                rest_woorden = list(self._los(na)) if nis is None else [self._plaatswoord((na,), nis)]
                return [van_term(stuk[:knip], voor), *rest_woorden]
        return None

    def _beschrijving(self, stuk: str) -> list[Woord] | None:
        """Read ``dijlekoor`` as a koor with a name that is half a description, ``boskring`` as one that says little."""
        for knip in range(_KORTSTE_DEEL, len(stuk) - _KORTSTE_REST + 1):
            term = self.woorden.enkel.get(stuk[knip:])
            zegt_wat = term is not None and term.klasse in {"soort", "algemeen", "koepel"}
            if term is not None and zegt_wat and stuk[knip:] not in _GEEN_STAART:
                heilige = self._heiligen.in_samenstelling(stuk[:knip]) if knip >= _EIGEN_BEGIN else ""
                if heilige and stuk[:knip] != _GEEN_HEILIGE:
                    return [sint(f"sint{stuk[:knip]}", heilige), van_term(stuk[knip:], term)]
                if term.klasse == "koepel":
                    continue
                if term.klasse == "algemeen":
                    klasse = "gewoon" if knip < _EIGEN_BEGIN else "eigen"
                    return [Woord(stuk, klasse, frozenset({stuk}))]
                eigen = Woord(stuk, "eigen", frozenset({stuk}))
                return [eigen, Woord(stuk[knip:], "soort_zwak", term.waarden)]
        return None

    def _bijvoeglijk(self, stuk: str) -> Woord | None:
        plaats = self.plaatsen.bijvoeglijk.get(stuk)
        if plaats is not None:
            return Woord(stuk, "plaats", frozenset({plaats}), self.plaatsen.namen[(plaats,)])
        for eind in _BIJVOEGLIJK:
            stam = stuk.removesuffix(eind)
            if stam != stuk and len(stam) >= _KORTSTE_REST and (nis := self.plaatsen.namen.get((stam,))) is not None:
                return Woord(stuk, "plaats", frozenset({stam}), nis)
        return None
