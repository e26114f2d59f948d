"""Killed at any instant, and started again: never a second vCode for a row, never a lost row."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from opladen_kap import Bijl, Klok, Proef, Wanorde, een_loop, fouten_van, gewone_opdrachten, lichaam

from analytics.errors import RegisterFout
from analytics.register.grootboek import Grootboek
from analytics.register.lader import Opdracht
from analytics.register.tempo import Tempo
from analytics.register.verzoek import Verzoek
from analytics.sandbox.instellingen import Instellingen
from analytics.sandbox.server import draaiend_register


@pytest.mark.parametrize("blok", range(5))
def test_seeded_kills_and_faults_leave_one_vcode_per_row(tmp_path: Path, blok: int):
    fouten = []
    for zaad in range(5 * blok, 5 * blok + 5):
        (tmp_path / str(zaad)).mkdir()
        fouten += een_loop(tmp_path / str(zaad), zaad)

    assert fouten == []


def test_kill_at_every_instant_of_a_load_loses_and_doubles_nothing(tmp_path: Path):
    opdrachten = [*gewone_opdrachten(1), Opdracht("Z", (Verzoek("POST", "/vzer", lichaam(3, met_locatie=False)),))]
    fouten, instant, klaar = [], 0, False
    while not klaar:
        instant += 1
        (tmp_path / str(instant)).mkdir()
        proef = Proef(tmp_path / str(instant), opdrachten, tempo=Tempo(gelijktijdig=1))
        klaar = proef.laad(Bijl(instant))
        proef.laad()
        fouten += [f"instant {instant}: {fout}" for fout in fouten_van(proef)]
        proef.sluit()

    assert fouten == []
    # Two registrations and three parts, each with six instants; what is looked up adds more.
    assert instant > 30


@pytest.mark.parametrize("soort", ["429", "500", "503", "weg-voor", "weg-na", "verouderd", "traag"])
def test_each_fault_at_each_step_leaves_one_vcode_per_row(tmp_path: Path, soort: str):
    fouten = []
    for beurt in range(1, 12):
        (tmp_path / str(beurt)).mkdir()
        proef = Proef(tmp_path / str(beurt), gewone_opdrachten(2), vertraging_ms=200, tempo=Tempo(gelijktijdig=1))
        proef.stel_storingen_in(f"{soort}@{beurt},traag-ms=1,wacht=1")
        proef.laad()
        fouten += [f"{soort} at call {beurt}: {fout}" for fout in fouten_van(proef)]
        proef.sluit()

    assert fouten == []


def test_loading_twice_sends_nothing_the_second_time(tmp_path: Path):
    proef = Proef(tmp_path, gewone_opdrachten(5))
    proef.laad()
    with proef.open() as grootboek:
        eerst = grootboek.pogingen()

    proef.laad()

    with proef.open() as grootboek:
        assert grootboek.pogingen() == eerst
    assert fouten_van(proef) == []
    proef.sluit()


def test_lost_answer_is_looked_up_and_not_sent_again(tmp_path: Path):
    proef = Proef(tmp_path, gewone_opdrachten(1)[:1])
    proef.stel_storingen_in("weg-na@1")

    proef.laad()

    with proef.open() as grootboek:
        assert [poging[3] for poging in grootboek.pogingen()] == ["geen antwoord"]
    assert fouten_van(proef) == []
    proef.sluit()


def test_request_that_never_arrived_is_sent_again_after_a_look_up(tmp_path: Path):
    proef = Proef(tmp_path, gewone_opdrachten(1)[:1])
    proef.stel_storingen_in("weg-voor@1")

    proef.laad()

    with proef.open() as grootboek:
        assert [poging[3] for poging in grootboek.pogingen()] == ["geen antwoord", "aanvaard"]
    assert proef.klok.nu >= 1000.0 + proef.tempo.bezinking
    assert fouten_van(proef) == []
    proef.sluit()


def test_register_that_refuses_access_stops_the_load(tmp_path: Path):
    proef = Proef(tmp_path, gewone_opdrachten(3), tempo=Tempo(gelijktijdig=1))
    object.__setattr__(proef.app.register.instellingen, "is_open", False)

    proef.laad()

    with proef.open() as grootboek:
        assert [(poging[0], poging[4]) for poging in grootboek.pogingen()] == [("R000", 401)]
    proef.sluit()


def test_second_load_of_a_pilot_is_refused_while_the_first_runs(tmp_path: Path):
    pad = tmp_path / "grootboek.sqlite"

    with (
        Grootboek(pad, piloot="aalst", omgeving="proef", register="r"),
        pytest.raises(RegisterFout, match="loopt in omgeving proef al een lading"),
    ):
        Grootboek(pad, piloot="aalst", omgeving="proef", register="r")


def test_ledger_of_another_pilot_is_refused(tmp_path: Path):
    pad = tmp_path / "grootboek.sqlite"
    Grootboek(pad, piloot="aalst", omgeving="proef", register="r").sluit()

    with pytest.raises(RegisterFout, match="van piloot aalst, niet van evergem"):
        Grootboek(pad, piloot="evergem", omgeving="proef", register="r")


def test_sigkill_of_a_real_process_leaves_one_vcode_per_row(tmp_path: Path):
    rijen = 30
    proef = Proef(tmp_path, gewone_opdrachten(rijen))
    proef.klok = Klok()
    kind = [sys.executable, str(Path(__file__).parent / "opladen_kind.py")]
    omgeving = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), str(Path.cwd())])}
    afgebroken = 0

    with draaiend_register(Instellingen(is_open=True), app=proef.app) as url:
        for wacht in (0.02, 0.1, 0.25):
            proces = subprocess.Popen(
                [*kind, url, str(tmp_path), str(rijen)], stdout=subprocess.PIPE, env=omgeving, text=True
            )
            assert proces.stdout is not None
            assert proces.stdout.readline() == "klaar\n"
            time.sleep(wacht)
            proces.send_signal(signal.SIGKILL)
            afgebroken += proces.wait() == -signal.SIGKILL
            proces.stdout.close()
        subprocess.run([*kind, url, str(tmp_path), str(rijen)], check=True, env=omgeving, capture_output=True)

    assert afgebroken >= 1
    assert fouten_van(proef) == []
    proef.sluit()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(zaad=st.integers(0, 10**6), gelijktijdig=st.integers(1, 16), kans=st.sampled_from([0.0, 0.1, 0.3]))
def test_each_answer_lands_on_its_own_row_whatever_the_schedule(
    tmp_path_factory: pytest.TempPathFactory, zaad: int, gelijktijdig: int, kans: float
):
    """Answers come late, out of order, broken or not at all; a vCode always is that of the row's own name."""
    transport = Wanorde(zaad, kans)
    proef = Proef(
        tmp_path_factory.mktemp("wanorde"),
        [Opdracht(f"R{i}", (Verzoek("POST", "/vzer", {"naam": f"vereniging {i}"}),)) for i in range(40)],
        tempo=Tempo(gelijktijdig=gelijktijdig, pogingen=8, bezinking=1.0, wacht_eerst=0.0, opgeven_na=10_000),
        transport=lambda _: transport,
    )

    proef.laad()

    standen = proef.standen()
    proef.sluit()
    assert len(standen) == 40
    assert sorted(transport.geregistreerd.values()) == sorted(set(transport.geregistreerd.values()))
    geladen = {s.vcode: s.intern_nummer for s in standen.values() if s.vcode}
    assert geladen == {
        v: f"R{n.removeprefix('vereniging ')}" for v, n in transport.geregistreerd.items() if v in geladen
    }
    assert all(s.vcode or s.stand in ("bezig", "mislukt", "geweigerd") for s in standen.values())
