import pandas as pd

from analytics.insight.kolommen import profile_levering
from tests.gevallen import geval

GELDIGE_INSZ = "85.07.30-033.28"


def _rij(profiel, tabel, veld):
    rij = profiel.loc[profiel["tabel"].eq(tabel) & profiel["veld"].eq(veld)].iloc[0].to_dict()
    return {kolom: None if pd.isna(waarde) else waarde for kolom, waarde in rij.items()}


def test_column_is_counted_over_the_rows_of_its_own_template():
    levering = geval(
        verenigingen=[
            {"intern_nummer": "1", "soort": "FV"},
            {"intern_nummer": "2", "soort": " "},
            {"intern_nummer": "3", "werkmap": 1, "kbo_nummer": "0220.923.141"},
        ]
    )

    profiel = profile_levering(levering)

    assert _rij(profiel, "verenigingen", "soort") == {
        "tabel": "verenigingen",
        "blad": "Verenigingen",
        "veld": "soort",
        "kop": "Soort",
        "aanwezig": True,
        "rijen": 2,
        "gevuld": 1,
        "leeg": 1,
        "uniek": 1,
        "kortste": 2,
        "langste": 2,
        "vormen": "AA (1×)",
        "vaakst": None,
        "in_lijst": 1,
    }
    assert _rij(profiel, "verenigingen", "kbo_nummer")["rijen"] == 1
    assert not _rij(profiel, "verenigingen", "naam")["aanwezig"]
    assert set(profiel["tabel"]) == {"verenigingen"}


def test_code_list_share_takes_codes_and_labels_and_every_value_of_a_list():
    levering = geval(
        verenigingen=[
            {"hoofdactiviteiten": tekst} for tekst in ("SPRT", "sprt; Jeugdwerk", "SPRT;XXXX", "Voetbal", None)
        ]
    )

    assert _rij(profile_levering(levering), "verenigingen", "hoofdactiviteiten")["in_lijst"] == 2


def test_frequent_values_leave_out_single_values():
    levering = geval(verenigingen=[{"naam": n} for n in ("Chiro", "Chiro", "KWB", "KWB", "KWB", "Okra")])

    assert _rij(profile_levering(levering), "verenigingen", "naam")["vaakst"] == "KWB (3×) · Chiro (2×)"


def test_no_value_of_a_person_is_shown():
    persoon = {"intern_nummer": "1", "voornaam": "Zefirien", "achternaam": "Quaegebeur", "insz": GELDIGE_INSZ}
    persoon |= {"e_mail": "zefirien@example.be", "telefoon": "053 99 99 99", "roepnaam": "Zef"}
    levering = geval(
        ronde=2,
        verenigingen=[{"intern_nummer": "1", "naam": f"Vrienden van {GELDIGE_INSZ}"}] * 2,
        contactgegevens=[{"intern_nummer": "1", "waarde": "zefirien@example.be"}] * 2,
        vertegenwoordigers=[persoon] * 2,
        bankrekeningen=[{"intern_nummer": "1", "titularissen": "Zefirien Quaegebeur"}] * 2,
    )

    tekst = profile_levering(levering).to_csv()

    for geheim in ("Zefirien", "zefirien", "Quaegebeur", "85.07.30", "053", "Zef"):
        assert geheim not in tekst
    assert "Vrienden van **.**.**-***.** (2×)" in tekst


def test_delivery_without_rows_has_an_empty_profile_with_all_columns():
    profiel = profile_levering(geval())

    assert profiel.empty
    assert profiel.columns[:4].tolist() == ["tabel", "blad", "veld", "kop"]
