"""The gates obey their truth table in every combination of facts."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest

from analytics.errors import InstellingFout
from analytics.questionnaire.dossier import FEITEN
from analytics.questionnaire.poorten import Feit, Ontheffing, beoordeel_poort, poortentabel, waarheidstabel

TABEL = waarheidstabel()
REDEN = "Stuurgroep van 10 juni besliste dit"


def ontheffing(poort: str, *eisen: str, reden: str = REDEN) -> Ontheffing:
    return Ontheffing(poort, eisen, reden, "programmaleiding", dt.date(2025, 6, 10))


STANDEN = ("ja", "nee", "onbekend")


@pytest.mark.parametrize("poort", TABEL.poorten)
def test_gate_follows_its_facts_in_every_combination(poort):
    eisen = TABEL.van(poort)
    feiten = {(eis.id, stand): Feit(stand, f"{eis.id} {stand}") for eis in eisen for stand in STANDEN}
    geteld = {"open": 0, "gesloten": 0, "niet gekend": 0}
    for combinatie in product(STANDEN, repeat=len(eisen)):
        uit = beoordeel_poort(
            poort, {eis.id: feiten[eis.id, stand] for eis, stand in zip(eisen, combinatie, strict=True)}, tabel=TABEL
        )
        geteld[uit.status] += 1
        verwacht = "gesloten" if "nee" in combinatie else "niet gekend" if "onbekend" in combinatie else "open"
        if uit.status != verwacht:
            pytest.fail(f"{poort} {combinatie}: {uit.status}")
        blokkerend = [eis.id for eis, stand in zip(eisen, combinatie, strict=True) if stand in ("nee", "onbekend")]
        if [eis.id for eis, _ in uit.blokkerend] != blokkerend:
            pytest.fail(f"{poort} {combinatie}: {uit.blokkerend}")
        if not blokkerend and not uit.mag_door:
            pytest.fail(f"{poort} {combinatie}: open, and yet no passage")

    aantal = len(eisen)
    assert geteld == {"open": 1, "niet gekend": 2**aantal - 1, "gesloten": 3**aantal - 2**aantal}


@pytest.mark.parametrize("poort", TABEL.poorten)
def test_what_does_not_apply_counts_as_met_in_every_combination(poort):
    eisen = [eis for eis in TABEL.van(poort) if eis.kan_nvt]
    rest = {eis.id: Feit("ja", "in orde") for eis in TABEL.van(poort)}
    for combinatie in product((*STANDEN, "nvt"), repeat=len(eisen)):
        feiten = rest | {eis.id: Feit(stand, stand) for eis, stand in zip(eisen, combinatie, strict=True)}
        met_ja = {naam: Feit("ja" if feit.stand == "nvt" else feit.stand, "x") for naam, feit in feiten.items()}

        assert beoordeel_poort(poort, feiten, tabel=TABEL).status == beoordeel_poort(poort, met_ja, tabel=TABEL).status


@pytest.mark.parametrize("poort", TABEL.poorten)
def test_every_single_requirement_can_hold_its_gate(poort):
    for eis in TABEL.van(poort):
        feiten = {e.id: Feit("ja", "in orde") for e in TABEL.van(poort)} | {eis.id: Feit("nee", "ontbreekt")}
        uit = beoordeel_poort(poort, feiten, tabel=TABEL)

        assert uit.zin == f"{TABEL.poorten[poort]}: gesloten. ontbreekt ({eis.wie})."


@pytest.mark.parametrize("poort", TABEL.poorten)
def test_override_opens_only_what_it_names_and_never_hides_that_the_gate_is_closed(poort):
    eisen = [eis for eis in TABEL.van(poort) if eis.ontheffing]
    for blokken in product((False, True), repeat=len(eisen)):
        for ontheven in eisen:
            feiten = {eis.id: Feit("ja", "in orde") for eis in TABEL.van(poort)}
            feiten |= {eis.id: Feit("nee", "weg") for eis, dicht in zip(eisen, blokken, strict=True) if dicht}
            uit = beoordeel_poort(poort, feiten, tabel=TABEL, ontheffingen=[ontheffing(poort, ontheven.id)])
            rest = [eis.id for eis, dicht in zip(eisen, blokken, strict=True) if dicht and eis is not ontheven]
            if [eis.id for eis, _ in uit.blokkerend] != rest or uit.mag_door != (not rest):
                pytest.fail(f"{poort}: {uit}")
            if (uit.status == "gesloten") != any(blokken):
                pytest.fail(f"{poort}: {uit.status}")


def test_override_of_another_gate_does_nothing():
    feiten = {eis.id: Feit("ja", "in orde") for eis in TABEL.van("ronde2")} | {"werkmappen": Feit("nee", "weg")}

    assert not beoordeel_poort(
        "ronde2", feiten, tabel=TABEL, ontheffingen=[ontheffing("ronde1", "werkmappen")]
    ).mag_door


def test_override_is_printed_with_its_reason():
    feiten = {eis.id: Feit("ja", "in orde") for eis in TABEL.van("ronde1")} | {"werkmappen": Feit("nee", "weg")}
    uit = beoordeel_poort("ronde1", feiten, tabel=TABEL, ontheffingen=[ontheffing("ronde1", "werkmappen")])

    assert uit.zin == f"Eerste validatieronde: gesloten, maar met ontheffing toegelaten: {REDEN} (programmaleiding)"
    assert poortentabel([uit]).set_index("eis").loc["werkmappen", "ontheffing"] == f"{REDEN} (programmaleiding)"


@pytest.mark.parametrize(
    ("poort", "eis", "reden", "melding"),
    [
        ("ronde1", "insz_afwezig", REDEN, "geen ontheffing mogelijk"),
        ("productie", "geinformeerd", REDEN, "geen ontheffing mogelijk"),
        ("ronde1", "beheer_adequaat", REDEN, "hoort niet bij deze poort"),
        ("ronde1", "werkmappen", "daarom", "minstens 15 tekens"),
    ],
)
def test_override_without_ground_is_refused(poort, eis, reden, melding):
    with pytest.raises(InstellingFout, match=melding):
        beoordeel_poort(poort, {}, tabel=TABEL, ontheffingen=[ontheffing(poort, eis, reden=reden)])


def test_without_facts_no_gate_opens():
    assert {beoordeel_poort(poort, {}, tabel=TABEL).status for poort in TABEL.poorten} == {"niet gekend"}


def test_does_not_apply_opens_only_where_the_table_allows_it():
    feiten = {eis.id: Feit("nvt", "nvt") for eis in TABEL.van("ronde1")}
    uit = beoordeel_poort("ronde1", feiten, tabel=TABEL)

    assert [eis.id for eis, _ in uit.blokkerend] == ["insz_afwezig", "herkomst_ontvangen"]


def test_every_requirement_has_a_fact_and_every_fact_a_requirement():
    assert {eis.id for eis in TABEL.eisen} == set(FEITEN)
    assert {eis.wie for eis in TABEL.eisen} == {"piloot", "DV"}


def test_the_process_asks_what_the_plan_asks():
    vereist = {poort: {eis.id for eis in TABEL.van(poort)} for poort in TABEL.poorten}

    assert {"werkmappen", "insz_afwezig", "herkomst_ontvangen"} <= vereist["ronde1"]
    assert {"werkmappen", "insz_aanwezig", "beheer_ontvangen"} <= vereist["ronde2"]
    assert {
        "werkmappen",
        "beheer_ontvangen",
        "beheer_adequaat",
        "geinformeerd",
        "ronde2_resultaat",
        "dubbels_beslist",
    } <= (vereist["productie"])
    assert "insz_afwezig" not in vereist["ronde2"]


def test_unknown_gate_is_told():
    with pytest.raises(InstellingFout, match="kies ronde1, ronde2, productie, overdracht"):
        beoordeel_poort("ronde9", {}, tabel=TABEL)


def test_damaged_table_is_told(tmp_path):
    pad = tmp_path / "poorten.toml"
    pad.write_text('versie = "1"\n[[poorten]]\ncode = "a"\ntitel = "A"\n[[eisen]]\nid = "x"\n', encoding="utf-8")

    with pytest.raises(InstellingFout, match="sleutel 'tekst' ontbreekt"):
        waarheidstabel(pad)
