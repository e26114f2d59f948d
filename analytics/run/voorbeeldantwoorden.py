"""The example answers: filled-in forms made from ``data/voorbeeld-antwoorden/*.toml`` and read back for real."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any, cast

from analytics.domain.piloot import Piloot
from analytics.errors import InstellingFout
from analytics.files.archief_leveringen import Ontvangst, archiveer
from analytics.files.formulier_excel import schrijf_excel
from analytics.files.formulier_word import schrijf_word
from analytics.files.piloten import PILOTEN, lees_piloten
from analytics.questionnaire.vragenlijsten import vragenlijst
from analytics.run.formulieren import formulier_van, formuliertekst
from analytics.run.leveringen import ontvangen_op
from analytics.run.vragenlijst import beoordeel, lees_formulier, onthef

BRON = Path(__file__).parents[2] / "data" / "voorbeeld-antwoorden"
_WERKMAPPEN = ("feitelijk", "kbo")


def maak_voorbeeldantwoorden(doel: Path, *, leveringen: Path | None = None, bron: Path = BRON) -> dict[str, dt.date]:
    """
    Fill in the forms of the example pilots, read them back, and return the planned day of each production load.

    Args:
        doel: Gets ``formulieren/<piloot>/``, ``antwoorden/<piloot>/`` and ``archief/<piloot>/``. Start from an empty
            folder: the stores are only ever added to.
        leveringen: Example deliveries (``<piloot>/ronde-<n>/<piloot>-<soort>.xlsx``) to put in the archive, in the
            morning of the day ``ontvangen.csv`` gives, else of the round's deadline.
        bron: The answers.

    Raises:
        InstellingFout: If a file of the example does not fit.
    """
    oplaaddatums = {}
    bekend = lees_piloten(PILOTEN)
    for pad in sorted(bron.glob("*.toml")):
        inhoud = _lees(pad)
        try:
            _maak(pad.stem, inhoud, doel, bekend[pad.stem])
            if leveringen is not None:
                _archiveer(bekend[pad.stem], doel, rol=str(inhoud["inzendingen"][0]["afzender_rol"]), bron=leveringen)
            oplaaddatums[pad.stem] = cast(dt.date, inhoud["oplaaddatum"])
        except KeyError as fout:
            raise InstellingFout(f"{pad.name}: sleutel of piloot {fout} ontbreekt; vul ze aan.") from None
    return oplaaddatums


# The values of a TOML file of our own, whose shape the code below spells out.
_Toml = dict[str, Any]


def voorbeeldoplaaddatums(bron: Path = BRON) -> dict[str, dt.date]:
    """Return the planned day of each production load in the example."""
    return {pad.stem: cast(dt.date, _lees(pad)["oplaaddatum"]) for pad in sorted(bron.glob("*.toml"))}


def _lees(pad: Path) -> _Toml:
    try:
        return tomllib.loads(pad.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as fout:
        raise InstellingFout(f"{pad.name}: niet leesbaar ({fout}).") from None


def _maak(piloot: str, inhoud: _Toml, doel: Path, wie: Piloot) -> None:
    for blok in inhoud["inzendingen"]:
        lijst = vragenlijst(blok["soort"])
        tekst = formuliertekst(lijst, blok["antwoorden"])
        word = blok["vorm"] == "word"
        schrijf, extensie = (schrijf_word, "docx") if word else (schrijf_excel, "xlsx")
        pad = doel / "formulieren" / piloot / f"{blok['soort']}.{extensie}"
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(schrijf(formulier_van(lijst), piloot=wie.naam, waarden=tekst))
        lees_formulier(
            pad,
            piloot,
            ontvangen=blok["ontvangen"],
            afzender_rol=blok["afzender_rol"],
            antwoordenmap=doel / "antwoorden",
            archiefmap=doel / "archief",
        )
    for blok in inhoud.get("oordelen", []):
        beoordeel(
            piloot,
            blok["soort"],
            vraag=blok.get("vraag", ""),
            oordeel=blok["oordeel"],
            opmerking=blok.get("opmerking", ""),
            rol=blok["rol"],
            op=blok["op"],
            antwoordenmap=doel / "antwoorden",
        )
    for blok in inhoud.get("ontheffingen", []):
        onthef(
            piloot,
            blok["poort"],
            eisen=blok["eisen"],
            reden=blok["reden"],
            rol=blok["rol"],
            op=blok["op"],
            antwoordenmap=doel / "antwoorden",
        )


def _archiveer(wie: Piloot, doel: Path, *, rol: str, bron: Path) -> None:
    dagen = ontvangen_op(bron)
    for ronde in (1, 2, 3):
        dag = dagen.get((wie.code, ronde)) or wie.deadlines.van_ronde(ronde)
        for soort in _WERKMAPPEN:
            pad = bron / wie.code / f"ronde-{ronde}" / f"{wie.code}-{soort}.xlsx"
            if dag and pad.is_file():
                ontvangst = Ontvangst(ronde, soort, pad.name, dt.datetime.combine(dag, dt.time(9, 30)), rol)
                archiveer(doel / "archief", wie.code, ontvangst=ontvangst, inhoud=pad.read_bytes())
