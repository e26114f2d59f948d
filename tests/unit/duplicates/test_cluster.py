"""The same answers from a cluster."""

from __future__ import annotations

import pandas as pd
import pytest
from handlijst import HAND, lees_paren, records

from analytics.duplicates.cluster import op_cluster
from analytics.duplicates.naam import Naamlezer
from analytics.duplicates.zoek import zoek_dubbels
from analytics.errors import InstellingFout

distributed = pytest.importorskip("distributed", reason="optional extra 'cluster'")


def test_cluster_gives_the_answers_of_one_process(lezer: Naamlezer):
    bron = records(lees_paren(HAND).head(40))
    hier = zoek_dubbels(bron, lezer=lezer)

    with (
        distributed.LocalCluster(
            processes=False, n_workers=1, dashboard_address=None, host="127.0.0.1", protocol="tcp://"
        ) as cluster,
        op_cluster(cluster.scheduler_address) as verdeel,
    ):
        daar = zoek_dubbels(bron, lezer=lezer, verdeel=verdeel)

    assert len(hier.paren) > 10
    pd.testing.assert_frame_equal(hier.paren, daar.paren)


def test_dead_scheduler_is_a_wrong_setting():
    with (
        pytest.raises(InstellingFout, match=r"Geen dask-scheduler op tcp://127\.0\.0\.1:1"),
        op_cluster("tcp://127.0.0.1:1", wachttijd=0.5),
    ):
        pass
