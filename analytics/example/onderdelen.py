"""Contacts, locations, representatives and accounts of the invented associations, without any fault."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.domain.velden import velden_van
from analytics.example.genres import GENRES
from analytics.example.getallen import iban, insz, mobiele_nummers, schrijf_telefoon, vaste_nummers
from analytics.example.plaatsen import plaatsen
from analytics.example.profielen import PROFIELEN, STANDAARD
from analytics.example.woorden import ACHTERNAMEN, ROLLEN, STRATEN, VOORNAMEN, ZALEN

_Nummers: TypeAlias = npt.NDArray[np.int64]


def maak_onderdelen(rng: np.random.Generator, verenigingen: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """
    Return the parts of *verenigingen*, ``{tabel: frame}``.

    Object columns: every field of the table, and ``_v``, the association (index of *verenigingen*); rows in order of
    association, index 0..n-1.
    """
    return {
        "contactgegevens": _contactgegevens(rng, verenigingen),
        "locaties": _locaties(rng, verenigingen),
        "vertegenwoordigers": _vertegenwoordigers(rng, verenigingen),
        "bankrekeningen": _bankrekeningen(rng, verenigingen),
    }


def _frame(tabel: str, verenigingen: pd.DataFrame, v: _Nummers, **kolommen: Sequence[object]) -> pd.DataFrame:
    """Return a table with *kolommen* filled, in order of association; the given order counts within one."""
    gegeven: dict[str, Sequence[object]] = {
        "intern_nummer": verenigingen["intern_nummer"].to_numpy()[v].tolist(),
        **kolommen,
    }
    leeg: list[object] = [None] * len(v)
    frame = pd.DataFrame({k.code: pd.Series(gegeven.get(k.code, leeg), dtype=object) for k in velden_van(tabel)})
    frame["_v"] = v
    return frame.sort_values("_v", kind="stable").reset_index(drop=True)


def _telefoons(
    rng: np.random.Generator, volgnummers: _Nummers, zones: list[str], mobiel: npt.NDArray[np.bool_]
) -> list[str]:
    vast, gsm = vaste_nummers(volgnummers, zones), mobiele_nummers(volgnummers)
    vorm = rng.integers(0, 4, len(volgnummers)).tolist()
    return [schrijf_telefoon(g if m else v, f) for v, g, m, f in zip(vast, gsm, mobiel.tolist(), vorm, strict=True)]


def _contactgegevens(rng: np.random.Generator, ver: pd.DataFrame) -> pd.DataFrame:
    n = len(ver)
    slug = ver["_slug"].to_numpy()
    zones = plaatsen()["zone"].to_numpy()[ver["_plaats"].to_numpy(dtype="int64")]
    mail = rng.random(n) < 0.80
    tel = rng.random(n) < 0.55
    # Nobody is left without any contact here: that is a fault of its own, planted later.
    mail |= ~tel
    web, sociaal, tweede = rng.random(n) < 0.35, rng.random(n) < 0.20, rng.random(n) < 0.08
    doos = np.array(["info", "contact", "secretariaat", "bestuur"])[rng.integers(0, 4, n)]
    https = np.where(rng.random(n) < 0.9, "https", "http")
    delen: list[tuple[_Nummers, str, list[str], str | None, bool]] = []
    i = np.flatnonzero(mail)
    delen.append(
        (i, "E-mail", [f"{d}@{s}.example.be" for d, s in zip(doos[i], slug[i], strict=True)], "Algemeen", True)
    )
    i = np.flatnonzero(tel)
    nummers = _telefoons(rng, i, zones[i].tolist(), rng.random(len(i)) < 0.6)
    delen.append((i, "Telefoon", nummers, None, True))
    i = np.flatnonzero(web)
    delen.append(
        (i, "Website", [f"{h}://www.{s}.example.be" for h, s in zip(https[i], slug[i], strict=True)], None, False)
    )
    i = np.flatnonzero(sociaal)
    delen.append((i, "SocialMedia", [f"https://sociaal.example.be/{s}" for s in slug[i]], None, False))
    i = np.flatnonzero(tweede)
    delen.append((i, "E-mail", [f"verhuur@{s}.example.be" for s in slug[i]], "Verhuur", False))
    v = np.concatenate([d[0] for d in delen])
    return _frame(
        "contactgegevens",
        ver,
        v,
        contactgegeventype=[d[1] for d in delen for _ in d[2]],
        waarde=[w for d in delen for w in d[2]],
        beschrijving=[d[3] for d in delen for _ in d[2]],
        primair=_primair(rng, np.array([d[4] for d in delen for _ in d[2]])),
    )


def _primair(rng: np.random.Generator, eerste: npt.NDArray[np.bool_]) -> list[object]:
    """Mark the first ones: mostly ``ja``, the others ``nee`` or nothing."""
    kans = rng.random(len(eerste))
    return [
        ("ja" if k < 0.85 else None) if e else ("nee" if k < 0.5 else None) for e, k in zip(eerste, kans, strict=True)
    ]


def _locaties(rng: np.random.Generator, ver: pd.DataFrame) -> pd.DataFrame:
    n = len(ver)
    heeft = rng.random(n) < np.array([PROFIELEN.get(p, STANDAARD).locatie for p in ver["_piloot"]])
    tweede = heeft & (rng.random(n) < 0.4)
    kbo = (ver["_soort"] == "kbo").to_numpy()
    eerste = np.flatnonzero(heeft)
    extra = np.flatnonzero(tweede)
    v = np.concatenate([eerste, extra]).astype("int64")
    is_eerste = np.arange(len(v)) < len(eerste)
    # The seat of a KBO association comes from KBO: what a pilot adds is mostly where it meets.
    briefadres = is_eerste & (~kbo[v] | (rng.random(len(v)) < 0.3)) & (rng.random(len(v)) < 0.8)
    plaats = plaatsen().iloc[ver["_plaats"].to_numpy(dtype="int64")[v]]
    straat = rng.integers(0, len(STRATEN), len(v)).tolist()
    # A second location never is the first one again.
    huis = (rng.integers(1, 90, len(v)) + np.where(is_eerste, 0, 90)).tolist()
    toevoeging = np.array(["", "A", "B", "C"])[rng.choice(4, len(v), p=[0.92, 0.05, 0.02, 0.01])]
    bus = [str(b) if b < 6 else None for b in rng.integers(1, 60, len(v)).tolist()]
    zaal = rng.integers(0, 2 * len(ZALEN), len(v)).tolist()
    # Where every row gets a fixed country, a location cannot be an address id alone.
    vast_land = np.array([PROFIELEN.get(p, STANDAARD).indeling == "afwijkend" for p in ver["_piloot"]])[v]
    met_id = ~briefadres & ~vast_land & (rng.random(len(v)) < 0.05)
    adres_id = [f"https://data.vlaanderen.be/id/adres/{3706808 + k % 360}" if m else None for k, m in enumerate(met_id)]

    def adres(waarden: Sequence[object]) -> list[object]:
        return [None if m else w for w, m in zip(waarden, met_id, strict=True)]

    return _frame(
        "locaties",
        ver,
        v,
        locatietype=np.where(briefadres, "Correspondentie", "Activiteiten").tolist(),
        locatienaam=[ZALEN[z] if z < len(ZALEN) and not b else None for z, b in zip(zaal, briefadres, strict=True)],
        primair=_primair(rng, is_eerste),
        straatnaam=adres([STRATEN[s] for s in straat]),
        huisnummer=adres([f"{h}{t}" for h, t in zip(huis, toevoeging, strict=True)]),
        busnummer=adres(bus),
        postcode=adres(plaats["postcode"].tolist()),
        gemeente=adres(plaats["gemeente"].tolist()),
        land=adres(["België"] * len(v)),
        adres_id=adres_id,
    )


def _vertegenwoordigers(rng: np.random.Generator, ver: pd.DataFrame) -> pd.DataFrame:
    feitelijk = np.flatnonzero(ver["_soort"] == "feitelijk")
    aantal = rng.choice([1, 2, 3, 4], size=len(feitelijk), p=[0.2, 0.35, 0.3, 0.15])
    v: _Nummers = np.repeat(feitelijk, aantal).astype("int64")
    n = len(v)
    rang = pd.Series(v).groupby(v).cumcount().to_numpy()
    voornaam = [VOORNAMEN[i] for i in rng.integers(0, len(VOORNAMEN), n)]
    achternaam = [ACHTERNAMEN[i] for i in rng.integers(0, len(ACHTERNAMEN), n)]
    slug = ver["_slug"].to_numpy()[v]
    plaats = plaatsen()["zone"].to_numpy()[ver["_plaats"].to_numpy(dtype="int64")[v]].tolist()
    mail, tel, mob = rng.random(n) < 0.6, rng.random(n) < 0.2, rng.random(n) < 0.5
    # Numbers of persons never are numbers of associations: they count on from there.
    volgnummers: _Nummers = np.arange(n, dtype="int64") + len(ver)
    mobiel = _telefoons(rng, volgnummers, plaats, np.ones(n, dtype=bool))
    vast = _telefoons(rng, volgnummers, plaats, np.zeros(n, dtype=bool))
    adres = [
        f"{a}.{b}@{s}.example.be".lower().replace(" ", "") for a, b, s in zip(voornaam, achternaam, slug, strict=True)
    ]
    punten = rng.random(n) < 0.5
    nummers = insz(np.arange(n, dtype="int64"))
    opgemaakt = [
        f"{x[:2]}.{x[2:4]}.{x[4:6]}-{x[6:9]}.{x[9:]}" if p else x for x, p in zip(nummers, punten, strict=True)
    ]
    return _frame(
        "vertegenwoordigers",
        ver,
        v,
        insz=opgemaakt,
        voornaam=voornaam,
        achternaam=achternaam,
        rol=[ROLLEN[min(r, len(ROLLEN) - 1)] for r in rang.tolist()],
        primair=_primair(rng, rang == 0),
        e_mail=[a if m else None for a, m in zip(adres, mail, strict=True)],
        telefoon=[t if m else None for t, m in zip(vast, tel, strict=True)],
        mobiel=[t if m else None for t, m in zip(mobiel, mob, strict=True)],
    )


def _bankrekeningen(rng: np.random.Generator, ver: pd.DataFrame) -> pd.DataFrame:
    kans = np.array([0.6 if p in ("uldk", "kiosk") else 0.15 for p in ver["_piloot"]])
    v: _Nummers = np.flatnonzero((ver["_soort"] == "feitelijk").to_numpy() & (rng.random(len(ver)) < kans)).astype(
        "int64"
    )
    jeugd = [GENRES[g].dienst == "jeugd" for g in ver["_genre"].to_numpy()[v]]
    return _frame(
        "bankrekeningen",
        ver,
        v,
        iban=iban(v),
        titularissen=ver["_naam"].to_numpy()[v].tolist(),
        doel=["Kampen" if j else "Werking" for j in jeugd],
    )
