"""Splink with its own defaults for names, run in an environment of its own: dubbels_splink.py IN.csv UIT.csv."""

from __future__ import annotations

import sys

import pandas as pd
import splink.comparison_library as cl
from splink import Linker, SettingsCreator, block_on
from splink.internals.duckdb.database_api import DuckDBAPI


def main(bron: str, uit: str) -> None:
    """Read ``unique_id, naam, postcode, gemeente``; write ``a, b, kans`` of pairs from .01."""
    frame = pd.read_csv(bron, dtype={"naam": str, "postcode": str, "gemeente": str})
    instellingen = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[cl.NameComparison("naam"), cl.ExactMatch("postcode"), cl.ExactMatch("gemeente")],
        blocking_rules_to_generate_predictions=[
            block_on("postcode"),
            block_on("gemeente"),
            block_on("substr(naam, 1, 8)"),
        ],
    )
    linker = Linker(DuckDBAPI().register(frame), instellingen, log_level=None)
    linker.training.estimate_probability_two_random_records_match([block_on("naam", "postcode")], recall=0.5)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for regel in (block_on("postcode"), block_on("naam")):
        linker.training.estimate_parameters_using_expectation_maximisation(regel)
    paren = linker.inference.predict(threshold_match_probability=0.01).as_pandas_dataframe()
    paren = paren.rename(columns={"unique_id_l": "a", "unique_id_r": "b", "match_probability": "kans"})
    paren[["a", "b", "kans"]].to_csv(uit, index=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
