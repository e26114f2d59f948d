"""The whole example: workbooks of every pilot and round, what is wrong in them, and which associations are the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.domain.blad import kolomletter
from analytics.domain.piloot import Piloot
from analytics.domain.velden import KBO, WerkmapSoort, velden_van
from analytics.example.bladen import Bladvorm, Kolom, maak_bladen
from analytics.example.fouten import REGEL_VAN
from analytics.example.plan import Ronde, Ronden
from analytics.example.planten import Planter, plant_celfouten
from analytics.example.planten_rijen import plant_rijfouten
from analytics.example.profielen import PROFIELEN, STANDAARD
from analytics.example.wereld import Wereld, maak_wereld
from analytics.example.werkmap import schrijf_levering
from analytics.example.woorden import ACHTERNAMEN, VOORNAMEN

RONDEN = (1, 2, 3)
WAARHEID = (
    "piloot",
    "ronde",
    "bestand",
    "blad",
    "rij",
    "kolom",
    "cel",
    "veld",
    "intern_nummer",
    "soort",
    "regel",
)
DUBBELS = ("piloot_a", "ronde", "intern_nummer_a", "piloot_b", "intern_nummer_b", "dubbel", "soort")
_SOORTEN: tuple[WerkmapSoort, ...] = ("feitelijk", "kbo")
# Rounds of a pilot without deadlines.
_DATUMS = {1: dt.date(2025, 2, 14), 2: dt.date(2025, 4, 18), 3: dt.date(2025, 6, 13)}


@dataclass(frozen=True)
class Bestand:
    """A file of the example: path within its folder, and content."""

    pad: str
    inhoud: bytes


def leverdatum(piloot: Piloot, ronde: int) -> dt.date:
    """Return the date on which the example's workbooks of a round were delivered: the deadline."""
    return piloot.deadlines.van_ronde(ronde) or _DATUMS[ronde]


def maak_voorbeeld(
    piloten: Sequence[Piloot], *, verenigingen: int, zaad: int, kbo: pd.DataFrame, ronden: Sequence[int] = RONDEN
) -> Iterator[Bestand]:
    """
    Yield the files of the example, the two truth files last.

    Args:
        piloten: Who delivers; the associations are divided over them.
        verenigingen: How many in all, doubles included.
        zaad: Same seed, same bytes.
        ronden: Which rounds to write; what is in them does not depend on it.
        kbo: Enterprises that the register's KBO knows (``kboNummer, naam, rechtsvorm, status, soort``).
    """
    rng = np.random.default_rng(zaad)
    eerste_dag = min(leverdatum(p, 1) for p in piloten)
    wereld = maak_wereld(rng, [p.code for p in piloten], verenigingen, peildatum=eerste_dag, kbo=kbo)
    planter = Planter(rng, wereld)
    plant_rijfouten(planter)
    plant_celfouten(planter)
    geleverd = Ronden(planter.plan)
    waarheid: list[pd.DataFrame] = []
    nummers: dict[int, list[pd.DataFrame]] = {ronde: [] for ronde in ronden}
    for ronde in ronden:
        for piloot in piloten:
            for soort in _SOORTEN:
                levering = geleverd.lever(piloot.code, soort, ronde)
                bladen = maak_bladen(piloot, soort, levering.tabellen)
                extra = _ongewenst_blad(piloot, soort, ronde, levering)
                pad = f"{piloot.code}/ronde-{ronde}/{piloot.code}-{soort}.xlsx"
                datum = leverdatum(piloot, ronde)
                yield Bestand(pad, schrijf_levering(piloot, soort, (*bladen, *extra), ronde=ronde, datum=datum))
                nummers[ronde].append(levering.tabellen["verenigingen"][["_r", "intern_nummer"]])
                waarheid.append(_waarheid(pad, piloot, ronde, bladen, levering, extra))
    yield Bestand("waarheid.csv", _csv(pd.concat(waarheid, ignore_index=True), WAARHEID))
    yield Bestand("dubbels-waarheid.csv", _csv(_dubbels(wereld, nummers), DUBBELS))


def _csv(frame: pd.DataFrame, kolommen: Sequence[str]) -> bytes:
    return frame.reindex(columns=list(kolommen)).to_csv(index=False, lineterminator="\n").encode("utf-8")


