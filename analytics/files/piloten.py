"""The pilots as they stand in ``data/piloten.toml``: adding a pilot is adding a block there."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import cast

from analytics.domain.piloot import DEADLINES, Deadlines, Methode, Piloot
from analytics.domain.velden import TABELLEN, VELD
from analytics.errors import InstellingFout

#: The file of this project; another may be given anywhere a path is asked.
PILOTEN = Path(__file__).parents[2] / "data" / "piloten.toml"

_SLEUTELS = {"naam", "initiator", "methode", "deadlines", "koppen", "bladen", "vaste_waarden"}
_METHODES = ("excel", "api")
#: Codes become folder names.
_CODE = re.compile(r"[a-z0-9][a-z0-9-]*")


def lees_piloten(pad: Path = PILOTEN) -> dict[str, Piloot]:
    """
    Read the pilots, in the order of the file.

    Raises:
        InstellingFout: If the file is missing, is not TOML, or says something we cannot use; the message names the
            block, the key and what is expected.
    """
    try:
        inhoud = tomllib.loads(pad.read_text(encoding="utf-8"))
    except OSError:
        raise InstellingFout(
            f"{pad}: dit bestand met de piloten kan niet gelezen worden; controleer het pad."
        ) from None
    except UnicodeDecodeError:
        raise InstellingFout(f"{pad.name}: het bestand is niet in UTF-8 opgeslagen; sla het zo op.") from None
    except tomllib.TOMLDecodeError as fout:
        raise InstellingFout(f"{pad.name}: dit is geen geldige TOML ({fout}); verbeter die regel.") from None
    if not inhoud:
        raise InstellingFout(f"{pad.name}: er staat geen enkele piloot in; voeg een blok zoals [aalst] toe.")
    return {code: _piloot(pad.name, code, blok) for code, blok in inhoud.items()}


def _piloot(bestand: str, code: str, blok: object) -> Piloot:
    waar = f"{bestand}, blok [{code}]"
    if not isinstance(blok, dict):
        raise InstellingFout(f"{bestand}: {code!r} staat buiten een blok; zet het onder de kop van een piloot.")
    if not _CODE.fullmatch(code):
        raise InstellingFout(f"{waar}: een code bestaat uit kleine letters, cijfers en streepjes; hernoem het blok.")
    if vreemd := sorted(set(blok) - _SLEUTELS):
        raise InstellingFout(f"{waar}: {vreemd[0]!r} is niet gekend; mogelijk zijn {', '.join(sorted(_SLEUTELS))}.")
    methode = _tekst(waar, blok, "methode", "excel")
    if methode not in _METHODES:
        raise InstellingFout(f"{waar}: methode is {methode!r}; schrijf 'excel' of 'api'.")
    koppen = _teksten(waar, blok, "koppen")
    vast = _teksten(waar, blok, "vaste_waarden")
    bladen = _teksten(waar, blok, "bladen")
    for kop, doel in koppen.items():
        _controleer_doel(f"{waar}, koppen, {kop!r}", doel)
    for doel in vast:
        _controleer_doel(f"{waar}, vaste_waarden", doel)
    for blad, tabel in bladen.items():
        if tabel not in TABELLEN:
            raise InstellingFout(f"{waar}, bladen: {blad!r} wijst naar {tabel!r}; kies uit {', '.join(TABELLEN)}.")
    return Piloot(
        code=code,
        naam=_tekst(waar, blok, "naam"),
        initiator=_tekst(waar, blok, "initiator"),
        methode=cast(Methode, methode),
        deadlines=_deadlines(waar, blok.get("deadlines", {})),
        koppen=koppen,
        bladen=bladen,
        vaste_waarden=vast,
    )


def _tekst(waar: str, blok: Mapping[str, object], sleutel: str, standaard: str | None = None) -> str:
    waarde = blok.get(sleutel, standaard)
    if not isinstance(waarde, str) or not waarde.strip():
        raise InstellingFout(f'{waar}: {sleutel} ontbreekt of is geen tekst; schrijf {sleutel} = "...".')
    return waarde


def _teksten(waar: str, blok: Mapping[str, object], sleutel: str) -> dict[str, str]:
    waarde = blok.get(sleutel, {})
    if not isinstance(waarde, dict):
        raise InstellingFout(f'{waar}: {sleutel} moet een tabel zijn, met op elke regel "..." = "...".')
    uit: dict[str, str] = {}
    for naam, tekst in waarde.items():
        # Without quotes TOML reads locaties.land = "België" as a table in a table.
        if not isinstance(tekst, str):
            raise InstellingFout(
                f'{waar}, {sleutel}: {naam!r} heeft geen tekst als waarde; zet naam en waarde tussen ".'
            )
        uit[naam] = tekst
    return uit


def _controleer_doel(waar: str, doel: str) -> None:
    delen = doel.split(".")
    if len(delen) not in (2, 3) or (delen[0], delen[1]) not in VELD or not all(d.isdigit() for d in delen[2:]):
        raise InstellingFout(f'{waar}: {doel!r} is geen kolom; schrijf bijvoorbeeld "verenigingen.naam".')


def _deadlines(waar: str, blok: object) -> Deadlines:
    if not isinstance(blok, dict):
        raise InstellingFout(f"{waar}: deadlines moet een tabel zijn, zoals deadlines = {{ D1 = 2025-02-14 }}.")
    datums: dict[str, dt.date] = {}
    for code, datum in blok.items():
        if code not in DEADLINES:
            raise InstellingFout(f"{waar}, deadlines: {code!r} is niet gekend; mogelijk zijn {', '.join(DEADLINES)}.")
        if not isinstance(datum, dt.date) or isinstance(datum, dt.datetime):
            raise InstellingFout(f'{waar}, deadlines: {code} is geen datum; schrijf {code} = 2025-02-14, zonder ".')
        datums[code] = datum
    volgorde = [(code, datums[code]) for code in DEADLINES if code in datums]
    for (eerst, vroeg), (dan, laat) in pairwise(volgorde):
        if laat < vroeg:
            raise InstellingFout(f"{waar}, deadlines: {dan} ({laat}) ligt voor {eerst} ({vroeg}); wissel ze om.")
    return Deadlines(**{code.lower(): datum for code, datum in datums.items()})
