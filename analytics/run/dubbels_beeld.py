"""From what was found to what a reader may see of it: the analyst everything, a pilot of others what is public."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from itertools import permutations

import pandas as pd

from analytics.domain.codelijsten import codelijst
from analytics.duplicates.drempels import KEUZES, schat_drempels
from analytics.duplicates.naast_elkaar import ALLES, OPENBAAR, naast_elkaar
from analytics.duplicates.weger import BIJDRAGEN
from analytics.report.rapport_dubbels import HOOGSTENS, Dubbelcijfers
from analytics.run.dubbels_csv import gemeenten
from analytics.run.dubbels_register import REGISTER
from analytics.run.dubbels_zoek import Vondst

#: Fields of a record and contributions to the probability, in words.
VELDEN = {
    "naam": "naam",
    "korte_naam": "korte naam",
    "roepnaam": "roepnaam",
    "kbo_nummer": "KBO-nummer",
    "hoofdactiviteiten": "hoofdactiviteiten",
    "gemeente": "gemeente",
    "vcode": "vCode",
    "adres": "adres",
    "contactgegevens": "contactgegevens",
    "vooraf": "vooraf (de meeste paren zijn verschillend)",
    "onderscheid": "onderscheidende woorden",
    "plaats": "plaats",
    "gangbaarheid": "gangbare naam",
    "lijsten": "weinig gemeen tussen de bestanden",
    "mededinging": "andere kandidaten",
    "iban": "rekeningnummer",
    "e_mail": "e-mailadres",
    "website": "website",
    "telefoon": "telefoonnummer",
    "personen": "vertegenwoordigers",
    "activiteiten": "activiteiten",
}
# That these agree says something about another's persons and contacts.
_NIET_OPENBAAR = ("iban", "e_mail", "website", "telefoon", "adres", "personen")
_STIL = {
    "zelfde rekeningnummer",
    "zelfde e-mailadres",
    "zelfde website",
    "zelfde telefoonnummer",
    "zelfde straat en huisnummer",
    "gemeenschappelijke vertegenwoordiger",
}
_ANDERS = "ook andere gegevens komen overeen"
_CODE = re.compile(r"[A-Z]{2,}")
WAAR = ("in hetzelfde bestand", "tussen bestanden van dezelfde piloot", "tussen piloten", "met het register")


def maak_cijfers(
    vondst: Vondst, *, eigenaar: str | None = None, namen: Mapping[str, str] | None = None, naast: int = HOOGSTENS
) -> Dubbelcijfers:
    """
    Return the frames of the section on doubles.

    Args:
        eigenaar: Only the pairs of this pilot; ``None`` for all. Of pairs with somebody else only name, municipality,
            KBO number and activity are shown, and of other evidence only that it agrees, whoever reads.
        namen: Names of pilots by code.
        naast: Pairs to lay side by side.
    """
    wie = vondst.records.verenigingen
    paren = vondst.paren.assign(
        eigenaar_a=wie["eigenaar"].reindex(vondst.paren["a"]).to_numpy(),
        eigenaar_b=wie["eigenaar"].reindex(vondst.paren["b"]).to_numpy(),
    )
    bekeken, onder = vondst.grens, vondst.onder
    if eigenaar is not None:
        zelf = wie["eigenaar"].eq(eigenaar)
        onder = onder[zelf.reindex(onder["a"]).to_numpy() | zelf.reindex(onder["b"]).to_numpy()]
        paren = paren[paren["eigenaar_a"].eq(eigenaar) | paren["eigenaar_b"].eq(eigenaar)]
        bekeken = int(zelf.sum())
        paren = _eigen_eerst(paren, eigenaar)
    paren = paren.assign(nr=range(len(paren)), vreemd=paren["eigenaar_a"].ne(paren["eigenaar_b"])).reset_index(
        drop=True
    )
    soort = pd.Series(_waar(vondst, paren), index=paren.index, dtype="string")
    paren["groep"] = _groep(paren)
    vermoed = paren["oordeel"].ne("verschillend")
    telling = pd.crosstab(soort[vermoed], paren.loc[vermoed, "oordeel"]).reindex(
        index=list(WAAR), columns=["dubbel", "mogelijk"], fill_value=0
    )
    per_oordeel = telling[telling.sum(axis=1) > 0].rename_axis("waar").reset_index()
    per_groep = paren["groep"].dropna().value_counts().rename_axis("groep").reset_index(name="paren")
    return Dubbelcijfers(
        bekeken,
        per_oordeel,
        per_groep,
        _drempels(vondst, pd.concat([paren.loc[vermoed, ["a", "b", "kans"]], onder])),
        _paren(vondst, paren, eigenaar, namen or {}),
        _naast(vondst, paren[vermoed].head(naast)),
        _bijdragen(paren[vermoed].head(naast)),
        laadvolgorde(vondst, namen or {}),
    )


def _drempels(vondst: Vondst, paren: pd.DataFrame) -> pd.DataFrame:
    # Of a pair the later row waits; of a pair with the register the row of the workbook.
    hoog, laag = paren[["a", "b"]].max(axis=1), paren[["a", "b"]].min(axis=1)
    wacht = hoog.where(hoog < vondst.grens, laag)
    keuzes = [keuze for keuze in KEUZES if keuze >= vondst.bereik]
    return schat_drempels(pd.DataFrame({"kans": paren["kans"], "rij": wacht}), keuzes=keuzes)


def _eigen_eerst(paren: pd.DataFrame, eigenaar: str) -> pd.DataFrame:
    draai = paren["eigenaar_a"].ne(eigenaar)
    uit = paren.copy()
    for veld in ("", "eigenaar_"):
        a, b = f"{veld}a", f"{veld}b"
        uit[a], uit[b] = paren[b].where(draai, paren[a]), paren[a].where(draai, paren[b])
    return uit


def _waar(vondst: Vondst, paren: pd.DataFrame) -> list[str]:
    bestand = vondst.records.verenigingen["bestand"]
    zelfde = bestand.reindex(paren["a"]).to_numpy() == bestand.reindex(paren["b"]).to_numpy()
    register = (paren[["a", "b"]].max(axis=1) >= vondst.grens).tolist()
    return [
        WAAR[3] if met else WAAR[2] if vreemd else WAAR[0] if een else WAAR[1]
        for met, vreemd, een in zip(register, paren["vreemd"], zelfde, strict=True)
    ]


def _groep(paren: pd.DataFrame) -> pd.Series[str]:
    uit = pd.Series(pd.NA, index=paren.index, dtype="string")
    stopt, wij = paren["register_zou_melden"].eq("ja").fillna(False), paren["oordeel"].ne("verschillend")
    uit[stopt & wij], uit[stopt & ~wij] = "register en wij", "alleen register"
    uit[~stopt & wij & paren["register_zou_melden"].notna()] = "alleen wij"
    return uit


def _paren(vondst: Vondst, paren: pd.DataFrame, eigenaar: str | None, namen: Mapping[str, str]) -> pd.DataFrame:
    wie, plaats = vondst.records.verenigingen, gemeenten(vondst)
    uit = paren[["nr", "kans", "oordeel", "groep"]].copy()
    for kant in ("a", "b"):
        eigen = wie.reindex(paren[kant])
        uit[f"naam_{kant}"] = eigen["naam"].fillna("(zonder naam)").to_numpy()
        gemeente = plaats.reindex(paren[kant]).fillna("plaats onbekend")
        cel = eigen["bestand"] + " · " + eigen["blad"] + " rij " + eigen["rij"].astype("Int64").astype("string")
        bron = "piloot " + eigen["piloot"].map(lambda c: namen.get(str(c), str(c))).astype("string")
        bron = bron.mask(eigen["eigenaar"].eq(REGISTER), REGISTER + " · " + eigen["vcode"])
        # Another pilot's file and row are of no use to a pilot, and not public.
        toon = cel.fillna(bron) if eigenaar is None else cel.where(eigen["eigenaar"].eq(eigenaar), bron)
        uit[f"waar_{kant}"] = (gemeente.to_numpy() + " · " + toon.fillna(eigen["bestand"])).to_numpy()
    uit["redenen"] = [
        openbare_redenen(str(r)) if v else str(r) for r, v in zip(paren["redenen"], paren["vreemd"], strict=True)
    ]
    return uit.assign(register=paren["register_zou_melden"].fillna(""))


def openbare_redenen(redenen: str) -> str:
    """Return the reasons without what says which persons, contacts or accounts another has."""
    delen = redenen.split("; ")
    houd = [deel for deel in delen if deel not in _STIL]
    return "; ".join([*houd, _ANDERS] if len(houd) < len(delen) else houd)


def _naast(vondst: Vondst, paren: pd.DataFrame) -> pd.DataFrame:
    activiteit = codelijst("hoofdactiviteiten").set_index("code")["naam"].to_dict()
    rijen = []
    for paar in paren.itertuples(index=False):
        velden = OPENBAAR if paar.vreemd else ALLES
        for veld in naast_elkaar(vondst.records, paar.a, b=paar.b, velden=velden):
            for kant, segmenten in (("a", veld.links), ("b", veld.rechts)):
                for s in segmenten:
                    tekst = s.tekst
                    if veld.veld == "hoofdactiviteiten":
                        tekst = _CODE.sub(lambda m: activiteit.get(m[0], m[0]), tekst).replace(";", "; ")
                    rijen.append((paar.nr, VELDEN[veld.veld], kant, tekst, s.verschilt))
    return pd.DataFrame(rijen, columns=["nr", "veld", "kant", "tekst", "verschilt"])


def _bijdragen(paren: pd.DataFrame) -> pd.DataFrame:
    rijen: list[tuple[int, str, float]] = []
    for paar in paren.to_dict("records"):
        rest = 0.0
        for veld in BIJDRAGEN:
            waarde = float(paar[veld])
            if paar["vreemd"] and veld in _NIET_OPENBAAR:
                rest += waarde
            elif not math.isclose(waarde, 0.0, abs_tol=0.05):
                rijen.append((int(paar["nr"]), VELDEN[veld], waarde))
        if rest:
            rijen.append((int(paar["nr"]), "andere gegevens", rest))
    return pd.DataFrame(rijen, columns=["nr", "veld", "bijdrage"])


def laadvolgorde(vondst: Vondst, namen: Mapping[str, str]) -> pd.DataFrame:
    """
    Return in which order the pilots are best loaded: ``plaats``, ``piloot``, ``dubbels``, ``gestopt``.

    The order in which the register itself stops most of the doubles between pilots: it does not look at names for a
    KBO association, nor for a row without a place, so who has those comes first. Empty with fewer than two pilots.
    """
    piloot = vondst.records.verenigingen["piloot"].fillna("")
    codes = sorted(set(piloot) - {""})
    leeg = pd.DataFrame({"plaats": [], "piloot": [], "dubbels": [], "gestopt": []})
    dubbel = vondst.paren[vondst.paren["oordeel"].eq("dubbel")]
    van_a, van_b = piloot.reindex(dubbel["a"]).to_numpy(), piloot.reindex(dubbel["b"]).to_numpy()
    tussen = dubbel[(van_a != van_b) & (van_a != "") & (van_b != "")]
    if len(codes) < 2 or tussen.empty:
        return leeg
    gemeld = set(zip(vondst.gemeld["van"], vondst.gemeld["op"], strict=True))
    aantal: dict[tuple[str, str], int] = {}
    stopt: dict[tuple[str, str], int] = {}
    for a, b in zip(tussen["a"], tussen["b"], strict=True):
        for eerst, dan in ((a, b), (b, a)):
            paar = (str(piloot[eerst]), str(piloot[dan]))
            aantal[paar] = aantal.get(paar, 0) + 1
            stopt[paar] = stopt.get(paar, 0) + ((dan, eerst) in gemeld)
    volgorde = _beste_volgorde(sorted({p for paar in aantal for p in paar}), stopt)
    rijen = []
    for i, code in enumerate(volgorde):
        eerder = [(vorige, code) for vorige in volgorde[:i]]
        tel = [sum(bron.get(p, 0) for p in eerder) for bron in (aantal, stopt)]
        rijen.append((i + 1, namen.get(code, code), *tel))
    return pd.DataFrame(rijen, columns=["plaats", "piloot", "dubbels", "gestopt"])


def _beste_volgorde(codes: list[str], stopt: Mapping[tuple[str, str], int]) -> tuple[str, ...]:
    def waarde(volgorde: tuple[str, ...]) -> int:
        return sum(stopt.get((eerst, dan), 0) for i, eerst in enumerate(volgorde) for dan in volgorde[i + 1 :])

    if len(codes) <= 7:
        return max(permutations(codes), key=waarde)
    voordeel = {c: sum(stopt.get((c, d), 0) - stopt.get((d, c), 0) for d in codes) for c in codes}
    return tuple(sorted(codes, key=lambda c: (-voordeel[c], c)))
