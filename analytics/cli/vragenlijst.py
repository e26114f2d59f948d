"""Commands on questionnaires, DV's judgement, and gates."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from analytics.cli.opties import PAD, Datum, peildatum, vandaag

SOORT = click.Choice(["herkomst", "beheer", "zelfevaluatie"])
PILOOT = click.option("--piloot", required=True, metavar="CODE", help="Code uit data/piloten.toml.")
ROL = click.option("--rol", required=True, metavar="FUNCTIE", help="Functie van wie beslist; nooit een naam.")
OP = click.option("--op", type=Datum(), default=vandaag, show_default="vandaag", help="Dag van de beslissing.")


@click.command()
@click.option("--soort", type=SOORT, required=True, help="Welke vragenlijst.")
@PILOOT
@click.option("--uitvoer", type=PAD, required=True, metavar="PAD", help="Map, of naam van het formulier.")
def vragenlijst(soort: str, piloot: str, uitvoer: Path) -> int:
    """Schrijf een vragenlijst als Word- en als Excel-formulier."""
    from analytics.run.vragenlijst import schrijf_formulier

    for pad in schrijf_formulier(soort, piloot, uitvoer):
        click.echo(f"Formulier geschreven: {pad}")
    return 0


@click.command()
@click.argument("formulier", type=PAD)
@PILOOT
@click.option("--ontvangen", type=Datum(), default=vandaag, show_default="vandaag", help="Dag van ontvangst.")
@click.option("--rol", required=True, metavar="FUNCTIE", help="Functie van de afzender; nooit een naam.")
def antwoorden(formulier: Path, piloot: str, ontvangen: dt.date, rol: str) -> int:
    """Lees een ingevuld formulier in en zeg wat er nog ontbreekt."""
    from analytics.run.vragenlijst import lees_formulier

    moment = dt.datetime.combine(ontvangen, dt.time(12))
    gelezen = lees_formulier(formulier, piloot, ontvangen=moment, afzender_rol=rol)
    click.echo(f"Vragenlijst {gelezen.soort}: {gelezen.gevonden} van de {gelezen.gevraagd} vakken ingevuld.")
    for melding in gelezen.meldingen:
        click.echo(f"- {melding}")
    return 0


@click.command()
@click.option("--soort", type=SOORT, required=True, help="Welke vragenlijst.")
@PILOOT
@click.option("--vraag", default="", metavar="ID", help="Eén vraag (O1, B2a, Z3...); zonder geldt het voor het geheel.")
@click.option(
    "--oordeel", type=click.Choice(["adequaat", "aan te vullen", "onvoldoende"]), required=True, help="Het oordeel."
)
@click.option("--opmerking", default="", metavar="TEKST", help="Waarom.")
@ROL
@OP
def oordeel(soort: str, piloot: str, vraag: str, oordeel: str, opmerking: str, rol: str, op: dt.date) -> int:
    """Noteer het oordeel van DV over de antwoorden van een piloot; de vorige blijven bewaard."""
    from analytics.run.vragenlijst import beoordeel

    beoordeel(piloot, soort, oordeel=oordeel, rol=rol, op=op, vraag=vraag, opmerking=opmerking)
    click.echo(f"Genoteerd: {soort} {vraag or '(geheel)'} van {piloot} is {oordeel}.")
    return 0


@click.command()
@PILOOT
@click.option("--poort", required=True, metavar="NAAM", help="ronde1, ronde2, productie of overdracht.")
@click.option("--eis", "eisen", multiple=True, required=True, metavar="EIS", help="Eis die niet voldaan is.")
@click.option("--reden", required=True, metavar="TEKST", help="Waarom het toch mag; staat voortaan op elk rapport.")
@ROL
@OP
def ontheffing(piloot: str, poort: str, eisen: tuple[str, ...], reden: str, rol: str, op: dt.date) -> int:
    """Laat een gesloten poort door, met een reden die op elk rapport komt."""
    from analytics.run.vragenlijst import onthef

    onthef(piloot, poort, eisen=eisen, reden=reden, rol=rol, op=op)
    click.echo(f"Genoteerd: poort {poort} van {piloot} mag door zonder {', '.join(eisen)}.")
    return 0


@click.command()
@PILOOT
@click.option("--ronde", type=click.IntRange(1, 3), required=True, metavar="N", help="Laatste ronde die meetelt.")
@peildatum
def poorten(piloot: str, ronde: int, peildatum: dt.date) -> int:
    """Toon welke poort open of dicht is, waarom, en wie aan zet is."""
    from analytics.run.herkomst_openen import open_herkomst

    beeld = open_herkomst(piloot, ronde, peildatum)
    for zin in (*beeld.kern, *beeld.ontheffingen):
        click.echo(zin)
    for (titel, status), eisen in beeld.poorten.groupby(["titel", "status"], sort=False):
        click.echo(f"\n{titel}: {status}")
        for eis in eisen.itertuples():
            wie = f" (aan zet: {eis.wie})" if eis.wie else ""
            click.echo(f"  {eis.stand:<8} {eis.tekst}: {eis.uitleg}{wie}")
    return 0 if beeld.mag_productie else 1
