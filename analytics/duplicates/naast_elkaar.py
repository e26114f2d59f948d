"""Lay two records side by side and mark what differs; how it looks is for the report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import pandas as pd
from rapidfuzz.distance import Indel

from analytics.duplicates.records import Records
from analytics.duplicates.tekst import vouw
from analytics.duplicates.uitlijnen import lijkt

# What anybody may see in the public register; a report for another pilot shows no more.
OPENBAAR = ("naam", "korte_naam", "kbo_nummer", "hoofdactiviteiten", "gemeente")
ALLES = (*OPENBAAR, "roepnaam", "vcode", "adres", "contactgegevens")
_WOORD = re.compile(r"\w+|\W+")


@dataclass(frozen=True)
class Segment:
    """A piece of a value, and whether the other record has something else there."""

    tekst: str
    verschilt: bool


@dataclass(frozen=True)
class Veldpaar:
    """One field of both records; empty where a record has no value."""

    veld: str
    links: tuple[Segment, ...]
    rechts: tuple[Segment, ...]


def naast_elkaar(
    bron: Records, a: int, *, tegen: Records | None = None, b: int, velden: Sequence[str] = ALLES
) -> tuple[Veldpaar, ...]:
    """
    Return the fields that at least one of the records fills, in the order of *velden*.

    Args:
        bron: Where record *a* is, and *b* too when *tegen* is not given.
        a: Record id.
        tegen: Where record *b* is.
        b: Record id.
        velden: :data:`OPENBAAR` or :data:`ALLES`, or some of them. Persons are never shown.

    Raises:
        KeyError: If a record or field does not exist.
    """
    paren = []
    for veld in velden:
        links, rechts = _waarde(bron, a, veld), _waarde(tegen if tegen is not None else bron, b, veld)
        if links or rechts:
            paren.append(Veldpaar(veld, *markeer(links, rechts)))
    return tuple(paren)


def markeer(links: str, rechts: str) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """
    Cut two texts in segments: first by words, and within words that look alike by letters.

    Case and accents do not count as a difference. The segments of a side joined give its text back.
    """
    a, b = _WOORD.findall(links), _WOORD.findall(rechts)
    uit: tuple[list[Segment], list[Segment]] = ([], [])
    for soort, a1, a2, b1, b2 in SequenceMatcher(None, [vouw(w) for w in a], [vouw(w) for w in b], False).get_opcodes():
        stuk_a, stuk_b = "".join(a[a1:a2]), "".join(b[b1:b2])
        if soort == "replace" and lijkt(vouw(stuk_a), vouw(stuk_b)):
            for deel in Indel.opcodes(stuk_a.lower(), stuk_b.lower()):
                _voeg_toe(uit[0], stuk_a[deel.src_start : deel.src_end], deel.tag != "equal")
                _voeg_toe(uit[1], stuk_b[deel.dest_start : deel.dest_end], deel.tag != "equal")
        else:
            _voeg_toe(uit[0], stuk_a, soort != "equal")
            _voeg_toe(uit[1], stuk_b, soort != "equal")
    return tuple(uit[0]), tuple(uit[1])


def _voeg_toe(segmenten: list[Segment], tekst: str, verschilt: bool) -> None:
    if not tekst:
        return
    if segmenten and segmenten[-1].verschilt == verschilt:
        segmenten[-1] = Segment(segmenten[-1].tekst + tekst, verschilt)
    else:
        segmenten.append(Segment(tekst, verschilt))


def _waarde(bron: Records, record: int, veld: str) -> str:
    if veld == "contactgegevens":
        return _regels(bron.contactgegevens, record, ("waarde",))
    if veld == "adres":
        return _regels(bron.locaties, record, ("straatnaam", "huisnummer", "busnummer", "postcode", "gemeente"))
    if veld == "gemeente":
        return _regels(bron.locaties, record, ("gemeente",))
    waarde = bron.kolom(veld).loc[record]
    return "" if pd.isna(waarde) else str(waarde)


def _regels(frame: pd.DataFrame, record: int, kolommen: Sequence[str]) -> str:
    aanwezig = [kolom for kolom in kolommen if kolom in frame]
    rijen = frame.loc[frame["record"] == record, aanwezig].astype("string").fillna("")
    teksten = [" ".join(filter(None, rij)) for rij in rijen.itertuples(index=False, name=None)]
    return " · ".join(dict.fromkeys(filter(None, teksten)))
