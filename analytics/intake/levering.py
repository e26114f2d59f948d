"""Workbooks in, one delivery out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.domain.blad import Werkmap
from analytics.domain.levering import Bestand, Levering, Tabel
from analytics.domain.velden import KBO, TABELLEN, VELD, WerkmapSoort, velden_van
from analytics.intake.bladen import Bladlezing, lees_bladen
from analytics.intake.insz_poort import Doorgelaten, scherm_af
from analytics.intake.koppen import Doel, is_inszkop, werkmapsoort
from analytics.intake.records import Records, lees_records

_KOPPEN = ("werkmap", "blad", "kolom", "kop", "rij", "tabel", "veld", "groep", "status")
# Headings on a sheet of unknown make are looked for in its first rows.
_BOVENAAN = 40
_BLADEN = ("werkmap", "blad", "tabel", "kopregel", "rijen", "status")


@dataclass(frozen=True)
class Afwijkingen:
    """
    How a pilot's workbooks differ from the template; the empty one is the template itself.

    Attributes:
        koppen: ``{heading: "tabel.veld"}``.
        bladen: ``{sheet name: tabel}``.
        vaste_waarden: ``{"tabel.veld": value}`` for what the pilot leaves out because it is always the same.
    """

    koppen: Mapping[str, str]
    bladen: Mapping[str, str]
    vaste_waarden: Mapping[str, str]


GEEN_AFWIJKINGEN = Afwijkingen({}, {}, {})


@dataclass(frozen=True, eq=False)
class Gelezen:
    """A delivery, with what is needed to hand its workbooks back: the workbooks after the gate, in the same order."""

    levering: Levering
    werkmappen: tuple[Doorgelaten, ...]


def lees_levering(
    werkmappen: Sequence[Werkmap],
    *,
    ronde: int,
    peildatum: dt.date,
    piloot: str = "",
    afwijkingen: Afwijkingen = GEEN_AFWIJKINGEN,
) -> Gelezen:
    """
    Read workbooks of either template, of both, or of neither, as one delivery.

    Nothing raises for what stands in the workbooks: a missing sheet, an unknown heading or an empty file is recorded
    in ``Levering.bladen`` and ``Levering.koppen`` for the rules to judge.

    Raises:
        ValueError: If *ronde* is not 1, 2 or 3.
    """
    if ronde not in (1, 2, 3):
        raise ValueError(f"ronde moet 1, 2 of 3 zijn, niet {ronde}")
    bestanden: list[Bestand] = []
    doorgelaten: list[Doorgelaten] = []
    koppen: list[tuple[object, ...]] = []
    bladen: list[tuple[object, ...]] = []
    records: list[tuple[int, str, Records]] = []
    for nr, werkmap in enumerate(werkmappen):
        door, lezingen = _door_de_poort(werkmap, ronde, afwijkingen)
        doorgelaten.append(door)
        soort = _soort(lezingen)
        bestanden.append(Bestand(werkmap.naam, werkmap.sha256, soort, werkmap.opmerkingen))
        for lezing in lezingen:
            eigen = lees_records(lezing) if lezing.status == "gelezen" else []
            eigen = [_kbo_naam(r) for r in eigen] if soort == KBO else eigen
            records += [(nr, lezing.blad.naam, r) for r in eigen]
            koppen += _kopregels(nr, lezing, soort)
            bladen.append(_bladregel(nr, lezing, soort, eigen))
        gelezen = {lezing.tabel for lezing in lezingen if lezing.tabel}
        bladen += [
            (nr, t.blad, t.code, 0, 0, "ontbreekt") for t in TABELLEN.values() if t.verplicht and t.code not in gelezen
        ]
    vondsten = [d.vondsten.assign(werkmap=nr) for nr, d in enumerate(doorgelaten)]
    insz = pd.concat(vondsten, ignore_index=True) if vondsten else pd.DataFrame(columns=["blad", "kolom", "rij"])
    levering = Levering(
        piloot=piloot,
        ronde=ronde,
        peildatum=peildatum,
        bestanden=tuple(bestanden),
        tabellen={t: _tabel(t, records, afwijkingen.vaste_waarden) for t in TABELLEN},
        koppen=pd.DataFrame(koppen, columns=list(_KOPPEN)),
        bladen=pd.DataFrame(bladen, columns=list(_BLADEN)),
        insz_vondsten=insz.reindex(columns=["werkmap", "blad", "kolom", "rij"]),
        _kolom={(nr, blad, r.tabel, r.groep, veld): k for nr, blad, r in records for veld, k in r.kolommen.items()},
    )
    return Gelezen(levering, tuple(doorgelaten))


def _door_de_poort(werkmap: Werkmap, ronde: int, afw: Afwijkingen) -> tuple[Doorgelaten, tuple[Bladlezing, ...]]:
    """Find the INSZ columns, close the gate, and read the sheets again as they are after it."""
    toegelaten: set[tuple[int, str]] = set()
    leeg: set[tuple[int, str, int]] = set()
    for lezing in lees_bladen(werkmap, koppen=afw.koppen, bladen=afw.bladen):
        letters = list(lezing.blad.tekst.columns)
        for letter, doel in zip(letters, lezing.doelen, strict=False):
            if doel and (doel.tabel, doel.veld) == ("vertegenwoordigers", "insz"):
                if ronde == 1:
                    leeg.add((lezing.nummer, letter, lezing.kopregel))
                else:
                    toegelaten.add((lezing.nummer, letter))
        if ronde == 1:
            leeg |= _overige_inszkolommen(lezing)
    door = scherm_af(werkmap, toegelaten=toegelaten, leeg=leeg)
    return door, lees_bladen(door.werkmap, koppen=afw.koppen, bladen=afw.bladen)


def _overige_inszkolommen(lezing: Bladlezing) -> set[tuple[int, str, int]]:
    """Find columns whose heading announces INSZ in places that are not ours to read."""
    if lezing.status == "hulpblad":
        return set()
    kopregels = [lezing.kopregel] if lezing.status == "gelezen" else lezing.blad.tekst.index[:_BOVENAAN]
    bovenaan = lezing.blad.tekst.loc[kopregels]
    gevonden: dict[str, int] = {}
    for letter in bovenaan.columns:
        for rij, tekst in bovenaan[letter].dropna().items():
            if is_inszkop(str(tekst)):
                gevonden.setdefault(letter, int(rij))
    return {(lezing.nummer, letter, rij) for letter, rij in gevonden.items()}


def _soort(lezingen: Sequence[Bladlezing]) -> WerkmapSoort:
    for lezing in lezingen:
        if lezing.status == "gelezen" and lezing.tabel == "verenigingen":
            soort = werkmapsoort(lezing.doelen, _kbo_gevuld(lezing))
            if soort:
                return soort
    return "feitelijk"


def _kbo_gevuld(lezing: Bladlezing) -> float:
    onder = lezing.blad.tekst[lezing.blad.tekst.index > lezing.kopregel].dropna(how="all")
    for letter, doel in zip(onder.columns, lezing.doelen, strict=True):
        if doel and (doel.tabel, doel.veld) == ("verenigingen", "kbo_nummer") and len(onder):
            # Ten digits more or less: lists of feitelijke verenigingen fill this column with 0.
            return float(onder[letter].str.count(r"\d").fillna(0).ge(8).mean())
    return 0.0


def _kbo_naam(records: Records) -> Records:
    """In a list of KBO associations the column "Naam" is only there to check the number."""
    if records.tabel != "verenigingen" or "naam" not in records.kolommen or "naam_controle" in records.kolommen:
        return records
    waarden, soorten = records.waarden.copy(), records.soorten.copy()
    for frame, leeg in ((waarden, pd.NA), (soorten, 0)):
        frame["naam_controle"] = frame["naam"]
        frame["naam"] = pd.Series(leeg, index=frame.index, dtype=frame["naam"].dtype)
    kolommen = {("naam_controle" if v == "naam" else v): k for v, k in records.kolommen.items()}
    return Records(records.tabel, records.groep, waarden, soorten, kolommen)


def _kopregels(nr: int, lezing: Bladlezing, soort: WerkmapSoort) -> list[tuple[object, ...]]:
    if lezing.status != "gelezen":
        return []
    uit: list[tuple[object, ...]] = []
    gezien: set[Doel] = set()
    for letter, doel in zip(lezing.blad.tekst.columns, lezing.doelen, strict=True):
        kop = lezing.blad.tekst.at[lezing.kopregel, letter]
        if doel is None:
            gevuld = not pd.isna(kop) or bool(lezing.blad.tekst[letter].notna().any())
            if gevuld:
                tekst = "" if pd.isna(kop) else str(kop)
                uit.append((nr, lezing.blad.naam, letter, tekst, lezing.kopregel, "", "", 0, "onbekend"))
            continue
        veld = "naam_controle" if soort == KBO and (doel.tabel, doel.veld) == ("verenigingen", "naam") else doel.veld
        if doel in gezien:
            status = "dubbel"
        elif soort not in VELD[doel.tabel, veld].werkmappen:
            status = "verkeerde werkmap"
        else:
            status = "gekend"
        gezien.add(doel)
        regel = (nr, lezing.blad.naam, letter, str(kop), lezing.kopregel)
        uit.append((*regel, doel.tabel, veld, doel.groep, status))
        if doel.vast_type and status == "gekend":
            uit.append((*regel, doel.tabel, "contactgegeventype", doel.groep, status))
    return uit


def _bladregel(nr: int, lezing: Bladlezing, soort: WerkmapSoort, records: Sequence[Records]) -> tuple[object, ...]:
    rijen = sum(len(r.waarden) for r in records if r.tabel == lezing.tabel)
    status = lezing.status
    if lezing.tabel and status == "gelezen" and soort not in TABELLEN[lezing.tabel].werkmappen:
        status = "verkeerde werkmap"
    return (nr, lezing.blad.naam, lezing.tabel or "", lezing.kopregel, rijen, status)


def _tabel(tabel: str, records: Sequence[tuple[int, str, Records]], vast: Mapping[str, str]) -> Tabel:
    velden = [v.code for v in velden_van(tabel)]
    # Row by row, then repetition by repetition: the order in which a person reads the workbook.
    eigen = [(nr, blad, r) for nr, blad, r in records if r.tabel == tabel and len(r.waarden)]
    if not eigen:
        leeg = {"werkmap": "int64", "blad": "string", "rij": "int64", "groep": "int64"}
        waarden = pd.DataFrame(
            {k: pd.Series(dtype=d) for k, d in leeg.items()} | {v: pd.Series(dtype="string") for v in velden}
        )
        return Tabel(waarden, pd.DataFrame({v: pd.Series(dtype="uint8") for v in velden}))
    waarden = pd.concat(
        [r.waarden.assign(werkmap=nr, blad=blad, groep=r.groep) for nr, blad, r in eigen], ignore_index=True
    )
    soorten = pd.concat([r.soorten for _, _, r in eigen], ignore_index=True)
    bladen = list(dict.fromkeys((nr, blad) for nr, blad, _ in eigen))
    plek = pd.MultiIndex.from_frame(waarden[["werkmap", "blad"]]).map({b: i for i, b in enumerate(bladen)})
    volgorde = waarden.assign(plek=plek).sort_values(["plek", "rij", "groep"], kind="stable").index
    waarden = waarden.loc[volgorde].reset_index(drop=True)[["werkmap", "blad", "rij", "groep", *velden]]
    waarden["blad"] = waarden["blad"].astype("string")
    soorten = soorten.loc[volgorde].reset_index(drop=True)[velden]
    for doel, waarde in vast.items():
        doeltabel, _, veld = doel.partition(".")
        if doeltabel == tabel and veld in velden:
            waarden[veld] = waarden[veld].fillna(waarde)
    return Tabel(waarden, soorten)
