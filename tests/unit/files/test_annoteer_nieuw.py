"""Deliveries that cannot be patched come back as a new workbook, cell for cell; and any workbook can be locked."""

from __future__ import annotations

import io

import msoffcrypto
import openpyxl
import pandas as pd
import pytest
from annoteer_werkmappen import delen, klein, rijke_werkmap

from analytics.domain.blad import Blad
from analytics.domain.nummers import INSZ_MASKER
from analytics.errors import GebruiksFout
from analytics.files.annoteer import Aantekening, annoteer
from analytics.files.annoteer_nieuw import excel_namen, nieuwe_werkmap
from analytics.files.versleutel import versleutel


def een_blad(naam: str, rijen: list[list[str | None]], **anders: object) -> Blad:
    tekst = pd.DataFrame(rijen, index=range(3, 3 + len(rijen)), columns=["B", "C"], dtype="string")
    soort = tekst.notna().astype("uint8")
    return Blad(naam, **({"zichtbaarheid": "zichtbaar", "tekst": tekst, "soort": soort} | anders))  # type: ignore[arg-type]


BLAD = een_blad(
    "Verenigingen",
    [["Naam", "=1+1"], [None, "007"], ["70.01.01-001.88", "http://example.be"], ["a\x07b", "_x0041_"]],
    verborgen_rijen=frozenset({4}),
    verborgen_kolommen=frozenset({"C"}),
)


def test_every_cell_is_a_text_at_its_own_place() -> None:
    blad = openpyxl.load_workbook(io.BytesIO(nieuwe_werkmap([BLAD])))["Verenigingen"]

    assert [[cel.value for cel in rij] for rij in blad["B3:C6"]] == [
        ["Naam", "=1+1"],
        [None, "007"],
        [INSZ_MASKER, "http://example.be"],
        ["ab", "_x005F_x0041_"],
    ]
    assert {cel.data_type for rij in blad["B3:C6"] for cel in rij if cel.value} == {"s"}
    assert blad.row_dimensions[4].hidden
    assert blad.column_dimensions["C"].hidden


def test_hidden_sheets_stay_hidden() -> None:
    verborgen = een_blad("Weg", [["x", None]], zichtbaarheid="zeer verborgen")

    werkmap = openpyxl.load_workbook(io.BytesIO(nieuwe_werkmap([verborgen, BLAD])))

    assert [blad.sheet_state for blad in werkmap] == ["veryHidden", "visible"]
    assert werkmap.active is werkmap["Verenigingen"]


def test_names_excel_forbids_are_changed() -> None:
    bladen = [een_blad(naam, []) for naam in ("a/b", "A:B", "x" * 40, "70.01.01-001.88")]

    assert list(excel_namen(bladen).values()) == ["a-b", "A-B (2)", "x" * 31, "--.--.------.--"]


def test_new_workbook_can_be_annotated_and_is_the_same_every_time() -> None:
    nota = Aantekening("Verenigingen", "C4", "FOUT", "FOUT: geen nul vooraan.")

    uit = annoteer(nieuwe_werkmap([BLAD]), aantekeningen=[nota], voorbladen=[]).inhoud

    assert openpyxl.load_workbook(io.BytesIO(uit))["Verenigingen"]["C4"].comment.text == nota.tekst
    assert nieuwe_werkmap([BLAD]) == nieuwe_werkmap([BLAD])


@pytest.mark.parametrize("bron", [klein('<row r="1"/>'), rijke_werkmap()], ids=["small", "rich"])
def test_locked_workbook_opens_with_the_password_only(bron: bytes) -> None:
    dicht = versleutel(bron, "een wachtzin")

    slot = msoffcrypto.OfficeFile(io.BytesIO(dicht))
    slot.load_key("een wachtzin", verify_password=True)
    open_ = io.BytesIO()
    slot.decrypt(open_, verify_integrity=True)
    # A very small workbook is made longer, by blank lines at the end of a part.
    assert {n: b.rstrip() for n, b in delen(open_.getvalue()).items()} == {
        n: b.rstrip() for n, b in delen(bron).items()
    }
    assert b"workbook" not in dicht
    with pytest.raises(msoffcrypto.exceptions.InvalidKeyError):
        msoffcrypto.OfficeFile(io.BytesIO(dicht)).load_key("iets anders", verify_password=True)


@pytest.mark.parametrize("wachtwoord", ["", "x" * 256])
def test_password_excel_cannot_take_is_refused(wachtwoord: str) -> None:
    with pytest.raises(GebruiksFout, match="1 tot 255"):
        versleutel(b"", wachtwoord)
