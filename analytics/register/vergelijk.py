"""Compare what was sent with what the register shows, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from analytics.register.onderdelen import onderdeelsleutel
from analytics.register.verzoek import Json, Lichaam, Verzoek
from analytics.register.vorm import kaal, lijst, objecten

GELIJK, GENORMALISEERD, VERRIJKT, VERLOREN = "gelijk", "genormaliseerd door register", "verrijkt", "verloren"
_ADRES = ("straatnaam", "huisnummer", "busnummer", "postcode", "gemeente", "land")


def voeg_samen(verzoeken: Sequence[Verzoek]) -> Lichaam:
    """Return all calls of an association as if they were one body."""
    samen: Lichaam = {}
    for verzoek in verzoeken:
        if verzoek.pad.startswith("/{vCode}/") and verzoek.methode == "POST":
            naam = verzoek.pad.rsplit("/", 1)[-1]
            samen[naam] = [*lijst(samen.get(naam)), *verzoek.lichaam.values()]
        else:
            samen |= verzoek.lichaam
    return samen


def vergelijk(lichaam: Lichaam, detail: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    """
    Give ``(field, outcome)`` for every value that was sent and for what the register added.

    Outcomes: :data:`GELIJK`, :data:`GENORMALISEERD` (same letters and digits, or the address registry's spelling),
    :data:`VERRIJKT` (not sent, filled in) and :data:`VERLOREN` (sent, not there or something else there).
    """
    for veld, waarde in lichaam.items():
        if veld == "kboNummer":
            nummers = {kaal(d.get("waarde")) for d in objecten(detail.get("sleutels")) if d.get("bron") == "KBO"}
            yield veld, GELIJK if waarde in nummers else GENORMALISEERD if kaal(waarde) in nummers else VERLOREN
        elif isinstance(waarde, dict):
            register = detail.get(veld)
            er = register if isinstance(register, dict) else {}
            yield from ((f"{veld}.{k}", _oordeel(v, er.get(k))) for k, v in waarde.items())
        elif isinstance(waarde, list) and waarde and isinstance(waarde[0], dict):
            yield from _onderdelen(veld, objecten(waarde), objecten(detail.get(veld)))
        elif isinstance(waarde, list):
            codes = {str(d.get("code")) for d in objecten(detail.get(veld))}
            yield veld, GELIJK if codes == {str(w) for w in waarde} else VERLOREN
        else:
            yield veld, _oordeel(waarde, detail.get(veld))
    for veld in ("naam", "korteNaam", "startdatum"):
        if veld not in lichaam and detail.get(veld):
            yield veld, VERRIJKT


def _oordeel(gestuurd: Json, register: Json) -> str:
    if gestuurd == register:
        return GELIJK
    return GENORMALISEERD if kaal(gestuurd) == kaal(register) and kaal(gestuurd) else VERLOREN


def _onderdelen(
    naam: str, gestuurd: Sequence[Mapping[str, Json]], register: Sequence[Mapping[str, Json]]
) -> Iterator[tuple[str, str]]:
    vrij = list(register)
    gevonden: list[tuple[Mapping[str, Json], Mapping[str, Json] | None]] = []
    # Exact keys go first, so that a location rewritten by the address registry takes what is left.
    for deel in gestuurd:
        zelfde = next((r for r in vrij if _sleutel(naam, r) == _sleutel(naam, deel)), None)
        if zelfde is not None:
            vrij.remove(zelfde)
        gevonden.append((deel, zelfde))
    for deel, er in gevonden:
        if er is None and naam == "locaties":
            er = next((r for r in vrij if r.get("adresId") and _lijkt(deel, r)), None)
            if er is not None:
                vrij.remove(er)
        if er is None:
            yield naam, VERLOREN
            continue
        for veld, waarde in deel.items():
            yield from _deelveld(naam, veld, waarde, er)
        if er.get("adresId") and "adresId" not in deel:
            yield f"{naam}.adresId", VERRIJKT
    yield from ((naam, VERRIJKT) for _ in vrij)


def _deelveld(naam: str, veld: str, waarde: Json, er: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    register = er.get(veld)
    if isinstance(waarde, dict):
        velden = register if isinstance(register, dict) else {}
        for k, v in waarde.items():
            oordeel = _oordeel(v, velden.get(k))
            # The address registry knows the address: its spelling replaces what was typed.
            if oordeel == VERLOREN and k in _ADRES and er.get("adresId"):
                oordeel = GENORMALISEERD
            yield f"{naam}.{veld}.{k}", oordeel
    elif isinstance(waarde, list):
        gelijk = {kaal(w) for w in waarde} == {kaal(w) for w in lijst(register)}
        yield f"{naam}.{veld}", GELIJK if gelijk else VERLOREN
    else:
        yield f"{naam}.{veld}", _oordeel(waarde, register)


def _sleutel(naam: str, deel: Mapping[str, Json]) -> tuple[str, ...]:
    match naam:
        case "vertegenwoordigers":
            return (kaal(deel.get("insz")),)
        case "bankrekeningnummers":
            return (kaal(deel.get("iban")),)
        case "locaties" if "adresId" in deel and not deel.get("adres"):
            puri = deel.get("adresId")
            return ("adresId", kaal(puri.get("bronwaarde") if isinstance(puri, dict) else ""))
    return onderdeelsleutel(naam, deel)


def _lijkt(deel: Mapping[str, Json], er: Mapping[str, Json]) -> bool:
    if kaal(deel.get("locatietype")) != kaal(er.get("locatietype")):
        return False
    puri, register = deel.get("adresId"), er.get("adresId")
    if isinstance(puri, dict) and isinstance(register, dict):
        return kaal(puri.get("bronwaarde")) == kaal(register.get("bronwaarde"))
    a, b = deel.get("adres"), er.get("adres")
    velden = ("huisnummer", "postcode")
    return isinstance(a, dict) and isinstance(b, dict) and all(kaal(a.get(v)) == kaal(b.get(v)) for v in velden)
