"""Associations that are probably no longer active, with the reasons."""

from __future__ import annotations

import pandas as pd

from analytics.questionnaire.datums import maanden_terug
from analytics.questionnaire.waarnemingen import Waarnemingen

#: A confirmation older than this makes an association a suspect (proposal).
VERDACHT_NA_MAANDEN = 36

REDENEN: dict[str, tuple[str, bool]] = {
    "nee": ("de piloot zegt zelf dat ze niet meer actief is", True),
    "kbo": ("het KBO-nummer is stopgezet of niet geldig", True),
    "tekst": ("naam of opmerking zegt dat ze gestopt is", True),
    "oud": (f"laatste bevestiging is meer dan {VERDACHT_NA_MAANDEN} maanden oud", False),
}
_GESTOPT = (
    r"(?i)\b(?:stopgezet|opgeheven|ontbonden|opgedoekt|niet meer actief|niet langer actief|inactief|bestaat niet meer"
    r"|in vereffening)\b|\((?:gestopt|oud|ex)\)|^gestopt\b"
)


def vermoedelijk_inactief(waarnemingen: Waarnemingen) -> pd.DataFrame:
    """
    Return one row per suspect: ``intern_nummer, naam, bron, redenen`` (str), ``zeker`` (bool).

    ``zeker`` when a reason speaks of the association itself (said by the pilot, KBO, its own text); an old
    confirmation alone is only a suspicion. The name of an association is public; remarks are never shown.
    """
    nu = waarnemingen.nu
    if nu is None or nu.verenigingen.empty:
        return pd.DataFrame(columns=["intern_nummer", "naam", "bron", "redenen", "zeker"]).astype(
            {"intern_nummer": "string", "naam": "string", "bron": "string", "redenen": "string", "zeker": bool}
        )
    sleutel = nu.kolom("verenigingen", "intern_nummer")
    gelezen = waarnemingen.bevestigingen().reindex(sleutel.index)
    grens = pd.Timestamp(maanden_terug(waarnemingen.peildatum, VERDACHT_NA_MAANDEN))
    gestopt = waarnemingen.kbo_gestopt or frozenset()
    naam = nu.kolom("verenigingen", "naam").fillna(nu.kolom("verenigingen", "naam_controle"))
    tekst = naam.fillna("") + "\n" + nu.kolom("verenigingen", "opmerking").fillna("")
    raak = {
        "nee": (gelezen["soort"] == "nee").fillna(False),
        "kbo": sleutel.isin(list(gestopt)),
        "tekst": _distinct(tekst),
        "oud": (gelezen["datum"] < grens).fillna(False),
    }
    redenen = pd.Series("", index=sleutel.index, dtype="string")
    zeker = pd.Series(False, index=sleutel.index)
    for code, (zin, is_zeker) in REDENEN.items():
        hier = raak[code].astype(bool)
        redenen = redenen.mask(hier & (redenen != ""), redenen + "; " + zin).mask(hier & (redenen == ""), zin)
        zeker |= hier & is_zeker
    tabel = pd.DataFrame(
        {"intern_nummer": sleutel, "naam": naam, "bron": nu.kolom("verenigingen", "bron_dienst"), "redenen": redenen}
    ).assign(zeker=zeker)
    return tabel[redenen != ""].sort_values(["zeker", "intern_nummer"], ascending=[False, True], ignore_index=True)


def _distinct(tekst: pd.Series[str]) -> pd.Series[bool]:
    uniek = pd.Series(tekst.unique(), dtype="string")
    raak = dict(zip(uniek, uniek.str.contains(_GESTOPT, regex=True), strict=True))
    return tekst.map(raak).astype(bool)
