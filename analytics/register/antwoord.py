"""What the register answered, read into something with one meaning each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from analytics.domain.nummers import masker_insz

_VCODE = re.compile(r"V\d{7}", re.IGNORECASE)
_ETAG = re.compile(r'W/"(\d+)"')


class Soort(StrEnum):
    """The kinds of answer that the loader tells apart."""

    AANVAARD = "aanvaard"  # 202
    GEKEND = "gekend"  # 200: nothing to change, or the KBO number is known
    GEWEIGERD = "geweigerd"  # 400, in either layer
    NIET_TOEGELATEN = "niet toegelaten"  # 401, 403
    POTENTIELE_DUBBEL = "potentiële dubbel"  # 409
    VERSIE = "versie"  # 412
    WACHT = "wacht"  # 429, 503
    STORING = "storing"  # 500, another status, or a body nobody can use
    GEEN_ANTWOORD = "geen antwoord"  # time-out, broken connection: it may or may not have been done


@dataclass(frozen=True)
class Melding:
    """One refusal: the register's field key (``""`` in the second layer) and its literal sentence, INSZ masked."""

    sleutel: str
    tekst: str


@dataclass(frozen=True)
class Kandidaat:
    """An association that the register thinks may be the same; only what is public."""

    vcode: str
    naam: str
    korte_naam: str
    type_code: str
    gemeenten: tuple[str, ...]
    activiteiten: tuple[str, ...]


@dataclass(frozen=True)
class Antwoord:
    """
    One answer.

    Attributes:
        soort: Its meaning.
        status: HTTP status, ``None`` when there was no answer.
        vcode: From ``Location``.
        onderdeel: Id of a contact or location, from ``Location``.
        versie: From ``ETag``.
        sequentie: From ``VR-Sequence``.
        meldingen: Refusals.
        kandidaten, token: Of a 409.
        wacht: Seconds the register asks to wait.
        sandbox: Whether it was the embedded register that answered.
    """

    soort: Soort
    status: int | None = None
    vcode: str | None = None
    onderdeel: str | None = None
    versie: int | None = None
    sequentie: int | None = None
    meldingen: tuple[Melding, ...] = ()
    kandidaten: tuple[Kandidaat, ...] = ()
    token: str | None = None
    wacht: float | None = None
    sandbox: bool = False


GEEN_ANTWOORD = Antwoord(Soort.GEEN_ANTWOORD)


def lees_antwoord(status: int, koppen: Mapping[str, str], lichaam: object) -> Antwoord:
    """
    Read an answer to a write.

    Args:
        status: HTTP status.
        koppen: Headers, names in lower case.
        lichaam: The decoded JSON body, or ``None`` when there is none or it is no JSON.
    """
    sandbox = koppen.get("vr-sandbox", "").lower() == "true"
    match status:
        case 202 | 200:
            return _geslaagd(status, koppen, sandbox)
        case 400:
            meldingen = _meldingen(lichaam)
            # A refusal that does not say why cannot be told to anybody.
            soort = Soort.GEWEIGERD if meldingen else Soort.STORING
            return Antwoord(soort, status, meldingen=meldingen, sandbox=sandbox)
        case 401 | 403:
            return Antwoord(Soort.NIET_TOEGELATEN, status, sandbox=sandbox)
        case 409:
            return _dubbel(lichaam, sandbox)
        case 412:
            return Antwoord(Soort.VERSIE, status, sandbox=sandbox)
        case 429 | 503:
            return Antwoord(Soort.WACHT, status, wacht=_seconden(koppen.get("retry-after")), sandbox=sandbox)
    return Antwoord(Soort.STORING, status, meldingen=_meldingen(lichaam), sandbox=sandbox)


def _geslaagd(status: int, koppen: Mapping[str, str], sandbox: bool) -> Antwoord:
    delen = koppen.get("location", "").rstrip("/").split("/")
    vcodes = [d for d in delen if _VCODE.fullmatch(d)]
    etag = _ETAG.fullmatch(koppen.get("etag", ""))
    sequentie = koppen.get("vr-sequence", "")
    return Antwoord(
        Soort.AANVAARD if status == 202 else Soort.GEKEND,
        status,
        vcode=vcodes[-1].upper() if vcodes else None,
        onderdeel=delen[-1] if vcodes and delen[-1] != vcodes[-1] else None,
        versie=int(etag[1]) if etag else None,
        sequentie=int(sequentie) if sequentie.isdecimal() else None,
        sandbox=sandbox,
    )


def _meldingen(lichaam: object) -> tuple[Melding, ...]:
    if not isinstance(lichaam, dict):
        return ()
    per_veld = lichaam.get("validationErrors")
    if isinstance(per_veld, dict) and per_veld:
        return tuple(
            Melding(str(sleutel), masker_insz(str(fout.get("reason", ""))))
            for sleutel, fouten in per_veld.items()
            if isinstance(fouten, list)
            for fout in fouten
            if isinstance(fout, dict)
        )
    detail = lichaam.get("detail")
    return (Melding("", masker_insz(str(detail))),) if detail else ()


def _dubbel(lichaam: object, sandbox: bool) -> Antwoord:
    token = lichaam.get("bevestigingsToken") if isinstance(lichaam, dict) else None
    lijst = lichaam.get("mogelijkeDuplicateVerenigingen") if isinstance(lichaam, dict) else None
    if not isinstance(token, str) or not isinstance(lijst, list):
        return Antwoord(Soort.STORING, 409, sandbox=sandbox)
    kandidaten = tuple(_kandidaat(k) for k in lijst if isinstance(k, dict) and k.get("vCode"))
    return Antwoord(Soort.POTENTIELE_DUBBEL, 409, kandidaten=kandidaten, token=token, sandbox=sandbox)


def _kandidaat(bron: Mapping[str, object]) -> Kandidaat:
    def lijst(naam: str, veld: str) -> tuple[str, ...]:
        delen = bron.get(naam)
        waarden = [str(d.get(veld, "")) for d in delen if isinstance(d, dict)] if isinstance(delen, list) else []
        return tuple(dict.fromkeys(w for w in waarden if w))

    soort = bron.get("verenigingstype")
    return Kandidaat(
        vcode=str(bron["vCode"]).upper(),
        naam=masker_insz(str(bron.get("naam", ""))),
        korte_naam=masker_insz(str(bron.get("korteNaam", ""))),
        type_code=str(soort.get("code", "")) if isinstance(soort, dict) else "",
        gemeenten=lijst("locaties", "gemeente"),
        activiteiten=lijst("hoofdactiviteitenVerenigingsloket", "code"),
    )


def _seconden(tekst: str | None) -> float | None:
    return float(tekst) if tekst and tekst.isdecimal() else None
