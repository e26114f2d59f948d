"""A load that can be killed at any instant, against an embedded register whose faults can be dialled in."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import httpx2

from analytics.register.antwoord import Antwoord
from analytics.register.grootboek import Grootboek
from analytics.register.lader import Lader, Opdracht
from analytics.register.stand import Stand
from analytics.register.tempo import Tempo
from analytics.register.transport import Adres, Client, Transport, in_proces
from analytics.register.verzoek import Lichaam, Verzoek
from analytics.sandbox.app import App, maak_app
from analytics.sandbox.instellingen import Instellingen
from analytics.sandbox.storingen import Storingsbron, lees_storingen
from analytics.sandbox.vullen import vul

INITIATOR = "OVO990001"
GEMEENTEN = (("9940", "Evergem"), ("9300", "Aalst"), ("9000", "Gent"), ("2000", "Antwerpen"), ("8500", "Kortrijk"))
WOORDEN = ("Zeepaard", "Kwikstaart", "Bremstruik", "Winterkoning", "Vuursalamander", "Goudvink", "Heikrekel",
           "Notelaar", "Pijlkruid", "Rietzanger", "Schorseneer", "Tafelberg")  # fmt: skip


class Gedood(BaseException):
    """The process is gone: nothing of ours runs any more, not even an ``except Exception``."""


@dataclass
class Klok:
    """Time that only passes when somebody waits; the register's lag is measured with it."""

    nu: float = 1000.0

    async def slaap(self, seconden: float) -> None:
        self.nu += max(seconden, 0.0)
        await asyncio.sleep(0)


@dataclass
class Bijl:
    """Falls at a chosen instant, counted over everything that touches the ledger or the network."""

    valt_op: int | None = None
    telling: int = 0

    def tik(self) -> None:
        self.telling += 1
        if self.telling == self.valt_op:
            raise Gedood


class BreekbaarGrootboek(Grootboek):
    """The real ledger, with an instant before and after each note; what is not committed yet dies with the process."""

    bijl: Bijl

    def __exit__(self, soort: type[BaseException] | None, *_: object) -> None:
        if soort is not None and self._db.in_transaction:
            self._db.execute("ROLLBACK")
        self.sluit()

    async def begin(self, *args: Any, **kw: Any) -> int:
        self.bijl.tik()
        nummer = await super().begin(*args, **kw)
        self.bijl.tik()
        return nummer

    def geantwoord(self, nummer: int, antwoord: Antwoord, nieuw: Stand) -> None:
        self.bijl.tik()
        super().geantwoord(nummer, antwoord, nieuw)
        self.bijl.tik()

    def zet(self, stand: Stand) -> None:
        self.bijl.tik()
        super().zet(stand)
        self.bijl.tik()


class BreekbareClient(Client):
    """The real client, with an instant before each request leaves and after its answer is in."""

    bijl: Bijl

    async def stuur(self, *args: Any, **kw: Any) -> Antwoord:
        self.bijl.tik()
        antwoord = await super().stuur(*args, **kw)
        self.bijl.tik()
        return antwoord


