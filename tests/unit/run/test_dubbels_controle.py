"""The register's own check is asked, and answers per pair."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from analytics.duplicates.records import Records
from analytics.run.dubbels_beeld import laadvolgorde
from analytics.run.dubbels_controle import maak_lichamen, vraag_oefenregister
from analytics.run.dubbels_zoek import zoek

DAG = dt.date(2025, 6, 20)


def records(
    *rijen: tuple[str, str | None, str | None], soort: dict[int, str] | None = None, piloot: str = "a"
) -> Records:
    """Return records of (name, postcode, municipality); a place without both is no place."""
    frame = pd.DataFrame({"naam": [r[0] for r in rijen], "bestand": "x.xlsx", "blad": "Verenigingen"}, dtype="string")
    frame["rij"] = range(2, len(rijen) + 2)
    frame["intern_nummer"] = pd.Series([f"N{i}" for i in range(len(rijen))], dtype="string")
    frame["vcode"] = pd.Series(pd.NA, index=frame.index, dtype="string")
    frame["soort"] = [(soort or {}).get(i, "feitelijk") for i in range(len(rijen))]
    frame["piloot"] = frame["eigenaar"] = piloot
    plaatsen = [(i, p, g) for i, (_, p, g) in enumerate(rijen) if p or g]
    return Records(frame, pd.DataFrame(plaatsen, columns=["record", "postcode", "gemeente"]))


def stopt(bron: Records) -> set[tuple[int, int]]:
    meldingen = vraag_oefenregister(bron, bron.verenigingen.index, peildatum=DAG)
    return set(zip(meldingen.paren["van"], meldingen.paren["op"], strict=True))


def test_half_an_address_is_completed_from_the_list_of_postcodes():
    lichamen = maak_lichamen(records(("Okra", "9340", None), ("Okra", None, "Lede"), ("Okra", None, "Nergenshuizen")))

    adressen = {i: body["locaties"][0]["adres"] for i, body in lichamen.items()}
    assert {i: (a["postcode"], a["gemeente"]) for i, a in adressen.items()} == {
        0: ("9340", "Lede"),
        1: ("9340", "Lede"),
    }


def test_register_stops_what_differs_in_one_telling_word_and_not_what_differs_in_most():
    assert stopt(records(("Judoclub De Molen", "9340", "Lede"), ("Voetbalclub De Molen", "9340", "Lede"))) == {
        (0, 1),
        (1, 0),
    }
    assert stopt(records(("Judoclub De Molen", "9340", "Lede"), ("Fanfare De Ster", "9340", "Lede"))) == set()


def test_row_without_place_is_answered_with_nothing_and_not_left_out():
    bron = records(("Okra De Linde", None, None), ("Okra De Linde", "9340", "Lede"))

    meldingen = vraag_oefenregister(bron, bron.verenigingen.index, peildatum=DAG)

    assert meldingen.paren.empty
    assert meldingen.gevraagd == {0, 1}


def test_kbo_association_is_found_by_others_and_never_stopped_itself():
    bron = records(("Harmonie De Ster", "9340", "Lede"), ("Harmonie De Ster", "9340", "Lede"), soort={1: "kbo"})

    assert stopt(bron) == {(0, 1)}


def test_name_the_register_refuses_is_not_in_the_way_of_the_others():
    bron = records(("<b>", "9340", "Lede"), ("Okra Lede Dorp", "9340", "Lede"), ("OKRA Lede-Dorp", "9340", "Lede"))

    assert stopt(bron) == {(1, 2), (2, 1)}


def test_three_groups_are_told_apart():
    bron = records(
        ("Harmonie De Ster", "9340", "Lede"),
        ("Koninklijke Harmonie De Ster vzw", "9340", "Lede"),
        ("Chiro Jongens De Molen", "9340", "Lede"),
        ("Chiro Meisjes De Molen", "9340", "Lede"),
        ("Volksdansgroep Reuzegom Wetteren", None, None),
        ("Volksdansgroep Reuzegom", "9230", "Wetteren"),
    )

    paren = zoek(bron, peildatum=DAG).paren.set_index(["a", "b"])

    assert paren[["oordeel", "register_zou_melden"]].T.to_dict("list") == {
        (0, 1): ["dubbel", "ja"],
        (2, 3): ["verschillend", "ja"],
        (4, 5): ["dubbel", "nee"],
    }


@pytest.mark.parametrize("kbo", [0, 1])
def test_pilot_with_the_kbo_association_is_loaded_first(kbo):
    bron = records(("Harmonie De Ster", "9340", "Lede"), ("Harmonie De Ster", "9340", "Lede"), soort={kbo: "kbo"})
    bron.verenigingen["piloot"] = bron.verenigingen["eigenaar"] = ["a", "b"]

    volgorde = laadvolgorde(zoek(bron, peildatum=DAG), {"a": "Aap", "b": "Beer"})

    eerst, dan = ("Aap", "Beer") if kbo == 0 else ("Beer", "Aap")
    assert volgorde.values.tolist() == [[1, eerst, 0, 0], [2, dan, 1, 1]]
