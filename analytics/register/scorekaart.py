"""Parity: what the rules predicted before loading against what the register answered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.checks.catalogus import REGELS
from analytics.checks.niet_vooraf import NIET_VOORAF
from analytics.register.antwoord import Melding
from analytics.register.plan import NIET_LAADBAAR, Plan

#: A refusal that no rule predicted.
REGEL_ONTBREEKT = "regel ontbreekt"
#: A refusal that no workbook can foretell, declared as such.
NIET_TE_VOORSPELLEN = "niet vooraf te weten"
#: The row that counts associations, whatever the rule.
SAMEN = "alle regels samen"
TELLINGEN = ("voorspeld", "getoetst", "bevestigd", "geweigerd", "gemist")
KOLOMMEN = ("regel", "melding", *TELLINGEN, "rijen")
# A request can hold no text where a number or a yes/no belongs, so what these find never reaches the register.
_NIET_TE_VERSTUREN = {"leeftijd_onleesbaar", "uitgeschreven_onleesbaar", "primair_onleesbaar"}
_HOOGSTENS = 20  # keys in a cell

Patronen = Sequence[re.Pattern[str]]
Rij = tuple[str, str, int, int, int, int, int, str]


@dataclass(frozen=True)
class Uitspraak:
    """What the register said of one association: accepted, or refused with its sentences."""

    intern_nummer: str
    meldingen: tuple[Melding, ...]


def maak_scorekaart(plan: Plan, uitspraken: Iterable[Uitspraak]) -> pd.DataFrame:
    """
    Compare predictions and answers.

    A refusal is a miss of a rule when the register's sentence is that rule's and nothing that we predicted of the
    association explains it. What no workbook can foretell is no miss.

    Returns:
        First one row per sentence that was not predicted (``regel`` is :data:`REGEL_ONTBREEKT`, or
        :data:`NIET_TE_VOORSPELLEN`), then one per rule of the register that predicted or missed something, then
        :data:`SAMEN`. Columns ``regel``, ``melding`` (str: the register's sentence), ``voorspeld`` (int: associations
        the rule refuses), ``getoetst`` (of those, put to a register), ``bevestigd`` (refused by it, for any reason),
        ``geweigerd`` (predicted, and refused with a sentence of this rule), ``gemist`` and ``rijen`` (str: keys where
        we differed, at most 20, separated by ``;``). Precision is ``bevestigd`` over ``getoetst``; recall
        ``geweigerd`` over ``geweigerd + gemist``.
    """
    zinnen = {r.code: tuple(_patroon(m) for m in r.bron.meldingen) for r in REGELS if r.bron.wie == "Register"}
    voorspeld = {r.intern_nummer: set(r.regels) & set(zinnen) for r in plan.regels if r.reden == NIET_LAADBAAR}
    antwoorden = {u.intern_nummer: u.meldingen for u in uitspraken}
    gemist = _onvoorspeld(antwoorden, voorspeld, zinnen)
    rijen = [*_per_melding(gemist)]
    for code in zinnen:
        rijen += _per_regel(code, zinnen[code], voorspeld, antwoorden, gemist)
    rijen.append(_samen(voorspeld, antwoorden, gemist))
    soorten = {kolom: "int64" if kolom in TELLINGEN else "string" for kolom in KOLOMMEN}
    return pd.DataFrame(rijen, columns=list(KOLOMMEN)).astype(soorten)


def _onvoorspeld(
    antwoorden: Mapping[str, Sequence[Melding]], voorspeld: Mapping[str, set[str]], zinnen: Mapping[str, Patronen]
) -> dict[str, dict[str, list[str]]]:
    """Return the sentences that nothing predicted explains, by kind of refusal, with the associations that got them."""
    buiten = [_patroon(m) for n in NIET_VOORAF for m in n.bron.meldingen]
    uit: dict[str, dict[str, list[str]]] = {REGEL_ONTBREEKT: {}, NIET_TE_VOORSPELLEN: {}}
    for sleutel, meldingen in antwoorden.items():
        codes = voorspeld.get(sleutel, set())
        for tekst in dict.fromkeys(m.tekst for m in meldingen):
            if not any(_past(zinnen[code], tekst) for code in codes):
                soort = NIET_TE_VOORSPELLEN if _past(buiten, tekst) else REGEL_ONTBREEKT
                uit[soort].setdefault(tekst, []).append(sleutel)
    return uit


def _per_melding(gemist: Mapping[str, Mapping[str, list[str]]]) -> Iterator[Rij]:
    for soort, per_tekst in gemist.items():
        for tekst, sleutels in sorted(per_tekst.items(), key=lambda p: (-len(p[1]), p[0])):
            yield soort, tekst, 0, 0, 0, 0, len(sleutels), _noem(sleutels)


def _per_regel(
    code: str,
    zinnen: Patronen,
    voorspeld: Mapping[str, set[str]],
    antwoorden: Mapping[str, Sequence[Melding]],
    gemist: Mapping[str, Mapping[str, list[str]]],
) -> Iterator[Rij]:
    met = [s for s, codes in voorspeld.items() if code in codes]
    getoetst = [] if code in _NIET_TE_VERSTUREN else [s for s in met if s in antwoorden]
    aanvaard = [s for s in getoetst if not antwoorden[s]]
    eigen = [s for s in met if any(_past(zinnen, m.tekst) for m in antwoorden.get(s, ()))]
    ontbrak = {s for tekst, sleutels in gemist[REGEL_ONTBREEKT].items() if _past(zinnen, tekst) for s in sleutels}
    if met or ontbrak:
        yield (
            code, "", len(met), len(getoetst), len(getoetst) - len(aanvaard), len(eigen), len(ontbrak),
            _noem([*aanvaard, *sorted(ontbrak)]),
        )  # fmt: skip


def _samen(
    voorspeld: Mapping[str, set[str]],
    antwoorden: Mapping[str, Sequence[Melding]],
    gemist: Mapping[str, Mapping[str, list[str]]],
) -> Rij:
    met = [s for s, codes in voorspeld.items() if codes - _NIET_TE_VERSTUREN]
    getoetst = [s for s in met if s in antwoorden]
    aanvaard = [s for s in getoetst if not antwoorden[s]]
    bevestigd = len(getoetst) - len(aanvaard)
    ontbrak = {s for sleutels in gemist[REGEL_ONTBREEKT].values() for s in sleutels} - set(met)
    return (
        SAMEN, "", len(met), len(getoetst), bevestigd, bevestigd, len(ontbrak), _noem([*aanvaard, *sorted(ontbrak)]),
    )  # fmt: skip


def _noem(sleutels: Sequence[str]) -> str:
    return ";".join(sleutels[:_HOOGSTENS])


def _patroon(melding: str) -> re.Pattern[str]:
    # The register fills in a value where the rule quotes XXX, and names the type of a contact where it quotes E-mail.
    vrij = re.compile(r"X{3,}|(?<=een )E-mail(?= contactgegeven)|(?<=één )E-mail(?= contactgegeven)")
    return re.compile(".*".join(re.escape(deel) for deel in vrij.split(melding)), re.DOTALL)


def _past(patronen: Iterable[re.Pattern[str]], tekst: str) -> bool:
    return any(p.search(tekst) for p in patronen)
