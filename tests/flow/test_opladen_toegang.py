"""Tokens, path forms, and what production asks before anything leaves."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from analytics.errors import GebruiksFout, InstellingFout, RegisterFout
from analytics.register.antwoord import Antwoord, Soort
from analytics.register.transport import Adres, Client, Toegang, eis_url, in_proces
from analytics.register.verzoek import Verzoek
from analytics.run.opladen_opdracht import Opdrachtgegevens, lees_toegang, opladen
from analytics.sandbox.app import App, maak_app
from analytics.sandbox.instellingen import Instellingen

BASIS = "http://register.example.be"
TOEGANG = Toegang(f"{BASIS}/connect/token", "oefenclient", "oefengeheim")
NIEUW = Verzoek("POST", "/vzer", {"naam": "Heikrekels"})


@pytest.fixture
def app() -> Iterator[App]:
    app = maak_app(Instellingen())
    yield app
    app.register.sluit()


def stuur(app: App, adres: Adres, *, vooraf: str | None = None) -> Antwoord:
    async def doe() -> Antwoord:
        nummers = count(1)
        client = Client(
            adres, correlatie=lambda: f"00000000-0000-4000-8000-{next(nummers):012x}", transport=in_proces(app)
        )
        client._token = vooraf
        try:
            return await client.stuur(NIEUW, client.correlatie())
        finally:
            await client.sluit()

    return asyncio.run(doe())


@pytest.mark.parametrize("magda", [False, True])
def test_token_is_fetched_and_both_path_forms_register(app: App, magda: bool):
    antwoord = stuur(app, Adres(BASIS, "OVO990001", magda=magda, toegang=TOEGANG))

    assert (antwoord.soort, antwoord.vcode, antwoord.sandbox) == (Soort.AANVAARD, "V0001001", True)


def test_expired_token_is_renewed_once(app: App):
    antwoord = stuur(app, Adres(BASIS, "OVO990001", toegang=TOEGANG), vooraf="verlopen")

    assert antwoord.soort is Soort.AANVAARD
    assert len(app.register.alle()) == 1


def test_no_token_is_not_allowed(app: App):
    assert stuur(app, Adres(BASIS, "OVO990001")).soort is Soort.NIET_TOEGELATEN


def test_wrong_secret_is_told_without_the_secret(app: App):
    fout = Toegang(f"{BASIS}/connect/token", "oefenclient", "hoogst-geheim")

    with pytest.raises(RegisterFout, match="HTTP 401") as gevangen:
        stuur(app, Adres(BASIS, "OVO990001", toegang=fout))

    assert "hoogst-geheim" not in str(gevangen.value)
    assert "hoogst-geheim" not in repr(fout)


def test_credentials_come_from_a_file_and_incomplete_ones_are_refused(tmp_path: Path):
    heel, half = tmp_path / "heel.txt", tmp_path / "half.txt"
    heel.write_text("client_id=a\ngeheim=b=c\ntoken_url=https://x.example.be/token\n")
    half.write_text("client_id=a\ngeheim=zeer-geheim\n")

    assert lees_toegang(heel) == Toegang("https://x.example.be/token", "a", "b=c")
    with pytest.raises(InstellingFout, match="token_url ontbreekt") as gevangen:
        lees_toegang(half)
    assert "zeer-geheim" not in str(gevangen.value)


def gegevens(tmp_path: Path, **rest: object) -> Opdrachtgegevens:
    vast = {"piloot": "aalst", "ronde": 3, "peildatum": dt.date(2025, 7, 1), "grootboeken": tmp_path}
    return Opdrachtgegevens(**{**vast, **rest})  # type: ignore[arg-type]


@pytest.mark.parametrize("url", ["geen url", "", "ftp://register.example.be", "https://", "127.0.0.1:8080"])
def test_what_is_no_address_is_refused_before_anything_is_noted(tmp_path: Path, url: str):
    gegevens = Opdrachtgegevens(
        piloot="evergem", ronde=2, peildatum=dt.date(2025, 6, 20), register=url, grootboeken=tmp_path
    )

    with pytest.raises(GebruiksFout, match="is geen adres van een register"):
        opladen(gegevens, tmp_path / "uit")

    assert list(tmp_path.iterdir()) == []


def test_a_secret_leaves_this_machine_only_over_tls():
    assert eis_url("http://127.0.0.1:8080", geheim=True)
    assert eis_url("http://register.example.be", geheim=False)
    assert eis_url("https://register.example.be", geheim=True)
    with pytest.raises(GebruiksFout, match="gebruik https"):
        eis_url("http://register.example.be", geheim=True)


def test_production_asks_an_address_a_number_and_open_gates(tmp_path: Path):
    adres = {"register": "http://127.0.0.1:9"}

    with pytest.raises(GebruiksFout, match="vraagt --register URL"):
        opladen(gegevens(tmp_path), tmp_path)
    with pytest.raises(GebruiksFout, match="vraagt --bevestig N"):
        opladen(gegevens(tmp_path, **adres), tmp_path)
    with pytest.raises(GebruiksFout, match="mag nog niet starten voor aalst: Beheerplan niet beoordeeld"):
        opladen(gegevens(tmp_path, **adres, bevestig=5), tmp_path, poorten=lambda *_: ["Beheerplan niet beoordeeld."])
    assert list(tmp_path.iterdir()) == []
