"""Which field a heading means: by name, never by position."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from analytics.domain.velden import TABELLEN, VELD, Type, Veld, WerkmapSoort, velden_van

#: A heading on sheet Verenigingen that names a contact and its type at once, as in a raw export.
_CONTACTKOPPEN = {
    "e mail": "E-mail",
    "email": "E-mail",
    "mail": "E-mail",
    "e mailadres": "E-mail",
    "telefoon": "Telefoon",
    "telefoonnummer": "Telefoon",
    "tel": "Telefoon",
    "gsm": "Telefoon",
    "mobiel": "Telefoon",
    "website": "Website",
    "webadres": "Website",
    "url": "Website",
    "social media": "SocialMedia",
    "socialmedia": "SocialMedia",
    "facebook": "SocialMedia",
    "instagram": "SocialMedia",
}
# Address columns stand alone on a flat list; the type of the location is then simply not given.
_ADRESVELDEN = ("straatnaam", "huisnummer", "busnummer", "postcode", "gemeente", "land", "adres_id", "locatietype")
# Numbers of implied contact columns start here, clear of the numbers people write in their headings.
_EERSTE_IMPLICIETE_GROEP = 101
_AANVULLING = re.compile(r"\b(verplicht|optioneel|indien gekend)$")


@dataclass(frozen=True)
class Doel:
    """What a column feeds: a field, which repetition of it, and the constant type that its heading implies."""

    tabel: str
    veld: str
    groep: int = 0
    vast_type: str | None = None


def kopsleutel(kop: str) -> str:
    """Return a heading without capitals, accents, punctuation and remarks such as "(verplicht)"."""
    kaal = unicodedata.normalize("NFKD", kop)
    kaal = "".join(t for t in kaal if not unicodedata.combining(t)).casefold()
    kaal = re.sub(r"[^a-z0-9]+", " ", kaal).strip()
    return _AANVULLING.sub("", kaal).strip()


@cache
def _namen(tabel: str) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return the exact and the other names of the fields of *tabel*, each to the fields they may mean."""
    precies: dict[str, list[str]] = {}
    ook: dict[str, list[str]] = {}
    for veld in velden_van(tabel):
        precies.setdefault(kopsleutel(veld.kop), []).append(veld.code)
        for naam in (veld.code.replace("_", " "), *veld.aliassen):
            if kopsleutel(naam) != kopsleutel(veld.kop):
                ook.setdefault(kopsleutel(naam), []).append(veld.code)
    return precies, ook


@cache
def _breed_doel(sleutel: str) -> Doel | None:
    """Read a heading of the wide shape: ``locatie 2 straatnaam``, ``straatnaam locatie 2``, ``e mail 2``."""
    for tabel in TABELLEN.values():
        if tabel.code == "verenigingen":
            continue
        woorden = "|".join(re.escape(w) for w in tabel.voorvoegsels)
        voor = re.fullmatch(rf"(?:{woorden})\s?(\d{{0,2}})\s(.+)", sleutel)
        achter = re.fullmatch(rf"(.+)\s(?:{woorden})\s?(\d{{0,2}})", sleutel)
        rest, nummer = (voor[2], voor[1]) if voor else (achter[1], achter[2]) if achter else (None, "")
        if rest is None:
            continue
        for namen in _namen(tabel.code):
            velden = [v for v in namen.get(rest, []) if v != "intern_nummer"]
            if velden:
                return Doel(tabel.code, velden[0], int(nummer or 1))
    if los := re.fullmatch(r"(.+?)(?:\s(\d{1,2}))?", sleutel):
        naam, nummer = los[1], int(los[2] or 1)
        if naam in _CONTACTKOPPEN:
            soorten = list(_CONTACTKOPPEN)
            groep = _EERSTE_IMPLICIETE_GROEP + 100 * soorten.index(naam) + nummer
            return Doel("contactgegevens", "waarde", groep, _CONTACTKOPPEN[naam])
        for namen in _namen("locaties"):
            velden = [v for v in namen.get(naam, []) if v in _ADRESVELDEN]
            if velden:
                return Doel("locaties", velden[0], nummer)
    return None


