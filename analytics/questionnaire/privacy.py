"""What an answer may show: contact persons and identifiers never leave the store of answers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from analytics.domain.nummers import masker_insz

MAIL_MASKER = "[e-mailadres]"
TELEFOON_MASKER = "[telefoonnummer]"
NAAM_MASKER = "[contactpersoon]"

_MAIL = re.compile(r"[\w.+'-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
# Belgian numbers: a leading 0, +32 or 0032 and eight or nine digits in any grouping; years and percentages stay.
_TELEFOON = re.compile(
    r"(?<![\w+])(?!\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d))"
    r"(?:\+32|0032|0)[\s./-]?(?:\(0\))?\s?(?:\d[\s./-]{0,2}){7,8}\d(?!\d)"
)


def scherm_af(tekst: str, persoonlijk: Iterable[str] = ()) -> str:
    """
    Return *tekst* without INSZ, e-mail addresses, telephone numbers and the values in *persoonlijk*.

    *persoonlijk* holds what the pilot filled in about its contact person; parts of a name of three letters and more
    are replaced as well, whatever their case.
    """
    tekst = masker_insz(tekst)
    tekst = _MAIL.sub(MAIL_MASKER, tekst)
    tekst = _TELEFOON.sub(TELEFOON_MASKER, tekst)
    waarden = [" ".join(waarde.split()) for waarde in persoonlijk if waarde.strip()]
    delen = {deel for waarde in waarden for deel in re.split(r"[\s,;]+", waarde) if len(deel) >= 3}
    for deel in sorted({*waarden, *delen}, key=lambda d: (-len(d), d)):
        tekst = re.sub(rf"(?<!\w){re.escape(deel)}(?!\w)", NAAM_MASKER, tekst, flags=re.IGNORECASE)
    return tekst
