"""The workbook of decisions: what the register stopped on, with the answer we propose and why, in sittings."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.domain.levering import Levering
from analytics.files.besluiten import schrijf_besluiten
from analytics.intake.lezing import Lezing
from analytics.register.paren import maak_paren
from analytics.register.plan import Plan
from analytics.register.stand import Besluit, Stand
from analytics.run.dubbels_besluiten import voeg_voorstellen_toe
from analytics.run.dubbels_bron import Bron, maak_records, persoonsgeheim


def maak_werkmap(
    plan: Plan,
    levering: Levering,
    lezing: Lezing,
    standen: Mapping[str, Stand],
    besluiten: Mapping[str, Besluit],
    *,
    alles: bool = False,
    met_kans: bool = False,
) -> tuple[bytes, int]:
    """
    Return the workbook and how many associations are in it.

    Args:
        alles: Also what was decided on already, with the answer that was given.
        met_kans: Whether to show how probable we think each pair is; it is taken for the answer easily.
    """
    paren = maak_paren(plan, lezing, standen, besluiten, alles=alles)
    if len(paren):
        bron = Bron(levering, tuple(b.naam for b in levering.bestanden), lezing)
        paren = voeg_voorstellen_toe(paren, maak_records([bron], geheim=persoonsgeheim()))
    if not met_kans:
        paren = paren.drop(columns="kans", errors="ignore")
    return schrijf_besluiten(paren), int(paren["intern_nummer"].nunique())
