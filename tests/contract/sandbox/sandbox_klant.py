"""A caller of a register in process whose clock stands still, and builders of valid parts."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from starlette.testclient import TestClient

from analytics.sandbox.app import App, maak_app
from analytics.sandbox.instellingen import Instellingen

NU = datetime(2026, 2, 14, 9, 31, 7, tzinfo=UTC)
KOPPEN = {"X-Correlation-Id": "6f9619ff-8b86-d011-b42d-00cf4fc964ff", "VR-Initiator": "OVO001234"}
PAD = "/v1/verenigingen"
WANDELCLUB: dict[str, Any] = {
    "naam": "Wandelclub De Molenstappers",
    "korteNaam": "Molenstappers",
    "korteBeschrijving": "Wekelijkse wandelingen rond Evergem",
    "startdatum": "2011-03-01",
    "doelgroep": {"minimumleeftijd": 16},
    "contactgegevens": [
        {
            "contactgegeventype": "e-mail",
            "waarde": "info@molenstappers.example.be",
            "beschrijving": "Algemeen",
            "isPrimair": True,
        }
    ],
    "locaties": [
        {
            "locatietype": "correspondentie",
            "isPrimair": True,
            "adres": {
                "straatnaam": "Hoekje",
                "huisnummer": "12",
                "busnummer": "A",
                "postcode": "9940",
                "gemeente": "Evergem",
                "land": "België",
            },
        },
        {
            "locatietype": "Activiteiten",
            "naam": "Vertrekpunt",
            "adresId": {"broncode": "AR", "bronwaarde": "https://data.vlaanderen.be/id/adres/3706808"},
        },
    ],
    "vertegenwoordigers": [
        {"insz": "70.01.01-001.88", "voornaam": "An", "achternaam": "Peeters", "rol": "Voorzitter", "isPrimair": True}
    ],
    "hoofdactiviteitenVerenigingsloket": ["SPRT"],
    "werkingsgebieden": ["be23444019"],
    "bankrekeningnummers": [{"iban": "BE68.5390.0754.7034", "titularissen": ["De Molenstappers"]}],
}


class Klant(TestClient):
    """A caller that sends the compulsory headers by itself."""

    def __init__(self, **anders: Any) -> None:
        self.register_app: App = maak_app(Instellingen(**({"is_open": True, "nu": NU} | anders)))
        super().__init__(self.register_app, headers=KOPPEN)

    def registreer(self, body: dict[str, Any], pad: str = "vzer", **koppen: str) -> Any:
        return self.post(f"{PAD}/{pad}", json=body, headers={k.replace("_", "-"): w for k, w in koppen.items()})

    def nieuwe(self, **velden: Any) -> str:
        """Register an association and give its vCode; matching of addresses is done."""
        antwoord = self.registreer({"naam": "De Zwaluw"} | velden)
        assert antwoord.status_code == 202, antwoord.text
        self.register_app.register.volg(alles=True)
        return str(antwoord.headers["Location"].rpartition("/")[2])

    def detail(self, vcode: str, **koppen: str) -> dict[str, Any]:
        gevonden: dict[str, Any] = self.get(f"{PAD}/{vcode}", headers=koppen).json()["vereniging"]
        return gevonden

    def vindt(self, q: str, **parameters: Any) -> list[str]:
        antwoord = self.get(f"{PAD}/zoeken", params={"q": q} | parameters)
        assert antwoord.status_code == 200, antwoord.text
        return [hit["vCode"] for hit in antwoord.json()["verenigingen"]]


def adres(postcode: str = "9940", gemeente: str = "Evergem", **anders: Any) -> dict[str, Any]:
    return {
        "straatnaam": "Veerstraat",
        "huisnummer": "1",
        "postcode": postcode,
        "gemeente": gemeente,
        "land": "België",
    } | anders


def locatie(postcode: str = "9940", gemeente: str = "Evergem", **anders: Any) -> dict[str, Any]:
    return {"locatietype": "Activiteiten", "adres": adres(postcode, gemeente)} | anders


def mens(insz: str = "70010100188", **anders: Any) -> dict[str, Any]:
    return {"insz": insz, "voornaam": "An", "achternaam": "Peeters"} | anders


def redenen_van(antwoord: Any) -> list[str]:
    """Give every sentence of a refusal, none for a call that was accepted."""
    if antwoord.status_code in (200, 202):
        return []
    assert antwoord.status_code == 400, antwoord.text
    per_veld = antwoord.json().get("validationErrors") or {}
    return [fout["reason"] for fouten in per_veld.values() for fout in fouten] or [antwoord.json()["detail"]]
