"""Read every record once: its names taken apart, its municipalities, and what identical records share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.duplicates.blokken import Codes
from analytics.duplicates.letternamen import letternamen
from analytics.duplicates.naam import Naamlezer
from analytics.duplicates.naamdelen import Naam
from analytics.duplicates.omgeving import Gemeente
from analytics.duplicates.plaats import Plaatsen
from analytics.duplicates.plaatsen_leren import plaatsen_uit_adressen, plaatsen_uit_namen
from analytics.duplicates.records import Records

NAAMVELDEN = ("naam", "korte_naam", "roepnaam")


@dataclass(frozen=True, eq=False)
class Profielen:
    """
    Records 0…n-1 seen as names and places.

    Attributes:
        namen: Distinct analysed names.
        heet: For each of those which of the abbreviations that any of them holds it may go by.
        naam: Column per name field: for each record its number in ``namen``, -1 where it has none.
        nissen: Distinct sets of municipalities.
        nis: For each record the number of its set in ``nissen``; the empty set when it has no place.
        kern: For each record a number that equal names share, whatever their place.
        elders: For each record in how many municipalities its ``kern`` occurs.
        eigen_elders: The same for its proper words alone, whatever the kind of association.
        vaak: For each record how many records have its ``kern``.
        locaties: ``record``, ``postcode``, ``nis`` (one row per municipality), ``adres`` (<NA> where incomplete),
            ``deel`` (part of the municipality that is named, empty for the whole).
        plaatsen: The places of the country, with those that the records themselves taught.
    """

    namen: Sequence[Naam]
    heet: Sequence[frozenset[str]]
    naam: dict[str, Codes]
    nissen: Sequence[frozenset[str]]
    nis: Codes
    kern: Codes
    elders: Codes
    eigen_elders: Codes
    vaak: Codes
    locaties: pd.DataFrame
    plaatsen: Plaatsen

    @property
    def n(self) -> int:
        """Return the number of records."""
        return len(self.nis)

    @cached_property
    def zonder_plaats(self) -> npt.NDArray[np.bool_]:
        """Tell for each record whether it has no place."""
        return np.array([not nissen for nissen in self.nissen], dtype=bool)[self.nis]

    # One of each, so that what it has looked up serves every comparison.
    @cached_property
    def gemeenten(self) -> dict[str, Gemeente]:
        """Return the municipalities of the records, by NIS code."""
        return {nis: _gemeente(nis, self.plaatsen) for nissen in self.nissen for nis in nissen}


def lees_profielen(bron: Records, lezer: Naamlezer) -> Profielen:
    """Analyse the names and places of records numbered 0…n-1."""
    lezer = lezer.met_plaatsen(plaatsen_uit_adressen(bron.locaties, lezer.plaatsen))
    n = len(bron.verenigingen)
    nummers: dict[str, Codes] = {}
    alle = pd.concat([bron.kolom(veld).str.strip().replace("", pd.NA) for veld in NAAMVELDEN], keys=NAAMVELDEN)
    code, uniek = pd.factorize(alle)
    for i, veld in enumerate(NAAMVELDEN):
        nummers[veld] = code[i * n : (i + 1) * n].astype(np.int64)
    for veld in NAAMVELDEN[1:]:  # a short name that repeats the name adds nothing
        nummers[veld] = np.where(nummers[veld] == nummers["naam"], -1, nummers[veld])
    namen = [lezer.lees(naam) for naam in uniek]
    locaties = _locaties(bron.locaties, lezer)
    per_record: list[set[str]] = [set() for _ in range(n)]
    for record, code in zip(locaties["record"].tolist(), locaties["nis"].tolist(), strict=True):
        per_record[record].add(code)
    sets = pd.Series([frozenset(s) for s in per_record], dtype=object)
    nis, nissen = pd.factorize(sets)
    bekend = np.array([bool(s) for s in nissen], dtype=bool)[nis]
    kern = _nummers([_kern(naam) for naam in namen])[nummers["naam"]]
    eigen = _nummers([_eigen(naam) for naam in namen])[nummers["naam"]]
    vaak = np.bincount(kern)[kern] if n else kern
    return Profielen(
        namen,
        letternamen(namen),
        nummers,
        list(nissen),
        nis.astype(np.int64),
        kern,
        _gemeenten(kern, nis, bekend),
        _gemeenten(eigen, nis, bekend),
        vaak.astype(np.int64),
        locaties,
        lezer.plaatsen.met(plaatsen_uit_namen(namen, nummers["naam"], locaties, lezer.plaatsen)),
    )


def _nummers(teksten: list[str]) -> Codes:
    """Return a number per text, and one more at the end for records without a name."""
    return pd.factorize(pd.Series([*teksten, ""], dtype="string"))[0].astype(np.int64)


def _gemeenten(naam: Codes, nis: Codes, bekend: npt.NDArray[np.bool_]) -> Codes:
    """Return for each record in how many known places its name occurs."""
    paren = pd.DataFrame({"naam": naam[bekend], "nis": nis[bekend]}).drop_duplicates()
    return paren.groupby("naam").size().reindex(naam, fill_value=0).to_numpy(dtype=np.int64)


def _kern(naam: Naam) -> str:
    waarden = sorted({min(w.waarden) for w in naam.woorden if w.klasse not in {"plaats", "algemeen", "soort_zwak"}})
    return " ".join(waarden) or naam.plak


def _eigen(naam: Naam) -> str:
    return (
        " ".join(sorted({min(w.waarden) for w in naam.woorden if w.klasse in {"eigen", "gewoon", "sint"}})) or naam.plak
    )


def _locaties(locaties: pd.DataFrame, lezer: Naamlezer) -> pd.DataFrame:
    tekst = {k: locaties[k].astype("string").str.strip().fillna("") for k in ("postcode", "gemeente")}
    frame = pd.DataFrame({"record": locaties["record"].astype("int64"), **tekst})
    uniek = frame[["postcode", "gemeente"]].drop_duplicates()
    uniek = uniek.assign(
        nis=[sorted(lezer.plaatsen.nis(p, g)) for p, g in zip(uniek["postcode"], uniek["gemeente"], strict=True)]
    )
    straat = locaties.get("straatnaam", pd.Series(pd.NA, locaties.index)).astype("string")
    nummer = locaties.get("huisnummer", pd.Series(pd.NA, locaties.index)).astype("string")
    kaal = (
        straat.str.casefold().str.replace(r"[^a-z]", "", regex=True).str.replace(r"(straat|laan|str)$", "", regex=True)
    )
    frame["adres"] = (
        kaal.replace("", pd.NA) + " " + nummer.str.casefold().str.extract(r"(\d+)", expand=False)
    ).to_numpy()
    frame = frame.merge(uniek, on=["postcode", "gemeente"], how="left").explode("nis").dropna(subset=["nis"])
    benoemd = frame[["gemeente", "nis"]].drop_duplicates()
    delen = [lezer.plaatsen.deel(g, n) for g, n in zip(benoemd["gemeente"], benoemd["nis"], strict=True)]
    frame = frame.merge(benoemd.assign(deel=pd.array(delen, dtype="string")), on=["gemeente", "nis"], how="left")
    return (
        frame[["record", "postcode", "nis", "adres", "deel"]]
        .astype({"nis": "string", "adres": "string"})
        .reset_index(drop=True)
    )


def _gemeente(nis: str, plaatsen: Plaatsen) -> Gemeente:
    hoofdnamen, nieuw = (
        frozenset(" ".join(woorden) for woorden in namen.get(nis, ()))
        for namen in (plaatsen.hoofdnamen, plaatsen.nieuw)
    )
    return Gemeente(nis, hoofdnamen, nieuw, plaatsen.per_nis.get(nis, frozenset()), plaatsen.parochies.get(nis, {}))
