"""``migratie besluiten``: hand out the possible duplicates of a pilot, and take the decisions in."""

from __future__ import annotations

from pathlib import Path

from analytics.errors import GebruiksFout
from analytics.files.besluiten import lees_besluiten
from analytics.files.schrijf import schrijf
from analytics.register.paren import maak_besluiten
from analytics.register.stand import Besluit
from analytics.run.besluitenwerkmap import maak_werkmap
from analytics.run.leveringen import vind_aanlevering
from analytics.run.opladen_opdracht import Opdrachtgegevens, open_lading, open_omgeving


def schrijf_werkmap(gegevens: Opdrachtgegevens, pad: Path, *, alles: bool = False, met_kans: bool = False) -> int:
    """Write the workbook with what must be decided; returns how many associations are in it (none: no file)."""
    levering, validatie, omgeving, plan = open_lading(gegevens)
    with omgeving.open_grootboek(levering.piloot) as grootboek:
        standen = {s.intern_nummer: s for s in grootboek.standen()}
        werkmap, aantal = maak_werkmap(
            plan, levering, validatie.lezing, standen, grootboek.besluiten(), alles=alles, met_kans=met_kans
        )
    if aantal:
        schrijf(pad, werkmap)
    return aantal


def neem_op(gegevens: Opdrachtgegevens, pad: Path) -> tuple[tuple[Besluit, ...], tuple[str, ...]]:
    """
    Book the decisions of a filled-in workbook; returns the new ones, and a sentence for each that is left open.

    Raises:
        WerkmapFout: If the workbook cannot be read, or an answer contradicts another.
    """
    try:
        inhoud = pad.read_bytes()
    except OSError:
        raise GebruiksFout(f"{pad}: het bestand kan niet gelezen worden; controleer het pad.") from None
    paren = lees_besluiten(inhoud, pad.name)
    vind_aanlevering(gegevens.piloot, gegevens.ronde)
    with open_omgeving(gegevens).open_grootboek(gegevens.piloot) as grootboek:
        besluiten, open_ = maak_besluiten(paren, {s.intern_nummer: s for s in grootboek.standen()})
        return tuple(b for b in besluiten if grootboek.besluit(b)), open_
