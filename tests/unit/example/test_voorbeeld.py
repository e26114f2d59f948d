"""The example: same seed, same bytes; believable; marked as invented."""

from __future__ import annotations

import datetime as dt
import io
from functools import cache

import openpyxl
import pandas as pd
import pytest

from analytics.domain.codelijsten import postcodes
from analytics.domain.nummers import bevat_insz
from analytics.domain.piloot import Piloot
from analytics.errors import GebruiksFout
from analytics.example.profielen import PROFIELEN, verdeel
from analytics.example.voorbeeld import maak_voorbeeld
from analytics.example.wereld import Wereld, maak_wereld
from analytics.files.piloten import lees_piloten
from analytics.run.leveringen import VOORBEELD
from analytics.run.voorbeeld import KBO, schrijf_voorbeeld

import numpy as np  # isort: skip


@cache
def kbo() -> pd.DataFrame:
    return pd.read_csv(KBO, dtype="string", keep_default_na=False)


def maak(zaad: int) -> dict[str, bytes]:
    piloten = [lees_piloten()["uldk"]]
    return {b.pad: b.inhoud for b in maak_voorbeeld(piloten, verenigingen=40, zaad=zaad, kbo=kbo())}


#: One example for the tests that only look.
een_voorbeeld = cache(lambda: maak(1))


@cache
def wereld() -> Wereld:
    return maak_wereld(np.random.default_rng(5), tuple(PROFIELEN), 3000, peildatum=dt.date(2025, 2, 14), kbo=kbo())


def test_same_seed_gives_same_bytes_and_another_seed_others() -> None:
    een = een_voorbeeld()

    assert maak(1) == een
    assert all(inhoud != een[pad] for pad, inhoud in maak(2).items() if pad != "dubbels-waarheid.csv")
    assert sorted(een) == sorted(
        [f"{p}/ronde-{r}/{p}-{s}.xlsx" for p in ("uldk",) for r in (1, 2, 3) for s in ("feitelijk", "kbo")]
        + ["waarheid.csv", "dubbels-waarheid.csv"]
    )


def test_one_round_is_the_same_without_the_others() -> None:
    piloten = [lees_piloten()["uldk"]]
    alleen = {b.pad: b.inhoud for b in maak_voorbeeld(piloten, verenigingen=40, zaad=1, kbo=kbo(), ronden=[2])}

    pad = "uldk/ronde-2/uldk-feitelijk.xlsx"
    assert sorted(alleen) == sorted([pad, "uldk/ronde-2/uldk-kbo.xlsx", "waarheid.csv", "dubbels-waarheid.csv"])
    assert alleen[pad] == een_voorbeeld()[pad]


def test_every_workbook_says_that_it_is_invented() -> None:
    for pad, inhoud in een_voorbeeld().items():
        if pad.endswith(".xlsx"):
            werkmap = openpyxl.load_workbook(io.BytesIO(inhoud), read_only=True)
            assert "Verzonnen voorbeeldgegevens" in str(werkmap["Leesmij"]["A2"].value)
            assert "Verzonnen voorbeeldgegevens" in str(werkmap.properties.description)


@pytest.mark.parametrize("ronde", [1, 2])
def test_insz_are_empty_in_round_1_but_for_what_was_planted(ronde: int) -> None:
    waarheid = pd.read_csv(VOORBEELD / "waarheid.csv", dtype="string", keep_default_na=False)
    gepland = waarheid[(waarheid["piloot"] == "vsvw") & (waarheid["ronde"] == str(ronde))]
    gepland = set(gepland.loc[gepland["soort"].isin(["insz_in_ronde_1", "insz_buiten_kolom"]), "cel"])

    werkmap = openpyxl.load_workbook(VOORBEELD / "vsvw" / f"ronde-{ronde}" / "vsvw-feitelijk.xlsx")
    met_insz = {
        cel.coordinate for blad in werkmap for rij in blad.iter_rows() for cel in rij if bevat_insz(str(cel.value))
    }
    if ronde == 1:
        assert met_insz == gepland
    else:
        assert len(met_insz) > 400


