"""The summary of one delivery: everything that a report, an overview or another program needs to know of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from analytics.domain.levering import Levering
from analytics.domain.velden import TABELLEN
from analytics.insight.bevindingen import count_per_blad, count_per_ernst, count_per_regel
from analytics.insight.gevalideerd import Gevalideerd
from analytics.insight.verloop import LOTEN, trace_verandering
from analytics.insight.volledigheid import measure_kolommen, measure_volledigheid

#: Raised when a key changes its meaning or disappears; new keys do not raise it.
SCHEMA = 1


class Breuk(TypedDict):
    """A share that can be checked."""

    teller: int
    noemer: int


class BestandDict(TypedDict):
    naam: str
    sha256: str
    soort: str


class ErnstDict(TypedDict):
    bevindingen: int
    regels: int
    verenigingen: int


class RegelDict(TypedDict):
    titel: str
    ernst: str
    groep: str
    toegepast: int
    gevonden: int
    hele_kolom: bool


class BevindingenDict(TypedDict):
    totaal: int
    ernst: dict[str, ErnstDict]
    regels: dict[str, RegelDict]
    bladen: dict[str, dict[str, int]]


class OorzaakDict(TypedDict):
    oorzaak: str
    code: str
    veld: str | None
    cellen: int
    verenigingen: int
    wordt_laadbaar: int
    samen_laadbaar: int
    hele_kolom: bool


class NietVoorafDict(TypedDict):
    code: str
    titel: str
    bron: str
    velden: str
    toegepast: int


class Samenvatting(TypedDict):
    """
    ``samenvatting.json``.

    ``geleverd`` counts associations; ``laadbaar`` those without a FOUT on themselves or a part. ``regels`` holds every
    rule that was applied, also those that found nothing. ``volledigheid`` has the three steps of
    :mod:`analytics.insight.volledigheid`; ``kolommen`` how many rows each column applies to and is filled in.
    ``wat_eerst`` is ordered: what frees most associations first. ``verandering`` counts findings against the round
    before, ``None`` when there is none. Loading, duplicates and origin add blocks of their own.
    """

    schema: int
    piloot: str
    ronde: int
    peildatum: str
    bestanden: list[BestandDict]
    geleverd: int
    records: dict[str, int]
    laadbaar: Breuk
    bevindingen: BevindingenDict
    volledigheid: dict[str, Breuk]
    kolommen: dict[str, Breuk]
    wat_eerst: list[OorzaakDict]
    niet_vooraf: list[NietVoorafDict]
    verandering: dict[str, int] | None


def summarise(levering: Levering, validatie: Gevalideerd, *, vorige: Gevalideerd | None = None) -> Samenvatting:
    """Return the summary of a delivery; *vorige* is the same pilot's round before, if there was one."""
    verandering = None if vorige is None else trace_verandering(vorige, validatie)
    return Samenvatting(
        schema=SCHEMA,
        piloot=levering.piloot,
        ronde=levering.ronde,
        peildatum=levering.peildatum.isoformat(),
        bestanden=[BestandDict(naam=b.naam, sha256=b.sha256, soort=b.soort) for b in levering.bestanden],
        geleverd=levering.aantal,
        records={tabel: len(levering.tabellen[tabel]) for tabel in TABELLEN},
        laadbaar=Breuk(teller=int(validatie.laadbaar.sum()), noemer=len(validatie.laadbaar)),
        bevindingen=_bevindingen(validatie),
        volledigheid={
            str(rij.maat): Breuk(teller=int(rij.voldoet), noemer=int(rij.noemer))
            for rij in measure_volledigheid(levering).itertuples()
        },
        kolommen={
            f"{rij.tabel}.{rij.veld}": Breuk(teller=int(rij.gevuld), noemer=int(rij.rijen))
            for rij in measure_kolommen(levering).itertuples()
        },
        wat_eerst=_wat_eerst(validatie),
        niet_vooraf=[
            NietVoorafDict(
                code=str(rij.code),
                titel=str(rij.titel),
                bron=str(rij.bron),
                velden=str(rij.velden),
                toegepast=int(rij.toegepast),
            )
            for rij in validatie.niet_vooraf.itertuples()
        ],
        verandering=None if verandering is None else {lot: int(verandering[lot].sum()) for lot in LOTEN},
    )


def summarise_alle(
    leveringen: Mapping[tuple[str, int], Levering], validaties: Mapping[tuple[str, int], Gevalideerd]
) -> tuple[Samenvatting, ...]:
    """Return the summary of every delivery, by pilot and round, each against the round before it that is there."""
    uit = []
    for piloot, ronde in sorted(leveringen):
        eerder = [r for p, r in validaties if p == piloot and r < ronde]
        vorige = validaties[piloot, max(eerder)] if eerder else None
        uit.append(summarise(leveringen[piloot, ronde], validaties[piloot, ronde], vorige=vorige))
    return tuple(uit)


def _bevindingen(validatie: Gevalideerd) -> BevindingenDict:
    return BevindingenDict(
        totaal=len(validatie.bevindingen),
        ernst={
            str(rij.ernst): ErnstDict(
                bevindingen=int(rij.bevindingen), regels=int(rij.regels), verenigingen=int(rij.verenigingen)
            )
            for rij in count_per_ernst(validatie.bevindingen).itertuples()
        },
        regels={
            str(rij.code): RegelDict(
                titel=str(rij.titel),
                ernst=str(rij.ernst),
                groep=str(rij.groep),
                toegepast=int(rij.toegepast),
                gevonden=int(rij.gevonden),
                hele_kolom=bool(rij.hele_kolom),
            )
            for rij in count_per_regel(validatie.telling).itertuples()
        },
        bladen={
            str(rij.pop("blad")): {str(ernst): int(aantal) for ernst, aantal in rij.items()}
            for rij in count_per_blad(validatie.bevindingen).to_dict("records")
        },
    )


def _wat_eerst(validatie: Gevalideerd) -> list[OorzaakDict]:
    return [
        OorzaakDict(
            oorzaak=str(rij["oorzaak"]),
            code=str(rij["code"]),
            veld=None if rij["veld"] is None or rij["veld"] != rij["veld"] else str(rij["veld"]),
            cellen=int(rij["cellen"]),
            verenigingen=int(rij["verenigingen"]),
            wordt_laadbaar=int(rij["wordt_laadbaar"]),
            samen_laadbaar=int(rij["samen_laadbaar"]),
            hele_kolom=bool(rij["hele_kolom"]),
        )
        for rij in validatie.oorzaken.astype(object).where(validatie.oorzaken.notna(), None).to_dict("records")
    ]
