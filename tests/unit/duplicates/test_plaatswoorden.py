"""Which words of a name are places of its municipality, and what the records teach about places."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analytics.duplicates.kant import maak_kant
from analytics.duplicates.naam import Naamlezer
from analytics.duplicates.omgeving import Gemeente, Omgeving
from analytics.duplicates.plaatsen_leren import plaatsen_uit_adressen, plaatsen_uit_namen

DIKSMUIDE, GERAARDSBERGEN, TURNHOUT = "32003", "41018", "13040"


def omgeving(lezer: Naamlezer, nis: str) -> Omgeving:
    hoofd = frozenset(" ".join(w) for w in lezer.plaatsen.hoofdnamen[nis])
    return Omgeving((Gemeente(nis, hoofd, namen=lezer.plaatsen.per_nis[nis]),))


@pytest.mark.parametrize(
    ("nis", "naam", "plaats"),
    [
        (DIKSMUIDE, "SK Eessen", "esen"),
        (DIKSMUIDE, "Ferm Pervyze", "pervijze"),
        (DIKSMUIDE, "Ferm Oost Kerke", "oostkerke"),
        (DIKSMUIDE, "Ferm St Jacobs-Kapelle", "sint jacobs kapelle"),
        (DIKSMUIDE, "Woumenvissers", "woumen"),
        (GERAARDSBERGEN, "Willemsfonds G'bergen", "geraardsbergen"),
    ],
)
def test_places_are_known_in_old_spelling_apart_glued_and_cut_short(lezer: Naamlezer, nis, naam, plaats):
    assert maak_kant(lezer.lees(naam), omgeving(lezer, nis)).plaatsen == {plaats}


def test_an_address_teaches_a_place_and_another_spelling_of_a_known_one_does_not(lezer: Naamlezer):
    adressen = pd.DataFrame({"postcode": ["2300", "2300", "2300"], "gemeente": ["Snaterdonk", "Turnhoudt", "Turnhout"]})

    assert plaatsen_uit_adressen(adressen.astype("string"), lezer.plaatsen) == [("snaterdonk", TURNHOUT)]


def test_what_three_kinds_of_association_bear_is_a_place(lezer: Naamlezer):
    teksten = ["OKRA Snaterdonk", "KLJ Snaterdonk", "Judoclub Snaterdonk", "Judoclub Kwetterhof", "KLJ Kwetterhof"]
    namen = [lezer.lees(tekst) for tekst in teksten]
    locaties = pd.DataFrame({"record": range(5), "nis": pd.array([TURNHOUT] * 5, dtype="string")})

    assert plaatsen_uit_namen(namen, np.arange(5), locaties, lezer.plaatsen) == [("snaterdonk", TURNHOUT)]


def test_an_old_spelling_in_names_is_no_new_place(lezer: Naamlezer):
    namen = [lezer.lees(tekst) for tekst in ("OKRA Thurnhaut", "KLJ Thurnhaut", "Judoclub Thurnhaut")]
    kent = lezer.plaatsen.met([("Turnhaut", TURNHOUT)])
    locaties = pd.DataFrame({"record": range(3), "nis": pd.array([TURNHOUT] * 3, dtype="string")})

    assert plaatsen_uit_namen(namen, np.arange(3), locaties, lezer.plaatsen) == [("thurnhaut", TURNHOUT)]
    assert plaatsen_uit_namen(namen, np.arange(3), locaties, kent) == []
