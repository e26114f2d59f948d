from __future__ import annotations

import datetime as dt

import pytest

from analytics.domain.blad import Soort
from analytics.intake.levering import Afwijkingen, lees_levering
from tests.unit.intake.bladen import een_blad, een_werkmap

PEILDATUM = dt.date(2025, 3, 1)
INSZ = "70.01.01-001.88"  # verzonnen: de proefwaarde van het register zelf


def lees(*bladen, ronde=1, **rest):
    return lees_levering([een_werkmap(*bladen)], ronde=ronde, peildatum=PEILDATUM, **rest).levering


def test_rows_keep_their_excel_row_below_titles_and_blank_rows():
    levering = lees(
        een_blad(
            "Verenigingen",
            [["Lijst 2025"], [None], ["Intern nummer", "Naam"], ["1", "KWB Boom"], [None, " "], ["2", "Chiro Boom"]],
            eerste_rij=3,
        )
    )

    verenigingen = levering.tabellen["verenigingen"].waarden
    assert verenigingen["rij"].tolist() == [6, 8]
    assert verenigingen["naam"].tolist() == ["KWB Boom", "Chiro Boom"]
    assert levering.kolommen("verenigingen", "naam").tolist() == ["B", "B"]


def test_example_row_of_the_template_is_not_delivered():
    levering = lees(een_blad("Verenigingen", [["Intern nummer", "Naam"], ["VOORBEELD-1", "x"], ["1", "Voorbeeldclub"]]))

    assert levering.tabellen["verenigingen"].waarden["naam"].tolist() == ["Voorbeeldclub"]


def test_wide_rows_unfold_in_reading_order_with_their_cells():
    levering = lees(
        een_blad(
            "Verenigingen",
            [
                ["Intern nummer", "Naam", "Locatie 1 gemeente", "Locatie 2 gemeente"],
                ["1", "KWB", "Boom", "Niel"],
                ["2", "Okra", None, "Rumst"],
            ],
        )
    )

    locaties = levering.tabellen["locaties"].waarden
    assert locaties[["intern_nummer", "rij", "groep", "gemeente"]].values.tolist() == [
        ["1", 2, 1, "Boom"],
        ["1", 2, 2, "Niel"],
        ["2", 3, 2, "Rumst"],
    ]
    assert levering.kolommen("locaties", "gemeente").tolist() == ["C", "D", "D"]


def test_row_with_parts_only_is_still_an_association():
    levering = lees(
        een_blad(
            "Verenigingen",
            [["Intern nummer", "Naam", "Locatie 1 gemeente"], ["1", "KWB", None], [None, None, "Boom"]],
        )
    )

    assert levering.aantal == 2
    assert levering.tabellen["verenigingen"].waarden["rij"].tolist() == [2, 3]


def test_value_merged_downwards_counts_for_every_row():
    levering = lees(
        een_blad("Verenigingen", [["Intern nummer", "Naam"], ["1", "KWB"]]),
        een_blad(
            "Locaties",
            [["Intern nummer", "Gemeente"], ["1", "Boom"], [None, "Niel"], [None, "Rumst"]],
            samengevoegd=("A2:A3",),
        ),
    )

    assert levering.tabellen["locaties"].waarden["intern_nummer"].fillna("-").tolist() == ["1", "1", "-"]


def test_second_column_for_a_field_is_reported_and_not_read():
    levering = lees(een_blad("Verenigingen", [["Intern nummer", "Naam", "Naam"], ["1", "KWB", "Okra"]]))

    assert levering.tabellen["verenigingen"].waarden["naam"].tolist() == ["KWB"]
    assert levering.koppen[["kolom", "status"]].values.tolist() == [["A", "gekend"], ["B", "gekend"], ["C", "dubbel"]]


def test_sheets_are_known_by_name_or_by_headings():
    levering = lees(
        een_blad("Blad1", [["Intern nummer", "Naam", "Startdatum"], ["1", "KWB", None]]),
        een_blad("Notities", [["bel Jan"]]),
        een_blad("Leesmij", [["INSZ"], ["laat leeg"]]),
        een_blad("Locaties", [["zomaar wat"]]),
    )

    assert levering.bladen[["blad", "tabel", "status"]].values.tolist() == [
        ["Blad1", "verenigingen", "gelezen"],
        ["Notities", "", "onbekend"],
        ["Leesmij", "", "hulpblad"],
        ["Locaties", "locaties", "zonder koppen"],
    ]
    assert len(levering.insz_vondsten) == 0


def test_workbook_without_associations_misses_its_sheet():
    levering = lees(een_blad("Iets", [["hallo"]]))

    assert levering.aantal == 0
    assert levering.bladen.query("status == 'ontbreekt'")["tabel"].tolist() == ["verenigingen"]


