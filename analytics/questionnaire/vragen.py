"""What a questionnaire is: questions, the boxes to answer in, the choices and what each choice claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

VakType = Literal["tekst", "kort", "keuze", "datum"]

#: Categories of data that the questionnaire on the origin asks about, with their label.
CATEGORIEEN: dict[str, str] = {
    "verenigingen": "Verenigingen",
    "contactgegevens": "Contactgegevens",
    "locaties": "Locaties",
    "vertegenwoordigers": "Vertegenwoordigers",
    "bankrekeningen": "Bankrekeningen",
}


@dataclass(frozen=True)
class Bewering:
    """
    What an answer claims, in a form that figures can speak to.

    Attributes:
        toets: Code of the test in :mod:`analytics.questionnaire.toetsen`.
        grens: Its threshold: a share between 0 and 1 or a number of days; meaning per test.
        maanden: Its period.
    """

    toets: str
    grens: float = 0.0
    maanden: int = 0


@dataclass(frozen=True)
class Keuze:
    """
    One answer to choose.

    Attributes:
        code: Word that stands for it in the store.
        tekst: What the pilot reads.
        beweert: The claims it makes; none for an answer that claims nothing.
        sterren: Stars of the self-evaluation (our proposal).
    """

    code: str
    tekst: str
    beweert: tuple[Bewering, ...] = ()
    sterren: int | None = None


@dataclass(frozen=True)
class Vak:
    """
    One box to answer in.

    Attributes:
        id: ``<vraag>.<vak>`` or ``<vraag>.<vak>.<categorie>``; printed on the form, so that it can be found back.
        vraag: Id of its question.
        label: Dutch label.
        type: How it is answered.
        keuzes: Choices of a ``keuze``.
        categorie: Category of data the box is about, or empty.
        persoonlijk: Whether the answer is about a person: never shown in a report.
        facultatief: Whether it may stay empty without being told.
        beweert: The claims of a filled ``datum``.
    """

    id: str
    vraag: str
    label: str
    type: VakType
    keuzes: tuple[Keuze, ...] = ()
    categorie: str = ""
    persoonlijk: bool = False
    facultatief: bool = False
    beweert: tuple[Bewering, ...] = ()

    def keuze(self, code: str) -> Keuze | None:
        """Return the choice with *code*, or None."""
        return next((keuze for keuze in self.keuzes if keuze.code == code), None)


@dataclass(frozen=True)
class Vraag:
    """One question: its id, text and hint, what evidence speaks to it, and its boxes."""

    id: str
    tekst: str
    hint: str
    bewijs: str
    vakken: tuple[Vak, ...]


@dataclass(frozen=True)
class Vragenlijst:
    """One questionnaire: ``soort`` is its code, ``versie`` goes up with every change."""

    soort: str
    versie: str
    titel: str
    inleiding: str
    bron: str
    vragen: tuple[Vraag, ...]

    @property
    def vakken(self) -> tuple[Vak, ...]:
        """Return every box, in order."""
        return tuple(vak for vraag in self.vragen for vak in vraag.vakken)

    def vraag(self, vraag_id: str) -> Vraag | None:
        """Return the question with *vraag_id*, or None."""
        return next((vraag for vraag in self.vragen if vraag.id == vraag_id), None)
