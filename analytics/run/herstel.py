"""Write a repaired copy of a pilot's workbook: the proposals that were asked for, and a log of every change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from analytics.checks.catalogus import REGELS
from analytics.checks.validatie import validate
from analytics.domain.blad import Blad, Soort, Werkmap
from analytics.domain.velden import VELD
from analytics.errors import GebruiksFout, WerkmapFout
from analytics.files.annoteer import Kolom, Verwijzing, Voorblad, wijzig_cellen
from analytics.files.lees import lees_werkmap
from analytics.files.schrijf import schrijf
from analytics.files.versleutel import versleutel
from analytics.intake.levering import Gelezen, lees_levering
from analytics.run.leveringen import afwijkingen_van
from analytics.run.terugkoppeling import PATCHBAAR, inszcellen
from analytics.run.valideer import controleer_met_insz

# A cell may need several repairs one after the other (a label before a number of nine digits); more than this is a bug.
_MEESTE_RONDES = 6


@dataclass(frozen=True)
class Wijziging:
    """One changed cell: its sheet and address, heading, texts before and after, and the rules that proposed it."""

    blad: str
    cel: str
    kop: str
    oud: str
    nieuw: str
    regels: tuple[str, ...]


def herstel(
    werkmap: Path,
    uitvoer: Path,
    *,
    voorstellen: str,
    ronde: int,
    peildatum: dt.date,
    piloot: str = "",
    wachtwoord: str | None = None,
    met_insz: bool = False,
) -> tuple[Wijziging, ...]:
    """
    Write a copy of *werkmap* in which proposals are carried out, with a sheet ``Wijzigingen``; return the changes.

    Args:
        werkmap: An .xlsx or .xlsm.
        uitvoer: File to write.
        voorstellen: ``alle``, or rule codes with commas between them.
        ronde, peildatum, piloot: As for ``valideer``.
        wachtwoord: For a protected workbook, and for the copy with *met_insz*.
        met_insz: Keep the INSZ; the copy is then encrypted. Otherwise INSZ cells are masked.

    Raises:
        WerkmapFout: If the workbook cannot be read or patched.
        GebruiksFout: If a code is no rule, or makes no proposals.
    """
    codes = _codes(voorstellen)
    controleer_met_insz(met_insz, ronde, wachtwoord)
    origineel = lees_werkmap(werkmap, wachtwoord=wachtwoord)
    if origineel.eigenschappen.get("formaat") not in PATCHBAAR:
        raise WerkmapFout(f"{origineel.naam}: alleen .xlsx en .xlsm kunnen hersteld worden; bewaar de werkmap zo.")

    def lees(versie: Werkmap) -> Gelezen:
        afwijkingen = afwijkingen_van(piloot)
        return lees_levering([versie], ronde=ronde, peildatum=peildatum, piloot=piloot, afwijkingen=afwijkingen)

    eerst = gelezen = lees(origineel)
    wijzigingen: dict[tuple[str, str], Wijziging] = {}
    versie = origineel
    for _ in range(_MEESTE_RONDES):
        nieuw = _volgende(gelezen, codes, wijzigingen)
        if not nieuw:
            break
        versie = _met(versie, nieuw, gelezen)
        wijzigingen |= nieuw
        gelezen = lees(versie)
    namen = eerst.werkmappen[0].bladnamen
    terug = wijzig_cellen(
        origineel.inhoud,
        {(namen[w.blad], w.cel): w.nieuw for w in wijzigingen.values()},
        wijzigingsblad=_logboek(tuple(wijzigingen.values()), namen),
        maskeer=[] if met_insz else [(namen[blad], cel) for blad, cel in inszcellen(eerst.levering, 0)],
        maskeer_alles=not met_insz,
    )
    schrijf(uitvoer, versleutel(terug.inhoud, wachtwoord) if met_insz and wachtwoord else terug.inhoud)
    return tuple(wijzigingen.values())


def _codes(voorstellen: str) -> frozenset[str] | None:
    if voorstellen.strip().casefold() == "alle":
        return None
    gevraagd = [c.strip() for c in voorstellen.split(",") if c.strip()]
    gekend = {r.code for r in REGELS}
    if vreemd := [c for c in gevraagd if c not in gekend]:
        raise GebruiksFout(f"{vreemd[0]!r} is geen regel; zie data/referentie/REGELS.md voor de codes, of kies 'alle'.")
    if not gevraagd:
        raise GebruiksFout("--voorstellen is leeg; geef 'alle' of regelcodes met komma's ertussen.")
    return frozenset(gevraagd)


def _volgende(
    gelezen: Gelezen, codes: frozenset[str] | None, gedaan: dict[tuple[str, str], Wijziging]
) -> dict[tuple[str, str], Wijziging]:
    """Return one change per cell that still has a proposal, the gravest finding's first."""
    bevindingen = validate(gelezen.levering).bevindingen
    keuze = bevindingen[bevindingen["voorstel"].notna() & bevindingen["cel"].ne("") & bevindingen["veld"].ne("insz")]
    if codes is not None:
        keuze = keuze[keuze["code"].isin(codes)]
    rang = keuze["ernst"].map({"FOUT": 0, "WAARSCHUWING": 1, "INFO": 2})
    keuze = keuze.assign(rang=rang).sort_values("rang", kind="stable").drop_duplicates(["blad", "cel"])
    bladen = {b.naam: b for b in gelezen.werkmappen[0].werkmap.bladen}
    uit: dict[tuple[str, str], Wijziging] = {}
    for b in keuze.sort_index().itertuples():
        plek = (str(b.blad), str(b.cel))
        eerder = gedaan.get(plek)
        staat = bladen[plek[0]].tekst.at[b.rij, b.kolom]
        oud = eerder.oud if eerder else "" if pd.isna(staat) else str(staat)
        regels = (*(eerder.regels if eerder else ()), str(b.code))
        uit[plek] = Wijziging(*plek, VELD[b.tabel, b.veld].kop, oud, str(b.voorstel), regels)
    return uit