def test_kbo_workbook_is_recognised_and_its_representatives_are_out_of_place():
    gelezen = lees(
        een_blad("Verenigingen", [["Intern nummer", "KBO-nummer", "Naam"], ["1", "0220923141", "vzw De Kring"]]),
        een_blad("Vertegenwoordigers", [["Intern nummer", "Voornaam"], ["1", "An"]]),
    )

    assert gelezen.bestanden[0].soort == "kbo"
    assert gelezen.tabellen["verenigingen"].waarden["naam_controle"].tolist() == ["vzw De Kring"]
    assert gelezen.tabellen["verenigingen"].waarden["naam"].isna().all()
    assert gelezen.kolommen("verenigingen", "naam_controle").tolist() == ["C"]
    assert gelezen.bladen["status"].tolist() == ["gelezen", "verkeerde werkmap"]


def test_pilot_layout_gives_sheets_headings_and_constants():
    afwijkingen = Afwijkingen({"Clubnaam": "verenigingen.naam"}, {"Clubs": "verenigingen"}, {"locaties.land": "België"})

    levering = lees(
        een_blad("Clubs", [["Clubnaam"], ["KWB"]]),
        een_blad("Locaties", [["Gemeente", "Land"], ["Boom", None], ["Lille", "Frankrijk"]]),
        afwijkingen=afwijkingen,
    )

    assert levering.tabellen["verenigingen"].waarden["naam"].tolist() == ["KWB"]
    assert levering.tabellen["locaties"].waarden["land"].tolist() == ["België", "Frankrijk"]


def test_two_workbooks_make_one_delivery():
    feitelijk = een_werkmap(een_blad("Verenigingen", [["Intern nummer", "Naam"], ["1", "KWB"]]), naam="fv.xlsx")
    kbo = een_werkmap(een_blad("Verenigingen", [["Intern nummer", "KBO-nummer"], ["2", "0220923141"]]), naam="kbo.xlsx")

    levering = lees_levering([feitelijk, kbo], ronde=1, peildatum=PEILDATUM).levering

    assert [b.soort for b in levering.bestanden] == ["feitelijk", "kbo"]
    assert levering.tabellen["verenigingen"].waarden[["werkmap", "intern_nummer"]].values.tolist() == [
        [0, "1"],
        [1, "2"],
    ]


def test_round_1_blanks_everything_in_the_insz_column_and_any_insz_elsewhere():
    levering = lees(
        een_blad("Verenigingen", [["Intern nummer", "Naam", "Opmerking"], ["1", "KWB", f"bel {INSZ} op"]]),
        een_blad(
            "Vertegenwoordigers", [["Intern nummer", "INSZ", "Voornaam"], ["1", INSZ, "An"], ["1", "volgt", "Jo"]]
        ),
        een_blad("Los", [["zomaar"], ["700101 001 88"]]),
    )

    vertegenwoordigers = levering.tabellen["vertegenwoordigers"]
    assert vertegenwoordigers.waarden["insz"].isna().all()
    assert vertegenwoordigers.soorten["insz"].tolist() == [Soort.AFGESCHERMD] * 2
    assert levering.insz_vondsten[["blad", "kolom", "rij"]].values.tolist() == [
        ["Verenigingen", "C", 2],
        ["Vertegenwoordigers", "B", 2],
        ["Vertegenwoordigers", "B", 3],
        ["Los", "A", 2],
    ]


def test_round_2_keeps_the_insz_column_and_blanks_the_rest():
    levering = lees(
        een_blad("Verenigingen", [["Intern nummer", "Naam"], ["1", f"KWB {INSZ}"]]),
        een_blad("Vertegenwoordigers", [["Intern nummer", "INSZ"], ["1", INSZ]]),
        ronde=2,
    )

    assert levering.tabellen["vertegenwoordigers"].waarden["insz"].tolist() == [INSZ]
    assert levering.tabellen["verenigingen"].waarden["naam"].isna().all()
    assert levering.insz_vondsten[["blad", "kolom", "rij"]].values.tolist() == [["Verenigingen", "B", 2]]


def test_insz_in_a_sheet_name_is_masked_and_the_pilots_name_is_remembered():
    gelezen = lees_levering(
        [een_werkmap(een_blad(f"Lijst {INSZ}", [["Naam", "Startdatum"], ["KWB", None]]))], ronde=1, peildatum=PEILDATUM
    )

    assert gelezen.levering.bladen["blad"].tolist() == ["Lijst xx.xx.xx-xxx.xx"]
    assert gelezen.werkmappen[0].bladnamen == {"Lijst xx.xx.xx-xxx.xx": f"Lijst {INSZ}"}


def test_phone_with_country_code_is_no_insz():
    # 32 070010178 -> +32070010178 would fit the control number without its plus sign.
    levering = lees(een_blad("Verenigingen", [["Intern nummer", "Naam", "Telefoon"], ["1", "KWB", "+32478123456"]]))

    assert len(levering.insz_vondsten) == 0


def test_printing_a_delivery_shows_no_values():
    levering = lees(een_blad("Vertegenwoordigers", [["Intern nummer", "INSZ"], ["1", INSZ]]), ronde=2)

    assert INSZ not in repr(levering)
    assert repr(levering.tabellen["vertegenwoordigers"]) == "Tabel(1 records)"


@pytest.mark.parametrize("ronde", [0, 4])
def test_round_that_does_not_exist_is_refused(ronde):
    with pytest.raises(ValueError, match="1, 2 of 3"):
        lees(een_blad("Verenigingen", [["Naam"], ["KWB"]]), ronde=ronde)
