"""The questionnaires, read from ``data/referentie/vragenlijsten/*.toml``: adding a question is adding an entry."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import cast

from analytics.domain.codelijsten import REFERENTIE
from analytics.errors import InstellingFout
from analytics.questionnaire.vragen import CATEGORIEEN, Bewering, Keuze, Vak, VakType, Vraag, Vragenlijst

MAP = REFERENTIE / "vragenlijsten"

#: Questionnaires in the order of the process, with the phase each belongs to.
SOORTEN: dict[str, str] = {
    "herkomst": "vóór ronde 1",
    "beheer": "vóór ronde 2",
    "zelfevaluatie": "bij de voorbereiding",
}
_TYPES = ("tekst", "kort", "keuze", "datum")


@cache
def vragenlijst(soort: str) -> Vragenlijst:
    """
    Return a questionnaire.

    Raises:
        InstellingFout: If there is no such questionnaire, or its file does not fit.
    """
    if soort not in SOORTEN:
        raise InstellingFout(f"Vragenlijst {soort!r} bestaat niet; kies {', '.join(SOORTEN)}.")
    return lees_vragenlijst(MAP / f"{soort}.toml")


def lees_vragenlijst(pad: Path) -> Vragenlijst:
    """
    Return the questionnaire in a TOML file.

    Raises:
        InstellingFout: If the file is missing or not TOML, a key is missing or unknown, an id is used twice, a type is
            unknown or a choice question has no choices.
    """
    try:
        inhoud = tomllib.loads(pad.read_text(encoding="utf-8"))
        lijst = ontleed(inhoud)
    except OSError:
        raise InstellingFout(f"{pad.name}: vragenlijst niet gevonden of niet leesbaar.") from None
    except tomllib.TOMLDecodeError as fout:
        raise InstellingFout(f"{pad.name}: geen geldige TOML ({fout}).") from None
    except KeyError as fout:
        raise InstellingFout(f"{pad.name}: sleutel {fout} ontbreekt. Vul ze aan in het blok.") from None
    except (TypeError, ValueError) as fout:
        raise InstellingFout(f"{pad.name}: {fout}") from None
    ids = [vak.id for vak in lijst.vakken]
    dubbel = sorted({i for i in ids if ids.count(i) > 1})
    if dubbel:
        raise InstellingFout(f"{pad.name}: vak {dubbel[0]} staat er meer dan één keer in. Geef elk vak een eigen id.")
    return lijst


def ontleed(inhoud: Mapping[str, object]) -> Vragenlijst:
    """Return the questionnaire that a parsed TOML file describes (``KeyError``, ``TypeError``, ``ValueError``)."""
    vragen = tuple(_vraag(blok) for blok in _blokken(inhoud["vragen"]))
    return Vragenlijst(
        soort=str(inhoud["soort"]),
        versie=str(inhoud["versie"]),
        titel=str(inhoud["titel"]),
        inleiding=str(inhoud["inleiding"]),
        bron=str(inhoud["bron"]),
        vragen=vragen,
    )


def _blokken(waarde: object) -> list[dict[str, object]]:
    if not isinstance(waarde, list) or not all(isinstance(blok, dict) for blok in waarde):
        raise ValueError("verwacht een lijst van blokken")
    return cast("list[dict[str, object]]", waarde)


def _vraag(blok: dict[str, object]) -> Vraag:
    vraag_id = str(blok["id"])
    vakken = tuple(vak for deel in _blokken(blok["vakken"]) for vak in _vakken(vraag_id, deel))
    return Vraag(vraag_id, str(blok["tekst"]), str(blok.get("hint", "")), str(blok.get("bewijs", "")), vakken)


def _vakken(vraag_id: str, blok: dict[str, object]) -> list[Vak]:
    soort = str(blok["type"])
    if soort not in _TYPES:
        raise ValueError(f"vraag {vraag_id}: type {soort!r} bestaat niet; kies {', '.join(_TYPES)}.")
    keuzes = tuple(_keuze(vraag_id, keuze) for keuze in _blokken(blok.get("keuzes", [])))
    if (soort == "keuze") != bool(keuzes):
        raise ValueError(f"vraag {vraag_id}: een vak van type 'keuze' heeft keuzes, een ander vak niet.")
    vak_id = f"{vraag_id}.{blok['id']}"
    label = str(blok["label"])
    categorieen = CATEGORIEEN if blok.get("per_categorie") else {"": ""}
    return [
        Vak(
            id=f"{vak_id}.{categorie}" if categorie else vak_id,
            vraag=vraag_id,
            label=f"{label}: {naam.lower()}" if categorie else label,
            type=cast(VakType, soort),
            keuzes=keuzes,
            categorie=categorie,
            persoonlijk=bool(blok.get("persoonlijk", False)),
            facultatief=bool(blok.get("facultatief", False)),
            beweert=_beweringen(blok),
        )
        for categorie, naam in categorieen.items()
    ]


def _keuze(vraag_id: str, blok: dict[str, object]) -> Keuze:
    onbekend = set(blok) - {"code", "tekst", "beweert", "sterren"}
    if onbekend:
        raise ValueError(f"vraag {vraag_id}: een keuze kent de sleutel {sorted(onbekend)[0]!r} niet.")
    sterren = blok.get("sterren")
    return Keuze(
        code=str(blok["code"]),
        tekst=str(blok["tekst"]),
        beweert=_beweringen(blok),
        sterren=None if sterren is None else int(str(sterren)),
    )


def _beweringen(blok: dict[str, object]) -> tuple[Bewering, ...]:
    return tuple(
        Bewering(str(deel["toets"]), float(str(deel.get("grens", 0.0))), int(str(deel.get("maanden", 0))))
        for deel in _blokken(blok.get("beweert", []))
    )
