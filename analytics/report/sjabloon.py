"""The two template workbooks that pilots fill in."""

from __future__ import annotations

import io

from analytics.domain.velden import TABELLEN, Veld, WerkmapSoort, velden_van
from analytics.report.sjabloon_bladen import schrijf_keuzelijsten, schrijf_koppen, schrijf_voorbeeldrij
from analytics.report.sjabloon_codelijsten import schrijf_codelijsten
from analytics.report.sjabloon_leesmij import TITELS, Invulling, schrijf_leesmij
from analytics.report.sjabloon_opmaak import SJABLOONVERSIE, open_werkmap, opmaak


def lijsten_van(velden: tuple[Veld, ...]) -> tuple[str, ...]:
    """Return the code lists that *velden* refer to."""
    return tuple(dict.fromkeys(veld.codelijst for veld in velden if veld.codelijst))


def sjabloon(soort: WerkmapSoort) -> bytes:
    """
    Return a template workbook: ``feitelijk`` (feitelijke verenigingen en afdelingen) or ``kbo``.

    Sheets ``Leesmij``, one per table with the headings of ``VELDEN``, and ``Codelijsten``.
    Equal calls give equal bytes.
    """
    buffer = io.BytesIO()
    werkmap = open_werkmap(
        buffer,
        0,
        titel=TITELS[soort],
        trefwoorden=f"verenigingsregister; sjabloon {soort}; versie {SJABLOONVERSIE}",
    )
    vormen = opmaak(werkmap)
    schrijf_leesmij(werkmap, vormen, soort, Invulling())
    alle: tuple[Veld, ...] = ()
    for tabel in TABELLEN.values():
        velden = velden_van(tabel.code, soort)
        if soort in tabel.werkmappen and velden:
            alle += velden
            blad = werkmap.add_worksheet(tabel.blad)
            schrijf_koppen(blad, vormen, velden)
            schrijf_voorbeeldrij(blad, vormen, velden, soort)
            schrijf_keuzelijsten(blad, velden)
    schrijf_codelijsten(werkmap, vormen, lijsten_van(alle))
    werkmap.close()
    return buffer.getvalue()
