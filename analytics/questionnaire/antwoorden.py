"""What the texts in the boxes mean: the choice made, the date given, what is still open."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from analytics.questionnaire.datums import datum_nl, lees_datum
from analytics.questionnaire.privacy import scherm_af
from analytics.questionnaire.vragen import Keuze, Vak, Vragenlijst

Status = Literal["ingevuld", "open", "onleesbaar"]
NIET_GETOOND = "ingevuld (niet getoond)"


@dataclass(frozen=True)
class Antwoord:
    """
    What one box says.

    Attributes:
        vak: The box.
        tekst: As filled in; may hold private data, see :func:`antwoordtabel` for what may be shown.
        status: ``onleesbaar`` when the text is none of the choices, or no date.
        keuze: The choice made.
        datum: The date given.
    """

    vak: Vak
    tekst: str
    status: Status
    keuze: Keuze | None = None
    datum: dt.date | None = None


def duid(lijst: Vragenlijst, waarden: Mapping[str, str]) -> tuple[Antwoord, ...]:
    """Return one answer per box of *lijst*; *waarden* maps box ids to texts, a missing or blank text is ``open``."""
    return tuple(_duid(vak, waarden.get(vak.id, "").strip()) for vak in lijst.vakken)


def _duid(vak: Vak, tekst: str) -> Antwoord:
    if not tekst:
        return Antwoord(vak, "", "open")
    if vak.type == "keuze":
        keuze = lees_keuze(vak, tekst)
        return Antwoord(vak, tekst, "ingevuld" if keuze else "onleesbaar", keuze=keuze)
    if vak.type == "datum":
        datum = lees_datum(tekst)
        return Antwoord(vak, tekst, "ingevuld" if datum else "onleesbaar", datum=datum)
    return Antwoord(vak, tekst, "ingevuld")


def lees_keuze(vak: Vak, tekst: str) -> Keuze | None:
    """
    Return the choice that *tekst* names: by code, by its full text, or by a beginning that fits one choice only.

    Case, accents and punctuation do not matter. A text that fits no choice, or more than one, is no choice: a claim is
    never guessed.
    """
    gevraagd = _kaal(tekst)
    for keuze in vak.keuzes:
        if gevraagd in (_kaal(keuze.code), _kaal(keuze.tekst)):
            return keuze
    # A remark behind the choice, or the first words of it ("Ja, per dienst").
    passend = [k for k in vak.keuzes if gevraagd.startswith(_kaal(k.tekst) + " ")]
    if not passend and len(gevraagd) >= 3:
        passend = [k for k in vak.keuzes if (_kaal(k.tekst) + " ").startswith(gevraagd + " ")]
    return passend[0] if len(passend) == 1 else None


def _kaal(tekst: str) -> str:
    plat = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plat.lower()).split())


def antwoordtabel(lijst: Vragenlijst, waarden: Mapping[str, str], *, persoonlijk: Sequence[str] = ()) -> pd.DataFrame:
    """
    Return what may be shown of the answers: ``vraag, vraagtekst, vak, label, status, antwoord`` (all str).

    Private boxes show only that they are filled in; free text is masked, also for what *persoonlijk* adds: a contact
    person named on one form may turn up in the text of another.
    """
    antwoorden = duid(lijst, waarden)
    persoonlijk = (*persoonlijk, *persoonlijke_waarden(lijst, waarden))
    rijen = [
        (
            a.vak.vraag,
            getattr(lijst.vraag(a.vak.vraag), "tekst", ""),
            a.vak.id,
            a.vak.label,
            a.status,
            _toon(a, persoonlijk),
        )
        for a in antwoorden
    ]
    return pd.DataFrame(rijen, columns=["vraag", "vraagtekst", "vak", "label", "status", "antwoord"], dtype="string")


def _toon(antwoord: Antwoord, persoonlijk: tuple[str, ...]) -> str:
    if antwoord.status == "open":
        return ""
    if antwoord.vak.persoonlijk:
        return NIET_GETOOND
    if antwoord.keuze:
        return antwoord.keuze.tekst
    if antwoord.datum:
        return datum_nl(antwoord.datum)
    return scherm_af(antwoord.tekst, persoonlijk)


def persoonlijke_waarden(lijst: Vragenlijst, waarden: Mapping[str, str]) -> tuple[str, ...]:
    """Return the texts of the private boxes, to be masked wherever else they occur."""
    return tuple(waarden[vak.id] for vak in lijst.vakken if vak.persoonlijk and waarden.get(vak.id, "").strip())


def openstaand(lijst: Vragenlijst, waarden: Mapping[str, str]) -> tuple[str, ...]:
    """Return a Dutch line per box that is required but open, and per answer that cannot be read."""
    regels = []
    for antwoord in duid(lijst, waarden):
        vak = antwoord.vak
        if antwoord.status == "open" and not vak.facultatief:
            regels.append(f"{vak.id} ({vak.label}): geen antwoord gevonden.")
        elif antwoord.status == "onleesbaar" and vak.type == "keuze":
            regels.append(f"{vak.id} ({vak.label}): het antwoord is geen van de {len(vak.keuzes)} keuzes.")
        elif antwoord.status == "onleesbaar":
            regels.append(f"{vak.id} ({vak.label}): het antwoord is geen datum; schrijf dag/maand/jaar.")
    return tuple(regels)


def is_volledig(lijst: Vragenlijst, waarden: Mapping[str, str]) -> bool:
    """Tell whether every question has at least one answer that can be read, and no required choice or date is open."""
    antwoorden = duid(lijst, waarden)
    beantwoord = {a.vak.vraag for a in antwoorden if a.status == "ingevuld"}
    verplicht = [a for a in antwoorden if a.vak.type in ("keuze", "datum", "kort") and not a.vak.facultatief]
    return beantwoord == {vraag.id for vraag in lijst.vragen} and all(a.status == "ingevuld" for a in verplicht)


def sterrentabel(lijst: Vragenlijst, waarden: Mapping[str, str]) -> pd.DataFrame:
    """
    Return the stars of a self-evaluation: ``vraag, onderwerp, antwoord`` (str), ``sterren, hoogstens`` (Int64).

    One row per box with stars; ``sterren`` is <NA> where no choice was made. The number of stars per answer is our
    proposal.
    """
    teksten = {vraag.id: vraag.tekst for vraag in lijst.vragen}
    rijen = [
        (a.vak.vraag, teksten[a.vak.vraag], a.keuze.tekst if a.keuze else "",
         a.keuze.sterren if a.keuze else None, max(k.sterren or 0 for k in a.vak.keuzes))
        for a in duid(lijst, waarden)
        if any(k.sterren for k in a.vak.keuzes)
    ]  # fmt: skip
    tabel = pd.DataFrame(rijen, columns=["vraag", "onderwerp", "antwoord", "sterren", "hoogstens"])
    return tabel.astype(
        {"vraag": "string", "onderwerp": "string", "antwoord": "string", "sterren": "Int64", "hoogstens": "Int64"}
    )
