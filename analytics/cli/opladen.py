"""Commands that load a delivery into the register, and that read decisions on duplicates."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from analytics.cli.opties import MAP, PAD, lees_wachtwoord, peildatum, wachtwoordbestand


@click.command()
@click.option("--piloot", required=True, metavar="CODE", help="Code uit data/piloten.toml.")
@click.option("--ronde", type=click.IntRange(2, 3), required=True, metavar="N", help="2 of 3 (productie).")
@click.option("--plan", "alleen_plan", is_flag=True, help="Toon alleen wat er zou gebeuren; er wordt niets verstuurd.")
@click.option("--register", metavar="URL", help="Adres van het register; zonder start in ronde 2 een oefenregister.")
@click.option("--omgeving", default="", metavar="NAAM", help="Naam van de omgeving waar het grootboek bij hoort.")
@click.option("--magda", is_flag=True, help="Paden in de vorm van MAGDA.")
@click.option("--toegang", type=PAD, metavar="PAD", help="Bestand met client_id=, geheim= en token_url=.")
@click.option("--bevestig", type=int, metavar="N", help="Productie: het aantal verenigingen uit het plan.")
@click.option("--volgens", type=PAD, metavar="PAD", help="Plan dat u eerder zag; wijkt het af, dan wordt niet geladen.")
@click.option("--gelijktijdig", type=click.IntRange(1, 32), default=4, show_default=True, metavar="N",
              help="Verenigingen tegelijk onderweg.")  # fmt: skip
@click.option(
    "--per-seconde",
    type=click.FloatRange(min=0, min_open=True),
    metavar="N",
    help="Hoogstens zoveel verzoeken per seconde.",
)
@click.option(
    "--uitvoer", type=MAP, metavar="MAP", help="Map voor de resultaten (standaard reports/<piloot>/opladen-ronde-<n>)."
)
@click.option("--met-personen", is_flag=True, help="Toon vertegenwoordigers in het terugleesbestand.")
@peildatum
@wachtwoordbestand
def opladen(
    piloot: str,
    ronde: int,
    alleen_plan: bool,
    register: str | None,
    omgeving: str,
    magda: bool,
    toegang: Path | None,
    bevestig: int | None,
    volgens: Path | None,
    gelijktijdig: int,
    per_seconde: float | None,
    uitvoer: Path | None,
    met_personen: bool,
    peildatum: dt.date,
    wachtwoord_bestand: Path | None,
) -> int:
    """Laad de levering van een piloot in het register, en verantwoord elke rij."""
    from analytics.files.schrijf import schrijf
    from analytics.run.herkomst_openen import gesloten_poorten
    from analytics.run.leveringen import rapportenmap
    from analytics.run.opladen_opdracht import Opdrachtgegevens, Tempo, plan_json, toon_plan
    from analytics.run.opladen_opdracht import opladen as run

    doel = uitvoer or rapportenmap() / piloot / f"opladen-ronde-{ronde}"
    gegevens = Opdrachtgegevens(
        piloot=piloot,
        ronde=ronde,
        peildatum=peildatum,
        register=register,
        omgeving=omgeving,
        magda=magda,
        toegang=toegang,
        bevestig=bevestig,
        volgens=volgens,
        tempo=Tempo(gelijktijdig=gelijktijdig, per_seconde=per_seconde),
        wachtwoord=lees_wachtwoord(wachtwoord_bestand),
        met_personen=met_personen,
    )
    if alleen_plan:
        plan = toon_plan(gegevens)
        schrijf(doel / "plan-opladen.json", plan_json(plan))
        for regel in _tel(plan):
            click.echo(regel)
        click.echo(f"Plan in {doel / 'plan-opladen.json'}. Er is niets verstuurd.")
        return 0
    lading, namen = run(gegevens, doel, poorten=lambda p, r: gesloten_poorten(p, r, peildatum))
    click.echo(_samenvatting(lading))
    click.echo(f"Resultaten in {doel}/: {', '.join(namen)}.")
    if lading.gestopt:
        from analytics.errors import RegisterFout

        raise RegisterFout(lading.gestopt)
    return 0 if lading.uitkomsten["status"].isin(["geladen", "gekend_in_kbo", "al_geladen"]).all() else 1


def _tel(plan: object) -> list[str]:
    from analytics.run.opladen_opdracht import Plan, tel_plan

    if not isinstance(plan, Plan):
        raise TypeError(type(plan))
    regels = [f"{len(plan.te_versturen)} van de {len(plan.regels)} verenigingen worden verstuurd."]
    for rij in tel_plan(plan).itertuples(index=False):
        wat = f"niet: {rij.reden}" if rij.reden else str(rij.handeling).replace("_kbo", " met KBO-nummer")
        regels.append(f"  {int(rij.verenigingen):>6}  {wat}")
    return regels


def _samenvatting(lading: object) -> str:
    from analytics.run.opladen_opdracht import STATUSSEN, Lading

    if not isinstance(lading, Lading):
        raise TypeError(type(lading))
    aantallen = lading.uitkomsten["status"].value_counts()
    regels = [f"{len(lading.uitkomsten)} verenigingen geleverd, elk met één status:"]
    regels += [f"  {int(aantallen[s]):>6}  {label}" for s, label in STATUSSEN.items() if s in aantallen.index]
    if lading.oefenregister:
        regels.append("Het oefenregister antwoordde: dit is geen echte lading.")
    return "\n".join(regels)


@click.command()
@click.argument("werkmap", type=PAD, required=False)
@click.option("--piloot", required=True, metavar="CODE", help="Code uit data/piloten.toml.")
@click.option("--ronde", type=click.IntRange(2, 3), required=True, metavar="N", help="2 of 3 (productie).")
@click.option("--register", metavar="URL", help="Adres van het register waarin geladen is; zonder het oefenregister.")
@click.option("--omgeving", default="", metavar="NAAM", help="Naam van de omgeving waar het grootboek bij hoort.")
@click.option("--alles", is_flag=True, help="Ook wat al beslist is, met het gegeven antwoord.")
@click.option("--met-kans", is_flag=True, help="Toon ook hoe waarschijnlijk wij elk paar vinden.")
@click.option("--uitvoer", type=PAD, metavar="PAD", help="Werkmap die geschreven wordt (.xlsx).")
@peildatum
@wachtwoordbestand
def besluiten(
    werkmap: Path | None,
    piloot: str,
    ronde: int,
    register: str | None,
    omgeving: str,
    alles: bool,
    met_kans: bool,
    uitvoer: Path | None,
    peildatum: dt.date,
    wachtwoord_bestand: Path | None,
) -> int:
    """
    Leg potentiële dubbels voor aan de piloot, of neem de ingevulde WERKMAP op.

    Zonder WERKMAP wordt die geschreven; met WERKMAP worden de antwoorden geboekt voor de volgende lading.
    """
    from analytics.run.besluiten import neem_op, schrijf_werkmap
    from analytics.run.leveringen import rapportenmap
    from analytics.run.opladen_opdracht import Opdrachtgegevens

    gegevens = Opdrachtgegevens(
        piloot=piloot,
        ronde=ronde,
        peildatum=peildatum,
        register=register,
        omgeving=omgeving,
        wachtwoord=lees_wachtwoord(wachtwoord_bestand),
    )
    if werkmap is None:
        doel = uitvoer or rapportenmap() / piloot / f"opladen-ronde-{ronde}" / "besluiten.xlsx"
        aantal = schrijf_werkmap(gegevens, doel, alles=alles, met_kans=met_kans)
        click.echo(f"{aantal} verenigingen te beslissen: {doel}" if aantal else "Er is niets te beslissen.")
        return 0
    nieuw, open_ = neem_op(gegevens, werkmap)
    for zin in open_:
        click.echo(zin, err=True)
    click.echo(
        f"{len(nieuw)} nieuwe besluiten geboekt, {len(open_)} verenigingen nog open. Laad opnieuw om ze te volgen."
    )
    return 0
