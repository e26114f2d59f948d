"""Claims on the data itself: what was there, what was added, which INSZ were collected, who was told in time."""

from __future__ import annotations

import pandas as pd

from analytics.domain.nummers import zijn_insz
from analytics.questionnaire.datums import datum_nl
from analytics.questionnaire.stelling import Stelling
from analytics.questionnaire.uitslag import Uitslag, aandeel, minstens, niet_toetsbaar, procent
from analytics.questionnaire.vragen import CATEGORIEEN
from analytics.questionnaire.vulgraad import vulgraad_van
from analytics.questionnaire.waarnemingen import Momentopname, Waarnemingen

_GEEN_LEVERING = "Er is nog geen levering met verenigingen."


def was_er(stelling: Stelling, waarnemingen: Waarnemingen) -> Uitslag:
    """Test "we already had this": filled from the first delivery, and not risen by more than ``grens`` since."""
    gevuld = _vulling(stelling, waarnemingen)
    if isinstance(gevuld, Uitslag):
        return gevuld
    (eerst, eerst_totaal), (nu, totaal), bewijs = gevuld
    if eerst == 0 or (eerst_totaal and nu / totaal - eerst / eerst_totaal > stelling.grens):
        return Uitslag("tegengesproken", bewijs, eerst, max(eerst_totaal, 1))
    return Uitslag("bevestigd", bewijs, nu, totaal)


def aangevuld(stelling: Stelling, waarnemingen: Waarnemingen) -> Uitslag:
    """
    Test "looked up or added for this migration": not empty, and risen by at least ``grens`` since the first delivery.

    Without a rise it cannot be told: it may have been added before the first delivery.
    """
    gevuld = _vulling(stelling, waarnemingen)
    if isinstance(gevuld, Uitslag):
        return gevuld
    (eerst, eerst_totaal), (nu, totaal), bewijs = gevuld
    if nu == 0:
        return Uitslag("tegengesproken", bewijs, nu, totaal)
    if len(waarnemingen.leveringen) > 1 and eerst_totaal and nu / totaal - eerst / eerst_totaal >= stelling.grens:
        return Uitslag("bevestigd", bewijs, nu, totaal)
    return niet_toetsbaar(f"{bewijs} Het aanvullen kan al vóór de eerste levering gebeurd zijn.", nu, totaal)


def niet_aanwezig(stelling: Stelling, waarnemingen: Waarnemingen) -> Uitslag:
    """Test "we do not have this": (hardly) anything filled in."""
    gevuld = _vulling(stelling, waarnemingen)
    if isinstance(gevuld, Uitslag):
        return gevuld
    _, (nu, totaal), bewijs = gevuld
    return Uitslag("bevestigd" if nu <= stelling.grens * totaal else "tegengesproken", bewijs, nu, totaal)


def _vulling(stelling: Stelling, waarnemingen: Waarnemingen) -> Uitslag | tuple[tuple[int, int], tuple[int, int], str]:
    """Return filled and total of the first and the present delivery with a sentence, or why there is nothing to see."""
    leveringen = waarnemingen.leveringen
    if waarnemingen.nu is None or not leveringen:
        return niet_toetsbaar(_GEEN_LEVERING)
    eerst = vulgraad_van(leveringen[0], stelling.categorie)
    nu = vulgraad_van(leveringen[-1], stelling.categorie)
    naam = CATEGORIEEN[stelling.categorie].lower()
    if nu[1] == 0:
        return niet_toetsbaar(f"Geen enkele vereniging in deze levering kan {naam} hebben.")
    wat = "facultatieve cellen van het blad Verenigingen" if stelling.categorie == "verenigingen" else "verenigingen"
    bewijs = f"{naam.capitalize()} ingevuld: {aandeel(*nu, wat)}"
    if len(leveringen) > 1:
        deel = procent(eerst[0] / eerst[1]) if eerst[1] else "geen"
        bewijs += f"; in de eerste levering was dat {deel}"
    return eerst, nu, bewijs + "."


