"""Workbooks in, records to compare out: any layout, every pilot, persons only as keyed hashes."""

from __future__ import annotations

import datetime as dt
import os
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from analytics.domain.blad import Werkmap
from analytics.domain.levering import Levering
from analytics.domain.nummers import masker_insz
from analytics.domain.velden import KBO
from analytics.duplicates.records import Records, persoonssleutels
from analytics.errors import GebruiksFout, WerkmapFout
from analytics.files.lees import lees_werkmap
from analytics.intake.koppen import kopsleutel
from analytics.intake.levering import Afwijkingen, Gelezen, lees_levering
from analytics.intake.lezing import Lezing, lees_waarden
from analytics.run.leveringen import afwijkingen_van, piloten

#: Where a key for the hashes of persons may stand, to compare runs on several machines; random without it.
SLEUTEL = "MIGRATIE_DUBBELS_SLEUTEL"
_MINSTE_SLEUTEL = 16
#: Columns of ``Records.verenigingen`` besides those the search reads.
EXTRA = ("piloot", "ronde", "soort", "eigenaar")
# A list that is no delivery often calls the name after what it lists.
_NAAMKOPPEN = ("Vereniging", "Club", "Clubnaam", "Naam club", "Organisatie", "Naam organisatie", "Benaming", "Groep")
_HULP = ("hulpblad", "leeg")


@dataclass(frozen=True, eq=False)
class Bron:
    """
    One delivery or list to look through.

    Attributes:
        levering: As it was read.
        namen: What to call each workbook; unique over all sources of a run.
        lezing: Of the same delivery, when it was read already.
        vcodes: ``{(workbook, sheet, row): vCode}`` when the list comes from the register.
    """

    levering: Levering
    namen: tuple[str, ...]
    lezing: Lezing | None = None
    vcodes: Mapping[tuple[int, str, int], str] = field(default_factory=dict)


def persoonsgeheim() -> bytes:
    """
    Return the key for the hashes of persons: from the environment, else random; it is never stored.

    Raises:
        GebruiksFout: If the one in the environment is too short.
    """
    gekozen = os.environ.get(SLEUTEL, "").encode()
    if gekozen and len(gekozen) < _MINSTE_SLEUTEL:
        raise GebruiksFout(f"{SLEUTEL} is te kort; gebruik minstens {_MINSTE_SLEUTEL} tekens of laat hem leeg.")
    return gekozen or secrets.token_bytes(32)


def lees_bronnen(
    paden: Sequence[Path],
    *,
    ronde: int,
    peildatum: dt.date,
    piloot: Sequence[str] = (),
    wachtwoord: str | None = None,
) -> tuple[Bron, ...]:
    """
    Read workbooks: those of one pilot as one delivery, others each by itself.

    Args:
        piloot: One code for all workbooks, or one per workbook. Without it the folder tells
            (``<piloot>/ronde-<n>/``) for pilots that are known.

    Raises:
        GebruiksFout: If the number of codes does not fit, or a workbook is given twice.
        WerkmapFout: If a workbook cannot be read, or names no association at all.
    """
    if len(piloot) not in (0, 1, len(paden)):
        raise GebruiksFout(
            "Geef --piloot één keer voor alle werkmappen, of één keer per werkmap en in dezelfde volgorde."
        )
    if len({pad.resolve() for pad in paden}) < len(paden):
        raise GebruiksFout("Een werkmap staat twee keer in de opdracht; laat er één weg.")
    codes = list(piloot) * len(paden) if len(piloot) == 1 else list(piloot) or [_uit_pad(pad) for pad in paden]
    namen = dict(zip(paden, toonnamen(paden), strict=True))
    delen: dict[str, list[Path]] = {}
    for nr, (pad, code) in enumerate(zip(paden, codes, strict=True)):
        delen.setdefault(code or f"?{nr}", []).append(pad)
    bronnen = []
    for code, eigen in delen.items():
        kaal = "" if code.startswith("?") else code
        werkmappen = [lees_werkmap(pad, wachtwoord=wachtwoord) for pad in eigen]
        gelezen = _lees(werkmappen, ronde=ronde, peildatum=peildatum, piloot=kaal)
        bronnen.append(Bron(gelezen.levering, tuple(namen[pad] for pad in eigen), vcodes=_vcodes(gelezen)))
    return tuple(bronnen)


