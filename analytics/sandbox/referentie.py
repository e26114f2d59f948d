"""
Stand-ins for what the register asks elsewhere: KBO, KSZ, the address registry and its code lists.

Read from CSV files: those of this package, or files of the same name in a folder the user gives.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from analytics.sandbox.contactwaarden import EMAIL, TELEFOON, WEBSITE
from analytics.sandbox.fouten import InstellingFout
from analytics.sandbox.gegevens import Adres, Code

MEEGELEVERD = Path(__file__).parent / "data"
PURI = "https://data.vlaanderen.be/id/adres/"
RECHTSVORMEN = {"017": "VZW", "125": "IVZW", "026": "PS", "029": "SVON"}
NVT = "NVT"


@dataclass(frozen=True, slots=True)
class KboVertegenwoordiger:
    insz: str
    voornaam: str
    achternaam: str


@dataclass(frozen=True, slots=True)
class Onderneming:
    """A KBO entry; *rechtsvorm* is the KBO code, *contacten* pairs (type in KBO, type here, value)."""

    naam: str
    korte_naam: str
    rechtsvorm: str
    is_actieve_onderneming: bool
    startdatum: str
    zetel: Adres | None
    contacten: tuple[tuple[str, str, str], ...]
    vertegenwoordigers: tuple[KboVertegenwoordiger, ...]


@dataclass(frozen=True, slots=True)
class Registeradres:
    """An address of the address registry; *status* is ``in gebruik``, ``gehistoreerd`` or ``verwijderd``."""

    puri: str
    adres: Adres
    status: str


@dataclass(frozen=True, slots=True)
class Postcode:
    gemeente: str
    nuts3: str
    werkingsgebied: str


@dataclass(frozen=True)
class Referentie:
    """All stand-in data, keyed by what the register asks with. *werkingsgebieden* is keyed by upper-case code."""

    ondernemingen: Mapping[str, Onderneming]
    insz: Mapping[str, str]
    adressen: Mapping[str, Registeradres]
    adressen_per_plaats: Mapping[tuple[str, str, str, str], tuple[Registeradres, ...]]
    hoofdactiviteiten: Mapping[str, Code]
    werkingsgebieden: Mapping[str, Code]
    postcodes: Mapping[str, Postcode]
    postcodes_per_gemeente: Mapping[str, tuple[str, ...]]
    woorden: Mapping[str, int]


def plaatssleutel(adres: Adres) -> tuple[str, str, str, str]:
    """Give the key by which the address registry recognises an address typed by hand."""
    return (
        adres.straatnaam.strip().lower(),
        adres.huisnummer.strip().lower(),
        adres.busnummer.strip().lower(),
        adres.postcode.strip(),
    )


@lru_cache(maxsize=4)
def laad_referentie(map_: Path | None = None) -> Referentie:
    """
    Read the stand-in data; a file missing from *map_* is taken from the package.

    Raises:
        InstellingFout: If the folder does not exist, or a file lacks a column.
    """
    if map_ is not None and not map_.is_dir():
        raise InstellingFout(f"De map met referentiegegevens bestaat niet: {map_}. Geef een bestaande map op.")
    adressen = {rij["adresId"]: _registeradres(rij) for rij in _rijen(map_, "adressen.csv")}
    per_plaats: dict[tuple[str, str, str, str], list[Registeradres]] = {}
    for adres in adressen.values():
        if adres.status == "in gebruik":
            per_plaats.setdefault(plaatssleutel(adres.adres), []).append(adres)
    postcodes = {
        rij["postcode"]: Postcode(rij["gemeente"], rij["nuts3"], rij["werkingsgebied"])
        for rij in _rijen(map_, "postcodes.csv")
    }
    per_gemeente: dict[str, list[str]] = {}
    for postcode, plaats in postcodes.items():
        per_gemeente.setdefault(plaats.werkingsgebied, []).append(postcode)
    return Referentie(
        ondernemingen=_ondernemingen(map_),
        insz={rij["insz"]: rij["toestand"] for rij in _rijen(map_, "insz.csv")},
        adressen={adres.puri: adres for adres in adressen.values()},
        adressen_per_plaats={sleutel: tuple(gevonden) for sleutel, gevonden in per_plaats.items()},
        hoofdactiviteiten={r["code"]: Code(r["code"], r["naam"]) for r in _rijen(map_, "hoofdactiviteiten.csv")},
        werkingsgebieden={r["code"].upper(): Code(r["code"], r["naam"]) for r in _rijen(map_, "werkingsgebieden.csv")},
        postcodes=postcodes,
        postcodes_per_gemeente={code: tuple(gevonden) for code, gevonden in per_gemeente.items() if code},
        woorden={rij["woord"]: int(rij["aantal"]) for rij in _rijen(map_, "woorden.csv")},
    )


def _registeradres(rij: Mapping[str, str]) -> Registeradres:
    return Registeradres(PURI + rij["adresId"], _adres(rij), rij["status"])


def _adres(rij: Mapping[str, str]) -> Adres:
    return Adres(rij["straatnaam"], rij["huisnummer"], rij["busnummer"], rij["postcode"], rij["gemeente"], "België")


def _ondernemingen(map_: Path | None) -> dict[str, Onderneming]:
    mensen: dict[str, list[KboVertegenwoordiger]] = {}
    for rij in _rijen(map_, "kbo_vertegenwoordigers.csv"):
        mens = KboVertegenwoordiger(rij["insz"], rij["voornaam"], rij["achternaam"])
        mensen.setdefault(rij["kboNummer"], []).append(mens)
    soorten = (("E-mail", EMAIL, "email"), ("Website", WEBSITE, "website"), ("Telefoon", TELEFOON, "telefoon"))
    return {
        rij["kboNummer"]: Onderneming(
            naam=rij["naam"],
            korte_naam=rij["korteNaam"],
            rechtsvorm=rij["rechtsvorm"],
            is_actieve_onderneming=rij["status"] == "actief" and rij["soort"] == "onderneming",
            startdatum=rij["startdatum"],
            zetel=_adres(rij) if rij["straatnaam"] else None,
            contacten=tuple(
                (kbo_type, hier, rij[kolom])
                for kbo_type, hier, kolom in (*soorten, ("GSM", TELEFOON, "gsm"))
                if rij[kolom]
            ),
            vertegenwoordigers=tuple(mensen.get(rij["kboNummer"], ())),
        )
        for rij in _rijen(map_, "kbo.csv")
    }


_KOLOMMEN = {
    "adressen.csv": "adresId straatnaam huisnummer busnummer postcode gemeente status",
    "postcodes.csv": "postcode gemeente nuts3 werkingsgebied",
    "insz.csv": "insz toestand",
    "hoofdactiviteiten.csv": "code naam",
    "werkingsgebieden.csv": "code naam",
    "woorden.csv": "woord aantal",
    "kbo_vertegenwoordigers.csv": "kboNummer insz voornaam achternaam",
    "kbo.csv": "kboNummer naam korteNaam rechtsvorm status soort startdatum straatnaam huisnummer busnummer "
    "postcode gemeente email website telefoon gsm",
}


def _rijen(map_: Path | None, naam: str) -> Iterator[dict[str, str]]:
    eigen = map_ / naam if map_ is not None else MEEGELEVERD / naam
    pad = eigen if eigen.exists() else MEEGELEVERD / naam
    with pad.open(encoding="utf-8", newline="") as bestand:
        lezer = csv.DictReader(bestand)
        ontbreekt = set(_KOLOMMEN[naam].split()) - set(lezer.fieldnames or ())
        if ontbreekt:
            raise InstellingFout(f"{pad}: de kolommen {', '.join(sorted(ontbreekt))} ontbreken. Vul ze aan.")
        yield from lezer
