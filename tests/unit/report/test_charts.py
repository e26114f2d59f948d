import re
import xml.etree.ElementTree as ET

import matplotlib as mpl
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from analytics import insight
from analytics.domain.nummers import bevat_insz
from analytics.insight.kolommen import profile_levering
from analytics.report import charts, tabellen
from analytics.report.charts_stijl import BREEDTE, RAND, breek_af, tekstbreedte
from tests.gevallen import bevinding, geval, regel, uitkomst

LANG = "De naam van de vereniging ontbreekt, terwijl het register die van elke feitelijke vereniging verwacht " * 2
VERENIGINGEN = [
    {"intern_nummer": f"V{i}", "naam": "KWB", "hoofdactiviteiten": "SPRT", "startdatum": "1999-01-01"}
    | {"minimumleeftijd": "6", "maximumleeftijd": "12"}
    for i in range(4)
]
LOCATIES = [{"intern_nummer": "V0", "gemeente": "Aalst $1 & <b>"}]
OORZAAK = {"oorzaak": LANG, "code": "a", "veld": "naam", "cellen": 3, "verenigingen": 2, "wordt_laadbaar": 1}


def _vol():
    levering = geval(verenigingen=VERENIGINGEN, locaties=LOCATIES)
    validatie = uitkomst(
        levering,
        [bevinding("a"), bevinding("a", vereniging=1), bevinding("b", "INFO", blad="Locaties")],
        telling=[regel("a", gevonden=2) | {"titel": LANG}, regel("b", "INFO", groep="Excel-schade", hele_kolom=True)],
        oorzaken=[OORZAAK | {"samen_laadbaar": 3, "hele_kolom": False}],
    )
    return levering, validatie


def _leeg():
    return geval(), uitkomst(geval())


def _alle(levering, validatie):
    rondes, validaties = {1: levering, 2: levering}, {1: validatie, 2: validatie}
    n = levering.aantal
    overzicht = insight.overview([insight.summarise(levering, validatie)] if n else [])
    per_regel = insight.count_per_regel(validatie.telling)
    return {
        "laadbaar": charts.laadbaar(insight.measure_laadbaar(levering, validatie.laadbaar), levering),
        "per_regel": charts.bevindingen_per_regel(per_regel, levering),
        "excel": charts.excel_schade(per_regel, levering),
        "per_blad": charts.bevindingen_per_blad(insight.count_per_blad(validatie.bevindingen), levering),
        "per_ernst": charts.bevindingen_per_ernst(insight.count_per_ernst(validatie.bevindingen), levering),
        "verspreiding": charts.verspreiding(insight.split_verspreiding(validatie.oorzaken), levering),
        "oorzaken": charts.oorzaken(validatie.oorzaken, levering, geleverd=n),
        "volledigheid": charts.volledigheid(insight.compare_volledigheid(rondes), rondes.values()),
        "een_ronde": charts.volledigheid(insight.measure_volledigheid(levering), levering),
        "ontbrekend": charts.ontbrekend(insight.count_ontbrekend(levering), levering),
        "per_kolom": charts.volledigheid_per_kolom(insight.compare_kolommen(rondes), rondes.values()),
        "verloop": charts.verloop(insight.trace_verloop(validaties), rondes.values()),
        "verandering": charts.verandering(insight.compare_rondes(validaties), rondes.values()),
        "onderdelen": charts.onderdelen(insight.count_onderdelen(levering), levering),
        "activiteiten": charts.activiteiten(insight.count_activiteiten(validatie.lezing), levering, geleverd=n),
        "leeftijden": charts.leeftijden(insight.count_leeftijden(validatie.lezing), levering, geleverd=n),
        "startjaren": charts.startjaren(insight.count_startjaren(validatie.lezing), levering, geleverd=n),
        "gemeenten": charts.gemeenten(insight.count_gemeenten(validatie.lezing), levering, geleverd=n),
        "overzicht": charts.overzicht(overzicht, [levering]),
        "overzicht_bevindingen": charts.overzicht_bevindingen(overzicht, [levering]),
    }


def _laadbaar():
    levering, validatie = _vol()
    return levering, validatie.laadbaar


@pytest.fixture(scope="module")
def vol():
    return _alle(*_vol())