def toonnamen(paden: Sequence[Path]) -> tuple[str, ...]:
    """Return the file names, INSZ masked; with as many folders in front as it takes to tell them apart."""
    for diepte in range(1, 6):
        namen = ["/".join(pad.parts[-diepte:]) for pad in paden]
        if len(set(namen)) == len(namen):
            break
    return tuple(masker_insz(naam) for naam in namen)


def _uit_pad(pad: Path) -> str:
    delen = pad.resolve().parts
    return delen[-3] if len(delen) > 2 and delen[-2].startswith("ronde-") and delen[-3] in piloten() else ""


def _lees(werkmappen: Sequence[Werkmap], *, ronde: int, peildatum: dt.date, piloot: str) -> Gelezen:
    afwijkingen = afwijkingen_van(piloot)
    gelezen = lees_levering(werkmappen, ronde=ronde, peildatum=peildatum, piloot=piloot, afwijkingen=afwijkingen)
    if _heeft_namen(gelezen.levering):
        return gelezen
    # Not a delivery: any sheet with a column of names is a list of associations.
    bladen = gelezen.levering.bladen
    lijsten = {str(b): "verenigingen" for b in bladen.loc[~bladen["status"].isin([*_HULP, "ontbreekt"]), "blad"]}
    koppen = dict.fromkeys(_NAAMKOPPEN, "verenigingen.naam") | dict(afwijkingen.koppen)
    los = Afwijkingen(koppen, lijsten, afwijkingen.vaste_waarden)
    gelezen = lees_levering(werkmappen, ronde=ronde, peildatum=peildatum, piloot=piloot, afwijkingen=los)
    if not _heeft_namen(gelezen.levering):
        raise WerkmapFout(
            f"{', '.join(w.naam for w in werkmappen)}: geen kolom met namen van verenigingen gevonden; "
            "noem haar 'Naam', en zet er 'Postcode' of 'Gemeente' naast."
        )
    return gelezen


def _vcodes(gelezen: Gelezen) -> dict[tuple[int, str, int], str]:
    """Return the vCodes of a list that came out of the register: a column with that heading beside the names."""
    koppen = gelezen.levering.koppen
    gevonden: dict[tuple[int, str, int], str] = {}
    for kop in koppen[koppen["kop"].map(kopsleutel).isin(["vcode", "v code"])].itertuples(index=False):
        for blad in gelezen.werkmappen[kop.werkmap].werkmap.bladen:
            if blad.naam == kop.blad:
                tekst = blad.tekst.loc[blad.tekst.index > kop.rij, kop.kolom].astype("string").str.strip().str.upper()
                codes = tekst[tekst.str.fullmatch(r"V\d{7}").fillna(False)]
                gevonden |= {(int(kop.werkmap), blad.naam, int(rij)): str(code) for rij, code in codes.items()}
    return gevonden


def _heeft_namen(levering: Levering) -> bool:
    waarden = levering.tabellen["verenigingen"].waarden
    return bool(waarden[["naam", "naam_controle", "kbo_nummer"]].notna().any(axis=None))


