"""Every table of the project that a page and a notebook share: frames in, tables out."""

from __future__ import annotations

import pandas as pd

from analytics.domain.levering import Levering
from analytics.domain.nummers import masker_insz
from analytics.domain.velden import TABELLEN, VELD
from analytics.insight.bevindingen import ERNSTEN
from analytics.insight.gevalideerd import Gevalideerd
from analytics.insight.kolommen import is_afgeschermd
from analytics.report.charts import ERNSTNAAM
from analytics.report.pagina import Deel, Merk, Tabel, Toon
from analytics.report.tabel import HOOGSTENS, maak_tabel
from analytics.report.tekst import breuk

_TOON: dict[str, Toon] = {"FOUT": "fout", "WAARSCHUWING": "waarschuwing", "INFO": "info"}
_LIJST = "bevindingen.csv"
_ALLES = 1_000


def bladen(levering: Levering) -> Tabel:
    """Return the sheets of the workbooks and what became of them."""
    frame = levering.bladen
    tabel = pd.DataFrame(
        {
            "Blad": frame["blad"].astype("string"),
            "Werkmap": _werkmapnamen(frame, levering),
            "Inhoud": frame["tabel"].map({code: t.blad for code, t in TABELLEN.items()}).astype("string"),
            "Rijen": frame["rijen"].astype("Int64"),
            "Status": frame["status"].astype("string"),
        }
    )
    return maak_tabel(tabel, "Bladen van de werkmappen", hoogstens=_ALLES)


def vreemde_koppen(levering: Levering) -> Tabel:
    """
    Return the headings that were not read, and why.

    Sheets without headings of ours are left out: what would be shown as a heading may be somebody's name.
    """
    gelezen = levering.bladen.loc[levering.bladen["status"].eq("gelezen"), ["werkmap", "blad"]]
    koppen = levering.koppen.merge(gelezen, on=["werkmap", "blad"])
    koppen = koppen.loc[koppen["status"].ne("gekend")]
    tabel = pd.DataFrame(
        {
            "Kop": pd.Series([masker_insz(str(kop)) for kop in koppen["kop"]], index=koppen.index, dtype="string"),
            "Werkmap": _werkmapnamen(koppen, levering),
            "Blad": koppen["blad"].astype("string"),
            "Kolom": koppen["kolom"].astype("string"),
            "Waarom niet": koppen["status"].astype("string"),
        }
    )
    return maak_tabel(tabel, "Koppen die niet gelezen zijn", hoogstens=_ALLES)


def profiel(kolommen: pd.DataFrame) -> Tabel:
    """
    Return the profile of the columns.

    Args:
        kolommen: Of :func:`analytics.insight.kolommen.profile_levering`, all of it or the rows of one sheet.
    """
    frame = kolommen.assign(
        deel=[Deel(int(g), int(r)) for g, r in zip(kolommen["gevuld"], kolommen["rijen"], strict=True)],
        lengte=[
            None if pd.isna(k) else str(k) if k == m else f"{k} tot {m}"
            for k, m in zip(kolommen["kortste"], kolommen["langste"], strict=True)
        ],
    )
    koppen = {"kop": "Kolom", "blad": "Blad"} if frame["blad"].nunique() > 1 else {"kop": "Kolom"}
    koppen |= {"deel": "Gevuld", "uniek": "Uniek", "lengte": "Lengte", "vormen": "Vormen"}
    koppen |= {"vaakst": "Vaakst voorkomend", "in_lijst": "In codelijst"}
    waar = f"Kolommen van blad {frame['blad'].iloc[0]}" if frame["blad"].nunique() == 1 else "Kolommen van alle bladen"
    return maak_tabel(frame, waar, koppen=koppen, hoogstens=_ALLES)


def oorzaken(wat_eerst: pd.DataFrame, geleverd: int) -> Tabel:
    """
    Return the causes in the order in which they are best solved.

    Args:
        wat_eerst: ``Validatie.oorzaken``.
        geleverd: Delivered associations.
    """
    tabel = wat_eerst.assign(
        samen=[breuk(int(n), geleverd) for n in wat_eerst["samen_laadbaar"]],
        verspreiding=wat_eerst["hele_kolom"].astype(bool).map({True: "hele kolom", False: "verspreid"}),
    )
    koppen = {
        "oorzaak": "Oorzaak",
        "verspreiding": "Verspreiding",
        "cellen": "Cellen",
        "verenigingen": "Verenigingen",
        "wordt_laadbaar": "Laadbaar door deze alleen",
        "samen": "Laadbaar samen met de vorige",
    }
    return maak_tabel(tabel, "Oorzaken, in de volgorde waarin ze best opgelost worden", koppen=koppen, elders=_LIJST)


