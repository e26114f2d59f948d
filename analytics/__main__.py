"""``migratie``: arguments in, one run, an exit code out."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from analytics.cli import dubbels, opladen, rapport, register, vragenlijst, werkmappen
from analytics.cli.nederlands import spreek_nederlands
from analytics.errors import GebruikersFout

spreek_nederlands()


@click.group(
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT [ARGUMENTEN]...",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
@click.version_option(package_name="verenigingen-migratie", prog_name="migratie")
def migratie() -> None:
    """Werkbank voor de migratie van verenigingen naar het Verenigingsregister."""


for opdracht in (
    rapport.rapport,
    werkmappen.valideer,
    werkmappen.profiel,
    werkmappen.sjabloon,
    werkmappen.voorbeeld,
    werkmappen.herstel,
    werkmappen.regel,
    register.register,
    dubbels.dubbels,
    opladen.opladen,
    opladen.besluiten,
    vragenlijst.vragenlijst,
    vragenlijst.antwoorden,
    vragenlijst.oordeel,
    vragenlijst.ontheffing,
    vragenlijst.poorten,
):
    opdracht.options_metavar = "[OPTIES]"
    migratie.add_command(opdracht)


def main(argumenten: Sequence[str] | None = None) -> None:
    """
    Run ``migratie`` and leave with its exit code.

    0 fine, 1 findings of FOUT or a failed run in a batch, 2 usage, 11 workbook, 12 settings, 13 register, 14 report.
    """
    try:
        uitslag = migratie.main(args=argumenten, prog_name="migratie", standalone_mode=False)
    except click.ClickException as fout:
        fout.show()
        sys.exit(fout.exit_code)
    except click.Abort:
        click.echo("Afgebroken.", err=True)
        sys.exit(130)
    except GebruikersFout as fout:
        click.echo(f"Fout: {fout}", err=True)
        sys.exit(fout.exit_code)
    except KeyboardInterrupt:
        click.echo("Afgebroken; er is niets half geschreven.", err=True)
        sys.exit(130)
    sys.exit(uitslag if isinstance(uitslag, int) else 0)


if __name__ == "__main__":
    main()
