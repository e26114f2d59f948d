"""
The pilot's own workbook handed back: faulty cells coloured and commented, a sheet in front, the rest untouched.

The parts of the workbook are patched in place. Loading and saving it through a spreadsheet library would lose rich
text, sparklines, text boxes, data bars and the sizes of comments, and takes ten times as long.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from analytics.domain.blad import kolomnummer
from analytics.domain.nummers import INSZ_MASKER, masker_insz
from analytics.files.ooxml.blad import Blad
from analytics.files.ooxml.cel import Celpatch, Ernst
from analytics.files.ooxml.formule import maak_los
from analytics.files.ooxml.gedeeld import wis_ongebruikt
from analytics.files.ooxml.insz import Masker
from analytics.files.ooxml.opmerking import voeg_opmerkingen_toe
from analytics.files.ooxml.pakket import Pakket
from analytics.files.ooxml.stijl import Stijlen
from analytics.files.ooxml.voorblad import Kolom, Opmaak, Verwijzing, Voorblad, bladxml, voeg_tabel_toe
from analytics.files.ooxml.werkmap import Werkmapdeel

__all__ = ["Aantekening", "Kolom", "Teruggave", "Verwijzing", "Voorblad", "annoteer", "wijzig_cellen"]


@dataclass(frozen=True)
class Aantekening:
    """One faulty cell: sheet, address (``F17``), severity, and the whole Dutch comment."""

    blad: str
    cel: str
    ernst: Ernst
    tekst: str


@dataclass(frozen=True)
class Teruggave:
    """
    A workbook to hand back.

    Attributes:
        inhoud: The bytes of the workbook.
        opmerkingen: Dutch sentences on what could not stay as it was (macros that held an INSZ, ...).
    """

    inhoud: bytes
    opmerkingen: tuple[str, ...] = ()


def annoteer(
    inhoud: bytes,
    *,
    aantekeningen: Sequence[Aantekening],
    voorbladen: Sequence[Voorblad],
    maskeer: Sequence[tuple[str, str]] = (),
    maskeer_alles: bool = True,
) -> Teruggave:
    """
    Return the workbook (.xlsx, .xlsm, .xltx) with notes on its faulty cells and sheets in front.

    Args:
        inhoud: The workbook, decrypted.
        aantekeningen: The faulty cells. Several for one cell become one comment, coloured by the gravest.
        voorbladen: Sheets to put in front, in this order; the workbook opens on the first.
        maskeer: (sheet, address) of cells whose whole content becomes the INSZ mask.
        maskeer_alles: Whether every valid INSZ anywhere in the file is masked as well.

    Raises:
        WerkmapFout: If the bytes are not a workbook of this kind.
        KeyError: If a sheet is named that the workbook does not have.
    """
    patches: dict[tuple[str, str], Celpatch] = {plaats: Celpatch(None, True, INSZ_MASKER) for plaats in maskeer}
    teksten: dict[tuple[str, str], str] = {}
    rang: tuple[Ernst, ...] = ("INFO", "WAARSCHUWING", "FOUT")
    for a in aantekeningen:
        plaats = (a.blad, a.cel)
        oud = patches.get(plaats, Celpatch())
        patches[plaats] = replace(oud, ernst=max(a.ernst, oud.ernst or "INFO", key=rang.index))
        tekst = a.tekst if a.tekst.startswith(a.ernst) else f"{a.ernst}: {a.tekst}"
        teksten[plaats] = f"{teksten[plaats]}\n\n{tekst}" if plaats in teksten else tekst
    werk = _Werk(inhoud)
    werk.patch_cellen(patches, teksten)
    werk.voeg_bladen_toe(voorbladen, vooraan=True)
    return werk.geef_terug(maskeer_alles=maskeer_alles)


def wijzig_cellen(
    inhoud: bytes,
    wijzigingen: Mapping[tuple[str, str], str | float | None],
    *,
    wijzigingsblad: Voorblad | None,
    maskeer: Sequence[tuple[str, str]] = (),
    maskeer_alles: bool = True,
) -> Teruggave:
    """
    Return a copy of the workbook in which cells, by (sheet, address), hold another value.

    A ``str`` becomes a text whatever it looks like, a number a number, None an empty cell; the cell keeps its style.
    Excel computes the formulas anew when it opens the copy; other readers see what they showed before.
    *wijzigingsblad* is added at the end. *maskeer* and *maskeer_alles* as in :func:`annoteer`; a masked cell is
    masked whatever its change. Raises as :func:`annoteer`.
    """
    patches = {plaats: Celpatch(None, True, waarde) for plaats, waarde in wijzigingen.items()}
    patches |= {plaats: Celpatch(None, True, INSZ_MASKER) for plaats in maskeer}
    werk = _Werk(inhoud)
    werk.patch_cellen(patches, {})
    if wijzigingen:
        werk.werkmap.herbereken()
        werk.werkmap.bewaar()
    werk.voeg_bladen_toe(() if wijzigingsblad is None else (wijzigingsblad,), vooraan=False)
    return werk.geef_terug(maskeer_alles=maskeer_alles)


class _Werk:
    """A workbook being patched: opened, changed step by step, handed back."""

    def __init__(self, inhoud: bytes) -> None:
        self._pakket = Pakket(inhoud)
        self.werkmap = Werkmapdeel(self._pakket)
        self._namen = _Namen(self.werkmap)

    def patch_cellen(self, patches: Mapping[tuple[str, str], Celpatch], teksten: Mapping[tuple[str, str], str]) -> None:
        """Patch cells by (sheet, address) and give those in *teksten* a comment."""
        per_blad: dict[str, dict[int, dict[int, Celpatch]]] = defaultdict(lambda: defaultdict(dict))
        opmerkingen: dict[str, dict[tuple[int, int], str]] = defaultdict(dict)
        for (naam, cel), patch in patches.items():
            rij, kolom = _plaats(cel)
            deel = self._namen.deel(naam)
            per_blad[deel][rij][kolom] = patch
            if (naam, cel) in teksten:
                opmerkingen[deel][rij, kolom] = teksten[naam, cel]
        if not per_blad:
            return
        pakket, werkmap = self._pakket, self.werkmap
        stijlen = Stijlen(pakket, werkmap.deel, strict=werkmap.strict)
        vrijgekomen: set[int] = set()
        for deel, rijen in per_blad.items():
            blad = Blad.lees(pakket.delen[deel])
            blad.patch(rijen, stijlen.met_kleur)
            voeg_opmerkingen_toe(
                pakket, deel, blad, opmerkingen[deel], strict=werkmap.strict, relatienamespace=werkmap.relatienamespace
            )
            if maak_los(blad):
                self._vergeet_rekenvolgorde()
            pakket.delen[deel] = blad.naar_bytes()
            vrijgekomen |= blad.vrijgekomen
        stijlen.bewaar()
        wis_ongebruikt(pakket, werkmap, vrijgekomen)

    def voeg_bladen_toe(self, bladen: Sequence[Voorblad], *, vooraan: bool) -> None:
        """Add sheets before or after the pilot's own."""
        if not bladen:
            return
        pakket, werkmap = self._pakket, self.werkmap
        stijlen = Stijlen(pakket, werkmap.deel, strict=werkmap.strict)
        opmaak = Opmaak.maak(stijlen)
        stijlen.bewaar()
        nieuw: list[tuple[str, bytes]] = []
        for nummer, blad in enumerate(bladen):
            naam = werkmap.vrije_naam(blad.naam, {n for n, _ in nieuw})
            gekozen = vooraan and nummer == 0
            nieuw.append((naam, bladxml(blad, opmaak, self._namen.echt, ns=werkmap.ns, gekozen=gekozen)))
        delen = werkmap.voeg_bladen_toe(nieuw, vooraan=vooraan)
        for deel, blad in zip(delen, bladen, strict=True):
            voeg_tabel_toe(
                pakket,
                deel,
                blad,
                ns=werkmap.ns,
                relatienamespace=werkmap.relatienamespace,
                bezet=werkmap.namen(),
                strict=werkmap.strict,
            )
        werkmap.bewaar()

    def geef_terug(self, *, maskeer_alles: bool) -> Teruggave:
        """Return the workbook, with every INSZ in it masked if asked."""
        meldingen = Masker().pakket(self._pakket) if maskeer_alles else ()
        return Teruggave(self._pakket.naar_bytes(), meldingen)

    def _vergeet_rekenvolgorde(self) -> None:
        """Drop the calculation chain: Excel makes a new one, and repairs files whose chain names a constant."""
        keten = self._pakket.verwante(self.werkmap.deel, "calcChain")
        if keten is not None and keten in self._pakket.delen:
            self._pakket.verwijder(keten)


class _Namen:
    """Sheet names as callers give them: as in the workbook, or with the INSZ in them masked already."""

    def __init__(self, werkmap: Werkmapdeel) -> None:
        bladen = [blad for blad in werkmap.bladen() if blad.met_cellen]
        self._delen = {masker_insz(blad.naam): blad.deel for blad in bladen} | {b.naam: b.deel for b in bladen}
        self._echt = {masker_insz(blad.naam): blad.naam for blad in bladen} | {b.naam: b.naam for b in bladen}

    def deel(self, naam: str) -> str:
        return self._delen[naam]

    def echt(self, naam: str) -> str:
        return self._echt.get(naam, naam)


def _plaats(cel: str) -> tuple[int, int]:
    treffer = re.fullmatch(r"([A-Z]{1,3})([1-9][0-9]{0,6})", cel)
    if treffer is None:
        raise ValueError(f"{cel!r} is not the address of a cell")
    return int(treffer.group(2)), kolomnummer(treffer.group(1))
