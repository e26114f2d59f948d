"""
The requests that register an association, built from a delivery as it was read.

Source: register, request bodies of ``POST /verenigingen/vzer``, ``POST /verenigingen/kbo`` and what an initiator may
add to a KBO association afterwards.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from analytics.domain.levering import Levering
from analytics.domain.velden import KBO, Type, Veld, WerkmapSoort, velden_van
from analytics.intake.lezing import Lezing

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]
Lichaam = dict[str, Json]

#: Tables whose records are lists in the request, with the name of that list.
LIJSTEN = {
    "contactgegevens": "contactgegevens",
    "locaties": "locaties",
    "vertegenwoordigers": "vertegenwoordigers",
    "bankrekeningen": "bankrekeningnummers",
}
# For a KBO association these calls add, one by one, what came with it: collection and wrapper of the body.
_ONDERDELEN = {"contactgegevens": "contactgegeven", "locaties": "locatie"}


@dataclass(frozen=True)
class Verzoek:
    """
    One call.

    Attributes:
        methode: HTTP method.
        pad: Path below ``/verenigingen``; ``{vCode}`` stands for what an earlier call of the association gave.
        lichaam: Body; holds personal data, so it is never stored or printed: only :attr:`hash` is.
    """

    methode: Literal["POST", "PATCH"]
    pad: str
    lichaam: Lichaam

    @property
    def hash(self) -> str:
        """SHA-256 over method, path and body, whatever the order of the keys."""
        tekst = json.dumps([self.methode, self.pad, self.lichaam], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(tekst.encode()).hexdigest()

    def __repr__(self) -> str:
        return f"Verzoek({self.methode} {self.pad}, {self.hash[:12]})"


def maak_verzoeken(levering: Levering, lezing: Lezing) -> Iterator[tuple[int, tuple[Verzoek, ...]]]:
    """
    Give, per association of the delivery (its index in table ``verenigingen``), the calls that load it, in order.

    A feitelijke vereniging or afdeling takes one call. A KBO association is registered by its number; then one PATCH
    and one POST per contact and location add what an initiator may add. Empty cells are left out of the body.
    """
    soorten = [b.soort for b in levering.bestanden]
    werkmap = levering.tabellen["verenigingen"].waarden["werkmap"].tolist()
    basis = {soort: _lichamen(lezing, "verenigingen", soort) for soort in set(soorten)}
    delen = {tabel: _per_vereniging(lezing, tabel) for tabel in LIJSTEN}
    for i, nummer in enumerate(werkmap):
        soort = soorten[nummer]
        onderdelen = {tabel: delen[tabel].get(i, []) for tabel in LIJSTEN}
        if soort == KBO:
            yield i, _kbo_verzoeken(basis[soort][i], onderdelen)
        else:
            lijsten: Lichaam = {LIJSTEN[t]: list(rijen) for t, rijen in onderdelen.items() if rijen}
            yield i, (Verzoek("POST", "/vzer", basis[soort][i] | lijsten),)


def _kbo_verzoeken(basis: Lichaam, onderdelen: Mapping[str, Sequence[Lichaam]]) -> tuple[Verzoek, ...]:
    registreer = Verzoek("POST", "/kbo", {"kboNummer": basis.get("kboNummer")})
    rest = {k: v for k, v in basis.items() if k != "kboNummer"}
    wijzig = (Verzoek("PATCH", "/{vCode}/kbo", rest),) if rest else ()
    erbij = tuple(
        Verzoek("POST", f"/{{vCode}}/{LIJSTEN[tabel]}", {enkel: deel})
        for tabel, enkel in _ONDERDELEN.items()
        for deel in onderdelen[tabel]
    )
    return (registreer, *wijzig, *erbij)


def _per_vereniging(lezing: Lezing, tabel: str) -> dict[int, list[Lichaam]]:
    lichamen = _lichamen(lezing, tabel, None)
    uit: dict[int, list[Lichaam]] = {}
    for vereniging, lichaam in zip(lezing.vereniging[tabel], lichamen, strict=True):
        if not pd.isna(vereniging):
            uit.setdefault(int(vereniging), []).append(lichaam)
    return uit


def _lichamen(lezing: Lezing, tabel: str, soort: WerkmapSoort | None) -> list[Lichaam]:
    """Return one body per record of *tabel*, column by column: there may be a hundred thousand."""
    waarden = lezing.waarden[tabel]
    lichamen: list[Lichaam] = [{} for _ in range(len(waarden))]
    for veld in velden_van(tabel, soort):
        if veld.api is None:
            continue
        *takken, blad = veld.api.split(".")
        gevuld = waarden[veld.code].dropna()
        for i, tekst in zip(gevuld.index.tolist(), gevuld.tolist(), strict=True):
            doel = lichamen[i]
            for tak in takken:
                vervolg = doel.setdefault(tak, {})
                assert isinstance(vervolg, dict)  # noqa: S101 -- only this loop puts values there
                doel = vervolg
            doel[blad] = _json(veld, tekst)
            if veld.code == "adres_id":
                # The address registry is the only source the register knows.
                doel["broncode"] = "AR"
    return lichamen


def _json(veld: Veld, tekst: str) -> Json:
    # What is no number has a FOUT: its association is not sent, its body is never used.
    if veld.type is Type.GETAL and tekst.removeprefix("-").isdecimal():
        return int(tekst)
    if veld.type is Type.JANEE:
        return tekst == "ja"
    if veld.type in (Type.CODES, Type.TEKSTEN):
        return list(tekst.split(";"))
    return tekst
