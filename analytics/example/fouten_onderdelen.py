"""Faults of contacts, locations, representatives and accounts."""

from __future__ import annotations

from analytics.example import planten_velden as maak
from analytics.example.celfout import (
    Celfout,
    andere_naam,
    echte_deelgemeente,
    gevuld,
    met_land,
    niet_maaseik,
    primair_ja,
    uit,
    van_type,
    zonder_bus,
)

_C, _L, _P, _B = "contactgegevens", "locaties", "vertegenwoordigers", "bankrekeningen"
_TELEFOON, _MAIL, _WEB, _SOCIAAL = (
    van_type("Telefoon"),
    van_type("E-mail"),
    van_type("Website"),
    van_type("SocialMedia"),
)

CONTACT: tuple[Celfout, ...] = (
    Celfout(
        "contacttype_onbekend", _C, "contactgegeventype", 4, "contacttype_onbekend", maak.vast("Fax", "Brievenbus")
    ),
    Celfout("contacttype_ontbreekt", _C, "contactgegeventype", 3, "contacttype_ontbreekt", maak.leeg),
    Celfout("contactwaarde_ontbreekt", _C, "waarde", 4, "contactwaarde_ontbreekt", maak.leeg, gevuld("beschrijving")),
    Celfout(
        "contactwaarde_blanco",
        _C,
        "waarde",
        2,
        "contactwaarde_ontbreekt",
        maak.vast(" ", "  "),
        gevuld("beschrijving"),
    ),
    Celfout("telefoon_met_label", _C, "waarde", 30, "telefoon_ongeldig", maak.telefoon_met_label("waarde"), _TELEFOON),
    Celfout("telefoon_twee_nummers", _C, "waarde", 12, "telefoon_ongeldig", maak.telefoon_twee, _TELEFOON),
    Celfout("telefoon_als_getal", _C, "waarde", 25, "voorloopnul_telefoon", maak.telefoon_als_getal, _TELEFOON),
    Celfout(
        "telefoon_zonder_cijfer", _C, "waarde", 4, "telefoon_zonder_cijfer;plaatshouder", maak.vast("-"), _TELEFOON
    ),
    Celfout("website_zonder_https", _C, "waarde", 50, "website_zonder_http", maak.zonder_https, _WEB),
    Celfout(
        "sociaal_handle",
        _C,
        "waarde",
        60,
        "sociale_media_zonder_http;sociale_media_zonder_punt",
        maak.sociaal_handle,
        _SOCIAAL,
    ),
    Celfout("mail_ongeldig", _C, "waarde", 12, "email_ongeldig", maak.mail_kapot("waarde"), _MAIL),
    Celfout("mail_twee_adressen", _C, "waarde", 6, "email_ongeldig", maak.mail_twee, _MAIL),
    Celfout("contactbeschrijving_te_lang", _C, "beschrijving", 5, "beschrijving_te_lang", maak.te_lang),
    Celfout("mail_domein_typfout", _C, "waarde", 4, "email_domein_typfout", maak.vast("info@gmial.com"), _MAIL),
    Celfout("contact_primair_kruisje", _C, "primair", 6, "janee_uit_ander_woord", maak.vast("x"), primair_ja),
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
    Celfout("land_ontbreekt", _L, "land", 10, "land_ontbreekt", maak.leeg, met_land),
    Celfout(
        "adres_en_adres_id",
        _L,
        "adres_id",
        5,
        "adres_en_adres_id",
        maak.vast("https://data.vlaanderen.be/id/adres/3706808", "https://data.vlaanderen.be/id/adres/3706811"),
        gevuld("straatnaam"),
    ),
    Celfout(
        "adres_id_ongeldig",
        _L,
        "adres_id",
        80,
        "adres_id_geen_puri",
        maak.vast("3706808", "https://data.vlaanderen.be/id/gebouweenheid/12345"),
    ),
    Celfout("locatienaam_te_lang", _L, "locatienaam", 4, "locatienaam_te_lang", maak.te_lang),
    Celfout("html_in_locatienaam", _L, "locatienaam", 4, "html_in_tekst", maak.patroon("locatienaam", "<i>{}</i>")),
    Celfout(
        "deelgemeente_in_plaats_van_gemeente",
        _L,
        "gemeente",
        40,
        "gemeente_is_deelgemeente",
        uit("_deelgemeente"),
        echte_deelgemeente,
    ),
    Celfout("gefuseerde_gemeente", _L, "gemeente", 90, "gemeente_gefuseerd", uit("_oud"), andere_naam("_oud")),
    Celfout(
        "gemeente_met_haakjes", _L, "gemeente", 5, "gemeente_met_toevoeging", maak.patroon("gemeente", "{} (centrum)")
    ),
    Celfout(
        "gemeente_past_niet_bij_postcode",
        _L,
        "gemeente",
        8,
        "postcode_en_gemeente_passen_niet",
        maak.vast("Maaseik"),
        niet_maaseik,
    ),
    Celfout(
        "adres_in_een_veld",
        _L,
        "straatnaam",
        10,
        "adres_in_straatnaam",
        maak.adres_in_een_veld,
        gevuld("straatnaam", "huisnummer"),
    ),
    Celfout(
        "huisnummer_met_bus",
        _L,
        "huisnummer",
        6,
        "huisnummer_met_bus",
        maak.patroon("huisnummer", "{} bus 3"),
        zonder_bus,
    ),
    Celfout("land_zonder_trema", _L, "land", 6, "land_schrijfwijze", maak.vast("Belgie", "BE"), met_land),
    Celfout("huisnummer_datum", _L, "huisnummer", 5, "huisnummer_werd_datum", maak.huisnummer_datum),
    Celfout("huisnummer_punt_nul", _L, "huisnummer", 5, "decimaal_in_nummer", maak.vast("12.0", "7.0")),
    Celfout("postcode_als_getal", _L, "postcode", 30, "", maak.als_getal("postcode")),
)

