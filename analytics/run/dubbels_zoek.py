"""Everything that is found in one go: our pairs, the register's answers, the groups."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import pandas as pd

from analytics.domain.codelijsten import (
    REFERENTIE,
    buurgemeenten,
    deelgemeenten,
    gehuchten,
    gemeentefusies,
    parochies,
    postcodes,
)
from analytics.duplicates.beoordeel import Verdeler, hier
from analytics.duplicates.groepen import maak_groepen
from analytics.duplicates.naam import Naamlezer
from analytics.duplicates.records import Records
from analytics.duplicates.voorgelegd import beoordeel_paren
from analytics.duplicates.zoek import Drempels, maak_naamlezer, zoek_dubbels
from analytics.run.dubbels_controle import Meldingen, vraag_oefenregister

#: Down to here pairs are looked at to estimate what a threshold misses; what is reported starts at ``mogelijk``.
LAAGST = 0.005
#: Beyond so many associations only what is reported is looked for, to stay within minutes.
_GROOT = 30_000

Vraag = Callable[[Records, pd.Index], Meldingen]


@dataclass(frozen=True, eq=False)
class Vondst:
    """
    Suspected doubles, with what the register would say.

    Attributes:
        records: All associations; ids from ``grens`` on are the register's.
        grens: First record id of the register's content.
        paren: As ``Dubbels.paren``, for every pair that we suspect or that the register would stop on; ``oordeel`` is
            ``dubbel``, ``mogelijk`` or (register only) ``verschillend``; besides ``register_zou_melden``: ``ja``,
            ``nee`` or <NA> (not asked).
        groepen: ``groep``, ``record``: one association each.
        gemeld: ``van``, ``op``, ``score``: which record the register stops on which, the way it was asked.
        onder: ``a``, ``b``, ``kans`` of the pairs below the threshold of ``mogelijk``, for the estimates.
        bereik: Down to which probability *onder* goes.
        opmerkingen: Dutch sentences on what went differently from what was asked.
    """

    records: Records
    grens: int
    paren: pd.DataFrame
    groepen: pd.DataFrame
    gemeld: pd.DataFrame
    onder: pd.DataFrame
    bereik: float
    opmerkingen: tuple[str, ...] = ()

    @property
    def vermoed(self) -> pd.DataFrame:
        """The pairs that we suspect."""
        return self.paren[self.paren["oordeel"].ne("verschillend")]

    def met(self, opmerkingen: Sequence[str]) -> Vondst:
        """Return the same with *opmerkingen* added."""
        return replace(self, opmerkingen=(*self.opmerkingen, *opmerkingen))


@cache
def naamlezer() -> Naamlezer:
    """Return the reader of names and places on the project's own lists."""
    return maak_naamlezer(
        REFERENTIE / "dubbels",
        postcodes=postcodes(),
        deelgemeenten=deelgemeenten(),
        gemeentefusies=gemeentefusies(),
        gehuchten=gehuchten(),
        parochies=parochies(),
        buurgemeenten=buurgemeenten(),
    )


def zoek(
    bron: Records,
    *,
    peildatum: dt.date,
    register: Records | None = None,
    verdeel: Verdeler = hier,
    vraag: Vraag | None = None,
    drempels: Drempels | None = None,
) -> Vondst:
    """
    Look for doubles within *bron*, between *bron* and *register*, and ask the register's check about *bron*.

    Args:
        bron: Associations of the workbooks, ids counting from 0.
        register: What the register holds, ids counting on.
        vraag: Asks the check; an embedded register with everything in it when ``None``.
    """
    drempels = drempels or Drempels()
    alles = voeg_samen(bron, register)
    bereik = LAAGST if len(alles.verenigingen) <= _GROOT else drempels.mogelijk
    ruim = Drempels(drempels.dubbel, bereik)
    lezer = naamlezer()
    delen = [zoek_dubbels(bron, lezer=lezer, drempels=ruim, verdeel=verdeel).paren]
    if register is not None and len(register.verenigingen):
        delen.append(zoek_dubbels(bron, lezer=lezer, tegen=register, drempels=ruim, verdeel=verdeel).paren)
    gevonden = pd.concat(delen, ignore_index=True)
    vragers = bron.verenigingen.index
    meldingen = vraag_oefenregister(alles, vragers, peildatum=peildatum) if vraag is None else vraag(alles, vragers)
    gemeld = _als_paren(meldingen)
    vermoed = gevonden[gevonden["kans"] >= drempels.mogelijk]
    erbij = gemeld[~_sleutel(gemeld).isin(_sleutel(vermoed))]
    if len(erbij):
        # Judged anew: what only the register sees was sieved out of ours before it was weighed.
        ander = beoordeel_paren(alles, erbij, lezer=lezer, drempels=drempels, verdeel=verdeel)
        vermoed = pd.concat([vermoed, ander], ignore_index=True)
    paren = vermoed.assign(register_zou_melden=_zegt_register(vermoed, gemeld, meldingen))
    paren = paren.sort_values(["kans", "a", "b"], ascending=[False, True, True], ignore_index=True)
    dubbel = paren[paren["oordeel"].eq("dubbel")]
    kans = dubbel["kans"].to_numpy().clip(max=1 - 1e-12)
    groepen = maak_groepen(dubbel[["a", "b"]], np.log(kans / (1 - kans)))
    onder = gevonden.loc[gevonden["kans"] < drempels.mogelijk, ["a", "b", "kans"]].reset_index(drop=True)
    return Vondst(alles, len(bron.verenigingen), paren, groepen, meldingen.paren, onder, bereik)


def voeg_samen(bron: Records, register: Records | None) -> Records:
    """Return both sources as one, record ids as they are."""
    if register is None:
        return bron
    delen = {
        tabel: pd.concat([getattr(bron, tabel), getattr(register, tabel)], ignore_index=True)
        for tabel in ("locaties", "contactgegevens", "bankrekeningen", "personen")
    }
    return Records(pd.concat([bron.verenigingen, register.verenigingen]), **delen)


def _als_paren(meldingen: Meldingen) -> pd.DataFrame:
    """Return the answers as pairs with the first record first, each once."""
    paren = meldingen.paren[["van", "op"]]
    uit = pd.DataFrame({"a": paren.min(axis=1), "b": paren.max(axis=1)}, dtype="int64")
    return uit.drop_duplicates(ignore_index=True)


def _sleutel(paren: pd.DataFrame) -> pd.Series[int]:
    return paren["a"].astype("int64") * (1 << 32) + paren["b"].astype("int64")


def _zegt_register(paren: pd.DataFrame, gemeld: pd.DataFrame, meldingen: Meldingen) -> pd.Series[str]:
    """``ja`` when the check stops either row on the other, ``nee`` when it was asked and does not, else <NA>."""
    ja = _sleutel(paren).isin(_sleutel(gemeld))
    gevraagd = paren["a"].isin(meldingen.gevraagd) | paren["b"].isin(meldingen.gevraagd)
    return pd.Series(np.where(ja, "ja", "nee"), index=paren.index, dtype="string").where(ja | gevraagd)
