"""
Load the example: every pilot's rounds 2 and 3 into two embedded registers, with real duplicates and decisions.

"Production" is a second embedded register: nothing ever leaves this machine.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from analytics.checks.validatie import Validatie
from analytics.domain.levering import Levering
from analytics.domain.piloot import Piloot
from analytics.files.terugleesbestand import Terugleesbestand
from analytics.insight.opladen import Opgeladen
from analytics.register.plan import VERSCHILLEND, WEET_NIET, ZELFDE
from analytics.register.stand import Besluit
from analytics.register.tempo import Tempo
from analytics.register.transport import Adres, in_proces
from analytics.register.verzoek import Lichaam, maak_verzoeken
from analytics.register.vorm import objecten
from analytics.run.opladen import Lading, Omgeving, laad
from analytics.run.opladen_beeld import beproef, maak_beeld
from analytics.run.opladen_bestanden import bestanden_van
from analytics.sandbox.app import App, maak_app
from analytics.sandbox.instellingen import Instellingen
from analytics.sandbox.vullen import vul

#: Environment per round, and its name on a page.
OMGEVINGEN = {2: "gescheiden-omgeving", 3: "nagebootste-productie"}
OMGEVINGSNAAM = {2: "gescheiden omgeving (oefenregister)", 3: "nagebootste productie (oefenregister)"}
_BASIS = "http://oefenregister.example.be"
# One association in so many is in the register already, under another vCode.
_AL_GEKEND = 12
# This pilot has not answered everything after round 2, so its production stays closed.
_TRAAG = "kiosk"
# One after the other: the same associations get the same vCodes in every run.
_TEMPO = Tempo(gelijktijdig=1, bezinking=0.0, wacht_eerst=0.0)


class Voorbeeldregisters:
    """
    The two embedded registers of an example run, kept in memory, with their ledgers in a folder of their own.

    The clock stands still at *peildatum*, so the same deliveries give the same bytes.
    """

    def __init__(self, map_: Path, *, peildatum: dt.date) -> None:
        self._map = map_
        nu = dt.datetime.combine(peildatum, dt.time(12), dt.UTC)
        self.peildatum = peildatum
        self._apps: dict[int, App] = {
            ronde: maak_app(Instellingen(nu=nu, is_open=True, basis_url=_BASIS, tik=lambda: 0.0))
            for ronde in OMGEVINGEN
        }

    def sluit(self) -> None:
        """Let go of both registers."""
        for app in self._apps.values():
            app.register.sluit()

    def laad(
        self, levering: Levering, validatie: Validatie, piloot: Piloot, *, eerste: Sequence[str]
    ) -> tuple[Opgeladen, dict[str, str | bytes]]:
        """
        Load a delivery of round 2 or 3, decide on part of the duplicates, and load again with the decisions.

        Args:
            eerste: Keys of the pilot's first delivery, of :func:`analytics.run.opladen_beeld.sleutels_van`.

        Returns:
            What a report tells of it, and the files it leaves, by name.

        Raises:
            RegisterFout, RapportFout: As :func:`analytics.run.opladen.laad`.
        """
        ronde = levering.ronde
        self._vul(ronde, levering, validatie)
        nummers = count(1)
        omgeving = Omgeving(
            OMGEVINGEN[ronde],
            Adres(_BASIS, piloot.initiator),
            transport=in_proces(self._apps[ronde]),
            tempo=_TEMPO,
            grootboeken=self._map,
            duurzaam=False,
            nu=lambda: 0.0,
            correlatie=lambda: f"00000000-0000-4000-8000-{next(nummers):012x}",
        )
        vooraf = laad(levering, validatie, omgeving, verifieer=False, stil=True)
        alles = ronde == 2 and levering.piloot != _TRAAG
        besluiten = voorbeeldbesluiten(vooraf, self.peildatum, alles=alles)
        with omgeving.open_grootboek(levering.piloot) as grootboek:
            for besluit in besluiten:
                grootboek.besluit(besluit)
        with (
            tempfile.TemporaryDirectory(dir=self._map) as map_,
            Terugleesbestand(Path(map_)) as terug,
        ):
            lading = laad(levering, validatie, omgeving, stil=True, bij_detail=terug.voeg_toe)
            terug.sluit()
            teruggelezen = {pad.name: pad.read_bytes() for pad in (terug.xlsx, terug.jsonl)}
        beeld = maak_beeld(lading, eerste, beproef(levering, validatie, lading.plan), omgeving=OMGEVINGSNAAM[ronde])
        return beeld, bestanden_van(lading, levering, validatie, beeld) | teruggelezen

    def _vul(self, ronde: int, levering: Levering, validatie: Validatie) -> None:
        """Have others register some associations of this delivery first, so that real duplicates occur."""
        lichamen: list[Mapping[str, object]] = []
        for i, verzoeken in maak_verzoeken(levering, validatie.lezing):
            if validatie.laadbaar.iloc[i] and i % _AL_GEKEND == 5:
                lichamen.append(_van_een_ander(verzoeken[0].lichaam, len(lichamen)))
        vul(self._apps[ronde], lichamen)


def _van_een_ander(lichaam: Lichaam, nummer: int) -> Mapping[str, object]:
    """Return what another organisation registered: the same association, known to it in less detail."""
    if "kboNummer" in lichaam:
        return lichaam
    naam = str(lichaam["naam"])
    return {
        "naam": naam.upper() if nummer % 2 else naam,
        # An identifier may be one that the address registry does not know.
        "locaties": [d for d in objecten(lichaam.get("locaties")) if "adres" in d],
        "hoofdactiviteitenVerenigingsloket": lichaam.get("hoofdactiviteitenVerenigingsloket", []),
    }


def voorbeeldbesluiten(lading: Lading, dag: dt.date, *, alles: bool) -> Sequence[Besluit]:
    """Return the decisions of the example: by turns the same, different, not known, and (unless *alles*) none yet."""
    antwoorden = (ZELFDE, VERSCHILLEND, ZELFDE, WEET_NIET, *([] if alles else [None]))
    dubbels = lading.uitkomsten.loc[lading.uitkomsten["status"].eq("potentiele_dubbel"), "intern_nummer"].tolist()
    uit = []
    for i, sleutel in enumerate(dubbels):
        stand, antwoord = lading.standen[sleutel], antwoorden[i % len(antwoorden)]
        if antwoord is not None:
            vcode = stand.kandidaten[0].vcode if antwoord == ZELFDE else ""
            uit.append(
                Besluit(sleutel, stand.hash, antwoord, vcode, "dossierbeheerder", dag.isoformat(), "voorbeeldbesluit")
            )
    return uit


@contextmanager
def voorbeeldregisters(*, peildatum: dt.date) -> Iterator[Voorbeeldregisters]:
    """Give the registers of an example run; their ledgers are removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="migratie-") as map_:
        registers = Voorbeeldregisters(Path(map_), peildatum=peildatum)
        try:
            yield registers
        finally:
            registers.sluit()
