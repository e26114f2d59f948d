"""Find out what became of a request whose answer was lost; nothing is written to the register here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from analytics.register.antwoord import Kandidaat
from analytics.register.grootboek import Grootboek
from analytics.register.tempo import Slaap, Tempo
from analytics.register.transport import Client, Gelezen
from analytics.register.verzoek import Json, Lichaam
from analytics.register.vorm import kaal, lijst, objecten

_BLADZIJDE = 100
_HOOGSTENS = 1000  # the register shows no more results of one search
_GEREGISTREERD = (
    "VerenigingZonderEigenRechtspersoonlijkheidWerdGeregistreerd",
    "VerenigingMetRechtspersoonlijkheidWerdGeregistreerd",
)


class Onleesbaar(Exception):  # noqa: N818 -- a state of affairs, caught by who asked
    """The register gives no usable answer to a read: nothing is known."""


class Opzoeker:
    """Asks the register what it holds."""

    def __init__(self, client: Client, grootboek: Grootboek, tempo: Tempo, slaap: Slaap) -> None:
        self._client, self._grootboek, self._tempo, self._slaap = client, grootboek, tempo, slaap

    async def lees(self, pad: str, **vragen: str | int) -> Gelezen:
        """
        Read with patience: a busy, silent or lagging (412) register is asked again.

        Raises:
            Onleesbaar: When it stays that way.
        """
        for keer in range(1, 2 * self._tempo.pogingen + 1):
            gelezen = await self._client.lees(pad, **vragen)
            if gelezen.status in (200, 404) and isinstance(gelezen.lichaam, dict):
                return gelezen
            if gelezen.status in (400, 401, 403):
                break
            await self._slaap(min(self._tempo.wacht(keer, None), self._tempo.bezinking))
        raise Onleesbaar

    async def zoek(self, lichaam: Lichaam) -> str | None:
        """
        Return the vCode of the association that we registered with this body and that no other row has.

        Raises:
            Onleesbaar: When the register cannot be asked.
        """
        await self.wacht_tot_bij()
        naam = str(lichaam.get("naam", ""))
        vraag = f"({_zin('naam', naam)} OR {_zin('naam.keyword', naam)})"
        postcodes = [str(p) for p in _postcodes(lichaam)]
        if postcodes:
            vraag += f" AND {_zin('locaties.postcode', postcodes[0])}"
        for begin in range(0, _HOOGSTENS, _BLADZIJDE):
            gelezen = await self.lees("/zoeken", q=vraag, limit=_BLADZIJDE, offset=begin)
            treffers = gelezen.lichaam.get("verenigingen", []) if isinstance(gelezen.lichaam, dict) else []
            for treffer in treffers:
                if vcode := await self._van_ons(str(treffer.get("vCode", "")), lichaam):
                    return vcode
            if len(treffers) < _BLADZIJDE:
                break
        return None

    async def zoek_onder(self, kandidaten: tuple[Kandidaat, ...], lichaam: Lichaam) -> str | None:
        """Do the same among the candidates of a 409: its index follows writes differently from the search."""
        for kandidaat in kandidaten:
            if vcode := await self._van_ons(kandidaat.vcode, lichaam):
                return vcode
        return None

    async def is_door_ons_geregistreerd(self, vcode: str) -> bool:
        """
        Tell whether it was our initiator that registered *vcode*.

        Raises:
            Onleesbaar: When the register cannot be asked, or does not show the association yet.
        """
        for _ in range(5):
            if (await self.lees(f"/{vcode}/historiek")).status == 200:
                return await self._eerste(vcode, lambda _: True)
            # It exists, for the register just gave its vCode; only the reading side lags.
            await self._slaap(self._tempo.bezinking / 5)
        raise Onleesbaar

    async def wacht_tot_bij(self) -> None:
        """Wait until the register shows the last write we know of; raises ``Onleesbaar``."""
        laatste = self._grootboek.laatste()
        if laatste is not None:
            await self.lees(f"/{laatste[0]}", expectedSequence=laatste[1])

    async def _van_ons(self, vcode: str, lichaam: Lichaam) -> str | None:
        if not vcode or self._grootboek.van_vcode(vcode) is not None:
            return None
        eigen = vingerafdruk(lichaam)
        return vcode if await self._eerste(vcode, lambda data: vingerafdruk(data) == eigen) else None

    async def _eerste(self, vcode: str, past: Callable[[Mapping[str, Json]], bool]) -> bool:
        gelezen = await self.lees(f"/{vcode}/historiek")
        gebeurtenissen = gelezen.lichaam.get("gebeurtenissen", []) if isinstance(gelezen.lichaam, dict) else []
        eerste = gebeurtenissen[0] if gebeurtenissen else {}
        return (
            eerste.get("gebeurtenis") in _GEREGISTREERD
            and eerste.get("initiator") == self._client.adres.initiator
            and past(eerste.get("data", {}))
        )


def vingerafdruk(data: Mapping[str, Json]) -> tuple[object, ...]:
    """
    Return what tells one registration from another, the same for a request and for the event it caused.

    The register spells some values its own way, so only letters and digits count, and not their case.
    """

    def delen(naam: str, *velden: str) -> tuple[tuple[str, ...], ...]:
        return tuple(sorted(tuple(kaal(d.get(veld)) for veld in velden) for d in objecten(data.get(naam))))

    return (
        *(kaal(data.get(veld)) for veld in ("naam", "korteNaam", "korteBeschrijving", "startdatum")),
        delen("contactgegevens", "contactgegeventype", "waarde"),
        delen("vertegenwoordigers", "voornaam", "achternaam", "rol"),
        tuple(
            sorted(
                kaal(c.get("code") if isinstance(c, dict) else c)
                for c in lijst(data.get("hoofdactiviteitenVerenigingsloket"))
            )
        ),
        # A location with an identifier gets its address from the address registry: it counts, but cannot be compared.
        len(objecten(data.get("locaties"))),
    )


def _postcodes(lichaam: Lichaam) -> list[Json]:
    adressen = [d.get("adres") for d in objecten(lichaam.get("locaties"))]
    return [a["postcode"] for a in adressen if isinstance(a, dict) and a.get("postcode")]


def _zin(veld: str, tekst: str) -> str:
    """Return a phrase query with its reserved characters escaped."""
    veilig = tekst.replace("\\", "\\\\").replace('"', '\\"')
    return f'{veld}:"{veilig}"'
