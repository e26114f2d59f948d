"""A load in a process of its own, to be killed from outside: ``opladen_kind.py <url> <folder> <rows>``."""

from __future__ import annotations

import asyncio
import sys
import time
import uuid
from pathlib import Path

from opladen_kap import INITIATOR, gewone_opdrachten

from analytics.register.grootboek import Grootboek
from analytics.register.lader import Lader
from analytics.register.tempo import Tempo
from analytics.register.transport import Adres, Client


async def laad(url: str, map_: Path, rijen: int) -> None:
    client = Client(Adres(url, INITIATOR), correlatie=lambda: str(uuid.uuid4()))
    with Grootboek(map_ / "proef.sqlite", piloot="proef", omgeving="proef", register="proef") as grootboek:
        tempo = Tempo(gelijktijdig=4, bezinking=0.4, wacht_eerst=0.05)
        print("klaar", flush=True)
        await Lader(client, grootboek, lading="proef", tempo=tempo, nu=time.time).laad(gewone_opdrachten(rijen))
    await client.sluit()


if __name__ == "__main__":
    asyncio.run(laad(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])))
