"""One call to the register, its headers judged and its body parsed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from starlette.requests import Request

from analytics.sandbox.binding import bind, lees_json
from analytics.sandbox.eventstore import Wie
from analytics.sandbox.fouten import Weigering, headerfout, onleesbaar
from analytics.sandbox.verzoeken import Verzoek

V = TypeVar("V", bound=Verzoek)

# The forms that .NET reads: bare, with hyphens, and those in braces or parentheses.
_KERN = "-".join(f"[0-9a-fA-F]{{{lengte}}}" for lengte in (8, 4, 4, 4, 12))
_GUID = re.compile(rf"[0-9a-fA-F]{{32}}|{_KERN}|\{{{_KERN}\}}|\({_KERN}\)")
_ETAG = re.compile(r'W/"([0-9]+)"')
# The default of the web server the register runs on.
GROOTSTE_BODY = 30_000_000
_JSON = re.compile(r"(application|text)/([a-z0-9.+-]+\+)?json", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Aanroep:
    """
    What an endpoint may know about a call.

    *basis* is the host part of links, *bronpad* the URL of the collection of associations in
    the path form that the caller used.
    """

    pad: Mapping[str, str]
    query: Mapping[str, str]
    wie: Wie
    if_match_tekst: str | None
    bevestigingstoken: str
    v2: bool
    basis: str
    bronpad: str
    body: object

    def verzoek(self, model: type[V]) -> V:
        """Give the body as *model*, or refuse what cannot be bound."""
        return bind(model, self.body)

    @property
    def vcode(self) -> str:
        """The vCode in the path, in upper case."""
        return self.pad["vCode"].upper()

    def id_(self, naam: str) -> int:
        """Give the id of a part in the path."""
        tekst = self.pad[naam]
        if not (tekst.isascii() and tekst.isdigit() and len(tekst) < 10):
            raise onleesbaar()
        return int(tekst)

    @property
    def if_match(self) -> int | None:
        """The version demanded, ``None`` when none is; refuses anything but one weak tag of digits."""
        if self.if_match_tekst is None:
            return None
        gevonden = _ETAG.fullmatch(self.if_match_tekst.strip())
        if gevonden is None:
            raise Weigering(
                "Etag header bevat een ongeldige waarde, gelieve formaat 'W/\"[0-9]*\"' te gebruiken", soort="etag"
            )
        # No stream gets this long; a number of thousands of digits is not worth reading.
        return int(gevonden[1].lstrip("0")[:19] or "0")

    def getal(self, naam: str) -> int | None:
        """Give a whole number from the query string, ``None`` when absent."""
        tekst = self.query.get(naam)
        if tekst is None or not tekst.strip():
            return None
        if not re.fullmatch(r"-?[0-9]{1,18}", tekst.strip()):
            raise onleesbaar()
        return int(tekst)


async def lees_aanroep(request: Request, *, met_headers: bool) -> Aanroep:
    """
    Judge a call in the register's order: JSON, correlation id, initiator, content type.

    Raises:
        Weigering: 400 for the first of these that fails, 415 for a body that is no JSON.
    """
    ruw = await request.body()
    if len(ruw) > GROOTSTE_BODY:
        raise Weigering("", soort="badhttprequest", status=413, titel="Payload Too Large")
    is_json = _JSON.fullmatch(request.headers.get("content-type", "").partition(";")[0].strip()) is not None
    body = lees_json(ruw) if is_json else None
    wie = _wie(request) if met_headers else Wie("", "")
    if ruw and not is_json:
        raise Weigering("", soort="unsupportedmediatype", status=415, titel="Unsupported Media Type")
    gastheer = basis(request)
    return Aanroep(
        pad=request.path_params,
        query=request.query_params,
        wie=wie,
        if_match_tekst=request.headers.get("if-match"),
        bevestigingstoken=request.headers.get("vr-bevestigingstoken", "").strip(),
        v2=request.headers.get("vr-api-version", "").strip().lower() == "v2",
        basis=gastheer,
        bronpad=gastheer + request.scope.get("bronpad", "/v1/verenigingen"),
        body=body,
    )


def basis(request: Request) -> str:
    """Give the host part of links: the one in the settings, else the one the caller used."""
    ingesteld: str | None = request.app.state.register.instellingen.basis_url
    url = request.url
    return (ingesteld or f"{url.scheme}://{url.netloc}").rstrip("/")


def _wie(request: Request) -> Wie:
    correlatie = request.headers.get("x-correlation-id")
    if correlatie is None:
        raise headerfout("X-Correlation-Id is verplicht.")
    if not _GUID.fullmatch(correlatie.strip()):
        raise headerfout("X-Correlation-Id moet een geldige GUID zijn.")
    initiator = request.headers.get("vr-initiator")
    if initiator is None and request.method not in ("HEAD", "OPTIONS"):
        raise headerfout("VR-Initiator is verplicht.")
    if initiator is not None and not initiator.strip():
        raise headerfout("VR-Initiator mag niet leeg zijn.")
    return Wie(initiator or "", correlatie.strip())
