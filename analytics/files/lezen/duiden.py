"""Turn runs of raw cells into text as the pilot sees it, with the kind of each cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from analytics.domain.blad import Soort, kolomletter
from analytics.files.lezen.cellen import Cellen, Celtype
from analytics.files.lezen.celwaarden import FOUTWAARDEN, isotekst, ontsnap, opgemaakt
from analytics.files.lezen.guard import beschadigd
from analytics.files.lezen.opmaak import GEWOON, Opmaak, Weergave
from analytics.files.lezen.tags import vervang

_HEEL = "^(0|-?[1-9][0-9]{0,14})$"


@dataclass(frozen=True, eq=False)
class Gevuld:
    """
    Filled cells of a sheet.

    Attributes:
        rij, kolom: Place, counted from 1.
        tekst: Index of the cell's text in the pool of texts, -1 for a formula without a value.
        soort: :class:`~analytics.domain.blad.Soort`.
    """

    rij: npt.NDArray[np.int32]
    kolom: npt.NDArray[np.int32]
    tekst: npt.NDArray[np.int64]
    soort: npt.NDArray[np.uint8]


class Duider:
    """
    Give cells their text and kind; keep the texts in one pool that starts with the workbook's shared ones.

    Raises:
        WerkmapFout: When a cell refers to a shared text that is not there.
    """

    def __init__(self, naam: str, gedeeld: pa.LargeStringArray, stijlen: Sequence[Opmaak], *, vanaf_1904: bool) -> None:
        self._naam = naam
        self._gedeeld = gedeeld
        self._gedeeld_leeg = pc.equal(pc.binary_length(gedeeld), 0).to_numpy(zero_copy_only=False)
        self._stijlen = stijlen
        self._vanaf_1904 = vanaf_1904
        self.begin_blad()

    def begin_blad(self) -> None:
        """Forget the cells of the sheet before."""
        self._lengte = len(self._gedeeld)
        self._teksten: list[pa.LargeStringArray] = [self._gedeeld]
        self._delen: list[Gevuld] = []

    def voeg_toe(self, cellen: Cellen) -> None:
        """Take in a run of cells; those that hold nothing are left out."""
        gevuld = np.asarray(cellen.ruw.is_valid().to_numpy(zero_copy_only=False))
        lengte = pc.fill_null(pc.binary_length(cellen.ruw), 0).to_numpy(zero_copy_only=False)
        tekstueel = cellen.celtype == Celtype.TEKST
        zonder = cellen.formule & (~gevuld | ((lengte == 0) & ~tekstueel))
        blijft = zonder | (lengte > 0)
        tekst: npt.NDArray[np.int64] = np.full(len(gevuld), -1, dtype=np.int64)
        soort: npt.NDArray[np.uint8] = np.zeros(len(gevuld), dtype=np.uint8)
        soort[zonder] = Soort.FORMULE_ZONDER_WAARDE
        gedeeld = np.flatnonzero((cellen.celtype == Celtype.GEDEELD) & ~zonder & (lengte > 0))
        if len(gedeeld):
            nummers = self._nummers(cellen, gedeeld)
            tekst[gedeeld], soort[gedeeld] = nummers, Soort.TEKST
            blijft[gedeeld[self._gedeeld_leeg[nummers]]] = False
        eigen = np.flatnonzero((cellen.celtype != Celtype.GEDEELD) & ~zonder & (lengte > 0))
        if len(eigen):
            teksten, soort[eigen] = self._eigen_teksten(cellen, eigen)
            tekst[eigen] = self._voeg_teksten_toe(teksten) + np.arange(len(eigen))
        self._delen.append(Gevuld(cellen.rij[blijft], cellen.kolom[blijft], tekst[blijft], soort[blijft]))

    def einde_blad(self) -> tuple[Gevuld, pa.LargeStringArray]:
        """Return all filled cells of the sheet, in order of reading, and the pool of their texts."""
        if not self._delen:
            leeg: npt.NDArray[np.int32] = np.empty(0, dtype=np.int32)
            return Gevuld(leeg, leeg, leeg.astype(np.int64), leeg.astype(np.uint8)), self._gedeeld
        samen = Gevuld(
            rij=np.concatenate([deel.rij for deel in self._delen]),
            kolom=np.concatenate([deel.kolom for deel in self._delen]),
            tekst=np.concatenate([deel.tekst for deel in self._delen]),
            soort=np.concatenate([deel.soort for deel in self._delen]),
        )
        pool = self._teksten[0] if len(self._teksten) == 1 else pa.concat_arrays(self._teksten)
        self.begin_blad()
        return samen, pool

    def _voeg_teksten_toe(self, teksten: pa.LargeStringArray) -> int:
        begin = self._lengte
        self._teksten.append(teksten)
        self._lengte += len(teksten)
        return begin

    def _nummers(self, cellen: Cellen, waar: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        ruw = cellen.ruw if len(waar) == len(cellen.ruw) else cellen.ruw.take(pa.array(waar))
        # Arrow has no cast that marks what is no number; a pattern that fits all of them is the common case.
        geheel = pc.match_substring_regex(ruw, r"^\s*[0-9]{1,9}\s*$")
        if not pc.all(geheel).as_py():
            mis = ~np.asarray(geheel.to_numpy(zero_copy_only=False))
            nummers: npt.NDArray[np.int64] = np.zeros(len(waar), dtype=np.int64)
        else:
            nummers = np.asarray(pc.cast(pc.utf8_trim_whitespace(ruw), pa.int64()).to_numpy(zero_copy_only=False))
            mis = nummers >= len(self._gedeeld)
        if mis.any():
            cel = waar[int(np.argmax(mis))]
            plaats = f"{kolomletter(int(cellen.kolom[cel]))}{cellen.rij[cel]}"
            raise beschadigd(self._naam, f"cel {plaats} verwijst naar een tekst die er niet is")
        return nummers

    def _eigen_teksten(
        self, cellen: Cellen, waar: npt.NDArray[np.int64]
    ) -> tuple[pa.LargeStringArray, npt.NDArray[np.uint8]]:
        ruw = cellen.ruw if len(waar) == len(cellen.ruw) else cellen.ruw.take(pa.array(waar))
        typen, stijlen = cellen.celtype[waar], cellen.stijl[waar]
        soort: npt.NDArray[np.uint8] = np.full(len(waar), Soort.TEKST, dtype=np.uint8)
        uit = ruw
        for celtype in np.unique(typen):
            if celtype == Celtype.TEKST:
                uit = vervang(uit, "_x", ontsnap)
                continue
            for opmaak, masker in self._per_opmaak(celtype, typen == celtype, stijlen):
                if celtype == Celtype.GETAL and opmaak.weergave is Weergave.GEWOON:
                    # Whole numbers are mostly stored as they are shown; only the others need a look.
                    soort[masker] = Soort.GETAL
                    masker = masker & ~np.asarray(pc.match_substring_regex(ruw, _HEEL).to_numpy(zero_copy_only=False))
                uit, soort = _vertaal(uit, soort, masker, _omzetting(int(celtype), opmaak, vanaf_1904=self._vanaf_1904))
        return uit, soort

    def _per_opmaak(
        self, celtype: int, masker: npt.NDArray[np.bool_], stijlen: npt.NDArray[np.int32]
    ) -> list[tuple[Opmaak, npt.NDArray[np.bool_]]]:
        """Split numbers by what their cell format does to them; other types have no format that counts."""
        if celtype != Celtype.GETAL:
            return [(GEWOON, masker)]
        per_opmaak: dict[Opmaak, list[int]] = {}
        for stijl in np.unique(stijlen[masker]):
            opmaak = self._stijlen[stijl] if 0 <= stijl < len(self._stijlen) else GEWOON
            per_opmaak.setdefault(opmaak, []).append(int(stijl))
        if len(per_opmaak) == 1:
            return [(next(iter(per_opmaak)), masker)]
        return [(opmaak, masker & np.isin(stijlen, nummers)) for opmaak, nummers in per_opmaak.items()]


def _omzetting(celtype: int, opmaak: Opmaak, *, vanaf_1904: bool) -> Callable[[str], tuple[str, Soort]]:
    """Return what turns a stored value of this type into its text and kind."""

    def getal(ruw: str) -> tuple[str, Soort]:
        tekst, is_datum = opgemaakt(ruw, opmaak, vanaf_1904=vanaf_1904)
        return tekst, Soort.DATUM if is_datum else Soort.GETAL

    match celtype:
        case Celtype.GETAL:
            return getal
        case Celtype.LOGISCH:
            return lambda ruw: ("WAAR" if ruw.strip() in ("1", "true") else "ONWAAR", Soort.LOGISCH)
        case Celtype.FOUT:
            return lambda ruw: (FOUTWAARDEN.get(ruw, ruw), Soort.FOUT)
        case Celtype.DATUM:
            return lambda ruw: (isotekst(ruw), Soort.DATUM)
        case _:
            raise AssertionError(celtype)


def _vertaal(
    ruw: pa.LargeStringArray,
    soort: npt.NDArray[np.uint8],
    masker: npt.NDArray[np.bool_],
    omzetting: Callable[[str], tuple[str, Soort]],
) -> tuple[pa.LargeStringArray, npt.NDArray[np.uint8]]:
    """Put each distinct value under *masker* through *omzetting*."""
    waar = np.flatnonzero(masker)
    if not len(waar):
        return ruw, soort
    deel = (ruw if len(waar) == len(ruw) else ruw.take(pa.array(waar))).dictionary_encode()
    paren = [omzetting(waarde) for waarde in deel.dictionary.to_pylist()]
    nummers = deel.indices.to_numpy(zero_copy_only=False)
    soort[waar] = np.array([paar[1] for paar in paren], dtype=np.uint8)[nummers]
    nieuw = pa.array([paar[0] for paar in paren], type=pa.large_string()).take(deel.indices)
    if len(waar) == len(ruw):
        return nieuw, soort
    return pc.replace_with_mask(ruw, pa.array(masker), nieuw), soort
