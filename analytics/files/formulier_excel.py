"""The Excel form of a questionnaire: one row per box, found back by its id."""

from __future__ import annotations

import datetime as dt
import io
import re
from pathlib import Path

import pandas as pd
import xlsxwriter

from analytics.domain.blad import Blad
from analytics.files.formulier_model import (
    KOP_ANTWOORD,
    KOP_PILOOT,
    KOP_VAK,
    UITNODIGING,
    Formulier,
    Formuliervak,
    Formuliervraag,
    GelezenFormulier,
    bekende_teksten,
    kaal,
    ontbrekend,
)
from analytics.files.lees import lees_werkmap

_UITLEG = "Vul de gele cellen in. Laat de nummers in kolom A staan: daaraan herkennen we uw antwoord."
_KOPPEN = (KOP_VAK, "Vraag", "Gevraagd", KOP_ANTWOORD, "Toelichting bij de vraag")
_BLAD, _KEUZES = "Vragenlijst", "Keuzes"
_EERSTE_RIJ = 6
# Rows and columns that a form can have at most; what is further off is no answer.
_RIJEN, _KOLOMMEN = 5_000, 60

_STIJLEN: dict[str, dict[str, object]] = {
    "titel": {"bold": True, "font_size": 18, "font_color": "#1F3A5F", "text_wrap": False},
    "kop": {"bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF", "border": 1},
    "vast": {"border": 1, "border_color": "#B8C4D2"},
    "vraag": {"border": 1, "border_color": "#B8C4D2", "bold": True},
    "klein": {"border": 1, "border_color": "#B8C4D2", "font_color": "#6B6B6B", "italic": True},
    "vak": {"border": 1, "border_color": "#B8C4D2", "bg_color": "#FFF9E0", "num_format": "@"},
    "los": {"text_wrap": False},
}


