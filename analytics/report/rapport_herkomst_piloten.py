"""Origin and gates of all pilots side by side, and sections shown in a notebook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.report import charts_herkomst as charts
from analytics.report.charts_bijschrift import Bijschrift
from analytics.report.pagina import Blok, Deel, Merk, Sectie, Toon
from analytics.report.pagina_sjabloon import vul_blok
from analytics.report.rapport_herkomst import Herkomst
from analytics.report.tabel import maak_figuur, maak_tabel
from analytics.report.tekst import datum

_STATUS: dict[str, Toon] = {"open": "in-orde", "gesloten": "fout", "niet gekend": "waarschuwing"}
_KORT = {"ronde1": "Ronde 1", "ronde2": "Ronde 2", "productie": "Productie", "overdracht": "Overdracht"}


@dataclass(frozen=True)
class Getoond:
    """The blocks of a section, as a notebook shows them."""

    blokken: tuple[Blok, ...]

    def _repr_html_(self) -> str:
        return "".join(vul_blok(blok) for blok in self.blokken)


def toon(sectie: Sectie) -> Getoond:
    """Return a section of the report to be shown in a notebook."""
    return Getoond(sectie.blokken)


def sectie_piloten(beelden: Sequence[Herkomst]) -> Sectie:
    """Tell of every pilot what it claims, what is contradicted, and which gate is closed and by whom."""
    delen = [beeld.beweringen.assign(piloot=beeld.piloot) for beeld in beelden if not beeld.beweringen.empty]
    beweringen = pd.concat(delen, ignore_index=True) if delen else pd.DataFrame(columns=["piloot", "oordeel"])
    dag = datum(max(beeld.peildatum for beeld in beelden)) if beelden else "onbekend"
    bij = Bijschrift(f"{len(beelden)} piloten · peildatum {dag}", "Bron: vragenlijsten en leveringen van de piloten.")
    tabel = maak_tabel(pd.DataFrame([_rij(beeld) for beeld in beelden]), "Herkomst en poorten, piloten naast elkaar")
    return Sectie(
        "herkomst", "Wat zeggen de piloten, en mag het verder?", (tabel, maak_figuur(charts.oordelen(beweringen, bij)))
    )


def _rij(beeld: Herkomst) -> dict[str, object]:
    oordeel, sterren = beeld.beweringen["oordeel"], beeld.sterren
    poorten = beeld.poorten.drop_duplicates("poort")
    productie = beeld.poorten[beeld.poorten["poort"] == "productie"]
    wie = sorted({str(wie) for wie in productie["wie"] if wie})
    return {
        "Piloot": beeld.piloot,
        "Tegengesproken": Deel(int((oordeel == "tegengesproken").sum()), len(oordeel)),
        "Niet toetsbaar": int((oordeel == "niet toetsbaar").sum()),
        "Sterren": Deel(int(sterren["sterren"].sum()), int(sterren["hoogstens"].sum())) if len(sterren) else None,
        **{
            _KORT.get(str(code), str(code)): Merk(str(status), _STATUS[str(status)])
            for code, status in zip(poorten["poort"], poorten["status"], strict=True)
        },
        "Opladen mag": "ja" if beeld.mag_productie else "nee",
        "Wacht op": " en ".join(wie),
        "Ontheffingen": len(beeld.ontheffingen),
    }
