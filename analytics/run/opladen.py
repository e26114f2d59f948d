"""Plan, load, account: one delivery of one pilot into one environment."""

from __future__ import annotations

import sys
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import pandas as pd
from tqdm import tqdm

from analytics.checks.validatie import Validatie
from analytics.domain.levering import Levering
from analytics.errors import GebruiksFout
from analytics.register.dubbels import herken_zelf
from analytics.register.eindstand import maak_uitkomsten
from analytics.register.grootboek import Grootboek
from analytics.register.lader import Lader, Opdracht
from analytics.register.plan import Plan, maak_plan
from analytics.register.stand import Besluit, Stand
from analytics.register.tempo import Tempo
from analytics.register.transport import Adres, Client, Transport
from analytics.register.verificatie import Verificateur
from analytics.register.verzoek import Json, hash_van, maak_verzoeken
from analytics.run.leveringen import grootboekenmap
from analytics.run.lus import voer_af

Detailontvanger = Callable[[str, str, dict[str, Json]], None]


@dataclass(frozen=True, eq=False)
class Lading:
    """
    What a load did.

    Attributes:
        plan: What it set out to do.
        uitkomsten: Of :func:`analytics.register.eindstand.maak_uitkomsten`.
        standen, besluiten: The ledger afterwards, by key.
        velden, verschillen: Of :class:`analytics.register.verificatie.Verificateur`; empty when not verified.
        teruggelezen: How many associations were read back.
        oefenregister: Whether it was an embedded register that answered.
        gestopt: Why it stopped before the end, or empty.
    """

    plan: Plan
    uitkomsten: pd.DataFrame
    standen: dict[str, Stand]
    besluiten: dict[str, Besluit]
    velden: pd.DataFrame
    verschillen: pd.DataFrame
    teruggelezen: int
    oefenregister: bool
    gestopt: str = ""


@dataclass(frozen=True)
class Omgeving:
    """
    Where a load goes.

    Attributes:
        naam: Of the environment, a folder of ledgers.
        adres: The register.
        transport: Another way in than the network.
        tempo: The pace.
        grootboeken: Folder of ledgers.
        duurzaam: Whether the ledger must survive a power cut; not for one that is thrown away afterwards.
        register: What the ledger is bound to; the address when empty.
        nu: The time in seconds.
        correlatie: Gives GUIDs.
    """

    naam: str
    adres: Adres
    transport: Transport | None = None
    tempo: Tempo = Tempo()  # noqa: RUF009 -- frozen
    grootboeken: Path = field(default_factory=grootboekenmap)
    register: str = ""
    duurzaam: bool = True
    nu: Callable[[], float] = time.time
    correlatie: Callable[[], str] = lambda: str(uuid.uuid4())

    def grootboekpad(self, piloot: str) -> Path:
        """Return where the ledger of *piloot* lies."""
        return self.grootboeken / self.naam / f"{piloot}.sqlite"

    def open_grootboek(self, piloot: str) -> Grootboek:
        """Open the ledger of *piloot*, for this process alone; raises ``RegisterFout``."""
        return Grootboek(
            self.grootboekpad(piloot), piloot=piloot, omgeving=self.naam, register=self.register or self.adres.basis,
            op_schijf=self.duurzaam,
        )  # fmt: skip


def plan_lading(levering: Levering, validatie: Validatie, omgeving: Omgeving) -> Plan:
    """Return what a load would do. Asks the register nothing and makes no ledger that is not there yet."""
    if not omgeving.grootboekpad(levering.piloot).exists():
        with Grootboek(None, piloot=levering.piloot, omgeving=omgeving.naam, register="") as leeg:
            return _plan(levering, validatie, omgeving, leeg)
    with omgeving.open_grootboek(levering.piloot) as grootboek:
        return _plan(levering, validatie, omgeving, grootboek)


def _plan(levering: Levering, validatie: Validatie, omgeving: Omgeving, grootboek: Grootboek) -> Plan:
    return maak_plan(
        levering,
        validatie,
        omgeving=omgeving.naam,
        register=omgeving.register or omgeving.adres.basis,
        initiator=omgeving.adres.initiator,
        standen={s.intern_nummer: s for s in grootboek.standen()},
        besluiten=grootboek.besluiten(),
    )


