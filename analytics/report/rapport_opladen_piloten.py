"""What was loaded, all pilots side by side."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analytics.domain.uitkomst import IN_REGISTER
from analytics.insight.opladen import Opgeladen
from analytics.report.pagina import Alinea, Blok, Kader, Sectie
from analytics.report.rapport_opladen import OEFENREGISTER
from analytics.report.tabel import maak_tabel
from analytics.report.tekst import breuk


def sectie_ladingen(ladingen: Mapping[tuple[str, int], Opgeladen], namen: Mapping[str, str] | None = None) -> Sectie:
    """
    Return one row per load: what is in the register, both rates against 80 %, and what waits for somebody.

    Args:
        ladingen: Loads by pilot and round.
        namen: Names of pilots by code; a pilot that is not listed goes by its code.
    """
    if not ladingen:
        return Sectie("ladingen", "Wat is er geladen?", (Alinea("Er is nog niets geladen."),))
    blokken: list[Blok] = []
    if any(lading.oefenregister for lading in ladingen.values()):
        blokken.append(Kader(OEFENREGISTER, "waarschuwing"))
    rijen = [_rij((namen or {}).get(p, p), r, lading) for (p, r), lading in sorted(ladingen.items())]
    blokken.append(maak_tabel(pd.DataFrame(rijen), "Ladingen, piloten en rondes naast elkaar"))
    return Sectie("ladingen", "Wat is er geladen?", tuple(blokken))


def _rij(naam: str, ronde: int, lading: Opgeladen) -> dict[str, object]:
    status, geleverd = lading.uitkomsten["status"], len(lading.uitkomsten)
    strikt, verklaard = lading.doel.strikt, lading.doel.na_verklaard
    return {
        "Piloot": naam,
        "Ronde": ronde,
        "In het register": breuk(int(status.isin(IN_REGISTER).sum()), geleverd),
        "Strikt, van de eerste levering": breuk(strikt.teller, strikt.noemer),
        "Na verklaarde verliezen": breuk(verklaard.teller, verklaard.noemer),
        "Haalt 80 %": "ja" if strikt.haalt_doel else "nee",
        "Dubbels open": int(status.eq("potentiele_dubbel").sum()),
        "Geweigerd of niet laadbaar": int(status.isin(["geweigerd", "niet_laadbaar"]).sum()),
    }
