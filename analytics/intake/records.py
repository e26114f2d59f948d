"""The rows of a sheet as records: long sheets as they stand, repeated column groups unfolded."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analytics.domain.blad import Blad, Soort, kolomletter, kolomnummer
from analytics.domain.velden import velden_van
from analytics.intake.bladen import Bladlezing
from analytics.intake.koppen import Doel

# The template's own example row is there to be read by people, not by us.
_VOORBEELD = r"(?i)^\s*voorbeeld\b"


@dataclass(frozen=True, eq=False)
class Records:
    """Records of one kind from one sheet and one column group; ``kolommen`` is ``{veld: column letter}``."""

    tabel: str
    groep: int
    waarden: pd.DataFrame
    soorten: pd.DataFrame
    kolommen: dict[str, str]


def lees_records(lezing: Bladlezing) -> list[Records]:
    """
    Return the records of a sheet, one :class:`Records` per kind and column group.

    A row counts as a record when a column that we know holds anything but blanks; the example row of the template
    (intern nummer ``VOORBEELD...``) does not. Each frame has ``rij`` and the fields of its table.
    """
    assert lezing.tabel is not None  # noqa: S101 -- the caller passes only sheets that were read
    blad = _zonder_samenvoegingen(lezing.blad, lezing.kopregel)
    letters = list(blad.tekst.columns)
    groepen: dict[tuple[str, int], dict[str, tuple[str, Doel]]] = {}
    for letter, doel in zip(letters, lezing.doelen, strict=True):
        if doel:
            # The first column of a field counts; a second one is reported, not read.
            groepen.setdefault((doel.tabel, doel.groep), {}).setdefault(doel.veld, (letter, doel))
    onder = blad.tekst.index > lezing.kopregel
    tekst, soort = blad.tekst[onder], blad.soort[onder]
    sleutelkolom = groepen.get((lezing.tabel, 0), {}).get("intern_nummer", (None, None))[0]
    if sleutelkolom:
        voorbeeld = tekst[sleutelkolom].str.contains(_VOORBEELD, regex=True).fillna(False).astype(bool)
        tekst, soort = tekst[~voorbeeld], soort[~voorbeeld]
    uit: list[Records] = []
    hoofd_gezien = False
    for (tabel, groep), kolommen in sorted(groepen.items(), key=lambda g: (g[0][0] != lezing.tabel, g[0])):
        hoofd_gezien |= tabel == lezing.tabel
        uit.append(_records(tabel, groep, kolommen, tekst, soort, sleutelkolom))
    if not hoofd_gezien:
        uit.insert(0, _records(lezing.tabel, 0, {}, tekst.iloc[:0], soort.iloc[:0], None))
    return _met_alle_verenigingen(uit, lezing.tabel, tekst, soort)


def _records(
    tabel: str,
    groep: int,
    kolommen: dict[str, tuple[str, Doel]],
    tekst: pd.DataFrame,
    soort: pd.DataFrame,
    sleutelkolom: str | None,
) -> Records:
    letters = {veld: letter for veld, (letter, _) in kolommen.items()}
    gevuld = pd.Series(False, index=tekst.index)
    for letter in letters.values():
        # The numbers of pandas' Arrow strings: blanks only counts as empty, a blanked INSZ as filled.
        gevuld |= tekst[letter].str.strip().ne("").fillna(False).astype(bool) | (
            soort[letter].isin([Soort.FOUT, Soort.FORMULE_ZONDER_WAARDE, Soort.AFGESCHERMD])
        )
    tekst, soort = tekst[gevuld], soort[gevuld]
    waarden: dict[str, pd.Series[str]] = {}
    soorten: dict[str, pd.Series[int]] = {}
    leeg_tekst = pd.Series(pd.NA, index=tekst.index, dtype="string")
    leeg_soort = pd.Series(int(Soort.LEEG), index=tekst.index, dtype="uint8")
    for veld in velden_van(tabel):
        kolom = letters.get(veld.code)
        waarden[veld.code] = tekst[kolom] if kolom else leeg_tekst
        soorten[veld.code] = soort[kolom] if kolom else leeg_soort
    if groep and sleutelkolom:
        waarden["intern_nummer"], soorten["intern_nummer"] = tekst[sleutelkolom], soort[sleutelkolom]
        letters["intern_nummer"] = sleutelkolom
    vast = next((d.vast_type for _, d in kolommen.values() if d.vast_type), None)
    if vast:
        waarden["contactgegeventype"] = pd.Series(vast, index=tekst.index, dtype="string")
        soorten["contactgegeventype"] = pd.Series(int(Soort.TEKST), index=tekst.index, dtype="uint8")
        letters["contactgegeventype"] = letters["waarde"]
    return Records(
        tabel,
        groep,
        pd.DataFrame(waarden, index=tekst.index).rename_axis("rij").reset_index(),
        pd.DataFrame(soorten, index=tekst.index).reset_index(drop=True),
        letters,
    )


def _met_alle_verenigingen(uit: list[Records], tabel: str, tekst: pd.DataFrame, soort: pd.DataFrame) -> list[Records]:
    """
    Add an association for a row that has only parts.

    In the wide shape a row with an address but without name or number still was delivered; it must be accounted for.
    """
    if tabel != "verenigingen" or len(uit) == 1:
        return uit
    hoofd = uit[0]
    rijen = sorted({int(r) for u in uit for r in u.waarden["rij"]} - {int(r) for r in hoofd.waarden["rij"]})
    if not rijen:
        return uit
    kolommen = {veld: (letter, Doel(tabel, veld)) for veld, letter in hoofd.kolommen.items()}
    extra = pd.DataFrame(pd.NA, index=pd.Index(rijen), columns=hoofd.waarden.columns.drop("rij")).astype("string")
    extra_soort = pd.DataFrame(int(Soort.LEEG), index=pd.Index(rijen), columns=hoofd.soorten.columns).astype("uint8")
    for veld, (letter, _) in kolommen.items():
        extra[veld], extra_soort[veld] = tekst.loc[rijen, letter], soort.loc[rijen, letter]
    waarden = pd.concat([hoofd.waarden, extra.rename_axis("rij").reset_index()], ignore_index=True)
    soorten = pd.concat([hoofd.soorten, extra_soort], ignore_index=True)
    volgorde = waarden["rij"].argsort(kind="stable")
    uit[0] = Records(
        tabel,
        hoofd.groep,
        waarden.iloc[volgorde].reset_index(drop=True),
        soorten.iloc[volgorde].reset_index(drop=True),
        hoofd.kolommen,
    )
    return uit


def _zonder_samenvoegingen(blad: Blad, kopregel: int) -> Blad:
    """Repeat the value of cells merged downwards: the pilot sees it beside each of those rows."""
    tekst, soort = blad.tekst, blad.soort
    gewijzigd = False
    for bereik in blad.samengevoegd:
        boven, _, onder = bereik.partition(":")
        (kolom, eerste), (laatste_kolom, laatste) = _plek(boven), _plek(onder or boven)
        if kolom != laatste_kolom or eerste <= kopregel or kolom not in tekst.columns or laatste == eerste:
            continue
        if not gewijzigd:
            tekst, soort, gewijzigd = tekst.copy(), soort.copy(), True
        rijen = tekst.index[(tekst.index >= eerste) & (tekst.index <= laatste)]
        if len(rijen):
            tekst.loc[rijen, kolom] = tekst.at[rijen[0], kolom]
            soort.loc[rijen, kolom] = soort.at[rijen[0], kolom]
    if not gewijzigd:
        return blad
    return Blad(blad.naam, blad.zichtbaarheid, tekst, soort)


def _plek(cel: str) -> tuple[str, int]:
    letters = "".join(t for t in cel if t.isalpha())
    return kolomletter(kolomnummer(letters)), int("".join(t for t in cel if t.isdigit()))
