"""The verb of the notebook: open what a load left, or load the example on the spot."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import pandas as pd

from analytics.checks.validatie import validate
from analytics.domain.uitkomst import KOLOMMEN
from analytics.errors import GebruiksFout
from analytics.insight.opladen import Opgeladen, OpladenDict, doel_uit
from analytics.register.scorekaart import TELLINGEN
from analytics.report.rapport_opladen import Ladingen
from analytics.run.leveringen import INKOMEND, bronmap, piloten, rapportenmap
from analytics.run.opladen_beeld import sleutels_van
from analytics.run.opladen_voorbeeld import OMGEVINGEN, voorbeeldregisters
from analytics.run.werkbank import lees_datum, open_levering, open_rondes

_GETALLEN: Mapping[str, tuple[str, ...]] = {
    "uitkomsten": ("rij", "http_status"),
    "velden": ("waarden",),
    "verschillen": ("waarden",),
    "scorekaart": TELLINGEN,
}


def open_ladingen(piloot: str, ronde: int, peildatum: str | dt.date) -> Ladingen:
    """
    Return the loads of *piloot* up to *ronde* (2 or 3).

    What was loaded lies in ``reports/<piloot>`` (``MIGRATIE_RAPPORTEN`` names another folder). An example of which
    nothing is loaded yet is loaded into embedded registers on the spot.

    Raises:
        GebruiksFout: If nothing was loaded, or *ronde* is not a round that loads.
    """
    if ronde not in OMGEVINGEN:
        raise GebruiksFout(f"In ronde {ronde} wordt niets opgeladen; kies ronde 2 of 3.")
    levering = open_levering(piloot, ronde, peildatum)
    map_ = rapportenmap() / piloot
    gelezen = [lading for r in OMGEVINGEN if r <= ronde and (lading := lees_lading(map_, r)) is not None]
    if gelezen and gelezen[-1].ronde == ronde:
        return Ladingen(tuple(gelezen), levering)
    if bronmap(piloot, ronde) == INKOMEND:
        raise GebruiksFout(f"Ronde {ronde} van {piloot} is nog niet geladen; voer 'migratie opladen' uit.")
    return Ladingen(_laad_voorbeeld(piloot, ronde, lees_datum(peildatum)), levering)


def open_ladingen_alle() -> dict[tuple[str, int], Opgeladen]:
    """Return every load that lies in ``reports``, by pilot and round; none is made here."""
    map_ = rapportenmap()
    gelezen = {(piloot, ronde): lees_lading(map_ / piloot, ronde) for piloot in piloten() for ronde in OMGEVINGEN}
    return {sleutel: lading for sleutel, lading in gelezen.items() if lading is not None}


def _laad_voorbeeld(piloot: str, ronde: int, peildatum: dt.date) -> tuple[Opgeladen, ...]:
    leveringen = open_rondes(piloot, ronde, peildatum)
    eerste = sleutels_van(leveringen[min(leveringen)])
    with voorbeeldregisters(peildatum=peildatum) as registers:
        return tuple(
            registers.laad(levering, validate(levering), piloten()[piloot], eerste=eerste)[0]
            for r, levering in leveringen.items()
            if r in OMGEVINGEN
        )


def lees_lading(map_: Path, ronde: int) -> Opgeladen | None:
    """Return a load from the files it left in the folder of a pilot; ``None`` when there are none."""
    for naam in (f"opladen-ronde-{ronde}", f"ronde-{ronde}"):
        bron = map_ / naam
        if (bron / "opladen.json").is_file():
            blok = cast(OpladenDict, json.loads((bron / "opladen.json").read_text(encoding="utf-8")))
            frames = {naam: _lees_csv(bron / f"{naam}.csv", getallen) for naam, getallen in _GETALLEN.items()}
            return Opgeladen(
                ronde=blok["ronde"],
                omgeving=blok["omgeving"],
                oefenregister=blok["oefenregister"],
                uitkomsten=frames["uitkomsten"][list(KOLOMMEN)],
                doel=doel_uit(blok),
                velden=frames["velden"],
                verschillen=frames["verschillen"],
                teruggelezen=blok["teruggelezen"],
                scorekaart=frames["scorekaart"],
                gestopt=blok["gestopt"],
            )
    return None


def _lees_csv(pad: Path, getallen: tuple[str, ...]) -> pd.DataFrame:
    frame = pd.read_csv(pad, dtype="string", keep_default_na=False)
    for kolom in getallen:
        # Only the HTTP status may be empty.
        frame[kolom] = frame[kolom].replace("", pd.NA).astype("Int64")
        if not frame[kolom].isna().any():
            frame[kolom] = frame[kolom].astype("int64")
    return frame
