"""The generator to measure with: other words, other operators, so that the rules are not measured by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from benchmarks.dubbels_data import Rij, Rng, Taal, Vereniging

# None of these lists was drawn from the product's word lists.
_AARD = (
    ("Landelijke Gilde", "Gilde"),
    ("Markant", "Markant"),
    ("Neos", "NEOS"),
    ("Oudervereniging", "Ouderwerkgroep"),
    ("Handbalclub", "HBC"),
    ("Korfbalclub", "KBK"),
    ("Atletiekclub", "AC"),
    ("Zwemclub", "ZC"),
    ("Duikersclub", "Duikschool"),
    ("Biljartclub", "Biljartvereniging"),
    ("Muziekvereniging", "Muziekmaatschappij"),
    ("Kantklosgroep", "Kantwerksters"),
    ("Reuzengilde", "Reuzencomité"),
    ("Buurtvereniging", "Buurtcomité"),
    ("Heemkring", "Heemkundige Kring"),
    ("Wandelclub", "Wandelvereniging"),
    ("Fotoclub", "Fotokring"),
    ("Volksdansgroep", "Volksdansvereniging"),
    ("Imkersbond", "Imkersvereniging"),
    ("Speelplein", "Speelpleinwerking"),
)
_BIJV = [
    "Stoute",
    "Dolle",
    "Wakkere",
    "Schele",
    "Kwieke",
    "Zoete",
    "Bolle",
    "Ranke",
    "Fiere",
    "Stille",
    "Bonte",
    "Wilde",
    "Gekke",
    "Sluwe",
    "Nijvere",
    "Rappe",
]
_ZNW = [
    "Kwibussen",
    "Otters",
    "Hazelaars",
    "Zeemeermin",
    "Biezen",
    "Wilgen",
    "Kikkers",
    "Pennen",
    "Klakken",
    "Sjalotten",
    "Trommelaars",
    "Kolonels",
    "Maaiers",
    "Wevers",
    "Spinnekop",
    "Kasseien",
    "Roeland",
    "Haringen",
    "Garnaal",
    "Torteldui",
    "Kapoentjes",
    "Tandem",
    "Pedaal",
    "Molenaar",
    "Vlasser",
    "Brouwer",
    "Klompen",
]
_NAAMWOORD = [
    "Ambiorix",
    "Boduognat",
    "Artevelde",
    "Breydel",
    "Zannekin",
    "Tijl",
    "Nele",
    "Lamme",
    "Baekeland",
    "Lippens",
    "Servatius",
    "Vedastus",
]
_SINT = ["Donatus", "Hilonius", "Kristiana", "Eutropius", "Genoveva", "Walburga", "Aldegondis", "Ludgerus", "Medardus"]
_TOETSEN = dict(zip("qwertyuiopasdfghklzxcvbnm", "wertyuiopqsdfghjlkxcvbnmz", strict=True))


def _eigen(rng: Rng) -> str:
    kans = rng.random()
    if kans < 0.2:
        return f"Sint-{rng.choice(_SINT)}"
    if kans < 0.5:
        return f"De {rng.choice(_BIJV)} {rng.choice(_ZNW)}"
    if kans < 0.75:
        return f"{rng.choice(_NAAMWOORD)} {rng.choice(_ZNW)}"
    return f"'t {rng.choice(_ZNW)[:-1]}{str(rng.choice(_NAAMWOORD)).lower()}"


def verzin(rng: Rng, plek: Mapping[str, str]) -> Vereniging:
    """Make an association."""
    aard = _AARD[int(rng.integers(len(_AARD)))][0]
    eigen = plek["deel"] if aard in {"Landelijke Gilde", "Markant", "Neos"} else _eigen(rng)
    extra = str(int(rng.integers(1880, 2015))) if rng.random() < 0.03 else ""
    return Vereniging(aard, eigen, extra, contact=int(rng.integers(10**9)), **plek)


def schrijf(v: Vereniging, rng: Rng) -> str:
    """Write the name, now and then with the place in brackets or in front."""
    naam = " ".join(filter(None, (v.aard, v.eigen, v.extra)))
    kans = rng.random()
    if v.eigen != v.deel and kans < 0.12:
        return f"{naam} ({v.gemeente})"
    return naam


def _toets(rij: Rij, _v: Vereniging, rng: Rng) -> Rij:
    plekken = [i for i, c in enumerate(rij.naam) if c in _TOETSEN and i > 2]
    i = int(rng.choice(plekken))
    return replace(rij, naam=rij.naam[:i] + _TOETSEN[rij.naam[i]] + rij.naam[i + 1 :])


def _klank(rij: Rij, _v: Vereniging, rng: Rng) -> Rij:
    naam = rij.naam
    for van, naar in (
        ("kw", "qu"),
        ("ij", "y"),
        ("aa", "ae"),
        ("k", "c"),
        ("z", "s"),
        ("ie", "i"),
        ("ee", "e"),
        ("tt", "t"),
    ):
        if van in naam[1:] and rng.random() < 0.5:
            return replace(rij, naam=naam[0] + naam[1:].replace(van, naar, 1))
    return replace(rij, naam=naam.replace("e", "é", 1))


def _ocr(rij: Rij, _v: Vereniging, _rng: Rng) -> Rij:
    for van, naar in (("m", "rn"), ("l", "1"), ("o", "0"), ("rn", "m")):
        if van in rij.naam[3:]:
            return replace(rij, naam=rij.naam[:3] + rij.naam[3:].replace(van, naar, 1))
    return rij


def _synoniem(rij: Rij, v: Vereniging, _rng: Rng) -> Rij:
    return replace(rij, naam=rij.naam.replace(v.aard, dict(_AARD).get(v.aard, v.aard)))


def _zonder_aard(rij: Rij, v: Vereniging, _rng: Rng) -> Rij:
    return replace(rij, naam=" ".join(filter(None, (v.eigen if v.eigen != v.deel else v.aard, v.extra))))


def _opmerking(rij: Rij, _v: Vereniging, rng: Rng) -> Rij:
    return replace(
        rij, naam=f"{rij.naam} {rng.choice(['- NIEUW', '(zie nota)', '*', '(erkend 2019)', '- secretariaat'])}"
    )


def _buurpost(rij: Rij, _v: Vereniging, rng: Rng) -> Rij:
    post = rij.postcode or "9000"
    return replace(rij, postcode=str(int(post) + int(rng.choice([-1, 1, 2, 10]))), gemeente=None)


VERANDER = {
    "toetsfout": _toets,
    "klank": _klank,
    "ocr": _ocr,
    "synoniem": _synoniem,
    "zonder aard": _zonder_aard,
    "opmerking": _opmerking,
    "buurpostcode": _buurpost,
    "f.v.": lambda rij, _v, _rng: replace(rij, naam=f"F.V. {rij.naam}"),
    "spaties": lambda rij, _v, _rng: replace(rij, naam=rij.naam.replace(" ", "  ").replace("e", "e ", 1)),
    "aaneen": lambda rij, _v, _rng: replace(rij, naam=rij.naam.replace(" ", "")),
    "komma": lambda rij, v, _rng: replace(rij, naam=f"{v.eigen} {v.extra}, {v.aard}"),
    "afd.": lambda rij, v, _rng: replace(rij, naam=f"{rij.naam} afd. {v.deel}"),
    "plaats fout geschreven": lambda rij, v, _rng: replace(rij, postcode=None, gemeente=f" {v.gemeente.upper()} 1"),
}


def _nieuw(rng: Rng) -> int:
    return int(rng.integers(10**9))


TWEELING = {
    "ver weg": lambda v, rng, plek: replace(v, **plek(), contact=_nieuw(rng)),
    "andere aard": lambda v, rng, _p: replace(
        v, aard=str(rng.choice([a for a, _ in _AARD if a != v.aard])), contact=_nieuw(rng)
    ),
    "een woord": lambda v, rng, _p: replace(
        v, eigen=" ".join([*v.eigen.split()[:-1], str(rng.choice(_ZNW))]), contact=_nieuw(rng)
    ),
    "meisjes": lambda v, rng, _p: replace(
        v, extra=str(rng.choice(["meisjes", "jongens", "U13", "-16"])), contact=_nieuw(rng)
    ),
    "nummer": lambda v, rng, _p: replace(v, extra=str(rng.choice(["2", "II", "B"])), contact=_nieuw(rng)),
}

MEET = Taal(verzin, schrijf, VERANDER, TWEELING)
