"""
May the next step start? One truth table (``data/referentie/poorten.toml``) over facts that are yes, no or not known.

A gate is open when every requirement is met or does not apply, closed as soon as one is not met, else not known.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import pandas as pd

from analytics.domain.codelijsten import REFERENTIE
from analytics.errors import InstellingFout

Stand = Literal["ja", "nee", "onbekend", "nvt"]
Status = Literal["open", "gesloten", "niet gekend"]
#: An override says why in at least so many characters.
REDEN_LENGTE = 15


@dataclass(frozen=True)
class Eis:
    """
    One requirement, a row of the truth table.

    Attributes:
        id: Name of the fact.
        tekst: What must be so, in Dutch.
        poorten: The gates it guards.
        wie: Who must act when it is not so: ``piloot`` or ``DV``.
        actie: What they must do.
        kan_nvt: Whether the fact may not apply.
        ontheffing: Whether an override may stand in for it.
        minstens: Share that makes the fact true, where it is a share.
    """

    id: str
    tekst: str
    poorten: tuple[str, ...]
    wie: str
    actie: str
    kan_nvt: bool = False
    ontheffing: bool = True
    minstens: float | None = None


@dataclass(frozen=True)
class Waarheidstabel:
    """The gates in order (code → title) and the requirements."""

    versie: str
    poorten: Mapping[str, str]
    eisen: tuple[Eis, ...]

    def van(self, poort: str) -> tuple[Eis, ...]:
        """Return the requirements of a gate."""
        return tuple(eis for eis in self.eisen if poort in eis.poorten)

    def eis(self, eis_id: str) -> Eis:
        """Return a requirement (``KeyError`` when there is none)."""
        return {eis.id: eis for eis in self.eisen}[eis_id]


@dataclass(frozen=True)
class Feit:
    """How it stands with one requirement, in which words, and who must act when that is not ``Eis.wie``."""

    stand: Stand
    uitleg: str
    wie: str = ""


@dataclass(frozen=True)
class Ontheffing:
    """
    A decision to go on although requirements are not met.

    Attributes:
        poort: The gate.
        eisen: Ids of the requirements it stands in for; never empty.
        reden: Why.
        rol: Function of who decides; never a name.
        op: When.

    Raises:
        InstellingFout: If the reason says nothing, or it names no requirement or function.
    """

    poort: str
    eisen: tuple[str, ...]
    reden: str
    rol: str
    op: dt.date

    def __post_init__(self) -> None:
        if len(self.reden.strip()) < REDEN_LENGTE:
            raise InstellingFout(
                f"Ontheffing voor poort {self.poort!r}: geef een reden van minstens {REDEN_LENGTE} tekens."
            )
        if not self.eisen or not self.rol.strip():
            raise InstellingFout(f"Ontheffing voor poort {self.poort!r}: noem de eisen en de functie van wie beslist.")


@dataclass(frozen=True)
class Poort:
    """
    A gate as it stands.

    Attributes:
        code, titel: Which.
        status: From the facts alone: an override never makes a closed gate look open.
        eisen: Each requirement with its fact.
        ontheffingen: Overrides that count here.
    """

    code: str
    titel: str
    status: Status
    eisen: tuple[tuple[Eis, Feit], ...]
    ontheffingen: tuple[Ontheffing, ...] = ()

    @property
    def blokkerend(self) -> tuple[tuple[Eis, Feit], ...]:
        """Return the requirements that hold the gate and that no override stands in for."""
        ontheven = {eis for ontheffing in self.ontheffingen for eis in ontheffing.eisen}
        return tuple(
            (eis, feit)
            for eis, feit in self.eisen
            if feit.stand in ("nee", "onbekend") and not (eis.id in ontheven and eis.ontheffing)
        )

    @property
    def mag_door(self) -> bool:
        """Tell whether the step may start: the gate is open, or overrides cover all that holds it."""
        return not self.blokkerend

    @property
    def zin(self) -> str:
        """Return one Dutch sentence: how it stands, why, and who must act."""
        if self.status == "open":
            return f"{self.titel}: open."
        redenen = "; ".join(f"{feit.uitleg.rstrip('.')} ({feit.wie or eis.wie})" for eis, feit in self.blokkerend)
        if self.mag_door:
            waarom = "; ".join(f"{o.reden} ({o.rol})" for o in self.ontheffingen)
            return f"{self.titel}: {self.status}, maar met ontheffing toegelaten: {waarom}"
        return f"{self.titel}: {self.status}. {redenen}."


def beoordeel_poort(
    code: str, feiten: Mapping[str, Feit], *, tabel: Waarheidstabel, ontheffingen: Sequence[Ontheffing] = ()
) -> Poort:
    """
    Return how a gate stands; a fact that is missing in *feiten* is not known.

    Raises:
        InstellingFout: If there is no such gate, or an override stands in for what it may not.
    """
    if code not in tabel.poorten:
        raise InstellingFout(f"Poort {code!r} bestaat niet; kies {', '.join(tabel.poorten)}.")
    eisen = tuple((eis, _feit(eis, feiten)) for eis in tabel.van(code))
    eigen = tuple(o for o in ontheffingen if o.poort == code)
    if eigen:
        controleer_ontheffingen(eigen, tabel)
    standen = {feit.stand for _, feit in eisen}
    status: Status = "gesloten" if "nee" in standen else "niet gekend" if "onbekend" in standen else "open"
    return Poort(code, tabel.poorten[code], status, eisen, eigen)


def _feit(eis: Eis, feiten: Mapping[str, Feit]) -> Feit:
    feit = feiten.get(eis.id) or Feit("onbekend", f"{eis.tekst}: niet gekend")
    # "Does not apply" opens a gate, so only where the table allows it.
    return Feit("onbekend", feit.uitleg, feit.wie) if feit.stand == "nvt" and not eis.kan_nvt else feit


def controleer_ontheffingen(ontheffingen: Sequence[Ontheffing], tabel: Waarheidstabel) -> None:
    """Raise ``InstellingFout`` if an override names an unknown gate, another gate's requirement, or a hard one."""
    for ontheffing in ontheffingen:
        eisen = {eis.id: eis for eis in tabel.van(ontheffing.poort)}
        for eis_id in ontheffing.eisen:
            if eis_id not in eisen:
                raise InstellingFout(
                    f"Ontheffing voor poort {ontheffing.poort!r}: eis {eis_id!r} hoort niet bij deze poort; "
                    f"kies uit {', '.join(eisen) or 'een bestaande poort'}."
                )
            if not eisen[eis_id].ontheffing:
                raise InstellingFout(f"Van de eis {eis_id!r} ({eisen[eis_id].tekst}) is geen ontheffing mogelijk.")


