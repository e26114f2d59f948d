"""Small readings of JSON that somebody else made."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.register.verzoek import Json


def lijst(waarde: object) -> list[Json]:
    """Return *waarde* when it is a list, else an empty one."""
    return waarde if isinstance(waarde, list) else []


def objecten(waarde: object) -> list[Mapping[str, Json]]:
    """Return the objects in a list."""
    return [d for d in lijst(waarde) if isinstance(d, dict)]


def kaal(waarde: object) -> str:
    """Return only letters and digits, lower case: the register spells some values its own way."""
    return "".join(t for t in str(waarde or "").casefold() if t.isalnum())
