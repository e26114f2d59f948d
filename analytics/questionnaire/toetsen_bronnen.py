"""Claims on sources and doubles: one central source or one file per service, compared with each other or not."""

from __future__ import annotations

import pandas as pd

from analytics.questionnaire.bronnen import botsingen, bron_per_vereniging
from analytics.questionnaire.datums import datum_nl, maanden_terug
from analytics.questionnaire.stelling import Stelling
from analytics.questionnaire.uitslag import Oordeel, Uitslag, aandeel, getal, hoogstens, niet_toetsbaar, procent
from analytics.questionnaire.waarnemingen import KOLOM_GEBRUIKT, Momentopname, Waarnemingen

_GEEN_LEVERING = "Er is nog geen levering met verenigingen."
_GEEN_PAREN = "Er is nog niet naar dubbels gezocht."


def een_bron(_stelling: Stelling, waarnemingen: Waarnemingen) -> Uitslag:
    """Test "all rows come from one source"; a service mentioned besides it contradicts that."""
    return _aantal_bronnen(waarnemingen, verwacht_een=True)


def per_dienst(_stelling: Stelling, waarnemingen: Waarnemingen) -> Uitslag:
    """Test "each service delivered its own part": more than one source must be named."""
    return _aantal_bronnen(waarnemingen, verwacht_een=False)


def _aantal_bronnen(waarnemingen: Waarnemingen, *, verwacht_een: bool) -> Uitslag:
    if waarnemingen.nu is None:
        return niet_toetsbaar(_GEEN_LEVERING)
    bron = bron_per_vereniging(waarnemingen.nu)
    telling = bron.value_counts()
    gevuld, totaal = int(bron.notna().sum()), len(bron)
    if totaal == 0 or gevuld == 0:
        return niet_toetsbaar("De kolom Bron / dienst is leeg.", 0, totaal)
    namen = ", ".join(f"{naam} ({getal(int(aantal))})" for naam, aantal in telling.head(6).items())
    aantal = "Eén bron" if len(telling) == 1 else f"{len(telling)} bronnen"
    bewijs = f"{aantal} in de kolom Bron / dienst, ingevuld bij {aandeel(gevuld, totaal, 'verenigingen')}: {namen}."
    oordeel: Oordeel = "bevestigd" if (len(telling) == 1) == verwacht_een else "tegengesproken"
    # More than one source is seen however little is filled in; "only one" needs most of the column.
    if len(telling) == 1 and gevuld < KOLOM_GEBRUIKT * totaal:
        oordeel = "niet toetsbaar"
    return Uitslag(oordeel, bewijs, int(telling.iloc[0]), totaal)


def bronnen_vergeleken(stelling: Stelling, waarnemingen: Waarnemingen) -> Uitslag:
    """Test "sources were brought together and compared": hardly any association still comes from two sources."""
    nu, paren = waarnemingen.nu, waarnemingen.paren
    if nu is None:
        return niet_toetsbaar(_GEEN_LEVERING)
    bron = bron_per_vereniging(nu)
    totaal = int(bron.notna().sum())
    if bron.nunique() < 2:
        return niet_toetsbaar("De kolom Bron / dienst noemt geen twee bronnen om te vergelijken.", 0, totaal)
    if paren is None:
        return niet_toetsbaar(_GEEN_PAREN)
    tussen = botsingen(nu, paren)
    betrokken = len({*tussen["a"], *tussen["b"]})
    strijdig = int((tussen["velden"] != "").sum())
    bewijs = (
        f"{aandeel(betrokken, totaal, 'verenigingen met een bron')} staan er bij een andere bron nog eens in "
        f"({_paren(len(tussen))}, waarvan {getal(strijdig)} met tegenstrijdige gegevens); toegestaan is hoogstens "
        f"{procent(stelling.grens)}."
    )
    return Uitslag(hoogstens(betrokken, 0, totaal, stelling.grens), bewijs, min(betrokken, totaal), totaal)


def geen_dubbels(stelling: Stelling, waarnemingen: Waarnemingen) -> Uitslag:
    """
    Test "no doubles left": one sure double contradicts it.

    ``grens`` is the share of associations that may still be in a merely possible pair.
    """
    return _dubbels(stelling, waarnemingen, waarnemingen.paren, "de hele levering")


