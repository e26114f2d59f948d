"""Account for every delivered association: exactly one final state each, with its reason, owner and next step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from analytics.checks.catalogus import REGELS
from analytics.domain.nummers import masker_insz
from analytics.domain.uitkomst import KOLOMMEN, STATUSSEN, TUSSEN_REDENEN
from analytics.errors import RapportFout
from analytics.register.plan import (
    AL_GELADEN,
    BESLUIT_DUBBEL,
    NIET,
    NIET_LAADBAAR,
    TERUGGETROKKEN,
    WACHT_OP_BESLUIT,
    Plan,
    Planregel,
)
from analytics.register.stand import BEZIG, DEELS, DUBBEL, GEWEIGERD, KLAAR, MISLUKT, Besluit, Stand

_TITELS = {regel.code: regel.titel for regel in REGELS}


@dataclass(frozen=True)
class _Einde:
    status: str
    reden: str = ""
    eigenaar: str = ""
    volgende_stap: str = ""
    vcode: str = ""
    regel: str = ""
    http_status: int | None = None


def maak_uitkomsten(
    plan: Plan, standen: Mapping[str, Stand], besluiten: Mapping[str, Besluit], *, geleverd: int
) -> pd.DataFrame:
    """
    Return the final state of every delivered association.

    One row each, in the order of the delivery; columns :data:`KOLOMMEN` (``rij`` int, ``http_status`` Int64, else
    str, empty where there is nothing).

    Raises:
        RapportFout: If the states do not add up to what was delivered.
    """
    rijen = []
    for regel in plan.regels:
        besluit = besluiten.get(regel.intern_nummer)
        einde = _einde(regel, standen.get(regel.intern_nummer), plan.lading, besluit)
        rijen.append(
            (regel.intern_nummer, regel.bestand, regel.blad, regel.rij, einde.status, einde.vcode, einde.regel,
             einde.http_status, masker_insz(einde.reden), einde.eigenaar, einde.volgende_stap)
        )  # fmt: skip
    frame = pd.DataFrame(rijen, columns=list(KOLOMMEN))
    teksten = [k for k in KOLOMMEN if k not in ("rij", "http_status")]
    frame = frame.astype({**dict.fromkeys(teksten, "string"), "rij": "int64", "http_status": "Int64"})
    controleer(frame, geleverd=geleverd)
    return frame


def controleer(uitkomsten: pd.DataFrame, *, geleverd: int) -> None:
    """Raise ``RapportFout`` unless every delivered association has exactly one state of the closed list."""
    vreemd = set(uitkomsten["status"]) - set(STATUSSEN)
    plekken = uitkomsten[["bestand", "blad", "rij"]].duplicated().sum()
    vcodes = uitkomsten.loc[uitkomsten["status"].eq("geladen"), "vcode"]
    zonder = int(vcodes.eq("").sum())
    if len(uitkomsten) != geleverd or vreemd or plekken or zonder or vcodes.duplicated().any():
        raise RapportFout(
            f"Er zijn {geleverd} verenigingen geleverd en {len(uitkomsten)} uitkomsten; ze moeten gelijk zijn, met één "
            "status per vereniging en één vCode per geladen vereniging. Het rapport wordt niet gemaakt; meld dit."
        )


def _einde(regel: Planregel, stand: Stand | None, lading: str, besluit: Besluit | None) -> _Einde:
    if regel.reden == NIET_LAADBAAR:
        return _Einde(
            "niet_laadbaar", TUSSEN_REDENEN.join(_TITELS[code] for code in regel.regels),
            "piloot", "Verbeter de cellen uit de terugkoppeling en lever opnieuw.", regel=";".join(regel.regels),
        )  # fmt: skip
    if regel.reden == TERUGGETROKKEN:
        return _Einde(
            "teruggetrokken", "De piloot geeft aan dat de vereniging niet meer actief is.", "piloot",
            "Geen; zet 'Nog actief?' op ja als dat niet klopt.",
        )  # fmt: skip
    if regel.reden == BESLUIT_DUBBEL:
        return _Einde(
            "bevestigde_dubbel", f"De piloot besliste: dit is dezelfde vereniging als {regel.vcode}.", "piloot",
            "Neem de bestaande vCode over in het eigen systeem; wijzigingen gaan via MAGDA.", vcode=regel.vcode,
        )  # fmt: skip
    niet_gestuurd = regel.handeling != NIET and stand is not None and stand.lading != lading
    if stand is None or (niet_gestuurd and stand.stand != BEZIG):
        return _Einde(
            "technisch_mislukt", "Niet verstuurd: het laden stopte voor deze vereniging aan de beurt was.", "DV",
            "Start het laden opnieuw.",
        )  # fmt: skip
    if stand.zelf_van is not None:
        return _Einde(
            "al_geladen", f"Dubbel van zichzelf: al geladen onder intern nummer {masker_insz(stand.zelf_van)}.", "",
            "", vcode=stand.vcode or "",
        )  # fmt: skip
    if regel.reden == AL_GELADEN and regel.gewijzigd:
        return _Einde(
            "al_geladen",
            "Al geladen, maar de gegevens zijn sindsdien gewijzigd; deze methode wijzigt niets in het register.",
            "piloot", "Breng de wijziging aan via MAGDA.", vcode=stand.vcode or "",
        )  # fmt: skip
    if regel.reden == AL_GELADEN and stand.lading != lading:
        return _Einde("al_geladen", "Al geladen met een vorige levering.", vcode=stand.vcode or "")
    if regel.reden == WACHT_OP_BESLUIT and besluit is not None and besluit.hash == stand.hash:
        return replace(
            _dubbel(stand), reden=f"{_dubbel(stand).reden} De piloot weet het niet.", eigenaar="DV",
            volgende_stap="DV zoekt het uit met de piloot; het besluit kan herzien worden met 'besluiten --alles'.",
        )  # fmt: skip
    return _MAAK[stand.stand](stand)


def _klaar(stand: Stand) -> _Einde:
    meldingen = "; ".join(f"{m.sleutel}: {m.tekst}" for m in stand.meldingen)
    return _Einde(
        "gekend_in_kbo" if stand.gekend else "geladen",
        f"Niet alles is overgenomen: {meldingen}" if meldingen else "",
        "piloot" if meldingen else "",
        "Vul dit na de migratie aan via MAGDA." if meldingen else "",
        vcode=stand.vcode or "", http_status=stand.status,
    )  # fmt: skip


def _geweigerd(stand: Stand) -> _Einde:
    meldingen = TUSSEN_REDENEN.join(f"{m.sleutel}: {m.tekst}" if m.sleutel else m.tekst for m in stand.meldingen)
    return _Einde(
        "geweigerd", f"Het register weigert: {meldingen}", "piloot",
        "Verbeter de gegevens en lever opnieuw; DV bekijkt of er een regel ontbreekt.", http_status=stand.status,
    )  # fmt: skip


def _dubbel(stand: Stand) -> _Einde:
    kandidaten = ", ".join(k.vcode for k in stand.kandidaten)
    return _Einde(
        "potentiele_dubbel", f"Het register kent mogelijk dezelfde vereniging: {kandidaten}.", "piloot",
        "Beslis in de werkmap besluiten: zelfde, verschillend of weet niet.", http_status=stand.status,
    )  # fmt: skip


def _mislukt(stand: Stand) -> _Einde:
    oorzaak = "gaf geen antwoord" if stand.status is None else f"antwoordde met HTTP {stand.status}"
    if stand.vcode:
        return _Einde(
            "technisch_mislukt", f"Geregistreerd, maar niet alle onderdelen: het register {oorzaak}.", "register",
            "Start het laden opnieuw; het gaat verder waar het stopte.", stand.vcode, http_status=stand.status,
        )  # fmt: skip
    return _Einde(
        "technisch_mislukt", f"Het register {oorzaak}; er is niets geregistreerd.", "register",
        "Start het laden opnieuw.", http_status=stand.status,
    )  # fmt: skip


def _onbekend(stand: Stand) -> _Einde:
    return _Einde(
        "onbekend", "Verstuurd, maar het antwoord ging verloren en opzoeken gaf nog geen uitsluitsel.", "DV",
        "Start het laden opnieuw met dezelfde levering; er wordt eerst opgezocht.", http_status=stand.status,
    )  # fmt: skip


_MAAK = {
    KLAAR: _klaar,
    GEWEIGERD: _geweigerd,
    DUBBEL: _dubbel,
    MISLUKT: _mislukt,
    DEELS: _mislukt,
    BEZIG: _onbekend,
}
