"""From request values to domain values: stops at the first rule that fails."""

from __future__ import annotations

from datetime import date

from analytics.sandbox import contactwaarden
from analytics.sandbox.controlegetallen import (
    iban_in_groepen,
    insz_cijfers,
    is_belgisch_iban,
    is_cijfer,
    is_insz,
    is_kbo,
    is_letter,
    kbo_cijfers,
)
from analytics.sandbox.fouten import domeinfout
from analytics.sandbox.gegevens import Adres, AdresId, Bankrekeningnummer, Code, Contactgegeven, Doelgroep, Persoon
from analytics.sandbox.referentie import PURI, Referentie
from analytics.sandbox.toets_delen import LOCATIETYPES
from analytics.sandbox.toets_registratie import TOEKOMST
from analytics.sandbox.verzoeken import (
    AdresIdVerzoek,
    AdresVerzoek,
    BankrekeningnummerVerzoek,
    ContactgegevenVerzoek,
    DoelgroepVerzoek,
    VertegenwoordigerVerzoek,
)


def zet_naam(naam: str | None) -> str:
    """Give the name, or refuse a blank one."""
    if not naam or not naam.strip():
        raise domeinfout("De naam van de vereniging is verplicht.")
    return naam


def zet_startdatum(startdatum: date | None, vandaag: date) -> date | None:
    """Give the start date, or refuse one after today."""
    if startdatum is not None and startdatum > vandaag:
        raise domeinfout(TOEKOMST)
    return startdatum


def zet_doelgroep(v: DoelgroepVerzoek | None) -> Doelgroep:
    """Give the target group with its defaults 0 and 150."""
    v = v or DoelgroepVerzoek()
    laagste = 0 if v.minimumleeftijd is None else v.minimumleeftijd
    hoogste = 150 if v.maximumleeftijd is None else v.maximumleeftijd
    if not (0 <= laagste <= 150 and 0 <= hoogste <= 150):
        raise domeinfout("Minimum en maximum leeftijd moeten tussen 0 en 150 inclusief liggen.")
    if laagste > hoogste:
        raise domeinfout("Minimum leeftijd moet kleiner of gelijk zijn aan maximum leeftijd.")
    return Doelgroep(laagste, hoogste)


def zet_hoofdactiviteiten(codes: tuple[str, ...], ref: Referentie) -> tuple[Code, ...]:
    """Give the activities; the code is looked up exactly, case included."""
    for code in codes:
        if code not in ref.hoofdactiviteiten:
            raise domeinfout(f'De opgegeven hoofdactiviteit is niet gekend: "{code}"')
    return tuple(ref.hoofdactiviteiten[code] for code in codes)


def zet_werkingsgebieden(codes: tuple[str, ...], ref: Referentie) -> tuple[Code, ...]:
    """Give the areas; the code is looked up without regard to case."""
    for code in codes:
        if code.upper() not in ref.werkingsgebieden:
            raise domeinfout(f'Het opgegeven werkingsgebied is niet gekend: "{code}"')
    return tuple(ref.werkingsgebieden[code.upper()] for code in codes)


def zet_contactgegeven(v: ContactgegevenVerzoek, id_: int) -> Contactgegeven:
    """Give the contact, its type in the register's spelling and its value as typed."""
    soort = contactwaarden.TYPES[(v.contactgegeventype or "").lower()]
    contactwaarden.TOETSEN[soort](v.waarde or "")
    return Contactgegeven(id_, soort, v.waarde or "", v.beschrijving or "", v.is_primair)


def zet_locatietype(locatietype: str | None) -> str:
    """Give the location type in the register's spelling."""
    return LOCATIETYPES[(locatietype or "").lower()]


def zet_adres(v: AdresVerzoek | None) -> Adres | None:
    """Give the address, or refuse an incomplete one."""
    if v is None:
        return None
    if not all((v.straatnaam, v.huisnummer, v.postcode, v.gemeente, v.land)):
        raise domeinfout("Een adres moet bestaan uit straatnaam, huisnummer, postcode, gemeente en land.")
    return Adres(
        v.straatnaam or "", v.huisnummer or "", v.busnummer or "", v.postcode or "", v.gemeente or "", v.land or ""
    )


