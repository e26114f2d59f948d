"""Which contact is of which type, so that its value can be judged."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from analytics.checks.oordelen import is_email, is_telefoon, is_url, normaliseer_telefoon
from analytics.checks.proef import Bools, Getallen, Proef, Teksten
from analytics.checks.voorstellen_lijst import contacttype_voorstel
from analytics.domain.codelijsten import codelijst

CONTACTTYPES: tuple[str, ...] = ("E-mail", "Telefoon", "Website", "SocialMedia")
_PLAATS = ("contactgegevens", "contactgegeventype")
_SOCIAAL = re.compile(r"(?i)\b(?:facebook|fb|instagram|twitter|x|linkedin|tiktok|youtube)\.com\b")


def contacttype(tekst: str) -> str | None:
    """Return the type as the register spells it; capitals do not matter on input, blanks do."""
    return {c.lower(): c for c in codelijst("contactgegeventypes")["code"]}.get(tekst.lower())


def contacttypes(proef: Proef) -> Teksten:
    """
    Return the type per contact, ``None`` where nobody can tell.

    A missing type counts as what its value can only be, a type the register refuses but that is clear (``GSM``) as
    what it means: once it is repaired the value is judged as that, so its faults must be told now.
    """
    return proef.onthoud(("contacttypes",), lambda: _contacttypes(proef))


def _contacttypes(proef: Proef) -> Teksten:
    kolom = proef.kolom(*_PLAATS)
    types = [None if t is None else contacttype(t) or contacttype_voorstel(t) for t in kolom.gelezen]
    gegeven: Teksten = np.array([*types, None], dtype=object)[:-1][kolom.nummers]
    zonder = np.flatnonzero(~proef.gevuld(*_PLAATS))
    waarden = proef.waarden("contactgegevens", "waarde")[zonder]
    gegeven[zonder] = [None if w is None else geraden_type(w) for w in waarden]
    return gegeven


def geraden_type(waarde: str) -> str | None:
    """Return the type that a value can only be, so that it is accepted as that."""
    if is_email(waarde):
        return "E-mail"
    if is_telefoon(waarde) and sum(t.isdigit() for t in waarde) >= 8:
        return "Telefoon"
    if is_url(waarde):
        return "SocialMedia" if _SOCIAAL.search(waarde) else "Website"
    return None


def type_codes(proef: Proef) -> Getallen:
    """Return the type per contact as a number: 1 and up as in :data:`CONTACTTYPES`, 0 where nobody can tell."""

    def maak() -> Getallen:
        return pd.Categorical(contacttypes(proef), categories=list(CONTACTTYPES)).codes.astype("int64") + 1

    return proef.onthoud(("typecodes",), maak)


def heeft_type(proef: Proef) -> Bools:
    """Tell which contacts have a type that is clear."""
    return type_codes(proef) > 0


def is_type(*types: str) -> Callable[[Proef, str], Bools]:
    """Make a mask of the contacts of these types."""

    def masker(proef: Proef, tabel: str) -> Bools:  # noqa: ARG001 -- every mask has the same shape
        return np.isin(type_codes(proef), [CONTACTTYPES.index(t) + 1 for t in types])

    return masker


def waarde_codes(proef: Proef) -> Getallen:
    """Number the contact values so that the same contact has the same number: telephone numbers normalised."""

    def maak() -> Getallen:
        kolom = proef.kolom("contactgegevens", "waarde")
        telefoon = type_codes(proef) == CONTACTTYPES.index("Telefoon") + 1
        vormen: Teksten = np.concatenate([kolom.gelezen, np.full(len(kolom.ruw), None, dtype=object)])
        gezien: Bools = np.zeros(len(kolom.ruw), dtype=bool)
        gezien[kolom.nummers[telefoon]] = True
        nummers = np.flatnonzero(gezien & np.not_equal(kolom.gelezen, None).astype(bool))
        vormen[len(kolom.ruw) + nummers] = _genormaliseerd(proef, proef.pijl("contactgegevens", "waarde"), nummers)
        codes: Getallen = pd.factorize(vormen)[0].astype("int64") + 1
        return codes[np.where(telefoon, kolom.nummers + len(kolom.ruw), kolom.nummers)]

    return proef.onthoud(("waardecodes",), maak)


def _genormaliseerd(proef: Proef, teksten: pa.LargeStringArray, welke: Getallen) -> Teksten:
    """
    Normalise the telephone numbers *welke*; those of at most nine digits, nearly all, by the fast engine.

    A blank in front keeps a number apart from an address that reads the same.
    """
    nummers = teksten.take(pa.array(welke))
    kern = pc.utf8_ltrim(pc.replace_substring_regex(nummers, "[^0-9]", ""), characters="0")
    gewoon = pc.and_(pc.less_equal(pc.binary_length(kern), 9), pc.match_substring_regex(nummers, "^[0-9 ./()-]*$"))
    uit: Teksten = pc.replace_substring_regex(kern, "^", " 0032").to_numpy(zero_copy_only=False)
    vorm = proef.vorm("telefoon", normaliseer_telefoon)
    for i in np.flatnonzero(~gewoon.to_numpy(zero_copy_only=False)).tolist():
        uit[i] = " " + vorm(nummers[i].as_py())
    return uit
