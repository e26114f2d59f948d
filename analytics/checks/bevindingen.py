"""From what rules answered to one table of findings, each with its cell."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.checks.proef import Getallen, Plek, Plekken, Proef, Teksten, Uitslag
from analytics.checks.regel import Plaats, Regel
from analytics.checks.tekst import toonbaar
from analytics.domain.blad import kolomnummer
from analytics.domain.nummers import bevat_insz
from analytics.domain.velden import VELD, is_persoonlijk

KOLOMMEN = (
    "code",
    "ernst",
    "tabel",
    "werkmap",
    "blad",
    "rij",
    "kolom",
    "cel",
    "veld",
    "intern_nummer",
    "vereniging",
    "melding",
    "advies",
    "voorstel",
)


@dataclass(frozen=True, eq=False)
class Groep:
    """
    The findings of one rule in one column.

    Attributes:
        records: Positions in the table, or empty for ``plekken``.
        cellen: Per record the position of its cell in the column's distinct cells.
    """

    regel: Regel
    plaats: Plaats
    hele_kolom: bool
    records: Getallen
    cellen: Getallen
    melding: Teksten
    voorstel: Teksten
    plekken: tuple[Plek, ...] = ()


@dataclass(eq=False)
class Verzameling:
    """Everything found so far."""

    proef: Proef
    groepen: list[Groep] = field(default_factory=list)

    def voeg_toe(self, regel: Regel, plaats: Plaats, uitslag: Uitslag | Plekken, *, hele_kolom: bool) -> None:
        """Add what *regel* found in the column *plaats*."""
        leeg: Getallen = np.empty(0, dtype="int64")
        if isinstance(uitslag, Plekken):
            if uitslag.plekken:
                meldingen = np.array([_zin(regel.titel, p.toelichting) for p in uitslag.plekken], dtype=object)
                geen: Teksten = np.full(len(uitslag.plekken), None, dtype=object)
                self.groepen.append(
                    Groep(regel, plaats, hele_kolom, leeg, leeg, meldingen, geen, plekken=uitslag.plekken)
                )
            return
        records = np.flatnonzero(uitslag.gevonden)
        if not len(records):
            return
        kolom = self.proef.kolom(*plaats)
        cellen = kolom.nummers[records]
        uniek, plek = np.unique(cellen, return_inverse=True)
        melding = _meldingen(regel, plaats, kolom.ruw[uniek])[plek]
        if uitslag.toelichting is not None:
            melding = np.array(
                [_zin(m, t) for m, t in zip(melding, uitslag.toelichting[records], strict=True)], dtype=object
            )
        voorstel = _voorstellen(regel, kolom.ruw[uniek])[plek]
        if uitslag.voorstel is not None:
            eigen = uitslag.voorstel[records]
            voorstel = np.where(np.equal(eigen, None), voorstel, eigen)
        self.groepen.append(Groep(regel, plaats, hele_kolom, records, cellen.astype("int64"), melding, voorstel))


def _zin(tekst: str, toelichting: str | None) -> str:
    return f"{tekst} {toelichting}" if toelichting else tekst


def _meldingen(regel: Regel, plaats: Plaats, ruw: Teksten) -> Teksten:
    if not regel.citeer or is_persoonlijk(*plaats):
        return np.full(len(ruw), regel.titel, dtype=object)
    return np.array(
        [f'{regel.titel} Er staat: "{toonbaar(r)}".' if r and r.strip() else regel.titel for r in ruw], dtype=object
    )


def _voorstellen(regel: Regel, ruw: Teksten) -> Teksten:
    uit: Teksten = np.full(len(ruw), None, dtype=object)
    if regel.voorstel is None:
        return uit
    for i, tekst in enumerate(ruw):
        voorstel = regel.voorstel(tekst or "")
        # A repair never shows a number that may not be shown, nor repairs what has one in it.
        if voorstel and voorstel != tekst and not bevat_insz(voorstel):
            uit[i] = voorstel
    return uit


def bevindingen_frame(verzameling: Verzameling) -> pd.DataFrame:
    """Return all findings as one sorted table; columns as in :class:`analytics.checks.validatie.Validatie`."""
    delen = [(g, _deel(verzameling.proef, g)) for g in verzameling.groepen]
    kolommen: dict[str, npt.NDArray[np.generic]] = {
        kolom: np.concatenate([d[kolom] for _, d in delen]) if delen else np.empty(0, dtype=object)
        for kolom in KOLOMMEN
        if kolom != "cel"
    }
    rij, vereniging = kolommen["rij"].astype("int64"), kolommen["vereniging"].astype("int64")
    # Built by hand: a nullable number from an object array costs more than all the rest.
    frame = pd.DataFrame(
        {k: pd.array(w, dtype="string") for k, w in kolommen.items() if k not in ("rij", "vereniging", "werkmap")}
    )
    frame["werkmap"] = kolommen["werkmap"].astype("int64")
    frame["rij"] = pd.arrays.IntegerArray(rij, rij < 0)
    frame["vereniging"] = pd.arrays.IntegerArray(vereniging, vereniging < 0)
    frame["cel"] = (frame["kolom"] + frame["rij"].astype("string")).fillna("").astype("string")
    frame["kolom"] = frame["kolom"].fillna("")
    return _gesorteerd(verzameling.proef, frame[list(KOLOMMEN)])


def _gesorteerd(proef: Proef, frame: pd.DataFrame) -> pd.DataFrame:
    bladen = proef.levering.bladen.drop_duplicates(["werkmap", "blad"])
    volgorde = {(w, b): i for i, (w, b) in enumerate(zip(bladen["werkmap"], bladen["blad"], strict=True))}
    paar = pd.MultiIndex.from_frame(frame[["werkmap", "blad"]])
    uniek = {p: volgorde.get(p, len(volgorde)) for p in paar.unique()}
    letters = {letter: kolomnummer(letter) for letter in frame["kolom"].unique()}
    sleutels = pd.DataFrame(
        {
            "werkmap": frame["werkmap"],
            "plek": paar.map(uniek).to_numpy(dtype="int64") if len(frame) else np.empty(0, dtype="int64"),
            "rij": frame["rij"].fillna(0),
            "kolom": frame["kolom"].map(letters).astype("int64"),
            "code": frame["code"],
            "veld": frame["veld"],
        }
    )
    return frame.loc[sleutels.sort_values(list(sleutels), kind="stable").index].reset_index(drop=True)


def _deel(proef: Proef, groep: Groep) -> dict[str, npt.NDArray[np.generic]]:
    """Return the columns of one group; -1 where a row or an association is not there."""
    tabel, veld = groep.plaats
    aantal = len(groep.melding)

    def herhaald(tekst: str) -> Teksten:
        return np.full(aantal, tekst, dtype=object)

    vast: dict[str, npt.NDArray[np.generic]] = {
        "code": herhaald(groep.regel.code),
        "ernst": herhaald(str(groep.regel.ernst)),
        "advies": herhaald(groep.regel.advies),
        "melding": groep.melding,
        "voorstel": groep.voorstel,
    }
    if groep.plekken:
        p = groep.plekken
        return vast | {
            "tabel": np.array([x.tabel for x in p], dtype=object),
            "werkmap": np.array([x.werkmap for x in p]),
            "blad": np.array([x.blad for x in p], dtype=object),
            "rij": np.array([-1 if x.rij is None else x.rij for x in p]),
            "kolom": np.array([x.kolom for x in p], dtype=object),
            "veld": np.array([x.veld for x in p], dtype=object),
            "intern_nummer": np.array([x.intern_nummer for x in p], dtype=object),
            "vereniging": np.array([-1 if x.vereniging is None else x.vereniging for x in p]),
        }
    werkmap, blad, rij = proef.plaats_van(tabel, groep.records)
    return vast | {
        "tabel": herhaald(tabel),
        "werkmap": werkmap,
        "blad": blad,
        "rij": rij,
        "kolom": proef.kolomletters(tabel, veld)[groep.records],
        "veld": herhaald(veld),
        "intern_nummer": proef.waarden(tabel, "intern_nummer")[groep.records],
        "vereniging": proef.vereniging(tabel)[groep.records],
    }


def kop_van(plaats: Plaats) -> str:
    """Return the heading of a column in the template."""
    return VELD[plaats].kop if plaats in VELD else ""
