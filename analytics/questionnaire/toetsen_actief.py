"""Claims on activity: when did the associations last confirm, and are there any that stopped?"""

from __future__ import annotations

from analytics.questionnaire.bevestiging import bevestigd_binnen
from analytics.questionnaire.datums import datum_nl, maanden_terug
from analytics.questionnaire.inactief import vermoedelijk_inactief
from analytics.questionnaire.stelling import Stelling
from analytics.questionnaire.uitslag import Uitslag, aandeel, getal, hoogstens, minstens, niet_toetsbaar, procent
from analytics.questionnaire.waarnemingen import KOLOM_GEBRUIKT, Waarnemingen

_KOLOM = "'Nog actief? / laatst bevestigd op'"


def recent_bevestigd(stelling: Stelling, waarnemingen: Waarnemingen) -> Uitslag:
    """
    Test "at least ``grens`` of the associations confirmed in the last ``maanden`` months".

    A "ja" without a date and what cannot be read may go either way. A blank counts against the claim where the pilot
    keeps the column up (half of it filled), and is unknown where it hardly uses it. The months are those before the
    answer was given: a claim that was true does not become false by waiting.
    """
    gelezen = waarnemingen.bevestigingen()
    totaal = len(gelezen)
    if totaal == 0:
        return niet_toetsbaar(f"Er zijn geen verenigingen met een kolom {_KOLOM}.")
    gegeven_op = min(stelling.op or waarnemingen.peildatum, waarnemingen.peildatum)
    goed = int(bevestigd_binnen(gelezen, gegeven_op, stelling.maanden).sum())
    sinds = datum_nl(maanden_terug(gegeven_op, stelling.maanden))
    soort = gelezen["soort"]
    leeg, zwevend = int((soort == "leeg").sum()), int(soort.isin(["ja", "onleesbaar"]).sum())
    gebruikt = totaal - leeg >= KOLOM_GEBRUIKT * totaal
    oordeel = minstens(goed, zwevend + (0 if gebruikt else leeg), totaal, stelling.grens)
    bewijs = (
        f"{aandeel(goed, totaal, 'verenigingen')} hebben een bevestiging sinds {sinds} ({stelling.maanden} maanden "
        f"voor het antwoord); "
        f"verwacht is minstens {procent(stelling.grens)}. Zonder bevestiging: {getal(leeg)}; zonder leesbare datum: "
        f"{getal(zwevend)}; niet meer actief: {getal(int((soort == 'nee').sum()))}."
    )
    if oordeel == "niet toetsbaar" and not gebruikt:
        bewijs += f" De kolom {_KOLOM} is te weinig ingevuld om dit te toetsen."
    return Uitslag(oordeel, bewijs, goed, totaal)


def geen_inactieve(stelling: Stelling, waarnemingen: Waarnemingen) -> Uitslag:
    """
    Test "inactive associations are gone": at most ``grens`` of them known to have stopped.

    Confirmed only when there was something to look at: a column that is kept up, or numbers that KBO was asked about.
    """
    nu = waarnemingen.nu
    totaal = 0 if nu is None else len(nu.verenigingen)
    if nu is None or totaal == 0:
        return niet_toetsbaar("Er is nog geen levering met verenigingen.")
    verdacht = vermoedelijk_inactief(waarnemingen)
    zeker = int(verdacht["zeker"].sum())
    vaag = len(verdacht) - zeker
    gelezen = waarnemingen.bevestigingen()
    gevuld = int((gelezen["soort"] != "leeg").sum())
    kbo = int(nu.is_kbo.sum())
    bekend = gevuld + (kbo if waarnemingen.kbo_gestopt is not None else 0)
    bewijs = (
        f"{aandeel(zeker, totaal, 'verenigingen')} zijn aantoonbaar gestopt "
        f"({_per_reden(verdacht['redenen'].tolist())}); nog {getal(vaag)} zijn vermoedelijk inactief. "
        f"Toegestaan is hoogstens {procent(stelling.grens)}."
    )
    if waarnemingen.kbo_gestopt is None and kbo:
        bewijs += f" Of de {getal(kbo)} KBO-nummers nog lopen, is nog niet aan het register gevraagd."
    oordeel = hoogstens(zeker, vaag, totaal, stelling.grens)
    if oordeel == "bevestigd" and bekend < KOLOM_GEBRUIKT * totaal:
        oordeel = "niet toetsbaar"
        bewijs += f" Maar van {getal(totaal - bekend)} verenigingen is niets over hun activiteit bekend."
    return Uitslag(oordeel, bewijs, zeker, totaal)


def _per_reden(redenen: list[str]) -> str:
    zinnen = [deel for reden in redenen for deel in reden.split("; ")]
    geteld = [f"{getal(zinnen.count(zin))} × {zin}" for zin in dict.fromkeys(zinnen)]
    return ", ".join(geteld) or "geen aanwijzingen"
