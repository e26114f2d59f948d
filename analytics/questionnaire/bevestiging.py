"""When an association last confirmed that it is active: the column "Nog actief? / laatst bevestigd op", read."""

from __future__ import annotations

import datetime as dt
import re

import pandas as pd

from analytics.questionnaire.datums import lees_datum, maanden_terug

#: Kinds of content of the column.
SOORTEN = ("datum", "ja", "nee", "leeg", "onleesbaar")
_JA = re.compile(r"^(ja|j|yes|y|x|1|waar|true|ok|actief|nog actief|✓|✔)\b.*|^[✓✔]$", re.IGNORECASE)
_NEE = re.compile(
    r"^(nee|neen|n|no|0|onwaar|false|niet (meer|langer|actief)|actief (geweest )?tot"
    r"|inactief|stopgezet|gestopt|opgeheven|ontbonden|slapend)\b.*",
    re.IGNORECASE,
)
_LEEG = frozenset({"", "-", "--", "?", "n.v.t.", "nvt", "onbekend", "n/a", "/", "niet van toepassing", "niet gekend"})

#: Buckets of age, in the order of a chart: code, Dutch label, months (inclusive) up to which it counts.
EMMERS: tuple[tuple[str, str, int | None], ...] = (
    ("m6", "hoogstens 6 maanden", 6),
    ("m12", "6 tot 12 maanden", 12),
    ("m24", "1 tot 2 jaar", 24),
    ("m60", "2 tot 5 jaar", 60),
    ("ouder", "meer dan 5 jaar", 10_000),
    ("ja", "ja, zonder datum", None),
    ("nee", "niet meer actief", None),
    ("geen", "geen bevestiging", None),
)


def lees_bevestigingen(kolom: pd.Series[str], peildatum: dt.date) -> pd.DataFrame:
    """
    Return what the column says: ``soort`` (one of :data:`SOORTEN`) and ``datum`` (datetime64, <NA> without).

    Same index as *kolom*; each distinct text is read once. A "nee" wins over a date behind it. A date after
    *peildatum* is ``onleesbaar``: nobody confirmed anything in the future.
    """
    teksten = kolom.astype("string").fillna("").str.strip()
    gelezen = {tekst: _lees(str(tekst), peildatum) for tekst in teksten.unique()}
    return pd.DataFrame(
        {
            "soort": teksten.map({tekst: soort for tekst, (soort, _) in gelezen.items()}).astype("string"),
            "datum": pd.to_datetime(teksten.map({tekst: datum for tekst, (_, datum) in gelezen.items()})),
        },
        index=kolom.index,
    )


def _lees(tekst: str, peildatum: dt.date) -> tuple[str, dt.date | None]:
    if tekst.lower() in _LEEG:
        return "leeg", None
    if _NEE.match(tekst):
        return "nee", None
    datum = lees_datum(tekst)
    if datum and datum <= peildatum:
        return "datum", datum
    if datum is None and _JA.match(tekst):
        return "ja", None
    return "onleesbaar", None


def emmers(gelezen: pd.DataFrame, peildatum: dt.date) -> pd.Series[str]:
    """Return the bucket code of :data:`EMMERS` per row; what cannot be read counts as no confirmation."""
    emmer = pd.Series("geen", index=gelezen.index, dtype="string")
    emmer = emmer.mask(gelezen["soort"] == "ja", "ja").mask(gelezen["soort"] == "nee", "nee")
    open_ = gelezen["soort"] == "datum"
    for code, _, maanden in EMMERS:
        if maanden is not None:
            grens = pd.Timestamp(maanden_terug(peildatum, maanden) if maanden < 10_000 else dt.date(1, 1, 1))
            raak = open_ & (gelezen["datum"] >= grens)
            emmer = emmer.mask(raak, code)
            open_ &= ~raak
    return emmer


def bevestigd_binnen(gelezen: pd.DataFrame, peildatum: dt.date, maanden: int) -> pd.Series[bool]:
    """Tell per row whether it carries a date of confirmation in the last *maanden* months."""
    grens = pd.Timestamp(maanden_terug(peildatum, maanden))
    return (gelezen["datum"] >= grens).fillna(False).astype(bool)