PERSOON: tuple[Celfout, ...] = (
    Celfout("voornaam_ontbreekt", _P, "voornaam", 3, "voornaam_ontbreekt", maak.leeg),
    Celfout("achternaam_ontbreekt", _P, "achternaam", 3, "achternaam_ontbreekt", maak.leeg),
    Celfout(
        "achternaam_in_hoofdletters",
        _P,
        "achternaam",
        10,
        "persoonsnaam_in_hoofdletters",
        maak.hoofdletters("achternaam"),
    ),
    Celfout("naam_in_een_veld", _P, "voornaam", 5, "voornaam_ontbreekt", maak.leeg),
    Celfout("cijfer_in_voornaam", _P, "voornaam", 3, "naam_met_cijfer", maak.patroon("voornaam", "{} 2", "{}1")),
    Celfout("naam_zonder_letter", _P, "achternaam", 2, "naam_zonder_letter;plaatshouder", maak.vast("-")),
    Celfout("html_in_rol", _P, "rol", 2, "html_in_tekst", maak.patroon("rol", "<i>{}</i>")),
    Celfout(
        "mobiel_met_label", _P, "mobiel", 12, "telefoon_ongeldig", maak.telefoon_met_label("mobiel"), gevuld("mobiel")
    ),
    Celfout("mail_vertegenwoordiger_ongeldig", _P, "e_mail", 6, "email_ongeldig", maak.mail_kapot("e_mail")),
    Celfout("insz_ontbreekt", _P, "insz", 12, "insz_ontbreekt", maak.leeg, eerst=2),
    Celfout("insz_controlegetal", _P, "insz", 6, "insz_controlegetal", maak.insz_verkeerd, eerst=2),
    Celfout("insz_met_spaties", _P, "insz", 3, "insz_verkeerde_tekens", maak.insz_met_spaties, eerst=2),
    Celfout("insz_in_ronde_1", _P, "insz", 4, "insz_in_ronde_1", uit("insz"), laatst=1),
)

BANK: tuple[Celfout, ...] = (
    Celfout("iban_controlegetal", _B, "iban", 20, "iban_ongeldig", maak.iban_verkeerd),
    Celfout("iban_ontbreekt", _B, "iban", 8, "iban_ontbreekt", maak.leeg),
    Celfout("titularis_ontbreekt", _B, "titularissen", 12, "titularis_ontbreekt", maak.leeg),
    Celfout("titularis_dubbel", _B, "titularissen", 8, "titularis_dubbel", maak.patroon("titularissen", "{0}; {0}")),
)

ONDERDELEN: tuple[Celfout, ...] = CONTACT + LOCATIE + PERSOON + BANK
