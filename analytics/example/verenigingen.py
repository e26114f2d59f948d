"""Invented associations, without any fault: the rows of sheet Verenigingen of all pilots together."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.domain.velden import velden_van
from analytics.example.genres import GENRES
from analytics.example.getallen import kbo_nummers
from analytics.example.plaatsen import plaatsen
from analytics.example.profielen import PROFIELEN, STANDAARD, Profiel
from analytics.example.woorden import EIGENNAMEN, HEILIGEN, WIJKEN

#: First words of the enterprises' names, and the kind they tell.
_GENRE_VAN = {
    "jeugdhuis": "jeugdhuis",
    "turn": "turnen",
    "kook": "koken",
    "vis": "vissen",
    "dans": "dans",
    "toneel": "toneel",
    "harmonie": "harmonie",
    "fanfare": "fanfare",
    "koor": "koor",
    "schaak": "schaak",
    "zwem": "zwemmen",
    "heemkring": "heemkring",
    "duiven": "duiven",
    "natuur": "natuur",
    "judo": "judo",
    "volley": "volley",
    "wieler": "wielrennen",
    "buurt": "buurt",
    "tennis": "tennis",
    "wandel": "wandelen",
    "voetbal": "voetbal",
}
#: Legal forms that the register takes as association.
_RECHTSVORMEN = ("017", "125", "026", "029")
_KOEPELS = tuple(sorted({g.koepel for g in GENRES if g.koepel}))


def maak_verenigingen(
    rng: np.random.Generator, aantallen: Mapping[str, int], *, peildatum: dt.date, kbo: pd.DataFrame
) -> pd.DataFrame:
    """
    Return the associations of all pilots, without faults.

    Args:
        rng: The only source of chance.
        aantallen: How many per pilot.
        peildatum: Confirmation dates lie before it.
        kbo: Enterprises the register knows: ``kboNummer, naam, rechtsvorm, status, soort, postcode, gemeente``.

    Returns:
        Index 0..n-1, object columns: every field of the table, and ``_piloot``, ``_soort`` (``feitelijk``/``kbo``),
        ``_genre`` (position in GENRES), ``_plaats`` (position in :func:`plaatsen`), ``_slug`` (for addresses).
    """
    alle = pd.concat([_geraamte(rng, piloot, n) for piloot, n in aantallen.items()], ignore_index=True)
    gekend = _gekende_kbo(rng, alle, kbo)
    _vul_velden(rng, alle, peildatum)
    alle["naam"] = _unieke_namen(rng, alle)
    _zet_kbo(alle, gekend)
    alle["_naam"] = alle["naam"].where(alle["_soort"] == "feitelijk", alle["naam_controle"])
    alle["_slug"] = _slugs(alle["_naam"].tolist())
    for veld in velden_van("verenigingen"):
        if len(veld.werkmappen) == 1:
            alle.loc[alle["_soort"] != veld.werkmappen[0], veld.code] = None
    return alle.astype(object).where(alle.notna(), None)


def _geraamte(rng: np.random.Generator, piloot: str, n: int) -> pd.DataFrame:
    profiel = PROFIELEN.get(piloot, STANDAARD)
    frame = pd.DataFrame({v.code: pd.Series([None] * n, dtype=object) for v in velden_van("verenigingen")})
    frame["_piloot"], frame["_soort"] = piloot, np.where(rng.random(n) < profiel.kbo, "kbo", "feitelijk")
    if n >= 2:
        # Both workbooks of a pilot hold something, however small the example.
        frame.loc[:1, "_soort"] = ["feitelijk", "kbo"]
    gewicht = np.array([g.gewicht * profiel.diensten.get(g.dienst, 0) for g in GENRES], dtype=float)
    frame["_genre"] = rng.choice(len(GENRES), size=n, p=gewicht / gewicht.sum())
    frame["_plaats"] = _kies_plaatsen(rng, profiel, n)
    frame["intern_nummer"] = [profiel.nummer.format(i) for i in np.sort(rng.choice(3 * n + 10, n, replace=False)) + 1]
    frame["_afdeling"] = rng.random(n) < profiel.afdeling
    frame["laatst_bevestigd"] = rng.choice(4, size=n, p=profiel.bevestigd)
    return frame


def _kies_plaatsen(rng: np.random.Generator, profiel: Profiel, n: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    tabel = plaatsen()
    mogelijk = np.flatnonzero(tabel["gemeente"] == profiel.gemeente) if profiel.gemeente else np.arange(len(tabel))
    return np.asarray(mogelijk[rng.integers(0, len(mogelijk), n)], dtype=np.int64)


def _vul_velden(rng: np.random.Generator, frame: pd.DataFrame, peildatum: dt.date) -> None:
    n = len(frame)
    genres = [GENRES[g] for g in frame["_genre"]]
    bronnen = [PROFIELEN.get(p, STANDAARD).bronnen for p in frame["_piloot"]]
    frame["bron_dienst"] = [b.get(g.dienst, b["*"]) for b, g in zip(bronnen, genres, strict=True)]
    frame["_afdeling"] &= np.array([g.koepel != "" for g in genres])
    frame["soort"] = np.where(frame["_afdeling"], "afdeling", "feitelijke vereniging")
    moeder = dict(zip(_KOEPELS, kbo_nummers(np.arange(90_000, 90_000 + len(_KOEPELS))), strict=True))
    afdeling = frame["_afdeling"].tolist()
    frame["kbo_nummer_moeder"] = [moeder[g.koepel] if a else None for g, a in zip(genres, afdeling, strict=True)]
    frame["koepel"] = [g.koepel or None for g in genres]
    lid = rng.integers(1000, 9999, n).tolist()
    frame["aansluitingsnummer"] = [f"{g.koepel[0]}{k}G" if g.koepel else None for g, k in zip(genres, lid, strict=True)]
    plaats = plaatsen().iloc[frame["_plaats"]]
    doet = [g.doet.replace("{p}", p) for g, p in zip(genres, plaats["deelgemeente"], strict=True)]
    frame["korte_beschrijving"] = _soms(rng, doet, 0.6)
    jeugd = np.array([g.dienst == "jeugd" for g in genres])
    maand = np.where(jeugd, 9, rng.integers(1, 13, n)).tolist()
    dag = np.where(jeugd, 1, rng.integers(2, 29, n)).tolist()
    jaar = rng.integers(1905, 2024, n).tolist()
    frame["startdatum"] = _soms(rng, [dt.date(*d) for d in zip(jaar, maand, dag, strict=True)], 0.75)
    gekend = rng.random(n) < 0.8
    leeftijd = [g.leeftijd if k else None for g, k in zip(genres, gekend, strict=True)]
    frame["minimumleeftijd"] = pd.Series([le[0] if le else None for le in leeftijd], dtype=object)
    frame["maximumleeftijd"] = pd.Series([le[1] if le and le[1] < 99 else None for le in leeftijd], dtype=object)
    tweede, spatie = rng.random(n) < 0.5, rng.random(n) < 0.7
    frame["hoofdactiviteiten"] = [
        ("; " if s else ";").join(g.activiteiten[: 2 if t else 1])
        for g, t, s in zip(genres, tweede, spatie, strict=True)
    ]
    frame["werkingsgebieden"] = _soms(rng, plaats["werkingsgebied"].tolist(), 0.4)
    frame["uitgeschreven"] = _kies(rng, n, {"nee": 0.4, "ja": 0.02, None: 0.58})
    frame["laatst_bevestigd"] = _bevestigd(rng, frame["laatst_bevestigd"].tolist(), peildatum)


def _bevestigd(rng: np.random.Generator, soorten: Sequence[int], peildatum: dt.date) -> list[object]:
    n = len(soorten)
    recent, ouder = rng.integers(10, 360, n).tolist(), rng.integers(400, 2200, n).tolist()
    datum = [peildatum - dt.timedelta(days=o if s == 2 else r) for s, r, o in zip(soorten, recent, ouder, strict=True)]
    return [("ja", d, d, None)[s] for s, d in zip(soorten, datum, strict=True)]


def _soms(rng: np.random.Generator, waarden: Sequence[object], kans: float) -> pd.Series[object]:
    gevuld = rng.random(len(waarden)) < kans
    return pd.Series([w if g else None for w, g in zip(waarden, gevuld, strict=True)], dtype=object)


def _kies(rng: np.random.Generator, n: int, kansen: Mapping[str | None, float]) -> pd.Series[object]:
    keuzes = list(kansen)
    return pd.Series([keuzes[k] for k in rng.choice(len(keuzes), n, p=list(kansen.values()))], dtype=object)


def _unieke_namen(rng: np.random.Generator, alle: pd.DataFrame) -> list[str]:
    """Draw names until no two associations in one municipality have the same; the last ones get their quarter."""
    gemeente = plaatsen()["gemeente"].to_numpy()[alle["_plaats"]]
    deel = plaatsen()["deelgemeente"].to_numpy()[alle["_plaats"]]
    genre = alle["_genre"].to_numpy()
    namen: npt.NDArray[np.object_] = np.empty(len(alle), dtype=object)
    sleutel: npt.NDArray[np.object_] = np.empty(len(alle), dtype=object)
    opnieuw = np.arange(len(alle))
    for _ in range(8):
        namen[opnieuw] = _trek_namen(rng, genre[opnieuw], deel[opnieuw])
        sleutel[opnieuw] = [f"{_slug(n)}|{g}" for n, g in zip(namen[opnieuw], gemeente[opnieuw], strict=True)]
        opnieuw = np.flatnonzero(pd.Series(sleutel).duplicated())
        if not len(opnieuw):
            break
    for beurt, i in enumerate(opnieuw.tolist()):
        namen[i] = f"{namen[i]} {WIJKEN[beurt % len(WIJKEN)]}{f' {1 + beurt // 16}' if beurt >= 16 else ''}"
    return [str(n) for n in namen]


def _trek_namen(
    rng: np.random.Generator, genre: np.ndarray[tuple[int], np.dtype[np.int64]], deel: Sequence[str]
) -> list[str]:
    n = len(genre)
    keus = rng.integers(0, 1000, n).tolist()
    eigen, heilig, wijk = (rng.integers(0, len(w), n).tolist() for w in (EIGENNAMEN, HEILIGEN, WIJKEN))
    nummer = rng.integers(2, 90, n).tolist()
    uit: list[str] = []
    for g, k, p, e, h, w, x in zip(genre.tolist(), keus, deel, eigen, heilig, wijk, nummer, strict=True):
        namen = GENRES[g].namen
        uit.append(namen[k % len(namen)].format(p=p, e=EIGENNAMEN[e], h=HEILIGEN[h], w=WIJKEN[w], n=x))
    return uit


def _slug(naam: str) -> str:
    kaal = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().lower()
    return "".join(filter(str.isalnum, kaal))


def _slugs(namen: Sequence[str]) -> list[str]:
    """Return a domain label per name; equal names get a number, so that no two associations share an address."""
    kaal = pd.Series([_slug(n)[:40] for n in namen])
    beurt = kaal.groupby(kaal).cumcount()
    return [f"{k}{b + 1 if b else ''}" for k, b in zip(kaal, beurt, strict=True)]


def _gekende_kbo(rng: np.random.Generator, alle: pd.DataFrame, kbo: pd.DataFrame) -> pd.DataFrame:
    """Draw the enterprises that the first KBO rows stand for, and let those rows do what their name says."""
    goed = (kbo["status"] == "actief") & (kbo["soort"] == "onderneming") & kbo["rechtsvorm"].isin(_RECHTSVORMEN)
    gekend = kbo[goed]
    rijen = np.flatnonzero(alle["_soort"] == "kbo")
    gekend = gekend.iloc[rng.permutation(len(gekend))[: len(rijen)]].set_axis(rijen[: len(gekend)])
    code = {g.code: i for i, g in enumerate(GENRES)}
    for i, naam in gekend["naam"].items():
        genre = next((c for woord, c in _GENRE_VAN.items() if woord in str(naam).lower()), None)
        if genre:
            alle.loc[i, "_genre"] = code[genre]
    return gekend


def _zet_kbo(alle: pd.DataFrame, gekend: pd.DataFrame) -> None:
    """Fill number, name to check it by, and the everyday name; numbers beyond the known ones are invented."""
    rijen = np.flatnonzero(alle["_soort"] == "kbo")
    verzonnen = kbo_nummers(np.arange(len(rijen)))
    officieel = dict(zip(gekend.index.tolist(), gekend["naam"].astype(str).tolist(), strict=True))
    nummers = dict(zip(gekend.index.tolist(), gekend["kboNummer"].astype(str).tolist(), strict=True))
    deel = plaatsen()["deelgemeente"].to_numpy()[alle["_plaats"].to_numpy()]
    eigen = alle["naam"].tolist()
    kbonummer, naam, roepnaam = [], [], []
    for beurt, i in enumerate(rijen.tolist()):
        cijfers = nummers.get(i, verzonnen[beurt])
        kbonummer.append(f"{cijfers[:4]}.{cijfers[4:7]}.{cijfers[7:]}" if beurt % 3 else cijfers)
        naam.append(officieel.get(i, f"{eigen[i]} vzw"))
        roepnaam.append(f"{officieel[i]} {deel[i]}" if i in officieel else eigen[i])
    alle.loc[rijen, "kbo_nummer"] = np.array(kbonummer, dtype=object)
    alle.loc[rijen, "naam_controle"] = np.array(naam, dtype=object)
    alle.loc[rijen, "roepnaam"] = np.array(roepnaam, dtype=object)
    alle["_gekend"] = alle.index.isin(gekend.index)
