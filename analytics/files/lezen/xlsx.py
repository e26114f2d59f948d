"""Read the sheets of an OOXML workbook straight from its parts."""

from __future__ import annotations

import pyarrow as pa

from analytics.domain.blad import Blad
from analytics.files.lezen.bladstroom import lees_snel
from analytics.files.lezen.duiden import Duider
from analytics.files.lezen.guard import Archief
from analytics.files.lezen.opmaak import Opmaak, lees_stijlen
from analytics.files.lezen.pakket import Bladverwijzing, Pakket, lees_pakket
from analytics.files.lezen.rijen_xml import Bladlezer, Randgegevens
from analytics.files.lezen.samenstellen import stel_samen
from analytics.files.lezen.tags import Afwijkend
from analytics.files.lezen.teksten import lees_teksten
from analytics.files.lezen.xml import lees_boom

_MET_CELLEN = ("worksheet", "xlMacrosheet", "xlIntlMacrosheet", "dialogsheet")


def lees_bladen(archief: Archief) -> tuple[Pakket, tuple[Blad, ...]]:
    """
    Return the workbook part and its sheets with cells, in order.

    Raises:
        WerkmapFout: When the workbook is damaged or dangerous.
    """
    pakket = lees_pakket(archief)
    archief.bewaak_dtd(*_groot(pakket))
    duider = Duider(archief.naam, _teksten(archief, pakket), _stijlen(archief, pakket), vanaf_1904=pakket.vanaf_1904)
    bladen = tuple(_lees_blad(archief, blad, duider) for blad in pakket.bladen if blad.soort in _MET_CELLEN)
    return pakket, bladen


def _groot(pakket: Pakket) -> list[str]:
    """Return the parts that are streamed from begin to end below, too large to inflate twice."""
    bladen = [blad.deel for blad in pakket.bladen if blad.soort in _MET_CELLEN]
    return [*bladen, deel] if (deel := pakket.deel_van("sharedStrings")) else bladen


def _lees_blad(archief: Archief, blad: Bladverwijzing, duider: Duider) -> Blad:
    try:
        rand = lees_snel(archief.stroom(blad.deel), archief.naam, duider.voeg_toe)
    except Afwijkend:
        duider.begin_blad()
        rand = Randgegevens()
        Bladlezer(archief.naam, rand, duider.voeg_toe).lees(archief.stroom(blad.deel))
    gevuld, pool = duider.einde_blad()
    return stel_samen(archief.naam, blad.naam, blad.zichtbaarheid, gevuld=gevuld, pool=pool, rand=rand)


def _teksten(archief: Archief, pakket: Pakket) -> pa.LargeStringArray:
    deel = pakket.deel_van("sharedStrings")
    if deel is None or not archief.bevat(deel):
        return pa.array([], type=pa.large_string())
    return lees_teksten(lambda: archief.stroom(deel), archief.naam)


def _stijlen(archief: Archief, pakket: Pakket) -> tuple[Opmaak, ...]:
    deel = pakket.deel_van("styles")
    if deel is None or not archief.bevat(deel):
        return ()
    return lees_stijlen(lees_boom(archief, deel))
