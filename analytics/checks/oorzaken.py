"""
What to repair first.

Findings of FOUT are grouped into causes; causes are ranked by the associations that become loadable when they are
solved. An association with two causes counts once, when the second one is solved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.checks.bevindingen import Groep, Verzameling, kop_van
from analytics.checks.proef import Bools, Getallen, Proef
from analytics.checks.regel import Ernst
from analytics.checks.tekst import telwoord

_KOLOMMEN = ("oorzaak", "code", "veld", "cellen", "verenigingen", "wordt_laadbaar", "samen_laadbaar", "hele_kolom")


@dataclass(frozen=True, eq=False)
class Oorzaak:
    """One cause: its words, how many cells, and the positions of the associations it keeps from loading."""

    tekst: str
    code: str
    veld: str
    cellen: int
    verenigingen: Getallen
    hele_kolom: bool


def zijn_laadbaar(verzameling: Verzameling) -> pd.Series[bool]:
    """Tell per association whether no FOUT stands on it, on its parts, or on a sheet or column it needs."""
    laadbaar: Bools = np.ones(verzameling.proef.aantal("verenigingen"), dtype=bool)
    for groep in _fouten(verzameling):
        laadbaar[_geblokkeerd(verzameling.proef, groep, None)] = False
    return pd.Series(laadbaar, index=verzameling.proef.levering.tabellen["verenigingen"].waarden.index)


def oorzaken_frame(verzameling: Verzameling) -> pd.DataFrame:
    """Return the causes in the order in which solving them pays; columns as in ``Validatie.oorzaken``."""
    oorzaken = [o for groep in _fouten(verzameling) for o in _oorzaken(verzameling.proef, groep)]
    aantal = verzameling.proef.aantal("verenigingen")
    per_groep = _combinaties(oorzaken, aantal)
    klaar = sum(n for combinatie, n in per_groep.items() if not combinatie)
    open_ = {c: n for c, n in per_groep.items() if c}
    alleen = Counter({next(iter(c)): n for c, n in open_.items() if len(c) == 1})
    rijen: list[tuple[object, ...]] = []
    resterend = list(range(len(oorzaken)))
    while resterend:
        winst: Counter[int] = Counter()
        raakt: Counter[int] = Counter()
        for combinatie, n in open_.items():
            for i in combinatie:
                raakt[i] += n
            if len(combinatie) == 1:
                winst[next(iter(combinatie))] += n
        beste = max(resterend, key=lambda i: (winst[i], raakt[i], oorzaken[i].cellen, -i))
        resterend.remove(beste)
        nieuw: dict[frozenset[int], int] = {}
        for combinatie, n in open_.items():
            rest = combinatie - {beste}
            if rest:
                nieuw[rest] = nieuw.get(rest, 0) + n
            else:
                klaar += n
        open_ = nieuw
        o = oorzaken[beste]
        rijen.append((o.tekst, o.code, o.veld, o.cellen, len(o.verenigingen), alleen[beste], klaar, o.hele_kolom))
    return pd.DataFrame(rijen, columns=list(_KOLOMMEN)).astype(
        dict.fromkeys(("oorzaak", "code", "veld"), "string")
        | dict.fromkeys(_KOLOMMEN[3:7], "int64")
        | {"hele_kolom": "bool"}
    )


def _fouten(verzameling: Verzameling) -> Iterator[Groep]:
    return (g for g in verzameling.groepen if g.regel.ernst is Ernst.FOUT)


def _geblokkeerd(proef: Proef, groep: Groep, keuze: Bools | None) -> Getallen:
    if groep.plekken:
        return np.unique(np.concatenate([p.blokkeert for p in groep.plekken]))
    records = groep.records if keuze is None else groep.records[keuze]
    verenigingen = proef.vereniging(groep.plaats[0])[records]
    return np.unique(verenigingen[verenigingen >= 0])


def _oorzaken(proef: Proef, groep: Groep) -> Iterator[Oorzaak]:
    """Split a rule's findings in one column by what is the matter with the values."""
    regel, veld = groep.regel, groep.plaats[1]
    if groep.plekken:
        yield from _oorzaken_van_plekken(groep)
        return
    ruw = proef.kolom(*groep.plaats).ruw
    uniek, plek = np.unique(groep.cellen, return_inverse=True)
    woorden = [regel.oorzaak(ruw[i] or "") if regel.oorzaak else "" for i in uniek]
    soorten = list(dict.fromkeys(woorden))
    nummer = np.array([soorten.index(w) for w in woorden])[plek]
    for i, woord in enumerate(soorten):
        keuze = nummer == i
        cellen = int(keuze.sum())
        staart = woord or f"– {regel.titel}"
        tekst = f"kolom {kop_van(groep.plaats)}: {telwoord(cellen, 'cel', 'cellen')} {staart}"
        yield Oorzaak(tekst, regel.code, veld, cellen, _geblokkeerd(proef, groep, keuze), hele_kolom=groep.hele_kolom)


def _oorzaken_van_plekken(groep: Groep) -> Iterator[Oorzaak]:
    """Make one cause of each sheet-wide finding, and one of all cells of a column."""
    per_kolom: dict[tuple[object, ...], list[int]] = {}
    for i, p in enumerate(groep.plekken):
        sleutel = (p.werkmap, p.blad, p.kolom) if p.rij is not None else (p.werkmap, p.blad, groep.melding[i])
        per_kolom.setdefault(sleutel, []).append(i)
    for wie in per_kolom.values():
        p = groep.plekken[wie[0]]
        waar = f", kolom {p.kolom}: {telwoord(len(wie), 'cel', 'cellen')} –" if p.rij is not None else ":"
        tekst = groep.regel.titel if p.rij is not None else groep.melding[wie[0]]
        geblokkeerd = np.unique(np.concatenate([groep.plekken[i].blokkeert for i in wie]))
        yield Oorzaak(
            f"blad {p.blad}{waar} {tekst}", groep.regel.code, p.veld, len(wie), geblokkeerd, hele_kolom=p.rij is None
        )


def _combinaties(oorzaken: list[Oorzaak], aantal: int) -> dict[frozenset[int], int]:
    """Count associations per set of causes; the empty set is those that can be loaded."""
    if not oorzaken:
        return {frozenset(): aantal}
    wie = np.concatenate([o.verenigingen for o in oorzaken]).astype("int64")
    welke: Getallen = np.repeat(np.arange(len(oorzaken)), [len(o.verenigingen) for o in oorzaken])
    volgorde = np.argsort(wie, kind="stable")
    grenzen: Getallen = np.flatnonzero(np.diff(wie[volgorde])) + 1
    groepen = [g for g in np.split(welke[volgorde], grenzen) if len(g)]
    telling = Counter(g.tobytes() for g in groepen)
    uit = {frozenset(np.frombuffer(b, dtype=welke.dtype).tolist()): n for b, n in telling.items()}
    uit[frozenset()] = aantal - len(groepen)
    return uit
