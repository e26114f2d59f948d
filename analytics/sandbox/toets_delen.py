"""Request rules of contacts, locations, representatives and bank accounts, in a registration or on their own."""

from __future__ import annotations

import unicodedata

from analytics.sandbox.contactwaarden import TYPES
from analytics.sandbox.controlegetallen import INSZ_TEKENS, insz_cijfers, is_belgisch_iban, is_cijfer, is_letter
from analytics.sandbox.gegevens import ZETEL
from analytics.sandbox.toetsen import LEEG, PREDICAAT, VERPLICHT, Foutenlijst, heeft_dubbele
from analytics.sandbox.verzoeken import (
    AdresIdVerzoek,
    AdresVerzoek,
    BankrekeningnummerVerzoek,
    ContactgegevenVerzoek,
    LocatieVerzoek,
    VertegenwoordigerVerzoek,
)

CORRESPONDENTIE, ACTIVITEITEN = "Correspondentie", "Activiteiten"
# The register's list names two types in its message, yet holds the third.
LOCATIETYPES = {soort.lower(): soort for soort in (CORRESPONDENTIE, ACTIVITEITEN, ZETEL)}

XOF = "'Locatie' moet of een adres of een adresId bevatten."


def toets_contactgegeven(f: Foutenlijst, pad: str, c: ContactgegevenVerzoek, *, registratie: bool) -> None:
    """Judge one contact; the registration words an unknown type otherwise and looks for HTML."""
    if f.verplicht(f"{pad}.Contactgegeventype", "contactgegeventype", c.contactgegeventype):
        soort = c.contactgegeventype or ""
        if soort.lower() not in TYPES:
            getoond = soort if registratie else f"'{soort}'"
            f.meld(f"{pad}.Contactgegeventype", PREDICAAT, f"De waarde {getoond} is geen gekend contactgegeven type.")
    f.verplicht(f"{pad}.Waarde", "waarde", c.waarde)
    f.hoogstens(f"{pad}.Beschrijving", "Beschrijving", c.beschrijving)
    if registratie:
        f.geen_html(f"{pad}.Contactgegeventype", c.contactgegeventype)
        f.geen_html(f"{pad}.Waarde", c.waarde)
        f.geen_html(f"{pad}.Beschrijving", c.beschrijving)


def toets_locatie(f: Foutenlijst, pad: str, locatie: LocatieVerzoek) -> None:
    """Judge one location that is registered or added."""
    f.geen_html(f"{pad}.Locatietype", locatie.locatietype)
    f.geen_html(f"{pad}.Naam", locatie.naam)
    if f.verplicht(f"{pad}.Locatietype", "locatietype", locatie.locatietype):
        toets_locatietype(f, pad, locatie.locatietype)
    f.hoogstens(f"{pad}.Naam", "Locatienaam", locatie.naam)
    if (locatie.adres is None) == (locatie.adres_id is None):
        f.meld(pad, PREDICAAT, XOF)
    toets_adressen(f, pad, locatie.adres, locatie.adres_id)


def toets_locatietype(f: Foutenlijst, pad: str, locatietype: str | None) -> None:
    """Refuse an unknown location type."""
    if (locatietype or "").lower() not in LOCATIETYPES:
        reden = "'Locatietype' moet een geldige waarde hebben. (Correspondentie, Activiteiten)"
        f.meld(f"{pad}.Locatietype", PREDICAAT, reden)


def toets_adressen(f: Foutenlijst, pad: str, adres: AdresVerzoek | None, adres_id: AdresIdVerzoek | None) -> None:
    """Judge the parts of whichever address is given."""
    if adres is not None:
        for naam in ("straatnaam", "huisnummer", "busnummer", "gemeente", "land", "postcode"):
            waarde: str | None = getattr(adres, naam)
            deelpad = f"{pad}.Adres.{naam.capitalize()}"
            f.geen_html(deelpad, waarde)
            if naam != "busnummer":
                f.verplicht(deelpad, naam, waarde)
    if adres_id is not None:
        for naam in ("broncode", "bronwaarde"):
            waarde = getattr(adres_id, naam)
            deelpad = f"{pad}.AdresId.{naam.capitalize()}"
            f.geen_html(deelpad, waarde)
            f.verplicht(deelpad, naam, waarde)


