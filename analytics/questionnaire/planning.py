"""The deadlines of a pilot, what came in when, which delivery counts, and what is due next."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from analytics.domain.piloot import DEADLINES, Deadlines

WERKMAPPEN = ("feitelijk", "kbo")
#: Columns of the archive of deliveries, as :mod:`analytics.files.archief_leveringen` returns it.
LEVERINGSKOLOMMEN = ("piloot", "ronde", "soort", "ontvangen", "afzender_rol", "bestand", "sha256")
SOORTNAMEN = {
    "feitelijk": "werkmap feitelijke verenigingen & afdelingen",
    "kbo": "werkmap KBO-verenigingen",
    "herkomst": "vragenlijst herkomst",
    "beheer": "vragenlijst beheer",
    "zelfevaluatie": "zelfevaluatie",
}


@dataclass(frozen=True)
class Verwachting:
    """What must be in by a deadline: of which round, which kinds, and whose move it is."""

    code: str
    ronde: int
    soorten: tuple[str, ...]
    wie: str


#: Deadlines without kinds are moments, nothing is handed in then.
VERWACHT: tuple[Verwachting, ...] = (
    Verwachting("D1", 1, (*WERKMAPPEN, "herkomst"), "piloot"),
    Verwachting("D2", 1, WERKMAPPEN, "piloot"),
    Verwachting("D3", 2, (*WERKMAPPEN, "beheer"), "piloot"),
    Verwachting("D4", 2, WERKMAPPEN, "piloot"),
    Verwachting("D5", 3, WERKMAPPEN, "piloot"),
    Verwachting("D6", 3, WERKMAPPEN, "piloot"),
    Verwachting("D7", 3, (), "piloot"),
)
_EINDE = {1: "D2", 2: "D4", 3: "D6"}


def leeg_archief() -> pd.DataFrame:
    """Return an archive without deliveries."""
    kolommen = {kolom: pd.Series(dtype="string") for kolom in LEVERINGSKOLOMMEN}
    return pd.DataFrame(kolommen).astype({"ronde": "int64", "ontvangen": "datetime64[us]"})


def planning(deadlines: Deadlines, leveringen: pd.DataFrame, *, peildatum: dt.date) -> pd.DataFrame:
    """
    Return one row per deadline and thing to hand in.

    Args:
        deadlines: Dates of the pilot; a deadline counts until the end of its day.
        leveringen: Archive: columns of :data:`LEVERINGSKOLOMMEN`, one pilot.
        peildatum: Today.

    Returns:
        ``deadline, omschrijving, wie, soort`` (str; ``soort`` empty for a moment), ``datum, geleverd_op`` (datetime64),
        ``status`` (``op tijd``, ``te laat``, ``ontbreekt``, ``verwacht``, ``geen datum``, ``voorbij``),
        ``dagen_te_laat`` (Int64), ``bestand, sha256`` (the delivery that counts: the last one before the deadline,
        else the first after).
    """
    rijen = []
    for verwacht in VERWACHT:
        datum = deadlines.datum(verwacht.code)
        basis = (verwacht.code, DEADLINES[verwacht.code], verwacht.wie)
        for soort in verwacht.soorten or ("",):
            hier = leveringen[(leveringen["soort"] == soort) & _van_ronde(leveringen, soort, verwacht.ronde)]
            hier = hier[hier["ontvangen"].dt.date <= peildatum].sort_values("ontvangen", kind="stable")
            rijen.append((*basis, soort, datum, *_stand(hier, datum, peildatum, is_moment=not soort)))
    kolommen = ["deadline", "omschrijving", "wie", "soort", "datum", "status", "geleverd_op", "dagen_te_laat"]
    tabel = pd.DataFrame(rijen, columns=[*kolommen, "bestand", "sha256"])
    tabel[["datum", "geleverd_op"]] = tabel[["datum", "geleverd_op"]].apply(pd.to_datetime)
    teksten = ("deadline", "omschrijving", "wie", "soort", "status", "bestand", "sha256")
    return tabel.astype(dict.fromkeys(teksten, "string") | {"dagen_te_laat": "Int64"})


def _van_ronde(leveringen: pd.DataFrame, soort: str, ronde: int) -> pd.Series[bool]:
    # A questionnaire is handed in once for the whole migration, whatever round it was sent with.
    return leveringen["ronde"] == ronde if soort in WERKMAPPEN else leveringen["ronde"] >= 0


_Stand = tuple[str, pd.Timestamp | None, int | None, str | None, str | None]


def _stand(hier: pd.DataFrame, datum: dt.date | None, peildatum: dt.date, *, is_moment: bool) -> _Stand:
    if is_moment:
        return ("geen datum" if datum is None else "voorbij" if datum < peildatum else "verwacht", *(None,) * 4)
    if hier.empty:
        leeg = "geen datum" if datum is None else "ontbreekt" if datum < peildatum else "verwacht"
        return (leeg, None, None, None, None)
    op_tijd = hier if datum is None else hier[hier["ontvangen"].dt.date <= datum]
    telt = hier.iloc[0] if op_tijd.empty else op_tijd.iloc[-1]
    te_laat = (telt["ontvangen"].date() - datum).days if datum and op_tijd.empty else None
    status = "geen datum" if datum is None else "te laat" if te_laat else "op tijd"
    return (status, telt["ontvangen"], te_laat, telt["bestand"], telt["sha256"])


def leveringen_geduid(deadlines: Deadlines, leveringen: pd.DataFrame) -> pd.DataFrame:
    """
    Return every delivery with what it is worth: the archive's columns and ``rol`` and ``telt_voor`` (str).

    ``rol``: ``telt`` (the last one in time for a deadline), ``vervangen`` (a later one in time came), ``herhaald``
    (same file again: it adds nothing), ``te laat`` (after the end of its round). ``telt_voor`` names the deadlines.
    """
    tabel = leveringen.sort_values(["ontvangen", "soort"], kind="stable", ignore_index=True)
    # A repeated file keeps the time of its first arrival, so sending it again makes nothing late.
    herhaald = tabel.duplicated(["soort", "ronde", "sha256"])
    uniek = tabel[~herhaald]
    telt: dict[int, list[str]] = {index: [] for index in tabel.index}
    for verwacht in VERWACHT:
        datum = deadlines.datum(verwacht.code)
        for soort in verwacht.soorten:
            hier = uniek[(uniek["soort"] == soort) & _van_ronde(uniek, soort, verwacht.ronde)]
            op_tijd = hier if datum is None else hier[hier["ontvangen"].dt.date <= datum]
            if not op_tijd.empty:
                telt[op_tijd.index[-1]].append(verwacht.code)
    tabel["telt_voor"] = pd.Series({index: ", ".join(codes) for index, codes in telt.items()}, dtype="string")
    einde = tabel["ronde"].map({ronde: deadlines.datum(code) for ronde, code in _EINDE.items()})
    laat = pd.to_datetime(tabel["ontvangen"].dt.date) > pd.to_datetime(einde)
    # A questionnaire without a deadline of its own: the last one sent is the one that is read.
    laatste = tabel.index.isin(uniek.drop_duplicates("soort", keep="last").index) & ~tabel["soort"].isin(WERKMAPPEN)
    rol = pd.Series("vervangen", index=tabel.index, dtype="string")
    rol = rol.mask(laat & tabel["soort"].isin(WERKMAPPEN), "te laat")
    rol = rol.mask((tabel["telt_voor"] != "") | laatste, "telt").mask(herhaald, "herhaald")
    tabel["rol"] = rol
    return tabel


def volgende(plan: pd.DataFrame, *, aantal: int = 3) -> pd.DataFrame:
    """Return what is overdue and what falls on the next *aantal* dates; *plan* as :func:`planning` gives it."""
    achter = plan[plan["status"] == "ontbreekt"]
    straks = plan[plan["status"] == "verwacht"].sort_values("datum", kind="stable")
    datums = straks["datum"].drop_duplicates().head(aantal)
    return pd.concat([achter, straks[straks["datum"].isin(datums)]], ignore_index=True)
