"""The data sheets of the templates: headings, widths, cell formats, drop-down lists, hints and the example row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from xlsxwriter.worksheet import Worksheet

from analytics.domain.velden import KBO, Type, Veld, WerkmapSoort
from analytics.report.sjabloon_codelijsten import bereiknaam
from analytics.report.sjabloon_opmaak import LAATSTE_RIJ, Opmaak

#: Excel refuses longer titles and texts of an input message.
_TITEL_MAX, _HINT_MAX = 32, 255

_PLICHT = {"R": "Verplicht. ", "C": "Soms verplicht. ", "O": ""}
#: Everything but dates and ages is text, so that Excel leaves zeros and dashes alone.
_CELVORM = {Type.DATUM: "dd/mm/yyyy", Type.GETAL: "0"}
_BREEDTES = {
    "naam": 42,
    "naam_controle": 42,
    "korte_beschrijving": 50,
    "waarde": 36,
    "straatnaam": 28,
    "adres_id": 44,
    "hoofdactiviteiten": 22,
    "koepel": 24,
    "opmerking": 30,
    "titularissen": 30,
    "e_mail": 30,
    "social_media": 34,
    "laatst_bevestigd": 22,
    "uitgeschreven": 22,
    "beschrijving": 28,
    "locatienaam": 26,
    "iban": 22,
    "doel": 28,
    "roepnaam": 24,
}

_VEREN: dict[str, str | int | dt.date] = {
    "intern_nummer": "VOORBEELD-1",
    "bron_dienst": "Dienst Sport",
    "soort": "feitelijke vereniging",
    "kbo_nummer": "0220.923.141",
    "naam": "Wandelclub De Molenstappers",
    "naam_controle": "Wandelclub De Molenstappers vzw",
    "roepnaam": "De Molenstappers",
    "korte_naam": "Molenstappers",
    "korte_beschrijving": "Wekelijkse wandelingen rond Evergem, voor iedereen vanaf 16 jaar.",
    "startdatum": dt.date(2011, 3, 1),
    "minimumleeftijd": 16,
    "hoofdactiviteiten": "SPRT; HOSP",
    "werkingsgebieden": "BE23444019",
    "uitgeschreven": "nee",
    "laatst_bevestigd": "ja",
    "opmerking": "Voorbeeldrij: wordt overgeslagen",
}
#: The example row per table; a representative's INSZ stays empty, as it must in round 1.
VOORBEELDRIJ: dict[str, dict[str, str | int | dt.date]] = {
    "verenigingen": _VEREN,
    "contactgegevens": {
        "intern_nummer": "VOORBEELD-1",
        "contactgegeventype": "E-mail",
        "waarde": "info@molenstappers.example.be",
        "beschrijving": "Algemeen",
        "primair": "ja",
    },
    "locaties": {
        "intern_nummer": "VOORBEELD-1",
        "locatietype": "Correspondentie",
        "locatienaam": "Clublokaal",
        "primair": "ja",
        "straatnaam": "Molenstraat",
        "huisnummer": "12",
        "postcode": "9940",
        "gemeente": "Evergem",
        "land": "België",
        "busnummer": "A",
    },
    "vertegenwoordigers": {
        "intern_nummer": "VOORBEELD-1",
        "voornaam": "An",
        "achternaam": "Voorbeeld",
        "rol": "voorzitter",
        "primair": "ja",
        "e_mail": "an@molenstappers.example.be",
        "mobiel": "0470 12 34 56",
    },
    "bankrekeningen": {
        "intern_nummer": "VOORBEELD-1",
        "iban": "BE68 5390 0754 7034",
        "titularissen": "Wandelclub De Molenstappers",
        "doel": "Werking",
    },
}


def celvorm(veld: Veld) -> str:
    """Return the Excel number format of the column."""
    return _CELVORM.get(veld.type, "@")


def schrijf_koppen(
    blad: Worksheet, vormen: Opmaak, velden: tuple[Veld, ...], *, rij: int = 0, koppen: Mapping[str, str] | None = None
) -> None:
    """
    Write the headings in Excel row *rij* + 1, set widths and column formats, and freeze up to there.

    Args:
        blad: The sheet.
        vormen: Formats of its workbook.
        velden: One per column, from column A.
        rij: Number of rows above the headings.
        koppen: Headings that differ from the template, by code of the column.
    """
    for kolom, veld in enumerate(velden):
        breedte = _BREEDTES.get(veld.code, max(14, min(22, len(veld.kop) + 4)))
        blad.set_column(kolom, kolom, breedte, vormen.kolom[celvorm(veld)])
    blad.set_row(rij, 48)
    for kolom, veld in enumerate(velden):
        blad.write_string(rij, kolom, (koppen or {}).get(veld.code, veld.kop), vormen.kop[veld.verplicht])
    blad.freeze_panes(rij + 1, 1)
    blad.set_landscape()
    blad.repeat_rows(rij)
    blad.fit_to_pages(1, 0)


def schrijf_keuzelijsten(blad: Worksheet, velden: tuple[Veld, ...], *, vanaf: int = 1) -> None:
    """Give each column, from row *vanaf* + 1 on, its hint and, where it takes one value of a list, that list."""
    for kolom, veld in enumerate(velden):
        blad.data_validation(vanaf, kolom, LAATSTE_RIJ - 1, kolom, _regel(veld))


def _regel(veld: Veld) -> dict[str, Any]:
    # xlsxwriter takes a plain dict of mixed values.
    regel: dict[str, Any] = {
        "validate": "any",
        "input_title": veld.kop[:_TITEL_MAX],
        "input_message": (_PLICHT[veld.verplicht] + veld.hint)[:_HINT_MAX],
    }
    if veld.codelijst and veld.type in (Type.CODE, Type.JANEE):
        regel |= {
            "validate": "list",
            "source": f"={bereiknaam(veld.codelijst)}",
            "error_title": "Kies uit de lijst",
            "error_message": f"'{veld.kop}' moet een waarde uit de keuzelijst zijn (blad Codelijsten).",
        }
    elif veld.type is Type.GETAL:
        regel |= {
            "validate": "integer",
            "criteria": "between",
            "minimum": 0,
            "maximum": 150,
            "error_title": "Geheel getal",
            "error_message": f"'{veld.kop}' is een geheel getal van 0 tot en met 150.",
        }
    elif veld.type is Type.DATUM:
        regel |= {
            "validate": "date",
            "criteria": "<=",
            "value": "=TODAY()",
            "error_title": "Datum",
            "error_message": f"'{veld.kop}' is een datum (dag/maand/jaar) die niet in de toekomst ligt.",
        }
    return regel


def schrijf_voorbeeldrij(
    blad: Worksheet, vormen: Opmaak, velden: tuple[Veld, ...], werkmap: WerkmapSoort, *, rij: int = 1
) -> None:
    """Write the marked example row, which intake ignores, in Excel row *rij* + 1."""
    for kolom, veld in enumerate(velden):
        waarde = VOORBEELDRIJ[veld.tabel].get(veld.code)
        if veld.code == "intern_nummer" and werkmap == KBO:
            waarde = "VOORBEELD-2"
        vorm = vormen.voorbeeld[celvorm(veld)]
        if waarde is None:
            blad.write_blank(rij, kolom, None, vorm)
        elif isinstance(waarde, dt.date):
            blad.write_datetime(rij, kolom, waarde, vorm)
        elif isinstance(waarde, int):
            blad.write_number(rij, kolom, waarde, vorm)
        else:
            blad.write_string(rij, kolom, waarde, vorm)
