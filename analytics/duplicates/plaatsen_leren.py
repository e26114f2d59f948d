"""Learn from the records themselves what places their municipalities have, which no list knows."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analytics.duplicates.blokken import Codes
from analytics.duplicates.klank import oude_klank
from analytics.duplicates.naamdelen import Naam
from analytics.duplicates.plaats import Plaatsen
from analytics.duplicates.taal import is_woord
from analytics.duplicates.tekst import split_woorden

# A word that associations of so many kinds in one municipality bear is where they are, not who they are.
_SOORTEN = 3
_KORTSTE = 5
_ZEGT_WAT = frozenset({"koepel", "soort"})


def plaatsen_uit_adressen(locaties: pd.DataFrame, plaatsen: Plaatsen) -> list[tuple[str, str]]:
    """
    Return ``(name, NIS code)`` of the places that addresses name beside a known postcode, and no list has.

    Args:
        locaties: ``postcode``, ``gemeente``.
        plaatsen: What is known already; another spelling of a known place teaches nothing.
    """
    paren = locaties[["postcode", "gemeente"]].astype("string").dropna().drop_duplicates()
    uit = set()
    for postcode, gemeente in zip(paren["postcode"].str.strip(), paren["gemeente"], strict=True):
        nis = plaatsen.postcodes.get(postcode)
        woorden = split_woorden(gemeente)
        if nis is None or not woorden or not all(w.isalpha() for w in woorden):
            continue
        klanken = {oude_klank(naam) for naam in plaatsen.per_nis.get(nis, ())}
        stukken = {"".join(woorden[i:j]) for i in range(len(woorden)) for j in range(i + 1, len(woorden) + 1)}
        if not klanken & {oude_klank(stuk) for stuk in stukken}:
            uit.add((" ".join(woorden), nis))
    return sorted(uit)


def plaatsen_uit_namen(
    namen: Sequence[Naam], naam: Codes, locaties: pd.DataFrame, plaatsen: Plaatsen
) -> list[tuple[str, str]]:
    """
    Return ``(word, NIS code)`` of the proper words that associations of three kinds and more bear in a municipality.

    ``Sporting Sonnis``, ``OKRA Sonnis`` and ``KLJ Sonnis`` say that Sonnis is a place there: umbrellas are named
    after one. What is so in several municipalities is a popular name (``Artevelde``), and a word of the language says
    who they are (``De Wakkere``).

    Args:
        namen: Distinct analysed names.
        naam: For each record its number in *namen*, -1 without one.
        locaties: ``record``, ``nis``.
        plaatsen: What is known already; another spelling of a known place teaches nothing.
    """
    rijen: list[tuple[int, str, str, bool]] = []
    for nummer, gelezen in enumerate(namen):
        wat = {(min(w.waarden), w.klasse == "koepel") for w in gelezen.woorden if w.klasse in _ZEGT_WAT}
        eigen = {
            w.langste
            for w in gelezen.woorden
            if w.klasse == "eigen" and len(w.tekst) >= _KORTSTE and not is_woord(w.tekst)
        }
        rijen.extend((nummer, woord, *soort) for woord in eigen for soort in wat)
    woorden = pd.DataFrame(rijen, columns=["naam", "woord", "soort", "koepel"])
    waar = locaties[["record", "nis"]].assign(naam=naam[locaties["record"].to_numpy()])
    samen = waar[["naam", "nis"]].drop_duplicates().merge(woorden, on="naam")
    per_woord = samen.groupby(["nis", "woord"]).agg(soorten=("soort", "nunique"), koepel=("koepel", "any"))
    geleerd = per_woord.index[(per_woord["soorten"] >= _SOORTEN) & per_woord["koepel"]].to_frame(index=False)
    eigen_aan_een = geleerd[~geleerd["woord"].duplicated(keep=False)]
    return [
        (str(woord), str(nis))
        for nis, woord in eigen_aan_een.itertuples(index=False)
        if oude_klank(woord) not in map(oude_klank, plaatsen.per_nis.get(nis, ()))
    ]
