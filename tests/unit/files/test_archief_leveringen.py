"""Every delivery is kept with its hash, the function of its sender, and its time."""

from __future__ import annotations

import datetime as dt
import hashlib

import pandas as pd
import pytest

from analytics.errors import GebruiksFout, InstellingFout
from analytics.files.archief_leveringen import Ontvangst, archiveer, lees_archief, lees_levering_uit_archief, teken_op


def ontvangst(uur: int, **rest: object) -> Ontvangst:
    waarden = {"ronde": 1, "soort": "kbo", "bestand": "kbo.xlsx", "afzender_rol": "gemeente, dienst vrije tijd"}
    return Ontvangst(ontvangen=dt.datetime(2025, 2, 14, uur), **(waarden | rest))


def test_deliveries_come_back_oldest_first_with_their_bytes(tmp_path):
    later = archiveer(tmp_path, "aalst", ontvangst=ontvangst(12), inhoud=b"tweede")
    eerst = archiveer(tmp_path, "aalst", ontvangst=ontvangst(9), inhoud=b"eerste")
    archief = lees_archief(tmp_path, "aalst")

    assert (
        archief["sha256"].tolist() == [eerst, later] == [hashlib.sha256(b).hexdigest() for b in (b"eerste", b"tweede")]
    )
    assert archief["ontvangen"].tolist() == [pd.Timestamp(2025, 2, 14, 9), pd.Timestamp(2025, 2, 14, 12)]
    assert archief["ronde"].tolist() == [1, 1]
    assert lees_levering_uit_archief(tmp_path, "aalst", later) == b"tweede"


def test_the_same_file_twice_is_kept_once_and_told_twice(tmp_path):
    for uur in (9, 10):
        archiveer(tmp_path, "aalst", ontvangst=ontvangst(uur), inhoud=b"zelfde")

    assert len(lees_archief(tmp_path, "aalst")) == 2
    assert len(list((tmp_path / "aalst" / "bestanden").iterdir())) == 1


def test_only_the_owner_can_read_a_kept_delivery(tmp_path):
    sha256 = archiveer(tmp_path, "aalst", ontvangst=ontvangst(9), inhoud=b"geheim")

    assert (tmp_path / "aalst" / "bestanden" / sha256).stat().st_mode & 0o077 == 0


def test_a_delivery_that_may_not_be_kept_is_still_recorded(tmp_path):
    teken_op(tmp_path, "aalst", ontvangst=ontvangst(9), sha256="f" * 64)

    assert lees_archief(tmp_path, "aalst")["sha256"].tolist() == ["f" * 64]
    with pytest.raises(InstellingFout, match="niet bewaard"):
        lees_levering_uit_archief(tmp_path, "aalst", "f" * 64)


def test_a_changed_file_is_noticed(tmp_path):
    sha256 = archiveer(tmp_path, "aalst", ontvangst=ontvangst(9), inhoud=b"echt")
    (tmp_path / "aalst" / "bestanden" / sha256).write_bytes(b"vals")

    with pytest.raises(InstellingFout, match="gewijzigd sinds de ontvangst"):
        lees_levering_uit_archief(tmp_path, "aalst", sha256)


def test_an_insz_in_a_file_name_is_masked(tmp_path):
    archiveer(tmp_path, "aalst", ontvangst=ontvangst(9, bestand="map/85.07.30-033.28.xlsx"), inhoud=b"x")

    assert lees_archief(tmp_path, "aalst")["bestand"].tolist() == ["**.**.**-***.**.xlsx"]


def test_archive_of_nobody_is_an_empty_table(tmp_path):
    archief = lees_archief(tmp_path, "aalst")

    assert archief.empty
    assert str(archief["ontvangen"].dtype) == "datetime64[us]"


@pytest.mark.parametrize(
    "rest", [{"soort": "foto"}, {"ronde": 4}, {"afzender_rol": " "}, {"afzender_rol": "mieke@example.be"}]
)
def test_what_does_not_fit_is_refused(rest):
    with pytest.raises(GebruiksFout):
        ontvangst(9, **rest)


def test_a_code_never_leaves_the_folder(tmp_path):
    with pytest.raises(GebruiksFout, match="geen code"):
        archiveer(tmp_path, "../elders", ontvangst=ontvangst(9), inhoud=b"x")


def test_damaged_archive_is_told_with_its_line(tmp_path):
    archiveer(tmp_path, "aalst", ontvangst=ontvangst(9), inhoud=b"x")
    with (tmp_path / "aalst" / "leveringen.jsonl").open("a", encoding="utf-8") as uit:
        uit.write("{kapot\n")

    with pytest.raises(InstellingFout, match="regel 2: beschadigd"):
        lees_archief(tmp_path, "aalst")
