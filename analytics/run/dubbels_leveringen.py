"""Doubles over all deliveries at once: per pilot and round what its report, feedback and summary need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from analytics.domain.levering import Levering
from analytics.duplicates.records import Records
from analytics.files.annoteer import Voorblad
from analytics.intake.lezing import Lezing
from analytics.report.pagina import Sectie, Tabel
from analytics.report.pagina_samen import Samen, samen
from analytics.report.rapport_dubbels import Dubbelcijfers, naast_tabel, sectie_dubbels, waterval
from analytics.report.rapport_dubbels import paren_tabel as toon_paren
from analytics.run.dubbels_beeld import maak_cijfers
from analytics.run.dubbels_bron import Bron, maak_records, persoonsgeheim
from analytics.run.dubbels_csv import paren_tabel
from analytics.run.dubbels_voorblad import maak_voorblad
from analytics.run.dubbels_zoek import Vondst, zoek

Sleutel = tuple[str, int]


@dataclass(frozen=True, eq=False)
class Leveringsdubbels:
    """
    The doubles of one delivery, told so that its pilot may read all of it.

    Attributes:
        levering: The delivery.
        vondst: What was found over all pilots of its round; not to be shown to a pilot.
        namen: Names of pilots by code.
    """

    levering: Levering
    vondst: Vondst
    namen: Mapping[str, str]

    @cached_property
    def cijfers(self) -> Dubbelcijfers:
        """The frames of the section; of other pilots only what is public."""
        return maak_cijfers(self.vondst, eigenaar=self.levering.piloot, namen=self.namen)

    @cached_property
    def sectie(self) -> Sectie:
        """The section for ``rapport.html``."""
        return sectie_dubbels(self.cijfers, self.levering)

    def samenvatting(self) -> dict[str, int]:
        """Return the block ``dubbels`` of ``samenvatting.json``: counts of pairs of this delivery."""
        paren, per = self.cijfers.paren, self.cijfers.per_groep.set_index("groep")["paren"]
        waar = self.cijfers.per_oordeel.set_index("waar")
        tussen = waar.loc[waar.index == "tussen piloten", ["dubbel", "mogelijk"]].to_numpy().sum()
        return {
            "bekeken": self.cijfers.bekeken,
            "dubbel": int(paren["oordeel"].eq("dubbel").sum()),
            "mogelijk": int(paren["oordeel"].eq("mogelijk").sum()),
            "tussen_piloten": int(tussen),
            "register_en_wij": int(per.get("register en wij", 0)),
            "alleen_register": int(per.get("alleen register", 0)),
            "alleen_wij": int(per.get("alleen wij", 0)),
        }

    def paren(self) -> pd.DataFrame:
        """Return the suspected pairs of this delivery as ``dubbels.csv`` has them; for the analyst."""
        eigenaar = self.vondst.records.verenigingen["eigenaar"].eq(self.levering.piloot)
        vermoed = self.vondst.vermoed
        van = eigenaar.reindex(vermoed["a"]).to_numpy() | eigenaar.reindex(vermoed["b"]).to_numpy()
        return paren_tabel(self.vondst, vermoed[van])

    def eigen_paren(self) -> pd.DataFrame:
        """Return the suspected pairs within this pilot's own delivery: ``a, b`` (intern nummers), ``oordeel``."""
        wie = self.vondst.records.verenigingen
        vermoed = self.vondst.vermoed[["a", "b", "oordeel"]]
        eigen = wie["eigenaar"].eq(self.levering.piloot)
        binnen = eigen.reindex(vermoed["a"]).to_numpy(bool) & eigen.reindex(vermoed["b"]).fillna(False).to_numpy(bool)
        vermoed = vermoed[binnen]
        return vermoed.assign(
            a=vermoed["a"].map(wie["intern_nummer"]).astype("string"),
            b=vermoed["b"].map(wie["intern_nummer"]).astype("string"),
        ).reset_index(drop=True)

    def tabel(self, groep: str) -> Tabel:
        """Return the pairs of one of the three groups: ``register en wij``, ``alleen register``, ``alleen wij``."""
        return toon_paren(self.cijfers, groep)

    def naast_elkaar(self, nr: int) -> Samen:
        """Return pair *nr* (0 is the most probable) side by side, and how its probability comes about."""
        vermoed = self.cijfers.paren[self.cijfers.paren["oordeel"].ne("verschillend")]
        if nr >= len(vermoed):
            return samen(toon_paren(self.cijfers, "register en wij"))
        nummer = int(vermoed["nr"].iloc[nr])
        return samen(naast_tabel(self.cijfers, nummer), waterval(self.cijfers, nummer, self.levering))

    def voorblad(self, nummer: int, bladnamen: Mapping[str, str] | None = None) -> Voorblad | None:
        """Return the sheet ``Mogelijke dubbels`` for workbook *nummer* of the delivery, or ``None``."""
        return maak_voorblad(
            self.vondst,
            bestand=self.levering.bestanden[nummer].naam,
            eigenaar=self.levering.piloot,
            namen=self.namen,
            bladnamen=bladnamen,
        )


def dubbels_van(
    leveringen: Mapping[Sleutel, Levering],
    *,
    lezingen: Mapping[Sleutel, Lezing] | None = None,
    namen: Mapping[str, str] | None = None,
    register: Records | None = None,
) -> dict[Sleutel, Leveringsdubbels]:
    """
    Look for doubles within and between the deliveries of each round, and ask an embedded register about them.

    Args:
        leveringen: By pilot and round; one pilot's rounds are never compared with each other.
        lezingen: The same deliveries as they were read, when that was done already (``Validatie.lezing``).
        namen: Names of pilots by code.
        register: What the register holds already, ids counting on from the associations of the round; only sensible
            with the deliveries of one round.
    """
    uit: dict[Sleutel, Leveringsdubbels] = {}
    for ronde in sorted({r for _, r in leveringen}):
        eigen = {sleutel: lev for sleutel, lev in leveringen.items() if sleutel[1] == ronde}
        bronnen = [
            Bron(lev, tuple(b.naam for b in lev.bestanden), (lezingen or {}).get(sleutel))
            for sleutel, lev in eigen.items()
        ]
        peildatum = max(lev.peildatum for lev in eigen.values())
        vondst = zoek(maak_records(bronnen, geheim=persoonsgeheim()), peildatum=peildatum, register=register)
        for sleutel, levering in eigen.items():
            uit[sleutel] = Leveringsdubbels(levering, vondst, dict(namen or {}))
    return uit
