"""``index.html``: all pilots and rounds on one screen, with the way to each report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.domain.piloot import Piloot
from analytics.insight.overzicht import NIET_GEKEND, OP_TIJD, overview
from analytics.insight.samenvatting import Samenvatting
from analytics.report import charts
from analytics.report.pagina import (
    Alinea,
    Cel,
    Deel,
    Gegevens,
    Kader,
    Kerncijfer,
    Kerncijfers,
    Kolom,
    Koppeling,
    Merk,
    Pagina,
    Sectie,
    Tabel,
)
from analytics.report.rapport import Manifest
from analytics.report.tabel import maak_figuur
from analytics.report.tekst import aantal, breuk, datum

_WAT = {True: "niet verwerkt", False: "niet alles is gemaakt"}


@dataclass(frozen=True)
class Indexregel:
    """
    One pilot and round on the index.

    Attributes:
        samenvatting: Its summary, ``None`` when the delivery could not be handled.
        rapport: Where its report is, seen from the index: ``aalst/ronde-1/rapport.html``.
        bestanden: Other files to link to (feedback workbooks, list, notebooks).
        fout: Why it, or part of its report, could not be made; Dutch sentences.
    """

    piloot: str
    ronde: int
    samenvatting: Samenvatting | None
    rapport: str = ""
    bestanden: tuple[Koppeling, ...] = ()
    fout: str = ""


def build_index(
    regels: Sequence[Indexregel],
    *,
    peildatum: dt.date,
    piloten: Mapping[str, Piloot] | None = None,
    ontvangen: Mapping[tuple[str, int], dt.date] | None = None,
    manifest: Manifest | None = None,
) -> Pagina:
    """
    Return the index of all reports as a page.

    Args:
        piloten: Name and deadlines per pilot code.
        ontvangen: Per pilot and round the day the delivery came in.
    """
    per_regel = {(r.piloot, r.ronde): r for r in sorted(regels, key=lambda r: (r.piloot, r.ronde))}
    gelukt = [r.samenvatting for r in per_regel.values() if r.samenvatting is not None]
    tabel = overview(gelukt, piloten, ontvangen=ontvangen)
    namen = {code: piloot.naam for code, piloot in (piloten or {}).items()}
    mislukt = tuple(
        Kader(f"{namen.get(r.piloot, r.piloot)}, ronde {r.ronde}: {_WAT[r.samenvatting is None]}. {r.fout}", "fout")
        for r in per_regel.values()
        if r.samenvatting is None or r.fout
    )
    secties = [
        Sectie(
            "overzicht", "Laadbaar per piloot en ronde", (_kerncijfers(tabel), *mislukt, _kruistabel(per_regel, namen))
        ),
        Sectie(
            "leveringen",
            "Elke levering",
            (
                _leveringen(tabel, per_regel),
                Alinea(
                    "Laadbaar is een vereniging zonder fout op zichzelf of op een van haar onderdelen. Het beoogde "
                    "minimum is naam, hoofdactiviteit, locatie en vertegenwoordiger; voor een KBO-vereniging "
                    "KBO-nummer en hoofdactiviteit."
                ),
            ),
        ),
        Sectie("grafiek", "Naast elkaar", (maak_figuur(charts.overzicht(tabel, _bijschrift(gelukt, peildatum))),)),
    ]
    gegevens = {"peildatum": peildatum.isoformat()}
    if manifest is not None:
        gegevens |= dict(manifest.parameters) | dict(manifest.versies)
    secties.append(Sectie("manifest", "Waar deze cijfers vandaan komen", (Gegevens(gegevens),)))
    return Pagina(
        titel="Migratie naar het Verenigingsregister",
        onder=(
            f"{aantal(len({r.piloot for r in regels}), 'piloot', 'piloten')}, "
            f"{aantal(len(regels), 'levering', 'leveringen')}, gezien op {datum(peildatum)} (peildatum)."
        ),
        secties=tuple(secties),
    )


def _bijschrift(gelukt: Sequence[Samenvatting], peildatum: dt.date) -> charts.Bijschrift:
    if not gelukt:
        return charts.Bijschrift("geen leveringen", "Bron: geen")
    return charts.maak_bijschrift(
        [s["piloot"] for s in gelukt],
        [s["ronde"] for s in gelukt],
        peildatum=datum(peildatum),
        bestanden=[[(b["naam"], b["sha256"]) for b in s["bestanden"]] for s in gelukt],
    )


def _kerncijfers(tabel: pd.DataFrame) -> Kerncijfers:
    laatste = tabel.sort_values("ronde").groupby("piloot").tail(1)
    geleverd = int(laatste["geleverd"].sum())
    laadbaar = int(laatste["laadbaar"].sum())
    te_laat = int(tabel["termijn"].eq("te laat").sum())
    return Kerncijfers(
        (
            Kerncijfer(laadbaar, "verenigingen laadbaar in de laatste ronde", geleverd, "in-orde"),
            Kerncijfer(int(laatste["minimum"].sum()), "verenigingen halen daar het beoogde minimum", geleverd),
            Kerncijfer(int(laatste["FOUT"].sum()), "fouten over in de laatste ronde"),
            Kerncijfer(te_laat, "leveringen kwamen te laat", len(tabel), "fout" if te_laat else None),
        )
    )


def _kruistabel(per_regel: Mapping[tuple[str, int], Indexregel], namen: Mapping[str, str]) -> Tabel:
    rondes = sorted({ronde for _, ronde in per_regel})
    piloten = list(dict.fromkeys(piloot for piloot, _ in per_regel))
    rijen: list[tuple[Cel, ...]] = [
        (namen.get(piloot, piloot), *(_vak(per_regel.get((piloot, ronde))) for ronde in rondes)) for piloot in piloten
    ]
    return Tabel(
        "Laadbare verenigingen per piloot en ronde, met het rapport",
        (Kolom("Piloot"), *(Kolom(f"Ronde {ronde}") for ronde in rondes)),
        tuple(rijen),
    )


def _vak(regel: Indexregel | None) -> Cel:
    if regel is None:
        return "nog niets geleverd"
    s = regel.samenvatting
    if s is None:
        return Merk("niet verwerkt", "fout")
    fouten = s["bevindingen"]["ernst"]["FOUT"]["bevindingen"]
    naar = Koppeling(f"Rapport ronde {regel.ronde}", regel.rapport)
    return (Deel(s["laadbaar"]["teller"], s["laadbaar"]["noemer"]), aantal(fouten, "fout", "fouten"), naar)


def _leveringen(tabel: pd.DataFrame, per_regel: Mapping[tuple[str, int], Indexregel]) -> Tabel:
    koppen = ("Levering", "Geleverd", "Laadbaar", "Beoogd minimum", "Fouten", "Waarschuwingen", "Info", "Termijn")
    getallen = {"Geleverd", "Fouten", "Waarschuwingen", "Info"}
    rijen: list[tuple[Cel, ...]] = []
    for rij in tabel.to_dict("records"):
        regel = per_regel[rij["piloot"], rij["ronde"]]
        n = int(rij["geleverd"])
        rijen.append(
            (
                Koppeling(f"{rij['naam']}, ronde {rij['ronde']}", regel.rapport),
                n,
                breuk(int(rij["laadbaar"]), n),
                breuk(int(rij["minimum"]), n),
                int(rij["FOUT"]),
                int(rij["WAARSCHUWING"]),
                int(rij["INFO"]),
                _termijn(rij["termijn"], rij["deadline"], rij["ontvangen"]),
                regel.bestanden or None,
            )
        )
    return Tabel(
        "Elke levering met haar bevindingen en bestanden",
        (*(Kolom(kop, kop in getallen) for kop in koppen), Kolom("Bestanden")),
        tuple(rijen),
    )


def _termijn(oordeel: str, deadline: dt.date | None, ontvangen: dt.date | None) -> Cel:
    if oordeel == NIET_GEKEND:
        return f"verwacht op {datum(deadline)}" if isinstance(deadline, dt.date) else NIET_GEKEND
    if not isinstance(deadline, dt.date) or not isinstance(ontvangen, dt.date):
        return oordeel
    merk = Merk(oordeel, "in-orde" if oordeel == OP_TIJD else "fout")
    return (merk, f"ontvangen {datum(ontvangen)}", f"termijn {datum(deadline)}")
