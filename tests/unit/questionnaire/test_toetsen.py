"""Claims set against evidence: planted contradictions are found, consistent answers are not accused."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from bouw import gezien, met_bevestigingen, met_bronnen, opname, paren, stelling, tabel
from hypothesis import given
from hypothesis import strategies as st

from analytics.errors import InstellingFout
from analytics.questionnaire.bronnen import botsingen, bronnentabel
from analytics.questionnaire.inactief import vermoedelijk_inactief
from analytics.questionnaire.toetsen import TOETSEN, toets, vergelijk
from analytics.questionnaire.uitslag import Uitslag, hoogstens, minstens
from analytics.questionnaire.vragenlijsten import vragenlijst
from analytics.questionnaire.waarnemingen import Momentopname, Waarnemingen, kbo_gestopt_uit, paren_op_nummer

# Synthetic; the control numbers fit.
INSZ = ("85.07.30-033.28", "93.05.18-223.61", "00.01.25-560.84")


def uitslag(toetsnaam: str, waarnemingen: Waarnemingen, **rest: object) -> tuple[str, int, int]:
    uit = toets(stelling(toetsnaam, **rest), waarnemingen)
    return uit.oordeel, uit.teller, uit.noemer


@pytest.mark.parametrize(
    ("waarden", "verwacht"),
    [
        (["1/6/2025", "1/1/2025", "2024-07-01", "1 mei 2025", None], ("bevestigd", 4, 5)),
        (["1/6/2025", "1/1/2020", "1/1/2019", "1/1/2018", "nee"], ("tegengesproken", 1, 5)),
        # Kept up, and still blank: not confirmed.
        (["1/6/2025", "1/6/2025", "1/6/2025", None, None], ("tegengesproken", 3, 5)),
        # Hardly used: a blank says nothing.
        (["1/6/2025", None, None, None, None], ("niet toetsbaar", 1, 5)),
        (["1/6/2025", "1/6/2025", "ja", "ja", "ja"], ("niet toetsbaar", 2, 5)),
        ([], ("niet toetsbaar", 0, 0)),
    ],
)
def test_data_put_before_associations_against_confirmations_of_the_last_year(waarden, verwacht):
    waarnemingen = gezien(met_bevestigingen(*waarden))

    assert uitslag("bevestigd_binnen", waarnemingen, maanden=12, grens=0.8) == verwacht


def test_a_claim_that_was_true_does_not_become_false_by_waiting():
    waarnemingen = gezien(met_bevestigingen("1/7/2023", "1/8/2023"))

    assert uitslag("bevestigd_binnen", waarnemingen, maanden=12, grens=0.8, op=dt.date(2024, 6, 1))[0] == "bevestigd"
    assert uitslag("bevestigd_binnen", waarnemingen, maanden=12, grens=0.8)[0] == "tegengesproken"


def test_inactive_ones_are_found_with_their_reasons():
    nu = Momentopname(
        3,
        {
            "verenigingen": tabel(
                intern_nummer=["A", "B", "C", "D", "E"],
                naam=["Actief", "Turnkring (gestopt)", "Slapend", "Stil", None],
                naam_controle=[None, None, None, None, "Vzw Weg"],
                laatst_bevestigd=["1/6/2025", "1/6/2025", "nee", "1/1/2020", None],
            ).assign(werkmap=[0, 0, 0, 0, 1])
        },
        ("feitelijk", "kbo"),
    )
    tabel_ = vermoedelijk_inactief(gezien(nu, kbo_gestopt=frozenset({"E"})))

    assert tabel_[["intern_nummer", "naam", "zeker"]].to_numpy().tolist() == [
        ["B", "Turnkring (gestopt)", True],
        ["C", "Slapend", True],
        ["E", "Vzw Weg", True],
        ["D", "Stil", False],
    ]
    assert tabel_["redenen"].tolist()[2] == "het KBO-nummer is stopgezet of niet geldig"


@pytest.mark.parametrize(
    ("waarden", "kbo_gestopt", "verwacht"),
    [
        (["1/6/2025"] * 9 + ["nee"], None, ("tegengesproken", 1, 10)),
        (["1/6/2025"] * 10, None, ("bevestigd", 0, 10)),
        (["1/6/2025"] * 10, frozenset({"N3"}), ("tegengesproken", 1, 10)),
        (["1/6/2025"] * 9 + ["1/1/2020"], None, ("niet toetsbaar", 0, 10)),
        (["1/6/2025"] * 2 + [None] * 8, None, ("niet toetsbaar", 0, 10)),
    ],
)
def test_removed_inactive_ones_against_what_is_known_to_have_stopped(waarden, kbo_gestopt, verwacht):
    waarnemingen = gezien(met_bevestigingen(*waarden), kbo_gestopt=kbo_gestopt)

    assert uitslag("geen_inactieve", waarnemingen, grens=0.02) == verwacht


def test_stopped_kbo_numbers_are_taken_from_what_the_register_said():
    uitkomsten = pd.DataFrame(
        {
            "intern_nummer": ["A", "B", "C"],
            "status": ["geweigerd", "geweigerd", "geladen"],
            "reden": ["Er werd voor dit KBO-nummer geen geldige vereniging gevonden.", "HTML is niet toegelaten", None],
        }
    )

    assert kbo_gestopt_uit(uitkomsten) == {"A"}
    assert kbo_gestopt_uit(None) is None


@pytest.mark.parametrize(
    ("gevonden", "toetsnaam", "verwacht"),
    [
        (paren(("N0", "N1", "dubbel")), "geen_dubbels", ("tegengesproken", 2, 4)),
        (paren(), "geen_dubbels", ("bevestigd", 0, 4)),
        (paren(("N0", "N1", "mogelijk")), "geen_dubbels", ("niet toetsbaar", 0, 4)),
        (None, "geen_dubbels", ("niet toetsbaar", 0, 4)),
        # Across two services: who looked per service may have missed it.
        (paren(("N0", "N2", "dubbel")), "geen_dubbels_per_bron", ("bevestigd", 0, 4)),
        (paren(("N0", "N1", "dubbel")), "geen_dubbels_per_bron", ("tegengesproken", 2, 4)),
        (paren(("N0", "VREEMD", "dubbel")), "geen_dubbels", ("bevestigd", 0, 4)),
    ],
)
def test_no_doubles_left_against_doubles_found(gevonden, toetsnaam, verwacht):
    waarnemingen = gezien(met_bronnen("Sport", "Sport", "Jeugd", "Jeugd"), paren=gevonden)

    assert uitslag(toetsnaam, waarnemingen, grens=0.05) == verwacht


@pytest.mark.parametrize(
    ("bronnen", "toetsnaam", "oordeel"),
    [
        (["Loket", "LOKET ", "loket"], "een_bron", "bevestigd"),
        (["Loket", "Sport", None, None, None], "een_bron", "tegengesproken"),
        (["Loket", None, None], "een_bron", "niet toetsbaar"),
        ([None, None], "een_bron", "niet toetsbaar"),
        (["Loket", "Sport"], "per_dienst", "bevestigd"),
        (["Loket", "Loket"], "per_dienst", "tegengesproken"),
    ],
)
def test_one_central_source_against_the_column_bron(bronnen, toetsnaam, oordeel):
    assert uitslag(toetsnaam, gezien(met_bronnen(*bronnen)))[0] == oordeel


def test_compared_sources_against_associations_that_come_from_two():
    nu = opname(
        verenigingen=tabel(
            intern_nummer=["N0", "N1", "N2", "N3"],
            bron_dienst=["Sport", "Jeugd", "Sport", "Sport"],
            startdatum=["2001-01-01", "1999-09-01", None, None],
            koepel=["KSA", None, None, None],
        )
    )
    gevonden = paren(("N0", "N1", "dubbel"), ("N2", "N3", "dubbel"), ("N1", "N2", "mogelijk"))

    assert botsingen(nu, gevonden).to_numpy().tolist() == [["N0", "N1", "Sport", "Jeugd", "startdatum"]]
    assert uitslag("bronnen_vergeleken", gezien(nu, paren=gevonden), grens=0.01) == ("tegengesproken", 2, 4)
    assert uitslag("bronnen_vergeleken", gezien(nu, paren=paren()), grens=0.01) == ("bevestigd", 0, 4)
    assert uitslag("bronnen_vergeleken", gezien(met_bronnen("A", "A"), paren=gevonden))[0] == "niet toetsbaar"


def test_sources_are_counted_most_first():
    assert bronnentabel(met_bronnen("Sport", "Jeugd", "sport", None)).to_numpy().tolist() == [
        ["Sport", 2, 4],
        ["Jeugd", 1, 4],
        [pd.NA, 1, 4],
    ]


def test_all_services_at_once_against_sources_that_join_later():
    begin, laat = dt.date(2025, 2, 1), dt.date(2025, 9, 1)
    samen = gezien(met_bronnen("A", "B"), eerdere=(met_bronnen("A", "B", ronde=1),))
    later = gezien(met_bronnen("A", "B", ontvangen=laat), eerdere=(met_bronnen("A", ronde=1, ontvangen=begin),))

    assert uitslag("bronnen_samen", samen) == ("bevestigd", 2, 2)
    assert uitslag("bronnen_samen", later) == ("tegengesproken", 1, 2)
    assert uitslag("bronnen_samen", gezien(met_bronnen("A")))[0] == "niet toetsbaar"
    assert uitslag("bronnen_na_elkaar", later, maanden=6) == ("tegengesproken", 1, 2)
    assert uitslag("bronnen_na_elkaar", later, maanden=7) == ("bevestigd", 1, 2)
    assert uitslag("bronnen_na_elkaar", samen, maanden=6)[0] == "niet toetsbaar"


@pytest.mark.parametrize(
    ("ronde", "waarden", "grens", "verwacht"),
    [
        (2, [*INSZ, None], 0.7, ("bevestigd", 3, 4)),
        (2, [INSZ[0], "85.07.30-033.29", None, None], 0.7, ("tegengesproken", 1, 4)),
        (1, [None, None], 0.7, ("niet toetsbaar", 0, 0)),
        (2, [], 0.7, ("niet toetsbaar", 0, 0)),
    ],
)
def test_insz_collected_against_coverage_from_round_two(ronde, waarden, grens, verwacht):
    nu = opname(ronde, vertegenwoordigers=tabel(intern_nummer=["N0"] * len(waarden), insz=waarden))

    assert uitslag("insz_verzameld", gezien(nu), grens=grens) == verwacht


def _met_locaties(aantal: int, ronde: int) -> Momentopname:
    nummers = [f"N{i}" for i in range(10)]
    locaties = tabel(intern_nummer=nummers[:aantal], gemeente=["Aalst"] * aantal)
    return opname(ronde, verenigingen=tabel(intern_nummer=nummers, naam=nummers), locaties=locaties)


@pytest.mark.parametrize(
    ("eerst", "nu", "toetsnaam", "oordeel"),
    [
        (8, 8, "was_er", "bevestigd"),
        (4, 9, "was_er", "tegengesproken"),
        (0, 0, "was_er", "tegengesproken"),
        (4, 9, "aangevuld", "bevestigd"),
        (9, 9, "aangevuld", "niet toetsbaar"),
        (4, 0, "aangevuld", "tegengesproken"),
        (0, 0, "niet_aanwezig", "bevestigd"),
        (0, 3, "niet_aanwezig", "tegengesproken"),
    ],
)
def test_what_was_added_against_the_fill_rate_and_its_change(eerst, nu, toetsnaam, oordeel):
    waarnemingen = gezien(_met_locaties(nu, 3), eerdere=(_met_locaties(eerst, 1),))
    grens = {"was_er": 0.1, "aangevuld": 0.02, "niet_aanwezig": 0.0}[toetsnaam]

    assert uitslag(toetsnaam, waarnemingen, grens=grens, categorie="locaties")[0] == oordeel


def test_reactions_worked_in_against_what_changed_between_deliveries():
    def met(koepel: str, gemeenten: list[str]) -> Momentopname:
        verenigingen = tabel(intern_nummer=["A", "B"], koepel=[koepel, "x"])
        return opname(verenigingen=verenigingen, locaties=tabel(intern_nummer=["B", "B"], gemeente=gemeenten))

    oud = met("KSA", ["Aalst", "Gent"])

    assert uitslag("reacties_verwerkt", gezien(met("Chiro", ["Gent", "Aalst"]), eerdere=(oud,)), grens=0.01) == (
        "bevestigd",
        1,
        2,
    )
    assert uitslag("reacties_verwerkt", gezien(oud, eerdere=(oud,)), grens=0.01) == ("tegengesproken", 0, 2)
    assert uitslag("reacties_verwerkt", gezien(oud), grens=0.01)[0] == "niet toetsbaar"


@pytest.mark.parametrize(
    ("kennisgeving", "opladen", "verwacht"),
    [
        (dt.date(2025, 6, 19), dt.date(2025, 6, 20), ("bevestigd", 1, 1)),
        (dt.date(2025, 6, 20), dt.date(2025, 6, 20), ("tegengesproken", 0, 1)),
        (dt.date(2025, 6, 21), dt.date(2025, 6, 20), ("tegengesproken", 0, 1)),
        (dt.date(2025, 6, 1), None, ("niet toetsbaar", 0, 0)),
        (None, dt.date(2025, 6, 20), ("niet toetsbaar", 0, 0)),
    ],
)
def test_told_at_least_a_day_before_loading(kennisgeving, opladen, verwacht):
    waarnemingen = gezien(None, oplaaddatum=opladen)

    assert uitslag("tijdig_geinformeerd", waarnemingen, datum=kennisgeving, grens=1) == verwacht


@pytest.mark.parametrize("naam", TOETSEN)
def test_without_any_delivery_nothing_can_be_tested(naam):
    assert uitslag(naam, gezien(None), categorie="locaties", maanden=12, grens=0.5) == ("niet toetsbaar", 0, 0)


def test_table_of_claims_shows_answer_verdict_and_evidence():
    uit = vergelijk(
        vragenlijst("herkomst"),
        {"O7.dubbels": "alle", "O3.voorgelegd": "neen"},
        waarnemingen=gezien(met_bronnen("A", "B"), paren=paren(("N0", "N1", "dubbel"))),
    )

    assert uit.to_dict("records") == [
        {
            "soort": "herkomst",
            "vraag": "O7",
            "vak": "O7.dubbels",
            "antwoord": "Ja, over alle diensten heen; er zijn geen dubbels meer",
            "toets": "geen_dubbels",
            "bewering": "Er zijn geen dubbels meer",
            "categorie": "",
            "oordeel": "tegengesproken",
            "bewijs": "2 van de 2 verenigingen (100\u00a0%) zitten in een dubbel (1 paar, gezocht in "
            "de hele levering); nog 0 zitten in een mogelijke dubbel.",
            "teller": 2,
            "noemer": 2,
        }
    ]


def test_unknown_test_in_a_questionnaire_is_told():
    with pytest.raises(InstellingFout, match="toets 'raden' bestaat niet"):
        toets(stelling("raden"), gezien(None))


def test_a_verdict_without_denominator_cannot_be_made():
    with pytest.raises(ValueError, match="denominator"):
        Uitslag("bevestigd", "want het is zo")
    with pytest.raises(ValueError, match="share"):
        Uitslag("bevestigd", "want het is zo", 3, 2)


@given(st.data())
def test_unknown_values_never_turn_a_verdict(data):
    totaal = data.draw(st.integers(1, 50))
    goed = data.draw(st.integers(0, totaal))
    onbekend = data.draw(st.integers(0, totaal - goed))
    echt = goed + data.draw(st.integers(0, onbekend))
    grens = data.draw(st.floats(0, 1))
    oordelen = {"bevestigd": echt >= grens * totaal, "tegengesproken": echt < grens * totaal, "niet toetsbaar": True}
    fouten = {"bevestigd": echt <= grens * totaal, "tegengesproken": echt > grens * totaal, "niet toetsbaar": True}

    assert oordelen[minstens(goed, onbekend, totaal, grens)]
    assert fouten[hoogstens(goed, onbekend, totaal, grens)]


def test_pairs_of_records_become_pairs_of_numbers():
    gevonden = pd.DataFrame({"a": [1], "b": [0], "oordeel": ["dubbel"], "kans": [0.9]})

    assert paren_op_nummer(gevonden, pd.Series(["X", "Y"], dtype="string")).to_numpy().tolist() == [
        ["Y", "X", "dubbel"]
    ]
