"""
Load associations, so that each gets exactly one vCode and each answer lands on its own row.

The ledger is written ahead of each request and after each answer. A request whose result is not known is never sent
again before the register was asked what became of it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property

from analytics.register.antwoord import Antwoord, Soort
from analytics.register.grootboek import Grootboek
from analytics.register.onderdelen import Onderdelen
from analytics.register.opzoeken import Onleesbaar, Opzoeker
from analytics.register.stand import BEZIG, DEELS, DUBBEL, GEWEIGERD, KLAAR, MISLUKT, Stand
from analytics.register.tempo import Rem, Slaap, Tempo
from analytics.register.transport import Client
from analytics.register.verzoek import Verzoek, hash_van

NIET_TOEGELATEN = (
    "Het register weigert de toegang (HTTP {status}); controleer token, scope en initiator. "
    "Wat al geladen is, staat in het grootboek; start daarna gewoon opnieuw."
)
ONBEREIKBAAR = (
    "Het register geeft al {n} verenigingen na elkaar geen bruikbaar antwoord; het laden is gestopt. "
    "Probeer het later opnieuw: wat al geladen is, wordt niet opnieuw verstuurd."
)


@dataclass(frozen=True)
class Opdracht:
    """One association to load; *bevestigd* when a human decided that it is no duplicate."""

    intern_nummer: str
    verzoeken: tuple[Verzoek, ...]
    bevestigd: bool = False

    @cached_property
    def hash(self) -> str:
        """Over all its requests."""
        return hash_van(self.verzoeken)

    @property
    def is_kbo(self) -> bool:
        """Whether it is registered by its KBO number: that may be asked twice."""
        return self.verzoeken[0].pad == "/kbo"


class Lader:
    """
    One load.

    Args:
        client, grootboek: Where to, and what is known.
        lading: Which delivery this is.
        nu: The time in seconds, to know how long ago an answer got lost.
        voortgang: Called after each association, with its key.
    """

    def __init__(
        self,
        client: Client,
        grootboek: Grootboek,
        *,
        lading: str,
        tempo: Tempo,
        nu: Callable[[], float],
        slaap: Slaap = asyncio.sleep,
        voortgang: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._client, self._grootboek, self._lading, self._tempo = client, grootboek, lading, tempo
        self._nu, self._slaap, self._voortgang = nu, slaap, voortgang
        self._rem = Rem(tempo, slaap)
        self._opzoeker = Opzoeker(client, grootboek, tempo, slaap)
        self._onderdelen = Onderdelen(client, grootboek, self._opzoeker, tempo, self._rem, nu=nu, slaap=slaap)
        self._onzeker: list[Opdracht] = []
        self._gestopt = ""
        self._oefent = False
        self._mislukt_na_elkaar = 0

    async def laad(self, opdrachten: Iterable[Opdracht]) -> str:
        """Load all; returns why it stopped before the end, or an empty text."""
        werk = iter(opdrachten)
        await self._verdeel(werk, self._een)
        await self._verdeel(iter(self._onzeker), self._los_op)
        return self._gestopt

    async def _verdeel(self, werk: Iterator[Opdracht], doe: Callable[[Opdracht], Awaitable[None]]) -> None:
        async def werker() -> None:
            # Nothing is cut short on a stop: an answer under way is still booked.
            while not self._gestopt and (opdracht := next(werk, None)) is not None:
                await doe(opdracht)

        async with asyncio.TaskGroup() as groep:
            for _ in range(self._tempo.gelijktijdig):
                groep.create_task(werker())

    async def _een(self, opdracht: Opdracht) -> None:
        stand = self._grootboek.stand(opdracht.intern_nummer)
        if stand is not None and stand.vcode is None and stand.onzeker_sinds is not None and not opdracht.is_kbo:
            self._onzeker.append(opdracht)
            return
        if stand is None or stand.vcode is None:
            stand = await self._registreer(opdracht, stand)
        await self._rond_af(opdracht, stand)

    async def _rond_af(self, opdracht: Opdracht, stand: Stand) -> None:
        if stand.stand == DEELS:
            stand, reden = await self._onderdelen.vul_aan(stand, opdracht.verzoeken)
            if reden == Soort.NIET_TOEGELATEN:
                self._gestopt = NIET_TOEGELATEN.format(status=stand.status)
        if stand.onzeker_sinds is not None and not opdracht.is_kbo:
            self._onzeker.append(opdracht)
        else:
            self._voortgang(opdracht.intern_nummer)
        self._tel_mislukte(stand)

    def _tel_mislukte(self, stand: Stand) -> None:
        self._mislukt_na_elkaar = self._mislukt_na_elkaar + 1 if stand.stand in (MISLUKT, BEZIG, DEELS) else 0
        if self._mislukt_na_elkaar >= self._tempo.opgeven_na and not self._gestopt:
            self._gestopt = ONBEREIKBAAR.format(n=self._mislukt_na_elkaar)

    async def _registreer(self, opdracht: Opdracht, vorige: Stand | None) -> Stand:
        """Send the registration until there is a clear answer, or none can be had; *vorige*: how it stood."""
        zelfde = vorige is not None and vorige.hash == opdracht.hash
        token = (vorige.token or "") if opdracht.bevestigd and zelfde and vorige is not None else ""
        # Once an answer got lost, the register's own check for duplicates is asked again before a token is used.
        bewaakt = vorige is not None and self._grootboek.is_gevraagd(opdracht.intern_nummer, 0)
        stand = self._leeg(opdracht)
        for keer in range(1, self._tempo.pogingen + 1):
            antwoord, stand = await self._stuur(opdracht, "" if bewaakt else token)
            match antwoord.soort:
                case Soort.POTENTIELE_DUBBEL if bewaakt:
                    stand, bewaakt = await self._onder_kandidaten(opdracht, stand, antwoord), False
                    if stand.stand != DUBBEL or not opdracht.bevestigd:
                        return stand
                    token = antwoord.token or ""
                case Soort.GEWEIGERD if token and not bewaakt and _is_tokenfout(antwoord):
                    token = ""  # the request changed, or the register did: ask it anew
                case Soort.WACHT:
                    if keer < self._tempo.pogingen:
                        wacht = self._tempo.wacht(keer, antwoord.wacht)
                        self._rem.pauzeer(wacht)
                        if antwoord.status == 503 and not opdracht.is_kbo:
                            try:
                                gevonden = await self._zoek(opdracht)
                            except Onleesbaar:
                                return stand
                            if gevonden is not None:
                                return gevonden
                case Soort.STORING | Soort.GEEN_ANTWOORD | Soort.VERSIE if opdracht.is_kbo:
                    # Registering a number again gives the same vCode.
                    if keer < self._tempo.pogingen:
                        await self._slaap(self._tempo.wacht(keer, antwoord.wacht))
                case _:
                    return stand
        return stand

    def _leeg(self, opdracht: Opdracht) -> Stand:
        return Stand(opdracht.intern_nummer, opdracht.hash, self._lading, BEZIG)

    async def _stuur(self, opdracht: Opdracht, token: str) -> tuple[Antwoord, Stand]:
        await self._rem.wacht()
        verzoek, begonnen, correlatie = opdracht.verzoeken[0], self._nu(), self._client.correlatie()
        nummer = await self._grootboek.begin(
            opdracht.intern_nummer, stap=0, hash_=verzoek.hash, geheel=opdracht.hash, lading=self._lading,
            correlatie=correlatie, nu=begonnen,
        )  # fmt: skip
        antwoord = await self._client.stuur(verzoek, correlatie, token=token)
        if antwoord.sandbox and not self._oefent:
            self._grootboek.noteer("oefenregister", "ja")
            self._oefent = True
        stand = await self._duid(opdracht, antwoord, begonnen)
        self._grootboek.geantwoord(nummer, antwoord, stand)
        if antwoord.soort is Soort.NIET_TOEGELATEN:
            self._gestopt = NIET_TOEGELATEN.format(status=antwoord.status)
        return antwoord, stand

    async def _duid(self, opdracht: Opdracht, antwoord: Antwoord, begonnen: float) -> Stand:
        leeg = replace(self._leeg(opdracht), status=antwoord.status)
        match antwoord.soort:
            case Soort.AANVAARD | Soort.GEKEND if antwoord.vcode is not None:
                return await self._geregistreerd(opdracht, antwoord, leeg)
            case Soort.GEWEIGERD:
                return replace(leeg, stand=GEWEIGERD, meldingen=antwoord.meldingen)
            case Soort.POTENTIELE_DUBBEL:
                return replace(leeg, stand=DUBBEL, kandidaten=antwoord.kandidaten, token=antwoord.token)
            case Soort.NIET_TOEGELATEN | Soort.WACHT:
                # A 503 of a gateway does not say whether the register behind it did what was asked.
                return replace(leeg, stand=MISLUKT, onzeker_sinds=begonnen if antwoord.status == 503 else None)
        return replace(leeg, stand=BEZIG, onzeker_sinds=begonnen, meldingen=antwoord.meldingen)

    async def _geregistreerd(self, opdracht: Opdracht, antwoord: Antwoord, leeg: Stand) -> Stand:
        gekend = antwoord.soort is Soort.GEKEND
        if gekend and self._grootboek.is_gevraagd(opdracht.intern_nummer, 0):
            # Known, but perhaps because an earlier try of ours, whose answer got lost, registered it.
            try:
                gekend = not await self._opzoeker.is_door_ons_geregistreerd(antwoord.vcode or "")
            except Onleesbaar:
                return replace(leeg, stand=BEZIG, onzeker_sinds=self._nu())
        rest = len(opdracht.verzoeken) > 1
        return replace(
            leeg, stand=DEELS if rest else KLAAR, vcode=antwoord.vcode, gekend=gekend, stap=1,
            versie=antwoord.versie, sequentie=antwoord.sequentie,
        )  # fmt: skip

    # --- what became of it?

    async def _los_op(self, opdracht: Opdracht) -> None:
        # When the register cannot be asked, nothing is known and nothing is sent.
        with suppress(Onleesbaar):
            await self._volg_op(opdracht)
        self._voortgang(opdracht.intern_nummer)

    async def _volg_op(self, opdracht: Opdracht) -> None:
        """Find out what became of a request; send it again only when it is certain that nothing did."""
        for keer in range(self._tempo.pogingen + 1):
            stand = self._grootboek.stand(opdracht.intern_nummer)
            if stand is None or stand.onzeker_sinds is None or stand.vcode is not None or self._gestopt:
                return
            if await self._zoek(opdracht) is not None:
                return
            if stand.hash != opdracht.hash:
                return  # other values than those that were sent: not finding them proves nothing
            # Twice more, with time between: a register whose projections stand still finds nothing either.
            for rest in (stand.onzeker_sinds + self._tempo.bezinking - self._nu(), self._tempo.bezinking / 4):
                await self._slaap(max(rest, 0.0))
                if await self._zoek(opdracht) is not None:
                    return
            stand = replace(stand, stand=MISLUKT, onzeker_sinds=None)
            self._grootboek.zet(stand)
            if keer < self._tempo.pogingen:
                await self._registreer(opdracht, stand)

    async def _zoek(self, opdracht: Opdracht) -> Stand | None:
        """Look for the association; raises ``Onleesbaar`` when the register cannot be asked."""
        vcode = await self._opzoeker.zoek(opdracht.verzoeken[0].lichaam)
        return None if vcode is None else self._gevonden(opdracht, vcode)

    async def _onder_kandidaten(self, opdracht: Opdracht, stand: Stand, antwoord: Antwoord) -> Stand:
        try:
            vcode = await self._opzoeker.zoek_onder(antwoord.kandidaten, opdracht.verzoeken[0].lichaam)
        except Onleesbaar:
            stand = replace(stand, stand=BEZIG, onzeker_sinds=self._nu())
            self._grootboek.zet(stand)
            return stand
        return stand if vcode is None else self._gevonden(opdracht, vcode)

    def _gevonden(self, opdracht: Opdracht, vcode: str) -> Stand:
        stand = replace(self._leeg(opdracht), stand=KLAAR, vcode=vcode, stap=1, status=None)
        self._grootboek.zet(stand)
        return stand


def _is_tokenfout(antwoord: Antwoord) -> bool:
    return any("bevestigingstoken" in melding.tekst.lower() for melding in antwoord.meldingen)
