"""Sheet ``Leesmij`` of the templates: who delivers what, and how the sheets are filled in."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from xlsxwriter.workbook import Workbook

from analytics.domain.velden import KBO, WerkmapSoort
from analytics.report.sjabloon_opmaak import SJABLOONVERSIE, Opmaak

BLAD = "Leesmij"

TITELS: dict[WerkmapSoort, str] = {
    "feitelijk": "Sjabloon feitelijke verenigingen en afdelingen",
    "kbo": "Sjabloon KBO-verenigingen",
}

_INVULLEN = (
    "Vul één rij in per vereniging in blad Verenigingen. Contactgegevens, locaties en de andere onderdelen krijgen elk "
    "een eigen rij in hun eigen blad, zoveel als er zijn.",
    "Het intern nummer verbindt de bladen. Geef elke vereniging één vast nummer, uniek over beide werkmappen samen, en "
    "gebruik het in elke volgende ronde opnieuw.",
    "Laat de koppen in rij 1 staan zoals ze zijn. De volgorde van de kolommen mag veranderen en u mag kolommen "
    "toevoegen.",
    "Kies waar een keuzelijst staat uit de lijst. In Hoofdactiviteiten en Werkingsgebieden staan codes uit blad "
    "Codelijsten, met ; ertussen.",
    "Eén waarde per cel: geen twee telefoonnummers, geen woorden bij een nummer of adres.",
    "Een webadres begint met https:// of http://.",
    "Een locatie heeft óf straatnaam, huisnummer, postcode, gemeente en land, óf een adres-id; nooit beide.",
    "Kolommen met nummers staan op tekst, zodat Excel geen nullen weglaat en van huisnummer 7-9 geen datum maakt. Plak "
    "daarom met 'Waarden plakken'.",
    "Weet u iets niet? Laat de cel leeg. Schrijf geen 'onbekend', '-' of 'n.v.t.'.",
    "Zet geen tekens < en > in teksten: het register weigert ze.",
)
_ENKEL_KBO = (
    "Naam, rechtsvorm, startdatum, zetel en vertegenwoordigers haalt het register zelf uit de KBO: vul hier alleen het "
    "KBO-nummer in en wat u daaraan toevoegt. Vertegenwoordigers kunnen in deze werkmap niet.",
)
_RONDEN: dict[WerkmapSoort, tuple[tuple[str, str], ...]] = {
    "feitelijk": (
        ("Ronde 1", "Eerste controle van de bestanden. Laat de kolom INSZ volledig leeg, in elk blad."),
        ("Ronde 2", "Proeflading in een aparte omgeving. Vul voor elke vertegenwoordiger het INSZ in: elf cijfers."),
        ("Ronde 3", "Lading in productie. Zelfde regels als in ronde 2."),
    ),
    "kbo": (
        ("Ronde 1", "Eerste controle van de bestanden. In geen enkel blad mag een INSZ staan."),
        ("Ronde 2", "Proeflading in een aparte omgeving."),
        ("Ronde 3", "Lading in productie."),
    ),
}
_VOORBEELDRIJ = (
    "Rij 2 van elk blad is een voorbeeld, grijs en cursief, met een intern nummer dat begint met VOORBEELD. U mag ze "
    "wissen of laten staan: rijen met zo'n nummer worden overgeslagen."
)


@dataclass(frozen=True)
class Invulling:
    """What a pilot filled in on the sheet; empty in a template."""

    piloot: str = ""
    ronde: int | None = None
    datum: dt.date | None = None
    contact: str = ""
    opmerking: str = ""


def schrijf_leesmij(werkmap: Workbook, vormen: Opmaak, soort: WerkmapSoort, invulling: Invulling) -> None:
    """Add the sheet: data of the delivery to fill in, instructions, rules per round, legend of the headings."""
    blad = werkmap.add_worksheet(BLAD)
    blad.set_column(0, 0, 30)
    blad.set_column(1, 1, 100)
    blad.hide_gridlines(2)
    blad.set_landscape()
    blad.fit_to_pages(1, 0)
    blad.write_string(0, 0, TITELS[soort], vormen.titel)
    rij = 1
    if invulling.opmerking:
        blad.write_string(rij, 0, invulling.opmerking, vormen.label)
        rij += 1
    blad.write_string(rij, 0, "Sjabloonversie", vormen.label)
    blad.write_string(rij, 1, SJABLOONVERSIE, vormen.tekst)
    rij += 2

    blad.write_string(rij, 0, "Deze levering (in te vullen)", vormen.tussentitel)
    rij += 1
    blad.write_string(rij, 0, "Piloot", vormen.label)
    blad.write_string(rij, 1, invulling.piloot, vormen.invul)
    blad.write_string(rij + 1, 0, "Ronde (1, 2 of 3)", vormen.label)
    blad.write_string(rij + 1, 1, "" if invulling.ronde is None else str(invulling.ronde), vormen.invul)
    blad.data_validation(rij + 1, 1, rij + 1, 1, {"validate": "list", "source": ["1", "2", "3"]})
    blad.write_string(rij + 2, 0, "Datum van de levering", vormen.label)
    if invulling.datum is None:
        blad.write_blank(rij + 2, 1, None, vormen.invuldatum)
    else:
        blad.write_datetime(rij + 2, 1, invulling.datum, vormen.invuldatum)
    blad.write_string(rij + 3, 0, "Contact (dienst, geen persoon)", vormen.label)
    blad.write_string(rij + 3, 1, invulling.contact, vormen.invul)
    rij += 5

    blad.write_string(rij, 0, "Zo vult u in", vormen.tussentitel)
    rij += 1
    for nummer, zin in enumerate((_ENKEL_KBO if soort == KBO else ()) + _INVULLEN, start=1):
        # Only Excel itself fits the height to a text that wraps.
        blad.set_row(rij, 15 * (1 + len(zin) // 100))
        blad.write_string(rij, 0, f"{nummer}.", vormen.label)
        blad.write_string(rij, 1, zin, vormen.tekst)
        rij += 1
    rij += 1

    blad.write_string(rij, 0, "Regels per ronde", vormen.tussentitel)
    rij += 1
    for naam, zin in _RONDEN[soort]:
        blad.write_string(rij, 0, naam, vormen.label)
        blad.write_string(rij, 1, zin, vormen.tekst)
        rij += 1
    rij += 1

    blad.write_string(rij, 0, "Kleuren van de koppen", vormen.tussentitel)
    rij += 1
    for vorm, naam, zin in (
        (vormen.kop["R"], "Verplicht", "Donkere kop met dikke onderrand: zonder deze waarde kan de rij niet mee."),
        (vormen.kop["C"], "Soms verplicht", "Lichtblauwe kop met streepjesrand: verplicht zoals de invultip zegt."),
        (vormen.kop["O"], "Niet verplicht", "Grijze kop: vul in wat u hebt."),
    ):
        blad.write_string(rij, 0, naam, vorm)
        blad.write_string(rij, 1, zin, vormen.tekst)
        rij += 1
    rij += 1
    blad.write_string(rij, 0, "Voorbeeldrij", vormen.tussentitel)
    blad.set_row(rij + 1, 30)
    blad.write_string(rij + 1, 1, _VOORBEELDRIJ, vormen.tekst)
