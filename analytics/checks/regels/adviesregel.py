"""A rule that says what we advise: the register does not refuse it."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.checks.regel import (
    Ernst,
    Groep,
    KolomToets,
    Niveau,
    Plaats,
    Regel,
    Voorbeeld,
    Voorstel,
    advies,
)


def adviesregel(
    code: str,
    plaatsen: tuple[Plaats, ...],
    titel: str,
    advies_: str,
    waarom: str,
    toets: KolomToets,
    *,
    goed: tuple[Voorbeeld, ...],
    fout: tuple[Voorbeeld, ...],
    groep: Groep = "kwaliteit",
    niveau: Niveau = "cel",
    ernst: Ernst = Ernst.WAARSCHUWING,
    voorstel: Voorstel | None = None,
    naast: Mapping[str, str] | None = None,
    rondes: tuple[int, ...] = (1, 2, 3),
) -> Regel:
    """Return the entry; *waarom* is what happens when the advice is not followed (other names: :class:`Regel`)."""
    return Regel(
        code=code,
        plaatsen=plaatsen,
        ernst=ernst,
        titel=titel,
        advies=advies_,
        bron=advies(waarom),
        toets=toets,
        goed=goed,
        fout=fout,
        groep=groep,
        niveau=niveau,
        voorstel=voorstel,
        naast=naast or {},
        rondes=rondes,
    )
