"""From a load to what a report tells of it: the target over the first delivery, and predictions against answers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

import pandas as pd

from analytics.checks.catalogus import REGELS
from analytics.checks.validatie import Validatie
from analytics.domain.levering import Levering
from analytics.insight.opladen import Opgeladen, measure_doel
from analytics.intake.lezing import Lezing, lees_waarden
from analytics.register.antwoord import Melding, Soort
from analytics.register.onderdelen import NIET_OVERSCHREVEN
from analytics.register.plan import NIET_LAADBAAR, Plan
from analytics.register.scorekaart import Uitspraak, maak_scorekaart
from analytics.register.stand import DEELS, DUBBEL, GEWEIGERD, KLAAR
from analytics.register.transport import Adres, Client, in_proces
from analytics.register.verzoek import Verzoek, maak_verzoeken
from analytics.run.lus import voer_af
from analytics.run.opladen import Lading
from analytics.sandbox.app import App, maak_app
from analytics.sandbox.instellingen import Instellingen

_BASIS = "http://oefenregister.example.be"
#: Rules that find mandatory data missing, as far as the register asks for it.
ONTBREEKREGELS = frozenset(r.code for r in REGELS if r.bron.wie == "Register" and r.code.endswith("_ontbreekt"))


def sleutels_van(levering: Levering, lezing: Lezing | None = None) -> list[str]:
    """Return the key of every delivered association, ``""`` where there is none."""
    gelezen = lees_waarden(levering) if lezing is None else lezing
    sleutels: list[str] = gelezen.waarden["verenigingen"]["intern_nummer"].fillna("").astype(str).tolist()
    return sleutels


def maak_beeld(lading: Lading, eerste: Sequence[str], uitspraken: Sequence[Uitspraak], *, omgeving: str) -> Opgeladen:
    """
    Return what a report tells of a load.

    Args:
        eerste: Keys of the pilot's first delivery, of :func:`sleutels_van`.
        uitspraken: What a throw-away register said of what was not sent, of :func:`beproef`.
    """
    return Opgeladen(
        ronde=lading.plan.ronde,
        omgeving=omgeving,
        oefenregister=lading.oefenregister,
        uitkomsten=lading.uitkomsten,
        doel=measure_doel(eerste, lading.uitkomsten, ontbreekregels=ONTBREEKREGELS),
        velden=lading.velden,
        verschillen=lading.verschillen,
        teruggelezen=lading.teruggelezen,
        scorekaart=_scorekaart(lading, uitspraken),
        gestopt=lading.gestopt,
    )


def _scorekaart(lading: Lading, uitspraken: Sequence[Uitspraak]) -> pd.DataFrame:
    geleverd = {regel.intern_nummer for regel in lading.plan.regels}
    eigen = [
        Uitspraak(s.intern_nummer, tuple(m for m in s.meldingen if m.tekst != NIET_OVERSCHREVEN))
        for s in lading.standen.values()
        if s.intern_nummer in geleverd and s.stand in (KLAAR, DEELS, DUBBEL, GEWEIGERD)
    ]
    return maak_scorekaart(lading.plan, [*eigen, *uitspraken])


def beproef(levering: Levering, validatie: Validatie, plan: Plan) -> tuple[Uitspraak, ...]:
    """
    Put what is not loadable to a throw-away embedded register, to see whether it would really be refused.

    Nothing of it reaches another register. Duplicates are out of the question here.
    """
    welke = [r.index for r in plan.regels if r.reden == NIET_LAADBAAR]
    app = maak_app(Instellingen(is_open=True, basis_url=_BASIS, minimumscore=1e9, adresmatch=False))
    try:
        namen = {r.index: r.intern_nummer for r in plan.regels}
        return voer_af(_beproef(levering, validatie, welke, namen, app))
    finally:
        app.register.sluit()


async def _beproef(
    levering: Levering, validatie: Validatie, welke: Sequence[int], namen: dict[int, str], app: App
) -> tuple[Uitspraak, ...]:
    nummers = count(1)
    client = Client(
        Adres(_BASIS, "OVO000000"),
        correlatie=lambda: f"00000000-0000-4000-8000-{next(nummers):012x}",
        transport=in_proces(app),
    )
    uit = []
    for i, verzoeken in maak_verzoeken(levering, validatie.lezing, welke=welke):
        uit.append(Uitspraak(namen[i], await _vraag(client, verzoeken)))
    await client.sluit()
    return tuple(uit)


async def _vraag(client: Client, verzoeken: Sequence[Verzoek]) -> tuple[Melding, ...]:
    meldingen: list[Melding] = []
    vcode = ""
    for verzoek in verzoeken:
        if "{vCode}" in verzoek.pad and not vcode:
            break
        antwoord = await client.stuur(verzoek, client.correlatie(), vcode=vcode)
        vcode = vcode or antwoord.vcode or ""
        if antwoord.soort is Soort.GEWEIGERD:
            meldingen += antwoord.meldingen
        elif antwoord.soort not in (Soort.AANVAARD, Soort.GEKEND):
            meldingen.append(Melding("", f"HTTP {antwoord.status}"))
    return tuple(meldingen)
