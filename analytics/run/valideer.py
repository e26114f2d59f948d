"""Validate workbooks and write what was found: the list, the summary, and the workbooks handed back."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from analytics.checks.validatie import Validatie, validate
from analytics.errors import GebruiksFout
from analytics.files.annoteer import Voorblad
from analytics.files.lees import lees_werkmap
from analytics.files.schrijf import schrijf
from analytics.insight.samenvatting import summarise
from analytics.intake.levering import Gelezen, lees_levering
from analytics.run.bevindingen_csv import bevindingen_csv
from analytics.run.leveringen import afwijkingen_van, piloten
from analytics.run.terugkoppeling import Terugkoppeling, maak_terugkoppeling


def valideer(
    werkmappen: Sequence[Path],
    uitvoer: Path,
    *,
    ronde: int,
    peildatum: dt.date,
    piloot: str = "",
    wachtwoord: str | None = None,
    met_insz: bool = False,
) -> Validatie:
    """
    Validate *werkmappen* as one delivery and write the results to *uitvoer*.

    Writes ``bevindingen.csv``, ``samenvatting.json`` and one ``terugkoppeling-<naam>`` per workbook; with several
    workbooks also ``bevindingen-<naam>.csv`` each, because the sheet names of both templates are the same. Nothing is
    written before everything was made.

    Args:
        werkmappen: Files of any kind we can read; need not be in any layout we know.
        uitvoer: Folder for the results; made when missing.
        ronde: 1, 2 or 3.
        peildatum: The date that counts as today.
        piloot: Code in ``data/piloten.toml`` for a deviating layout; may be empty.
        wachtwoord: For protected workbooks, and for the feedback with *met_insz*.
        met_insz: Keep the INSZ in the feedback, which is then encrypted.

    Raises:
        WerkmapFout: If a workbook cannot be read.
        GebruiksFout: If *piloot* is unknown, or *met_insz* comes without a password or in round 1.
    """
    if piloot and piloot not in piloten():
        raise GebruiksFout(
            f"Piloot {piloot!r} staat niet in data/piloten.toml; gekend zijn {', '.join(piloten())}. "
            "Laat --piloot weg voor een losse werkmap."
        )
    controleer_met_insz(met_insz, ronde, wachtwoord)
    gelezen = lees_levering(
        [lees_werkmap(pad, wachtwoord=wachtwoord) for pad in werkmappen],
        ronde=ronde,
        peildatum=peildatum,
        piloot=piloot,
        afwijkingen=afwijkingen_van(piloot),
    )
    validatie = validate(gelezen.levering)
    bestanden = maak_resultaten(gelezen, validatie, met_insz=met_insz, wachtwoord=wachtwoord)
    for naam, inhoud in bestanden.items():
        schrijf(uitvoer / naam, inhoud)
    return validatie


def controleer_met_insz(met_insz: bool, ronde: int, wachtwoord: str | None) -> None:
    """Refuse to keep INSZ in round 1, or in a workbook without a password; raises ``GebruiksFout``."""
    if met_insz and ronde == 1:
        raise GebruiksFout("In ronde 1 mogen er geen INSZ-nummers zijn; laat --met-insz weg.")
    if met_insz and not wachtwoord:
        raise GebruiksFout(
            "Met --met-insz wordt de werkmap met een wachtwoord beveiligd; "
            "geef het met --wachtwoord-bestand of in MIGRATIE_WACHTWOORD."
        )


def maak_resultaten(
    gelezen: Gelezen,
    validatie: Validatie,
    *,
    met_insz: bool = False,
    wachtwoord: str | None = None,
    extra: Callable[[int], Sequence[Voorblad]] = lambda _: (),
) -> dict[str, bytes | str]:
    """Return the files of a validation, ``{file name: content}``; *extra* gives more sheets for workbook n."""
    bevindingen = validatie.bevindingen
    uit: dict[str, bytes | str] = {
        "bevindingen.csv": bevindingen_csv(bevindingen),
        "samenvatting.json": als_json(dict(summarise(gelezen.levering, validatie))),
    }
    teruggaven = [
        maak_terugkoppeling(gelezen, validatie, i, met_insz=met_insz, wachtwoord=wachtwoord, extra=extra(i))
        for i in range(len(gelezen.werkmappen))
    ]
    for i, terug in enumerate(_met_eigen_naam(teruggaven)):
        uit[terug.naam] = terug.inhoud
        if len(teruggaven) > 1:
            stam = terug.naam.removeprefix("terugkoppeling-").rpartition(".")[0]
            uit[f"bevindingen-{stam}.csv"] = bevindingen_csv(bevindingen[bevindingen["werkmap"] == i])
    return uit


def _met_eigen_naam(teruggaven: Sequence[Terugkoppeling]) -> list[Terugkoppeling]:
    """Number workbooks that have the same file name in different folders."""
    gezien: dict[str, int] = {}
    uit: list[Terugkoppeling] = []
    for terug in teruggaven:
        aantal = gezien[terug.naam] = gezien.get(terug.naam, 0) + 1
        stam, _, achtervoegsel = terug.naam.rpartition(".")
        naam = terug.naam if aantal == 1 else f"{stam}-{aantal}.{achtervoegsel}"
        uit.append(Terugkoppeling(naam, terug.inhoud, terug.opmerkingen))
    return uit


def als_json(inhoud: Mapping[str, object]) -> str:
    """Return *inhoud* as readable JSON, the same for the same content."""
    return json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n"
