"""The shape of an endpoint: what the route table, the OpenAPI page and the app share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from analytics.sandbox.aanroep import Aanroep
from analytics.sandbox.antwoord import geschreven
from analytics.sandbox.besluit import Beslisser
from analytics.sandbox.register import Register
from analytics.sandbox.verzoeken import Verzoek

Afhandeling = Callable[[Aanroep, Register], Response]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A query parameter or header of one endpoint; *soort* is ``query`` or ``header``."""

    naam: str
    soort: str
    schema: str
    uitleg: str


IF_MATCH = Parameter("If-Match", "header", "string", 'Verwachte versie, in de vorm W/"n".')
EXPECTED = Parameter(
    "expectedSequence", "query", "integer", "Volgnummer dat de projectie minstens bereikt moet hebben."
)
V2 = Parameter("VR-Api-Version", "header", "string", "v2 toont het type VZER met zijn subtype.")


@dataclass(frozen=True, slots=True)
class Eindpunt:
    """
    One endpoint.

    *is_beheer* endpoints demand a token and the VR headers; *super_admin* ones also a super admin.
    *succes* are the statuses of a call that is right; *vorm* and *media* tell what a 200 with content
    holds (``object`` or ``array``), where that is not the usual.
    """

    methode: str
    pad: str
    doe: Afhandeling
    samenvatting: str
    succes: tuple[int, ...] = (200,)
    model: type[Verzoek] | None = None
    parameters: tuple[Parameter, ...] = ()
    is_beheer: bool = True
    super_admin: bool = False
    vorm: str = ""
    media: str = ""


def voer_uit(
    a: Aanroep, register: Register, beslis: Beslisser, *, deel: str = "", ook_dubbel: bool = False
) -> Response:
    """Decide about the association in the path and answer; *deel* names the collection a new part went into."""
    uitslag = register.wijzig(a.vcode, beslis, a.wie, if_match=a.if_match, ook_dubbel=ook_dubbel)
    location = f"{a.bronpad}/{uitslag.vcode}/{deel}/{uitslag.deel_id}" if deel else None
    return geschreven(uitslag, location=location)
