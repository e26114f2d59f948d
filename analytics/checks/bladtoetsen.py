"""Judge sheets and headings; :mod:`analytics.checks.regels.structuur` makes rules of it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from analytics.checks.proef import Plek, Plekken, Proef, Uitslag
from analytics.checks.regel import Plaats, Toets
from analytics.checks.tekst import toonbaar
from analytics.checks.verplicht import VERPLICHTE_VELDEN, verplicht_leeg
from analytics.domain.velden import TABELLEN, VELD


def bladen_met(status: str, *, met_rijen: bool = False) -> Toets:
    """Make a rule that finds the sheets with this status."""

    def toets(proef: Proef, plaats: Plaats) -> Plekken:  # noqa: ARG001 -- every rule has the same shape
        bladen = proef.levering.bladen
        raak = bladen[(bladen["status"] == status) & ((bladen["rijen"] > 0) | (not met_rijen))]
        return Plekken(
            len(bladen),
            tuple(
                Plek(int(b.werkmap), str(b.blad), toelichting=f'Blad "{toonbaar(str(b.blad))}".', tabel=_tabel(b.tabel))
                for b in raak.itertuples()
            ),
        )

    return toets


def _tabel(tabel: object) -> str:
    return str(tabel) if isinstance(tabel, str) and tabel in TABELLEN else ""


def koppen_met(status: str, *, zonder: Iterable[str] = ()) -> Toets:
    """Make a rule that finds the headings with this status."""
    weg = set(zonder)

    def toets(proef: Proef, plaats: Plaats) -> Plekken:  # noqa: ARG001 -- every rule has the same shape
        koppen = proef.levering.koppen
        raak = koppen[(koppen["status"] == status) & ~koppen["veld"].isin(weg)].drop_duplicates(
            ["werkmap", "blad", "kolom"]
        )
        return Plekken(
            len(koppen),
            tuple(
                Plek(
                    int(k.werkmap),
                    str(k.blad),
                    int(k.rij),
                    str(k.kolom),
                    f'Kolom {k.kolom}: "{toonbaar(str(k.kop))}".',
                    tabel=_tabel(k.tabel),
                    veld=str(k.veld) if _tabel(k.tabel) else "",
                )
                for k in raak.itertuples()
            ),
        )

    return toets


def kolom_ontbreekt(proef: Proef, plaats: Plaats) -> Plekken:  # noqa: ARG001 -- every rule has the same shape
    """Find the required columns that are not there but whose cells some record needs."""
    plekken: list[Plek] = []
    bekeken = 0
    for tabel, veld in VERPLICHTE_VELDEN:
        _, leeg = verplicht_leeg(proef, tabel, veld)
        mist = np.flatnonzero(leeg & ~proef.heeft_kolom(tabel, veld))
        bekeken += 1
        if not len(mist):
            continue
        rijen = proef.levering.tabellen[tabel].waarden.iloc[mist]
        kop = VELD[tabel, veld].kop
        for (werkmap, blad), groep in rijen.groupby(["werkmap", "blad"], sort=True):
            verenigingen = proef.vereniging(tabel)[groep.index.to_numpy()]
            plekken.append(
                Plek(
                    int(werkmap),
                    str(blad),
                    toelichting=f'Kolom "{kop}" ({TABELLEN[tabel].enkelvoud}).',
                    blokkeert=np.unique(verenigingen[verenigingen >= 0]),
                    tabel=tabel,
                    veld=veld,
                )
            )
    return Plekken(bekeken, tuple(plekken))


def zonder_verenigingen(proef: Proef, plaats: Plaats) -> Plekken:  # noqa: ARG001 -- every rule has the same shape
    """Find a delivery without any association."""
    bladen = proef.levering.bladen
    eigen = bladen[(bladen["tabel"] == "verenigingen") & bladen["status"].isin(["gelezen", "leeg"])]
    leeg = eigen[eigen["rijen"] == 0] if proef.levering.aantal == 0 else eigen.iloc[:0]
    return Plekken(
        len(proef.levering.bestanden),
        tuple(Plek(int(b.werkmap), str(b.blad), tabel="verenigingen") for b in leeg.itertuples()),
    )


def werkmap_leeg(proef: Proef, plaats: Plaats) -> Plekken:  # noqa: ARG001 -- every rule has the same shape
    """Find a workbook without associations beside one that has some."""
    bladen = proef.levering.bladen
    eigen = bladen[(bladen["tabel"] == "verenigingen") & bladen["status"].isin(["gelezen", "leeg"])]
    per_werkmap = eigen.groupby("werkmap")["rijen"].sum()
    leeg = eigen[eigen["werkmap"].map(per_werkmap) == 0] if proef.levering.aantal else eigen.iloc[:0]
    return Plekken(
        len(per_werkmap), tuple(Plek(int(b.werkmap), str(b.blad), tabel="verenigingen") for b in leeg.itertuples())
    )


def datumsysteem(proef: Proef, plaats: Plaats) -> Plekken:  # noqa: ARG001 -- every rule has the same shape
    """Find workbooks that count dates from 1904."""
    bladen = proef.levering.bladen
    raak = []
    for nr, bestand in enumerate(proef.levering.bestanden):
        eigen = bladen[(bladen["werkmap"] == nr) & (bladen["tabel"] == "verenigingen")]
        if len(eigen) and any("1904" in o for o in bestand.opmerkingen):
            raak.append(Plek(nr, str(eigen["blad"].iloc[0]), tabel="verenigingen"))
    return Plekken(len(proef.levering.bestanden), tuple(raak))


def kbo_bij_feitelijke(proef: Proef, plaats: Plaats) -> Uitslag:
    """Find KBO numbers among the feitelijke verenigingen; a filler such as 0 is none."""
    toegepast = ~proef.is_kbo("verenigingen")
    waarden = proef.waarden(*plaats)
    gevuld = np.array([w is not None and any(t in "123456789" for t in w) for w in waarden], dtype=bool)
    return Uitslag(toegepast, toegepast & gevuld)
