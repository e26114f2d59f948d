"""A workbook locked with a password, as Excel itself does it."""

from __future__ import annotations

import io

from msoffcrypto.format.ooxml import OOXMLFile

from analytics.errors import GebruiksFout


def versleutel(inhoud: bytes, wachtwoord: str) -> bytes:
    """
    Return the workbook encrypted with a password (agile encryption, AES-256).

    The result differs from run to run: the salt is random, and must be.

    Raises:
        GebruiksFout: If the password is empty or longer than Excel takes (255 characters).
    """
    if not 1 <= len(wachtwoord) <= 255:
        raise GebruiksFout("Het wachtwoord moet 1 tot 255 tekens lang zijn: geef een ander wachtwoord op.")
    uit = io.BytesIO()
    OOXMLFile(io.BytesIO(inhoud)).encrypt(wachtwoord, uit)
    return uit.getvalue()