def bevindingen(validatie: Gevalideerd, levering: Levering) -> Tabel:
    """Return the first findings, the worst first; values that could lead to a person are not quoted."""
    alle = validatie.bevindingen
    orde = alle["ernst"].astype("string").map({e: i for i, e in enumerate(ERNSTEN)})
    top = alle.assign(_orde=orde).sort_values("_orde", kind="stable").head(HOOGSTENS)
    # One workbook needs no column that says which.
    werkmap = {"Werkmap": _werkmapnamen(top, levering)} if len(levering.bestanden) > 1 else {}
    tabel = pd.DataFrame(
        {
            "Blad": top["blad"],
            "Cel": top["cel"].replace("", "hele blad"),
            **werkmap,
            "Ernst": pd.Series([Merk(ERNSTNAAM[e], _TOON[e]) for e in top["ernst"]], index=top.index, dtype=object),
            "Vereniging": top["intern_nummer"],
            "Bevinding": _meldingen(top, validatie.telling),
            "Advies": top["advies"],
        }
    )
    return maak_tabel(tabel, "Bevindingen met hun cel, de ergste eerst", totaal=len(alle), elders=_LIJST)


def niet_vooraf(frame: pd.DataFrame) -> Tabel:
    """
    Return what only the register can know.

    Args:
        frame: ``Validatie.niet_vooraf``.
    """
    koppen = {"titel": "Wat", "toegepast": "Mogelijk bij", "velden": "Velden", "bron": "Wat het register zegt"}
    tabel = frame.assign(velden=[_koppen(str(velden)) for velden in frame["velden"]])
    return maak_tabel(tabel, "Niet vooraf te controleren", koppen=koppen, hoogstens=_ALLES)


def overzicht(frame: pd.DataFrame) -> Tabel:
    """
    Return all pilots and rounds side by side.

    Args:
        frame: Of :func:`analytics.insight.overzicht.overview`.
    """
    tabel = frame.assign(
        laadbaar=[Deel(int(n), int(g)) for n, g in zip(frame["laadbaar"], frame["geleverd"], strict=True)],
        minimum=[breuk(int(n), int(g)) for n, g in zip(frame["minimum"], frame["geleverd"], strict=True)],
    )
    koppen = {"naam": "Piloot", "ronde": "Ronde", "geleverd": "Geleverd", "laadbaar": "Laadbaar"}
    koppen |= {"minimum": "Beoogd minimum", "FOUT": "Fouten", "WAARSCHUWING": "Waarschuwingen", "INFO": "Info"}
    koppen |= {"deadline": "Verwacht op", "ontvangen": "Ontvangen op", "termijn": "Termijn"}
    return maak_tabel(tabel, "Alle piloten en rondes", koppen=koppen, hoogstens=_ALLES)


def _werkmapnamen(frame: pd.DataFrame, levering: Levering) -> pd.Series[str]:
    return frame["werkmap"].map({i: b.naam for i, b in enumerate(levering.bestanden)}).astype("string")


def _meldingen(frame: pd.DataFrame, telling: pd.DataFrame) -> list[str]:
    """Return the messages; where one could quote a value that leads to a person, the title of its rule."""
    titels = telling.drop_duplicates("code").set_index("code")["titel"]
    return [
        str(titels[rij.code]) if is_afgeschermd(str(rij.tabel), str(rij.veld)) else str(rij.melding)
        for rij in frame.itertuples(index=False)
    ]


def _koppen(velden: str) -> str:
    """Write ``locaties.gemeente, ...`` as the sheets and headings of the template."""
    plaatsen = [tuple(plaats.strip().split(".", 1)) for plaats in velden.split(",")]
    gekend = [VELD[plaats[0], plaats[1]] for plaats in plaatsen if len(plaats) == 2 and plaats in VELD]
    return "; ".join(f"{TABELLEN[veld.tabel].blad}, {veld.kop}" for veld in gekend) or velden
