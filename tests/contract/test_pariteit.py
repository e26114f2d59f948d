"""
Our rules against the register: what we call FOUT it refuses with that message, what we let through it accepts.

The sandbox shares no code with the rules, so a disagreement is a mistake in one of both. All are told at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, time

import pytest
from starlette.testclient import TestClient

from analytics.checks.catalogus import REGELS
from analytics.checks.regel import Ernst, Regel, Voorbeeld
from analytics.checks.validatie import validate
from analytics.domain.levering import Levering
from analytics.domain.velden import VELD
from analytics.intake.lezing import lees_waarden
from analytics.register.verzoek import maak_verzoeken
from analytics.sandbox.app import maak_app
from analytics.sandbox.instellingen import Instellingen
from tests.builders import PEILDATUM, een_levering

KOPPEN = {"X-Correlation-Id": "6f9619ff-8b86-d011-b42d-00cf4fc964ff", "VR-Initiator": "OVO990001"}
# What only the register can know (KSZ, KBO, address register) is no disagreement about a rule.
ALLEEN_HET_REGISTER = (
    "Er werd voor dit KBO-nummer geen geldige vereniging gevonden.",
    "Adres kon niet gevalideerd worden bij adressenregister.",
    "Een of meerdere insz waarden konden niet gevalideerd worden",
)
# A request can hold no text where a number, a yes/no or a date belongs, so these never reach the register.
NIET_TE_VERSTUREN = {"leeftijd_onleesbaar", "uitgeschreven_onleesbaar", "primair_onleesbaar"}


# What does not fit the type of a field, such as a number of twelve digits, is refused before it is looked at.
ONLEESBAAR = "Request kon niet correct behandeld worden. Controleer het formaat en probeer het opnieuw."
# The register takes this type at registration although its own message forbids it, and then treats the location as
# the seat that KBO owns. We never send it, so for us it is a FOUT.
STRENGER_DAN_HET_REGISTER = {"locatietype_kbo_zetel"}


def _register() -> TestClient:
    # Duplicate detection is another question: a score nobody reaches keeps it out of this one.
    instellingen = Instellingen(is_open=True, nu=datetime.combine(PEILDATUM, time(12)).astimezone(), minimumscore=1e9)
    return TestClient(maak_app(instellingen), headers=KOPPEN)


@pytest.fixture(scope="module")
def gedeeld() -> TestClient:
    """One register for all feitelijke verenigingen: they do not meet there."""
    return _register()


def _weigeringen(gedeeld: TestClient, levering: Levering) -> list[str]:
    """Send the delivery association by association; return every sentence of refusal."""
    uit: list[str] = []
    # A KBO number that an earlier example registered would answer 200 and bring its contacts along.
    klant = _register() if any(b.soort == "kbo" for b in levering.bestanden) else gedeeld
    for _, verzoeken in maak_verzoeken(levering, lees_waarden(levering)):
        vcode = ""
        for verzoek in verzoeken:
            pad = f"/v1/verenigingen{verzoek.pad.replace('{vCode}', vcode)}"
            antwoord = klant.request(verzoek.methode, pad, json=verzoek.lichaam)
            if antwoord.status_code not in (200, 202):
                probleem = antwoord.json()
                per_veld = probleem.get("validationErrors") or {}
                uit += [f["reason"] for fouten in per_veld.values() for f in fouten] or [probleem["detail"]]
                break
            vcode = vcode or antwoord.headers["Location"].rpartition("/")[2]
    return uit


def _past(weigering: str, meldingen: tuple[str, ...]) -> bool:
    """Compare with a literal message, in which XXX and the type of a contact stand for any."""
    for melding in meldingen:
        patroon = re.sub("XXXX?", ".*", re.escape(melding)).replace(r"E\-mail\ contact", r".*\ contact")
        if re.fullmatch(patroon, weigering):
            return True
    return False


def _in_ronde_2(regel: Regel, voorbeeld: Voorbeeld) -> Levering:
    """Return the example as a delivery; from round 2 on the INSZ are there, which the register asks for."""
    ronde = 2 if 2 in regel.rondes else regel.rondes[0]
    if isinstance(voorbeeld, Mapping):
        return een_levering(**({"ronde": ronde} | voorbeeld))
    soort = VELD[regel.plaatsen[0]].werkmappen[0]
    return een_levering(**{regel.tabel: [{**regel.naast, regel.veld: voorbeeld}]}, soort=soort, ronde=ronde)


def _registerregels() -> list[Regel]:
    return [r for r in REGELS if r.bron.wie == "Register" and r.ernst is Ernst.FOUT]


def _zonder_fout(regel: Regel) -> tuple[Voorbeeld, ...]:
    """Return what the register must take: good examples of its own rules, and bad ones of our warnings and remarks."""
    if regel.ernst is Ernst.FOUT:
        return regel.goed if regel.bron.wie == "Register" and 2 in regel.rondes else ()
    # The same KBO number twice is one association to the register, with every part offered twice.
    return () if regel.code == "kbo_nummer_dubbel" else regel.fout


def test_register_refuses_every_bad_example_with_the_quoted_message(gedeeld):
    oneens = []
    for regel in _registerregels():
        for voorbeeld in regel.fout:
            levering = _in_ronde_2(regel, voorbeeld)
            weigeringen = _weigeringen(gedeeld, levering)
            if regel.code in NIET_TE_VERSTUREN | STRENGER_DAN_HET_REGISTER:
                continue
            if any(_past(w, regel.bron.meldingen) for w in weigeringen):
                continue
            # An example may break two rules, of which the register names only the first: we must have named it too.
            ook = validate(levering).bevindingen.query("ernst == 'FOUT'")["code"].unique()
            meldingen = tuple(m for r in REGELS if r.code in ook for m in r.bron.meldingen)
            if not weigeringen or not all(_past(w, (*meldingen, ONLEESBAAR)) for w in weigeringen):
                oneens.append((regel.code, voorbeeld, weigeringen))

    assert not oneens, "\n".join(map(str, oneens))


def test_register_accepts_every_example_without_a_fault(gedeeld):
    oneens = []
    for regel in REGELS:
        for voorbeeld in _zonder_fout(regel):
            levering = _in_ronde_2(regel, voorbeeld)
            weigeringen = _weigeringen(gedeeld, levering)
            over = [w for w in weigeringen if not w.startswith(ALLEEN_HET_REGISTER)]
            # An example of one rule may well break another one: then that one must say so.
            over = over if over and not (validate(levering).bevindingen["ernst"] == "FOUT").any() else []
            if over:
                oneens.append((regel.code, voorbeeld, over))

    assert not oneens, "\n".join(map(str, oneens))


def test_refusal_is_predicted_for_what_the_register_refuses():
    assert len(_registerregels()) > 50
    assert all(r.bron.meldingen for r in _registerregels())
