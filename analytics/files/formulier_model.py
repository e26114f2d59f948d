"""What a form is on paper, whatever it asks: questions with boxes, each box with an id to find it back by."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Literal

Vaksoort = Literal["tekst", "kort", "keuze", "datum"]

#: What stands in an empty box, so that everyone sees where to write; reading back ignores it.
UITNODIGING: dict[str, str] = {
    "tekst": "Vul hier uw antwoord in.",
    "kort": "Vul hier in.",
    "datum": "dag/maand/jaar",
    "keuze": "Kies één antwoord.",
}
UITLEG = (
    "Schrijf in de vakken rechts. Laat de grijze nummers staan: daaraan herkennen we uw antwoord. "
    "Vink bij een keuze één vakje aan. Weet u iets nog niet, laat het vak dan leeg."
)
KOP_PILOOT = "Piloot"
KOP_VAK = "Vak"
KOP_ANTWOORD = "Uw antwoord"


@dataclass(frozen=True)
class Formuliervak:
    """A box: its id, its label, how it is answered and, for a choice, the texts to choose from (with stars, if any)."""

    id: str
    label: str
    soort: Vaksoort
    keuzes: tuple[str, ...] = ()
    sterren: tuple[int | None, ...] = ()


@dataclass(frozen=True)
class Formuliervraag:
    """A question with its boxes."""

    id: str
    tekst: str
    hint: str
    vakken: tuple[Formuliervak, ...]


@dataclass(frozen=True)
class Formulier:
    """A form to be written, or to be recognised in what came back."""

    soort: str
    versie: str
    titel: str
    inleiding: str
    vragen: tuple[Formuliervraag, ...]

    @property
    def vakken(self) -> tuple[Formuliervak, ...]:
        """Return every box, in order."""
        return tuple(vak for vraag in self.vragen for vak in vraag.vakken)


@dataclass(frozen=True)
class GelezenFormulier:
    """
    What was found in a file.

    Attributes:
        waarden: Box id → text as filled in; an open box is absent.
        versie: Version printed on the form, empty when it is gone.
        gezien: Ids of boxes and questions that were recognised at all.
        meldingen: Dutch lines for who must look: what was answered outside its box, ticked twice, or not found.
    """

    waarden: dict[str, str] = field(repr=False)
    versie: str
    gezien: frozenset[str]
    meldingen: tuple[str, ...]


def kaal(tekst: str) -> str:
    """Return *tekst* in lower case, without accents, punctuation and double blanks: how texts are recognised."""
    plat = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode().lower()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plat).split())


def bekende_teksten(formulier: Formulier) -> frozenset[str]:
    """Return every text of our own on the form, stripped (:func:`kaal`): never an answer."""
    teksten = {UITLEG, formulier.titel, formulier.inleiding, *UITNODIGING.values(), KOP_PILOOT, KOP_VAK, KOP_ANTWOORD}
    for vraag in formulier.vragen:
        teksten |= {vraag.tekst, vraag.hint, f"{vraag.id} {vraag.tekst}", f"{vraag.id}. {vraag.tekst}"}
        teksten |= {deel for vak in vraag.vakken for deel in (vak.label, f"{vak.label} {vak.id}")}
    return frozenset(kaal(tekst) for tekst in teksten if tekst)


def ontbrekend(formulier: Formulier, gezien: frozenset[str]) -> list[str]:
    """Return a Dutch line per question of which nothing was recognised."""
    return [
        f"Vraag {vraag.id} staat niet (meer) in het formulier."
        for vraag in formulier.vragen
        if not ({vraag.id} | {vak.id for vak in vraag.vakken}) & gezien
    ]
