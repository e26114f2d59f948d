"""Protected workbooks open with their password, and say so; without it they are refused."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from lees_pakketten import cellen
from msoffcrypto.format.ooxml import OOXMLFile

from analytics.errors import WerkmapFout
from analytics.files.lees import lees_werkmap


def _open() -> bytes:
    uit = io.BytesIO()
    werkmap = openpyxl.Workbook()
    werkmap.active.append([1])
    werkmap.save(uit)
    return uit.getvalue()


OPEN = _open()


@pytest.fixture
def beveiligd(tmp_path: Path) -> Path:
    (tmp_path / "a.xlsx").write_bytes(_versleuteld("geheim"))
    return tmp_path / "a.xlsx"


def _versleuteld(wachtwoord: str) -> bytes:
    uit = io.BytesIO()
    OOXMLFile(io.BytesIO(OPEN)).encrypt(wachtwoord, uit)
    return uit.getvalue()


def test_the_password_opens_the_workbook(beveiligd: Path) -> None:
    gelezen = lees_werkmap(beveiligd, wachtwoord="geheim")

    assert cellen(gelezen.bladen[0]) == {"A1": "1"}
    assert (gelezen.was_beveiligd, gelezen.inhoud) == (True, OPEN)
    assert gelezen.opmerkingen == ("De werkmap is met een wachtwoord beveiligd.",)


def test_without_password_the_refusal_tells_where_to_give_it(beveiligd: Path) -> None:
    with pytest.raises(WerkmapFout) as fout:
        lees_werkmap(beveiligd)

    assert str(fout.value) == (
        "a.xlsx: de werkmap is met een wachtwoord beveiligd; geef het wachtwoord met --wachtwoord-bestand of in de "
        "omgevingsvariabele MIGRATIE_WACHTWOORD."
    )


def test_a_wrong_password_is_told_and_not_repeated(beveiligd: Path) -> None:
    with pytest.raises(WerkmapFout, match="het opgegeven wachtwoord past niet op deze werkmap") as fout:
        lees_werkmap(beveiligd, wachtwoord="fout-1234")

    assert "fout-1234" not in str(fout.value)


def test_a_workbook_that_excel_opens_without_asking_needs_no_password(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(_versleuteld("VelvetSweatshop"))

    gelezen = lees_werkmap(tmp_path / "a.xlsx")

    assert cellen(gelezen.bladen[0]) == {"A1": "1"}
    assert gelezen.was_beveiligd is False
