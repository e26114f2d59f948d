"""The figures of a load, counted by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.domain.uitkomst import KOLOMMEN, STATUSSEN
from analytics.insight.opladen import count_fouten, count_statussen, measure_doel

ONTBREEK = {"naam_ontbreekt", "insz_ontbreekt"}


def uitkomsten(*rijen: tuple[str, str, str]) -> pd.DataFrame:
    """Return outcomes from (key, state, rules)."""
    frame = pd.DataFrame(
        [dict.fromkeys(KOLOMMEN, "") | {"intern_nummer": n, "status": s, "regel": r} for n, s, r in rijen],
        columns=list(KOLOMMEN),
    )
    return frame.astype("string")


def test_both_rates_over_what_was_first_delivered():
    u = uitkomsten(
        ("A", "geladen", ""),
        ("B", "gekend_in_kbo", ""),
        ("C", "al_geladen", ""),
        ("D", "niet_laadbaar", "naam_ontbreekt"),
        ("E", "niet_laadbaar", "naam_ontbreekt;iban_ongeldig"),
        ("F", "potentiele_dubbel", ""),
        ("G", "bevestigde_dubbel", ""),
        ("NIEUW", "geladen", ""),
    )

    doel = measure_doel(["A", "B", "C", "D", "E", "F", "G", "WEG", "A", ""], u, ontbreekregels=ONTBREEK)

    # Nine associations: A is delivered twice, one has no key. E breaks another rule too: not an explained loss.
    assert (doel.strikt.teller, doel.strikt.noemer) == (3, 9)
    assert (doel.na_verklaard.teller, doel.na_verklaard.noemer) == (3, 6)
    assert (doel.ontbrekend, doel.onbeslist, doel.dubbel) == (1, 1, 1)
    assert (doel.niet_meer_geleverd, doel.later_erbij) == (2, 1)


@pytest.mark.parametrize(("geladen", "haalt"), [(79, False), (80, True), (81, True)])
def test_target_is_at_least_eighty_percent(geladen: int, haalt: bool):
    u = uitkomsten(*[(str(i), "geladen" if i < geladen else "geweigerd", "") for i in range(100)])

    doel = measure_doel([str(i) for i in range(100)], u, ontbreekregels=ONTBREEK)

    assert doel.strikt.haalt_doel is haalt


def test_nothing_delivered_does_not_reach_the_target():
    doel = measure_doel([], uitkomsten(), ontbreekregels=ONTBREEK)

    assert (doel.strikt.noemer, doel.strikt.haalt_doel) == (0, False)


def test_every_state_is_counted_and_adds_up():
    u = uitkomsten(("A", "geladen", ""), ("B", "geladen", ""), ("C", "onbekend", ""))

    telling = count_statussen(u)

    assert telling["status"].tolist() == list(STATUSSEN)
    assert telling.loc[telling["verenigingen"] > 0, ["status", "verenigingen"]].values.tolist() == [
        ["geladen", 2],
        ["onbekend", 1],
    ]


def test_errors_by_kind_count_a_row_under_each_of_its_rules():
    u = uitkomsten(("A", "niet_laadbaar", "x;y"), ("B", "niet_laadbaar", "y"), ("C", "geladen", ""))
    u["reden"] = pd.array(["X; mis. · Y.", "Y.", ""], dtype="string")

    assert count_fouten(u).values.tolist() == [["niet_laadbaar", "Y.", 2], ["niet_laadbaar", "X; mis.", 1]]
