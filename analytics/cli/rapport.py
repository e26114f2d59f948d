"""The command that makes every report."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from analytics.cli.opties import MAP, Datum, lees_wachtwoord, vandaag, wachtwoordbestand


@click.command()
@click.argument("bron", type=MAP, required=False)
@click.option("--uitvoer", type=MAP, metavar="MAP", help="Map voor de rapporten (standaard reports/).")
@click.option(
    "--peildatum",
    type=Datum(),
    help="De dag die als vandaag telt (standaard vandaag; voor het voorbeeld de dag van de laatste levering).",
)
@click.option("--piloot", "alleen", multiple=True, metavar="CODE", help="Alleen deze piloot; mag meermaals.")
@wachtwoordbestand
def rapport(
    bron: Path | None,
    uitvoer: Path | None,
    peildatum: dt.date | None,
    alleen: tuple[str, ...],
    wachtwoord_bestand: Path | None,
) -> int:
    """
    Maak alle rapporten voor de leveringen in BRON.

    BRON bevat <piloot>/ronde-<1, 2 of 3>/*.xlsx. Zonder BRON worden de voorbeeldleveringen geschreven en verwerkt.
    """
    from analytics.run.leveringen import VOORBEELD, ontvangen_op, rapportenmap
    from analytics.run.rapport import maak_rapporten
    from analytics.run.voorbeeld import schrijf_klein_voorbeeld

    if bron is None:
        bron = VOORBEELD
        schrijf_klein_voorbeeld(bron)
        peildatum = peildatum or max(ontvangen_op(bron).values())
    doel = uitvoer or rapportenmap()
    uitkomsten = maak_rapporten(
        bron,
        doel,
        peildatum=peildatum or vandaag(),
        wachtwoord=lees_wachtwoord(wachtwoord_bestand),
        alleen=lambda a: not alleen or a.piloot in alleen,
    )
    mislukt = [(u, fout) for u in uitkomsten for fout in u.fouten]
    for uitkomst, fout in mislukt:
        click.echo(f"MISLUKT {uitkomst.aanlevering.piloot} ronde {uitkomst.aanlevering.ronde}: {fout}", err=True)
    gelukt = len(uitkomsten) - len({id(u) for u, _ in mislukt})
    click.echo(f"{gelukt} van de {len(uitkomsten)} leveringen verwerkt.")
    click.echo(f"Open {doel / 'index.html'}")
    return 1 if mislukt else 0