def geen_dubbels_per_bron(stelling: Stelling, waarnemingen: Waarnemingen) -> Uitslag:
    """Test "traced within each service": no sure double among the rows of one source."""
    nu, paren = waarnemingen.nu, waarnemingen.paren
    if nu is None or paren is None or paren.empty:
        return _dubbels(stelling, waarnemingen, paren, "elke bron apart")
    sleutel = nu.kolom("verenigingen", "intern_nummer")
    bron = bron_per_vereniging(nu).reindex(sleutel.index)
    bron = bron.set_axis(pd.Index(sleutel))
    bron = bron[bron.index.notna() & ~bron.index.duplicated()].fillna("")
    a, b = (bron.reindex(paren[kant].astype("string")).to_numpy() for kant in ("a", "b"))
    return _dubbels(stelling, waarnemingen, paren[a == b], "elke bron apart")


def _dubbels(stelling: Stelling, waarnemingen: Waarnemingen, paren: pd.DataFrame | None, waar: str) -> Uitslag:
    nu = waarnemingen.nu
    if nu is None or nu.verenigingen.empty:
        return niet_toetsbaar(_GEEN_LEVERING)
    totaal = len(nu.verenigingen)
    if paren is None:
        return niet_toetsbaar(_GEEN_PAREN, 0, totaal)
    eigen = nu.kolom("verenigingen", "intern_nummer")
    paren = paren[paren["a"].isin(eigen) & paren["b"].isin(eigen)]
    zeker = paren[paren["oordeel"] == "dubbel"]
    mogelijk = paren[paren["oordeel"] == "mogelijk"]
    in_zeker = {*zeker["a"], *zeker["b"]}
    in_mogelijk = {*mogelijk["a"], *mogelijk["b"]} - in_zeker
    fout = min(len(in_zeker), totaal)
    bewijs = (
        f"{aandeel(fout, totaal, 'verenigingen')} zitten in een dubbel ({_paren(len(zeker))}, gezocht in {waar}); "
        f"nog {getal(len(in_mogelijk))} zitten in een mogelijke dubbel."
    )
    if fout:
        return Uitslag("tegengesproken", bewijs, fout, totaal)
    oordeel = hoogstens(len(in_mogelijk), 0, totaal, stelling.grens)
    return Uitslag("bevestigd" if oordeel == "bevestigd" else "niet toetsbaar", bewijs, fout, totaal)


def bronnen_samen(_stelling: Stelling, waarnemingen: Waarnemingen) -> Uitslag:
    """Test "all services at once": no source turns up for the first time in a later delivery."""
    per_levering = [_bronnen(opname) for opname in waarnemingen.leveringen]
    if len(per_levering) < 2 or not per_levering[0]:
        return niet_toetsbaar("Er zijn nog geen twee leveringen met een ingevulde kolom Bron / dienst.")
    eerste, alle = per_levering[0], set[str]().union(*per_levering)
    nieuw = sorted(alle - eerste)
    bewijs = f"{len(eerste)} van de {len(alle)} bronnen zaten al in de eerste levering."
    if nieuw:
        return Uitslag("tegengesproken", f"{bewijs} Later kwam erbij: {', '.join(nieuw)}.", len(eerste), len(alle))
    return Uitslag("bevestigd", bewijs, len(eerste), len(alle))


def bronnen_na_elkaar(stelling: Stelling, waarnemingen: Waarnemingen) -> Uitslag:
    """Test "one service after the other, within ``maanden`` months": sources join, and not too late."""
    per_levering = [_bronnen(opname) for opname in waarnemingen.leveringen]
    alle = set[str]().union(*per_levering) if per_levering else set()
    if len(per_levering) < 2 or alle == per_levering[0]:
        return niet_toetsbaar("Nog geen bron kwam er na de eerste levering bij.")
    begin = waarnemingen.leveringen[0].ontvangen
    nieuw_op = [
        opname.ontvangen
        for plaats, opname in enumerate(waarnemingen.leveringen)
        if plaats and per_levering[plaats] - set[str]().union(*per_levering[:plaats])
    ]
    laatste = max((dag for dag in nieuw_op if dag), default=None)
    later = len(alle) - len(per_levering[0])
    if begin is None or laatste is None:
        return niet_toetsbaar("De data van ontvangst van de leveringen zijn niet bekend.", later, len(alle))
    bewijs = (
        f"{later} van de {len(alle)} bronnen kwamen er na de eerste levering van {datum_nl(begin)} bij, de laatste op "
        f"{datum_nl(laatste)}; gepland is hoogstens {stelling.maanden} maanden."
    )
    op_tijd = maanden_terug(laatste, stelling.maanden) <= begin
    return Uitslag("bevestigd" if op_tijd else "tegengesproken", bewijs, later, len(alle))


def _bronnen(opname: Momentopname) -> set[str]:
    # Lower case: a service may be spelled otherwise in the next delivery.
    return {str(bron).casefold() for bron in bron_per_vereniging(opname).dropna().unique()}


def _paren(aantal: int) -> str:
    return f"{getal(aantal)} {'paar' if aantal == 1 else 'paren'}"
