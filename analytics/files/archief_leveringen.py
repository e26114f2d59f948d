"""
The archive of deliveries: every file that came in is kept, with its hash, who sent it (a function) and when.

``<map>/<piloot>/leveringen.jsonl`` has one line per delivery, only ever added to; the files lie under
``bestanden/<sha256>``. Nothing here judges: which delivery counts for which deadline is asked of the planning.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from analytics.domain.nummers import masker_insz
from analytics.errors import GebruiksFout, InstellingFout

SOORTEN = ("feitelijk", "kbo", "herkomst", "beheer", "zelfevaluatie")
KOLOMMEN = ("piloot", "ronde", "soort", "ontvangen", "afzender_rol", "bestand", "sha256")
_CODE = re.compile(r"[a-z0-9][a-z0-9-]*")
_NAAM_IN_ROL = re.compile(r"@|\d{6,}")


@dataclass(frozen=True)
class Ontvangst:
    """
    What is known of a delivery besides its bytes.

    Attributes:
        ronde: 1, 2 or 3; 0 for a questionnaire that belongs to no round.
        soort: One of :data:`SOORTEN`.
        bestand: File name as delivered.
        ontvangen: Local time of receipt, without time zone.
        afzender_rol: Function of the sender ("gemeente, dienst vrije tijd"); never a name or address.

    Raises:
        GebruiksFout: If a value does not fit.
    """

    ronde: int
    soort: str
    bestand: str
    ontvangen: dt.datetime
    afzender_rol: str

    def __post_init__(self) -> None:
        if self.soort not in SOORTEN or self.ronde not in (0, 1, 2, 3):
            raise GebruiksFout(
                f"Soort {self.soort!r} of ronde {self.ronde} bestaat niet; kies {', '.join(SOORTEN)} en 0 tot 3."
            )
        if not self.afzender_rol.strip() or _NAAM_IN_ROL.search(self.afzender_rol):
            raise GebruiksFout("Vermeld de functie of dienst van de afzender, zonder e-mailadres of nummer.")


def archiveer(map_: Path, piloot: str, *, ontvangst: Ontvangst, inhoud: bytes) -> str:
    """
    Keep a delivery with its bytes and return its hash.

    Raises:
        GebruiksFout: If *piloot* is no code.
        InstellingFout: If the archive cannot be written.
    """
    sha256 = hashlib.sha256(inhoud).hexdigest()
    doel = _map(map_, piloot) / "bestanden" / sha256
    try:
        doel.parent.mkdir(parents=True, exist_ok=True)
        if not doel.exists():
            # Deliveries hold personal data: only the owner may read them. The line follows the bytes, so that a
            # crash in between leaves a file without a line and never a line without its file.
            tijdelijk = doel.with_suffix(".deel")
            with os.fdopen(os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as uit:
                uit.write(inhoud)
            tijdelijk.replace(doel)
    except OSError:
        raise _niet_schrijfbaar(piloot) from None
    return teken_op(map_, piloot, ontvangst=ontvangst, sha256=sha256)


def teken_op(map_: Path, piloot: str, *, ontvangst: Ontvangst, sha256: str) -> str:
    """
    Record a delivery without keeping its bytes, and return its hash: a round-1 file with INSZ may not be kept.

    Raises:
        GebruiksFout: If *piloot* is no code.
        InstellingFout: If the archive cannot be written.
    """
    regel = {
        "piloot": piloot,
        "ronde": ontvangst.ronde,
        "soort": ontvangst.soort,
        "ontvangen": ontvangst.ontvangen.isoformat(timespec="seconds"),
        "afzender_rol": ontvangst.afzender_rol.strip(),
        "bestand": masker_insz(Path(ontvangst.bestand).name),
        "sha256": sha256,
    }
    try:
        _map(map_, piloot).mkdir(parents=True, exist_ok=True)
        with (_map(map_, piloot) / "leveringen.jsonl").open("a", encoding="utf-8") as uit:
            uit.write(json.dumps(regel, ensure_ascii=False, sort_keys=True) + "\n")
    except OSError:
        raise _niet_schrijfbaar(piloot) from None
    return sha256


def _map(map_: Path, piloot: str) -> Path:
    if not _CODE.fullmatch(piloot):
        raise GebruiksFout(f"{piloot!r} is geen code van een piloot; gebruik kleine letters, cijfers en streepjes.")
    return map_ / piloot


def _niet_schrijfbaar(piloot: str) -> InstellingFout:
    return InstellingFout(f"Archief van {piloot}: kan niet geschreven worden; controleer de map.")


def lees_archief(map_: Path, piloot: str) -> pd.DataFrame:
    """
    Return every delivery of a pilot, oldest first: columns :data:`KOLOMMEN` (``ontvangen`` datetime64, ``ronde`` int).

    Raises:
        InstellingFout: If the archive is damaged; the message names the line.
    """
    pad = _map(map_, piloot) / "leveringen.jsonl"
    try:
        regels = pad.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        regels = []
    except (OSError, UnicodeDecodeError):
        raise InstellingFout(f"{piloot}/{pad.name}: niet leesbaar; zet een reservekopie terug.") from None
    rijen = []
    for nummer, regel in enumerate(regels, 1):
        try:
            blok = json.loads(regel)
            rijen.append([blok[kolom] for kolom in KOLOMMEN])
            dt.datetime.fromisoformat(blok["ontvangen"])
        except (ValueError, KeyError, TypeError):
            raise InstellingFout(
                f"{piloot}/{pad.name}, regel {nummer}: beschadigd; zet een reservekopie terug."
            ) from None
    tabel = pd.DataFrame(rijen, columns=list(KOLOMMEN))
    tabel["ontvangen"] = pd.to_datetime(tabel["ontvangen"]).astype("datetime64[us]")
    teksten = [kolom for kolom in KOLOMMEN if kolom not in ("ronde", "ontvangen")]
    tabel = tabel.astype(dict.fromkeys(teksten, "string") | {"ronde": "int64"})
    return tabel.sort_values("ontvangen", kind="stable", ignore_index=True)


def lees_levering_uit_archief(map_: Path, piloot: str, sha256: str) -> bytes:
    """
    Return the bytes of a kept delivery, after checking them against their hash.

    Raises:
        InstellingFout: If they were not kept, or no longer match.
    """
    pad = _map(map_, piloot) / "bestanden" / sha256
    try:
        inhoud = pad.read_bytes()
    except OSError:
        raise InstellingFout(f"Archief van {piloot}: bestand {sha256[:12]} is niet bewaard.") from None
    if hashlib.sha256(inhoud).hexdigest() != sha256:
        raise InstellingFout(f"Archief van {piloot}: bestand {sha256[:12]} is gewijzigd sinds de ontvangst.")
    return inhoud
