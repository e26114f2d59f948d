"""Answers of the register: accepted writes, JSON and problem documents."""

from __future__ import annotations

import json
from uuid import NAMESPACE_URL, uuid5

from starlette.responses import Response

from analytics.sandbox.fouten import Weigering
from analytics.sandbox.register import Uitslag

LD_JSON = "application/ld+json"


class JsonAntwoord(Response):
    """A JSON body, compact and with accents as they are."""

    media_type = "application/json"

    def render(self, content: object) -> bytes:
        """Give the bytes of *content*."""
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def geschreven(uitslag: Uitslag, *, location: str | None = None) -> Response:
    """
    Answer a write: 202 with ETag and VR-Sequence, or 200 without them when nothing changed.

    *location* is sent along in both cases.
    """
    headers = {"Location": location} if location is not None else {}
    if uitslag.versie is None:
        return Response(status_code=200, headers=headers)
    headers |= {"ETag": f'W/"{uitslag.versie}"', "VR-Sequence": str(uitslag.seq)}
    return Response(status_code=202, headers=headers)


def probleem(weigering: Weigering, *, basis: str, correlatie: str) -> Response:
    """Answer a refusal with its problem document."""
    # Name-based, so that the same call gives the same bytes.
    nummer = uuid5(NAMESPACE_URL, f"{correlatie}|{weigering.status}|{weigering.detail}").hex
    inhoud: dict[str, object] = {
        "type": f"urn:associationregistry.admin.api:{weigering.soort}",
        "title": weigering.titel,
        "detail": weigering.detail,
        "status": weigering.status,
        "instance": f"{basis}/v1/foutmeldingen/{nummer}",
    }
    if weigering.fouten:
        inhoud["validationErrors"] = {
            pad: [{"code": fout.code, "reason": fout.reason} for fout in fouten]
            for pad, fouten in weigering.fouten.items()
        }
    return JsonAntwoord(inhoud, status_code=weigering.status, media_type="application/problem+json")
