"""Add to a KBO association what an initiator may add, each part once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from analytics.register.antwoord import Antwoord, Melding, Soort
from analytics.register.grootboek import Grootboek
from analytics.register.opzoeken import Onleesbaar, Opzoeker
from analytics.register.stand import DEELS, KLAAR, Stand
from analytics.register.tempo import Rem, Slaap, Tempo
from analytics.register.transport import Client
from analytics.register.verzoek import Json, Lichaam, Verzoek
from analytics.register.vorm import kaal, objecten

NIET_OVERSCHREVEN = "Het register heeft hier al een andere waarde; die is niet overschreven."


class Onderdelen:
    """The calls after a registration by number; each goes out with ``If-Match``, so none is carried out twice."""

    def __init__(
        self, client: Client, grootboek: Grootboek, opzoeker: Opzoeker, tempo: Tempo, rem: Rem, *,
        nu: Callable[[], float], slaap: Slaap,
    ) -> None:  # fmt: skip
        self._client, self._grootboek, self._opzoeker = client, grootboek, opzoeker
        self._tempo, self._rem, self._nu, self._slaap = tempo, rem, nu, slaap

    async def vul_aan(self, stand: Stand, verzoeken: Sequence[Verzoek]) -> tuple[Stand, Soort | None]:
        """Do the steps that are not done; returns how it then stands, and the kind of answer that held it up."""
        soort: Soort | None = None
        for keer in range(self._tempo.pogingen):
            if keer:
                # What was done without an answer shows up after a while; ``If-Match`` keeps it from being done twice.
                await self._slaap(self._tempo.wacht(keer, None))
            try:
                stand, detail = await self._lees(stand, vers=keer > 0)
            except Onleesbaar:
                return stand, Soort.GEEN_ANTWOORD
            stand, soort = await self._stappen(stand, verzoeken, detail)
            if soort in (None, Soort.NIET_TOEGELATEN, Soort.WACHT):
                return stand, soort
        return stand, soort

    async def _lees(self, stand: Stand, *, vers: bool) -> tuple[Stand, Mapping[str, Json]]:
        """Read what the register holds; *vers*: a write may have been done since the version we know."""
        vraag = {"expectedSequence": stand.sequentie} if stand.sequentie is not None else {}
        gelezen = await self._opzoeker.lees(f"/{stand.vcode}", **vraag)
        lichaam = gelezen.lichaam
        detail = lichaam.get("vereniging") if isinstance(lichaam, dict) else None
        if gelezen.status != 200 or not isinstance(detail, dict):
            raise Onleesbaar
        if vers or stand.versie is None:
            cijfers = "".join(t for t in gelezen.koppen.get("etag", "") if t.isdigit())
            stand = replace(stand, versie=int(cijfers) if cijfers else None)
            self._grootboek.zet(stand)
        return stand, detail

    async def _stappen(
        self, stand: Stand, verzoeken: Sequence[Verzoek], detail: Mapping[str, Json]
    ) -> tuple[Stand, Soort | None]:
        for stap in range(stand.stap, len(verzoeken)):
            verzoek, meldingen = _wat_ontbreekt(verzoeken[stap], detail)
            stand = replace(stand, meldingen=(*stand.meldingen, *meldingen))
            if verzoek is not None:
                antwoord, stand = await self._stuur(stand, stap, verzoek, verzoeken)
                if antwoord.soort not in (Soort.AANVAARD, Soort.GEKEND, Soort.GEWEIGERD):
                    return stand, antwoord.soort
            else:
                stand = _verder(stand, stap, verzoeken)
                self._grootboek.zet(stand)
        return stand, None

    async def _stuur(
        self, stand: Stand, stap: int, verzoek: Verzoek, verzoeken: Sequence[Verzoek]
    ) -> tuple[Antwoord, Stand]:
        for keer in range(1, self._tempo.pogingen + 1):
            await self._rem.wacht()
            correlatie = self._client.correlatie()
            nummer = await self._grootboek.begin(
                stand.intern_nummer, stap=stap, hash_=verzoek.hash, geheel=stand.hash, lading=stand.lading,
                correlatie=correlatie, nu=self._nu(),
            )  # fmt: skip
            antwoord = await self._client.stuur(verzoek, correlatie, vcode=stand.vcode or "", versie=stand.versie)
            nieuw = replace(stand, status=antwoord.status)
            if antwoord.soort in (Soort.AANVAARD, Soort.GEKEND, Soort.GEWEIGERD):
                onderdeel = verzoek.pad.rsplit("/", 1)[-1]
                geweigerd = tuple(Melding(m.sleutel or onderdeel, m.tekst) for m in antwoord.meldingen)
                nieuw = _verder(nieuw, stap, verzoeken)
                nieuw = replace(
                    nieuw, versie=antwoord.versie or stand.versie, sequentie=antwoord.sequentie or stand.sequentie,
                    meldingen=(*stand.meldingen, *geweigerd),
                )  # fmt: skip
            self._grootboek.geantwoord(nummer, antwoord, nieuw)
            if antwoord.soort is not Soort.WACHT:
                return antwoord, nieuw
            self._rem.pauzeer(self._tempo.wacht(keer, antwoord.wacht))
        return antwoord, nieuw


def _verder(stand: Stand, stap: int, verzoeken: Sequence[Verzoek]) -> Stand:
    return replace(stand, stap=stap + 1, stand=KLAAR if stap + 1 == len(verzoeken) else DEELS)


def _wat_ontbreekt(verzoek: Verzoek, detail: Mapping[str, Json]) -> tuple[Verzoek | None, tuple[Melding, ...]]:
    """
    Return the request without what the register has already, ``None`` when nothing is left of it.

    This method only adds: a value that somebody else gave is not overwritten, but told.
    """
    if verzoek.methode == "PATCH":
        nieuw, anders = _nieuwe_velden(verzoek.lichaam, detail)
        meldingen = tuple(Melding(veld, NIET_OVERSCHREVEN) for veld in anders)
        return (replace(verzoek, lichaam=nieuw) if nieuw else None), meldingen
    naam = verzoek.pad.rsplit("/", 1)[-1]
    (deel,) = verzoek.lichaam.values()
    er = deel if isinstance(deel, dict) else {}
    bestaat = any(onderdeelsleutel(naam, d) == onderdeelsleutel(naam, er) for d in objecten(detail.get(naam)))
    return (None if bestaat else verzoek), ()


def _nieuwe_velden(lichaam: Lichaam, detail: Mapping[str, Json]) -> tuple[Lichaam, list[str]]:
    nieuw: Lichaam = {}
    anders: list[str] = []
    for veld, waarde in lichaam.items():
        register = detail.get(veld)
        if veld == "doelgroep" and isinstance(waarde, dict) and isinstance(register, dict):
            gevraagd = {"minimumleeftijd": 0, "maximumleeftijd": 150} | waarde
            is_leeg = (register.get("minimumleeftijd"), register.get("maximumleeftijd")) == (0, 150)
            gelijk = all(register.get(k) == v for k, v in gevraagd.items())
        elif isinstance(waarde, list):
            codes = {str(d.get("code")) for d in objecten(register)}
            is_leeg, gelijk = not codes, codes == {str(w) for w in waarde}
        else:
            is_leeg, gelijk = register in (None, ""), register == waarde
        if is_leeg and not gelijk:
            nieuw[veld] = waarde
        elif not gelijk:
            anders.append(veld)
    return nieuw, anders


def onderdeelsleutel(naam: str, deel: Mapping[str, Json]) -> tuple[str, ...]:
    """Return what makes two contacts or locations the same."""
    if naam == "contactgegevens":
        return (kaal(deel.get("contactgegeventype")), kaal(deel.get("waarde")))
    adres = deel.get("adres")
    velden = adres if isinstance(adres, dict) else {}
    if velden:
        delen = [kaal(velden.get(v)) for v in ("straatnaam", "huisnummer", "busnummer", "postcode", "gemeente")]
        return (kaal(deel.get("locatietype")), *delen)
    puri = deel.get("adresId")
    return (kaal(deel.get("locatietype")), kaal(puri.get("bronwaarde") if isinstance(puri, dict) else ""))