@dataclass
class Proef:
    """A register, a ledger on disk and the work to do."""

    map_: Path
    opdrachten: Sequence[Opdracht]
    klok: Klok = field(default_factory=Klok)
    vertraging_ms: int = 0
    tempo: Tempo = Tempo(gelijktijdig=3, bezinking=30.0, opgeven_na=10_000)  # noqa: RUF009 -- frozen
    transport: Callable[[App], Transport] = in_proces

    def __post_init__(self) -> None:
        self.app = maak_app(
            Instellingen(is_open=True, vertraging_ms=self.vertraging_ms, tik=lambda: self.klok.nu, adresmatch=False)
        )
        self._correlaties = count(1)

    def stel_storingen_in(self, tekst: str) -> None:
        self.app.voorkant.storingsbron = Storingsbron(lees_storingen(tekst))

    def open(self, bijl: Bijl | None = None) -> BreekbaarGrootboek:
        # What is proved here is the order of events; a power cut cannot be played.
        grootboek = BreekbaarGrootboek(
            self.map_ / "proef.sqlite", piloot="proef", omgeving="proef", register="proef", op_schijf=False
        )
        grootboek.bijl = bijl or Bijl()
        return grootboek

    def laad(self, bijl: Bijl | None = None) -> bool:
        """Load; tells whether it came to the end."""
        bijl = bijl or Bijl()
        klaar = False
        try:
            asyncio.run(self._laad(bijl))
            klaar = True
        except* Gedood:
            pass
        return klaar

    async def _laad(self, bijl: Bijl) -> None:
        client = BreekbareClient(
            Adres("http://register.example.be", INITIATOR),
            correlatie=lambda: f"00000000-0000-4000-8000-{next(self._correlaties):012x}",
            transport=self.transport(self.app),
        )
        client.bijl = bijl
        with self.open(bijl) as grootboek:
            lader = Lader(
                client, grootboek, lading="proef", tempo=self.tempo, nu=lambda: self.klok.nu, slaap=self.klok.slaap
            )
            await lader.laad(self.opdrachten)

    def standen(self) -> dict[str, Stand]:
        with self.open() as grootboek:
            return {s.intern_nummer: s for s in grootboek.standen()}

    def in_register(self) -> dict[str, list[str]]:
        """Return the vCodes that the register holds, by name."""
        self.app.register.volg(alles=True)
        uit: dict[str, list[str]] = {}
        for stand in self.app.register.alle():
            uit.setdefault(stand.naam, []).append(stand.vcode)
        return uit

    def vul(self, lichamen: Sequence[Lichaam]) -> list[str]:
        return vul(self.app, lichamen, initiator="OVO000007")

    def sluit(self) -> None:
        self.app.register.sluit()


class Wanorde(httpx2.AsyncBaseTransport):
    """A register that answers late, out of order, broken or not at all; it remembers what it registered."""

    def __init__(self, zaad: int, kans: float) -> None:
        self._toeval = random.Random(zaad)  # noqa: S311 -- the same seed has to give the same answers
        self._kans = kans
        self.geregistreerd: dict[str, str] = {}

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        for _ in range(self._toeval.randint(0, 6)):
            await asyncio.sleep(0)
        if request.method == "GET":
            return self._lees(request)
        naam = json.loads(await request.aread())["naam"]
        fout = self._toeval.random() < self._kans
        soort = self._toeval.choice(("voor", "na", "kapot", "400", "429", "500", "zonder")) if fout else ""
        if soort == "voor":
            raise httpx2.ReadError("weg")
        if soort in ("400", "429", "500"):
            return httpx2.Response(int(soort), json={"detail": f"Fout voor {naam}."})
        vcode = f"V{1001 + len(self.geregistreerd):07d}"
        self.geregistreerd[vcode] = naam
        if soort == "na":
            raise httpx2.ReadError("weg")
        if soort == "kapot":
            return httpx2.Response(502, content=b"<html>")
        kop = {} if soort == "zonder" else {"Location": f"http://x/v1/verenigingen/{vcode}", "ETag": 'W/"2"'}
        for _ in range(self._toeval.randint(0, 6)):
            await asyncio.sleep(0)
        return httpx2.Response(202, headers=kop)

    def _lees(self, request: httpx2.Request) -> httpx2.Response:
        if request.url.path.endswith("/zoeken"):
            vraag = request.url.params["q"]
            treffers = [{"vCode": v} for v, n in self.geregistreerd.items() if f'naam:"{n}"' in vraag]
            return httpx2.Response(200, json={"verenigingen": treffers})
        vcode = request.url.path.split("/")[-2]
        eerste = {"gebeurtenis": "VerenigingZonderEigenRechtspersoonlijkheidWerdGeregistreerd", "initiator": INITIATOR,
                  "data": {"naam": self.geregistreerd[vcode]}}  # fmt: skip
        return httpx2.Response(200, json={"gebeurtenissen": [eerste]})


