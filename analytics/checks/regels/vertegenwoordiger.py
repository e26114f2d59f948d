"""Representatives: names, INSZ, one primary."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from analytics.checks.oordelen import heeft_cijfer, heeft_letter
from analytics.checks.proef import Bools, Plek, Plekken, Proef, Uitslag
from analytics.checks.regel import Ernst, Plaats, Regel, register, ronderegel
from analytics.checks.toetsen import codes_van, later_in_vereniging, ontbreekt, per_waarde
from analytics.domain.blad import Soort
from analytics.domain.nummers import zijn_insz

_P = "vertegenwoordigers"
_NAMEN = ((_P, "voornaam"), (_P, "achternaam"))
_INSZ = ((_P, "insz"),)
_RONDE_1 = "in ronde 1 zijn de INSZ-nummers niet aanwezig"


def _cijfers(tekst: str) -> str:
    return tekst.replace(".", "").replace("-", "")


def _insz_verkeerde_tekens(tekst: str) -> bool:
    return re.fullmatch(r"[0-9.\-]*", tekst) is None


def _insz_lengte(tekst: str) -> bool:
    return not _insz_verkeerde_tekens(tekst) and len(_cijfers(tekst)) != 11


def _insz_dubbel(proef: Proef, plaats: Plaats) -> Uitslag:
    toegepast = _geldig(proef, plaats)[proef.kolom(*plaats).nummers] & proef.ter_zake(*plaats)
    return Uitslag(toegepast, *later_in_vereniging(proef, _P, codes_van(proef, plaats, _cijfers), toegepast))


def _geldig(proef: Proef, plaats: Plaats) -> Bools:
    """Tell per distinct value whether the register accepts it as INSZ."""
    return zijn_insz(pd.Series(proef.kolom(*plaats).gelezen, dtype="string")).to_numpy()


def _insz_tikfout(proef: Proef, plaats: Plaats) -> Uitslag:
    kolom = proef.kolom(*plaats)
    elf = pc.match_substring_regex(proef.pijl(*plaats), r"^[.\-]*([0-9][.\-]*){11}$").fill_null(False)
    toegepast = proef.toepasbaar(*plaats) & elf.to_numpy(zero_copy_only=False)[kolom.nummers]
    return Uitslag(toegepast, toegepast & ~_geldig(proef, plaats)[kolom.nummers])


def _tweede_primaire(proef: Proef, plaats: Plaats) -> Uitslag:
    toegepast = (proef.waarden(*plaats) == "ja") & proef.ter_zake(*plaats)
    return Uitslag(toegepast, *later_in_vereniging(proef, _P, np.zeros(len(toegepast), dtype="int64"), toegepast))


def _vondsten(proef: Proef) -> pd.DataFrame:
    """Return every blanked cell once, with the field it belongs to: ``werkmap, blad, kolom, rij, tabel, veld``."""
    levering = proef.levering
    delen = [levering.insz_vondsten[["werkmap", "blad", "kolom", "rij"]]]
    for tabel, t in levering.tabellen.items():
        for veld in t.soorten.columns:
            kolom = proef.kolom(tabel, veld)
            if Soort.AFGESCHERMD in kolom.soort:
                raak = np.flatnonzero(kolom.soort[kolom.nummers] == Soort.AFGESCHERMD)
                letters = proef.kolomletters(tabel, veld)[raak]
                delen.append(t.waarden.iloc[raak][["werkmap", "blad", "rij"]].assign(kolom=letters))
    if not any(len(d) for d in delen):
        return delen[0]
    alles = pd.concat([d.astype(object) for d in delen if len(d)], ignore_index=True)
    alles = alles.drop_duplicates(["werkmap", "blad", "kolom", "rij"])
    koppen = levering.koppen[["werkmap", "blad", "kolom", "tabel", "veld"]]
    koppen = koppen.drop_duplicates(["werkmap", "blad", "kolom"]).astype(object)
    return alles.merge(koppen, on=["werkmap", "blad", "kolom"], how="left")


def _vereniging_per_rij(proef: Proef) -> dict[tuple[int, str, int], int]:
    uit: dict[tuple[int, str, int], int] = {}
    for tabel in proef.levering.tabellen:
        rijen = proef.levering.tabellen[tabel].waarden
        for w, b, r, v in zip(rijen["werkmap"], rijen["blad"], rijen["rij"], proef.vereniging(tabel), strict=True):
            if v >= 0:
                uit.setdefault((int(w), str(b), int(r)), int(v))
    return uit


def _afgeschermd(proef: Proef, *, in_kolom: bool) -> Plekken:
    vondsten = _vondsten(proef)
    if not len(vondsten):
        return Plekken(len(proef.levering.bladen), ())
    is_inszkolom = (vondsten["veld"] == "insz").fillna(False).to_numpy(dtype=bool)
    keuze = vondsten[is_inszkolom == in_kolom]
    van = _vereniging_per_rij(proef) if len(keuze) else {}
    sleutels = proef.waarden("verenigingen", "intern_nummer")
    plekken = []
    for v in keuze.itertuples():
        rij = None if pd.isna(v.rij) else int(v.rij)
        vereniging = van.get((int(v.werkmap), str(v.blad), rij or 0))
        bekend = isinstance(v.tabel, str) and v.tabel != ""
        plekken.append(
            Plek(
                int(v.werkmap),
                str(v.blad),
                rij,
                None if pd.isna(v.kolom) or not v.kolom else str(v.kolom),
                blokkeert=np.array([] if vereniging is None else [vereniging], dtype="int64"),
                tabel=v.tabel if bekend else "",
                veld=v.veld if bekend else "",
                intern_nummer=None if vereniging is None else sleutels[vereniging],
                vereniging=vereniging,
            )
        )
    return Plekken(len(proef.levering.bladen), tuple(plekken))


def _in_ronde_1(proef: Proef, plaats: Plaats) -> Plekken:  # noqa: ARG001 -- every rule has the same shape
    return _afgeschermd(proef, in_kolom=True)


def _buiten_kolom(proef: Proef, plaats: Plaats) -> Plekken:  # noqa: ARG001 -- every rule has the same shape
    return _afgeschermd(proef, in_kolom=False)


def _naam_ontbreekt(veld: str, wat: str) -> Regel:
    return Regel(
        code=f"{veld}_ontbreekt",
        plaatsen=((_P, veld),),
        ernst=Ernst.FOUT,
        titel=f"De {wat} ontbreekt.",
        advies=f"Vul de {wat} in; staan beide namen in één cel, splits ze dan.",
        bron=register(f"'{veld}' is verplicht.", f"'{veld}' mag niet leeg zijn."),
        toets=ontbreekt,
        goed=("Mira",),
        fout=("", " "),
    )


REGELS: tuple[Regel, ...] = (
    Regel(
        code="insz_in_ronde_1",
        plaatsen=_INSZ,
        ernst=Ernst.FOUT,
        titel="In ronde 1 mag er geen INSZ in de werkmap staan; we hebben de waarde niet gelezen.",
        advies="Maak de kolom INSZ leeg voor u de werkmap opnieuw bezorgt.",
        bron=ronderegel(_RONDE_1),
        toets=_in_ronde_1,
        goed=({},),
        fout=({"vertegenwoordigers": [{"insz": (None, Soort.AFGESCHERMD)}]},),
        groep="ronde",
        rondes=(1,),
        waarom="Voor de proefronde zijn deze nummers niet nodig. Wat niet nodig is, delen we niet.",
    ),
    Regel(
        code="insz_buiten_kolom",
        plaatsen=_INSZ,
        ernst=Ernst.FOUT,
        titel="Hier staat een INSZ; dat mag alleen in de kolom INSZ. We hebben de waarde niet gelezen.",
        advies="Verwijder het nummer uit deze cel.",
        bron=ronderegel("een INSZ staat nergens anders dan in de kolom INSZ"),
        toets=_buiten_kolom,
        goed=({},),
        fout=({"verenigingen": [{"opmerking": (None, Soort.AFGESCHERMD)}]},),
        groep="ronde",
        waarom="Zo'n nummer zou anders in een bericht, een rapport of het register terechtkomen.",
    ),
    Regel(
        code="insz_ontbreekt",
        plaatsen=_INSZ,
        ernst=Ernst.FOUT,
        titel="Het INSZ ontbreekt.",
        advies="Vul het rijksregisternummer of bisnummer in.",
        bron=register("'insz' is verplicht.", "'insz' mag niet leeg zijn."),
        toets=ontbreekt,
        goed=("70010100188",),
        fout=("", " "),
        rondes=(2, 3),
    ),
    Regel(
        code="insz_verkeerde_tekens",
        plaatsen=_INSZ,
        ernst=Ernst.FOUT,
        titel="In een INSZ staan alleen cijfers, punten en streepjes.",
        advies="Schrijf het nummer als 00.00.00-000.00 of als elf cijfers, zonder spaties.",
        bron=register("Insz heeft incorrect formaat (00.00.00-000.00 of 00000000000)", "Foutieve tekens in INSZ."),
        toets=per_waarde(_insz_verkeerde_tekens, goed=r"^[0-9.\-]*$"),
        goed=("70.01.01-001.88", "70010100188", "7-0.0-1.0-1.0-0.1-8-8"),
        fout=("70 01 01 001 88", "70/01/01-001.88", "onbekend"),
        rondes=(2, 3),
        oorzaak=lambda _: "met spaties of andere tekens",
    ),
    Regel(
        code="insz_aantal_cijfers",
        plaatsen=_INSZ,
        ernst=Ernst.FOUT,
        titel="Een INSZ heeft elf cijfers.",
        advies="Vul het volledige nummer in; nullen vooraan tellen mee.",
        bron=register("Insz moet 11 cijfers bevatten", "INSZ moet 11 cijfers bevatten."),
        toets=per_waarde(_insz_lengte, goed="^[0-9]{11}$"),
        goed=("05010100113", ("5010100113", Soort.GETAL)),
        fout=("5010100113", "700101001888", "-"),
        rondes=(2, 3),
    ),
    Regel(
        code="insz_controlegetal",
        plaatsen=_INSZ,
        ernst=Ernst.FOUT,
        titel="Het controlegetal van het INSZ klopt niet: er zit een tikfout in.",
        advies="Vergelijk het nummer met de identiteitskaart of met uw bronsysteem.",
        bron=register("Incorrect INSZ: foutieve checksum."),
        toets=_insz_tikfout,
        goed=("70010100188", "05010100113"),
        fout=("70010100189", "00000000000"),
        rondes=(2, 3),
    ),
    Regel(
        code="insz_dubbel",
        plaatsen=_INSZ,
        ernst=Ernst.FOUT,
        titel="Dezelfde persoon (INSZ) staat twee keer bij deze vereniging.",
        advies="Houd één rij over; meerdere rollen kunnen samen in de kolom Rol.",
        bron=register("INSZ moet uniek zijn binnen de vereniging."),
        toets=_insz_dubbel,
        goed=({"ronde": 2, "vertegenwoordigers": [{"insz": "70010100188"}, {"insz": "05010100113"}]},),
        fout=({"ronde": 2, "vertegenwoordigers": [{"insz": "70010100188"}, {"insz": "70.01.01-001.88"}]},),
        rondes=(2, 3),
        niveau="vereniging",
    ),
    _naam_ontbreekt("voornaam", "voornaam"),
    _naam_ontbreekt("achternaam", "achternaam"),
    Regel(
        code="naam_met_cijfer",
        plaatsen=_NAMEN,
        ernst=Ernst.FOUT,
        titel="Er staat een cijfer in de naam van de vertegenwoordiger.",
        advies="Verwijder het cijfer.",
        bron=register(
            "'Voornaam' mag geen cijfers bevatten.",
            "'Achternaam' mag geen cijfers bevatten.",
            "Voornaam mag geen nummers bevatten.",
            "Achternaam mag geen nummers bevatten.",
        ),
        toets=per_waarde(heeft_cijfer, goed=r"^[\pL .'\-]*$"),
        goed=("Mira", "D'Hondt-Özgür", "X."),
        fout=("Mira2", "٣Mira"),
    ),
    Regel(
        code="naam_zonder_letter",
        plaatsen=_NAMEN,
        ernst=Ernst.FOUT,
        titel="Er staat geen letter in de naam van de vertegenwoordiger.",
        advies="Vul de naam in.",
        bron=register(
            "'Voornaam' moet minstens een letter bevatten.",
            "'Achternaam' moet minstens een letter bevatten.",
            "Voornaam moet een letter bevatten.",
            "Achternaam moet een letter bevatten.",
        ),
        toets=per_waarde(lambda t: not heeft_letter(t), goed="[A-Za-z]"),
        goed=("M", "Ж"),
        fout=("-", "?", "12"),
    ),
    Regel(
        code="vertegenwoordiger_tweede_primaire",
        collectie=True,
        plaatsen=((_P, "primair"),),
        ernst=Ernst.FOUT,
        titel="Er is al een primaire vertegenwoordiger bij deze vereniging.",
        advies="Zet bij hoogstens één vertegenwoordiger ja: de contactpersoon voor de overheid.",
        bron=register("Er mag maar één vertegenwoordiger aangeduid zijn als primair contactpersoon."),
        toets=_tweede_primaire,
        goed=({"vertegenwoordigers": [{"primair": "ja"}, {"voornaam": "Jef", "primair": "nee"}]},),
        fout=({"vertegenwoordigers": [{"primair": "ja"}, {"voornaam": "Jef", "primair": "ja"}]},),
        niveau="vereniging",
    ),
)
