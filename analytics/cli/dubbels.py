"""The command that looks for doubles."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from analytics.cli.opties import PAD, lees_wachtwoord, peildatum, uitvoer, wachtwoordbestand
from analytics.cli.werkmappen import WERKMAPPEN


@click.command()
@WERKMAPPEN
@click.option("--register", metavar="URL", help="Vergelijk ook met dit register, en vraag zijn eigen controle.")
@click.option("--toegang", type=PAD, metavar="PAD", help="Bestand met client_id=, geheim= en token_url=.")
@click.option(
    "--teruglezen", type=PAD, metavar="PAD", help="Vergelijk ook met dit terugleesbestand (.jsonl of werkmap)."
)
@click.option("--ronde", type=click.IntRange(1, 3), default=2, show_default=True, metavar="N", help="1, 2 of 3.")
@click.option(
    "--piloot",
    multiple=True,
    metavar="CODE",
    help="Eén keer voor alle werkmappen, of één keer per werkmap; anders zegt de map <piloot>/ronde-<n>/ het.",
)
@peildatum
@click.option(
    "--cluster",
    default="",
    metavar="ADRES|lokaal",
    help="Reken op een dask-cluster (tcp://host:8786), of met werkers op deze machine.",
)
@click.option(
    "--controle/--zonder-controle",
    default=None,
    help="Vraag het register wat het zelf zou melden (standaard tot 20.000 verenigingen).",
)
@uitvoer()
@wachtwoordbestand
def dubbels(
    werkmappen: tuple[Path, ...],
    register: str | None,
    toegang: Path | None,
    teruglezen: Path | None,
    ronde: int,
    piloot: tuple[str, ...],
    peildatum: dt.date,
    cluster: str,
    controle: bool | None,
    uitvoer: Path,
    wachtwoord_bestand: Path | None,
) -> int:
    """Zoek verenigingen die er twee keer in zitten: in een bestand, tussen bestanden, en in het register."""
    from analytics.run.dubbels import Dubbelopdracht
    from analytics.run.dubbels import dubbels as run

    opdracht = Dubbelopdracht(
        werkmappen=werkmappen,
        ronde=ronde,
        peildatum=peildatum,
        piloot=piloot,
        register=register,
        toegang=toegang,
        teruglezen=teruglezen,
        cluster=cluster,
        controle=controle,
        wachtwoord=lees_wachtwoord(wachtwoord_bestand),
    )
    vondst, namen = run(opdracht, uitvoer)
    aantallen = vondst.paren["oordeel"].value_counts()
    dubbel, mogelijk, ander = (int(aantallen.get(o, 0)) for o in ("dubbel", "mogelijk", "verschillend"))
    paren = "paar" if dubbel == 1 else "paren"
    click.echo(f"{vondst.grens} verenigingen bekeken: {dubbel} {paren} dubbel, {mogelijk} mogelijk.")
    if vondst.paren["register_zou_melden"].notna().any():
        nog = "1 ander paar stoppen, dat" if ander == 1 else f"{ander} andere paren stoppen, die"
        zijn = "is" if ander == 1 else "zijn"
        click.echo(f"Het register zou nog op {nog} volgens ons verschillend {zijn}.")
    for opmerking in vondst.opmerkingen:
        click.echo(opmerking)
    click.echo(f"Resultaten in {uitvoer}/: {', '.join(namen)}.")
    return 0
