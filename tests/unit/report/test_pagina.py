import datetime as dt
import re
from html.parser import HTMLParser
from itertools import pairwise

import numpy as np
import pandas as pd

from analytics.report.charts_bijschrift import Bijschrift
from analytics.report.charts_stijl import zonder_gegevens
from analytics.report.pagina import (
    Alinea,
    Deel,
    Figuur,
    Gegevens,
    Kader,
    Kerncijfer,
    Kerncijfers,
    Kolom,
    Koppeling,
    Lijst,
    Merk,
    Pagina,
    Sectie,
    Subkop,
    Tabel,
    Uitklap,
    render,
)
from analytics.report.tabel import maak_tabel

KWAAD = '<script>alert("1")</script>'


class Structuur(HTMLParser):
    """Collects tags and ids of a page, and checks that every tag is closed."""

    LEEG = frozenset({"meta", "rect", "path", "use", "br", "stop"})

    def __init__(self, html):
        super().__init__()
        self.tags, self.ids, self.open, self.teksten = [], [], [], []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.ids += [waarde for naam, waarde in attrs if naam == "id"]
        if tag not in self.LEEG:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.ids += [waarde for naam, waarde in attrs if naam == "id"]

    def handle_endtag(self, tag):
        if tag not in self.LEEG:
            assert self.open.pop() == tag

    def handle_data(self, data):
        self.teksten.append(data)


def _tabel(*rijen, kop=KWAAD, **anders):
    return Tabel("Tabel " + KWAAD, (Kolom(kop), Kolom("Aantal", is_getal=True)), rijen, **anders)


def _pagina(*blokken):
    secties = (Sectie("een", "Eén", blokken), Sectie("twee", "Twee", ()), Sectie("drie", "Drie", ()))
    return render(Pagina("Titel " + KWAAD, "Onder " + KWAAD, secties, Koppeling("terug " + KWAAD, "../index.html")))


def _alle_blokken():
    grafiek = zonder_gegevens(KWAAD, Bijschrift(KWAAD, KWAAD), KWAAD, pd.DataFrame({KWAAD: [KWAAD]}))
    return (
        Alinea(KWAAD),
        Subkop(KWAAD),
        Lijst((KWAAD,)),
        Kerncijfers((Kerncijfer(1234, KWAAD, 5000, "fout"), Kerncijfer(1, KWAAD))),
        Figuur(grafiek, _tabel((KWAAD, 1))),
        _tabel((Koppeling(KWAAD, "a.html"), Deel(1, 3)), (Merk(KWAAD, "info"), None), ((KWAAD, "b"), 1234)),
        Kader(KWAAD, "fout"),
        Gegevens({KWAAD: KWAAD}),
        Uitklap(KWAAD, (Alinea(KWAAD), _tabel())),
    )


def test_no_text_becomes_markup():
    html = _pagina(*_alle_blokken())

    assert "<script" not in html
    assert html.count("&lt;script&gt;") > 25


def test_page_is_well_formed_dutch_and_self_contained():
    structuur = Structuur(_pagina(*_alle_blokken()))
    tags = [tag for tag, _ in structuur.tags]

    assert structuur.tags[0] == ("html", {"lang": "nl"})
    assert tags.count("h1") == tags.count("main") == 1
    assert len(structuur.ids) == len(set(structuur.ids))
    assert not {"link", "img", "iframe", "script"} & set(tags)
    assert all(
        not v.startswith("http") for _, attrs in structuur.tags for k, v in attrs.items() if k in ("src", "href")
    )
    assert next(a["href"] for t, a in structuur.tags if t == "a") == "#inhoud"


def test_headings_never_skip_a_level():
    koppen = [int(tag[1]) for tag, _ in Structuur(_pagina(*_alle_blokken())).tags if re.fullmatch("h[1-6]", tag)]

    assert koppen[0] == 1
    assert all(na - voor <= 1 for voor, na in pairwise(koppen))


def test_tables_have_a_caption_and_scoped_headings():
    tags = Structuur(_pagina(_tabel(("Aalst", 3)))).tags

    assert [a.get("scope") for t, a in tags if t == "th"] == ["col", "col", "row"]
    assert [t for t, _ in tags].count("caption") == 1
    assert next(a for t, a in tags if a.get("role") == "region")["tabindex"] == "0"


def test_capped_table_says_how_many_there_are_and_where():
    html = _pagina(_tabel(("Aalst", 3), totaal=1234, elders="bevindingen.csv"))

    assert "(eerste 1 van 1.234; de volledige lijst staat in bevindingen.csv)" in html


def test_empty_table_says_so():
    assert '<td colspan="2">Geen.</td>' in _pagina(_tabel())


def test_numbers_are_dutch_and_shares_show_both_numbers():
    html = _pagina(_tabel(("Aalst", 1234567), ("Gent", Deel(1, 3))), Kerncijfers((Kerncijfer(1234, "fouten", 5000),)))

    assert "1.234.567" in html
    assert "1 van 3 (33\u00a0%)" in html
    assert '<rect width="33.3" height="8"' in html
    assert "van de 5.000 fouten" in html


def test_every_chart_has_a_table_of_its_numbers():
    html = _pagina(_alle_blokken()[4])

    assert "<summary>Cijfers in een tabel</summary>" in html
    assert html.index("<svg") < html.index("<summary>") < html.index("</figure>")


def test_table_renders_on_its_own_for_a_notebook():
    html = _tabel(("Aalst", 3))._repr_html_()

    assert html.strip().startswith('<div class="tabel"')
    assert "<script" not in html


def test_frame_becomes_a_table_without_a_word_of_pandas():
    frame = pd.DataFrame(
        {
            "naam": pd.Series(["Aalst", None], dtype="string"),
            "aantal": pd.Series([1, None], dtype="Int64"),
            "deel": [0.5, np.nan],
            "heel": [True, False],
            "dag": [dt.date(2024, 3, 12), None],
        }
    )

    tabel = maak_tabel(frame, "Steden", koppen={k: k.capitalize() for k in frame})

    assert tabel.rijen == (("Aalst", 1, "0,5", "ja", "12 maart 2024"), (None, None, None, "nee", None))
    assert [k.is_getal for k in tabel.kolommen] == [False, True, True, False, False]
    assert not re.search(r"nan|NaT|None|NA|True|False|object|Int64", tabel._repr_html_())


def test_frame_is_capped_and_tells_its_length():
    tabel = maak_tabel(pd.DataFrame({"n": range(60)}), "Getallen", elders="lijst.csv")

    assert (len(tabel.rijen), tabel.totaal, tabel.elders) == (50, 60, "lijst.csv")
    assert maak_tabel(pd.DataFrame({"n": range(50)}), "Getallen").totaal is None
