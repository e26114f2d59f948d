"""Questionnaires on disk: write the forms, take in what comes back, record judgements and overrides."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from analytics.domain.nummers import masker_insz
from analytics.errors import GebruikersFout, GebruiksFout, InstellingFout, WerkmapFout
from analytics.files.antwoorden import Inzending, bewaar_inzending, bewaar_regel, lees_inzendingen, lees_regels
from analytics.files.archief_leveringen import Ontvangst, archiveer
from analytics.files.formulier_excel import lees_excel, schrijf_excel
from analytics.files.formulier_lezen import lees_word
from analytics.files.formulier_model import Formulier, GelezenFormulier
from analytics.files.formulier_word import schrijf_word
from analytics.files.piloten import PILOTEN, lees_piloten
from analytics.questionnaire.antwoorden import openstaand, persoonlijke_waarden
from analytics.questionnaire.dossier import Ingevuld
from analytics.questionnaire.oordelen import Beoordeling, Waardering
from analytics.questionnaire.poorten import Ontheffing, controleer_ontheffingen, waarheidstabel
from analytics.questionnaire.privacy import scherm_af
from analytics.questionnaire.vragenlijsten import SOORTEN, vragenlijst
from analytics.run.formulieren import formulier_van, formuliertekst

_INKOMEND = Path(__file__).parents[2] / "data" / "inkomend"
#: Where answers and deliveries of real pilots are kept; both folders stay out of version control.
ANTWOORDEN = _INKOMEND / "antwoorden"
ARCHIEF = _INKOMEND / "archief"


@dataclass(frozen=True)
class Ingelezen:
    """
    What became of a form that was read.

    Attributes:
        soort: Which questionnaire it turned out to be.
        gevonden, gevraagd: Boxes with an answer, and all boxes.
        meldingen: Dutch lines: open, unreadable, found elsewhere; nothing private in them.
        nieuw: False when this very file is the latest in the store already.
        sha256: Its hash.
    """

    soort: str
    gevonden: int
    gevraagd: int
    meldingen: tuple[str, ...]
    nieuw: bool
    sha256: str


@dataclass(frozen=True, eq=False)
class Antwoordstand:
    """The latest answers per questionnaire of a pilot, and all judgements and overrides."""

    ingevuld: Mapping[str, Ingevuld]
    beoordelingen: tuple[Beoordeling, ...]
    ontheffingen: tuple[Ontheffing, ...]


def schrijf_formulier(
    soort: str, piloot: str, uitvoer: Path, *, waarden: Mapping[str, str] | None = None, piloten: Path = PILOTEN
) -> tuple[Path, Path]:
    """
    Write the Word and the Excel form of a questionnaire and return their paths.

    Args:
        soort: ``herkomst``, ``beheer`` or ``zelfevaluatie``.
        piloot: Code of the pilot.
        uitvoer: A folder, or a file name whose extension does not matter.
        waarden: Answers to fill in beforehand (box id → text or code of a choice).

    Raises:
        InstellingFout: If there is no such questionnaire.
        GebruiksFout: If there is no such pilot, or the forms cannot be written.
    """
    lijst = vragenlijst(soort)
    naam = _naam(piloot, piloten)
    formulier, tekst = formulier_van(lijst), formuliertekst(lijst, waarden or {})
    los = uitvoer.suffix.lower() in (".docx", ".xlsx")
    stam = uitvoer.with_suffix("") if los else uitvoer / f"vragenlijst-{soort}-{piloot}"
    word, excel = stam.with_name(f"{stam.name}.docx"), stam.with_name(f"{stam.name}.xlsx")
    try:
        stam.parent.mkdir(parents=True, exist_ok=True)
        word.write_bytes(schrijf_word(formulier, piloot=naam, waarden=tekst))
        excel.write_bytes(schrijf_excel(formulier, piloot=naam, waarden=tekst))
    except OSError:
        raise GebruiksFout(f"{stam.parent}: kan niet geschreven worden; controleer de map.") from None
    return word, excel


def lees_formulier(
    pad: Path,
    piloot: str,
    *,
    ontvangen: dt.datetime,
    afzender_rol: str,
    antwoordenmap: Path = ANTWOORDEN,
    archiefmap: Path = ARCHIEF,
    piloten: Path = PILOTEN,
) -> Ingelezen:
    """
    Read a filled-in form, whichever questionnaire it is, and keep its answers and the file itself.

    Args:
        pad: The Word or Excel form.
        piloot: Code of the pilot.
        ontvangen: Local time of receipt.
        afzender_rol: Function of the sender; never a name.
        antwoordenmap, archiefmap: Where answers and files are kept.

    Raises:
        GebruikersFout: If the file cannot be read, or is none of our questionnaires.
    """
    _naam(piloot, piloten)
    inhoud = _bytes(pad)
    soort, gelezen = _herken(pad, inhoud)
    lijst = vragenlijst(soort)
    meldingen = list(gelezen.meldingen)
    if gelezen.versie != lijst.versie:
        meldingen.append(f"Het formulier draagt versie {gelezen.versie or 'onbekend'}; de huidige is {lijst.versie}.")
    meldingen += openstaand(lijst, gelezen.waarden)
    sha256 = hashlib.sha256(inhoud).hexdigest()
    inzending = Inzending(
        soort=soort,
        versie=gelezen.versie,
        # A file name may carry the name of the contact person.
        bestand=scherm_af(pad.name.replace("_", " "), persoonlijke_waarden(lijst, gelezen.waarden)),
        sha256=sha256,
        ontvangen=ontvangen.isoformat(timespec="seconds"),
        afzender_rol=afzender_rol,
        waarden=gelezen.waarden,
        meldingen=tuple(meldingen),
    )
    ontvangst = Ontvangst(0, soort, inzending.bestand, ontvangen, afzender_rol)
    archiveer(archiefmap, piloot, ontvangst=ontvangst, inhoud=inhoud)
    nieuw = bewaar_inzending(antwoordenmap, piloot, inzending)
    return Ingelezen(soort, len(gelezen.waarden), len(lijst.vakken), tuple(meldingen), nieuw, sha256)


def _herken(pad: Path, inhoud: bytes) -> tuple[str, GelezenFormulier]:
    """Return the questionnaire of which most was recognised."""
    fouten: list[GebruikersFout] = []
    gelezen: list[tuple[int, str, GelezenFormulier]] = []
    for soort in SOORTEN:
        formulier = formulier_van(vragenlijst(soort))
        try:
            uit = _lees(pad, inhoud, formulier)
        except GebruikersFout as fout:
            fouten.append(fout)
        else:
            gelezen.append((len(uit.gezien), soort, uit))
    if fouten:
        raise fouten[0]
    beste = max(gelezen, key=lambda deel: deel[0])
    if beste[0] == 0:
        raise WerkmapFout(
            f"{masker_insz(pad.name)}: hierin staat geen enkele vraag van een vragenlijst; vul het formulier in "
            "dat u kreeg, of maak er een met 'migratie vragenlijst'."
        )
    return beste[1], beste[2]


def _lees(pad: Path, inhoud: bytes, formulier: Formulier) -> GelezenFormulier:
    # Told by the bytes: an extension proves nothing, and both formats are zip files.
    if b"word/" in inhoud and b"xl/workbook" not in inhoud:
        return lees_word(inhoud, masker_insz(pad.name), formulier)
    if pad.suffix.lower() in (".docx", ".docm", ".doc", ".dotx", ".odt", ".pdf", ".rtf", ".txt"):
        return lees_word(inhoud, masker_insz(pad.name), formulier)
    return lees_excel(pad, formulier)


def beoordeel(
    piloot: str,
    soort: str,
    *,
    oordeel: str,
    rol: str,
    op: dt.date,
    vraag: str = "",
    opmerking: str = "",
    antwoordenmap: Path = ANTWOORDEN,
) -> Beoordeling:
    """
    Record DV's judgement on the latest answers of a pilot, on one question or (``vraag=""``) on the whole.

    Raises:
        GebruiksFout: If there are no answers to judge, no such question, or the judgement does not fit.
    """
    lijst = vragenlijst(soort)
    inzendingen = lees_inzendingen(antwoordenmap, piloot, soort)
    if not inzendingen:
        raise GebruiksFout(f"Van piloot {piloot!r} is nog geen vragenlijst {soort} ontvangen; lees ze eerst in.")
    if vraag and lijst.vraag(vraag) is None:
        raise GebruiksFout(f"Vraag {vraag!r} bestaat niet in {soort}; kies {', '.join(v.id for v in lijst.vragen)}.")
    beoordeling = Beoordeling(soort, vraag, cast(Waardering, oordeel), opmerking, rol, op, inzendingen[-1].sha256)
    bewaar_regel(antwoordenmap, piloot, "oordelen", {**vars(beoordeling), "op": op.isoformat()})
    return beoordeling


def onthef(
    piloot: str,
    poort: str,
    *,
    eisen: Sequence[str],
    reden: str,
    rol: str,
    op: dt.date,
    antwoordenmap: Path = ANTWOORDEN,
) -> Ontheffing:
    """
    Record that a gate may be passed although requirements are not met; printed on every report from then on.

    Raises:
        InstellingFout: If the reason says nothing, or the requirement is unknown or cannot be waived.
    """
    ontheffing = Ontheffing(poort, tuple(eisen), reden, rol, op)
    controleer_ontheffingen([ontheffing], waarheidstabel())
    regel = {**vars(ontheffing), "eisen": list(eisen), "op": op.isoformat()}
    bewaar_regel(antwoordenmap, piloot, "ontheffingen", regel)
    return ontheffing


def lees_stand(piloot: str, *, antwoordenmap: Path = ANTWOORDEN, peildatum: dt.date | None = None) -> Antwoordstand:
    """
    Return what a pilot answered and what DV thought of it, as it stood at the end of *peildatum* (None = all).

    Raises:
        InstellingFout: If the store is damaged.
    """
    grens = peildatum or dt.date.max
    ingevuld = {}
    for soort in SOORTEN:
        tijdig = [
            (inzending, dt.datetime.fromisoformat(inzending.ontvangen).date())
            for inzending in lees_inzendingen(antwoordenmap, piloot, soort)
        ]
        tijdig = [(inzending, dag) for inzending, dag in tijdig if dag <= grens]
        if tijdig:
            laatste, dag = tijdig[-1]
            ingevuld[soort] = Ingevuld(vragenlijst(soort), laatste.waarden, laatste.sha256, dag)
    try:
        oordelen = tuple(_beoordeling(regel) for regel in lees_regels(antwoordenmap, piloot, "oordelen"))
        ontheffingen = tuple(_ontheffing(regel) for regel in lees_regels(antwoordenmap, piloot, "ontheffingen"))
    except (KeyError, ValueError, TypeError):
        raise InstellingFout(f"Oordelen of ontheffingen van {piloot} zijn beschadigd; zet een kopie terug.") from None
    return Antwoordstand(
        ingevuld,
        tuple(oordeel for oordeel in oordelen if oordeel.op <= grens),
        tuple(ontheffing for ontheffing in ontheffingen if ontheffing.op <= grens),
    )


def _beoordeling(regel: Mapping[str, object]) -> Beoordeling:
    tekst = {naam: str(regel[naam]) for naam in ("soort", "vraag", "opmerking", "rol", "sha256")}
    oordeel = cast(Waardering, str(regel["oordeel"]))
    return Beoordeling(op=dt.date.fromisoformat(str(regel["op"])), oordeel=oordeel, **tekst)


def _ontheffing(regel: Mapping[str, object]) -> Ontheffing:
    eisen = regel["eisen"]
    if not isinstance(eisen, list):
        raise TypeError
    op = dt.date.fromisoformat(str(regel["op"]))
    return Ontheffing(str(regel["poort"]), tuple(map(str, eisen)), str(regel["reden"]), str(regel["rol"]), op)


def _naam(piloot: str, piloten: Path) -> str:
    bekend = lees_piloten(piloten)
    if piloot not in bekend:
        raise GebruiksFout(f"Piloot {piloot!r} staat niet in {piloten.name}; kies {', '.join(bekend)}.")
    return bekend[piloot].naam


def _bytes(pad: Path) -> bytes:
    try:
        return pad.read_bytes()
    except OSError:
        raise WerkmapFout(
            f"{masker_insz(pad.name)}: het bestand bestaat niet of kan niet gelezen worden; controleer het pad."
        ) from None
