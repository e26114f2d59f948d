"""Contacts: types, formats, double and primary ones; the same formats serve representatives."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np

from analytics.checks.contacttype import contacttype, contacttypes, heeft_type, is_type, type_codes, waarde_codes
from analytics.checks.oordelen import (
    EMAIL_SNEL,
    TELEFOON_SNEL,
    heeft_telefooncijfer,
    heeft_telefoontekens,
    heeft_urlstart,
    is_email,
)
from analytics.checks.proef import Bools, Proef, Uitslag
from analytics.checks.regel import Ernst, Plaats, Regel, Toets, register
from analytics.checks.toetsen import codes_van, later_in_vereniging, ontbreekt, per_waarde, samengevat, te_lang
from analytics.checks.voorstellen import email_voorstel, telefoon_voorstel, url_voorstel
from analytics.checks.voorstellen_lijst import contacttype_voorstel

_C, _P = "contactgegevens", "vertegenwoordigers"
_WAARDE = (_C, "waarde")

EMAIL = (
    "E-mail voldoet niet aan het verwachte formaat (naam@domein.vlaanderen). In naam worden de volgende tekens "
    "toegestaan '!#$%&'*+/=?^_`{|}~-', in domein enkel '.' en '-'."
)
TELEFOON = 'TelefoonNummer moet bestaan uit cijfers, whitespace en ". / ( ) - + "'


def _bij_type(fout_toets: Toets, type_toets: Toets) -> Toets:
    """Judge a contact by its type, a representative's column as it is."""
    return lambda proef, plaats: (type_toets if plaats == _WAARDE else fout_toets)(proef, plaats)


def _vorm(fout: Callable[[str], bool], *types: str, goed: str | None = None) -> Toets:
    return _bij_type(per_waarde(fout, goed=goed), per_waarde(fout, waar=is_type(*types), goed=goed))


def _email_oorzaak(tekst: str) -> str:
    if tekst.count("@") > 1:
        return "met meer dan één adres"
    if "@" not in tekst:
        return "zonder @"
    if re.search(r"\s", tekst):
        return "met een spatie of een woord erbij"
    return "die geen geldig e-mailadres zijn"


def _telefoon_oorzaak(tekst: str) -> str:
    if re.search(r"[A-Za-z]{2,}\s*[:.]?\s*[0-9+(]", tekst):
        return "met een woord ervoor"
    if len(re.findall(r"[0-9][0-9 ./()+-]{7,}", tekst)) > 1:
        return "met meer dan één nummer"
    if re.search(r"[A-Za-z]", tekst):
        return "met een woord erbij"
    return "met een teken dat het register weigert"


def _primair(proef: Proef, tabel: str) -> Bools:
    return proef.waarden(tabel, "primair") == "ja"


def _type_ontbreekt(proef: Proef, plaats: Plaats) -> Uitslag:
    leeg = ontbreekt(proef, plaats)
    return Uitslag(leeg.toegepast, leeg.gevonden, voorstel=np.where(leeg.gevonden, contacttypes(proef), None))


def _dubbel(proef: Proef, plaats: Plaats) -> Uitslag:
    """Compare type, description and value; telephone numbers normalised, the rest as typed."""
    toegepast = proef.gevuld(*plaats) & heeft_type(proef)
    sleutel = samengevat(type_codes(proef), waarde_codes(proef), codes_van(proef, (_C, "beschrijving")))
    return Uitslag(toegepast, *later_in_vereniging(proef, _C, sleutel, toegepast))


def _tweede_primaire(proef: Proef, plaats: Plaats) -> Uitslag:  # noqa: ARG001 -- every rule has the same shape
    toegepast = _primair(proef, _C) & heeft_type(proef)
    return Uitslag(toegepast, *later_in_vereniging(proef, _C, type_codes(proef), toegepast))


_MAIL = {"contactgegeventype": "E-mail"}
_TEL = {"contactgegeventype": "Telefoon"}