def _waarheid(
    pad: str,
    piloot: Piloot,
    ronde: int,
    bladen: Sequence[Bladvorm],
    levering: Ronde,
    extra: Sequence[Bladvorm],
) -> pd.DataFrame:
    blad_van = {sleutel: vorm for vorm in bladen for sleutel in vorm.plekken}
    nummers = {
        (t, int(r)): n
        for t, frame in levering.tabellen.items()
        for r, n in zip(frame["_r"], frame["intern_nummer"], strict=True)
    }
    uit: list[tuple[object, ...]] = []
    naam = pad.rsplit("/", 1)[1]
    for tabel, r, veld, soort in levering.waarheid.itertuples(index=False):
        vorm = blad_van[tabel, int(r)]
        rij, kolom = vorm.cel(tabel, int(r), veld)
        cel = f"{kolom}{rij}" if kolom else ""
        plek = (piloot.code, ronde, naam, vorm.naam, rij, kolom, cel, veld, nummers[tabel, int(r)], soort)
        uit += [(*plek, regel) for regel in REGEL_VAN[soort].split(";")]
    for vorm in (*bladen, *extra):
        soort = "kolom_bij_kbo" if vorm in extra else "eigen_kolom"
        rij = vorm.kopregel
        for i, k in enumerate(vorm.kolommen, start=1):
            if k.veld is None or vorm in extra:
                letter = kolomletter(i)
                plek = (piloot.code, ronde, naam, vorm.naam, rij, letter, f"{letter}{rij}", "", "", soort)
                uit.append((*plek, REGEL_VAN[soort]))
    for vorm in extra:
        soort = "vertegenwoordigers_bij_kbo"
        uit.append((piloot.code, ronde, naam, vorm.naam, "", "", "", "", "", soort, REGEL_VAN[soort]))
    frame = pd.DataFrame(uit, columns=list(WAARHEID), dtype=object)
    volgorde = frame.assign(_rij=pd.to_numeric(frame["rij"])).sort_values(["blad", "_rij", "kolom"], kind="stable")
    return volgorde.drop(columns="_rij")


def _ongewenst_blad(piloot: Piloot, soort: WerkmapSoort, ronde: int, levering: Ronde) -> tuple[Bladvorm, ...]:
    """Let one pilot give representatives for KBO associations, which come from the KBO, until the last round."""
    if soort != KBO or ronde == 3 or PROFIELEN.get(piloot.code, STANDAARD).indeling != "andere volgorde":
        return ()
    nummers = [n for n in levering.tabellen["verenigingen"]["intern_nummer"].tolist() if n is not None][:3]
    waarden: dict[str, list[object]] = {
        "intern_nummer": nummers,
        "voornaam": list(VOORNAMEN[10 : 10 + len(nummers)]),
        "achternaam": list(ACHTERNAMEN[10 : 10 + len(nummers)]),
        "rol": ["voorzitter"] * len(nummers),
    }
    kolommen = [Kolom(v.kop, v, waarden.get(v.code, [None] * len(nummers))) for v in velden_van("vertegenwoordigers")]
    return (Bladvorm("Vertegenwoordigers", tuple(kolommen)),)


def _dubbels(wereld: Wereld, geleverd: Mapping[int, Sequence[pd.DataFrame]]) -> pd.DataFrame:
    ver = wereld.verenigingen
    uit: list[pd.DataFrame] = []
    for ronde, delen in geleverd.items():
        nummers = pd.concat(delen).set_index("_r")["intern_nummer"]
        nummers.index = nummers.index.astype("int64")
        # Only under the number that is in the workbook, and only when nobody else has it.
        goed = nummers[nummers.eq(ver["intern_nummer"].reindex(nummers.index))]
        paren = wereld.dubbels[wereld.dubbels["a"].isin(goed.index) & wereld.dubbels["b"].isin(goed.index)]
        a, b = ver.loc[paren["a"]].reset_index(drop=True), ver.loc[paren["b"]].reset_index(drop=True)
        uit.append(
            pd.DataFrame(
                {
                    "piloot_a": a["_piloot"],
                    "ronde": ronde,
                    "intern_nummer_a": a["intern_nummer"],
                    "piloot_b": b["_piloot"],
                    "intern_nummer_b": b["intern_nummer"],
                    "dubbel": paren["dubbel"].to_numpy(),
                    "soort": paren["soort"].to_numpy(),
                }
            )
        )
    return pd.concat(uit, ignore_index=True)
