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
from functools import cached_property
from typing import Literal

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

    @cached_property
    def hash(self) -> str:
        """SHA-256 over method, path and body, whatever the order of the keys."""
        tekst = json.dumps([self.methode, self.pad, self.lichaam], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(tekst.encode()).hexdigest()

    def __repr__(self) -> str:
        return f"Verzoek({self.methode} {self.pad}, {self.hash[:12]})"


def maak_verzoeken(
    levering: Levering, lezing: Lezing, *, welke: Sequence[int] | None = None, stuk: int = 2_000
) -> Iterator[tuple[int, tuple[Verzoek, ...]]]:
    """
    Give, per association of the delivery (its index in table ``verenigingen``), the calls that load it, in order.

    A feitelijke vereniging or afdeling takes one call. A KBO association is registered by its number; then one PATCH
    and one POST per contact and location add what an initiator may add. Empty cells are left out of the body.

    Args:
        welke: Only these associations, in this order.
        stuk: Bodies are built for so many associations at a time: a delivery may hold a hundred thousand.
    """
    soorten = [b.soort for b in levering.bestanden]
    werkmap = levering.tabellen["verenigingen"].waarden["werkmap"].to_numpy()
    records = {tabel: _records_per_vereniging(lezing, tabel) for tabel in LIJSTEN}
    alle = list(range(len(werkmap))) if welke is None else list(welke)
    for begin in range(0, len(alle), stuk):
        deel = alle[begin : begin + stuk]
        basis: dict[int, Lichaam] = {}
        for soort in set(soorten):
            eigen = [i for i in deel if soorten[werkmap[i]] == soort]
            basis |= dict(zip(eigen, _lichamen(lezing, "verenigingen", soort, eigen), strict=True))
        delen = {tabel: _onderdelen(lezing, tabel, records[tabel], deel) for tabel in LIJSTEN}
        for i in deel:
            onderdelen = {tabel: delen[tabel].get(i, []) for tabel in LIJSTEN}
            if soorten[werkmap[i]] == KBO:
                yield i, _kbo_verzoeken(basis[i], onderdelen)
            else:
                lijsten: Lichaam = {LIJSTEN[t]: list(rijen) for t, rijen in onderdelen.items() if rijen}
                yield i, (Verzoek("POST", "/vzer", basis[i] | lijsten),)


def hash_van(verzoeken: Sequence[Verzoek]) -> str:
    """Return one hash over all calls of an association."""
    return hashlib.sha256("\n".join(v.hash for v in verzoeken).encode()).hexdigest()


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


def _records_per_vereniging(lezing: Lezing, tabel: str) -> dict[int, list[int]]:
    uit: dict[int, list[int]] = {}
    eigenaar = lezing.vereniging[tabel].dropna()
    for record, vereniging in zip(eigenaar.index.tolist(), eigenaar.tolist(), strict=True):
        uit.setdefault(int(vereniging), []).append(int(record))
    return uit


def _onderdelen(
    lezing: Lezing, tabel: str, records: Mapping[int, list[int]], verenigingen: Sequence[int]
) -> dict[int, list[Lichaam]]:
    paren = [(i, record) for i in verenigingen for record in records.get(i, ())]
    uit: dict[int, list[Lichaam]] = {}
    for (i, _), lichaam in zip(paren, _lichamen(lezing, tabel, None, [r for _, r in paren]), strict=True):
        uit.setdefault(i, []).append(lichaam)
    return uit


def _lichamen(lezing: Lezing, tabel: str, soort: WerkmapSoort | None, records: Sequence[int]) -> list[Lichaam]:
    """Return one body per record, column by column."""
    waarden = lezing.waarden[tabel].iloc[list(records)].reset_index(drop=True)
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
