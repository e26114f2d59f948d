"""One cell of a worksheet part, as bytes: its attributes, and the XML of a new content."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from analytics.files.ooxml.pakket import xml_tekst

Ernst = Literal["FOUT", "WAARSCHUWING", "INFO"]


@dataclass(frozen=True)
class Celpatch:
    """What happens to one cell: a colour by severity, another content (text, number, nothing), or both."""

    ernst: Ernst | None = None
    vervang: bool = False
    waarde: str | float | None = None


def celxml(p: str, cel: str, stijl: int, waarde: str | float | None) -> bytes:
    """Write a cell with a text (kept as text, whatever it looks like), a number, or nothing."""
    begin = f'<{p}c r="{cel}"' + (f' s="{stijl}"' if stijl else "")
    if waarde is None:
        return f"{begin}/>".encode()
    if not isinstance(waarde, str):
        return f"{begin}><{p}v>{waarde!r}</{p}v></{p}c>".encode()
    ruimte = ' xml:space="preserve"' if waarde != waarde.strip() or "\n" in waarde else ""
    return f'{begin} t="inlineStr"><{p}is><{p}t{ruimte}>{xml_tekst(waarde)}</{p}t></{p}is></{p}c>'.encode()


def attribuut(tag: bytes, naam: bytes) -> bytes | None:
    """Return the value of an attribute in the bytes of a tag."""
    treffer = _patroon(naam).search(tag)
    return None if treffer is None else treffer.group(1) if treffer.group(1) is not None else treffer.group(2)


def zet_attribuut(tag: bytes, naam: bytes, waarde: bytes) -> bytes:
    """Return the tag with the attribute set."""
    nieuw = b" " + naam + b'="' + waarde + b'"'
    treffer = _patroon(naam).search(tag)
    if treffer is not None:
        return tag[: treffer.start()] + nieuw + tag[treffer.end() :]
    einde = len(tag) - (2 if tag.endswith(b"/>") else 1)
    return tag[:einde] + nieuw + tag[einde:]


@cache
def _patroon(naam: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"\s" + naam + rb"""\s*=\s*(?:"([^"]*)"|'([^']*)')""")