def schrijf_excel(formulier: Formulier, *, piloot: str, waarden: dict[str, str] | None = None) -> bytes:
    """
    Return the form as a workbook; the same arguments give the same bytes.

    Choices are drop-down lists; *waarden* (box id → text) is filled in beforehand.
    """
    uit = io.BytesIO()
    werkmap = xlsxwriter.Workbook(uit, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    werkmap.set_properties(
        {
            "title": formulier.titel,
            "author": "Digitaal Vlaanderen",
            "keywords": f"vragenlijst={formulier.soort} versie={formulier.versie}",
            # Any fixed moment: the bytes must not depend on a clock.
            "created": dt.datetime(2000, 1, 1),
        }
    )
    blad, keuzes = werkmap.add_worksheet(_BLAD), werkmap.add_worksheet(_KEUZES)
    stijl = {
        naam: werkmap.add_format({"text_wrap": True, "valign": "top", "font_name": "Calibri", "font_size": 11, **extra})
        for naam, extra in _STIJLEN.items()
    }
    blad.write_string(0, 0, formulier.titel, stijl["titel"])
    blad.write_string(1, 0, formulier.inleiding, stijl["los"])
    blad.write_string(2, 0, _UITLEG, stijl["los"])
    blad.write_string(3, 0, KOP_PILOOT, stijl["los"])
    blad.write_string(3, 1, piloot, stijl["los"])
    blad.write_string(4, 0, f"Vragenlijst {formulier.soort}, versie {formulier.versie}", stijl["los"])
    for kolom, kop in enumerate(_KOPPEN):
        blad.write_string(_EERSTE_RIJ - 1, kolom, kop, stijl["kop"])
    _schrijf_vakken(formulier, waarden or {}, blad, keuzes, stijl)
    for kolom, breedte in enumerate((30, 42, 32, 60, 52)):
        blad.set_column(kolom, kolom, breedte)
    blad.freeze_panes(_EERSTE_RIJ, 0)
    blad.set_landscape()
    blad.fit_to_pages(1, 0)
    blad.repeat_rows(_EERSTE_RIJ - 1)
    keuzes.hide()
    blad.activate()
    werkmap.close()
    return uit.getvalue()


def _schrijf_vakken(
    formulier: Formulier,
    waarden: dict[str, str],
    blad: xlsxwriter.worksheet.Worksheet,
    keuzes: xlsxwriter.worksheet.Worksheet,
    stijl: dict[str, xlsxwriter.format.Format],
) -> None:
    rij = _EERSTE_RIJ
    kolom_keuzes = 0
    for vraag in formulier.vragen:
        for nummer, vak in enumerate(vraag.vakken):
            blad.write_string(rij, 0, vak.id, stijl["klein"])
            blad.write_string(rij, 1, f"{vraag.id}. {vraag.tekst}" if nummer == 0 else "", stijl["vraag"])
            blad.write_string(rij, 2, vak.label, stijl["vast"])
            blad.write_string(rij, 3, waarden.get(vak.id, ""), stijl["vak"])
            hint = " / ".join(vak.keuzes) if vak.keuzes else UITNODIGING[vak.soort]
            blad.write_string(rij, 4, vraag.hint if nummer == 0 and vraag.hint else hint, stijl["klein"])
            if vak.keuzes:
                # A list in the cell itself may hold 255 characters at most; ours are longer.
                keuzes.write_column(0, kolom_keuzes, vak.keuzes)
                letter = xlsxwriter.utility.xl_col_to_name(kolom_keuzes)
                kolom_keuzes += 1
                blad.data_validation(
                    rij,
                    3,
                    rij,
                    3,
                    {
                        "validate": "list",
                        "source": f"={_KEUZES}!${letter}$1:${letter}${len(vak.keuzes)}",
                        "error_type": "warning",
                        "error_title": "Kies uit de lijst",
                        "error_message": "Kies één van de antwoorden uit de lijst.",
                    },
                )
            blad.set_row(rij, 64 if vak.soort == "tekst" or (nummer == 0 and vraag.hint) else 34)
            rij += 1


def lees_excel(pad: Path, formulier: Formulier) -> GelezenFormulier:
    """
    Return the answers in an Excel form, also when columns moved or rows were added.

    Raises:
        GebruikersFout: If the file is no workbook, or not safe to read.
    """
    lezer = _Lezer(formulier)
    for blad in lees_werkmap(pad).bladen:
        if blad.naam != _KEUZES:
            lezer.lees(blad)
    gezien = frozenset(lezer.gezien)
    return GelezenFormulier(lezer.waarden, lezer.versie, gezien, (*ontbrekend(formulier, gezien), *lezer.meldingen))


class _Lezer:
    def __init__(self, formulier: Formulier) -> None:
        self.formulier = formulier
        hints = {kaal(" / ".join(vak.keuzes)) for vak in formulier.vakken if vak.keuzes}
        koppen = {kaal(kop) for kop in (*_KOPPEN, _UITLEG)}
        self.bekend = bekende_teksten(formulier) | hints | koppen
        self.vakken = {vak.id.lower(): vak for vak in formulier.vakken}
        self.vraag_van = {vak.id: vraag for vraag in formulier.vragen for vak in vraag.vakken}
        self.waarden: dict[str, str] = {}
        self.meldingen: list[str] = []
        self.gezien: set[str] = set()
        self.versie = ""

    def lees(self, blad: Blad) -> None:
        tekst = blad.tekst.iloc[:_RIJEN, :_KOLOMMEN]
        antwoordkolom: str | None = None
        vraag: Formuliervraag | None = None
        for _, rij in tekst.iterrows():
            cellen = {str(letter): str(waarde).strip() for letter, waarde in rij.items() if not pd.isna(waarde)}
            for letter, waarde in cellen.items():
                if kaal(waarde) == kaal(KOP_ANTWOORD):
                    antwoordkolom = letter
                if versie := re.search(r"\bversie (\S+)$", waarde):
                    self.versie = self.versie or versie[1]
            vraag = self._vraag(cellen) or vraag
            gevonden = self._vak(cellen, vraag)
            if gevonden:
                self._lees_antwoord(gevonden, cellen, antwoordkolom)

    def _vraag(self, cellen: dict[str, str]) -> Formuliervraag | None:
        teksten = {kaal(waarde) for waarde in cellen.values()}
        for vraag in self.formulier.vragen:
            if {kaal(vraag.tekst), kaal(f"{vraag.id} {vraag.tekst}"), kaal(vraag.id)} & teksten:
                self.gezien.add(vraag.id)
                return vraag
        return None

    def _vak(self, cellen: dict[str, str], vraag: Formuliervraag | None) -> Formuliervak | None:
        for waarde in cellen.values():
            if vak := self.vakken.get(waarde.strip("[]() ").lower()):
                return vak
        for vak in vraag.vakken if vraag else ():
            if kaal(vak.label) in {kaal(waarde) for waarde in cellen.values()}:
                return vak
        return None

    def _lees_antwoord(self, vak: Formuliervak, cellen: dict[str, str], kolom: str | None) -> None:
        self.gezien |= {vak.id, self.vraag_van[vak.id].id}
        eigen = {
            letter: waarde
            for letter, waarde in cellen.items()
            if kaal(waarde) not in self.bekend and waarde.strip("[]() ").lower() not in self.vakken and kaal(waarde)
        }
        antwoord = eigen.pop(kolom, "") if kolom else ""
        if not antwoord and eigen:
            antwoord = "\n".join(eigen.values())
            if kolom:
                self.meldingen.append(f"{vak.id} ({vak.label}): antwoord buiten het vak gevonden en overgenomen.")
        if antwoord and vak.id in self.waarden and self.waarden[vak.id] != antwoord:
            self.meldingen.append(f"{vak.id} ({vak.label}): er staan twee antwoorden; het eerste is genomen.")
        elif antwoord:
            self.waarden[vak.id] = antwoord
