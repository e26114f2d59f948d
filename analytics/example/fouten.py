"""
Every kind of fault that the example plants: where, how often, and which rule must find it.

``regel`` is the code in the catalogue that finds exactly the planted cells, ``""`` where no rule can know it
beforehand, or only tells it among other, natural things.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.example import planten_velden as maak
from analytics.example.planten_velden import Verander

Bools: TypeAlias = npt.NDArray[np.bool_]
Waar = Callable[[pd.DataFrame], Bools]


@dataclass(frozen=True)
class Celfout:
    """
    A fault in one cell.

    Attributes:
        soort: Name of the fault, in the style of a rule code.
        tabel, veld: The column.
        per_duizend: How many of a thousand candidate rows get it.
        regel: Code of the rule that finds it.
        verander: Makes the new cell of the row.
        waar: Which rows are candidates; without it, rows whose cell is filled.
        eerst, laatst: Rounds in which it can occur.
    """

    soort: str
    tabel: str
    veld: str
    per_duizend: float
    regel: str
    verander: Verander
    waar: Waar | None = None
    eerst: int = 1
    laatst: int = 3


def _type(*soorten: str) -> Waar:
    return lambda f: (f["contactgegeventype"].isin(soorten) & f["waarde"].notna()).to_numpy(dtype=bool)


def _gevuld(*velden: str) -> Waar:
    return lambda f: f[list(velden)].notna().all(axis=1).to_numpy(dtype=bool)


def _begint_met_nul(veld: str) -> Waar:
    return lambda f: f[veld].astype("string").str.startswith("0").fillna(False).to_numpy(dtype=bool)


def _met_land(f: pd.DataFrame) -> Bools:
    # A pilot whose country is a fixed value cannot forget it.
    return (f["land"].notna() & ~f["_vast_land"]).to_numpy(dtype=bool)


def _andere_naam(veld: str) -> Waar:
    return lambda f: (f[veld].notna() & (f[veld] != f["gemeente"]) & f["straatnaam"].notna()).to_numpy(dtype=bool)


def _niet_maaseik(f: pd.DataFrame) -> Bools:
    return (f["gemeente"].notna() & (f["gemeente"] != "Maaseik")).to_numpy(dtype=bool)


def _uit(veld: str) -> Verander:
    return lambda rij, _: rij[veld]


_V, _C, _L, _P, _B = "verenigingen", "contactgegevens", "locaties", "vertegenwoordigers", "bankrekeningen"
_TELEFOON, _MAIL, _WEB, _SOCIAAL = _type("Telefoon"), _type("E-mail"), _type("Website"), _type("SocialMedia")

VERENIGING: tuple[Celfout, ...] = (
    Celfout("naam_ontbreekt", _V, "naam", 4, "naam_ontbreekt", maak.leeg),
    Celfout("naam_blanco", _V, "naam", 2, "naam_ontbreekt", maak.vast(" ", "   ")),
    Celfout("html_in_naam", _V, "naam", 2, "html_in_tekst", maak.patroon("naam", "<b>{}</b>")),
    Celfout("naam_in_hoofdletters", _V, "naam", 20, "naam_in_hoofdletters", maak.hoofdletters("naam")),
    Celfout("naam_met_harde_spatie", _V, "naam", 4, "harde_spatie", maak.harde_spatie),
    Celfout("vzw_in_naam_feitelijke", _V, "naam", 10, "vzw_in_naam", maak.patroon("naam", "{} vzw", "vzw {}")),
    Celfout(
        "html_in_beschrijving",
        _V,
        "korte_beschrijving",
        4,
        "html_in_tekst",
        maak.patroon("korte_beschrijving", "<p>{}</p>", "{}<br>", "{} Voor <12 en >6 jaar."),
    ),
    Celfout(
        "beschrijving_plaatsvervanger",
        _V,
        "korte_beschrijving",
        10,
        "plaatsvervanger",
        maak.vast("onbekend", "n.v.t.", "-", "geen", "x"),
    ),
    Celfout("beschrijving_foutcel", _V, "korte_beschrijving", 3, "foutcel", maak.foutcel),
    Celfout("startdatum_in_toekomst", _V, "startdatum", 5, "startdatum_in_toekomst", maak.startdatum_later),
    Celfout(
        "startdatum_bestaat_niet",
        _V,
        "startdatum",
        4,
        "startdatum_onleesbaar",
        maak.vast("31/02/1998", "30/02/2004", "31-11-1987", "00/00/1950"),
    ),
    Celfout("startdatum_kort_jaar", _V, "startdatum", 4, "startdatum_onleesbaar", maak.startdatum_kort),
    Celfout(
        "startdatum_woorden", _V, "startdatum", 3, "startdatum_onleesbaar", maak.vast("voor de oorlog", "jaren 80")
    ),
    Celfout("startdatum_tekst", _V, "startdatum", 15, "", maak.startdatum_tekst),
    Celfout("leeftijd_buiten_bereik", _V, "maximumleeftijd", 5, "leeftijd_buiten_bereik", maak.vast(151, 199, 999)),
    Celfout(
        "leeftijd_onleesbaar", _V, "minimumleeftijd", 8, "leeftijd_onleesbaar", maak.vast("6-12", "+16", "vanaf 6 jaar")
    ),
    Celfout(
        "leeftijd_omgekeerd",
        _V,
        "minimumleeftijd",
        8,
        "leeftijd_omgekeerd",
        maak.minimum_boven_maximum,
        _gevuld("minimumleeftijd", "maximumleeftijd"),
    ),
    Celfout("leeftijd_punt_nul", _V, "minimumleeftijd", 8, "", maak.patroon("minimumleeftijd", "{}.0")),
    Celfout(
        "hoofdactiviteit_onbekend",
        _V,
        "hoofdactiviteiten",
        6,
        "hoofdactiviteit_onbekend",
        maak.vast("XXXX", "Vrije tijd", "SPORT; JEUGD", "allerlei"),
    ),
    Celfout("hoofdactiviteit_dubbel", _V, "hoofdactiviteiten", 4, "hoofdactiviteit_dubbel", maak.activiteit_dubbel),
    Celfout(
        "hoofdactiviteit_label",
        _V,
        "hoofdactiviteiten",
        12,
        "",
        maak.vast("Sport", "Jeugdwerk", "Hobby & Spel", "Sociaal-cultureel volwassenenwerk"),
    ),
    Celfout(
        "werkingsgebied_onbekend",
        _V,
        "werkingsgebieden",
        5,
        "werkingsgebied_onbekend",
        maak.vast("Vlaanderen", "Denderstreek", "BE99"),
    ),
    Celfout(
        "werkingsgebied_nvt_niet_alleen",
        _V,
        "werkingsgebieden",
        3,
        "werkingsgebied_nvt_niet_alleen",
        maak.patroon("werkingsgebieden", "NVT; {}"),
    ),
    Celfout("soort_onbekend", _V, "soort", 3, "soort_onbekend", maak.vast("vzw", "club")),
    Celfout(
        "uitgeschreven_onleesbaar", _V, "uitgeschreven", 3, "uitgeschreven_onleesbaar", maak.vast("misschien", "?")
    ),
    Celfout("afdeling_zonder_moeder", _V, "kbo_nummer_moeder", 80, "afdeling_zonder_moeder", maak.leeg),
    Celfout("niet_meer_actief", _V, "laatst_bevestigd", 12, "niet_meer_actief", maak.vast("nee")),
    Celfout("kbo_nummer_ontbreekt", _V, "kbo_nummer", 6, "kbo_nummer_ontbreekt", maak.leeg),
    Celfout("kbo_nummer_negen_cijfers", _V, "kbo_nummer", 14, "kbo_nummer_ongeldig", maak.kbo_negen_cijfers),
    Celfout("kbo_nummer_controlegetal", _V, "kbo_nummer", 12, "kbo_nummer_ongeldig", maak.kbo_verkeerd_controlegetal),
    Celfout(
        "kbo_nummer_met_be", _V, "kbo_nummer", 8, "kbo_nummer_ongeldig", maak.patroon("kbo_nummer", "BE{}", "BE {}")
    ),
    Celfout(
        "kbo_nummer_als_getal", _V, "kbo_nummer", 60, "", maak.als_getal("kbo_nummer"), _begint_met_nul("kbo_nummer")
    ),
    Celfout("kbo_nummer_onbekend_bij_kbo", _V, "kbo_nummer", 16, "", maak.kbo_onbekend),
)

CONTACT: tuple[Celfout, ...] = (
    Celfout(
        "contacttype_onbekend", _C, "contactgegeventype", 4, "contacttype_onbekend", maak.vast("Fax", "Brievenbus")
    ),
    Celfout("contacttype_ontbreekt", _C, "contactgegeventype", 3, "contacttype_ontbreekt", maak.leeg),
    Celfout("contactwaarde_ontbreekt", _C, "waarde", 4, "contactwaarde_ontbreekt", maak.leeg),
    Celfout("contactwaarde_blanco", _C, "waarde", 2, "contactwaarde_ontbreekt", maak.vast(" ", "  ")),
    Celfout("telefoon_met_label", _C, "waarde", 30, "telefoon_ongeldig", maak.telefoon_met_label("waarde"), _TELEFOON),
    Celfout("telefoon_twee_nummers", _C, "waarde", 12, "telefoon_ongeldig", maak.telefoon_twee, _TELEFOON),
    Celfout("telefoon_als_getal", _C, "waarde", 25, "", maak.telefoon_als_getal, _TELEFOON),
    Celfout("telefoon_zonder_cijfer", _C, "waarde", 4, "telefoon_ongeldig", maak.vast("/", "-"), _TELEFOON),
    Celfout("website_zonder_https", _C, "waarde", 50, "website_ongeldig", maak.zonder_https, _WEB),
    Celfout("sociaal_handle", _C, "waarde", 60, "social_media_ongeldig", maak.sociaal_handle, _SOCIAAL),
    Celfout("mail_ongeldig", _C, "waarde", 12, "e_mail_ongeldig", maak.mail_kapot("waarde"), _MAIL),
    Celfout("mail_twee_adressen", _C, "waarde", 6, "e_mail_ongeldig", maak.mail_twee, _MAIL),
    Celfout("contactbeschrijving_te_lang", _C, "beschrijving", 5, "tekst_te_lang", maak.te_lang),
    Celfout("contact_primair_onleesbaar", _C, "primair", 2, "primair_onleesbaar", maak.vast("misschien", "eerste")),
)

LOCATIE: tuple[Celfout, ...] = (
    Celfout("locatietype_ontbreekt", _L, "locatietype", 4, "locatietype_ontbreekt", maak.leeg),
    Celfout(
        "locatietype_onbekend", _L, "locatietype", 6, "locatietype_onbekend", maak.vast("Zetel", "Lokaal", "Thuis")
    ),
    Celfout("straatnaam_ontbreekt", _L, "straatnaam", 5, "straatnaam_ontbreekt", maak.leeg),
    Celfout("huisnummer_ontbreekt", _L, "huisnummer", 22, "huisnummer_ontbreekt", maak.leeg),
    Celfout("postcode_ontbreekt", _L, "postcode", 3, "postcode_ontbreekt", maak.leeg),
    Celfout("gemeente_ontbreekt", _L, "gemeente", 4, "gemeente_ontbreekt", maak.leeg),
    Celfout("land_ontbreekt", _L, "land", 10, "land_ontbreekt", maak.leeg, _met_land),
    Celfout(
        "adres_en_adres_id",
        _L,
        "adres_id",
        5,
        "adres_en_adres_id",
        maak.vast("https://data.vlaanderen.be/id/adres/3706808", "https://data.vlaanderen.be/id/adres/3706811"),
        _gevuld("straatnaam"),
    ),
    Celfout(
        "adres_id_ongeldig",
        _L,
        "adres_id",
        80,
        "adres_id_ongeldig",
        maak.vast("3706808", "https://data.vlaanderen.be/id/gebouweenheid/12345"),
    ),
    Celfout("locatienaam_te_lang", _L, "locatienaam", 4, "tekst_te_lang", maak.te_lang),
    Celfout("html_in_locatienaam", _L, "locatienaam", 4, "html_in_tekst", maak.patroon("locatienaam", "<i>{}</i>")),
    Celfout(
        "deelgemeente_in_plaats_van_gemeente",
        _L,
        "gemeente",
        40,
        "deelgemeente",
        _uit("_deelgemeente"),
        _andere_naam("_deelgemeente"),
    ),
    Celfout("gefuseerde_gemeente", _L, "gemeente", 90, "gefuseerde_gemeente", _uit("_oud"), _andere_naam("_oud")),
    Celfout(
        "gemeente_met_haakjes", _L, "gemeente", 5, "gemeente_schrijfwijze", maak.patroon("gemeente", "{} (centrum)")
    ),
    Celfout(
        "gemeente_past_niet_bij_postcode", _L, "gemeente", 8, "postcode_gemeente", maak.vast("Maaseik"), _niet_maaseik
    ),
    Celfout("huisnummer_datum", _L, "huisnummer", 5, "huisnummer_datum", maak.huisnummer_datum),
    Celfout("huisnummer_punt_nul", _L, "huisnummer", 5, "", maak.vast("12.0", "7.0")),
    Celfout("postcode_als_getal", _L, "postcode", 30, "", maak.als_getal("postcode")),
)

PERSOON: tuple[Celfout, ...] = (
    Celfout("voornaam_ontbreekt", _P, "voornaam", 3, "voornaam_ontbreekt", maak.leeg),
    Celfout("achternaam_ontbreekt", _P, "achternaam", 3, "achternaam_ontbreekt", maak.leeg),
    Celfout("naam_in_een_veld", _P, "voornaam", 5, "voornaam_ontbreekt", maak.leeg),
    Celfout("cijfer_in_voornaam", _P, "voornaam", 3, "naam_met_cijfer", maak.patroon("voornaam", "{} 2", "{}1")),
    Celfout("naam_zonder_letter", _P, "achternaam", 2, "naam_zonder_letter", maak.vast("-", "?")),
    Celfout("html_in_rol", _P, "rol", 2, "html_in_tekst", maak.patroon("rol", "<i>{}</i>")),
    Celfout(
        "mobiel_met_label", _P, "mobiel", 12, "telefoon_ongeldig", maak.telefoon_met_label("mobiel"), _gevuld("mobiel")
    ),
    Celfout("mail_vertegenwoordiger_ongeldig", _P, "e_mail", 6, "e_mail_ongeldig", maak.mail_kapot("e_mail")),
    Celfout("insz_ontbreekt", _P, "insz", 12, "insz_ontbreekt", maak.leeg, eerst=2),
    Celfout("insz_controlegetal", _P, "insz", 6, "insz_ongeldig", maak.insz_verkeerd, eerst=2),
    Celfout("insz_met_spaties", _P, "insz", 3, "insz_ongeldig", maak.insz_met_spaties, eerst=2),
    Celfout("insz_in_ronde_1", _P, "insz", 4, "insz_in_ronde_1", _uit("insz"), laatst=1),
)

BANK: tuple[Celfout, ...] = (
    Celfout("iban_controlegetal", _B, "iban", 20, "iban_ongeldig", maak.iban_verkeerd),
    Celfout("iban_ontbreekt", _B, "iban", 8, "iban_ontbreekt", maak.leeg),
    Celfout("titularis_ontbreekt", _B, "titularissen", 12, "titularis_ontbreekt", maak.leeg),
    Celfout("titularis_dubbel", _B, "titularissen", 8, "titularis_dubbel", maak.patroon("titularissen", "{0}; {0}")),
)

CELFOUTEN: tuple[Celfout, ...] = VERENIGING + CONTACT + LOCATIE + PERSOON + BANK

#: Faults that add, drop or relate rows (:mod:`analytics.example.planten_rijen`), and the rule that finds them.
RIJFOUTEN: dict[str, str] = {
    "contact_dubbel": "contact_dubbel",
    "twee_primaire_contacten": "contact_twee_primair",
    "twee_correspondenties": "twee_correspondenties",
    "twee_primaire_locaties": "locatie_twee_primair",
    "locatie_dubbel": "locatie_dubbel",
    "twee_primaire_vertegenwoordigers": "vertegenwoordiger_twee_primair",
    "insz_dubbel": "insz_dubbel",
    "iban_dubbel": "iban_dubbel",
    "intern_nummer_dubbel": "intern_nummer_dubbel",
    "intern_nummer_ontbreekt": "intern_nummer_ontbreekt",
    "deel_zonder_vereniging": "deel_zonder_vereniging",
    "geen_contact": "geen_contact",
    "geen_locatie": "geen_locatie",
    "insz_buiten_kolom": "insz_buiten_kolom",
    "vertegenwoordigers_bij_kbo": "blad_verkeerde_werkmap",
}

#: ``{soort: code of the rule that finds it, or ""}`` for everything that is planted.
REGEL_VAN: dict[str, str] = {f.soort: f.regel for f in CELFOUTEN} | RIJFOUTEN
