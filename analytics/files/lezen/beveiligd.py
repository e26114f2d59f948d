"""Open workbooks that are protected with a password."""

from __future__ import annotations

from analytics.errors import WerkmapFout
from analytics.files.lezen.apart import WachtwoordPastNiet, voer_apart_uit


def ontsleutel(inhoud: bytes, naam: str, *, wachtwoord: str | None) -> tuple[bytes, bool]:
    """
    Return the bytes without protection, and whether a password was needed.

    Workbooks that Excel opens without asking (protected against writing only) need none.

    Raises:
        WerkmapFout: When a password is missing, wrong, or the protection is of an unknown kind.
    """
    try:
        return voer_apart_uit("ontsleutel", inhoud, naam), False
    except WachtwoordPastNiet:
        pass
    if not wachtwoord:
        raise WerkmapFout(
            f"{naam}: de werkmap is met een wachtwoord beveiligd; geef het wachtwoord met --wachtwoord-bestand of in "
            "de omgevingsvariabele MIGRATIE_WACHTWOORD."
        )
    try:
        return voer_apart_uit("ontsleutel", inhoud, naam, wachtwoord=wachtwoord), True
    except WachtwoordPastNiet:
        raise WerkmapFout(
            f"{naam}: het opgegeven wachtwoord past niet op deze werkmap; controleer --wachtwoord-bestand of de "
            "omgevingsvariabele MIGRATIE_WACHTWOORD."
        ) from None
