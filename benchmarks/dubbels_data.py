"""Labelled associations to measure the search for duplicates on: what both generators share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd

from analytics.duplicates.records import Records

REFERENTIE = Path(__file__).parents[1] / "data" / "referentie"


@dataclass(frozen=True)
class Vereniging:
    """One association as it is: kind of association, its own name and where it is."""

    aard: str
    eigen: str
    extra: str
    postcode: str
    gemeente: str
    deel: str
    nis: str
    contact: int


@dataclass(frozen=True)
class Rij:
    """One row of a list: how somebody wrote an association down."""

    naam: str
    postcode: str | None
    gemeente: str | None
    mail: str | None = None
    telefoon: str | None = None


Rng = np.random.Generator
Schrijf = Callable[[Vereniging, Rng], str]
Verander = Callable[[Rij, Vereniging, Rng], Rij]


@dataclass(frozen=True)
class Taal:
    """
    What makes a generator.

    Attributes:
        verzin: Makes an association in a given place.
        schrijf: Writes its name.
        verander: Name of an operator → function that writes the row in another way: the same association.
        tweeling: Name of a difference → function that makes another association that looks alike.
    """

    verzin: Callable[[Rng, Mapping[str, str]], Vereniging]
    schrijf: Schrijf
    verander: Mapping[str, Verander]
    tweeling: Mapping[str, Callable[[Vereniging, Rng, Callable[[], Mapping[str, str]]], Vereniging]]


@dataclass(frozen=True, eq=False)
class Gegevens:
    """
    Records with their truth.

    Attributes:
        bron: The records, numbered 0…n-1.
        wie: For each record the number of its association.
        hoe: For each record ``basis``, ``dubbel: <operator>`` or ``tweeling: <difference>``.
        paren: True pairs: ``a``, ``b`` (a < b), ``soort`` (operator).
        valstrikken: Pairs that look alike and are not: ``a``, ``b``, ``soort`` (difference).
    """

    bron: Records
    wie: pd.Series[int]
    hoe: pd.Series[str]
    paren: pd.DataFrame
    valstrikken: pd.DataFrame


def plaatsen() -> list[dict[str, str]]:
    """Return postcode, municipality, a part of it and NIS code of Flemish places, large ones more often."""
    post = pd.read_csv(REFERENTIE / "postcodes.csv", dtype="string").dropna(subset=["gemeente"])
    deel = pd.read_csv(REFERENTIE / "deelgemeenten.csv", dtype="string")
    delen = deel.groupby("nis")["deelgemeente"].agg(list).to_dict()
    uit = []
    for rij in post.itertuples():
        for naam in delen.get(rij.nis, [rij.gemeente]):
            uit.append({"postcode": rij.postcode, "gemeente": rij.gemeente, "deel": naam, "nis": rij.nis})
    return uit


def maak(n: int, taal: Taal, *, zaad: int, dubbel: float = 0.08, tweeling: float = 0.12) -> Gegevens:
    """Return about *n* records; a share of the associations is in twice, a share has a look-alike."""
    rng = np.random.default_rng(zaad)
    kaart = plaatsen()

    def plek() -> Mapping[str, str]:
        return kaart[int(rng.integers(len(kaart)))]

    gezien: set[tuple[str, str, str]] = set()
    rijen: list[Rij] = []
    wie: list[int] = []
    hoe: list[str] = []
    paren: list[tuple[int, int, str]] = []
    valstrikken: list[tuple[int, int, str]] = []
    nummer = 0

    def noteer(rij: Rij, etiket: str, wie_nummer: int) -> int:
        rijen.append(rij)
        wie.append(wie_nummer)
        hoe.append(etiket)
        return len(rijen) - 1

    def basisrij(v: Vereniging) -> Rij:
        rij = Rij(taal.schrijf(v, rng), v.postcode, v.deel if rng.random() < 0.3 else v.gemeente)
        if rng.random() < 0.5:
            rij = replace(rij, mail=f"v{v.contact}@example.be" if rng.random() < 0.7 else None)
            rij = replace(rij, telefoon=f"04{70000000 + v.contact % 9999999:08d}" if rng.random() < 0.5 else None)
        if rng.random() < 0.08:
            rij = replace(rij, postcode=None, gemeente=None)
        return rij

    while len(rijen) < n:
        v = taal.verzin(rng, plek())
        sleutel = (v.aard, v.eigen, v.nis)
        if sleutel in gezien or ("", v.eigen, v.nis) in gezien:
            continue
        gezien |= {sleutel, ("", v.eigen, v.nis)}
        nummer += 1
        eerste = noteer(basisrij(v), "basis", nummer)
        if rng.random() < dubbel:
            soort = str(rng.choice(list(taal.verander)))
            anders = taal.verander[soort](basisrij(v), v, rng)
            if rng.random() < 0.7:
                anders = replace(anders, mail=None, telefoon=None)
            tweede = noteer(anders, f"dubbel: {soort}", nummer)
            paren.append((eerste, tweede, soort))
        if rng.random() < tweeling:
            soort = str(rng.choice(list(taal.tweeling)))
            w = taal.tweeling[soort](v, rng, plek)
            if (w.aard, w.eigen, w.nis) in gezien and soort not in {"deelgemeente", "geslacht", "leeftijd", "nummer"}:
                continue
            gezien |= {(w.aard, w.eigen, w.nis), ("", w.eigen, w.nis)}
            nummer += 1
            lijkt = noteer(basisrij(w), f"tweeling: {soort}", nummer)
            valstrikken.append((eerste, lijkt, soort))
    return Gegevens(
        _records(rijen),
        pd.Series(wie),
        pd.Series(hoe),
        pd.DataFrame(paren, columns=["a", "b", "soort"]),
        pd.DataFrame(valstrikken, columns=["a", "b", "soort"]),
    )


def _records(rijen: Sequence[Rij]) -> Records:
    frame = pd.DataFrame([r.__dict__ for r in rijen], dtype="string")
    locaties = frame[["postcode", "gemeente"]].dropna(how="all").rename_axis("record").reset_index()
    contact = (
        frame.rename(columns={"mail": "E-mail", "telefoon": "Telefoon"})[["E-mail", "Telefoon"]]
        .rename_axis("record")
        .reset_index()
        .melt(id_vars="record", var_name="type", value_name="waarde")
        .dropna(subset=["waarde"])
        .astype({"type": "string", "waarde": "string"})
    )
    return Records(frame[["naam"]], locaties, contact)
