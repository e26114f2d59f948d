"""Say in Dutch why two records may be one association. Never a contact, account or person: only that they agree."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.duplicates.naamoordeel import Naamoordeel

NAAM = {
    "gelijk": "de naam is dezelfde op schrijfwijze en bijzaken na",
    "eigen": "de eigen naam is dezelfde",
    "tikfout": "de naam verschilt alleen door een tikfout",
    "deel": "de ene naam bevat de andere",
    "overlap": "de namen hebben woorden gemeen",
    "afkorting": "de ene naam is de afkorting van de andere",
    "naamswijziging": "beide namen staan bekend als die van één vereniging",
    "alleen_koepel": "dezelfde koepelorganisatie en plaats, verder geen eigen naam",
    "alleen_soort": "hetzelfde soort vereniging, verder geen gemeenschappelijke naam",
    "alleen_neven": "hetzelfde soort werking, verder geen gemeenschappelijke naam",
    "alleen_algemeen": "dezelfde algemene woorden, verder geen eigen naam",
    "alleen_vereniging": "geen van beide zegt meer dan „vereniging”",
    "alleen_plaats": "dezelfde plaats in de naam, maar slechts één noemt wat de vereniging is",
    "verschillend": "de namen verschillen",
    "geen_naam": "minstens één rij heeft geen naam",
}
KLASSE = {
    "koepel": "koepelorganisatie",
    "soort": "soort vereniging",
    "geslacht": "dames of heren",
    "leeftijd": "leeftijdsgroep",
    "neven": "nevenwerking",
    "getal": "nummer",
    "instelling": "soort instelling",
    "tegendeel": "tegendeel",
    "elk_iets": "elk zegt iets anders over wat de vereniging is",
    "wind": "windstreek",
    "streek": "streek",
    "plaats": "plaats in de naam",
    "club": "naam van de club",
}
PATROON = {
    "patroon_klopt": "de patroonheilige is die van de plaats die de andere naam noemt",
    "patroon_elders": "de patroonheilige is die van een andere plaats in de gemeente",
}
PLAATS = {
    "postcode": "zelfde postcode",
    "gemeente": "zelfde gemeente",
    "naam": "de naam noemt de gemeente van de andere",
    "geen_bestand": "geen enkele rij heeft een plaats: het bestand geldt als lijst van één gemeente",
    "verschreven": "bijna dezelfde postcode, waarvan één niet bestaat",
    "ontbreekt": "plaats onbekend bij één van beide",
    "beide_onbekend": "plaats onbekend bij beide",
    "zelfde_deel": "zelfde deelgemeente of wijk",
    "deel_een": "zelfde gemeente, waarvan slechts één een deel noemt",
    "deel": "een andere deelgemeente",
    "ander_deel": "een andere deelgemeente van dezelfde gemeente",
    "deel_centrum": "dezelfde gemeente, waarvan één een deel noemt en de andere de hoofdpostcode",
    "buurt": "naburige postcode",
    "buurt_streek": "naburige gemeente van de streek die beide namen noemen",
    "streek": "een andere gemeente van hetzelfde arrondissement",
    "naam_elders": "de naam noemt een andere gemeente",
    "ander": "een andere gemeente",
}
BEWIJS = {
    "kbo_nummer": ("zelfde KBO-nummer", "ander KBO-nummer"),
    "iban": ("zelfde rekeningnummer", ""),
    "e_mail": ("zelfde e-mailadres", ""),
    "website": ("zelfde website", ""),
    "telefoon": ("zelfde telefoonnummer", ""),
    "adres": ("zelfde straat en huisnummer", ""),
    "personen": ("gemeenschappelijke vertegenwoordiger", ""),
    "activiteiten": ("gemeenschappelijke hoofdactiviteit", "geen gemeenschappelijke hoofdactiviteit"),
}

_TELT = 0.5  # from how much log-odds what other pairs say is worth a reason


def schrijf_redenen(
    oordeel: Naamoordeel, verband: str, bijdragen: Mapping[str, float], *, kort: bool, elders: int
) -> str:
    """
    Return the reasons of one pair, joined by ``; ``.

    Args:
        oordeel: What the names say.
        verband: A key of :data:`PLAATS`.
        bijdragen: Contribution per kind of evidence in log-odds.
        kort: Whether a short or calling name spoke.
        elders: In how many other municipalities the name occurs, where that weighed; otherwise 0.
    """
    # "Heemkring De Vrede" and "Wandelclub De Vrede": the same but for a telling word.
    niveau = "eigen" if oordeel.niveau == "gelijk" and oordeel.verschillen else oordeel.niveau
    delen = [NAAM[niveau] + (" (korte naam of roepnaam)" if kort else "")]
    for klasse, links, rechts, _ in oordeel.verschillen:
        tegenover = f"„{links}” tegenover „{rechts}”" if links and rechts else f"alleen één heeft „{links or rechts}”"
        delen.append(f"{KLASSE[klasse]}: {tegenover}")
    delen += [PATROON[kenmerk] for kenmerk in oordeel.kenmerken if kenmerk in PATROON]
    delen.append(PLAATS[verband])
    if elders:
        delen.append("de naam is gangbaar in veel gemeenten")
    if bijdragen["mededinging"] <= -_TELT:
        delen.append("een andere vereniging past even goed of beter")
    elif bijdragen["mededinging"] > _TELT:  # more than that nothing is in the way
        delen.append("geen andere vereniging komt in de buurt")
    for naam, (gelijk, anders) in BEWIJS.items():
        if bijdragen.get(naam, 0.0) > 0:
            delen.append(gelijk)
        elif bijdragen.get(naam, 0.0) < 0:
            delen.append(anders)
    return "; ".join(delen)
