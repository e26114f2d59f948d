"""Sheet ``Codelijsten`` of the templates: the lists side by side, each under a name that drop-down lists refer to."""

from __future__ import annotations

from xlsxwriter.workbook import Workbook

from analytics.domain.blad import kolomletter
from analytics.domain.codelijsten import codelijst
from analytics.report.sjabloon_opmaak import Opmaak

BLAD = "Codelijsten"
_TITELS = {
    "hoofdactiviteiten": "Hoofdactiviteiten",
    "contactgegeventypes": "Contactgegeventypes",
    "locatietypes": "Locatietypes",
    "soorten": "Soorten",
    "janee": "Ja of nee",
    "werkingsgebieden": "Werkingsgebieden",
}
#: Lists whose code says nothing by itself: the name stands next to it.
_MET_NAAM = ("hoofdactiviteiten", "werkingsgebieden")
_EERSTE_RIJ = 3


def bereiknaam(lijst: str) -> str:
    """Return the defined name under which the codes of *lijst* stand in the workbook."""
    return f"lijst_{lijst}"


def schrijf_codelijsten(werkmap: Workbook, vormen: Opmaak, lijsten: tuple[str, ...]) -> None:
    """Add the sheet with *lijsten*, in our order, and one defined name per list."""
    blad = werkmap.add_worksheet(BLAD)
    # Row by row, as a streamed workbook demands.
    kolom = 0
    plaats: dict[str, int] = {}
    for lijst in (naam for naam in _TITELS if naam in lijsten):
        plaats[lijst] = kolom
        codes = codelijst(lijst)["code"]
        letter = kolomletter(kolom + 1)
        einde = _EERSTE_RIJ + len(codes) - 1
        werkmap.define_name(bereiknaam(lijst), f"={BLAD}!${letter}${_EERSTE_RIJ}:${letter}${einde}")
        blad.set_column(kolom, kolom, 24 if lijst not in _MET_NAAM else 14)
        if lijst in _MET_NAAM:
            blad.set_column(kolom + 1, kolom + 1, 46)
        kolom += 3 if lijst in _MET_NAAM else 2
    for lijst, k in plaats.items():
        blad.write_string(0, k, _TITELS[lijst], vormen.tussentitel)
    for lijst, k in plaats.items():
        blad.write_string(1, k, "code", vormen.label)
        if lijst in _MET_NAAM:
            blad.write_string(1, k + 1, "naam", vormen.label)
    kolommen = {k: codelijst(lijst)["code"].tolist() for lijst, k in plaats.items()}
    kolommen |= {k + 1: codelijst(lijst)["naam"].tolist() for lijst, k in plaats.items() if lijst in _MET_NAAM}
    for rij in range(max(map(len, kolommen.values()))):
        for k, waarden in kolommen.items():
            if rij < len(waarden):
                blad.write_string(rij + 2, k, waarden[rij], vormen.tekst)
    blad.freeze_panes(2, 0)
