"""The steps before a report is written: read, look for doubles, load the example, judge origin and gates."""

from __future__ import annotations

import datetime as dt
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from analytics.checks.validatie import Validatie, validate
from analytics.domain.levering import PRODUCTIE
from analytics.domain.nummers import masker_insz
from analytics.errors import GebruikersFout
from analytics.insight.opladen import Opgeladen
from analytics.intake.levering import Gelezen
from analytics.questionnaire.beeld import Herkomstbeeld
from analytics.run.dubbels_leveringen import Leveringsdubbels, dubbels_van
from analytics.run.herkomst_openen import Meegebracht, is_voorbeeld, maak_herkomst
from analytics.run.leveringen import VOORBEELD, Aanlevering, lees_aanlevering, piloten
from analytics.run.opladen_beeld import sleutels_van
from analytics.run.opladen_lezen import lees_lading
from analytics.run.opladen_voorbeeld import OMGEVINGEN, Voorbeeldregisters, voorbeeldregisters


@dataclass(eq=False)
class Dossier:
    """All that is known of one delivery while a run goes on; what could not be made stays empty, with the reason."""

    aanlevering: Aanlevering
    gelezen: Gelezen | None = None
    validatie: Validatie | None = None
    dubbels: Leveringsdubbels | None = None
    opgeladen: Opgeladen | None = None
    opgeladen_bestanden: dict[str, str | bytes] = field(default_factory=dict)
    herkomst: Herkomstbeeld | None = None
    fouten: list[str] = field(default_factory=list)

    @property
    def sleutel(self) -> tuple[str, int]:
        """Pilot and round."""
        return self.aanlevering.piloot, self.aanlevering.ronde

    def doe(self, stap: Callable[[], None]) -> None:
        """Run a step and note why it failed, so that the other deliveries go on."""
        try:
            stap()
        except Exception as fout:
            self.fouten.append(uitleg(fout))


def uitleg(fout: BaseException) -> str:
    """Return the sentence for a user; a bug of ours is also shown whole, INSZ masked, on standard error."""
    if isinstance(fout, GebruikersFout):
        return str(fout)
    print(masker_insz("".join(traceback.format_exception(fout))), file=sys.stderr)
    return f"Onverwachte fout ({type(fout).__name__}); meld dit met de uitvoer op het scherm."


def lees(dossier: Dossier, *, peildatum: dt.date, wachtwoord: str | None) -> None:
    """Read the workbooks of a delivery and judge them."""

    def stap() -> None:
        gelezen = lees_aanlevering(dossier.aanlevering, peildatum=peildatum, wachtwoord=wachtwoord)
        dossier.validatie = validate(gelezen.levering)
        dossier.gelezen = gelezen

    dossier.doe(stap)


def zoek_dubbels(dossiers: Sequence[Dossier]) -> None:
    """Look for doubles within and between the deliveries of each round."""
    namen = {code: piloot.naam for code, piloot in piloten().items()}
    for ronde in sorted({d.aanlevering.ronde for d in dossiers}):
        eigen = [d for d in dossiers if d.aanlevering.ronde == ronde and d.gelezen and d.validatie]
        if not eigen:
            continue
        try:
            gevonden = dubbels_van(
                {d.sleutel: d.gelezen.levering for d in eigen if d.gelezen},
                lezingen={d.sleutel: d.validatie.lezing for d in eigen if d.validatie},
                namen=namen,
            )
        except Exception as fout:
            eigen[0].fouten.append(uitleg(fout))
            continue
        for d in eigen:
            d.dubbels = gevonden[d.sleutel]


def bepaal_herkomst(dossier: Dossier, eerdere: Sequence[Dossier], *, peildatum: dt.date, bron: Path) -> None:
    """Set what the pilot says beside what is measured, and judge the gates."""
    if dossier.gelezen is None or dossier.validatie is None or dossier.aanlevering.piloot not in piloten():
        return
    rondes = {d.aanlevering.ronde: d for d in (*eerdere, dossier) if d.gelezen and d.validatie}

    def stap() -> None:
        dossier.herkomst = maak_herkomst(
            dossier.aanlevering.piloot,
            {r: (d.gelezen.levering, d.validatie) for r, d in rondes.items() if d.gelezen and d.validatie},
            Meegebracht(
                paren=None if dossier.dubbels is None else dossier.dubbels.eigen_paren(),
                uitkomsten={r: d.opgeladen.uitkomsten for r, d in rondes.items() if d.opgeladen},
                is_voorbeeld=is_voorbeeld(bron),
            ),
            peildatum=peildatum,
            bron=bron,
        )

    dossier.doe(stap)


def laad_voorbeeld(dossiers: Sequence[Dossier], *, peildatum: dt.date) -> None:
    """
    Load rounds 2 and 3 of every pilot into embedded registers, pilot after pilot in the same one.

    What a closed gate holds back is not loaded: the loader obeys, in the example too.
    """
    with voorbeeldregisters(peildatum=peildatum) as registers:
        for ronde in OMGEVINGEN:
            for dossier in (d for d in dossiers if d.aanlevering.ronde == ronde):
                if dossier.aanlevering.piloot not in piloten() or not dossier.gelezen:
                    continue
                eigen = [d for d in dossiers if d.aanlevering.piloot == dossier.aanlevering.piloot and d.gelezen]
                eerdere = [d for d in eigen if d.aanlevering.ronde < ronde]
                if ronde == PRODUCTIE:
                    bepaal_herkomst(dossier, eerdere, peildatum=peildatum, bron=VOORBEELD)
                    if dossier.herkomst is None or not dossier.herkomst.mag_productie:
                        continue
                dossier.doe(partial(_laad, registers, dossier, (*eerdere, dossier)[0]))


def _laad(registers: Voorbeeldregisters, dossier: Dossier, eerste: Dossier) -> None:
    if dossier.gelezen is None or dossier.validatie is None or eerste.gelezen is None:
        return
    dossier.opgeladen, dossier.opgeladen_bestanden = registers.laad(
        dossier.gelezen.levering,
        dossier.validatie,
        piloten()[dossier.aanlevering.piloot],
        eerste=sleutels_van(eerste.gelezen.levering),
    )


def lees_ladingen(dossiers: Iterable[Dossier], uitvoer: Path) -> None:
    """Take up what ``migratie opladen`` left beside the reports; nothing is loaded here."""
    for dossier in dossiers:
        if dossier.aanlevering.ronde in OMGEVINGEN:
            map_ = uitvoer / dossier.aanlevering.piloot

            dossier.doe(partial(_lees_lading, dossier, map_))


def _lees_lading(dossier: Dossier, map_: Path) -> None:
    dossier.opgeladen = lees_lading(map_, dossier.aanlevering.ronde)
