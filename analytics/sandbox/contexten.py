"""
The JSON-LD contexts that answers point at.

They name every prefix that ``@id`` and ``@type`` use here, so that an answer can be expanded. The
register's own contexts map each property to a vocabulary; here all of them share one.
"""

from __future__ import annotations

from analytics.sandbox.jsonld import Json

_WOORDENLIJSTEN = {
    "adms": "http://www.w3.org/ns/adms#",
    "fei": "https://data.vlaanderen.be/ns/FeitelijkeVerenigingen#",
    "generiek": "https://data.vlaanderen.be/ns/generiek#",
    "locn": "http://www.w3.org/ns/locn#",
    "org": "http://www.w3.org/ns/org#",
    "person": "http://www.w3.org/ns/person#",
    "regorg": "http://www.w3.org/ns/regorg#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "verenigingen_ext": "https://data.vlaanderen.be/ns/verenigingen-ext#",
    "adressenregister": "https://data.vlaanderen.be/id/adres/",
}
_EIGEN = ("act", "adressen", "bank", "cont", "doel", "ges", "identificatoren", "lid", "loc", "person", "wg")
NAMEN = {
    "beheer": ("detail-vereniging-context", "zoek-verenigingen-context", "historiek-vereniging-context"),
    "publiek": ("detail-vereniging-context", "zoek-verenigingen-context"),
}


def adres(basis: str, soort: str, naam: str) -> str:
    """Give the URL of a context; *soort* is ``beheer`` or ``publiek``."""
    return f"{basis}/publiek/v1/contexten/{soort}/{naam}.json"


def context(basis: str, soort: str, bestand: str) -> Json | None:
    """Give the context in *bestand* (a name with ``.json``), or ``None`` when there is none of that name."""
    if bestand.removesuffix(".json") not in NAMEN.get(soort, ()) or not bestand.endswith(".json"):
        return None
    eigen = {voor: f"{basis}/id/{voor}/" for voor in _EIGEN if voor not in _WOORDENLIJSTEN}
    return {
        "@context": {
            "@version": 1.1,
            "@vocab": f"{basis}/ns#",
            **_WOORDENLIJSTEN,
            **eigen,
            "geregistreerdAdres": "https://data.vlaanderen.be/ns/adres#Adres",
        }
    }
