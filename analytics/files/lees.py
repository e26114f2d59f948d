"""Read any workbook a pilot may deliver."""

from __future__ import annotations

import hashlib
from pathlib import Path

from analytics.domain.blad import Blad, Werkmap
from analytics.domain.nummers import masker_insz
from analytics.errors import WerkmapFout
from analytics.files.lezen import biff, ods
from analytics.files.lezen.andere import lees_met_calamine
from analytics.files.lezen.beveiligd import ontsleutel
from analytics.files.lezen.biff import Aanvulling
from analytics.files.lezen.formaat import Formaat, herken
from analytics.files.lezen.guard import MAX_BESTAND, MIB, Archief
from analytics.files.lezen.opmerkingen import over_ander_formaat, over_bladen, over_pakket, tel_celopmerkingen
from analytics.files.lezen.pakket import formaat_van
from analytics.files.lezen.xlsx import lees_bladen


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
    open_inhoud, was_beveiligd, opmerkingen = inhoud, False, list[str]()
    if formaat in ("versleuteld", "xls"):
        open_inhoud, was_beveiligd = ontsleutel(inhoud, naam, wachtwoord=wachtwoord)
        formaat = herken(open_inhoud, naam)
    if was_beveiligd:
        opmerkingen.append("De werkmap is met een wachtwoord beveiligd.")
    bladen, eigenschappen, over_de_rest = _lees_inhoud(open_inhoud, naam, formaat)
    return Werkmap(
        naam=naam,
        sha256=hashlib.sha256(inhoud).hexdigest(),
        bladen=bladen,
        opmerkingen=(*opmerkingen, *over_bladen(bladen), *over_de_rest),
        inhoud=open_inhoud,
        was_beveiligd=was_beveiligd,
        eigenschappen=eigenschappen,
    )


def _lees_inhoud(inhoud: bytes, naam: str, formaat: Formaat) -> tuple[tuple[Blad, ...], dict[str, str], list[str]]:
    """Return the sheets, the facts that rules use, and what is odd about the workbook as a whole."""
    if formaat == "xlsx":
        archief = Archief(inhoud, naam)
        pakket, bladen = lees_bladen(archief)
        eigenschappen = {"formaat": formaat_van(pakket), "datumsysteem": "1904" if pakket.vanaf_1904 else "1900"}
        return bladen, eigenschappen, over_pakket(archief, pakket, tel_celopmerkingen(archief))
    aanvullingen: tuple[Aanvulling, ...] = ()
    if formaat == "xls":
        aanvullingen = biff.lees_aanvullingen(inhoud)
    elif formaat in ("xlsb", "ods"):
        archief = Archief(inhoud, naam)
        archief.bewaak_dtd()
        if formaat == "ods" and archief.bevat("content.xml"):
            aanvullingen = ods.lees_aanvullingen(archief.stroom("content.xml"), naam)
    bladen, zonder_cellen = lees_met_calamine(inhoud, naam, aanvullingen)
    return bladen, {"formaat": formaat}, over_ander_formaat(formaat, zonder_cellen, volledig=bool(aanvullingen))


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
