"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from analytics.checks.proef import Plekken, Proef, Uitslag
from analytics.domain.blad import Soort


class Ernst(StrEnum):
    """FOUT: refused by the register or forbidden in the round; WAARSCHUWING: accepted, look; INFO: worth knowing."""

    FOUT = "FOUT"
    WAARSCHUWING = "WAARSCHUWING"
    INFO = "INFO"


Groep = Literal["structuur", "register", "ronde", "lezing", "Excel-schade", "kwaliteit"]
Niveau = Literal["cel", "rij", "vereniging", "blad", "levering"]

#: A column: (tabel, veld).
Plaats = tuple[str, str]
#: A value in the rule's column, the same with its kind, or the whole delivery (arguments of ``een_levering``).
Voorbeeld = str | tuple[str | None, Soort] | Mapping[str, object]
Toets = Callable[[Proef, Plaats], Uitslag | Plekken]
#: The same, of rules about records.
KolomToets = Callable[[Proef, Plaats], Uitslag]
#: From the text as it stands to the repaired text; ``None`` where no mechanical repair is safe.
Voorstel = Callable[[str], str | None]


@dataclass(frozen=True)
class Bron:
    """Who says so: the register with its literal messages, the round, or we."""

    wie: Literal["Register", "Ronderegel", "Sjabloon", "Advies"]
    meldingen: tuple[str, ...] = ()
    tekst: str = ""

    def __str__(self) -> str:
        delen = (*(f"“{m}”" for m in self.meldingen), *((self.tekst,) if self.tekst else ()))
        return f"{self.wie}: {' / '.join(delen)}"


def register(*meldingen: str, tekst: str = "") -> Bron:
    """Quote the register: its literal messages, as ``data/referentie/registermeldingen.csv`` has them."""
    return Bron("Register", meldingen, tekst)


def ronderegel(tekst: str) -> Bron:
    """Quote the migration plan."""
    return Bron("Ronderegel", (), tekst)


def sjabloon(tekst: str) -> Bron:
    """Say what the template workbooks ask for."""
    return Bron("Sjabloon", (), tekst)


def advies(tekst: str) -> Bron:
    """Say why we advise this."""
    return Bron("Advies", (), tekst)


@dataclass(frozen=True, kw_only=True)
class Regel:
    """
    One declarative entry with its own evidence.

    Attributes:
        code: Words; unique, never reused.
        plaatsen: The columns it judges; nearly always one.
        titel: The fault found, a Dutch sentence.
        advies: What to do; begins with a verb.
        bron: Who says so.
        toets: Which records it applies to and which are at fault.
        goed, fout: Its tests, and the examples of the handbook.
        groep: The panel it belongs to.
        niveau: What one finding is about.
        rondes: Rounds in which it applies.
        waarom: Why it matters, where "the register refuses it" does not say enough.
        voorstel: The mechanical repair of one value.
        oorzaak: What is the matter with one value, in a few words that follow "412 cellen ...".
        naast: Other values of the record in ``goed`` and ``fout``.
        collectie: Whether it compares cells with each other: then it is judged too as if all repairs were made, so
            that a repair never brings up a fault that was not told.
        citeer: Whether a message may quote the value (never for personal columns).
    """

    code: str
    plaatsen: tuple[Plaats, ...]
    ernst: Ernst
    titel: str
    advies: str
    bron: Bron
    toets: Toets
    goed: tuple[Voorbeeld, ...]
    fout: tuple[Voorbeeld, ...]
    groep: Groep = "register"
    niveau: Niveau = "cel"
    rondes: tuple[int, ...] = (1, 2, 3)
    waarom: str = ""
    voorstel: Voorstel | None = None
    oorzaak: Callable[[str], str] | None = None
    naast: Mapping[str, str] = field(default_factory=dict)
    collectie: bool = False
    citeer: bool = True

    @property
    def tabel(self) -> str:
        """The table of its first column."""
        return self.plaatsen[0][0]

    @property
    def veld(self) -> str:
        """Its first column."""
        return self.plaatsen[0][1]
