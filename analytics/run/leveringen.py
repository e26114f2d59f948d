"""Where deliveries lie: ``<map>/<piloot>/ronde-<n>/*.xlsx``."""

from __future__ import annotations

import csv
import datetime as dt
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analytics.domain.piloot import Piloot
from analytics.errors import GebruiksFout, InstellingFout
from analytics.files.lees import lees_werkmap
from analytics.files.piloten import lees_piloten
from analytics.intake.levering import GEEN_AFWIJKINGEN, Afwijkingen, Gelezen, lees_levering

PROJECT = Path(__file__).parents[2]
VOORBEELD = PROJECT / "data" / "voorbeeld"
INKOMEND = PROJECT / "data" / "inkomend"
RAPPORTEN = PROJECT / "reports"
PILOTEN = PROJECT / "data" / "piloten.toml"
WERKMAPFORMATEN = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")


@dataclass(frozen=True)
class Aanlevering:
    """The workbooks of one pilot in one round."""

    piloot: str
    ronde: int
    paden: tuple[Path, ...]


def vind_aanleveringen(bron: Path) -> tuple[Aanlevering, ...]:
    """
    Return every delivery under *bron*, by pilot and round.

    Raises:
        GebruiksFout: If *bron* holds none.
    """
    gevonden: list[Aanlevering] = []
    for ronde_map in sorted(bron.glob("*/ronde-*")):
        nummer = re.fullmatch(r"ronde-([123])", ronde_map.name)
        paden = tuple(sorted(p for p in ronde_map.iterdir() if is_werkmap(p)))
        if nummer and paden:
            gevonden.append(Aanlevering(ronde_map.parent.name, int(nummer[1]), paden))
    if not gevonden:
        raise GebruiksFout(
            f"In {bron} staan geen leveringen; zet werkmappen in {bron}/<piloot>/ronde-<1, 2 of 3>/ "
            "of maak er met 'migratie voorbeeld'."
        )
    return tuple(gevonden)


def is_werkmap(pad: Path) -> bool:
    """Tell whether a file is a delivered workbook, and not what Excel leaves beside an open one (``~$...``)."""
    return pad.suffix.lower() in WERKMAPFORMATEN and not pad.name.startswith("~$")


def standaardbron() -> Path:
    """Return the folder of deliveries: ``MIGRATIE_BRON``, else what came in when anything did, else the example."""
    if gekozen := os.environ.get("MIGRATIE_BRON"):
        return Path(gekozen)
    return INKOMEND if any(INKOMEND.glob("*/ronde-*")) else VOORBEELD


def rapportenmap() -> Path:
    """Return the folder of reports and load results: ``MIGRATIE_RAPPORTEN``, else ``reports``."""
    return Path(os.environ.get("MIGRATIE_RAPPORTEN", RAPPORTEN))


def grootboekenmap() -> Path:
    """Return the folder of ledgers: ``MIGRATIE_GROOTBOEKEN``, else ``data/grootboek``."""
    return Path(os.environ.get("MIGRATIE_GROOTBOEKEN", PROJECT / "data" / "grootboek"))


def bronmap(piloot: str, ronde: int) -> Path:
    """
    Return the folder that holds the delivery: ``MIGRATIE_BRON``, else what came in, else the example.

    Raises:
        GebruiksFout: If none of them has it.
    """
    gekozen = os.environ.get("MIGRATIE_BRON")
    mappen = [Path(gekozen)] if gekozen else [INKOMEND, VOORBEELD]
    for map_ in mappen:
        if (map_ / piloot / f"ronde-{ronde}").is_dir():
            return map_
    raise GebruiksFout(
        f"Er is geen levering van piloot {piloot!r} voor ronde {ronde} in {' of '.join(map(str, mappen))}; "
        "controleer de parameters of zet de werkmappen klaar."
    )


@cache
def piloten() -> Mapping[str, Piloot]:
    """Return the pilots of ``data/piloten.toml``."""
    return lees_piloten(PILOTEN)


def afwijkingen_van(piloot: str) -> Afwijkingen:
    """Return how the pilot's workbooks differ from the template; nothing for a pilot that is not listed."""
    bekend = piloten().get(piloot)
    return Afwijkingen(bekend.koppen, bekend.bladen, bekend.vaste_waarden) if bekend else GEEN_AFWIJKINGEN


def ontvangen_op(bron: Path) -> dict[tuple[str, int], dt.date]:
    """
    Return per pilot and round the day its delivery came in, as ``<bron>/ontvangen.csv`` notes it; empty without one.

    Columns ``piloot``, ``ronde`` and ``ontvangen`` (``JJJJ-MM-DD``).

    Raises:
        InstellingFout: If a line does not say that.
    """
    pad = bron / "ontvangen.csv"
    if not pad.is_file():
        return {}
    with pad.open(encoding="utf-8-sig", newline="") as bestand:
        try:
            return {
                (regel["piloot"], int(regel["ronde"])): dt.date.fromisoformat(regel["ontvangen"])
                for regel in csv.DictReader(bestand)
            }
        except (KeyError, ValueError, TypeError):
            raise InstellingFout(
                f"{pad}: verwacht zijn de kolommen piloot, ronde en ontvangen (JJJJ-MM-DD); verbeter het bestand."
            ) from None


def lees_aanlevering(aanlevering: Aanlevering, *, peildatum: dt.date, wachtwoord: str | None = None) -> Gelezen:
    """Read the workbooks of one delivery; raises ``WerkmapFout`` for one that cannot be read."""
    werkmappen = [lees_werkmap(pad, wachtwoord=wachtwoord) for pad in aanlevering.paden]
    return lees_levering(
        werkmappen,
        ronde=aanlevering.ronde,
        peildatum=peildatum,
        piloot=aanlevering.piloot,
        afwijkingen=afwijkingen_van(aanlevering.piloot),
    )


def vind_aanlevering(piloot: str, ronde: int) -> Aanlevering:
    """Return one delivery; raises ``GebruiksFout`` when there is none."""
    bron = bronmap(piloot, ronde)
    for aanlevering in vind_aanleveringen(bron):
        if (aanlevering.piloot, aanlevering.ronde) == (piloot, ronde):
            return aanlevering
    raise GebruiksFout(f"In {bron / piloot / f'ronde-{ronde}'} staan geen werkmappen; zet ze klaar.")
