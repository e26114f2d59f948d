"""``migratie register``: serve the embedded register from the command line."""

from __future__ import annotations

import socket
from pathlib import Path

import click

from analytics.sandbox.app import App, maak_app
from analytics.sandbox.fouten import InstellingFout
from analytics.sandbox.instellingen import Instellingen
from analytics.sandbox.server import ADRES, adres_van, maak_server, open_poort
from analytics.sandbox.storingen import lees_storingen


@click.command("register", help="Start een oefenregister op deze machine, om tegen te laden zonder gevolgen.")
@click.option("--poort", type=int, default=8080, show_default=True, help="Poort; 0 neemt een vrije.")
@click.option("--adres", default=ADRES, show_default=True, help="Enkel dit adres is toegelaten.")
@click.option(
    "--databank",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Bestand waarin het register bewaard blijft. Zonder: enkel in het geheugen.",
)
@click.option(
    "--vertraging",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    metavar="MS",
    help="Hoeveel milliseconden lezen achterloopt op schrijven.",
)
@click.option(
    "--storingen",
    default="",
    help="Storingen, zoals '503=0.1,weg-na@3,zaad=7'. Soorten: traag, 429, 500, 503, weg-voor, weg-na, verouderd.",
)
@click.option(
    "--referentie",
    type=click.Path(file_okay=False, path_type=Path),
    help="Map met eigen bestanden voor KBO, INSZ, adressen en codelijsten.",
)
@click.option("--open", "is_open", is_flag=True, help="Vraag geen token: iedereen is superbeheerder.")
def register(
    poort: int,
    adres: str,
    databank: Path | None,
    vertraging: int,
    storingen: str,
    referentie: Path | None,
    is_open: bool,
) -> None:
    """Serve until interrupted; the first line printed is the URL."""
    try:
        instellingen = Instellingen(
            databank=databank,
            vertraging_ms=vertraging,
            storingen=lees_storingen(storingen),
            referentie=referentie,
            is_open=is_open,
        )
        with open_poort(poort, adres) as gebonden:
            _bedien(maak_app(instellingen), gebonden)
    except InstellingFout as fout:
        raise click.ClickException(str(fout)) from None


def _bedien(app: App, gebonden: socket.socket) -> None:
    click.echo(adres_van(gebonden))
    if not app.register.instellingen.is_open:
        client = app.register.instellingen.clients[0]
        click.echo(f"Token: POST {adres_van(gebonden)}/connect/token met {client.client_id} / {client.geheim}")
    try:
        maak_server(app).run(sockets=[gebonden])
    finally:
        app.register.sluit()
