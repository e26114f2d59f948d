"""Macro projects: their source is compressed, so it has to be unpacked before one can say what it holds."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import olefile

# A compressed container starts with 1 and a chunk header whose top bits are 1 (compressed) and 011 (signature).
_CONTAINER = re.compile(rb"\x01(?=.[\xb0-\xbf])", re.DOTALL)


def uitgepakte_macros(project: bytes) -> Iterator[bytes]:
    """Yield the project as it stands, its narrow reading of UTF-16 texts, and every source text it can unpack."""
    yield project
    yield project.replace(b"\x00", b"")
    try:
        with olefile.OleFileIO(io.BytesIO(project)) as ole:
            stromen = [ole.openstream(pad).read() for pad in ole.listdir()]
    except OSError:
        stromen = [project]
    for stroom in stromen:
        for treffer in _CONTAINER.finditer(stroom):
            yield pak_uit(stroom[treffer.end() :])


def pak_uit(container: bytes) -> bytes:
    """
    Unpack the chunks of a compressed container (after its first byte), as far as they make sense.

    Source: [MS-OVBA] 2.4.1, "Compression and Decompression".
    """
    uit = bytearray()
    plaats = 0
    while plaats + 2 <= len(container):
        kop = int.from_bytes(container[plaats : plaats + 2], "little")
        einde = min(len(container), plaats + (kop & 0x0FFF) + 3)
        plaats += 2
        if (kop >> 12) & 7 != 3:
            break
        if not kop & 0x8000:
            uit += container[plaats:einde]
            plaats = einde
            continue
        begin = len(uit)
        while plaats < einde:
            vlaggen = container[plaats]
            plaats += 1
            for bit in range(8):
                if plaats >= einde:
                    break
                if not vlaggen >> bit & 1:
                    uit.append(container[plaats])
                    plaats += 1
                    continue
                token = int.from_bytes(container[plaats : plaats + 2], "little")
                plaats += 2
                bits = max(4, (len(uit) - begin - 1).bit_length())
                afstand, lengte = (token >> (16 - bits)) + 1, (token & (0xFFFF >> bits)) + 3
                if afstand > len(uit) - begin:
                    return bytes(uit)
                for _ in range(lengte):
                    uit.append(uit[-afstand])
    return bytes(uit)
