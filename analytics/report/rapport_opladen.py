"""The sections on loading: how many, what kept the others out, and whether the target is met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.domain.uitkomst import IN_REGISTER, STATUSSEN
from analytics.insight.opladen import DOEL, Graad, Opgeladen, count_fouten, count_statussen
from analytics.report.charts_bijschrift import Herkomst
from analytics.report.charts_opladen import doelmeter, fouten_per_soort, rondes_naast_elkaar, waterval
from analytics.report.pagina import Alinea, Blok, Gegevens, Kader, Kerncijfer, Kerncijfers, Lijst, Sectie, Subkop
from analytics.report.tabel import maak_figuur, maak_tabel
from analytics.report.tekst import aantal, breuk, procent

_LIJST = "uitkomsten.csv"
OEFENREGISTER = (
    "Dit is geen echte lading: er werd geladen in het ingebouwde oefenregister. De vCodes bestaan alleen daar."
)


@dataclass(frozen=True, eq=False)
class Ladingen:
    """
    The loads of one pilot: round 2, then production; the last is the one that is reported on.

    Attributes:
        rondes: At least one.
        herkomst: What charts are captioned with.
    """

    rondes: tuple[Opgeladen, ...]
    herkomst: Herkomst

    @property
    def deze(self) -> Opgeladen:
        """The load that is reported on."""
        return self.rondes[-1]


def secties_opladen(ladingen: Ladingen) -> tuple[Sectie, ...]:
    """Return every section on loading."""
    return (
        sectie_opgeladen(ladingen),
        sectie_doel(ladingen),
        sectie_dubbels(ladingen),
        sectie_niet_geladen(ladingen),
        sectie_rondes(ladingen),
        sectie_teruggelezen(ladingen),
        sectie_pariteit(ladingen),
    )


def _waarschuwingen(deze: Opgeladen) -> list[Blok]:
    kaders: list[Blok] = [Kader(OEFENREGISTER, "waarschuwing")] if deze.oefenregister else []
    return [*kaders, Kader(deze.gestopt, "fout")] if deze.gestopt else kaders


def sectie_opgeladen(ladingen: Ladingen) -> Sectie:
    """Tell how many are in the register, and what became of the others."""
    deze = ladingen.deze
    statussen = count_statussen(deze.uitkomsten)
    per = statussen.set_index("status")["verenigingen"]
    alle = len(deze.uitkomsten)
    cijfers = (
        Kerncijfer(int(per[list(IN_REGISTER)].sum()), "verenigingen staan in het register", alle, "in-orde"),
        Kerncijfer(int(per["niet_laadbaar"] + per["geweigerd"]), "verenigingen hebben een fout", alle, "fout"),
        Kerncijfer(int(per["potentiele_dubbel"]), "potentiële dubbels wachten op een besluit", alle, "waarschuwing"),
        Kerncijfer(int(per["bevestigde_dubbel"]), "verenigingen zijn bevestigde dubbels", alle),
    )
    return Sectie(
        "opgeladen",
        f"Wat is er geladen? ({deze.omgeving})",
        (
            *_waarschuwingen(deze),
            Kerncijfers(cijfers),
            Alinea(
                "Elke geleverde vereniging heeft precies één status; samen zijn ze gelijk aan wat geleverd is. "
                f"Elke rij staat in {_LIJST}."
            ),
            maak_figuur(waterval(statussen, ladingen.herkomst)),
        ),
    )


def sectie_doel(ladingen: Ladingen) -> Sectie:
    """Tell both load rates against the target."""
    deze = ladingen.deze
    doel = deze.doel
    return Sectie(
        "doel",
        f"Halen we {procent(DOEL * 100, 100)}?",
        (
            *_waarschuwingen(deze),
            maak_figuur(doelmeter(doel, ladingen.herkomst)),
            Lijst((_graadzin(doel.strikt), _graadzin(doel.na_verklaard))),
            Gegevens(
                {
                    "Eerst geleverd (ronde 1)": str(doel.eerst_geleverd),
                    "Daarvan niet meer geleverd": str(doel.niet_meer_geleverd),
                    "Later erbij gekomen (telt niet mee)": str(doel.later_erbij),
                    "Alleen verplichte gegevens ontbreken": str(doel.ontbrekend),
                    "Potentiële dubbel, niet beslist": str(doel.onbeslist),
                    "Bevestigde dubbel": str(doel.dubbel),
                }
            ),
        ),
    )


def _graadzin(graad: Graad) -> str:
    return f"Laadgraad {graad.naam}: {breuk(graad.teller, graad.noemer)}. {graad.definitie}"


def sectie_dubbels(ladingen: Ladingen) -> Sectie:
    """Tell how the possible duplicates are handled."""
    deze = ladingen.deze
    u = deze.uitkomsten
    zelf = u["status"].eq("al_geladen") & u["reden"].str.startswith("Dubbel van zichzelf")
    rijen = [
        (
            "Wacht op een besluit van de piloot",
            int((u["status"].eq("potentiele_dubbel") & u["eigenaar"].eq("piloot")).sum()),
        ),
        (
            "De piloot weet het niet; DV zoekt het uit",
            int((u["status"].eq("potentiele_dubbel") & u["eigenaar"].eq("DV")).sum()),
        ),
        ("Bevestigd: dezelfde als een bestaande vereniging", int(u["status"].eq("bevestigde_dubbel").sum())),
        ("Dubbel van zichzelf: met een ander nummer al geladen", int(zelf.sum())),
    ]
    return Sectie(
        "dubbels-opladen",
        "Wat gebeurt er met de dubbels?",
        (
            Alinea(
                "Een registratie die het register tegenhoudt als mogelijke dubbel, gaat met de kandidaten ernaast in "
                "de werkmap besluiten naar de piloot. Wie “verschillend” antwoordt, wordt bij de volgende lading toch "
                "geregistreerd; wie “zelfde” antwoordt, krijgt de bestaande vCode."
            ),
            maak_tabel(pd.DataFrame(rijen, columns=["Stand", "Verenigingen"]), "Dubbels naar stand"),
        ),
    )  # fmt: skip


def sectie_niet_geladen(ladingen: Ladingen) -> Sectie:
    """List what is not loaded, with reason, owner and next step."""
    deze = ladingen.deze
    niet = deze.uitkomsten[~deze.uitkomsten["status"].isin(IN_REGISTER)]
    tabel = niet.assign(status=niet["status"].map(STATUSSEN))
    koppen = {"intern_nummer": "Vereniging", "blad": "Blad", "rij": "Rij", "status": "Status", "reden": "Reden",
              "eigenaar": "Eigenaar", "volgende_stap": "Volgende stap"}  # fmt: skip
    return Sectie(
        "niet-geladen",
        "Wat is niet geladen, en wat nu?",
        (
            maak_figuur(fouten_per_soort(count_fouten(deze.uitkomsten), ladingen.herkomst)),
            maak_tabel(tabel, "Niet geladen verenigingen, met reden en volgende stap", koppen=koppen, elders=_LIJST),
        ),
    )


def sectie_rondes(ladingen: Ladingen) -> Sectie:
    """Set round 2 against production."""
    figuur = maak_figuur(rondes_naast_elkaar(vergelijk_rondes(ladingen.rondes), ladingen.herkomst))
    uitleg: tuple[Blok, ...] = ()
    if len(ladingen.rondes) < 2:
        uitleg = (Alinea("Er is maar één lading bekend; met die van de andere ronde staan ze hier naast elkaar."),)
    return Sectie("rondes-opladen", "Ronde 2 tegenover productie", (*_waarschuwingen(ladingen.deze), *uitleg, figuur))


def vergelijk_rondes(ladingen: Sequence[Opgeladen]) -> pd.DataFrame:
    """Return per load ``ronde`` (str) and ``in_register, dubbel, fout, overig`` (int): together what was delivered."""
    rijen = []
    for lading in ladingen:
        s = lading.uitkomsten["status"]
        in_register, dubbel = int(s.isin(IN_REGISTER).sum()), int(s.str.endswith("_dubbel").sum())
        fout = int(s.isin(["niet_laadbaar", "geweigerd"]).sum())
        naam = f"Ronde {lading.ronde}: {lading.omgeving}"
        rijen.append((naam, in_register, dubbel, fout, len(s) - in_register - dubbel - fout))
    return pd.DataFrame(rijen, columns=["ronde", "in_register", "dubbel", "fout", "overig"])


def sectie_teruggelezen(ladingen: Ladingen) -> Sectie:
    """Tell whether the register holds what was sent."""
    deze = ladingen.deze
    per_veld = deze.velden.pivot_table(
        index="veld", columns="oordeel", values="waarden", aggfunc="sum", fill_value=0, observed=True
    )
    frame = per_veld.astype("int64").reset_index().rename(columns={"veld": "Veld"})
    frame.columns = [str(k) for k in frame.columns]
    verloren = int(deze.verschillen["oordeel"].isin(["verloren", "niet gelezen"]).sum())
    return Sectie(
        "teruggelezen",
        "Staat het er zoals het gestuurd is?",
        (
            Alinea(
                f"Elke geladen vereniging werd teruggelezen ({deze.teruggelezen}) en veld voor veld vergeleken met wat "
                "gestuurd werd. Wat verschilt, staat in verschillen.csv; verrijkt is wat het register zelf toevoegde."
            ),
            Kader(
                "1 veld ging verloren of kreeg een andere waarde."
                if verloren == 1
                else f"{verloren} velden gingen verloren of kregen een andere waarde.",
                "fout" if verloren else "in-orde",
            ),
            maak_tabel(frame, "Waarden per veld en oordeel", hoogstens=80),
        ),
    )


def sectie_pariteit(ladingen: Ladingen) -> Sectie:
    """Tell whether the rules predicted what the register refused."""
    deze = ladingen.deze
    kaart = deze.scorekaart
    ontbreekt, vooraf = (kaart[kaart["regel"].eq(r)] for r in ("regel ontbreekt", "niet vooraf te weten"))
    voorspeld = kaart[kaart["melding"].eq("")]
    voorspeld = voorspeld.assign(
        precisie=[breuk(int(b), int(g)) for b, g in zip(voorspeld["bevestigd"], voorspeld["getoetst"], strict=True)],
        recall=[
            breuk(int(w), int(w) + int(g)) for w, g in zip(voorspeld["geweigerd"], voorspeld["gemist"], strict=True)
        ],
    )
    blokken: list[Blok] = [
        Alinea(
            "Vooraf voorspellen de regels wat het register zal weigeren. Wat niet laadbaar was, werd voorgelegd aan "
            "een oefenregister dat daarna weggegooid werd: zo is na te gaan of de voorspelling klopt."
        )
    ]
    meldingkoppen = {"melding": "Melding van het register", "gemist": "Verenigingen", "rijen": "Welke"}
    if len(ontbreekt):
        wat = aantal(len(ontbreekt), "weigering van het register was", "weigeringen van het register waren")
        blokken += [
            Kader(f"{wat} niet voorspeld: regel ontbreekt.", "fout"),
            maak_tabel(ontbreekt, "Regel ontbreekt", koppen=meldingkoppen),
        ]
    if len(vooraf):
        blokken.append(maak_tabel(vooraf, "Weigeringen die niemand vooraf kan weten", koppen=meldingkoppen))
    koppen = {"regel": "Regel", "voorspeld": "Voorspeld", "precisie": "Voorspeld en ook geweigerd (precisie)",
              "recall": "Geweigerd en ook voorspeld (recall)", "rijen": "Waar we verschilden"}  # fmt: skip
    blokken += [Subkop("Per regel"), maak_tabel(voorspeld, "Voorspeld tegenover geantwoord", koppen=koppen)]
    return Sectie("pariteit", "Klopte de voorspelling?", tuple(blokken))
