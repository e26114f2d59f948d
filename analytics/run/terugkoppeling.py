"""The pilot's own workbook, handed back with what we found in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.checks.validatie import Validatie
from analytics.domain.levering import Levering
from analytics.domain.velden import VELD
from analytics.files.annoteer import Aantekening, Kolom, Verwijzing, Voorblad, annoteer
from analytics.files.annoteer_nieuw import nieuwe_werkmap
from analytics.files.versleutel import versleutel
from analytics.intake.levering import Gelezen

#: Excel becomes unusable with more notes than this; the list in front still holds every finding.
MEESTE_OPMERKINGEN = 60_000
# A worksheet has 1,048,576 rows; title, remarks and heading take a few.
_MEESTE_RIJEN = 1_048_000
#: Formats whose own parts can be patched; others are handed back as a new workbook.
PATCHBAAR = ("xlsx", "xlsm")


@dataclass(frozen=True)
class Terugkoppeling:
    """A feedback workbook: file name, bytes, and Dutch sentences on what could not stay as it was."""

    naam: str
    inhoud: bytes
    opmerkingen: tuple[str, ...]


def maak_terugkoppeling(
    gelezen: Gelezen,
    validatie: Validatie,
    nummer: int,
    *,
    met_insz: bool = False,
    wachtwoord: str | None = None,
    extra: Sequence[Voorblad] = (),
) -> Terugkoppeling:
    """
    Return workbook *nummer* of the delivery with notes on its cells and sheets with all findings in front.

    Args:
        gelezen: The delivery with its workbooks.
        validatie: What was found.
        nummer: Position of the workbook in the delivery.
        met_insz: Keep the INSZ (rounds 2 and 3 only); the file is then encrypted with *wachtwoord*.
        wachtwoord: Needed with *met_insz*.
        extra: More sheets, put behind ours.

    Raises:
        WerkmapFout: If the workbook cannot be patched.
    """
    door = gelezen.werkmappen[nummer]
    werkmap, namen = door.werkmap, door.bladnamen
    eigen = validatie.bevindingen[validatie.bevindingen["werkmap"] == nummer]
    formaat = werkmap.eigenschappen.get("formaat", "xlsx")
    inhoud = werkmap.inhoud if formaat in PATCHBAAR else nieuwe_werkmap(werkmap.bladen)
    maskeer = [] if met_insz else inszcellen(gelezen.levering, nummer)
    terug = annoteer(
        inhoud,
        aantekeningen=_aantekeningen(eigen, namen),
        voorbladen=[*_voorbladen(gelezen.levering, validatie, eigen, namen, nummer, met_insz=met_insz), *extra],
        maskeer=[(namen.get(blad, blad), cel) for blad, cel in maskeer],
        maskeer_alles=not met_insz,
    )
    uit = versleutel(terug.inhoud, wachtwoord) if met_insz and wachtwoord else terug.inhoud
    stam, _, _ = werkmap.naam.rpartition(".")
    achtervoegsel = formaat if formaat in PATCHBAAR else "xlsx"
    return Terugkoppeling(f"terugkoppeling-{stam or werkmap.naam}.{achtervoegsel}", uit, terug.opmerkingen)


def inszcellen(levering: Levering, nummer: int) -> list[tuple[str, str]]:
    """Return every cell that holds, or held, an INSZ or something in its place."""
    cellen = [
        (str(v.blad), f"{v.kolom}{v.rij}")
        for v in levering.insz_vondsten[levering.insz_vondsten["werkmap"] == nummer].itertuples()
    ]
    tabel = levering.tabellen["vertegenwoordigers"].waarden
    eigen = tabel[(tabel["werkmap"] == nummer) & tabel["insz"].notna()]
    kolommen = levering.kolommen("vertegenwoordigers", "insz", eigen.index)
    cellen += [(str(b), f"{k}{r}") for b, k, r in zip(eigen["blad"], kolommen, eigen["rij"], strict=True)]
    return list(dict.fromkeys(cellen))


def _aantekeningen(eigen: pd.DataFrame, namen: dict[str, str]) -> list[Aantekening]:
    """Return one note per faulty cell, the gravest cells first where there are too many."""
    met_cel = eigen[eigen["cel"].ne("")]
    regels = met_cel["melding"] + "\n→ " + met_cel["advies"]
    met_voorstel = met_cel["voorstel"].fillna("").ne("")
    regels = regels.where(~met_voorstel, regels + "\nVoorstel: " + met_cel["voorstel"].fillna(""))
    rang = met_cel["ernst"].map({"FOUT": 0, "WAARSCHUWING": 1, "INFO": 2})
    per_cel = met_cel.assign(tekst=regels, rang=rang).drop_duplicates(["blad", "cel", "tekst"])
    cellen = per_cel.groupby(["blad", "cel"], sort=False)["rang"].min().sort_values(kind="stable")
    gekozen = set(cellen.index[:MEESTE_OPMERKINGEN])
    return [
        Aantekening(namen.get(blad, blad), cel, ernst, tekst)
        for blad, cel, ernst, tekst in zip(
            per_cel["blad"], per_cel["cel"], per_cel["ernst"], per_cel["tekst"], strict=True
        )
        if (blad, cel) in gekozen
    ]


def _voorbladen(
    levering: Levering,
    validatie: Validatie,
    eigen: pd.DataFrame,
    namen: dict[str, str],
    nummer: int,
    *,
    met_insz: bool,
) -> list[Voorblad]:
    verenigingen = levering.tabellen["verenigingen"].waarden["werkmap"] == nummer
    geleverd, laadbaar = int(verenigingen.sum()), int((verenigingen & validatie.laadbaar).sum())
    inleiding = [
        f"{levering.bestanden[nummer].naam}, ronde {levering.ronde}, gecontroleerd op {_datum(levering)}.",
        f"{laadbaar} van de {geleverd} verenigingen in deze werkmap kunnen zo opgeladen worden.",
        "FOUT: het register weigert dit, of de ronde verbiedt het. WAARSCHUWING: kijk dit na. INFO: goed om te weten.",
        "Klik op een cel in kolom Cel om erheen te gaan; elke gekleurde cel draagt een opmerking met fout en advies.",
    ]
    cellen = eigen.loc[eigen["cel"].ne(""), ["blad", "cel"]].drop_duplicates()
    if len(cellen) > MEESTE_OPMERKINGEN:
        inleiding.append(
            f"{MEESTE_OPMERKINGEN} van de {len(cellen)} cellen dragen een opmerking, de ergste eerst; de lijst is heel."
        )
    if met_insz:
        inleiding.append("Dit bestand bevat INSZ-nummers en is daarom met een wachtwoord beveiligd.")
    bladen = [
        Voorblad(
            "Bevindingen",
            "Bevindingen",
            [
                Kolom("Ernst", 15),
                Kolom("Blad", 20),
                Kolom("Cel", 12),
                Kolom("Intern nummer", 16),
                Kolom("Wat is er", 60),
                Kolom("Wat te doen", 60),
                Kolom("Voorstel", 30),
                Kolom("Regel", 34),
            ],
            [_bevinding(b, namen) for b in eigen.head(_MEESTE_RIJEN).itertuples()],
            inleiding,
            "Bevindingen",
        ),
        Voorblad(
            "Per regel",
            "Bevindingen per regel",
            [Kolom("Regel", 36), Kolom("Ernst", 15), Kolom("Wat is er", 70), Kolom("Aantal", 10)],
            _per_regel(eigen, validatie),
            ["Hoe vaak elke regel in deze werkmap iets vond."],
            "PerRegel",
        ),
    ]
    if len(validatie.oorzaken):
        bladen.append(_wat_eerst(validatie, levering))
    if geladen := _wordt_geladen(levering, validatie, namen, nummer):
        bladen.append(geladen)
    if len(validatie.niet_vooraf):
        bladen.append(_niet_vooraf(validatie))
    return bladen


def _datum(levering: Levering) -> str:
    return f"{levering.peildatum:%d/%m/%Y}"


def _bevinding(b: object, namen: dict[str, str]) -> Sequence[str | Verwijzing | None]:
    blad = str(b.blad) if pd.notna(b.blad) else ""  # type: ignore[attr-defined]
    cel = str(b.cel)  # type: ignore[attr-defined]
    waar = Verwijzing(namen.get(blad, blad), cel, cel) if cel and blad else None
    return [
        b.ernst,  # type: ignore[attr-defined]
        blad,
        waar,
        *("" if pd.isna(w) else str(w) for w in (b.intern_nummer, b.melding, b.advies, b.voorstel)),  # type: ignore[attr-defined]
        b.code,  # type: ignore[attr-defined]
    ]


def _per_regel(eigen: pd.DataFrame, validatie: Validatie) -> list[tuple[str, str, str, int]]:
    aantallen = eigen["code"].value_counts()
    telling = validatie.telling.drop_duplicates("code").set_index("code")
    regels = [(str(c), str(telling.at[c, "ernst"]), str(telling.at[c, "titel"]), int(n)) for c, n in aantallen.items()]
    rang = {"FOUT": 0, "WAARSCHUWING": 1, "INFO": 2}
    return sorted(regels, key=lambda r: (rang[r[1]], -r[3], r[0]))


def _wat_eerst(validatie: Validatie, levering: Levering) -> Voorblad:
    return Voorblad(
        "Wat eerst",
        "Wat eerst oplossen",
        [
            Kolom("Oorzaak", 70),
            Kolom("Cellen", 10),
            Kolom("Verenigingen", 14),
            Kolom("Wordt laadbaar", 16),
            Kolom("Samen laadbaar", 16),
        ],
        [
            (str(o.oorzaak), int(o.cellen), int(o.verenigingen), int(o.wordt_laadbaar), int(o.samen_laadbaar))
            for o in validatie.oorzaken.itertuples()
        ],
        [
            f"Over de hele levering ({levering.aantal} verenigingen, alle werkmappen samen).",
            "Wordt laadbaar: verenigingen die opgeladen kunnen worden als alleen deze oorzaak weg is.",
            "Samen laadbaar: idem als ook alles hierboven opgelost is; een vereniging telt maar één keer.",
        ],
        "WatEerst",
    )


def _wordt_geladen(levering: Levering, validatie: Validatie, namen: dict[str, str], nummer: int) -> Voorblad | None:
    """List the cells that were interpreted, with what would be loaded: the INSZ column left out."""
    rijen: list[Sequence[str | Verwijzing]] = []
    for (tabel, veld), beschrijving in VELD.items():
        waarden = levering.tabellen[tabel].waarden
        wijze = validatie.lezing.wijze[tabel][veld]
        eigen = waarden.index[(waarden["werkmap"] == nummer) & wijze.notna()]
        if not len(eigen) or veld == "insz":
            continue
        kolommen = levering.kolommen(tabel, veld, eigen)
        geladen = validatie.lezing.waarden[tabel][veld]
        for i, kolom in zip(eigen, kolommen, strict=True):
            if pd.isna(geladen.at[i]) or pd.isna(kolom):
                continue
            blad, cel = str(waarden.at[i, "blad"]), f"{kolom}{waarden.at[i, 'rij']}"
            staat = Verwijzing(namen.get(blad, blad), cel, cel)
            ruw = "" if pd.isna(waarden.at[i, veld]) else str(waarden.at[i, veld])
            rijen.append((blad, staat, beschrijving.kop, ruw, str(geladen.at[i]), str(wijze.at[i])))
    if not rijen:
        return None
    return Voorblad(
        "Wordt geladen",
        "Zo lezen we wat er staat",
        [
            Kolom("Blad", 20),
            Kolom("Cel", 12),
            Kolom("Kolom", 24),
            Kolom("Er staat", 34),
            Kolom("Wordt geladen", 34),
            Kolom("Hoe gelezen", 34),
        ],
        rijen[:_MEESTE_RIJEN],
        ["Deze cellen lazen we anders dan ze er staan. Klopt het niet, pas dan de cel aan."],
        "WordtGeladen",
    )


def _niet_vooraf(validatie: Validatie) -> Voorblad:
    return Voorblad(
        "Niet vooraf",
        "Niet vooraf te controleren",
        [Kolom("Wat", 60), Kolom("Velden", 30), Kolom("Wie beslist", 70), Kolom("Van toepassing op", 18)],
        [(str(r.titel), str(r.velden), str(r.bron), int(r.toegepast)) for r in validatie.niet_vooraf.itertuples()],
        ["Dit weet alleen het register, bij het opladen. Het is dus niet nagekeken, en niet in orde bevonden."],
        "NietVooraf",
    )
