"""Judge what only shows beside another cell or another record of the association."""

from __future__ import annotations

import numpy as np

from analytics.checks.namen import kaal
from analytics.checks.proef import Bools, Proef, Uitslag
from analytics.checks.regel import KolomToets, Plaats
from analytics.domain.nummers import is_kbo_nummer
from analytics.domain.velden import velden_van

_V = "verenigingen"


def zonder(tabel: str) -> KolomToets:
    """Find associations without any record of *tabel*; KBO associations get theirs from KBO."""

    def toets(proef: Proef, plaats: Plaats) -> Uitslag:  # noqa: ARG001 -- every rule has the same shape
        toegepast: Bools = ~proef.is_kbo(_V)
        heeft: Bools = np.zeros(proef.aantal(_V), dtype=bool)
        van = proef.vereniging(tabel)
        heeft[van[van >= 0]] = True
        return Uitslag(toegepast, toegepast & ~heeft)

    return toets


def zonder_activiteit(proef: Proef, plaats: Plaats) -> Uitslag:
    """Find associations without a main activity."""
    toegepast: Bools = np.ones(proef.aantal(_V), dtype=bool)
    return Uitslag(toegepast, ~proef.gevuld(*plaats) & ~proef.verdwenen(*plaats))


def gelijk_aan_naam(proef: Proef, plaats: Plaats) -> Uitslag:
    """Find cells that say what the name says, punctuation and capitals aside."""
    toegepast = proef.gevuld(*plaats) & proef.gevuld(_V, "naam")
    eigen, naam = proef.waarden(*plaats), proef.waarden(_V, "naam")
    gevonden: Bools = np.zeros(len(eigen), dtype=bool)
    wie = np.flatnonzero(toegepast)
    gevonden[wie] = [kaal(a) == kaal(b) for a, b in zip(eigen[wie], naam[wie], strict=True)]
    return Uitslag(toegepast, gevonden)


def afdeling(proef: Proef) -> Bools:
    """Mask the sections of another association."""
    return proef.waarden(_V, "soort") == "afdeling"


def afdeling_zonder_moeder(proef: Proef, plaats: Plaats) -> Uitslag:
    """Find sections without the number of their parent."""
    toegepast = afdeling(proef) & proef.ter_zake(*plaats)
    return Uitslag(toegepast, toegepast & ~proef.gevuld(*plaats) & ~proef.verdwenen(*plaats))


def moeder_bij_feitelijke(proef: Proef, plaats: Plaats) -> Uitslag:
    """Find parents at rows that are no section."""
    toegepast = ~afdeling(proef) & proef.ter_zake(*plaats) & proef.gevuld(_V, "soort")
    return Uitslag(toegepast, toegepast & proef.gevuld(*plaats))


def soort_ontbreekt(proef: Proef, plaats: Plaats) -> Uitslag:
    """Find rows whose kind is not filled in, on sheets that have the column."""
    toegepast = proef.ter_zake(*plaats) & proef.heeft_kolom(*plaats)
    return Uitslag(toegepast, toegepast & ~proef.gevuld(*plaats) & ~proef.verdwenen(*plaats))


def kbo_dubbel(proef: Proef, plaats: Plaats) -> Uitslag:
    """Find the second and later associations with the same KBO number."""
    kolom = proef.kolom(*plaats)
    nummers = [t.replace(".", "").replace(" ", "") if t and is_kbo_nummer(t) else None for t in kolom.gelezen]
    per_rij = np.array([*nummers, None], dtype=object)[:-1][kolom.nummers]
    toegepast = np.not_equal(per_rij, None).astype(bool) & proef.is_kbo(_V)
    gezien: set[str] = set()
    gevonden: Bools = np.zeros(len(per_rij), dtype=bool)
    for i in np.flatnonzero(toegepast).tolist():
        gevonden[i] = per_rij[i] in gezien
        gezien.add(per_rij[i])
    return Uitslag(toegepast, gevonden)


def doelgroep_nul(proef: Proef, plaats: Plaats) -> Uitslag:
    """Find age ranges from 0 to 0."""
    beide = proef.gevuld(*plaats) & proef.gevuld(_V, "maximumleeftijd")
    return Uitslag(beide, beide & (proef.waarden(*plaats) == "0") & (proef.waarden(_V, "maximumleeftijd") == "0"))


def bijna_leeg(proef: Proef, plaats: Plaats) -> Uitslag:
    """Find records of which only the key is filled in (or a constant such as type, kind or land)."""
    tabel = plaats[0]
    vast = {"intern_nummer", "soort", "contactgegeventype", "locatietype", "land", "bron_dienst", "primair"}
    inhoud = [
        proef.gevuld(tabel, v.code) | proef.verdwenen(tabel, v.code) for v in velden_van(tabel) if v.code not in vast
    ]
    alle: Bools = np.ones(proef.aantal(tabel), dtype=bool)
    return Uitslag(alle, ~np.logical_or.reduce(inhoud))
