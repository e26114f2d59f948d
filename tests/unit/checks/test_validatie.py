"""What validate answers: findings with their cell, counts, what can be loaded, what to repair first."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from analytics.checks.catalogus import REGELS
from analytics.checks.validatie import validate
from analytics.domain.blad import Soort
from analytics.domain.velden import TABELLEN, velden_van
from tests.builders import Celwaarde, een_levering

_CEL = st.tuples(
    st.one_of(
        st.none(), st.text(max_size=20), st.sampled_from(["1,23E+09", "#N/B", "<<>>", "2024-02-30", "٣", "\x00"])
    ),
    st.sampled_from(list(Soort)),
)


def _records(tabel: str) -> st.SearchStrategy[list[dict[str, Celwaarde]]]:
    velden = {v.code: _CEL for v in velden_van(tabel)}
    return st.lists(st.fixed_dictionaries({}, optional=velden), max_size=2)  # type: ignore[arg-type]


@settings(
    max_examples=25,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.data(), st.sampled_from(["feitelijk", "kbo", "beide"]), st.sampled_from([1, 2, 3]))
def test_no_text_of_any_kind_raises(data: st.DataObject, soort: str, ronde: int) -> None:
    tabellen = {t: data.draw(_records(t)) for t in TABELLEN}

    validatie = validate(een_levering(**tabellen, soort=soort, ronde=ronde))

    assert len(validatie.laadbaar) == len(tabellen["verenigingen"])
    assert set(validatie.bevindingen["ernst"]) <= {"FOUT", "WAARSCHUWING", "INFO"}


@pytest.mark.parametrize("ronde", [1, 2, 3])
@pytest.mark.parametrize("soort", ["feitelijk", "kbo"])
def test_valid_delivery_has_no_findings(soort: str, ronde: int) -> None:
    validatie = validate(een_levering([{}, {}], soort=soort, ronde=ronde))

    assert validatie.bevindingen.empty
    assert validatie.laadbaar.tolist() == [True, True]


def test_delivery_without_rows_is_judged() -> None:
    validatie = validate(een_levering([], []))

    assert validatie.bevindingen["code"].tolist() == ["levering_leeg"]
    assert validatie.laadbaar.tolist() == []
    assert validatie.oorzaken["code"].tolist() == ["levering_leeg"]


def test_finding_knows_its_cell_and_its_association() -> None:
    levering = een_levering([{}, {"intern_nummer": "B", "naam": ""}])

    bevinding = validate(levering).bevindingen.fillna({"voorstel": ""}).iloc[0]

    assert bevinding.to_dict() == {
        "code": "naam_ontbreekt",
        "ernst": "FOUT",
        "tabel": "verenigingen",
        "werkmap": 0,
        "blad": "Verenigingen",
        "rij": 3,
        "kolom": "D",
        "cel": "D3",
        "veld": "naam",
        "intern_nummer": "B",
        "vereniging": 1,
        "melding": "De naam van de vereniging ontbreekt.",
        "advies": "Vul de volledige naam van de vereniging in.",
        "voorstel": "",
    }


def test_unreadable_date_is_counted_once() -> None:
    telling = validate(een_levering([{"startdatum": "31/02/2099"}])).telling.set_index("code")

    assert telling.loc["startdatum_onleesbaar", ["toegepast", "gevonden"]].tolist() == [1, 1]
    assert telling.loc["startdatum_in_toekomst", ["toegepast", "gevonden"]].tolist() == [0, 0]


def test_missing_column_is_told_once_and_stops_its_rows() -> None:
    validatie = validate(een_levering([{}, {}], zonder_koppen=[("locaties", "land")]))

    fouten = validatie.bevindingen[validatie.bevindingen["ernst"] == "FOUT"]
    assert fouten[["code", "blad", "cel", "veld"]].values.tolist() == [["kolom_ontbreekt", "Locaties", "", "land"]]
    assert fouten["melding"].tolist() == ['Een verplichte kolom ontbreekt. Kolom "Land" (locatie).']
    assert validatie.laadbaar.tolist() == [False, False]


def test_fault_in_a_part_stops_its_association_only() -> None:
    levering = een_levering(
        [{}, {}],
        [
            {"intern_nummer": "1", "contactgegeventype": "Telefoon", "waarde": "geen idee"},
            {"intern_nummer": "2"},
        ],
    )

    assert validate(levering).laadbaar.tolist() == [False, True]


def test_value_of_a_person_is_never_quoted() -> None:
    levering = een_levering(vertegenwoordigers=[{"voornaam": "Mira9", "e_mail": "mira geheim", "telefoon": "bel 5"}])

    tekst = " ".join(validate(levering).bevindingen["melding"])

    assert "Mira" not in tekst
    assert "geheim" not in tekst
    assert "bel 5" not in tekst


def test_insz_in_a_message_or_proposal_is_masked() -> None:
    levering = een_levering(
        [{"korte_naam": "<b>70.01.01-001.88</b>", "korte_beschrijving": "70.01.01-001.88  twee spaties"}]
    )

    bevindingen = validate(levering).bevindingen

    assert "70.01.01-001.88" not in " ".join(bevindingen["melding"])
    assert bevindingen["voorstel"].notna().sum() == 0


def test_blanked_insz_is_a_fault_and_not_a_missing_value() -> None:
    levering = een_levering(
        [{"naam": (None, Soort.AFGESCHERMD)}],
        vertegenwoordigers=[{"insz": (None, Soort.AFGESCHERMD)}],
        ronde=2,
        insz_vondsten=[(0, "Verenigingen", "D", 2), (0, "Losse lijst", "A", 7)],
    )

    fouten = validate(levering).bevindingen.query("ernst == 'FOUT'")

    assert fouten[["code", "blad", "cel"]].values.tolist() == [
        ["insz_buiten_kolom", "Verenigingen", "D2"],
        ["insz_buiten_kolom", "Losse lijst", "A7"],
    ]


def test_causes_are_ranked_by_what_becomes_loadable() -> None:
    levering = een_levering(
        [{}, {}, {"naam": ""}, {"naam": ""}],
        [
            {"intern_nummer": i, "contactgegeventype": "Telefoon", "waarde": f"Tel: 053/12.34.5{i}"}
            for i in ("1", "2", "3")
        ],
    )

    oorzaken = validate(levering).oorzaken

    assert oorzaken.values.tolist() == [
        ["kolom Waarde: 3 cellen met een woord ervoor", "telefoon_ongeldig", "waarde", 3, 3, 2, 2, False],
        ["kolom Naam: 2 cellen – De naam van de vereniging ontbreekt.", "naam_ontbreekt", "naam", 2, 2, 1, 4, False],
    ]


def test_column_that_is_wrong_throughout_is_told_apart() -> None:
    levering = een_levering([{"hoofdactiviteiten": "voetbal"} for _ in range(6)])

    telling = validate(levering).telling.set_index("code")

    assert bool(telling.loc["hoofdactiviteit_onbekend", "hele_kolom"]) is True
    assert bool(telling.loc["hoofdactiviteit_dubbel", "hele_kolom"]) is False


def test_what_only_the_register_knows_is_never_a_passed_rule() -> None:
    validatie = validate(een_levering(ronde=2))

    niet = validatie.niet_vooraf.set_index("code")
    assert int(niet.loc["insz_bij_ksz", "toegepast"]) == 1
    assert int(niet.loc["kbo_kent_vereniging", "toegepast"]) == 0
    assert not set(niet.index) & {r.code for r in REGELS}


def test_rows_with_the_same_number_are_all_told() -> None:
    levering = een_levering([{"intern_nummer": "1"}, {"intern_nummer": "1"}])

    bevindingen = validate(levering).bevindingen.query("code == 'intern_nummer_dubbel'")

    assert bevindingen["cel"].tolist() == ["A2", "A3"]
    assert bevindingen["melding"].tolist() == [
        'Meer dan één vereniging heeft dit intern nummer. Er staat: "1". Ook in Verenigingen rij 3.',
        'Meer dan één vereniging heeft dit intern nummer. Er staat: "1". Ook in Verenigingen rij 2.',
    ]


def test_findings_stand_in_the_order_of_the_workbook() -> None:
    levering = een_levering(
        [{"naam": "", "korte_naam": "<i>x</i>"}, {"naam": ""}],
        [{"contactgegeventype": "", "waarde": ""}],
    )

    fouten = validate(levering).bevindingen.query("ernst == 'FOUT'")

    assert (fouten["blad"] + "!" + fouten["cel"]).tolist() == [
        "Verenigingen!D2",
        "Verenigingen!E2",
        "Verenigingen!D3",
        "Contactgegevens!B2",
        "Contactgegevens!C2",
    ]