def _met(werkmap: Werkmap, wijzigingen: dict[tuple[str, str], Wijziging], gelezen: Gelezen) -> Werkmap:
    """Return the workbook as it will be read after the changes."""
    echt = gelezen.werkmappen[0].bladnamen
    per_blad: dict[str, list[Wijziging]] = {}
    for w in wijzigingen.values():
        per_blad.setdefault(echt[w.blad], []).append(w)
    return replace(werkmap, bladen=tuple(_blad_met(b, per_blad.get(b.naam, ())) for b in werkmap.bladen))


def _blad_met(blad: Blad, wijzigingen: Sequence[Wijziging]) -> Blad:
    if not wijzigingen:
        return blad
    tekst, soort = blad.tekst.copy(), blad.soort.copy()
    for w in wijzigingen:
        kolom = w.cel.rstrip("0123456789")
        rij = int(w.cel.removeprefix(kolom))
        tekst.at[rij, kolom] = w.nieuw
        soort.at[rij, kolom] = int(Soort.TEKST)
    return replace(blad, tekst=tekst, soort=soort)


def _logboek(wijzigingen: Sequence[Wijziging], namen: dict[str, str]) -> Voorblad:
    return Voorblad(
        "Wijzigingen",
        "Wat in deze kopie gewijzigd is",
        [
            Kolom("Blad", 20),
            Kolom("Cel", 12),
            Kolom("Kolom", 24),
            Kolom("Er stond", 40),
            Kolom("Er staat nu", 40),
            Kolom("Regel", 44),
        ],
        [
            (w.blad, Verwijzing(namen[w.blad], w.cel, w.cel), w.kop, w.oud, w.nieuw, ", ".join(w.regels))
            for w in wijzigingen
        ],
        ["Elke wijziging is een voorstel dat u gevraagd hebt; kijk ze na voor u de werkmap terugstuurt."],
        "Wijzigingen",
    )
