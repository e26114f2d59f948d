"""What the register refuses, as exceptions that the HTTP app turns into answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

TITEL = "Er heeft zich een fout voorgedaan!"


@dataclass(frozen=True, slots=True)
class Validatiefout:
    """One broken rule of the request validator: *code* is the kind of rule, *reason* its literal message."""

    code: str
    reason: str


@dataclass(eq=False)
class Weigering(Exception):  # noqa: N818 -- a refusal is an answer, not a program fault
    """
    A refusal with its problem document.

    *soort* is the last part of the problem type; *fouten* maps a property path
    to the broken rules of that property, and is empty for a domain refusal.
    """

    detail: str
    soort: str = "domain"
    status: int = 400
    titel: str = TITEL
    fouten: Mapping[str, Sequence[Validatiefout]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__(self.detail)


def domeinfout(detail: str) -> Weigering:
    """Give the refusal of a domain rule: the first one that fails, its message in *detail*."""
    return Weigering(detail)


def headerfout(detail: str) -> Weigering:
    """Give the refusal of a missing or malformed header: validation type, without ``validationErrors``."""
    return Weigering(detail, soort="validation")


def onleesbaar() -> Weigering:
    """Give the refusal of a body or parameter that cannot be bound to the request model."""
    return Weigering(
        "Request kon niet correct behandeld worden. Controleer het formaat en probeer het opnieuw.",
        soort="couldnotparserequest",
    )


def niet_gekend(vcode: str) -> Weigering:
    """Give the refusal of a write on an association that does not exist (400, not 404)."""
    return Weigering(
        f"De resource met id '{vcode}' werd niet gevonden.",
        soort="aggregatenotfound",
        titel="Deze actie is niet geldig!",
    )


def verouderde_versie() -> Weigering:
    """Give the refusal of an ``If-Match`` that is not the current version."""
    return Weigering(
        "De gevraagde vereniging heeft niet de verwachte sequentiewaarde.",
        soort="unexpectedaggregateversion",
        status=412,
    )


def niet_gevonden(detail: str) -> Weigering:
    """Give the answer to a read of something that does not exist."""
    return Weigering(detail, soort="notfound", status=404)


class InstellingFout(Exception):  # noqa: N818 -- Dutch for an error
    """A setting of the embedded register that cannot work; the message is one Dutch sentence."""
