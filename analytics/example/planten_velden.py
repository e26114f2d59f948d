"""What people and Excel do to one value: each function takes the row and a random number and returns the new cell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

import numpy as np

from analytics.domain.maanden import MAANDEN
from analytics.example.cellen import Foutcel
from analytics.example.getallen import kbo_nummers

Rij: TypeAlias = Mapping[str, object]
Verander: TypeAlias = Callable[[Rij, int], object]


def leeg(rij: Rij, keus: int) -> object:  # noqa: ARG001 -- every change has the same shape
    """Leave the cell out."""
    return None


def vast(*waarden: object) -> Verander:
    """Return a change that puts one of *waarden* in the cell."""
    return lambda _, keus: waarden[keus % len(waarden)]


def patroon(veld: str, *patronen: str) -> Verander:
    """Return a change that writes the old value into one of *patronen*, at ``{}``."""
    return lambda rij, keus: patronen[keus % len(patronen)].format(rij[veld])


def hoofdletters(veld: str) -> Verander:
    """Return a change to capitals only."""
    return lambda rij, _: str(rij[veld]).upper()


def harde_spatie(rij: Rij, keus: int) -> object:  # noqa: ARG001 -- every change has the same shape
    """Put the space that cannot break instead of the last one, as text from a web page has it."""
    return "\u00a0".join(str(rij["naam"]).rsplit(" ", 1))


def regeleinde(rij: Rij, keus: int) -> object:  # noqa: ARG001 -- every change has the same shape
    """Break the line in the cell."""
    return "\n".join(str(rij["naam"]).rsplit(" ", 1))


def adres_in_een_veld(rij: Rij, keus: int) -> object:  # noqa: ARG001 -- every change has the same shape
    """Write the whole address where the street belongs."""
    return f"{rij['straatnaam']} {rij['huisnummer']}, {rij['postcode']} {rij['gemeente']}"


def startdatum_later(rij: Rij, keus: int) -> object:
    """Write a year in the next century: a typing fault for the last one."""
    oud = rij["startdatum"]
    assert isinstance(oud, dt.date)  # noqa: S101 -- only rows with a date are chosen
    return dt.date(2060 + keus % 40, oud.month, min(oud.day, 28))


def startdatum_tekst(rij: Rij, keus: int) -> object:
    """Write the date as text, in a usual Belgian form."""
    oud = rij["startdatum"]
    assert isinstance(oud, dt.date)  # noqa: S101 -- only rows with a date are chosen
    vormen = (
        f"{oud.day}/{oud.month}/{oud.year}",
        f"{oud.day:02d}-{oud.month:02d}-{oud.year}",
        f"{oud.day} {MAANDEN[oud.month - 1]} {oud.year}",
    )
    return vormen[keus % 3]


def startdatum_kort(rij: Rij, keus: int) -> object:  # noqa: ARG001 -- every change has the same shape
    """Write the date as text with two digits for the year."""
    oud = rij["startdatum"]
    assert isinstance(oud, dt.date)  # noqa: S101 -- only rows with a date are chosen
    return f"{oud.day}/{oud.month}/{oud.year % 100:02d}"


def minimum_boven_maximum(rij: Rij, keus: int) -> object:
    """Put a minimum above the maximum of the row."""
    return min(150, int(str(rij["maximumleeftijd"])) + 1 + keus % 10)


def activiteit_dubbel(rij: Rij, keus: int) -> object:  # noqa: ARG001 -- every change has the same shape
    """Write the first code once more."""
    eerste = str(rij["hoofdactiviteiten"]).split(";")[0]
    return f"{rij['hoofdactiviteiten']}; {eerste}"


def kbo_negen_cijfers(rij: Rij, keus: int) -> object:  # noqa: ARG001 -- every change has the same shape
    """Lose the first digit, as text."""
    return re.sub(r"\D", "", str(rij["kbo_nummer"]))[1:]


def kbo_verkeerd_controlegetal(rij: Rij, keus: int) -> object:
    """Change the last digits."""
    cijfers = re.sub(r"\D", "", str(rij["kbo_nummer"]))
    return f"{cijfers[:8]}{(int(cijfers[8:]) + 1 + keus % 90) % 100:02d}"


def kbo_onbekend(rij: Rij, keus: int) -> object:  # noqa: ARG001 -- every change has the same shape
    """Write a number that passes every check but that nobody has."""
    return kbo_nummers(np.array([40_000 + keus]))[0]


def als_getal(veld: str) -> Verander:
    """Return a change that Excel makes of a number with a leading zero."""
    return lambda rij, _: int(re.sub(r"\D", "", str(rij[veld])))


def telefoon_als_getal(rij: Rij, keus: int) -> object:  # noqa: ARG001 -- every change has the same shape
    """Store the telephone number as number: the leading zero is gone."""
    cijfers = re.sub(r"\D", "", str(rij["waarde"]))
    return int(cijfers[2:] if str(rij["waarde"]).startswith("+") else cijfers)


def telefoon_met_label(veld: str) -> Verander:
    """Return a change that writes a word before the number."""
    return patroon(veld, "Tel: {}", "GSM {}", "tel. {}", "{} (na 18u)")


def telefoon_twee(rij: Rij, keus: int) -> object:
    """Write a second number behind the first."""
    return f"{rij['waarde']}{(' of ', ' / of ', ', ', '; ')[keus % 4]}0470 0{keus % 10} 12 34"


def zonder_https(rij: Rij, keus: int) -> object:
    """Write a web address as people say it."""
    kaal = str(rij["waarde"]).split("://", 1)[1]
    return kaal if keus % 4 else kaal.removeprefix("www.")


def sociaal_handle(rij: Rij, keus: int) -> object:
    """Write only the account."""
    naam = str(rij["waarde"]).rsplit("/", 1)[1]
    return f"@{naam}" if keus % 3 else f"facebook: {naam}"


def mail_kapot(veld: str) -> Verander:
    """Return a change after which the address is none."""

    def verander(rij: Rij, keus: int) -> object:
        postvak, domein = str(rij[veld]).split("@")
        return (
            f"{postvak}{domein}",
            f"{postvak}@{domein.split('.')[0]}",
            f"{postvak} @{domein}",
            f"{postvak}@{domein}.",
            f"{postvak}..x@{domein}",
            f"mailto:{postvak}@{domein}",
        )[keus % 6]

    return verander


def mail_twee(rij: Rij, keus: int) -> object:
    """Write two addresses in one cell."""
    domein = str(rij["waarde"]).split("@")[1]
    return f"{rij['waarde']}{('; ', ', ', ' of ')[keus % 3]}penningmeester@{domein}"


def huisnummer_datum(rij: Rij, keus: int) -> object:  # noqa: ARG001 -- every change has the same shape
    """Let Excel make a date of house number 7-9."""
    return dt.date(2025, 1 + keus % 12, 1 + keus % 28)


def insz_verkeerd(rij: Rij, keus: int) -> object:
    """Change the last digit to one that does not fit."""
    insz = str(rij["insz"])
    return insz[:-1] + str((int(insz[-1]) + 1 + keus % 8) % 10)


def insz_met_spaties(rij: Rij, keus: int) -> object:  # noqa: ARG001 -- every change has the same shape
    """Write the groups with spaces, which the register does not take."""
    c = re.sub(r"\D", "", str(rij["insz"]))
    return f"{c[:2]} {c[2:4]} {c[4:6]} {c[6:9]} {c[9:]}"


def iban_verkeerd(rij: Rij, keus: int) -> object:
    """Change one digit in the middle."""
    iban = str(rij["iban"])
    return iban[:12] + str((int(iban[12]) + 1 + keus % 8) % 10) + iban[13:]


def foutcel(rij: Rij, keus: int) -> object:  # noqa: ARG001 -- every change has the same shape
    """Put an error cell, as a look-up that failed leaves behind."""
    return Foutcel(("#N/A", "#REF!", "#VALUE!")[keus % 3])


def te_lang(rij: Rij, keus: int) -> object:  # noqa: ARG001 -- every change has the same shape
    """Write more than 128 characters."""
    return "Bereikbaar op weekdagen tussen 18 en 20 uur, in het weekend de hele dag. " * 2 + "Bel eerst."
