"""Facts behind the gates: who is late, what is judged, what was loaded."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest

from analytics.domain.piloot import Deadlines
from analytics.questionnaire.dossier import Dossier, Ingevuld, beoordeel_poorten
from analytics.questionnaire.oordelen import Beoordeling
from analytics.questionnaire.planning import leveringen_geduid, planning, volgende
from analytics.questionnaire.poorten import waarheidstabel
from analytics.questionnaire.vragenlijsten import vragenlijst

DEADLINES = Deadlines(
    d1=dt.date(2025, 2, 14),
    d2=dt.date(2025, 3, 28),
    d3=dt.date(2025, 4, 18),
    d4=dt.date(2025, 5, 23),
    d5=dt.date(2025, 6, 13),
    d6=dt.date(2025, 6, 27),
    d7=dt.date(2025, 9, 1),
)


def archief(*leveringen: tuple[int, str, str, str]) -> pd.DataFrame:
    rijen = [("p", ronde, soort, wanneer, "dienst", f"{soort}.xlsx", sha) for ronde, soort, wanneer, sha in leveringen]
    kolommen = ["piloot", "ronde", "soort", "ontvangen", "afzender_rol", "bestand", "sha256"]
    return pd.DataFrame(rijen, columns=kolommen).assign(
        ontvangen=lambda t: pd.to_datetime(t["ontvangen"], format="ISO8601")
    )


def volledig(soort: str) -> Ingevuld:
    lijst = vragenlijst(soort)
    waarden = {
        vak.id: vak.keuzes[0].code if vak.keuzes else "2 mei 2025" if vak.type == "datum" else "antwoord"
        for vak in lijst.vakken
    }
    return Ingevuld(lijst, waarden, f"hash-{soort}")


def adequaat(soort: str) -> Beoordeling:
    return Beoordeling(soort, "", "adequaat", "", "gegevensbeheer", dt.date(2025, 5, 1), f"hash-{soort}")


ALLES_IN_ORDE = Dossier(
    peildatum=dt.date(2025, 6, 14),
    deadlines=DEADLINES,
    leveringen=archief(
        *(
            (ronde, soort, dag, f"{ronde}{soort}")
            for ronde, dag in ((1, "2025-02-14 23:59"), (2, "2025-04-18"), (3, "2025-06-13"))
            for soort in ("feitelijk", "kbo")
        )
    ),
    ingevuld={soort: volledig(soort) for soort in ("herkomst", "beheer")},
    beoordelingen=[adequaat("herkomst"), adequaat("beheer")],
    insz_gevonden=0,
    insz_geldig={2: (8, 10), 3: (10, 10)},
    ronde1_klaar=True,
    uitkomsten={2: pd.DataFrame({"intern_nummer": ["A", "B"], "status": ["geladen", "potentiele_dubbel"]})},
    besloten=frozenset({"B"}),
    oplaaddatum=dt.date(2025, 6, 16),
)
GELADEN = pd.DataFrame({"intern_nummer": ["A", "B"], "status": ["geladen", "onbekend"]})


def stand(dossier: Dossier) -> dict[str, str]:
    return {code: poort.status for code, poort in beoordeel_poorten(dossier, waarheidstabel()).items()}


def dicht(dossier: Dossier, poort: str) -> list[tuple[str, str, str]]:
    uit = beoordeel_poorten(dossier, waarheidstabel())[poort]
    return [(eis.id, feit.stand, feit.wie or eis.wie) for eis, feit in uit.blokkerend]


def test_all_in_order_opens_every_gate_up_to_production():
    assert stand(ALLES_IN_ORDE) == {"ronde1": "open", "ronde2": "open", "productie": "open", "overdracht": "gesloten"}


def test_hand_over_waits_for_what_is_not_known():
    klaar = replace(ALLES_IN_ORDE, uitkomsten={**ALLES_IN_ORDE.uitkomsten, 3: GELADEN})

    assert dicht(klaar, "overdracht") == [("niets_onbeslist", "nee", "DV")]
    assert stand(replace(klaar, uitkomsten={3: GELADEN.head(1)}))["overdracht"] == "open"


@pytest.mark.parametrize(
    ("wijziging", "poort", "verwacht"),
    [
        ({"insz_gevonden": 3}, "ronde1", [("insz_afwezig", "nee", "piloot")]),
        ({"insz_gevonden": None}, "ronde1", [("insz_afwezig", "onbekend", "DV")]),
        ({"insz_geldig": {2: (7, 10)}}, "ronde2", [("insz_aanwezig", "nee", "piloot")]),
        ({"insz_geldig": {2: (0, 0)}}, "ronde2", []),
        ({"ronde1_klaar": False}, "ronde2", [("ronde1_resultaat", "nee", "DV")]),
        ({"beoordelingen": [adequaat("herkomst")]}, "productie", [("beheer_adequaat", "onbekend", "DV")]),
        ({"besloten": frozenset()}, "productie", [("dubbels_beslist", "nee", "piloot")]),
        ({"oplaaddatum": None}, "productie", [("geinformeerd", "onbekend", "DV")]),
        ({"oplaaddatum": dt.date(2025, 5, 2)}, "productie", [("geinformeerd", "nee", "piloot")]),
        ({"oplaaddatum": dt.date(2025, 5, 3)}, "productie", []),
        ({"methode": "api", "leveringen": archief()}, "ronde1", []),
        ({"uitkomsten": {}}, "productie", [("ronde2_resultaat", "nee", "DV"), ("dubbels_beslist", "onbekend", "DV")]),
        ({"ingevuld": {"herkomst": volledig("herkomst")}}, "ronde2", [("beheer_ontvangen", "nee", "piloot")]),
    ],
)  # fmt: skip
def test_gate_says_what_is_missing_and_who_must_act(wijziging, poort, verwacht):
    assert dicht(replace(ALLES_IN_ORDE, **wijziging), poort) == verwacht


def test_notice_that_is_still_to_come_is_not_known():
    vroeg = replace(ALLES_IN_ORDE, peildatum=dt.date(2025, 5, 1))

    assert ("geinformeerd", "onbekend", "piloot") in dicht(vroeg, "productie")


def test_new_answers_need_a_new_judgement():
    beheer = replace(volledig("beheer"), sha256="tweede versie")
    nieuw = replace(ALLES_IN_ORDE, ingevuld={**ALLES_IN_ORDE.ingevuld, "beheer": beheer})

    assert dicht(nieuw, "productie") == [("beheer_adequaat", "onbekend", "DV")]


def test_question_judged_worse_later_closes_the_gate():
    later = Beoordeling("beheer", "B2", "onvoldoende", "te vaag", "gegevensbeheer", dt.date(2025, 5, 9), "hash-beheer")
    uit = replace(ALLES_IN_ORDE, beoordelingen=[adequaat("herkomst"), adequaat("beheer"), later])

    assert dicht(uit, "productie") == [("beheer_adequaat", "nee", "piloot")]


def test_late_and_missing_workbooks_are_told():
    leveringen = archief((1, "feitelijk", "2025-02-17", "a"))
    poort = beoordeel_poorten(replace(ALLES_IN_ORDE, leveringen=leveringen), waarheidstabel())["ronde1"]

    assert poort.zin == (
        "Eerste validatieronde: gesloten. Voor ronde 1 ontbreekt: werkmap KBO-verenigingen (piloot); D1 (14 februari "
        "2025): werkmap KBO-verenigingen ontbreekt, werkmap feitelijke verenigingen & afdelingen 3 dagen te laat "
        "(piloot)."
    )


def test_last_delivery_in_time_counts_for_each_deadline():
    leveringen = archief(
        (1, "feitelijk", "2025-02-10 10:00", "v1"),
        (1, "feitelijk", "2025-02-14 23:59", "v2"),
        (1, "feitelijk", "2025-02-20", "v2"),
        (1, "feitelijk", "2025-03-20", "v3"),
        (1, "feitelijk", "2025-04-01", "v4"),
        (1, "kbo", "2025-02-17", "k1"),
    )
    geduid = leveringen_geduid(DEADLINES, leveringen)
    plan = planning(DEADLINES, leveringen, peildatum=dt.date(2025, 4, 2))
    telt = plan.set_index(["deadline", "soort"])

    assert geduid[["sha256", "rol", "telt_voor"]].to_numpy().tolist() == [
        ["v1", "vervangen", ""],
        ["v2", "telt", "D1"],
        ["k1", "telt", "D2"],
        ["v2", "herhaald", ""],
        ["v3", "telt", "D2"],
        ["v4", "te laat", ""],
    ]
    assert telt.loc[("D1", "feitelijk"), ["status", "sha256"]].tolist() == ["op tijd", "v2"]
    assert telt.loc[("D2", "feitelijk"), ["status", "sha256"]].tolist() == ["op tijd", "v3"]
    assert telt.loc[("D1", "kbo"), ["status", "dagen_te_laat", "sha256"]].tolist() == ["te laat", 3, "k1"]
    assert telt.loc[("D1", "herkomst"), "status"] == "ontbreekt"
    assert telt.loc[("D3", "kbo"), "status"] == "verwacht"


def test_what_is_due_next_comes_after_what_is_overdue():
    plan = planning(DEADLINES, archief((1, "feitelijk", "2025-02-10", "v1")), peildatum=dt.date(2025, 3, 1))

    assert volgende(plan, aantal=1)[["deadline", "soort", "status"]].to_numpy().tolist() == [
        ["D1", "kbo", "ontbreekt"],
        ["D1", "herkomst", "ontbreekt"],
        ["D2", "kbo", "verwacht"],
    ]


def test_deadlines_without_date_hold_nothing():
    zonder = replace(ALLES_IN_ORDE, deadlines=Deadlines())

    assert stand(zonder)["productie"] == "open"
    assert set(planning(Deadlines(), archief(), peildatum=dt.date(2025, 3, 1))["status"]) == {"geen datum"}


def test_delivery_after_today_is_not_seen_yet():
    plan = planning(DEADLINES, archief((1, "kbo", "2025-02-14", "k")), peildatum=dt.date(2025, 2, 10))

    assert plan.loc[(plan["deadline"] == "D1") & (plan["soort"] == "kbo"), "status"].tolist() == ["verwacht"]