def zet_adres_id(v: AdresIdVerzoek | None) -> AdresId | None:
    """Give the identifier of an address, or refuse one of another source or form."""
    if v is None:
        return None
    if not v.broncode or not v.bronwaarde:
        raise domeinfout("Een adresId moet een adresbron en waarde bevatten.")
    if v.broncode != "AR":
        raise domeinfout("De broncode voor dit adres is niet gekend.")
    if not v.bronwaarde.startswith(PURI):
        raise domeinfout("De bronwaarde voor een adres uit het addressenregister moet een Data Vlaanderen PURI zijn.")
    return AdresId(v.broncode, v.bronwaarde)


def zet_insz(insz: str | None) -> str:
    """Give the eleven digits, or refuse a wrong check number."""
    cijfers = insz_cijfers(insz or "")
    if len(cijfers) != 11:
        raise domeinfout("INSZ moet 11 cijfers bevatten.")
    if not (cijfers.isascii() and cijfers.isdigit()):
        raise domeinfout("Foutieve tekens in INSZ.")
    if not is_insz(cijfers):
        raise domeinfout("Incorrect INSZ: foutieve checksum.")
    return cijfers


def zet_persoon(v: VertegenwoordigerVerzoek) -> Persoon:
    """Give the person behind a representative."""
    insz = zet_insz(v.insz)
    for label, naam in (("Voornaam", v.voornaam or ""), ("Achternaam", v.achternaam or "")):
        if any(is_cijfer(teken) for teken in naam):
            raise domeinfout(f"{label} mag geen nummers bevatten.")
        if not any(is_letter(teken) for teken in naam):
            raise domeinfout(f"{label} moet een letter bevatten.")
    e_mail, telefoon, mobiel, social_media = zet_bereikbaarheid(v.e_mail, v.telefoon, v.mobiel, v.social_media)
    return Persoon(
        insz=insz,
        voornaam=v.voornaam or "",
        achternaam=v.achternaam or "",
        roepnaam=v.roepnaam or "",
        rol=v.rol or "",
        e_mail=e_mail,
        telefoon=telefoon,
        mobiel=mobiel,
        social_media=social_media,
    )


def zet_bereikbaarheid(
    e_mail: str | None, telefoon: str | None, mobiel: str | None, social_media: str | None
) -> tuple[str, str, str, str]:
    """Give a person's own contact values; an empty one counts as not given."""
    if e_mail:
        contactwaarden.toets_email(e_mail)
    for nummer in (telefoon, mobiel):
        if nummer:
            contactwaarden.toets_telefoon(nummer)
    if social_media:
        contactwaarden.toets_social_media(social_media)
    return e_mail or "", telefoon or "", mobiel or "", social_media or ""


def zet_bankrekening(v: BankrekeningnummerVerzoek, id_: int) -> Bankrekeningnummer:
    """Give the account, its IBAN in groups of four."""
    if not is_belgisch_iban(v.iban or ""):
        raise domeinfout("Het formaat van het IBAN is ongeldig.")
    return Bankrekeningnummer(id_, iban_in_groepen(v.iban or ""), v.doel or "", zet_titularissen(v.titularissen or ()))


def zet_titularissen(titularissen: tuple[str | None, ...]) -> tuple[str, ...]:
    """Give the account holders, or refuse a blank one."""
    gegeven = tuple(titularis for titularis in titularissen if titularis is not None and titularis.strip())
    if len(gegeven) != len(titularissen):
        raise domeinfout("Titularis mag niet null of leeg zijn.")
    return gegeven


def zet_kbo_nummer(tekst: str) -> str:
    """Give the ten digits of a KBO number."""
    cijfers = kbo_cijfers(tekst)
    if not (cijfers.isascii() and cijfers.isdigit()):
        raise domeinfout("Foutieve tekens in Kbo nummer.")
    if len(cijfers) != 10:
        raise domeinfout("Kbo nummer moet 10 cijfers bevatten.")
    if not is_kbo(cijfers):
        raise domeinfout("Incorrect Kbo nummer: foutieve checksum.")
    return cijfers
