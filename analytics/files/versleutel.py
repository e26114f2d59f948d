"""A workbook locked with a password, as Excel itself does it."""

from __future__ import annotations

import io
import zipfile

from msoffcrypto.format.ooxml import OOXMLFile

from analytics.errors import GebruiksFout
from analytics.files.ooxml.pakket import INHOUDSTYPEN, Pakket

# msoffcrypto-tool lays out streams of up to 4096 bytes wrongly: neither it nor Excel can open them again.
_TE_KLEIN = 4096


def versleutel(inhoud: bytes, wachtwoord: str) -> bytes:
    """
    Return the workbook encrypted with a password (agile encryption, AES-256).

    The result differs from run to run: the salt is random, and must be.

    Raises:
        GebruiksFout: If the password is empty or longer than Excel takes (255 characters).
    """
    if not 1 <= len(wachtwoord) <= 255:
        raise GebruiksFout("Het wachtwoord moet 1 tot 255 tekens lang zijn: geef een ander wachtwoord op.")
    if len(inhoud) <= _TE_KLEIN:
        inhoud = _opgevuld(inhoud)
    uit = io.BytesIO()
    OOXMLFile(io.BytesIO(inhoud)).encrypt(wachtwoord, uit)
    return uit.getvalue()


def _opgevuld(inhoud: bytes) -> bytes:
    """Return the workbook made longer by blank lines that XML ignores."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archief:
        for naam, deel in Pakket(inhoud).delen.items():
            archief.writestr(zipfile.ZipInfo(naam), deel + b"\n" * (_TE_KLEIN if naam == INHOUDSTYPEN else 0))
    return buffer.getvalue()
