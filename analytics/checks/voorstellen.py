"""
Mechanical repairs of one value: nobody has to know the association to see what was meant.

Each takes the text of a cell as it stands and returns the repaired text, or ``None`` when there is nothing to repair
or more than one way to do it. What is returned is accepted by the rule that asked for it.
"""

from __future__ import annotations

import re
import unicodedata

from analytics.checks.oordelen import ADRES_PURI, is_email, is_telefoon, is_url
from analytics.domain.nummers import is_belgische_iban, is_kbo_nummer
from analytics.intake.lezing_lijst import code_van_label

#: What cannot be seen and never belongs in a value: zero-width characters, soft hyphen, marks of direction, BOM.
ONZICHTBAAR = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff")
_ANDERE_SPATIES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def zonder_onzichtbare(tekst: str) -> str:
    """Return *tekst* with ordinary blanks only, without zero-width and control characters."""
    zichtbaar = "".join(t for t in _ANDERE_SPATIES.sub(" ", tekst) if t not in ONZICHTBAAR)
    return "".join(t for t in zichtbaar if t in "\t\n\r" or unicodedata.category(t) != "Cc")


def schoon(tekst: str) -> str:
    """Return *tekst* on one line, without invisible characters, double blanks, or blanks at its ends."""
    return " ".join(zonder_onzichtbare(tekst).split())


def _anders(oud: str, nieuw: str | None) -> str | None:
    return nieuw if nieuw and nieuw != oud else None


def geheel_getal_voorstel(tekst: str) -> str | None:
    """Return the age in ``6 jaar``, ``+16`` or ``16+``; a range says more than one cell can hold."""
    m = re.fullmatch(r"\+?\s*([0-9]{1,3})\s*(?:\+|j\.?|jr\.?|jaar|jaren)?", schoon(tekst), re.I)
    return str(int(m[1])) if m and int(m[1]) <= 150 else None


def janee_voorstel(tekst: str) -> str | None:
    """Return ``ja`` or ``nee`` when the word is clear but for punctuation."""
    return code_van_label(schoon(tekst).strip("?!.,;:()' \""), "janee") if "?" not in tekst else None


def kbo_voorstel(tekst: str) -> str | None:
    """Return the KBO number without prefix, dashes or slashes, and with its lost zero, when the check digits fit."""
    kaal = re.sub(r"(?i)^(?:btw|vat|kbo|on)?[\s:.-]*(?:BE)?", "", schoon(tekst))
    cijfers = re.sub(r"[\s.\-/_]", "", kaal)
    if not re.fullmatch(r"[0-9]{9,10}", cijfers):
        return None
    cijfers = cijfers.zfill(10)
    return _anders(tekst, f"{cijfers[:4]}.{cijfers[4:7]}.{cijfers[7:]}") if is_kbo_nummer(cijfers) else None


def iban_voorstel(tekst: str) -> str | None:
    """Return the IBAN in capitals and groups of four, without what stood around it, when its check digits fit."""
    kaal = re.sub(r"[^0-9A-Z]", "", re.sub(r"(?i)^\s*iban\b", "", schoon(tekst)).upper())
    groepen = " ".join(kaal[i : i + 4] for i in range(0, len(kaal), 4))
    return _anders(tekst, groepen) if is_belgische_iban(groepen) else None


#: Domains as people mistype them.
DOMEINTYPOS = {
    "gmial.com": "gmail.com",
    "gmai.com": "gmail.com",
    "gmal.com": "gmail.com",
    "gamil.com": "gmail.com",
    "gmail.be": "gmail.com",
    "gmail.con": "gmail.com",
    "gmail.co": "gmail.com",
    "gnail.com": "gmail.com",
    "gmaill.com": "gmail.com",
    "hotmial.com": "hotmail.com",
    "hotmal.com": "hotmail.com",
    "hotmai.com": "hotmail.com",
    "hotmail.con": "hotmail.com",
    "hotmaill.com": "hotmail.com",
    "hormail.com": "hotmail.com",
    "outlok.com": "outlook.com",
    "outlook.con": "outlook.com",
    "telent.be": "telenet.be",
    "telnet.be": "telenet.be",
    "telenet.com": "telenet.be",
    "telenet.eb": "telenet.be",
    "teenet.be": "telenet.be",
    "skynet.eb": "skynet.be",
    "sknet.be": "skynet.be",
    "yahho.com": "yahoo.com",
    "proximus.eb": "proximus.be",
}


