"""What only the register can tell: declared, counted, never shown as passed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.checks.proef import Bools, Proef
from analytics.checks.regel import Bron, Plaats, register


@dataclass(frozen=True)
class NietVooraf:
    """A refusal that no workbook can foretell, and the records that may meet it."""

    code: str
    titel: str
    bron: Bron
    velden: tuple[Plaats, ...]
    geldt: Callable[[Proef], Bools]
    rondes: tuple[int, ...] = (1, 2, 3)


def _insz(proef: Proef) -> Bools:
    return proef.gevuld("vertegenwoordigers", "insz") & ~proef.is_kbo("vertegenwoordigers")


def _kbo(proef: Proef) -> Bools:
    return proef.gevuld("verenigingen", "kbo_nummer") & proef.is_kbo("verenigingen")


def _adres_id(proef: Proef) -> Bools:
    return proef.gevuld("locaties", "adres_id")


def _kbo_contact(proef: Proef) -> Bools:
    return proef.gevuld("contactgegevens", "waarde") & proef.is_kbo("contactgegevens")


def _kbo_locatie(proef: Proef) -> Bools:
    return proef.is_kbo("locaties")


def _met_locatie(proef: Proef) -> Bools:
    heeft: Bools = np.zeros(proef.aantal("verenigingen"), dtype=bool)
    van = proef.vereniging("locaties")
    heeft[van[van >= 0]] = True
    return heeft


NIET_VOORAF: tuple[NietVooraf, ...] = (
    NietVooraf(
        "insz_bij_ksz",
        "Of de Kruispuntbank van de Sociale Zekerheid het INSZ kent.",
        register(
            "Een of meerdere insz waarden konden niet gevalideerd worden bij de Kruispuntbank van de Sociale "
            "Zekerheid. Controleer de gegevens en probeer het opnieuw."
        ),
        (("vertegenwoordigers", "insz"),),
        _insz,
    ),
    NietVooraf(
        "vertegenwoordiger_overleden",
        "Of een vertegenwoordiger overleden is.",
        register("De vereniging kan niet geregistreerd worden met overleden vertegenwoordigers."),
        (("vertegenwoordigers", "insz"),),
        _insz,
    ),
    NietVooraf(
        "kbo_kent_vereniging",
        "Of de KBO het nummer kent als vzw, ivzw, private stichting of stichting van openbaar nut.",
        register(
            "Er werd voor dit KBO-nummer geen geldige vereniging gevonden.",
            "Registreer inschrijving voor KBO-nummer kon niet voltooid worden",
            "Er heeft zich een fout voorgedaan bij het aanroepen van de Magda <dienst>: <boodschap>.",
        ),
        (("verenigingen", "kbo_nummer"),),
        _kbo,
    ),
    NietVooraf(
        "adres_id_in_adressenregister",
        "Of het adressenregister de adres-id kent en het adres nog bestaat.",
        register(
            "Adres kon niet gevalideerd worden bij adressenregister.",
            "Dit adres is niet meer actief in het adressenregister.",
            "Het adres is verwijderd uit het adressenregister.",
            "Adressenregister niet bereikbaar.",
        ),
        (("locaties", "adres_id"),),
        _adres_id,
    ),
    NietVooraf(
        "contact_al_in_kbo",
        "Of de KBO hetzelfde contactgegeven al doorgaf.",
        register(
            "Er is reeds een E-mail contactgegeven met de opgegeven waarde.",
            tekst="voor wat al bij de vereniging staat",
        ),
        (("contactgegevens", "waarde"),),
        _kbo_contact,
    ),
    NietVooraf(
        "locatie_al_bij_kbo_vereniging",
        "Of dezelfde locatie al bij de KBO-vereniging staat.",
        register("Locaties moeten uniek zijn binnen de vereniging.", tekst="voor wat al bij de vereniging staat"),
        (("locaties", "straatnaam"),),
        _kbo_locatie,
    ),
    NietVooraf(
        "mogelijke_dubbel",
        "Of het register de vereniging al kent onder een gelijkende naam in dezelfde gemeente.",
        Bron("Register", (), "antwoord 409, mogelijke dubbels; vergelijk met het notebook over dubbels"),
        (("verenigingen", "naam"),),
        _met_locatie,
    ),
)


def niet_vooraf_frame(proef: Proef) -> pd.DataFrame:
    """Return one row per matter that cannot be checked beforehand: ``code, titel, bron, velden, toegepast``."""
    return pd.DataFrame(
        [
            {
                "code": n.code,
                "titel": n.titel,
                "bron": str(n.bron),
                "velden": ", ".join(f"{t}.{v}" for t, v in n.velden),
                "toegepast": int(n.geldt(proef).sum()),
            }
            for n in NIET_VOORAF
        ]
    ).astype(dict.fromkeys(("code", "titel", "bron", "velden"), "string"))
