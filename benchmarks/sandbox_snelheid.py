"""
How fast the embedded register answers: registrations with duplicate detection on, detail, search.

Run: ``python benchmarks/sandbox_snelheid.py [stored ...]`` (default 0 10000 100000). The client runs
in a process of its own, so on two cores the server has one to itself. Names and places are drawn
with a fixed seed, places as skewed as in reality: a few large municipalities hold many associations.
"""

from __future__ import annotations

import http.client
import json
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from urllib.parse import quote

from analytics.sandbox.app import maak_app
from analytics.sandbox.instellingen import Instellingen
from analytics.sandbox.referentie import laad_referentie
from analytics.sandbox.server import draaiend_register
from analytics.sandbox.vullen import vul

REGISTRATIES, LEZINGEN = 600, 30
KOPPEN = {
    "X-Correlation-Id": "6f9619ff-8b86-d011-b42d-00cf4fc964ff",
    "VR-Initiator": "OVO000001",
    "Content-Type": "application/json",
}
SOORTEN = (
    "Harmonie",
    "Wandelclub",
    "Voetbalclub",
    "Toneelkring",
    "Koor",
    "Turnkring",
    "Wielerclub",
    "Jeugdhuis",
    "Fanfare",
)
LETTERGREPEN = tuple(re.findall("..", "kalomiverdenstaropelgeborasulemdorvinakeloswa"))
VRAGEN = (
    "*",
    "naam:*bal*",
    "naam:harmonie AND locaties.postcode:9000",
    'locaties.adresvoorstelling:"Dorpsstraat 12"',
    "doelgroep.minimumleeftijd:<=16",
)


def verenigingen(aantal: int, zaad: int) -> Iterator[dict[str, object]]:
    """Give *aantal* invented registrations; most names hold two rare words."""
    toeval = random.Random(zaad)  # noqa: S311
    postcodes = [(p, g.gemeente) for p, g in laad_referentie().postcodes.items() if g.werkingsgebied]
    gewichten = [1 / (rang + 10) for rang in range(len(postcodes))]
    for _ in range(aantal):
        woorden = ["".join(toeval.choices(LETTERGREPEN, k=toeval.randint(2, 4))) for _ in range(2)]
        postcode, gemeente = toeval.choices(postcodes, gewichten)[0]
        adres = {
            "straatnaam": "Dorpsstraat",
            "huisnummer": str(toeval.randint(1, 200)),
            "postcode": postcode,
            "gemeente": gemeente,
            "land": "België",
        }
        yield {
            "naam": f"{toeval.choice(SOORTEN)} {' '.join(woorden)}",
            "contactgegevens": [{"contactgegeventype": "E-mail", "waarde": f"info@{woorden[0]}.example.be"}],
            "locaties": [{"locatietype": "Correspondentie", "isPrimair": True, "adres": adres}],
            "hoofdactiviteitenVerenigingsloket": ["SPRT"],
        }


def klant(poort: int, wat: str, zaad: int) -> None:
    """Call the register over one connection, one call after the other; print the figures as JSON."""
    verbinding = http.client.HTTPConnection("127.0.0.1", poort)

    def roep(methode: str, pad: str, body: object = None) -> tuple[int, float]:
        begin = time.perf_counter()
        verbinding.request(methode, pad, json.dumps(body) if body is not None else None, KOPPEN)
        antwoord = verbinding.getresponse()
        antwoord.read()
        return antwoord.status, time.perf_counter() - begin

    if wat == "registreer":
        bodies = list(verenigingen(REGISTRATIES, zaad))
        begin = time.perf_counter()
        statussen = [roep("POST", "/v1/verenigingen/vzer", body)[0] for body in bodies]
        duur = time.perf_counter() - begin
        assert set(statussen) <= {202, 409}
        print(json.dumps({"seconden": duur, "dubbels": statussen.count(409)}))
        return
    paden = {"detail": f"/v1/verenigingen/V{1001 + LEZINGEN:07d}"}
    paden |= {vraag: f"/v1/verenigingen/zoeken?q={quote(vraag)}" for vraag in VRAGEN}
    print(
        json.dumps(
            {naam: statistics.median(roep("GET", pad)[1] for _ in range(LEZINGEN)) for naam, pad in paden.items()}
        )
    )


def _roep_klant(url: str, wat: str, zaad: int) -> dict[str, float]:
    uit = subprocess.run(
        [sys.executable, __file__, "--klant", url.rpartition(":")[2], wat, str(zaad)],
        capture_output=True,
        text=True,
        check=True,
    )
    cijfers: dict[str, float] = json.loads(uit.stdout)
    return cijfers


def main(aantallen: list[int]) -> None:
    """Measure at each number of stored associations."""
    for aantal in aantallen:
        app = maak_app(Instellingen(is_open=True))
        begin = time.process_time()
        vul(app, verenigingen(aantal, 1))
        vullen = time.process_time() - begin
        with draaiend_register(Instellingen(), app=app) as url:
            begin = time.process_time()
            geschreven = _roep_klant(url, "registreer", aantal + 2)
            # Processor time of the server alone: what counts when others use the machine as well.
            rekentijd = time.process_time() - begin
            gelezen = _roep_klant(url, "lees", 0)
        print(
            f"{aantal:>7} stored (filled in {vullen:.0f} s of processor time): "
            f"{REGISTRATIES / geschreven['seconden']:.0f} registrations/s, "
            f"{REGISTRATIES / rekentijd:.0f} per second of processor time ({geschreven['dubbels']:.0f} duplicates); "
            f"milliseconds { ({naam: round(1000 * seconden, 1) for naam, seconden in gelezen.items()}) }",
            flush=True,
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--klant"]:
        klant(int(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
    else:
        main([int(tekst) for tekst in sys.argv[1:]] or [0, 10_000, 100_000])