def domein_voorstel(tekst: str) -> str | None:
    """Return the address with the domain that was meant."""
    lokaal, apenstaart, domein = tekst.rpartition("@")
    beter = DOMEINTYPOS.get(domein.strip().lower())
    return _anders(tekst, f"{lokaal}@{beter}") if apenstaart and beter else None


def email_voorstel(tekst: str) -> str | None:
    """Return the first address in the cell, without label, brackets, ``mailto:``, blanks or a full stop at its end."""
    kaal = re.sub(r"(?i)\bmailto:|^\s*e-?mail(?:adres)?\s*:", " ", schoon(tekst))
    kaal = re.sub(r"(?i)\s*[\[(]at[\])]\s*", "@", kaal)
    if kaal.count("@") == 1:
        # "jan @ club.be" and "jan@club .be" are one address; "jan piet@club.be" may be two names.
        kaal = re.sub(r"\s*@\s*", "@", kaal)
    kaal = re.sub(r"\s*,\s*(?=(?:be|com|org|net|eu)\b)", ".", kaal) if "@" in kaal else kaal
    for stuk in re.split(r"[\s;,<>()|\[\]\"]+|/(?=\S+@)", kaal):
        adres = stuk.strip(".,;:'").strip()
        if "@" in adres:
            zonder = "".join(t for t in unicodedata.normalize("NFKD", adres) if not unicodedata.combining(t))
            adres = re.sub(r"\.{2,}", ".", zonder)
            adres = domein_voorstel(adres) or adres
            if is_email(adres):
                return _anders(tekst, adres)
    return None


def telefoon_voorstel(tekst: str) -> str | None:
    """Return the first number in the cell, without the words around it; a lone letter between digits is no word."""
    kaal = schoon(tekst).replace("–", "-").replace("\u2011", "-").replace("\u2010", "-")
    kaal = re.sub(r"(?<=[0-9]),(?=[0-9])", ".", kaal) if kaal.count(",") == 1 else kaal
    for stuk in re.split(r"[;,|&]|\b(?:of|en|or|ook)\b|\s/\s", kaal):
        for nummer in re.findall(r"\+?[0-9(][0-9 ./()+-]*", stuk):
            beste = str(nummer).strip(" ./-")
            # Belgian numbers have nine or ten digits, more with the country in front.
            if (
                8 <= sum(t.isdigit() for t in beste) <= 14
                and is_telefoon(beste)
                and beste.count("(") == beste.count(")")
            ):
                return _anders(tekst, beste)
    return None


def nul_voorstel(tekst: str) -> str | None:
    """Return a Belgian number with the zero that Excel took: eight or nine digits that do not start with one."""
    kaal = tekst.strip()
    cijfers = re.sub(r"[ ./()-]", "", kaal)
    return f"0{kaal}" if re.fullmatch(r"[1-9][0-9]{7,8}", cijfers) and kaal[0].isdigit() else None


def url_voorstel(tekst: str) -> str | None:
    """Return the first web address in the cell, with ``https://`` in front where it was missing."""
    for stuk in re.split(r"[\s;,|]+", re.sub(r"(?i)^\s*(?:web)?(?:site|adres)\s*:", "", schoon(tekst))):
        kaal = re.sub(r"(?i)^(https?)(?::/?|//|;//|:\\\\)(?!/)", r"\1://", stuk.strip("<>()'\"").rstrip("."))
        kaal = kaal if re.match(r"(?i)https?://", kaal) else f"https://{kaal.lstrip('/:')}"
        romp = kaal.split("://", 1)[1]
        # A word with a dot in it is an address only if a host name: "dr.peeters@club.be" and "n.v.t." are not.
        is_host = re.fullmatch(r"(?i)(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#:]\S*)?", romp)
        if is_host and is_url(kaal) and "<" not in kaal and not re.fullmatch(r"(?i)(?:[a-z]\.)+[a-z]{1,2}", romp):
            return _anders(tekst, kaal)
    return None


def puri_voorstel(tekst: str) -> str | None:
    """Return the address id as the register wants it, from its number or from a web address that holds it."""
    m = re.fullmatch(r"(?i)(?:https?://)?(?:www\.)?(?:data\.vlaanderen\.be/id/adres/)?([0-9]{4,9})/?", schoon(tekst))
    return _anders(tekst, ADRES_PURI + m[1]) if m else None
