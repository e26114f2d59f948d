"""The store of answers keeps everything that was said, and no INSZ."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analytics.errors import InstellingFout
from analytics.files.antwoorden import Inzending, bewaar_inzending, bewaar_regel, lees_inzendingen, lees_regels

EERSTE = Inzending(
    "herkomst", "1.0", "v1.docx", "a" * 64, "2025-02-12T10:15:00", "dienst", {"O7.dubbels": "Nee"}, ("x",)
)
TWEEDE = replace(EERSTE, sha256="b" * 64, waarden={"O7.dubbels": "Ja"})


def test_answers_are_kept_in_order_of_arrival(tmp_path):
    assert bewaar_inzending(tmp_path, "aalst", EERSTE)
    assert bewaar_inzending(tmp_path, "aalst", TWEEDE)

    assert lees_inzendingen(tmp_path, "aalst", "herkomst") == (EERSTE, TWEEDE)
    assert lees_inzendingen(tmp_path, "aalst", "beheer") == ()
    assert lees_inzendingen(tmp_path, "evergem", "herkomst") == ()


def test_the_same_file_again_adds_nothing(tmp_path):
    bewaar_inzending(tmp_path, "aalst", EERSTE)

    assert not bewaar_inzending(tmp_path, "aalst", EERSTE)
    assert len(lees_inzendingen(tmp_path, "aalst", "herkomst")) == 1


def test_an_insz_in_an_answer_is_never_stored(tmp_path):
    met_insz = replace(EERSTE, bestand="85.07.30-033.28.docx", waarden={"O8.toelichting": "bv. 85073003328"})
    bewaar_inzending(tmp_path, "aalst", met_insz)
    alles = b"".join(pad.read_bytes() for pad in tmp_path.rglob("*.json"))

    assert b"85073003328" not in alles
    assert b"85.07.30-033.28" not in alles
    assert lees_inzendingen(tmp_path, "aalst", "herkomst")[0].waarden == {"O8.toelichting": "bv. **.**.**-***.**"}


def test_answers_do_not_show_in_a_traceback():
    assert "Nee" not in repr(EERSTE)


def test_judgements_are_added_to_and_never_replaced(tmp_path):
    bewaar_regel(tmp_path, "aalst", "oordelen", {"vraag": "O7", "oordeel": "onvoldoende"})
    bewaar_regel(tmp_path, "aalst", "oordelen", {"vraag": "O7", "oordeel": "adequaat"})

    assert [regel["oordeel"] for regel in lees_regels(tmp_path, "aalst", "oordelen")] == ["onvoldoende", "adequaat"]


@pytest.mark.parametrize("inhoud", ["", "{}", "[1]", '[{"soort": "herkomst"}]', "\x00"])
def test_damaged_store_is_told(tmp_path, inhoud):
    bewaar_inzending(tmp_path, "aalst", EERSTE)
    (tmp_path / "aalst" / "antwoorden-herkomst.json").write_text(inhoud, encoding="utf-8")

    with pytest.raises(InstellingFout, match=r"aalst/antwoorden-herkomst\.json: niet leesbaar of beschadigd"):
        lees_inzendingen(tmp_path, "aalst", "herkomst")


@pytest.mark.parametrize("piloot", ["../elders", "", "Aalst", "a/b"])
def test_a_code_never_leaves_the_folder(tmp_path, piloot):
    with pytest.raises(InstellingFout, match="geen code"):
        bewaar_inzending(tmp_path, piloot, EERSTE)