REGELS: tuple[Regel, ...] = (
    Regel(
        code="contacttype_ontbreekt",
        plaatsen=((_C, "contactgegeventype"),),
        ernst=Ernst.FOUT,
        titel="Het type van het contactgegeven ontbreekt.",
        advies="Kies E-mail, Telefoon, Website of SocialMedia.",
        bron=register("'contactgegeventype' is verplicht.", "'contactgegeventype' mag niet leeg zijn."),
        toets=_type_ontbreekt,
        goed=("E-mail",),
        fout=("", " "),
    ),
    Regel(
        code="contacttype_onbekend",
        plaatsen=((_C, "contactgegeventype"),),
        ernst=Ernst.FOUT,
        titel="Dit type van contactgegeven kent het register niet.",
        advies="Kies E-mail, Telefoon, Website of SocialMedia.",
        bron=register(
            "De waarde XXX is geen gekend contactgegeven type.", "De waarde 'XXX' is geen gekend contactgegeven type."
        ),
        toets=per_waarde(lambda t: contacttype(t) is None),
        goed=("E-mail", "e-mail", "E-MAIL"),
        fout=("Email", "GSM", "Fax", " E-mail", "E-mail "),
        voorstel=contacttype_voorstel,
        oorzaak=lambda t: "met een andere naam voor het type" if contacttype_voorstel(t) else "met een onbekend type",
    ),
    Regel(
        code="contactwaarde_ontbreekt",
        plaatsen=(_WAARDE,),
        ernst=Ernst.FOUT,
        titel="Het adres of nummer van dit contactgegeven ontbreekt.",
        advies="Vul het adres of nummer in, of verwijder de rij.",
        bron=register("'waarde' is verplicht.", "'waarde' mag niet leeg zijn."),
        toets=ontbreekt,
        goed=("info@club.example.be",),
        fout=("", " ", "\u00a0"),
    ),
    Regel(
        code="email_ongeldig",
        plaatsen=(_WAARDE, (_P, "e_mail")),
        ernst=Ernst.FOUT,
        titel="Dit is geen e-mailadres zoals het register het aanvaardt.",
        advies="Schrijf één adres, zonder spaties, woorden of accenten, bijvoorbeeld info@club.be.",
        bron=register(EMAIL),
        toets=_vorm(lambda t: not is_email(t), "E-mail", goed=EMAIL_SNEL),
        goed=("info@club.example.be", "jan.@example.be", "_jan-@example.be", "A+B@Example.BE", "a/b=c@example.be"),
        fout=(
            "info@club",
            "jan..peeters@example.be",
            ".jan@example.be",
            "jan@example.b1",
            " jan@example.be",
            "jan@example.be; piet@example.be",
            "Jan <jan@example.be>",
            "andré@example.be",
            "jan@-example.be",
        ),
        voorstel=email_voorstel,
        oorzaak=_email_oorzaak,
        naast=_MAIL,
    ),
    Regel(
        code="telefoon_ongeldig",
        plaatsen=(_WAARDE, (_P, "telefoon"), (_P, "mobiel")),
        ernst=Ernst.FOUT,
        titel="In een telefoonnummer staan alleen cijfers, spaties en de tekens . / ( ) - +.",
        advies="Schrijf één nummer, zonder woorden ervoor of erna; zet een tweede nummer in een eigen rij.",
        bron=register(TELEFOON),
        toets=_vorm(lambda t: not heeft_telefoontekens(t), "Telefoon", goed=TELEFOON_SNEL),
        goed=("053/12.34.56", "+32 (0)470 12 34 56", "1", "0032-53-123456"),
        fout=("Tel: 053/12.34.56", "053 12 34 56 of 0470 12 34 56", "0470\u00a012 34 56", "053,12", "053\t12"),
        voorstel=telefoon_voorstel,
        oorzaak=_telefoon_oorzaak,
        naast=_TEL,
    ),
    Regel(
        code="telefoon_zonder_cijfer",
        plaatsen=(_WAARDE, (_P, "telefoon"), (_P, "mobiel")),
        ernst=Ernst.FOUT,
        titel="Er staat geen enkel cijfer in het telefoonnummer.",
        advies="Vul het nummer in, of maak de cel leeg.",
        bron=register("TelefoonNummer moet minstens één cijfer bevatten"),
        toets=_vorm(lambda t: heeft_telefoontekens(t) and not heeft_telefooncijfer(t), "Telefoon", goed="[0-9]"),
        goed=("0",),
        fout=("-", "/", "( )"),
        naast=_TEL,
    ),
    Regel(
        code="website_zonder_http",
        plaatsen=(_WAARDE,),
        ernst=Ernst.FOUT,
        titel="Het webadres begint niet met http:// of https://.",
        advies="Zet https:// voor het adres.",
        bron=register("Website url moet beginnen met 'http://' of 'https://'"),
        toets=per_waarde(lambda t: not heeft_urlstart(t), waar=is_type("Website")),
        goed=("https://club.example.be", "HTTP://club.example.be"),
        fout=("www.club.example.be", "club.example.be", " https://club.example.be", "http:/club.example.be"),
        voorstel=url_voorstel,
        oorzaak=lambda t: "zonder https://" if url_voorstel(t) else "die geen webadres zijn",
        naast={"contactgegeventype": "Website"},
    ),
    Regel(
        code="website_zonder_punt",
        plaatsen=(_WAARDE,),
        ernst=Ernst.FOUT,
        titel="Er staat geen punt in het webadres.",
        advies="Schrijf het volledige adres, bijvoorbeeld https://www.club.be.",
        bron=register("Website url moet minsens één punt bevatten"),
        toets=per_waarde(lambda t: "." not in t, waar=is_type("Website")),
        goed=("https://.",),
        fout=("https://club", "club"),
        naast={"contactgegeventype": "Website"},
    ),
    Regel(
        code="sociale_media_zonder_http",
        plaatsen=(_WAARDE, (_P, "social_media")),
        ernst=Ernst.FOUT,
        titel="Het adres van het sociale medium begint niet met http:// of https://.",
        advies="Schrijf het volledige adres, bijvoorbeeld https://www.facebook.com/club.",
        bron=register("Social media url moet beginnen met 'http://' of 'https://'"),
        toets=_vorm(lambda t: not heeft_urlstart(t), "SocialMedia"),
        goed=("https://facebook.com/club",),
        fout=("@club", "facebook.com/club", "Facebook: club"),
        voorstel=url_voorstel,
        oorzaak=lambda t: "zonder https://" if url_voorstel(t) else "die geen webadres zijn",
        naast={"contactgegeventype": "SocialMedia"},
    ),
    Regel(
        code="sociale_media_zonder_punt",
        plaatsen=(_WAARDE, (_P, "social_media")),
        ernst=Ernst.FOUT,
        titel="Er staat geen punt in het adres van het sociale medium.",
        advies="Schrijf het volledige adres, bijvoorbeeld https://www.facebook.com/club.",
        bron=register("Social media url moet minsens één punt bevatten"),
        toets=_vorm(lambda t: "." not in t, "SocialMedia"),
        goed=("https://facebook.com/club",),
        fout=("https://club", "@club"),
        naast={"contactgegeventype": "SocialMedia"},
    ),
    Regel(
        code="beschrijving_te_lang",
        plaatsen=((_C, "beschrijving"),),
        ernst=Ernst.FOUT,
        titel="De beschrijving is langer dan 128 tekens.",
        advies="Kort de beschrijving in.",
        bron=register("Beschrijving mag niet langer dan 128 karakters zijn."),
        toets=te_lang,
        goed=("a" * 128,),
        fout=("a" * 129, "\U0001f600" * 65),
    ),
    Regel(
        code="contact_dubbel",
        collectie=True,
        plaatsen=(_WAARDE,),
        ernst=Ernst.FOUT,
        titel="Hetzelfde contactgegeven staat twee keer bij deze vereniging.",
        advies="Verwijder de rij, of geef ze een andere beschrijving.",
        bron=register("Er is reeds een E-mail contactgegeven met de opgegeven waarde."),
        toets=_dubbel,
        goed=(
            {"contactgegevens": [_MAIL | {"waarde": "a@example.be"}, _MAIL | {"waarde": "A@example.be"}]},
            {"contactgegevens": [_TEL | {"waarde": "053 1"}, _TEL | {"waarde": "053 1", "beschrijving": "secretaris"}]},
        ),
        fout=(
            {"contactgegevens": [_MAIL | {"waarde": "a@example.be"}, _MAIL | {"waarde": "a@example.be"}]},
            {"contactgegevens": [_TEL | {"waarde": "0478 12 34 56"}, _TEL | {"waarde": "+32 478 12 34 56"}]},
        ),
        niveau="vereniging",
        oorzaak=lambda _: "die herhalen wat er al staat",
    ),
    Regel(
        code="contact_tweede_primaire",
        collectie=True,
        plaatsen=((_C, "primair"),),
        ernst=Ernst.FOUT,
        titel="Er is al een primair contactgegeven van dit type bij deze vereniging.",
        advies="Zet bij hoogstens één contactgegeven per type ja.",
        bron=register("Er mag maar één E-mail contactgegeven aangeduid zijn als primair."),
        toets=_tweede_primaire,
        goed=(
            {
                "contactgegevens": [
                    _MAIL | {"waarde": "a@example.be", "primair": "ja"},
                    _TEL | {"waarde": "053 12 34 56", "primair": "ja"},
                ]
            },
        ),
        fout=(
            {
                "contactgegevens": [
                    _MAIL | {"waarde": "a@example.be", "primair": "ja"},
                    _MAIL | {"waarde": "b@example.be", "primair": "x"},
                ]
            },
        ),
        niveau="vereniging",
    ),
)
