"""Check proposals by carrying them out: on the records that have one, by every rule that looks at one record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from analytics.checks.bevindingen import Groep
from analytics.checks.herstel import Cel, Voorstellen, met_teksten, schrijf
from analytics.checks.proef import Getallen, Plekken, Proef
from analytics.checks.regel import Plaats, Regel
from analytics.domain.levering import Tabel
from analytics.intake.lezing import GelezenKolom, Lezing

# Each step solves one more fault of a cell; cells with more than a few are beyond mechanical repair. Withdrawing one
# proposal can make another one wrong (a postcode whose municipality stays), so there are a few more rounds than steps.
_STAPPEN = 3
_RONDES = 8


def kijk_na(proef: Proef, regels: Sequence[Regel], groepen: Sequence[Groep], voorstellen: Voorstellen) -> None:
    """
    Carry proposals further until nothing new is found, and withdraw those that do not get there.

    Args:
        regels: Those that were judged; the ones that compare records are not asked again.
        groepen: What they found.
        voorstellen: The proposals in it; changed in place.
    """
    bekend = {(g.regel.code, g.plaats): set(g.records.tolist()) for g in groepen}
    eigen = tuple(r for r in regels if r.niveau in ("cel", "rij") and not r.collectie)
    for ronde in range(_RONDES):
        teksten = _huidige_teksten(voorstellen)
        if not teksten:
            return
        klaar = True
        for regel, plaats, record, eigen_voorstel in list(_gevonden(proef, eigen, teksten)):
            voorstel = eigen_voorstel
            deel = voorstellen.get((plaats, record), [])
            if record in bekend.get((regel.code, plaats), ()):
                klaar &= not _los_van(deel, regel)
                continue
            klaar = False
            in_cel = _heeft_tekst(deel)
            if in_cel and voorstel is None and regel.voorstel is not None:
                voorstel = regel.voorstel(teksten[plaats][record])
            if in_cel and voorstel is not None and ronde < _STAPPEN:
                schrijf(deel, voorstel)
            else:
                _neem_terug(voorstellen, plaats, record, in_cel=in_cel and ronde < _RONDES - 1)
        if klaar:
            return


def _huidige_teksten(voorstellen: Voorstellen) -> dict[Plaats, dict[int, str]]:
    uit: dict[Plaats, dict[int, str]] = {}
    for (plaats, record), deel in voorstellen.items():
        for groep, i in deel:
            if groep.voorstel[i] is not None:
                uit.setdefault(plaats, {})[record] = groep.voorstel[i]
                break
    return uit


def _los_van(deel: Sequence[tuple[Groep, int]], regel: Regel) -> bool:
    """Withdraw the proposal of a rule that still finds its fault; tell whether it had one."""
    raak = [(g, i) for g, i in deel if g.regel is regel and g.voorstel[i] is not None]
    schrijf(raak, None)
    return bool(raak)


def _heeft_tekst(deel: Sequence[tuple[Groep, int]]) -> bool:
    return any(g.voorstel[i] is not None for g, i in deel)


def _neem_terug(voorstellen: Voorstellen, plaats: Plaats, record: int, *, in_cel: bool) -> None:
    """Withdraw what is proposed for a cell, or for the other cells of the record when it has no proposal itself."""
    cellen: list[Cel] = (
        [(plaats, record)] if in_cel else [c for c in voorstellen if c[1] == record and c[0][0] == plaats[0]]
    )
    for cel in cellen:
        schrijf(voorstellen[cel], None)


def _gevonden(
    proef: Proef, regels: Sequence[Regel], teksten: Mapping[Plaats, Mapping[int, str]]
) -> Iterator[tuple[Regel, Plaats, int, str | None]]:
    """Find what the rules find in the records with a proposal, once it is carried out."""
    for tabel in {t for t, _ in teksten}:
        records = np.unique(np.concatenate([list(r) for (t, _), r in teksten.items() if t == tabel])).astype("int64")
        plek = {int(r): i for i, r in enumerate(records)}
        nieuw = {p: {plek[r]: t for r, t in per.items()} for p, per in teksten.items() if p[0] == tabel}
        klein = met_teksten(_uittreksel(proef, tabel, records), nieuw)
        for regel in regels:
            for plaats in regel.plaatsen:
                if plaats[0] != tabel or proef.levering.ronde not in regel.rondes:
                    continue
                uitslag = regel.toets(klein, plaats)
                if isinstance(uitslag, Plekken):
                    continue
                for i in np.flatnonzero(uitslag.gevonden).tolist():
                    yield regel, plaats, int(records[i]), None if uitslag.voorstel is None else uitslag.voorstel[i]


def _uittreksel(proef: Proef, tabel: str, records: Getallen) -> Proef:
    """Return the delivery with only these records of *tabel*, of no association."""
    volledig = proef.levering.tabellen[tabel]
    klein = Tabel(
        volledig.waarden.iloc[records].reset_index(drop=True), volledig.soorten.iloc[records].reset_index(drop=True)
    )
    levering = replace(proef.levering, tabellen={**proef.levering.tabellen, tabel: klein})
    kolommen = {
        plaats: _alleen(kolom, records) if plaats[0] == tabel else kolom
        for plaats, kolom in proef.lezing.kolommen.items()
    }
    vereniging = dict(proef.lezing.vereniging)
    if tabel != "verenigingen":
        vereniging[tabel] = pd.Series(pd.NA, index=range(len(records)), dtype="Int64")
    else:
        # The associations are numbered anew, so their parts point elsewhere, or to none that is here.
        nieuw = {int(r): i for i, r in enumerate(records)}
        vereniging = {t: kolom.map(nieuw).astype("Int64") for t, kolom in vereniging.items()}
        vereniging[tabel] = pd.Series(range(len(records)), dtype="Int64")
    return Proef(levering, Lezing(kolommen, vereniging))


def _alleen(kolom: GelezenKolom, records: Getallen) -> GelezenKolom:
    uniek, nummers = np.unique(kolom.nummers[records], return_inverse=True)
    return GelezenKolom(nummers, kolom.ruw[uniek], kolom.soort[uniek], kolom.gelezen[uniek], kolom.wijze[uniek])