@pytest.fixture(scope="module")
def svgs(vol):
    return {naam: grafiek._repr_svg_() for naam, grafiek in vol.items()}


@pytest.fixture(scope="module")
def leeg():
    return _alle(*_leeg())


def _teksten(svg):
    return [t for element in ET.fromstring(svg).iter() if (t := (element.text or "").strip())]  # noqa: S314 -- ours


def test_every_title_tells_the_answer_with_its_denominator(vol):
    assert {naam: grafiek.titel for naam, grafiek in vol.items()} == {
        "laadbaar": "2 van de 4 verenigingen zijn laadbaar",
        "per_regel": "3 bevindingen volgens 2 van de 2 toegepaste regels, waarvan 2 fouten",
        "excel": "1 bevinding door toedoen van Excel volgens 1 van de 1 toegepaste regel, waarvan geen enkele een fout",
        "per_blad": "2 van de 2 fouten staan op blad Verenigingen",
        "per_ernst": "2 van de 3 bevindingen zijn fouten",
        "verspreiding": "Geen enkele kolom is helemaal fout: 3 foute cellen staan verspreid",
        "oorzaken": "1 oorzaak oplossen brengt het aantal laadbare verenigingen op 3 van de 4",
        "volledigheid": "Geen van de 4 verenigingen haalt het beoogde minimum in ronde 2",
        "een_ronde": "Geen van de 4 verenigingen haalt het beoogde minimum",
        "ontbrekend": "Vertegenwoordiger ontbreekt bij 4 van de 4 verenigingen",
        "per_kolom": "8 van de 28 kolommen zijn in ronde 2 overal ingevuld, 20 nergens",
        "verloop": "Ronde 2: 2 van de 4 verenigingen zijn laadbaar; ronde 1: 2 van de 4",
        "verandering": "0 van de 3 bevindingen uit de vorige ronde hersteld, 0 nieuw bijgekomen",
        "onderdelen": "3 van de 4 verenigingen hebben geen locatie",
        "activiteiten": "Vaakst voorkomende hoofdactiviteit: Sport, bij 4 van de 4 verenigingen",
        "leeftijden": "Het vaakst bereikte leeftijden: kinderen (0–11), door 4 van de 4 verenigingen",
        "startjaren": "Vaakst voorkomende startperiode: 1990–1999, bij 4 van de 4 verenigingen",
        "gemeenten": "Vaakst voorkomende gemeente: Aalst $1 & <b>, bij 1 van de 4 verenigingen",
        "overzicht": "2 van de 4 verenigingen zijn laadbaar in de laatste ronde van elke piloot",
        "overzicht_bevindingen": "2 van de 3 bevindingen in de laatste ronde van elke piloot zijn fouten",
    }


def test_chart_without_data_says_so_in_words_and_draws_no_bars(leeg):
    for naam, grafiek in leeg.items():
        assert len(grafiek.axes[0].patches) == 0, naam
        assert any(tekst.get_text() for tekst in grafiek.axes[0].texts), naam


def test_nothing_is_cut_off_or_overlaps_the_edge(vol):
    for naam, grafiek in vol.items():
        breedte, hoogte = grafiek.get_size_inches() * grafiek.dpi
        assen, pen = grafiek.axes[0], FigureCanvasAgg(grafiek).get_renderer()
        for tekst in [*grafiek.texts, *assen.texts, *assen.get_yticklabels(), *assen.get_xticklabels()]:
            vak = tekst.get_window_extent(pen)
            assert vak.x0 >= -1, (naam, tekst.get_text())
            assert vak.x1 <= breedte + 1, (naam, tekst.get_text())
            assert vak.y0 >= -1, (naam, tekst.get_text())
            assert vak.y1 <= hoogte + 1, (naam, tekst.get_text())


def test_every_caption_names_pilot_round_day_and_hash(vol):
    for naam in ("laadbaar", "per_kolom", "gemeenten", "overzicht"):
        teksten = " ".join(t.get_text().replace("\n", " ") for t in vol[naam].texts)
        assert "Piloot aalst · ronde 1 · peildatum 1 maart 2024" in teksten
        assert "feitelijk.xlsx (sha256\u00a0111111111111), kbo.xlsx (sha256\u00a0222222222222)" in teksten


