"""Historiek, lagging projections, faults, tokens, a kill in the middle, and a restart."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import httpx2
import pytest
from click.testing import CliRunner

from analytics.sandbox.cli import register as opdracht
from analytics.sandbox.instellingen import Instellingen
from analytics.sandbox.server import draaiend_register
from analytics.sandbox.storingen import lees_storingen
from analytics.sandbox.voorkant import VerbindingVerbroken

KOPPEN = {"X-Correlation-Id": "6f9619ff-8b86-d011-b42d-00cf4fc964ff", "VR-Initiator": "OVO001234"}


def test_historiek_tells_what_happened_without_insz(klant, bouw):
    vcode = klant.nieuwe(vertegenwoordigers=[bouw.mens()], locaties=[bouw.locatie(naam="Thuis")])
    pad = f"/v1/verenigingen/{vcode}"
    klant.patch(pad, json={"korteNaam": "", "startdatum": "2020-01-02", "doelgroep": {"minimumleeftijd": 6}})
    klant.patch(pad, json={"startdatum": "", "korteNaam": "VR"})
    klant.post(
        f"{pad}/contactgegevens", json={"contactgegeven": {"contactgegeventype": "website", "waarde": "http://a.be"}}
    )
    klant.delete(f"{pad}/contactgegevens/1")
    klant.post(f"{pad}/locaties", json={"locatie": bouw.locatie("9000", "Gent")})
    klant.register_app.register.volg(alles=True)
    klant.post(f"{pad}/vertegenwoordigers", json={"vertegenwoordiger": bouw.mens("05010100113", voornaam="Jo")})
    klant.patch(f"{pad}/vertegenwoordigers/2", json={"vertegenwoordiger": {"rol": "Voorzitter"}})
    klant.delete(f"{pad}/vertegenwoordigers/2")
    klant.post(f"{pad}/stop", json={"einddatum": "2026-01-01"})

    antwoord = klant.get(f"{pad}/historiek")

    gebeurtenissen = antwoord.json()["gebeurtenissen"]
    assert [g["beschrijving"] for g in gebeurtenissen] == [
        "Vereniging zonder eigen rechtspersoonlijkheid werd geregistreerd met naam 'De Zwaluw'.",
        "Adres kon niet gevonden worden in het adressenregister.",
        "Startdatum werd gewijzigd naar '2020-01-02'.",
        "Doelgroep werd gewijzigd naar '6 - 150'.",
        "Korte naam werd gewijzigd naar 'VR'.",
        "Startdatum werd verwijderd.",
        "Website 'http://a.be' werd toegevoegd.",
        "Website 'http://a.be' werd verwijderd.",
        "'Activiteiten' locatie werd toegevoegd.",
        "Adres kon niet gevonden worden in het adressenregister.",
        "'Jo Peeters' werd toegevoegd als vertegenwoordiger.",
        "Vertegenwoordiger 'Jo Peeters' werd gewijzigd.",
        "Vertegenwoordiger 'Jo Peeters' werd verwijderd.",
        "De vereniging werd gestopt met einddatum '2026-01-01'.",
    ]
    assert gebeurtenissen[4] == {
        "beschrijving": "Korte naam werd gewijzigd naar 'VR'.",
        "gebeurtenis": "KorteNaamWerdGewijzigd",
        "data": {"vCode": vcode, "korteNaam": "VR"},
        "initiator": "OVO001234",
        "tijdstip": "2026-02-14T09:31:07Z",
    }
    assert gebeurtenissen[1]["initiator"] == "OVO002949"
    assert "70010100188" not in antwoord.text
    assert "insz" not in antwoord.text.lower()
    assert gebeurtenissen[12]["data"] == {"vertegenwoordigerId": 2, "voornaam": "Jo", "achternaam": "Peeters"}


def test_events_hold_nothing_personal(maak_klant, bouw, tmp_path):
    klant = maak_klant(databank=tmp_path / "register.sqlite")
    klant.nieuwe(vertegenwoordigers=[bouw.mens(achternaam="Zeldzaam", telefoon="0470 99 88 77")])
    klant.register_app.register.sluit()

    with closing(sqlite3.connect(tmp_path / "register.sqlite")) as db:
        events = " ".join(rij[0] for rij in db.execute("SELECT data FROM events"))

    assert not any(deel in events for deel in ("Zeldzaam", "70010100188", "0470"))


def test_reads_lag_behind_and_say_so(maak_klant):
    tijd = [0.0]
    klant = maak_klant(vertraging_ms=500, tik=lambda: tijd[0])
    seq = klant.registreer({"naam": "De Zwaluw"}).headers["VR-Sequence"]
    pad = "/v1/verenigingen/V0001001"

    te_vroeg = klant.get(pad, params={"expectedSequence": seq})
    historiek = klant.get(f"{pad}/historiek", params={"expectedSequence": seq})
    nog_niet = klant.get(pad)
    tijd[0] = 0.5
    op_tijd = klant.get(pad, params={"expectedSequence": seq})

    assert (te_vroeg.status_code, historiek.status_code, nog_niet.status_code) == (412, 412, 404)
    assert (
        te_vroeg.json()["detail"] == "Het detail van de gevraagde vereniging heeft niet de verwachte sequentiewaarde."
    )
    assert historiek.json()["detail"].startswith("De historiek van de gevraagde vereniging")
    assert op_tijd.status_code == 200


def test_rebuilt_and_reopened_register_answers_the_same(maak_klant, bouw, tmp_path):
    klant = maak_klant(databank=tmp_path / "register.sqlite")
    klant.nieuwe(locaties=[bouw.locatie()], vertegenwoordigers=[bouw.mens()])
    klant.registreer({"kboNummer": "0220923141"}, "kbo")
    klant.patch("/v1/verenigingen/V0001001", json={"naam": "De Zwaluwen"})

    def antwoorden(van) -> list[str]:
        paden = ("V0001001", "V0001002", "V0001001/historiek", "zoeken?q=zwaluwen OR eendracht&sort=naam")
        dubbel = van.post("/v1/admin/dubbelcontrole", json={"naam": "zwaluwn", "locaties": [bouw.locatie()]})
        return [van.get(f"/v1/verenigingen/{pad}").text for pad in paden] + [dubbel.text]

    eerst = antwoorden(klant)
    klant.post("/oefenregister/herbouw")
    herbouwd = antwoorden(klant)
    klant.register_app.register.sluit()
    heropend = maak_klant(databank=tmp_path / "register.sqlite")

    assert herbouwd == eerst
    assert antwoorden(heropend) == eerst
    assert heropend.registreer({"kboNummer": "0220923141"}, "kbo").status_code == 200
    assert heropend.registreer({"naam": "Nieuw"}).headers["Location"].endswith("V0001003")


def test_token_is_demanded_and_its_scope(maak_klant):
    klant = maak_klant(is_open=False)

    def token(client: str, **velden: str):
        gegevens = {"grant_type": "client_credentials", "client_id": client, "client_secret": "oefengeheim"} | velden
        return klant.post("/connect/token", data=gegevens)

    def registreer(client: str) -> int:
        bearer = token(client).json()["access_token"]
        return klant.registreer({"naam": "x"}, Authorization=f"Bearer {bearer}").status_code

    beheer = {"Authorization": f"Bearer {token('oefenclient').json()['access_token']}"}

    assert klant.registreer({"naam": "x"}).status_code == 401
    assert klant.registreer({"naam": "x"}, Authorization="Bearer fout").status_code == 401
    assert (registreer("oefenclient"), registreer("oefenlezer")) == (202, 403)
    assert klant.request("DELETE", "/v1/verenigingen/V0001001", json={"reden": "x"}, headers=beheer).status_code == 403
    assert (token("oefenclient", client_secret="x").status_code, token("oefenclient", scope="x").status_code) == (
        401,
        400,
    )


@pytest.mark.parametrize(("fout", "bewaard"), [("weg-voor", False), ("weg-na", True)])
def test_dropped_connection_before_and_after_the_write(fout, bewaard):
    instellingen = Instellingen(is_open=True, storingen=lees_storingen(f"{fout}@1"))

    with draaiend_register(instellingen) as url, httpx2.Client(base_url=url, headers=KOPPEN) as client:
        with pytest.raises(httpx2.RemoteProtocolError):
            client.post("/v1/verenigingen/vzer", json={"naam": "x"})
        gevonden = client.get("/v1/verenigingen/V0001001").status_code

    assert gevonden == (200 if bewaard else 404)


def test_dropped_connection_in_process_is_an_exception(maak_klant):
    klant = maak_klant(storingen=lees_storingen("weg-na@1"))

    with pytest.raises(VerbindingVerbroken):
        klant.registreer({"naam": "x"})

    assert klant.get("/v1/verenigingen/V0001001").status_code == 200


def test_other_faults_on_demand(maak_klant):
    klant = maak_klant(storingen=lees_storingen("429@1,500@2,503@3,verouderd@4,verouderd-ms=60000,wacht=7"))

    antwoorden = [klant.registreer({"naam": "x"}) for _ in range(4)]

    assert [a.status_code for a in antwoorden] == [429, 500, 503, 202]
    assert antwoorden[0].headers["Retry-After"] == "7"
    assert klant.get("/v1/verenigingen/V0001001").status_code == 404


def test_faults_are_the_same_for_the_same_seed(maak_klant):
    def verloop() -> list[int]:
        klant = maak_klant(storingen=lees_storingen("503=0.3,429=0.2,zaad=7"))
        return [klant.registreer({"naam": "x"}).status_code for _ in range(40)]

    assert verloop() == (eerst := verloop())
    assert set(eerst) == {202, 429, 503}


@pytest.mark.parametrize(
    ("argumenten", "melding"),
    [
        (["--adres", "192.0.2.1"], "Het oefenregister luistert enkel op 127.0.0.1, niet op 192.0.2.1."),
        (["--poort", "70000"], "Poort 70000 bestaat niet."),
        (["--poort", "0", "--storingen", "pech=1"], "De storing 'pech=1' is niet leesbaar."),
        (["--poort", "0", "--referentie", "/bestaat/niet"], "De map met referentiegegevens bestaat niet"),
        (["--poort", "0", "--databank", __file__], "is niet te openen als databank"),
    ],
)
def test_command_explains_a_wrong_setting(argumenten, melding):
    uit = CliRunner().invoke(opdracht, argumenten)

    assert uit.exit_code == 1
    assert melding in uit.output
    assert "Traceback" not in uit.output


def test_kill_leaves_no_half_written_association(tmp_path: Path):
    databank = tmp_path / "register.sqlite"
    start = [sys.executable, "-c", "from analytics.sandbox.cli import register; register()"]
    proces = subprocess.Popen(
        [*start, "--poort", "0", "--open", "--databank", str(databank)], stdout=subprocess.PIPE, text=True
    )
    assert proces.stdout is not None
    url = proces.stdout.readline().strip()
    body = {
        "naam": "De Zwaluw",
        "werkingsgebieden": ["BE23"],
        "vertegenwoordigers": [{"insz": "70010100188", "voornaam": "An", "achternaam": "Maes"}],
    }
    gelukt = 0
    tot = time.monotonic() + 0.7
    with httpx2.Client(base_url=url, headers=KOPPEN) as client:
        while time.monotonic() < tot:
            gelukt += client.post("/v1/verenigingen/vzer", json=body).status_code == 202
        os.kill(proces.pid, signal.SIGKILL)
    proces.wait()
    proces.stdout.close()

    with closing(sqlite3.connect(databank)) as db:
        versies = db.execute("SELECT count(*), max(versie) FROM events GROUP BY stream").fetchall()
        laatste, aantal = db.execute("SELECT max(seq), count(*) FROM events").fetchone()
        personen = db.execute("SELECT count(*) FROM personen").fetchone()[0]

    assert gelukt > 0
    # Registered, werkingsgebieden, geotags: all three or none.
    assert set(versies) == {(3, 3)}
    assert laatste == aantal == 3 * personen
    assert len(versies) >= gelukt
