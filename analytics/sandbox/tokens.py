"""OAuth2 client credentials: handing out access tokens and judging them."""

from __future__ import annotations

import hmac
from base64 import b64decode
from binascii import Error as Base64Fout
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import parse_qs, unquote

from analytics.sandbox.instellingen import SCOPE, Client, Instellingen


@dataclass(frozen=True, slots=True)
class Houder:
    """Whom a token was given to, with which scopes, and until when (seconds since 1970)."""

    client: Client
    scopes: tuple[str, ...]
    tot: float


class Tokenfout(Exception):  # noqa: N818 -- an answer of the token endpoint
    """A refusal by the token endpoint, with its OAuth2 code and HTTP status."""

    def __init__(self, code: str, status: int = 400) -> None:
        super().__init__(code)
        self.code, self.status = code, status


class Tokens:
    """All access tokens given out by one register; they end with it."""

    def __init__(self, instellingen: Instellingen) -> None:
        self._instellingen = instellingen
        self._clients = {client.client_id: client for client in instellingen.clients}
        self._uitgegeven: dict[str, Houder] = {}

    def geef_uit(self, formulier: bytes, autorisatie: str) -> dict[str, object]:
        """
        Answer a token request: the form, and the Authorization header if the client used that.

        Raises:
            Tokenfout: Unknown client, wrong secret, another grant or a scope the client does not have.
        """
        velden = {naam: waarden[0] for naam, waarden in parse_qs(formulier.decode("utf-8", "replace")).items()}
        client_id, geheim = _basic(autorisatie) or (velden.get("client_id", ""), velden.get("client_secret", ""))
        client = self._clients.get(client_id)
        if client is None or not hmac.compare_digest(client.geheim.encode(), geheim.encode()):
            raise Tokenfout("invalid_client", 401)
        if velden.get("grant_type") != "client_credentials":
            raise Tokenfout("unsupported_grant_type")
        scopes = tuple(velden.get("scope", "").split()) or client.scopes
        if not set(scopes) <= set(client.scopes):
            raise Tokenfout("invalid_scope")
        nummer = len(self._uitgegeven) + 1
        token = hmac.new(self._instellingen.zout.encode(), f"{client_id}/{nummer}".encode(), sha256).hexdigest()
        seconden = self._instellingen.token_seconden
        self._uitgegeven[token] = Houder(client, scopes, self._nu() + seconden)
        return {"access_token": token, "expires_in": seconden, "token_type": "Bearer", "scope": " ".join(scopes)}

    def houder(self, autorisatie: str) -> Houder | None:
        """Give the holder of the bearer token in an Authorization header, or ``None`` when it is not valid."""
        soort, _, token = autorisatie.partition(" ")
        gevonden = self._uitgegeven.get(token.strip()) if soort.lower() == "bearer" else None
        return gevonden if gevonden is not None and gevonden.tot > self._nu() else None

    def mag_beheren(self, houder: Houder) -> bool:
        """Tell whether a token carries the scope of the beheer API."""
        return SCOPE in houder.scopes

    def _nu(self) -> float:
        return self._instellingen.uurwerk().timestamp()


def _basic(autorisatie: str) -> tuple[str, str] | None:
    soort, _, inhoud = autorisatie.partition(" ")
    if soort.lower() != "basic":
        return None
    try:
        client_id, _, geheim = b64decode(inhoud).decode().partition(":")
    except (Base64Fout, ValueError):
        return None
    return unquote(client_id), unquote(geheim)
