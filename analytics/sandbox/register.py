"""The register itself: one lock around read, decide and append; everything else follows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from threading import RLock

from analytics.sandbox.adresmatch import match_adressen
from analytics.sandbox.beslis_registratie import (
    Registratie,
    registreer,
    registreer_uit_kbo,
    toets_onderneming,
    toets_overlijden,
)
from analytics.sandbox.besluit import DIGITAAL_VLAANDEREN, Beslisser, Besluit, Omgeving
from analytics.sandbox.dubbelindex import Dubbelindex, Treffer
from analytics.sandbox.events import Event
from analytics.sandbox.events_beheer import AdresBleefZoalsHetWas, AdresregisterEvent, VerenigingWerdVerwijderd
from analytics.sandbox.eventstore import Eventstore, Feit, Wie
from analytics.sandbox.fouten import Weigering, domeinfout, niet_gekend, verouderde_versie
from analytics.sandbox.gegevens import Persoon
from analytics.sandbox.geotags import geotags_erbij, raakt_geotags
from analytics.sandbox.instellingen import Instellingen
from analytics.sandbox.klok import kalenderdag, tijdstip
from analytics.sandbox.projecties import Achtergrond, Index, Projecties
from analytics.sandbox.referentie import laad_referentie
from analytics.sandbox.toestand import Vereniging
from analytics.sandbox.vouwen import vouw
from analytics.sandbox.zoekindex import Zoekindex

_VCODE = re.compile(r"V[0-9]{7}")


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What a write did: *versie* and *seq* are ``None`` when nothing changed."""

    vcode: str
    versie: int | None = None
    seq: int | None = None
    deel_id: int | None = None


