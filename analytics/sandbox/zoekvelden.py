"""The mapping of the search engine: which fields exist, how each is analysed, on which one can sort."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache

from analytics.sandbox.tekst import normaliseer, ontleed, ontleed_standaard


class Soort(Enum):
    """How a field is analysed."""

    TEKST = "tekst"
    STANDAARD = "standaard"
    SLEUTEL = "sleutel"
    EXACT = "exact"
    GETAL = "getal"
    DATUM = "datum"
    WAARHEID = "waarheid"


_TEKST_MET_SLEUTEL = (
    "naam korteNaam roepnaam verenigingstype.naam locaties.naam locaties.adresvoorstelling locaties.gemeente "
    "locaties.locatietype lidmaatschappen.beschrijving lidmaatschappen.identificatie lidmaatschappen.andereVereniging "
    "korteBeschrijving"
)
_STANDAARD = (
    "locaties.locatieId locaties.postcode locaties.isPrimair geotags.identificatie "
    "lidmaatschappen.datumVan lidmaatschappen.datumTot"
)
_DYNAMISCH = (
    "sleutels.bron sleutels.waarde sleutels.codeerSysteem hoofdactiviteitenVerenigingsloket.code "
    "hoofdactiviteitenVerenigingsloket.naam werkingsgebieden.code werkingsgebieden.naam corresponderendeVCodes "
    "verenigingssubtype.code verenigingssubtype.naam subverenigingVan.andereVereniging subverenigingVan.identificatie "
    "subverenigingVan.beschrijving"
)
_BOOLEAANS = "isUitgeschrevenUitPubliekeDatastroom isErkend inStopzetting isVerwijderd isDubbel"

VELDEN: dict[str, Soort] = {
    "vCode": Soort.SLEUTEL,
    "verenigingstype.code": Soort.SLEUTEL,
    "status": Soort.EXACT,
    **dict.fromkeys(_TEKST_MET_SLEUTEL.split(), Soort.TEKST),
    **{f"{veld}.keyword": Soort.SLEUTEL for veld in _TEKST_MET_SLEUTEL.split()},
    **dict.fromkeys((*_STANDAARD.split(), *_DYNAMISCH.split()), Soort.STANDAARD),
    **{f"{veld}.keyword": Soort.EXACT for veld in _DYNAMISCH.split()},
    "startdatum": Soort.DATUM,
    "einddatum": Soort.DATUM,
    "doelgroep.minimumleeftijd": Soort.GETAL,
    "doelgroep.maximumleeftijd": Soort.GETAL,
    "lidmaatschappen.lidmaatschapId": Soort.GETAL,
    **dict.fromkeys(_BOOLEAANS.split(), Soort.WAARHEID),
}
ENKEL_PUBLIEK = frozenset({"korteBeschrijving", "korteBeschrijving.keyword"})
# A dynamic field exists, but the engine refuses to sort on its text.
DYNAMISCH = frozenset(_DYNAMISCH.split())


def sorteerveld(naam: str) -> str | None:
    """Give the field whose values a sort on *naam* compares, or ``None`` for a field that is unknown."""
    if naam in ENKEL_PUBLIEK or VELDEN.get(naam) is Soort.STANDAARD:
        return None
    if VELDEN.get(naam) is Soort.TEKST:
        return f"{naam}.keyword"
    return naam if naam in VELDEN else None


def bron(veld: str) -> str:
    """Give the path in the document that *veld* takes its values from."""
    return veld.removesuffix(".keyword")


@lru_cache(maxsize=50_000)
def termen(soort: Soort, waarde: str) -> tuple[str, ...]:
    """Give the terms under which *waarde* is found in a field that is no number or date."""
    if soort is Soort.TEKST:
        return ontleed(waarde).teksten
    if soort is Soort.STANDAARD:
        return ontleed_standaard(waarde).teksten
    return (normaliseer(waarde),) if soort is Soort.SLEUTEL else (waarde,)


def als_getal(tekst: str) -> tuple[int, int] | None:
    """Give the whole number as a range of one, or ``None``."""
    return (int(tekst), int(tekst)) if re.fullmatch(r"-?[0-9]{1,15}", tekst) else None


def als_datum(tekst: str) -> tuple[int, int] | None:
    """Give the first and last day (ordinals) that ``yyyy``, ``yyyy-MM`` or ``yyyy-MM-dd`` covers, or ``None``."""
    gevonden = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", tekst)
    if gevonden is None:
        return None
    jaar, maand, dag = (int(deel) if deel else None for deel in gevonden.groups())
    try:
        eerste = date(jaar or 0, maand or 1, dag or 1)
        if dag:
            laatste = eerste
        elif maand:
            laatste = date(eerste.year + eerste.month // 12, eerste.month % 12 + 1, 1) - timedelta(days=1)
        else:
            laatste = date(eerste.year, 12, 31)
    except ValueError:
        return None
    return eerste.toordinal(), laatste.toordinal()
