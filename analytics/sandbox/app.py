"""The embedded register as an ASGI application."""

from __future__ import annotations

from collections.abc import Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from analytics.sandbox import (
    eindpunten_admin,
    eindpunten_beheer,
    eindpunten_delen,
    eindpunten_lezen,
    eindpunten_publiek,
    eindpunten_registratie,
    eindpunten_zoeken,
)
from analytics.sandbox.aanroep import basis, lees_aanroep
from analytics.sandbox.antwoord import JsonAntwoord, probleem
from analytics.sandbox.eindpunt import Eindpunt
from analytics.sandbox.fouten import InstellingFout, Weigering
from analytics.sandbox.instellingen import Instellingen
from analytics.sandbox.openapi import beschrijf, pagina
from analytics.sandbox.register import Register
from analytics.sandbox.storingen import Storingsbron, lees_storingen
from analytics.sandbox.tokens import Tokenfout, Tokens
from analytics.sandbox.voorkant import Voorkant

EINDPUNTEN: tuple[Eindpunt, ...] = (
    *eindpunten_registratie.EINDPUNTEN,
    *eindpunten_beheer.EINDPUNTEN,
    *eindpunten_delen.EINDPUNTEN,
    *eindpunten_zoeken.EINDPUNTEN,
    *eindpunten_lezen.EINDPUNTEN,
    *eindpunten_publiek.EINDPUNTEN,
    *eindpunten_admin.EINDPUNTEN,
)


class App:
    """The register with its HTTP face; :attr:`register` is the way in for tests and pre-filling."""

    def __init__(self, instellingen: Instellingen) -> None:
        self.register = Register(instellingen)
        self.tokens = Tokens(instellingen)
        hulproutes = _hulproutes(lambda: self.voorkant, self.register)
        starlette = Starlette(
            routes=[*(self._route(eindpunt) for eindpunt in EINDPUNTEN), *_tokenroutes(self.tokens), *hulproutes],
            exception_handlers={HTTPException: _geen_eindpunt, Exception: _onverwacht},
        )
        starlette.router.redirect_slashes = False
        starlette.state.register = self.register
        self.voorkant = Voorkant(starlette, self.register)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one ASGI call."""
        await self.voorkant(scope, receive, send)
        # The answer is on its way: what follows from a write is worked off while the caller reads it.
        self.register.volg()

    def _route(self, eindpunt: Eindpunt) -> Route:
        async def antwoord(request: Request) -> Response:
            try:
                if eindpunt.is_beheer:
                    self._toets_token(request, eindpunt)
                aanroep = await lees_aanroep(request, met_headers=eindpunt.is_beheer)
                self.register.volg()
                return eindpunt.doe(aanroep, self.register)
            except Weigering as weigering:
                correlatie = request.headers.get("x-correlation-id", "")
                return probleem(weigering, basis=basis(request), correlatie=correlatie)

        return Route(eindpunt.pad, antwoord, methods=[eindpunt.methode])

    def _toets_token(self, request: Request, eindpunt: Eindpunt) -> None:
        if self.register.instellingen.is_open:
            return
        houder = self.tokens.houder(request.headers.get("authorization", ""))
        if houder is None:
            raise Weigering("", soort="unauthorized", status=401, titel="Unauthorized")
        if not self.tokens.mag_beheren(houder) or (eindpunt.super_admin and not houder.client.is_super_admin):
            raise Weigering("", soort="forbidden", status=403, titel="Forbidden")


def maak_app(instellingen: Instellingen) -> App:
    """
    Give a register that answers ASGI calls, over HTTP or in process.

    Raises:
        InstellingFout: If the database or the reference data cannot be used.
    """
    return App(instellingen)


def _tokenroutes(tokens: Tokens) -> list[Route]:
    async def geef_token(request: Request) -> Response:
        try:
            return JsonAntwoord(
                tokens.geef_uit(await request.body(), request.headers.get("authorization", "")),
                headers={"Cache-Control": "no-store"},
            )
        except Tokenfout as fout:
            return JsonAntwoord({"error": fout.code}, status_code=fout.status)

    return [Route(pad, geef_token, methods=["POST"]) for pad in ("/connect/token", "/oauth2/token")]


def _hulproutes(voorkant: Callable[[], Voorkant], register: Register) -> list[Route]:
    beschrijving = beschrijf(EINDPUNTEN)

    async def gezond(_request: Request) -> Response:
        return JsonAntwoord({"status": "Healthy"})

    async def docs(_request: Request) -> Response:
        return HTMLResponse(pagina(EINDPUNTEN))

    async def openapi(_request: Request) -> Response:
        return JsonAntwoord(beschrijving)

    async def stel_storingen_in(request: Request) -> Response:
        try:
            storingen = lees_storingen((await request.body()).decode("utf-8", "replace"))
        except InstellingFout as fout:
            return JsonAntwoord({"fout": str(fout)}, status_code=400)
        voorkant().storingsbron = Storingsbron(storingen)
        return Response(status_code=204)

    async def herbouw(_request: Request) -> Response:
        register.herbouw()
        return Response(status_code=204)

    return [
        Route("/health", gezond, methods=["GET"]),
        Route("/docs", docs, methods=["GET"]),
        Route("/docs/v1/docs.json", openapi, methods=["GET"]),
        Route("/oefenregister/storingen", stel_storingen_in, methods=["PUT"]),
        Route("/oefenregister/herbouw", herbouw, methods=["POST"]),
    ]


async def _geen_eindpunt(request: Request, fout: Exception) -> Response:
    status, titel = (fout.status_code, fout.detail) if isinstance(fout, HTTPException) else (500, "")
    antwoord = probleem(
        Weigering("", soort="badhttprequest", status=status, titel=titel), basis=basis(request), correlatie=""
    )
    if status == 405:
        routes = (route for route in request.app.routes if route.path_regex.match(request.scope["path"]))
        antwoord.headers["Allow"] = ", ".join(sorted({methode for route in routes for methode in route.methods}))
    return antwoord


async def _onverwacht(request: Request, _fout: Exception) -> Response:
    weigering = Weigering("", soort="internalservererror", status=500)
    return probleem(weigering, basis=basis(request), correlatie=request.headers.get("x-correlation-id", ""))
