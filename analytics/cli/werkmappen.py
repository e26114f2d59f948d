"""Commands on workbooks: validate, profile, templates, examples, rules."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from analytics.cli.opties import PAD, lees_wachtwoord, peildatum, uitvoer, wachtwoordbestand

WERKMAPPEN = click.argument("werkmappen", type=PAD, nargs=-1, required=True, metavar="WERKMAP [WERKMAP]...")


@click.command()
@WERKMAPPEN
@click.option("--ronde", type=click.IntRange(1, 3), required=True, metavar="N", help="1, 2 of 3 (productie).")
@peildatum
@click.option("--piloot", default="", metavar="CODE", help="Code uit data/piloten.toml, voor een afwijkende opmaak.")
@uitvoer()
@wachtwoordbestand
@click.option(
    "--met-insz", is_flag=True, help="Laat de INSZ staan in de terugkoppeling (ronde 2 en 3); vraagt een wachtwoord."
)
def valideer(
    werkmappen: tuple[Path, ...],
    ronde: int,
    peildatum: dt.date,
    piloot: str,
    uitvoer: Path,
    wachtwoord_bestand: Path | None,
    met_insz: bool,
) -> int:
    """Zeg cel voor cel wat het register zal weigeren, en geef de werkmap met opmerkingen terug."""
    from analytics.run.valideer import valideer as run

    validatie = run(
        werkmappen,
        uitvoer,
        ronde=ronde,
        peildatum=peildatum,
        piloot=piloot,
        wachtwoord=lees_wachtwoord(wachtwoord_bestand),
        met_insz=met_insz,
    )
    aantallen = validatie.bevindingen["ernst"].value_counts()
    ernsten = ", ".join(f"{int(aantallen.get(e, 0))} {e}" for e in ("FOUT", "WAARSCHUWING", "INFO"))
    laadbaar, geleverd = int(validatie.laadbaar.sum()), len(validatie.laadbaar)
    click.echo(f"{laadbaar} van de {geleverd} verenigingen kunnen opgeladen worden; {ernsten}.")
    click.echo(f"Resultaten in {uitvoer}/: bevindingen.csv, samenvatting.json en terugkoppeling-*.")
    return 1 if aantallen.get("FOUT", 0) else 0


@click.command()
@click.argument("werkmap", type=PAD)
@click.argument("blad", required=False)
@click.option(
    "--kopregel", type=click.IntRange(min=1), metavar="N", help="Rij met de koppen; anders de eerste gevulde rij."
)
@uitvoer()
@wachtwoordbestand
def profiel(
    werkmap: Path, blad: str | None, kopregel: int | None, uitvoer: Path, wachtwoord_bestand: Path | None
) -> int:
    """Beschrijf een willekeurige werkmap: wat staat erin, hoe gevuld, in welke vormen."""
    from analytics.run.profiel import profileer

    profileer(werkmap, uitvoer, blad=blad, kopregel=kopregel, wachtwoord=lees_wachtwoord(wachtwoord_bestand))
    click.echo(f"Profiel in {uitvoer}/: profiel.html en profiel.json.")
    return 0


@click.command()
@click.option("--soort", type=click.Choice(["feitelijk", "kbo"]), required=True, help="Welk van beide sjablonen.")
@click.option("--uitvoer", type=PAD, required=True, metavar="PAD", help="Bestand dat geschreven wordt (.xlsx).")
def sjabloon(soort: str, uitvoer: Path) -> int:
    """Schrijf een leeg sjabloon dat een piloot kan invullen."""
    from analytics.files.schrijf import schrijf
    from analytics.report.sjabloon import sjabloon as maak

    schrijf(uitvoer, maak("kbo" if soort == "kbo" else "feitelijk"))
    click.echo(f"Sjabloon geschreven: {uitvoer}")
    return 0


@click.command()
@uitvoer()
@click.option(
    "--verenigingen",
    type=click.IntRange(min=10),
    default=600,
    show_default=True,
    metavar="N",
    help="Aantal, over alle piloten.",
)
@click.option("--zaad", type=int, default=2024, show_default=True, metavar="S", help="Zelfde zaad, zelfde bestanden.")
def voorbeeld(uitvoer: Path, verenigingen: int, zaad: int) -> int:
    """Schrijf verzonnen leveringen van vijf piloten in drie rondes, met de waarheid ernaast."""
    from analytics.run.voorbeeld import schrijf_voorbeeld

    schrijf_voorbeeld(uitvoer, verenigingen=verenigingen, zaad=zaad)
    click.echo(f"Voorbeeldleveringen geschreven in {uitvoer}/")
    return 0


@click.command()
@click.argument("code")
def regel(code: str) -> int:
    """Leg één regel uit: wat is er fout, waarom telt het, hoe herstel je het."""
    from analytics.checks.referentie import regel_tekst

    click.echo(regel_tekst(code))
    return 0


@click.command()
@click.argument("werkmap", type=PAD)
@click.option(
    "--voorstellen", required=True, metavar="alle|CODE[,CODE]", help="Alle voorstellen, of alleen die van deze regels."
)
@click.option("--uitvoer", type=PAD, required=True, metavar="PAD", help="Bestand voor de herstelde kopie (.xlsx).")
@click.option("--ronde", type=click.IntRange(1, 3), default=2, show_default=True, metavar="N", help="1, 2 of 3.")
@peildatum
@click.option("--piloot", default="", metavar="CODE", help="Code uit data/piloten.toml, voor een afwijkende opmaak.")
@wachtwoordbestand
@click.option("--met-insz", is_flag=True, help="Laat de INSZ staan; de kopie krijgt dan een wachtwoord.")
def herstel(
    werkmap: Path,
    voorstellen: str,
    uitvoer: Path,
    ronde: int,
    peildatum: dt.date,
    piloot: str,
    wachtwoord_bestand: Path | None,
    met_insz: bool,
) -> int:
    """Voer voorstellen tot herstel uit in een kopie van de werkmap, met een lijst van alle wijzigingen."""
    from analytics.run.herstel import herstel as run

    wijzigingen = run(
        werkmap,
        uitvoer,
        voorstellen=voorstellen,
        ronde=ronde,
        peildatum=peildatum,
        piloot=piloot,
        wachtwoord=lees_wachtwoord(wachtwoord_bestand),
        met_insz=met_insz,
    )
    click.echo(f"{len(wijzigingen)} cellen hersteld; kopie met blad Wijzigingen: {uitvoer}")
    return 0
