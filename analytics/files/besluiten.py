"""The workbook in which a pilot decides on possible duplicates: lists, locked cells, and read back whole."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from textwrap import wrap

import openpyxl
import pandas as pd
import xlsxwriter
from openpyxl.utils import get_column_letter

from analytics.domain.nummers import masker_insz
from analytics.errors import WerkmapFout

#: Column → heading; the rows of the workbook are pairs of a delivered association and a candidate.
KOPPEN: dict[str, str] = {
    "zitting": "Zitting (half uur)",
    "intern_nummer": "Intern nummer",
    "naam": "Naam in uw levering",
    "gemeenten": "Gemeente in uw levering",
    "activiteiten": "Activiteiten in uw levering",
    "vcode": "vCode van de kandidaat",
    "kandidaat_naam": "Naam in het register",
    "kandidaat_gemeenten": "Gemeente in het register",
    "kandidaat_activiteiten": "Activiteiten in het register",
    "verschilt": "Verschilt in",
    "voorstel": "Voorstel",
    "redenen": "Redenen",
    "antwoord": "Antwoord",
    "wie": "Wie beslist (functie, geen naam)",
    "wanneer": "Wanneer (JJJJ-MM-DD)",
    "opmerking": "Opmerking",
    "hash": "Kenmerk (niet wijzigen)",
}
ANTWOORDEN = ("zelfde", "verschillend", "weet niet")
#: Only there when asked for: a probability is easily taken for the answer.
KANS = {"kans": "Kans op dezelfde (onze schatting)"}
_INVUL = ("antwoord", "wie", "wanneer", "opmerking")
# Widths in characters. Rows get a height: not every program fits it to text that is wrapped.
_BREED = {"zitting": 9, "naam": 32, "kandidaat_naam": 32, "verschilt": 18, "redenen": 60, "kans": 14, "wie": 20,
          "opmerking": 36}  # fmt: skip
_GEWOON, _REGELHOOGTE = 15, 15
_BLAD, _TABEL = "Besluiten", "Besluiten"
_UITLEG = (
    "Elke rij legt een vereniging uit uw levering naast een vereniging die het register al kent.",
    "Kies bij elke rij een antwoord: zelfde (het is dezelfde vereniging), verschillend of weet niet.",
    "Heeft een vereniging meerdere kandidaten, dan hoort bij hoogstens één ervan het antwoord zelfde; "
    "ze wordt pas geladen als alle kandidaten verschillend zijn.",
    "Alleen de laatste kolommen (antwoord, wie, wanneer, opmerking) kunt u invullen. Schrijf geen namen van personen "
    "en geen rijksregisternummers.",
)


def schrijf_besluiten(paren: pd.DataFrame) -> bytes:
    """
    Return the workbook.

    Args:
        paren: Columns :data:`KOPPEN` (str); missing ones are left empty. With column ``kans`` (0 to 1, missing when
            not known) it stands before the answer.
    """
    koppen = _koppen(met_kans="kans" in paren)
    if "kans" in paren:
        paren = paren.assign(kans=[f"{k:.0%}" if k == k else "" for k in paren["kans"].astype("float64")])
    uit = io.BytesIO()
    with xlsxwriter.Workbook(uit, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as boek:
        boek.set_properties({"title": "Besluiten over potentiële dubbels", "created": dt.datetime(2024, 1, 1)})
        kop = boek.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        vast = boek.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        vrij = boek.add_format({"text_wrap": True, "valign": "top", "num_format": "@", "locked": False,
                                "bg_color": "#fff7e0"})  # fmt: skip
        blad = boek.add_worksheet(_BLAD)
        regels = [1] * len(paren)
        for k, (kolom, naam) in enumerate(koppen.items()):
            breed = _BREED.get(kolom, _GEWOON)
            blad.set_column(k, k, breed, None, {"hidden": kolom == "hash"})
            blad.write_string(0, k, naam, kop)
            waarden = paren[kolom].fillna("").astype(str).tolist() if kolom in paren else [""] * len(paren)
            for r, waarde in enumerate(waarden, 1):
                blad.write_string(r, k, waarde, vrij if kolom in _INVUL else vast)
                if kolom != "hash":
                    regels[r - 1] = max(regels[r - 1], len(wrap(waarde, breed - 1)))
        blad.set_row(0, 3 * _REGELHOOGTE)
        for r, aantal in enumerate(regels, 1):
            blad.set_row(r, aantal * _REGELHOOGTE)
        if len(paren):
            kolom_nr = list(koppen).index("antwoord")
            blad.data_validation(
                1, kolom_nr, len(paren), kolom_nr,
                {"validate": "list", "source": list(ANTWOORDEN), "error_title": "Antwoord",
                 "error_message": "Kies zelfde, verschillend of weet niet."},
            )  # fmt: skip
            blad.add_table(
                0, 0, len(paren), len(koppen) - 1,
                {"name": _TABEL, "columns": [{"header": n, "header_format": kop} for n in koppen.values()]},
            )  # fmt: skip
        blad.set_landscape()
        blad.set_paper(8)  # A3
        blad.fit_to_pages(1, 0)
        blad.repeat_rows(0)
        blad.freeze_panes(1, 3)
        blad.protect("", {"format_columns": True, "format_rows": True, "autofilter": True, "sort": True})
        leesmij = boek.add_worksheet("Leesmij")
        leesmij.set_column(0, 0, 110)
        for r, zin in enumerate(_UITLEG):
            leesmij.write_string(r, 0, zin, vast)
        leesmij.protect()
    return uit.getvalue()


def _koppen(*, met_kans: bool) -> dict[str, str]:
    uit: dict[str, str] = {}
    for kolom, kop in KOPPEN.items():
        if kolom == "antwoord" and met_kans:
            uit |= KANS
        uit[kolom] = kop
    return uit


def lees_besluiten(inhoud: bytes, naam: str) -> pd.DataFrame:
    """
    Read the workbook back: one row per pair, columns :data:`KOPPEN` (str, empty where nothing stands).

    Columns are found by their heading; a remark that holds an INSZ is masked.

    Raises:
        WerkmapFout: If it is no such workbook, or an answer or date is not one; the message names the cell.
    """
    try:
        boek = openpyxl.load_workbook(io.BytesIO(inhoud), read_only=False, data_only=True)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        raise WerkmapFout(
            f"{naam}: dit is geen leesbare werkmap (.xlsx); geef de ingevulde werkmap besluiten."
        ) from None
    if _BLAD not in boek.sheetnames:
        raise WerkmapFout(f"{naam}: blad {_BLAD!r} ontbreekt; geef de werkmap die 'migratie besluiten' schreef.")
    rijen = list(boek[_BLAD].iter_rows(values_only=True))
    koppen = [str(k or "").strip() for k in rijen[0]] if rijen else []
    if weg := [kop for kop in KOPPEN.values() if kop not in koppen]:
        raise WerkmapFout(f"{naam}: kolom {weg[0]!r} ontbreekt in blad {_BLAD}; herstel de koppen.")
    gevuld = [(nr, rij) for nr, rij in enumerate(rijen[1:], 2) if any(w not in (None, "") for w in rij)]
    kolommen = {kolom: [_tekst(rij[koppen.index(kop)]) for _, rij in gevuld] for kolom, kop in KOPPEN.items()}
    for vrij in ("wie", "opmerking"):
        kolommen[vrij] = [masker_insz(tekst) for tekst in kolommen[vrij]]
    letters = {kolom: get_column_letter(koppen.index(KOPPEN[kolom]) + 1) for kolom in ("antwoord", "wanneer")}
    plaatsen = {kolom: [f"{naam}, {_BLAD}!{letter}{nr}" for nr, _ in gevuld] for kolom, letter in letters.items()}
    kolommen["antwoord"] = [_antwoord(*p) for p in zip(kolommen["antwoord"], plaatsen["antwoord"], strict=True)]
    kolommen["wanneer"] = [_datum(*p) for p in zip(kolommen["wanneer"], plaatsen["wanneer"], strict=True)]
    return pd.DataFrame(kolommen, columns=list(KOPPEN)).astype("string")


def _antwoord(tekst: str, plaats: str) -> str:
    antwoord = tekst.strip().lower()
    if antwoord and antwoord not in ANTWOORDEN:
        raise WerkmapFout(f"{plaats}: het antwoord is niet zelfde, verschillend of weet niet; kies er een.")
    return antwoord


def _datum(tekst: str, plaats: str) -> str:
    try:
        return dt.date.fromisoformat(tekst.strip()).isoformat() if tekst.strip() else ""
    except ValueError:
        raise WerkmapFout(f"{plaats}: 'wanneer' is geen datum; schrijf ze als JJJJ-MM-DD.") from None


def _tekst(waarde: object) -> str:
    if isinstance(waarde, dt.datetime):
        return waarde.date().isoformat()
    return "" if waarde is None else str(waarde)
