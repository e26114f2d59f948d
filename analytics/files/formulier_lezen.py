"""
Find the answers in a Word form that came back, whatever was done to its layout.

The document is read as a stream of lines. An answer is found through the content control it stands in, else through
the id of the box in front of it, else through its label or its question; what then still has no box is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from analytics.files.formulier_model import (
    UITNODIGING,
    Formulier,
    Formuliervak,
    Formuliervraag,
    GelezenFormulier,
    bekende_teksten,
    kaal,
    ontbrekend,
)
from analytics.files.formulier_stroom import Regel, lees_regels

_AAN = "☒☑✓✔✗✘🗹"
_UIT = "☐□▢"
# An x alone, or between brackets, in front of a choice is a tick made by hand.
_KRUIS = re.compile(rf"^\s*(?:\[\s*(?P<haak>[xXvV{_AAN}]?)\s*\]|(?P<teken>[{_AAN}{_UIT}])|(?P<los>[xXvV])(?=\s))\s*")
_STERREN = re.compile(r"\s*[★*]+\s*$")


@dataclass
class _Stand:
    """Where the reader is in the form, and what it gathered so far."""

    vraag: Formuliervraag | None = None
    vak: Formuliervak | None = None
    vak_in_tabel: bool = False
    inhoud: dict[str, list[str]] = field(default_factory=dict)
    los: dict[str, list[str]] = field(default_factory=dict)
    aangekruist: dict[str, set[int]] = field(default_factory=dict)
    gezien_keuzes: dict[str, set[int]] = field(default_factory=dict)
    gezien: set[str] = field(default_factory=set)
    buiten: set[str] = field(default_factory=set)


def lees_word(inhoud: bytes, naam: str, formulier: Formulier) -> GelezenFormulier:
    """
    Return the answers in a Word form.

    Raises:
        GebruikersFout: If the file is no Word document, or not safe to read.
    """
    regels, sleutelwoorden = lees_regels(inhoud, naam)
    versie = re.search(r"versie=(\S+)", sleutelwoorden)
    return _Lezer(formulier).lees(regels, versie[1] if versie else "")


class _Lezer:
    def __init__(self, formulier: Formulier) -> None:
        self.formulier = formulier
        self.bekend = bekende_teksten(formulier)
        self.vakken = {vak.id: vak for vak in formulier.vakken}
        self.vraag_van = {vak.id: vraag for vraag in formulier.vragen for vak in vraag.vakken}
        ids = sorted(self.vakken, key=lambda i: (-len(i), i))
        self.vakpatroon = re.compile(rf"(?<![\w.])[\[(]?({'|'.join(map(re.escape, ids))})[\])]?(?![\w.]*\w)", re.I)
        vragen = sorted((vraag.id for vraag in formulier.vragen), key=lambda i: (-len(i), i))
        self.vraagpatroon = re.compile(
            rf"^\W*(?:vraag\s+)?({'|'.join(map(re.escape, vragen))})(?![\w.]*\w)[\s.:)\-–]*", re.I
        )
        self.stand = _Stand()

    def lees(self, regels: tuple[Regel, ...], versie: str) -> GelezenFormulier:
        for regel in regels:
            self._lees_regel(regel)
        stand = self.stand
        meldingen: list[str] = []
        waarden: dict[str, str] = {}
        for vak in self.formulier.vakken:
            tekst = self._antwoord(vak, meldingen)
            if tekst:
                waarden[vak.id] = tekst
        self._plaats_los(waarden, meldingen)
        gezien = frozenset(stand.gezien)
        return GelezenFormulier(waarden, versie, gezien, (*ontbrekend(self.formulier, gezien), *meldingen))

    def _lees_regel(self, regel: Regel) -> None:
        tekst = regel.tekst
        if not tekst:
            return
        gemerkt = [stuk for stuk in regel.stukken if stuk.merk.split("#")[0] in self.vakken]
        if gemerkt:
            self._lees_gemerkt(regel)
            return
        treffer = self.vakpatroon.search(tekst)
        # Behind anything but its own label an id is a reference ("zie O2.toelichting"), not the start of a box.
        if treffer and kaal(tekst[: treffer.start()]) in ("", kaal(self._met_id(treffer[1]).label)):
            self._kies_vak(self._met_id(treffer[1]), regel)
            self._inhoud(tekst[treffer.end() :], regel)
            return
        if self._is_vraag(tekst, regel) or self._is_label(tekst, regel):
            return
        self._inhoud(tekst, regel)

    def _lees_gemerkt(self, regel: Regel) -> None:
        vak = self.vakken[next(s.merk.split("#")[0] for s in regel.stukken if s.merk.split("#")[0] in self.vakken)]
        self._kies_vak(vak, regel)
        hokje = next((s for s in regel.stukken if s.aangekruist is not None or "#" in s.merk), None)
        if hokje is None:
            self._inhoud(_zonder_kop(regel.tekst, vak), regel)
            return
        nummer = int(hokje.merk.partition("#")[2] or -1)
        glief = hokje.tekst.strip()
        # The sign people see decides; some editors change it without the state behind it.
        aan = any(t in _AAN or t in "xX" for t in glief) if glief else bool(hokje.aangekruist)
        rest = "".join(s.tekst for s in regel.stukken if s is not hokje)
        if self._keuze(vak, rest) is not None:
            nummer = self._keuze(vak, rest) or 0
            rest = ""
        if 0 <= nummer < len(vak.keuzes):
            self._noteer_keuze(vak, nummer, aan=aan)
            rest = rest.replace(vak.keuzes[nummer], "", 1)
        self._inhoud(_STERREN.sub("", rest), regel)

    def _met_id(self, tekst: str) -> Formuliervak:
        return next(vak for vak_id, vak in self.vakken.items() if vak_id.lower() == tekst.lower())

    def _kies_vak(self, vak: Formuliervak, regel: Regel) -> None:
        stand = self.stand
        stand.vak, stand.vraag, stand.vak_in_tabel = vak, self.vraag_van[vak.id], regel.in_tabel
        stand.gezien |= {vak.id, stand.vraag.id}

    def _is_vraag(self, tekst: str, regel: Regel) -> bool:
        treffer = self.vraagpatroon.match(tekst)
        for vraag in self.formulier.vragen:
            met_id = treffer is not None and treffer[1].lower() == vraag.id.lower()
            rest = tekst[treffer.end() :] if treffer and met_id else tekst
            eigen = kaal(rest).startswith(kaal(vraag.tekst))
            # "O7" in the middle of an answer is a reference; a heading is the id alone, or with its own question.
            if eigen or (met_id and (not rest.strip() or not regel.in_tabel)):
                self.stand.vraag, self.stand.vak = vraag, None
                self.stand.gezien.add(vraag.id)
                self._inhoud(_na_bekend(rest, vraag.tekst) if eigen else rest, regel)
                return True
        return False

    def _is_label(self, tekst: str, regel: Regel) -> bool:
        if self.stand.vraag is None:
            return False
        for vak in sorted(self.stand.vraag.vakken, key=lambda v: -len(v.label)):
            if kaal(tekst) == kaal(vak.label):
                self._kies_vak(vak, regel)
                return True
            begin = re.match(rf"\s*{re.escape(vak.label)}\s*[:\t]\s*", tekst, re.IGNORECASE)
            if begin:
                self._kies_vak(vak, regel)
                self._inhoud(tekst[begin.end() :], regel)
                return True
        return False

    def _inhoud(self, tekst: str, regel: Regel) -> None:
        stand = self.stand
        for uitnodiging in UITNODIGING.values():
            tekst = tekst.replace(uitnodiging, "")
        tekst = tekst.strip(" \t:|–")
        if not tekst or kaal(tekst) in self.bekend or (not kaal(tekst) and not any(t.isalnum() for t in tekst)):
            return
        if stand.vraag is None:
            return
        vak = stand.vak
        if vak and vak.keuzes and self._lees_keuzeregel(vak, tekst):
            return
        # Outside the table that holds the box: answered under the boxes.
        buiten = vak is None or (stand.vak_in_tabel and not regel.in_tabel)
        if vak is None or buiten:
            raak = next((v for v in stand.vraag.vakken if v.keuzes and self._lees_keuzeregel(v, tekst)), None)
            if raak is None:
                stand.los.setdefault(stand.vraag.id, []).append(tekst)
            else:
                stand.buiten.add(raak.id)
        else:
            stand.inhoud.setdefault(vak.id, []).append(tekst)

    def _lees_keuzeregel(self, vak: Formuliervak, tekst: str) -> bool:
        kruis = _KRUIS.match(tekst)
        rest = tekst[kruis.end() :] if kruis else tekst
        nummer = self._keuze(vak, rest)
        if nummer is None:
            return False
        teken = next((g for g in kruis.groups() if g), "") if kruis else ""
        self._noteer_keuze(vak, nummer, aan=bool(teken) and teken not in _UIT, los=kruis is None)
        return True

    def _noteer_keuze(self, vak: Formuliervak, nummer: int, *, aan: bool, los: bool = False) -> None:
        if aan:
            self.stand.aangekruist.setdefault(vak.id, set()).add(nummer)
        if los:
            self.stand.gezien_keuzes.setdefault(vak.id, set()).add(nummer)

    @staticmethod
    def _keuze(vak: Formuliervak, tekst: str) -> int | None:
        schoon = kaal(_STERREN.sub("", tekst))
        return next((nummer for nummer, keuze in enumerate(vak.keuzes) if kaal(keuze) == schoon), None)

    def _antwoord(self, vak: Formuliervak, meldingen: list[str]) -> str:
        stand = self.stand
        tekst = "\n".join(stand.inhoud.get(vak.id, []))
        if not vak.keuzes:
            return tekst
        # Without any tick, the only choice that was left standing (or typed) is the answer.
        gekozen = stand.aangekruist.get(vak.id) or set()
        los = stand.gezien_keuzes.get(vak.id, set())
        if not gekozen and len(los) == 1:
            gekozen = los
        if len(gekozen) > 1:
            meldingen.append(f"{vak.id} ({vak.label}): er zijn {len(gekozen)} keuzes aangekruist; kies er één.")
            return ""
        if not gekozen:
            return tekst
        if vak.id in stand.buiten:
            meldingen.append(_buiten(vak))
        if tekst:
            self.stand.los.setdefault(self.vraag_van[vak.id].id, []).append(tekst)
        return vak.keuzes[next(iter(gekozen))]

    def _plaats_los(self, waarden: dict[str, str], meldingen: list[str]) -> None:
        for vraag in self.formulier.vragen:
            teksten = self.stand.los.get(vraag.id, [])
            if not teksten:
                continue
            doel = next((v for v in vraag.vakken if v.soort == "tekst" and v.id not in waarden), None)
            doel = doel or next((v for v in reversed(vraag.vakken) if v.soort == "tekst"), None)
            if doel is None:
                meldingen.append(f"Vraag {vraag.id}: er staat tekst buiten de vakken die nergens bij past.")
                continue
            waarden[doel.id] = "\n".join([*([waarden[doel.id]] if doel.id in waarden else []), *teksten])
            meldingen.append(_buiten(doel))


def _buiten(vak: Formuliervak) -> str:
    return f"{vak.id} ({vak.label}): antwoord buiten het vak gevonden en overgenomen."


def _zonder_kop(tekst: str, vak: Formuliervak) -> str:
    for deel in (vak.id, f"{vak.label}:"):
        tekst = tekst.removeprefix(deel).strip()
    return tekst


def _na_bekend(tekst: str, bekend: str) -> str:
    """Return what follows the known text at the start of *tekst*, compared without case and punctuation."""
    woorden, verwacht = tekst.split(), kaal(bekend)
    for aantal in range(1, len(woorden) + 1):
        if kaal(" ".join(woorden[:aantal])) == verwacht:
            return " ".join(woorden[aantal:])
    return ""
