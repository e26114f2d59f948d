"""Quality of addresses: postcode, municipality, house number, land."""

from __future__ import annotations

import re
from functools import partial

import numpy as np

from analytics.checks.gemeenten import gemeente_van_postcode
from analytics.checks.plaatsnamen import belgische, gemeente_is, is_belgisch, postcode_voorstel
from analytics.checks.proef import Bools, Proef, Teksten, Uitslag
from analytics.checks.regel import Ernst, Plaats, Regel
from analytics.checks.regels.adviesregel import adviesregel
from analytics.checks.toetsen import per_waarde

_L = "locaties"
_GEMEENTE = ((_L, "gemeente"),)
_STRAAT_NUMMER = re.compile(r"(.*[^\W\d_].*?)[\s,]+([0-9]{1,4}\s?[A-Za-z]?(?:\s*-\s*[0-9]{1,4})?)")
_ADRES_IN_CEL = re.compile(r"[1-9][0-9]{3}\s+[^\W\d_]{3,}")


def _postcode_vorm(tekst: str) -> bool:
    return re.fullmatch(r"[0-9]{4}", tekst) is None


def _postcode_onbekend(tekst: str) -> bool:
    return not _postcode_vorm(tekst) and tekst not in gemeente_van_postcode()


def _land_voorstel(tekst: str) -> str | None:
    return "België" if is_belgisch(tekst) and tekst != "België" else None


def _straat_met_nummer(proef: Proef, plaats: Plaats) -> Uitslag:
    """Find streets with the number behind them, where the house number is empty or says the same."""
    toegepast = proef.gevuld(*plaats)
    straten, nummers = proef.waarden(*plaats), proef.waarden(_L, "huisnummer")
    gevonden: Bools = np.zeros(len(straten), dtype=bool)
    voorstel: Teksten = np.full(len(straten), None, dtype=object)
    for i in np.flatnonzero(toegepast & _eindigt_op_cijfer(proef, plaats)).tolist():
        m = _STRAAT_NUMMER.fullmatch(straten[i].strip())
        if m and nummers[i] is None:
            gevonden[i] = True
        elif m and m[2].replace(" ", "").lower() == nummers[i].replace(" ", "").lower():
            gevonden[i] = True
            voorstel[i] = m[1].strip(" ,")
    return Uitslag(toegepast, gevonden, voorstel=voorstel)


def _eindigt_op_cijfer(proef: Proef, plaats: Plaats) -> Bools:
    kolom = proef.kolom(*plaats)
    raak = [t is not None and re.search(r"[0-9]\s?[A-Za-z]?\s*$", t) is not None for t in kolom.gelezen]
    return np.array([*raak, False], dtype=bool)[:-1][kolom.nummers]


_plaats = partial(adviesregel, naast={"land": "België"})


def _adres(gemeente: str, postcode: str = "9940", **rest: str) -> dict[str, object]:
    return {"locaties": [{"gemeente": gemeente, "postcode": postcode, **rest}]}


_ONVINDBAAR = "het register vindt het adres dan niet terug in het adressenregister"