def genormaliseerd(waarde: str | None) -> str:
    """Give an address component as the register compares it: lower case, without accents, only a-z and 0-9."""
    kaal = unicodedata.normalize("NFD", (waarde or "").lower())
    return "".join(teken for teken in kaal if teken in "abcdefghijklmnopqrstuvwxyz0123456789")


def locatiesleutel(locatie: LocatieVerzoek) -> tuple[str, ...]:
    """Give what makes two requested locations identical; ``isPrimair`` is no part of it."""
    a, i = locatie.adres or AdresVerzoek(), locatie.adres_id or AdresIdVerzoek()
    delen = (a.straatnaam, a.huisnummer, a.busnummer, a.postcode, a.gemeente, a.land)
    return (
        locatie.locatietype or "",
        locatie.naam or "",
        *(genormaliseerd(deel) for deel in delen),
        i.broncode or "",
        i.bronwaarde or "",
    )


def toets_vertegenwoordiger(f: Foutenlijst, pad: str, v: VertegenwoordigerVerzoek, *, html: bool) -> None:
    """Judge one representative; the add endpoint does not look for HTML."""
    if html:
        for naam in (
            "Insz",
            "Voornaam",
            "Achternaam",
            "Roepnaam",
            "Rol",
            "E_mail",
            "Telefoon",
            "Mobiel",
            "Social_media",
        ):
            f.geen_html(f"{pad}.{_PADNAAM.get(naam, naam)}", getattr(v, naam.lower()))
    if f.verplicht(f"{pad}.Insz", "insz", v.insz):
        insz = v.insz or ""
        if not INSZ_TEKENS.fullmatch(insz):
            reden = "Insz heeft incorrect formaat (00.00.00-000.00 of 00000000000)"
            f.meld(f"{pad}.Insz", PREDICAAT, reden)
        elif len(insz_cijfers(insz)) != 11:
            f.meld(f"{pad}.Insz", PREDICAAT, "Insz moet 11 cijfers bevatten")
    for label, waarde in (("Voornaam", v.voornaam), ("Achternaam", v.achternaam)):
        if f.verplicht(f"{pad}.{label}", label.lower(), waarde):
            if any(is_cijfer(teken) for teken in waarde or ""):
                f.meld(f"{pad}.{label}", PREDICAAT, f"'{label}' mag geen cijfers bevatten.")
            if not any(is_letter(teken) for teken in waarde or ""):
                f.meld(f"{pad}.{label}", PREDICAAT, f"'{label}' moet minstens een letter bevatten.")


_PADNAAM = {"E_mail": "Email", "Social_media": "SocialMedia"}


def toets_bankrekening(f: Foutenlijst, pad: str, bank: BankrekeningnummerVerzoek) -> None:
    """Judge one bank account."""
    if f.verplicht(f"{pad}.Iban", "iban", bank.iban) and not is_belgisch_iban(bank.iban or ""):
        f.meld(f"{pad}.Iban", PREDICAAT, "Het opgegeven 'IBAN' is geen geldig Belgisch IBAN.")
    if bank.titularissen is None:
        f.meld(f"{pad}.Titularissen", VERPLICHT, "'Titularissen' is verplicht.")
    elif not bank.titularissen:
        f.meld(f"{pad}.Titularissen", LEEG, "'Titularissen' mag niet leeg zijn.")
    toets_doel_en_titularissen(f, pad, bank.doel, bank.titularissen)


def toets_doel_en_titularissen(
    f: Foutenlijst, pad: str, doel: str | None, titularissen: tuple[str | None, ...] | None
) -> None:
    """Judge what can still be changed about a bank account."""
    f.geen_html(f"{pad}.Doel", doel)
    f.hoogstens(f"{pad}.Doel", "Doel", doel)
    if titularissen and heeft_dubbele([t.lower() for t in titularissen if t is not None]):
        f.meld(f"{pad}.Titularissen", PREDICAAT, "De titularissen van een bankrekening moeten uniek zijn.")
    for i, titularis in enumerate(titularissen or ()):
        f.geen_html(f"{pad}.Titularissen[{i}]", titularis)
        f.hoogstens(f"{pad}.Titularissen[{i}]", "Titularis", titularis)
