"""The search as a whole: pairs, reasons, evidence, groups."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analytics.duplicates import gewichten as g
from analytics.duplicates.naam import Naamlezer
from analytics.duplicates.records import Records, persoonssleutels
from analytics.duplicates.weger import BIJDRAGEN
from analytics.duplicates.zoek import Drempels, zoek_dubbels


def bron(*rijen: dict[str, str], **delen: list[tuple[object, ...]]) -> Records:
    """Make records 10, 11, … from names and places, with parts by record."""
    frame = pd.DataFrame(list(rijen), index=range(10, 10 + len(rijen))).astype("string")
    for kolom in ("naam", "postcode", "gemeente"):
        if kolom not in frame:
            frame[kolom] = pd.Series(pd.NA, frame.index, dtype="string")
    locaties = frame[["postcode", "gemeente"]].dropna(how="all").rename_axis("record").reset_index()
    kolommen = {
        "contactgegevens": ["record", "type", "waarde"],
        "bankrekeningen": ["record", "iban"],
        "personen": ["record", "sleutel"],
    }
    tabellen = {
        naam: pd.DataFrame(rijen_, columns=kolommen[naam]).astype(dict.fromkeys(kolommen[naam][1:], "string"))
        for naam, rijen_ in delen.items()
    }
    return Records(frame.drop(columns=["postcode", "gemeente"]), locaties, **tabellen)


def test_same_name_in_another_municipality_is_another_association(lezer: Naamlezer):
    records = bron({"naam": "Chiro Sint-Jan", "postcode": "9300"}, {"naam": "Chiro Sint-Jan", "postcode": "2400"})

    assert zoek_dubbels(records, lezer=lezer).paren.empty


def test_pair_explains_itself_and_contributions_add_up(lezer: Naamlezer):
    records = bron(
        {"naam": "Koninklijke Harmonie St.-Cecilia vzw", "postcode": "9340"},
        {"naam": "Harmonie Sint-Cecilia", "gemeente": "Lede"},
    )

    paar = zoek_dubbels(records, lezer=lezer).paren.iloc[0]

    assert (paar["a"], paar["b"], paar["oordeel"]) == (10, 11, "dubbel")
    assert paar["redenen"] == "de naam is dezelfde op schrijfwijze en bijzaken na; zelfde gemeente"
    logodds = paar[list(BIJDRAGEN)].sum()
    assert paar["kans"] == pytest.approx(1 / (1 + np.exp(-logodds)))


def test_shared_secretary_alone_does_not_make_two_associations_one(lezer: Naamlezer):
    records = bron(
        {"naam": "KWB Meldert", "postcode": "9310"},
        {"naam": "Femma Meldert", "postcode": "9310"},
        contactgegevens=[(10, "E-mail", "mira@example.be"), (11, "E-mail", "mira@example.be")],
    )

    assert zoek_dubbels(records, lezer=lezer).paren.empty


def test_kbo_number_finds_the_same_association_under_another_name(lezer: Naamlezer):
    records = bron(
        {"naam": "De Wakkere Wevers", "postcode": "9300", "kbo_nummer": "0220.923.141"},
        {"naam": "Textielkring", "postcode": "9300", "kbo_nummer": "BE 0220 923 141"},
    )

    paar = zoek_dubbels(records, lezer=lezer).paren.iloc[0]

    assert paar["oordeel"] == "dubbel"
    assert "zelfde KBO-nummer" in paar["redenen"]


def test_another_kbo_number_outweighs_the_same_name(lezer: Naamlezer):
    records = bron(
        {"naam": "De Wakkere Wevers", "postcode": "9300", "kbo_nummer": "0220923141"},
        {"naam": "De Wakkere Wevers", "postcode": "9300", "kbo_nummer": "0400000032"},
    )

    assert zoek_dubbels(records, lezer=lezer).paren.empty


@pytest.mark.parametrize(
    ("contact", "oordeel"),
    [
        (("Telefoon", "0470/12.34.56", "+32 470 12 34 56"), "mogelijk"),
        (("E-mail", "Info@Snaterkring.Example.be", "info@snaterkring.example.be"), "dubbel"),
        (("Website", "https://www.snaterkring.example.be/", "snaterkring.example.be/index.html"), "dubbel"),
    ],
)
def test_shared_contact_lifts_a_pair_far_apart(lezer: Naamlezer, contact, oordeel):
    soort, links, rechts = contact
    rijen = ({"naam": "Snaterkring", "postcode": "9300"}, {"naam": "Snaterkring", "postcode": "8000"})
    records = bron(*rijen, contactgegevens=[(10, soort, links), (11, soort, rechts)])

    zonder = zoek_dubbels(bron(*rijen), lezer=lezer, drempels=Drempels(mogelijk=0.001)).paren
    met = zoek_dubbels(records, lezer=lezer).paren

    assert zonder["kans"].tolist() == pytest.approx([0.006], abs=0.001)
    assert met["oordeel"].tolist() == [oordeel]


def test_short_name_speaks_where_the_name_does_not(lezer: Naamlezer):
    records = bron(
        {"naam": "Vlaamse Toneelmaatschappij voor het Volk", "korte_naam": "Rozenknop", "postcode": "9300"},
        {"naam": "Toneel Rozenknop", "postcode": "9300"},
    )

    assert zoek_dubbels(records, lezer=lezer).paren["oordeel"].tolist() == ["dubbel"]


def test_whole_file_without_places_is_one_municipality(lezer: Naamlezer):
    records = bron({"naam": "Toneelkring Rust Roest"}, {"naam": "RUST ROEST vzw"})

    paren = zoek_dubbels(records, lezer=lezer).paren

    assert paren["oordeel"].tolist() == ["dubbel"]
    assert "lijst van één gemeente" in paren["redenen"].iloc[0]


def test_other_source_is_compared_across_only(lezer: Naamlezer):
    eigen = bron({"naam": "Snaterkring", "postcode": "9300"}, {"naam": "Snaterkring", "postcode": "9300"})
    register = Records(pd.DataFrame({"naam": pd.array(["De Snaterkring vzw"], dtype="string")}, index=[7]))

    gevonden = zoek_dubbels(eigen, lezer=lezer, tegen=register)

    assert gevonden.paren[["a", "b"]].to_numpy().tolist() == [[10, 7], [11, 7]]
    assert gevonden.groepen.to_dict("list") == {
        "groep": [1, 1, 1],
        "bron": ["bron", "bron", "tegen"],
        "record": [10, 11, 7],
    }


def test_order_of_the_rows_does_not_matter(lezer: Naamlezer):
    namen = ["Chiro Elckerlyc", "Chirojeugd Elckerlyc", "KSA Reinaert", "Reinaert", "De Snaterkring", "Snater kring"]
    heen = bron(*({"naam": n, "postcode": "9300"} for n in namen))
    terug = bron(*({"naam": n, "postcode": "9300"} for n in reversed(namen)))

    a = zoek_dubbels(heen, lezer=lezer).paren
    b = zoek_dubbels(terug, lezer=lezer).paren

    paren_a = {(namen[x - 10], namen[y - 10], round(k, 9)) for x, y, k in zip(a["a"], a["b"], a["kans"], strict=True)}
    paren_b = {(namen[15 - y], namen[15 - x], round(k, 9)) for x, y, k in zip(b["a"], b["b"], b["kans"], strict=True)}
    assert len(paren_a) == 3
    assert paren_a == paren_b


@pytest.mark.parametrize("aantal", [0, 1])
def test_nothing_to_compare_gives_empty_tables(lezer: Naamlezer, aantal):
    gevonden = zoek_dubbels(bron(*[{"naam": "Snaterkring"}] * aantal), lezer=lezer)

    assert (len(gevonden.paren), len(gevonden.groepen)) == (0, 0)
    assert gevonden.paren.columns.tolist() == ["a", "b", "kans", "oordeel", "redenen", "kenmerken", *BIJDRAGEN]


def test_persons_are_compared_by_keyed_hash():
    voornaam = pd.Series(["Mira", "MIRA", "Mira", pd.NA], dtype="string")
    achternaam = pd.Series(["Vóórbeeld", "Voorbeeld", "Anders", "Voorbeeld"], dtype="string")

    sleutels = persoonssleutels([voornaam, achternaam], b"0123456789abcdef")
    ander_geheim = persoonssleutels([voornaam, achternaam], b"fedcba9876543210")

    assert sleutels[0] == sleutels[1]
    assert sleutels[0] != sleutels[2]
    assert sleutels.isna().tolist() == [False, False, False, True]
    assert set(sleutels.dropna()).isdisjoint(ander_geheim.dropna())


def test_shared_person_helps_and_is_never_named(lezer: Naamlezer):
    rijen = ({"naam": "Snaterkring Noord", "postcode": "9300"}, {"naam": "Snaterkring", "postcode": "9300"})
    geheim = persoonssleutels([pd.Series(["70010100188"] * 2, dtype="string")], b"0123456789abcdef")
    records = bron(*rijen, personen=list(zip([10, 11], geheim, strict=True)))

    zonder = zoek_dubbels(bron(*rijen), lezer=lezer, drempels=Drempels(mogelijk=0.01)).paren
    met = zoek_dubbels(records, lezer=lezer, drempels=Drempels(mogelijk=0.01)).paren

    assert met["personen"].tolist() == [2.2]
    assert met["kans"].iloc[0] > zonder["kans"].iloc[0]
    assert geheim[0] not in met["redenen"].iloc[0]


@pytest.mark.parametrize(("mogelijk", "dubbel"), [(0.0, 0.7), (0.8, 0.7), (0.5, 1.0)])
def test_thresholds_that_make_no_sense_are_refused(mogelijk, dubbel):
    with pytest.raises(ValueError, match="thresholds"):
        Drempels(dubbel=dubbel, mogelijk=mogelijk)


def test_parts_of_a_municipality_make_the_same_name_less_sure(lezer: Naamlezer):
    naam = "Visclub De Snaterkarper"
    samen, apart = (
        bron(
            {"naam": naam, "postcode": "1850", "gemeente": "Grimbergen"},
            {"naam": f"{naam}s", "postcode": postcode, "gemeente": gemeente},
        )
        for postcode, gemeente in (("1850", "Grimbergen"), ("1852", "Beigem"))
    )
    apart.locaties.loc[0, ["postcode", "gemeente"]] = ["1851", "Humbeek"]

    kansen = [zoek_dubbels(records, lezer=lezer).paren["kans"].iloc[0] for records in (samen, apart)]

    assert kansen[0] > kansen[1]


def test_a_name_known_from_a_list_finds_its_other_name(lezer: Naamlezer):
    records = bron(
        {"naam": "Kunstencentrum Vooruit vzw", "postcode": "9000"},
        {"naam": "VIERNULVIER", "postcode": "9000"},
    )

    (paar,) = zoek_dubbels(records, lezer=lezer).paren.itertuples()

    assert "beide namen staan bekend" in paar.redenen


def tussen(lezer: Naamlezer, links: list[tuple[str, str, str]], rechts: list[tuple[str, str, str]]) -> pd.DataFrame:
    """Compare two lists of (name, postcode, municipality); return all pairs, by position in both."""
    a, b = (bron(*({"naam": n, "postcode": p, "gemeente": g} for n, p, g in lijst if n)) for lijst in (links, rechts))
    paren = zoek_dubbels(a, tegen=b, lezer=lezer, drempels=Drempels(mogelijk=1e-6)).paren
    return paren.assign(a=paren["a"] - 10, b=paren["b"] - 10).set_index(["a", "b"])


def test_the_only_candidate_is_likelier_than_one_of_two(lezer: Naamlezer):
    mijn = [("Fotoclub Meldert", "9310", "Meldert")]
    zijn = [("Fotokring De Snater", "9310", "Meldert"), ("Fotokring Het Lensje", "9310", "Meldert")]

    alleen, twee = tussen(lezer, mijn, zijn[:1]), tussen(lezer, mijn, zijn)

    assert alleen.loc[(0, 0), "kans"] > 0.4 > 2 * twee["kans"].max()
    assert "geen andere vereniging komt in de buurt" in alleen.loc[(0, 0), "redenen"]
    assert twee["redenen"].str.contains("een andere vereniging past even goed of beter").all()


def test_who_fits_better_leaves_less_for_the_other(lezer: Naamlezer):
    mijn = [("Fotoclub Meldert", "9310", "Meldert")]
    zijn = [("Fotokring De Snater", "9310", "Meldert"), ("FOTOCLUB MELDERT VZW", "9310", "Meldert")]

    paren = tussen(lezer, mijn, zijn)

    assert paren.loc[(0, 1), "oordeel"] == "dubbel"
    assert paren.loc[(0, 0), "mededinging"] == pytest.approx(g.MEDEDINGING["beter"])


def test_two_of_a_list_without_doubles_are_rivals_unless_they_are_surely_one(lezer: Naamlezer):
    mijn = [("Fotografie Meldert", "9310", "Meldert")]
    zijn = [("Fotoclub Meldert", "9310", "Meldert"), ("Fotokring De Snater Meldert", "9310", "Meldert")]

    assert tussen(lezer, zijn[:1], zijn[1:])["kans"].max() > 0.5
    assert tussen(lezer, mijn, zijn).loc[(0, 1), "mededinging"] == pytest.approx(g.MEDEDINGING["beter"])


def test_a_patron_saint_that_is_of_the_place_is_a_reason(lezer: Naamlezer):
    paren = tussen(lezer, [("Chiro Baasrode", "9200", "Baasrode")], [("Chiro Sint-Ursmarus", "9200", "Dendermonde")])

    assert paren.loc[(0, 0), "oordeel"] == "dubbel"
    assert "de patroonheilige is die van de plaats die de andere naam noemt" in paren.loc[(0, 0), "redenen"]


def test_a_region_reaches_over_the_border_of_a_municipality(lezer: Naamlezer):
    mijn = [("Trekpaardvrienden Pajottenland", "1750", "Lennik")]
    zijn = [("Pajotse Trekpaardvrienden", "1755", "Gooik")]

    assert tussen(lezer, mijn, zijn).loc[(0, 0), "oordeel"] == "dubbel"


def test_two_spellings_of_one_association_are_no_rivals(lezer: Naamlezer):
    mijn = [("Toneel Snaterkring", "9310", "Meldert")]
    zijn = [("De Snaterkring", "9310", "Meldert"), ("Snater Kring vzw", "9310", "Meldert")]

    assert (tussen(lezer, mijn, zijn)["mededinging"] >= 0).all()


def test_a_list_with_few_doubles_is_believed_and_two_lists_of_one_town_are_not(lezer: Naamlezer):
    namen = [f"{soort} De {naam}" for soort in ("Judoclub", "Koor", "Fotoclub") for naam in ("Kwak", "Snater", "Gak")]
    vraag = [("Schaakclub Meldert", "9310", "Meldert"), ("Schaakkring De Loper", "9310", "Meldert")]
    rest = [(naam, "9300", "Aalst") for naam in namen]

    een = zoek_dubbels(
        bron(*({"naam": n, "postcode": p, "gemeente": m} for n, p, m in [*vraag, *rest])),
        lezer=lezer,
        drempels=Drempels(mogelijk=1e-6),
    ).paren.set_index(["a", "b"])
    twee = tussen(lezer, [vraag[0], *rest], [vraag[1], *rest])

    assert een.loc[(10, 11), "lijsten"] < -0.5
    assert twee.loc[(0, 0), "lijsten"] == 0
    assert een.loc[(10, 11), "kans"] < 0.5 <= twee.loc[(0, 0), "kans"]


@pytest.mark.parametrize(
    ("links", "rechts", "verband"),
    [
        (("Femma Gijzegem", "9308", "Aalst"), ("KAV Sint-Martinus", "9308", "Gijzegem"), "zelfde_deel"),
        (("Femma Gijzegem", "9300", "Aalst"), ("KAV", "9300", "Aalst"), "deel_een"),
        (("Toneel De Snater", "9310", "Aalst"), ("De Snater", "9310", "Aalst"), "zelfde_deel"),
        (("Toneel De Snater", "9300", "Aalst"), ("De Snater", "9300", "Aalst"), "postcode"),
    ],
)
def test_parts_of_a_municipality_count(lezer: Naamlezer, links, rechts, verband):
    (kenmerken,) = tussen(lezer, [links], [rechts])["kenmerken"]

    assert f"plaats={verband}" in kenmerken.split()


def test_a_misspelt_name_without_a_place_is_held_against_every_other(lezer: Naamlezer):
    records = bron({"naam": "Zangkoor Cantilena"}, {"naam": "Gemengd koor Cantilene vzw", "postcode": "9340"})

    paar = zoek_dubbels(records, lezer=lezer).paren.iloc[0]

    assert (paar["a"], paar["b"]) == (10, 11)
    assert "plaats onbekend bij één van beide" in paar["redenen"]


def test_two_rows_without_a_place_are_likelier_one_than_one_without_and_one_with(lezer: Naamlezer):
    met = {"naam": "Turnkring Olympia", "postcode": "9300"}
    een = {"naam": "Fanfare Sint-Cecilia"}
    beide = zoek_dubbels(bron(met, een, een), lezer=lezer).paren.iloc[0]
    maar_een = zoek_dubbels(bron(met, een, een | {"postcode": "9340"}), lezer=lezer).paren.iloc[0]

    assert beide["kans"] > maar_een["kans"]
    assert "plaats onbekend bij beide" in beide["redenen"]
