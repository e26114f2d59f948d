"""Formulas that lean on a cell whose formula was replaced: written out, so that only that one cell changes."""

from __future__ import annotations

import html
import re

from openpyxl.formula.translate import Translator, TranslatorError
from openpyxl.utils.cell import range_boundaries

from analytics.files.ooxml.blad import Blad
from analytics.files.ooxml.cel import attribuut
from analytics.files.ooxml.pakket import xml_tekst


def maak_los(blad: Blad) -> bool:
    """
    Write out the formulas that shared one of the replaced formulas of *blad*; undo matrices that held a replaced cell.

    Cells of an undone matrix keep the value they showed. Return whether any formula disappeared or changed.
    """
    for cel, formule in blad.formules.items():
        begin = formule[: formule.find(b">") + 1]
        if attribuut(begin, b"t") == b"shared" and not begin.endswith(b"/>"):
            tekst = html.unescape(formule[len(begin) : formule.rfind(b"</")].decode())
            _schrijf_uit(blad, attribuut(begin, b"si") or b"", cel, tekst)
    return _los_matrices_op(blad) or bool(blad.formules)


def _formule(blad: Blad, voorwaarde: bytes) -> re.Pattern[bytes]:
    f = re.escape(f"{blad.voorvoegsel}f").encode()
    return re.compile(rb"<" + f + rb"\s[^>]*?\b" + voorwaarde + rb"[^>]*?(?:/>|>([^<]*)</" + f + rb">)")


def _schrijf_uit(blad: Blad, nummer: bytes, oorsprong: str, formule: str) -> None:
    rijen, p = blad.rijen, blad.voorvoegsel

    def los(treffer: re.Match[bytes]) -> bytes:
        begin = rijen.rfind(f"<{p}c ".encode(), 0, treffer.start())
        adres = attribuut(rijen[begin : rijen.find(b">", begin) + 1], b"r")
        tekst = html.unescape((treffer.group(1) or b"").decode())
        try:
            if not tekst and adres:
                tekst = Translator(f"={formule}", origin=oorsprong).translate_formula(adres.decode())[1:]
        except TranslatorError:
            tekst = ""
        # Without a formula the cell keeps the value it showed.
        return f"<{p}f>{xml_tekst(tekst)}</{p}f>".encode() if tekst else b""

    blad.rijen = _formule(blad, rb"""si\s*=\s*["']""" + nummer + rb"""["']""").sub(los, rijen)


def _los_matrices_op(blad: Blad) -> bool:
    if not blad.vervangen or (b"array" not in blad.rijen and b"dataTable" not in blad.rijen):
        return False

    def los(treffer: re.Match[bytes]) -> bytes:
        bereik = attribuut(treffer.group()[: treffer.group().find(b">") + 1], b"ref")
        if not bereik:
            return treffer.group()
        grenzen = [g for g in range_boundaries(bereik.decode()) if g is not None]
        if len(grenzen) < 4:
            return treffer.group()
        links, boven, rechts, onder = grenzen
        geraakt = any(boven <= rij <= onder and links <= kolom <= rechts for rij, kolom in blad.vervangen)
        return b"" if geraakt else treffer.group()

    nieuw = _formule(blad, rb"""t\s*=\s*["'](?:array|dataTable)["']""").sub(los, blad.rijen)
    anders = nieuw != blad.rijen
    blad.rijen = nieuw
    return anders
