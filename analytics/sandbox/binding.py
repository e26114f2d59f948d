"""
From the bytes of a body to a request model, and what the register says when that fails.

Property names are read without regard to case, unknown ones are ignored, a property
that occurs twice is refused. Types are not coerced: a number is not a text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import MISSING, fields
from datetime import date
from sys import float_info
from types import NoneType
from typing import TypeVar, cast, get_args, get_origin, get_type_hints

from analytics.sandbox.fouten import Weigering, domeinfout, onleesbaar
from analytics.sandbox.gegevens import json_naam
from analytics.sandbox.verzoeken import Leeg, Verzoek

V = TypeVar("V", bound=Verzoek)
Lezer = Callable[[object], object]

_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SURROGAAT = re.compile(rb"\\u[dD][89a-fA-F]")
_INT32 = 2**31


def lees_json(tekst: bytes) -> object:
    """
    Parse a body; an empty one is ``None``.

    Raises:
        Weigering: Invalid JSON, a property that occurs twice, or a top level that is no object.
    """
    if not tekst.strip():
        return None
    try:
        waarde: object = json.loads(tekst.decode("utf-8-sig"), object_pairs_hook=_uniek, parse_constant=_geen_getal)
        if _SURROGAAT.search(tekst):
            # Half of a surrogate pair is no text: it could be neither stored nor shown.
            json.dumps(waarde, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise _ongeldige_json() from None
    if waarde is not None and not isinstance(waarde, dict):
        raise _ongeldige_json()
    return waarde


def bind(model: type[V], waarde: object) -> V:
    """
    Give the request model that *waarde* (a parsed body) spells out.

    Raises:
        Weigering: 400 when a value has the wrong type or a date another format; 500 on a null
            list, as the register does.
    """
    if not isinstance(waarde, dict):
        raise onleesbaar()
    return cast(V, _lees_object(model, waarde))


def _lees_object(model: type[Verzoek], waarde: dict[str, object]) -> Verzoek:
    velden = _lezers(model)
    gelezen: dict[str, object] = {}
    ontploft: Weigering | None = None
    for sleutel, inhoud in waarde.items():
        veld = velden.get(sleutel.lower())
        if veld is not None:
            naam, lezer = veld
            try:
                gelezen[naam] = lezer(inhoud)
            except Weigering as weigering:
                if weigering.status != 500:
                    raise
                # The validator crashes on a null list, and that comes after all that cannot be bound.
                ontploft = weigering
    if ontploft is not None:
        raise ontploft
    return model(**gelezen)


_LEZERS: dict[type[Verzoek], dict[str, tuple[str, Lezer]]] = {}


def _lezers(model: type[Verzoek]) -> dict[str, tuple[str, Lezer]]:
    if model not in _LEZERS:
        _LEZERS[model] = _maak_lezers(model)
    return _LEZERS[model]


def _maak_lezers(model: type[Verzoek]) -> dict[str, tuple[str, Lezer]]:
    hints = get_type_hints(model)
    return {
        json_naam(veld.name).lower(): (
            veld.name,
            _lezer(hints[veld.name], veld.default is not MISSING and veld.default == ()),
        )
        for veld in fields(model)  # type: ignore[arg-type]  # every Verzoek is a dataclass
    }


def _lezer(hint: object, verplichte_lijst: bool = False) -> Lezer:
    soorten = get_args(hint) if get_origin(hint) is not tuple else ()
    mag_null = NoneType in soorten
    kern = [soort for soort in soorten if soort is not NoneType] or [hint]
    lees_kern = _kernlezer(kern)

    def lees(waarde: object) -> object:
        if waarde is None:
            if verplichte_lijst:
                # The register's own validator dereferences these lists: an unexpected error.
                raise Weigering("", soort="internalservererror", status=500)
            if not mag_null:
                raise onleesbaar()
            return None
        return lees_kern(waarde)

    return lees


def _kernlezer(kern: list[object]) -> Lezer:
    eerste = kern[0]
    if date in kern:
        return _datum_of_leeg if Leeg in kern else _datum
    if get_origin(eerste) is tuple:
        lees_item = _lezer(get_args(eerste)[0])
        return lambda waarde: tuple(lees_item(item) for item in _van_soort(waarde, list))
    if isinstance(eerste, type) and issubclass(eerste, Verzoek):
        model = eerste
        return lambda waarde: _lees_object(model, cast(dict[str, object], _van_soort(waarde, dict)))
    if eerste is int:
        return _geheel
    if eerste is float:
        return _getal
    soort = cast(type, eerste)
    return lambda waarde: _van_soort(waarde, soort)


def _van_soort(waarde: object, soort: type[list[object]] | type) -> list[object]:
    if not isinstance(waarde, soort):
        raise onleesbaar()
    return cast(list[object], waarde)


def _geheel(waarde: object) -> int:
    if isinstance(waarde, bool) or not isinstance(waarde, int) or not -_INT32 <= waarde < _INT32:
        raise onleesbaar()
    return waarde


def _getal(waarde: object) -> float:
    if isinstance(waarde, bool) or not isinstance(waarde, int | float) or not abs(waarde) <= float_info.max:
        raise onleesbaar()
    return float(waarde)


def _datum(waarde: object) -> date | None:
    gelezen = _datum_of_leeg(waarde)
    return None if gelezen is Leeg.LEEG else gelezen


def _datum_of_leeg(waarde: object) -> date | Leeg:
    if not isinstance(waarde, str):
        raise onleesbaar()
    if not waarde:
        return Leeg.LEEG
    try:
        if _DATUM.fullmatch(waarde):
            return date.fromisoformat(waarde)
    except ValueError:
        pass
    raise domeinfout("Datum moet van het formaat 'yyyy-MM-dd' zijn.")


def _uniek(paren: list[tuple[str, object]]) -> dict[str, object]:
    gelezen = dict(paren)
    if len(gelezen) != len(paren):
        raise ValueError("property occurs twice")
    return gelezen


def _geen_getal(naam: str) -> object:
    raise ValueError(naam)


def _ongeldige_json() -> Weigering:
    return Weigering("Request body bevat een ongeldig JSON formaat.", soort="jsonreader")
