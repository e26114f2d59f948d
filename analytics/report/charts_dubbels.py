"""Charts of suspected doubles: how many, why, what the register says, what a threshold costs."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analytics.report.charts_bijschrift import Herkomst, bijschrift
from analytics.report.charts_stijl import (
    FOUT,
    GEGEVEN,
    IN_ORDE,
    INFO,
    INKT,
    LABEL,
    RAND,
    RUST,
    WAARSCHUWING,
    Grafiek,
    nieuwe_grafiek,
    tekstbreedte,
    zonder_gegevens,
)
from analytics.report.charts_svg import huisstijl
from analytics.report.charts_vormen import Reeks, eis_kolommen, teken_staven
from analytics.report.tekst import aantal, getal

_STAP, _STAAF = 0.3, 0.17  # inches
GROEPEN = {
    "register en wij": ("het register stopt en wij vinden het ook een dubbel", GEGEVEN),
    "alleen register": ("het register stopt, volgens ons is het een andere vereniging", WAARSCHUWING),
    "alleen wij": ("het register laat door, volgens ons is het een dubbel", FOUT),
}


def dubbels_per_oordeel(telling: pd.DataFrame, herkomst: Herkomst) -> Grafiek:
    """
    Draw the suspected pairs by where both associations are.

    Args:
        telling: ``waar`` (str), ``dubbel``, ``mogelijk`` (int, pairs).
    """
    eis_kolommen(telling, "waar", "dubbel", "mogelijk")
    bij = bijschrift(herkomst)
    gegevens = telling.rename(columns={"waar": "Waar", "dubbel": "Dubbel", "mogelijk": "Mogelijk dubbel"})
    dubbel, mogelijk = int(telling["dubbel"].sum()), int(telling["mogelijk"].sum())
    if not dubbel + mogelijk:
        return zonder_gegevens("Geen dubbels gevonden", bij, "Geen enkel paar haalt de drempel.", gegevens)
    titel = f"{aantal(dubbel, 'paar is', 'paren zijn')} volgens ons dubbel, {getal(mogelijk)} mogelijk"
    return teken_staven(
        titel,
        bij,
        telling["waar"].tolist(),
        [
            Reeks("dubbel", telling["dubbel"].tolist(), GEGEVEN),
            Reeks("mogelijk dubbel", telling["mogelijk"].tolist(), INFO),
        ],
        gegevens=gegevens,
        alt=f"{titel}. Liggende staven naar waar beide verenigingen staan.",
    )


def dubbels_drie_groepen(telling: pd.DataFrame, herkomst: Herkomst) -> Grafiek:
    """
    Draw the register's own check beside our verdict.

    Args:
        telling: ``groep`` (keys of :data:`GROEPEN`), ``paren`` (int).
    """
    eis_kolommen(telling, "groep", "paren")
    bij = bijschrift(herkomst)
    per = telling.set_index("groep")["paren"].reindex(list(GROEPEN)).fillna(0).astype("int64")
    gegevens = pd.DataFrame({"Groep": [zin for zin, _ in GROEPEN.values()], "Paren": per.tolist()})
    samen, ander, gemist = (int(n) for n in per)
    if not per.sum():
        return zonder_gegevens("Het register zou nergens op stoppen, en wij ook niet", bij, "Geen paren.", gegevens)
    titel = (
        f"Het register stopt op {aantal(samen + ander, 'paar', 'paren')}, waarvan {getal(ander)} volgens ons "
        f"verschillend {'is' if ander == 1 else 'zijn'}, en laat {getal(gemist)} door die volgens ons dubbel "
        f"{'is' if gemist == 1 else 'zijn'}"
    )
    return teken_staven(
        titel,
        bij,
        gegevens["Groep"].tolist(),
        [Reeks("paren", per.tolist(), [kleur for _, kleur in GROEPEN.values()])],
        gegevens=gegevens,
        alt=f"{titel}. Drie liggende staven.",
    )


def dubbels_drempels(drempels: pd.DataFrame, herkomst: Herkomst) -> Grafiek:
    """
    Draw per threshold what is put before a human, and tell what that takes and misses.

    Args:
        drempels: ``drempel`` (0-1), ``paren``, ``gestopt``, ``verwacht_dubbel``, ``verwacht_anders``, ``gemist``,
            ``minuten``; one row per threshold.
    """
    eis_kolommen(drempels, "drempel", "paren", "gestopt", "verwacht_dubbel", "verwacht_anders", "gemist", "minuten")
    bij = bijschrift(herkomst)
    namen = {
        "drempel": "Drempel",
        "paren": "Paren",
        "gestopt": "Registraties die wachten",
        "verwacht_dubbel": "Verwacht dubbel",
        "verwacht_anders": "Verwacht verschillend",
        "gemist": "Verwacht gemist",
        "minuten": "Minuten nakijken",
    }
    gegevens = drempels.assign(drempel=[getal(d, 2) for d in drempels["drempel"]])[list(namen)].rename(columns=namen)
    if not len(drempels) or not drempels["paren"].max():
        return zonder_gegevens("Er is niets om een drempel voor te kiezen", bij, "Geen paren gevonden.", gegevens)
    laag, hoog = drempels.iloc[0], drempels.iloc[-1]
    titel = (
        f"Van drempel {getal(laag.drempel, 2)} naar {getal(hoog.drempel, 2)}: {getal(laag.minuten)} naar "
        f"{getal(hoog.minuten)} minuten nakijken, {getal(laag.gemist, 1)} naar {getal(hoog.gemist, 1)} dubbels gemist"
    )
    dubbel = drempels["verwacht_dubbel"].round().astype("int64")
    return teken_staven(
        titel,
        bij,
        [f"vanaf {getal(d, 2)}" for d in drempels["drempel"]],
        [
            Reeks("verwacht dubbel", dubbel.tolist(), GEGEVEN),
            Reeks("verwacht verschillend", (drempels["paren"] - dubbel).clip(lower=0).tolist(), RUST, "////"),
        ],
        eindes=[
            f"{aantal(int(r.gestopt), 'registratie wacht', 'registraties wachten')}, {getal(r.minuten)} min, "
            f"{getal(r.gemist, 1)} gemist"
            for r in drempels.itertuples()
        ],
        gegevens=gegevens,
        alt=f"{titel}. Liggende staven per drempel: verwacht dubbel en verwacht verschillend.",
    )


def dubbels_waterval(bijdragen: pd.DataFrame, herkomst: Herkomst, *, wie: Sequence[str], kans: float) -> Grafiek:
    """
    Draw how the evidence on one pair adds up to its probability.

    Args:
        bijdragen: ``veld`` (words), ``bijdrage`` (log-odds), in the order in which they count.
        wie: The names of both.
        kans: Of the pair.
    """
    eis_kolommen(bijdragen, "veld", "bijdrage")
    bij = bijschrift(herkomst)
    gegevens = bijdragen[["veld", "bijdrage"]].rename(columns={"veld": "Gegeven", "bijdrage": "Bijdrage (log-odds)"})
    procent = getal(100 * min(kans, 0.9999), 0 if kans < 0.995 else 2)
    titel = f"Waarom „{wie[0]}” en „{wie[1]}” voor {procent} % dezelfde zijn"
    waarden = [*bijdragen["bijdrage"].astype(float), float(bijdragen["bijdrage"].sum())]
    labels = [*bijdragen["veld"].astype(str), "samen"]
    begin, stand = [], 0.0
    for waarde in waarden[:-1]:
        begin.append(stand)
        stand += waarde
    begin.append(0.0)
    links = RAND + max(tekstbreedte(label, LABEL) for label in labels) + 0.1
    with huisstijl():
        grafiek, assen, _ = nieuwe_grafiek(
            titel,
            bij,
            hoogte=_STAP * len(labels),
            links=links,
            rechts=0.6,
            gegevens=gegevens,
            alt=f"{titel}. Waterval van bijdragen in log-odds: "
            + ", ".join(f"{v} {getal(b, 1)}" for v, b in zip(labels, waarden, strict=True))
            + ".",
        )
        hoogtes = [_STAP * (i + 0.5) for i in range(len(labels))]
        kleuren = [IN_ORDE if w >= 0 else WAARSCHUWING for w in waarden[:-1]] + [GEGEVEN]
        assen.barh(hoogtes, waarden, left=begin, height=_STAAF, color=kleuren)
        for i, (y, b, w) in enumerate(zip(hoogtes, begin, waarden, strict=True)):
            if i + 1 < len(waarden) - 1:
                assen.plot([b + w, b + w], [y, hoogtes[i + 1]], color=RUST, linewidth=0.8)
            teken = "+" if w > 0 else "−"
            assen.annotate(
                f"{teken}{getal(abs(w), 1)}",
                (max(b, b + w), y),
                (4, 0),
                textcoords="offset points",
                va="center",
                size=LABEL,
                color=INKT,
            )
        assen.set_ylim(_STAP * len(labels), 0)
        uiteinden = [*begin, *(b + w for b, w in zip(begin, waarden, strict=True))]
        ruimte = (max(uiteinden) - min(uiteinden)) * 0.02 or 1.0
        assen.set_xlim(min(uiteinden) - ruimte, max(uiteinden) + ruimte)
        assen.set_yticks(hoogtes, labels)
        assen.set_xticks([])
        assen.axvline(0, color=INKT, linewidth=0.8)
    return grafiek
