"""Ask the register's own check which registered associations look like one that is offered; nothing is registered."""

from __future__ import annotations

from dataclasses import dataclass

from analytics.errors import RegisterFout
from analytics.register.transport import Client, als_url
from analytics.register.verzoek import Json

_PAD = "/v1/admin/dubbelcontrole"


@dataclass(frozen=True)
class Gelijkende:
    """An association that the register would stop the registration on, with the register's own score."""

    vcode: str
    naam: str
    score: float


class Dubbelvrager(Client):
    """A client that may ask for the check; in the real register only a super admin may."""

    async def controleer(self, lichaam: dict[str, Json]) -> tuple[Gelijkende, ...] | None:
        """
        Return what the register finds for a registration body, best first; ``None`` when it refuses the body.

        Raises:
            RegisterFout: If the register does not answer, or does not let us ask.
        """
        url = als_url(self.adres.basis.rstrip("/") + _PAD)
        antwoord = await self._vraag("POST", url, {"X-Correlation-Id": self.correlatie()}, lichaam)
        if antwoord is not None and antwoord.status_code == 400:
            return None
        if antwoord is None or antwoord.status_code != 200:
            wat = "geeft geen antwoord" if antwoord is None else f"antwoordt HTTP {antwoord.status_code}"
            raise RegisterFout(f"{self.adres.basis}: de dubbelcontrole {wat}; alleen een superbeheerder mag ze vragen.")
        treffers = antwoord.json()
        return tuple(Gelijkende(str(t["vCode"]), str(t["naam"]), float(t["score"])) for t in treffers)
