"""
Run as a script of its own: do one job that may abort or take all memory, where it can harm nobody.

Standard input: one line of JSON that names the job, then the bytes of the workbook. Standard output: one byte that
tells how it went (``=`` done, ``!`` followed by a word for what is wrong), then the result. Nothing of ours is
imported, so that it starts quickly; the password comes in over standard input, never on the command line.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    import python_calamine as calamine

#: The password with which Excel itself silently opens and saves workbooks that are only protected against writing.
STANDAARDWACHTWOORD = "VelvetSweatshop"


class Opdracht(TypedDict):
    """What to do, and the password to do it with (empty when none was given)."""

    taak: str
    wachtwoord: str


class Weigering(Exception):  # noqa: N818 -- a message to the parent, not a fault
    """The job cannot be done, for the reason the word tells."""


def ontsleutel(inhoud: bytes, wachtwoord: str) -> bytes:
    """Return the decrypted workbook; the given password counts, without one the silent password of Excel."""
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, InvalidKeyError

    try:
        bestand = msoffcrypto.OfficeFile(io.BytesIO(inhoud))
        beveiligd = bestand.is_encrypted()
    except Exception:
        return inhoud
    if not beveiligd:
        return inhoud
    try:
        sleutel = wachtwoord or STANDAARDWACHTWOORD
        if bestand.format == "ooxml":
            bestand.load_key(password=sleutel, verify_password=True)
        else:
            bestand.load_key(password=sleutel)
        uit = io.BytesIO()
        bestand.decrypt(uit)
    except (InvalidKeyError, DecryptionError):
        raise Weigering("wachtwoord") from None
    return uit.getvalue()


def lees(inhoud: bytes, _: str) -> bytes:
    """Return the sheets calamine reads, as JSON: per sheet its name, state, kind, merged ranges and filled cells."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        werkmap = CalamineWorkbook.from_object(io.BytesIO(inhoud))
        bladen = [_blad(werkmap, plaats) for plaats in range(len(werkmap.sheets_metadata))]
    except PasswordError:
        raise Weigering("wachtwoord") from None
    except CalamineError:
        raise Weigering("beschadigd") from None
    return json.dumps(bladen).encode()


def _blad(werkmap: calamine.CalamineWorkbook, plaats: int) -> dict[str, object]:
    meta = werkmap.sheets_metadata[plaats]
    soort = str(meta.typ).rpartition(".")[2]
    rijen: list[int] = []
    kolommen: list[int] = []
    soorten: list[str] = []
    teksten: list[str] = []
    samengevoegd: list[object] = []
    if soort not in ("ChartSheet", "Vba"):
        blad = werkmap.get_sheet_by_index(plaats)
        boven, links = blad.start or (0, 0)
        samengevoegd = list(blad.merged_cell_ranges or ())
        for rij, waarden in enumerate(blad.to_python(), start=boven + 1):
            for kolom, waarde in enumerate(waarden, start=links + 1):
                if waarde != "":
                    code, tekst = _cel(waarde)
                    rijen.append(rij)
                    kolommen.append(kolom)
                    soorten.append(code)
                    teksten.append(tekst)
    return {
        "naam": meta.name,
        "staat": str(meta.visible).rpartition(".")[2],
        "soort": soort,
        "samengevoegd": samengevoegd,
        "rij": rijen,
        "kolom": kolommen,
        "celsoort": "".join(soorten),
        "tekst": teksten,
    }


def _cel(waarde: object) -> tuple[str, str]:
    """Return a letter for the kind of a cell (text, number, boolean, date) and its text."""
    if isinstance(waarde, str):
        return "t", waarde
    if isinstance(waarde, bool):
        return "b", "WAAR" if waarde else "ONWAAR"
    if isinstance(waarde, int | float):
        return "n", repr(waarde)
    if isinstance(waarde, dt.datetime):
        rond = waarde + dt.timedelta(microseconds=500_000) if waarde.year < 9999 else waarde
        tekst = rond.replace(microsecond=0).isoformat(" ")
        return "d", tekst.removesuffix(" 00:00:00")
    if isinstance(waarde, dt.timedelta):
        seconden = round(waarde.total_seconds())
        return "d", f"{seconden // 3600:02d}:{seconden // 60 % 60:02d}:{seconden % 60:02d}"
    return "d", waarde.replace(microsecond=0).isoformat() if isinstance(waarde, dt.time) else str(waarde)


TAKEN: dict[str, Callable[[bytes, str], bytes]] = {"ontsleutel": ontsleutel, "lees": lees}


def main() -> None:
    """Do the job on standard input."""
    opdracht: Opdracht = json.loads(sys.stdin.buffer.readline())
    inhoud = sys.stdin.buffer.read()
    try:
        uit = b"=" + TAKEN[opdracht["taak"]](inhoud, opdracht["wachtwoord"])
    except Weigering as weigering:
        uit = b"!" + str(weigering).encode()
    sys.stdout.buffer.write(uit)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
