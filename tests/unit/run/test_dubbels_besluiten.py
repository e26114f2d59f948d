"""Thresholds, sittings and proposals: pure, and never the score."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from analytics.duplicates.drempels import schat_drempels, verdeel_zittingen
from analytics.duplicates.records import Records
from analytics.run.dubbels_besluiten import maak_voorstellen, voeg_voorstellen_toe
from analytics.run.dubbels_zoek import zoek


def levering(*rijen):
    frame = pd.DataFrame({"naam": [r[0] for r in rijen], "bestand": "x.xlsx", "blad": "V"}, dtype="string")
    frame["rij"], frame["soort"] = range(2, len(rijen) + 2), "feitelijk"
    frame["intern_nummer"] = pd.Series([f"N{i}" for i in range(len(rijen))], dtype="string")
    frame["vcode"] = pd.Series(pd.NA, index=frame.index, dtype="string")
    frame["piloot"] = frame["eigenaar"] = "a"
    plaatsen = [(i, p, g) for i, (_, p, g) in enumerate(rijen)]
    return Records(frame, pd.DataFrame(plaatsen, columns=["record", "postcode", "gemeente"]))


def test_threshold_counts_stopped_missed_and_minutes():
    paren = pd.DataFrame({"kans": [0.9, 0.8, 0.6, 0.2, 0.1], "rij": [1, 1, 2, 3, 4]})

    uit = schat_drempels(paren, keuzes=(0.5, 0.85, 0.95))

    assert uit.values.tolist() == [
        [0.5, 3, 2, 2.3, 0.7, 0.3, 6],
        [0.85, 1, 1, 0.9, 0.1, 1.7, 2],
        [0.95, 0, 0, 0.0, 0.0, 2.6, 0],
    ]


def test_sitting_keeps_together_what_hangs_together_and_goes_by_place():
    paren = pd.DataFrame({"wat": list("abcdef"), "samenhang": [1, 2, 1, 3, 2, 4],
                          "plaats": ["Lede", "Aalst", pd.NA, pd.NA, "Aalst", "Boom"]})  # fmt: skip

    uit = verdeel_zittingen(paren, minuten=6, minuten_per_paar=2)

    assert "".join(uit["wat"]) == "befacd"
    assert uit["zitting"].tolist() == [1, 1, 1, 2, 2, 2]


def test_what_is_longer_than_a_sitting_is_cut():
    paren = pd.DataFrame({"samenhang": [1] * 5, "plaats": "Lede"})

    assert verdeel_zittingen(paren, minuten=4, minuten_per_paar=2)["zitting"].tolist() == [1, 1, 2, 2, 3]


def test_proposals_name_both_sides_and_hide_the_score():
    bron = levering(
        ("Harmonie De Ster", "9340", "Lede"),
        ("Kon. Harmonie De Ster", "9340", "Lede"),
        ("Chiro Jongens De Molen", "9300", "Aalst"),
        ("Chiro Meisjes De Molen", "9300", "Aalst"),
    )

    uit = maak_voorstellen(zoek(bron, peildatum=dt.date(2025, 6, 20)))

    assert uit[["intern_nummer", "kandidaat", "voorstel", "zitting"]].values.tolist() == [
        ["N2", "N3", "verschillend", 1],
        ["N0", "N1", "zelfde", 1],
    ]
    assert not {"kans", "score"} & set(uit)


def test_workbook_of_decisions_gets_a_proposal_per_candidate():
    bron = levering(("Harmonie De Ster", "9340", "Lede"), ("Judoclub Boom", "2850", "Boom"))
    paren = pd.DataFrame(
        {
            "intern_nummer": ["N0", "N0", "N1", "weg"],
            "vcode": ["V0000001", "V0000002", "V0000003", "V0000001"],
            "kandidaat_naam": ["K. Harmonie De Ster", "Wandelclub De Ster", "Judo Boom", "K. Harmonie De Ster"],
            "kandidaat_gemeenten": ["Lede", "Lede", "Boom, Niel", "Lede"],
            "kandidaat_activiteiten": ["", "", "", ""],
            "hash": ["h"] * 4,
        }
    )

    uit = voeg_voorstellen_toe(paren, bron)

    assert uit[["intern_nummer", "vcode", "voorstel", "hash"]].values.tolist() == [
        ["N1", "V0000003", "zelfde", "h"],
        ["N0", "V0000001", "zelfde", "h"],
        ["N0", "V0000002", "verschillend", "h"],
        ["weg", "V0000001", "", "h"],
    ]
    assert uit.loc[2, "redenen"].startswith("de eigen naam is dezelfde; soort vereniging:")
    assert set(uit) == {*paren, "voorstel", "redenen", "kans", "zitting"}
    assert uit["kans"].isna().tolist() == [False, False, False, True]
