"""The embedded register over HTTP, on 127.0.0.1 only."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from analytics.sandbox.app import App, maak_app
from analytics.sandbox.fouten import InstellingFout
from analytics.sandbox.instellingen import Instellingen

ADRES = "127.0.0.1"
_WACHT = 10.0


def open_poort(poort: int, adres: str = ADRES) -> socket.socket:
    """
    Give a socket bound to *poort* of this machine; port 0 takes a free one.

    Raises:
        InstellingFout: For any other address, a port out of range or one in use.
    """
    if adres != ADRES:
        raise InstellingFout(
            f"Het oefenregister luistert enkel op {ADRES}, niet op {adres}. Laat het adres weg: de gegevens blijven zo "
            "op deze machine."
        )
    if not 0 <= poort <= 65535:
        raise InstellingFout(f"Poort {poort} bestaat niet. Kies een getal van 0 (een vrije poort) tot 65535.")
    # Named as TCP, because asyncio only then switches off Nagle's delay: 40 ms on every answer.
    gebonden = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    gebonden.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        gebonden.bind((ADRES, poort))
    except OSError:
        gebonden.close()
        raise InstellingFout(
            f"Poort {poort} is bezet of niet toegelaten. Kies een andere met --poort, of 0 voor een vrije poort."
        ) from None
    return gebonden


def adres_van(gebonden: socket.socket) -> str:
    """Give the URL of a bound socket."""
    return f"http://{ADRES}:{gebonden.getsockname()[1]}"


def maak_server(app: App) -> uvicorn.Server:
    """Give a server for *app* that logs nothing: requests hold personal data."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            http="httptools",
            log_config=None,
            access_log=False,
            lifespan="off",
            server_header=False,
            date_header=False,
        )
    )


@contextmanager
def draaiend_register(instellingen: Instellingen, *, poort: int = 0, app: App | None = None) -> Iterator[str]:
    """
    Serve a register in a thread of its own as long as the block lasts, and give its URL.

    *app* serves a register that exists already (such as a pre-filled one); it stays open afterwards.

    Raises:
        InstellingFout: If the settings or the port cannot be used.
    """
    eigen = app if app is not None else maak_app(instellingen)
    gebonden = open_poort(poort)
    server = maak_server(eigen)
    draad = threading.Thread(target=server.run, kwargs={"sockets": [gebonden]}, name="oefenregister", daemon=True)
    draad.start()
    tot = time.monotonic() + _WACHT
    while not server.started:
        if time.monotonic() > tot or not draad.is_alive():
            raise InstellingFout("Het oefenregister kon niet starten. Probeer een andere poort.")
        time.sleep(0.005)
    try:
        yield adres_van(gebonden)
    finally:
        server.should_exit = True
        draad.join(_WACHT)
        gebonden.close()
        if app is None:
            eigen.register.sluit()