def laad(
    levering: Levering,
    validatie: Validatie,
    omgeving: Omgeving,
    *,
    volgens: Plan | None = None,
    verifieer: bool = True,
    stil: bool = False,
    bij_detail: Detailontvanger = lambda _i, _v, _d: None,
) -> Lading:
    """
    Load a delivery and account for every row of it.

    Args:
        volgens: The plan that was shown; refused when the plan is another one by now.
        verifieer: Whether to read back what was loaded.
        stil: Whether to show no progress.
        bij_detail: Called with key, vCode and what the register shows of each association that is read back.

    Raises:
        GebruiksFout: If the plan is not the one that was shown.
        RegisterFout: If another load is going on, or no token can be had.
        RapportFout: If the states do not add up.
    """
    with omgeving.open_grootboek(levering.piloot) as grootboek:
        plan = _plan(levering, validatie, omgeving, grootboek)
        if volgens is not None and volgens.id != plan.id:
            raise GebruiksFout("Levering, besluiten of grootboek zijn gewijzigd sinds dit plan; maak het opnieuw.")
        gestopt, verificateur = voer_af(
            _laad(levering, validatie, omgeving, grootboek, plan, verifieer=verifieer, stil=stil, bij_detail=bij_detail)
        )
        standen = {s.intern_nummer: s for s in grootboek.standen()}
        return Lading(
            plan=plan,
            uitkomsten=maak_uitkomsten(plan, standen, grootboek.besluiten(), geleverd=levering.aantal),
            standen=standen,
            besluiten=grootboek.besluiten(),
            velden=verificateur.tabel(),
            verschillen=verificateur.verschillen(),
            teruggelezen=verificateur.gelezen,
            oefenregister=grootboek.kenmerk("oefenregister") == "ja",
            gestopt=gestopt,
        )


async def _laad(
    levering: Levering,
    validatie: Validatie,
    omgeving: Omgeving,
    grootboek: Grootboek,
    plan: Plan,
    *,
    verifieer: bool,
    stil: bool,
    bij_detail: Detailontvanger,
) -> tuple[str, Verificateur]:
    client = Client(omgeving.adres, correlatie=omgeving.correlatie, transport=omgeving.transport)
    verificateur = Verificateur(client, grootboek, omgeving.tempo, bij_detail=bij_detail)
    try:
        with _balk("Opladen", len(plan.te_versturen), stil=stil) as balk:
            lader = Lader(
                client,
                grootboek,
                lading=plan.lading,
                tempo=omgeving.tempo,
                nu=omgeving.nu,
                voortgang=lambda _: _stap(balk),
            )
            gestopt = await lader.laad(opdrachten(plan, levering, validatie))
        namen = validatie.lezing.waarden["verenigingen"]["naam"].fillna("").astype(str).tolist()
        herken_zelf(grootboek, {r.intern_nummer: namen[r.index] for r in plan.regels})
        if verifieer and not gestopt:
            with _balk("Teruglezen", len(plan.regels), stil=stil) as balk:
                werk = ((plan.regels[i].intern_nummer, v) for i, v in maak_verzoeken(levering, validatie.lezing))
                await verificateur.lees_terug(werk, stap=balk.update)
        return gestopt, verificateur
    finally:
        await client.sluit()


def _balk(wat: str, totaal: int, *, stil: bool) -> tqdm[NoReturn]:
    return tqdm(total=totaal, desc=wat, unit="vereniging", file=sys.stderr, disable=True if stil else None)


def _stap(balk: tqdm[NoReturn]) -> None:
    balk.update()


def opdrachten(plan: Plan, levering: Levering, validatie: Validatie) -> Iterator[Opdracht]:
    """Give what is to be sent, the requests rebuilt from the delivery; raises ``GebruiksFout`` if they differ."""
    te_doen = {r.index: r for r in plan.te_versturen}
    for i, verzoeken in maak_verzoeken(levering, validatie.lezing, welke=sorted(te_doen)):
        regel = te_doen[i]
        if hash_van(verzoeken) != regel.hash:
            raise GebruiksFout(f"Blad {regel.blad}, rij {regel.rij} is gewijzigd sinds het plan; maak het opnieuw.")
        yield Opdracht(regel.intern_nummer, verzoeken, regel.bevestigd)
