"""The reference pages say what the rules are, and the parity table is complete."""

from __future__ import annotations

import pytest

from analytics.checks.catalogus import REGELS
from analytics.checks.niet_vooraf import NIET_VOORAF
from analytics.checks.referentie import paginas, pariteit, regel_tekst, registermeldingen
from analytics.domain.codelijsten import REFERENTIE
from analytics.errors import GebruiksFout


@pytest.mark.parametrize("naam", ["REGELS.md", "KOLOMMEN.md", "PARITEIT.md"])
def test_reference_page_is_up_to_date(naam: str) -> None:
    assert (REFERENTIE / naam).read_text(encoding="utf-8") == paginas()[naam]


def test_every_message_of_the_register_has_a_rule_or_a_reason() -> None:
    tabel = pariteit()

    zonder = tabel[(tabel["regels"] == "") & (tabel["niet_vooraf"] == "")]
    assert zonder["melding"].tolist() == []


def test_every_message_a_rule_quotes_is_in_the_list() -> None:
    bekend = set(registermeldingen()["melding"])

    aangehaald = {m for bron in (*(r.bron for r in REGELS), *(n.bron for n in NIET_VOORAF)) for m in bron.meldingen}
    assert aangehaald - bekend == set()


def test_no_message_is_listed_twice() -> None:
    meldingen = registermeldingen()["melding"]

    assert meldingen[meldingen.duplicated()].tolist() == []


def test_every_rule_stands_in_the_handbook() -> None:
    handboek = paginas()["REGELS.md"]

    assert [r.code for r in REGELS if f"### {r.code}\n" not in handboek] == []


def test_one_rule_is_told_with_its_examples() -> None:
    tekst = regel_tekst("startdatum_in_toekomst")

    assert tekst.splitlines() == [
        "startdatum_in_toekomst",
        "",
        "**FOUT** – De startdatum ligt na de peildatum.",
        "",
        "- **Kolom:** Verenigingen: Startdatum",
        "- **Waarom:** Het register weigert de rij.",
        "- **Wat te doen:** Controleer dag, maand en jaar, of laat de cel leeg.",
        "- **Fout:** `2024-03-13`",
        "- **Goed:** `2024-03-12`",
        "- **Bron:** Register: “Startdatum mag niet in de toekomst liggen.”",
    ]


def test_unknown_rule_names_those_that_look_like_it() -> None:
    with pytest.raises(GebruiksFout, match="startdatum_in_toekomst"):
        regel_tekst("startdatum_later")
