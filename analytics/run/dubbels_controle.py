"""What the register's own check says of each row: the register is asked, never imitated."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

import pandas as pd

from analytics.domain.codelijsten import postcodes
from analytics.duplicates.records import Records
from analytics.errors import RegisterFout
from analytics.register.dubbelcontrole import Dubbelvrager
from analytics.register.transport import Adres, in_proces
from analytics.register.verzoek import Json
from analytics.run.dubbels_bron import is_kbo
from analytics.sandbox.app import maak_app
from analytics.sandbox.fouten import Weigering
from analytics.sandbox.instellingen import Instellingen
from analytics.sandbox.vullen import vul

_GEEN_CORRELATIE = "00000000-0000-4000-8000-000000000000"
_OEFEN = Adres("http://oefenregister.example.be", "OVO000001")
# The check reads names, postcodes and municipalities; the rest of an address must only be there.
_VULLING = {"straatnaam": "Straat", "huisnummer": "1"}

Lichaam = dict[str, Json]
_T = TypeVar("_T")


@dataclass(frozen=True, eq=False)
class Meldingen:
    """
    What the register said.

    Attributes:
        paren: ``van`` (record that is offered), ``op`` (record it would be stopped on), ``score`` (the register's).
        gevraagd: Records that the register answered about.
    """

    paren: pd.DataFrame
    gevraagd: frozenset[int]


def vraag_oefenregister(alles: Records, vragers: pd.Index, *, peildatum: dt.date) -> Meldingen:
    """
    Fill an embedded register with *alles*, and ask its check about the records *vragers*.

    Every row is offered with all others registered, so the answer does not depend on the order of loading. A KBO
    association is registered by its number without a look at names: it is there for the others, and itself answered
    with nothing. A row without a place is not stopped by the register either.
    """
    lichamen = maak_lichamen(alles)
    nu = dt.datetime.combine(peildatum, dt.time(12), dt.UTC)
    app = maak_app(Instellingen(is_open=True, nu=nu, adresmatch=False, tik=lambda: 0.0))
    try:
        record_van: dict[str, int] = {}
        for record, lichaam in lichamen.items():
            try:
                record_van[vul(app, [lichaam])[0]] = record
            except Weigering:
                continue  # it cannot be in the register, so nobody is stopped on it
        vrager = Dubbelvrager(_OEFEN, correlatie=lambda: _GEEN_CORRELATIE, transport=in_proces(app))
        return wacht_op(_vraag_alle(vrager, alles, lichamen, vragers, record_van))
    finally:
        app.register.sluit()


def vraag_register(alles: Records, vragers: pd.Index, vrager: Dubbelvrager) -> Meldingen:
    """
    Ask a running register about the records *vragers*; its answers are records of *alles* with their vCode.

    Raises:
        RegisterFout: If it does not let us ask.
    """
    vcodes = alles.kolom("vcode").dropna()
    record_van = dict(zip(vcodes.astype(str), vcodes.index.tolist(), strict=True))
    return wacht_op(_vraag_alle(vrager, alles, maak_lichamen(alles), vragers, record_van))


def vraag_niemand(_alles: Records, _vragers: pd.Index) -> Meldingen:
    """Answer nothing: the check was not asked."""
    return Meldingen(pd.DataFrame(columns=["van", "op", "score"]).astype("int64"), frozenset())


def wacht_op(werk: Coroutine[object, object, _T]) -> _T:
    """Return what *werk* gives; in a thread of its own, for a notebook has an event loop running already."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, werk).result()


async def _vraag_alle(
    vrager: Dubbelvrager,
    alles: Records,
    lichamen: Mapping[int, Lichaam],
    vragers: pd.Index,
    record_van: Mapping[str, int],
) -> Meldingen:
    met_nummer = is_kbo(alles.verenigingen)
    rijen: list[tuple[int, int, float]] = []
    gevraagd: set[int] = set()
    try:
        for record in vragers.tolist():
            lichaam = lichamen.get(record)
            if lichaam is None:
                continue
            if met_nummer[record] or "locaties" not in lichaam:
                gevraagd.add(record)
                continue
            treffers = await vrager.controleer(lichaam)
            if treffers is not None:
                gevraagd.add(record)
                rijen += [(record, record_van[t.vcode], t.score) for t in treffers if t.vcode in record_van]
    finally:
        await vrager.sluit()
    paren = pd.DataFrame(rijen, columns=["van", "op", "score"])
    return Meldingen(paren[paren["van"] != paren["op"]].reset_index(drop=True), frozenset(gevraagd))


def maak_lichamen(bron: Records) -> dict[int, Lichaam]:
    """
    Return per record the registration body the check is asked with: name and places.

    A postcode without municipality, or the other way round, is completed from the list of postcodes; a place that
    stays incomplete makes that the record is not asked about (the register would refuse it). Records without a name
    are left out.
    """
    namen = bron.kolom("naam").str.replace(r"[<>]", " ", regex=True).str.strip()
    namen = namen[namen.notna() & namen.ne("")]
    adressen = _adressen(bron)
    onvolledig = set(adressen.loc[adressen[["postcode", "gemeente"]].isna().any(axis=1), "record"])
    per_record: dict[int, list[Json]] = {}
    volledig = adressen.dropna(subset=["postcode", "gemeente"]).drop_duplicates()
    for rij in volledig.itertuples(index=False):
        adres: Json = {**_VULLING, "postcode": str(rij.postcode), "gemeente": str(rij.gemeente), "land": "België"}
        per_record.setdefault(int(rij.record), []).append({"locatietype": "Activiteiten", "adres": adres})
    uit: dict[int, Lichaam] = {}
    for record, naam in zip(namen.index.tolist(), namen.tolist(), strict=True):
        locaties = per_record.get(record, [])
        if record in onvolledig and not locaties:
            continue
        uit[record] = {"naam": str(naam)} | ({"locaties": locaties} if locaties else {})
    return uit


def _adressen(bron: Records) -> pd.DataFrame:
    """Return ``record``, ``postcode``, ``gemeente`` per place, completed where one tells the other."""
    lijst = postcodes()
    gemeente_van = lijst.loc[lijst["gemeente"].ne("")].set_index("postcode")["gemeente"]
    # The lowest postcode of a municipality is that of its centre.
    postcode_van = lijst.assign(sleutel=lijst["gemeente"].str.casefold()).sort_values("postcode")
    postcode_van = postcode_van.drop_duplicates("sleutel").set_index("sleutel")["postcode"]
    frame = bron.locaties[["record", "postcode", "gemeente"]].copy()
    for kolom in ("postcode", "gemeente"):
        tekst = frame[kolom].astype("string").str.replace(r"[<>]", " ", regex=True).str.strip()
        frame[kolom] = tekst.where(tekst.ne(""))
    frame = frame.dropna(subset=["postcode", "gemeente"], how="all")
    frame["gemeente"] = frame["gemeente"].fillna(frame["postcode"].map(gemeente_van))
    frame["postcode"] = frame["postcode"].fillna(frame["gemeente"].str.casefold().map(postcode_van))
    return frame


def zonder_toelating(fout: RegisterFout) -> str:
    """Return the sentence that tells why the embedded register answered in place of the real one."""
    return f"{fout} De vraag is daarom gesteld aan een oefenregister met dezelfde inhoud."
