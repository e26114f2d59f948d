"""Find the tags in a piece of XML with whole-array arithmetic, and cut out the texts between them."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import IntEnum
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Plaatsen: TypeAlias = npt.NDArray[np.int64]


class Tag(IntEnum):
    """The tags that matter in rows and shared texts; everything else is ``ANDER``."""

    ANDER = 0
    CEL = 1
    CEL_EINDE = 2
    WAARDE = 3
    WAARDE_EINDE = 4
    FORMULE = 5
    FORMULE_EINDE = 6
    INLIJN = 7
    INLIJN_EINDE = 8
    TEKST = 9
    TEKST_EINDE = 10
    RIJ = 11
    RIJ_EINDE = 12
    STUK = 13
    STUK_EINDE = 14


class Afwijkend(Exception):  # noqa: N818 -- a turn to the slow reader, not a fault
    """This XML is written in a way the fast reader does not know."""


# A tag is known by its first three characters: "<c r", "<v>", "</c>", "<row", "<si>".
_BEGINNEN: tuple[tuple[bytes, Tag], ...] = (
    (b"c ", Tag.CEL),
    (b"/c>", Tag.CEL_EINDE),
    (b"v>", Tag.WAARDE),
    (b"v ", Tag.WAARDE),
    (b"v/", Tag.WAARDE),
    (b"/v>", Tag.WAARDE_EINDE),
    (b"f>", Tag.FORMULE),
    (b"f ", Tag.FORMULE),
    (b"f/", Tag.FORMULE),
    (b"/f>", Tag.FORMULE_EINDE),
    (b"is>", Tag.INLIJN),
    (b"/is", Tag.INLIJN_EINDE),
    (b"t>", Tag.TEKST),
    (b"t ", Tag.TEKST),
    (b"/t>", Tag.TEKST_EINDE),
    (b"row", Tag.RIJ),
    (b"/ro", Tag.RIJ_EINDE),
    (b"si>", Tag.STUK),
    (b"/si", Tag.STUK_EINDE),
)
_ENTITEIT = re.compile(r"&(#x[0-9A-Fa-f]+|#[0-9]+|amp|lt|gt|quot|apos);|&")
_NAMEN = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def _tabel(lengte: int) -> npt.NDArray[np.uint8]:
    tabel: npt.NDArray[np.uint8] = np.zeros(65536, dtype=np.uint8)
    for begin, tag in _BEGINNEN:
        if len(begin) == lengte:
            tabel[begin[0] | begin[1] << 8] = tag
    return tabel


_TWEE, _DRIE = _tabel(2), _tabel(3)
_DERDE: npt.NDArray[np.uint8] = np.zeros(len(Tag), dtype=np.uint8)
for _begin, _tag in _BEGINNEN:
    if len(_begin) == 3:
        _DERDE[_tag] = _begin[2]


class Tags:
    """
    The tags of a piece of XML in order.

    Attributes:
        tekens: The bytes, as numbers.
        begin, einde: Place of the ``<`` and of the ``>`` of each tag.
        tag: :class:`Tag` of each, followed by eight times ``ANDER`` so that one can look ahead.
        gesloten: Whether the tag closes itself (``<v/>``).
    """

    def __init__(self, stuk: bytes) -> None:
        self.stuk = stuk
        self.tekens: npt.NDArray[np.uint8] = np.frombuffer(stuk, dtype=np.uint8)
        self.begin: Plaatsen = np.flatnonzero(self.tekens == ord("<"))
        einden = np.flatnonzero(self.tekens == ord(">"))
        if len(einden) != len(self.begin):
            # A ">" may stand unescaped in text: the first one after each "<" is the one that counts.
            if not len(einden) or (len(self.begin) and self.begin[-1] > einden[-1]):
                raise Afwijkend
            einden = einden[np.searchsorted(einden, self.begin)]
        self.einde: Plaatsen = einden
        if (self.einde - self.begin < 2).any() or (self.einde[:-1] > self.begin[1:]).any():
            raise Afwijkend
        een, twee = self.tekens[self.begin + 1], self.tekens[self.begin + 2]
        # Comments, CDATA and processing instructions can hold what looks like tags.
        if ((een == ord("!")) | (een == ord("?"))).any():
            raise Afwijkend
        sleutel = een | twee.astype(np.uint16) << 8
        drie = _DRIE[sleutel]
        # The third character exists where the first two fit: "<is" and "</c" are followed by at least a ">".
        derde = self.tekens[np.minimum(self.begin + 3, self.einde)]
        drie[derde != _DERDE[drie]] = 0
        self.tag: npt.NDArray[np.uint8] = np.concatenate([_TWEE[sleutel] | drie, np.zeros(8, dtype=np.uint8)])
        self.gesloten: npt.NDArray[np.bool_] = np.concatenate(
            [self.tekens[self.einde - 1] == ord("/"), np.zeros(8, dtype=bool)]
        )

    def __len__(self) -> int:
        return len(self.begin)

    def waar(self, tag: Tag) -> Plaatsen:
        """Return the numbers of the tags of a kind."""
        return np.flatnonzero(self.tag[: len(self)] == tag)

    def knip(self, van: Plaatsen, tot: Plaatsen) -> pa.LargeStringArray:
        """
        Return the texts between two rising series of places, entities resolved.

        Raises:
            Afwijkend: When a text is no UTF-8 or holds an entity that XML does not know.
        """
        # Texts and the gaps between them alternate in one array over the same bytes; the texts are taken out.
        grenzen: Plaatsen = np.empty(2 * len(van) + 1, dtype=np.int64)
        grenzen[0:-1:2], grenzen[1::2], grenzen[-1] = van, tot, tot[-1] if len(tot) else 0
        alles = pa.LargeBinaryArray.from_buffers(
            pa.large_binary(), 2 * len(van), [None, pa.py_buffer(grenzen), pa.py_buffer(self.stuk)]
        )
        try:
            teksten = alles.take(pa.array(np.arange(0, 2 * len(van), 2))).cast(pa.large_string())
        except pa.ArrowInvalid:
            raise Afwijkend from None
        for teken in (b"\r", b"&"):
            if teken in self.stuk:
                teksten = vervang(teksten, teken.decode(), _NA_TEKEN[teken])
        return teksten


def vervang(teksten: pa.LargeStringArray, bevat: str, functie: Callable[[str], str]) -> pa.LargeStringArray:
    """Return the texts with those that hold a piece of text put through a function."""
    raak = pc.match_substring(teksten, bevat)
    if not pc.any(raak).as_py():
        return teksten
    nieuw = [functie(tekst) for tekst in teksten.filter(raak).to_pylist()]
    return pc.replace_with_mask(teksten, raak, pa.array(nieuw, type=pa.large_string()))


def _regeleinden(tekst: str) -> str:
    return tekst.replace("\r\n", "\n").replace("\r", "\n")


def _ontcijfer(tekst: str) -> str:
    return _ENTITEIT.sub(_teken, tekst)


def _teken(treffer: re.Match[str]) -> str:
    naam = treffer[1]
    if naam is None:
        raise Afwijkend
    if not naam.startswith("#"):
        return _NAMEN[naam]
    code = int(naam[2:], 16) if naam[1] == "x" else int(naam[1:])
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF or (code < 32 and code not in (9, 10, 13)):
        raise Afwijkend
    return chr(code)


#: What an XML parser does to character data: line ends first, then entities, which may bring in new line ends.
_NA_TEKEN: dict[bytes, Callable[[str], str]] = {b"\r": _regeleinden, b"&": _ontcijfer}
