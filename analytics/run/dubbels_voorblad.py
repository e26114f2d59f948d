"""The sheet ``Mogelijke dubbels`` of the feedback workbook."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analytics.files.annoteer import Kolom, Verwijzing, Voorblad
from analytics.run.dubbels_beeld import openbare_redenen
from analytics.run.dubbels_csv import gemeenten
from analytics.run.dubbels_register import REGISTER
from analytics.run.dubbels_zoek import Vondst

_KOLOMMEN = (
    Kolom("Cel", 10),
    Kolom("Intern nummer", 16),
    Kolom("Naam", 36),
    Kolom("Oordeel", 12),
    Kolom("Lijkt op", 36),
    Kolom("Gemeente", 20),
    Kolom("Staat in", 30),
    Kolom("Intern nummer of vCode", 18),
    Kolom("Waarom", 60),
    Kolom("Register zou melden", 16),
)


def maak_voorblad(
    vondst: Vondst,
    *,
    bestand: str,
    eigenaar: str,
    namen: Mapping[str, str] | None = None,
    bladnamen: Mapping[str, str] | None = None,
) -> Voorblad | None:
    """
    Return the sheet for the workbook *bestand* of *eigenaar*; ``None`` when nothing in it is suspected.

    Of an association of another pilot only name, municipality and pilot are told.

    Args:
        namen: Names of pilots by code.
        bladnamen: Names of sheets as they really are, by the names in the delivery.
    """
    paren = vondst.vermoed
    wie, plaats = vondst.records.verenigingen, gemeenten(vondst)
    eigen = wie["bestand"].eq(bestand) & wie["eigenaar"].eq(eigenaar)
    # Both ways round: a pair within the workbook is told at both its rows.
    beide = pd.concat([paren, paren.rename(columns={"a": "b", "b": "a"})])
    beide = beide[eigen.reindex(beide["a"]).to_numpy()]
    beide = beide.assign(rij=wie["rij"].reindex(beide["a"]).to_numpy()).sort_values(["rij", "kans"], kind="stable")
    if beide.empty:
        return None
    rijen = []
    for paar in beide.itertuples(index=False):
        zelf, ander = wie.loc[paar.a], wie.loc[paar.b]
        blad, cel = (bladnamen or {}).get(str(zelf["blad"]), str(zelf["blad"])), f"A{zelf['rij']}"
        vreemd = bool(ander["eigenaar"] != eigenaar)
        is_register = bool(ander["eigenaar"] == REGISTER)
        waar = (
            "het register"
            if is_register
            else f"levering van {(namen or {}).get(str(ander['piloot']), str(ander['piloot']))}"
            if vreemd
            else f"{ander['bestand']}, {ander['blad']}!A{ander['rij']}"
        )
        sleutel = ander["vcode"] if is_register else pd.NA if vreemd else ander["intern_nummer"]
        rijen.append(
            (
                Verwijzing(blad, cel, cel),
                _tekst(zelf["intern_nummer"]),
                _tekst(zelf["naam"]),
                str(paar.oordeel),
                _tekst(ander["naam"]),
                _tekst(plaats.get(paar.b)),
                waar,
                _tekst(sleutel),
                openbare_redenen(str(paar.redenen)) if vreemd else str(paar.redenen),
                _tekst(paar.register_zou_melden),
            )
        )
    inleiding = (
        f"{len(rijen)} keer lijkt een vereniging in deze werkmap op een andere; er is nog niets beslist.",
        "dubbel: volgens ons dezelfde vereniging. mogelijk: kijk dit na. Is het dezelfde, schrap dan één van beide.",
        "Register zou melden: of het register bij het laden om bevestiging zou vragen.",
    )
    return Voorblad("Mogelijke dubbels", "Mogelijke dubbels", _KOLOMMEN, rijen, inleiding, "MogelijkeDubbels")


def _tekst(waarde: object) -> str:
    return "" if waarde is None or pd.isna(waarde) else str(waarde)
