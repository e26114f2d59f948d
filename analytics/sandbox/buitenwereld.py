"""What the register asks KSZ and the address registry while a request waits."""

from __future__ import annotations

from collections.abc import Iterable

from analytics.sandbox.fouten import domeinfout
from analytics.sandbox.gegevens import Adres, AdresId
from analytics.sandbox.referentie import PURI, Referentie, Registeradres, plaatssleutel


def toets_bij_ksz(insz_nummers: Iterable[str], ref: Referentie) -> None:
    """Refuse when KSZ does not know one of the numbers."""
    if any(ref.insz.get(insz) == "onbekend" for insz in insz_nummers):
        raise domeinfout(
            "Een of meerdere insz waarden konden niet gevalideerd worden bij de Kruispuntbank van de Sociale "
            "Zekerheid. Controleer de gegevens en probeer het opnieuw."
        )


def is_overleden(insz: str, ref: Referentie) -> bool:
    """Tell whether KSZ knows the person as deceased."""
    return ref.insz.get(insz) == "overleden"


def haal_adres(adres_id: AdresId, ref: Referentie) -> Registeradres:
    """Give the address behind an identifier, or refuse what the registry does not know or no longer uses."""
    gevonden = ref.adressen.get(PURI + adres_id.bronwaarde.rstrip("/").rpartition("/")[2])
    if gevonden is None:
        raise domeinfout("Adres kon niet gevalideerd worden bij adressenregister.")
    if gevonden.status == "verwijderd":
        raise domeinfout("Het adres is verwijderd uit het adressenregister.")
    if gevonden.status != "in gebruik":
        raise domeinfout("Dit adres is niet meer actief in het adressenregister.")
    return gevonden


def zoek_adres(adres: Adres, ref: Referentie) -> tuple[Registeradres, ...]:
    """Give every address of the registry that *adres*, typed by hand, may be."""
    return ref.adressen_per_plaats.get(plaatssleutel(adres), ())
