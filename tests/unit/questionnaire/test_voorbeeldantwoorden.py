"""The example answers against the example deliveries: planted contradictions are found, nobody else is accused."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from analytics.checks.validatie import validate
from analytics.intake.lezing import lees_waarden
from analytics.report.pagina import Pagina, render
from analytics.report.rapport_herkomst import sectie_herkomst, sectie_planning, sectie_poorten
from analytics.run.herkomst import Gemeten, herkomstbeeld, poorten
from analytics.run.leveringen import VOORBEELD, lees_aanlevering, piloten, vind_aanleveringen
from analytics.run.voorbeeldantwoorden import BRON, maak_voorbeeldantwoorden

PEILDATUM = dt.date(2025, 6, 21)
SLEUTEL = ["piloot", "vraag", "categorie", "toets"]
#: Everything about the contact persons of the example.
PERSONEN = ("vandaele", "mieke", "baert", "joris", "claeys", "sofie", "yilmaz", "ahmed", "@example.be", "12 34 56")


@pytest.fixture(scope="module")
def map_(tmp_path_factory):
    doel = tmp_path_factory.mktemp("antwoorden")
    maak_voorbeeldantwoorden(doel, leveringen=VOORBEELD)
    return doel


@pytest.fixture(scope="module")
def gemeten():
    """Rounds 1 and 3 of every pilot; the doubles are those that were planted."""
    gelezen = {
        (a.piloot, a.ronde): lees_aanlevering(a, peildatum=PEILDATUM).levering
        for a in vind_aanleveringen(VOORBEELD)
        if a.ronde != 2
    }
    dubbels = pd.read_csv(VOORBEELD / "dubbels-waarheid.csv", dtype="string")
    uit = {}
    for piloot in sorted({piloot for piloot, _ in gelezen}):
        deze = {ronde: gelezen[piloot, ronde] for ronde in (1, 3)}
        eigen = dubbels[(dubbels["piloot_a"] == piloot) & (dubbels["piloot_b"] == piloot)]
        eigen = eigen[(eigen["ronde"] == "3") & (eigen["dubbel"] == "ja")]
        uit[piloot] = Gemeten(
            leveringen={ronde: (levering, lees_waarden(levering).waarden) for ronde, levering in deze.items()},
            bevindingen=validate(deze[3]).bevindingen if piloot == "aalst" else None,
            paren=pd.DataFrame({"a": eigen["intern_nummer_a"], "b": eigen["intern_nummer_b"], "oordeel": "dubbel"}),
            oplaaddatum={"vsvw": dt.date(2025, 6, 23), "kiosk": dt.date(2025, 6, 23)}.get(piloot, dt.date(2025, 6, 16)),
        )
    return uit


@pytest.fixture(scope="module")
def beelden(map_, gemeten):
    return {
        piloot: herkomstbeeld(
            piloten()[piloot],
            waarden,
            peildatum=PEILDATUM,
            antwoordenmap=map_ / "antwoorden",
            archiefmap=map_ / "archief",
        )
        for piloot, waarden in gemeten.items()
    }


def test_planted_contradictions_are_found_and_consistent_answers_not_accused(beelden):
    gevonden = pd.concat([beeld.beweringen.assign(piloot=piloot) for piloot, beeld in beelden.items()])
    oordeel = gevonden.set_index(SLEUTEL)["oordeel"]
    waarheid = pd.read_csv(BRON / "waarheid.csv", dtype="string", keep_default_na=False).set_index(SLEUTEL)["oordeel"]

    assert oordeel.reindex(waarheid.index).to_dict() == waarheid.to_dict()
    # Nothing is contradicted but what was planted.
    strijdig = set(oordeel[oordeel == "tegengesproken"].index)
    assert strijdig == set(waarheid[waarheid == "tegengesproken"].index)


def test_every_verdict_has_evidence_and_a_denominator(beelden):
    alles = pd.concat([beeld.beweringen for beeld in beelden.values()])
    uitspraak = alles[alles["oordeel"] != "niet toetsbaar"]

    assert (uitspraak["noemer"] > 0).all()
    assert (alles["teller"] <= alles["noemer"]).all()
    assert alles["bewijs"].str.contains(r"\d").all()


def test_contact_persons_are_in_no_picture_and_no_page(beelden):
    for beeld in beelden.values():
        pagina = Pagina("x", "x", (sectie_poorten(beeld), sectie_planning(beeld), sectie_herkomst(beeld)))
        alles = (
            render(pagina).lower()
            + "".join(
                waarde.to_csv() if isinstance(waarde, pd.DataFrame) else str(waarde) for waarde in vars(beeld).values()
            ).lower()
        )

        assert [woord for woord in PERSONEN if woord in alles] == []


def test_analyst_sees_what_holds_production_and_who_must_act(beelden):
    kiosk, aalst = beelden["kiosk"], beelden["aalst"]

    assert "Opladen in productie mag nog niet: wacht op " in kiosk.kern[-1]
    assert not kiosk.mag_productie
    assert "beheer_ontvangen" in set(kiosk.poorten.loc[kiosk.poorten["wie"] == "piloot", "eis"])
    assert len(aalst.ontheffingen) == 1
    assert aalst.ontheffingen[0] in render(Pagina("x", "x", (sectie_poorten(aalst),)))


def test_evergem_came_late_for_round_two_and_passes_by_an_override(map_, gemeten):
    wie = piloten()["evergem"]
    poort = poorten(
        wie, gemeten["evergem"], peildatum=PEILDATUM, antwoordenmap=map_ / "antwoorden", archiefmap=map_ / "archief"
    )["ronde2"]

    assert {eis.id: feit.stand for eis, feit in poort.eisen}["termijn_ronde2"] == "nee"
    assert "termijn_ronde2" not in [eis.id for eis, _ in poort.blokkerend]


def test_what_was_known_earlier_stays_visible(map_, gemeten):
    vroeg = herkomstbeeld(
        piloten()["uldk"],
        gemeten["uldk"],
        peildatum=dt.date(2025, 3, 15),
        antwoordenmap=map_ / "antwoorden",
        archiefmap=map_ / "archief",
    )

    assert vroeg.oordelen[["vraag", "oordeel"]].to_numpy().tolist() == [["", "onvoldoende"]]
    assert set(vroeg.antwoorden["soort"]) == {"herkomst", "zelfevaluatie"}


def test_correctness_is_told_per_category_with_its_denominator(beelden):
    tabel = beelden["aalst"].correctheid

    assert tabel["categorie"].tolist() == [
        "verenigingen",
        "contactgegevens",
        "locaties",
        "vertegenwoordigers",
        "bankrekeningen",
    ]
    assert (tabel["goed"] + tabel["met_fout"] == tabel["toetsbaar"]).all()
    assert (tabel["toetsbaar"] > 0).all()


def test_every_bucket_of_every_group_adds_up(beelden):
    for beeld in beelden.values():
        som = beeld.actualiteit.groupby(["doorsnede", "groep"])[["aantal"]].sum()
        totaal = beeld.actualiteit.groupby(["doorsnede", "groep"])["totaal"].first()

        assert som["aantal"].tolist() == totaal.tolist()
