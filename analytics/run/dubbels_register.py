"""What the register holds already, as records to compare with: searched page by page, or read back from a file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pandas as pd

from analytics.domain.codelijsten import postcodes
from analytics.domain.nummers import masker_insz
from analytics.duplicates.records import Records, persoonssleutels
from analytics.errors import InstellingFout, RegisterFout
from analytics.files.terugleesbestand import AFGESCHERMD
from analytics.register.transport import Client
from analytics.register.verzoek import Json
from analytics.register.vorm import lijst, objecten
from analytics.run.dubbels_controle import wacht_op

REGISTER = "register"
# The register shows no more than this of one question; the next question starts after the last vCode.
_BLADZIJDE = 1000
_PER_VRAAG = 40


def lees_uit_register(client: Client, bron: Records, *, geheim: bytes, eerste: int) -> Records:
    """
    Return what the register holds in the places of *bron*, without a place, or under the same KBO number.

    Names, places, numbers and activities come from the search; contacts and accounts are not asked for.

    Raises:
        RegisterFout: If the register does not answer the search.
    """
    return maak_uit_json(wacht_op(_zoek_alles(client, vragen(bron))), geheim=geheim, eerste=eerste)


def vragen(bron: Records) -> list[str]:
    """Return the questions for the search that together cover what may be the same as a record of *bron*."""
    gemeenten = sorted(set(bron.locaties["gemeente"].dropna().astype(str).str.replace(r'["\\]', " ", regex=True)))
    nummers = sorted(set(bron.kolom("kbo_nummer").dropna().str.replace(r"\D", "", regex=True)) - {""})
    velden = (
        ("locaties.postcode", _postcodes(bron.locaties["postcode"])),
        ("locaties.gemeente", gemeenten),
        ("sleutels.waarde", nummers),
    )
    # What has no place in the register may be anywhere.
    uit = ["NOT _exists_:locaties.postcode"]
    for veld, waarden in velden:
        for begin in range(0, len(waarden), _PER_VRAAG):
            uit.append(f"{veld}:(" + " OR ".join(f'"{w}"' for w in waarden[begin : begin + _PER_VRAAG]) + ")")
    return uit


def _postcodes(eigen: pd.Series[str]) -> list[str]:
    """Return the postcodes of *eigen*, of the rest of their municipalities, and their neighbours by number."""
    lijst_ = postcodes()
    zelf = set(eigen.dropna().astype(str).str.extract(r"(\d{4})", expand=False).dropna())
    nissen = set(lijst_.loc[lijst_["postcode"].isin(zelf), "nis"]) - {""}
    # The first two digits are a region; duplicates.plaatsverband takes the next one in the province for near.
    streken = {f"{int(code[:2]) + d}" for code in zelf for d in (-1, 0, 1) if (int(code[:2]) + d) // 10 == int(code[0])}
    erbij = lijst_.loc[lijst_["nis"].isin(nissen) | lijst_["postcode"].str[:2].isin(streken), "postcode"]
    return sorted(zelf | set(erbij.astype(str)))


async def _zoek_alles(client: Client, alle: Sequence[str]) -> list[Mapping[str, Json]]:
    gevonden: dict[str, Mapping[str, Json]] = {}
    try:
        for vraag in alle:
            na = ""
            while True:
                q = vraag if not na else f"{vraag} AND vCode:{{{na} TO *}}"
                gelezen = await client.lees("/zoeken", q=q, limit=_BLADZIJDE, sort="vCode")
                if gelezen.status != 200 or not isinstance(gelezen.lichaam, dict):
                    wat = "geen antwoord" if gelezen.status is None else f"HTTP {gelezen.status}"
                    raise RegisterFout(
                        f"{client.adres.basis}: zoeken in het register lukt niet ({wat}); controleer adres en toegang."
                    )
                treffers = objecten(gelezen.lichaam.get("verenigingen"))
                gevonden |= {str(t.get("vCode")): t for t in treffers}
                if len(treffers) < _BLADZIJDE:
                    break
                na = str(treffers[-1].get("vCode"))
    finally:
        await client.sluit()
    return [gevonden[vcode] for vcode in sorted(gevonden)]


def lees_jsonl(pad: Path, *, geheim: bytes, eerste: int) -> Records:
    """
    Return the associations of a read-back file: on each line a detail or a search hit as the register shows it.

    Raises:
        InstellingFout: If the file cannot be read, or a line is not that.
    """
    naam = masker_insz(pad.name)
    try:
        regels = [regel for regel in pad.read_text(encoding="utf-8-sig").splitlines() if regel.strip()]
    except (OSError, UnicodeDecodeError):
        raise InstellingFout(f"{naam}: het terugleesbestand kan niet gelezen worden; controleer het pad.") from None
    objecten_ = []
    for nr, regel in enumerate(regels, 1):
        try:
            inhoud = json.loads(regel)
        except ValueError:
            inhoud = None
        eigen = _kern(inhoud)
        if eigen is None:
            raise InstellingFout(
                f"{naam}, regel {nr}: dit is geen vereniging in JSON; lees het register opnieuw terug."
            )
        objecten_.append(eigen)
    return maak_uit_json(objecten_, geheim=geheim, eerste=eerste, bestand=naam)


def _kern(inhoud: object) -> Mapping[str, Json] | None:
    """
    Return the association in a line: the object itself, or what stands under ``vereniging`` or ``detail``.

    What the loader wrote beside it, such as the pilot's own number, stays with it.
    """
    if not isinstance(inhoud, dict):
        return None
    for sleutel in ("vereniging", "detail"):
        if isinstance(inhoud.get(sleutel), dict):
            buiten = {k: inhoud[k] for k in ("vCode", "intern_nummer") if k in inhoud}
            return _kern({**buiten, **inhoud[sleutel]})
    return inhoud if "vCode" in inhoud else None


def maak_uit_json(
    verenigingen: Iterable[Mapping[str, Json]], *, geheim: bytes, eerste: int, bestand: str = REGISTER
) -> Records:
    """
    Return associations as the register shows them, as records with ids from *eerste*; the removed are left out.

    ``intern_nummer``, ``blad`` and ``rij`` are kept where a read-back file has them. Names of persons that were
    masked there say nothing about who they are.
    """
    alle = [v for v in verenigingen if v.get("status") != "Dubbel"]
    nummers = range(eerste, eerste + len(alle))
    hoofd = pd.DataFrame(
        {
            "bestand": bestand,
            "vcode": [_tekst(v.get("vCode")) for v in alle],
            "naam": [_tekst(v.get("naam")) for v in alle],
            "korte_naam": [_tekst(v.get("korteNaam")) for v in alle],
            "roepnaam": [_tekst(v.get("roepnaam")) for v in alle],
            "kbo_nummer": [_kbo(v) for v in alle],
            "hoofdactiviteiten": [_activiteiten(v) for v in alle],
            "soort": ["kbo" if _kbo(v) else "feitelijk" for v in alle],
            "blad": [_tekst(v.get("blad")) or "" for v in alle],
            "intern_nummer": [_tekst(v.get("intern_nummer")) for v in alle],
            "piloot": None,
            "eigenaar": REGISTER,
        },
        index=pd.RangeIndex(nummers.start, nummers.stop),
    ).astype("string")
    hoofd["rij"] = pd.Series([v.get("rij") for v in alle], index=hoofd.index, dtype="Int64")
    paren = list(zip(nummers, alle, strict=True))
    adressen = [(i, _adres(d)) for i, v in paren for d in objecten(v.get("locaties"))]
    contacten = [
        (i, _tekst(d.get("contactgegeventype")), _tekst(d.get("waarde")))
        for i, v in paren
        for d in objecten(v.get("contactgegevens"))
    ]
    rekeningen = [(i, _tekst(d.get("iban"))) for i, v in paren for d in objecten(v.get("bankrekeningnummers"))]
    personen = _frame(
        [
            (i, _tekst(d.get("voornaam")), _tekst(d.get("achternaam")))
            for i, v in paren
            for d in objecten(v.get("vertegenwoordigers"))
            if AFGESCHERMD not in (d.get("voornaam"), d.get("achternaam"))
        ],
        "record", "voornaam", "achternaam",
    )  # fmt: skip
    sleutels = persoonssleutels([personen["voornaam"], personen["achternaam"]], geheim)
    return Records(
        hoofd,
        _frame(
            [(i, *a) for i, a in adressen], "record", "straatnaam", "huisnummer", "busnummer", "postcode", "gemeente"
        ),
        _frame(contacten, "record", "type", "waarde").dropna(),
        _frame(rekeningen, "record", "iban").dropna(),
        pd.DataFrame({"record": personen["record"], "sleutel": sleutels}).dropna(),
    )


def _frame(rijen: Sequence[tuple[object, ...]], *kolommen: str) -> pd.DataFrame:
    frame = pd.DataFrame(list(rijen), columns=list(kolommen))
    return frame.astype({kolom: "int64" if kolom == "record" else "string" for kolom in kolommen})


def _tekst(waarde: object) -> str | None:
    return str(waarde) if isinstance(waarde, str | int) and str(waarde).strip() else None


def _adres(locatie: Mapping[str, Json]) -> tuple[str | None, ...]:
    """Read a location of a detail (with an address in parts) or of a search hit (postcode and municipality)."""
    deel = locatie.get("adres")
    adres = deel if isinstance(deel, dict) else locatie
    return tuple(_tekst(adres.get(v)) for v in ("straatnaam", "huisnummer", "busnummer", "postcode", "gemeente"))


def _kbo(vereniging: Mapping[str, Json]) -> str | None:
    direct = _tekst(vereniging.get("kboNummer"))
    sleutels = [_tekst(s.get("waarde")) for s in objecten(vereniging.get("sleutels")) if s.get("bron") == "KBO"]
    return direct or next((s for s in sleutels if s), None)


def _activiteiten(vereniging: Mapping[str, Json]) -> str | None:
    codes = [
        _tekst(a.get("code") if isinstance(a, dict) else a)
        for a in lijst(vereniging.get("hoofdactiviteitenVerenigingsloket"))
    ]
    return ";".join(c for c in codes if c) or None
