"""Values in messages: short, visible, and never an INSZ."""

from __future__ import annotations

import unicodedata

from analytics.domain.nummers import masker_insz

_LANGST = 60
_ONZICHTBAAR = {"\u00a0": "[vaste spatie]", "\u200b": "[breedteloze spatie]", "\t": "[tab]", "\n": "[regeleinde]"}


def toonbaar(tekst: str) -> str:
    """Return *tekst* fit for a message: cut at some 60 characters, what cannot be seen written out, INSZ masked."""
    kort = masker_insz(tekst)
    kort = kort if len(kort) <= _LANGST else kort[: _LANGST - 1] + "…"
    return "".join(_zichtbaar(t) for t in kort)


def _zichtbaar(teken: str) -> str:
    if teken in _ONZICHTBAAR:
        return _ONZICHTBAAR[teken]
    if unicodedata.category(teken) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"):
        return f"[U+{ord(teken):04X}]"
    return teken


def telwoord(aantal: int, enkelvoud: str, meervoud: str) -> str:
    """Return ``1 cel`` or ``1.412 cellen``, with the Dutch point in thousands."""
    return f"{aantal:,}".replace(",", ".") + f" {enkelvoud if aantal == 1 else meervoud}"
