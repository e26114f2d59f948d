"""From a delivery to one state per row, the decisions on duplicates, and the load that follows them."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from analytics.checks.validatie import validate
from analytics.domain.levering import Levering
from analytics.errors import RapportFout
from analytics.files.besluiten import lees_besluiten, schrijf_besluiten
from analytics.files.terugleesbestand import Terugleesbestand
from analytics.register.eindstand import maak_uitkomsten
from analytics.register.paren import maak_besluiten, maak_paren
from analytics.register.plan import lees_plan, plan_json
from analytics.register.tempo import Tempo
from analytics.register.transport import Adres, in_proces
from analytics.run.opladen import Lading, Omgeving, laad, plan_lading
from analytics.run.opladen_beeld import beproef, maak_beeld, sleutels_van
from analytics.run.opladen_bestanden import bestanden_van
from analytics.sandbox.app import App, maak_app
from analytics.sandbox.instellingen import Instellingen
from analytics.sandbox.vullen import vul
from tests.builders import een_levering

BASIS = "http://register.example.be"


@pytest.fixture
def app() -> Iterator[App]:
    app = maak_app(Instellingen(is_open=True))
    yield app
    app.register.sluit()


@pytest.fixture
def omgeving(tmp_path: Path, app: App) -> Omgeving:
    nummers = count(1)
    return Omgeving(
        "proef", Adres(BASIS, "OVO990001"), transport=in_proces(app), grootboeken=tmp_path,
        tempo=Tempo(gelijktijdig=2, wacht_eerst=0.0, bezinking=0.0), nu=lambda: 0.0,
        correlatie=lambda: f"00000000-0000-4000-8000-{next(nummers):012x}",
    )  # fmt: skip


def levering(*verenigingen: Any, sha: str = "a", **rest: Any) -> Levering:
    kaal = een_levering(list(verenigingen), ronde=2, **rest)
    bestanden = tuple(dataclasses.replace(b, sha256=sha * 64) for b in kaal.bestanden)
    return dataclasses.replace(kaal, piloot="aalst", bestanden=bestanden)


def doe(deze: Levering, omgeving: Omgeving) -> Lading:
    return laad(deze, validate(deze), omgeving, stil=True)


def statussen(lading: Lading) -> list[str]:
    return lading.uitkomsten["status"].tolist()


def beslis(lading: Lading, deze: Levering, omgeving: Omgeving, antwoord: str) -> None:
    """Send the workbook round: every question gets *antwoord*."""
    paren = maak_paren(lading.plan, validate(deze).lezing, lading.standen, lading.besluiten)
    terug = lees_besluiten(schrijf_besluiten(paren.assign(antwoord=antwoord, wie="beheerder")), "besluiten.xlsx")
    with omgeving.open_grootboek("aalst") as grootboek:
        besluiten, open_ = maak_besluiten(terug, lading.standen)
        assert open_ == ()
        for besluit in besluiten:
            grootboek.besluit(besluit)


def _uitgepakt(inhoud: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        return [pakket.read(naam) for naam in pakket.namelist()]


def gekend(app: App, naam: str) -> str:
    adres = {
        "straatnaam": "Molenstraat",
        "huisnummer": "1",
        "postcode": "9940",
        "gemeente": "Evergem",
        "land": "België",
    }
    (vcode,) = vul(app, [{"naam": naam, "locaties": [{"locatietype": "Activiteiten", "adres": adres}]}])
    return vcode


def test_row_with_a_fault_is_not_sent_and_says_why(omgeving: Omgeving):
    deze = levering({"naam": ""}, {"naam": "Heikrekels Boom"})

    lading = doe(deze, omgeving)

    assert statussen(lading) == ["niet_laadbaar", "geladen"]
    assert lading.uitkomsten.loc[0, "regel"] == "naam_ontbreekt"
    assert lading.uitkomsten.loc[0, ["eigenaar", "vcode"]].tolist() == ["piloot", ""]
    assert lading.uitkomsten["rij"].tolist() == [2, 3]


def test_plan_sends_nothing_and_makes_no_ledger(omgeving: Omgeving, app: App, tmp_path: Path):
    deze = levering({})

    plan = plan_lading(deze, validate(deze), omgeving)

    assert [r.handeling for r in plan.regels] == ["registreer"]
    assert app.register.alle() == []
    assert list(tmp_path.iterdir()) == []


def test_plan_survives_its_file_and_holds_no_content(omgeving: Omgeving):
    deze = levering({"naam": "Kwikstaart Evergem"})

    plan = plan_lading(deze, validate(deze), omgeving)

    assert lees_plan(plan_json(plan)) == plan
    assert "Kwikstaart" not in plan_json(plan)
    assert "70010100188" not in plan_json(plan)


def test_same_delivery_loaded_again_stays_loaded_and_an_improved_one_is_loaded_already(omgeving: Omgeving, app: App):
    eerste = doe(levering({}), omgeving)
    tweede = doe(levering({}), omgeving)
    verbeterd = doe(levering({}, sha="b"), omgeving)
    anders = doe(levering({"korte_beschrijving": "Nieuw."}, sha="c"), omgeving)

    assert [statussen(x) for x in (eerste, tweede, verbeterd, anders)] == [
        ["geladen"], ["geladen"], ["al_geladen"], ["al_geladen"],
    ]  # fmt: skip
    assert anders.uitkomsten.loc[0, "volgende_stap"] == "Breng de wijziging aan via MAGDA."
    assert len(app.register.alle()) == 1


@pytest.mark.parametrize(
    ("antwoord", "status", "in_register"),
    [("zelfde", "bevestigde_dubbel", 1), ("verschillend", "geladen", 2), ("weet niet", "potentiele_dubbel", 1)],
)
def test_decision_is_followed_at_the_next_load(
    omgeving: Omgeving, app: App, antwoord: str, status: str, in_register: int
):
    bestaand = gekend(app, "Wandelclub de Molenstappers")
    deze = levering({})
    eerste = doe(deze, omgeving)
    assert statussen(eerste) == ["potentiele_dubbel"]
    assert [k.vcode for k in eerste.standen["1"].kandidaten] == [bestaand]
    beslis(eerste, deze, omgeving, antwoord)

    tweede = doe(deze, omgeving)

    assert statussen(tweede) == [status]
    assert len(app.register.alle()) == in_register
    if antwoord == "zelfde":
        assert tweede.uitkomsten.loc[0, "vcode"] == bestaand
    if antwoord == "weet niet":
        assert tweede.uitkomsten.loc[0, "eigenaar"] == "DV"


def test_nobody_is_asked_twice_unless_the_data_changed(omgeving: Omgeving, app: App):
    gekend(app, "Wandelclub de Molenstappers")
    deze = levering({})
    beslis(doe(deze, omgeving), deze, omgeving, "weet niet")

    weer = doe(deze, omgeving)
    anders = levering({"korte_beschrijving": "Wij wandelen."}, sha="b")
    daarna = doe(anders, omgeving)

    assert maak_paren(weer.plan, validate(deze).lezing, weer.standen, weer.besluiten).empty
    assert len(maak_paren(daarna.plan, validate(anders).lezing, daarna.standen, daarna.besluiten)) == 1


def test_answer_about_an_association_that_is_no_candidate_is_told_and_not_booked(omgeving: Omgeving, app: App):
    gekend(app, "Wandelclub de Molenstappers")
    deze = levering({})
    lading = doe(deze, omgeving)
    paren = maak_paren(lading.plan, validate(deze).lezing, lading.standen, lading.besluiten)

    besluiten, open_ = maak_besluiten(paren.assign(antwoord="zelfde", vcode="V9999999"), lading.standen)

    assert (besluiten, open_) == ((), ("1: V9999999 is geen kandidaat van het register; niet geboekt.",))


def test_decision_on_other_data_is_not_used(omgeving: Omgeving, app: App):
    gekend(app, "Wandelclub de Molenstappers")
    deze = levering({})
    beslis(doe(deze, omgeving), deze, omgeving, "verschillend")

    gewijzigd = doe(levering({"korte_beschrijving": "Wij wandelen."}, sha="b"), omgeving)

    assert statussen(gewijzigd) == ["potentiele_dubbel"]
    assert len(app.register.alle()) == 1


def test_association_with_another_number_is_a_duplicate_of_itself(omgeving: Omgeving):
    doe(levering({"intern_nummer": "A1"}), omgeving)

    lading = doe(levering({"intern_nummer": "B1"}, sha="b"), omgeving)

    assert statussen(lading) == ["al_geladen"]
    assert lading.uitkomsten.loc[0, "reden"] == "Dubbel van zichzelf: al geladen onder intern nummer A1."


def test_known_kbo_association_is_added_to_and_not_overwritten(omgeving: Omgeving, app: App):
    vul(app, [{"kboNummer": "0220923141"}])
    deze = levering({"kbo_nummer": "0220923141", "roepnaam": "De Harmonie"}, soort="kbo")

    lading = doe(deze, omgeving)

    assert statussen(lading) == ["gekend_in_kbo"]
    (stand,) = app.register.alle()
    assert (stand.vcode, stand.roepnaam) == (lading.uitkomsten.loc[0, "vcode"], "De Harmonie")


def test_everything_that_was_sent_is_read_back(omgeving: Omgeving):
    lading = doe(levering({}, {"naam": "Heikrekels", "korte_naam": "HK"}), omgeving)

    oordelen = lading.velden.groupby("oordeel")["waarden"].sum()
    assert lading.teruggelezen == 2
    assert "verloren" not in oordelen.index
    assert lading.verschillen.query("oordeel == 'verloren'").empty


def test_outcomes_that_do_not_add_up_make_no_report(omgeving: Omgeving):
    lading = doe(levering({}), omgeving)

    with pytest.raises(RapportFout, match="2 verenigingen geleverd en 1 uitkomsten"):
        maak_uitkomsten(lading.plan, lading.standen, {}, geleverd=2)


def test_no_insz_in_what_a_load_leaves_behind(omgeving: Omgeving, app: App, tmp_path: Path):
    gekend(app, "Wandelclub de Molenstappers")
    deze = levering({}, {"naam": "Heikrekels"})
    validatie = validate(deze)
    with Terugleesbestand(tmp_path) as terug:
        lading = laad(deze, validatie, omgeving, stil=True, bij_detail=terug.voeg_toe)

    beeld = maak_beeld(lading, sleutels_van(deze), beproef(deze, validatie, lading.plan), omgeving="proef")
    teksten = [
        i if isinstance(i, bytes) else i.encode() for i in bestanden_van(lading, deze, validatie, beeld).values()
    ]
    teksten += [pad.read_bytes() for pad in tmp_path.rglob("*") if pad.is_file()]
    teksten += [deel for t in teksten if t[:2] == b"PK" for deel in _uitgepakt(t)]
    assert len(teksten) >= 12
    assert any(b"Heikrekels" in t for t in teksten)
    assert not [t for t in teksten if b"70010100188" in t or b"Voorbeeld" in t]