REGELS: tuple[Regel, ...] = (
    _plaats(
        "postcode_vorm",
        ((_L, "postcode"),),
        "Een Belgische postcode bestaat uit vier cijfers.",
        "Schrijf alleen de vier cijfers.",
        _ONVINDBAAR,
        per_waarde(_postcode_vorm, waar=belgische),
        goed=("9940", _adres("Amsterdam", "1012 AB", land="Nederland")),
        fout=("B-9940", "9940 Evergem", "994"),
        voorstel=postcode_voorstel,
    ),
    _plaats(
        "postcode_onbekend",
        ((_L, "postcode"),),
        "Deze postcode bestaat niet in België.",
        "Controleer de postcode.",
        _ONVINDBAAR,
        per_waarde(_postcode_onbekend, waar=belgische),
        goed=("9940", "4000"),
        fout=("9999", "0940"),
    ),
    _plaats(
        "gemeente_met_toevoeging",
        _GEMEENTE,
        "Bij de gemeente staat een nummer, een postcode of een tweede naam.",
        "Schrijf alleen de naam van de gemeente.",
        _ONVINDBAAR,
        gemeente_is("toevoeging"),
        goed=("Evergem",),
        fout=(_adres("Antwerpen 5", "2050"), _adres("Borgerhout (Antwerpen)", "2140"), _adres("9940 Evergem")),
    ),
    _plaats(
        "gemeente_gefuseerd",
        _GEMEENTE,
        "Deze gemeente is gefuseerd.",
        "Schrijf de naam van de nieuwe gemeente.",
        _ONVINDBAAR,
        gemeente_is("gefuseerd"),
        goed=(_adres("Merelbeke-Melle", "9090"), _adres("Lochristi", "9080")),
        fout=(
            _adres("Melle", "9090"),
            _adres("Merelbeke", "9820"),
            _adres("Wachtebeke", "9185"),
            _adres("Gooik", "1755"),
            _adres("Borsbeek", "2150"),
        ),
    ),
    _plaats(
        "gemeente_is_deelgemeente",
        _GEMEENTE,
        "Dit is een deelgemeente.",
        "Schrijf de naam van de gemeente.",
        _ONVINDBAAR,
        gemeente_is("deelgemeente"),
        goed=("Evergem",),
        fout=(_adres("Gijzegem", "9308"), _adres("Sleidinge"), _adres("Mariakerke", "9030")),
    ),
    _plaats(
        "postcode_en_gemeente_passen_niet",
        _GEMEENTE,
        "Postcode en gemeente horen niet bij elkaar.",
        "Verbeter de postcode of de gemeente.",
        "een van beide is fout; " + _ONVINDBAAR,
        gemeente_is("past niet"),
        goed=("Evergem", _adres("Luik", "4000"), _adres("Tongeren-Borgloon", "3700")),
        fout=(_adres("Gent"), _adres("Gijzegem")),
    ),
    _plaats(
        "gemeente_onbekend",
        _GEMEENTE,
        "Deze gemeente kennen we niet.",
        "Controleer de schrijfwijze van de gemeente.",
        _ONVINDBAAR,
        gemeente_is("onbekend"),
        goed=("Evergem", _adres("Amsterdam", "1012", land="Nederland")),
        fout=("Evergm", "Oost-Vlaanderen"),
    ),
    _plaats(
        "gemeente_schrijfwijze",
        _GEMEENTE,
        "De gemeente is anders geschreven dan in het register.",
        "Neem de officiële schrijfwijze over.",
        "het register vergelijkt zonder hoofdletters en accenten, maar bewaart wat er staat",
        gemeente_is("schrijfwijze"),
        goed=("Evergem", _adres("Sint-Niklaas", "9100")),
        fout=("EVERGEM", _adres("St. Niklaas", "9100"), _adres("Sint Niklaas", "9100")),
        ernst=Ernst.INFO,
    ),
    _plaats(
        "land_schrijfwijze",
        ((_L, "land"),),
        "Het land is anders geschreven dan in het register.",
        "Schrijf België.",
        "in het register heet het land België",
        per_waarde(lambda t: _land_voorstel(t) is not None),
        goed=("België", "Nederland"),
        fout=("Belgie", "BE", "BELGIË", "Belgium"),
        ernst=Ernst.INFO,
        voorstel=_land_voorstel,
    ),
    _plaats(
        "straatnaam_met_huisnummer",
        ((_L, "straatnaam"),),
        "Het huisnummer staat bij de straat.",
        "Zet het huisnummer in zijn eigen kolom.",
        _ONVINDBAAR,
        _straat_met_nummer,
        goed=("Molenstraat", "Plein 1940"),
        fout=({"locaties": [{"straatnaam": "Dorpstraat 1", "huisnummer": ""}]}, "Molenstraat 12"),
    ),
    _plaats(
        "adres_in_straatnaam",
        ((_L, "straatnaam"),),
        "In de kolom van de straat staat een heel adres.",
        "Verdeel het adres over straat, huisnummer, postcode en gemeente.",
        _ONVINDBAAR,
        per_waarde(lambda t: _ADRES_IN_CEL.search(t) is not None),
        goed=("Molenstraat", "Steenweg 1830"),
        fout=("Dorpstraat 1, 9308 Gijzegem",),
    ),
    _plaats(
        "huisnummer_met_bus",
        ((_L, "huisnummer"),),
        "Het busnummer staat bij het huisnummer.",
        "Zet het busnummer in zijn eigen kolom.",
        _ONVINDBAAR,
        per_waarde(lambda t: re.search(r"(?i)\b(?:bus|bte|boîte|b\.)\s*\w+", t) is not None),
        goed=("12", "83A", "7-9"),
        fout=("12 bus 3", "12 bus A"),
    ),
)
