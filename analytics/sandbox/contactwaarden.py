"""E-mail, phone and URL as the register judges them, and when two of them are the same."""

from __future__ import annotations

import re

from analytics.sandbox.controlegetallen import is_numeriek
from analytics.sandbox.fouten import domeinfout

EMAIL, TELEFOON, WEBSITE, SOCIAL_MEDIA = "E-mail", "Telefoon", "Website", "SocialMedia"
TYPES = {soort.lower(): soort for soort in (EMAIL, WEBSITE, SOCIAL_MEDIA, TELEFOON)}

# Linear formulation of the register's nested pattern, which can run very long on hostile input.
_SCHEIDING = r"[.!#$%&'*+/=?^_`{|}~-]"
_EMAIL = re.compile(
    rf"[_-]*[a-z0-9]+(?:{_SCHEIDING}[a-z0-9]+)*{_SCHEIDING}?[_-]*@[a-z0-9]+(?:[.-][a-z0-9]+)*\.[a-z]{{2,}}",
    re.IGNORECASE | re.ASCII,
)
_TELEFOONTEKENS = str.maketrans("", "", " .()/-+")


def toets_email(waarde: str) -> None:
    """Refuse an e-mail address of another form."""
    # The register's pattern ends in `$`, which in .NET also stands before a trailing line feed.
    if not _EMAIL.fullmatch(waarde.removesuffix("\n")):
        raise domeinfout(
            "E-mail voldoet niet aan het verwachte formaat (naam@domein.vlaanderen). "
            "In naam worden de volgende tekens toegestaan '!#$%&'*+/=?^_`{|}~-', in domein enkel '.' en '-'."
        )


def toets_telefoon(waarde: str) -> None:
    """Refuse a phone number with another character than digits, spaces and ``. / ( ) - +``, or without a digit."""
    kaal = waarde.translate(_TELEFOONTEKENS)
    if not all(is_numeriek(teken) for teken in kaal):
        raise domeinfout('TelefoonNummer moet bestaan uit cijfers, whitespace en ". / ( ) - + "')
    if not kaal:
        raise domeinfout("TelefoonNummer moet minstens één cijfer bevatten")


def toets_website(waarde: str) -> None:
    """Refuse a website that does not start with http(s) or holds no dot."""
    _toets_url(waarde, "Website")


def toets_social_media(waarde: str) -> None:
    """Refuse a social media URL that does not start with http(s) or holds no dot."""
    _toets_url(waarde, "Social media")


def _toets_url(waarde: str, soort: str) -> None:
    if not waarde.lower().startswith(("http://", "https://")):
        raise domeinfout(f"{soort} url moet beginnen met 'http://' of 'https://'")
    if "." not in waarde:
        raise domeinfout(f"{soort} url moet minsens één punt bevatten")


TOETSEN = {EMAIL: toets_email, TELEFOON: toets_telefoon, WEBSITE: toets_website, SOCIAL_MEDIA: toets_social_media}


def vergelijkbaar(contactgegeventype: str, waarde: str) -> str:
    """Give the form in which two values of one type are compared: phone numbers normalised, the rest as typed."""
    return _telefoon_vergelijkbaar(waarde) if contactgegeventype == TELEFOON else waarde


def _telefoon_vergelijkbaar(waarde: str) -> str:
    tekst = waarde.replace("+", "00")
    cijfers = _cijfers(tekst)
    zonder_nullen = cijfers.lstrip("0")
    if len(zonder_nullen) <= 9:
        return "0032" + zonder_nullen
    land, spatie, rest = tekst.partition(" ")
    return cijfers if not spatie else _cijfers(land) + _cijfers(rest).lstrip("0")


def _cijfers(tekst: str) -> str:
    return "".join(teken for teken in tekst if is_numeriek(teken))
