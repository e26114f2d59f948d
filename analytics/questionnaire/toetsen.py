"""Every claim set against its evidence: one table of tests, one row per claim."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

import pandas as pd

from analytics.errors import InstellingFout
from analytics.questionnaire import toetsen_actief, toetsen_bronnen, toetsen_gegevens
from analytics.questionnaire.antwoorden import persoonlijke_waarden
from analytics.questionnaire.privacy import scherm_af
from analytics.questionnaire.stelling import Stelling, stellingen
from analytics.questionnaire.uitslag import Uitslag
from analytics.questionnaire.vragen import Vragenlijst
from analytics.questionnaire.waarnemingen import Waarnemingen

#: ``{code: (what is claimed, test)}``; the code is what ``beweert`` in a questionnaire names.
TOETSEN: dict[str, tuple[str, Callable[[Stelling, Waarnemingen], Uitslag]]] = {
    "bevestigd_binnen": ("De verenigingen bevestigden onlangs", toetsen_actief.recent_bevestigd),
    "geen_inactieve": ("Er zitten geen gestopte verenigingen in", toetsen_actief.geen_inactieve),
    "een_bron": ("Alles komt uit één bron", toetsen_bronnen.een_bron),
    "per_dienst": ("Elke dienst leverde een eigen deel", toetsen_bronnen.per_dienst),
    "bronnen_vergeleken": ("De bronnen zijn met elkaar vergeleken", toetsen_bronnen.bronnen_vergeleken),
    "bronnen_samen": ("Alle diensten migreren samen", toetsen_bronnen.bronnen_samen),
    "bronnen_na_elkaar": ("De diensten migreren na elkaar, binnen de termijn", toetsen_bronnen.bronnen_na_elkaar),
    "geen_dubbels": ("Er zijn geen dubbels meer", toetsen_bronnen.geen_dubbels),
    "geen_dubbels_per_bron": ("Er zijn geen dubbels binnen een bron", toetsen_bronnen.geen_dubbels_per_bron),
    "was_er": ("De gegevens waren er al", toetsen_gegevens.was_er),
    "aangevuld": ("De gegevens zijn aangevuld voor deze migratie", toetsen_gegevens.aangevuld),
    "niet_aanwezig": ("Deze gegevens zijn er niet", toetsen_gegevens.niet_aanwezig),
    "insz_verzameld": ("De INSZ zijn verzameld", toetsen_gegevens.insz_verzameld),
    "reacties_verwerkt": ("Reacties van verenigingen zijn verwerkt", toetsen_gegevens.reacties_verwerkt),
    "tijdig_geinformeerd": ("De verenigingen zijn op tijd geïnformeerd", toetsen_gegevens.tijdig_geinformeerd),
}

KOLOMMEN = ["soort", "vraag", "vak", "antwoord", "toets", "bewering", "categorie", "oordeel", "bewijs"]


def toets(stelling: Stelling, waarnemingen: Waarnemingen) -> Uitslag:
    """
    Return what the data says about one claim.

    Raises:
        InstellingFout: If the questionnaire names a test that does not exist.
    """
    if stelling.toets not in TOETSEN:
        raise InstellingFout(
            f"Vragenlijst {stelling.soort}, vraag {stelling.vraag}: toets {stelling.toets!r} bestaat niet; "
            f"kies {', '.join(TOETSEN)}."
        )
    return TOETSEN[stelling.toets][1](stelling, waarnemingen)


def vergelijk(
    lijst: Vragenlijst, waarden: Mapping[str, str], *, waarnemingen: Waarnemingen, op: dt.date | None = None
) -> pd.DataFrame:
    """
    Return one row per claim in the answers of one questionnaire; *op* is the day it came in, None = today.

    Columns of :data:`KOLOMMEN` (str; ``oordeel`` is bevestigd, tegengesproken or niet toetsbaar) and ``teller, noemer``
    (int). Claims of the same kind in the order of the form.
    """
    persoonlijk = persoonlijke_waarden(lijst, waarden)
    rijen = []
    for stelling in stellingen(lijst, waarden, op=op):
        uitslag = toets(stelling, waarnemingen)
        rijen.append(
            (
                stelling.soort,
                stelling.vraag,
                stelling.vak,
                scherm_af(stelling.antwoord, persoonlijk),
                stelling.toets,
                TOETSEN[stelling.toets][0],
                stelling.categorie,
                uitslag.oordeel,
                uitslag.bewijs,
                uitslag.teller,
                uitslag.noemer,
            )
        )
    tabel = pd.DataFrame(rijen, columns=[*KOLOMMEN, "teller", "noemer"])
    return tabel.astype(dict.fromkeys(KOLOMMEN, "string") | {"teller": "int64", "noemer": "int64"})
