"""Shapes of whole columns at once, equal to :func:`analytics.insight.vormen.vorm` value by value."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from analytics.insight.vormen import vorm

#: How each byte of ASCII text is shown before words are shortened.
_ASCII = bytes(ord(vorm(chr(code))) for code in range(128)) + bytes(range(128, 256))


def vormen(teksten: pa.LargeStringArray) -> pa.LargeStringArray:
    """Return the shape of each text."""
    ascii_ = pc.string_is_ascii(teksten)
    kaal = teksten.filter(ascii_)
    vertaald = pa.py_buffer(kaal.buffers()[2].to_pybytes().translate(_ASCII)) if len(kaal) else None
    if vertaald is None:
        uit = kaal
    else:
        uit = pa.LargeStringArray.from_buffers(len(kaal), kaal.buffers()[1], vertaald, None, 0, kaal.offset)
        uit = pc.replace_substring_regex(uit, "a{3,}", "aaa")
        uit = pc.replace_substring_regex(uit, "A{4,}", "AAAA")
    if len(kaal) == len(teksten):
        return uit
    masker = ascii_.to_numpy(zero_copy_only=False)
    volgorde: npt.NDArray[np.int64] = np.empty(len(teksten), dtype=np.int64)
    volgorde[masker] = np.arange(len(kaal))
    volgorde[~masker] = np.arange(len(kaal), len(teksten))
    rest = pa.array([vorm(tekst) for tekst in teksten.filter(pc.invert(ascii_)).to_pylist()], type=pa.large_string())
    return pa.concat_arrays([uit, rest]).take(pa.array(volgorde))


def tel_vormen(teksten: pa.LargeStringArray, aantallen: npt.NDArray[np.int64]) -> list[tuple[str, int]]:
    """Return each shape with the number of values that have it, the most frequent first, ties by shape."""
    if not len(teksten):
        return []
    gecodeerd = vormen(teksten).dictionary_encode()
    nummers = gecodeerd.indices.to_numpy(zero_copy_only=False)
    tellingen = np.bincount(nummers, weights=aantallen, minlength=len(gecodeerd.dictionary)).astype(np.int64)
    paren = zip(gecodeerd.dictionary.to_pylist(), tellingen.tolist(), strict=True)
    return sorted(paren, key=lambda paar: (-paar[1], paar[0]))
