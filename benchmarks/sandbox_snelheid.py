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

REGISTRATIES, LEZINGEN = 600, 100
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


def klant(poort: int, zaad: int) -> None:
    """Post registrations and read, one after the other over one connection; print the figures as JSON."""
    verbinding = http.client.HTTPConnection("127.0.0.1", poort)

    def roep(methode: str, pad: str, body: object = None) -> tuple[int, float]:
        begin = time.perf_counter()
        verbinding.request(methode, pad, json.dumps(body) if body is not None else None, KOPPEN)
        antwoord = verbinding.getresponse()
        antwoord.read()
        return antwoord.status, time.perf_counter() - begin

    bodies = list(verenigingen(REGISTRATIES, zaad))
    begin = time.perf_counter()
    statussen = [roep("POST", "/v1/verenigingen/vzer", body)[0] for body in bodies]
    duur = time.perf_counter() - begin
    detail = [roep("GET", f"/v1/verenigingen/V{1001 + i:07d}")[1] for i in range(LEZINGEN)]
    zoek = {
        vraag: statistics.median(roep("GET", f"/v1/verenigingen/zoeken?q={quote(vraag)}")[1] for _ in range(10))
        for vraag in VRAGEN
    }
    assert set(statussen) <= {202, 409}
    cijfers = {
        "per_s": REGISTRATIES / duur,
        "dubbels": statussen.count(409),
        "detail_ms": 1000 * statistics.median(detail),
        "zoeken_ms": {vraag: round(1000 * seconden, 1) for vraag, seconden in zoek.items()},
    }
    print(json.dumps(cijfers))


def main(aantallen: list[int]) -> None:
    """Measure at each number of stored associations."""
    for aantal in aantallen:
        app = maak_app(Instellingen(is_open=True))
        begin = time.perf_counter()
        vul(app, verenigingen(aantal, 1))
        vullen = time.perf_counter() - begin
        with draaiend_register(Instellingen(), app=app) as url:
            uit = subprocess.run(
                [sys.executable, __file__, "--klant", url.rpartition(":")[2], str(aantal + 2)],
                capture_output=True,
                text=True,
                check=True,
            )
        cijfers = json.loads(uit.stdout)
        print(f"{aantal:>7} stored (filled in {vullen:.1f} s): {cijfers['per_s']:.0f} registrations/s", end="")
        print(
            f" ({cijfers['dubbels']} duplicates), detail {cijfers['detail_ms']:.1f} ms, search {cijfers['zoeken_ms']}"
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--klant"]:
        klant(int(sys.argv[2]), int(sys.argv[3]))
    else:
        main([int(tekst) for tekst in sys.argv[1:]] or [0, 10_000, 100_000])
