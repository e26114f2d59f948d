"""Rules that look at a whole collection of an association, in the register's words."""

from __future__ import annotations

from collections.abc import Iterable

from analytics.sandbox.contactwaarden import vergelijkbaar
from analytics.sandbox.fouten import domeinfout
from analytics.sandbox.gegevens import Adres, Bankrekeningnummer, Contactgegeven, Locatie
from analytics.sandbox.toets_delen import CORRESPONDENTIE, genormaliseerd


def _adressleutel(adres: Adres | None) -> tuple[str, ...] | None:
    if adres is None:
        return None
    delen = (adres.straatnaam, adres.huisnummer, adres.busnummer, adres.postcode, adres.gemeente, adres.land)
    return tuple(genormaliseerd(deel) for deel in delen)


def is_zelfde_locatie(een: Locatie, ander: Locatie) -> bool:
    """Tell whether naam and type are equal and either the normalised address or the adresId is."""
    if een.naam != ander.naam or een.locatietype != ander.locatietype:
        return False
    if een.adres_id is not None and een.adres_id == ander.adres_id:
        return True
    return een.adres is not None and _adressleutel(een.adres) == _adressleutel(ander.adres)


def toets_locatie_erbij(nieuw: Locatie, andere: Iterable[Locatie]) -> None:
    """Refuse a location equal to another, a second primary one, a second correspondence one."""
    andere = tuple(andere)
    if any(is_zelfde_locatie(nieuw, ander) for ander in andere):
        raise domeinfout("Locaties moeten uniek zijn binnen de vereniging.")
    if nieuw.is_primair and any(ander.is_primair for ander in andere):
        raise domeinfout("Er kan maar één primaire locatie zijn binnen de vereniging.")
    if nieuw.locatietype == CORRESPONDENTIE and any(ander.locatietype == CORRESPONDENTIE for ander in andere):
        raise domeinfout("Er kan maar één correspondentie locatie zijn binnen de vereniging.")


def toets_contact_erbij(nieuw: Contactgegeven, andere: Iterable[Contactgegeven]) -> None:
    """Refuse the same contact twice, and a second primary one of the same type."""
    zelfde_type = [ander for ander in andere if ander.contactgegeventype == nieuw.contactgegeventype]
    for ander in zelfde_type:
        zelfde_waarde = vergelijkbaar(ander.contactgegeventype, ander.waarde) == vergelijkbaar(
            nieuw.contactgegeventype, nieuw.waarde
        )
        if zelfde_waarde and ander.beschrijving == nieuw.beschrijving:
            raise domeinfout(f"Er is reeds een {nieuw.contactgegeventype} contactgegeven met de opgegeven waarde.")
    if nieuw.is_primair and any(ander.is_primair for ander in zelfde_type):
        raise domeinfout(f"Er mag maar één {nieuw.contactgegeventype} contactgegeven aangeduid zijn als primair.")


def toets_persoon_erbij(insz: str, is_primair: bool, andere: Iterable[tuple[str, bool]]) -> None:
    """Refuse an INSZ twice, and a second primary representative. *andere* are pairs of both."""
    andere = tuple(andere)
    if any(ander == insz for ander, _ in andere):
        raise domeinfout("INSZ moet uniek zijn binnen de vereniging.")
    if is_primair and any(primair for _, primair in andere):
        raise domeinfout("Er mag maar één vertegenwoordiger aangeduid zijn als primair contactpersoon.")


def toets_rekening_erbij(nieuw: Bankrekeningnummer, andere: Iterable[Bankrekeningnummer]) -> None:
    """Refuse an IBAN twice."""
    if any(ander.iban == nieuw.iban for ander in andere):
        raise domeinfout("Het IBAN van een bankrekening moet uniek zijn binnen de vereniging.")