def lees_doel(tekst: str) -> Doel:
    """
    Read a target as ``piloten.toml`` writes it: ``locaties.straatnaam`` or ``locaties.straatnaam.2``.

    Raises:
        ValueError: If there is no such table or field; the message is Dutch.
    """
    delen = tekst.split(".")
    if len(delen) not in (2, 3) or (delen[0], delen[1]) not in VELD or (len(delen) == 3 and not delen[2].isdigit()):
        raise ValueError(f"{tekst!r} is geen veld; schrijf bijvoorbeeld 'verenigingen.naam' of 'locaties.gemeente.2'")
    return Doel(delen[0], delen[1], int(delen[2]) if len(delen) == 3 else 0)


def herken_koppen(
    koppen: Sequence[str | None], tabel: str, *, afwijkend: Mapping[str, str] | None = None
) -> tuple[Doel | None, ...]:
    """
    Tell per heading of a sheet what it means; ``None`` where nobody knows.

    Args:
        koppen: The heading row, left to right.
        tabel: The kind of records the sheet holds.
        afwijkend: The pilot's own headings, ``{"Naam van de club": "verenigingen.naam"}``.

    The pilot's own mapping wins, then exact template headings, then other names; only on sheet Verenigingen a heading
    may also be one of the wide shape. A field's second column gets the same target again: the caller reports it.
    """
    eigen = {kopsleutel(kop): lees_doel(doel) for kop, doel in (afwijkend or {}).items()}
    sleutels = [kopsleutel(kop) if kop else "" for kop in koppen]
    precies, ook = _namen(tabel)
    doelen: list[Doel | None] = []
    for sleutel in sleutels:
        if sleutel in eigen:
            doel = eigen[sleutel]
            # A mapping to another kind of record on the sheet Verenigingen is the wide shape's first repetition.
            breed = doel.tabel != tabel and tabel == "verenigingen"
            doelen.append(Doel(doel.tabel, doel.veld, doel.groep or 1) if breed else doel)
        else:
            doelen.append(Doel(tabel, precies[sleutel][0]) if sleutel in precies else None)
    bezet = {d.veld for d in doelen if d and d.tabel == tabel}
    for i, sleutel in enumerate(sleutels):
        if doelen[i] is None and sleutel in ook:
            vrij = [v for v in ook[sleutel] if v not in bezet] or ook[sleutel]
            doelen[i] = Doel(tabel, vrij[0])
            bezet.add(vrij[0])
        elif doelen[i] is None and sleutel and tabel == "verenigingen":
            doelen[i] = _breed_doel(sleutel)
    return tuple(doelen)


def is_inszkop(kop: str) -> bool:
    """Tell whether a heading announces INSZ numbers, in any table or shape."""
    sleutel = kopsleutel(kop)
    return any(sleutel == naam or sleutel.endswith(" " + naam) for naam in _inszkoppen())


@cache
def _inszkoppen() -> frozenset[str]:
    velden: list[Veld] = [v for v in VELD.values() if v.type is Type.INSZ]
    return frozenset(kopsleutel(naam) for v in velden for naam in (v.kop, *v.aliassen))


def werkmapsoort(doelen: Sequence[Doel | None], kbo_gevuld: float) -> WerkmapSoort | None:
    """
    Tell which template a sheet Verenigingen follows; ``None`` when its headings fit neither.

    Args:
        doelen: What its headings mean.
        kbo_gevuld: Share of its rows with a KBO number, 0-1. A list with a name column and no Soort is a list of
            KBO associations only when most of them have that number.
    """
    velden = {d.veld for d in doelen if d and d.tabel == "verenigingen"}
    if "kbo_nummer" in velden and "soort" not in velden and ("naam" not in velden or kbo_gevuld > 0.5):
        return "kbo"
    if velden - {"intern_nummer"}:
        return "feitelijk"
    return None
