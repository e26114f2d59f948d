"""The section on doubles: three groups, differences marked, everything escaped."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.duplicates.drempels import schat_drempels
from analytics.report import charts_dubbels as charts
from analytics.report.charts_bijschrift import Bijschrift
from analytics.report.pagina import Pagina, render
from analytics.report.rapport_dubbels import GETEKEND, Dubbelcijfers, sectie_dubbels

BIJ = Bijschrift("Piloot aap", "Bron: x")
_PAAR = ("naam_a", "waar_a", "naam_b", "waar_b", "kans", "oordeel", "redenen", "register", "groep")


def cijfers(*paren: tuple[object, ...]) -> Dubbelcijfers:
    frame = pd.DataFrame(paren, columns=list(_PAAR)).assign(nr=range(len(paren)))
    vermoed = frame[frame["oordeel"].ne("verschillend")]
    naast = [
        (nr, "naam", kant, tekst, verschilt)
        for nr in vermoed["nr"]
        for kant, tekst, verschilt in (("a", "Okra ", False), ("a", "<i>Lede</i>", True), ("b", "Okra", False))
    ]
    return Dubbelcijfers(
        bekeken=10,
        per_oordeel=pd.DataFrame({"waar": ["in hetzelfde bestand"], "dubbel": [len(vermoed)], "mogelijk": [0]}),
        per_groep=frame["groep"].value_counts().rename_axis("groep").reset_index(name="paren"),
        drempels=schat_drempels(vermoed.assign(rij=vermoed["nr"])),
        paren=frame,
        naast=pd.DataFrame(naast, columns=["nr", "veld", "kant", "tekst", "verschilt"]),
        bijdragen=pd.DataFrame(
            [(nr, v, b) for nr in vermoed["nr"] for v, b in (("vooraf", -5.0), ("naam", 8.0))],
            columns=["nr", "veld", "bijdrage"],
        ),
        volgorde=pd.DataFrame({"plaats": [], "piloot": [], "dubbels": [], "gestopt": []}),
    )


def html(*paren: tuple[object, ...]) -> str:
    return render(Pagina("t", "o", (sectie_dubbels(cijfers(*paren), BIJ),)))


DUBBEL = ("Okra <i>Lede</i>", "Lede · rij 2", "Okra", "Lede · rij 3", 0.953, "dubbel", "zelfde naam; zelfde postcode",
          "ja", "register en wij")  # fmt: skip
ANDER = ("Judo", "Lede · rij 4", "Voetbal", "Lede · rij 5", 0.0, "verschillend", "ander soort", "ja", "alleen register")


def test_differing_parts_are_marked_and_escaped():
    tekst = html(DUBBEL)

    assert "Okra <mark>&lt;i&gt;Lede&lt;/i&gt;</mark>" in tekst
    assert "<i>Lede" not in tekst


def test_each_group_with_pairs_has_its_own_list():
    tekst = html(DUBBEL, ANDER)

    assert tekst.count("<h3>Het register stopt en wij vinden het ook een dubbel</h3>") == 1
    assert tekst.count("<h3>Het register stopt, volgens ons is het een andere vereniging</h3>") == 1
    assert "<h3>Het register laat door" not in tekst
    assert "95 %" in tekst
    assert "minder dan 1 %" in tekst


def test_pair_that_only_the_register_sees_is_not_laid_side_by_side():
    assert "naast elkaar" not in html(ANDER)
    assert "naast elkaar" in html(DUBBEL)


def test_waterfall_is_drawn_for_the_first_and_told_for_all():
    tekst = html(*[DUBBEL] * (GETEKEND + 2))

    assert tekst.count("Waterval van bijdragen") == GETEKEND
    assert tekst.count("<caption>Wat elk gegeven bijdraagt") == 2


def test_register_that_was_not_asked_is_not_said_to_let_through():
    tekst = html((*DUBBEL[:-2], "", None))

    assert "Het register is niet gevraagd wat het zelf zou melden" in tekst
    assert "<h3>Volgens ons een dubbel; het register is niet gevraagd</h3>" in tekst
    assert "laat door" not in tekst
    assert "zou nergens op stoppen" not in tekst


def test_nothing_found_is_said_in_words():
    tekst = html()

    assert "Geen dubbels gevonden, en het register zou nergens op stoppen." in tekst
    assert "<figure" not in tekst


def test_waterfall_tells_its_numbers_to_who_cannot_see_it():
    figuur = charts.dubbels_waterval(
        pd.DataFrame({"veld": ["vooraf", "naam"], "bijdrage": [-5.0, 8.0]}), BIJ, wie=("A", "B"), kans=0.953
    )

    assert figuur.titel == "Waarom „A” en „B” voor 95 % dezelfde zijn"
    assert figuur.alt.endswith("vooraf -5,0, naam 8,0, samen 3,0.")
    assert figuur.gegevens.values.tolist() == [["vooraf", -5.0], ["naam", 8.0]]


@pytest.mark.parametrize("kans", [0.996, 0.99999, 1.0])
def test_no_probability_is_shown_as_certain(kans):
    figuur = charts.dubbels_waterval(
        pd.DataFrame({"veld": ["naam"], "bijdrage": [8.0]}), BIJ, wie=("A", "B"), kans=kans
    )

    assert "100 %" not in figuur.titel.replace(",", "")
    assert "100" not in figuur.titel


def test_threshold_chart_answers_with_both_ends():
    figuur = charts.dubbels_drempels(cijfers(DUBBEL).drempels, BIJ)

    assert figuur.titel == "Van drempel 0,10 naar 0,99: 2 naar 0 minuten nakijken, 0,0 naar 1,0 dubbels gemist"


def test_three_groups_count_what_the_register_stops():
    telling = pd.DataFrame({"groep": ["alleen register", "register en wij", "alleen wij"], "paren": [3, 2, 1]})

    figuur = charts.dubbels_drie_groepen(telling, BIJ)

    assert figuur.titel == (
        "Het register stopt op 5 paren, waarvan 3 volgens ons verschillend zijn, "
        "en laat 1 door die volgens ons dubbel is"
    )
    assert figuur.gegevens["Paren"].tolist() == [2, 3, 1]
