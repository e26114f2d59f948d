"""The verb of notebook ``3_dubbels``."""

from __future__ import annotations

import datetime as dt
import sys

from analytics.domain.levering import Levering
from analytics.errors import WerkmapFout
from analytics.run.dubbels_leveringen import Leveringsdubbels, dubbels_van
from analytics.run.leveringen import bronmap, piloten, vind_aanlevering, vind_aanleveringen
from analytics.run.voorgelezen import open_aanlevering
from analytics.run.werkbank import lees_datum


def vind_dubbels(piloot: str, ronde: int, peildatum: str | dt.date) -> Leveringsdubbels:
    """
    Return the doubles of a delivery: within it, and with what the other pilots delivered in the same round.

    Raises:
        GebruiksFout: If there is no such delivery, or *peildatum* is not ``JJJJ-MM-DD``.
        WerkmapFout: If a workbook cannot be read.
    """
    dag = lees_datum(peildatum)
    vind_aanlevering(piloot, ronde)
    leveringen: dict[tuple[str, int], Levering] = {}
    for a in vind_aanleveringen(bronmap(piloot, ronde)):
        if a.ronde != ronde:
            continue
        try:
            leveringen[a.piloot, ronde] = open_aanlevering(a, dag)
        except WerkmapFout as fout:
            if a.piloot == piloot:
                raise
            # Another pilot's broken workbook must not keep this one from its doubles; it is told, not hidden.
            print(f"{a.piloot} ronde {ronde} is niet gelezen: {fout}", file=sys.stderr)
    namen = {code: bekend.naam for code, bekend in piloten().items()}
    return dubbels_van(leveringen, namen=namen)[piloot, ronde]
