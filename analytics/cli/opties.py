"""Options that several commands share."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from analytics.errors import GebruiksFout

_F = TypeVar("_F", bound=Callable[..., object])
#: Where a password may stand; never on the command line, where every user of the machine can read it.
WACHTWOORD = "MIGRATIE_WACHTWOORD"


class Datum(click.ParamType[dt.date]):
    """A date written as ``JJJJ-MM-DD``."""

    name = "JJJJ-MM-DD"

    def convert(self, value: str | dt.date, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value) if len(value) == 10 else self.fail(self._uitleg(value), param, ctx)
        except ValueError:
            self.fail(self._uitleg(value), param, ctx)

    @staticmethod
    def _uitleg(value: str) -> str:
        return f"{value!r} is geen datum; schrijf ze als JJJJ-MM-DD, bijvoorbeeld 2025-03-01."


PAD = click.Path(path_type=Path)
MAP = click.Path(path_type=Path, file_okay=False)


def vandaag() -> dt.date:
    """Return today: the command line is one of the few places that may ask."""
    return dt.date.today()


def uitvoer(standaard: str | None = None) -> Callable[[_F], _F]:
    """Add ``--uitvoer MAP``."""
    return click.option(
        "--uitvoer",
        type=MAP,
        required=standaard is None,
        default=standaard,
        metavar="MAP",
        help="Map voor de resultaten.",
    )


def peildatum(f: _F) -> _F:
    """Add ``--peildatum``; today when it is not given."""
    return click.option(
        "--peildatum", type=Datum(), default=vandaag, show_default="vandaag", help="De dag die als vandaag telt."
    )(f)


def wachtwoordbestand(f: _F) -> _F:
    """Add ``--wachtwoord-bestand``."""
    return click.option(
        "--wachtwoord-bestand",
        type=PAD,
        metavar="PAD",
        help=f"Bestand met het wachtwoord van de werkmap op de eerste regel; of zet het in {WACHTWOORD}.",
    )(f)


def lees_wachtwoord(pad: Path | None) -> str | None:
    """
    Return the password from a file, else from the environment, else None.

    Raises:
        GebruiksFout: If the file cannot be read or its first line is empty.
    """
    if pad is None:
        return os.environ.get(WACHTWOORD) or None
    try:
        regels = pad.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise GebruiksFout(f"{pad}: het wachtwoordbestand kan niet gelezen worden; controleer het pad.") from None
    if not regels or not regels[0]:
        raise GebruiksFout(f"{pad}: de eerste regel is leeg; zet daar het wachtwoord.")
    return regels[0]