def test_svg_is_the_same_each_time_and_holds_no_date_or_program(svgs):
    levering, validatie = _vol()
    opnieuw = charts.bevindingen_per_regel(insight.count_per_regel(validatie.telling), levering)._repr_svg_()

    assert opnieuw == svgs["per_regel"]
    assert "date" not in opnieuw
    assert "Matplotlib" not in opnieuw


def test_svg_is_labelled_for_screen_readers_and_its_texts_stay_text(svgs):
    svg = svgs["gemeenten"]
    titel, omschrijving = re.search(r'aria-labelledby="(\S+) (\S+)"', svg).groups()
    wortel = ET.fromstring(svg)  # noqa: S314 -- ours
    per_id = {e.get("id"): e.text for e in wortel.iter() if e.get("id")}

    assert wortel.get("role") == "img"
    assert per_id[titel] == "Vaakst voorkomende gemeente: Aalst $1 & <b>, bij 1 van de 4 verenigingen"
    assert per_id[omschrijving].startswith("Vaakst voorkomende gemeente")
    assert "Aalst $1 & <b>" in _teksten(svg)
    assert "geen gemeente ingevuld" in _teksten(svg)


def test_names_within_charts_do_not_clash(svgs):
    namen = [naam for svg in svgs.values() for naam in set(re.findall(r'\bid="([^"]+)"', svg))]

    assert len(set(namen)) == len(namen) > len(svgs)


def test_no_row_of_coordinates_looks_like_an_insz(svgs):
    for naam, svg in svgs.items():
        assert not bevat_insz(svg), naam
        # Every number of a path has one decimal: a group of two digits never ends there.
        for pad in re.findall(r'\sd="([^"]*)"', svg):
            assert all(re.fullmatch(r"-?\d+\.\d", g) for g in re.findall(r"-?\d[\d.]*", pad)), naam


def test_charts_are_small(svgs):
    assert max(len(svg) for naam, svg in svgs.items() if naam != "per_kolom") < 16_000


def test_png_is_the_same_each_time(vol):
    eerste = vol["laadbaar"]._repr_png_()

    assert eerste == vol["laadbaar"]._repr_png_()
    assert eerste.startswith(b"\x89PNG")
    assert b"Software" not in eerste


def test_drawing_leaves_the_settings_of_the_user_alone():
    voor = dict(mpl.rcParams)
    charts.laadbaar(insight.measure_laadbaar(*_laadbaar()), _vol()[0])._repr_svg_()

    assert dict(mpl.rcParams) == voor


def test_missing_column_is_named():
    with pytest.raises(ValueError, match=r"missing columns: geleverd; there are: soort, laadbaar"):
        charts.laadbaar(pd.DataFrame({"soort": ["x"], "laadbaar": [1]}), geval())


def test_data_behind_a_chart_have_dutch_headings(vol):
    for naam, grafiek in vol.items():
        for kop in grafiek.gegevens.columns:
            assert re.fullmatch(r"[A-Z0-9][^_]*", str(kop)), (naam, kop)


def test_words_wider_than_the_line_are_broken_and_fixed_spaces_are_kept():
    ruimte = 2.0
    tekst = breek_af("kort " + "x" * 200 + " (sha256\u00a0abc)", ruimte, 9)

    assert tekst.replace("\n", "").replace(" ", "") == "kort" + "x" * 200 + "(sha256\u00a0abc)"
    assert all(tekstbreedte(regel, 9) <= ruimte for regel in tekst.split("\n"))
    assert ruimte < BREEDTE - 2 * RAND


def test_many_rules_are_cut_with_the_rest_told():
    levering = geval(verenigingen=VERENIGINGEN)
    telling = pd.DataFrame([regel(f"r{i:02}", gevonden=i + 1) for i in range(25)])

    grafiek = charts.bevindingen_per_regel(insight.count_per_regel(telling), levering)

    assert grafiek.titel.endswith("(de eerste 20 regels)")
    assert len(grafiek.axes[0].get_yticklabels()) == 20
    assert len(grafiek.gegevens) == 25


def test_profile_of_an_empty_delivery_can_be_shown():
    assert tabellen.profiel(profile_levering(geval())).rijen == ()
