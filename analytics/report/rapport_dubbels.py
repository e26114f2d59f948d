"""The section on associations that are in more than once."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analytics.report import charts_dubbels as charts
from analytics.report.charts_bijschrift import Herkomst
from analytics.report.charts_stijl import Grafiek
from analytics.report.pagina import (
    Alinea,
    Blok,
    Gemarkeerd,
    Kader,
    Kerncijfer,
    Kerncijfers,
    Kolom,
    Sectie,
    Subkop,
    Tabel,
    Uitklap,
)
from analytics.report.tabel import maak_figuur, maak_tabel
from analytics.report.tekst import aantal, getal

_LIJST = "dubbels.csv"
#: Pairs shown side by side; the rest is in the list.
HOOGSTENS = 25
_NIET_GEVRAAGD = "Het register is niet gevraagd wat het zelf zou melden; hieronder staat alleen ons eigen oordeel."
#: Pairs whose contributions are drawn; those of the others stand in a table.
GETEKEND = 5


@dataclass(frozen=True, eq=False)
class Dubbelcijfers:
    """
    What the section is made from; nothing in it may be more than its reader may see.

    Attributes:
        bekeken: Associations that were looked at.
        per_oordeel: ``waar``, ``dubbel``, ``mogelijk``.
        per_groep: ``groep`` (keys of ``charts_dubbels.GROEPEN``), ``paren``.
        drempels: Of :func:`analytics.duplicates.drempels.schat_drempels`.
        paren: One row per pair: ``nr``, ``naam_a``, ``waar_a``, ``naam_b``, ``waar_b``, ``kans``, ``oordeel``,
            ``redenen``, ``register`` (``ja``/``nee``/empty), ``groep`` (as above, or empty).
        naast: The pairs side by side: ``nr``, ``veld``, ``kant`` (``a``/``b``), ``tekst``, ``verschilt`` in order.
        bijdragen: ``nr``, ``veld``, ``bijdrage``.
        volgorde: Advice: ``plaats``, ``piloot``, ``dubbels``, ``gestopt``; empty with one pilot.
    """

    bekeken: int
    per_oordeel: pd.DataFrame
    per_groep: pd.DataFrame
    drempels: pd.DataFrame
    paren: pd.DataFrame
    naast: pd.DataFrame
    bijdragen: pd.DataFrame
    volgorde: pd.DataFrame


def sectie_dubbels(cijfers: Dubbelcijfers, herkomst: Herkomst) -> Sectie:
    """Tell which associations are in more than once, why we think so, and what the register would say."""
    paren = cijfers.paren
    vermoed = paren[paren["oordeel"].ne("verschillend")]
    per = cijfers.per_groep.set_index("groep")["paren"]
    blokken: list[Blok] = [
        Kerncijfers(
            (
                Kerncijfer(int(paren["oordeel"].eq("dubbel").sum()), "paren zijn dubbel"),
                Kerncijfer(
                    int(paren["oordeel"].eq("mogelijk").sum()), "paren zijn mogelijk dubbel", None, "waarschuwing"
                ),
                Kerncijfer(int(per.get("alleen register", 0)), "paren waar alleen het register op stopt"),
                Kerncijfer(int(per.get("alleen wij", 0)), "dubbels die het register doorlaat", None, "fout"),
            )
        ),
        Alinea(
            f"{aantal(cijfers.bekeken, 'vereniging', 'verenigingen')} bekeken. De kans weegt naam, plaats en alle "
            "andere gegevens; wat ontbreekt telt niet als verschil. Wat het register zou melden is aan zijn eigen "
            "controle gevraagd, met alle andere rijen erin; rijen zonder plaats en rijen met een KBO-nummer "
            "controleert het register niet op naam."
        ),
        maak_figuur(charts.dubbels_per_oordeel(cijfers.per_oordeel, herkomst)),
        maak_figuur(charts.dubbels_drie_groepen(cijfers.per_groep, herkomst)),
    ]
    niet_gevraagd = paren["groep"].isna()
    if len(paren) and niet_gevraagd.all():
        # Nothing may look as if the register had been asked.
        cijfer = Kerncijfer(int(paren["oordeel"].eq("dubbel").sum()), "paren zijn dubbel")
        blokken = [Kerncijfers((cijfer,)), Kader(_NIET_GEVRAAGD, "info"), blokken[2]]
    zinnen = {groep: zin for groep, (zin, _) in charts.GROEPEN.items()}
    delen = [(zin, paren["groep"].eq(groep).fillna(False)) for groep, zin in zinnen.items()]
    for zin, welke in (*delen, ("volgens ons een dubbel; het register is niet gevraagd", niet_gevraagd)):
        if welke.any():
            blokken += [Subkop(zin[0].upper() + zin[1:]), _lijst(paren[welke], zin)]
    if len(vermoed):
        blokken += [Subkop("Paar per paar: naast elkaar, en waarom"), *_naast(cijfers, vermoed, herkomst)]
    if len(cijfers.drempels) and cijfers.drempels["paren"].max():
        blokken += [
            Subkop("Welke drempel?"),
            Alinea(
                "Een hogere drempel houdt minder registraties op en mist meer dubbels. De aantallen zijn verwachtingen "
                "volgens de kansen zelf; paren onder de laagste drempel tellen niet mee."
            ),
            maak_figuur(charts.dubbels_drempels(cijfers.drempels, herkomst)),
        ]
    if len(cijfers.volgorde):
        blokken += [Subkop("In welke volgorde laden?"), *_volgorde(cijfers.volgorde)]
    if not len(paren):
        blokken = [*blokken[:2], Kader("Geen dubbels gevonden, en het register zou nergens op stoppen.", "in-orde")]
    return Sectie("dubbels", "Welke verenigingen zitten er dubbel in?", tuple(blokken))


def _lijst(paren: pd.DataFrame, zin: str) -> Tabel:
    tabel = paren.assign(
        eerste=[(str(n), str(w)) for n, w in zip(paren["naam_a"], paren["waar_a"], strict=True)],
        tweede=[(str(n), str(w)) for n, w in zip(paren["naam_b"], paren["waar_b"], strict=True)],
        hoe=[f"{_procent(k)} %" for k in paren["kans"]],
        waarom=[tuple(str(r).split("; ")) for r in paren["redenen"]],
    )
    koppen = {"eerste": "Vereniging", "tweede": "Andere vereniging", "hoe": "Kans", "waarom": "Waarom"}
    return maak_tabel(tabel, f"Paren: {zin}", koppen=koppen, hoogstens=HOOGSTENS, elders=_LIJST)


def _procent(kans: float) -> str:
    """Write a probability in whole per cents, never as certain."""
    return "meer dan 99" if kans > 0.99 else "minder dan 1" if kans < 0.01 else getal(100 * kans)


def _naast(cijfers: Dubbelcijfers, paren: pd.DataFrame, herkomst: Herkomst) -> list[Blok]:
    blokken: list[Blok] = []
    for i, paar in enumerate(paren.head(HOOGSTENS).itertuples(index=False)):
        waarom = str(paar.redenen)
        delen = (
            naast_tabel(cijfers, int(paar.nr)),
            Alinea(waarom[:1].upper() + waarom[1:] + "."),
            maak_figuur(waterval(cijfers, int(paar.nr), herkomst))
            if i < GETEKEND
            else _bijdragentabel(cijfers, int(paar.nr)),
        )
        register = {"ja": "het register zou stoppen", "nee": "het register laat door"}.get(str(paar.register), "")
        titel = f"{paar.naam_a} – {paar.naam_b}: {paar.oordeel}" + (f"; {register}" if register else "")
        blokken.append(Uitklap(titel, delen))
    if len(paren) > HOOGSTENS:
        blokken.append(Alinea(f"De eerste {HOOGSTENS} van {getal(len(paren))} paren; alle staan in {_LIJST}."))
    return blokken


def naast_tabel(cijfers: Dubbelcijfers, nr: int) -> Tabel:
    """Return both associations of pair *nr* side by side, with what differs marked."""
    paar = cijfers.paren.set_index("nr").loc[nr]
    velden = cijfers.naast[cijfers.naast["nr"].eq(nr)]
    rijen = tuple(
        (str(veld), _stukken(deel, "a"), _stukken(deel, "b")) for veld, deel in velden.groupby("veld", sort=False)
    )
    koppen = (Kolom("Veld"), Kolom(str(paar["waar_a"])), Kolom(str(paar["waar_b"])))
    return Tabel("Onderstreept is wat verschilt", koppen, rijen)


def waterval(cijfers: Dubbelcijfers, nr: int, herkomst: Herkomst) -> Grafiek:
    """Draw the contributions to the probability of pair *nr*."""
    paar = cijfers.paren.set_index("nr").loc[nr]
    eigen = cijfers.bijdragen[cijfers.bijdragen["nr"].eq(nr)]
    namen = (str(paar["naam_a"]), str(paar["naam_b"]))
    return charts.dubbels_waterval(eigen, herkomst, wie=namen, kans=float(paar["kans"]))


def _bijdragentabel(cijfers: Dubbelcijfers, nr: int) -> Tabel:
    eigen = cijfers.bijdragen[cijfers.bijdragen["nr"].eq(nr)]
    koppen = {"veld": "Gegeven", "bijdrage": "Bijdrage (log-odds)"}
    return maak_tabel(eigen, "Wat elk gegeven bijdraagt", koppen=koppen)


def paren_tabel(cijfers: Dubbelcijfers, groep: str) -> Tabel:
    """Return the pairs of one group: a key of ``charts_dubbels.GROEPEN``."""
    return _lijst(cijfers.paren[cijfers.paren["groep"].eq(groep)], charts.GROEPEN[groep][0])


def _stukken(deel: pd.DataFrame, kant: str) -> Gemarkeerd | None:
    eigen = deel[deel["kant"].eq(kant)]
    stukken = tuple((str(t), bool(v)) for t, v in zip(eigen["tekst"], eigen["verschilt"], strict=True))
    return Gemarkeerd(stukken) if stukken else None


def _volgorde(volgorde: pd.DataFrame) -> list[Blok]:
    koppen = {
        "plaats": "Volgorde",
        "piloot": "Piloot",
        "dubbels": "Dubbels met wie al geladen is",
        "gestopt": "Daarvan houdt het register tegen",
    }
    return [
        Alinea(
            "In deze volgorde houdt het register de meeste dubbels tussen piloten zelf tegen. Binnen een piloot gaan "
            "verenigingen met een KBO-nummer en rijen zonder plaats best eerst: op hen stopt het register niet wanneer "
            "ze als tweede komen."
        ),
        maak_tabel(volgorde, "Advies voor de volgorde van laden", koppen=koppen),
    ]