def poortentabel(poorten: Sequence[Poort]) -> pd.DataFrame:
    """
    Return one row per gate and requirement.

    Columns ``poort, titel, status, mag_door, eis, tekst, stand, uitleg, wie, actie, ontheffing`` (str but ``mag_door``,
    bool): ``wie`` and ``actie`` are empty where nobody must act.
    """
    rijen = []
    for poort in poorten:
        blokkerend = {eis.id for eis, _ in poort.blokkerend}
        for eis, feit in poort.eisen:
            reden = "; ".join(f"{o.reden} ({o.rol})" for o in poort.ontheffingen if eis.id in o.eisen)
            moet = eis.id in blokkerend
            rijen.append(
                (poort.code, poort.titel, poort.status, poort.mag_door, eis.id, eis.tekst, feit.stand, feit.uitleg,
                 (feit.wie or eis.wie) if moet else "", eis.actie if moet else "", reden)
            )  # fmt: skip
    kolommen = ["poort", "titel", "status", "mag_door", "eis", "tekst", "stand", "uitleg", "wie", "actie", "ontheffing"]
    tabel = pd.DataFrame(rijen, columns=kolommen)
    return tabel.astype(dict.fromkeys(kolommen, "string") | {"mag_door": bool})


@cache
def waarheidstabel(pad: Path = REFERENTIE / "poorten.toml") -> Waarheidstabel:
    """
    Read the truth table.

    Raises:
        InstellingFout: If the file is missing, is not TOML, or a requirement lacks a key or names an unknown gate.
    """
    try:
        inhoud = tomllib.loads(pad.read_text(encoding="utf-8"))
        poorten = {str(p["code"]): str(p["titel"]) for p in inhoud["poorten"]}
        eisen = tuple(
            Eis(
                id=str(e["id"]),
                tekst=str(e["tekst"]),
                poorten=tuple(e["poorten"]),
                wie=str(e["wie"]),
                actie=str(e["actie"]),
                kan_nvt=bool(e["kan_nvt"]),
                ontheffing=bool(e.get("ontheffing", True)),
                minstens=e.get("minstens"),
            )
            for e in inhoud["eisen"]
        )
        versie = str(inhoud["versie"])
    except OSError:
        raise InstellingFout(f"{pad.name}: niet gevonden of niet leesbaar; zet het bestand terug.") from None
    except tomllib.TOMLDecodeError as fout:
        raise InstellingFout(f"{pad.name}: geen geldige TOML ({fout}); verbeter die regel.") from None
    except KeyError as fout:
        raise InstellingFout(f"{pad.name}: sleutel {fout} ontbreekt; vul ze aan.") from None
    for eis in eisen:
        if vreemd := set(eis.poorten) - set(poorten):
            raise InstellingFout(f"{pad.name}, eis {eis.id!r}: poort {sorted(vreemd)[0]!r} bestaat niet.")
    if len({eis.id for eis in eisen}) != len(eisen):
        raise InstellingFout(f"{pad.name}: twee eisen hebben dezelfde id; geef elke eis een eigen id.")
    return Waarheidstabel(versie, poorten, eisen)
