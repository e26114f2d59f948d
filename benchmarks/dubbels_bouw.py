"""The generator to build with: the mess that migration-lists are known for, in words our lists know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from benchmarks.dubbels_data import Rij, Rng, Taal, Vereniging

_KOEPELS = [
    "Chiro",
    "KSA",
    "KLJ",
    "Scouts",
    "KWB",
    "Femma",
    "Okra",
    "Davidsfonds",
    "Gezinsbond",
    "Samana",
    "Ferm",
    "Natuurpunt",
]
_SOORTEN = {
    "Judoclub": "JC",
    "Volleybalclub": "VC",
    "Tafeltennisclub": "TTC",
    "Wielertoeristenclub": "WTC",
    "Badmintonclub": "BC",
    "Jeugdhuis": "JH",
    "Tennisclub": "TC",
    "Harmonie": "Kon. Harmonie",
    "Fanfare": "Koninklijke Fanfare",
    "Toneelkring": "Toneel",
    "Zaalvoetbalclub": "ZVC",
    "Petanqueclub": "PC",
    "Zangkoor": "Koor",
    "Schaakclub": "Schaakkring",
    "Carnavalsgroep": "Carnavalsvereniging",
}
_HEILIGEN = [
    "Jan",
    "Pieter",
    "Martinus",
    "Anna",
    "Cecilia",
    "Joris",
    "Paulus",
    "Barbara",
    "Amandus",
    "Bavo",
    "Michiel",
    "Jozef",
    "Rochus",
]
_EIGEN = [
    "Pagadders",
    "Toermalijn",
    "Windekind",
    "Zilvermeeuw",
    "Trappers",
    "Bosuil",
    "Korenbloem",
    "Molenwiek",
    "Steenbok",
    "Zandloper",
    "Regenboog",
    "Klaproos",
    "Vuurtoren",
    "Zonnebloem",
    "Kraaiennest",
    "Ravotters",
    "Zwervers",
    "Reinaert",
    "Uilenspiegel",
    "Dauwstappers",
    "Krekel",
    "Lindekring",
    "Eikels",
    "Vossen",
    "Sperwers",
    "Bevers",
    "Havik",
    "Wolvenroedel",
    "Kompas",
    "Ankertje",
    "Sterrebos",
    "Vlinders",
    "Merel",
    "Nachtegaal",
]
_LETTERS = ("ka", "lo", "mir", "ten", "vo", "sel", "dra", "bu", "rin", "wel", "ost", "gaar", "hei", "nel", "pru")


def _eigen(rng: Rng) -> str:
    kans = rng.random()
    if kans < 0.25:
        return f"Sint-{rng.choice(_HEILIGEN)}"
    if kans < 0.5:
        return f"De {rng.choice(_EIGEN)}"
    return "".join(str(rng.choice(_LETTERS)) for _ in range(int(rng.integers(3, 5)))).capitalize()


def verzin(rng: Rng, plek: Mapping[str, str]) -> Vereniging:
    """Make an association."""
    koepel = rng.random() < 0.45
    aard = str(rng.choice(_KOEPELS if koepel else list(_SOORTEN)))
    eigen = plek["deel"] if koepel and rng.random() < 0.45 else _eigen(rng)
    return Vereniging(aard, eigen, "", contact=int(rng.integers(10**9)), **plek)


def schrijf(v: Vereniging, rng: Rng) -> str:
    """Write the name as a tidy list would."""
    naam = f"{v.aard} {v.eigen}{' ' + v.extra if v.extra else ''}"
    if v.eigen not in (v.deel, v.gemeente) and rng.random() < 0.25:
        naam += f" {v.gemeente}"
    return naam


def _typfout(naam: str, rng: Rng) -> str:
    i = int(rng.integers(max(len(naam) - 5, 1), len(naam))) if len(naam) > 6 else 1
    return [
        naam[: i - 1] + naam[i:],
        naam[:i] + naam[i - 1] + naam[i:],
        naam[: i - 1] + naam[i : i + 1] + naam[i - 1] + naam[i + 1 :],
    ][int(rng.integers(3))]


def _naam(maak: Callable[[str, Vereniging, Rng], str]) -> Callable[[Rij, Vereniging, Rng], Rij]:
    return lambda rij, v, rng: replace(rij, naam=maak(rij.naam, v, rng))


def _afgekort(naam: str, v: Vereniging, _rng: Rng) -> str:
    return naam.replace(v.aard, _SOORTEN.get(v.aard, v.aard.upper()))


VERANDER = {
    "rechtsvorm": _naam(lambda n, _v, rng: f"{n} vzw" if rng.random() < 0.6 else f"VZW {n}"),
    "hoofdletters": _naam(lambda n, _v, _rng: n.upper()),
    "typfout": _naam(lambda n, _v, rng: _typfout(n, rng)),
    "koninklijke": _naam(lambda n, _v, _rng: f"Koninklijke {n}"),
    "gemeente erbij": _naam(lambda n, v, _rng: f"{n} {v.gemeente}"),
    "plaats weg": lambda rij, _v, _rng: replace(rij, postcode=None, gemeente=None),
    "afkorting": _naam(_afgekort),
    "geplakt": _naam(lambda n, v, _rng: n.replace(f"{v.aard} ", v.aard, 1)),
    "sint": _naam(lambda n, _v, _rng: n.replace("Sint-", "St. ")),
    "omgekeerd": _naam(lambda _n, v, _rng: f"{v.eigen} {v.aard}"),
    "deelgemeente": lambda rij, v, _rng: replace(rij, gemeente=v.deel, postcode=None),
}


def _andere(keuze: list[str], niet: str, rng: Rng) -> str:
    return str(rng.choice([k for k in keuze if k != niet]))


TWEELING = {
    "plaats": lambda v, rng, plek: replace(v, **plek(), contact=int(rng.integers(10**9))),
    "koepel of soort": lambda v, rng, _p: replace(
        v, aard=_andere([*_KOEPELS, *_SOORTEN], v.aard, rng), contact=int(rng.integers(10**9))
    ),
    "geslacht": lambda v, rng, _p: replace(
        v, extra=str(rng.choice(["Dames", "Heren"])), contact=int(rng.integers(10**9))
    ),
    "leeftijd": lambda v, rng, _p: replace(
        v, extra=str(rng.choice(["Jeugd", "Veteranen"])), contact=int(rng.integers(10**9))
    ),
    "eigen naam": lambda v, rng, _p: replace(v, eigen=_eigen(rng), contact=int(rng.integers(10**9))),
}

BOUW = Taal(verzin, schrijf, VERANDER, TWEELING)