def insz_verzameld(stelling: Stelling, waarnemingen: Waarnemingen) -> Uitslag:
    """Test "the INSZ are collected": from round 2 at least ``grens`` of the representatives have a valid one."""
    nu = waarnemingen.nu
    if nu is None:
        return niet_toetsbaar(_GEEN_LEVERING)
    totaal = len(nu.tabel("vertegenwoordigers"))
    if nu.ronde < 2:
        return niet_toetsbaar("In ronde 1 staat er geen INSZ in de werkmappen; dit is pas vanaf ronde 2 te toetsen.")
    if totaal == 0:
        return niet_toetsbaar("Er staan geen vertegenwoordigers in deze levering.")
    insz = nu.kolom("vertegenwoordigers", "insz")
    goed, gevuld = int(zijn_insz(insz).sum()), int(insz.notna().sum())
    bewijs = (
        f"{aandeel(goed, totaal, 'vertegenwoordigers')} hebben een geldig INSZ "
        f"({gevuld - goed} ongeldig, {totaal - gevuld} leeg); verwacht is minstens {procent(stelling.grens)}."
    )
    return Uitslag(minstens(goed, 0, totaal, stelling.grens), bewijs, goed, totaal)


def reacties_verwerkt(stelling: Stelling, waarnemingen: Waarnemingen) -> Uitslag:
    """Test "reactions are worked in": at least ``grens`` of the associations changed since the first delivery."""
    leveringen = waarnemingen.leveringen
    if len(leveringen) < 2:
        return niet_toetsbaar("Er is nog maar één levering; wat er wijzigde, is pas bij een volgende te zien.")
    eerst, nu = _afdruk(leveringen[0]), _afdruk(leveringen[-1])
    beide = eerst.index.intersection(nu.index)
    if beide.empty:
        return niet_toetsbaar("Geen enkele vereniging komt met hetzelfde interne nummer in beide leveringen voor.")
    anders = int((eerst.reindex(beide) != nu.reindex(beide)).sum())
    bewijs = (
        f"Bij {aandeel(anders, len(beide), 'verenigingen die in beide leveringen staan')} wijzigden gegevens; "
        f"verwacht is minstens {procent(stelling.grens)}. Waarom ze wijzigden, is hier niet aan te zien."
    )
    return Uitslag(minstens(anders, 0, len(beide), stelling.grens), bewijs, anders, len(beide))


def _afdruk(opname: Momentopname) -> pd.Series[int]:
    """Return one hash per intern nummer over everything an association could have updated (INSZ left out)."""
    delen = []
    for tabel in CATEGORIEEN:
        rijen = opname.tabel(tabel)
        velden = sorted(set(rijen.columns) - {"intern_nummer", "werkmap", "blad", "rij", "groep", "insz"})
        if rijen.empty or not velden:
            continue
        tekst = pd.DataFrame({veld: opname.kolom(tabel, veld).fillna("") for veld in velden})
        afdruk = pd.util.hash_pandas_object(tekst, index=False)
        # The sum of the rows' hashes does not depend on their order.
        delen.append(afdruk.groupby(opname.kolom(tabel, "intern_nummer")).sum().rename(tabel))
    if not delen:
        return pd.Series(dtype="uint64")
    eigen = opname.kolom("verenigingen", "intern_nummer").dropna().unique()
    samen = pd.concat(delen, axis=1).reindex(eigen).fillna(0)
    return pd.util.hash_pandas_object(samen, index=False)


def tijdig_geinformeerd(stelling: Stelling, waarnemingen: Waarnemingen) -> Uitslag:
    """Test "told in time": at least ``grens`` days (the law says one) lie between the notice and the load."""
    kennisgeving, opladen = stelling.datum, waarnemingen.oplaaddatum
    if kennisgeving is None:
        return niet_toetsbaar("Er is geen datum van kennisgeving opgegeven.")
    if opladen is None:
        return niet_toetsbaar(
            f"Kennisgeving op {datum_nl(kennisgeving)}; de datum van opladen in productie is nog niet bekend."
        )
    dagen = (opladen - kennisgeving).days
    tijdig = dagen >= stelling.grens
    wat = "het geplande opladen" if waarnemingen.oplaaddatum_is_gepland else "het opladen"
    verschil = (
        f"{dagen} {'dag' if dagen == 1 else 'dagen'} vóór"
        if dagen > 0
        else "op de dag van" if dagen == 0 else f"{-dagen} {'dag' if dagen == -1 else 'dagen'} na"
    )  # fmt: skip
    bewijs = (
        f"Kennisgeving op {datum_nl(kennisgeving)}, dat is {verschil} {wat} in productie op {datum_nl(opladen)}; "
        f"minstens {stelling.grens:.0f} dag vooraf is nodig: {int(tijdig)} van 1 kennisgeving op tijd."
    )
    return Uitslag("bevestigd" if tijdig else "tegengesproken", bewijs, int(tijdig), 1)
