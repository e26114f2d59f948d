"""
Measure reading and judging: seconds per stage and per rule, growth from 10,000 to 100,000 associations, and pandera.

    python benchmarks/regels.py [--verenigingen 100000] [--pandera]

With ``--pandera`` a comparable part of the checks is run in pandera too, in an environment of its own in a temporary
folder, on the same data, three times each; the ratio of the medians is printed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from analytics.checks.catalogus import REGELS
from analytics.checks.proef import Proef
from analytics.checks.validatie import validate
from analytics.domain.blad import Soort, kolomletter
from analytics.domain.codelijsten import codelijst, postcodes
from analytics.domain.levering import Bestand, Levering, Tabel
from analytics.domain.velden import TABELLEN, velden_van
from analytics.intake.lezing import lees_waarden

#: Records per association: contacts, locations and representatives make some 600,000 rows of 100,000 associations.
PER_VERENIGING = {
    "verenigingen": 1,
    "contactgegevens": 2,
    "locaties": 1.5,
    "vertegenwoordigers": 1.5,
    "bankrekeningen": 0,
}
FOUTEN = 0.03


def maak_levering(aantal: int, zaad: int = 1) -> Levering:
    """Return a delivery of *aantal* associations, round 2, in which some 3 % of the cells of many columns is faulty."""
    kans = np.random.default_rng(zaad)
    per_tabel = {t: int(aantal * PER_VERENIGING[t]) for t in TABELLEN}
    gevuld = {
        "verenigingen": _verenigingen(kans, aantal),
        "contactgegevens": _contacten(kans, per_tabel["contactgegevens"], aantal),
        "locaties": _locaties(kans, per_tabel["locaties"], aantal),
        "vertegenwoordigers": _personen(kans, per_tabel["vertegenwoordigers"], aantal),
        "bankrekeningen": pd.DataFrame(),
    }
    kolom = {
        (0, TABELLEN[t].blad, t, 0, v.code): kolomletter(i)
        for t in TABELLEN
        for i, v in enumerate(velden_van(t, "feitelijk"), 1)
    }
    bladen = [(0, TABELLEN[t].blad, t, 1, n, "gelezen") for t, n in per_tabel.items()]
    return Levering(
        piloot="",
        ronde=2,
        peildatum=dt.date(2024, 3, 12),
        bestanden=(Bestand("benchmark.xlsx", "0" * 64, "feitelijk"),),
        tabellen={t: _tabel(t, gevuld[t], n) for t, n in per_tabel.items()},
        koppen=pd.DataFrame(columns=["werkmap", "blad", "kolom", "kop", "rij", "tabel", "veld", "groep", "status"]),
        bladen=pd.DataFrame(bladen, columns=["werkmap", "blad", "tabel", "kopregel", "rijen", "status"]),
        insz_vondsten=pd.DataFrame(columns=["werkmap", "blad", "kolom", "rij"]),
        _kolom=kolom,
    )


def _tabel(tabel: str, gevuld: pd.DataFrame, aantal: int) -> Tabel:
    velden = [v.code for v in velden_van(tabel)]
    waarden = pd.DataFrame(
        {
            "werkmap": np.zeros(aantal, dtype="int64"),
            "blad": pd.Series([TABELLEN[tabel].blad] * aantal, dtype="string"),
            "rij": np.arange(2, aantal + 2),
            "groep": np.zeros(aantal, dtype="int64"),
        }
    )
    leeg = pd.Series([pd.NA] * aantal, dtype="string")
    for veld in velden:
        waarden[veld] = gevuld[veld].astype("string") if veld in gevuld else leeg
    soorten = pd.DataFrame({v: np.where(waarden[v].notna(), Soort.TEKST, Soort.LEEG).astype("uint8") for v in velden})
    return Tabel(waarden, soorten)


def _met_fouten(kans: np.random.Generator, goed: np.ndarray, fout: Sequence[str | None]) -> np.ndarray:
    raak = kans.random(len(goed)) < FOUTEN
    uit = goed.astype(object)
    uit[raak] = kans.choice(np.array(fout, dtype=object), raak.sum())
    return uit


def _verenigingen(kans: np.random.Generator, aantal: int) -> pd.DataFrame:
    soorten = np.array(["KWB", "Chiro", "Wandelclub", "Harmonie", "Okra", "FC", "Toneelkring", "Schuttersgilde"])
    plaatsen = postcodes()["gemeente"].replace("", pd.NA).dropna().unique()
    nummers = np.arange(aantal).astype(str)
    namen = kans.choice(soorten, aantal).astype(object) + " " + kans.choice(plaatsen, aantal) + " " + nummers
    activiteiten = codelijst("hoofdactiviteiten")["code"].to_numpy(dtype=object)
    dagen = kans.integers(-20_000, 19_000, aantal).astype("timedelta64[D]") + np.datetime64("1970-01-01")
    return pd.DataFrame(
        {
            "intern_nummer": nummers,
            "soort": "feitelijke vereniging",
            "naam": _met_fouten(kans, namen, ["", "<b>Club</b>", "TURNKRING DE STER", " Club  ", "n.v.t."]),
            "startdatum": _met_fouten(kans, dagen.astype(str), ["1/5/1999", "31/02/2024", "2099-01-01", "mei 1999"]),
            "minimumleeftijd": _met_fouten(kans, kans.integers(0, 30, aantal).astype(str), ["6 jaar", "12.0", "200"]),
            "hoofdactiviteiten": _met_fouten(kans, kans.choice(activiteiten, aantal), ["sprt", "Sport", "Voetbal"]),
        }
    )


def _contacten(kans: np.random.Generator, aantal: int, verenigingen: int) -> pd.DataFrame:
    van = np.arange(aantal) % verenigingen
    mail = np.arange(aantal) < verenigingen
    adressen = "info" + van.astype(str).astype(object) + "@club" + van.astype(str).astype(object) + ".example.be"
    nummers = "0470 " + kans.integers(100_000, 999_999, aantal).astype(str).astype(object)
    return pd.DataFrame(
        {
            "intern_nummer": van.astype(str),
            "contactgegeventype": np.where(mail, "E-mail", "Telefoon"),
            "waarde": _met_fouten(
                kans,
                np.where(mail, adressen, nummers),
                ["jan@gmial.com", "Tel: 053/12.34.56", "jan @club.be", "www.club.be"],
            ),
        }
    )


def _locaties(kans: np.random.Generator, aantal: int, verenigingen: int) -> pd.DataFrame:
    vlaams = postcodes()[postcodes()["gemeente"] != ""].reset_index(drop=True)
    keuze = kans.integers(0, len(vlaams), aantal)
    van = np.arange(aantal) % verenigingen
    return pd.DataFrame(
        {
            "intern_nummer": van.astype(str),
            "locatietype": np.where(np.arange(aantal) < verenigingen, "Correspondentie", "Activiteiten"),
            "straatnaam": "Straat " + (keuze % 7).astype(str).astype(object) + "laan",
            "huisnummer": _met_fouten(kans, kans.integers(1, 200, aantal).astype(str), ["7-sep", "12 bus 3", None]),
            "postcode": vlaams["postcode"].to_numpy(dtype=object)[keuze],
            "gemeente": _met_fouten(
                kans, vlaams["gemeente"].to_numpy(dtype=object)[keuze], ["Antwerpen 5", "Gijzegem", "Melle"]
            ),
            "land": _met_fouten(kans, np.full(aantal, "België"), ["BE", None]),
        }
    )


def _personen(kans: np.random.Generator, aantal: int, verenigingen: int) -> pd.DataFrame:
    basis = kans.integers(400_101_000, 991_231_999, aantal)
    insz = [f"{b:09d}{97 - b % 97:02d}" for b in basis.tolist()]
    letters = np.array(list("abcdefghijklmnop"))
    namen = pd.Series(["".join(r) for r in kans.choice(letters, (aantal, 7))]).str.capitalize()
    return pd.DataFrame(
        {
            "intern_nummer": (np.arange(aantal) % verenigingen).astype(str),
            "insz": _met_fouten(kans, np.array(insz, dtype=object), ["70 01 01 001 88", "70010100189", None]),
            "voornaam": kans.choice(np.array(["Mira", "Jef", "An", "Piet", "Lies"]), aantal),
            "achternaam": _met_fouten(kans, namen.to_numpy(dtype=object), ["JANSSENS", "Peeters2", None]),
            "e_mail": _met_fouten(kans, np.full(aantal, None), ["x@example", "mira@example.be"]),
            "mobiel": "0478 " + kans.integers(100_000, 999_999, aantal).astype(str).astype(object),
        }
    )


def _seconden(werk: object, keren: int = 1) -> float:
    assert callable(werk)
    tijden = []
    for _ in range(keren):
        begin = time.perf_counter()
        werk()
        tijden.append(time.perf_counter() - begin)
    return statistics.median(tijden)


def meet(aantal: int, *, per_regel: bool) -> float:
    """Print the seconds per stage, and per rule when asked; return the seconds of reading and judging together."""
    levering = maak_levering(aantal)
    rijen = sum(len(t) for t in levering.tabellen.values())
    begin = time.perf_counter()
    lezing = lees_waarden(levering)
    gelezen = time.perf_counter() - begin
    begin = time.perf_counter()
    validatie = validate(levering, lezing=lezing)
    geoordeeld = time.perf_counter() - begin
    totaal = gelezen + geoordeeld
    print(
        f"{aantal:>9,} verenigingen {rijen:>9,} rijen: lezen {gelezen:.2f} s, oordelen {geoordeeld:.2f} s, "
        f"samen {totaal:.2f} s; {len(validatie.bevindingen):,} bevindingen, {validatie.laadbaar.mean():.0%} laadbaar"
    )
    if per_regel:
        proef = Proef(levering, lezing)
        tijden = {
            r.code: _seconden(lambda r=r: [r.toets(proef, p) for p in r.plaatsen])
            for r in REGELS
            if levering.ronde in r.rondes
        }
        print(f"{'alle regels los':>40} {sum(tijden.values()):6.2f} s")
        for code, tijd in sorted(tijden.items(), key=lambda t: -t[1])[:20]:
            print(f"{code:>40} {tijd:6.3f} s")
    return totaal


def vergelijk_met_pandera(aantal: int) -> None:
    """Print the medians of three runs of pandera and of ours on comparable checks, and their ratio."""
    from benchmarks.regels_pandera import CODES, PROGRAMMA

    levering = maak_levering(aantal)
    regels = tuple(r for r in REGELS if r.code in CODES)
    lezing = lees_waarden(levering)
    eigen = _seconden(lambda: validate(levering, regels=regels, lezing=lezing), 3)
    met_lezen = _seconden(lambda: validate(levering, regels=regels), 3)
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_)
        for tabel, t in levering.tabellen.items():
            t.waarden.to_parquet(pad / f"{tabel}.parquet")
        (pad / "meet.py").write_text(PROGRAMMA, encoding="utf-8")
        subprocess.run([sys.executable, "-m", "venv", str(pad / "venv")], check=True)
        python = str(pad / "venv" / "bin" / "python")
        subprocess.run([python, "-m", "pip", "install", "-qq", "pandera[pandas]", "pyarrow"], check=True)
        uit = subprocess.run([python, str(pad / "meet.py"), str(pad)], check=True, capture_output=True, text=True)
    ander = float(uit.stdout.split()[-1])
    print(f"pandera {ander:.2f} s; onze {len(regels)} regels {eigen:.2f} s: {eigen / ander:.2f}x")
    print(f"met het lezen van de waarden erbij, dat pandera niet doet: {met_lezen:.2f} s, {met_lezen / ander:.2f}x")


def main() -> None:
    """Run what the command line asks."""
    vraag = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    vraag.add_argument("--verenigingen", type=int, default=100_000)
    vraag.add_argument("--pandera", action="store_true")
    keuze = vraag.parse_args()
    klein = meet(keuze.verenigingen // 10, per_regel=False)
    groot = meet(keuze.verenigingen, per_regel=True)
    print(f"tien keer zoveel kost {groot / klein:.1f}x zoveel")
    if keuze.pandera:
        vergelijk_met_pandera(keuze.verenigingen)


if __name__ == "__main__":
    main()
