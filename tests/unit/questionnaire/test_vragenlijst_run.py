"""Forms go out, come back, are judged, and nothing is lost or leaked on the way."""

from __future__ import annotations

import datetime as dt

import pytest

from analytics.errors import GebruikersFout, GebruiksFout, InstellingFout
from analytics.files.archief_leveringen import lees_archief
from analytics.run.vragenlijst import beoordeel, lees_formulier, lees_stand, onthef, schrijf_formulier

TOEN = dt.datetime(2025, 2, 12, 10, 15)
WAARDEN = {
    "B1.naam": "Mieke Vandaele",
    "B2.antwoord": "Wekelijks.",
    "B2b.toepassing": "eigen",
    "B3.datum": "2 mei 2025",
}


@pytest.fixture
def winkel(tmp_path):
    return {"antwoordenmap": tmp_path / "antwoorden", "archiefmap": tmp_path / "archief"}


@pytest.mark.parametrize("soort", ["herkomst", "beheer", "zelfevaluatie"])
@pytest.mark.parametrize("welk", [0, 1], ids=["word", "excel"])
def test_an_empty_form_comes_back_as_its_own_questionnaire(tmp_path, winkel, soort, welk):
    pad = schrijf_formulier(soort, "aalst", tmp_path / "uit")[welk]
    ingelezen = lees_formulier(pad, "aalst", ontvangen=TOEN, afzender_rol="dienst", **winkel)

    assert (ingelezen.soort, ingelezen.gevonden, ingelezen.nieuw) == (soort, 0, True)
    assert all("geen antwoord gevonden" in melding for melding in ingelezen.meldingen)


@pytest.mark.parametrize("welk", [0, 1], ids=["word", "excel"])
def test_answers_are_stored_with_hash_and_date(tmp_path, winkel, welk):
    pad = schrijf_formulier("beheer", "aalst", tmp_path / "beheer.docx", waarden=WAARDEN)[welk]
    pad = pad.rename(pad.with_name(f"plan_mieke_vandaele{pad.suffix}"))
    ingelezen = lees_formulier(pad, "aalst", ontvangen=TOEN, afzender_rol="dienst", **winkel)
    stand = lees_stand("aalst", antwoordenmap=winkel["antwoordenmap"])
    archief = lees_archief(winkel["archiefmap"], "aalst")

    assert stand.ingevuld["beheer"].waarden == WAARDEN | {"B2b.toepassing": "Eigen software, gekoppeld over MAGDA"}
    assert stand.ingevuld["beheer"].sha256 == ingelezen.sha256 == archief["sha256"].iloc[0]
    assert stand.ingevuld["beheer"].ontvangen == TOEN.date()
    assert archief["bestand"].iloc[0] == f"plan [contactpersoon] [contactpersoon]{pad.suffix}".replace(
        "[contactpersoon] [contactpersoon]", "[contactpersoon]"
    )
    assert not any("Vandaele" in melding for melding in ingelezen.meldingen)


def test_judgement_holds_for_the_version_that_was_judged(tmp_path, winkel):
    for nummer, uur in ((1, 9), (2, 10)):
        pad = schrijf_formulier(
            "beheer", "aalst", tmp_path / f"v{nummer}", waarden=WAARDEN | {"B2.antwoord": str(nummer)}
        )[0]
        ontvangen = TOEN.replace(hour=uur)
        lees_formulier(pad, "aalst", ontvangen=ontvangen, afzender_rol="dienst", **winkel)
        oordeel = {"oordeel": "adequaat", "rol": "DV", "op": dt.date(2025, 3, nummer)}
        beoordeel("aalst", "beheer", antwoordenmap=winkel["antwoordenmap"], **oordeel)
    stand = lees_stand("aalst", antwoordenmap=winkel["antwoordenmap"])

    assert len({b.sha256 for b in stand.beoordelingen}) == 2
    assert stand.beoordelingen[-1].sha256 == stand.ingevuld["beheer"].sha256


@pytest.mark.parametrize(
    ("wat", "melding"),
    [
        ({"soort": "beheer", "oordeel": "adequaat"}, "nog geen vragenlijst beheer ontvangen"),
        ({"soort": "zelfevaluatie", "oordeel": "goed"}, "kies adequaat, aan te vullen, onvoldoende"),
        ({"soort": "zelfevaluatie", "oordeel": "onvoldoende"}, "schrijf in een opmerking"),
        ({"soort": "zelfevaluatie", "oordeel": "adequaat", "vraag": "Z9"}, "Vraag 'Z9' bestaat niet"),
    ],
)
def test_judgement_that_does_not_fit_is_refused(tmp_path, winkel, wat, melding):
    pad = schrijf_formulier("zelfevaluatie", "aalst", tmp_path)[1]
    lees_formulier(pad, "aalst", ontvangen=TOEN, afzender_rol="dienst", **winkel)
    soort = wat.pop("soort")

    with pytest.raises(GebruiksFout, match=melding):
        beoordeel("aalst", soort, rol="DV", op=dt.date(2025, 3, 1), antwoordenmap=winkel["antwoordenmap"], **wat)


def test_override_is_kept_with_its_reason(winkel):
    map_, op = winkel["antwoordenmap"], dt.date(2025, 6, 10)
    onthef(
        "aalst",
        "ronde2",
        eisen=["termijn_ronde2"],
        reden="Afgesproken op het overleg",
        rol="DV",
        op=op,
        antwoordenmap=map_,
    )

    assert [o.reden for o in lees_stand("aalst", antwoordenmap=map_).ontheffingen] == ["Afgesproken op het overleg"]
    assert lees_stand("aalst", antwoordenmap=map_, peildatum=dt.date(2025, 6, 9)).ontheffingen == ()
    with pytest.raises(InstellingFout, match="geen ontheffing mogelijk"):
        onthef("aalst", "productie", eisen=["geinformeerd"], reden="x" * 20, rol="DV", op=op, antwoordenmap=map_)


def test_a_file_that_is_no_form_leaves_no_trace(tmp_path, winkel):
    for naam, inhoud in (("brief.docx", b"%PDF"), ("lijst.xlsx", b"naam;voornaam")):
        (tmp_path / naam).write_bytes(inhoud)
        with pytest.raises(GebruikersFout, match=naam):
            lees_formulier(tmp_path / naam, "aalst", ontvangen=TOEN, afzender_rol="dienst", **winkel)

    assert not winkel["antwoordenmap"].exists()
    assert not winkel["archiefmap"].exists()


def test_unknown_pilot_is_told(tmp_path):
    with pytest.raises(GebruiksFout, match="Piloot 'gent' staat niet in"):
        schrijf_formulier("beheer", "gent", tmp_path)
