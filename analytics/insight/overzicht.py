"""All pilots and rounds side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

import pandas as pd

from analytics.domain.piloot import Piloot
from analytics.insight.bevindingen import ERNSTEN
from analytics.insight.samenvatting import Samenvatting

OP_TIJD = "op tijd"
TE_LAAT = "te laat"
NIET_GEKEND = "niet gekend"


def overview(
    samenvattingen: Iterable[Samenvatting],
    piloten: Mapping[str, Piloot] | None = None,
    *,
    ontvangen: Mapping[tuple[str, int], dt.date] | None = None,
) -> pd.DataFrame:
    """
    Return one row per pilot and round, in that order.

    Columns: ``piloot`` (code), ``naam``, ``ronde``, ``geleverd`` and ``laadbaar`` (associations), ``minimum``
    (associations that reach the intended minimum), one column of findings per severity (``FOUT``, ``WAARSCHUWING``,
    ``INFO``), ``deadline`` and ``ontvangen`` (dates or ``None``) and ``termijn`` (``op tijd``, ``te laat``,
    ``niet gekend``).

    Args:
        piloten: Name and deadlines per pilot code; a pilot that is not listed goes by its code, without deadlines.
        ontvangen: Per pilot and round the day the delivery came in; absent when nobody noted it.
    """
    bekend, binnen = piloten or {}, ontvangen or {}
    rijen = []
    for s in sorted(samenvattingen, key=lambda s: (s["piloot"], s["ronde"])):
        piloot, ronde = s["piloot"], s["ronde"]
        wie = bekend.get(piloot)
        deadline = wie.deadlines.van_ronde(ronde) if wie else None
        rij: dict[str, object] = {
            "piloot": piloot,
            "naam": wie.naam if wie else piloot,
            "ronde": ronde,
            "geleverd": s["geleverd"],
            "laadbaar": s["laadbaar"]["teller"],
            "minimum": s["volledigheid"]["minimum"]["teller"],
        }
        rij |= {ernst: s["bevindingen"]["ernst"][ernst]["bevindingen"] for ernst in ERNSTEN}
        rij |= {
            "deadline": deadline,
            "ontvangen": binnen.get((piloot, ronde)),
            "termijn": judge_termijn(deadline, binnen.get((piloot, ronde))),
        }
        rijen.append(rij)
    kolommen = ["piloot", "naam", "ronde", "geleverd", "laadbaar", "minimum", *ERNSTEN]
    return pd.DataFrame(rijen, columns=[*kolommen, "deadline", "ontvangen", "termijn"])


def judge_termijn(deadline: dt.date | None, ontvangen: dt.date | None) -> str:
    """Tell whether a delivery came in on time; the day of the deadline itself is on time."""
    if deadline is None or ontvangen is None:
        return NIET_GEKEND
    return OP_TIJD if ontvangen <= deadline else TE_LAAT