def maak_records(bronnen: Sequence[Bron], *, geheim: bytes, eerste: int = 0) -> Records:
    """
    Return the associations of all *bronnen* with their parts, as they would be loaded.

    ``verenigingen`` has the columns of :class:`Records` and :data:`EXTRA` (``soort``: ``feitelijk`` or ``kbo``;
    ``eigenaar``: the pilot, or a number for a loose list: others may see only what is public).
    Representatives are compared by first and last name, hashed with *geheim*; the INSZ
    is not used. Record ids count from *eerste*.
    """
    delen: dict[str, list[pd.DataFrame]] = {t: [] for t in ("verenigingen", "locaties", "contact", "bank", "personen")}
    begin = eerste
    for nr, bron in enumerate(bronnen, 1):
        eigen = _records(bron, begin, geheim)
        eigen["verenigingen"]["eigenaar"] = pd.Series(
            bron.levering.piloot or f"lijst {nr}", index=eigen["verenigingen"].index, dtype="string"
        )
        begin += len(eigen["verenigingen"])
        for tabel, frame in eigen.items():
            delen[tabel].append(frame)
    samen = {tabel: pd.concat(frames, ignore_index=tabel != "verenigingen") for tabel, frames in delen.items()}
    return Records(samen["verenigingen"], samen["locaties"], samen["contact"], samen["bank"], samen["personen"])


def _records(bron: Bron, begin: int, geheim: bytes) -> dict[str, pd.DataFrame]:
    levering, lezing = bron.levering, bron.lezing or lees_waarden(bron.levering)
    waarden = lezing.waarden
    plek, gelezen = levering.tabellen["verenigingen"].waarden, waarden["verenigingen"]
    plekken = zip(plek["werkmap"].tolist(), plek["blad"].tolist(), plek["rij"].tolist(), strict=True)
    verenigingen = pd.DataFrame(
        {
            "bestand": _tekst(plek["werkmap"].map(dict(enumerate(bron.namen)))),
            "blad": _tekst(plek["blad"]),
            "rij": plek["rij"].to_numpy(),
            "intern_nummer": _tekst(gelezen["intern_nummer"]),
            "vcode": pd.Series([bron.vcodes.get(p, pd.NA) for p in plekken], dtype="string"),
            "naam": _tekst(gelezen["naam"].fillna(gelezen["naam_controle"])),
            "korte_naam": _tekst(gelezen["korte_naam"]),
            "roepnaam": _tekst(gelezen["roepnaam"]),
            "kbo_nummer": _tekst(gelezen["kbo_nummer"]),
            "hoofdactiviteiten": _tekst(gelezen["hoofdactiviteiten"]),
            "piloot": pd.Series(levering.piloot, index=range(len(plek)), dtype="string"),
            "ronde": levering.ronde,
            "soort": _tekst(plek["werkmap"].map({i: b.soort for i, b in enumerate(levering.bestanden)})),
        }
    )
    verenigingen.index = pd.RangeIndex(begin, begin + len(verenigingen))

    def deel(tabel: str, kolommen: Mapping[str, str]) -> pd.DataFrame:
        eigenaar = lezing.vereniging[tabel]
        frame = waarden[tabel][list(kolommen)].rename(columns=dict(kolommen)).assign(record=eigenaar.to_numpy())
        frame = frame[frame["record"].notna()]
        return frame.assign(record=frame["record"].astype("int64") + begin)

    adres = {k: k for k in ("straatnaam", "huisnummer", "busnummer", "postcode", "gemeente")}
    personen = deel("vertegenwoordigers", {"voornaam": "voornaam", "achternaam": "achternaam"})
    sleutels = persoonssleutels([personen["voornaam"], personen["achternaam"]], geheim)
    return {
        "verenigingen": verenigingen,
        "locaties": deel("locaties", adres),
        "contact": deel("contactgegevens", {"contactgegeventype": "type", "waarde": "waarde"}),
        "bank": deel("bankrekeningen", {"iban": "iban"}).dropna(),
        "personen": pd.DataFrame({"record": personen["record"], "sleutel": sleutels}).dropna(),
    }


def _tekst(reeks: pd.Series[str]) -> pd.Series[str]:
    return pd.Series(reeks.to_numpy(), dtype="string")


def is_kbo(verenigingen: pd.DataFrame) -> pd.Series[bool]:
    """Tell which associations are registered by their KBO number, where the register checks no names."""
    return verenigingen["soort"].eq(KBO).fillna(False).astype(bool)
