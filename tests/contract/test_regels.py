"""Every rule finds its bad examples and leaves its good ones alone."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pytest

from analytics.checks.catalogus import REGELS
from analytics.checks.regel import Regel, Voorbeeld
from analytics.checks.validatie import validate
from analytics.domain.levering import Levering
from analytics.domain.velden import VELD
from tests.builders import een_levering


def _bevindingen(regel: Regel, levering: Levering) -> pd.DataFrame:
    bevindingen = validate(levering, regels=(regel,)).bevindingen
    return bevindingen[bevindingen["code"] == regel.code]


def _waarden(voorbeelden: tuple[Voorbeeld, ...]) -> list[Voorbeeld]:
    return [v for v in voorbeelden if not isinstance(v, Mapping)]


MET_WAARDEN = [r for r in REGELS if _waarden(r.goed + r.fout)]
HELE_LEVERINGEN = [
    pytest.param(regel, voorbeeld, verwacht, id=f"{regel.code}-{'fout' if verwacht else 'goed'}-{i}")
    for regel in REGELS
    for verwacht, voorbeelden in ((False, regel.goed), (True, regel.fout))
    for i, voorbeeld in enumerate(voorbeelden)
    if isinstance(voorbeeld, Mapping)
]


@pytest.mark.parametrize("regel", MET_WAARDEN, ids=[r.code for r in MET_WAARDEN])
def test_rule_finds_its_bad_values_and_no_good_one(regel: Regel) -> None:
    goed, fout = _waarden(regel.goed), _waarden(regel.fout)
    records = [{"intern_nummer": str(i), **regel.naast, regel.veld: w} for i, w in enumerate([*goed, *fout], 1)]
    delen = {} if regel.tabel == "verenigingen" else {regel.tabel: records}
    verenigingen = [{} for _ in records] if delen else records
    soort = VELD[regel.plaatsen[0]].werkmappen[0]

    bevindingen = _bevindingen(regel, een_levering(verenigingen, **delen, soort=soort, ronde=regel.rondes[0]))

    # Records stand from row 2 on, the good ones first.
    eigen = bevindingen[bevindingen["veld"] == regel.veld]
    assert sorted(set(eigen["rij"])) == list(range(2 + len(goed), 2 + len(records)))
    assert set(eigen["ernst"]) <= {str(regel.ernst)}


@pytest.mark.parametrize(("regel", "voorbeeld", "verwacht"), HELE_LEVERINGEN)
def test_rule_judges_a_delivery(regel: Regel, voorbeeld: Mapping[str, object], verwacht: bool) -> None:
    levering = een_levering(**({"ronde": regel.rondes[0]} | voorbeeld))

    bevindingen = _bevindingen(regel, levering)

    assert (len(bevindingen) > 0) is verwacht
    assert set(bevindingen["ernst"]) <= {str(regel.ernst)}


def test_codes_are_unique() -> None:
    assert len({r.code for r in REGELS}) == len(REGELS)


@pytest.mark.parametrize("regel", REGELS, ids=[r.code for r in REGELS])
def test_rule_has_evidence_and_words(regel: Regel) -> None:
    assert regel.goed
    assert regel.fout
    assert regel.titel.endswith(".")
    assert regel.advies.endswith(".")
    assert regel.advies.split()[0][0].isupper()
