"""
What every call passes before the endpoints: path forms, faults on demand, headers on each answer.

The register answers under its own prefix and under that of MAGDA, both also behind ``/api``.
"""

from __future__ import annotations

import asyncio
from typing import Protocol

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analytics.sandbox import storingen as s
from analytics.sandbox.antwoord import probleem
from analytics.sandbox.fouten import Weigering
from analytics.sandbox.register import Register
from analytics.sandbox.storingen import Storingsbron

EIGEN, MAGDA = "/v1/verenigingen", "/v1/organisaties/verenigingen/verenigingen"

_VASTE_HEADERS = [
    (b"vr-sandbox", b"true"),
    (b"cache-control", b"no-store, no-cache, must-revalidate"),
    (b"pragma", b"no-cache"),
    (b"expires", b"-1"),
]


class VerbindingVerbroken(ConnectionError):  # noqa: N818 -- Dutch for an error
    """Raised to a caller in the same process where one over the network would lose its connection."""


class _Transport(Protocol):
    def abort(self) -> None: ...


class Voorkant:
    """ASGI wrapper around the endpoints."""

    def __init__(self, app: ASGIApp, register: Register) -> None:
        self._app = app
        self._register = register
        self.storingsbron = Storingsbron(register.instellingen.storingen)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one call."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope = _met_eigen_pad(scope)
        headers = dict(scope["headers"])
        correlatie = headers.get(b"x-correlation-id")

        async def stuur(bericht: Message) -> None:
            if bericht["type"] == "http.response.start":
                erbij = [*_VASTE_HEADERS, *([(b"x-correlation-id", correlatie)] if correlatie is not None else [])]
                bericht = {**bericht, "headers": [*bericht.get("headers", ()), *erbij]}
            await send(bericht)

        storing = self.storingsbron.volgende() if _is_beheer(scope["path"]) else None
        await self._met_storing(storing, scope, receive, stuur)

    async def _met_storing(self, storing: str | None, scope: Scope, receive: Receive, send: Send) -> None:
        instelling = self.storingsbron.storingen
        if storing == s.WEG_VOOR:
            await _verbreek(receive)
        elif storing == s.WEG_NA:
            await self._app(scope, receive, _slik_in)
            await _verbreek(receive)
        elif storing in (s.TE_VEEL, s.FOUT, s.ONBESCHIKBAAR):
            await _storingsantwoord(storing, instelling.wacht)(scope, receive, send)
        else:
            if storing == s.TRAAG:
                await asyncio.sleep(instelling.traag_ms / 1000)
            elif storing == s.VEROUDERD:
                self._register.projecties.bevries(instelling.verouderd_ms)
            await self._app(scope, receive, send)


def _met_eigen_pad(scope: Scope) -> Scope:
    pad: str = scope["path"]
    voor = "/api" if pad.startswith("/api/") else ""
    kaal = pad[len(voor) :]
    vorm = MAGDA if kaal == MAGDA or kaal.startswith(f"{MAGDA}/") else EIGEN
    eigen = EIGEN + kaal[len(MAGDA) :] if vorm == MAGDA else kaal
    return {**scope, "path": eigen, "raw_path": None, "bronpad": voor + vorm}


def _is_beheer(pad: str) -> bool:
    return pad.startswith("/v1/")


async def _slik_in(_bericht: Message) -> None:
    """Lose an answer on its way."""


async def _verbreek(receive: Receive) -> None:
    """Drop the connection under the caller: over the network the socket, in process by an exception."""
    transport: _Transport | None = getattr(getattr(receive, "__self__", None), "transport", None)
    if transport is None:
        raise VerbindingVerbroken("De verbinding werd verbroken.")
    transport.abort()
    # The server notices the loss in its next turn; until then it would answer 500 by itself.
    while (await receive())["type"] != "http.disconnect":
        pass


def _storingsantwoord(storing: str, wacht: int) -> ASGIApp:
    status = int(storing)
    titels = {429: "Too Many Requests", 500: "Er heeft zich een fout voorgedaan!", 503: "Service Unavailable"}
    antwoord = probleem(
        Weigering("", soort="storing", status=status, titel=titels[status]), basis="", correlatie=storing
    )
    if storing == s.TE_VEEL:
        antwoord.headers["Retry-After"] = str(wacht)
    return antwoord