def test_associations_are_divided_over_the_pilots_as_in_the_plan() -> None:
    assert verdeel(tuple(PROFIELEN), 600) == {"aalst": 80, "evergem": 40, "uldk": 110, "vsvw": 260, "kiosk": 110}
    assert sum(verdeel(tuple(PROFIELEN), 1237).values()) == 1237
    aantallen = wereld().verenigingen["_piloot"].value_counts().to_dict()
    assert aantallen == verdeel(tuple(PROFIELEN), 3000)


def test_postcode_and_municipality_belong_together() -> None:
    locaties = wereld().onderdelen["locaties"].dropna(subset=["postcode"])
    waar = set(zip(postcodes()["postcode"], postcodes()["gemeente"], strict=True))

    assert set(zip(locaties["postcode"], locaties["gemeente"], strict=True)) <= waar


def test_only_planted_doubles_share_name_and_municipality() -> None:
    ver = wereld().verenigingen
    gemeente = wereld().onderdelen["locaties"].drop_duplicates("_v").set_index("_v")["gemeente"]
    # Several may repeat the same original.
    bron = dict(zip(wereld().dubbels["b"], wereld().dubbels["a"], strict=True))
    feitelijk = ver[(ver["_soort"] == "feitelijk") & ver.index.isin(gemeente.index)]
    groepen = feitelijk.groupby([feitelijk["naam"], feitelijk.index.map(gemeente)]).groups.values()

    zelfde = [{bron.get(int(i), int(i)) for i in groep} for groep in groepen if len(groep) > 1]
    assert zelfde
    assert all(len(bronnen) == 1 for bronnen in zelfde)


def test_known_kbo_numbers_carry_the_name_the_kbo_has() -> None:
    ver = wereld().verenigingen
    namen = dict(zip(kbo()["kboNummer"], kbo()["naam"], strict=True))
    gekend = ver[ver["_gekend"].astype(bool)]

    assert len(gekend) > 200
    for nummer, naam in zip(gekend["kbo_nummer"], gekend["naam_controle"], strict=True):
        assert namen[nummer.replace(".", "")] == naam


def test_doubles_and_look_alikes_of_every_kind_are_planted() -> None:
    per_soort = wereld().dubbels.groupby("soort")["dubbel"].unique().map(tuple).to_dict()

    assert per_soort == {
        "tikfout": ("ja",),
        "afkorting": ("ja",),
        "woordvolgorde": ("ja",),
        "feitelijk en kbo": ("ja",),
        "andere piloot": ("ja",),
        "andere piloot, andere schrijfwijze": ("ja",),
        "zelfde naam, andere plaats": ("nee",),
        "ander woord": ("nee",),
        "jeugd of senioren": ("nee",),
    }


def test_doubles_between_pilots_start_from_the_list_of_a_municipality() -> None:
    ver, dubbels = wereld().verenigingen, wereld().dubbels
    tussen = dubbels[dubbels["soort"].str.startswith("andere piloot")]
    paren = set(zip(ver["_piloot"].reindex(tussen["a"]), ver["_piloot"].reindex(tussen["b"]), strict=True))

    assert ("aalst", "kiosk") in paren
    assert all(a != b for a, b in paren)


def test_too_few_associations_or_a_negative_seed_is_refused(tmp_path) -> None:
    with pytest.raises(GebruiksFout, match="minstens 10"):
        schrijf_voorbeeld(tmp_path / "a", verenigingen=3, zaad=1)
    with pytest.raises(GebruiksFout, match="0 of meer"):
        schrijf_voorbeeld(tmp_path / "b", verenigingen=30, zaad=-1)
    assert list(tmp_path.iterdir()) == []


def test_an_added_pilot_delivers_in_its_own_words() -> None:
    dorp = Piloot("dorp", "Gemeente Dorp", "OVO990099", koppen={"Club": "verenigingen.naam"}, bladen={"L": "locaties"})
    bestanden = {b.pad: b.inhoud for b in maak_voorbeeld([dorp], verenigingen=10, zaad=3, kbo=kbo())}

    werkmap = openpyxl.load_workbook(io.BytesIO(bestanden["dorp/ronde-1/dorp-feitelijk.xlsx"]))
    assert "Club" in [cel.value for cel in werkmap["Verenigingen"][1]]
    assert "L" in werkmap.sheetnames
