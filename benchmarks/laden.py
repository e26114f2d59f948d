"""
What loading costs: throughput against a bare client loop, the ledger per row, memory over 100,000 rows.

``python -m benchmarks.laden [rows against the register] [rows for memory]``
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
import time
import tracemalloc
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2

from analytics.register.antwoord import Antwoord, Soort
from analytics.register.grootboek import Grootboek
from analytics.register.lader import Lader, Opdracht
from analytics.register.stand import KLAAR, Stand
from analytics.register.tempo import Tempo
from analytics.register.transport import Adres, Client
from analytics.register.verificatie import Verificateur
from analytics.register.verzoek import Verzoek

GELIJKTIJDIG = 4


def opdracht(i: int) -> Opdracht:
    """Return an association without location: no two are duplicates."""
    naam = f"Vereniging {uuid.uuid5(uuid.NAMESPACE_OID, str(i)).hex}"
    return Opdracht(f"R{i}", (Verzoek("POST", "/vzer", {"naam": naam, "hoofdactiviteitenVerenigingsloket": ["SPRT"]}),))


def opdrachten(aantal: int, *, vanaf: int = 0) -> Iterator[Opdracht]:
    """Give them one by one."""
    return (opdracht(i) for i in range(vanaf, vanaf + aantal))


async def kaal(url: str, aantal: int, vanaf: int) -> float:
    """Send the same requests from a bare loop, as many at a time; returns seconds."""
    werk = opdrachten(aantal, vanaf=vanaf)
    begin = time.perf_counter()
    async with httpx2.AsyncClient() as http:

        async def werker() -> None:
            for o in werk:
                await http.post(
                    f"{url}/v1/verenigingen/vzer",
                    content=json.dumps(o.verzoeken[0].lichaam).encode(),
                    headers={"VR-Initiator": "OVO990001", "X-Correlation-Id": str(uuid.uuid4()),
                             "Content-Type": "application/json"},
                )  # fmt: skip

        await asyncio.gather(*(werker() for _ in range(GELIJKTIJDIG)))
    return time.perf_counter() - begin


async def laad(url: str, aantal: int, vanaf: int, map_: Path) -> float:
    """Load them; returns seconds."""
    client = Client(Adres(url, "OVO990001"), correlatie=lambda: str(uuid.uuid4()))
    pad = map_ / f"g{vanaf}.sqlite"
    with Grootboek(pad, piloot="p", omgeving="o", register="r") as grootboek:
        lader = Lader(client, grootboek, lading="l", tempo=Tempo(gelijktijdig=GELIJKTIJDIG), nu=time.time)
        begin = time.perf_counter()
        await lader.laad(opdrachten(aantal, vanaf=vanaf))
        duur = time.perf_counter() - begin
    await client.sluit()
    return duur


@contextmanager
def register_apart(storingen: str = "") -> Iterator[str]:
    """Serve an embedded register in a process of its own, as a real one would be."""
    opdracht = [
        sys.executable,
        "-c",
        "from analytics.sandbox.cli import register; register()",
        "--poort",
        "0",
        "--open",
        "--storingen",
        storingen,
    ]
    with subprocess.Popen(opdracht, stdout=subprocess.PIPE, text=True) as proces:
        assert proces.stdout is not None
        try:
            yield proces.stdout.readline().strip()
        finally:
            proces.terminate()


async def meet_grootboek(aantal: int, map_: Path) -> float:
    """Return milliseconds per row: one note ahead of the request, one after its answer."""
    with Grootboek(map_ / "kost.sqlite", piloot="p", omgeving="o", register="r") as grootboek:
        begin = time.perf_counter()
        for i in range(aantal):
            nr = await grootboek.begin(f"R{i}", stap=0, hash_="h", geheel="h", lading="l", correlatie=str(i), nu=0.0)
            antwoord = Antwoord(Soort.AANVAARD, 202, vcode=f"V{i:07d}")
            grootboek.geantwoord(nr, antwoord, Stand(f"R{i}", "h", "l", KLAAR, vcode=f"V{i:07d}", stap=1))
        return 1000 * (time.perf_counter() - begin) / aantal


class _Snel(httpx2.AsyncBaseTransport):
    """A register that takes no time and no memory: what is measured is ours."""

    def __init__(self) -> None:
        self.aantal = 0

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        if request.method == "GET":
            return httpx2.Response(200, json={"vereniging": {"naam": "x"}})
        self.aantal += 1
        return httpx2.Response(202, headers={"Location": f"/v1/verenigingen/V{self.aantal:07d}", "ETag": 'W/"2"'})


async def _stuk(lader: Lader, verificateur: Verificateur, vanaf: int, aantal: int) -> None:
    await lader.laad(opdrachten(aantal, vanaf=vanaf))
    werk = ((o.intern_nummer, o.verzoeken) for o in opdrachten(aantal, vanaf=vanaf))
    await verificateur.lees_terug(werk, stap=lambda: None)


async def meet_geheugen(aantal: int, map_: Path) -> list[tuple[int, float]]:
    """Load and read back *aantal* rows; returns the peak of our memory in MB after each fifth of them."""
    client = Client(Adres("http://x", "OVO990001"), correlatie=lambda: "c", transport=_Snel())
    uit: list[tuple[int, float]] = []
    teller = iter(range(10**9))
    client.correlatie = lambda: str(next(teller))
    with Grootboek(map_ / "geheugen.sqlite", piloot="p", omgeving="o", register="r", op_schijf=False) as grootboek:
        lader = Lader(client, grootboek, lading="l", tempo=Tempo(), nu=time.time)
        tracemalloc.start()
        for deel in range(5):
            tracemalloc.reset_peak()
            verificateur = Verificateur(client, grootboek, Tempo())
            await _stuk(lader, verificateur, deel * aantal // 5, aantal // 5)
            uit.append(((deel + 1) * aantal // 5, tracemalloc.get_traced_memory()[1] / 1e6))
        tracemalloc.stop()
    return uit


def main() -> None:
    """Measure and print."""
    aantal = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    rijen = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        for wat, storingen in (("at once", ""), ("after 50 ms, as over a network", "traag=1,traag-ms=50")):
            kale, onze = [], []
            with register_apart(storingen) as url:
                asyncio.run(kaal(url, 20, 10**8))
                for ronde in range(3):
                    kale.append(asyncio.run(kaal(url, aantal, 10**6 * ronde)))
                    onze.append(asyncio.run(laad(url, aantal, 10**6 * ronde + 500_000, map_)))
                    (map_ / f"g{10**6 * ronde + 500_000}.sqlite").unlink()
            print(f"answers {wat}: bare loop {aantal / min(kale):.0f}/s, loader {aantal / min(onze):.0f}/s: "
                  f"{min(kale) / min(onze):.2f}x ({aantal} rows, best of 3, {GELIJKTIJDIG} at a time)")  # fmt: skip
        print(f"ledger: {asyncio.run(meet_grootboek(2_000, map_)):.2f} ms per row when one at a time")
        if rijen:
            for na, mb in asyncio.run(meet_geheugen(rijen, map_)):
                print(f"memory: peak {mb:.1f} MB while loading and reading back up to row {na}")


if __name__ == "__main__":
    main()
