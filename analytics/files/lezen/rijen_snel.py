"""
Read the rows of a sheet with whole-array arithmetic: some twenty times as fast as a parser that calls Python.

It knows XML as spreadsheet programs write it. Single cells written otherwise (rich text, unusual attributes) go
through the exact reader one by one; anything else unusual raises :class:`Afwijkend`, and the whole sheet does.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from analytics.files.lezen.celkop import lees_celkoppen
from analytics.files.lezen.cellen import Cellen
from analytics.files.lezen.rijen_xml import Bladlezer, Randgegevens
from analytics.files.lezen.tags import Afwijkend, Plaatsen, Tag, Tags
from analytics.files.lezen.xml import is_waar

_KENMERK = re.compile(rb"\s(r|hidden)=[\"']([^\"']*)[\"']")
_MET_PLAATS = re.compile(rb"<c\b[^>]*?\sr=")


def lees_rijen(stuk: bytes, naam: str, rand: Randgegevens, lever: Callable[[Cellen], None]) -> None:
    """
    Hand out the filled cells of whole rows; note hidden rows in *rand*.

    Raises:
        Afwijkend: When the XML is not written as known; nothing may be kept of this sheet then.
        WerkmapFout: When a cell has an impossible place.
    """
    tags = Tags(stuk)
    cel = tags.waar(Tag.CEL)
    rijen = tags.waar(Tag.RIJ)
    soort = _Patroon(tags, cel)
    vreemd = cel[soort.vreemd]
    einden = _einden(tags, vreemd)
    geteld = int(soort.lengte.sum()) + int((einden - vreemd + 1).sum()) + len(rijen) + len(tags.waar(Tag.RIJ_EINDE))
    # Every tag must belong to a cell or row; a tag left over is something unknown.
    if geteld != len(tags):
        raise Afwijkend
    _verberg(tags, rijen, rand)
    gevuld = np.flatnonzero(soort.formule | (soort.tot > soort.van))
    kop = lees_celkoppen(tags, cel[gevuld])
    goed, slecht = gevuld[kop.goed], cel[gevuld[~kop.goed]]
    if len(goed):
        ruw = tags.knip(soort.van[goed], soort.tot[goed])
        if (zonder := soort.zonder_waarde[goed]).any():
            ruw = pa.LargeStringArray.from_buffers(
                len(goed), ruw.buffers()[1], ruw.buffers()[2], pa.array(~zonder).buffers()[1]
            )
        lever(
            Cellen(
                rij=kop.rij[kop.goed],
                kolom=kop.kolom[kop.goed],
                stijl=kop.stijl[kop.goed],
                celtype=kop.celtype[kop.goed],
                formule=soort.formule[goed],
                ruw=ruw,
            )
        )
    if len(slecht) or len(vreemd):
        apart = np.sort(np.concatenate([slecht, vreemd]))
        _lees_apart(tags, apart, naam, lever)


class _Patroon:
    """
    How each cell is built, by the tags that follow its opening tag.

    Attributes:
        van, tot: Where its stored value stands; equal when there is none.
        formule, zonder_waarde: Whether there is a formula; whether no value is stored at all.
        lengte: Number of tags it takes; 0 when *vreemd*.
        vreemd: Whether it is built in an unknown way.
    """

    def __init__(self, tags: Tags, cel: Plaatsen) -> None:
        volgende = [tags.tag[cel + stap] for stap in range(6)]
        dicht = tags.gesloten[cel]
        self.lengte: npt.NDArray[np.int64] = np.where(dicht, 1, 0)
        self.van: Plaatsen = tags.einde[cel] + 1
        self.tot: Plaatsen = self.van.copy()
        self.zonder_waarde: npt.NDArray[np.bool_] = np.ones(len(cel), dtype=bool)
        self.formule: npt.NDArray[np.bool_] = np.zeros(len(cel), dtype=bool)
        self._tags, self._cel = tags, cel
        leeg = ~dicht & (volgende[1] == Tag.CEL_EINDE)
        self.lengte[leeg] = 2
        self._neem_waarde(~dicht & (volgende[1] == Tag.WAARDE), na=1)
        inlijn = ~dicht & (volgende[1] == Tag.INLIJN) & (volgende[2] == Tag.TEKST) & (volgende[3] == Tag.TEKST_EINDE)
        inlijn &= (volgende[4] == Tag.INLIJN_EINDE) & (volgende[5] == Tag.CEL_EINDE) & ~tags.gesloten[cel + 2]
        self._zet(inlijn, open_=2, lengte=6)
        formule = ~dicht & (volgende[1] == Tag.FORMULE)
        if formule.any():
            kort = formule & tags.gesloten[cel + 1]
            lang = formule & ~kort & (volgende[2] == Tag.FORMULE_EINDE)
            for masker, na in ((kort, 2), (lang, 3)):
                einde = masker & (volgende[na] == Tag.CEL_EINDE)
                self.lengte[einde] = na + 1
                self._neem_waarde(masker & (volgende[na] == Tag.WAARDE), na=na)
            self.formule = formule & (self.lengte > 0)
        self.vreemd: npt.NDArray[np.bool_] = self.lengte == 0

    def _neem_waarde(self, masker: npt.NDArray[np.bool_], *, na: int) -> None:
        """Take the value whose opening tag comes *na* tags after that of the cell."""
        tags, cel = self._tags, self._cel
        leeg = masker & tags.gesloten[cel + na] & (tags.tag[cel + na + 1] == Tag.CEL_EINDE)
        self.lengte[leeg] = na + 2
        self.zonder_waarde[leeg] = False
        vol = masker & ~tags.gesloten[cel + na] & (tags.tag[cel + na + 1] == Tag.WAARDE_EINDE)
        vol &= tags.tag[cel + na + 2] == Tag.CEL_EINDE
        self._zet(vol, open_=na, lengte=na + 3)

    def _zet(self, masker: npt.NDArray[np.bool_], *, open_: int, lengte: int) -> None:
        waar = self._cel[masker] + open_
        self.van[masker] = self._tags.einde[waar] + 1
        self.tot[masker] = self._tags.begin[waar + 1]
        self.lengte[masker] = lengte
        self.zonder_waarde[masker] = False


def _einden(tags: Tags, cellen: Plaatsen) -> Plaatsen:
    """Return the number of the closing tag of each of these cells."""
    if not len(cellen):
        return cellen
    einden = tags.waar(Tag.CEL_EINDE)
    plaats: Plaatsen = np.searchsorted(einden, cellen)
    if plaats[-1] >= len(einden):
        raise Afwijkend
    return einden[plaats]


def _verberg(tags: Tags, rijen: Plaatsen, rand: Randgegevens) -> None:
    if b" hidden=" not in tags.stuk and not rand.standaard_verborgen:
        return
    for begin, einde in zip(tags.begin[rijen].tolist(), tags.einde[rijen].tolist(), strict=True):
        kenmerken = dict(_KENMERK.findall(tags.stuk[begin:einde]))
        if not kenmerken.get(b"r", b"").isdigit():
            raise Afwijkend
        verborgen = is_waar(kenmerken.get(b"hidden", b"").decode("ascii", "replace"))
        (rand.verborgen_rijen if verborgen else rand.getoonde_rijen).add(int(kenmerken[b"r"]))


def _lees_apart(tags: Tags, cellen: Plaatsen, naam: str, lever: Callable[[Cellen], None]) -> None:
    """Put these cells through the exact reader."""
    einden = np.where(tags.gesloten[cellen], cellen, _einden(tags, cellen))
    grenzen = zip(tags.begin[cellen].tolist(), (tags.einde[einden] + 1).tolist(), strict=True)
    stukken = [tags.stuk[begin:einde] for begin, einde in grenzen]
    # Without its own reference a cell's place depends on the cells before it.
    if not all(_MET_PLAATS.match(stuk) for stuk in stukken):
        raise Afwijkend
    blokken = [b"<sheetData><row>", *stukken, b"</row></sheetData>"]
    Bladlezer(naam, Randgegevens(), lever).lees([b"".join(blokken)])
