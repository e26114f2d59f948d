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


def levering_van(regel: Regel, voorbeeld: Voorbeeld) -> Levering:
    if isinstance(voorbeeld, Mapping):
        return een_levering(**({"ronde": regel.rondes[0]} | voorbeeld))
    soort = VELD[regel.plaatsen[0]].werkmappen[0]
    return een_levering(**{regel.tabel: [{**regel.naast, regel.veld: voorbeeld}]}, soort=soort, ronde=regel.rondes[0])


def gevonden(regel: Regel, voorbeeld: Voorbeeld) -> pd.DataFrame:
    bevindingen = validate(levering_van(regel, voorbeeld), regels=(regel,)).bevindingen
    return bevindingen[bevindingen["code"] == regel.code]


GOED = [pytest.param(r, v, id=f"{r.code}-{i}") for r in REGELS for i, v in enumerate(r.goed)]
FOUT = [pytest.param(r, v, id=f"{r.code}-{i}") for r in REGELS for i, v in enumerate(r.fout)]


@pytest.mark.parametrize(("regel", "voorbeeld"), GOED)
def test_rule_leaves_a_good_example_alone(regel: Regel, voorbeeld: Voorbeeld) -> None:
    assert gevonden(regel, voorbeeld).empty


@pytest.mark.parametrize(("regel", "voorbeeld"), FOUT)
def test_rule_finds_a_bad_example(regel: Regel, voorbeeld: Voorbeeld) -> None:
    bevinding = gevonden(regel, voorbeeld)

    assert len(bevinding) >= 1
    assert bevinding["ernst"].tolist() == [str(regel.ernst)] * len(bevinding)


def test_codes_are_unique() -> None:
    assert len({r.code for r in REGELS}) == len(REGELS)


@pytest.mark.parametrize("regel", REGELS, ids=[r.code for r in REGELS])
def test_rule_has_evidence_and_words(regel: Regel) -> None:
    assert regel.goed
    assert regel.fout
    assert regel.titel.endswith(".")
    assert regel.advies.endswith(".")
    assert regel.advies.split()[0][0].isupper()
