"""What the search is measured against; each returns ``a``, ``b`` (a < b) and ``kans`` of the pairs it reports."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

from analytics.duplicates.records import Records
from analytics.sandbox.dubbelindex import Dubbelindex
from analytics.sandbox.gegevens import Adres, Locatie
from analytics.sandbox.referentie import laad_referentie
from analytics.sandbox.toestand import LocatieStand, Vereniging
from benchmarks.dubbels_data import REFERENTIE

_RUIS = re.compile(r"\b(?:v\.?z\.?w\.?|f\.?v\.?|koninklijke|kon\.?)\b|[^\w\s]", re.IGNORECASE)


def _gemeenten(bron: Records) -> pd.Series:
    post = pd.read_csv(REFERENTIE / "postcodes.csv", dtype="string").set_index("postcode")["gemeente"]
    loc = bron.locaties.drop_duplicates("record").set_index("record")
    naam = loc["postcode"].map(post).fillna(loc["gemeente"])
    return naam.reindex(bron.verenigingen.index).fillna("")


def eenregelig(bron: Records, *, drempel: float) -> pd.DataFrame:
    """Compare all names within a municipality by token-sort ratio on cleaned names; report from *drempel* (0–100)."""
    naam = bron.verenigingen["naam"].fillna("").str.replace(_RUIS, " ", regex=True).str.casefold()
    delen = []
    for plaats, leden in _gemeenten(bron).groupby(_gemeenten(bron)).groups.items():
        links, rechts = np.triu_indices(len(leden), 1)
        if plaats == "" or not len(links):
            continue
        ids, tekst = leden.to_numpy(), naam[leden].to_numpy()
        score = cpdist(tekst[links].tolist(), tekst[rechts].tolist(), scorer=fuzz.token_sort_ratio)
        goed = np.asarray(score) >= drempel
        delen.append(
            pd.DataFrame({"a": ids[links[goed]], "b": ids[rechts[goed]], "kans": np.asarray(score)[goed] / 100})
        )
    return pd.concat(delen) if delen else pd.DataFrame({"a": [], "b": [], "kans": []})


def register(bron: Records) -> pd.DataFrame:
    """Ask the embedded register's own check for every row that has a place, as if loaded one by one."""
    index = Dubbelindex(laad_referentie().woorden)
    loc = bron.locaties.drop_duplicates("record").set_index("record")
    gemeente = _gemeenten(bron)
    rijen = []
    for nummer, naam in bron.verenigingen["naam"].items():
        postcode = loc["postcode"].get(nummer) if nummer in loc.index else None
        adres = Adres("", "", "", "" if pd.isna(postcode) else str(postcode), str(gemeente[nummer]), "België")
        if nummer in loc.index:
            rijen += [(int(t.vcode), nummer) for t in index.zoek(naam, [adres], minimumscore=3.0)]
        plek = LocatieStand(Locatie(1, "Correspondentie", True, "", adres, None))
        index.zet(Vereniging(str(nummer), naam=naam, locaties=(plek,) if nummer in loc.index else ()))
    return pd.DataFrame(rijen, columns=["a", "b"]).assign(kans=1.0)


def splink(bron: Records, *, python: Path) -> pd.DataFrame:
    """Run Splink in the environment of *python* (``python -m venv X && X/bin/pip install splink 'pandas<3'``)."""
    loc = bron.locaties.drop_duplicates("record").set_index("record")
    frame = bron.verenigingen[["naam"]].join(loc[["postcode", "gemeente"]]).rename_axis("unique_id").reset_index()
    with tempfile.TemporaryDirectory() as map_:
        bestand, uit = Path(map_) / "in.csv", Path(map_) / "uit.csv"
        frame.to_csv(bestand, index=False)
        script = Path(__file__).with_name("dubbels_splink.py")
        subprocess.run([str(python), str(script), str(bestand), str(uit)], check=True, capture_output=True)
        paren = pd.read_csv(uit)
    return paren.assign(a=paren[["a", "b"]].min(axis=1), b=paren[["a", "b"]].max(axis=1))
