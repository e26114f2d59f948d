"""Proposals are accepted, and bring up nothing that was not told."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from analytics.checks.validatie import Validatie, validate
from analytics.domain.blad import Soort
from analytics.domain.levering import Levering, Tabel
from tests.builders import een_levering

_TEKST = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=12)
_RUIS = st.sampled_from(["", " ", "\u00a0", "\u200b", "\n", "Tel: ", "mailto:", "GSM ", "x", ".", ";", "of", " - "])


def _met_ruis(*waarden: str) -> st.SearchStrategy[str]:
    """Values with something before, behind or between them, as they stand in real cells."""
    waarde = st.sampled_from(waarden)
    return st.one_of(
        waarde, st.tuples(_RUIS, waarde, _RUIS).map("".join), st.tuples(waarde, _RUIS, waarde).map("".join)
    )


_NAAM = _met_ruis(
    "KWB Boom", "WANDELCLUB DE STER", "Café De Ster", "CafÃ© De Ster", "onbekend", "<b>Club</b>", "Totaal"
)
_WAARDE = _met_ruis(
    "info@example.be",
    "Info@Example.be",
    "jan@gmial.com",
    "053/12.34.56",
    "0470 12 34 56",
    "+32 470 12 34 56",
    "470123456",
    "www.club.example.be",
    "https://club.example.be",
    "facebook.com/club",
)
VERENIGING = st.fixed_dictionaries(
    {},
    optional={
        "naam": _NAAM,
        "korte_naam": _NAAM,
        "korte_beschrijving": _NAAM,
        "startdatum": _met_ruis("1999-05-01", "1/5/1999", "12/31/1999", "2099/05/01", "1999-5-1", "20240501", "1/5/99"),
        "minimumleeftijd": _met_ruis("6", "6 jaar", "+16", "160", "6-12", "12.0"),
        "maximumleeftijd": _met_ruis("6", "12+", "0", "99 jaar"),
        "hoofdactiviteiten": _met_ruis("SPRT", "sprt", "Sport", "jgdw; Sport", "SPRT - Sport", "Voetbal"),
        "werkingsgebieden": _met_ruis("Gent", "Vlaanderen", "NVT", "Mariakerke", "be21", "Melle"),
        "uitgeschreven": _met_ruis("ja", "x", "Nee.", "misschien"),
    },
)
CONTACT = st.fixed_dictionaries(
    {
        "contactgegeventype": _met_ruis("E-mail", "Email", "Telefoon", "GSM", "Website", "Facebook", ""),
        "waarde": _WAARDE,
    },
    optional={"primair": _met_ruis("ja", "x", "nee"), "beschrijving": _met_ruis("a" * 127, "algemeen")},
)
LOCATIE = st.fixed_dictionaries(
    {"locatietype": _met_ruis("Correspondentie", "Postadres", "Activiteiten", "activiteit")},
    optional={
        "straatnaam": _met_ruis("Molenstraat", "Molenstraat 12", "MOLENSTRAAT", "Dorpstraat 1, 9308 Gijzegem", ""),
        "huisnummer": _met_ruis("12", "12.0", "7-sep", "12 bus 3", ""),
        "busnummer": _met_ruis("A", "7-sep", "-"),
        "postcode": _met_ruis("9940", "9940 Evergem", "9090", "B-2050", "9999", ""),
        "gemeente": _met_ruis("Evergem", "EVERGEM", "Sleidinge", "Melle", "Antwerpen 5", "Borgerhout (Antwerpen)", ""),
        "land": _met_ruis("België", "BE", "Nederland", ""),
        "primair": _met_ruis("ja", "nee"),
        "locatienaam": _met_ruis("Zaal De Ster", "ZAAL DE STER"),
        "adres_id": _met_ruis("https://data.vlaanderen.be/id/adres/3706808", "3706808"),
    },
)
PERSOON = st.fixed_dictionaries(
    {},
    optional={
        "voornaam": _met_ruis("Mira", "MIRA", "Mira2", "-"),
        "achternaam": _met_ruis("Voorbeeld", "VOORBEELD", "12"),
        "e_mail": _WAARDE,
        "telefoon": _WAARDE,
        "mobiel": _WAARDE,
        "social_media": _WAARDE,
        "rol": _NAAM,
        "primair": _met_ruis("ja", "nee"),
    },
)
REKENING = st.fixed_dictionaries(
    {
        "iban": _met_ruis("BE68 5390 0754 7034", "be68539007547034", "IBAN BE68 5390 0754 7034", "NL91ABNA0417164300"),
        "titularissen": _met_ruis("Mira Voorbeeld", "Mira; mira", "De Ster;Jef"),
    }
)
LEVERINGEN = st.builds(
    een_levering,
    st.lists(VERENIGING, min_size=1, max_size=2),
    st.lists(CONTACT, max_size=3),
    locaties=st.lists(LOCATIE, max_size=3),
    vertegenwoordigers=st.lists(PERSOON, max_size=2),
    bankrekeningen=st.lists(REKENING, max_size=2),
)


# Shrinking a whole delivery takes minutes; the failing one is printed as it is.
SNEL = settings(
    max_examples=15,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)


def met_voorstellen(levering: Levering, bevindingen: pd.DataFrame) -> Levering:
    """Return the delivery in which every proposal was put in its cell."""
    tabellen = dict(levering.tabellen)
    for tabel, eigen in bevindingen.dropna(subset=["voorstel"]).groupby("tabel"):
        waarden, soorten = tabellen[str(tabel)].waarden.copy(), tabellen[str(tabel)].soorten.copy()
        for b in eigen.itertuples():
            plek = (waarden["blad"] == b.blad) & (waarden["rij"] == b.rij) & (waarden["werkmap"] == b.werkmap)
            waarden.loc[plek, b.veld] = b.voorstel
            soorten.loc[plek, b.veld] = int(Soort.TEKST)
        tabellen[str(tabel)] = Tabel(waarden, soorten)
    return replace(levering, tabellen=tabellen)


#: What a person types where no proposal helps. Of what must differ, nothing is left: the row goes.
_GOED = {
    "naam": "KWB Boom",
    "startdatum": "2001-05-01",
    "minimumleeftijd": None,
    "maximumleeftijd": None,
    "hoofdactiviteiten": "SPRT",
    "werkingsgebieden": "BE23444021",
    "uitgeschreven": "nee",
    "primair": "nee",
    "beschrijving": None,
    "locatienaam": None,
    "voornaam": "Mira",
    "achternaam": "Voorbeeld",
    "e_mail": None,
    "telefoon": None,
    "mobiel": None,
    "social_media": None,
    "rol": None,
    "doel": None,
    "korte_naam": None,
    "korte_beschrijving": None,
    "busnummer": None,
}


def hersteld_door_mens(levering: Levering, fouten: pd.DataFrame) -> Levering:
    """Return the delivery with every fault repaired: by its proposal, by a good value, or by dropping the row."""
    tabellen = dict(met_voorstellen(levering, fouten).tabellen)
    for tabel, eigen in fouten[fouten["voorstel"].isna()].groupby("tabel"):
        waarden, soorten = tabellen[str(tabel)].waarden.copy(), tabellen[str(tabel)].soorten.copy()
        weg = pd.Series(False, index=waarden.index)
        for b in eigen.itertuples():
            plek = (waarden["blad"] == b.blad) & (waarden["rij"] == b.rij)
            if b.veld in _GOED:
                waarden.loc[plek, b.veld] = _GOED[b.veld]
                soorten.loc[plek, b.veld] = int(Soort.TEKST if _GOED[b.veld] else Soort.LEEG)
            else:
                weg |= plek
        tabellen[str(tabel)] = Tabel(waarden[~weg].reset_index(drop=True), soorten[~weg].reset_index(drop=True))
    return replace(levering, tabellen=tabellen)


def _sleutels(validatie: Validatie) -> set[tuple[str, str, str]]:
    b = validatie.bevindingen
    return set(zip(b["code"], b["blad"], b["cel"], strict=True))


@SNEL
@given(LEVERINGEN)
def test_carrying_out_all_proposals_solves_them_and_brings_up_nothing_new(levering: Levering) -> None:
    voor = validate(levering)

    na = validate(met_voorstellen(levering, voor.bevindingen))

    met = voor.bevindingen[voor.bevindingen["voorstel"].notna()]
    opgelost = set(zip(met["code"], met["blad"], met["cel"], strict=True))
    assert _sleutels(na) <= _sleutels(voor) - opgelost


@SNEL
@given(LEVERINGEN)
def test_one_pass_is_complete(levering: Levering) -> None:
    eerste = validate(levering).bevindingen
    fouten = eerste[eerste["ernst"] == "FOUT"]

    na = validate(hersteld_door_mens(levering, fouten)).bevindingen

    assert na.loc[na["ernst"] == "FOUT", ["code", "blad", "cel"]].values.tolist() == []


def test_proposals_for_one_cell_are_the_same_text() -> None:
    levering = een_levering(contactgegevens=[{"contactgegeventype": "Telefoon", "waarde": "Tel:\u00a0053/12.34.56 "}])

    bevindingen = validate(levering).bevindingen

    eigen = bevindingen[bevindingen["cel"] == "C2"]
    assert eigen[["code", "voorstel"]].values.tolist() == [
        ["losse_spaties", "053/12.34.56"],
        ["onzichtbare_tekens", "053/12.34.56"],
        ["telefoon_ongeldig", "053/12.34.56"],
    ]


def test_fault_that_shows_only_after_another_repair_is_told_at_once() -> None:
    levering = een_levering(
        contactgegevens=[
            {"contactgegeventype": "Website", "waarde": "https://club.example.be"},
            {"contactgegeventype": "Website", "waarde": "club.example.be"},
        ]
    )

    bevindingen = validate(levering).bevindingen

    assert bevindingen[["code", "cel"]].values.tolist() == [["contact_dubbel", "C3"], ["website_zonder_http", "C3"]]
    assert bevindingen["melding"][0].endswith("Dat blijkt na het herstel van andere cellen.")
