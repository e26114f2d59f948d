"""
The store of answers, judgements and overrides: a few small JSON files per pilot, nothing is ever overwritten.

``<map>/<piloot>/antwoorden-<soort>.json``, ``oordelen.json`` and ``ontheffingen.json`` each hold a list, oldest first.
The answers hold private data (the contact person): the folder stays out of version control and out of every report.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from tempfile import NamedTemporaryFile

from analytics.domain.nummers import masker_insz
from analytics.errors import InstellingFout

_CODE = re.compile(r"[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True)
class Inzending:
    """
    One questionnaire as it came back.

    Attributes:
        soort, versie: Which questionnaire, and the version printed on the form.
        bestand, sha256: File name (an INSZ in it masked) and hash of the form.
        ontvangen: Moment of receipt, ISO 8601.
        afzender_rol: Function of the sender; never a name.
        waarden: Box id → text as filled in, private boxes included; INSZ masked.
        meldingen: What was not found, or found elsewhere.
    """

    soort: str
    versie: str
    bestand: str
    sha256: str
    ontvangen: str
    afzender_rol: str
    waarden: Mapping[str, str] = field(repr=False)
    meldingen: tuple[str, ...] = ()


def bewaar_inzending(map_: Path, piloot: str, inzending: Inzending) -> bool:
    """
    Add an answered form to the store; return False when the same file is the latest already.

    Raises:
        InstellingFout: If the store cannot be read or written.
    """
    eerdere = lees_inzendingen(map_, piloot, inzending.soort)
    if eerdere and eerdere[-1].sha256 == inzending.sha256:
        return False
    veilig = replace(
        inzending,
        bestand=masker_insz(inzending.bestand),
        waarden={vak: masker_insz(tekst) for vak, tekst in inzending.waarden.items()},
    )
    _voeg_toe(_pad(map_, piloot, f"antwoorden-{inzending.soort}"), asdict(veilig))
    return True


def lees_inzendingen(map_: Path, piloot: str, soort: str) -> tuple[Inzending, ...]:
    """
    Return every form of a pilot that came back, oldest first.

    Raises:
        InstellingFout: If the file in the store is damaged.
    """
    pad = _pad(map_, piloot, f"antwoorden-{soort}")
    try:
        return tuple(_inzending(blok) for blok in _lees(pad))
    except (AttributeError, TypeError, KeyError):
        raise _beschadigd(pad) from None


def _inzending(blok: dict[str, object]) -> Inzending:
    waarden, meldingen = blok["waarden"], blok["meldingen"]
    if not isinstance(waarden, dict) or not isinstance(meldingen, list):
        raise TypeError
    return Inzending(
        soort=str(blok["soort"]),
        versie=str(blok["versie"]),
        bestand=str(blok["bestand"]),
        sha256=str(blok["sha256"]),
        ontvangen=str(blok["ontvangen"]),
        afzender_rol=str(blok["afzender_rol"]),
        waarden={str(vak): str(tekst) for vak, tekst in waarden.items()},
        meldingen=tuple(str(melding) for melding in meldingen),
    )


def bewaar_regel(map_: Path, piloot: str, naam: str, regel: Mapping[str, object]) -> None:
    """
    Add a judgement (*naam* ``oordelen``) or an override (``ontheffingen``) to the store.

    Raises:
        InstellingFout: If the store cannot be read or written.
    """
    _voeg_toe(_pad(map_, piloot, naam), dict(regel))


def lees_regels(map_: Path, piloot: str, naam: str) -> tuple[dict[str, object], ...]:
    """
    Return the judgements or overrides of a pilot as they were added, oldest first.

    Raises:
        InstellingFout: If the file in the store is damaged.
    """
    return tuple(_lees(_pad(map_, piloot, naam)))


def _pad(map_: Path, piloot: str, naam: str) -> Path:
    # Codes become folder and file names.
    for deel in (piloot, naam):
        if not _CODE.fullmatch(deel):
            raise InstellingFout(f"{deel!r} is geen code van een piloot of vragenlijst; gebruik kleine letters.")
    return map_ / piloot / f"{naam}.json"


def _lees(pad: Path) -> list[dict[str, object]]:
    try:
        inhoud = json.loads(pad.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    except (OSError, ValueError):
        raise _beschadigd(pad) from None
    if not isinstance(inhoud, list) or not all(isinstance(blok, dict) for blok in inhoud):
        raise _beschadigd(pad)
    return inhoud


def _beschadigd(pad: Path) -> InstellingFout:
    return InstellingFout(f"{pad.parent.name}/{pad.name}: niet leesbaar of beschadigd; zet een reservekopie terug.")


def _voeg_toe(pad: Path, blok: dict[str, object]) -> None:
    inhoud = json.dumps([*_lees(pad), blok], ensure_ascii=False, indent=1, sort_keys=True)
    try:
        pad.parent.mkdir(parents=True, exist_ok=True)
        # Written aside and moved: a crash leaves the old file. The temporary file is readable by its owner only.
        with NamedTemporaryFile("w", encoding="utf-8", dir=pad.parent, delete=False, suffix=".deel") as tijdelijk:
            tijdelijk.write(inhoud + "\n")
        os.replace(tijdelijk.name, pad)  # noqa: PTH105 -- Path.replace is the same call
    except OSError:
        raise InstellingFout(f"{pad.parent.name}/{pad.name}: kan niet geschreven worden; controleer de map.") from None
