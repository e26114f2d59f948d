"""``migratie opladen``: find the delivery, open the environment, guard production, load, write the results."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from analytics.checks.validatie import Validatie, validate
from analytics.domain.levering import PRODUCTIE, Levering
from analytics.domain.uitkomst import STATUSSEN
from analytics.errors import GebruiksFout, InstellingFout
from analytics.files.schrijf import schrijf
from analytics.files.terugleesbestand import Terugleesbestand
from analytics.register.plan import Plan, lees_plan, plan_json, tel_plan
from analytics.register.tempo import Tempo
from analytics.register.transport import Adres, Toegang, eis_url
from analytics.run.leveringen import (
    bronmap,
    grootboekenmap,
    lees_aanlevering,
    piloten,
    rapportenmap,
    vind_aanlevering,
    vind_aanleveringen,
)
from analytics.run.opladen import Lading, Omgeving, laad, plan_lading
from analytics.run.opladen_beeld import beproef, maak_beeld, sleutels_van
from analytics.run.opladen_bestanden import bestanden_van, maak_pagina
from analytics.run.opladen_lezen import lees_lading
from analytics.sandbox.instellingen import Instellingen
from analytics.sandbox.server import draaiend_register

__all__ = ["STATUSSEN", "Lading", "Opdrachtgegevens", "Plan", "Tempo", "opladen", "plan_json", "tel_plan", "toon_plan"]

OEFENREGISTER = "oefenregister"
#: Tells which gates are closed for a pilot in a round, each as a Dutch sentence.
Poorten = Callable[[str, int], Sequence[str]]
#: Where credentials may stand in the environment.
CLIENT_ID, GEHEIM, TOKEN_URL = "MIGRATIE_CLIENT_ID", "MIGRATIE_CLIENT_GEHEIM", "MIGRATIE_TOKEN_URL"


@dataclass(frozen=True, kw_only=True)
class Opdrachtgegevens:
    """
    What the command was given.

    Attributes:
        register: URL of the register; ``None`` starts the embedded one (round 2 only).
        omgeving: Name of the environment, a folder of ledgers; by the round when empty.
        toegang: File with ``client_id``, ``geheim`` and ``token_url``, each on a line of its own as ``naam=waarde``.
        bevestig: Number of associations that the user saw in the plan.
        volgens: Plan file that was shown before.
        met_personen: Whether representatives are shown in the read-back file.
    """

    piloot: str
    ronde: int
    peildatum: dt.date
    register: str | None = None
    omgeving: str = ""
    magda: bool = False
    toegang: Path | None = None
    bevestig: int | None = None
    volgens: Path | None = None
    tempo: Tempo = Tempo()  # noqa: RUF009 -- frozen
    wachtwoord: str | None = None
    grootboeken: Path = field(default_factory=grootboekenmap)
    met_personen: bool = False


def poorten_van_leveringen(piloot: str, ronde: int) -> list[str]:
    """Return a sentence for each earlier round that was not delivered."""
    bron = bronmap(piloot, ronde)
    rondes = {a.ronde for a in vind_aanleveringen(bron) if a.piloot == piloot}
    return [f"Ronde {r} is niet geleverd." for r in range(1, ronde) if r not in rondes]


def toon_plan(gegevens: Opdrachtgegevens) -> Plan:
    """Return what a load would do; asks the register nothing, starts none, and writes nothing."""
    return open_lading(gegevens)[3]


def open_lading(gegevens: Opdrachtgegevens) -> tuple[Levering, Validatie, Omgeving, Plan]:
    """Return the delivery, what the rules say of it, the environment, and what a load would do."""
    levering, validatie = _open(gegevens)
    omgeving = open_omgeving(gegevens)
    return levering, validatie, omgeving, plan_lading(levering, validatie, omgeving)


def open_omgeving(gegevens: Opdrachtgegevens) -> Omgeving:
    """Return the environment; the address of an embedded register changes with every start, so it has none here."""
    return _omgeving(gegevens, gegevens.register or OEFENREGISTER)


def opladen(
    gegevens: Opdrachtgegevens, uitvoer: Path, *, poorten: Poorten = poorten_van_leveringen
) -> tuple[Lading, tuple[str, ...]]:
    """
    Load a delivery and write its results into *uitvoer*.

    Args:
        poorten: Asked before production; every sentence it gives keeps the load from starting.

    Returns:
        The load, and the names of the files written.

    Raises:
        GebruiksFout: If production is not confirmed, a gate is closed, or the plan is another one by now.
        RegisterFout: If the register refuses us, or another load is going on.
    """
    if gegevens.ronde == PRODUCTIE:
        _bewaak_productie(gegevens, poorten)
    volgens = None if gegevens.volgens is None else lees_plan(_tekst(gegevens.volgens))
    levering, validatie, _, plan = open_lading(gegevens)
    if gegevens.ronde == PRODUCTIE and gegevens.bevestig != len(plan.te_versturen):
        raise GebruiksFout(
            f"Het plan stuurt {len(plan.te_versturen)} verenigingen naar productie; bevestig dat met "
            f"--bevestig {len(plan.te_versturen)} (gegeven: {gegevens.bevestig})."
        )
    schrijf(uitvoer / "plan-opladen.json", plan_json(plan))
    with _register(gegevens) as adres, Terugleesbestand(uitvoer, met_personen=gegevens.met_personen) as terug:
        lading = laad(
            levering, validatie, _omgeving(gegevens, adres), volgens=volgens or plan, bij_detail=terug.voeg_toe
        )
    uitspraken = beproef(levering, validatie, plan)
    beeld = maak_beeld(lading, _eerste_sleutels(gegevens, levering), uitspraken, omgeving=omgevingsnaam(gegevens))
    bestanden = bestanden_van(lading, levering, validatie, beeld)
    eerder = [lees_lading(rapportenmap() / gegevens.piloot, ronde) for ronde in range(2, gegevens.ronde)]
    ladingen = [*(lading for lading in eerder if lading is not None), beeld]
    bestanden["opladen.html"] = maak_pagina(piloten()[gegevens.piloot].naam, ladingen, levering)
    for naam, inhoud in bestanden.items():
        schrijf(uitvoer / naam, inhoud)
    return lading, tuple(sorted([*bestanden, terug.xlsx.name, terug.jsonl.name]))


def _eerste_sleutels(gegevens: Opdrachtgegevens, levering: Levering) -> list[str]:
    """Return the keys of round 1; of this delivery when round 1 is not there."""
    rondes = {a.ronde: a for a in vind_aanleveringen(bronmap(gegevens.piloot, gegevens.ronde))
              if a.piloot == gegevens.piloot}  # fmt: skip
    if 1 not in rondes:
        return sleutels_van(levering)
    eerste = lees_aanlevering(rondes[1], peildatum=gegevens.peildatum, wachtwoord=gegevens.wachtwoord)
    return sleutels_van(eerste.levering)


def _bewaak_productie(gegevens: Opdrachtgegevens, poorten: Poorten) -> None:
    if gegevens.register is None:
        raise GebruiksFout("Laden in productie (ronde 3) vraagt --register URL; er is geen standaard.")
    if gegevens.bevestig is None:
        raise GebruiksFout("Laden in productie vraagt --bevestig N, met N het aantal uit 'opladen --plan'.")
    if dicht := list(poorten(gegevens.piloot, gegevens.ronde)):
        raise GebruiksFout(f"Productie mag nog niet starten voor {gegevens.piloot}: {' '.join(dicht)}")


def _open(gegevens: Opdrachtgegevens) -> tuple[Levering, Validatie]:
    aanlevering = vind_aanlevering(gegevens.piloot, gegevens.ronde)
    levering = lees_aanlevering(aanlevering, peildatum=gegevens.peildatum, wachtwoord=gegevens.wachtwoord).levering
    return levering, validate(levering)


def omgevingsnaam(gegevens: Opdrachtgegevens) -> str:
    """Return the name of the environment: as given, else by register and round."""
    if gegevens.omgeving:
        return gegevens.omgeving
    if gegevens.register is None:
        return OEFENREGISTER
    return "productie" if gegevens.ronde == PRODUCTIE else "gescheiden-omgeving"


def _omgeving(gegevens: Opdrachtgegevens, adres: str) -> Omgeving:
    if gegevens.piloot not in piloten():
        raise GebruiksFout(f"Piloot {gegevens.piloot!r} staat niet in data/piloten.toml; kies {', '.join(piloten())}.")
    toegang = None
    if gegevens.register is not None:
        toegang = lees_toegang(gegevens.toegang)
        eis_url(gegevens.register, geheim=toegang is not None)
    return Omgeving(
        omgevingsnaam(gegevens),
        Adres(adres, piloten()[gegevens.piloot].initiator, magda=gegevens.magda, toegang=toegang),
        tempo=gegevens.tempo,
        grootboeken=gegevens.grootboeken,
        register=gegevens.register or OEFENREGISTER,
    )


@contextmanager
def _register(gegevens: Opdrachtgegevens) -> Iterator[str]:
    if gegevens.register is not None:
        yield gegevens.register
        return
    map_ = gegevens.grootboeken / omgevingsnaam(gegevens)
    map_.mkdir(parents=True, exist_ok=True)
    # Kept on disk beside the ledgers: what they say was loaded must still be there at the next load.
    with draaiend_register(Instellingen(databank=map_ / "register.db", is_open=True)) as adres:
        yield adres


def lees_toegang(pad: Path | None) -> Toegang | None:
    """
    Return the credentials from a file, else from the environment, else ``None``: a register without tokens.

    Raises:
        InstellingFout: If they are incomplete. Values are never part of the message.
        GebruiksFout: If tokens would be fetched from no address, or from one that is not safe.
    """
    bron = {"client_id": os.environ.get(CLIENT_ID, ""), "geheim": os.environ.get(GEHEIM, ""),
            "token_url": os.environ.get(TOKEN_URL, "")}  # fmt: skip
    if pad is not None:
        regels = (regel.partition("=") for regel in _tekst(pad).splitlines() if "=" in regel)
        bron = {naam.strip(): waarde.strip() for naam, _, waarde in regels}
    gegeven = {naam: bron.get(naam, "") for naam in ("client_id", "geheim", "token_url")}
    if pad is None and not any(gegeven.values()):
        return None
    if leeg := [naam for naam, waarde in gegeven.items() if not waarde]:
        waar = pad.name if pad else f"{CLIENT_ID}, {GEHEIM} en {TOKEN_URL}"
        raise InstellingFout(f"Toegang tot het register is onvolledig ({waar}): {', '.join(leeg)} ontbreekt; vul aan.")
    return Toegang(eis_url(gegeven["token_url"], geheim=True), gegeven["client_id"], gegeven["geheim"])


def _tekst(pad: Path) -> str:
    try:
        return pad.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise GebruiksFout(f"{pad}: het bestand kan niet gelezen worden; controleer het pad.") from None
