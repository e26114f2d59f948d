"""Older and other workbooks: what calamine leaves out is recovered from the file itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from lees_pakketten import cellen, ods, zip_van

from analytics.domain.blad import Soort
from analytics.errors import WerkmapFout
from analytics.files.lees import lees_werkmap

HIER = Path(__file__).parent


@pytest.mark.parametrize(("formaat", "waar"), [("xls", "WAAR"), ("ods", "1")])
def test_errors_leading_zeros_and_hidden_parts_are_seen(formaat: str, waar: str) -> None:
    """The two files were saved by LibreOffice from one sheet; it writes a constant TRUE as a formula in .ods."""
    gelezen = lees_werkmap(HIER / f"voorbeeld.{formaat}")

    leden, geheim = gelezen.bladen
    assert cellen(leden) == {
        "B2": "Naam",
        "C2": "Nummer",
        "D2": "Sinds",
        "E2": "Actief",
        "B3": " Chiro & zo ",
        "C3": "0470123456",
        "D3": "2020-02-29",
        "E3": waar,
        "B4": "KSA",
        "C4": "12.5",
        "D4": "2020-02-29 13:05:00",
        "B5": "Okra",
        "B6": "#DEEL/0!",
        "C6": "#N/B",
        "B7": "2",
        "C7": "ab",
    }
    assert leden.soort.loc[6, ["B", "C"]].tolist() == [Soort.FOUT, Soort.FOUT]
    assert leden.soort.loc[3, ["B", "C", "D"]].tolist() == [Soort.TEKST, Soort.GETAL, Soort.DATUM]
    assert (leden.verborgen_rijen, leden.verborgen_kolommen) == (frozenset({4}), frozenset({"D"}))
    assert (geheim.naam, geheim.zichtbaarheid, cellen(geheim)) == ("Geheim", "verborgen", {"A1": "x"})
    assert gelezen.eigenschappen == {"formaat": formaat}
    assert gelezen.opmerkingen == (
        "Blad 'Leden' heeft 2 cellen met een foutwaarde; de eerste is B6.",
        "Blad 'Geheim' is verborgen.",
    )


def test_an_xls_renamed_to_xlsx_is_read_for_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "leden.xlsx").write_bytes((HIER / "voorbeeld.xls").read_bytes())

    assert lees_werkmap(tmp_path / "leden.xlsx").eigenschappen["formaat"] == "xls"


def test_a_truncated_xls_is_read_or_refused_at_any_length(tmp_path: Path) -> None:
    heel = (HIER / "voorbeeld.xls").read_bytes()
    for lengte in (100, 600, 3000, 5000):
        (tmp_path / "a.xls").write_bytes(heel[:lengte])
        with pytest.raises(WerkmapFout, match="beschadigd"):
            lees_werkmap(tmp_path / "a.xls")


def test_what_calls_itself_xlsb_and_is_not_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsb").write_bytes(zip_van({"xl/workbook.bin": b"onzin"}))

    with pytest.raises(WerkmapFout, match=r"a\.xlsb: de werkmap is beschadigd"):
        lees_werkmap(tmp_path / "a.xlsb")


def test_repeated_cells_stand_in_every_place(tmp_path: Path) -> None:
    kenmerken = 'table:number-columns-repeated="2" office:value-type="string"'
    cel = f"<table:table-cell {kenmerken}><text:p>x</text:p></table:table-cell>"
    (tmp_path / "a.ods").write_bytes(ods(f'<table:table-row table:number-rows-repeated="2">{cel}</table:table-row>'))

    assert cellen(lees_werkmap(tmp_path / "a.ods").bladen[0]) == {"A1": "x", "A2": "x", "B1": "x", "B2": "x"}
