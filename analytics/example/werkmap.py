"""Write an invented delivery as a workbook."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from analytics.domain.piloot import Piloot
from analytics.domain.velden import Veld, WerkmapSoort
from analytics.example.bladen import Bladvorm
from analytics.example.cellen import Foutcel
from analytics.report.sjabloon import lijsten_van
from analytics.report.sjabloon_bladen import celvorm, schrijf_keuzelijsten, schrijf_koppen, schrijf_voorbeeldrij
from analytics.report.sjabloon_codelijsten import schrijf_codelijsten
from analytics.report.sjabloon_leesmij import TITELS, Invulling, schrijf_leesmij
from analytics.report.sjabloon_opmaak import Opmaak, open_werkmap, opmaak

VERZONNEN = "Verzonnen voorbeeldgegevens: geen enkele vereniging, persoon of nummer hierin bestaat echt."


def schrijf_levering(
    piloot: Piloot, soort: WerkmapSoort, bladen: Sequence[Bladvorm], *, ronde: int, datum: dt.date
) -> bytes:
    """Return the workbook with *bladen*, marked as invented on its sheet ``Leesmij`` and in its properties."""
    buffer = io.BytesIO()
    rijen = sum(len(b.kolommen[0].cellen) for b in bladen)
    werkmap = open_werkmap(
        buffer, rijen, titel=f"{TITELS[soort]}: {piloot.naam}", trefwoorden="voorbeeld", opmerking=VERZONNEN
    )
    vormen = opmaak(werkmap)
    invulling = Invulling(piloot.naam, ronde, datum, "Dienst Verenigingen", VERZONNEN)
    schrijf_leesmij(werkmap, vormen, soort, invulling)
    velden: tuple[Veld, ...] = ()
    for vorm in bladen:
        blad = werkmap.add_worksheet(vorm.naam)
        velden += _schrijf_blad(blad, vormen, vorm, soort)
    schrijf_codelijsten(werkmap, vormen, lijsten_van(velden))
    werkmap.close()
    return buffer.getvalue()


def _schrijf_blad(blad: Worksheet, vormen: Opmaak, vorm: Bladvorm, soort: WerkmapSoort) -> tuple[Veld, ...]:
    for i, titel in enumerate(vorm.titels):
        blad.write_string(i, 0, titel, vormen.titel if i == 0 else vormen.tekst)
    kopregel = len(vorm.titels)
    velden = tuple(k.veld for k in vorm.kolommen if k.veld)
    sjabloon = [k.kop for k in vorm.kolommen] == [v.kop for v in velden]
    if sjabloon:
        schrijf_koppen(blad, vormen, velden, rij=kopregel)
        schrijf_keuzelijsten(blad, velden, vanaf=kopregel + 1)
        if vorm.voorbeeldrij:
            schrijf_voorbeeldrij(blad, vormen, velden, soort, rij=kopregel + 1)
    else:
        for i, kolom in enumerate(vorm.kolommen):
            opmaak_kolom = vormen.kolom[celvorm(kolom.veld)] if kolom.veld else vormen.kolom["General"]
            blad.set_column(i, i, max(12, min(30, len(kolom.kop) + 2)), opmaak_kolom, {"hidden": kolom.verborgen})
            blad.write_string(kopregel, i, kolom.kop, vormen.label)
        blad.freeze_panes(kopregel + 1, 0)
    _schrijf_rijen(blad, vormen, vorm)
    return velden


def _schrijf_rijen(blad: Worksheet, vormen: Opmaak, vorm: Bladvorm) -> None:
    datum, getal = vormen.kolom["dd/mm/yyyy"], vormen.kolom["0"]
    teksten = [vormen.kolom[celvorm(k.veld)] if k.veld else vormen.kolom["General"] for k in vorm.kolommen]
    for rij, waarden in enumerate(zip(*(k.cellen for k in vorm.kolommen), strict=True), start=vorm.eerste_rij - 1):
        for kolom, waarde in enumerate(waarden):
            if waarde is None:
                continue
            if isinstance(waarde, str):
                blad.write_string(rij, kolom, waarde, teksten[kolom])
            elif isinstance(waarde, dt.date):
                blad.write_datetime(rij, kolom, waarde, datum)
            elif isinstance(waarde, Foutcel):
                # Only a formula can leave an error behind.
                blad.write_formula(rij, kolom, "=NA()", None, waarde.code)
            else:
                blad.write_number(rij, kolom, waarde, getal)
