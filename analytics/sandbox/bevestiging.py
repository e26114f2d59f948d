"""The bevestigingstoken: a hash over a whole registration request."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from datetime import date

from analytics.sandbox.verzoeken import RegistreerVerzoek


def bevestigingstoken(verzoek: RegistreerVerzoek, *, soort: str, zout: str) -> str:
    """
    Give the token as upper-case hexadecimal pairs joined by hyphens, 47 characters.

    The values count, not the text: white space, key order and unknown keys make no difference.
    *soort* is the endpoint, since each hashes a request type of its own.
    """
    tekst = json.dumps({soort: asdict(verzoek)}, ensure_ascii=False, separators=(",", ":"), default=_datum)
    kern = hashlib.md5((zout + tekst).encode("utf-16-le", "surrogatepass"), usedforsecurity=False)
    return kern.digest().hex("-").upper()


def _datum(waarde: object) -> str:
    if not isinstance(waarde, date):
        raise TypeError(f"unexpected value in a request: {type(waarde).__name__}")
    return waarde.isoformat()
