"""``rapport.html``: one page per pilot and round, from what was delivered to where every figure comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from analytics.report.pagina import Gegevens, Koppeling, Pagina, Sectie, Subkop
from analytics.report.rapport_bron import Ronde
from analytics.report.rapport_fouten import sectie_excel_schade, sectie_fouten, sectie_laadbaar, sectie_wat_eerst
from analytics.report.rapport_inhoud import sectie_geleverd, sectie_profiel, sectie_volledigheid
from analytics.report.rapport_verloop import sectie_niet_vooraf, sectie_verandering
from analytics.report.tekst import datum


@dataclass(frozen=True)
class Manifest:
    """
    Where the figures come from, besides the workbooks.

    Attributes:
        versies: Name and version of what made the report.
        parameters: Name and value of what was chosen.
    """

    versies: Mapping[str, str] = field(default_factory=dict)
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Rapport:
    """
    What a report is made of.

    Attributes:
        naam: Name of the pilot, to read.
        rondes: Every delivery of the pilot up to the one reported on, which is the last, in order.
        manifest: Versions and parameters.
        bestanden: Other files of the same report, told at the top.
    """

    naam: str
    rondes: tuple[Ronde, ...]
    manifest: Manifest = field(default_factory=Manifest)
    bestanden: tuple[Koppeling, ...] = ()

    @property
    def deze(self) -> Ronde:
        """The delivery that is reported on."""
        return self.rondes[-1]


#: The sections in order; a function may return ``None`` when it has nothing to say.
SECTIES: tuple[Callable[[Rapport], Sectie | None], ...] = (
    lambda r: sectie_geleverd(r.deze, r.bestanden),
    lambda r: sectie_laadbaar(r.deze),
    lambda r: sectie_wat_eerst(r.deze),
    lambda r: sectie_fouten(r.deze),
    lambda r: sectie_volledigheid(r.rondes),
    lambda r: sectie_verandering(r.rondes),
    lambda r: sectie_niet_vooraf(r.deze),
    lambda r: sectie_profiel(r.deze),
    lambda r: sectie_excel_schade(r.deze),
    lambda r: sectie_manifest(r),
)


def build_rapport(rapport: Rapport, *, vooraan: Sequence[Sectie] = (), achteraan: Sequence[Sectie] = ()) -> Pagina:
    """
    Return the report as a page.

    Args:
        vooraan: Sections of other parts of the project to put on top (gates, planning).
        achteraan: Sections to put before the manifest (loading, duplicates, origin).
    """
    levering = rapport.deze.levering
    eigen = [sectie for maak in SECTIES if (sectie := maak(rapport)) is not None]
    return Pagina(
        titel=f"{rapport.naam}, ronde {levering.ronde}",
        onder=f"Rapport over de levering van verenigingen, gezien op {datum(levering.peildatum)} (peildatum).",
        secties=(*vooraan, *eigen[:-1], *achteraan, eigen[-1]),
        terug=Koppeling("Alle piloten en rondes", "../../index.html"),
    )


def sectie_manifest(rapport: Rapport) -> Sectie:
    """Tell from which files, with which versions and parameters the report was made."""
    levering = rapport.deze.levering
    return Sectie(
        "manifest",
        "Waar deze cijfers vandaan komen",
        (
            Subkop("Werkmappen (SHA-256)"),
            Gegevens({bestand.naam: bestand.sha256 for bestand in levering.bestanden}),
            Subkop("Parameters"),
            Gegevens(
                {
                    "piloot": levering.piloot or "(losse werkmap)",
                    "ronde": str(levering.ronde),
                    "peildatum": levering.peildatum.isoformat(),
                }
                | dict(rapport.manifest.parameters)
            ),
            *((Subkop("Versies"), Gegevens(rapport.manifest.versies)) if rapport.manifest.versies else ()),
        ),
    )
