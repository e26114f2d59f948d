"""Which contact is of which type, so that its value can be judged."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from analytics.checks.proef import Bools, Proef, Teksten
from analytics.checks.voorstellen_lijst import contacttype_voorstel
from analytics.domain.codelijsten import codelijst

CONTACTTYPES: tuple[str, ...] = ("E-mail", "Telefoon", "Website", "SocialMedia")
_PLAATS = ("contactgegevens", "contactgegeventype")


def contacttype(tekst: str) -> str | None:
    """Return the type as the register spells it; capitals do not matter on input, blanks do."""
    return {c.lower(): c for c in codelijst("contactgegeventypes")["code"]}.get(tekst.lower())


def contacttypes(proef: Proef) -> Teksten:
    """
    Return the type per contact, ``None`` where nobody can tell.

    A type the register refuses but that is clear (``GSM``) counts as what it means: once it is repaired, the value
    is judged as that, so its faults must be told now.
    """
    kolom = proef.kolom(*_PLAATS)
    types = [None if t is None else contacttype(t) or contacttype_voorstel(t) for t in kolom.gelezen]
    return np.array([*types, None], dtype=object)[:-1][kolom.nummers]


def is_type(*types: str) -> Callable[[Proef, str], Bools]:
    """Make a mask of the contacts of these types."""

    def masker(proef: Proef, tabel: str) -> Bools:  # noqa: ARG001 -- every mask has the same shape
        return np.isin(contacttypes(proef).astype(str), types)

    return masker
