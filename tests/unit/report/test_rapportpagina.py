import dataclasses
import re

import pytest

from analytics.checks.validatie import validate
from analytics.domain.blad import Soort
from analytics.report.pagina import Alinea, Koppeling, Pagina, Sectie, render
from analytics.report.rapport import Manifest, Rapport, build_rapport
from analytics.report.rapport_bron import Ronde
from analytics.report.rapport_fouten import sectie_excel_schade
from analytics.report.rapport_inhoud import sectie_geleverd
from tests.builders import een_levering

INSZ = "85.07.30-033.28"


def _ronde(nummer, **anders):
    levering = dataclasses.replace(een_levering(soort="beide", ronde=nummer, **anders), piloot="aalst")
    return Ronde(levering, validate(levering))


def _fout(aantal):
    return [{"intern_nummer": f"F{i}", "naam": None} for i in range(aantal)] + [{"intern_nummer": "G", "naam": "KWB"}]


@pytest.fixture(scope="module")
def rondes():
    return (_ronde(1, verenigingen=_fout(60)), _ronde(2, verenigingen=_fout(2)))


@pytest.fixture(scope="module")
def html(rondes):
    manifest = Manifest({"pandas": "3.1.1"}, {"bron": "voorbeeld"})
    return render(build_rapport(Rapport("Stad Aalst", rondes, manifest, (Koppeling("bevindingen.csv", "b.csv"),))))


@pytest.fixture(scope="module")
def html_van_een_ronde(rondes):
    return render(build_rapport(Rapport("Stad Aalst", rondes[:1])))


def _sectie(sectie):
    return render(Pagina("Titel", "Onder", (sectie,)))


def _tekst(html):
    zonder = re.sub(r"<style>.*?</style>|<svg.*?</svg>", " ", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", zonder))


def test_report_answers_its_questions_in_order(html):
    assert re.findall(r'<h2 id="([^"]+)">', html) == [
        "geleverd",
        "laadbaar",
        "wat-eerst",
        "fouten",
        "volledigheid",
        "verandering",
        "niet-vooraf",
        "profiel",
        "excel-schade",
        "manifest",
    ]


def test_big_figures_have_their_denominator(html):
    tekst = _tekst(html)

    assert "1 van de 3 verenigingen zijn laadbaar" in tekst
    assert "2 van de 3 verenigingen hebben nog een fout" in tekst


def test_same_delivery_gives_the_same_page(rondes, html_van_een_ronde):
    assert render(build_rapport(Rapport("Stad Aalst", rondes[:1]))) == html_van_een_ronde


def test_manifest_names_every_workbook_with_its_whole_hash(html):
    manifest = _tekst(html[html.index('id="manifest"') :])

    for deel in (
        "feitelijk.xlsx",
        "kbo.xlsx",
        "0" * 64,
        "2024-03-12",
        "pandas 3.1.1",
        "bron voorbeeld",
        "piloot aalst",
    ):
        assert deel in manifest


def test_long_list_is_capped_and_says_where_all_of_it_is(rondes, html_van_een_ronde):
    alle = len(rondes[0].validatie.bevindingen)

    assert alle > 50
    assert f"(eerste 50 van {alle}; de volledige lijst staat in bevindingen.csv)" in html_van_een_ronde


def test_first_round_has_nothing_to_compare_with(html_van_een_ronde):
    assert "Er is nog geen andere ronde om ronde 1 mee te vergelijken." in html_van_een_ronde


def test_no_english_and_no_word_of_pandas(html):
    assert not re.search(
        r"\b(nan|NaN|NaT|None|<NA>|True|False|object|string|dtype|January|March|May|findings|rows)\b", _tekst(html)
    )


def test_values_of_persons_never_reach_the_page():
    namen = {"naam": "<script>x</script>"}
    persoon = {"voornaam": "Zefirien", "achternaam": "Quaegebeur9", "e_mail": "zefirien@@example.be", "insz": INSZ}
    contact = {"contactgegeventype": "Telefoon", "waarde": "bel Zefirien 0470999888"}
    ronde = _ronde(2, verenigingen=[namen], vertegenwoordigers=[persoon], contactgegevens=[contact])
    html = render(build_rapport(Rapport("Stad Aalst", (ronde,))))

    assert (ronde.validatie.bevindingen["tabel"] == "vertegenwoordigers").any()
    for geheim in ("Zefirien", "zefirien", "Quaegebeur", "0470999888", "033.28"):
        assert geheim not in html
    assert "<script" not in html


def test_later_parts_stand_on_top_or_before_the_manifest(rondes):
    poorten, dubbels = (Sectie(a, a, (Alinea("x"),)) for a in ("poorten", "dubbels"))
    pagina = build_rapport(Rapport("Stad Aalst", rondes), vooraan=[poorten], achteraan=[dubbels])

    ankers = [s.anker for s in pagina.secties]
    assert (ankers[0], ankers[-2:]) == ("poorten", ["dubbels", "manifest"])


def test_delivery_without_any_row_still_has_a_report():
    ronde = _ronde(1, verenigingen=[], contactgegevens=[], locaties=[], vertegenwoordigers=[])
    tekst = _tekst(render(build_rapport(Rapport("Stad Aalst", (ronde,)))))

    assert "0 van de 0 verenigingen zijn laadbaar" in tekst


def test_headings_of_a_sheet_we_do_not_know_are_not_shown():
    blad = {"werkmap": 0, "blad": "Ledenlijst", "tabel": None, "kopregel": 1, "rijen": 3, "status": "onbekend"}
    kop = {"werkmap": 0, "blad": "Ledenlijst", "kolom": "A", "kop": "Zefirien Quaegebeur", "rij": 1}
    kop |= {"tabel": None, "veld": None, "groep": 0, "status": "onbekend"}
    ronde = _ronde(1, verenigingen=[{}], extra_bladen=[blad], extra_koppen=[kop])
    html = _sectie(sectie_geleverd(ronde))

    assert "Quaegebeur" not in html
    assert "Ledenlijst" in html


def test_excel_damage_has_its_panel():
    ronde = _ronde(1, verenigingen=[{"naam": "KWB", "startdatum": ("45000", Soort.GETAL)}])

    html = _sectie(sectie_excel_schade(ronde))

    assert "<svg" in html
    assert "door toedoen van Excel" in html
