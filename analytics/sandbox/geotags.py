"""Where an association is or works, as codes: postcodes, municipalities and provinces."""

from __future__ import annotations

from collections.abc import Iterable

from analytics.sandbox import events as e
from analytics.sandbox.referentie import NVT, Referentie
from analytics.sandbox.toestand import Vereniging


def geotags(stand: Vereniging, ref: Referentie) -> tuple[str, ...]:
    """Give the sorted tags: those of each location's postcode, and all that each werkingsgebied covers."""
    tags: set[str] = set()
    for locatie in stand.locaties:
        adres = locatie.locatie.adres
        if adres is not None:
            tags.add(adres.postcode)
            tags.update(_gemeente_en_provincie(adres.postcode, ref))
    for gebied in stand.werkingsgebieden or ():
        if gebied.code != NVT:
            tags.update(_bestrijkt(gebied.code, ref))
    return tuple(sorted(tags))


def _gemeente_en_provincie(postcode: str, ref: Referentie) -> Iterable[str]:
    plaats = ref.postcodes.get(postcode)
    return (plaats.werkingsgebied, plaats.werkingsgebied[:4]) if plaats is not None and plaats.werkingsgebied else ()


def _bestrijkt(code: str, ref: Referentie) -> Iterable[str]:
    yield code[:4]
    for gemeente, postcodes in ref.postcodes_per_gemeente.items():
        if gemeente.startswith(code):
            yield gemeente
            yield from postcodes


_RAAKT = (
    e.VerenigingZonderEigenRechtspersoonlijkheidWerdGeregistreerd,
    e.LocatieWerdToegevoegd,
    e.LocatieWerdGewijzigd,
    e.LocatieWerdVerwijderd,
    e.WerkingsgebiedenWerdenBepaald,
    e.WerkingsgebiedenWerdenGewijzigd,
    e.WerkingsgebiedenWerdenNietBepaald,
    e.WerkingsgebiedenWerdenNietVanToepassing,
)


def raakt_geotags(nieuwe: Iterable[e.Event]) -> bool:
    """Tell whether one of *nieuwe* may change the tags; a registration from KBO has none yet."""
    return any(isinstance(event, _RAAKT) for event in nieuwe)


def geotags_erbij(stand: Vereniging, ref: Referentie, *, altijd: bool) -> tuple[e.Event, ...]:
    """Give the event that *stand* calls for: always one at a registration, later only when the tags differ."""
    nieuw = geotags(stand, ref)
    return (e.GeotagsWerdenBepaald(stand.vcode, nieuw),) if altijd or nieuw != stand.geotags else ()
