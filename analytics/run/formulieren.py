"""From a questionnaire to the form that asks it, and back."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.files.formulier_model import Formulier, Formuliervak, Formuliervraag
from analytics.questionnaire.antwoorden import duid
from analytics.questionnaire.datums import datum_nl
from analytics.questionnaire.vragen import Vragenlijst


def formulier_van(lijst: Vragenlijst) -> Formulier:
    """Return the form that asks *lijst*."""
    return Formulier(
        soort=lijst.soort,
        versie=lijst.versie,
        titel=lijst.titel,
        inleiding=lijst.inleiding,
        vragen=tuple(
            Formuliervraag(
                id=vraag.id,
                tekst=vraag.tekst,
                hint=vraag.hint,
                vakken=tuple(
                    Formuliervak(
                        id=vak.id,
                        label=vak.label,
                        soort=vak.type,
                        keuzes=tuple(keuze.tekst for keuze in vak.keuzes),
                        sterren=tuple(keuze.sterren for keuze in vak.keuzes),
                    )
                    for vak in vraag.vakken
                ),
            )
            for vraag in lijst.vragen
        ),
    )


def formuliertekst(lijst: Vragenlijst, waarden: Mapping[str, str]) -> dict[str, str]:
    """Return answers as they are printed on a form: the text of a choice for its code, ``12 maart 2024`` for a date."""
    return {
        antwoord.vak.id: antwoord.keuze.tekst
        if antwoord.keuze
        else datum_nl(antwoord.datum)
        if antwoord.datum
        else antwoord.tekst
        for antwoord in duid(lijst, waarden)
        if antwoord.status != "open"
    }
