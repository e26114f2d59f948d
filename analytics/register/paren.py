"""Possible duplicates side by side, for a human to decide on; and the decisions out of the answers."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analytics.domain.nummers import masker_insz
from analytics.errors import WerkmapFout
from analytics.intake.lezing import Lezing
from analytics.register.plan import VERSCHILLEND, WEET_NIET, ZELFDE, Plan
from analytics.register.stand import DUBBEL, Besluit, Stand
from analytics.register.vorm import kaal

KOLOMMEN = (
    "intern_nummer", "naam", "gemeenten", "activiteiten", "vcode", "kandidaat_naam", "kandidaat_gemeenten",
    "kandidaat_activiteiten", "verschilt", "antwoord", "wie", "wanneer", "opmerking", "hash",
)  # fmt: skip


def maak_paren(
    plan: Plan, lezing: Lezing, standen: Mapping[str, Stand], besluiten: Mapping[str, Besluit], *, alles: bool = False
) -> pd.DataFrame:
    """
    Return one row per delivered association and candidate that must still be decided on (columns :data:`KOLOMMEN`).

    Nobody is asked twice: an association whose data did not change since it was decided on is left out, even when the
    answer was "weet niet".

    Args:
        alles: Also those, with the answer that was given.
    """
    vereniging = lezing.waarden["verenigingen"]
    plaatsen = lezing.waarden["locaties"]["gemeente"].dropna()
    gemeenten: dict[int, list[str]] = {}
    for record, i in lezing.vereniging["locaties"].dropna().items():
        if record in plaatsen.index:
            gemeenten.setdefault(int(i), []).append(str(plaatsen.loc[record]))
    rijen = []
    for regel in plan.regels:
        stand = standen.get(regel.intern_nummer)
        if stand is None or stand.stand != DUBBEL or stand.hash != regel.hash:
            continue
        besluit = besluiten.get(regel.intern_nummer)
        besluit = besluit if besluit is not None and besluit.hash == stand.hash else None
        if besluit is not None and not alles:
            continue
        eigen = vereniging.loc[regel.index]
        naam = "" if pd.isna(eigen["naam"]) else str(eigen["naam"])
        activiteiten = "" if pd.isna(eigen["hoofdactiviteiten"]) else str(eigen["hoofdactiviteiten"])
        waar = ", ".join(dict.fromkeys(gemeenten.get(regel.index, [])))
        for k in stand.kandidaten:
            paren = (
                ("naam", naam, k.naam),
                ("gemeente", waar, ", ".join(k.gemeenten)),
                ("activiteiten", activiteiten, ";".join(k.activiteiten)),
            )
            verschilt = ", ".join(veld for veld, a, b in paren if kaal(a) != kaal(b))
            antwoord, *rest = _gegeven(besluit, k.vcode)
            rijen.append(
                (regel.intern_nummer, naam, waar, activiteiten, k.vcode, *(p[2] for p in paren), verschilt, antwoord,
                 *rest, stand.hash)
            )  # fmt: skip
    return pd.DataFrame(rijen, columns=list(KOLOMMEN)).astype("string")


def _gegeven(besluit: Besluit | None, vcode: str) -> tuple[str, str, str, str]:
    if besluit is None:
        return "", "", "", ""
    zelfde = besluit.antwoord == ZELFDE
    antwoord = (ZELFDE if besluit.vcode == vcode else VERSCHILLEND) if zelfde else besluit.antwoord
    return antwoord, besluit.wie, besluit.wanneer, besluit.opmerking


def maak_besluiten(paren: pd.DataFrame, standen: Mapping[str, Stand]) -> tuple[tuple[Besluit, ...], tuple[str, ...]]:
    """
    Return the decisions of a filled-in table of pairs, and a sentence for each association that is left open.

    The same as one candidate: a duplicate. Different from all: not one. Anything else that is filled in: not known.
    Rows that the ledger does not know, or whose data or candidates are others than were asked, are told and not booked.

    Raises:
        WerkmapFout: If an association is said to be the same as two candidates.
    """
    besluiten, open_ = [], []
    for sleutel, groep in paren.groupby("intern_nummer", sort=False):
        stand = standen.get(str(sleutel))
        if stand is None or stand.stand != DUBBEL or set(groep["hash"]) != {stand.hash}:
            open_.append(f"{sleutel}: de gegevens zijn gewijzigd of al verwerkt sinds de vraag; niet geboekt.")
            continue
        zelfde = groep.loc[groep["antwoord"].eq(ZELFDE), "vcode"].tolist()
        if len(zelfde) > 1:
            raise WerkmapFout(f"Vereniging {sleutel} is volgens de antwoorden dezelfde als {zelfde[0]} én {zelfde[1]}; "
                              "kies één kandidaat.")  # fmt: skip
        antwoorden = set(groep["antwoord"])
        kandidaten = {k.vcode for k in stand.kandidaten}
        if vreemd := [vcode for vcode in groep["vcode"] if vcode not in kandidaten]:
            open_.append(f"{sleutel}: {masker_insz(vreemd[0])} is geen kandidaat van het register; niet geboekt.")
            continue
        if zelfde:
            besluit = ZELFDE
        elif antwoorden == {VERSCHILLEND} and set(groep["vcode"]) == kandidaten:
            besluit = VERSCHILLEND
        elif WEET_NIET in antwoorden:
            besluit = WEET_NIET
        else:
            open_.append(f"{sleutel}: nog niet voor elke kandidaat een antwoord.")
            continue
        rij = groep[groep["antwoord"].eq(besluit)].iloc[0]
        besluiten.append(
            Besluit(str(sleutel), stand.hash, besluit, zelfde[0] if zelfde else "", str(rij["wie"]),
                    str(rij["wanneer"]), str(rij["opmerking"]))
        )  # fmt: skip
    return tuple(besluiten), tuple(open_)
