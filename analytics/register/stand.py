"""How it stands with one association, as the ledger knows it; and the decisions of humans."""

from __future__ import annotations

from dataclasses import dataclass

from analytics.register.antwoord import Kandidaat, Melding

#: What the ledger knows of an association. ``bezig``: sent, and not (yet) known what came of it.
BEZIG, DEELS, KLAAR, GEWEIGERD, DUBBEL, MISLUKT = "bezig", "deels", "klaar", "geweigerd", "dubbel", "mislukt"


@dataclass(frozen=True)
class Stand:
    """
    How it stands with one association.

    Attributes:
        hash: Of all its requests together, at the last load that sent anything.
        lading: The delivery (hash of its files) that this was.
        stand: ``bezig``, ``deels`` (registered, parts to add), ``klaar``, ``geweigerd``, ``dubbel`` or ``mislukt``.
        vcode: As soon as it is known.
        gekend: Whether the register knew it already (KBO).
        stap: Requests that are done.
        versie, sequentie: Of the last write.
        status: HTTP status of the last answer.
        meldingen: What the register refused: of the association, or of its parts.
        kandidaten, token: Of the last 409.
        onzeker_sinds: When the request left whose result is not known; ``None`` when there is none.
        zelf_van: Key under which the same association was loaded before, when it got another one.
    """

    intern_nummer: str
    hash: str
    lading: str
    stand: str
    vcode: str | None = None
    gekend: bool = False
    stap: int = 0
    versie: int | None = None
    sequentie: int | None = None
    status: int | None = None
    meldingen: tuple[Melding, ...] = ()
    kandidaten: tuple[Kandidaat, ...] = ()
    token: str | None = None
    onzeker_sinds: float | None = None
    zelf_van: str | None = None


@dataclass(frozen=True)
class Besluit:
    """A decision of a human on a suspected duplicate; *vcode* is the association it is the same as."""

    intern_nummer: str
    hash: str
    antwoord: str
    vcode: str
    wie: str
    wanneer: str
    opmerking: str
