"""Text analysis, the municipality taken out of a name, and the short cut of the duplicate index."""

from __future__ import annotations

import random

import pytest

from analytics.sandbox.contactwaarden import vergelijkbaar
from analytics.sandbox.controlegetallen import iban_in_groepen, is_belgisch_iban, is_insz, is_kbo
from analytics.sandbox.dubbelindex import Dubbelindex, zonder_gemeenten
from analytics.sandbox.gegevens import Adres, Locatie
from analytics.sandbox.tekst import Term, normaliseer, ontleed, paren, posities, splits_delen
from analytics.sandbox.toestand import LocatieStand, Vereniging


@pytest.mark.parametrize(
    ("naam", "gemeenten", "over"),
    [
        ("FC Halle Spurs", ["Halle"], "fc spurs"),
        ("De haantjes (de haan)", ["De Haan"], "de haantjes ()"),
        ("Halle-Buizingen Halle", ["Halle"], "halle-buizingen"),
        ("Halle United", ["Halle"], "united"),
        ("KWB Heffen", ["Heffen (Mechelen)"], "kwb"),
        ("KWB Mechelen", ["Heffen (Mechelen)"], "kwb"),
        ("Gent", ["Gent"], "gent"),
        ("Élan Liège", ["Liege"], "élan liège"),
    ],
)
def test_municipality_is_taken_out(naam, gemeenten, over):
    assert zonder_gemeenten(naam, gemeenten) == over


def test_stop_words_leave_a_hole():
    assert ontleed("De Vrienden van het Park").termen == (Term("vrienden", 2), Term("park", 3))


@pytest.mark.parametrize(
    ("tekst", "stukken"),
    [
        ("Sport2000", [["sport"], ["2000"]]),
        ("K.W.B. Boom", [["kwb"], ["boom"]]),
        ("L'amitié", [["l"], ["amitie", "lamitie"]]),
        ("Jan's club", [["jan"], ["club"]]),
        ("Sint-Jan_Élan", [["sint"], ["jan"], ["elan"]]),
    ],
)
def test_words_of_a_name(tekst, stukken):
    assert posities(splits_delen(ontleed(tekst))) == stukken


def test_pairs_of_neighbours_are_glued_and_holes_filled():
    assert paren(ontleed("Voet bal club")) == [["voet", "voetbal"], ["bal", "balclub"], ["club"]]
    assert paren(ontleed("Club van Molen")) == [["club", "club_"], ["_molen"], ["molen"]]


def test_sort_keys_ignore_case_accents_dots_and_leading_spaces():
    assert normaliseer("  É.b-C_d ") == "eb c d"


@pytest.mark.parametrize(
    "nummer", ["0478 12 34 56", "+32 478 12 34 56", "0032478123456", "0478/12.34.56", "+32 (0)478123456"]
)
def test_one_phone_number_in_many_spellings(nummer):
    assert vergelijkbaar("Telefoon", nummer) == "0032478123456"


def test_check_digits():
    assert [is_insz(x) for x in ("70010100188", "05010100113", "70010100189")] == [True, True, False]
    assert [is_kbo(x) for x in ("0220923141", "0220923142")] == [True, False]
    ibans = ("BE68 5390 0754 7034", "BE68.5390.0754.7034", "be68539007547034", " BE68539007547034", "NL68539007547034")
    assert [is_belgisch_iban(x) for x in ibans] == [True, True, False, False, False]
    assert iban_in_groepen("BE68539007547034") == "BE68 5390 0754 7034"


def _stand(nummer: int, naam: str) -> Vereniging:
    adres = Adres("A", "1", "", "9000", "Gent", "België")
    locatie = LocatieStand(Locatie(1, "Activiteiten", True, "", adres, None))
    return Vereniging(f"V{nummer:07d}", naam=naam, locaties=(locatie,))


def test_short_cut_finds_what_scoring_every_document_finds():
    toeval = random.Random(3)  # noqa: S311 -- the same names in every run
    woorden = ("harmonie", "vrienden", "park", "molen", "kring", "club", "sint", "anna", "ster", "zwaluw", "eik")
    namen = [" ".join(toeval.choices(woorden, k=toeval.randint(1, 5))) for _ in range(200)]
    heel, adres = Dubbelindex({}), Adres("", "", "", "9000", "", "")
    for nummer, naam in enumerate(namen):
        heel.zet(_stand(1001 + nummer, naam))

    for naam in namen[:40]:
        per_stuk = []
        for nummer, ander in enumerate(namen):
            alleen = Dubbelindex({})
            alleen.zet(_stand(1001 + nummer, ander))
            # Alone every document is a candidate or none; scores differ, being found does not.
            if alleen.zoek(naam, [adres], minimumscore=0):
                per_stuk.append(f"V{1001 + nummer:07d}")
        gevonden = [treffer.vcode for treffer in heel.zoek(naam, [adres], minimumscore=0)]
        assert set(gevonden) <= set(per_stuk)
        assert len(gevonden) == min(10, len(per_stuk))
