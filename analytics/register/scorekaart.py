"""Parity: what the rules predicted before loading against what the register answered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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
_KOLOMMEN = ("regel", "melding", "voorspeld", "getoetst", "bevestigd", "geweigerd", "rijen")


# A request can hold no text where a number or a yes/no belongs, so what these find never reaches the register.
_NIET_TE_VERSTUREN = {"leeftijd_onleesbaar", "uitgeschreven_onleesbaar", "primair_onleesbaar"}


@dataclass(frozen=True)
class Uitspraak:
    """What the register said of one association: accepted, or refused with its sentences."""

    intern_nummer: str
    meldingen: tuple[Melding, ...]


def maak_scorekaart(plan: Plan, uitspraken: Iterable[Uitspraak]) -> pd.DataFrame:
    """
    Compare predictions and answers, what was not predicted on top.

    Returns:
        One row per rule of the register that predicted a refusal, and one per unpredicted sentence: ``regel`` (code,
        :data:`REGEL_ONTBREEKT` or :data:`NIET_TE_VOORSPELLEN`), ``melding`` (the register's sentence), ``voorspeld``
        (associations the rule refused), ``getoetst`` (of those, put to a register), ``bevestigd`` (refused by it, for
        any reason), ``geweigerd`` (refused with a sentence of this rule), ``rijen`` (keys where we differed, at most
        20, separated by ``;``). Precision is ``bevestigd`` over ``getoetst``.
    """
    voorspeld = {r.intern_nummer: set(r.regels) for r in plan.regels if r.reden == NIET_LAADBAAR}
    antwoorden = {u.intern_nummer: u.meldingen for u in uitspraken}
    zinnen = {r.code: tuple(_patroon(m) for m in r.bron.meldingen) for r in REGELS if r.bron.wie == "Register"}
    rijen = []
    for code in zinnen:
        met = [s for s, codes in voorspeld.items() if code in codes]
        getoetst = [] if code in _NIET_TE_VERSTUREN else [s for s in met if s in antwoorden]
        bevestigd = [s for s in getoetst if antwoorden[s]]
        past = [s for s, ms in antwoorden.items() if any(_past(zinnen[code], m.tekst) for m in ms)]
        anders = [s for s in getoetst if not antwoorden[s]]
        if met or any(code in voorspeld.get(s, ()) for s in past):
            eigen = [s for s in past if code in voorspeld.get(s, ())]
            rijen.append((code, "", len(met), len(getoetst), len(bevestigd), len(eigen), ";".join(anders[:20])))
    return pd.concat(
        [_onvoorspeld(voorspeld, antwoorden, zinnen), pd.DataFrame(rijen, columns=list(_KOLOMMEN))], ignore_index=True
    ).astype(dict.fromkeys(("regel", "melding", "rijen"), "string") | dict.fromkeys(_KOLOMMEN[2:6], "int64"))


def _onvoorspeld(
    voorspeld: Mapping[str, set[str]],
    antwoorden: Mapping[str, tuple[Melding, ...]],
    zinnen: Mapping[str, tuple[re.Pattern[str], ...]],
) -> pd.DataFrame:
    per_melding: dict[str, list[str]] = {}
    for sleutel, meldingen in antwoorden.items():
        for melding in meldingen:
            codes = voorspeld.get(sleutel, set())
            if not any(_past(zinnen.get(code, ()), melding.tekst) for code in codes):
                per_melding.setdefault(melding.tekst, []).append(sleutel)
    buiten = [_patroon(m) for n in NIET_VOORAF for m in n.bron.meldingen]
    rijen = [
        (
            NIET_TE_VOORSPELLEN if _past(buiten, melding) else REGEL_ONTBREEKT,
            melding,
            0,
            0,
            0,
            len(sleutels),
            ";".join(sleutels[:20]),
        )
        for melding, sleutels in sorted(per_melding.items(), key=lambda p: (-len(p[1]), p[0]))
    ]
    rijen.sort(key=lambda rij: rij[0] != REGEL_ONTBREEKT)
    return pd.DataFrame(rijen, columns=list(_KOLOMMEN))


@dataclass(frozen=True)
class Pariteit:
    """Precision and recall over all associations that were put to a register."""

    voorspeld_en_geweigerd: int
    voorspeld: int
    geweigerd: int


def meet_pariteit(plan: Plan, uitspraken: Iterable[Uitspraak]) -> Pariteit:
    """Count refusals predicted and met, over what was put to a register; only rules of the register predict one."""
    van_register = {r.code for r in REGELS if r.bron.wie == "Register"} - _NIET_TE_VERSTUREN
    fout = {r.intern_nummer for r in plan.regels if r.reden == NIET_LAADBAAR and van_register & set(r.regels)}
    gezien = list(uitspraken)
    return Pariteit(
        sum(1 for u in gezien if u.meldingen and u.intern_nummer in fout),
        sum(1 for u in gezien if u.intern_nummer in fout),
        sum(1 for u in gezien if u.meldingen),
    )


def _patroon(melding: str) -> re.Pattern[str]:
    # The register fills in a value where the rule quotes XXX, and names the type of a contact where it quotes E-mail.
    vrij = re.compile(r"X{3,}|(?<=een )E-mail(?= contactgegeven)|(?<=één )E-mail(?= contactgegeven)")
    return re.compile(".*".join(re.escape(deel) for deel in vrij.split(melding)), re.DOTALL)


def _waarom(buiten: Iterable[re.Pattern[str]], melding: str) -> str:
    return NIET_TE_VOORSPELLEN if _past(buiten, melding) else REGEL_ONTBREEKT


def _past(patronen: Iterable[re.Pattern[str]], tekst: str) -> bool:
    return any(p.search(tekst) for p in patronen)
