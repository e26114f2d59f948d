"""Mechanical repairs of types and of lists of codes; see :mod:`analytics.checks.voorstellen`."""

from __future__ import annotations

import re

from analytics.checks.gemeenten import gebied_van_deelgemeente
from analytics.checks.voorstellen import schoon
from analytics.intake.lezing_lijst import code_van_label, is_code, splits_lijst
from analytics.intake.lezing_wijze import sleutel_van_label

_CONTACTTYPES = {
    "E-mail": "email,e mail,mail,mails,mailadres,emailadres,e mailadres,e mail adres,emails",
    "Telefoon": "telefoon,tel,telnr,telefoonnummer,telefoonnr,gsm,gsm nummer,gsmnummer,gsm nr,mobiel,vast,vaste lijn",
    "Website": "website,web,site,url,webadres,webpagina,homepage,internet,www",
    "SocialMedia": "socialmedia,social media,sociale media,facebook,fb,instagram,twitter,linkedin,youtube,socials",
}
_LOCATIETYPES = {
    "Correspondentie": "correspondentie,correspondentieadres,post,postadres,briefwisseling,contactadres",
    "Activiteiten": "activiteiten,activiteit,activiteitenadres,activiteitenlocatie,activiteitenlokaal,speelplaats",
}


def _woord(tekst: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9]+", " ", sleutel_van_label(tekst)).split())


def _namen(typen: dict[str, str]) -> dict[str, str]:
    return {naam: code for code, namen in typen.items() for naam in namen.split(",")}


_CONTACTNAMEN, _LOCATIENAMEN = _namen(_CONTACTTYPES), _namen(_LOCATIETYPES)


def contacttype_voorstel(tekst: str) -> str | None:
    """Return the contact type that a word such as ``GSM`` or ``Email`` means."""
    return _anders(tekst, _CONTACTNAMEN.get(_woord(tekst)))


def locatietype_voorstel(tekst: str) -> str | None:
    """Return the location type that a word such as ``Postadres`` means."""
    return _anders(tekst, _LOCATIENAMEN.get(_woord(tekst)))


def hoofdactiviteiten_voorstel(tekst: str) -> str | None:
    """Return the list with every code in capitals and once, when each item is a code or label but for that."""
    return _lijst_voorstel(tekst, "hoofdactiviteiten")


def werkingsgebieden_voorstel(tekst: str) -> str | None:
    """Return the list as codes: Vlaanderen as its provinces, parts and former municipalities as the one of now."""
    return _lijst_voorstel(tekst, "werkingsgebieden")


def _lijst_voorstel(tekst: str, lijst: str) -> str | None:
    codes: list[str] = []
    for item in splits_lijst(schoon(tekst.replace("\n", ";")), lijst):
        gevonden = _codes_van_item(item, lijst)
        if not gevonden:
            return None
        codes += gevonden
    uniek = list(dict.fromkeys(codes))
    if lijst == "werkingsgebieden" and len(uniek) > 1 and "NVT" in uniek:
        return None
    return _anders(tekst, ";".join(uniek))


def _codes_van_item(item: str, lijst: str) -> list[str]:
    if is_code(item, lijst):
        return [item.upper()]
    if is_code(item.upper(), lijst):
        return [item.upper()]
    if code := code_van_label(item, lijst):
        return [code]
    # "SPRT - Sport" as a drop-down list would show it.
    if (m := re.fullmatch(r"(\w+)\s*[-–:(]\s*(.+?)\)?", item)) and code_van_label(m[2], lijst) == m[1].upper():
        return [m[1].upper()]
    if lijst == "werkingsgebieden":
        sleutel = sleutel_van_label(item)
        if sleutel in ("vlaanderen", "heel vlaanderen", "vlaams gewest"):
            return ["BE21", "BE22", "BE23", "BE24", "BE25"]
        if code := gebied_van_deelgemeente().get(sleutel):
            return [code]
    return []


def _anders(oud: str, nieuw: str | None) -> str | None:
    return nieuw if nieuw and nieuw != oud else None
