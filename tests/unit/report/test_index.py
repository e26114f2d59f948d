import dataclasses
import datetime as dt
import re
from functools import cache

from analytics.checks.validatie import validate
from analytics.domain.piloot import Deadlines, Piloot
from analytics.insight.samenvatting import summarise
from analytics.report.index import Indexregel, build_index
from analytics.report.pagina import Koppeling, render
from analytics.report.rapport import Manifest
from tests.builders import een_levering

DAG = dt.date(2024, 3, 1)
PILOTEN = {"aalst": Piloot("aalst", "Stad <Aalst>", "OVO000001", deadlines=Deadlines(d1=DAG))}


@cache
def _samenvatting(piloot, ronde):
    levering = dataclasses.replace(een_levering([{"naam": None}, {"naam": "KWB"}], ronde=ronde), piloot=piloot)
    return summarise(levering, validate(levering))


def _regel(piloot, ronde, **anders):
    map_ = f"{piloot}/ronde-{ronde}"
    bestanden = (Koppeling("bevindingen.csv", f"{map_}/bevindingen.csv"),)
    return Indexregel(piloot, ronde, _samenvatting(piloot, ronde), f"{map_}/rapport.html", bestanden, **anders)


def _html(*regels, **anders):
    return render(build_index(regels, peildatum=DAG, piloten=PILOTEN, manifest=Manifest({"pandas": "3.1.1"}), **anders))


def test_index_links_every_report_and_file():
    html = _html(_regel("aalst", 2), _regel("aalst", 1), _regel("uldk", 1))

    assert set(re.findall(r'href="([^"#]+)"', html)) == {
        f"{map_}/{bestand}"
        for map_ in ("aalst/ronde-1", "aalst/ronde-2", "uldk/ronde-1")
        for bestand in ("rapport.html", "bevindingen.csv")
    }
    assert "2 piloten, 3 leveringen, gezien op 1 maart 2024 (peildatum)." in html


def test_pilot_has_a_row_and_each_round_a_column_with_its_share():
    html = _html(_regel("aalst", 1), _regel("aalst", 3), _regel("uldk", 1))
    kruistabel = html.split("<table>")[1].split("</table>")[0]
    vakken = [re.sub(r"<[^>]*>", " ", vak).split("  ")[0].strip() for vak in re.findall(r"<td>(.*?)</td>", kruistabel)]

    assert re.findall(r'scope="col">([^<]*)<', kruistabel) == ["Piloot", "Ronde 1", "Ronde 3"]
    assert re.findall(r'scope="row">([^<]*)<', kruistabel) == ["Stad &lt;Aalst&gt;", "uldk"]
    assert vakken == ["1 van 2 (50\u00a0%)"] * 3 + ["nog niets geleverd"]


def test_deadline_met_or_missed_is_told_with_both_dates():
    html = _html(_regel("aalst", 1), ontvangen={("aalst", 1): dt.date(2024, 3, 2)})

    assert '<span class="merk fout">te laat</span>' in html
    assert "ontvangen 2 maart 2024" in html
    assert "termijn 1 maart 2024" in html


def test_delivery_that_could_not_be_handled_is_told_and_not_counted():
    kapot = Indexregel("uldk", 1, None, fout="uldk.xlsx is beschadigd; vraag een nieuw bestand.")
    html = _html(_regel("aalst", 1), kapot)

    assert "uldk, ronde 1: niet verwerkt. uldk.xlsx is beschadigd; vraag een nieuw bestand." in html
    assert '<span class="merk fout">niet verwerkt</span>' in html
    assert "van de 2 verenigingen laadbaar in de laatste ronde" in html


def test_report_that_is_only_partly_made_is_told():
    html = _html(_regel("aalst", 1, fout="2_validatie.ipynb is mislukt."))

    assert "Stad &lt;Aalst&gt;, ronde 1: niet alles is gemaakt. 2_validatie.ipynb is mislukt." in html


def test_index_of_nothing_is_a_page():
    html = _html()

    assert "0 piloten, 0 leveringen" in html
    assert "Er is nog niets geleverd" in html


def test_same_deliveries_give_the_same_index():
    regels = [_regel("aalst", 1), _regel("aalst", 2)]

    assert _html(*regels) == _html(*reversed(regels))