def lichaam(nummer: int, *, met_locatie: bool = True) -> Lichaam:
    """Return a valid body whose name looks like no other."""
    postcode, gemeente = GEMEENTEN[nummer % len(GEMEENTEN)]
    rest: Lichaam = {}
    if met_locatie:
        adres: Lichaam = {"straatnaam": "Dorp", "huisnummer": str(nummer + 1), "postcode": postcode,
                          "gemeente": gemeente, "land": "België"}  # fmt: skip
        rest["locaties"] = [{"locatietype": "Activiteiten", "adres": adres}]
    # One word: two names with a word in common would be possible duplicates.
    naam = f"{WOORDEN[nummer % len(WOORDEN)]}{'abcdefghijklmnop'[nummer // len(WOORDEN)] * 9}"
    return {"naam": naam, "hoofdactiviteitenVerenigingsloket": ["SPRT"], **rest}


def gewone_opdrachten(aantal: int) -> list[Opdracht]:
    """Return associations of every kind: with and without location, and with a KBO number and parts."""
    uit = []
    for i in range(aantal):
        verzoeken: tuple[Verzoek, ...] = (Verzoek("POST", "/vzer", lichaam(i, met_locatie=i % 4 != 3)),)
        uit.append(Opdracht(f"R{i:03d}", verzoeken))
    mail: Lichaam = {"contactgegeven": {"contactgegeventype": "E-mail", "waarde": "nieuw@club.example.be"}}
    adres: Lichaam = {"straatnaam": "Dorp", "huisnummer": "77", "postcode": "9940", "gemeente": "Evergem",
                      "land": "België"}  # fmt: skip
    kbo = (
        Verzoek("POST", "/kbo", {"kboNummer": "0220923141"}),
        Verzoek("PATCH", "/{vCode}/kbo", {"roepnaam": "De Harmonie", "hoofdactiviteitenVerenigingsloket": ["MROW"]}),
        Verzoek("POST", "/{vCode}/contactgegevens", mail),
        Verzoek("POST", "/{vCode}/locaties", {"locatie": {"locatietype": "Activiteiten", "adres": adres}}),
    )
    return [*uit, Opdracht("KBO", kbo)]


def fouten_van(proef: Proef, *, dubbel: Sequence[str] = ()) -> list[str]:
    """Return every broken promise: double vCodes, lost rows, answers on the wrong row; rows *dubbel* must be so."""
    standen, register = proef.standen(), proef.in_register()
    fouten = []
    for opdracht in proef.opdrachten:
        sleutel, stand = opdracht.intern_nummer, standen.get(opdracht.intern_nummer)
        naam = str(opdracht.verzoeken[0].lichaam.get("naam", "Koninklijke Harmonie De Eendracht"))
        vcodes = register.get(naam, [])
        if sleutel in dubbel:
            if stand is None or stand.stand != "dubbel":
                fouten.append(f"{sleutel}: {stand and stand.stand}, should be a suspected duplicate")
        elif stand is None or stand.stand != "klaar" or vcodes != [stand.vcode]:
            fouten.append(f"{sleutel}: ledger {stand and (stand.stand, stand.vcode)}, register {vcodes}")
        elif stand.gekend:
            fouten.append(f"{sleutel}: our own registration counts as known")
    return fouten


def een_loop(map_: Path, zaad: int, *, rijen: int = 6) -> list[str]:
    """Run one seeded load with faults, killed at random instants and restarted; returns the broken promises."""
    toeval = random.Random(zaad)  # noqa: S311 -- the same seed has to give the same run
    proef = Proef(map_, gewone_opdrachten(rijen), vertraging_ms=toeval.choice((0, 0, 300, 2000)))
    try:
        kans = toeval.choice((0.0, 0.05, 0.15))
        soorten = ("429", "500", "503", "weg-voor", "weg-na", "verouderd")
        storingen = ",".join(f"{s}={kans / 2:.3f}" for s in soorten)
        proef.stel_storingen_in(f"{storingen},zaad={zaad},wacht=1,verouderd-ms=1500")
        for _ in range(toeval.randint(1, 4)):
            proef.laad(Bijl(toeval.randint(1, 6 * rijen)))
            proef.klok.nu += toeval.choice((0.0, 5.0, 60.0))
        proef.stel_storingen_in("")
        for _ in range(3):
            proef.laad()
        return [f"seed {zaad}: {fout}" for fout in fouten_van(proef)]
    finally:
        proef.sluit()
