"""``migratie dubbels``: workbooks and register in, pairs, groups and a page out."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from analytics.domain.nummers import masker_insz
from analytics.duplicates.beoordeel import hier
from analytics.duplicates.cluster import op_cluster
from analytics.duplicates.records import Records
from analytics.errors import RegisterFout
from analytics.files.lees import lees_werkmap
from analytics.files.schrijf import schrijf
from analytics.register.dubbelcontrole import Dubbelvrager
from analytics.register.transport import Adres, eis_url
from analytics.report.pagina import Kader, Pagina, render
from analytics.report.rapport_dubbels import sectie_dubbels
from analytics.report.tekst import datum, opsomming
from analytics.run.dubbels_beeld import maak_cijfers
from analytics.run.dubbels_bron import Bron, lees_bronnen, maak_records, persoonsgeheim
from analytics.run.dubbels_controle import (
    Meldingen,
    vraag_niemand,
    vraag_oefenregister,
    vraag_register,
    zonder_toelating,
)
from analytics.run.dubbels_csv import bestanden
from analytics.run.dubbels_register import lees_jsonl, lees_uit_register, maak_uit_json
from analytics.run.dubbels_terug import uit_terugleeswerkmap
from analytics.run.dubbels_zoek import Vondst, voeg_samen, zoek
from analytics.run.leveringen import piloten
from analytics.run.opladen_opdracht import lees_toegang

LOKAAL = "lokaal"
#: With more associations the register's check takes minutes, and is only asked when somebody wants it.
MEESTE_VRAGEN = 20_000
_NIET_GEVRAAGD = (
    "De controle van het register is niet gevraagd: kolom register_zou_melden is leeg. "
    "Vraag ze met --controle; reken op een minuut per vijftienduizend verenigingen."
)
# Reading needs no mandate; an initiator is asked for in every call all the same.
_LEZER = "OVO000001"


@dataclass(frozen=True, kw_only=True)
class Dubbelopdracht:
    """
    What the command was given.

    Attributes:
        werkmappen: Files of any kind we can read, in any layout with names.
        ronde, peildatum, piloot: As :func:`analytics.run.dubbels_bron.lees_bronnen`.
        register: URL of a register to compare with, and to ask its check.
        toegang: File with credentials for it.
        teruglezen: Read-back file of the register (``.jsonl``, or a workbook with a column vCode).
        cluster: Address of a dask scheduler, ``lokaal`` for workers on this machine, empty for this process.
        controle: Whether to ask the register's own check; ``None``: up to :data:`MEESTE_VRAGEN` associations.
        wachtwoord: Of protected workbooks.
    """

    werkmappen: tuple[Path, ...]
    ronde: int
    peildatum: dt.date
    piloot: tuple[str, ...] = ()
    register: str | None = None
    toegang: Path | None = None
    teruglezen: Path | None = None
    cluster: str = ""
    controle: bool | None = None
    wachtwoord: str | None = None


def dubbels(opdracht: Dubbelopdracht, uitvoer: Path) -> tuple[Vondst, tuple[str, ...]]:
    """
    Look for doubles and write ``dubbels.csv``, ``groepen.csv``, ``registermeldingen.csv`` and ``dubbels.html``.

    Returns:
        What was found, and the names of the files. Nothing is written before everything was made.

    Raises:
        WerkmapFout, InstellingFout, RegisterFout, GebruiksFout: For a file, setting or register that does not do.
    """
    vondst, bronnen = vind(opdracht)
    uit = bestanden(vondst) | {"dubbels.html": maak_pagina(vondst, bronnen)}
    for naam, inhoud in uit.items():
        schrijf(uitvoer / naam, inhoud)
    return vondst, tuple(uit)


def vind(opdracht: Dubbelopdracht) -> tuple[Vondst, tuple[Bron, ...]]:
    """Look for doubles; returns them and what was read. Raises as :func:`dubbels`."""
    geheim = persoonsgeheim()
    bronnen = lees_bronnen(
        opdracht.werkmappen,
        ronde=opdracht.ronde,
        peildatum=opdracht.peildatum,
        piloot=opdracht.piloot,
        wachtwoord=opdracht.wachtwoord,
    )
    bron = maak_records(bronnen, geheim=geheim)
    register = _register(opdracht, bron, geheim)
    opmerkingen: list[str] = []

    def vraag(alles: Records, vragers: pd.Index) -> Meldingen:
        if opdracht.controle is False or (opdracht.controle is None and len(alles.verenigingen) > MEESTE_VRAGEN):
            opmerkingen.append(_NIET_GEVRAAGD)
            return vraag_niemand(alles, vragers)
        eigen = vraag_oefenregister(alles, vragers, peildatum=opdracht.peildatum)
        if opdracht.register is None:
            return eigen
        try:
            echt = vraag_register(alles, vragers, _client(opdracht))
        except RegisterFout as fout:
            opmerkingen.append(zonder_toelating(fout))
            return eigen
        # The real register speaks about what it holds, the embedded one about the rows of the workbooks.
        onderling = eigen.paren[eigen.paren["op"] < len(bron.verenigingen)]
        return Meldingen(pd.concat([onderling, echt.paren], ignore_index=True), eigen.gevraagd | echt.gevraagd)

    with ExitStack() as stapel:
        verdeel = hier
        if opdracht.cluster:
            adres = None if opdracht.cluster == LOKAAL else opdracht.cluster
            verdeel = stapel.enter_context(op_cluster(adres))
        vondst = zoek(bron, peildatum=opdracht.peildatum, register=register, verdeel=verdeel, vraag=vraag)
    return vondst.met(opmerkingen), bronnen


def maak_pagina(vondst: Vondst, bronnen: Sequence[Bron]) -> str:
    """Return ``dubbels.html``: the section on doubles as a page of its own."""
    leveringen = [bron.levering for bron in bronnen]
    namen = {code: piloot.naam for code, piloot in piloten().items()}
    sectie = sectie_dubbels(maak_cijfers(vondst, namen=namen), leveringen)
    opmerkingen = tuple(Kader(zin, "waarschuwing") for zin in vondst.opmerkingen)
    return render(
        Pagina(
            titel="Mogelijke dubbels",
            onder=f"Gezien op {datum(leveringen[0].peildatum)} (peildatum), in {opsomming_van(bronnen)}.",
            secties=(replace(sectie, blokken=(*opmerkingen, *sectie.blokken)),),
        )
    )


def opsomming_van(bronnen: Sequence[Bron]) -> str:
    """Return the names of the workbooks as a sentence."""
    return opsomming([naam for bron in bronnen for naam in bron.namen])


def _register(opdracht: Dubbelopdracht, bron: Records, geheim: bytes) -> Records | None:
    eerste = len(bron.verenigingen)
    delen: list[Records] = []
    if opdracht.register is not None:
        delen.append(lees_uit_register(_client(opdracht), bron, geheim=geheim, eerste=eerste))
        eerste += len(delen[-1].verenigingen)
    if opdracht.teruglezen is not None:
        delen.append(_teruggelezen(opdracht, opdracht.teruglezen, geheim, eerste))
    return None if not delen else delen[0] if len(delen) == 1 else voeg_samen(*delen)


def _teruggelezen(opdracht: Dubbelopdracht, pad: Path, geheim: bytes, eerste: int) -> Records:
    if pad.suffix.lower() in (".jsonl", ".ndjson", ".json"):
        return lees_jsonl(pad, geheim=geheim, eerste=eerste)
    terug = uit_terugleeswerkmap(lees_werkmap(pad, wachtwoord=opdracht.wachtwoord))
    if terug is not None:
        return maak_uit_json(terug, geheim=geheim, eerste=eerste, bestand=masker_insz(pad.name))
    bronnen = lees_bronnen([pad], ronde=opdracht.ronde, peildatum=opdracht.peildatum, wachtwoord=opdracht.wachtwoord)
    return maak_records(bronnen, geheim=geheim, eerste=eerste)


def _client(opdracht: Dubbelopdracht) -> Dubbelvrager:
    bekend = piloten().get(opdracht.piloot[0]) if opdracht.piloot else None
    toegang = lees_toegang(opdracht.toegang)
    basis = eis_url(opdracht.register or "", geheim=toegang is not None)
    adres = Adres(basis, bekend.initiator if bekend else _LEZER, toegang=toegang)
    return Dubbelvrager(adres, correlatie=lambda: str(uuid.uuid4()))
