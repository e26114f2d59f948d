"""Faults of the association itself: sheet Verenigingen of both workbooks."""

from __future__ import annotations

import datetime as dt

from analytics.example import planten_velden as maak
from analytics.example.celfout import Celfout, begint_met_nul, geen_afdeling, gevuld, uit

_V = "verenigingen"

VERENIGING: tuple[Celfout, ...] = (
    Celfout("naam_ontbreekt", _V, "naam", 4, "naam_ontbreekt", maak.leeg),
    Celfout("naam_blanco", _V, "naam", 2, "naam_ontbreekt", maak.vast(" ", "   ")),
    Celfout("html_in_naam", _V, "naam", 2, "html_in_tekst", maak.patroon("naam", "<b>{}</b>")),
    Celfout("naam_in_hoofdletters", _V, "naam", 20, "naam_in_hoofdletters", maak.hoofdletters("naam")),
    Celfout("naam_met_harde_spatie", _V, "naam", 4, "onzichtbare_tekens", maak.harde_spatie),
    Celfout(
        "vzw_in_naam_feitelijke", _V, "naam", 10, "vzw_in_naam_van_feitelijke", maak.patroon("naam", "{} vzw", "vzw {}")
    ),
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
        "plaatshouder",
        maak.vast("onbekend", "n.v.t.", "-", "geen", "x"),
    ),
    Celfout("beschrijving_foutcel", _V, "korte_beschrijving", 3, "foutwaarde", maak.foutcel),
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
    Celfout("startdatum_tekst", _V, "startdatum", 15, "datum_uit_tekst", maak.startdatum_tekst),
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
        gevuld("minimumleeftijd", "maximumleeftijd"),
    ),
    Celfout(
        "leeftijd_punt_nul",
        _V,
        "minimumleeftijd",
        8,
        "geheel_getal_uit_decimaal;getal_als_tekst",
        maak.patroon("minimumleeftijd", "{}.0"),
    ),
    Celfout(
        "hoofdactiviteit_onbekend",
        _V,
        "hoofdactiviteiten",
        6,
        "hoofdactiviteit_onbekend",
        maak.vast("XXXX", "Vrije tijd", "Muziek; jeugd", "allerlei"),
    ),
    Celfout("hoofdactiviteit_dubbel", _V, "hoofdactiviteiten", 4, "hoofdactiviteit_dubbel", maak.activiteit_dubbel),
    Celfout(
        "hoofdactiviteit_label",
        _V,
        "hoofdactiviteiten",
        12,
        "naam_in_plaats_van_code",
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
        "werkingsgebied_nvt_met_andere",
        maak.patroon("werkingsgebieden", "NVT; {}"),
    ),
    Celfout("soort_onbekend", _V, "soort", 3, "soort_onbekend", maak.vast("vzw", "club"), geen_afdeling),
    Celfout(
        "uitgeschreven_onleesbaar", _V, "uitgeschreven", 3, "uitgeschreven_onleesbaar", maak.vast("misschien", "?")
    ),
    Celfout("afdeling_zonder_moeder", _V, "kbo_nummer_moeder", 80, "afdeling_zonder_moeder", maak.leeg),
    Celfout("startdatum_opvulling", _V, "startdatum", 6, "startdatum_opvulling", maak.vast(dt.date(1900, 1, 1))),
    Celfout(
        "doelgroep_nul_tot_nul",
        _V,
        "minimumleeftijd",
        4,
        "doelgroep_nul_tot_nul",
        maak.vast(0),
        ook={"maximumleeftijd": 0},
    ),
    Celfout(
        "beschrijving_gelijk_aan_naam", _V, "korte_beschrijving", 6, "gelijk_aan_naam", uit("naam"), gevuld("naam")
    ),
    Celfout(
        "hoofdactiviteit_met_kommas",
        _V,
        "hoofdactiviteiten",
        6,
        "lijst_gesplitst",
        maak.vast("SPRT,HOSP", "SOVO, KECU"),
    ),
    Celfout("geen_activiteit", _V, "hoofdactiviteiten", 8, "geen_activiteit", maak.leeg),
    Celfout("moeder_met_be", _V, "kbo_nummer_moeder", 30, "moeder_ongeldig", maak.patroon("kbo_nummer_moeder", "BE{}")),
    Celfout("naam_met_losse_spaties", _V, "naam", 6, "losse_spaties", maak.patroon("naam", " {}", "{} ")),
    Celfout("naam_met_regeleinde", _V, "naam", 2, "regeleinde_in_cel", maak.regeleinde),
    Celfout("niet_meer_actief", _V, "laatst_bevestigd", 12, "", maak.vast("nee")),
    Celfout("kbo_nummer_ontbreekt", _V, "kbo_nummer", 6, "kbo_nummer_ontbreekt", maak.leeg),
    Celfout("kbo_nummer_negen_cijfers", _V, "kbo_nummer", 14, "kbo_nummer_ongeldig", maak.kbo_negen_cijfers),
    Celfout("kbo_nummer_controlegetal", _V, "kbo_nummer", 12, "kbo_nummer_ongeldig", maak.kbo_verkeerd_controlegetal),
    Celfout(
        "kbo_nummer_met_be", _V, "kbo_nummer", 8, "kbo_nummer_ongeldig", maak.patroon("kbo_nummer", "BE{}", "BE {}")
    ),
    Celfout(
        "kbo_nummer_als_getal",
        _V,
        "kbo_nummer",
        60,
        "voorloopnul_kbo",
        maak.als_getal("kbo_nummer"),
        begint_met_nul("kbo_nummer"),
    ),
    Celfout("kbo_nummer_onbekend_bij_kbo", _V, "kbo_nummer", 16, "", maak.kbo_onbekend),
)
