"""Read any workbook a pilot may deliver."""

from __future__ import annotations

import hashlib
from pathlib import Path

from analytics.domain.blad import Werkmap
from analytics.domain.nummers import masker_insz
from analytics.errors import WerkmapFout
from analytics.files.formaat import herken
from analytics.files.guard import MAX_BESTAND, MIB, Archief
from analytics.files.xlsx import lees_bladen


def lees_werkmap(pad: Path, *, wachtwoord: str | None = None) -> Werkmap:
    """
    Return the sheets of a workbook as text cells that know their kind and place.

    The format is told from the bytes, not from the extension. Nothing is written, and nothing is parsed before the
    file has been found harmless.

    Raises:
        WerkmapFout: When it cannot be read, or not safely; one Dutch sentence says why and what to do.
    """
    naam = masker_insz(pad.name)
    inhoud = _lees_bytes(pad, naam)
    formaat = herken(inhoud, naam)
    if formaat != "xlsx":
        raise WerkmapFout(f"{naam}: het formaat wordt niet gelezen; bewaar het als 'Excel-werkmap (*.xlsx)'.")
    _, bladen = lees_bladen(Archief(inhoud, naam))
    return Werkmap(
        naam=naam,
        sha256=hashlib.sha256(inhoud).hexdigest(),
        bladen=bladen,
        inhoud=inhoud,
        eigenschappen={"formaat": formaat},
    )


def _lees_bytes(pad: Path, naam: str) -> bytes:
    try:
        if pad.is_dir():
            raise WerkmapFout(f"{naam}: dit is een map en geen bestand; geef het pad van de werkmap zelf.")
        if (grootte := pad.stat().st_size) > MAX_BESTAND:
            raise WerkmapFout(
                f"{naam}: het bestand is {grootte // MIB} MiB groot en de grens is {MAX_BESTAND // MIB} MiB; "
                "splits de werkmap of verwijder afbeeldingen en lege opgemaakte rijen."
            )
        return pad.read_bytes()
    except FileNotFoundError:
        raise WerkmapFout(f"{naam}: het bestand bestaat niet; controleer de naam en de map.") from None
    except PermissionError:
        raise WerkmapFout(
            f"{naam}: het bestand mag niet gelezen worden; sluit het in Excel of pas de rechten aan."
        ) from None
    except OSError:
        raise WerkmapFout(f"{naam}: het bestand kan niet gelezen worden; controleer het pad en de schijf.") from None
