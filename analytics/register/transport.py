"""The door to the register: HTTP, headers, tokens. What comes back is an answer or the lack of one."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import httpx2

from analytics.errors import GebruiksFout, RegisterFout
from analytics.register.antwoord import GEEN_ANTWOORD, Antwoord, lees_antwoord
from analytics.register.verzoek import Verzoek

EIGEN, MAGDA = "/v1/verenigingen", "/v1/organisaties/verenigingen/verenigingen"
_HIER = ("127.0.0.1", "localhost", "::1")
SCOPE = "dv_verenigingsregister_beheer"


Transport = httpx2.AsyncBaseTransport
# Nearly all writes go to one URL, and taking it apart costs a twentieth of a request.
als_url = lru_cache(maxsize=64)(httpx2.URL)


def in_proces(app: Callable[..., Awaitable[None]]) -> Transport:
    """Give a way in to a register in this same process, an ASGI application."""
    return httpx2.ASGITransport(app=app)


def eis_url(url: str, *, geheim: bool) -> str:
    """
    Return *url* when a register may be asked there.

    Args:
        geheim: Whether a secret or a token goes along: then only over TLS, but for this machine itself.

    Raises:
        GebruiksFout: If it is no address, or not a safe one.
    """
    try:
        deel = httpx2.URL(url)
    except httpx2.InvalidURL:
        deel = httpx2.URL()
    if deel.scheme not in ("http", "https") or not deel.host:
        raise GebruiksFout(
            f"{url!r} is geen adres van een register; schrijf het voluit, zoals https://naam.example.be."
        )
    if geheim and deel.scheme == "http" and deel.host not in _HIER:
        raise GebruiksFout(f"{url} is niet versleuteld en de toegang is geheim; gebruik https://.")
    return url


@dataclass(frozen=True)
class Toegang:
    """
    Who we are for the token endpoint (OAuth2 client credentials).

    Attributes:
        token_url: Where tokens are fetched.
        client_id, geheim: Ours; the secret is never printed.
        scope: What the token must be good for.
    """

    token_url: str
    client_id: str
    geheim: str = field(repr=False)
    scope: str = SCOPE


@dataclass(frozen=True)
class Adres:
    """
    Where the register is and in whose name we write.

    Attributes:
        basis: URL without the path of the collection.
        initiator: ``VR-Initiator``.
        magda: Whether paths have the form of MAGDA.
        toegang: ``None`` for a register that asks no token.
        wachttijd: Seconds before an answer counts as lost.
    """

    basis: str
    initiator: str
    magda: bool = False
    toegang: Toegang | None = None
    wachttijd: float = 100.0

    @property
    def verzameling(self) -> str:
        """URL of the collection of associations."""
        return self.basis.rstrip("/") + (MAGDA if self.magda else EIGEN)


@dataclass(frozen=True)
class Gelezen:
    """The answer to a read: status, headers in lower case, decoded body (``None`` without one that is JSON)."""

    status: int | None
    koppen: Mapping[str, str]
    lichaam: object


class Client:
    """
    A client of one register.

    Args:
        adres: Where and as who.
        correlatie: Gives a new GUID for each request.
        transport: Another way in than the network, such as a register in the same process.
    """

    def __init__(self, adres: Adres, *, correlatie: Callable[[], str], transport: Transport | None = None) -> None:
        self.adres = adres
        self.correlatie = correlatie
        self._http = httpx2.AsyncClient(transport=transport, timeout=adres.wachttijd, follow_redirects=False)
        self._token: str | None = None
        self._token_slot = asyncio.Lock()

    async def sluit(self) -> None:
        """Let go of the connections."""
        await self._http.aclose()

    async def stuur(
        self, verzoek: Verzoek, correlatie: str, *, vcode: str = "", versie: int | None = None, token: str = ""
    ) -> Antwoord:
        """
        Send a write and return its answer.

        Args:
            correlatie: GUID of this call.
            vcode: Fills ``{vCode}`` in the path.
            versie: For ``If-Match``.
            token: For ``VR-BevestigingsToken``.

        Raises:
            RegisterFout: If no token can be had; nothing was sent then.
        """
        koppen: dict[str, str] = {}
        if versie is not None:
            koppen["If-Match"] = f'W/"{versie}"'
        if token:
            koppen["VR-BevestigingsToken"] = token
        url = als_url(self.adres.verzameling + verzoek.pad.replace("{vCode}", vcode))
        koppen["X-Correlation-Id"] = correlatie
        antwoord = await self._vraag(verzoek.methode, url, koppen, verzoek.lichaam)
        if antwoord is None:
            return GEEN_ANTWOORD
        return lees_antwoord(antwoord.status_code, _koppen(antwoord), _json(antwoord))

    async def lees(self, pad: str, **vragen: str | int) -> Gelezen:
        """Read ``pad`` below the collection; raises ``RegisterFout`` if no token can be had."""
        url = httpx2.URL(self.adres.verzameling + pad, params={k: str(v) for k, v in vragen.items()})
        antwoord = await self._vraag("GET", url, {"VR-Api-Version": "v2", "X-Correlation-Id": self.correlatie()}, None)
        if antwoord is None:
            return Gelezen(None, {}, None)
        return Gelezen(antwoord.status_code, _koppen(antwoord), _json(antwoord))

    async def _vraag(
        self, methode: str, url: httpx2.URL, koppen: Mapping[str, str], lichaam: object | None
    ) -> httpx2.Response | None:
        inhoud = None if lichaam is None else json.dumps(lichaam, ensure_ascii=False).encode()
        vast = {"VR-Initiator": self.adres.initiator}
        if inhoud is not None:
            vast["Content-Type"] = "application/json"
        token = await self._geef_token(None)
        antwoord = await self._probeer(methode, url, {**koppen, **vast, **_bearer(token)}, inhoud)
        if antwoord is not None and antwoord.status_code == 401 and token is not None:
            # A token may have run out; a refused request was not carried out, so it may go again.
            token = await self._geef_token(token)
            antwoord = await self._probeer(methode, url, {**koppen, **vast, **_bearer(token)}, inhoud)
        return antwoord

    async def _probeer(
        self, methode: str, url: httpx2.URL, koppen: Mapping[str, str], inhoud: bytes | None
    ) -> httpx2.Response | None:
        try:
            return await self._http.request(methode, url, headers=dict(koppen), content=inhoud)
        except (httpx2.HTTPError, OSError):
            # The messages of these hold the request; nothing of them may reach a log.
            return None

    async def _geef_token(self, verlopen: str | None) -> str | None:
        toegang = self.adres.toegang
        if toegang is None:
            return None
        async with self._token_slot:
            if self._token is None or self._token == verlopen:
                self._token = await self._haal_token(toegang)
            return self._token

    async def _haal_token(self, toegang: Toegang) -> str:
        try:
            antwoord = await self._http.post(
                toegang.token_url,
                data={"grant_type": "client_credentials", "scope": toegang.scope},
                auth=(toegang.client_id, toegang.geheim),
            )
            lichaam = _json(antwoord)
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError):
            raise RegisterFout(
                f"Het toegangstoken is niet te krijgen bij {toegang.token_url}: geen antwoord; controleer het adres."
            ) from None
        token = lichaam.get("access_token") if isinstance(lichaam, dict) else None
        if antwoord.status_code != 200 or not isinstance(token, str):
            raise RegisterFout(
                f"Het toegangstoken wordt geweigerd door {toegang.token_url} (HTTP {antwoord.status_code}); "
                "controleer client-id, geheim en scope."
            )
        return token


def _bearer(token: str | None) -> dict[str, str]:
    return {} if token is None else {"Authorization": f"Bearer {token}"}


def _koppen(antwoord: httpx2.Response) -> dict[str, str]:
    return {naam.lower(): waarde for naam, waarde in antwoord.headers.items()}


def _json(antwoord: httpx2.Response) -> object:
    try:
        return antwoord.json()
    except (ValueError, UnicodeDecodeError):
        return None
