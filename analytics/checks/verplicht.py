"""Which cells must be filled, and which of those are not."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from analytics.checks.proef import Bools, Proef

#: The five components without which the register takes no address.
ADRESDELEN = ("straatnaam", "huisnummer", "postcode", "gemeente", "land")
#: Columns whose cell must be filled in every record of their table (in the workbooks that have them).
_ALTIJD = frozenset(
    {
        ("verenigingen", "intern_nummer"),
        ("verenigingen", "naam"),
        ("verenigingen", "kbo_nummer"),
        ("contactgegevens", "intern_nummer"),
        ("contactgegevens", "contactgegeventype"),
        ("contactgegevens", "waarde"),
        ("locaties", "intern_nummer"),
        ("locaties", "locatietype"),
        ("vertegenwoordigers", "intern_nummer"),
        ("vertegenwoordigers", "voornaam"),
        ("vertegenwoordigers", "achternaam"),
        ("bankrekeningen", "intern_nummer"),
        ("bankrekeningen", "iban"),
        ("bankrekeningen", "titularissen"),
    }
)
#: Every column that can be required, in the order of the template.
VERPLICHTE_VELDEN = (*sorted(_ALTIJD), *(("locaties", d) for d in ADRESDELEN), ("vertegenwoordigers", "insz"))


def heeft_adres(proef: Proef) -> Bools:
    """Tell which locations have any address component: the register then wants all five."""
    return _een_van(proef, (*ADRESDELEN, "busnummer"))


def _een_van(proef: Proef, delen: Iterable[str]) -> Bools:
    # An error cell was meant to hold something.
    return np.logical_or.reduce([proef.gevuld("locaties", d) | proef.verdwenen("locaties", d) for d in delen])


def _adres_nodig(proef: Proef) -> Bools:
    """
    Tell which locations need address components.

    Beside an address id, a land or a box number alone is a left-over rather than a half address: the rule on both
    together tells that.
    """
    met_id = proef.gevuld("locaties", "adres_id") | proef.verdwenen("locaties", "adres_id")
    return np.where(met_id, _een_van(proef, [d for d in ADRESDELEN if d != "land"]), heeft_adres(proef))


def is_nodig(proef: Proef, tabel: str, veld: str) -> Bools:
    """Tell per record whether the cell must be filled."""
    nodig: Bools
    if (tabel, veld) in _ALTIJD:
        nodig = np.ones(proef.aantal(tabel), dtype=bool)
    elif tabel == "locaties" and veld in ADRESDELEN:
        nodig = _adres_nodig(proef)
    elif (tabel, veld) == ("vertegenwoordigers", "insz"):
        nodig = np.full(proef.aantal(tabel), proef.levering.ronde > 1)
    else:
        nodig = np.zeros(proef.aantal(tabel), dtype=bool)
    return nodig & proef.ter_zake(tabel, veld)


def verplicht_leeg(proef: Proef, tabel: str, veld: str) -> tuple[Bools, Bools]:
    """Return which records need the cell, and which of those lack it; an error cell is told by its own rule."""
    nodig = is_nodig(proef, tabel, veld)
    return nodig, nodig & ~proef.gevuld(tabel, veld) & ~proef.verdwenen(tabel, veld)