class Register:
    """All associations of one embedded register. Every method may be called from any thread."""

    def __init__(self, instellingen: Instellingen) -> None:
        self.instellingen = instellingen
        self.minimumscore = instellingen.minimumscore
        self.ref = laad_referentie(instellingen.referentie)
        self.lock = RLock()
        self._klok = instellingen.uurwerk
        self._store = Eventstore(instellingen.databank)
        self._vcodeteller = self._store.vcodeteller()
        self._kbo: dict[str, str] = {}
        self.achtergrond = Achtergrond(vertraging_ms=instellingen.vertraging_ms, tik=instellingen.tik)
        self.projecties = Projecties(
            self._nieuwe_indexen(),
            vertraging_ms=instellingen.vertraging_ms,
            tik=instellingen.tik,
            positie=self._store.hoogste_seq(),
        )
        self._vouw_alles()

    def _nieuwe_indexen(self) -> tuple[Index, ...]:
        self.dubbelindex = Dubbelindex(self.ref.woorden)
        self.zoekindex = Zoekindex()
        return (self.dubbelindex, self.zoekindex)

    def _vouw_alles(self) -> None:
        for stand in self.alle():
            if stand.kbo_nummer:
                self._kbo[stand.kbo_nummer] = stand.vcode
            self.projecties.zet(stand)
            self._plan_adresmatch(stand)

    def alle(self) -> list[Vereniging]:
        """Give every association as the projections know it, in order of vCode."""
        return [
            self._vouw_feiten(stream, feiten)
            for stream, feiten in self._store.streams(self.projecties.positie)
            if _VCODE.fullmatch(stream)
        ]

    def sluit(self) -> None:
        """Close the event store."""
        self._store.sluit()

    def volg(self, *, alles: bool = False) -> None:
        """Let background work and projections catch up with what is due, or with everything."""
        with self.lock:
            self.achtergrond.werk(alles=alles)
            self.projecties.volg(alles=alles)

    def omgeving(self, wie: Wie) -> Omgeving:
        """Give what a decider may know at this moment."""
        return Omgeving(self.ref, kalenderdag(self._klok()), wie.initiator)

    def herbouw(self) -> None:
        """Throw every projection away and make it again from the events."""
        with self.lock:
            self.projecties.vervang(self._nieuwe_indexen())
            for stand in self.alle():
                self.projecties.zet(stand)

    def zoek_dubbels(self, registratie: Registratie, *, minimumscore: float | None = None) -> list[Treffer]:
        """Give registered associations that may be the same one, best first."""
        with self.lock:
            minimum = self.minimumscore if minimumscore is None else minimumscore
            return self.dubbelindex.zoek(registratie.naam, registratie.plaatsen, minimumscore=minimum)

    def registreer(self, registratie: Registratie, wie: Wie, *, bevestigd: bool = False) -> Uitslag:
        """Register a VZER whose values are valid and that is no duplicate, or was confirmed not to be."""
        with self.lock:
            toets_overlijden(registratie, self.omgeving(wie))
            vcode = self._trek_vcode()
            try:
                besluit = registreer(registratie, vcode, bevestigd=bevestigd)
            except Weigering:
                # The number is burnt: the next registration takes another one, also after a restart.
                self._store.bewaar_vcodeteller(self._vcodeteller)
                raise
            return self._leg_vast(Vereniging(vcode), besluit, wie)

    def registreer_kbo(self, kbo_nummer: str, wie: Wie) -> Uitslag:
        """Register from KBO; a number that is known already changes nothing."""
        with self.lock:
            bekend = self._kbo.get(kbo_nummer)
            if bekend is not None:
                return Uitslag(bekend)
            omgeving = self.omgeving(wie)
            toets_onderneming(kbo_nummer, omgeving)
            vcode = self._trek_vcode()
            uitslag = self._leg_vast(Vereniging(vcode), registreer_uit_kbo(kbo_nummer, vcode, omgeving), wie)
            self._kbo[kbo_nummer] = vcode
            return uitslag

    def wijzig(
        self,
        vcode: str,
        beslis: Beslisser,
        wie: Wie,
        *,
        if_match: int | None = None,
        ook_dubbel: bool = False,
    ) -> Uitslag:
        """
        Decide about one association and store what comes of it.

        Raises:
            Weigering: 400 for an unknown, removed or doubled association, 412 for another version.
        """
        with self.lock:
            stand, feiten = self.laad(vcode, ook_dubbel=ook_dubbel)
            _toets_versie(if_match, feiten)
            return self._leg_vast(stand, beslis(stand, self.omgeving(wie)), wie)

    def laad(self, vcode: str, *, ook_dubbel: bool = False) -> tuple[Vereniging, list[Feit]]:
        """Give the present state of an association that may be written to, with its events."""
        vcode = vcode.upper()
        feiten = self._store.feiten(vcode) if _VCODE.fullmatch(vcode) else []
        if not feiten:
            raise niet_gekend(vcode)
        stand = self._vouw_feiten(vcode, feiten)
        if stand.is_verwijderd:
            raise domeinfout("Deze vereniging is verwijderd en kan niet geladen worden.")
        if stand.is_dubbel_van and not ook_dubbel:
            raise domeinfout("Deze vereniging is dubbel en kan niet geladen worden.")
        return stand, feiten

    def andere(self, vcode: str) -> Vereniging:
        """Give the present state of another association that a write refers to, removed or doubled ones included."""
        feiten = self._store.feiten(vcode)
        if not feiten:
            raise niet_gekend(vcode)
        return self._vouw_feiten(vcode, feiten)

    def geprojecteerd(self, vcode: str) -> tuple[Vereniging, list[Feit]] | None:
        """Give an association as the projections know it, or ``None``."""
        with self.lock:
            vcode = vcode.upper()
            feiten = self._store.feiten(vcode, self.projecties.positie) if _VCODE.fullmatch(vcode) else []
            return (self._vouw_feiten(vcode, feiten), feiten) if feiten else None

    def personen(self, vcode: str) -> dict[str, Persoon]:
        """Give the persons that the events of an association point at, by reference."""
        with self.lock:
            return self._store.personen(vcode.upper())

    def noteer(self, stream: str, event: Event, wie: Wie) -> None:
        """Store an event that belongs to no association, in a stream of its own."""
        with self.lock:
            moment = tijdstip(self._klok())
            versie = self._store.versie(stream)
            seq = self._store.voeg_toe(stream, versie, (event,), personen={}, wie=wie, tijdstip=moment)
            self.projecties.meld(seq, None)

    def vergeet(self, vcode: str) -> None:
        """Take an association out of the register with its whole past; refuses an unknown one."""
        with self.lock:
            stand, laatste = self.andere(vcode), self._store.hoogste_seq()
            self._store.vergeet(vcode)
            self._kbo.pop(stand.kbo_nummer, None)
            self.projecties.meld(laatste, replace(stand, is_verwijderd=True))

    def mutaties(self, sinds: int) -> list[tuple[str, int]]:
        """Give the vCodes that changed after *sinds*, each with its last sequence, as far as the projections are."""
        with self.lock:
            gevonden = self._store.mutaties(sinds, self.projecties.positie)
            return [(stream, seq) for stream, seq in gevonden if _VCODE.fullmatch(stream)]

    def match_opnieuw(self) -> None:
        """Ask the address registry again about every address without an identifier."""
        with self.lock:
            for stand in self.alle():
                wachtend = tuple(replace(s, te_matchen=s.locatie.adres_id is None) for s in stand.locaties)
                self._plan_adresmatch(replace(stand, locaties=wachtend))

    def ververs_referentie(self) -> None:
        """Read the stand-in data again, as the register refreshes its tables."""
        laad_referentie.cache_clear()
        self.ref = laad_referentie(self.instellingen.referentie)

    def voortgang(self) -> tuple[int, int]:
        """Give the sequence that the projections have reached, and that of the last event."""
        with self.lock:
            return self.projecties.positie, self._store.hoogste_seq()

    def _vouw_feiten(self, vcode: str, feiten: list[Feit]) -> Vereniging:
        stand = vouw(Vereniging(vcode), (feit.event for feit in feiten), self._store.personen(vcode))
        return replace(stand, laatste_aanpassing=feiten[-1].tijdstip[:10])

    def _trek_vcode(self) -> str:
        self._vcodeteller += 1
        return f"V{self._vcodeteller:07d}"

    def _leg_vast(self, stand: Vereniging, besluit: Besluit, wie: Wie) -> Uitslag:
        if not besluit.events:
            return Uitslag(stand.vcode)
        is_nieuw = stand.versie == 0
        bekend = {} if is_nieuw else self._store.personen(stand.vcode)
        nieuw = vouw(stand, besluit.events, {**bekend, **besluit.personen})
        nieuwe = besluit.events
        if raakt_geotags(nieuwe):
            erbij = geotags_erbij(nieuw, self.ref, altijd=is_nieuw)
            nieuw, nieuwe = vouw(nieuw, erbij, {}), (*nieuwe, *erbij)
        seq = self._store.voeg_toe(
            stand.vcode,
            stand.versie,
            nieuwe,
            personen=besluit.personen,
            wie=wie,
            tijdstip=tijdstip(self._klok()),
            vcodeteller=self._vcodeteller if is_nieuw else None,
        )
        if any(isinstance(event, VerenigingWerdVerwijderd) for event in nieuwe):
            self._store.vergeet_personen(stand.vcode)
        stil = all(isinstance(event, AdresBleefZoalsHetWas) for event in nieuwe)
        self.projecties.meld(seq, None if stil else nieuw)
        self._plan_adresmatch(nieuw)
        return Uitslag(stand.vcode, nieuw.versie, seq, besluit.deel_id)

    def _plan_adresmatch(self, stand: Vereniging) -> None:
        wacht = any(locatie.te_matchen and locatie.locatie.adres is not None for locatie in stand.locaties)
        if self.instellingen.adresmatch and wacht and not stand.is_verwijderd and not stand.is_dubbel_van:
            self.achtergrond.plan(lambda: self._match_adressen(stand))

    def _match_adressen(self, stand: Vereniging) -> None:
        if self._store.versie(stand.vcode) != stand.versie:
            feiten = self._store.feiten(stand.vcode)
            if not feiten:
                return
            stand = self._vouw_feiten(stand.vcode, feiten)
        if not stand.is_verwijderd and not stand.is_dubbel_van:
            systeem = Wie(DIGITAAL_VLAANDEREN, "00000000-0000-0000-0000-000000000000")
            self._leg_vast(stand, match_adressen(stand, self.ref), systeem)


def _toets_versie(if_match: int | None, feiten: list[Feit]) -> None:
    """Accept the current version, or an older one since when only the address registry wrote."""
    if if_match is None:
        return
    later = [feit.event for feit in feiten if feit.versie > if_match]
    if if_match > feiten[-1].versie or not all(isinstance(event, AdresregisterEvent) for event in later):
        raise verouderde_versie()
