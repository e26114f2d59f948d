"""Associations that are in twice, spelled otherwise, and others that only look so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.example.genres import GENRES
from analytics.example.getallen import kbo_nummers, schrijf_telefoon
from analytics.example.plaatsen import plaatsen
from analytics.example.profielen import PROFIELEN, STANDAARD, Profiel

_AFKORTINGEN = (
    ("Koninklijke ", "K. "),
    ("Scouts en Gidsen", "Scouts & Gidsen"),
    ("Jeugdhuis", "JH"),
    ("Sint-", "St. "),
    ("Onze-Lieve-Vrouw", "O.L.V."),
    ("Heemkundige Kring", "HK"),
    ("Wielertoeristen", "WTC"),
    ("Carnavalsvereniging", "CV"),
    ("Judoclub", "JC"),
    ("Tennisclub", "TC"),
)
_ANDERS = (
    ("Vrouwenkoor", "Mannenkoor"),
    ("Harmonie", "Drumband"),
    ("Fanfare", "Majorettes"),
    ("Scouts", "Oud-scouts"),
    ("Chiro", "Oud-leiding Chiro"),
    ("Voetbalclub", "Petanqueclub"),
    ("Judoclub", "Karateclub"),
    ("KWB", "Femma"),
    ("OKRA", "Samana"),
    ("Gezinsbond", "Landelijke Gilde"),
    ("Davidsfonds", "Willemsfonds"),
    ("Jeugdhuis", "Speelplein"),
)


def _tikfout(naam: str, plek: int) -> str:
    i = 1 + plek % max(1, len(naam) - 3)
    return naam[:i] + naam[i + 1] + naam[i] + naam[i + 2 :]


def _afgekort(naam: str, plek: int) -> str:  # noqa: ARG001 -- every variant has the same shape
    for lang, kort in _AFKORTINGEN:
        if lang in naam:
            return naam.replace(lang, kort)
    begin, _, plaats = naam.rpartition(" ")
    return f"{begin} afd. {plaats}"


def _woorden_om(naam: str, plek: int) -> str:  # noqa: ARG001 -- every variant has the same shape
    delen = naam.split()
    return f"{delen[-1]} - {' '.join(delen[:-1])}" if len(delen) > 2 else naam.lower()


def _rechtsvorm(naam: str, plek: int) -> str:
    return (f"vzw {naam}", f"{naam} v.z.w.", f"{naam} VZW")[plek % 3]


def _jeugd(naam: str, plek: int) -> str:
    return f"{naam} {('Jeugd', 'Senioren', 'Veteranen')[plek % 3]}"


def _ander(naam: str, plek: int) -> str:
    for een, ander in _ANDERS:
        if een in naam:
            return naam.replace(een, ander)
    return f"Vrienden van {naam}" if plek % 2 else f"Steuncomité {naam}"


#: Kind, whether it is the same association, how the name changes, and where the other one stands:
#: in the same pilot, in the pilot's other workbook, with another pilot, or in another place.
_SOORTEN: tuple[tuple[str, bool, Callable[[str, int], str], str], ...] = (
    ("tikfout", True, _tikfout, "zelfde"),
    ("afkorting", True, _afgekort, "zelfde"),
    ("woordvolgorde", True, _woorden_om, "zelfde"),
    ("feitelijk en kbo", True, _rechtsvorm, "andere werkmap"),
    ("andere piloot", True, lambda naam, _: naam, "andere piloot"),
    ("andere piloot, andere schrijfwijze", True, _afgekort, "andere piloot"),
    ("zelfde naam, andere plaats", False, lambda naam, _: naam, "andere plaats"),
    ("ander woord", False, _ander, "zelfde"),
    ("jeugd of senioren", False, _jeugd, "zelfde"),
)


def voeg_dubbels_toe(
    rng: np.random.Generator, ver: pd.DataFrame, onderdelen: dict[str, pd.DataFrame], extra: Mapping[str, int]
) -> tuple[pd.DataFrame, dict[str, pd.DataFrame], pd.DataFrame]:
    """
    Add ``extra[piloot]`` associations that repeat or resemble one of *ver*.

    A true double keeps part of the parts (an address, a phone number in another form); a look-alike has its own.

    Returns:
        The associations, their parts, and the pairs: ``a, b`` (index), ``dubbel`` (``ja``/``nee``), ``soort``.
    """
    feitelijk = ver[ver["_soort"] == "feitelijk"]
    nieuw: list[dict[str, object]] = []
    paren: list[tuple[int, int, str, str]] = []
    bezet = {_sleutel(str(n), {"_plaats": p}) for n, p in zip(ver["_naam"], ver["_plaats"], strict=True)}
    beurt = 0
    for piloot, aantal in extra.items():
        profiel = PROFIELEN.get(piloot, STANDAARD)
        eigen = rng.permutation(feitelijk.index[feitelijk["_piloot"] == piloot].to_numpy(copy=True))
        anders = rng.permutation(_van_anderen(feitelijk, piloot, profiel))
        for k in range(aantal):
            soort, dubbel, verander, waar = _SOORTEN[(beurt + k) % len(_SOORTEN)]
            if waar == "andere piloot" and not len(anders):
                soort, dubbel, verander, waar = _SOORTEN[k % 3]
            bronnen = anders if waar == "andere piloot" else eigen
            if not len(bronnen):
                continue
            bron = int(bronnen[k % len(bronnen)])
            rij = dict(ver.loc[bron])
            rij["_piloot"], rij["intern_nummer"] = piloot, profiel.nummer.format(900_000 + beurt + k)
            rij["bron_dienst"] = profiel.bronnen["*"]
            if waar == "andere plaats":
                _verhuis(rng, rij, profiel)
            naam = verander(str(rij["naam"]), int(rng.integers(0, 1000)))
            if not dubbel and _sleutel(naam, rij) in bezet:
                # The look-alike exists already, as itself: then it must not be made a second time.
                naam = f"Vrienden van {rij['naam']}"
            bezet.add(_sleutel(naam, rij))
            rij["naam"], rij["_naam"], rij["_slug"] = naam, naam, f"{rij['_slug']}{2 if dubbel else 3}"
            rij["korte_beschrijving"], rij["aansluitingsnummer"] = None, None
            if not dubbel:
                rij["startdatum"] = None
            if waar == "andere werkmap":
                _maak_kbo(rij, naam, beurt + k)
            nieuw.append(rij)
            paren.append((bron, len(ver) + len(nieuw) - 1, "ja" if dubbel else "nee", soort))
        beurt += aantal
    dubbels = pd.DataFrame(paren, columns=["a", "b", "dubbel", "soort"])
    if not nieuw:
        return ver, onderdelen, dubbels
    erbij = pd.DataFrame(nieuw, columns=ver.columns, dtype=object)
    erbij = erbij.where(erbij.notna(), None)
    alle = pd.concat([ver, erbij], ignore_index=True)
    return alle, {t: _delen(rng, t, frame, alle, dubbels) for t, frame in onderdelen.items()}, dubbels


def _sleutel(naam: str, rij: Mapping[str, object]) -> tuple[str, str]:
    return naam.casefold(), str(_gemeenten()[int(str(rij["_plaats"]))])


@cache
def _gemeenten() -> list[str]:
    return plaatsen()["gemeente"].tolist()


def _verhuis(rng: np.random.Generator, rij: dict[str, object], profiel: Profiel) -> None:
    """Put an association in another place that the pilot covers, also where its name tells the place."""
    tabel = plaatsen()
    deel = tabel["deelgemeente"].iat[int(str(rij["_plaats"]))]
    mogelijk = tabel["deelgemeente"] != deel
    if profiel.gemeente:
        mogelijk &= tabel["gemeente"] == profiel.gemeente
    plek = int(rng.choice(np.flatnonzero(mogelijk.to_numpy(dtype=bool))))
    rij["_plaats"], rij["werkingsgebieden"] = plek, None
    rij["naam"] = str(rij["naam"]).replace(deel, tabel["deelgemeente"].iat[plek])


def _van_anderen(feitelijk: pd.DataFrame, piloot: str, profiel: Profiel) -> npt.NDArray[np.int64]:
    """Return associations of other pilots that *piloot* could know too: in its municipality, of its kinds."""
    genre = np.array([profiel.diensten.get(GENRES[g].dienst, 0) > 1 for g in feitelijk["_genre"]])
    gemeente = plaatsen()["gemeente"].to_numpy()[feitelijk["_plaats"].to_numpy(dtype="int64")]
    hier = (gemeente == profiel.gemeente) if profiel.gemeente else np.ones(len(feitelijk), dtype=bool)
    lokaal = np.array([PROFIELEN.get(p, STANDAARD).gemeente != "" for p in feitelijk["_piloot"]])
    raak = genre & hier & (feitelijk["_piloot"] != piloot).to_numpy()
    # The lists of a municipality overlap most with everybody else's.
    raak = raak & lokaal if (raak & lokaal).sum() > 3 else raak
    return feitelijk.index[raak].to_numpy(dtype="int64", copy=True)


def _maak_kbo(rij: dict[str, object], naam: str, volgnummer: int) -> None:
    """Turn a row into one of the KBO workbook, with a number nobody has."""
    for veld in ("bron_dienst", "soort", "naam", "korte_naam", "startdatum", "uitgeschreven", "kbo_nummer_moeder"):
        rij[veld] = None
    for veld in ("koepel", "aansluitingsnummer", "laatst_bevestigd", "opmerking"):
        rij[veld] = None
    rij["_soort"], rij["_gekend"] = "kbo", False
    rij["kbo_nummer"] = kbo_nummers(np.array([60_000 + volgnummer]))[0]
    rij["naam_controle"], rij["roepnaam"] = naam, None


def _delen(
    rng: np.random.Generator, tabel: str, frame: pd.DataFrame, alle: pd.DataFrame, dubbels: pd.DataFrame
) -> pd.DataFrame:
    """Copy the parts of the originals to their doubles and look-alikes, changed where they would be."""
    if tabel == "bankrekeningen":
        return frame
    van = frame[["_v"]].reset_index().merge(dubbels, left_on="_v", right_on="a")
    kopie = frame.loc[van["index"]].reset_index(drop=True)
    kopie["_v"] = van["b"].to_numpy()
    zelfde = (van["dubbel"] == "ja").to_numpy()
    soort, plaats, slug = (alle[k].to_numpy()[kopie["_v"]] for k in ("_soort", "_plaats", "_slug"))
    kopie["intern_nummer"] = alle["intern_nummer"].to_numpy()[kopie["_v"]]
    if tabel == "vertegenwoordigers":
        # Another association has other people; the same one lists not always all of them.
        kopie = kopie[zelfde & (soort == "feitelijk") & (rng.random(len(kopie)) < 0.7)]
    elif tabel == "locaties":
        tabelplaats = plaatsen().iloc[plaats.astype("int64")]
        eigen = ~zelfde & kopie["straatnaam"].notna().to_numpy()
        kopie.loc[eigen, "postcode"] = tabelplaats["postcode"].to_numpy(dtype=object)[eigen]
        kopie.loc[eigen, "gemeente"] = tabelplaats["gemeente"].to_numpy(dtype=object)[eigen]
        kopie.loc[eigen, "huisnummer"] = [str(h) for h in rng.integers(200, 300, int(eigen.sum()))]
    else:
        mobiel = kopie["contactgegeventype"] == "Telefoon"
        kopie.loc[mobiel, "waarde"] = [_anders_geschreven(str(w)) for w in kopie.loc[mobiel, "waarde"]]
        kopie = kopie[zelfde | ~mobiel.to_numpy()].copy()
        eigen_mail = (kopie["contactgegeventype"] != "Telefoon").to_numpy() & (
            (rng.random(len(kopie)) < 0.5) | ~zelfde[kopie.index.to_numpy()]
        )
        kopie.loc[eigen_mail, "waarde"] = [
            _met_domein(str(w), s)
            for w, s in zip(kopie.loc[eigen_mail, "waarde"], slug[kopie.index.to_numpy()][eigen_mail], strict=True)
        ]
    return pd.concat([frame, kopie], ignore_index=True).sort_values("_v", kind="stable").reset_index(drop=True)


def _anders_geschreven(nummer: str) -> str:
    kaal = "".join(t for t in nummer if t.isdigit())
    kaal = kaal[2:] if kaal.startswith("32") else kaal[1:]
    return schrijf_telefoon(kaal, len(nummer) + int(kaal[-1]))


def _met_domein(waarde: str, slug: str) -> str:
    if "sociaal.example.be/" in waarde:
        return f"https://sociaal.example.be/{slug}"
    voor = waarde.split("@")[0] + "@" if "@" in waarde else "https://www."
    return f"{voor}{slug}.example.be"
